"""Who stands above whom in a table of programmes: kode, numbering, order."""

from __future__ import annotations

import pytest
from banyak import banyak
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_xl.inti.kunci import ruas
from lkjip_xl.ringkasan import program
from lkjip_xl.tabel.hierarki import LEVEL, BarisLevel, cari_induk, leluhur, nomor_urut, teratas

P, K, S = "program", "kegiatan", "subkegiatan"


def induk(*baris: tuple) -> list[int | None]:
    """Parents by position; a row = level, kode, number."""
    hasil = cari_induk([BarisLevel(i, *(b if isinstance(b, tuple) else (b,))) for i, b in enumerate(baris)])
    return [hasil[i] for i in range(len(baris))]


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        # order and level alone
        ((P, K, S, S, K, P, K), [None, 0, 1, 1, 0, None, 5]),
        (("bidang", P, S, K), [None, 0, 1, 1]),  # a level left out
        ((K, P), [None, None]),
        # kode as prefix, whatever the order; padded and unpadded digits are the same
        (((S, "2.07.04.2.01.0004"), (K, "2.07.04.2.01"), (P, "2.07.04"), (P, "2.07.05")), [1, 2, None, None]),
        (((P, "2.07.04"), (P, "2.07.05"), (K, "2.7.4.2.01")), [None, None, 0]),
        (((P, "2.07.0"), (K, "2.07.04.2")), [None, 0]),  # no part of another kode's number, but nearest above
        # numbers, with closing dot; they may start again below another parent
        (((P, None, "1."), (P, None, "2."), (K, None, "1.1"), (S, None, "1.1.1")), [None, None, 0, 2]),
        (
            ("bidang", (P, None, "1"), (K, None, "1.1"), "bidang", (P, None, "1"), (K, None, "1.1")),
            [None, 0, 1, None, 3, 4],
        ),
        # kode before number before order
        (((P, "1.2", "7"), (P, "1.3", "8"), (K, "1.2.1", "8.1")), [None, None, 0]),
        (((P, None, "7"), (P, None, "8"), (K, "9.9", "7.1")), [None, None, 0]),
        # a row of unknown level has no parent by order, and is none
        ((P, None, K), [None, None, 0]),
        # equal kode on two rows of one level: neither is above the other
        (((P, "1.1"), (P, "1.1.1"), (K, "1.1.1.1")), [None, None, 1]),
    ],
)
def test_induk(baris: tuple, harap: list) -> None:
    assert induk(*baris) == harap


def test_ruas_membuang_nol_dan_titik_penutup() -> None:
    assert ruas("1.02.") == ruas("1.2") != ruas("12")
    assert ruas(None) == ruas("") == ()


def test_teratas_menghitung_bawahan_sekali() -> None:
    atas = {0: None, 1: 0, 2: 1, 3: None}
    assert teratas(atas, [2, 1, 3, 3]) == [1, 3]
    assert teratas(atas, [2]) == [2]
    assert list(leluhur(atas, 2)) == [1, 0]


def test_nomor_urut_mulai_lagi_di_tiap_induk() -> None:
    assert nomor_urut({0: None, 1: 0, 2: 0, 3: None, 4: 3}) == {0: "1", 1: "1.1", 2: "1.2", 3: "2", 4: "2.1"}


def test_nomor_urut_induk_di_bawah() -> None:
    assert nomor_urut({0: 1, 1: None}) == {0: "1.1", 1: "1"}


KODE = st.lists(st.sampled_from("123"), min_size=1, max_size=4).map(".".join)
BARIS = st.tuples(st.sampled_from([*LEVEL, "lain"]), st.none() | KODE, st.none() | KODE)


@given(st.lists(BARIS, max_size=12))
@settings(max_examples=banyak(200), deadline=None)
def test_leluhur_selalu_berakhir_dan_level_induk_lebih_tinggi(baris: list) -> None:
    semua = [BarisLevel(i, *b) for i, b in enumerate(baris)]
    atas = cari_induk(semua)
    assert set(atas) == set(range(len(baris)))
    for i in atas:
        assert len(list(leluhur(atas, i))) < max(len(baris), 1)
        j = atas[i]
        if j is not None and None not in (semua[i].tingkat, semua[j].tingkat):
            assert semua[j].tingkat < semua[i].tingkat
    assert set(nomor_urut(atas)) == set(atas)


def test_level_yang_dipakai_dilihat_sekali(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand programmes cost ten times a hundred, not a hundred times."""
    dilihat = []

    def tingkat(level: object) -> int | None:
        dilihat.append(level)
        return LEVEL.index(level) if level in LEVEL else None

    monkeypatch.setattr(program, "tingkat", tingkat)
    dalam = program.inden([K, S, K, None, "entah"] * 20)
    assert [dalam(x) for x in (K, S, P, None, "entah") * 20] == [0, 1, 0, 0, 0] * 20
    assert len(dilihat) == 200

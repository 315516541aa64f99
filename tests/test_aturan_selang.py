"""The tolerance: no figure that rounding can explain is ever wrong, none outside it is missed."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from banyak import banyak
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_xl.inti.bacaan import desimal_terpendek
from lkjip_xl.inti.fungsi import CAPAIAN, EFISIENSI, SERAPAN
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.validasi.aturan.selang import (
    Selang,
    capai,
    cetak,
    hasil_tertulis,
    jangkauan,
    mungkin,
    potong,
    terbaca,
    tertulis_dari,
    terukur,
    titik,
)

ARAH = st.sampled_from(["naik", "turun", "turun-rasio"])


def desimal(x: Decimal, d: int) -> float:
    return float(x.quantize(Decimal(1).scaleb(-d), ROUND_HALF_UP))


@settings(deadline=None, max_examples=banyak(200))
@given(
    target=st.integers(1, 10**6).map(lambda n: n / 100),
    realisasi=st.decimals(min_value=Decimal("0.01"), max_value=10**4, places=5),
    d=st.integers(0, 3),
    d_hasil=st.integers(0, 3),
    arah=ARAH,
)
def test_capaian_dari_angka_sebelum_dibulatkan_selalu_mungkin(target, realisasi, d, d_hasil, arah) -> None:
    tertulis = bulat(CAPAIAN(target, float(realisasi), arah), d_hasil)
    masukan = [titik(target), cetak(desimal(realisasi, d), d), arah]
    assert mungkin(hasil_tertulis(tertulis, d_hasil), CAPAIAN, masukan)


@settings(deadline=None, max_examples=banyak(200))
@given(
    target=st.integers(100, 10**6),
    realisasi=st.integers(1, 10**6),
    d_hasil=st.integers(0, 3),
    geser=st.sampled_from([-1, 1]),
    arah=ARAH,
)
def test_angka_di_luar_pembulatan_tidak_mungkin(target, realisasi, d_hasil, geser, arah) -> None:
    betul = CAPAIAN(target, realisasi, arah)
    keliru = bulat(betul, d_hasil) + geser * 10.0**-d_hasil * (1 if abs(bulat(betul, d_hasil) - betul) < 1e-9 else 2)
    assert not mungkin(
        hasil_tertulis(bulat(keliru, d_hasil), d_hasil), CAPAIAN, [titik(target), titik(realisasi), arah]
    )


@settings(deadline=None, max_examples=banyak(100))
@given(
    pagu=st.integers(1, 10**10),
    bagian=st.integers(0, 1200),
    d=st.integers(0, 2),
    metode=st.sampled_from(["selisih", "pmk214"]),
)
def test_efisiensi_dari_angka_yang_ditampilkan_selalu_mungkin(pagu, bagian, d, metode) -> None:
    serapan, capaian = bulat(SERAPAN(pagu, pagu * bagian // 1000), d), bulat(100 + bagian / 7, d)
    tertulis = bulat(EFISIENSI(capaian, serapan, metode), d)
    assert mungkin(hasil_tertulis(tertulis, d), EFISIENSI, [cetak(capaian, d), cetak(serapan, d), metode])


@pytest.mark.parametrize(
    ("x", "d", "satuan", "harap"),
    [
        (3560, 0, "orang", (3560, 3560)),
        (94, 0, "Persen", (93.5, 94.5)),
        (86, 0, "Indeks", (85.5, 86.5)),
        (35, 0, "Juta rp/tenaga kerja", (34.5, 35.5)),
        (302, 0, "Orang/bulan", (302, 302)),
        (12, 0, None, (12, 12)),
        (12.5, 1, "ton", (12.45, 12.55)),
        (12.5, None, "%", (12.5, 12.5)),
        (12.5, None, "orang", (12.5, 12.5)),
        (12.5, 1, "orang", (12.45, 12.55)),
    ],
)
def test_cacah_dan_angka_tanpa_desimal_diketahui_tepat(x, d, satuan, harap) -> None:
    assert terbaca(x, d, satuan) == Selang(*harap)


@pytest.mark.parametrize(
    ("x", "d", "harap"),
    [
        (12.5, 1, (12.45, 12.55)),
        (3, 0, (2.5, 3.5)),
        (-3, 2, (-3.005, -2.995)),
        (100, None, (100, 100)),
        (0.3, 1, (0.25, 0.35)),
    ],
)
def test_cetak(x, d, harap) -> None:
    assert cetak(x, d) == Selang(*harap)


@pytest.mark.parametrize(
    ("x", "d"), [(102.65, 2), (100.0, 0), (1200.0, 0), (1e-7, 7), (0.1 + 0.2, 1), (0.0, 0), (-1.5, 1)]
)
def test_desimal_terpendek(x, d) -> None:
    assert desimal_terpendek(x) == d and hasil_tertulis(x, None) == cetak(x, d)
    assert hasil_tertulis(x, d + 1) == cetak(x, d + 1)


@pytest.mark.parametrize(
    ("a", "b", "bertemu"),
    [
        ((1, 2), (2, 3), True),
        ((1, 2), (2.1, 3), False),
        ((1, 5), (2, 3), True),
        ((0, 0), (0, 0), True),
        # what floating point loses, relative to the larger figures; below 1 not less than 1e-12
        ((1, 1), (1 + 5e-13, 2), True),
        ((1, 1), (1 + 5e-12, 2), False),
        ((0, 1e-3), (1e-3 + 5e-13, 2e-3), True),
        ((0, 1e-3), (1e-3 + 1.5e-12, 2e-3), False),
        ((1e-12, 1), (-1, 0), True),
        ((1e6, 1e6), (1e6 + 5e-7, 1e6 + 5e-7), True),
        ((1e6, 1e6), (1e6 + 5e-6, 1e6 + 5e-6), False),
        ((-1e6, -1e6), (-1e6 + 5e-7, -1e6 + 5e-7), True),
        ((-1e6, -1e6), (-1e6 + 5e-6, 0), False),
    ],
)
def test_bertemu(a, b, bertemu) -> None:
    assert Selang(*a).bertemu(Selang(*b)) is bertemu and Selang(*b).bertemu(Selang(*a)) is bertemu


@pytest.mark.parametrize(
    ("a", "b", "sama"),
    [
        (cetak(95.31, 2), cetak(95.31, 2), True),
        (cetak(95.31, 2), cetak(95.32, 2), False),
        (cetak(95.31, 2), cetak(95.3, 1), True),
        (cetak(95.35, 2), cetak(95.3, 1), True),  # 95.345 is printed as either
        (cetak(95.36, 2), cetak(95.3, 1), False),
        (titik(412), cetak(412, 0), True),
        (titik(412), cetak(411, 0), False),
        (titik(412), titik(412), True),
        (titik(1e6), titik(1e6 + 5e-7), True),
        (titik(412), titik(412.001), False),
        (cetak(1_234_567.1, 1), cetak(1_234_567.1, 1), True),
        (Selang(0, 1), Selang(5e-7, 1 + 5e-7), True),
        (Selang(0, 1), Selang(5e-6, 1 + 5e-6), False),
        (Selang(0, 4), Selang(3e-6, 4 + 3e-6), True),
        (Selang(0, 1), Selang(0.9, 1.9 + 5e-6), True),
        (Selang(0, 0.01), Selang(0.005, 0.0150005), True),
    ],
)
def test_secetak(a, b, sama) -> None:
    assert a.secetak(b) is sama and b.secetak(a) is sama


@pytest.mark.parametrize(
    ("satuan", "ya"),
    [
        ("%", True), ("Persen", True), ("persentase", True), ("INDEKS", True), ("nilai", True), ("Rasio", True), ("rata-rata", True),
        ("Juta rp/tenaga kerja", True), ("(milyar) rupiah", True), ("miliar", True), ("triliun", True), ("orang/bulan", False), ("dokumen", False),
        ("Kabupaten", False), ("penilaian", False), ("", False), (None, False), (5.0, False),
    ],
)  # fmt: skip
def test_terukur(satuan, ya) -> None:
    assert terukur(satuan) is ya


def test_capai_setiap_ujung() -> None:
    def f(a, b, c):
        return f"{a}{b}{c}"

    assert list(capai(f, [1, "x", titik(2)])) == ["1x2.0"]
    assert list(capai(f, [Selang(1, 3), "x", Selang(4, 8)])) == ["2.0x6.0", "1x4", "1x8", "3x4", "3x8"]


def test_jangkauan_dari_ujung_ke_ujung() -> None:
    assert jangkauan(lambda a, b: a - b, [Selang(1, 3), Selang(4, 8)]) == Selang(-7, -1)
    assert jangkauan(lambda a: a, ["x"]) is None
    assert jangkauan(lambda a: None if a > 2.5 else a, [Selang(1, 3)]) is None
    assert mungkin(Selang(3, 4), lambda a: a, [Selang(1, 3)]) and not mungkin(
        Selang(3.1, 4), lambda a: a, [Selang(1, 3)]
    )


def test_jangkauan_tak_terdefinisi() -> None:
    assert jangkauan(CAPAIAN, [titik(0), titik(5)]) is None
    assert jangkauan(CAPAIAN, [titik(4), None]) is None
    assert mungkin(titik(7), CAPAIAN, [titik(0), titik(5)])
    assert not mungkin(titik(7), CAPAIAN, [titik(0), titik(5)], tak_terdefinisi=False)


def test_jangkauan_rentang_memuat_puncaknya() -> None:
    """A band narrower than the rounding of realisasi: 100 lies between two ends that both miss it."""
    assert jangkauan(CAPAIAN, ["50–50", cetak(50, 0), "rentang"]).atas == 100


@pytest.mark.parametrize(
    "x, desimal, hasil",
    [(41.3785, 2, 41.37), (41.3785, 3, 41.378), (-3.19, 1, -3.1), (0.29, 2, 0.29), (17.9, 0, 17), (1.005, 2, 1)],
)
def test_further_digits_are_cut_not_rounded(x, desimal, hasil):
    assert potong(x, desimal) == hasil


@pytest.mark.parametrize(
    ("asal", "x", "desimal", "dari"),
    [
        (41.379999, 41.37, 2, True),  # nearly a unit of the last digit, cut off
        (412.999, 412.0, 0, True),
        (0.5999, 0.5, 1, True),
        (-3.1999, -3.1, 1, True),
        (41.3785, 41.38, 2, True),
        (41.3785, 41.36, 2, False),
        (413.2, 412.0, 0, False),
        (66.67, 66.7, None, True),
        (66.67, 66.6, None, False),
    ],
)
def test_dibulatkan_atau_dipotong(asal: float, x: float, desimal: int | None, dari: bool) -> None:
    assert tertulis_dari(asal, x, desimal) is dari

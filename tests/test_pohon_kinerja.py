"""The tree of conditions: who stands below whom, what is wrong with it (PH-01 to PH-03), and how the report prints it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from buku_md import buku_md, di, semua
from hypothesis import given
from hypothesis import strategies as st

from lkjip_xl.ringkasan.pohon_kinerja import TERDALAM, Simpul, akar_pohon, kepala_tingkat, tabel_pohon
from lkjip_xl.tabel.model import BARIS_DATA
from lkjip_xl.word import susun_naskah
from lkjip_xl.word.naskah import Gambar, Tabel
from lkjip_xl.word.tata_pohon import LEBAR, TINGGI, tata_pohon

KEPALA = "| Pohon Kinerja | kode | induk | jenis | kondisi | kode_indikator | pengampu |\n"
LAIN = """
| Pengaturan | instansi | tahun |
|            | Dinas    | 2024  |

| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | Kasus     | kasus  | turun |

"""
TIGA = """
| | 1 | | hasil | Warga sehat | S1.1 | Kepala Dinas |
| | 1.1 | | antara | Kasus ditangani | | |
| | 1.1.1 | | | Kasus terlacak | | Kepala Bidang |
| | x | 1 | antara | Air bersih | | |
"""


def pohon(isi: str):
    return buku_md(LAIN + KEPALA + isi.strip("\n") + "\n")


def bentuk(akar: Sequence[Simpul]) -> list:
    return [(x.kondisi, bentuk(x.anak)) if x.anak else x.kondisi for x in akar]


def test_induk_ditulis_atau_menurut_awalan_kode() -> None:
    akar = akar_pohon(pohon(TIGA))
    assert bentuk(akar) == [("Warga sehat", [("Kasus ditangani", ["Kasus terlacak"]), "Air bersih"])]
    assert (akar[0].indikator, akar[0].pengampu, akar[0].anak[0].indikator) == ("Kasus", "Kepala Dinas", "")
    assert kepala_tingkat(akar) == ["Hasil", "Antara", "Tingkat 3"]  # of one kind, of one kind, without
    # a prefix that no row bears is passed over; what was typed is not replaced by it
    assert bentuk(akar_pohon(pohon("| | 1 | | | A | | |\n| | 1.2.3 | | | B | | |"))) == [("A", ["B"])]
    assert bentuk(akar_pohon(pohon("| | 1 | | | A | | |\n| | 1.2 | 7 | | B | | |"))) == ["A", "B"]
    assert akar_pohon(buku_md(LAIN)) == ()


@pytest.mark.parametrize(
    ("isi", "kode", "sel"),
    [
        ("| | 1 | | | A | | |\n| | 1.1 | 1 | | B | | |", "PH-01", []),
        ("| | 1 | | | A | | |\n| | 1.1 | 2 | | B | | |", "PH-01", [("induk", 1)]),
        ("| | a | | | A | | |\n| | b | A | | B | | |", "PH-01", []),  # upper and lower case are one
        ("| | 1 | | | A | | |\n| | 2 | 1 | | B | | |\n| | 3 | 2 | | C | | |", "PH-02", []),
        ("| | 1 | 2 | | A | | |\n| | 2 | 3 | | B | | |\n| | 3 | 1 | | C | | |", "PH-02", [("induk", 0)]),
        ("| | 1 | 1 | | A | | |", "PH-02", [("induk", 0)]),
        ("| | 1 | 2 | | A | | |\n| | 2 | 1 | | B | | |\n| | 3 | 2 | | C | | |", "PH-02", [("induk", 0)]),
    ],
)
def test_induk_yang_salah(isi: str, kode: str, sel: list[tuple[str, int]]) -> None:
    assert semua(LAIN + KEPALA + isi + "\n", kode) == [(kode, di("pohon_kinerja", k, BARIS_DATA + n)) for k, n in sel]


@pytest.mark.parametrize(("banyak", "letak"), [(TERDALAM, []), (TERDALAM + 1, [TERDALAM])])
def test_pohon_yang_terlalu_dalam(banyak: int, letak: list[int]) -> None:
    isi = "".join(f"| | K{n} | {f'K{n - 1}' if n else ''} | | Kondisi {n} | | |\n" for n in range(banyak))
    assert semua(LAIN + KEPALA + isi, "PH-03") == [
        ("PH-03", di("pohon_kinerja", "kode", BARIS_DATA + n)) for n in letak
    ]
    assert len(akar_pohon(pohon(isi))) == 1 + len(letak)


@given(st.lists(st.integers(-1, 14), max_size=14))
def test_setiap_baris_sekali_di_pohon(induk: list[int]) -> None:
    """Whatever is typed into Induk: each row stands in the tree once."""
    isi = "".join(f"| | K{n} | {f'K{i}' if i >= 0 else ''} | | Kondisi {n} | | |\n" for n, i in enumerate(induk))

    def jelajah(akar: Sequence[Simpul]) -> Iterator[str]:
        for x in akar:
            yield x.kondisi
            yield from jelajah(x.anak)

    ada = list(jelajah(akar_pohon(pohon(isi)))) if induk else []
    assert sorted(ada) == sorted(f"Kondisi {n}" for n in range(len(induk)))


def test_tabel_pohon() -> None:
    t = tabel_pohon(pohon(TIGA), "Pohon")
    assert t is not None
    assert [k.judul for k in t.kolom] == ["Hasil", "Antara", "Tingkat 3"]
    assert [[t.nilai(b, k.nama) for k in t.kolom] for b in range(2)] == [
        ["Warga sehat\nIndikator: Kasus\nPengampu: Kepala Dinas", "Kasus ditangani", "Kasus terlacak\nPengampu: Kepala Bidang"],
        ["Warga sehat\nIndikator: Kasus\nPengampu: Kepala Dinas", "Air bersih", None],
    ]  # fmt: skip
    assert tabel_pohon(buku_md(LAIN), "Pohon") is None


def lurus(banyak: int, teks: str) -> tuple[Simpul, ...]:
    """A tree of so many levels without branches."""
    anak: tuple[Simpul, ...] = ()
    for n in range(banyak):
        anak = (Simpul(n, teks, anak=anak),)
    return anak


def lebar_huruf(teks: str) -> float:
    return 4.0 * len(teks)


@pytest.mark.parametrize(
    ("akar", "banyak"),
    [
        (lurus(1, "Kondisi"), 0),
        (lurus(2, "Kondisi"), 1),
        (lurus(6, "Kondisi"), 1),
        (lurus(7, "Kondisi"), 0),
        (lurus(6, "mempertanggungjawabkan"), 0),  # wider than its box
        (lurus(3, "mempertanggungjawabkan"), 1),
        (lurus(2, "kata " * 3000), 0),  # higher than a page
        ((Simpul(0, "A", anak=tuple(Simpul(n, "Kondisi " * 9) for n in range(1, 60))),), 4),
        ((Simpul(0, "A", anak=tuple(Simpul(n, "Kondisi " * 9) for n in range(1, 600))),), 0),  # more than six pictures
    ],
)
def test_banyak_gambar_pohon(akar: tuple[Simpul, ...], banyak: int) -> None:
    assert len(tata_pohon(akar, lebar_huruf)) == banyak


def test_kotak_setinggi_halaman_tidak_diukur_semuanya() -> None:
    """A condition that no picture holds is a table, known after a page of its lines: to measure 32,767 letters takes a second."""
    diukur: list[str] = []
    akar = tuple(Simpul(n, "kondisi yang panjang " * 1500, anak=(Simpul(n + 100, "B"),)) for n in range(1, 9))
    assert tata_pohon(akar, lambda t: diukur.append(t) or lebar_huruf(t)) == []
    assert 0 < len(diukur) < 1000


def test_kotak_tidak_bertindih_dan_tidak_keluar() -> None:
    cabang = tuple(
        Simpul(n, "Kondisi " * (n % 7 + 1), anak=tuple(Simpul(n * 100 + m, "Keluaran " * (m % 5 + 1), pengampu="Kepala Bidang") for m in range(n % 4)))
        for n in range(1, 40)
    )  # fmt: skip
    semua_bidang = tata_pohon((Simpul(0, "Hasil", anak=cabang),), lebar_huruf)
    assert len(semua_bidang) > 1
    ujung = []
    for bidang in semua_bidang:
        assert bidang.tinggi <= TINGGI
        assert bidang.kotak[0].kondisi == ("Hasil",)  # repeated in each picture
        for k in bidang.kotak:
            assert k.x >= 0 and k.x + k.lebar <= LEBAR + 1e-6 and k.y >= 0 and k.y + k.tinggi <= bidang.tinggi
        for tingkat in range(3):
            setingkat = sorted((k.y, k.y + k.tinggi) for k in bidang.kotak if k.tingkat == tingkat)
            assert all(atas[1] < bawah[0] for atas, bawah in pairwise(setingkat))
        ujung += [k.kondisi for k in bidang.kotak if k.tingkat == 2]
    assert len(ujung) == sum(len(x.anak) for x in cabang)  # no end is missing, none printed twice


def test_pohon_tergambar_atau_ditabelkan(monkeypatch: pytest.MonkeyPatch) -> None:
    def isi(teks: str) -> tuple[list[str], list[str]]:
        balok = [*susun_naskah(pohon(teks)).balok]
        gambar = [x.judul for x in balok if isinstance(x, Gambar) and "Pohon" in x.judul]
        return gambar, [x.tabel.judul for x in balok if isinstance(x, Tabel) and "Pohon" in x.tabel.judul]

    pytest.importorskip("matplotlib")
    assert isi(TIGA) == (["Pohon Kinerja Dinas"], [])
    assert isi("| | 1 | | | A | | |\n| | 2 | | | B | | |") == ([], ["Pohon Kinerja Dinas"])  # of one level
    assert isi("") == ([], [])
    monkeypatch.setitem(__import__("sys").modules, "matplotlib", None)
    monkeypatch.setitem(__import__("sys").modules, "matplotlib.textpath", None)
    assert isi(TIGA) == ([], ["Pohon Kinerja Dinas"])

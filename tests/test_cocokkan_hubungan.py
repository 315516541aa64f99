"""Columns only an outside table has: differences and shares that do not follow, rows of which the sheet would hold nothing."""

from __future__ import annotations

import pytest
from buku_md import buku_md, di
from tabel_asing import sel_baris

from lkjip_xl.cocokkan import cocokkan
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.sumber.model import Kisi, Sumber

UKUR = """
| Indikator | kode | jenjang | pernyataan | indikator                | satuan   | arah  |
|           | S1.1 | sasaran | Satu       | Indeks kepuasan          | indeks   | naik  |
|           | S1.2 | sasaran |            | Jumlah kecelakaan        | kejadian | turun |
|           | S1.3 | sasaran |            | Persentase jalan mantap  | %        | naik  |
|           | S1.4 | sasaran |            | Jumlah pasar baik        | pasar    | naik  |
|           | S1.5 | sasaran |            | Tanggal penyampaian      | tanggal  | naik  |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 80     | 82,44     |
|            | S1.2 | 70     | 61        |
|            | S1.3 | 60     | 55,7      |
|            | S1.4 | 9      | 8         |

| Riwayat | kode | realisasi_1 |
|         | S1.1 | 80,16       |
|         | S1.2 | 83          |
|         | S1.3 | 53,1        |
|         | S1.4 | 11          |
"""
NAMA = ("Indeks kepuasan", "Jumlah kecelakaan", "Persentase jalan mantap", "Jumlah pasar baik")


def luar(*baris: list[str]) -> Sumber:
    return Sumber("lain.csv", [Kisi("lain.csv", "", 1, sel_baris(*baris), beralamat=True)])


def gawat(lembar: str, *baris: list[str]) -> list[tuple[str, str]]:
    semua = cocokkan(buku_md(UKUR), lembar, luar(*baris)).temuan
    return [(x.kode, f"{x.lembar}!{x.sel}") for x in semua if x.tingkat in (Tingkat.KESALAHAN, Tingkat.PERINGATAN)]


@pytest.mark.parametrize(
    ("beda", "harap"),
    [
        (("2,28", "-22", "2,6", "-3"), []),
        (("2,28", "-12", "2,6", "-3"), [3]),
        (("2,28", "22", "2,6", "-3"), [3]),  # without its sign, where others have theirs
        (("2,3", "-22", "3", "-3"), []),  # to the digits printed
        (("1,1", "-9", "4,4", "-3"), []),  # of something else
    ],
)
def test_selisih_dari_tahun_lalu(beda: tuple[str, ...], harap: list[int]) -> None:
    """The table prints this year's figures alone; the workbook has those of the last."""
    kini = ("82,44", "61", "55,7", "8")
    isi = [[n, x, d] for n, x, d in zip(NAMA, kini, beda, strict=True)]
    semua = gawat("Pengukuran", ["Indikator Kinerja", "Realisasi", "Perubahan"], *isi)
    assert semua == [("CK-31", f"lain.csv!C{b}") for b in harap]


@pytest.mark.parametrize(
    ("lalu", "beda", "harap"),
    [
        ("83", "-22", []),
        ("83", "22", [("CK-31", "lain.csv!D3")]),
        ("93", "-22", [("CK-01", di("riwayat", "realisasi_1", 9))]),  # one cause: what it is made from is wrong
    ],
)
def test_selisih_dari_kolom_di_kirinya(lalu: str, beda: str, harap: list[tuple[str, str]]) -> None:
    isi = [["Indeks kepuasan", "80,16", "82,44", "2,28"], ["Jumlah kecelakaan", lalu, "61", beda],
           ["Persentase jalan mantap", "53,1", "55,7", "2,6"], ["Jumlah pasar baik", "11", "8", "-3"]]  # fmt: skip
    assert gawat("Riwayat", ["Indikator Kinerja", "Realisasi 2024", "Realisasi 2025", "Naik/(Turun)"], *isi) == harap


@pytest.mark.parametrize(("satuan", "harap"), [("pasar", []), ("Pasar rakyat", []), ("%", ["CK-06"])])
def test_persen_untuk_yang_dihitung(satuan: str, harap: list[str]) -> None:
    isi = [[NAMA[0], "indeks", "80"], [NAMA[1], "kejadian", "70"], [NAMA[2], "%", "60"], [NAMA[3], satuan, "9"]]
    assert [k for k, _ in gawat("Pengukuran", ["Indikator Kinerja", "Satuan", "Target"], *isi)] == harap


@pytest.mark.parametrize(("nama", "angka", "harap"), [
    ("Tanggal penyampaian", "-", []),  # an indicator nobody measured that year
    ("Tanggal penyampaian", "5", ["CK-03"]),
    ("Indikator asing", "-", ["CK-03"]),
])  # fmt: skip
def test_baris_tanpa_angka(nama: str, angka: str, harap: list[str]) -> None:
    isi = [[n, x] for n, x in zip(NAMA, ("80,16", "83", "53,1", "11"), strict=True)]
    assert [k for k, _ in gawat("Riwayat", ["Indikator Kinerja", "Realisasi 2024"], *isi, [nama, angka])] == harap


RENSTRA = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2025  | 2024         | 2026          |

| Renstra | kode | target_1 | target_2 | target_3 |
|         | S1.1 | 79       | 80       | 81       |
|         | S1.2 | 75       | 70       | 65       |
|         | S1.3 | 58       | 60       | 62       |
|         | S1.4 | 8        | 9        | 10       |
"""


@pytest.mark.parametrize(
    ("target", "harap"),
    [
        (("81", "65", "62", "10"), []),
        (("81", "56", "62", "10"), ["lain.csv!C3"]),
        (("85", "60", "66", "10"), []),  # of another document
    ],
)
def test_target_tahun_lain_menurut_renstra(target: tuple[str, ...], harap: list[str]) -> None:
    """A year the sheet it is reconciled with does not have is one of the Renstra."""
    isi = [[n, x, y] for n, x, y in zip(NAMA, ("80", "70", "60", "9"), target, strict=True)]
    t = luar(["Indikator Kinerja", "Target 2025", "Target 2026"], *isi)
    semua = [x for x in cocokkan(buku_md(RENSTRA + UKUR), "Pengukuran", t).temuan if x.kode == "CK-31"]
    assert [f"{x.lembar}!{x.sel}" for x in semua] == harap
    assert {a for x in semua for a in x.sel_terkait} == ({("Renstra", "I9")} if harap else set())

"""Figures that texts claim of an indicator, against the tables."""

from __future__ import annotations

import pytest
from buku_md import di, semua

BUKU = """
| Pengaturan | tahun |
|            | 2023  |

| Indikator | kode | jenjang | pernyataan | indikator               | satuan | arah  |
|           | S1.1 | sasaran | A          | Persentase jalan mantap | %      | naik  |
|           | S1.2 | sasaran |            | Angka kemiskinan        | %      | turun |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 75     | 71,25     |
|            | S1.2 | 9,5    | 9,11      |

| Riwayat | kode | target_1 | realisasi_1 |
|         | S1.1 | 73       | 70,1        |

| Analisis | kode | penghambat |
|          | S1.1 | {analisis} |

| Naskah | bagian   | teks     |
|        | Ikhtisar | {naskah} |
"""
ANALISIS, NASKAH = di("analisis", "penghambat"), di("naskah", "teks")


@pytest.mark.parametrize(
    ("teks", "salah"),
    [
        ("Target 75% terealisasi 71,25% dengan capaian 95,00%.", False),
        ("Target 75% terealisasi 72,15%.", True),
        ("Realisasi sebesar 71,3 persen, capaian 95 persen.", False),
        ("Realisasi tahun 2022 adalah 70,1 persen dan target tahun 2023 75 persen.", False),
        ("Capaian kinerja mencapai 95,89%.", True),
        ("Target yang ditetapkan 77% belum tercapai.", True),
        ("Realisasi anggaran 95,89%.", False),
        ("Capaian terhadap target akhir Renstra 88,2%.", False),
        ("Realisasi 52 km jalan.", False),
        ("Realisasi 3 persen lebih rendah.", False),
        ("Realisasi Angka kemiskinan 9,11 persen.", False),
        ("Angka kemiskinan: realisasi 9,81 persen.", True),
    ],
)
def test_analisis(teks: str, salah: bool) -> None:
    assert semua(BUKU.format(analisis=teks, naskah=""), "KW-32") == ([("KW-32", ANALISIS)] if salah else [])


@pytest.mark.parametrize(
    ("teks", "salah"),
    [
        ("Persentase jalan mantap ditargetkan 75% dan terealisasi 71,25%.", False),
        ("Persentase jalan mantap ditargetkan 75% dan terealisasi 72,15%.", True),
        ("Indikator lain ditargetkan 77%.", False),
        ("Persentase jalan mantap dan angka kemiskinan dengan target 77%.", False),
    ],
)
def test_naskah(teks: str, salah: bool) -> None:
    assert semua(BUKU.format(analisis="", naskah=teks), "KW-32") == ([("KW-32", NASKAH)] if salah else [])


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        # a figure that names its year
        ("Jalan mantap 71,25 persen, tahun 2022 sebesar 70,1 persen.", ""),
        ("Jalan mantap 71,25 persen (95,00 persen), tahun 2022 sebesar 71,0 persen.", "KW-32"),
        ("Jalan mantap 71,25 persen (95,00 persen), tahun 2022 sebesar 64,9 persen.", ""),  # no slip of 70,1
        ("Jalan mantap 71,25 persen (95,00 persen), tahun 2020 sebesar 71,0 persen.", ""),  # no year we have
        ("Tahun 2022 sebesar 71,0 persen.", ""),  # of nothing we know
        # behind a name, in a sentence on several
        ("Terbaik Angka kemiskinan 104,11% dan Persentase jalan mantap 95,00%.", ""),
        ("Terbaik Angka kemiskinan 140,11% dan Persentase jalan mantap 95,00%.", "KW-32"),
        ("Terbaik Angka kemiskinan 98,22% dan Persentase jalan mantap 95,00%.", ""),
        # points since last year
        ("Persentase jalan mantap naik 1,15 poin.", ""),
        ("Persentase jalan mantap naik 1,51 poin.", "KW-33"),
        ("Persentase jalan mantap naik 3,40 poin.", ""),  # since another year
    ],
)
def test_angka_bertahun(teks: str, kode: str) -> None:
    ada = semua(BUKU.format(analisis="", naskah=teks), "KW-32", "KW-33")
    assert ada == ([(kode, NASKAH)] if kode else [])

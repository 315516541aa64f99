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

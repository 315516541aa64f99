"""Free tables against the sheets whose figures they print again, and their columns against each other."""

from __future__ import annotations

import pytest
from buku_md import di, semua

BUKU = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2023  | 2021         | 2026          |

| Skala Kategori | batas | tanda | kategori |
|                | 100   | >=    | Baik     |
|                |       |       | Kurang   |

| Indikator | kode | jenjang | pernyataan | indikator      | satuan | arah  |
|           | S1.1 | sasaran | A          | Indeks layanan | Indeks | naik  |
|           | S1.2 | sasaran |            | Jalan mantap   | %      | naik  |
|           | S2.1 | sasaran | B          | Kemiskinan     | %      | turun |

| PK | versi     | kode | target |
|    | murni     | S1.1 | 80     |
|    | perubahan | S1.1 | 82     |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 82     | 84,07     |
|            | S1.2 | 75     | 71,2      |
|            | S2.1 | 9,5    | 9,11      |

| Riwayat | kode | realisasi_1 |
|         | S1.1 | 82,9        |
|         | S1.2 | 70,1        |
|         | S2.1 | 9,8         |

| Tabel Bebas | judul | k1 | k2 | k3 | k4 | k5 |
"""
CAPAIAN = (
    ("Indikator", "Target", "Realisasi", "Capaian", "Kategori"),
    ("Indeks layanan", "82", "84,07", "102,52", "Baik"),
    ("Jalan mantap", "75", "71,2", "94,93", "Kurang"),
    ("Kemiskinan", "9,5", "9,11", "104,11", "Baik"),
)
TAHUN = (
    ("Indikator", "2022", "2023"),
    ("Indeks layanan", "82,9", "84,07"),
    ("Jalan mantap", "70,1", "71,2"),
    ("Kemiskinan", "9,8", "9,11"),
)


def tabel(baris, ganti=(), judul="Tabel"):
    isi = [list(x) for x in baris]
    for (b, k), teks in dict(ganti).items():
        isi[b][k] = teks
    barisan = [[judul if not n else "", *x, *[""] * (5 - len(x))] for n, x in enumerate(isi)]
    return BUKU.rstrip("\n") + "".join(f"\n| | {' | '.join(x)} |" for x in barisan) + "\n"


def temuan(teks):
    return [(k, s) for k, s in semua(teks, "TB-10", "TB-12", "TB-13", "TB-20", "TB-21", "TB-22")]


@pytest.mark.parametrize(
    ("baris", "ganti", "harap"),
    [
        (CAPAIAN, {}, []),
        (CAPAIAN, {(1, 2): "84,70"}, [("TB-21", 9, "k3")]),
        (CAPAIAN, {(1, 2): "84,1"}, []),  # to the digits printed
        (
            CAPAIAN,
            {(1, 1): "80", (1, 3): "105,09"},
            [("TB-21", 9, "k4")],
        ),  # the target of the PK murni is another version
        (CAPAIAN, {(3, 3): "95,89", (3, 4): "Kurang"}, [("TB-21", 11, "k4")]),
        (CAPAIAN, {(0, 3): "Kemajuan (%)", (3, 3): "59,89"}, [("TB-20", 11, "k4")]),
        (CAPAIAN, {(2, 4): "Baik"}, [("TB-22", 10, "k5")]),
        (CAPAIAN, {(1, 4): "Tinggi", (2, 4): "Tinggi", (3, 4): "Rendah"}, []),
        (TAHUN, {}, []),
        (TAHUN, {(1, 1): "83,9"}, [("TB-21", 9, "k2")]),
        (
            TAHUN,
            {(1, 1): "84,07", (2, 1): "71,2", (3, 1): "9,11"},
            [("TB-21", b, "k2") for b in (9, 10, 11)],
        ),  # a year late
        (TAHUN, {(0, 1): "Nasional", (1, 1): "82,5"}, []),
        (TAHUN, {(1, 1): "83,9", (2, 1): "72,0", (3, 1): "9,9"}, []),  # of something else
    ],
)
def test_angka_lembar_lain(baris, ganti: dict, harap: list) -> None:
    assert temuan(tabel(baris, ganti)) == [(k, di("tabel_bebas", c, b)) for k, b, c in harap]


PEGAWAI = (
    ("Unit", "Laki-laki", "Perempuan", "Jumlah"),
    ("A", "20", "25", "45"),
    ("B", "15", "12", "27"),
    ("C", "12", "18", "30"),
)
TW = (
    ("Hal", "TW I", "TW II", "TW III", "Jumlah"),
    ("A", "1", "2", "3", "6"),
    ("B", "2", "2", "2", "6"),
    ("C", "70", "71", "75", "75"),
)
SPM = (("Layanan", "Sasaran", "Terlayani", "Persentase"), ("A", "40", "38", "95,00"), ("B", "0", "0", "-"), ("C", "52", "50", "96,15"),
       ("D", "30", "20", "66,67"), ("Jumlah", "122", "108", "88,52"))  # fmt: skip
BAGIAN = (("Jenis", "Banyaknya", "%"), ("A", "20", "40"), ("B", "15", "30"), ("C", "15", "30"), ("Jumlah", "50", "100"))
HEMAT = (
    ("Sasaran", "Capaian (%)", "Serapan (%)", "Efisiensi"),
    ("A", "102", "96", "6"),
    ("B", "90", "95", "-5"),
    ("C", "100", "92", "8"),
)
BELANJA = (
    ("Jenis", "Anggaran", "Realisasi"),
    ("A", "500", "400"),
    ("B", "300", "250"),
    ("C", "50", "40"),
    ("Jumlah Belanja", "850", "690"),
)
RATA = (
    ("Sasaran", "Jumlah Indikator", "Capaian (%)"),
    ("A", "2", "98,73"),
    ("B", "1", "104,11"),
    ("Rata-rata", "3", "101,42"),
)


@pytest.mark.parametrize(
    ("baris", "ganti", "harap"),
    [
        (PEGAWAI, {}, []),
        (PEGAWAI, {(2, 3): "37"}, [("TB-20", 10, "k4")]),
        (PEGAWAI, {(1, 3): "55", (2, 3): "37"}, []),  # most rows do otherwise: it is no sum
        (TW, {}, []),  # cumulative
        (TW, {(2, 4): "7"}, []),  # one row shows nothing
        (SPM, {}, []),
        (SPM, {(4, 3): "76,67"}, [("TB-20", 12, "k4")]),
        (SPM, {(5, 3): "85,94"}, []),  # the mean of the rows
        (SPM, {(5, 3): "58,52"}, [("TB-20", 13, "k4")]),
        (BAGIAN, {}, []),
        (BAGIAN, {(2, 2): "35"}, [("TB-20", 10, "k3")]),
        (HEMAT, {}, []),
        (HEMAT, {(3, 3): "18"}, [("TB-20", 11, "k4")]),
        (BELANJA, {}, []),
        (BELANJA, {(4, 1): "860"}, [("TB-10", 12, "k2")]),
        (BELANJA, {(4, 0): "Jumlah pegawai", (4, 1): "31", (4, 2): "30"}, []),
        (RATA, {}, []),
        (RATA, {(3, 2): "100,52"}, []),  # by the number of indicators
        (RATA, {(3, 2): "103,40"}, [("TB-12", 11, "k3")]),
        (RATA, {(0, 1): "Catatan", (1, 1): "", (2, 1): "", (3, 1): "", (3, 2): "103,40"}, []),
    ],
)
def test_kolom_yang_mengikuti_kolom_lain(baris, ganti: dict, harap: list) -> None:
    assert temuan(tabel(baris, ganti)) == [(k, di("tabel_bebas", c, b)) for k, b, c in harap]

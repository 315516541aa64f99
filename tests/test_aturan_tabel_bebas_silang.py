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
        (CAPAIAN, {(3, 3): "100", (3, 4): "Kurang"}, [("TB-21", 11, "k4")]),  # not the highest of its column, so no cap
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
SEMESTER = (("Bulan", "Jumlah", "Persentase"), ("Januari – Juni", "13.000", "51,2"), ("Juli – Desember", "12.382", "48,8"),
            ("Total", "25.382", "100,0"))  # fmt: skip
BERBOBOT = (
    ("Aspek", "Bobot (%)", "Nilai", "Nilai Tertimbang"),
    ("A", "30", "82,50", "24,75"),
    ("B", "25", "78,00", "19,50"),
    ("C", "30", "88,20", "26,46"),
    ("D", "15", "80,00", "12,00"),
    ("Jumlah", "100", "", "82,71"),
)
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
        (SEMESTER, {}, []),
        (SEMESTER, {(2, 2): "52,1"}, [("TB-20", 10, "k3")]),
        (SEMESTER, {(1, 2): "97,5", (2, 2): "98,1"}, []),  # of something else
        (BERBOBOT, {}, []),
        (BERBOBOT, {(3, 3): "24,66"}, [("TB-20", 11, "k4")]),
        (BERBOBOT, {(1, 3): "25", (2, 3): "19", (3, 3): "27", (4, 3): "11"}, []),  # by another formula
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


PAJAK = (
    ("Jenis", "Target (Rp)", "Realisasi (Rp)", "%"),
    ("Hotel", "18.500.000", "19.214.377", "103,86"),
    ("Parkir", "1.650.000", "1.702.331", "103,17"),
    ("Reklame", "5.250.000", "4.318.844", "82,26"),
    ("Hiburan", "4.100.000", "3.711.502", "90,52"),
)


@pytest.mark.parametrize(
    ("ganti", "ada"),
    [
        ({}, False),
        ({(3, 3): "121,56"}, True),  # target by realisasi
        ({(3, 3): "117,74"}, True),  # as one that is better lower
        ({(3, 0): "Piutang macet", (3, 3): "121,56"}, False),  # that one may be
        ({(1, 3): "96,28", (2, 3): "96,93", (3, 3): "121,56", (4, 3): "110,47"}, False),  # so all of them
        ({(3, 1): "525", (3, 2): "432", (3, 3): "121,53"}, False),  # no amount
    ],
)
def test_persen_uang_searah(ganti: dict, ada: bool) -> None:
    """Amounts of one table are all better higher: one percentage the other way round is a slip."""
    assert temuan(tabel(PAJAK, ganti)) == ([("TB-20", di("tabel_bebas", "k4", 11))] if ada else [])


def test_program_dan_renstra_yang_dicetak_lagi() -> None:
    """Amounts of programmes and targets of a plan are held against their sheets like the figures of indicators."""
    teks = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2023  | 2021         | 2026          |

| Indikator | kode | jenjang | pernyataan | indikator      | satuan | arah  |
|           | S1.1 | sasaran | A          | Indeks layanan | Indeks | naik  |
|           | S1.2 | sasaran |            | Jalan mantap   | %      | naik  |
|           | S2.1 | sasaran | B          | Kemiskinan     | %      | turun |

| Renstra | kode | target_1 | target_2 | target_3 | target_4 | target_5 | target_6 |
|         | S1.1 | 80       | 81       | 82       | 83       | 84       | 85       |
|         | S1.2 | 71       | 73       | 75       | 77       | 79       | 81       |
|         | S2.1 | 10,5     | 10       | 9,5      | 9        | 8,5      | 8        |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | 82     | 84,07     | 102,52  |
|            | S1.2 | 75     | 71,2      | 94,93   |
|            | S2.1 | 9,5    | 9,11      | 104,11  |

| Riwayat | kode | target_1 | realisasi_1 | capaian_1 | target_2 | realisasi_2 | capaian_2 | target_3 | realisasi_3 | capaian_3 |
|         | S1.1 | 81       | 82,9        | 102,35    | 80       | 80,4        | 100,5     | 79       | 79,2        | 100,25    |
|         | S1.2 | 73       | 70,1        | 96,03     | 71       | 69,3        | 97,61     | 70       | 68,5        | 97,86     |
|         | S2.1 | 10       | 9,8         | 102       | 10,5     | 10,2        | 102,86    | 11       | 10,6        | 103,64    |

| Anggaran | kode | level   | nama            | pagu | realisasi_rp | serapan |
|          | 1.01 | program | Program Jalan   | 2000 | 1800         | 90      |
|          | 1.02 | program | Program Layanan | 4000 | 3900         | 97,5    |
|          | 1.03 | program | Program Sosial  | 1000 | 770          | 77      |

| Tabel Bebas | judul   | k1              | k2   | k3        | k4      | k5     |
|             | Capaian | Indikator       | 2024 | Realisasi | Capaian | Target |
|             |         | Indeks layanan  | 83   | 84,07     | 102,52  | 82     |
|             |         | Jalan mantap    | 77   | 71,2      | 94,93   | 75     |
|             |         | Kemiskinan      | 9    | 9,11      | 104,11  | 9,5    |
|             | Lalu    | Indikator       | 2022 | 2021      | 2020    |        |
|             |         | Indeks layanan  | 82,9 | 80,4      | 79,2    |        |
|             |         | Jalan mantap    | 70,1 | 69,3      | 68,5    |        |
|             |         | Kemiskinan      | 9,8  | 10,2      | 10,6    |        |
|             | Uang    | Program         | Pagu | Realisasi | Serapan |        |
|             |         | Program Jalan   | 2000 | 1800      | 90      |        |
|             |         | Program Layanan | 4000 | 3900      | 97,5    |        |
|             |         | Program Sosial  | 1000 | 790       | 77      |        |
"""
    assert ("TB-21", di("tabel_bebas", "k3", 19)) in temuan(teks)
    assert {s for k, s in temuan(teks) if k == "TB-21"} == {di("tabel_bebas", "k3", 19)}


KELAS = (
    ("Sasaran", "Jumlah Indikator", "> 100 %", "90 – 100 %", "< 90 %"),
    ("Pendidikan", "3", "2", "1", "0"),
    ("Kesehatan", "4", "2", "1", "1"),
    ("Ekonomi", "5", "1", "3", "1"),
    ("Jumlah", "12", "5", "5", "2"),
)
RATA = (("Kasus", "2021", "2022", "2023", "Rata-rata"), ("Anak", "31", "33", "41", "35"), ("Perempuan", "22", "23", "27", "24"),
        ("Lansia", "4", "6", "8", "6"))  # fmt: skip
KEPADATAN = (("Kecamatan", "Penduduk", "Luas", "Keadaan"), ("Utara", "120", "30,2", "3,97"), ("Tengah", "98", "12,9", "7,6"),
             ("Selatan", "109", "58,4", "1,87"), ("Jumlah", "327", "101,5", "3,22"))  # fmt: skip


@pytest.mark.parametrize(
    ("baris", "ganti", "harap"),
    [
        (KELAS, {}, []),
        (KELAS, {(4, 2): "6"}, [("TB-10", 12, "k3")]),  # a class is counted, its sign of percent is none
        (KELAS[:4], {(2, 1): "5"}, [("TB-20", 10, "k2")]),  # a whole before its parts
        (RATA, {}, []),
        (RATA, {(1, 4): "36"}, [("TB-20", 9, "k5")]),
        (RATA, {(0, 4): "Rata-rata nasional", (1, 4): "36"}, []),
        (KEPADATAN, {}, []),  # a measure of the whole stands among those of its parts
        (KEPADATAN, {(4, 1): "372"}, [("TB-10", 12, "k2")]),
        (KEPADATAN, {(4, 2): "110,5"}, [("TB-10", 12, "k3")]),
    ],
)
def test_kelas_rata_rata_dan_ukuran(baris, ganti, harap):
    assert temuan(tabel(baris, ganti)) == [(k, di("tabel_bebas", kolom, b)) for k, b, kolom in harap]


def test_judul_di_setiap_baris_satu_tabel():
    """The same title again goes on with the table, a header of its own begins another."""
    isi = (("Uraian", "Rp"), ("A", "10"), ("B", "20"), ("Jumlah", "40"))
    barisan = [["Tabel", *x, "", "", ""] for x in isi]
    teks = BUKU.rstrip("\n") + "".join(f"\n| | {' | '.join(x)} |" for x in barisan) + "\n"
    assert temuan(teks) == [("TB-10", di("tabel_bebas", "k2", 11))]
    assert temuan(teks.replace("| 40 |", "| 30 |")) == []


TERPENUHI = """
| Indikator | kode | jenjang | indikator        | satuan | arah | cara_capaian |
|           | S1.1 | sasaran | Jumlah Peserta   | Orang  | naik | terpenuhi    |
|           | S1.2 | sasaran | Jumlah Pelatihan | Kali   | naik |              |
|           | S1.3 | sasaran | Jumlah Kelas     | Kelas  | naik |              |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 898    | 794       |
|            | S1.2 | 40     | 38        |
|            | S1.3 | 20     | 23        |

| Tabel Bebas | judul   | bagian   | k1               | k2     | k3        | k4          |
|             | Capaian | Lampiran | Indikator        | Target | Realisasi | Capaian (%) |
|             |         |          | Jumlah Peserta   | 898    | 794       | 0,00        |
|             |         |          | Jumlah Pelatihan | 40     | 38        | 95,00       |
|             |         |          | Jumlah Kelas     | 20     | 23        | 115,00      |
"""


@pytest.mark.parametrize(("x", "salah"), [("0,00", False), ("10,00", True)])
def test_capaian_menurut_cara_indikatornya_bukan_kolom(x: str, salah: bool) -> None:
    """Reached or not: no other row is made so, and yet it is the indicator's own."""
    isi = TERPENUHI.replace("794       | 0,00", f"794       | {x}")
    assert bool([k for k, _ in semua(isi, "TB-20", "TB-21")]) is salah


BATAS = """
| Pengaturan | tahun | batas_capaian |
|            | 2023  | 100           |

| Indikator | kode | jenjang | indikator      | satuan | arah  |
|           | S1.1 | sasaran | Angka stunting | %      | turun |
|           | S1.2 | sasaran | Jalan mantap   | %      | naik  |
|           | S1.3 | sasaran | Air bersih     | %      | naik  |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | 18,5   | 17,42     | 100     |
|            | S1.2 | 75     | 71,2      | 94,93   |
|            | S1.3 | 80     | 70,4      | 88      |

| Tabel Bebas | judul | k1             | k2          |
|             | Rekap | Indikator      | Capaian (%) |
|             |       | Angka stunting | 105,84      |
|             |       | Jalan mantap   | 94,93       |
|             |       | Air bersih     | 88          |
"""


@pytest.mark.parametrize(
    ("ukur", "cetak", "ada"),
    [
        ("105,84", "100", False),  # one of them is capped where it is printed again, or where it was measured
        ("100", "105,84", False),
        ("105,84", "104,58", True),
        ("100", "104,58", True),
        ("105,84", "98", True),
    ],
)
def test_batas_di_salah_satu_cetakan(ukur: str, cetak: str, *, ada: bool) -> None:
    teks = BATAS.replace("105,84 ", f"{cetak} ").replace("17,42     | 100 ", f"17,42     | {ukur} ")
    teks = teks if ukur == "100" else teks.replace("| 2023  | 100 ", "| 2023  |     ")
    assert [s for k, s in temuan(teks) if k == "TB-21"] == ([di("tabel_bebas", "k2", 9)] if ada else [])

"""Texts against figures: rises and falls, wholes and parts, categories, rupiah, staff, changes since last year."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, semua

BUKU = """
| Pengaturan | tahun | instansi     | renstra_awal | renstra_akhir | skala_capaian                     |
|            | 2023  | Dinas Rekaan | 2021         | 2026          | 4 kategori: ≥100 / ≥75 / ≥55 |

| Indikator | kode | jenjang | pernyataan | indikator       | satuan | arah | sifat  | iku   |
|           | S1.1 | sasaran | P          | Jumlah pelatihan dasar | orang  | naik | jumlah | ya    |
|           | S1.2 | sasaran | P          | Persentase jalan mantap | %      | naik | akhir  | ya    |
|           | S2.1 | sasaran | Q          | Jumlah desa tangguh | desa   | naik | akhir  | tidak |
|           | S2.2 | sasaran | Q          | Indeks layanan warga | indeks | naik | akhir  | tidak |

| Pengukuran | kode | target | pembilang | penyebut | pengali | realisasi |
|            | S1.1 | 700    |           |          |         | 668       |
|            | S1.2 | 60     | 80.114    | 120.500  | 100     | 66,48     |
|            | S2.1 | 12     |           |          |         | 12        |
|            | S2.2 | 90     |           |          |         | 60        |

| Riwayat | kode | realisasi_1 |
|         | S1.1 | 655         |
|         | S1.2 | 61,20       |

| Anggaran | level   | nama      | pagu          | realisasi_rp  |
|          | program | Program A | 3.210.500.000 | 3.005.412.000 |
|          | program | Program B | 1.100.250.000 | 1.088.745.310 |
|          |         | JUMLAH    | 4.310.750.000 | 4.094.157.310 |

| Belanja | tahun | jenis          | anggaran      | realisasi     |
|         | 2023  | Belanja Barang | 3.310.750.000 | 3.144.157.310 |
|         | 2023  | Belanja Modal  | 1.000.000.000 | 950.000.000   |
|         | 2022  | Belanja Barang | 3.000.000.000 | 2.900.112.445 |

| Pegawai | dimensi    | uraian | jumlah |
|         | Pendidikan | S2     | 9      |
|         | Pendidikan | S1     | 27     |
|         | Pendidikan | Jumlah | 36     |
|         | Golongan   | IV     | 6      |
|         | Golongan   | III    | 30     |
|         | Golongan   | Jumlah | 36     |

| Analisis | kode | pendorong |
|          | S1.1 | {}        |

| Naskah | bagian   | teks |
|        | Ikhtisar | {}   |
"""
NASKAH, ANALISIS = di("naskah", "teks"), di("analisis", "pendorong")


def naskah(teks: str, kode: str) -> list[tuple[str, str]]:
    return semua(BUKU.format("Kerja sama", teks), kode)


def test_tanpa_tulisan_keliru_tidak_ada_temuan() -> None:
    assert gawat(BUKU.format("Kerja sama", "Kinerja baik.")) == []


@pytest.mark.parametrize(
    ("teks", "salah"),
    [
        ("Jumlah kasus menurun dari 121 kasus pada tahun 2022 menjadi 134 kasus.", True),
        ("Jumlah kasus meningkat dari 121 kasus pada tahun 2022 menjadi 134 kasus.", False),
        ("Prevalensi turun dari 15,92 persen menjadi 16,41 persen.", True),
        ("Prevalensi turun dari 15,92 persen menjadi 14,61 persen.", False),
        ("Peringkat daerah naik dari 5 menjadi 3.", False),
        ("Kecepatan layanan meningkat dari 5 hari menjadi 3 hari.", False),
        ("Kinerja meningkat dengan turunnya kasus dari 12 menjadi 8.", False),
        ("Kasus tidak menurun dari 12 menjadi 15.", False),
        ("Investasi naik dari Rp900 juta menjadi Rp1,2 miliar.", False),
        ("Investasi naik dari Rp900 juta menjadi 1,2.", False),
        ("Naik dari 20 menjadi 25 atau 25 persen.", False),
        ("Naik dari 20 menjadi 25 atau 35 persen.", True),
        ("Naik dari 20% menjadi 25% atau 5 persen.", False),
        ("Terbit 5.711 izin, meningkat 7,82 persen dibandingkan tahun 2022 sebanyak 5.275 izin.", True),
        ("Terbit 5.711 izin, meningkat 8,27 persen dibandingkan tahun 2022 sebanyak 5.275 izin.", False),
        ("Sebanyak 49 orang yang terdiri dari 27 PNS, 13 PPPK, dan 10 non ASN.", True),
        ("Sebanyak 49 orang yang terdiri dari 27 PNS, 12 PPPK, dan 10 non ASN.", False),
        ("Sebanyak 49 orang yang terdiri dari 27 PNS (20 pria dan 7 wanita), 12 PPPK, dan 10 non ASN.", False),
        ("Sebanyak 65 orang, yaitu 40 pria dan 25 wanita, dengan 27 orang lulusan SMA.", False),
        ("Sebanyak 49 orang, di antaranya 27 PNS dan 12 PPPK.", False),
        ("Wilayah 12 kecamatan terdiri dari 9 kelurahan dan 2 desa.", False),
        ("Kunjungan 25.382 terdiri dari 5.990 umum dan 19.932 BPJS.", True),
        ("Realisasi Rp. 3.005.412.000,- atau 93,16% dari pagu Rp. 3.210.500.000,-.", True),
        ("Realisasi Rp. 3.005.412.000,- atau 93,61% dari pagu Rp. 3.210.500.000,-.", False),
        ("Realisasi investasi Rp1,30 triliun atau 101,38 persen dari target Rp1.285,0 miliar.", False),
        ("Belanja Barang terealisasi Rp3.144.157.310 atau 99,47% dari anggaran.", True),
        ("Belanja Barang terealisasi Rp3.144.157.310 atau 94,97% dari anggaran.", False),
        ("Belanja Barang terealisasi Rp3.144.157.310 atau 76,80% dari realisasi seluruhnya.", False),
    ],
)
def test_hitungan_di_tulisan(teks: str, *, salah: bool) -> None:
    assert naskah(teks, "KW-33") == ([("KW-33", NASKAH)] if salah else [])


@pytest.mark.parametrize(
    ("teks", "salah"),
    [
        ("Dari 4 indikator, 2 indikator berkategori Sangat Berhasil, 1 Berhasil, dan 1 Cukup Berhasil.", False),
        ("Dari 4 indikator, 3 indikator berkategori Sangat Berhasil dan 1 Cukup Berhasil.", True),
        ("Dari 4 indikator, 3 indikator dinyatakan Sangat Berhasil, 1 Cukup Berhasil.", True),
        ("Sebanyak 2, 1 dan 1 indikator masing-masing berkategori Sangat Berhasil, Berhasil dan Cukup Berhasil.", False),
        ("Sebanyak 1, 2 dan 1 indikator masing-masing berkategori Sangat Berhasil, Berhasil dan Cukup Berhasil.", True),
        ("Dari dua indikator kinerja utama, satu indikator berkategori Sangat Berhasil dan satu Berhasil.", False),
        ("Dari dua indikator sasaran, dua indikator berkategori Berhasil.", True),
        ("Dari 9 indikator, 8 indikator berkategori Sangat Berhasil dan 1 Berhasil.", False),  # a set nobody knows
        ("Dari 4 indikator program, 4 indikator berkategori Berhasil.", False),
    ],
)  # fmt: skip
def test_banyaknya_tiap_kategori(teks: str, *, salah: bool) -> None:
    assert naskah(teks, "KW-34") == ([("KW-34", NASKAH)] if salah else [])


@pytest.mark.parametrize(
    ("teks", "salah"),
    [
        ("Anggaran sebesar Rp4.310.750.000 dengan realisasi Rp4.094.157.310.", False),
        ("Anggaran sebesar Rp4.310.570.000.", True),  # two digits in each other's place
        ("Anggaran sebesar Rp4.310.750.000 dengan realisasi Rp4.194.257.310.", True),  # beside the pagu of its row
        ("Sisa anggaran Rp216.592.690.", False),
        ("Anggaran sebelum perubahan Rp4.310.570.000.", False),
        ("Tahun 2022 anggaran sebesar Rp4.310.570.000.", False),
        ("Bantuan provinsi Rp5.000.000.000.", False),
        ("Realisasi Rp2.900.112.445.", False),  # another row of the workbook
        ("Dinas memiliki 39 orang pegawai.", True),
        ("Dinas memiliki 36 orang pegawai, 27 orang berpendidikan S1.", False),
        ("Sebanyak 29 orang berpendidikan S1 di dinas sebagai pegawai.", True),
        ("Jumlah pegawai yang mengikuti diklat 30 orang.", False),
        ("Jumlah tenaga kerja terserap 30 orang.", False),
        ("Dari 120.500 km, 81.014 km telah mantap.", True),
        ("Dari 120.500 km, 80.114 km telah mantap.", False),
        ("Dari 99.500 km, 81.014 km telah mantap.", False),  # nothing says whose it is
    ],
)
def test_angka_di_tulisan(teks: str, *, salah: bool) -> None:
    assert naskah(teks, "KW-32") == ([("KW-32", NASKAH)] if salah else [])


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("Realisasi sebanyak 686 orang dari target 700 orang.", "KW-32"),
        ("Realisasi sebanyak 668 orang dari target 700 orang.", None),
        ("Naik sebanyak 31 orang dibandingkan tahun 2022.", "KW-33"),
        ("Naik sebanyak 13 orang dibandingkan tahun 2022.", None),
        ("Naik sebesar 1,98 persen dibandingkan tahun 2022.", None),
        ("Naik sebanyak 31 orang dibandingkan tahun 2021.", None),
        ("Naik sebanyak 31 paket dibandingkan tahun 2022.", None),
    ],
)
def test_tulisan_tentang_satu_indikator(teks: str, kode: str | None) -> None:
    assert semua(BUKU.format(teks, "-"), "KW-32", "KW-33") == ([(kode, ANALISIS)] if kode else [])

"""The same figure in two places nobody types it twice for: base values, earlier years of small tables, rows that repeat a row."""

from __future__ import annotations

import pytest
from buku_md import di, gawat

BUKU = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2021         | 2026          |

| Indikator | kode | jenjang | pernyataan | indikator               | satuan | arah |
|           | S1.1 | sasaran | P          | Persentase Jalan Baik   | %      | naik |
|           | S1.2 | sasaran | P          | Persentase Jembatan Baik | %     | naik |
|           | S1.3 | sasaran | P          | Persentase Drainase Baik | %     | naik |

| Renstra | kode | tahun_dasar | nilai_dasar | target_1 | target_2 | target_3 | target_4 | target_5 | target_6 |
|         | S1.1 | 2020        | 68,20       | 70       | 72       | 74       | 76       | 78       | 80       |
|         | S1.2 | 2020        | 71,40       | 72       | 73       | 74       | 75       | 76       | 77       |
|         | S1.3 | 2020        | 55,10       | 56       | 57       | 58       | 59       | 60       | 61       |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 76     | 79,80     |
|            | S1.2 | 75     | 75,30     |
|            | S1.3 | 59     | 60,20     |

| Riwayat | kode | realisasi_3 | realisasi_2 | realisasi_1 |
|         | S1.1 | 70,90       | 72,40       | 74,10       |
|         | S1.2 | 72,10       | 73,20       | 74,60       |
|         | S1.3 | 56,30       | 57,40       | 58,80       |

| Tabel Bebas | judul        | bagian   | k1                       | k2             |
|             | Keadaan Awal | Lampiran | Indikator                | Realisasi 2020 |
|             |              |          | Persentase Jalan Baik    | 68,20          |
|             |              |          | Persentase Jembatan Baik | 71,40          |
|             |              |          | Persentase Drainase Baik | 55,10          |
|             | Perkembangan Persentase Jalan Baik | Lampiran | Tahun | Realisasi |
|             |              |          | 2020                     | 68,20          |
|             |              |          | 2021                     | 70,90          |
|             |              |          | 2022                     | 72,40          |

| Data Pendukung | tabel                              | uraian | kolom | nilai |
|                | Perkembangan Persentase Jalan Baik | 2021   | Hasil | 70,90 |
|                | Perkembangan Persentase Jalan Baik | 2022   | Hasil | 72,40 |
|                | Perkembangan Persentase Jalan Baik | 2023   | Hasil | 74,10 |
|                | Perkembangan Persentase Jalan Baik | 2024   | Hasil | 79,80 |

| Anggaran | level       | nama | indikator       | satuan | target | realisasi | pagu      | realisasi_rp |
|          | kegiatan    | K    | Cadangan pangan | ton    | 130    | 124,5     | 1.000.000 | 900.000      |
|          | subkegiatan | L    | Jumlah cadangan | ton    | 130    | 124,5     | 1.000.000 | 900.000      |
"""


def test_angka_yang_sama_tidak_disebut() -> None:
    assert gawat(BUKU) == []


@pytest.mark.parametrize(
    ("dari", "jadi", "temuan"),
    [
        ("Jembatan Baik | 71,40 ", "Jembatan Baik | 74,10 ", [("TB-21", di("tabel_bebas", "k2", 10))]),
        ("Jembatan Baik | 71,40 ", "Jembatan Baik | 71,4  ", []),
        (
            "| 2020                     | 68,20",
            "| 2020                     | 62,80",
            [("TB-21", di("tabel_bebas", "k2", 13))],
        ),
        ("2022   | Hasil | 72,40", "2022   | Hasil | 74,20", [("DP-02", di("data_pendukung", "nilai", 9))]),
        ("2022   | Hasil | 72,40", "2022   | Hasil | 72,4 ", []),
        ("Jumlah cadangan | ton ", "Jumlah cadangan | kg  ", [("SU-07", di("anggaran", "satuan", 9))]),
        ("Jumlah cadangan | ton    | 130    | 124,5  ", "Jumlah cadangan | kg     | 130.000 | 124.500 ", []),
    ],
)
def test_angka_yang_sama_di_dua_tempat(dari: str, jadi: str, temuan: list[tuple[str, str]]) -> None:
    assert dari in BUKU
    assert gawat(BUKU.replace(dari, jadi)) == temuan


def test_tahun_data_pendukung_melintang() -> None:
    """Years across the columns."""
    isi = BUKU.replace("| uraian | kolom | nilai |", "| kolom | uraian | nilai |").replace(
        "Hasil | 72,40", "Hasil | 74,20"
    )
    assert gawat(isi) == [("DP-02", di("data_pendukung", "nilai", 9))]


TC27 = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2021         | 2026          |

| Indikator | kode | jenjang | pernyataan | indikator             | satuan | arah |
|           | S1.1 | sasaran | P          | Persentase Jalan Baik | %      | naik |

| Renstra | kode | tahun_dasar | nilai_dasar | target_1 | target_2 | target_3 | target_4 | target_5 | target_6 |
|         | S1.1 | 2020        | 68,20       | 70       | 72       | 74       | 76       | 78       | 80       |

| T-C.27 | versi   | tujuan | sasaran | kode    | level   | nama  | indikator             | satuan | nilai_dasar | target_1 | target_2 |
|        | sesudah | T      | S       | 1.03.02 | program | Jalan | Persentase Jalan Baik | %      | 68,02       | 70       | 72       |
"""


@pytest.mark.parametrize(
    ("x", "target", "salah"), [("68,02", "72", True), ("68,2 ", "72", False), ("68,02", "71", False)]
)
def test_kondisi_awal_renstra_dan_tc27(x: str, target: str, salah: bool) -> None:
    """Of rows whose targets are the same, at least two."""
    isi = TC27.replace("68,02", x).replace("| 70       | 72       |\n", f"| 70       | {target}       |\n")
    assert [y for y in gawat(isi) if y[0] == "RW-02"] == ([("RW-02", di("tc27", "nilai_dasar"))] if salah else [])


JALUR = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2023         | 2025          |

| Indikator | kode | jenjang | pernyataan | indikator             | satuan | arah    | sifat |
|           | S1.1 | sasaran | P          | Persentase Jalan Baik | %      | naik    | akhir |
|           | S1.2 | sasaran | P          | Rasio Belanja Modal   | %      | rentang | akhir |
|           | S1.3 | sasaran | P          | Nilai Aduan           | nilai  | naik    | jumlah |

| Renstra | kode | target_1 | target_2 | target_3 | target_akhir |
|         | S1.2 | 28-32    | 28-32    | 30-32    | 30-32        |

| PK | versi | kode | target |
|    | murni | S1.2 | 28-32  |

| Rencana Aksi | kode | rencana_aksi | tw1  | tw2  | tw3  | tw4  |
|              | S1.1 | Pemeliharaan | 98,2 | 98,3 | 98,4 | 98,5 |
|              | S1.3 | Aduan        | 10   | 20   | 30   | 40   |
"""


@pytest.mark.parametrize(
    ("dari", "jadi", "temuan"),
    [
        ("98,3", "98,3", []),
        ("98,3", "89,3", [("KW-20", di("rencana_aksi", "tw2"))]),
        ("98,2 | 98,3", "12,2 | 98,3", []),  # a late start
        ("S1.2 | 28-32    | 28", "S1.2 | 32-28    | 28", [("AN-02", di("renstra", "target_1"))]),
    ],
)
def test_jalur_triwulan_depan_dan_batas_rentang(dari: str, jadi: str, temuan: list[tuple[str, str]]) -> None:
    assert gawat(JALUR.replace(dari, jadi)) == temuan

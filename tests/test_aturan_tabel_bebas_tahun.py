"""Free tables with a row for each year or indicator: figures against the sheet of that year, means of capaian, quarters."""

from __future__ import annotations

import pytest
from buku_md import di, gawat

SAKIP = """
| Pengaturan | tahun | renstra_awal | renstra_akhir | desimal_capaian |
|            | 2023  | 2021         | 2026          | 2               |

| Indikator | kode | jenjang | pernyataan | indikator         | satuan | arah | iku | sifat | desimal |
|           | S1.1 | sasaran | Satu       | Nilai SAKIP Dinas | nilai  | naik | ya  | akhir | 2       |
|           | S1.2 | sasaran |            | Indeks layanan    | indeks | naik | ya  | akhir | 2       |
|           | S1.3 | sasaran |            | Indeks integritas | indeks | naik | ya  | akhir | 2       |

| Renstra | kode | target_1 | target_2 | target_3 | target_4 |
|         | S1.1 | 66       | 68       | 70       | 72       |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | 70     | 70,15     | 100,21  |

| Riwayat | kode | target_1 | realisasi_1 | capaian_1 | target_2 | realisasi_2 | capaian_2 |
|         | S1.1 | 68       | 68,50       | 100,74    | 66       | 66,12       | 100,18    |

| Anggaran | level   | nama | pagu | realisasi_rp | serapan |
|          | program | P    | 200  | 100          | 50      |

| Tabel Bebas | judul                                    | k1    | k2     | k3        | k4      |
|             | Perkembangan Nilai SAKIP Dinas 2020–2023 | Tahun | Target | Realisasi | Capaian |
|             |                                          | 2020  | 64     | 63,10     | 98,59   |
|             |                                          | 2021  | 66     | 66,12     | 100,18  |
|             |                                          | 2022  | 68     | 68,50     | 100,74  |
|             |                                          | 2023  | 70     | 70,15     | 100,21  |
|             |                                          | 2024  | 72     |           |         |
"""


@pytest.mark.parametrize(
    ("dulu", "kini", "harap"),
    [
        ("68,50     | 100,74", "68,50 | 100,74", []),
        ("68,50     | 100,74", "68,05 | 100,74", ["k3"]),
        ("2022  | 68 ", "2022 | 86 ", ["k2"]),
        ("2024  | 72 ", "2024 | 74 ", ["k2"]),  # a year that only the Renstra has
    ],
)
def test_tahun_yang_tercetak_lagi(dulu: str, kini: str, harap: list[str]) -> None:
    teks = SAKIP.replace(dulu, kini)
    baris = 13 if "2024 |" in kini else 11
    assert [s for k, s in gawat(teks) if k == "TB-21"] == [di("tabel_bebas", k, baris) for k in harap]


RINCI = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2023  | 2021         | 2026          |

| Indikator | kode | jenjang | indikator                  | satuan   | arah  |
|           | S1.1 | sasaran | Jumlah kejadian pencemaran | kejadian | turun |
|           | S1.2 | sasaran | Indeks layanan desa        | indeks   | naik  |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 150    | 156       |
|            | S1.2 | 80     | 81        |

| Riwayat | kode | realisasi_1 | realisasi_2 | realisasi_3 |
|         | S1.1 | 142         | 130         | 128         |

| Tabel Bebas | judul                                        | k1     | k2   | k3   | k4   | k5   |
|             | Tabel 3.4 Kejadian Pencemaran menurut Sumber | Sumber | 2022 | 2023 | 2021 | 2020 |
|             |                                              | Pasar  | 100  | 100  | 90   | 88   |
|             |                                              | Pabrik | 42   | 56   | 40   | 40   |
|             |                                              | Jumlah | 142  | 156  | 130  | 128  |
"""
JUDUL = "Kejadian Pencemaran menurut Sumber"


@pytest.mark.parametrize(
    ("ganti", "ada"),
    [
        ({}, False),
        ({"| 100  | 90": "| 101 | 90", "156  | 130": "157 | 130"}, True),
        ({"| 100  | 90": "| 144 | 90", "156  | 130": "200 | 130"}, False),  # of something else
        ({"| 2022 | 2023": "| 2024 | 2025", "156  | 130": "157 | 130"}, False),
        ({"| 2022 | 2023": "| 2023 | 2022"}, False),  # neither year agrees: of another count
        ({JUDUL: "Korban kejadian pencemaran menurut sumber", "156  | 130": "157 | 130"}, False),
        ({JUDUL: "Kejadian pencemaran yang ditangani menurut sumber", "156  | 130": "157 | 130"}, False),
    ],
)
def test_jumlah_rincian_satu_indikator(ganti: dict[str, str], ada: bool) -> None:
    """The total of a table that lists the parts of an indicator is its realisasi of that year."""
    teks = RINCI
    for dulu, kini in ganti.items():
        assert dulu in teks
        teks = teks.replace(dulu, kini)
    assert [s for k, s in gawat(teks) if k == "TB-21"] == ([di("tabel_bebas", "k3", 11)] if ada else [])


@pytest.mark.parametrize(
    ("judul", "jumlah", "ada"),
    [
        (f"{JUDUL} Tahun 2023", "157", True),
        (JUDUL, "157", True),
        (JUDUL, "156", False),
        (f"{JUDUL} Tahun 2020", "157", False),
        ("Indeks layanan desa menurut kecamatan", "80", False),  # no sum
    ],
)
def test_jumlah_rincian_satu_kolom(judul: str, jumlah: str, ada: bool) -> None:
    atas = RINCI.split("| Tabel Bebas")[0]
    isi = f"|  | {judul} | Sumber | Jumlah |\n| | | Pasar | {int(jumlah) - 56} |\n| | | Pabrik | 56 |\n| | | Jumlah | {jumlah} |"
    teks = f"{atas}| Tabel Bebas | judul | k1 | k2 |\n{isi}"
    assert [s for k, s in gawat(teks) if k == "TB-21"] == ([di("tabel_bebas", "k2", 11)] if ada else [])


RATA = """
| Indikator | kode | jenjang | pernyataan | indikator         | satuan | arah | iku | sifat | desimal |
|           | S1.1 | sasaran | Satu       | Nilai SAKIP Dinas | nilai  | naik | ya  | akhir | 2       |
|           | S1.2 | sasaran |            | Indeks layanan    | indeks | naik | ya  | akhir | 2       |
|           | S1.3 | sasaran |            | Indeks integritas | indeks | naik | ya  | akhir | 2       |

| Tabel Bebas | judul | k1                | k2          |
|             | Rekap | Indikator         | Capaian (%) |
|             |       | Nilai SAKIP Dinas | 98,20       |
|             |       | Indeks layanan    | 101,40      |
|             |       | Indeks integritas | 99,50       |
|             |       | Rata-rata         | 99,70       |
"""


@pytest.mark.parametrize(("rata", "harap"), [("99,70", []), ("99,23", []), ("98,90", [12])])
def test_rata_capaian_indikator(rata: str, harap: list[int]) -> None:
    assert gawat(RATA.replace("99,70", rata)) == [("TB-12", di("tabel_bebas", "k2", b)) for b in harap]


TRIWULAN = """
| Indikator | kode | jenjang | pernyataan | indikator      | satuan | arah | iku | sifat |
|           | S1.1 | sasaran | Satu       | Indeks layanan | indeks | naik | ya  | akhir |
|           | S1.2 | sasaran |            | Indeks lain    | indeks | naik | ya  | akhir |

| Triwulan dan Rencana Aksi | kode      | tw | target | realisasi | capaian |
|                           | S1.1      | I  | 20     | 18        | 90      |
|                           | S1.2      | I  | 80     | 84        | 105     |
|                           | S1.1      | II | 40     | 40        | 100     |
|                           | S1.2      | II | 80     | 80        | 100     |
|                           | Rata-rata | I  |        |           | 97,5    |
"""


@pytest.mark.parametrize(("rata", "harap"), [("97,5", []), ("95", []), ("98,75", [12])])
def test_rata_triwulan_di_bawahnya(rata: str, harap: list[int]) -> None:
    """Of the quarter it names; 95 with each capped at 100."""
    assert gawat(TRIWULAN.replace("97,5", rata)) == [("PG-17", di("triwulan", "capaian", b)) for b in harap]

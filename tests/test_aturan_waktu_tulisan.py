"""Years and days in texts that no calendar has."""

from __future__ import annotations

import pytest
from buku_md import di, semua

BUKU = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2023  | 2021         | 2026          |

| Naskah | bagian   | teks |
|        | Ikhtisar | {}   |
"""


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("Laporan Kinerja Tahun 2203 disusun untuk evaluasi.", ["KW-36"]),
        ("DPA Tahun Anggaran 20244 ditetapkan.", ["KW-36"]),
        ("Renstra 2021-20226 menjadi acuan.", ["KW-36"]),
        ("Ditetapkan pada 4 Januari 2203.", ["KW-36"]),
        ("Kondisi tahun 2123 lebih baik.", ["KW-36"]),
        ("Target tahun 2045 dan RPJPD 2025-2045.", []),
        ("Kabupaten berdiri tahun 1745 dan dimekarkan tahun 1999.", []),
        ("Tahun 1445 H diperingati bersama.", []),
        ("Tahun ini 20.244 orang terlayani, tahun lalu 2203 orang.", []),
        ("Pada tahun 2022 terdapat 22031 pengunjung.", []),
        ("Rapat tanggal 31 Juni 2023.", ["KW-37"]),
        ("Rapat tanggal 29 Februari 2023.", ["KW-37"]),
        ("Rapat tanggal 29 Februari 2024.", []),
        ("Sampai dengan 32 Desember 2023.", ["KW-37"]),
        ("Sampai dengan 31 Desember 2023.", []),
        ("Kunjungan Maret 35, April 40 dan Juni 31 orang.", []),
        ("Sebanyak 45 April dan seterusnya.", []),
    ],
)
def test_waktu(teks: str, kode: list[str]) -> None:
    assert semua(BUKU.format(teks), "KW-36", "KW-37") == [(k, di("naskah", "teks")) for k in kode]


CACAH = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2023  | 2021         | 2026          |

| Indikator | kode | jenjang | indikator               | satuan  | arah |
|           | S1.1 | sasaran | Persentase desa mandiri | %       | naik |
|           | S1.2 | sasaran | Jumlah dokumen kajian   | dokumen | naik |

| Pengukuran | kode | target | pembilang | penyebut | pengali | realisasi |
|            | S1.1 | 70     | 42        | 57       | 100     |           |
|            | S1.2 | 20     |           |          |         | 24        |

| Analisis | kode | pendorong |
|          | {}   | {}        |
"""


@pytest.mark.parametrize(
    ("kode", "teks", "ada"),
    [
        ("S1.1", "Sebanyak 24 dari 57 desa telah mandiri.", True),
        ("S1.1", "Sebanyak 42 desa dari 75 desa telah mandiri.", True),
        ("S1.1", "Sebanyak 42 dari 57 desa telah mandiri.", False),
        ("S1.1", "Sebanyak 15 dari 57 desa belum mandiri.", False),
        ("S1.1", "Sebanyak 24 dari 75 desa telah dibina.", False),
        ("S1.1", "Pada tahun 2022 sebanyak 24 dari 57 desa mandiri.", False),
        ("S1.2", "Jumlah dokumen kajian mencapai 42 dokumen.", True),
        ("S1.2", "Jumlah dokumen kajian mencapai 24 dokumen.", False),
        ("S1.2", "Kajian didukung 42 orang.", False),
        ("S1.2", "Pelatihan menghasilkan 42 dokumen.", False),
    ],
)
def test_cacah_dua_angka(kode: str, teks: str, *, ada: bool) -> None:
    assert semua(CACAH.format(kode, teks), "KW-32") == ([("KW-32", di("analisis", "pendorong"))] if ada else [])


@pytest.mark.parametrize(("huruf", "kode"), [(2900, []), (3100, ["KW-38"])])
def test_kalimat_yang_terlalu_panjang_disebut(huruf: int, kode: list[str]) -> None:
    teks = ("kata " * (huruf // 5)).strip()
    assert semua(BUKU.format(f"Pembuka. {teks}. Penutup."), "KW-38") == [(k, di("naskah", "teks")) for k in kode]

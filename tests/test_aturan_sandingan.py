"""A figure that a sentence puts beside the target or beside this year's result (KW-32), against figures of something else."""

from __future__ import annotations

import pytest
from buku_md import di, gawat

BUKU = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2021         | 2026          |

| Indikator | kode | jenjang | pernyataan | indikator                   | satuan | arah |
|           | S1.1 | sasaran | P          | Persentase Pelunasan PBB-P2 | %      | naik |
|           | S1.2 | sasaran | P          | Nilai IKM                   | nilai  | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 90     | 71,46     |
|            | S1.2 | 82,00  | 81,26     |

| Riwayat | kode | realisasi_1 | realisasi_2 |
|         | S1.1 | 68,15       | 64,02       |
|         | S1.2 | 80,24       | 79,15       |

| Analisis | kode | pendorong |
|          | {} | {} |
"""


@pytest.mark.parametrize(
    ("kode", "teks", "salah"),
    [
        ("S1.1", "Pelunasan PBB baru 76,41 persen dari target 90 persen karena ekonomi menurun.", True),
        ("S1.1", "Pelunasan PBB baru 71,46 persen dari target 90 persen karena ekonomi menurun.", False),
        ("S1.1", "Pelunasan PBB baru 71,5 persen dari target 90 persen.", False),
        ("S1.1", "Pelunasan PBB tercapai 79,40 persen dari target 90 persen.", False),  # the capaian
        ("S1.1", "Pelunasan PBB baru 76 wajib pajak dari target 90 wajib pajak.", False),
        ("S1.1", "Penagihan ke rumah 76,41 persen dari target 90 persen.", False),  # of something else
        ("S1.1", "Pada tahun 2023 pelunasan PBB 76,41 persen dari target 90 persen.", False),
        ("S1.1", "Sampai triwulan III pelunasan PBB baru 56,41 persen dari target 90 persen.", False),
        ("S1.2", "Nilai IKM turun menjadi 81,26 dari 82,40 tahun lalu.", True),
        ("S1.2", "Nilai IKM naik menjadi 81,26 dari 80,24 tahun lalu.", False),
        ("S1.2", "Nilai IKM naik dari 80,42 pada tahun 2023 menjadi 81,26.", True),
        ("S1.2", "Nilai IKM naik dari 80,24 pada tahun 2023 menjadi 81,26.", False),
        ("S1.2", "Nilai IKM naik dari 79,15 pada tahun 2022 menjadi 81,26.", False),
        ("S1.2", "Nilai IKM menjadi 81,26, naik 1,02 dari tahun lalu.", False),
        ("S1.2", "Unsur biaya naik menjadi 81,26 dari 82,40 tahun lalu.", False),
    ],
)
def test_angka_di_samping_yang_dikenal(kode: str, teks: str, salah: bool) -> None:
    hasil = [x for x in gawat(BUKU.format(kode, teks)) if x[0].startswith("KW-3")]
    assert hasil == ([("KW-32", di("analisis", "pendorong"))] if salah else [])

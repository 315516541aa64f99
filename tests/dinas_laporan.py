"""A small Dinas whose report house styles are tried on."""

from __future__ import annotations

import io

from buku_md import buku_md

DINAS = """
| Pengaturan | instansi     | kabupaten   | tahun | renstra_awal | renstra_akhir |
|            | Dinas Contoh | Kabupaten X | 2024  | 2023         | 2026          |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Naiknya mutu | Nilai mutu | poin | naik |
|           | S1.2 | sasaran |              | Nilai layanan | poin | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 80     | {0}       |
|            | S1.2 | 60     | 57        |
"""


def buku(realisasi: str = "81,25"):
    return buku_md(DINAS.format(realisasi))


def simpan(dok) -> bytes:
    arus = io.BytesIO()
    dok.save(arus)
    return arus.getvalue()

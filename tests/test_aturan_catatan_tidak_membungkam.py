"""A note on a cell does not silence the contradiction another rule finds there; the general rules stay quiet."""

from __future__ import annotations

import pytest
from buku_md import di, semua

RENJA = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024 | 2028 |

| T-C.27 | versi | kode | level | nama | rp_1 |
|        | sesudah | 1.01 | program | P | 90 |

| Renja | kode | level | nama | pagu_sebelum |
|       | 1.01 | program | P | {} |
|       | 1.01.2.01 | kegiatan | A | 40 |
|       | 1.01.2.02 | kegiatan | B | 60 |
"""
PK = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024 | 2028 |

| Indikator | kode | jenjang | indikator | satuan | arah | sifat |
|           | S1.1 | sasaran | Jumlah A | orang | naik | jumlah |

| Renstra | kode | target_1 |
|         | S1.1 | 120 |

| PK | versi | kode | target | keterangan | tw1 | tw2 | tw3 | tw4 |
|    | murni | S1.1 | 100 | Disesuaikan | 25 | 25 | 25 | {} |
"""


@pytest.mark.parametrize(("pagu", "ada"), [("110", True), ("100", False)])
def test_beda_renja_dan_renstra_tidak_membungkam_jumlah(pagu: str, ada: bool) -> None:
    teks, r = RENJA.format(pagu), di("renja", "pagu_sebelum")
    assert sorted(semua(teks, "PR-04", "RJ-02")) == [("PR-04", r), *([("RJ-02", r)] if ada else [])]


@pytest.mark.parametrize(("tw4", "ada"), [("35", True), ("25", False)])
def test_target_yang_dijelaskan_tetap_sama_dengan_triwulannya(tw4: str, ada: bool) -> None:
    teks, r = PK.format(tw4), di("pk", "target")
    assert sorted(semua(teks, "PK-02", "TW-01", "RM-05")) == [("PK-02", r), *([("TW-01", r)] if ada else [])]

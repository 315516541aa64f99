"""The one slip that explains a wrong sum: named with its cell, and only where no other slip explains it too."""

from __future__ import annotations

import pytest
from buku_md import di, temuan_gawat

from lkjip_xl.aturan.dugaan import DIGIT, KOLOM_LAIN, NOL, TERSALIN, sebab_jumlah


@pytest.mark.parametrize(
    ("induk", "anak", "lain", "sebab"),
    [
        (8725, [4752, 4000], [None, None], None),  # the parent or its first row: nothing is said
        (8752, [4726, 3999], [None, None], (DIGIT, None)),
        (8000, [4500, 3050], [None, None], (DIGIT, 1)),
        (650, [500, 1500], [None, None], (NOL, 1)),
        (2000, [500, 150], [None, None], (NOL, 1)),
        (700, [700, 310], [None, None], (TERSALIN, 0)),
        (700, [310, 405], [None, 390], (KOLOM_LAIN, 1)),
        (700, [310, 391], [None, None], None),
        (700, [None, 391], [None, None], None),
    ],
)
def test_sebab_jumlah(induk: float, anak: list, lain: list, sebab: object) -> None:
    assert sebab_jumlah(induk, anak, lain) == sebab


def test_lebih_dari_satu_sebab_tidak_disebut() -> None:
    assert sebab_jumlah(42, [21, 30], [None, None]) == (DIGIT, 0)
    assert sebab_jumlah(33, [21, 21], [None, None]) is None


@pytest.mark.parametrize(("rincian", "disebut"), [("3.050", True), ("3.117", False)])
def test_sel_penyebab_disebut_di_saran(rincian: str, disebut: bool) -> None:
    (t,) = temuan_gawat(f"""
    | Anggaran | no | level | nama | pagu |
    | | 1 | program | P | 8.000 |
    | | 1.1 | kegiatan | K | 4.500 |
    | | 1.2 | kegiatan | L | {rincian} |
    """)
    assert t.kode == "AG-04"
    assert (di("anggaran", "pagu", 10) in t.saran) is disebut

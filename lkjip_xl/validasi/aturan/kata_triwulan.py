"""Where a result stands as a word in the last quarter only: rules of the quarters and of blank cells ask it."""

from __future__ import annotations

from lkjip_xl.inti.bentuk_lain import Bentuk, bentuk_lain
from lkjip_xl.tabel.model import Tabel
from lkjip_xl.tabel.triwulan import TW

KATA = frozenset({Bentuk.PREDIKAT, Bentuk.TINGKAT, Bentuk.BERSAMA})
_AKHIR = tuple(TW)[-1]


def kata_triwulan(t: Tabel, baris: int, kolom: str) -> str:
    """The column of the fourth quarter where it holds a word, and the year is to be worked out of the quarters; "" elsewhere."""
    if kolom != "realisasi":
        return ""
    return _AKHIR if _AKHIR in t.skema.kolom and bentuk_lain(t.kata(baris, _AKHIR)) in KATA else ""

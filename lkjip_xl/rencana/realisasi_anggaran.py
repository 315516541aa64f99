"""Parts of a report on the budget (LRA): what of it is revenue or financing, and no spending."""

from __future__ import annotations

import re

from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.sumber.model import TabelAsing

_LUAR = re.compile(
    r"(?:jumlah |total )?(?:pendapatan|penerimaan|pembiayaan|pengeluaran pembiayaan|surplus|defisit|silpa|sisa lebih|sisa kurang)\b"
)
_BELANJA = re.compile(r"(?:jumlah |total )?belanja\b")


def bukan_belanja(t: TabelAsing) -> set[tuple[int, int]]:
    """Rows, by grid and row, of the parts of revenue and financing: from a row that names one to the next that names spending."""
    hasil: set[tuple[int, int]] = set()
    luar = False
    for b in t.baris:
        nama = next(
            (x for s in b.sel.values() if s.nilai is None and (x := nama_setara(s.teks)) and x[0].isalpha()), ""
        )
        if _LUAR.match(nama):
            luar = True
        elif _BELANJA.match(nama):
            luar = False
        if luar:
            hasil.add((b.kisi, b.nomor))
    return hasil

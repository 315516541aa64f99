"""Which columns bear the unit of their row, and the units a workbook lists itself."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.skema.model import Kolom
from lkjip_xl.tabel.model import BERSATUAN, TANPA_SATUAN, Tabel

ID_SATUAN = "satuan"


def daftar_satuan(t: Tabel) -> Iterator[str]:
    """Units typed on the sheet Satuan, as they are written."""
    for (_, kolom), s in t.sel.items():
        if kolom == ID_SATUAN and isinstance(s.nilai, str):
            yield s.nilai


def bersatuan(k: Kolom) -> bool:
    """Do the figures of this column bear the unit of their row?"""
    return k.tipe in BERSATUAN and k.nama not in TANPA_SATUAN

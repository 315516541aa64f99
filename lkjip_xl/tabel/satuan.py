"""The units a workbook lists itself, on its sheet Satuan."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.tabel.model import Tabel

ID_SATUAN = "satuan"
BERSATUAN = frozenset({"angka", "target"})  # types of columns whose figures bear the unit of their row
TANPA_SATUAN = frozenset({"pembilang", "penyebut", "pengali", "volume"})  # columns of such figures with another unit


def daftar_satuan(t: Tabel) -> Iterator[str]:
    """Units typed on the sheet Satuan, as they are written."""
    for (_, kolom), s in t.sel.items():
        if kolom == ID_SATUAN and isinstance(s.nilai, str):
            yield s.nilai

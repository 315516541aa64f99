"""Rows of a table that somebody has filled, as they stand in the file."""

from __future__ import annotations

from collections.abc import Mapping

from lkjip_xl.buku.baca import Sel
from lkjip_xl.skema.model import Kolom


def baris_terisi(sel: Mapping[tuple[int, int], Sel], kolom: Mapping[int, Kolom], awal: int) -> set[int]:
    """Rows from `awal` on that somebody has filled: with anything but formulas in columns that have one."""
    tetap = {c for c, k in kolom.items() if not k.rumus}
    tampak = {c for c, k in kolom.items() if k.rumus and not k.tersembunyi}
    terpakai = {b for (b, c), s in sel.items() if b >= awal and (c in tetap or (not s.rumus and c in tampak))}
    # in a copy of values hidden formulas leave figures in rows nobody has filled; such a row has no formula any more
    sembunyi = kolom.keys() - tetap - tampak
    if ragu := {b for (b, c), s in sel.items() if c in sembunyi and b >= awal and not s.rumus} - terpakai:
        terpakai |= ragu & {b for (b, c), s in sel.items() if c in kolom and s.rumus}
    return terpakai

"""Array formulas over several cells: every cell of the range is computed, though only the first holds the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, MutableMapping
from typing import Any

from lkjip_xl.inti.alamat import kawasan


def isi_larik(sel: MutableMapping[tuple[int, int], Any], larik: Iterable[tuple[str, str]]) -> None:
    """Give the cells of each range (range, formula) that have no formula its text; a cell is looked at once.

    Ranges cannot overlap in a sound workbook; where they do, the first counts.
    """
    larik = list(larik)
    if not larik:
        return
    bebas: dict[int, list[int]] = {}  # rows without a formula, by column
    for b, k in sorted(sel):
        if sel[b, k].rumus is None:
            bebas.setdefault(k, []).append(b)
    for acuan, rumus in larik:
        b1, k1, b2, k2 = kawasan(acuan)
        for k in [k for k in bebas if k1 <= k <= k2]:
            baris = bebas[k]
            i, j = bisect_left(baris, b1), bisect_left(baris, b2 + 1)
            for b in baris[i:j]:
                sel[b, k] = sel[b, k]._replace(rumus=rumus)
            del baris[i:j]
            if not baris:
                del bebas[k]

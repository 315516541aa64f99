"""What stood in every cell of a summary when it was written: a hidden cell per row holds a short mark of each of its cells.

By it a summary that is merely out of date is told from one that somebody edited. The marks stand in cells, for buttons paint
nothing else; they move with their rows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache

from lkjip_xl.buku.baca import Lembar, Sel
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.tabel.model import BARIS_DATA

KOLOM_SIDIK = 40  # beyond the widest table
AWALAN = "sidik:"
PANJANG = 6


def sidik_baris(isi: Sequence[object]) -> str:
    """The marks of a row as they are written.

    >>> sidik_baris([1.0, None]) == sidik_baris([1, ""]), sidik_baris(["a"]) == sidik_baris(["b"])
    (True, False)
    """
    return AWALAN + "".join(map(_sidik, isi))


def baca_sidik(lembar: Lembar) -> dict[int, list[str]]:
    """The marks by row; none where the sheet was made by an earlier version, or they were taken away."""
    hasil = {}
    for (b, k), s in lembar.sel.items():
        if k == KOLOM_SIDIK and b >= BARIS_DATA and isinstance(s.nilai, str) and s.nilai.startswith(AWALAN):
            teks = s.nilai.removeprefix(AWALAN)
            hasil[b] = [teks[i : i + PANJANG] for i in range(0, len(teks), PANJANG)]
    return dict(sorted(hasil.items()))


def diubah(lembar: Lembar, sidik: dict[int, list[str]], akhir: int) -> set[str]:
    """Addresses of cells down to a row that do not hold what was written; in a row without marks those that are filled."""
    lebar = max((len(x) for x in sidik.values()), default=0)
    hasil = set()
    for b in range(BARIS_DATA, akhir + 1):
        tanda = sidik.get(b, [])
        for k in range(1, lebar + 1):
            s = lembar.sel.get((b, k))
            lama = tanda[k - 1] if k <= len(tanda) else _sidik(None)
            if _sidik(_isi(s)) != lama:
                hasil.add(alamat_sel(b, k))
    return hasil


def _isi(s: Sel | None) -> object:
    return None if s is None else s.galat or s.nilai


def _sidik(x: object) -> str:
    if isinstance(x, (int, float)) and not isinstance(x, bool):
        teks = "" if x != x else f"{x:.12g}"
    else:
        teks = "" if x is None else " ".join(str(x).split())
    return _sidik_teks(teks)


@lru_cache(maxsize=4096)
def _sidik_teks(teks: str) -> str:
    """Units, decimals and states come again in every row."""
    return hashlib.sha256(teks.encode("utf-8", "surrogatepass")).hexdigest()[:PANJANG]

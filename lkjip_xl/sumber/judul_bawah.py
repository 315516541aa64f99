"""Captions that stand below their tables, where a document prints all of them there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkjip_xl.sumber.gambar import judul_tabel
from lkjip_xl.sumber.model import Kisi

BAWAH_MAKS = 4  # texts below a table that may be notes to it


def judul_di_bawah(kisi: Sequence[tuple[Kisi, str]]) -> list[Kisi]:
    """Grids with the text right below each, as captions go: the title of a grid is below it where each has one there and the
    first has none above."""
    semua = [k for k, _ in kisi]
    if not kisi or any(judul_tabel([t]) == "" for _, t in kisi) or any(map(_berjudul, semua[0].atas)):
        return semua
    return [replace(k, atas=(*(x for x in k.atas if not _berjudul(x)), bawah)) for k, bawah in kisi]


def _berjudul(teks: str) -> bool:
    return judul_tabel([teks]) != ""

"""Rows people write below a table of indicators: a note or a source, a total or a mean. They are no indicators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lkjip_xl.inti.jumlah import jenis_jumlah
from lkjip_xl.inti.kaki import KAKI
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, SelKerja, Tabel

KODE = "kode"
JenisTulisan = Literal["catatan", "jumlah"]


def baris_tulisan(t: Tabel) -> dict[int, tuple[str, JenisTulisan]]:
    """Rows that tell of the others, by Excel row: the column the words stand in, and what they are.

    Only on sheets whose rows are known by a kode; a row with a kode of its own is never one. Sheets of programmes have totals
    as rows of their own (tabel/hierarki.py).
    """
    if KODE not in t.skema.kunci:
        return {}
    per_baris: dict[int, dict[str, SelKerja]] = {}
    for (b, k), s in t.sel.items():
        if s.asal not in (Asal.RUMUS, Asal.KOSONG) and b >= BARIS_DATA:
            per_baris.setdefault(b, {})[k] = s
    return {b: hasil for b, isi in per_baris.items() if (hasil := _tulisan(isi)) is not None}


def semua_tulisan(buku: BukuKerja) -> Mapping[str, dict[int, tuple[str, JenisTulisan]]]:
    """The same of every sheet that has some, by the sheet's id."""
    return {i: hasil for i, t in buku.tabel.items() if (hasil := baris_tulisan(t))}


def _tulisan(isi: Mapping[str, SelKerja]) -> tuple[str, JenisTulisan] | None:
    kata = {k: x for k, s in isi.items() if isinstance(x := s.mentah if s.nilai is None else s.nilai, str)}
    if len(kata) != 1 or (KODE in isi and KODE not in kata):
        return None
    kolom, teks = next(iter(kata.items()))
    if len(isi) == 1 and KAKI.match(teks):
        return kolom, "catatan"
    return (kolom, "jumlah") if jenis_jumlah(teks) else None

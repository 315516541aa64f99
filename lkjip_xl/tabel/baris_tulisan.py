"""Rows people write below a table: a note or a source; below indicators also a total or a mean. They are no rows of the table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lkjip_xl.inti.jumlah import jenis_jumlah
from lkjip_xl.inti.kaki import KAKI
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.tabel.model import BARIS_DATA, Asal, SelKerja, Tabel

KODE, TW = "kode", "tw"
JenisTulisan = Literal["catatan", "jumlah", "rata-rata"]
SEBUTAN: Mapping[str, JenisTulisan] = {"jumlah": "jumlah", "subjumlah": "jumlah", "rata": "rata-rata"}


def baris_tulisan(t: Tabel) -> dict[int, tuple[str, JenisTulisan]]:
    """Rows that tell of the others, by Excel row: the column the words stand in, and what they are.

    A note is one wherever its row would lack a key. Totals and means only where rows are known by a kode, and a row with a
    kode of its own is none; sheets of programmes have totals as rows of their own (tabel/hierarki.py).
    """
    if t.skema.susunan == "pasangan":
        return {}
    per_baris: dict[int, dict[str, SelKerja]] = {}
    for (b, k), s in t.sel.items():
        if s.asal not in (Asal.RUMUS, Asal.KOSONG) and b >= BARIS_DATA:
            per_baris.setdefault(b, {})[k] = s
    return {b: hasil for b, isi in per_baris.items() if (hasil := _tulisan(t.skema, isi)) is not None}


def _tulisan(skema: SkemaLembar, isi: Mapping[str, SelKerja]) -> tuple[str, JenisTulisan] | None:
    kata = {k: x for k, s in isi.items() if isinstance(x := s.mentah if s.nilai is None else s.nilai, str)}
    if KODE in kata:
        kata.pop(TW, None)  # the quarter a mean is of
    if len(kata) != 1 or (KODE in isi and KODE not in kata):
        return None
    kolom, teks = next(iter(kata.items()))
    if len(isi) == 1 and KAKI.match(teks) and _tanpa_kunci(skema, kolom):
        return kolom, "catatan"
    jenis = SEBUTAN.get(jenis_jumlah(teks) or "") if KODE in skema.kunci else None
    return None if jenis is None else (kolom, jenis)


def _tanpa_kunci(skema: SkemaLembar, kolom: str) -> bool:
    """Would a row that holds nothing but a sentence in this column lack what every row of the sheet must have?"""
    lain = (k for k in skema.kolom.values() if k.harus and k.nama != kolom)
    return skema.kolom[kolom].tipe == KODE or any(lain)

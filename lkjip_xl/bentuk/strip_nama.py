"""Names behind a dash ("- Rehabilitasi irigasi"), by which what stands below a programme is set off: the names alone."""

from __future__ import annotations

import re
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.sumber.model import BarisAsing, TabelAsing

_STRIP = re.compile(r"\s*[-–—•▪]\s+(?=[^\W\d_])")
_NAMA = frozenset({"program", "kegiatan", "subkegiatan", "uraian"})


def lepas_strip(t: TabelAsing) -> TabelAsing:
    """The table with such names without their dash."""
    nama = {k.nomor for k in t.kolom if k.jalur and _NAMA & {*kunci_judul(k.jalur[-1]).split()}}
    baris = tuple(_lepas(b, nama) for b in t.baris)
    return replace(t, baris=baris) if baris != t.baris else t


def _lepas(b: BarisAsing, nama: set[int]) -> BarisAsing:
    ubah = {n: replace(s, teks=_STRIP.sub("", s.teks, count=1)) for n, s in b.sel.items() if n in nama and _STRIP.match(s.teks) and s.teks.count("\n") == 0}  # fmt: skip
    return replace(b, sel=b.sel | ubah) if ubah else b

"""Columns called "Sasaran Program/Kegiatan" in which the programmes themselves stand, as agreements of bidang print them."""

from __future__ import annotations

import re
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_judul, kunci_teks
from lkjip_xl.sumber.model import KolomAsing, TabelAsing
from lkjip_xl.sumber.satuan_kepala import RUPIAH

_LEVEL = frozenset({"program", "kegiatan", "subkegiatan", "sub"})
_PROGRAM = re.compile(r"program +[^\W\d_]")
_SASARAN = re.compile(r"(?:ter|me)\w+nya\b|(?:peningkatan|optimalnya)\b")
"""How a statement of what is to be reached begins."""


def bernama_program(t: TabelAsing) -> TabelAsing:
    """The table with such a column under the words for what stands in it, where money stands beside it."""
    if not any(k.satuan == RUPIAH or k.pengali != 1 for k in t.kolom):
        return t
    return replace(t, kolom=tuple(_satu(t, k) for k in t.kolom))


def _satu(t: TabelAsing, k: KolomAsing) -> KolomAsing:
    kata = kunci_judul(k.jalur[-1]).split() if k.jalur else []
    if kata[:1] != ["sasaran"] or len(kata) == 1 or not {*kata[1:]} <= _LEVEL:
        return k
    isi = [kunci_teks(s.teks) for b in t.data() if (s := b.sel.get(k.nomor)) is not None]
    if not any(map(_PROGRAM.match, isi)) or any(map(_SASARAN.match, isi)):
        return k
    return replace(k, jalur=(*k.jalur[:-1], re.sub(r"(?i)^\W*sasaran\W+", "", k.jalur[-1])))

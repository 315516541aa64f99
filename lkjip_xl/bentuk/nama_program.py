"""Columns called "Sasaran Program/Kegiatan" in which the programmes themselves stand, as agreements of bidang print them."""

from __future__ import annotations

import re
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_judul, kunci_teks
from lkjip_xl.sumber.model import KolomAsing, TabelAsing
from lkjip_xl.sumber.satuan_kepala import RUPIAH

_LEVEL = frozenset({"program", "kegiatan", "subkegiatan", "sub"})
_SATU = frozenset({"program", "kegiatan", "sub kegiatan", "subkegiatan"})
SEMUA = "Program/Kegiatan/Sub Kegiatan"  # where rows are of other levels than the header says
_PROGRAM = re.compile(r"program +[^\W\d_]")
_BERNAMA = re.compile(r"(?:program|kegiatan|sub ?kegiatan) +[^\W\d_]")
_SASARAN = re.compile(r"(?:ter|me)\w+nya\b|(?:peningkatan|optimalnya)\b")
"""How a statement of what is to be reached begins."""


def bernama_program(t: TabelAsing) -> TabelAsing:
    """The table with such a column under the words for what stands in it: where money stands beside it, or each row says so."""
    beruang = any(k.satuan == RUPIAH or k.pengali != 1 for k in t.kolom)
    return replace(t, kolom=tuple(_satu(t, k, beruang=beruang) for k in t.kolom))


def _satu(t: TabelAsing, k: KolomAsing, *, beruang: bool) -> KolomAsing:
    kata = kunci_judul(k.jalur[-1]).split() if k.jalur else []
    if kata[:1] != ["sasaran"] or len(kata) == 1 or not {*kata[1:]} <= _LEVEL:
        return k
    isi = [kunci_teks(s.teks) for b in t.data() if (s := b.sel.get(k.nomor)) is not None]
    program = any(map(_PROGRAM.match, isi)) if beruang else bool(isi) and all(map(_BERNAMA.match, isi))
    if not program or any(map(_SASARAN.match, isi)):
        return k
    level = " ".join(kata[1:])
    satu = level in _SATU and not all(x.startswith(f"{level} ") for x in isi)
    nama = SEMUA if satu else re.sub(r"(?i)^\W*sasaran\W+", "", k.jalur[-1])
    return replace(k, jalur=(*k.jalur[:-1], nama))

"""Names behind a dash ("- Rehabilitasi irigasi"), by which what stands below a programme is set off, or behind a running number: the names alone."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, TabelAsing

_STRIP = re.compile(r"\s*[-–—•▪]\s+(?=[^\W\d_])")
_NOMOR = re.compile(r"(\d{1,3})\s+(?=[^\W\d_]{3,}\s+\S)")
_BERNOMOR, NOMOR_MIN = frozenset({"indikator", "sasaran", "tujuan"}), 2
_NAMA = frozenset({"program", "kegiatan", "subkegiatan", "uraian"})


def lepas_strip(t: TabelAsing) -> TabelAsing:
    """The table with such names without their dash."""
    t = _lepas_nomor(t)
    nama = {k.nomor for k in t.kolom if k.jalur and _NAMA & {*kunci_judul(k.jalur[-1]).split()}}
    baris = tuple(_lepas(b, nama) for b in t.baris)
    return replace(t, baris=baris) if baris != t.baris else t


def _lepas_nomor(t: TabelAsing) -> TabelAsing:
    """Names of indicators and statements without the numbers they all begin with ("2 Meningkatnya …", "3 Terwujudnya …")."""
    for k in t.kolom:
        if not k.jalur or pokok_kepala(k.jalur[-1]) not in _BERNOMOR:
            continue
        cocok = [_NOMOR.match(s.teks) for b in t.data() if (s := b.sel.get(k.nomor)) is not None]
        nomor = [int(m[1]) for m in cocok if m is not None]
        if len(nomor) < NOMOR_MIN or len(nomor) != len(cocok) or any(z <= a for a, z in pairwise(nomor)):
            continue
        baris = tuple(
            replace(b, sel=b.sel | {k.nomor: replace(s, teks=_NOMOR.sub("", s.teks, count=1))})
            if b.jenis == "data" and (s := b.sel.get(k.nomor)) is not None
            else b
            for b in t.baris
        )
        t = replace(t, baris=baris)
    return t


def _lepas(b: BarisAsing, nama: set[int]) -> BarisAsing:
    ubah = {n: replace(s, teks=_STRIP.sub("", s.teks, count=1)) for n, s in b.sel.items() if n in nama and _STRIP.match(s.teks) and s.teks.count("\n") == 0}  # fmt: skip
    return replace(b, sel=b.sel | ubah) if ubah else b

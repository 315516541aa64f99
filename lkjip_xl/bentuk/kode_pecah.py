"""A kode whose parts stand in columns of their own, each under a letter ("U", "BU", "P", "K", "SK"): one column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.sumber.model import KolomAsing, TabelAsing

KODE, BAGIAN_MIN = "kode", 2
_RUAS = re.compile(r"\d{1,4}(?:\.\d{1,4})?|[xX]{1,2}")
_PROGRAM = frozenset({"program", "kegiatan", "subkegiatan", "pagu", "anggaran", "belanja"})
_HURUF = (
    frozenset({"u", "urusan", "ur"}),
    frozenset({"b", "bu", "bid", "bidang", "bidang urusan"}),
    frozenset({"p", "prog", "program", "prg"}),
    frozenset({"k", "keg", "kegiatan", "kg"}),
    frozenset({"sk", "s", "sub", "subkeg", "sub keg", "sub kegiatan", "subkegiatan"}),
)
"""How the parts of the kode of a programme are headed, from the left."""


def gabung_kode(t: TabelAsing) -> TabelAsing:
    """The table with neighbouring parts of a kode as one column of several cells; of programmes, whose parts may be printed once
    for several rows, as parts under one header."""
    hasil: list[KolomAsing] = []
    program = any(
        _PROGRAM & {*kunci_judul(k.judul).split()} for k in t.kolom if _urutan(k.jalur[-1] if k.jalur else "") < 0
    )
    for bagian in _deret(t):
        if len(bagian) < BAGIAN_MIN or not _beruas(t, bagian):
            hasil += bagian
        elif program:
            hasil += (replace(k, jalur=("Kode", k.jalur[-1])) for k in bagian)
        else:
            lain = tuple(n for k in bagian for n in k.semua)[1:]
            hasil.append(replace(bagian[0], jalur=("Kode",), gabung=lain))
    return replace(t, kolom=tuple(hasil)) if tuple(hasil) != t.kolom else t


def _deret(t: TabelAsing) -> Iterator[list[KolomAsing]]:
    """The columns, those that may be parts of one kode together."""
    bagian: list[KolomAsing] = []
    for k in t.kolom:
        if bagian and _seterusnya(bagian, k):
            bagian.append(k)
        else:
            if bagian:
                yield bagian
            bagian = [k]
    if bagian:
        yield bagian


def _seterusnya(bagian: Sequence[KolomAsing], k: KolomAsing) -> bool:
    if not k.jalur or not bagian[-1].jalur or k.nomor != bagian[-1].semua[-1] + 1:
        return False
    awal = kunci_judul(k.jalur[0])
    if len(k.jalur) > 1 and awal.split()[:1] == [KODE] and k.jalur[:-1] == bagian[-1].jalur[:-1]:
        return True
    dulu, kini = (_urutan(x.jalur[-1]) for x in (bagian[-1], k))
    return len(k.jalur) == len(bagian[-1].jalur) and 0 <= dulu < kini


def _urutan(teks: str) -> int:
    rapi = kunci_judul(teks).removeprefix("kode ")
    return next((i for i, x in enumerate(_HURUF) if rapi in x), -1)


def _beruas(t: TabelAsing, bagian: Sequence[KolomAsing]) -> bool:
    """Do parts of a kode alone stand below these headers?"""
    isi = [s.teks.strip() for b in t.data() for k in bagian for n in k.semua if (s := b.sel.get(n)) is not None]
    return bool(isi) and all(_RUAS.fullmatch(x) for x in isi if x not in ("", "-"))

"""Two tables in one, side by side with a blank column between them, each under a heading of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lkjip_xl.bentuk.subjumlah import subjumlah
from lkjip_xl.inti.jumlah import jenis_jumlah
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, JenisBaris, KolomAsing, SelAsing, TabelAsing
from lkjip_xl.sumber.rupa import berkata

KOLOM_MIN = 2
NAMA = frozenset({"indikator", "program", "kegiatan", "sasaran"})
ANGKA = frozenset({"target", "realisasi", "capaian", "anggaran", "pagu", "serapan", "persen", "%"})
_WAKTU = re.compile(rf"\bn(?: ?[-+] ?[1-5])?$|{ANGKA_TAHUN}")
_TAHUN = re.compile(rf"(?:tahun(?: anggaran)? )?{ANGKA_TAHUN}", re.IGNORECASE)


def per_sisi(t: TabelAsing) -> list[TabelAsing]:
    """Each of the tables where one is of that form, else the table itself."""
    berkepala = [k for k in t.kolom if k.jalur]
    sisi: list[list[KolomAsing]] = []
    for k in berkepala:
        if sisi and sisi[-1][0].jalur[0] == k.jalur[0]:
            sisi[-1].append(k)
        else:
            sisi.append([k])
    if len(sisi) < KOLOM_MIN or t.letak or any(len(x) < KOLOM_MIN or len(k.jalur) < KOLOM_MIN for x in sisi for k in x):
        return [t]
    if any(kini[0].nomor - dulu[-1].semua[-1] < KOLOM_MIN for dulu, kini in pairwise(sisi)):
        return [_setahun(t, x) for x in sisi] if _berulang(sisi) else [t]
    return [_satu(t, x) for x in sisi]


def _satu(t: TabelAsing, milik: Sequence[KolomAsing]) -> TabelAsing:
    nomor = {n for k in milik for n in k.semua}
    baris = []
    for b in t.baris:
        sel = {n: s for n, s in b.sel.items() if n in nomor}
        if sel:
            baris.append(replace(b, sel=sel, jenis=_jenis(b, sel)))
    tahun = _TAHUN.search(t.judul)  # of the caption of both, what it calls one of them is not the other
    judul = f"{milik[0].jalur[0]} {tahun[0] if tahun is not None else ''}".strip()
    return replace(t, judul=judul, kolom=tuple(replace(k, jalur=k.jalur[1:]) for k in milik), baris=tuple(baris))


def _berulang(sisi: Sequence[Sequence[KolomAsing]]) -> bool:
    """Are two sides, each of a year of its own, the same table: do both name their rows, under the same headers?"""
    waktu = [_WAKTU.findall(kunci_teks(x[0].jalur[0])) for x in sisi]
    kepala = [{pokok_kepala(k.jalur[1]) for k in x} for x in sisi]
    bersama = set.intersection(*kepala)
    return len(sisi) == KOLOM_MIN and all(waktu) and waktu[0] != waktu[1] and len(bersama) > 1 and bool(bersama & NAMA)


def _setahun(t: TabelAsing, milik: Sequence[KolomAsing]) -> TabelAsing:
    """One of two such sides: its figures keep the header of their year, what names its rows does not."""
    satu = _satu(t, milik)
    kolom = tuple(
        k if {*kunci_teks(" ".join(k.jalur[1:])).split()} & ANGKA else replace(k, jalur=k.jalur[1:]) for k in milik
    )
    return replace(satu, judul=t.judul, kolom=kolom)


def _jenis(b: BarisAsing, sel: Mapping[int, SelAsing]) -> JenisBaris:
    """The kind of a row by what stands in it on this side."""
    if b.jenis not in ("data", "jumlah", "subjumlah", "rata", "kelompok"):
        return b.jenis
    label = next((s for s in sel.values() if berkata(s)), None)
    if label is None or len(sel) == 1:
        return b.jenis if label is not None else "data"
    return jenis_jumlah(label.teks) or ("subjumlah" if subjumlah(label.teks) is not None else "data")

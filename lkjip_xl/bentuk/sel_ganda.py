"""Cells that hold two figures, as a column for each: "Target / Rp" on two lines, or "2023: 81,2 / 2024: 82,0" under one header."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.padan.isi import kosong
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing
from lkjip_xl.sumber.satuan_kepala import satuan_kepala

SEBAGIAN_BESAR = 0.6
_BERKURUNG = re.compile(r"(.*\S)\s*\((.*\s/\s.*)\)")
_BERTAHUN = re.compile(r"\s*(?:tahun\s*)?((?:19|20)\d\d)\s*[:=]\s*(.+?)\s*", re.IGNORECASE)


def per_sel(t: TabelAsing) -> TabelAsing:
    """The table with one figure a cell."""
    for k in t.kolom if not t.letak and not t.terputar else ():
        if k.jalur and not k.gabung:
            t = _dua_baris(t, k)
            t = _dua_tahun(t, k)
    return t


def _isi(t: TabelAsing, k: KolomAsing) -> list[SelAsing]:
    return [s for b in t.baris if b.jenis in ("data", "jumlah", "subjumlah") and (s := b.sel.get(k.nomor)) is not None]


def _angka(teks: str) -> bool:
    return kosong(SelAsing(teks)) or baca_kolom(teks).nilai is not None


def _dua_baris(t: TabelAsing, k: KolomAsing) -> TabelAsing:
    """A header of names parted by strokes, above cells with a line and a figure for each."""
    m = _BERKURUNG.fullmatch(k.jalur[-1])
    atas, teks = ((m[1],), m[2]) if m is not None else ((), k.jalur[-1])
    nama = [x.strip() for x in teks.split("/")]
    isi = [s.teks.split("\n") for s in _isi(t, k)]
    sah = [x for x in isi if len(x) == len(nama) and all(map(_angka, x))]
    utuh = len(nama) > 1 and all(x and x.count("(") == x.count(")") for x in nama)
    if not utuh or not sah or len(sah) < SEBAGIAN_BESAR * len(isi):
        return t
    baru = [(*k.jalur[:-1], *atas, x) for x in nama]
    return _bagi(t, k, baru, lambda teks: x if len(x := teks.split("\n")) == len(nama) else [])


def _dua_tahun(t: TabelAsing, k: KolomAsing) -> TabelAsing:
    """Every cell names the years of its figures, the same in all of them."""
    isi = [dict(_tahun(s.teks)) for s in _isi(t, k)]
    tahun = [*isi[0]] if isi else []
    if len(tahun) < 2 or any([*x] != tahun for x in isi):
        return t
    return _bagi(
        t, k, [(*k.jalur[:-1], f"{k.jalur[-1]} {x}") for x in tahun], lambda teks: [x for _, x in _tahun(teks)]
    )


def _tahun(teks: str) -> list[tuple[str, str]]:
    """The figures of a cell by the years it names, [] where it holds anything else.

    >>> _tahun("2023: 81,2 / 2024: 82,0"), _tahun("2023: 81,2\\n2024: -"), _tahun("2023/2024")
    ([('2023', '81,2'), ('2024', '82,0')], [('2023', '81,2'), ('2024', '-')], [])
    """
    bagian = [_BERTAHUN.fullmatch(x) for x in re.split(r"\n|;|\s/\s", teks) if x.strip()]
    isi = [(m[1], m[2]) for m in bagian if m is not None and _angka(m[2])]
    return isi if len(isi) == len(bagian) else []


def _bagi(t: TabelAsing, k: KolomAsing, jalur: list[tuple[str, ...]], pisah: Callable[[str], list[str]]) -> TabelAsing:
    """The column as several, numbered behind those of the source, in its place."""
    awal = max(n for x in t.kolom for n in x.semua) + 1
    baru = []
    for i, x in enumerate(jalur):
        satuan, pengali = satuan_kepala(x)
        baru.append(replace(k, nomor=awal + i, jalur=x, satuan=satuan, pengali=pengali))
    letak = t.kolom.index(k)
    baris = tuple(_baris(b, k.nomor, awal, pisah) for b in t.baris)
    return replace(t, kolom=(*t.kolom[:letak], *baru, *t.kolom[letak + 1 :]), baris=baris)


def _baris(b: BarisAsing, nomor: int, awal: int, pisah: Callable[[str], list[str]]) -> BarisAsing:
    """What a cell that is none of the kind says is of the first of the columns."""
    s = b.sel.get(nomor)
    if s is None or b.jenis == "nomor":
        return b
    bagian = pisah(s.teks) or [s.teks]
    sel = {n: x for n, x in b.sel.items() if n != nomor}
    sel |= {awal + i: SelAsing(x.strip()) if len(bagian) > 1 else s for i, x in enumerate(bagian)}
    return replace(b, sel=sel, asal={**b.asal, **{awal + i: nomor for i in range(len(bagian))}})

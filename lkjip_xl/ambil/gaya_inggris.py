"""Figures as programs of English settings print them ("12,500", "1,250.5"), known by the others of their column or table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lkjip_xl.sumber.model import BarisAsing, SelAsing, TabelAsing

_PASTI = re.compile(r"-?[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d{1,2})")
_INDONESIA = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+,(?:\d{1,2}|\d{4,})|-?0,\d+")
_DUA_ARTI = re.compile(r"-?[1-9]\d{0,2},\d{3}")


def baca_inggris(t: TabelAsing) -> tuple[TabelAsing, list[tuple[BarisAsing, int, bool]]]:
    """The table with such figures as numbers, and which cells those are (row, column, certain).

    A column with one that has no other meaning, and none printed the Indonesian way, is English throughout; where only other
    columns of the table are, "12,500" is read so with a doubt.
    """
    gaya = {k.nomor: _gaya(list(_teks(t, k.nomor))) for k in t.kolom}
    if not any(g is True for g in gaya.values()):
        return t, []
    duga = all(g is not False for g in gaya.values())
    baru: list[BarisAsing] = []
    letak: list[tuple[BarisAsing, int, bool]] = []
    for b in t.baris:
        ubah = {n: x for n, s in b.sel.items() if (x := _angka(s, gaya.get(n), duga=duga)) is not None}
        b = replace(b, sel=b.sel | ubah) if ubah else b
        baru.append(b)
        letak += ((b, n, gaya[n] is True) for n in ubah)
    return replace(t, baris=tuple(baru)), letak


def _teks(t: TabelAsing, nomor: int) -> Iterator[str]:
    return (
        s.teks.strip() for b in t.baris if b.jenis == "data" and (s := b.sel.get(nomor)) is not None and s.nilai is None
    )


def _gaya(isi: list[str]) -> bool | None:
    """True = English, False = Indonesian, None = nothing tells."""
    if any(_INDONESIA.fullmatch(x) for x in isi):
        return False
    return True if any(_PASTI.fullmatch(x) for x in isi) else None


def _angka(s: SelAsing, gaya: bool | None, *, duga: bool) -> SelAsing | None:
    teks = s.teks.strip()
    if s.nilai is not None or gaya is False or not (_DUA_ARTI.fullmatch(teks) or (gaya and _PASTI.fullmatch(teks))):
        return None
    if gaya is None and not duga:
        return None
    desimal = len(teks.partition(".")[2])
    return replace(s, nilai=float(teks.replace(",", "")), format=f"#,##0.{'0' * desimal}" if desimal else "#,##0")

"""Rows that hold several indicators, one an item ("a. …", "b. …"), as a row for each: cells beside them are listed the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, SelAsing, TabelAsing

INDIKATOR = "indikator"
SEMUA = "satu isi untuk beberapa indikator dalam satu sel"
KATA_MAKS = 3  # of a unit or a figure with its unit
_BUTIR = re.compile(r"^\s*\(?([a-z]|\d{1,2})[.)]\s+(?=\S)", re.MULTILINE)


def per_butir(t: TabelAsing) -> TabelAsing:
    """The table with one indicator a row."""
    nama = next((k.nomor for k in t.kolom if k.jalur and pokok_kepala(k.jalur[-1]) == INDIKATOR), 0)
    baris = tuple(x for b in t.baris for x in _pisah(b, nama))
    return replace(t, baris=baris) if len(baris) > len(t.baris) else t


def butir(teks: str) -> list[tuple[str, str]]:
    """The items of a list with what is before each, [] for a text that is none.

    >>> butir("a. Nilai SAKIP\\nb. Indeks Kepuasan"), butir("1) 85%\\n2) 3,45"), butir("a. satu\\nc. tiga"), butir("3. Jalan")
    ([('a', 'Nilai SAKIP'), ('b', 'Indeks Kepuasan')], [('1', '85%'), ('2', '3,45')], [], [])
    """
    semua = list(_BUTIR.finditer(teks))
    tanda = [m[1] for m in semua]
    urut = [chr(ord("a") + i) for i in range(len(tanda))], [str(i + 1) for i in range(len(tanda))]
    if len(tanda) < 2 or tanda not in urut or teks[: semua[0].start()].strip():
        return []
    akhir = [*(m.start() for m in semua[1:]), len(teks)]
    return [(m[1], " ".join(teks[m.end() : z].split())) for m, z in zip(semua, akhir, strict=True)]


def _pisah(b: BarisAsing, nama: int) -> Iterator[BarisAsing]:
    daftar = butir(b.sel[nama].teks) if b.jenis == "data" and nama in b.sel else []
    tanda = [x for x, _ in daftar]
    isi = {n: butir(s.teks) or _sejajar(s.teks, tanda) for n, s in b.sel.items()} if daftar else {}
    if not daftar or any(x and [y for y, _ in x] != tanda for x in isi.values()):
        yield b
        return
    for i in range(len(daftar)):
        sel = {n: SelAsing(isi[n][i][1]) if isi[n] else x for n, s in b.sel.items() if isi[n] or (x := _bersama(s, i))}
        yield replace(b, sel=sel)


def _bersama(s: SelAsing, i: int) -> SelAsing | None:
    """What a cell that is no list says of the i-th of several indicators: a unit is that of all; whose a figure is, nobody knows."""
    if any(h.isdigit() for h in s.teks):
        return replace(s, ragu=SEMUA) if i == 0 else None
    return s if i == 0 or len(s.teks.split()) <= KATA_MAKS else None


def _sejajar(teks: str, tanda: list[str]) -> list[tuple[str, str]]:
    """The lines of a cell as the items beside which they stand, where there are as many of them and none is a sentence."""
    baris = [x.strip() for x in teks.split("\n") if x.strip()]
    pendek = all(len(x.split()) <= KATA_MAKS for x in baris)
    return [*zip(tanda, baris, strict=True)] if pendek and len(baris) == len(tanda) else []

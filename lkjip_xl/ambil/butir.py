"""Rows that hold several indicators, one an item ("a. …", "b. …"), as a row for each: cells beside them are listed the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, SelAsing, TabelAsing

INDIKATOR = "indikator"
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
    isi = {n: butir(s.teks) for n, s in b.sel.items()} if daftar else {}
    tanda = [x for x, _ in daftar]
    if not daftar or any(x and [y for y, _ in x] != tanda for x in isi.values()):
        yield b
        return
    for i in range(len(daftar)):
        sel = {n: SelAsing(isi[n][i][1]) if isi[n] else s for n, s in b.sel.items() if isi[n] or i == 0}
        yield replace(b, sel=sel)

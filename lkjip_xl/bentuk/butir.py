"""Rows that hold several indicators, one an item ("a. …", "b. …"), as a row for each: cells beside them are listed the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lkjip_xl.bentuk.satu_indikator import UKURAN
from lkjip_xl.inti.satuan import satuan_dikenal
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, SelAsing, TabelAsing

INDIKATOR, SATUAN = "indikator", "satuan"
_STRIP = re.compile(r"^\s*[-–—•▪*✓o]\s+(?=\S)")
KATA_MAKS = 3  # of a unit, or of a figure with its unit
_BUTIR = re.compile(r"^\s*\(?([a-z]|\d{1,2})[.)]\s+(?=\S)", re.MULTILINE)
_SEBARIS = re.compile(r"(?:^|(?<=\s))\(?([a-z]|\d{1,2})[.)]\s+(?=\S)")  # of a list whose lines were run together


def per_butir(t: TabelAsing) -> TabelAsing:
    """The table with one indicator a row."""
    nama, satuan = _kolom(t, INDIKATOR), _kolom(t, SATUAN)
    baris = tuple(x for b in t.baris for x in _pisah(b, nama, satuan))
    return replace(t, baris=baris) if len(baris) > len(t.baris) else t


def satu_isi(t: TabelAsing) -> Iterator[tuple[BarisAsing, int]]:
    """Cells that are no list in rows that are: a figure there is of one of the items, or of all, and nothing says which."""
    nama = _kolom(t, INDIKATOR)
    for b in t.baris:
        yield from ((b, n) for n, x in _isi(b, nama).items() if not x)


def butir(teks: str) -> list[tuple[str, str]]:
    """The items of a list with what is before each, [] for a text that is none.

    >>> butir("a. Nilai SAKIP\\nb. Indeks Kepuasan"), butir("1) 85%\\n2) 3,45"), butir("a. satu\\nc. tiga"), butir("a. x b. y")
    ([('a', 'Nilai SAKIP'), ('b', 'Indeks Kepuasan')], [('1', '85%'), ('2', '3,45')], [], [('a', 'x'), ('b', 'y')])
    """
    semua = _berurut(teks, list(_BUTIR.finditer(teks))) or _berurut(teks, list(_SEBARIS.finditer(teks)))
    akhir = [*(m.start() for m in semua[1:]), len(teks)][: len(semua)]
    return [(m[1], " ".join(teks[m.end() : z].split())) for m, z in zip(semua, akhir, strict=True)]


def _berurut(teks: str, semua: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks of a list: two or more in their order, with nothing before the first."""
    tanda = [m[1] for m in semua]
    urut = [chr(ord("a") + i) for i in range(len(tanda))], [str(i + 1) for i in range(len(tanda))]
    return semua if len(tanda) > 1 and tanda in urut and not teks[: semua[0].start()].strip() else []


def _kolom(t: TabelAsing, pokok: str) -> int:
    return next((k.nomor for k in t.kolom if k.jalur and pokok_kepala(k.jalur[-1]) == pokok), 0)


def _isi(b: BarisAsing, nama: int) -> dict[int, list[str]]:
    """By column what each of the indicators of a row has there, [] for a cell that does not list it; {} for a row of one."""
    if b.jenis != "data" or nama not in b.sel:
        return {}
    tanda = [x for x, _ in butir(b.sel[nama].teks)]
    if tanda:
        return {n: _sederet(s.teks, tanda) for n, s in b.sel.items()}
    semua = _berbaris(b, nama)
    urut = [str(i) for i, _ in enumerate(semua, 1)]
    return {n: semua if n == nama else _sederet(s.teks, urut) for n, s in b.sel.items()} if semua else {}


def _berbaris(b: BarisAsing, nama: int) -> list[str]:
    """The names of a cell that holds several, one a line: each behind a dash or beginning with what is measured, [] for any other."""
    baris = [x for x in b.sel[nama].teks.splitlines() if x.strip()]
    awal = [i for i, x in enumerate(baris) if i == 0 or _STRIP.match(x) or UKURAN.match(x.strip())]
    if len(awal) < 2 or not any(_figur(s.teks) for n, s in b.sel.items() if n != nama):
        return []
    strip = [_STRIP.match(baris[i]) is not None for i in awal]
    semua = [
        _STRIP.sub("", " ".join(x.strip() for x in baris[i:j]))
        for i, j in zip(awal, [*awal[1:], len(baris)], strict=True)
    ]
    return semua if all(strip) or (not any(strip) and all(UKURAN.match(x) for x in semua)) else []


def _figur(teks: str) -> bool:
    """Are several short lines with a figure each in a cell?"""
    baris = [x for x in teks.splitlines() if x.strip()]
    return len(baris) > 1 and all(any(h.isdigit() for h in x) and len(x.split()) <= KATA_MAKS for x in baris)


def _sederet(teks: str, tanda: list[str]) -> list[str]:
    """The items of a cell under the marks of the names; of figures, units and other short lines their number is enough."""
    semua = butir(teks)
    isi = [x for _, x in semua] or [_STRIP.sub("", x.strip()) for x in teks.splitlines() if x.strip()]
    pendek = len(isi) == len(tanda) and all(len(x.split()) <= KATA_MAKS for x in isi)
    return isi if pendek or [x for x, _ in semua] == tanda else []


def _pisah(b: BarisAsing, nama: int, satuan: int) -> Iterator[BarisAsing]:
    isi = _isi(b, nama)
    if not isi:
        yield b
        return
    if not isi.get(satuan, [""]) and satuan_dikenal(b.sel[satuan].teks):
        isi[satuan] = [b.sel[satuan].teks] * len(isi[nama])  # a unit of the row is one of all its items
    for i in range(len(isi[nama])):
        sel = {n: SelAsing(isi[n][i]) if isi[n] else s for n, s in b.sel.items() if isi[n] or i == 0}
        yield replace(b, sel=sel, butir=i + 1)

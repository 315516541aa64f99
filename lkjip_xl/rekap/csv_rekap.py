"""The tables of a rekap as CSV for other systems: names of columns in the first line, decimal points, UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from lkjip_xl.buku.keluaran import Jenis, Keluaran
from lkjip_xl.rekap.tabel import Sel, TabelRekap, polos

AKHIRAN = ".csv"
_BOM = "\ufeff"
_RUMUS = ("=", "+", "-", "@", "\t", "\r")


def keluaran_csv(
    tabel: Iterable[TabelRekap], folder: Path, masukan: Iterable[Path], *, timpa: bool
) -> list[tuple[TabelRekap, Keluaran]]:
    """The file of every table; an earlier one of ours is known by its first line."""
    dibaca = list(masukan)
    return [(t, Keluaran(folder / f"{t.nama}{AKHIRAN}", Jenis((AKHIRAN,), _bertanda(t)), dibaca, timpa)) for t in tabel]


def _bertanda(t: TabelRekap):
    kepala = (_BOM + ",".join(k.nama for k in t.kolom)).encode()
    return lambda data: data.splitlines()[:1] == [kepala]


def teks_csv(t: TabelRekap) -> str:
    """All rows, none left out."""
    keluar = io.StringIO()
    keluar.write(_BOM)
    csv.writer(keluar, lineterminator="\n").writerows(_baris(t))
    return keluar.getvalue()


def _baris(t: TabelRekap) -> Iterator[list[str]]:
    yield [k.nama for k in t.kolom]
    for b in t.baris():
        yield [_teks(polos(x)) for x in b]


def _teks(x: Sel) -> str:
    """A value as text; a text that a spreadsheet would take for a formula is told apart by an apostrophe.

    >>> _teks(76.99), _teks("=1+1"), _teks("-"), _teks(None)
    ('76.99', "'=1+1", '-', '')
    """
    if x is None:
        return ""
    if isinstance(x, datetime):
        return x.isoformat()
    if isinstance(x, (int, float)):
        return f"{x:.15g}"
    return f"'{x}" if len(x) > 1 and x.startswith(_RUMUS) else x

"""What a cell holds, and raw texts as values: numbers, dates, counts, texts with Excel's escapes."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Literal, NamedTuple

from lkjip_xl.inti.angka import cacah
from lkjip_xl.inti.huruf import GANTI, tampakkan  # noqa: F401  GANTI: for the example of lepas

Jenis = Literal["angka", "teks", "galat", "logika", "tanggal", "kosong"]
NilaiSel = float | str | bool | date | datetime | time | timedelta | None


class Sel(NamedTuple):
    """What one cell holds: value (None when blank or an error), formula with "=", kind, error text, number format.

    desimal is what a plain number format shows; punya_tembolok is False for a formula never computed.
    """

    nilai: NilaiSel
    rumus: str | None
    jenis: Jenis
    galat: str | None
    format: str
    desimal: int | None
    punya_tembolok: bool


susun_sel = tuple.__new__  # a third of the time of Sel(...), which counts for 100,000 cells
_LOLOS = re.compile("_x([0-9A-Fa-f]{4})_")


def lepas(teks: str) -> str:
    """Text with Excel's _xHHHH_ escapes resolved; what cannot stand in a text is made visible (huruf.tampakkan).

    >>> lepas("a_x000D_b"), lepas("_x005F_x000D_"), lepas("_xD83D__xDE00_"), lepas("a_xD83D_") == "a" + GANTI
    ('a\\rb', '_x000D_', '😀', True)
    """
    return tampakkan(_LOLOS.sub(lambda m: chr(int(m[1], 16)), teks) if "_x" in teks else teks)


def bilangan(v: str) -> float | None:
    """The number of a raw value; None for what no cell can hold (NaN, INF, 1e400) or is no number: it stays a text."""
    try:
        angka = float(v)
    except ValueError:
        return None
    return (
        angka if isfinite(angka) and v.isascii() and "_" not in v else None
    )  # Python reads 1_000, no other program does


def tanggal(v: str) -> tuple[NilaiSel, Jenis, str | None]:
    try:
        return datetime.fromisoformat(v.strip()).replace(tzinfo=None), "tanggal", None
    except ValueError:
        return tampakkan(v), "teks", None


def bulat(teks: str) -> int:
    """Number of decimal digits and nothing else; int() also takes signs, underscores and the digits of other scripts."""
    n = cacah(teks.strip())
    if n is None:
        raise ValueError(f"{teks!r} is not a count")
    return n

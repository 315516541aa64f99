"""Type size and column widths with which a table fits a page: figures never break, words only where nothing else helps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lkjip_xl.ringkasan.model import KolomRingkas

HURUF = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)  # points
HURUF_TEGAK = 7.0  # smaller than this a portrait table moves to a landscape page
TEPI = 7.0  # points left and right of a cell together, with a little air
TEBAL = 1.1  # any cell may be bold
TERPANJANG = 14  # em; a longer word may break
LEGA = 0.5  # share of a text column's designed width it should keep
HURUF_PER_LEBAR = 0.52  # em per unit of designed width
_SEMPIT = frozenset(".,:;'|!iljtf()[]/ -")


@dataclass(frozen=True, slots=True)
class UkuranTabel:
    """Type size and the width of every column, in points."""

    huruf: float
    lebar: tuple[float, ...]


def lebar_teks(teks: str) -> float:
    """Width of a line of text in em, estimated for a face like Arial.

    >>> round(lebar_teks("1.234"), 3)
    2.504
    """
    return sum(0.28 if h in _SEMPIT else 0.556 if h.isdigit() else 0.7 if h.isupper() else 0.54 for h in teks)


def ukur(
    kolom: Sequence[KolomRingkas], isi: Sequence[Sequence[str]], lebar: float, terkecil: float
) -> UkuranTabel | None:
    """Sizes for a page of `lebar` points, None where it would need a type smaller than `terkecil`.

    isi: rows = body rows, columns = the columns, as printed.
    """
    em = _tersempit(kolom, isi)
    for huruf in HURUF:
        if huruf < terkecil:
            return None
        lega = (LEGA * k.lebar * HURUF_PER_LEBAR * huruf for k in kolom)
        nyaman = [max(s * huruf + TEPI, x) for s, x in zip(em, lega, strict=True)]
        if sum(nyaman) <= lebar:
            return UkuranTabel(huruf, _bagi(kolom, nyaman, lebar))
    return None


def paksa(kolom: Sequence[KolomRingkas], isi: Sequence[Sequence[str]], lebar: float) -> UkuranTabel:
    """The smallest type, columns as wide as they may be; words may break where even that is too wide."""
    huruf = HURUF[-1]
    sempit = [s * huruf + TEPI for s in _tersempit(kolom, isi)]
    lebih = sum(sempit) / lebar
    if lebih > 1:
        return UkuranTabel(huruf, tuple(s / lebih for s in sempit))
    return UkuranTabel(huruf, _bagi(kolom, sempit, lebar))


def _tersempit(kolom: Sequence[KolomRingkas], isi: Sequence[Sequence[str]]) -> list[float]:
    """Width of text in em below which a column would break its longest figure, or longest word of text and header."""
    hasil = []
    for i, k in enumerate(kolom):
        milik = [b[i] for b in isi]
        kata = _kata([k.judul]) + (_kata(milik) if k.tipe in ("teks", "pilihan") else milik)
        hasil.append(min(max(map(lebar_teks, kata), default=0.0), TERPANJANG) * TEBAL)
    return hasil


def _kata(teks: Iterable[str]) -> list[str]:
    """Words as lines may break; Word and LibreOffice do not break after a slash."""
    return [w for t in teks for w in t.split()]


def _bagi(kolom: Sequence[KolomRingkas], sempit: Sequence[float], lebar: float) -> tuple[float, ...]:
    """Spread what is left over the text columns by their designed width; over all where there is none."""
    sisa = lebar - sum(sempit)
    bobot = [k.lebar if k.tipe == "teks" else 0.0 for k in kolom]
    if not sum(bobot):
        bobot = [k.lebar for k in kolom]
    return tuple(s + sisa * b / sum(bobot) for s, b in zip(sempit, bobot, strict=True))

"""How a figure is printed: which of its dots and commas set thousands off, and which begin its decimals."""

from __future__ import annotations

import re
from enum import Enum, auto


class Cetak(Enum):
    """What the separators of a figure tell by themselves."""

    TITIK = auto()
    """Decimals behind a dot: 61.27, 0.625"""
    KOMA = auto()
    """Decimals behind a comma: 61,27"""
    DUA_ARTI_TITIK = auto()
    """One dot before three digits: our thousands, or three English decimals: 63.118"""
    DUA_ARTI_KOMA = auto()
    """One comma before three digits: English thousands, or three of our decimals: 63,118"""
    INDONESIA = auto()
    """Thousands behind dots: 1.762.000, 1.762,5"""
    INGGRIS = auto()
    """Thousands behind commas: 1,762,000, 1,762.5"""


_POLA = (
    (Cetak.TITIK, r"\d+\.(?:\d{1,2}|\d{4,})|0\.\d+"),
    (Cetak.KOMA, r"\d+,(?:\d{1,2}|\d{4,})|0,\d+|[1-9]\d{0,2},\d{3}(?= *%)"),  # nobody has thousands of percent
    (Cetak.DUA_ARTI_TITIK, r"[1-9]\d{0,2}\.\d{3}"),
    (Cetak.DUA_ARTI_KOMA, r"[1-9]\d{0,2},\d{3}"),
    (Cetak.INDONESIA, r"[1-9]\d{0,2}(?:(?:\.\d{3}){2,}(?:,\d+)?|\.\d{3},\d+)"),
    (Cetak.INGGRIS, r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d{1,2})"),
)
_TERSUSUN = tuple((c, re.compile(rf"-?(?:{pola}) *%?")) for c, pola in _POLA)


def cara_cetak(teks: str) -> Cetak | None:
    """How a bare figure or percentage is printed; None for one without separators, and for what is no figure.

    >>> [c.name if (c := cara_cetak(x)) else None for x in ("83.50", "61,27 %", "-0.625", "63.118", "63,118", "63,118%")]
    ['TITIK', 'KOMA', 'TITIK', 'DUA_ARTI_TITIK', 'DUA_ARTI_KOMA', 'KOMA']
    >>> [c.name if (c := cara_cetak(x)) else None for x in ("1.762.000", "1,762.50", "800", "12.50.00", "1,762.500")]
    ['INDONESIA', 'INGGRIS', None, None, None]
    """
    rapi = teks.strip()
    return next((c for c, pola in _TERSUSUN if pola.fullmatch(rapi)), None)

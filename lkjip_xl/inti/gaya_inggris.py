"""Thousands behind commas, as programs of English settings print them ("12,500", "1,250.5"), known by the rest of their column."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PASTI = re.compile(r"-?[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d{1,2}) ?%?")
_INDONESIA = re.compile(r"-?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|-?\d{1,3}\.\d{3},\d+|-?\d+,(?:\d{1,2}|\d{4,})|-?0,\d+")
_DUA_ARTI = re.compile(r"-?[1-9]\d{0,2},\d{3}")
_PECAHAN_TIGA = re.compile(r"-?\d{1,3}\.\d{3} ?%?")
_TITIK = re.compile(r"-?\d{1,3}\.\d{1,2} ?%?")


def gaya_inggris(isi: Iterable[str]) -> bool | None:
    """Are the figures of a column English (True), Indonesian (False), or does nothing tell (None)?

    One figure that has no other meaning tells it, or "12,500" beside a dotted decimal; none may be Indonesian. "1.912" is
    either.

    >>> gaya_inggris(["12,500", "1,250.5"]), gaya_inggris(["12,500", "95.00"]), gaya_inggris(["12,500", "95,00"])
    (True, True, False)
    >>> gaya_inggris(["12,500", "800"]), gaya_inggris(["31.44%", "12,5"])
    (None, False)
    """
    rapi = [x.strip() for x in isi]
    if any(_INDONESIA.fullmatch(x.rstrip("% ")) for x in rapi):
        return False
    dua_arti = any(_DUA_ARTI.fullmatch(x) for x in rapi) and any(_TITIK.fullmatch(x) for x in rapi)
    return True if dua_arti or any(_PASTI.fullmatch(x) for x in rapi) else None


def angka_inggris(teks: str, gaya: bool | None) -> tuple[float, int] | None:
    """Such a figure and its decimals; None where it is none, or no other figure of its column says that it is one.

    >>> angka_inggris("12,500", True), angka_inggris("1,250.50", True), angka_inggris("95.00", True), angka_inggris("12,500", False)
    ((12500.0, 0), (1250.5, 2), None, None)
    >>> angka_inggris("63.118", True), angka_inggris("63.118", None)
    ((63.118, 3), None)
    """
    teks = teks.strip()
    if gaya is False or not (_DUA_ARTI.fullmatch(teks) or (gaya and (_PASTI.fullmatch(teks) or dua_arti_titik(teks)))):
        return None
    teks = teks.rstrip("% ")
    return float(teks.replace(",", "")), len(teks.partition(".")[2])


def dua_arti_titik(teks: str) -> bool:
    """May a figure be one with three decimals of an English column, or thousands of ours? It is read as the first and doubted.

    >>> dua_arti_titik("63.118"), dua_arti_titik("95.00")
    (True, False)
    """
    return _PECAHAN_TIGA.fullmatch(teks.strip()) is not None

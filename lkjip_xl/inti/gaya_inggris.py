"""Thousands behind commas, as programs of English settings print them ("12,500", "1,250.5"), known by the rest of their column."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_xl.inti.cara_cetak import Cetak, cara_cetak

_INDONESIA = frozenset({Cetak.INDONESIA, Cetak.KOMA})


def gaya_inggris(isi: Iterable[str]) -> bool | None:
    """Are the figures of a column English (True), Indonesian (False), or does nothing tell (None)?

    One figure that has no other meaning tells it, or "12,500" beside a dotted decimal; none may be Indonesian. "1.912" is
    either.

    >>> gaya_inggris(["12,500", "1,250.5"]), gaya_inggris(["12,500", "95.00"]), gaya_inggris(["12,500", "95,00"])
    (True, True, False)
    >>> gaya_inggris(["12,500", "800"]), gaya_inggris(["31.44%", "12,5"])
    (None, False)
    """
    cetak = {cara_cetak(x) for x in isi}
    if not _INDONESIA.isdisjoint(cetak):
        return False
    return True if Cetak.INGGRIS in cetak or {Cetak.DUA_ARTI_KOMA, Cetak.TITIK} <= cetak else None


def angka_inggris(teks: str, gaya: bool | None) -> tuple[float, int] | None:
    """Such a figure and its decimals; None where it is none, or no other figure of its column says that it is one.

    >>> angka_inggris("12,500", True), angka_inggris("1,250.50", True), angka_inggris("95.00", True), angka_inggris("12,500", False)
    ((12500.0, 0), (1250.5, 2), None, None)
    >>> angka_inggris("63.118", True), angka_inggris("63.118", None)
    ((63.118, 3), None)
    """
    cetak = cara_cetak(teks)
    if gaya is False or not (cetak is Cetak.DUA_ARTI_KOMA or (gaya and cetak in (Cetak.INGGRIS, Cetak.DUA_ARTI_TITIK))):
        return None
    teks = teks.strip().rstrip("% ")
    return float(teks.replace(",", "")), len(teks.partition(".")[2])


def dua_arti_titik(teks: str) -> bool:
    """May a figure be one with three decimals of an English column, or thousands of ours? It is read as the first and doubted.

    >>> dua_arti_titik("63.118"), dua_arti_titik("95.00")
    (True, False)
    """
    return cara_cetak(teks) is Cetak.DUA_ARTI_TITIK

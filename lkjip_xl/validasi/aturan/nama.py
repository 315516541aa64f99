"""Labels of total rows, and the name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_xl.inti.kemiripan import terdekat
from lkjip_xl.inti.kunci import kunci_rapat, kunci_teks

_TOTAL = ("jumlah", "total", "grandtotal")


def baris_jumlah(teks: object) -> bool:
    """Does this label name a total row?

    >>> baris_jumlah("J U M L A H"), baris_jumlah("Jumlah seluruhnya"), baris_jumlah("Jumlah pegawai laki-laki")
    (True, True, False)
    """
    rapat = kunci_rapat(teks)
    return rapat in _TOTAL or any(
        rapat == a + b for a in _TOTAL for b in ("total", "seluruhnya", "keseluruhan", "semua")
    )


def usul(teks: object, pilihan: Iterable[object]) -> str:
    """ " Maksud Anda …?" with the nearest of the known names; empty where none is near."""
    daftar = {kunci_teks(p): p for p in pilihan}
    dekat = terdekat(kunci_teks(teks), daftar, 0.6)
    return f' Maksud Anda "{daftar[dekat]}"?' if dekat else ""

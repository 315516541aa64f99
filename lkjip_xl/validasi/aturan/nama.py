"""Names as they are compared: letter case, double spaces and letters set apart do not make another name."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_xl.inti.kemiripan import terdekat

_TOTAL = ("jumlah", "total", "grandtotal")


def baku(teks: object) -> str:
    """Text for comparing.

    >>> baku(" Belanja  Modal ")
    'belanja modal'
    """
    return " ".join(str(teks).split()).casefold()


def baris_jumlah(teks: object) -> bool:
    """Does this label name a total row?

    >>> baris_jumlah("J U M L A H"), baris_jumlah("Jumlah seluruhnya"), baris_jumlah("Jumlah pegawai laki-laki")
    (True, True, False)
    """
    rapat = baku(teks).replace(" ", "").rstrip(":")
    return rapat in _TOTAL or any(
        rapat == a + b for a in _TOTAL for b in ("total", "seluruhnya", "keseluruhan", "semua")
    )


def usul(teks: object, pilihan: Iterable[str]) -> str:
    """ " Maksud Anda …?" with the nearest of the known names; empty where none is near."""
    daftar = {baku(p): p for p in pilihan}
    dekat = terdekat(baku(teks), daftar, 0.6)
    return f' Maksud Anda "{daftar[dekat]}"?' if dekat else ""

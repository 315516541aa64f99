"""The name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_xl.inti.kemiripan import terdekat
from lkjip_xl.inti.kunci import kunci_teks


def usul(teks: object, pilihan: Iterable[object]) -> str:
    """ " Maksud Anda …?" with the nearest of the known names; empty where none is near."""
    daftar = {kunci_teks(p): p for p in pilihan}
    dekat = terdekat(kunci_teks(teks), daftar, 0.6)
    return f' Maksud Anda "{daftar[dekat]}"?' if dekat else ""

"""On which sheet and column a cell of an indicator's row is at home, where its own says another."""

from __future__ import annotations

from dataclasses import replace

from lkjip_xl.ambil.model import Peran
from lkjip_xl.ambil.papan import Titik
from lkjip_xl.tabel.triwulan import ID_TRIWULAN

INDIKATOR, SATUAN, PENUNJANG = "indikator", "satuan", "penunjang"


def kolom_tuju(lembar: str, x: Titik) -> str:
    return "kode_program" if lembar == PENUNJANG and x.kolom.peran is Peran.KODE else x.kolom.kolom


def milik_indikator(x: Titik) -> Titik:
    """A unit printed beside quarters of an indicator is that of the indicator, whose sheet says it."""
    if (x.kolom.lembar, x.kolom.kolom) != (ID_TRIWULAN, SATUAN):
        return x
    return replace(x, kolom=replace(x.kolom, lembar=INDIKATOR))

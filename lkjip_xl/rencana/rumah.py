"""On which sheet and column a cell of an indicator's row is at home, where its own says another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lkjip_xl.rencana.model import Peran, PetaTabel, Titik, Yakin
from lkjip_xl.rencana.umum import tercakup
from lkjip_xl.sumber.model import BarisAsing
from lkjip_xl.tabel.triwulan import ID_TRIWULAN

if TYPE_CHECKING:
    from lkjip_xl.rencana.isian import Pengisi

INDIKATOR, SATUAN, PENUNJANG = "indikator", "satuan", "penunjang"


def teks_gabung(pengisi: Pengisi, peta: PetaTabel, b: BarisAsing, baris: int) -> None:
    """Words in a cell merged over the quarters of an indicator (who is responsible) are said of each of them."""
    for n, k in peta.kolom.items():
        kolom = pengisi.papan.buku.skema.lembar[ID_TRIWULAN].kolom.get(k.kolom)
        if k.lembar != ID_TRIWULAN or k.yakin is not Yakin.PASTI or kolom is None or n in b.sel:
            continue
        if kolom.tipe != "teks" or kolom.jenis != "isian":
            continue
        if (teks := tercakup(peta, n).get((b.kisi, b.nomor))) is not None:
            pengisi.papan.turunan((ID_TRIWULAN, baris, k.kolom), teks, "sel gabung di atasnya")


def kolom_tuju(lembar: str, x: Titik) -> str:
    return "kode_program" if lembar == PENUNJANG and x.kolom.peran is Peran.KODE else x.kolom.kolom


def milik_indikator(x: Titik) -> Titik:
    """A unit printed beside quarters of an indicator is that of the indicator, whose sheet says it."""
    if (x.kolom.lembar, x.kolom.kolom) != (ID_TRIWULAN, SATUAN):
        return x
    return replace(x, kolom=replace(x.kolom, lembar=INDIKATOR))

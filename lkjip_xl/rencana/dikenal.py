"""A table known by what it certainly holds, however many other columns it has."""

from __future__ import annotations

from lkjip_xl.rencana.calon import BERSAMA, INDIKATOR
from lkjip_xl.rencana.model import Peran, PetaKolom, PetaTabel, Yakin
from lkjip_xl.tabel.model import ANGKA, BukuKerja

ANGKA_MIN = 2
"""Columns of figures that are certain: one alone (a target) is printed in tables of many kinds."""
_RENSTRA = "tc27"


def dikenal_isi(buku: BukuKerja, p: PetaTabel) -> bool:
    """Does the table hold an indicator's name and several figures whose places are certain?

    A share of columns with a place says little of a long table: of twenty columns four may be what the workbook asks for.
    Of programmes only what is planned over several years is told from other plans by its columns alone.
    """
    tentu = [k for k in p.kolom.values() if k.yakin is Yakin.PASTI and k.peran is not Peran.NOMOR]
    bernama = bool(p.tabel.indikator) or any(k.kolom == INDIKATOR for k in tentu)
    if not bernama or p.lembar not in (*BERSAMA, _RENSTRA):
        return False
    if p.lembar == _RENSTRA:
        isi = {k.kolom for k in tentu if k.lembar == _RENSTRA}
        tahun = {x.partition("_")[2] for x in isi if x.startswith("target_")} & {
            x.partition("_")[2] for x in isi if x.startswith("rp_")
        }
        return "nama" in isi and len(tahun) >= ANGKA_MIN
    return len({(k.lembar, k.kolom) for k in tentu if _milik(buku, k)}) >= ANGKA_MIN and any(
        _milik(buku, k) and k.lembar == p.lembar for k in tentu
    )


def _milik(buku: BukuKerja, k: PetaKolom) -> bool:
    """Is it a figure of the agency's own indicators?"""
    return k.lembar in BERSAMA and buku.skema.lembar[k.lembar].kolom[k.kolom].tipe in ANGKA

"""Targets and amounts after a change that say "Tetap": those before the change, wherever these stand in the sources or the workbook."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.rencana.model import Letak, Nasib, Titik
from lkjip_xl.tabel.model import ANGKA, BukuKerja, Tabel

if TYPE_CHECKING:
    from lkjip_xl.rencana.papan import Papan

VERSI, PERUBAHAN, MURNI, NAMA = "versi", "perubahan", "murni", "nama"
TETAP = frozenset({"tetap", "sama", "idem", "tidak berubah", "tidak ada perubahan", "tidak mengalami perubahan", "sama dengan murni",
                   "sama dengan target murni", "sama dengan sebelum perubahan"})  # fmt: skip
BELUM_ADA = "tetap, tetapi angka sebelum perubahannya belum ada"


def kata_tetap(teks: str) -> bool:
    """Does a text say that nothing was changed?"""
    return kunci_judul(teks).strip(" ()") in TETAP


def tetap(buku: BukuKerja, x: Titik, letak: Letak) -> bool:
    """Does a cell say that its figure is the one before the change?"""
    if (skema := buku[letak[0]].skema).kolom[letak[2]].tipe not in ANGKA or VERSI not in skema.kolom:
        return False
    s = buku[letak[0]].sel.get((letak[1], VERSI))
    return kata_tetap(x.sel.teks) and s is not None and s.nilai == PERUBAHAN


def isi_tetap(papan: Papan) -> None:
    """Put the figures before the change into the cells that say so, once all others are in their places."""
    for x, letak, satuan in papan.tetap:
        t = papan.buku[letak[0]]
        b = _semula(t, letak[1])
        s = t.sel.get((b, letak[2])) if b else None
        nilai = None if b is None else t.kata(b, letak[2]) or t.isi(b).get(letak[2])
        if nilai is None:
            papan.catat(x, Nasib.RAGU, BELUM_ADA, letak)
        elif t.berumus(letak[1], letak[2]) and t.harap(letak[1], letak[2]) == nilai:
            papan.catat(x, Nasib.SAMA, "tetap; sama dengan rumus buku", letak)
        else:
            teks = nilai if isinstance(nilai, str) else tulis(nilai, s.desimal if s is not None else None)
            papan.tulis(replace(x, sel=replace(x.sel, teks=teks)), letak, satuan)
            papan.nasib[x.tempat] = replace(papan.nasib[x.tempat], teks=x.sel.teks)  # what the cell itself says


def _semula(t: Tabel, baris: int) -> int | None:
    """The row of the same key before the change."""
    milik = t.isi(baris)
    pengenal = [k for k in (*t.skema.kunci, NAMA) if k in milik and k != VERSI and milik[k]]
    for b, isi in t.rekaman():
        if isi.get(VERSI) == MURNI and pengenal and all(isi.get(k) == milik[k] for k in pengenal):
            return b
    return None

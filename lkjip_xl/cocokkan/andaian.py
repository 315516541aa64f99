"""What the sheet would show by a choice nobody has made yet (arah, sifat): such a difference is a question, no mistake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from lkjip_xl.cocokkan.sama import Penyama
from lkjip_xl.cocokkan.sisi import sisi_lembar
from lkjip_xl.padan.baris import BarisLuar
from lkjip_xl.padan.model import BarisTuju
from lkjip_xl.padan.padan import Padan
from lkjip_xl.tabel.hitung_buku import salin_buku
from lkjip_xl.tabel.model import BukuKerja, SelKerja

IND, KODE = "indikator", "kode"
PENENTU = ("arah", "sifat", "cara_tw")
"""Choices about an indicator that decide how its figures are computed."""


class Andaian:
    """The sheet once more for every answer to an open choice; made when the first difference asks for it."""

    def __init__(self, buku: BukuKerja, p: Padan, penyama: Penyama) -> None:
        self._buku, self._p, self._penyama = buku, p, penyama
        self._urutan = {frozenset(t.sel.items()): i for i, t in enumerate(p.tujuan.baris)}

    def jawaban(self, o: BarisLuar, t: BarisTuju, k: int, n: str) -> dict[str, str]:
        """The open choice by which a computed cell would show what the table does, as messages name it; {} for none."""
        i = self._urutan.get(frozenset(t.sel.items()))
        if i is None or n not in self._p.tujuan.turunan:
            return {}
        kolom, c = self._p.menurut_nomor[k], self._p.tujuan.kolom[n]
        for isian, baris in self._semua:
            if i < len(baris) and self._penyama.sama(kolom, o.isi[k], baris[i], c):
                return isian
        return {}

    @cached_property
    def _semua(self) -> list[tuple[dict[str, str], list[BarisTuju]]]:
        return [(j, sisi_lembar(b, self._p.tujuan.lembar).baris) for j, b in self._buku_lain()]

    def _buku_lain(self) -> Iterator[tuple[dict[str, str], BukuKerja]]:
        t = self._buku[IND]
        ada = [b for b, x in t.rekaman() if x.get(KODE)]
        for k in (t.skema.kolom[n] for n in PENENTU if n in t.letak):
            terbuka = [b for b in ada if not t.nilai(b, k.nama)]
            for p in k.pilihan if terbuka else ():
                isi = {(b, k.nama): SelKerja.isian(p) for b in terbuka}
                tabel = self._buku.tabel | {IND: replace(t, sel=t.sel | isi)}
                yield {"pilihan": k.judul, "jawaban": p}, salin_buku(replace(self._buku, tabel=tabel))

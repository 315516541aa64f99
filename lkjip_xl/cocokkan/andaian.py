"""What the sheet would show by a choice nobody has made yet (arah, sifat): such a difference is a question, no mistake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from lkjip_xl.cocokkan.sama import Penyama
from lkjip_xl.cocokkan.sisi import sisi_lembar
from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.padan.baris import BarisLuar
from lkjip_xl.padan.model import BarisTuju
from lkjip_xl.padan.padan import Padan
from lkjip_xl.tabel.hitung_buku import salin_buku
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, SelKerja

IND, KODE, ID_SETELAN, BATAS = "indikator", "kode", "pengaturan", "batas_capaian"
BATAS_BIASA = (100.0, 120.0, 150.0)
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
        bulat = c.tipe == "persen" and baca_kolom(o.isi[k].teks, "persen").nilai in BATAS_BIASA
        for batas, baris in self._batas if bulat else ():
            if i < len(baris) and self._penyama.sama(kolom, o.isi[k], baris[i], c) and self._tertinggi(k) <= batas:
                t_setelan = self._buku[ID_SETELAN]
                return {
                    "pilihan": t_setelan.skema.kolom[BATAS].judul,
                    "jawaban": f"{batas:g}",
                    "tempat": t_setelan.lembar,
                }
        return {}

    def _tertinggi(self, k: int) -> float:
        """The highest figure that the table prints in a column: where one is above a limit, the column has none."""
        isi = (baca_kolom(s.teks, "persen").nilai for b in self._p.tabel.baris if (s := b.sel.get(k)) is not None)
        return max((x for x in isi if x is not None), default=0.0)

    @cached_property
    def _semua(self) -> list[tuple[dict[str, str], list[BarisTuju]]]:
        return [(j, sisi_lembar(b, self._p.tujuan.lembar).baris) for j, b in self._buku_lain()]

    @cached_property
    def _batas(self) -> list[tuple[float, list[BarisTuju]]]:
        """The sheet under each usual limit of capaian, where Pengaturan says none."""
        t = self._buku[ID_SETELAN]
        if self._buku.setelan.get("BatasCapaian") is not None or BATAS not in t.letak:
            return []
        hasil = []
        for x in BATAS_BIASA:
            tabel = self._buku.tabel | {
                ID_SETELAN: replace(t, sel=t.sel | {(BARIS_DATA, BATAS): SelKerja(x, Asal.ISIAN, mentah=x)})
            }
            hasil.append((x, sisi_lembar(salin_buku(replace(self._buku, tabel=tabel)), self._p.tujuan.lembar).baris))
        return hasil

    def _buku_lain(self) -> Iterator[tuple[dict[str, str], BukuKerja]]:
        t = self._buku[IND]
        ada = [b for b, x in t.rekaman() if x.get(KODE)]
        for k in (t.skema.kolom[n] for n in PENENTU if n in t.letak):
            terbuka = [b for b in ada if not t.nilai(b, k.nama)]
            for p in k.pilihan if terbuka else ():
                isi = {(b, k.nama): SelKerja.isian(p) for b in terbuka}
                tabel = self._buku.tabel | {IND: replace(t, sel=t.sel | isi)}
                yield (
                    {"pilihan": k.judul, "jawaban": p, "tempat": t.lembar},
                    salin_buku(replace(self._buku, tabel=tabel)),
                )

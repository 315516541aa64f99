"""Cells of a foreign table read as figures, each once for each kind of column."""

from __future__ import annotations

import re
from dataclasses import replace

from lkjip_xl.buku.format_angka import kenali_format
from lkjip_xl.inti.angka import wajar
from lkjip_xl.inti.bacaan import Alasan, Bacaan, Status, baca
from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.sumber.model import KolomAsing, SelAsing

RUPIAH, ANGKA = "rupiah", "angka"
_JENIS = frozenset({RUPIAH, "persen", "cacah", "tahun"})
_KALI = re.compile(r"^[×x*]\s*(?=\d)")
_DESIMAL = re.compile(r"\d[.,](\d{1,2})(?!\d)")
TANDA_TERPANJANG = 8  # letters of a sign that says "none", with what surrounds it
_NIHIL = frozenset("-–—−") | {"nihil"}
_GALAT = Bacaan(status=Status.GALAT)


def nihil(sel: SelAsing) -> bool:
    """Is it a dash, or "Nihil", which stand for nothing or for nought?"""
    return len(sel.teks) <= TANDA_TERPANJANG and kunci_teks(sel.teks) in _NIHIL


def kosong(sel: SelAsing) -> bool:
    """Does the cell say that there is no figure (blank, a dash, N/A)?"""
    pendek = sel.nilai is None and not sel.tak_tahu and len(sel.teks) <= TANDA_TERPANJANG
    return pendek and (nihil(sel) or baca(sel.teks).status is Status.KOSONG)


def baca_sel(sel: SelAsing, tipe: str = ANGKA, pengali: float = 1.0) -> Bacaan:
    """A cell as a figure of a column of that type; pengali: factor the header states, for amounts.

    >>> baca_sel(SelAsing("95%", 0.95, "0%"), "persen").nilai, baca_sel(SelAsing("1.500"), "rupiah", 1000.0).nilai
    (95.0, 1500000.0)
    """
    if sel.tak_tahu:
        return _GALAT
    if sel.nilai is not None:
        f = kenali_format(sel.format or "General")
        nilai = float(f"{sel.nilai * 100:.15g}") if f.persen else float(sel.nilai)
        b = Bacaan(nilai, satuan="%" if f.persen else f.satuan, desimal=f.desimal)
    else:
        b = baca_kolom(_KALI.sub("", sel.teks), tipe)  # a factor printed as "× 100"
    if b.nilai is not None and not wajar(b.nilai):
        return _GALAT
    if pengali != 1.0 and tipe == RUPIAH and b.nilai is not None and b.alasan is not Alasan.BESARAN:
        return replace(b, nilai=float(f"{b.nilai * pengali:.15g}"))
    return b


class Pembaca:
    """Reads the cells of one table; what was read once is remembered."""

    def __init__(self) -> None:
        self._jadi: dict[tuple[SelAsing, str, float], Bacaan] = {}

    def baca(self, sel: SelAsing, kolom: KolomAsing, tipe: str = ANGKA) -> Bacaan:
        """The cell of a column read for a column of ours of that type."""
        kunci = (sel, tipe if tipe in _JENIS else ANGKA, kolom.pengali)
        if kunci not in self._jadi:
            self._jadi[kunci] = baca_sel(*kunci)
        return self._jadi[kunci]

    def polos(self, sel: SelAsing, kolom: KolomAsing) -> float | None:
        """An amount as it is printed, without the factor its header states; None where it states none."""
        return None if kolom.pengali == 1.0 else baca_sel(sel, RUPIAH).nilai

    def setengah_rupiah(self, sel: SelAsing, kolom: KolomAsing) -> float:
        """How far an amount may lie from the printed one: half of the last digit printed, never less than half a rupiah."""
        b = self.baca(sel, kolom, RUPIAH)
        pecahan = 0 if (m := _DESIMAL.search(sel.teks)) is None else len(m[1])
        if b.alasan is Alasan.BESARAN and b.nilai:
            polos = self.baca(sel, kolom).nilai
            return max(0.5, 0.5 * b.nilai / polos * 10.0**-pecahan) if polos else 0.5
        if kolom.pengali == 1.0:
            return 0.5
        return max(0.5, 0.5 * kolom.pengali * 10.0**-pecahan)

"""Sections of a document in use: how wide the text is at a place, and a landscape page for a table that needs one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from lkjip_xl.buku.xmlaman import Elemen, lepas_sifat
from lkjip_xl.word.petak import Peta, Petak
from lkjip_xl.word.pindahan import Pindahan
from lkjip_xl.word.sidik_blok import w

LONGGAR = 40  # twips a table may stand over
_MULAI = re.compile(rb'(<w:pgNumType\b[^>]*?)\s+w:start="[^"]*"')


@dataclass(frozen=True, slots=True)
class BagianHalaman:
    """A section: where in the bytes it ends, the slice that holds its properties, and these."""

    akhir: int
    petak: Petak
    sifat: Elemen

    @property
    def lebar(self) -> int:
        """Width of its text in twips."""
        ukuran, tepi = self.sifat.find(w("pgSz")), self.sifat.find(w("pgMar"))
        return _bulat(ukuran, "w", 11906) - _bulat(tepi, "left", 0) - _bulat(tepi, "right", 0)

    def pemisah(self, *, melintang: bool = False, awal: bool = False) -> bytes:
        """A paragraph that ends a section like this one; awal: it keeps how the pages are numbered."""
        sifat = deepcopy(self.sifat)
        sifat.tail = None
        if not awal:
            for x in sifat.findall(w("pgNumType")):
                lepas_sifat(x, w("start"))
        ukuran = sifat.find(w("pgSz"))
        if melintang and ukuran is not None:
            lebar, tinggi = ukuran.get(w("w"), ""), ukuran.get(w("h"), "")
            ukuran.set(w("w"), tinggi)
            ukuran.set(w("h"), lebar)
            ukuran.set(w("orient"), "landscape")
        p = etree.Element(w("p"))
        etree.SubElement(p, w("pPr")).append(sifat)
        return Pindahan.sendiri(p)

    def tanpa_mulai(self, data: bytes) -> tuple[int, int, bytes]:
        """The edit after which its pages are counted on from the section before."""
        isi = data[self.petak.awal : self.petak.akhir]
        return self.petak.awal, self.petak.akhir, _MULAI.sub(rb"\1", isi)

    @property
    def menghitung_ulang(self) -> bool:
        """Does it begin its page numbers anew?"""
        jenis = self.sifat.find(w("pgNumType"))
        return jenis is not None and jenis.get(w("start")) is not None


def bagian_halaman(peta: Peta) -> list[BagianHalaman]:
    """The sections in order."""
    hasil = []
    for p in _datar(peta):
        sifat = p.e if p.e.tag == w("sectPr") else p.e.find(f"{w('pPr')}/{w('sectPr')}")
        if sifat is not None:
            hasil.append(BagianHalaman(p.akhir, p, sifat))
    return hasil


def pemisah_saja(e: Elemen) -> bool:
    """Is it a paragraph that does nothing but end a section?"""
    isi = [x for x in e if x.tag not in (w("bookmarkStart"), w("bookmarkEnd"))]
    return e.tag == w("p") and len(isi) == 1 and isi[0].find(w("sectPr")) is not None


def melintang(e: Elemen) -> bool:
    """Is the section a paragraph ends a landscape one?"""
    ukuran = e.find(f"{w('pPr')}/{w('sectPr')}/{w('pgSz')}")
    return ukuran is not None and ukuran.get(w("orient")) == "landscape"


def lebar_tabel(e: Elemen) -> int:
    """Width of a table of ours in twips, 0 for anything else."""
    return _bulat(e.find(f"{w('tblPr')}/{w('tblW')}"), "w", 0) if e.tag == w("tbl") else 0


def _datar(peta: Peta) -> Iterator[Petak]:
    for p in peta.petak:
        yield from p.isi or (p,)


def _bulat(e: Elemen | None, atribut: str, bawaan: int) -> int:
    teks = e.get(w(atribut), "") if e is not None else ""
    return int(teks) if teks.isdecimal() else bawaan

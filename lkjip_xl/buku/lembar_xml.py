"""A sheet part open for changing: finds or makes the cell of an address without disturbing the others."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping

from lxml import etree

from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.rumus_bersama import RumusBersama
from lkjip_xl.buku.sandi import utf8
from lkjip_xl.buku.urai_polos import kerangka_polos
from lkjip_xl.buku.xmlaman import Elemen, anak, bilangan, lepas_sifat, q, rangkai, rusak, sisip
from lkjip_xl.inti.alamat import BARIS_MAKS, KOLOM_MAKS, huruf, kawasan, pecah, sel

# children of a worksheet in the order the schema demands (ECMA-376 18.3.1.99)
URUTAN = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
    "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations",
    "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
    "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing",
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
    "extLst",
)  # fmt: skip

_C, _ROW, _F = q("c"), q("row"), q("f")
_TANPA_ALAMAT = re.compile(rb"<(?:[\w.-]+:)?(?:c|row)(?=[\s/>])(?![^<>]*\sr\s*=)")


class LembarXml:
    """Rows and cells of a sheet part, parsed once and indexed; `akar` is the part's root element."""

    def __init__(self, akar: Elemen) -> None:
        self.akar = akar
        data = akar.find(q("sheetData"))
        if data is None:
            data = etree.Element(q("sheetData"))
            sisip(akar, data, URUTAN)
        self._data = data
        self._baris: dict[int, Elemen] = {}
        self._sel: dict[int, dict[int, Elemen]] = {}
        self._gaya_kolom: dict[int, str | None] = {}
        self._daerah: tuple[int, int, int, int] | None = None  # the used range as announced, once it was written here
        n = 0
        for e in anak(self._data, "row"):
            n = _nomor_baris(e, n + 1)
            if not 1 <= n <= BARIS_MAKS or n in self._baris:
                raise rusak(e)
            self._baris[n] = e
            e.set("r", str(n))
        self._urut = sorted(self._baris)

    def alamati(self) -> None:
        """Write down the address of every cell."""
        for b in self._baris:
            self._isi_baris(b)

    def ada(self, alamat: str) -> Elemen | None:
        """The cell element of an address, None if the part has none."""
        b, k = pecah(alamat)
        return self._isi_baris(b).get(k) if b in self._baris else None

    def isi_baris(self, b: int) -> Mapping[int, Elemen]:
        """The cell elements of a row by column, as they are now."""
        return self._isi_baris(b) if b in self._baris else {}

    def baris(self, b: int) -> Elemen | None:
        """The row element of a row number, None if the part has none."""
        return self._baris.get(b)

    def sel(self, alamat: str) -> Elemen:
        """The cell element of an address, made in its right place with the style of its row or column if need be."""
        b, k = pecah(alamat)
        baris = self._baris.get(b)
        if baris is None:
            baris = self._baris_baru(b)
        isi = self._isi_baris(b)
        c = isi.get(k)
        if c is None:
            c = etree.Element(_C, r=sel(b, k))
            if gaya := self._gaya_bawaan(baris, k):
                c.set("s", gaya)
            if (sesudah := next((e for kolom, e in isi.items() if kolom > k), None)) is not None:
                sesudah.addprevious(c)
                self._sel[b] = dict(sorted((isi | {k: c}).items()))
            else:
                if isi:
                    isi[next(reversed(isi))].addnext(c)
                else:
                    baris.insert(0, c)  # extensions come last
                isi[k] = c
            lepas_sifat(baris, "spans")  # an optional hint that is now wrong
            self.perluas(b, k)
        return c

    def urai_bersama(self, si: str | None) -> None:
        """Write out a shared formula in each of its cells, so that its master can be replaced; None: those without number."""
        induk: RumusBersama | None = None
        for b, k, f in self.rumus():
            if f.get("t") != "shared" or f.get("si") != si:
                continue
            if f.text:
                induk = RumusBersama(f.text, b, k)
            elif induk is not None:
                f.text = induk.di(b, k)
            lepas_sifat(f, "t", "si", "ref")

    def urai_semua(self) -> None:
        """Write out all shared formulas."""
        for si in {f.get("si") for f in self.akar.iter(_F) if f.get("t") == "shared" and f.get("si") is not None}:
            self.urai_bersama(si)

    def rumus(self) -> list[tuple[int, int, Elemen]]:
        """Row, column and element of every formula, in the order of the part."""
        return [(b, k, f) for b in self._baris for k, c in self._isi_baris(b).items() if (f := c.find(_F)) is not None]

    def _isi_baris(self, b: int) -> dict[int, Elemen]:
        isi = self._sel.get(b)
        if isi is None:
            isi, k = {}, 0
            for c in anak(self._baris[b], "c"):
                k = _kolom_sel(c, b, k + 1)
                if k in isi:
                    raise rusak(c)
                c.set("r", f"{huruf(k)}{b}")
                isi[k] = c
            self._sel[b] = isi
        return isi

    def _baris_baru(self, b: int) -> Elemen:
        baris = etree.Element(_ROW, r=str(b))
        i = bisect(self._urut, b)
        if i < len(self._urut):
            self._baris[self._urut[i]].addprevious(baris)
        else:
            self._data.append(baris)
        self._urut.insert(i, b)
        self._baris[b] = baris
        return baris

    def _gaya_bawaan(self, baris: Elemen, k: int) -> str | None:
        if baris.get("customFormat") in {"1", "true"}:
            return baris.get("s")
        if k not in self._gaya_kolom:
            kolom = anak(self.akar.find(q("cols")), "col")
            milik = (e.get("style") for e in kolom if bilangan(e, "min") <= k <= bilangan(e, "max"))
            self._gaya_kolom[k] = next(milik, None)
        return self._gaya_kolom[k]

    def perluas(self, b: int, k: int) -> None:
        """Keep the used range announced by the part true: some readers trust it."""
        if self._daerah is not None:
            b1, k1, b2, k2 = self._daerah
            if b1 <= b <= b2 and k1 <= k <= k2:
                return
        e = self.akar.find(q("dimension"))
        if e is None:
            return
        try:
            b1, k1, b2, k2 = kawasan(e.get("ref", ""))
        except ValueError:  # no range: better no hint at all
            self.akar.remove(e)
            return
        self._daerah = b1, k1, b2, k2 = min(b, b1), min(k, k1), max(b, b2), max(k, k2)
        awal, akhir = sel(b1, k1), sel(b2, k2)
        e.set("ref", awal if awal == akhir else f"{awal}:{akhir}")


def alamati_sel(paket: Paket) -> None:
    """Write down the addresses of all cells where a sheet leaves them to their order, as it may."""
    for info in paket.lembar().values():
        if info.jenis != "worksheet" or kerangka_polos(data := paket.baca(info.part)) is not None:
            continue
        if _TANPA_ALAMAT.search(utf8(data, info.part, paket.nama)):
            akar = paket.xml(info.part)
            LembarXml(akar).alamati()
            paket.ganti(info.part, rangkai(akar))


def _nomor_baris(e: Elemen, tersirat: int) -> int:
    """Number of a row; one without follows its first cell with an address, else the row above, as in the reader."""
    if e.get("r") is not None:
        return bilangan(e, "r")
    c = next(iter(anak(e, "c")), None)
    return _pecah(c)[0] if c is not None and c.get("r") else tersirat


def _kolom_sel(c: Elemen, baris: int, tersirat: int) -> int:
    """Column of a cell; one without address stands right of the cell before."""
    b, k = _pecah(c) if c.get("r") else (baris, tersirat)
    if b != baris or k > KOLOM_MAKS:
        raise rusak(c)
    return k


def _pecah(c: Elemen) -> tuple[int, int]:
    try:
        return pecah(c.get("r", ""))
    except ValueError:
        raise rusak(c) from None

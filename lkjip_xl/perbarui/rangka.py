"""The frame of a sheet: header, formulas, looks, rules, drop-downs and protection of the template laid over a user's sheet.

Both sheets have the same geometry here (`letak.py`), so a cell of the template belongs to the cell of the same address.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from string import digits

from lkjip_xl.buku.lembar_xml import URUTAN, LembarXml
from lkjip_xl.buku.xmlaman import Elemen, bilangan, lepas_sifat, q, sisip, sisip_semua, wajib
from lkjip_xl.inti.alamat import kawasan, nomor, pecah

_C, _F = q("c"), q("f")
# what our own rules ask
_MILIK_KITA = re.compile(
    r"TandaLembar|SkalaKategori|=\"–\"|,ROUND\([A-Z]+\d+,6\)<>|=\d,FALSE\),FALSE\)$"
    r"|\(ABS\([A-Z]+\d+\)>=10000\)\*|\(ROUND\(\$[A-Z]+\d+,1\)=\$[A-Z]+\d+\)\*"
)
SELISIH_LEBAR = 0.3  # by which LibreOffice saves a width it was given


def gaya_lazim(gaya: Iterable[tuple[str, str, int]], kolom: Collection[int]) -> dict[int, str]:
    """The style most body cells of a column have, from hurufs, style and how many cells: the one the older template gave them."""
    hitung: dict[int, Counter[str]] = {}
    for huruf, s, banyak in gaya:
        if (k := nomor(huruf)) in kolom:
            hitung.setdefault(k, Counter())[s] += banyak
    return {k: n.most_common(1)[0][0] for k, n in hitung.items()}


def _beri_gaya(c: Elemen, s: str) -> None:
    """The style of a cell, put before its type, where everybody writes it: a part of that form is read much faster."""
    tipe = c.get("t") if c.get("s") is None else None
    lepas_sifat(c, *("t",) if tipe is not None else ())
    c.set("s", s)
    if tipe is not None:
        c.set("t", tipe)


def _cakupan(e: Elemen) -> range:
    """Numbers of the columns a record of widths stands for."""
    return range(bilangan(e, "min"), min(bilangan(e, "max"), 500) + 1)


def _satu_kolom(e: Elemen, kolom: int) -> Elemen:
    baru = copy.deepcopy(e)
    baru.set("min", str(kolom))
    baru.set("max", str(kolom))
    return baru


class Rangka:
    """One sheet of the user's with the template's sheet beside it; each method lays one thing over.

    kolom: numbers of the schema's columns; baru: those of them the sheet did not have; awal: first data row.
    """

    def __init__(self, akar: Elemen, templat: Elemen, kolom: Collection[int], baru: Collection[int], awal: int) -> None:
        self.akar, self.templat = akar, templat
        self.kolom, self.baru, self.awal = frozenset(kolom), frozenset(baru), awal
        self.xml, self._cetakan = LembarXml(akar), LembarXml(templat)

    def kepala(self, *, sekitar: bool = True) -> None:
        """Rows above the data: contents, looks and heights of the template, in its own columns; sekitar: merges and links, too."""
        for baris in self.templat.iter(q("row")):
            b = bilangan(baris, "r")
            if b >= self.awal:
                break
            for c in baris.iterchildren(_C):
                self.salin(c)
            self._tinggi(b, baris)
        if sekitar:
            self._gabungan()
            self._tautan()

    def _tinggi(self, b: int, cetakan: Elemen) -> None:
        milik = self.xml.baris(b)
        if milik is None:
            return
        tinggi = cetakan.get("ht")
        if tinggi and float(tinggi) > float(milik.get("ht", "0")):
            milik.set("ht", tinggi)
            milik.set("customHeight", "1")
        if b < self.awal and cetakan.get("hidden") != milik.get("hidden"):
            lepas_sifat(milik, "hidden")
            if sembunyi := cetakan.get("hidden"):
                milik.set("hidden", sembunyi)

    def salin(self, c: Elemen, *, isi: bool = True) -> Elemen:
        """Style, and content, of a template cell into the cell of that address."""
        milik = self.xml.sel(wajib(c, "r"))
        _beri_gaya(milik, c.get("s", "0"))
        if isi:
            for anak in list(milik):
                milik.remove(anak)
            lepas_sifat(milik, "t", "cm", "vm", "ph")
            if jenis := c.get("t"):
                milik.set("t", jenis)
            milik.extend(copy.deepcopy(list(c)))
        return milik

    def _gabungan(self) -> None:
        """Merged header cells: the template's instead of those over its own columns."""
        wadah = self.akar.find(q("mergeCells"))
        ada: list[str] = []
        if wadah is not None:
            for e in list(wadah.iterchildren(q("mergeCell"))):
                _b1, k1, b2, k2 = kawasan(wajib(e, "ref"))
                if b2 < self.awal and self.kolom & set(range(k1, k2 + 1)):
                    wadah.remove(e)
                else:
                    ada.append(wajib(e, "ref"))
        baru = [r for e in self.templat.iter(q("mergeCell")) if kawasan(r := wajib(e, "ref"))[2] < self.awal]
        if not baru and wadah is None:
            return
        if wadah is None:
            wadah = self.akar.makeelement(q("mergeCells"), {})
            sisip(self.akar, wadah, URUTAN)
        for ref in baru:
            wadah.append(wadah.makeelement(q("mergeCell"), {"ref": ref}))
        wadah.set("count", str(len(wadah)))
        if not len(wadah):
            self.akar.remove(wadah)

    def _tautan(self) -> None:
        """Links inside the workbook that the header carries, and no longer where they stood in it."""
        kita = {e.get("location"): e.get("ref") for e in self.templat.iter(q("hyperlink"))}
        for e in list(self.akar.iter(q("hyperlink"))):
            pindah = kita.get(e.get("location")) not in (None, ref := wajib(e, "ref"))
            if pindah and kawasan(ref)[2] < self.awal and (induk := e.getparent()) is not None:
                induk.remove(e)
        ada = {e.get("ref") for e in self.akar.iter(q("hyperlink"))}
        for e in self.templat.iter(q("hyperlink")):
            if e.get("location") and e.get("ref") not in ada:
                wadah = self.akar.find(q("hyperlinks"))
                if wadah is None:
                    wadah = self.akar.makeelement(q("hyperlinks"), {})
                    sisip(self.akar, wadah, URUTAN)
                wadah.append(copy.deepcopy(e))

    # -- body -----------------------------------------------------------------------------------------------

    def badan(self, rumus: Mapping[int, str], dibiarkan: Collection[str], lazim: Mapping[int, str]) -> list[str]:
        """Looks of all ready-made rows and formulas where none of the user's stands; returns cells that got a formula.

        rumus: columns that hold formulas; dibiarkan: addresses whose content stays although their column has one;
        lazim: the usual style of each column.
        """
        self.xml.urai_semua()  # Excel shares formulas that are alike: texts could not be compared, and masters are replaced
        dapat: list[str] = []
        letak: dict[str, int] = {}  # number of a column by its letters
        for baris in self.templat.iter(q("row")):
            b = bilangan(baris, "r")
            if b < self.awal:
                continue
            ada = self.xml.isi_baris(b)
            for c in baris.iterchildren(_C):
                kolom = (alamat := wajib(c, "r")).rstrip(digits)
                k = letak.get(kolom) or letak.setdefault(kolom, pecah(alamat)[1])
                if k in self.kolom and self._sel_badan(c, k, ada.get(k), lazim, rumus, dibiarkan):
                    dapat.append(alamat)
            self._tinggi_baris_baru(b, baris)
        return dapat

    def _sel_badan(
        self,
        c: Elemen,
        k: int,
        milik: Elemen | None,
        lazim: Mapping[int, str],
        rumus: Mapping[int, str],
        dibiarkan: Collection[str],
    ) -> bool:
        """Lay one cell of the template over the user's, if there is one; tells whether it got a formula."""
        if milik is None or k in self.baru:
            return self.salin(c, isi=k in rumus).find(_F) is not None
        if milik.get("s", "0") == lazim.get(k):
            _beri_gaya(milik, c.get("s", "0"))
        if k not in rumus or c.get("r") in dibiarkan:
            return False
        lama, baru = milik.find(_F), c.find(_F)
        if lama is not None and baru is not None and lama.text == baru.text and lama.get("t") is None:
            return False
        gaya = milik.get("s", "0")
        self.salin(c).set("s", gaya)
        return True

    def _tinggi_baris_baru(self, b: int, cetakan: Elemen) -> None:
        milik = self.xml.baris(b)
        if milik is not None and milik.get("ht") is None and (tinggi := cetakan.get("ht")):
            milik.set("ht", tinggi)

    # -- around the cells -------------------------------------------------------------------------------------

    def lebar(self, dahulu: Mapping[int, Collection[float]]) -> list[tuple[int, float, float]]:
        """Widths of new columns, and of those that kept the width of an earlier template; others keep the one the user gave them.

        Returns the columns that were there and have another width now, with the former and the new one.
        """
        cols, cetakan = self.akar.find(q("cols")), self.templat.find(q("cols"))
        if cetakan is None:
            return []
        if cols is None:
            cols = self.akar.makeelement(q("cols"), {})
            sisip(self.akar, cols, URUTAN)
        self._pisahkan(dahulu)
        baru = {k: e for e in cetakan.iterchildren(q("col")) for k in _cakupan(e)}
        ada = {k: e for e in cols.iterchildren(q("col")) for k in _cakupan(e)}
        for k in sorted(baru.keys() & self.kolom - ada.keys()):
            cols.append(_satu_kolom(baru[k], k))
        cols[:] = sorted(cols.iterchildren(q("col")), key=lambda e: bilangan(e, "min"))
        hasil = []
        for k, semula in sorted(dahulu.items()):
            if k in ada and k in baru and k not in self.baru:
                lama, kini = (float(e.get("width", 0)) for e in (ada[k], baru[k]))
                if lama != kini and any(abs(lama - x) < SELISIH_LEBAR for x in semula):
                    ada[k].set("width", wajib(baru[k], "width"))
                    hasil.append((k, lama, kini))
        return hasil

    def sembunyikan(self, kolom: Collection[int]) -> None:
        """Hide columns that are helpers in today's template."""
        self._pisahkan(kolom)
        cols = self.akar.find(q("cols"))
        for e in list(cols) if cols is not None else ():
            if bilangan(e, "min") in kolom and bilangan(e, "min") == bilangan(e, "max"):
                e.set("hidden", "1")

    def _pisahkan(self, kolom: Collection[int]) -> None:
        """Give these columns a record of their own where one record stands for several."""
        cols = self.akar.find(q("cols"))
        for e in list(cols) if cols is not None else ():
            milik = _cakupan(e)
            if cols is None or len(milik) == 1 or frozenset(kolom).isdisjoint(milik):
                continue
            for k in milik:
                e.addprevious(_satu_kolom(e, k))
            cols.remove(e)

    def aturan_warna(self) -> None:
        """Our conditional formats anew, before the user's own."""
        for e in list(self.akar.iterfind(q("conditionalFormatting"))):
            for r in list(e.iterchildren(q("cfRule"))):
                if any(_MILIK_KITA.search(f.text or "") for f in r.iter(q("formula"))):
                    e.remove(r)
            if not len(e):
                self.akar.remove(e)
        milik = list(self.akar.iterfind(q("conditionalFormatting")))
        baru = [copy.deepcopy(e) for e in self.templat.iterfind(q("conditionalFormatting"))]
        n = max((bilangan(r, "priority", 0) for e in baru for r in e.iter(q("cfRule"))), default=0)
        urut = sorted((r for e in milik for r in e.iter(q("cfRule"))), key=lambda r: bilangan(r, "priority", 0))
        for i, r in enumerate(urut, n + 1):
            r.set("priority", str(i))
        for e in milik:
            self.akar.remove(e)
        sisip_semua(self.akar, [*baru, *milik], URUTAN)

    def pelindung(self) -> bool:
        """Lock the sheet as the template does where it is not locked; returns whether it was not."""
        ada, cetakan = self.akar.find(q("sheetProtection")), self.templat.find(q("sheetProtection"))
        if cetakan is None or (ada is not None and ada.get("sheet") in {"1", "true"}):
            return False
        if ada is not None:
            self.akar.remove(ada)
        sisip(self.akar, copy.deepcopy(cetakan), URUTAN)
        return True

    def tampilan(self) -> None:
        """Frozen panes and the filter's range as the template has them; what is filtered stays."""
        lama, baru = self.akar.find(q("autoFilter")), self.templat.find(q("autoFilter"))
        if baru is not None:
            if lama is None:
                sisip(self.akar, copy.deepcopy(baru), URUTAN)
            else:
                lama.set("ref", wajib(baru, "ref"))
        for v, c in zip(self.akar.iter(q("sheetView")), self.templat.iter(q("sheetView")), strict=False):
            pane, cetakan = v.find(q("pane")), c.find(q("pane"))
            if cetakan is None or (pane is not None and pane.get("xSplit") == cetakan.get("xSplit")):
                continue
            if pane is not None:
                v.remove(pane)
            v.insert(0, copy.deepcopy(cetakan))

"""What of a sheet that is replaced stays on the new one: the user's cells outside it, tables, rules, pictures, print set-up."""

from __future__ import annotations

import copy
from collections.abc import Collection

from lxml import etree

from lkjip_xl.buku.lembar_xml import URUTAN, LembarXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.potongan import sekitar
from lkjip_xl.buku.relasi import Relasi
from lkjip_xl.buku.xmlaman import RID, Elemen, bilangan, induk_dari, q, sisip
from lkjip_xl.inti.alamat import kawasan, pecah
from lkjip_xl.inti.alamat import sel as alamat_sel

Tempat = tuple[int, int]
CETAK = ("printOptions", "pageMargins", "pageSetup", "headerFooter")  # paper, printer and headers are the user's choice
_PISAH = frozenset({"drawing", "picture", "legacyDrawing", "oleObjects", "controls"})  # cangkok asks about these itself
_DIBUAT = frozenset({
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "autoFilter",
    "sortState", "mergeCells", "hyperlinks", "tableParts",
})  # fmt: skip
SETIA = tuple(t for t in URUTAN if t not in _DIBUAT | _PISAH)  # stay as they are unless the new sheet has its own
PIVOT = "pivotTable"  # a table no element of the sheet names: its relationship alone says it is there
_SIFAT_BARIS = ("ht", "customHeight", "hidden", "s", "customFormat")
_F = q("f")


def tabel(paket: Paket, lembar: str) -> dict[str, tuple[str, str]]:
    """The tables and pivot tables on a sheet part: relationship id to name and range."""
    hubungan = {h.id: h for h in Relasi(paket, lembar).semua()}
    hasil = {}
    for h in hubungan.values():
        if h.jenis == PIVOT and h.tujuan in paket:
            akar = paket.xml(h.tujuan)
            letak = akar.find(q("location"))
            hasil[h.id] = akar.get("name", ""), "A1" if letak is None else letak.get("ref", "A1")
    for e in sekitar(paket, lembar).iterfind(f"{q('tableParts')}/{q('tablePart')}"):
        h = hubungan.get(e.get(RID, ""))
        if h is not None and h.tujuan in paket:
            akar = paket.xml(h.tujuan)
            hasil[h.id] = akar.get("displayName") or akar.get("name", ""), akar.get("ref", "A1")
    return hasil


def elemen_tetap(lama: Elemen, baru: Elemen) -> list[Elemen]:
    """Rules, drop-downs, print set-up, extensions and the like of the old sheet, of which the new one has none of its own."""
    milik = {e.tag for e in baru}
    pilih = {q(t) for t in SETIA if q(t) not in milik or t in CETAK}
    return [e for e in lama if e.tag in pilih]


def buang_cetak(baru: Elemen, tetap: Collection[Elemen]) -> None:
    """Take the print set-up off the new sheet where the old one's stays."""
    for tag in {e.tag for e in tetap} & {q(t) for t in CETAK}:
        for e in baru.findall(tag):
            baru.remove(e)


def pindahkan_sel(lama: Elemen, baru: Elemen, tetap: Collection[Tempat], lebar: int) -> None:
    """Put cells of the old sheet on the new one where they stood, with rows, widths (beyond column `lebar`), merged ranges.

    Styles and shared texts are those of the same workbook and stay as numbered.
    """
    if not tetap:
        return
    asal, tujuan = LembarXml(lama), LembarXml(baru)
    sel = {t: c for t in sorted(tetap) if (c := asal.ada(alamat_sel(*t))) is not None}
    for si in {f.get("si") for c in sel.values() for f in c.iterfind(_F) if f.get("t") == "shared"}:
        asal.urai_bersama(si)
    ada = {bilangan(r, "r") for r in baru.iterfind(f"{q('sheetData')}/{q('row')}") if r.get("r")}
    for (b, k), c in sel.items():
        tempat = tujuan.sel(alamat_sel(b, k))
        if b not in ada:
            ada.add(b)
            for sifat in _SIFAT_BARIS:
                if (nilai := induk_dari(c).get(sifat)) is not None:
                    induk_dari(tempat).set(sifat, nilai)
        salinan = copy.deepcopy(c)
        for sifat in list(tempat.attrib):
            del tempat.attrib[sifat]
        tempat.attrib.update(salinan.attrib)
        tempat[:] = list(salinan)
    _kolom(lama, baru, lebar)
    tempel(baru, "mergeCells", [e for e in lama.iterfind(f"{q('mergeCells')}/{q('mergeCell')}") if _awal(e) in sel])


def tautan_tetap(lama: Elemen, tetap: Collection[Tempat]) -> list[Elemen]:
    """Hyperlinks of cells that stay."""
    return [e for e in lama.iterfind(f"{q('hyperlinks')}/{q('hyperlink')}") if _awal(e) in tetap]


def tautan_luar(paket: Paket, lembar: str) -> dict[str, str]:
    """Addresses outside the workbook to which the cells of a sheet part lead; what we write leads nowhere else."""
    hubungan = {h.id: h.tujuan for h in Relasi(paket, lembar).semua() if h.luar}
    return {
        alamat_sel(*awal): hubungan[rid]
        for e in sekitar(paket, lembar).iterfind(f"{q('hyperlinks')}/{q('hyperlink')}")
        if (rid := e.get(RID, "")) in hubungan and (awal := _awal(e)) is not None
    }


def saringan(paket: Paket, lembar: str) -> str:
    """The range of a filter that hides rows of a sheet part or puts them in order; "" where there is none."""
    akar = sekitar(paket, lembar)
    e = akar.find(q("autoFilter"))
    if e is None or (len(e) == 0 and akar.find(q("sortState")) is None):
        return ""
    return e.get("ref", "")


def tempel(baru: Elemen, wadah: str, isi: Collection[Elemen]) -> None:
    """Add elements to a container of the sheet, made in its place if need be; `count` follows where there is one."""
    if not isi:
        return
    e = baru.find(q(wadah))
    if e is None:
        e = etree.Element(q(wadah))
        sisip(baru, e, URUTAN)
    for x in isi:
        salinan = copy.deepcopy(x)
        salinan.tail = None
        e.append(salinan)
    if wadah in ("mergeCells", "tableParts"):
        e.set("count", str(len(e)))


def _awal(e: Elemen) -> Tempat | None:
    try:
        return pecah(e.get("ref", "").partition(":")[0])
    except ValueError:
        return None


def kolom_tersembunyi(akar: Elemen) -> set[int]:
    """Numbers of the hidden columns of a sheet."""
    return {
        n
        for e in akar.iterfind(f"{q('cols')}/{q('col')}")
        if e.get("hidden") in ("1", "true")
        for n in range(bilangan(e, "min"), bilangan(e, "max") + 1)
    }


def _kolom(lama: Elemen, baru: Elemen, lebar: int) -> None:
    """Widths of the user's columns, behind those of the new sheet; a hidden column of ours stands among them as it is."""
    cols = list(baru.iterfind(f"{q('cols')}/{q('col')}"))
    tetap = kolom_tersembunyi(baru)
    milik = max((bilangan(e, "max") for e in cols if bilangan(e, "min") not in tetap), default=0)
    isi = []
    for e in lama.iterfind(f"{q('cols')}/{q('col')}"):
        awal, akhir = max(bilangan(e, "min"), milik + 1, lebar + 1), bilangan(e, "max")
        for henti in [*sorted(n for n in tetap if awal <= n <= akhir), akhir + 1]:
            if awal < henti:
                salinan = copy.deepcopy(e)
                salinan.set("min", str(awal))
                salinan.set("max", str(henti - 1))
                isi.append(salinan)
            awal = henti + 1
    tempel(baru, "cols", isi)
    wadah = baru.find(q("cols"))
    if isi and wadah is not None:
        wadah[:] = sorted(wadah, key=lambda e: bilangan(e, "min"))


def bertabrakan(rentang: str, dipakai: Collection[Tempat]) -> bool:
    """Does a range hold one of these cells?"""
    b1, k1, b2, k2 = kawasan(rentang)
    return any(b1 <= b <= b2 and k1 <= k <= k2 for b, k in dipakai)

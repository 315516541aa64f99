"""The workbook part open for changing: list of sheets, defined names, which sheet is in front, recalculation."""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from lxml import etree

from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.xmlaman import (
    RELASI_DOK,
    RID,
    Elemen,
    anak,
    bilangan,
    induk_dari,
    lepas_sifat,
    q,
    rangkai,
    rusak,
    sisip,
    wajib,
)
from lkjip_xl.inti.alamat import kutip

_URUTAN = (
    "fileVersion", "fileSharing", "workbookPr", "absPath", "revisionPtr", "workbookProtection",
    "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize",
    "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
    "fileRecoveryPr", "webPublishObjects", "extLst",
)  # fmt: skip
KALKULASI = "191029"  # how today's Excel says which Excel computed the stored values
_BAWAAN = "_xlnm."  # Excel's own names: print area, print titles, filter


class BukuXml:
    """Edits of the workbook part; `simpan` writes it back only if something changed."""

    def __init__(self, paket: Paket) -> None:
        self._paket, self._bagian = paket, paket.bagian_buku
        self._akar = paket.xml(self._bagian)
        wadah = self._akar.find(q("sheets"))
        if wadah is None:
            raise rusak(self._akar)
        self._wadah = wadah
        self._awal = rangkai(self._akar)

    def indeks(self, nama: str) -> int:
        """Position of a sheet, counted from 0; case does not count in sheet names."""
        return [e.get("name", "").casefold() for e in self._lembar].index(nama.casefold())

    def sisip_lembar(self, nama: str, rid: str, keadaan: str, sesudah: str | None) -> int:
        """List a new sheet at the end or behind another, and return its position."""
        lembar = self._lembar
        posisi = len(lembar) if sesudah is None else self.indeks(sesudah) + 1
        e = etree.Element(q("sheet"), nsmap={"r": RELASI_DOK})
        e.set("name", nama)
        e.set("sheetId", str(max((bilangan(s, "sheetId", 0) for s in lembar), default=0) + 1))
        if keadaan != "visible":
            e.set("state", keadaan)
        e.set(RID, rid)
        self._geser(lambda i: i + 1 if i >= posisi else i)
        if posisi < len(lembar):
            lembar[posisi].addprevious(e)
        elif lembar:
            lembar[-1].addnext(e)
        else:
            self._wadah.append(e)
        return posisi

    def hapus_lembar(self, nama: str) -> None:
        """Take a sheet off the list together with its names and the names that point to it."""
        posisi, lembar = self.indeks(nama), self._lembar
        tampak = [e for e in lembar if e.get("state", "visible") == "visible"]
        if tampak == [lembar[posisi]]:
            _tampakkan([e for e in lembar if e is not lembar[posisi]], nama)
        judul = lembar[posisi].get("name", "")
        tunjuk = re.compile(rf"{re.escape(kutip(judul))}!|(?<![\w'.\]]){re.escape(judul)}!", re.IGNORECASE)
        for e in self._daftar_nama():
            if e.get("localSheetId") == str(posisi) or tunjuk.search(e.text or ""):
                induk_dari(e).remove(e)
        self._wadah.remove(lembar[posisi])
        self._geser(lambda i: i - 1 if i > posisi else i)
        self._pilih_tampak()
        self._rapikan_nama()

    def ganti_judul(self, lama: str, baru: str) -> None:
        """Give a sheet another name; what refers to it is the caller's."""
        self._lembar[self.indeks(lama)].set("name", baru)

    def atur_keadaan(self, nama: str, keadaan: str) -> None:
        """Show a sheet (visible) or hide it; the one in front is never a hidden one."""
        e = self._lembar[self.indeks(nama)]
        if keadaan == "visible":
            lepas_sifat(e, "state")
        else:
            e.set("state", keadaan)
        self._pilih_tampak()

    def semua_nama(self) -> list[Elemen]:
        """All defined names, of the workbook and of sheets."""
        return self._daftar_nama()

    def nama_lokal(self, posisi: int) -> list[Elemen]:
        """Defined names that belong to the sheet at a position."""
        return [e for e in self._daftar_nama() if e.get("localSheetId") == str(posisi)]

    def ganti_nama_lokal(self, posisi: int, baru: Iterable[Elemen]) -> None:
        """Replace Excel's own names of a sheet (print area, titles, filter) and those named again in `baru`."""
        baru = [copy.deepcopy(e) for e in baru]
        lama = {e.get("name"): e.text for e in self.nama_lokal(posisi)}
        if all(lama.get(e.get("name")) == e.text for e in baru) and {e.get("name") for e in baru} >= {
            n for n in lama if n is not None and n.startswith(_BAWAAN)
        }:
            return  # all as it is: in its place, too
        sebut = {e.get("name", "").casefold() for e in baru}
        for e in self.nama_lokal(posisi):
            if e.get("name", "").startswith(_BAWAAN) or e.get("name", "").casefold() in sebut:
                induk_dari(e).remove(e)
        for e in baru:
            e.set("localSheetId", str(posisi))
            e.tail = None
            self._wadah_nama().append(e)
        self._rapikan_nama()

    def urutkan(self, nama: Sequence[str]) -> None:
        """Bring the sheets into an order of their names; what counts sheets by position follows."""
        lama = [wajib(e, "name") for e in self._lembar]
        letak = {n: i for i, n in enumerate(nama)}
        self._geser(lambda i: letak[lama[i]])
        for e in sorted(self._lembar, key=lambda e: letak[wajib(e, "name")]):
            self._wadah.append(e)

    def atur_nama(self, nama: Mapping[str, str], *, tersembunyi: bool = False) -> None:
        """Set workbook-wide defined names to references; all others stay. tersembunyi: new ones are hidden."""
        ada = {e.get("name", "").casefold(): e for e in self._daftar_nama() if e.get("localSheetId") is None}
        for kunci, teks in nama.items():
            e = ada.get(kunci.casefold())
            if e is None:
                e = etree.SubElement(self._wadah_nama(), q("definedName"), name=kunci)
                if tersembunyi:
                    e.set("hidden", "1")
            e.text = teks.removeprefix("=")

    def hapus_nama(self, nama: Collection[str]) -> None:
        """Take workbook-wide defined names away."""
        buang = {n.casefold() for n in nama}
        for e in self._daftar_nama():
            if e.get("localSheetId") is None and e.get("name", "").casefold() in buang:
                induk_dari(e).remove(e)
        self._rapikan_nama()

    def hitung_ulang(self) -> None:
        """Ask the next program to recalculate at opening: formulas nobody computed here may depend on our cells."""
        self._kalkulasi().set("fullCalcOnLoad", "1")

    def atur_hitung(self, perlu: bool) -> None:
        """Ask for it or not; without, the values pass for those of today's Excel, which would renew older ones."""
        e = self._kalkulasi()
        lepas_sifat(e, "fullCalcOnLoad")
        e.set("calcId", KALKULASI)
        if perlu:
            e.set("fullCalcOnLoad", "1")

    def _kalkulasi(self) -> Elemen:
        e = self._akar.find(q("calcPr"))
        if e is None:
            e = etree.Element(q("calcPr"))
            sisip(self._akar, e, _URUTAN)
        return e

    def simpan(self) -> None:
        """Write the part back if it changed."""
        if (hasil := rangkai(self._akar)) != self._awal:
            self._paket.ganti(self._bagian, hasil)

    @property
    def _lembar(self) -> list[Elemen]:
        return anak(self._wadah, "sheet")

    def _daftar_nama(self) -> list[Elemen]:
        return anak(self._akar.find(q("definedNames")), "definedName")

    def _wadah_nama(self) -> Elemen:
        wadah = self._akar.find(q("definedNames"))
        if wadah is None:
            wadah = etree.Element(q("definedNames"))
            sisip(self._akar, wadah, _URUTAN)
        return wadah

    def _rapikan_nama(self) -> None:
        wadah = self._akar.find(q("definedNames"))
        if wadah is not None and not self._daftar_nama():
            self._akar.remove(wadah)

    def _geser(self, baru) -> None:
        """Renumber everything that counts sheets by position."""
        for e in self._daftar_nama():
            if e.get("localSheetId") is not None:
                e.set("localSheetId", str(baru(bilangan(e, "localSheetId"))))
        for e in self._tampilan():
            for atribut in ("activeTab", "firstSheet"):
                if e.get(atribut) is not None:
                    e.set(atribut, str(baru(bilangan(e, atribut))))

    def _pilih_tampak(self) -> None:
        """Never leave a hidden or missing sheet in front: Excel refuses such a workbook."""
        lembar = self._lembar
        tampak = [i for i, e in enumerate(lembar) if e.get("state", "visible") == "visible"]
        for e in self._tampilan():
            if tampak and e.get("activeTab") is not None and bilangan(e, "activeTab") not in tampak:
                e.set("activeTab", str(tampak[0]))
            if bilangan(e, "firstSheet", 0) >= len(lembar):
                del e.attrib["firstSheet"]

    def _tampilan(self) -> list[Elemen]:
        return anak(self._akar.find(q("bookViews")), "workbookView")


def _tampakkan(sisa: list[Elemen], nama: str) -> None:
    """Show one of the sheets that stay when the only visible one goes: Excel opens no workbook without any."""
    if not sisa:
        raise ValueError(f"{nama} is the last sheet")
    calon = next((e for e in sisa if e.get("state") == "hidden"), sisa[0])
    lepas_sifat(calon, "state")

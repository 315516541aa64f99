"""Styles: records of one workbook found again, or added once, in another."""

from __future__ import annotations

import copy

from lxml import etree

from lkjip_xl.buku.format_angka import BAWAAN_TETAP
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.relasi import JenisIsi, Relasi, jenis_relasi
from lkjip_xl.buku.xmlaman import (
    UTAMA,
    Elemen,
    anak,
    anak_terpilih,
    bilangan,
    kanonik,
    lepas_sifat,
    q,
    rangkai,
    rusak,
    satu,
    sisip,
)

_URUTAN = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
)  # fmt: skip
_URUTAN_FONT = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name",
    "family", "charset", "scheme",
)  # fmt: skip
_ANGGOTA = {
    "numFmts": "numFmt", "fonts": "font", "fills": "fill", "borders": "border", "cellStyleXfs": "xf", "cellXfs": "xf",
    "dxfs": "dxf",
}  # fmt: skip
_NUMFMT_PERTAMA = 164  # below are Excel's own
_JENIS = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_KOSONG = (
    f'<styleSheet xmlns="{UTAMA}"><fonts><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)

_BERBAWAAN = ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs")


class Gaya:
    """The styles of a package: records are only ever added, and an equal one is used again."""

    def __init__(self, paket: Paket) -> None:
        self._paket, self._berubah = paket, False
        self._bagian = paket.bagian_terkait("styles")
        self._akar = paket.xml(self._bagian) if self._bagian else etree.fromstring(_KOSONG)
        self._indeks: dict[str, dict[bytes, int]] = {}
        self._numfmt: dict[str, int] = {}
        for e in _isi(self._akar, "numFmts"):
            self._numfmt.setdefault(e.get("formatCode", ""), bilangan(e, "numFmtId"))

    def tambah(self, kelompok: str, rekaman: Elemen) -> int:
        """Index of an equal record in a group (fonts, cellXfs, dxfs …), added at its end if there is none."""
        isi = self._kelompok(kelompok)
        indeks = self._indeks.get(kelompok)
        if indeks is None:
            indeks = self._indeks[kelompok] = {}
            for i, e in enumerate(anak(isi, _ANGGOTA[kelompok])):
                indeks.setdefault(kanonik(e), i)
        kunci = kanonik(rekaman)
        if kunci not in indeks:
            indeks[kunci] = self._tambahkan(isi, kelompok, copy.deepcopy(rekaman))
        return indeks[kunci]

    def id_format(self, kode: str) -> int:
        """Id of a number-format code: Excel's own where it means the same everywhere, else one of the workbook's."""
        if kode in BAWAAN_TETAP:
            return BAWAAN_TETAP[kode]
        if kode not in self._numfmt:
            nomor = max([_NUMFMT_PERTAMA - 1, *self._numfmt.values()]) + 1
            isi = self._kelompok("numFmts")
            self._tambahkan(isi, "numFmts", etree.Element(q("numFmt"), numFmtId=str(nomor), formatCode=kode))
            self._numfmt[kode] = nomor
        return self._numfmt[kode]

    def dengan_format(self, s: int, kode: str) -> int:
        """Cell style that differs from style `s` in its number format alone."""
        xf = copy.deepcopy(_rekaman(self._akar, "cellXfs", s))
        xf.set("numFmtId", str(self.id_format(kode)))
        xf.set("applyNumberFormat", "1")
        return self.tambah("cellXfs", xf)

    def terkunci(self, s: int) -> int:
        """Cell style that differs from style `s` in that its cells are locked."""
        xf = copy.deepcopy(_rekaman(self._akar, "cellXfs", s))
        for lama in xf.findall(q("protection")):
            xf.remove(lama)  # locked is what a cell is that says nothing
        lepas_sifat(xf, "applyProtection")
        return self.tambah("cellXfs", xf)

    def simpan(self) -> None:
        """Write the part back if a record was added."""
        if not self._berubah:
            return
        if self._bagian is None:
            buku = self._paket.bagian_buku
            self._bagian = f"{buku.rpartition('/')[0]}/styles.xml".lstrip("/")
            relasi, jenis = Relasi(self._paket, buku), JenisIsi(self._paket)
            relasi.tambah(jenis_relasi("styles"), self._bagian)
            jenis.atur(self._bagian, _JENIS)
            relasi.simpan()
            jenis.simpan()
        self._paket.ganti(self._bagian, rangkai(self._akar))

    def _tambahkan(self, isi: Elemen, kelompok: str, rekaman: Elemen) -> int:
        """Put a record at the end of its group and return its position among the records alone."""
        ada = _rekaman_semua(isi, kelompok)
        isi.append(rekaman)
        isi.set("count", str(len(ada) + 1))
        self._berubah = True
        return len(ada)

    def _kelompok(self, nama: str) -> Elemen:
        e = self._akar.find(q(nama))
        if e is None:
            e = etree.Element(q(nama))
            sisip(self._akar, e, _URUTAN)
        if nama in _BERBAWAAN and not _rekaman_semua(
            e, nama
        ):  # number 0 is the look of every plain cell: it must not become ours
            e.extend(copy.deepcopy(list(satu(etree.fromstring(_KOSONG), q(nama)))))
        return e


def _isi(akar: Elemen, kelompok: str) -> list[Elemen]:
    return _rekaman_semua(akar.find(q(kelompok)), kelompok)


def _rekaman_semua(isi: Elemen | None, kelompok: str) -> list[Elemen]:
    """The records of a group; number formats are known by their id, all others by their position."""
    return (anak_terpilih if kelompok == "numFmts" else anak)(isi, _ANGGOTA[kelompok])


def _rekaman(akar: Elemen, kelompok: str, nomor: int) -> Elemen:
    """Record of a number in its group; BK-06 for a number nobody gave."""
    isi = _isi(akar, kelompok)
    if not 0 <= nomor < len(isi):
        raise rusak(akar)
    return isi[nomor]


def rapikan_font(akar: Elemen) -> None:
    """Put the children of every font into the schema's order, which openpyxl does not keep."""
    tempat = {q(nama): i for i, nama in enumerate(_URUTAN_FONT)}
    for font in akar.iter(q("font")):
        font.extend(sorted(font, key=lambda e: tempat.get(e.tag, len(tempat))))


class PetaGaya:
    """Style numbers of another workbook, translated on demand so that only those in use are carried over."""

    def __init__(self, gaya: Gaya, asal: Elemen) -> None:
        self._gaya, self._asal = gaya, asal
        rapikan_font(asal)
        self._kode = {e.get("numFmtId"): e.get("formatCode", "") for e in _isi(asal, "numFmts")}
        self._xf: dict[int, int] = {}
        self._dxf: dict[int, int] = {}

    def xf(self, s: int) -> int:
        """Number here of the cell style that is number `s` there."""
        if s not in self._xf:
            xf = copy.deepcopy(_rekaman(self._asal, "cellXfs", s))
            for atribut, kelompok in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
                rekaman = _rekaman(self._asal, kelompok, bilangan(xf, atribut, 0))
                xf.set(atribut, str(self._gaya.tambah(kelompok, rekaman)))
            kode = self._kode.get(xf.get("numFmtId"))
            if kode is not None:
                xf.set("numFmtId", str(self._gaya.id_format(kode)))
            xf.set("xfId", "0")  # named styles stay behind: the record itself says how the cell looks
            self._xf[s] = self._gaya.tambah("cellXfs", xf)
        return self._xf[s]

    def teks(self, s: str) -> str:
        """The same for a number as it stands in a cell."""
        return str(self.xf(int(s)))

    def dxf(self, d: int) -> int:
        """Number here of the conditional style that is number `d` there."""
        if d not in self._dxf:
            self._dxf[d] = self._gaya.tambah("dxfs", _rekaman(self._asal, "dxfs", d))
        return self._dxf[d]


def alihkan_gaya(akar: Elemen, peta: PetaGaya) -> None:
    """Translate every style number in a sheet; a cell without one had style 0 there, which may look different here."""
    jadi: dict[str, str] = {}
    for c in akar.iter(q("c")):
        s = c.get("s", "0")
        c.set("s", jadi.get(s) or jadi.setdefault(s, str(peta.xf(int(s)))))
    for tag, atribut in (("row", "s"), ("col", "style")):
        for e in akar.iter(q(tag)):
            if e.get(atribut) is not None:
                e.set(atribut, str(peta.xf(bilangan(e, atribut))))
    for e in akar.iter("{*}cfRule", "{*}colorFilter", "{*}sortCondition"):
        if e.get("dxfId") is not None:
            e.set("dxfId", str(peta.dxf(bilangan(e, "dxfId"))))

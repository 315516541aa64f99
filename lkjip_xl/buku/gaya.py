"""Styles: records of one workbook found again, or added once, in another."""

from __future__ import annotations

import copy

from lxml import etree

from lkjip_xl.buku.format_angka import BAWAAN_TETAP
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.relasi import JenisIsi, Relasi, jenis_relasi
from lkjip_xl.buku.xmlaman import UTAMA, Elemen, kanonik, q, rangkai, sisip

_URUTAN = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
)  # fmt: skip
_URUTAN_FONT = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name",
    "family", "charset", "scheme",
)  # fmt: skip
_NUMFMT_PERTAMA = 164  # below are Excel's own
_JENIS = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_KOSONG = (
    f'<styleSheet xmlns="{UTAMA}"><fonts><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)


class Gaya:
    """The styles of a package: records are only ever added, and an equal one is used again."""

    def __init__(self, paket: Paket) -> None:
        self._paket, self._berubah = paket, False
        self._bagian = paket.bagian_terkait("styles")
        self._akar = paket.xml(self._bagian) if self._bagian else etree.fromstring(_KOSONG)
        self._indeks: dict[str, dict[bytes, int]] = {}
        self._numfmt: dict[str, int] = {}
        for e in self._akar.iterfind(f"{q('numFmts')}/{q('numFmt')}"):
            self._numfmt.setdefault(e.get("formatCode", ""), int(e.get("numFmtId", "0")))

    def tambah(self, kelompok: str, rekaman: Elemen) -> int:
        """Index of an equal record in a group (fonts, cellXfs, dxfs …), added at its end if there is none."""
        isi = self._kelompok(kelompok)
        indeks = self._indeks.get(kelompok)
        if indeks is None:
            indeks = self._indeks[kelompok] = {}
            for i, e in enumerate(isi.iterchildren("{*}*")):
                indeks.setdefault(kanonik(e), i)
        kunci = kanonik(rekaman)
        if kunci not in indeks:
            isi.append(copy.deepcopy(rekaman))
            indeks[kunci] = len(isi) - 1
            isi.set("count", str(len(isi)))
            self._berubah = True
        return indeks[kunci]

    def id_format(self, kode: str) -> int:
        """Id of a number-format code: Excel's own where it means the same everywhere, else one of the workbook's."""
        if kode in BAWAAN_TETAP:
            return BAWAAN_TETAP[kode]
        if kode not in self._numfmt:
            nomor = max([_NUMFMT_PERTAMA - 1, *self._numfmt.values()]) + 1
            isi = self._kelompok("numFmts")
            etree.SubElement(isi, q("numFmt"), numFmtId=str(nomor), formatCode=kode)
            isi.set("count", str(len(isi)))
            self._numfmt[kode] = nomor
            self._berubah = True
        return self._numfmt[kode]

    def dengan_format(self, s: int, kode: str) -> int:
        """Cell style that differs from style `s` in its number format alone."""
        xf = copy.deepcopy(self._kelompok("cellXfs")[s])
        xf.set("numFmtId", str(self.id_format(kode)))
        xf.set("applyNumberFormat", "1")
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

    def _kelompok(self, nama: str) -> Elemen:
        e = self._akar.find(q(nama))
        if e is None:
            e = etree.Element(q(nama))
            sisip(self._akar, e, _URUTAN)
        return e


def rapikan_font(akar: Elemen) -> None:
    """Put the children of every font into the schema's order, which openpyxl does not keep."""
    for font in akar.iter(q("font")):
        anak = sorted(font, key=lambda e: _URUTAN_FONT.index(etree.QName(e).localname))
        font.extend(anak)


class PetaGaya:
    """Style numbers of another workbook, translated on demand so that only those in use are carried over."""

    def __init__(self, gaya: Gaya, asal: Elemen) -> None:
        self._gaya, self._asal = gaya, asal
        rapikan_font(asal)
        self._kode = {
            e.get("numFmtId"): e.get("formatCode", "") for e in asal.iterfind(f"{q('numFmts')}/{q('numFmt')}")
        }
        self._xf: dict[int, int] = {}
        self._dxf: dict[int, int] = {}

    def xf(self, s: int) -> int:
        """Number here of the cell style that is number `s` there."""
        if s not in self._xf:
            xf = copy.deepcopy(self._asal.find(q("cellXfs"))[s])
            for atribut, kelompok in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
                rekaman = self._asal.find(q(kelompok))[int(xf.get(atribut, "0"))]
                xf.set(atribut, str(self._gaya.tambah(kelompok, rekaman)))
            kode = self._kode.get(xf.get("numFmtId"))
            if kode is not None:
                xf.set("numFmtId", str(self._gaya.id_format(kode)))
            xf.set("xfId", "0")  # named styles stay behind: the record itself says how the cell looks
            self._xf[s] = self._gaya.tambah("cellXfs", xf)
        return self._xf[s]

    def dxf(self, d: int) -> int:
        """Number here of the conditional style that is number `d` there."""
        if d not in self._dxf:
            self._dxf[d] = self._gaya.tambah("dxfs", self._asal.find(q("dxfs"))[d])
        return self._dxf[d]

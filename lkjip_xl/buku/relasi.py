"""Relationships and content types: how the parts of a package refer to each other."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.xmlaman import JENIS_ISI, RELASI_DOK, RELASI_PAKET, Elemen, rangkai

if TYPE_CHECKING:
    from lkjip_xl.buku.paket import Paket

BAGIAN_JENIS = "[Content_Types].xml"


def jenis_relasi(nama: str) -> str:
    """Full type of a relationship of the document.

    >>> jenis_relasi("drawing")[-21:]
    'relationships/drawing'
    """
    return f"{RELASI_DOK}/{nama}"


def nama_rels(bagian: str) -> str:
    """Name of the part that holds the relationships of a part ("" = the package).

    >>> nama_rels("xl/workbook.xml"), nama_rels("")
    ('xl/_rels/workbook.xml.rels', '_rels/.rels')
    """
    folder, nama = posixpath.split(bagian)
    return posixpath.join(folder, "_rels", f"{nama}.rels")


def pemilik_rels(rels: str) -> str:
    """Name of the part whose relationships a .rels part holds; the reverse of nama_rels."""
    folder, nama = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), nama.removesuffix(".rels"))


@dataclass(frozen=True, slots=True)
class Hubungan:
    """One relationship: id, short type ("drawing"), target part or, when luar, the address outside."""

    id: str
    jenis: str
    tujuan: str
    luar: bool


class Relasi:
    """The relationships of one part, changed in place so that those not touched stay as they are."""

    def __init__(self, paket: Paket, bagian: str) -> None:
        self._paket, self._bagian = paket, bagian
        self._rels = paket.temukan(nama_rels(bagian)) or nama_rels(bagian)
        if self._rels in paket:
            self._akar = paket.xml(self._rels)
        else:
            self._akar = etree.Element(f"{{{RELASI_PAKET}}}Relationships", nsmap={None: RELASI_PAKET})  # pyright: ignore[reportArgumentType]  None is the default namespace, which the stubs do not know
        self._berubah = False

    def semua(self) -> list[Hubungan]:
        """All relationships, targets resolved to part names as the package spells them."""
        return [self._baca(e) for e in self._elemen()]

    def menurut_id(self) -> dict[str, Hubungan]:
        """All relationships by id; two of one id leave open which is meant (BK-06)."""
        hasil: dict[str, Hubungan] = {}
        for h in self.semua():
            if hasil.setdefault(h.id, h) != h:
                raise GalatBerkas("BK-06", berkas=self._paket.nama, bagian=self._rels)
        return hasil

    def tujuan(self, jenis: str) -> str | None:
        """Target part of the first relationship of a short type."""
        return next((h.tujuan for h in self.semua() if h.jenis == jenis and not h.luar), None)

    def tambah(self, jenis: str, tujuan: str, *, luar: bool = False) -> str:
        """Add a relationship and return its id; jenis is the full type, tujuan a part name or an outside address."""
        angka = [int(m[1]) for e in self._elemen() if (m := re.fullmatch(r"rId([0-9]{1,6})", e.get("Id", "")))]
        rid = f"rId{max(angka, default=0) + 1}"
        e = etree.SubElement(self._akar, f"{{{RELASI_PAKET}}}Relationship", Id=rid, Type=jenis)
        e.set("Target", tujuan if luar else posixpath.relpath(tujuan, posixpath.dirname(self._bagian) or "."))
        if luar:
            e.set("TargetMode", "External")
        self._berubah = True
        return rid

    def hapus(self, rid: str) -> None:
        """Remove the relationship of an id."""
        for e in self._elemen():
            if e.get("Id") == rid:
                self._akar.remove(e)
                self._berubah = True

    def hapus_yang(self, pilih: Callable[[Hubungan], bool]) -> list[Hubungan]:
        """Remove the relationships that are meant, also one without an id or with that of another; returns them."""
        hilang = [(e, h) for e in self._elemen() if pilih(h := self._baca(e))]
        for e, _ in hilang:
            self._akar.remove(e)
            self._berubah = True
        return [h for _, h in hilang]

    def jenis_penuh(self, rid: str) -> str:
        """Full type of the relationship of an id."""
        return next(e.get("Type", "") for e in self._elemen() if e.get("Id", "") == rid)

    def simpan(self) -> None:
        """Write the part back, or remove it when no relationship is left."""
        if not self._berubah:
            return
        if self._elemen():
            self._paket.ganti(self._rels, rangkai(self._akar))
        elif self._rels in self._paket:
            self._paket.hapus(self._rels)

    def _elemen(self) -> list[Elemen]:
        return self._akar.findall(f"{{{RELASI_PAKET}}}Relationship")

    def _baca(self, e: Elemen) -> Hubungan:
        luar, target = e.get("TargetMode") == "External", e.get("Target", "")
        if not luar:
            folder = posixpath.dirname(self._bagian)
            nama = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
            target = self._paket.temukan(nama) or self._paket.temukan(unquote(nama)) or nama
        return Hubungan(e.get("Id", ""), e.get("Type", "").rpartition("/")[2], target, luar)


class JenisIsi:
    """The content types of a package's parts."""

    def __init__(self, paket: Paket) -> None:
        self._paket, self._berubah = paket, False
        self._akar = paket.xml(BAGIAN_JENIS)
        self._baku = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in self._daftar("Default")}
        self._khusus = {e.get("PartName", "").lstrip("/").casefold(): e for e in self._daftar("Override")}

    def dari(self, bagian: str) -> str | None:
        """Content type of a part, by its own entry or by its extension."""
        e = self._khusus.get(bagian.casefold())
        return e.get("ContentType") if e is not None else self._baku.get(_akhiran(bagian))

    def atur(self, bagian: str, jenis: str) -> None:
        """Give a part a content type; an extension seen for the first time (pictures, VML) becomes a default."""
        if self.dari(bagian) == jenis:
            return
        akhiran = _akhiran(bagian)
        if akhiran not in {"xml", *self._baku}:
            e = etree.Element(f"{{{JENIS_ISI}}}Default", Extension=akhiran, ContentType=jenis)
            bawaan = self._daftar("Default")
            if bawaan:
                bawaan[-1].addnext(e)
            else:
                self._akar.insert(0, e)
            self._baku[akhiran] = jenis
        else:
            self.hapus(bagian)
            e = etree.Element(f"{{{JENIS_ISI}}}Override", PartName=f"/{bagian}", ContentType=jenis)
            # by name, so that a part taken away and brought again leaves the list as it was
            berikut = next((x for x in self._daftar("Override") if x.get("PartName", "") > f"/{bagian}"), None)
            if berikut is None:
                self._akar.append(e)
            else:
                berikut.addprevious(e)
            self._khusus[bagian.casefold()] = e
        self._berubah = True

    def hapus(self, bagian: str) -> None:
        """Remove the entry of a part."""
        e = self._khusus.pop(bagian.casefold(), None)
        if e is not None:
            self._akar.remove(e)
            self._berubah = True

    def simpan(self) -> None:
        """Write the part back if it changed."""
        if self._berubah:
            self._paket.ganti(BAGIAN_JENIS, rangkai(self._akar))

    def _daftar(self, tag: str) -> list[Elemen]:
        return self._akar.findall(f"{{{JENIS_ISI}}}{tag}")


def _akhiran(bagian: str) -> str:
    return posixpath.basename(bagian).rpartition(".")[2].lower()

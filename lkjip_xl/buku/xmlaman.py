"""Parsing XML that strangers wrote: no document type, no entities, no network; and putting it back."""

from __future__ import annotations

from collections.abc import Sequence
from xml.parsers import expat

from lxml import etree

from lkjip_xl.buku.galat import GalatBerkas

UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
UTAMA_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELASI_DOK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELASI_PAKET = "http://schemas.openxmlformats.org/package/2006/relationships"
JENIS_ISI = "http://schemas.openxmlformats.org/package/2006/content-types"
KESERASIAN = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SPASI = "{http://www.w3.org/XML/1998/namespace}space"
RID = f"{{{RELASI_DOK}}}id"

_POTONG = 4096

Elemen = etree._Element


class _Berhenti(Exception):
    """The root element was reached: no document type can follow."""


def q(tag: str) -> str:
    """Name of a SpreadsheetML element with its namespace.

    >>> q("c")
    '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}c'
    """
    return f"{{{UTAMA}}}{tag}"


def ada_dtd(data: bytes) -> bool:
    """Tell whether an XML part declares a document type, the carrier of all entity attacks.

    Only the part before the root element is parsed; a part that is not XML gives False.

    >>> ada_dtd(b"<a/>"), ada_dtd(b"<!DOCTYPE a []><a/>")
    (False, True)
    """
    ketemu: list[bool] = []

    def doctype(*_: object) -> None:
        ketemu.append(True)
        raise _Berhenti

    def akar(*_: object) -> None:
        raise _Berhenti

    pengurai = expat.ParserCreate()
    pengurai.StartDoctypeDeclHandler = doctype
    pengurai.StartElementHandler = akar
    try:
        for i in range(0, len(data), _POTONG):
            pengurai.Parse(data[i : i + _POTONG], False)
    except (_Berhenti, expat.ExpatError):
        pass
    return bool(ketemu)


def tolak_dtd(data: bytes, bagian: str, berkas: str) -> None:
    """Raise BK-07 for an XML part that declares a document type."""
    if ada_dtd(data):
        raise GalatBerkas("BK-07", berkas=berkas, bagian=bagian, sebab="dtd")


def urai(data: bytes, bagian: str, berkas: str = "") -> Elemen:
    """Root element of an XML part of a workbook; raises GalatBerkas where it is damaged (BK-06) or has a DTD (BK-07)."""
    tolak_dtd(data, bagian, berkas)
    pengurai = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, pengurai)
    except etree.XMLSyntaxError as galat:
        raise GalatBerkas("BK-06", berkas=berkas, bagian=bagian) from galat


def rangkai(akar: Elemen) -> bytes:
    """Bytes of an XML part from its root element, declared as Excel does."""
    return etree.tostring(akar.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def kanonik(elemen: Elemen) -> bytes:
    """Canonical form of an element: equal for equal content, whatever the prefixes and attribute order."""
    return etree.tostring(elemen, method="c14n", exclusive=True, with_tail=False)


def sisip(induk: Elemen, anak: Elemen, urutan: Sequence[str]) -> None:
    """Put a child element where the schema's sequence wants it; elements not in the sequence count as last."""
    tempat = {nama: i for i, nama in enumerate(urutan)}
    akhir = len(urutan)
    sini = tempat.get(_nama(anak), akhir)
    for i, saudara in enumerate(induk):
        if tempat.get(_nama(saudara), akhir) > sini:
            induk.insert(i, anak)
            return
    induk.append(anak)


def _nama(elemen: Elemen) -> str:
    """Local name; an mc:AlternateContent counts as what it wraps, a comment as nothing."""
    if not isinstance(elemen.tag, str):
        return ""
    nama = etree.QName(elemen)
    if nama.namespace == KESERASIAN and len(elemen) and len(elemen[0]):
        return _nama(elemen[0][0])
    return nama.localname

"""Parsing XML that strangers wrote: no document type, no entities, no network; and putting it back.

Comments and processing instructions are left out while parsing, so that they neither cut a text in two nor count among
the children of an element; elements of other namespaces stay, and `anak` passes over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote, unquote
from xml.parsers import expat

from lxml import etree

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.sandi import utf8

UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
UTAMA_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELASI_DOK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELASI_PAKET = "http://schemas.openxmlformats.org/package/2006/relationships"
JENIS_ISI = "http://schemas.openxmlformats.org/package/2006/content-types"
KESERASIAN = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SPASI = "{http://www.w3.org/XML/1998/namespace}space"
RID = f"{{{RELASI_DOK}}}id"

_POTONG = 4096
_LURUS = "surrogatepass"  # the name of a file may hold bytes that are no letters
_BULAT = re.compile(r"[+-]?[0-9]{1,18}")
_ALTERNATIF = f"{{{KESERASIAN}}}AlternateContent"

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
    except (_Berhenti, expat.ExpatError, LookupError, ValueError):  # the last two: an encoding expat does not know
        pass
    return bool(ketemu)


def tolak_dtd(data: bytes, bagian: str, berkas: str) -> None:
    """Raise BK-07 for an XML part that declares a document type."""
    if ada_dtd(data):
        raise GalatBerkas("BK-07", berkas=berkas, bagian=bagian, sebab="dtd")


def urai(data: bytes, bagian: str, berkas: str = "") -> Elemen:
    """Root element of an XML part of a workbook, without comments and processing instructions.

    Raises GalatBerkas where it is damaged (BK-06), has a DTD (BK-07) or an encoding nobody knows (BK-63).
    """
    data = utf8(data, bagian, berkas)
    tolak_dtd(data, bagian, berkas)
    pengurai = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(
            data, pengurai, base_url=f"{quote(berkas, errors=_LURUS)}!{quote(bagian, errors=_LURUS)}"
        )
    except etree.XMLSyntaxError as galat:
        raise GalatBerkas("BK-06", berkas=berkas, bagian=bagian) from galat


def rusak(e: Elemen) -> GalatBerkas:
    """The error that an element of a parsed part holds what none may hold (BK-06 with the part)."""
    berkas, _, bagian = (e.getroottree().docinfo.URL or "").partition("!")
    return GalatBerkas("BK-06", berkas=unquote(berkas, errors=_LURUS), bagian=unquote(bagian, errors=_LURUS))


def bilangan(e: Elemen, atribut: str, bawaan: int | None = None) -> int:
    """Whole number in an attribute that holds nothing else; BK-06 where it is none, or missing without `bawaan`."""
    teks = e.get(atribut)
    if teks is None and bawaan is not None:
        return bawaan
    if teks is None or not _BULAT.fullmatch(teks.strip()):
        raise rusak(e)
    return int(teks)


def wajib(e: Elemen, atribut: str) -> str:
    """Text of an attribute that no such element lacks; BK-06 where it does."""
    teks = e.get(atribut)
    if teks is None:
        raise rusak(e)
    return teks


def sifat(e: Elemen) -> dict[str, str]:
    """All attributes of an element by name."""
    return {str(n): str(v) for n, v in e.attrib.items()}


def lepas_sifat(e: Elemen, *atribut: str) -> None:
    """Take attributes off an element; one it lacks is no matter."""
    for nama in atribut:
        if nama in e.attrib:
            del e.attrib[nama]


def induk_dari(e: Elemen) -> Elemen:
    """The element around one that is no root; BK-06 where it is one."""
    induk = e.getparent()
    if induk is None:
        raise rusak(e)
    return induk


def satu(induk: Elemen, tag: str) -> Elemen:
    """The child of a name that no such element lacks; BK-06 where it does."""
    e = induk.find(tag)
    if e is None:
        raise rusak(induk)
    return e


def anak(induk: Elemen | None, tag: str) -> list[Elemen]:
    """Children of one name (of SpreadsheetML), the only ones that count where positions are numbers.

    Alternatives for other programs (mc:AlternateContent) among them would make the count doubtful: BK-65.
    """
    if induk is None:
        return []
    if next(induk.iterchildren(_ALTERNATIF), None) is not None:
        isi = rusak(induk).isi
        raise GalatBerkas("BK-65", **isi)
    return list(induk.iterchildren(q(tag)))


def rangkai(akar: Elemen) -> bytes:
    """Bytes of an XML part from its root element, declared as Excel does."""
    return etree.tostring(akar.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def kanonik(elemen: Elemen) -> bytes:
    """Canonical form of an element: equal for equal content, whatever the prefixes and attribute order."""
    try:
        return etree.tostring(elemen, method="c14n", exclusive=True, with_tail=False)
    except etree.C14NError:  # a namespace whose name is relative has no canonical form: equal then means the same text
        return etree.tostring(elemen, with_tail=False)


def anak_terpilih(induk: Elemen | None, tag: str) -> list[Elemen]:
    """Children of one name where positions do not count: of alternatives for other programs those of the fallback.

    Excel writes number formats so that newer versions show differently.
    """
    hasil: list[Elemen] = []
    for e in () if induk is None else induk.iterchildren(q(tag), _ALTERNATIF):
        if e.tag == _ALTERNATIF:
            cabang = e.find(f"{{{KESERASIAN}}}Fallback")
            hasil += [] if cabang is None else cabang.iterchildren(q(tag))
        else:
            hasil.append(e)
    return hasil


def sisip(induk: Elemen, anak: Elemen, urutan: Sequence[str]) -> None:
    """Put a child element where the schema's sequence wants it.

    Elements of the main namespace that are not in the sequence count as last; foreign ones have no place in it.
    """
    tempat = {nama: i for i, nama in enumerate(urutan)}
    akhir = len(urutan)
    sini = tempat.get(_nama(anak), akhir)
    for i, saudara in enumerate(induk):
        nama = _nama(saudara)
        if nama and tempat.get(nama, akhir) > sini:
            induk.insert(i, anak)
            return
    induk.append(anak)


def sisip_semua(induk: Elemen, anak: Iterable[Elemen], urutan: Sequence[str]) -> None:
    """The same for many: the place of those of one name in a row is looked for once, there may be 100,000 of them."""
    dulu: Elemen | None = None
    for e in anak:
        if dulu is not None and dulu.tag == e.tag:
            dulu.addnext(e)
        else:
            sisip(induk, e, urutan)
        dulu = e


def _nama(elemen: Elemen) -> str:
    """Local name; an mc:AlternateContent counts as what it wraps, a comment or foreign element as nothing."""
    if not isinstance(elemen.tag, str):
        return ""
    if elemen.tag == _ALTERNATIF:
        return next((_nama(isi) for pilihan in elemen for isi in pilihan if _nama(isi)), "")
    nama = etree.QName(elemen)
    return nama.localname if nama.namespace == UTAMA else ""

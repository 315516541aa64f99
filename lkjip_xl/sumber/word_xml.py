"""The XML of Word documents: names in both of its namespaces, and children without what only wraps them."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.buku.xmlaman import KESERASIAN, Elemen

_RUANG = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
    KESERASIAN,
)
_MATI = ("0", "false", "off", "none")
BUNGKUS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
DIHAPUS = frozenset({"del", "moveFrom"})


def nama(e: Elemen) -> str:
    """Local name of an element of Word, of its formulas or of alternatives; "" for any other."""
    ruang, _, lokal = str(e.tag)[1:].partition("}")
    return lokal if ruang in _RUANG else ""


def isi(e: Elemen | None, atribut: str = "val") -> str | None:
    """An attribute of Word by its local name."""
    if e is None:
        return None
    for n, v in e.attrib.items():
        if str(n).rpartition("}")[2] == atribut:
            return str(v)
    return None


def anak(e: Elemen | None, *jalur: str) -> Elemen | None:
    """The first element down a path of local names."""
    for j in jalur:
        e = None if e is None else next((c for c in e if nama(c) == j), None)
    return e


def nyala(e: Elemen | None) -> bool | None:
    """Whether a property that is on or off is on; None where it is not stated."""
    return None if e is None else (isi(e) or "1").lower() not in _MATI


def bulat(e: Elemen | None, bawaan: int, atribut: str = "val") -> int:
    """A whole number in an attribute; `bawaan` where there is none that makes sense."""
    teks = isi(e, atribut) or ""
    return int(teks) if teks.isascii() and teks.removeprefix("-").isdigit() and len(teks) < 10 else bawaan


def cabang(e: Elemen) -> Elemen | None:
    """The one branch of alternatives that is read: the first with text, so that nothing comes twice."""
    return next((c for c in e if any(nama(t) == "t" for t in c.iter())), None)


def rata(induk: Elemen, *jenis: str) -> Iterator[Elemen]:
    """Elements of some names as if content controls, insertions and other wrappers were not there."""
    for e in induk:
        n = nama(e)
        if n in jenis:
            yield e
        elif n in BUNGKUS:
            yield from rata(e, *jenis)
        elif n == "AlternateContent" and (c := cabang(e)) is not None:
            yield from rata(c, *jenis)

"""Encodings of XML parts: whatever a part is written in, the parsers are given UTF-8.

Excel writes UTF-8, but UTF-16 and any declared encoding are legal. expat and libxml2 know different ones, so both get
bytes that Python decoded; names no XML declaration should carry (utf-7, rot13 …) are refused.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from lkjip_xl.buku.galat import GalatBerkas

_TANDA = (  # UTF-32 first: its mark begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (codecs.BOM_UTF8, "utf-8-sig"),
    (b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"),
)  # fmt: skip
_EBCDIC = "<?xml".encode("cp037")
_DEKLARASI = re.compile(r"""\s*<\?xml\b[^<>]*?\bencoding\s*=\s*["']([^"'<>]*)["']""")
_KEPALA = re.compile(r"\s*<\?xml\b[^<>]*\?>")
_PANJANG_KEPALA = 256
_SEKALI = 65_536  # bytes of a text, and those to the next tag
_TERLARANG = frozenset({"utf-7", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined"})
_LEBAR = ("utf-16", "utf-32")  # a declaration that can be read byte by byte is in neither


def utf8(data: bytes, bagian: str = "", berkas: str = "") -> bytes:
    """The part in UTF-8; a part that is so already is returned as it is.

    Raises GalatBerkas BK-63 for an encoding nobody knows and BK-06 where the bytes do not fit theirs.

    >>> utf8('<?xml version="1.0" encoding="windows-1252"?><a>é</a>'.encode("cp1252")).decode()
    '<a>é</a>'
    """
    sandi = next((s for tanda, s in _TANDA if data.startswith(tanda)), None)
    if sandi is None:
        kepala = data[:_PANJANG_KEPALA].decode("cp037" if data.startswith(_EBCDIC) else "latin-1")
        m = _DEKLARASI.match(kepala)
        if m is None or m[1].lower() in ("utf-8", "us-ascii", "ascii"):
            return data
        sandi = _kenal(m[1])
        if sandi is None:
            raise GalatBerkas("BK-63", berkas=berkas, bagian=bagian, sandi=m[1])
    try:
        teks = data.decode(sandi).removeprefix("\ufeff")
        return teks[_panjang_kepala(teks) :].encode("utf-8")
    except UnicodeError as galat:
        raise GalatBerkas("BK-06", berkas=berkas, bagian=bagian) from galat


def teks_berpotong(data: bytes) -> Iterator[str]:
    """A part in UTF-8 as texts one after another, each up to a tag: no formula is cut, and all at once would take three times its bytes.

    >>> list(teks_berpotong(b"<f>A1</f>"))
    ['<f>A1</f>']
    """
    for potong in byte_berpotong(data, 0, len(data)):
        yield potong.decode("utf-8", "replace")


def byte_berpotong(data: bytes, awal: int, ujung: int) -> Iterator[bytes]:
    """The bytes of these texts from one place to another."""
    while awal < ujung:
        akhir = data.find(b"<", awal + _SEKALI, ujung)
        akhir = ujung if akhir < 0 else akhir
        yield data[awal:akhir]
        awal = akhir


def _panjang_kepala(teks: str) -> int:
    m = _KEPALA.match(teks)
    return m.end() if m else 0


def _kenal(nama: str) -> str | None:
    """Python's name of a declared encoding, None where it is none of text."""
    try:
        sandi = codecs.lookup(nama)
    except (LookupError, ValueError):
        return None
    if not sandi._is_text_encoding or sandi.name in _TERLARANG or sandi.name.startswith(_LEBAR):
        return None
    return sandi.name

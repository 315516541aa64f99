"""What a paragraph or table of the report says, reduced to what a save without an edit leaves alone, and its fingerprint."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator

from lkjip_xl.buku.xmlaman import KESERASIAN, RELASI_DOK, Elemen

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
Media = Callable[[str], bytes | None]  # relationship id → the picture's bytes

PANJANG_SIDIK = 16
_SPASI = re.compile(r"\s+")
_LARIK = re.compile(r" ?([|\n]) ?")
_CATATAN, _BENDA, _HALAMAN = "\ue001", "\ue002", "\ue003"  # letters no text has: a note, an object, a page break
# changes that wait to be accepted, and remarks: somebody is at work here
_DISUNTING = frozenset(
    {"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange", "rPrChange", "pPrChange"}
    | {"tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange", "tblPrExChange"}
    | {"commentRangeStart", "commentRangeEnd", "commentReference"}
)


def w(nama: str) -> str:
    """Name of a WordprocessingML element or attribute with its namespace.

    >>> w("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return f"{{{W}}}{nama}"


def ringkas(data: bytes, panjang: int) -> str:
    """Lower-case letters and digits that stand for content; a bookmark's name may hold them.

    >>> ringkas(b"a", 10)
    'zklycewkdo'
    """
    return base64.b32encode(hashlib.sha256(data).digest()).decode().lower()[:panjang]


def sidik_unsur(e: Elemen, media: Media) -> str:
    """Fingerprint of a paragraph or table: its words, cells and pictures, without what fields show."""
    return ringkas(teks_unsur(e, media).encode(), PANJANG_SIDIK)


def teks_unsur(e: Elemen, media: Media, *, bidang: bool = False) -> str:
    """The words in one normal form, cells after "|", rows on lines of their own; bidang: with what fields show.

    A page break before the first word is none of them: LibreOffice moves the one of the paragraph above there.
    """
    teks = "".join(_Pembaca(media, bidang).baca(e))
    return (
        _LARIK.sub(r"\1", _SPASI_DATAR.sub(" ", unicodedata.normalize("NFC", teks))).strip(" ").lstrip(f" {_HALAMAN}")
    )


_SPASI_DATAR = re.compile(r"[^\S\n]+")


def sedang_disunting(e: Elemen) -> bool:
    """Does it hold tracked changes or comments?"""
    return any(isinstance(x.tag, str) and x.tag.startswith(f"{{{W}}}") and _lokal(x) in _DISUNTING for x in e.iter())


def _lokal(e: Elemen) -> str:
    return e.tag.rpartition("}")[2] if isinstance(e.tag, str) else ""


class _Pembaca:
    """Walks one element; fields may be nested."""

    def __init__(self, media: Media, bidang: bool) -> None:
        self._media, self._bidang = media, bidang
        self._dalam: list[bool] = []  # open fields: is their result reached?

    def baca(self, e: Elemen) -> Iterator[str]:
        """Pieces of text in order."""
        n = _lokal(e)
        if e.tag == f"{{{KESERASIAN}}}Fallback" or n in ("pPr", "rPr", "tblPr", "tcPr", "trPr", "sdtPr", "sdtEndPr"):
            return
        if n == "fldChar":
            self._batas(e.get(w("fldCharType"), ""))
        elif n == "fldSimple" and not self._bidang:
            return
        elif self._dalam and not (self._bidang and all(self._dalam)):
            for x in e:
                yield from self.baca(x)
        else:
            yield from self._isi(e, n)

    def _batas(self, jenis: str) -> None:
        if jenis == "begin":
            self._dalam.append(False)
        elif self._dalam and jenis == "separate":
            self._dalam[-1] = True
        elif self._dalam and jenis == "end":
            self._dalam.pop()

    def _isi(self, e: Elemen, n: str) -> Iterator[str]:
        if n in ("drawing", "pict", "object"):
            yield from self._gambar(e)
            return
        if n == "t":
            yield _SPASI.sub(" ", e.text or "")
        elif n in ("tab", "ptab", "cr"):
            yield " "
        elif n == "br":
            yield _HALAMAN if e.get(w("type")) in ("page", "column") else " "
        elif n == "noBreakHyphen":
            yield "-"
        elif n in ("footnoteReference", "endnoteReference"):
            yield _CATATAN
        elif n in ("sym", "oMath", "altChunk"):
            yield _BENDA
        else:
            yield {"tr": "\n", "tc": "|", "p": " "}.get(n, "")
            for x in e:
                yield from self.baca(x)

    def _gambar(self, e: Elemen) -> Iterator[str]:
        """Pictures by their bytes; shapes and objects, which we never make, as such."""
        blip = [b.get(f"{{{RELASI_DOK}}}embed", "") for b in e.iter(f"{{{A}}}blip")]
        yield "".join(ringkas(data, PANJANG_SIDIK) if (data := self._media(b)) is not None else _BENDA for b in blip)
        if not blip:
            yield _BENDA

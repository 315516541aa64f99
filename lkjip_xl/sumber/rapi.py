"""Texts of documents as they are seen: no invisible letters, one kind of blank; raised marks apart from the text."""

from __future__ import annotations

import re

from lkjip_xl.inti.huruf import tanpa_kendali

_TAK_TAMPAK = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BLANK = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BARIS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_ULANGAN = re.compile(r"(?s)((\s)\s{99})\s+|(([\W_])\4{99})\4+")
PANJANG = 1000  # letters from which on a text is looked through for endless rows of blanks and marks
_PANGKAT = {"2": "²", "3": "³"}
_SATUAN_PANJANG = re.compile(r"(?:^|[^A-Za-z])(?:mm|cm|dm|m|dam|hm|km)$", re.IGNORECASE)


def padat(teks: str) -> str:
    """The text with no more than a hundred blanks, dots or dashes in a row: what patterns make of more costs its square.

    >>> len(padat("a" + " " * 40_000 + "." * 40_000 + "b")), padat("Rp  1")
    (202, 'Rp  1')
    """
    return teks if len(teks) < PANJANG else _ULANGAN.sub(r"\1\3", teks)


def rapi(teks: str) -> str:
    """Text without soft hyphens and other letters nobody sees, blanks of any kind as one, line breaks kept.

    >>> rapi(" Rp\u00a01.000 \\t ribu\u00adan \\r\\n\\n per tahun")
    'Rp 1.000 ribuan\\nper tahun'
    """
    if teks.isascii() and teks.isprintable():  # most cells
        return padat(" ".join(teks.split()))
    teks = _BLANK.sub(" ", _TAK_TAMPAK.sub("", tanpa_kendali(_BARIS.sub("\n", teks))))
    return padat("\n".join(b for baris in teks.split("\n") if (b := baris.strip())))


class Ketikan:
    """Text gathered piece by piece, raised pieces apart; a raised 2 or 3 behind a length is part of the unit (m²)."""

    __slots__ = ("_atas", "_teks")

    def __init__(self) -> None:
        self._teks: list[str] = []
        self._atas: list[str] = []

    def tambah(self, teks: str, *, atas: bool = False) -> None:
        """Add a piece as it follows the others."""
        if atas and (pangkat := _PANGKAT.get(teks.strip())) and _SATUAN_PANJANG.search("".join(self._teks[-3:])):
            self._teks.append(pangkat)
        elif teks:
            (self._atas if atas else self._teks).append(teks)

    def kosongkan(self) -> None:
        """Begin anew."""
        self._teks.clear()
        self._atas.clear()

    def hasil(self) -> tuple[str, str]:
        """The text and the raised marks, both as they are seen."""
        return rapi("".join(self._teks)), rapi("".join(self._atas))

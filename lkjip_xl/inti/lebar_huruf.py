"""How wide a text is in the faces we print in, letter by letter, and over how many lines it breaks: nothing fits its rows by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from lkjip_xl.inti.kunci import kunci_gaya

_SELA = re.compile("[ \t]")  # where a line may break; not at a space that holds two words together
PIKSEL_SATUAN, PIKSEL_TEPI = 7, 5  # of a unit of column width in Excel; of a column that hold no text
PIKSEL_EM = 10 * 96 / 72  # of letters of 10 points


class Muka:
    """A typeface by the widths of its letters.

    kelompok: letters by their width in thousandths of an em; what is not named is as wide as a digit. kapital: what a letter
    takes at most, on an average, in any text.
    """

    def __init__(self, kelompok: Mapping[int, str], lain: int, kapital: float) -> None:
        self._lebar = {h: n / 1000 for n, semua in kelompok.items() for h in semua}
        self._lain, self._kapital = lain / 1000, kapital
        self._spasi = self._lebar[" "]
        self.panjang = lru_cache(maxsize=20000)(self._panjang)

    def _panjang(self, teks: str) -> float:
        """Width of a line of text in em.

        >>> round(ARIAL.panjang("Pagu 2024"), 3), round(CALIBRI.panjang("Wajib"), 2)
        (4.837, 2.35)
        """
        return sum(self._lebar.get(h, self._lain) for h in teks)

    def baris(self, teks: str, ruang: float) -> int:
        """Lines of a text over `ruang` em: words stay whole while a line holds them, a longer one is cut.

        >>> ARIAL.baris("Selesai tepat waktu", 9), ARIAL.baris("Selesai tepat waktu", 6), ARIAL.baris("a" * 20, 6), ARIAL.baris("", 6)
        (1, 2, 2, 1)
        """
        return sum(self._alinea(x.rstrip(" "), ruang) for x in teks.split("\n"))

    def _alinea(self, teks: str, ruang: float) -> int:
        if len(teks) * self._kapital <= ruang:
            return 1  # most texts; to add up their letters would cost more than all the rest
        if len(teks) < 120 and self.panjang(teks) <= ruang:
            return 1
        banyak, isi = 1, 0.0
        for kata in _SELA.split(teks):
            perlu = self.panjang(kata)
            if isi and isi + self._spasi + perlu > ruang:
                banyak, isi = banyak + 1, perlu
            else:
                isi += perlu + (self._spasi if isi else 0.0)
            if isi > ruang:
                lebih = int(isi // ruang)
                banyak, isi = banyak + lebih, isi - lebih * ruang
        return banyak


# of every sheet; of the report
CALIBRI = Muka(
    {
        230: " ilj", 260: ",.I:;'`‘’", 310: "()f-[]{}J!", 340: "tr²³°", 400: 's/\\z"“”', 430: "Lcxvy", 470: "kFSZga|?Σ",
        530: "bdhnpquoPXKCRB", 600: "VADH", 650: "GUNOQ&", 720: "%w…", 800: "m", 890: "MW@—←→",
    },
    lain=507,
    kapital=0.66,
)  # fmt: skip
ARIAL = Muka(
    {
        191: "'", 222: "ijl", 260: "|", 278: " !,./:;I[\\]ft\u00a0", 333: "()-`r", 334: "{}", 355: '"', 389: "*", 469: "^",
        500: "Jckvsxyz", 584: "+<=>~−×÷", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%",
        944: "W", 1000: "…", 1015: "@",
    },
    lain=556,
    kapital=1.015,
)  # fmt: skip
# of a cell of the report that may be bold: narrow letters as wide as bold ones, none narrower than it is
ARIAL_LONGGAR = Muka(
    {
        280: ".,:;'|!iljtf()[]/ -", 556: "0123456789", 700: "ABCDEFGHIJKLNOPQRSTUVXYZ", 860: "mwMW%@",
    },
    lain=540,
    kapital=0.86,
)  # fmt: skip


# how many times as wide as Arial letters and digits of faces offices use are; measured on these or on faces of the same metrics
_PENGALI = {
    1.0: "arial|arial narrow|arial mt|helvetica|liberation sans|liberation serif|times new roman|times|calibri|carlito|cambria|caladea|"
    "garamond|nimbus sans|nimbus roman|roboto",
    1.05: "tahoma|segoe ui|trebuchet ms|aptos|candara|corbel|gill sans mt|palatino linotype|book antiqua|p052",
    1.12: "georgia|century|century schoolbook|century gothic|c059|urw gothic|open sans|maiandra gd|footlight mt light",
    1.16: "bookman old style|bookman|urw bookman",
    1.2: "verdana|dejavu sans|dejavu serif",
}  # fmt: skip
_PENGALI_MUKA = {nama: n for n, semua in _PENGALI.items() for nama in semua.split("|")}


def pengali_muka(nama: str) -> float:
    """How many times as wide as Arial a face is; one we do not know is taken for a wide one.

    >>> pengali_muka("Times New Roman"), pengali_muka("Bookman Old Style"), pengali_muka("?")
    (1.0, 1.16, 1.2)
    """
    return _PENGALI_MUKA.get(kunci_gaya(nama), max(_PENGALI))


def lebar_kata(teks: str) -> float:
    """Width of a column of a sheet, in its own units, that holds a line of 10 points."""
    return (CALIBRI.panjang(teks) * PIKSEL_EM + PIKSEL_TEPI) / PIKSEL_SATUAN + 0.2


def baris_kolom(teks: str, lebar: float) -> int:
    """Lines of 10 points that a text takes in a column of so many units, wrapped between its words.

    >>> baris_kolom("Meningkatnya mutu pelayanan administrasi kecamatan", 22), baris_kolom("", 22)
    (3, 1)
    """
    return CALIBRI.baris(teks, max((lebar * PIKSEL_SATUAN - PIKSEL_TEPI) / PIKSEL_EM, 1.0))

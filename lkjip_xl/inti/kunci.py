"""What counts as the same text: one function for each kind of thing that is looked up by how it is written.

Every key of the program is made here. What Excel itself looks up (MATCH, names of sheets) is `kunci_excel`; what is
compared to find people's mistakes forgives more, so that a row written a little otherwise is still the same row.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from lkjip_xl.inti.satuan import satuan_baku

_TAK_TAMPAK = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_TANDA_HUBUNG = dict.fromkeys(map(ord, "-–—"))
_BUKAN_KATA = re.compile(r"[\W_]+")
_BUKAN_SPASI = re.compile(r"[\W_]{2,}|[^\w ]|_")  # those of them that are more than the one space put in their place
_BUKAN_RUAS = re.compile(r"[^0-9a-z]+")
PERSEN = "%"
PENDEK = 200  # letters of a text whose keys are kept: the same kode and names are asked for by rule after rule
HAFALAN = 2**16  # keys of each kind kept
PANJANG = 8  # longer texts whose keys are kept: the same cell is asked for again at once

Ruas = tuple[str, ...]
Hasil = TypeVar("Hasil")


def kunci_excel(teks: str) -> str:
    """As Excel compares cells, sheets and defined names: only letter case does not count.

    >>> kunci_excel("S1.1") == kunci_excel("s1.1"), kunci_excel("S1.1 ") == kunci_excel("S1.1")
    (True, False)
    """
    return teks.casefold()


def rapikan_spasi(teks: object) -> str:
    """The text as it is seen: one plain space where any spaces or line breaks stand, none at the ends, nothing invisible.

    >>> rapikan_spasi("  T\\u00a0 1.1\\u200b ")
    'T 1.1'
    """
    teks = str(teks)
    return " ".join((teks if teks.isascii() else teks.translate(_TAK_TAMPAK)).split())


def hafalkan(f: Callable[[str], Hasil]) -> Callable[[str], Hasil]:
    """Keep what a function gives for short texts; long ones would fill the memory and seldom come again."""
    pendek = lru_cache(HAFALAN)(f)

    @wraps(f)
    def jalan(teks: str) -> Hasil:
        return pendek(teks) if len(teks) <= PENDEK else f(teks)

    return jalan


def kunci_teks(x: object) -> str:
    """A kode, unit or label as people read it: case, kinds and number of spaces do not count; a blank is "".

    >>> kunci_teks(" Belanja\\u00a0 Modal ") == kunci_teks("belanja modal"), kunci_teks(2025.0), kunci_teks(None)
    (True, '2025', '')
    """
    if type(x) is str:
        return _kunci_pendek(x) if len(x) <= PENDEK else _kunci_panjang(x)
    if x is None:
        return ""
    return rapikan_spasi(f"{x:.15g}" if isinstance(x, float) else x).casefold()


@lru_cache(HAFALAN)
def _kunci_pendek(teks: str) -> str:
    return rapikan_spasi(teks).casefold()


@lru_cache(PANJANG)
def _kunci_panjang(teks: str) -> str:
    return rapikan_spasi(teks).casefold()


def kunci_nama(x: object) -> str:
    """A name by its words: punctuation does not count either; "" where there are no words.

    >>> kunci_nama("Realisasi_Anggaran (Rp)"), kunci_nama("%")
    ('realisasi anggaran rp', '')
    """
    return _BUKAN_SPASI.sub(" ", kunci_teks(x)).strip()


def kunci_judul(x: object) -> str:
    """A header, the name of a sheet, a cell of a CSV that tells rows apart: by its words, or its signs without any.

    >>> kunci_judul("Capaian (%)"), kunci_judul("%")
    ('capaian', '%')
    """
    return kunci_nama(x) or kunci_teks(x)


def kunci_rapat(x: object) -> str:
    """A text by its letters and digits alone: neither where words are parted nor punctuation counts.

    >>> kunci_rapat("Angka (yang) di-cetak"), kunci_rapat("J U M L A H:")
    ('angkayangdicetak', 'jumlah')
    """
    return _BUKAN_KATA.sub("", kunci_teks(x))


def kunci_pilihan(teks: str) -> str:
    """A word of a choice, as the worksheet functions read it: neither case, spaces nor hyphens count.

    >>> kunci_pilihan("Turun – Rasio")
    'turunrasio'
    """
    return "".join(teks.casefold().translate(_TANDA_HUBUNG).split())


def kunci_gaya(nama: str) -> str:
    """Name of a style of a Word document, or of a typeface: programs write it in their own letter case, all else counts.

    >>> kunci_gaya("Heading 1") == kunci_gaya("heading 1"), kunci_gaya("Heading 1") == kunci_gaya("Heading1")
    (True, False)
    """
    return nama.casefold()


def kunci_satuan(x: object) -> str:
    """A unit by its one spelling (inti/satuan.py): neither case, spaces, dots nor abbreviation count, and "persen" is "%".

    >>> kunci_satuan("juta rp/ tenaga kerja") == kunci_satuan("Juta rp/tenaga kerja"), kunci_satuan("Persen"), kunci_satuan("Dok.")
    (True, '%', 'dokumen')
    """
    return satuan_baku(kunci_teks(x)).replace(" ", "")


def ruas(x: object) -> Ruas:
    """The kode or number of a programme by its parts: what parts them, leading zeros and closing dots do not count.

    >>> ruas("2.07.04.2.01"), ruas("1."), ruas(None)
    (('2', '7', '4', '2', '1'), ('1',), ())
    """
    if type(x) is not str:  # an error value is a kind of text, but no kode
        return ()
    return _ruas(x)


@hafalkan
def _ruas(teks: str) -> Ruas:
    return tuple(r.lstrip("0") or "0" for r in _BUKAN_RUAS.split(teks.casefold()) if r)

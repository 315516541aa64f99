"""Lines of a narrow cell of a page as the text they are: wrapped ones parted by a blank, cut words put together again where the
document itself tells that they are one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from lkjip_xl.inti.cara_cetak import Cetak, cara_cetak
from lkjip_xl.sumber.model import SelAsing
from lkjip_xl.sumber.pdf_baris import Baris, Huruf, lebar_huruf, tidak_muat

PATAH = "\ue000"  # stands at the end of a line that may have cut a word
LIPAT = "\ue001"  # stands at the end of a line behind which the next word had no room
_SISA_MAKS = 3
_LONGGAR = 0.1  # of the size of a letter: no page tells quite where a cell ends
_PENDEK = frozenset(
    ["ada", "air", "api", "apa", "asn", "dan", "dua", "di", "eks", "gas", "ibu", "itu", "ini", "isi", "jam", "ke", "km", "lab",
     "pak", "per", "rp", "rt", "rw", "sd", "sub", "tk", "uji", "oleh"]
)  # fmt: skip
"""Short words that begin a line of their own: the rest of a cut word is none of them."""
_VOKAL = frozenset("aiueoy")
_AKHIR = frozenset(
    ["ng", "ks", "nk", "nd", "rs", "lm", "rt", "ns", "rd", "rm", "rk", "kt", "ls", "st", "sk", "lt", "nt", "ps", "rn", "rl", "ft",
     "ch", "sh", "th", "ck", "ll", "ss", "tt", "nn", "ff", "ph", "kh", "lf", "mp", "pt", "rb", "rf", "rp", "ts", "gh", "ht", "tm"]
)  # fmt: skip
_AWAL = frozenset(
    ["ny", "ng", "kh", "sy", "pr", "tr", "kr", "br", "dr", "gr", "fr", "pl", "kl", "bl", "gl", "fl", "sl", "st", "sk", "sp", "sw", "sm",
     "sn", "sr", "ps", "ks", "kn", "ts", "sc", "sh", "ch", "th", "wh", "tw", "dw", "kw", "gn", "ph", "rh", "vl", "wr", "hl", "dh", "bh"]
)  # fmt: skip
"""Pairs of consonants that words do end in, and begin with, borrowed ones among them."""
_KATA_MIN = 4
_KATA = re.compile(r"[a-z]+", re.IGNORECASE)
_CELAH = re.compile(rf"([A-Za-z]+)(-?){PATAH}\n([a-z]+)")
_ANGKA = frozenset("0123456789.,")
_BILANGAN = re.compile(rf"[\d.,]+(?:{PATAH}\n[\d.,]+)+")
_BERIBUAN = frozenset({Cetak.DUA_ARTI_TITIK, Cetak.DUA_ARTI_KOMA, Cetak.INDONESIA, Cetak.INGGRIS})
_RANTAI = re.compile(rf"(?:[A-Za-z]+-?{PATAH}\n)+[a-z]+")


def tandai(baris: Sequence[Baris], lebar: float, tepi: float) -> None:
    """Mark the lines of a cell that end where they do since what follows had no room: its next word, or, in a line that is
    one word or ends in a hyphen, perhaps its next letter.

    lebar: of the cell; tepi: what it keeps clear on either side.
    """
    ruang = lebar - 2 * tepi
    for b, berikut in pairwise(baris):
        akhir, awal = b.huruf[-1], next(h for h in berikut.huruf if not h["text"].isspace())
        isi = lebar_huruf(b.huruf)
        sesak = " " not in b.teks and isi + awal["x1"] - awal["x0"] > ruang - _LONGGAR * akhir["size"]
        kata = awal["text"].islower() and ((sesak and akhir["text"].isalpha()) or akhir["text"] == "-")
        if kata or (sesak and {akhir["text"], awal["text"]} <= _ANGKA):
            b.huruf.append(_tanda(akhir, PATAH))
        elif tidak_muat(b.huruf, berikut.huruf, akhir["size"], ruang):
            b.huruf.append(_tanda(akhir, LIPAT))


def _tanda(h: Huruf, tanda: str) -> Huruf:
    return {**h, "text": tanda, "x0": h["x1"]}


def sambung_kata(sel: Iterable[SelAsing], lain: Iterable[str]) -> tuple[Callable[[SelAsing], SelAsing], list[str]]:
    """How marked cells read, and the words that nothing tells to be one or two.

    A word is one that other places print whole, or whose rest is no word; sel, lain: every cell and other text of the document.
    """
    sel = [*sel]
    kata = Counter(x.casefold() for s in sel for x in _KATA.findall(_RANTAI.sub(" ", s.teks)))
    kata.update(x.casefold() for t in lain for x in _KATA.findall(t))
    ragu: list[str] = []
    berikut: dict[str, set[str]] = {}  # what follows each first part: one that goes on in several ways is a word
    for s in sel:
        for m in _CELAH.finditer(s.teks):
            berikut.setdefault(m[1].casefold(), set()).add(m[3].casefold())

    def satu(m: re.Match[str]) -> str:
        a, hubung, b = m[1], m[2], m[3]
        kiri, kanan, utuh = a.casefold(), b.casefold(), (a + b).casefold()
        if hubung and (kiri.endswith(kanan) or kanan.endswith(kiri)):
            return f"{a}-{b}"  # a word said twice
        if kata[utuh]:
            return a + b
        if hubung:
            ragu.append(f"{a}-{b}")
            return f"{a}-{b}"
        if _mustahil(kiri, kanan):
            return a + b
        if len(kiri) >= _KATA_MIN and len(berikut.get(kiri, ())) > 1:
            return f"{a} {b}"
        if len(b) <= _SISA_MAKS and kanan not in _PENDEK and not kata[kanan]:
            return a + b
        if not kata[kiri] and not kata[kanan]:
            ragu.append(f"{a} {b}")
        return f"{a} {b}"

    def baca(s: SelAsing) -> SelAsing:
        teks = s.teks.replace(f"{LIPAT}\n", " ")
        if PATAH not in teks:
            return s if teks == s.teks else replace(s, teks=teks)
        teks = _BILANGAN.sub(_bilangan, teks)
        while (rapi := _CELAH.sub(satu, teks, count=1)) != teks:
            teks = rapi
        return replace(s, teks=teks.replace(PATAH, ""))

    return baca, ragu


def _mustahil(kiri: str, kanan: str) -> bool:
    """Does a piece end as no word does, or its rest begin as none does: in consonants that a vowel must stand beside?

    >>> _mustahil("ditindakl", "anjuti"), _mustahil("meningka", "tnya"), _mustahil("persentase", "produksi"), _mustahil("barang", "nyata")
    (True, True, False, False)
    """
    akhir, awal = kiri[-2:], kanan[:2]
    return any(len(x) == 2 and not _VOKAL & set(x) and x not in boleh for x, boleh in ((akhir, _AKHIR), (awal, _AWAL)))


def _bilangan(m: re.Match[str]) -> str:
    """A cut figure as one where its groups of three are whole then; else as it was."""
    utuh = m[0].replace(f"{PATAH}\n", "")
    return utuh if cara_cetak(utuh) in _BERIBUAN else m[0].replace(PATAH, "")

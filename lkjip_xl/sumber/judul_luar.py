"""Lines of text above a grid: which of them is its caption, and whether it is one of its own."""

from __future__ import annotations

import re

from lkjip_xl.inti.kunci import rapikan_spasi
from lkjip_xl.sumber.baris import LANJUTAN
from lkjip_xl.sumber.model import Kisi

JUDUL_TABEL = re.compile(r"(?:tabel|table|lampiran|matriks|grafik)\b", re.IGNORECASE)
_BAB = re.compile(r"(?:bab\b|[ivx]+\.|[a-z]\.|\d)", re.IGNORECASE)
"""How a heading of a chapter begins, which is no line of a form's title."""
_BERNOMOR = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]?\s+[^\W\d_]|\s*[A-Z][\w ]+\([^()]+\)\s*$")
"""A heading with a number, or a name with its unit in brackets."""
KATA_JUDUL, KATA_JUDUL_MAKS = 3, 25
_KEPALA_HALAMAN = re.compile(
    r"(?:lkj(?:ip)?|lakip|laporan (?:akuntabilitas )?kinerja|halaman|hal\.?)\b(?!.*\bsasaran\b)", re.IGNORECASE
)
"""How a running head begins, which a converted document leaves between two pages of one table."""


def judul_luar(kisi: Kisi, ada: bool) -> list[str]:
    """The caption above a grid: the nearest line that calls itself a table, else the nearest where the grid has none."""
    dekat = [rapikan_spasi(t) for t in kisi.atas[-3:] if t.strip()]
    tabel = [t for t in dekat if JUDUL_TABEL.match(t)]
    if tabel:
        return dekat[dekat.index(tabel[-1]) :]
    n = len(dekat) - 1
    while not ada and n > 0 and dekat[n - 1].isupper() and not _BAB.match(dekat[n - 1]):
        n -= 1
    return [] if ada else dekat[max(n, 0) :]


def berjudul_sendiri(teks: str) -> bool:
    """Is a line between two tables with the same header a heading of the second, and no part of a sentence?"""
    if LANJUTAN.search(teks) or _KEPALA_HALAMAN.match(teks.strip()):
        return False
    kata = teks.split()
    judul = (
        kata
        and len(kata) in range(KATA_JUDUL, KATA_JUDUL_MAKS)
        and teks.strip()[-1].isalnum()
        and kata[0][:1].isupper()
    )
    return bool(judul) or _BERNOMOR.match(teks) is not None

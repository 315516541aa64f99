"""Figures as a sentence prints them: how they are found and read, and a sum a sentence does not keep."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lkjip_xl.inti.bacaan import Bacaan, Status, baca
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.validasi.aturan.selang import Selang, potong

SERATUS = 100.0
TAHUN = (1990, 2100)
ANGKA = r"(?<![\w.,])\d[\d.]*(?:,\d+)?"
PERSEN = r"(?:%|persen\b)"
TAHUN_KALIMAT = re.compile(rf"(?<![\d.,/]){ANGKA_TAHUN}(?![\d.,]*\d)")  # a year, and no part of a figure
PERSENAN = re.compile(rf"{ANGKA}\s*{PERSEN}", re.IGNORECASE)
# a sentence on money spent, and the words that make its percentage another one than the share that was spent
TERSERAP = re.compile(
    r"\b(?:realisasi\w*|terealisasi\w*|direalisasi\w*|terserap|serapan|penyerapan|diserap)\b", re.IGNORECASE
)
BUKAN_SERAPAN = "sisa|efisiensi|fisik|kontrak|pendapatan"


@dataclass(frozen=True, slots=True)
class Hitungan:
    """A sum a sentence states and does not keep: the result as printed, the sum in figures, what it gives."""

    tulisan: str
    hitungan: str
    hasil: float | str


@lru_cache(maxsize=4096)  # a dozen rules read the figures of the same sentences
def angka(teks: str) -> Bacaan | None:
    """A figure of a sentence; None for what is not read beyond doubt."""
    b = baca(teks.rstrip(".,"))
    return b if b.status is Status.PASTI and b.nilai is not None else None


def cacah(teks: str) -> float | None:
    """A count; None for measures and years."""
    b = angka(teks)
    if b is None or b.nilai is None or b.nilai % 1 or "," in teks:
        return None
    return None if "." not in teks and TAHUN[0] <= b.nilai <= TAHUN[1] else b.nilai


def sesuai(hasil: Selang, p: Bacaan) -> bool:
    """Is a percentage what a sum gives, rounded or cut off, or one unit of its last digit beside it?"""
    x, d = p.nilai or 0.0, p.desimal or 0
    ulp = 10.0**-d
    return hasil.bertemu(Selang(x - ulp, x + ulp)) or potong(hasil.bawah, d) == x


def semua_angka(teks: str) -> list[str]:
    """Every figure of a text, as printed."""
    return [m.rstrip(".,") for m in re.findall(ANGKA, teks)]

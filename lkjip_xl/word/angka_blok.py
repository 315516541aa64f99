"""Figures in what people wrote that the workbook no longer bears out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN

_ANGKA = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?!\w)")
_TAHUN = re.compile(ANGKA_TAHUN)
SERUPA = 88  # of 100: the same sentence but for its figures


@dataclass(frozen=True, slots=True)
class BedaAngka:
    """Figures of a text that the workbook has otherwise: as written, and as they are now."""

    tertulis: tuple[str, ...]
    kini: tuple[str, ...]


def angka_teks(teks: str) -> list[str]:
    """Figures of a text in order; years are none.

    >>> angka_teks("Tahun 2024 tercapai 97,73 persen dari Rp 1.250.000 (Bab II)")
    ['97,73', '1.250.000']
    """
    return [a for a in _ANGKA.findall(teks.replace("\u00a0", " ")) if not _TAHUN.fullmatch(a)]


def beda_angka(lama: str, baru: str) -> BedaAngka | None:
    """What differs between a text and what would be written today; None where one has no figure the other lacks.

    Figures that only people know are no difference as long as all of today's stand there.
    """
    a, b = Counter(angka_teks(lama)), Counter(angka_teks(baru))
    tertulis, kini = tuple((a - b).elements()), tuple((b - a).elements())
    return BedaAngka(tertulis, kini) if tertulis and kini else None


def beda_dokumen(lama: Iterable[str], baru: Iterable[tuple[str, str]]) -> Iterator[tuple[str, BedaAngka]]:
    """Differences between all lines of a document and those of today's (name of the block, line), found by their words."""
    menurut_kata: dict[str, list[str]] = {}
    for teks in lama:
        menurut_kata.setdefault(kerangka(teks), []).append(teks)
    semua = list(menurut_kata)
    for nama, teks in baru:
        if not angka_teks(teks) or not (kunci := kerangka(teks)):
            continue
        if kunci not in menurut_kata:
            serupa = process.extractOne(kunci, semua, scorer=fuzz.ratio, score_cutoff=SERUPA)
            if serupa is None:
                continue
            kunci = serupa[0]
        calon = [beda_angka(x, teks) for x in menurut_kata[kunci]]
        if all(calon):
            yield nama, next(c for c in calon if c)


def kerangka(teks: str) -> str:
    """A text without its figures; "" where nothing but figures is left to know it by."""
    huruf = kunci_teks(_ANGKA.sub("#", teks))
    return huruf if sum(h.isalpha() for h in huruf) >= 3 else ""

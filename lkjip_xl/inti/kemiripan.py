"""How alike two texts are, at a cost that does not grow with what somebody pasted into a cell.

Comparing is quadratic in the length of the texts; what is alike shows in their first thousand characters.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection
from itertools import islice

PANJANG_MAKS = 1000
PILIHAN_MAKS = 2000  # a proposal is a courtesy: not worth comparing every row with every other
SERUPA = 90.0  # of 100: nearer than this two wordings are one, spelled two ways
_SARING = 20
_ANGKA = re.compile(r"\d+")


def terdekat(kata: str, pilihan: Collection[str], batas: float) -> str:
    """The choice most like a word by difflib's ratio, "" where none reaches the bound.

    >>> terdekat("jumlh", ["jumlah", "akhir"], 0.5), terdekat("xyz", ["jumlah"], 0.5)
    ('jumlah', '')
    """
    calon = {p[:PANJANG_MAKS]: p for p in islice(pilihan, PILIHAN_MAKS)}
    kata = kata[:PANJANG_MAKS]
    if len(calon) > _SARING:
        from rapidfuzz import fuzz, process

        # its ratio is never below difflib's, so nothing is lost but the time
        lolos = process.extract(kata, list(calon), scorer=fuzz.ratio, score_cutoff=batas * 100, limit=_SARING)
        calon = {p: calon[p] for p, _, _ in lolos}
    dekat = difflib.get_close_matches(kata, calon, n=1, cutoff=batas)
    return calon[dekat[0]] if dekat else ""


def rasio(a: str, b: str) -> float:
    """difflib's ratio of the beginnings of two texts, 0–1."""
    return difflib.SequenceMatcher(None, a[:PANJANG_MAKS], b[:PANJANG_MAKS]).ratio()


def mirip(a: str, b: str) -> float:
    """rapidfuzz' ratio of the beginnings of two texts, 0–100."""
    from rapidfuzz import fuzz

    return fuzz.ratio(a[:PANJANG_MAKS], b[:PANJANG_MAKS])


def ejaan_sama(a: str, b: str) -> bool:
    """Are two texts, given by their keys, one text spelled two ways? What they count must be the same.

    >>> ejaan_sama("meningkatnya kualitas sdm", "meningkatnya kwalitas sdm"), ejaan_sama("tahap 1 dari tiga", "tahap 2 dari tiga")
    (True, False)
    """
    return mirip(a, b) >= SERUPA and _ANGKA.findall(a) == _ANGKA.findall(b)


def paling_mirip(kata: str, pilihan: Collection[str], batas: float, banyak: int) -> list[str]:
    """The choices most like a word by rapidfuzz' ratio (0–100), best first, at most so many; long texts are no names."""
    from rapidfuzz import fuzz, process

    if len(kata) > PANJANG_MAKS:
        return []
    calon = [p for p in pilihan if len(p) <= PANJANG_MAKS]
    return [p for p, _, _ in process.extract(kata, calon, scorer=fuzz.ratio, score_cutoff=batas, limit=banyak)]

"""Years and periods of years as texts name them."""

from __future__ import annotations

import re

TAHUN = (1900, 2100)  # a whole number between these may be a year
ANGKA_TAHUN = r"(?:19|20)\d\d"  # as part of a pattern: how a year is written
TAHUN_DISEBUT = re.compile(rf"\b({ANGKA_TAHUN})\b")
RENTANG = re.compile(rf"(?<!\d)({ANGKA_TAHUN})\s*(?:[-–—/]|s\.?\s?d\.?|sampai(?: dengan)?)\s*({ANGKA_TAHUN})(?!\d)")
_RENSTRA = re.compile(r"\brenstra\b|\brencana strategis\b", re.IGNORECASE)
_LAIN = re.compile(r"\b(?:dan|serta|terhadap|dengan|menuju)\b|[,&]", re.IGNORECASE)
"""Between years and the Renstra named after them: the years are of something else."""


def periode_renstra(teks: str) -> list[tuple[int, int]]:
    """First and last years of the periods a title about the Renstra names.

    >>> periode_renstra("Target Renstra Tahun 2021 s.d. 2026"), periode_renstra("Capaian 2021-2026")
    ([(2021, 2026)], [])
    >>> periode_renstra("Kinerja 2018-2020 dan Target Renstra"), periode_renstra("Periode 2021-2026 Renstra")
    ([], [(2021, 2026)])
    """
    sebut = _RENSTRA.search(teks)
    if sebut is None:
        return []
    return [
        (int(m[1]), int(m[2]))
        for m in RENTANG.finditer(teks)
        if not _LAIN.search(teks, m.end(), max(m.end(), sebut.start()))
    ]

"""Periods of years as titles name them."""

from __future__ import annotations

import re

TAHUN = (1900, 2100)  # a whole number between these may be a year
RENTANG = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:[-–—/]|s\.?\s?d\.?|sampai(?: dengan)?)\s*((?:19|20)\d\d)(?!\d)")
_RENSTRA = re.compile(r"\brenstra\b|\brencana strategis\b", re.IGNORECASE)


def periode_renstra(teks: str) -> list[tuple[int, int]]:
    """First and last years of the periods a title about the Renstra names.

    >>> periode_renstra("Target Renstra Tahun 2021 s.d. 2026"), periode_renstra("Capaian 2021-2026")
    ([(2021, 2026)], [])
    """
    return [(int(a), int(z)) for a, z in RENTANG.findall(teks)] if _RENSTRA.search(teks) else []

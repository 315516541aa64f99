"""Halves of the year beside each other in headers: each is what was reached by the quarter it ends with."""

from __future__ import annotations

import re
from dataclasses import replace

from lkjip_xl.bentuk.waktu_kepala import TW_KEPALA
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.sumber.model import KolomAsing, TabelAsing

_SEMESTER = re.compile(
    r"\b(?:semester|smt|sem)\b\.?\s*[-–]?\s*(ii|i|2|1)\b(?!\s*(?:dan|s\.?\s?d|&|[-–])\s*(?:ii|2)\b)", re.IGNORECASE
)
_TRIWULAN = {"i": "Triwulan II", "1": "Triwulan II", "ii": "Triwulan IV", "2": "Triwulan IV"}


def bersemester(t: TabelAsing) -> TabelAsing:
    """The table with the quarter each half of the year ends with in its headers, where both halves stand there and no quarter does."""
    disebut = {_TRIWULAN[kunci_teks(m[1])] for k in t.kolom for x in k.jalur if (m := _SEMESTER.search(x)) is not None}
    if len(disebut) < len({*_TRIWULAN.values()}) or any(TW_KEPALA.search(kunci_teks(k.judul)) for k in t.kolom):
        return t
    return replace(t, kolom=tuple(map(_satu, t.kolom)))


def _satu(k: KolomAsing) -> KolomAsing:
    jalur = tuple(_SEMESTER.sub(lambda m: f"{_TRIWULAN[kunci_teks(m[1])]} ({m[0]})", x) for x in k.jalur)
    return k if jalur == k.jalur else replace(k, jalur=jalur)

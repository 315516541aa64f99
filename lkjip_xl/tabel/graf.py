"""Which columns the formula of a column reads, and the order in which they can be computed."""

from __future__ import annotations

from functools import lru_cache
from graphlib import TopologicalSorter

from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.ungkapan import KunciKolom, kolom_dibaca


@lru_cache(maxsize=4096)  # a process may read many schemas: none is kept for ever
def dibaca(skema: Skema, kunci: KunciKolom) -> frozenset[KunciKolom]:
    """Columns the formula of a column reads directly, itself (one row up) apart; none for an input column."""
    lembar, nama = kunci
    return frozenset(kolom_dibaca(skema.lembar[lembar].kolom[nama].rumus, lembar, nama))


@lru_cache(maxsize=8)
def urutan(skema: Skema) -> tuple[KunciKolom, ...]:
    """Formula columns of all sheets, each after those it reads (graphlib.CycleError where they go in a circle)."""
    kolom = {(b.id, k.nama): k for b in skema.lembar.values() for k in b.kolom.values()}
    graf = {kunci: dibaca(skema, kunci) for kunci in kolom}
    return tuple(kunci for kunci in TopologicalSorter(graf).static_order() if kolom[kunci].rumus)

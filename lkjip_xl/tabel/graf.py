"""Which columns the formula of a column reads, and the order in which they can be computed."""

from __future__ import annotations

from functools import lru_cache
from graphlib import TopologicalSorter

from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.ungkapan import KolomBaris, KunciKolom, Sebelum, kolom_dibaca, telusuri, urai


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


@lru_cache(maxsize=8)
def seragam(skema: Skema) -> frozenset[KunciKolom]:
    """Formula columns that give one and the same in every blank row: neither they nor a column they read look one row up."""
    hasil: set[KunciKolom] = set()
    for lembar, nama in urutan(skema):
        kolom = skema.lembar[lembar].kolom
        if all(
            not isinstance(x, Sebelum)
            and (not isinstance(x, KolomBaris) or not kolom[x.nama].rumus or (lembar, x.nama) in hasil)
            for x in telusuri(urai(kolom[nama].rumus))
        ):
            hasil.add((lembar, nama))
    return frozenset(hasil)

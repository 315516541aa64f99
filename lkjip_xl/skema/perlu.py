"""Which columns a piece of the program reads, as data: what a schema must have, what a workbook must have, what may lack.

One text per sheet, columns with what their absence means:

    kode          without it nothing can be said: neither the schema nor a workbook may lack it
    +level        a schema may do without it; a workbook of a schema that has it may not, for figures would change
    ?keterangan   blank where it is missing
    =capaian      only what the formula gives is read: a workbook may lack the column itself, not what it is computed from

target_1-6 stands for target_1 … target_6; =, + and ? may be combined (?=capaian).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.ungkapan import KunciKolom

_BAGIAN = re.compile(r"([=+?]*)([a-z_]+(?:[a-z0-9_]*[a-z_])?)(\d*)(?:-(\d+))?")


@dataclass(frozen=True, slots=True)
class Baca:
    """How one column is read: must the schema have it, must a workbook have it, does only the formula's result count."""

    skema: bool = True
    buku: bool = True
    hasil: bool = False

    def __or__(self, lain: Baca) -> Baca:
        return Baca(self.skema or lain.skema, self.buku or lain.buku, self.hasil and lain.hasil)


@dataclass(frozen=True, slots=True)
class Perlu:
    """Columns by (sheet id, column)."""

    kolom: dict[KunciKolom, Baca] = field(default_factory=dict)

    def __iter__(self) -> Iterator[KunciKolom]:
        return iter(self.kolom)

    def __or__(self, lain: Perlu) -> Perlu:
        """Both; the stricter need counts."""
        semua = dict(self.kolom)
        for k, b in lain.kolom.items():
            semua[k] = semua[k] | b if k in semua else b
        return Perlu(semua)

    def dibuang(self, skema: Skema) -> list[KunciKolom]:
        """Columns it cannot do without that the schema does not have."""
        return [(i, k) for (i, k), b in self.kolom.items() if b.skema and not punya(skema, i, k)]

    def longgar(self) -> Perlu:
        """The same columns, none of them indispensable."""
        return Perlu({k: replace(b, skema=False, buku=False) for k, b in self.kolom.items()})


def punya(skema: Skema, lembar: str, kolom: str) -> bool:
    """Has the schema this column?"""
    return lembar in skema.lembar and kolom in skema.lembar[lembar].kolom


def perlu(**lembar: str) -> Perlu:
    """The columns written as above, by sheet id.

    >>> sorted(k for _, k in perlu(riwayat="kode ?target_1-3"))
    ['kode', 'target_1', 'target_2', 'target_3']
    """
    hasil: dict[KunciKolom, Baca] = {}
    for i, teks in lembar.items():
        for bagian in teks.split():
            m = _BAGIAN.fullmatch(bagian)
            if m is None:
                raise ValueError(f"{i}: {bagian!r}")
            tanda, nama, awal, akhir = m.groups()
            baca = Baca("+" not in tanda and "?" not in tanda, "?" not in tanda, "=" in tanda)
            for n in range(int(awal), int(akhir) + 1) if akhir else (awal,):
                hasil[(i, f"{nama}{n}")] = baca
    return Perlu(hasil)

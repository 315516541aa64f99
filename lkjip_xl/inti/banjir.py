"""Findings of one kind without end: the first of a column are told one by one, of all others one finding gives the cells.

A sheet holds up to 20,000 rows; a mistake made in each of them costs as much as the whole check, and nobody reads
20,000 lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lkjip_xl.inti.temuan import Temuan, Tingkat, sebut_sel, serupa, tanpa_serupa

SATU_SATU = 200  # findings of one code and severity in one column of a sheet that are told one by one

Kunci = tuple[str, Tingkat, str, str]


class Banjir:
    """Counts findings before they are worded, and keeps the cells of those that will not be."""

    def __init__(self) -> None:
        self._banyak: Counter[Kunci] = Counter()
        self._sel: dict[Kunci, list[str]] = {}

    def tenggelam(self, kode: str, tingkat: Tingkat, lembar: str, kolom: str, sel: str) -> bool:
        """Is this cell only to be named? The first beyond SATU_SATU is still worded: it speaks for all that follow."""
        if not sel:
            return False
        kunci = kode, tingkat, lembar, kolom
        self._banyak[kunci] += 1
        if self._banyak[kunci] <= SATU_SATU:
            return False
        semua = self._sel.setdefault(kunci, [])
        semua.append(sel)
        return len(semua) > 1

    def juru_bicara(self, kode: str, tingkat: Tingkat, lembar: str, kolom: str, sel: str) -> bool:
        """Is this the cell whose finding speaks for others?"""
        return self._sel.get((kode, tingkat, lembar, kolom), [""])[0] == sel != ""

    def satukan(self, temuan: Iterable[Temuan]) -> list[Temuan]:
        """The findings, those that speak for others with all their cells."""
        milik = {(kode, lembar, sel[0]): sel for (kode, _, lembar, _), sel in self._sel.items() if len(sel) > 1}
        return (
            [t if (sel := milik.get((t.kode, t.lembar, t.sel))) is None else _berbanyak(t, sel) for t in temuan]
            if milik
            else list(temuan)
        )


def hanya(t: Temuan, sel: Sequence[str]) -> Iterator[Temuan]:
    """A finding that speaks for many cells, with those of them that are left; none where none is."""
    if sel:
        yield _berbanyak(replace(t, pesan=tanpa_serupa(t.pesan)), sel)


def _berbanyak(t: Temuan, sel: Sequence[str]) -> Temuan:
    return replace(t, sel=sebut_sel(sel), sel_semua=tuple(sel), pesan=serupa(t.pesan, len(sel) - 1))

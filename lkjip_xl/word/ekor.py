"""The end of a chapter: its last tables in smaller type, where that spares a last page with little on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lkjip_xl.ringkasan.model import TabelRingkas
from lkjip_xl.word.alir import Alir
from lkjip_xl.word.bentuk_tabel import bahan_tabel
from lkjip_xl.word.ukuran_tabel import HURUF, UkuranTabel

PALING_BANYAK = 3  # tables that change together
Blok = Callable[[TabelRingkas, UkuranTabel], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Langkah:
    """A block on the running pages: its place, how far the page was filled before it, the headings that go with it.

    tabel: the table with its size; without one tinggi and the height of a line count, as `Alir.taruh` takes them.
    """

    letak: int
    y: float
    atas: Sequence[float] = ()
    tinggi: float = 0.0
    baris: float = 0.0
    tabel: tuple[TabelRingkas, UkuranTabel] | None = None


@dataclass
class Ekor:
    """What flowed since the last turned page, list of unknown length or chapter."""

    blok: Blok  # heights of what no page parts in a table
    isi: list[Langkah] = field(default_factory=list)

    def rapatkan(self, lebar: float, penuh: float, cukup: tuple[float, float]) -> Mapping[int, UkuranTabel]:
        """Sizes of the last tables, by their place, with which the chapter is a page shorter; nothing where none do.

        cukup: share of a page that may be filled behind tables alone, and where text was estimated, too. The largest type
        that does is taken, and as few tables as do with it.
        """
        awal = [i for i, x in enumerate(self.isi) if x.tabel is not None][-PALING_BANYAK:]
        dulu = {i: self._habis(self.isi[i:], {}, penuh).halaman for i in awal}
        for huruf in HURUF[1:]:
            for i in reversed(awal):
                ubah = dict(self._kecil(self.isi[i:], lebar, huruf))
                a = self._habis(self.isi[i:], ubah, penuh)
                batas = cukup[any(x.tabel is None for x in self.isi[i:])]
                if ubah and a.halaman < dulu[i] and a.y <= batas * penuh:
                    return ubah
        return {}

    def _kecil(self, isi: Sequence[Langkah], lebar: float, huruf: float) -> Iterator[tuple[int, UkuranTabel]]:
        for x in isi:
            if x.tabel is not None and huruf < x.tabel[1].huruf:
                u = bahan_tabel(x.tabel[0]).ukur(lebar, huruf, terbesar=huruf)
                if u is not None:
                    yield x.letak, u

    def _habis(self, isi: Sequence[Langkah], ubah: Mapping[int, UkuranTabel], penuh: float) -> Alir:
        """The page after these blocks, with other sizes of some tables."""
        a = Alir(penuh, y=isi[0].y)
        for x in isi:
            if x.tabel is None:
                a.taruh(x.letak, x.tinggi, baris=x.baris, atas=x.atas)
            else:
                u = ubah.get(x.letak, x.tabel[1])
                a.tabel(x.letak, u.kepala, self.blok(x.tabel[0], u), x.atas)
        return a

"""Compute every formula column of a workbook in memory, in the order the columns depend on each other.

The same expressions stand in the cells as worksheet formulas; here they give the values that are written beside them
and the values every typed figure is compared with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from graphlib import TopologicalSorter
from math import isfinite

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.skema.fungsi_sel import FUNGSI_SEL, Nilai
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.ungkapan import (
    SKALA,
    Ambil,
    KolomBaris,
    Konstanta,
    Panggil,
    Sebelum,
    Setelan,
    Simpul,
    telusuri,
    urai,
)

KunciKolom = tuple[str, str]
Lajur = list[Nilai]  # one column: a value per row, blank = None
PANJANG_TEKS = 32_767  # letters a cell holds, as Excel counts them
PANJANG_CARI = 255  # MATCH finds no text longer than this


@cache
def _urutan(skema: Skema) -> tuple[KunciKolom, ...]:
    graf: dict[KunciKolom, set[KunciKolom]] = {}
    for lembar in skema.lembar.values():
        for kolom in lembar.kolom.values():
            kunci = (lembar.id, kolom.nama)
            graf[kunci] = set()
            if kolom.rumus:
                for s in telusuri(urai(kolom.rumus)):
                    match s:
                        case KolomBaris(n) | Sebelum(n) if (lembar.id, n) != kunci:
                            graf[kunci].add((lembar.id, n))
                        case Ambil(lembar=l, hasil=h, pada=p):
                            graf[kunci] |= {(l, h), (l, p)}
    rumus = {(b.id, k.nama) for b in skema.lembar.values() for k in b.kolom.values() if k.rumus}
    return tuple(k for k in TopologicalSorter(graf).static_order() if k in rumus)


def terwakili(x: Nilai) -> Nilai:
    """A result as a cell shows it: #NUM! beyond what a number can be, #VALUE! for a text no cell holds."""
    if isinstance(x, float):
        return x if isfinite(x) else Galat.NUM
    panjang = (
        isinstance(x, str)
        and len(x) > PANJANG_TEKS // 2
        and len(x.encode("utf-16-le", "surrogatepass")) > 2 * PANJANG_TEKS
    )
    return Galat.VALUE if panjang else x


class Hitung:
    """Evaluator over plain columns.

    lajur: {(sheet id, column): values per row}; every column of a sheet has the same length. Typed values stand
    in `timpa` = {(sheet id, column): {position: value}} and take the place of the formula's own value downstream.
    """

    def __init__(
        self,
        skema: Skema,
        lajur: dict[KunciKolom, Lajur],
        setelan: Mapping[str, Nilai],
        skala: Sequence[Sequence[Nilai]],
        timpa: Mapping[KunciKolom, Mapping[int, Nilai]],
    ) -> None:
        self._skema = skema
        self._lajur = lajur
        self._setelan = setelan
        self._skala = [list(r) for r in skala]
        self._timpa = timpa
        self._indeks: dict[KunciKolom, dict[str, int]] = {}
        self.seharusnya: dict[KunciKolom, Lajur] = {}

    def jalankan(self) -> None:
        """Fill every formula column: `seharusnya` gets the formula's value, `lajur` the effective one."""
        for kunci in _urutan(self._skema):
            lembar, kolom = kunci
            nilai = self._susun(urai(self._skema.lembar[lembar].kolom[kolom].rumus), lembar)
            ada = self._lajur[kunci]
            hasil: Lajur = [None] * len(ada)
            timpa = self._timpa.get(kunci, {})
            for i in range(len(ada)):
                hasil[i] = terwakili(nilai(i))
                ada[i] = timpa[i] if i in timpa else hasil[i]  # before the next row: SEBELUM looks one row up
            self.seharusnya[kunci] = hasil

    def _cari(self, lembar: str, pada: str) -> dict[str, int]:
        kunci = (lembar, pada)
        if kunci not in self._indeks:
            indeks: dict[str, int] = {}
            for i, x in enumerate(self._lajur[kunci]):
                if isinstance(x, str):
                    indeks.setdefault(x.casefold(), i)
            self._indeks[kunci] = indeks
        return self._indeks[kunci]

    def _susun(self, s: Simpul, lembar: str) -> Callable[[int], Nilai]:
        """Turn a node into a function of the row position."""
        match s:
            case Konstanta(x):
                return lambda i: x
            case KolomBaris(n):
                lajur = self._lajur[(lembar, n)]
                return lambda i: lajur[i]
            case Sebelum(n):
                atas = self._lajur[(lembar, n)]
                return lambda i: atas[i - 1] if i else None
            case Setelan(n):
                isi = self._skala if n == SKALA else self._setelan.get(n)
                return lambda i: isi
            case Ambil(l, hasil, pada, cari):
                return self._susun_ambil(self._lajur[(l, hasil)], self._cari(l, pada), self._susun(cari, lembar))
            case Panggil(f, argumen):
                fungsi = FUNGSI_SEL[f].python
                bagian = [self._susun(x, lembar) for x in argumen]
                return lambda i: fungsi(*(b(i) for b in bagian))
        raise AssertionError(s)

    @staticmethod
    def _susun_ambil(hasil: Lajur, indeks: Mapping[str, int], cari: Callable[[int], Nilai]) -> Callable[[int], Nilai]:
        def ambil(i: int) -> Nilai:
            kunci = cari(i)
            if isinstance(kunci, Galat):
                return kunci
            if not isinstance(kunci, str) or len(kunci) > PANJANG_CARI:
                return None
            letak = indeks.get(kunci.casefold())
            nilai = None if letak is None else hasil[letak]
            return None if isinstance(nilai, Galat) else nilai

        return ambil

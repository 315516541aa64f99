"""Compute every formula column of a workbook in memory, in the order the columns depend on each other.

The same expressions stand in the cells as worksheet formulas; here they give the values that are written beside them
and the values every typed figure is compared with.
"""

from __future__ import annotations

from collections.abc import Mapping, Set

from lkjip_xl.skema.fungsi_sel import Nilai
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.ungkapan import KolomBaris, Sebelum, Simpul, telusuri, urai
from lkjip_xl.tabel.graf import KunciKolom, urutan
from lkjip_xl.tabel.penilai import Lajur, Penilai, terwakili


def hitung(
    skema: Skema,
    lajur: Mapping[KunciKolom, Lajur],
    penilai: Penilai,
    timpa: Mapping[KunciKolom, Mapping[int, Nilai]],
) -> dict[KunciKolom, Lajur]:
    """Fill the formula columns of `lajur` (every column of a sheet equally long) with their effective values.

    Typed values stand in timpa = {(sheet id, column): {position: value}} and take the place of the formula's own value
    downstream. Returns what the formulas themselves give.
    """
    harapan: dict[KunciKolom, Lajur] = {}
    kosong = _baris_kosong(lajur, timpa)
    seragam: set[KunciKolom] = set()
    for kunci in urutan(skema):
        lembar, kolom = kunci
        simpul = urai(skema.lembar[lembar].kolom[kolom].rumus)
        nilai = penilai.fungsi(simpul, lembar)
        ada, milik = lajur[kunci], timpa.get(kunci, {})
        hasil: Lajur = [None] * len(ada)
        sama: Set[int] = frozenset()
        if _seragam(simpul, lembar, skema, seragam):
            seragam.add(kunci)
            sama = kosong[lembar]
        if sama:
            hasil = [terwakili(nilai(next(iter(sama))))] * len(ada)
            ada[:] = hasil
        for i in range(len(ada)):
            if i not in sama:
                hasil[i] = terwakili(nilai(i))
                ada[i] = milik[i] if i in milik else hasil[i]  # before the next row: SEBELUM looks one row up
        harapan[kunci] = hasil
    return harapan


def _baris_kosong(
    lajur: Mapping[KunciKolom, Lajur], timpa: Mapping[KunciKolom, Mapping[int, Nilai]]
) -> dict[str, set[int]]:
    """Positions of the rows of each sheet in which nothing is typed."""
    isi: dict[str, set[int]] = {}
    panjang: dict[str, int] = {}
    for (lembar, kolom), x in lajur.items():
        panjang[lembar] = len(x)
        terisi = isi.setdefault(lembar, set())
        terisi.update(i for i, v in enumerate(x) if v is not None)
        terisi.update(timpa.get((lembar, kolom), ()))
    return {i: set(range(n)) - isi[i] for i, n in panjang.items()}


def _seragam(s: Simpul, lembar: str, skema: Skema, seragam: Set[KunciKolom]) -> bool:
    """Does a formula give one and the same in every blank row? Not where it, or a column it reads, looks one row up."""
    kolom = skema.lembar[lembar].kolom
    return all(
        not isinstance(x, Sebelum)
        and (not isinstance(x, KolomBaris) or not kolom[x.nama].rumus or (lembar, x.nama) in seragam)
        for x in telusuri(s)
    )

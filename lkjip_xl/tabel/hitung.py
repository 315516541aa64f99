"""Compute every formula column of a workbook in memory, in the order the columns depend on each other.

The same expressions stand in the cells as worksheet formulas; here they give the values that are written beside them
and the values every typed figure is compared with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkjip_xl.skema.fungsi_sel import Nilai
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.ungkapan import urai
from lkjip_xl.tabel.graf import KunciKolom, seragam, urutan
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
    kosong, terisi = _baris(lajur, timpa)
    for kunci in urutan(skema):
        lembar, kolom = kunci
        nilai = penilai.fungsi(urai(skema.lembar[lembar].kolom[kolom].rumus), lembar)
        ada, milik = lajur[kunci], timpa.get(kunci, {})
        hasil: Lajur = [None] * len(ada)
        sendiri: Sequence[int] = range(len(ada))
        if kosong[lembar] and kunci in seragam(skema):
            hasil = [terwakili(nilai(kosong[lembar][0]))] * len(ada)
            ada[:] = hasil
            sendiri = terisi[lembar]
        for i in sendiri:
            hasil[i] = terwakili(nilai(i))
            ada[i] = milik[i] if i in milik else hasil[i]  # before the next row: SEBELUM looks one row up
        harapan[kunci] = hasil
    return harapan


def _baris(
    lajur: Mapping[KunciKolom, Lajur], timpa: Mapping[KunciKolom, Mapping[int, Nilai]]
) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Positions of the rows of each sheet in which nothing is typed, and of the others from top to bottom."""
    isi: dict[str, set[int]] = {}
    panjang: dict[str, int] = {}
    for (lembar, kolom), x in lajur.items():
        panjang[lembar] = len(x)
        terisi = isi.setdefault(lembar, set())
        terisi.update(i for i, v in enumerate(x) if v is not None)
        terisi.update(timpa.get((lembar, kolom), ()))
    kosong = {i: [b for b in range(n) if b not in isi[i]] for i, n in panjang.items()}
    return kosong, {i: sorted(x) for i, x in isi.items()}

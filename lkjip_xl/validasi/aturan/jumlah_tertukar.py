"""Totals of measures in a free table that are the sum of their rows but for two digits in each other's place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import fsum

from lkjip_xl.inti.salah_ketik import Sebab, bacaan_lain
from lkjip_xl.tabel.tabel_bebas import ISI, JUMLAH, TabelBebas
from lkjip_xl.validasi.aturan.rincian_jumlah import SEDIKITNYA, HasilJumlah, Tercetak

SEPERSEPULUH = (
    0.1  # so far at the most a total lies from its sum where one of its rows has two digits in each other's place
)
HILANG = 1e-9


def jumlah_tertukar(t: TabelBebas, angka: Mapping[int, Tercetak]) -> Iterator[tuple[int, HasilJumlah]]:
    """Rows of a column of measures, which is added up as often as not, that are marked as totals and miss the sum by one such slip."""
    ditandai = [b for b, _ in t.menurut(JUMLAH)]
    for n, total in enumerate(ditandai):
        rincian = [b for b, _ in t.menurut(ISI) if b in angka and (ditandai[n - 1] if n else 0) < b < total]
        if total not in angka or len(rincian) <= SEDIKITNYA or not any(angka[b].nilai % 1 for b in rincian):
            continue
        isi, tertulis = [angka[b].nilai for b in rincian], angka[total].nilai
        beda = abs(fsum(isi) - tertulis)
        if HILANG < beda <= SEPERSEPULUH * abs(tertulis) and _satu_tukar(isi, tertulis):
            yield total, HasilJumlah(False, float(f"{fsum(isi):.12g}"), tuple(rincian))


def _satu_tukar(rincian: Sequence[float], total: float) -> bool:
    """Does the sum come out once two digits of one of these figures, or of the total, change places?"""
    jumlah = fsum(rincian)
    sendiri = [y for s, y in bacaan_lain(total) if s is Sebab.BERTUKAR] if total > 0 else []
    tukar = [(x, y) for x in rincian if x > 0 for s, y in bacaan_lain(x) if s is Sebab.BERTUKAR]
    return any(abs(jumlah - x + y - total) < HILANG for x, y in tukar) or any(abs(y - jumlah) < HILANG for y in sendiri)

"""Figures of a source printed in a way the rest of their column, or the unit of their row, does not have."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.inti.bentuk_lain import angka_dahulu
from lkjip_xl.inti.cara_cetak import Cetak, cara_cetak
from lkjip_xl.inti.kunci import kunci_satuan
from lkjip_xl.sumber.model import BarisAsing, SelAsing, TabelAsing
from lkjip_xl.sumber.satuan_kepala import PERSEN

MENILAI = frozenset(kunci_satuan(x) for x in ("nilai", "angka", "skor", "poin", "indeks", "%"))
"""Units of figures: of what is printed in them the figure counts, and the word beside it is told."""
TITIK_DESIMAL = "titik di antara koma desimal"
BERSAMA = "angka di belakang predikatnya"
_KOMA_MIN = 2


def titik_ganjil(t: TabelAsing) -> Iterator[tuple[BarisAsing, int]]:
    """Percentages with a decimal point in a column whose figures mostly have a decimal comma."""
    data = t.data()
    for k in t.kolom:
        isi = [(b, s) for b in data if (s := b.sel.get(k.nomor)) is not None and s.nilai is None]
        titik = [(b, s) for b, s in isi if cara_cetak(s.teks) is Cetak.TITIK]
        koma = sum(cara_cetak(s.teks) is Cetak.KOMA for _, s in isi)
        if titik and koma >= max(_KOMA_MIN, len(titik) + 1):
            yield from ((b, k.nomor) for b, s in titik if PERSEN in s.teks or k.satuan == PERSEN)


def angka_bersama(s: SelAsing, satuan: str) -> str:
    """ "A (91,2)" in a row whose unit is that of figures as "91,2 (A)"; "" for anything else."""
    return angka_dahulu(s.teks) if s.nilai is None and kunci_satuan(satuan) in MENILAI else ""


def mungkin_pecahan(s: SelAsing, satuan: str) -> bool:
    """May a number of a source that has no formats be a percentage kept as a part of one (0,625)?"""
    return (
        s.nilai is not None
        and s.format is None
        and kunci_satuan(satuan) == kunci_satuan(PERSEN)
        and 0 < abs(s.nilai) < 1
    )

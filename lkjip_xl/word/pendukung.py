"""The small tables of Data Pendukung and the free ones of this chapter: behind the indicator they detail, the others at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_xl.ringkasan.indikator import Indikator
from lkjip_xl.ringkasan.rincian_pendukung import rincian_pendukung
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.naskah import Balok, Tabel
from lkjip_xl.word.tabel_bebas import tabel_bebas, tabel_bebas_indikator

BAGIAN = "Capaian kinerja"  # of the sheet Tabel Bebas


def tabel_pendukung(b: Bahan, x: Indikator) -> Iterator[Balok]:
    """The tables that detail an indicator."""
    yield from (Tabel(r.tabel, r.tabel.judul) for r in rincian_pendukung(b.buku) if r.kode == x.kunci)
    yield from tabel_bebas_indikator(b, BAGIAN, x)


def sisa_pendukung(b: Bahan, balok: Sequence[Balok]) -> Iterator[Balok]:
    """The tables that do not stand among these blocks yet."""
    tercetak = [x.tabel for x in balok if isinstance(x, Tabel)]
    semua = [*(Tabel(r.tabel, r.tabel.judul) for r in rincian_pendukung(b.buku)), *tabel_bebas(b, BAGIAN)]
    yield from (x for x in semua if x.tabel not in tercetak)

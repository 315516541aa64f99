"""The small tables of Data Pendukung: behind the indicator they detail, the others where its chapter ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_xl.ringkasan.indikator import Indikator
from lkjip_xl.ringkasan.rincian_pendukung import rincian_pendukung
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.naskah import Balok, Tabel


def tabel_pendukung(b: Bahan, x: Indikator) -> Iterator[Balok]:
    """The tables that detail an indicator."""
    yield from (Tabel(r.tabel, r.tabel.judul) for r in rincian_pendukung(b.buku) if r.kode == x.kunci)


def sisa_pendukung(b: Bahan, balok: Sequence[Balok]) -> Iterator[Balok]:
    """The tables that do not stand among these blocks yet."""
    tercetak = [x.tabel for x in balok if isinstance(x, Tabel)]
    yield from (Tabel(r.tabel, r.tabel.judul) for r in rincian_pendukung(b.buku) if r.tabel not in tercetak)

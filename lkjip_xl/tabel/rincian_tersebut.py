"""Which indicator the title of a small supporting table names."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.tabel.model import Nilai

KODE_TERPENDEK = 4  # letters of a kode that is no mere number in a title: S1.1, not 1.1
NAMA_TERPENDEK = 12  # letters of an indicator's name that tell it in the title of a table


def indikator_tersebut(judul: str, indikator: Iterable[tuple[Nilai, Nilai]]) -> str | None:
    """The one indicator, of kode and name, that a title names by its kode or its whole name; its kode.

    >>> semua = [("S1.1", "Nilai mutu layanan"), ("S1.2", "Keluhan")]
    >>> [indikator_tersebut(x, semua) for x in ("Rincian nilai mutu layanan", "Rincian S1.2", "Keluhan", "S1.1 dan S1.2")]
    ['S1.1', 'S1.2', None, None]
    """
    nama = f" {kunci_nama(judul)} "
    sebut = []
    for kode, teks in indikator:
        k, n = kunci_nama(kode), kunci_nama(teks)
        if k and ((len(k) >= KODE_TERPENDEK and f" {k} " in nama) or (len(n) >= NAMA_TERPENDEK and f" {n} " in nama)):
            sebut.append(str(kode))
    return sebut[0] if len(sebut) == 1 else None

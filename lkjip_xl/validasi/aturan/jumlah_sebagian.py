"""Totals of a free table that other columns prove to be of its last rows only: the column that does not do as they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import fsum

from lkjip_xl.validasi.aturan.rincian_jumlah import SEDIKITNYA, HasilJumlah, Tercetak

BUKTI = 2  # columns that show of which rows a total is
Angka = Mapping[str, Mapping[int, Tercetak]]


def jumlah_sebagian(angka: Angka, kolom: Sequence[str], rincian: Sequence[int], total: int) -> Iterator[tuple[str, HasilJumlah]]:  # fmt: skip
    """Columns whose total is not that of the rows which make up the total of most others; rincian: rows above it.

    Rows before these are of something else ("Kejadian" above the victims).
    """
    isi = {k: angka[k] for k in kolom if total in angka[k] and all(b in angka[k] for b in rincian)}
    for n in range(1, len(rincian) - SEDIKITNYA + 1):
        dipakai = rincian[n:]
        jumlah = {k: fsum(x[b].nilai for b in dipakai) for k, x in isi.items()}
        cocok = [k for k, x in isi.items() if jumlah[k] == x[total].nilai]
        if len(cocok) >= BUKTI and len(isi) - len(cocok) < len(cocok):
            for k in isi:
                if k not in cocok:
                    yield k, HasilJumlah(False, float(f"{jumlah[k]:.15g}"), tuple(dipakai))
            return

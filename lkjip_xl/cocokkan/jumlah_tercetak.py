"""The total an outside table prints, held against the rows it prints: wrong totals are what readers find first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lkjip_xl.cocokkan.sama import Penyama
from lkjip_xl.padan.baris import BarisLuar, kedalaman
from lkjip_xl.padan.padan import Padan


def jumlah_beda(p: Padan, penyama: Penyama) -> Iterator[tuple[BarisLuar, int, str, float]]:
    """Amounts of the one total row that are the sum of no level of the rows above it: row, columns, the nearest sum.

    Nothing is said where a row is of no known level, or the total is that of rows which only the sheet has.
    """
    total = [o for o in p.baris.jumlah if o.asing.jenis == "jumlah"]
    if len(total) != 1 or len(p.baris.jumlah) != 1 or p.baris.lebih or p.baris.ganda:
        return
    (o,) = total
    dalam = kedalaman(p.tabel)
    luar = {letak for letak, n in dalam.items() if n == min(dalam.values())}
    for k, n in p.angka.items():
        kolom, tujuan = p.menurut_nomor[k], p.tujuan.kolom[n]
        x = penyama.bacaan(kolom, o.isi[k], tujuan).nilai if tujuan.tipe == "rupiah" and k in o.isi else None
        if x is None:
            continue
        jumlah: dict[str | None, float] = defaultdict(float)
        for baris, t, _ in p.baris.pasangan:
            if k in baris.isi and not t.jumlah:
                jumlah["" if baris.letak in luar else t.kelompok] += (
                    penyama.bacaan(kolom, baris.isi[k], tujuan).nilai or 0.0
                )
        lembar: dict[str | None, float] = defaultdict(float)
        for t in p.tujuan.baris:
            if not t.jumlah and isinstance(y := t.isi(n), (int, float)):
                lembar[t.kelompok] += y
        if jumlah and all(abs(y - x) >= 1 for y in (*jumlah.values(), *lembar.values(), sum(jumlah.values()))):
            yield o, k, n, min(jumlah.values(), key=lambda y, x=x: abs(y - x))

"""How finely the amounts of a report are printed: in whole rupiah, or in thousands or millions that were rounded each by itself."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

SETENGAH_RUPIAH = 0.005  # exact figures: only what floating point loses is forgiven
HANYUT = 1.01  # … also where every figure was rounded by itself
RIBU = 1000.0
TERKECIL = 100_000_000.0  # no agency spends less in a year: what is printed as less is in thousands or millions
BEDA_ANGKA, BERANGKA = (
    5,
    1000.0,
)  # so many amounts of spending, so many steps high, end in the same noughts by no chance
TERPAKAI = (("anggaran", "realisasi_rp"), ("belanja", "realisasi"))


@per_buku
def butir(buku: BukuKerja) -> float:
    """The step of the amounts spent: a power of ten from 1,000 up; 1 or less of thousands or millions written without
    their noughts; 0 where they are printed in whole rupiah.

    What was planned is often round; what was spent is not, unless it was rounded for print.
    """
    for lembar, kolom in TERPAKAI:
        sel = buku[lembar].sel.items()  # as typed: a formula's amounts are those of others
        isi = {s.nilai: s.desimal or 0 for (_, k), s in sel if k == kolom and isinstance(s.nilai, float) and s.nilai}
        if len(isi) < BEDA_ANGKA:
            continue
        pecahan = [d for x, d in isi.items() if x % 1]
        if 2 * len(pecahan) > len(isi):
            return 10.0 ** -max(pecahan)
        langkah = RIBU
        while all(x % (langkah * 10) == 0 for x in isi):
            langkah *= 10
        if all(x % langkah == 0 for x in isi) and max(isi) >= BERANGKA * langkah:
            return langkah
        return 1.0 if BERANGKA <= max(isi) < TERKECIL else 0.0
    return 0.0


def kelonggaran(buku: BukuKerja, isi: Iterable[tuple[Nilai, int | None]]) -> float:
    """How far a sum of these amounts (each with its decimals) may miss for their rounding; whole rupiah are exact."""
    angka = [(x, d or 0) for x, d in isi if isinstance(x, float)]
    pecahan = [d for x, d in angka if x % 1 and d]
    if pecahan:
        return HANYUT * len(angka) * 0.5 / 10.0 ** max(pecahan)
    langkah = butir(buku)
    bulat = langkah and all(langkah < 1 or x % langkah == 0 for x, _ in angka)
    return HANYUT * len(angka) * 0.5 * langkah if bulat else SETENGAH_RUPIAH

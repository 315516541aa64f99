"""How finely the amounts of a report are printed: in whole rupiah, or in thousands or millions that were rounded each by itself."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

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
TERPAKAI = (("anggaran", "realisasi_rp", "pagu"), ("belanja", "realisasi", "anggaran"))  # spent, and planned beside it
TERBESAR = 1e10  # no agency has more thousands: ten trillion rupiah
LAZIM = 2_000_000.0  # half of the rows of an agency that spends more than TERKECIL spend more than this
JARANG, SERATUS = 0.25, 100.0  # of amounts in rupiah more than this part are planned in whole hundreds


@per_buku
def butir(buku: BukuKerja) -> float:
    """The step of the amounts spent: a power of ten from 1,000 up; 1 or less of thousands or millions written without
    their noughts; 0 where they are printed in whole rupiah.

    What was planned is often round; what was spent is not, unless it was rounded for print.
    """
    for lembar, kolom, rencana in TERPAKAI:
        isi = _diketik(buku, lembar, kolom)
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
        return 1.0 if max(isi) >= BERANGKA and _ribuan(isi, _diketik(buku, lembar, rencana)) else 0.0
    return 0.0


def _diketik(buku: BukuKerja, lembar: str, kolom: str) -> dict[float, int]:
    """The different amounts of a column with their decimals, as typed: a formula's amounts are those of others."""
    sel = buku[lembar].sel.items()
    return {s.nilai: s.desimal or 0 for (_, k), s in sel if k == kolom and isinstance(s.nilai, float) and s.nilai}


def _ribuan(terpakai: Iterable[float], rencana: Iterable[float]) -> bool:
    """Are these thousands or millions: too few for rupiah, or of a large agency whose rows or whose planned amounts say so?"""
    isi, rencana = list(terpakai), list(rencana)
    if max(isi) < TERKECIL:
        return True
    if max(isi) >= TERBESAR:
        return False
    bundar = sum(x % SERATUS == 0 for x in rencana)
    return median(isi) < LAZIM or (len(rencana) >= BEDA_ANGKA and bundar <= JARANG * len(rencana))


def kelonggaran(buku: BukuKerja, isi: Iterable[tuple[Nilai, int | None]]) -> float:
    """How far a sum of these amounts (each with its decimals) may miss for their rounding; whole rupiah are exact."""
    angka = [(x, d or 0) for x, d in isi if isinstance(x, float)]
    pecahan = [d for x, d in angka if x % 1 and d]
    if pecahan:
        return HANYUT * len(angka) * 0.5 / 10.0 ** max(pecahan)
    langkah = butir(buku)
    bulat = langkah and all(langkah < 1 or x % langkah == 0 for x, _ in angka)
    return HANYUT * len(angka) * 0.5 * langkah if bulat else SETENGAH_RUPIAH

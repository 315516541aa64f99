"""What a printed figure can stand for, and what a formula can reach from such figures: the tolerance of every rule.

A value printed with d decimals means value ± 0.5·10^-d; targets, counts and rupiah are exact. A written result is
wrong only where no values inside those intervals lead to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from itertools import product

from lkjip_xl.inti.bacaan import desimal_terpendek
from lkjip_xl.inti.fungsi import Galat

Nilai = float | str | Galat | None

HILANG = 1e-12  # relative: what a handful of floating-point operations may lose

# units of measured quantities: a whole number of these may have been rounded, a whole number of anything else is a count
_TERUKUR = re.compile(
    r"%|persen\w*|prosen\w*|presen\w*|indeks|index|nilai|skor|poin|point|rasio|rata-rata|ribu|juta|mil[iy]ar|triliun",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Selang:
    """A closed interval; both ends equal for an exact value."""

    bawah: float
    atas: float

    def bertemu(self, lain: Selang) -> bool:
        """Do two intervals share a value, apart from what floating point loses?

        >>> Selang(1.0, 2.0).bertemu(Selang(2.0, 3.0)), Selang(1.0, 2.0).bertemu(Selang(2.1, 3.0))
        (True, False)
        """
        besar = max(1.0, *map(abs, (self.bawah, self.atas, lain.bawah, lain.atas)))
        sisa = HILANG * besar
        return self.bawah <= lain.atas + sisa and lain.bawah <= self.atas + sisa

    def secetak(self, lain: Selang) -> bool:
        """Can two prints be of one figure? Printed equally fine they are equal, else the finer rounds to the coarser.

        >>> cetak(95.31, 2).secetak(cetak(95.32, 2)), cetak(95.31, 2).secetak(cetak(95.3, 1)), titik(412).secetak(cetak(411, 0))
        (False, True, False)
        """
        lebar, lain_lebar = self.atas - self.bawah, lain.atas - lain.bawah
        if lebar and abs(lebar - lain_lebar) <= 1e-6 * lebar:
            return abs(self.bawah - lain.bawah) <= 1e-6 * lebar
        return self.bertemu(lain)


Masukan = Selang | Nilai
SELANGKAH = 1.01  # one unit of a last digit, and what floating point adds to it


def titik(x: float) -> Selang:
    """The interval of an exact value."""
    return Selang(x, x)


def cetak(x: float, desimal: int | None) -> Selang:
    """What a value shown with so many decimals stands for; None = exact.

    >>> cetak(12.5, 1)
    Selang(bawah=12.45, atas=12.55)
    """
    if desimal is None:
        return titik(x)
    setengah = 0.5 * 10.0**-desimal
    return Selang(float(f"{x - setengah:.15g}"), float(f"{x + setengah:.15g}"))


def potong(x: float, desimal: int) -> float:
    """A number without its further digits, not rounded.

    >>> potong(41.3785, 2), potong(-3.19, 1), potong(0.29, 2)
    (41.37, -3.1, 0.29)
    """
    return float(Decimal(format(x, ".12g")).quantize(Decimal(1).scaleb(-desimal), ROUND_DOWN))


def hasil_tertulis(x: float, desimal: int | None) -> Selang:
    """What a result typed by hand stands for: with unknown decimals those of its shortest writing."""
    return cetak(x, desimal_terpendek(x) if desimal is None else desimal)


def tertulis_dari(asal: float, x: float, desimal: int | None) -> bool:
    """Is a value what a figure was printed from, rounded or cut off?

    >>> tertulis_dari(41.3785, 41.38, 2), tertulis_dari(41.3785, 41.37, 2), tertulis_dari(41.3785, 41.4, 2)
    (True, True, False)
    """
    if abs(asal - x) > SELANGKAH * 10.0 ** -(desimal or 0):  # most figures are nowhere near
        return False
    return hasil_tertulis(x, desimal).bertemu(titik(asal)) or potong(asal, desimal or 0) == x


def terukur(satuan: object) -> bool:
    """Is the unit that of a measured quantity (%, indeks, juta rupiah …), not of things one counts?

    >>> terukur("Juta rp/tenaga kerja"), terukur("orang/bulan"), terukur(None)
    (True, False, False)
    """
    return isinstance(satuan, str) and any(_TERUKUR.fullmatch(kata) for kata in re.split(r"[\s/()]+", satuan))


def terbaca(x: float, desimal: int | None, satuan: object) -> Selang:
    """What a typed measurement stands for: whole numbers of countable things and unknown decimals are exact.

    >>> terbaca(3560.0, 0, "orang"), terbaca(94.0, 0, "%")
    (Selang(bawah=3560.0, atas=3560.0), Selang(bawah=93.5, atas=94.5))
    """
    if desimal == 0 and not terukur(satuan):
        return titik(x)
    return cetak(x, desimal)


def capai(fungsi: Callable[..., Nilai], masukan: Iterable[Masukan]) -> Iterator[Nilai]:
    """Values of a formula at every corner of its input intervals and at their middle."""
    daftar = list(masukan)
    tengah = [(m.bawah + m.atas) / 2 if isinstance(m, Selang) else m for m in daftar]
    yield fungsi(*tengah)
    ujung = [sorted({m.bawah, m.atas}) if isinstance(m, Selang) else [m] for m in daftar]
    if any(len(u) > 1 for u in ujung):
        for titik_ujung in product(*ujung):
            yield fungsi(*titik_ujung)


def jangkauan(fungsi: Callable[..., Nilai], masukan: Iterable[Masukan]) -> Selang | None:
    """Interval a formula that is monotone in each input can reach; None where it is undefined or blank somewhere."""
    nilai = list(capai(fungsi, masukan))
    angka = [x for x in nilai if isinstance(x, (int, float))]
    return Selang(min(angka), max(angka)) if len(angka) == len(nilai) else None


def mungkin(
    tertulis: Selang, fungsi: Callable[..., Nilai], masukan: Iterable[Masukan], *, tak_terdefinisi: bool = True
) -> bool:
    """Can the formula give the written result from what the inputs stand for?

    tak_terdefinisi: the answer where the formula is undefined or blank for some of those values.

    >>> mungkin(cetak(102.65, 2), lambda t, r: r / t * 100, [titik(75), cetak(76.99, 2)])
    True
    """
    rentang = jangkauan(fungsi, masukan)
    return tak_terdefinisi if rentang is None else rentang.bertemu(tertulis)

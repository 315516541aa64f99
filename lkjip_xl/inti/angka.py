"""Numbers in Indonesian notation: reading them (see bacaan), judging a column's style, writing them out."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from math import isfinite
from typing import Self

from lkjip_xl.inti.bacaan import KOSONG, Alasan, Bacaan, Status, baca, baca_rentang
from lkjip_xl.inti.rumus import bulat_desimal

__all__ = [
    "BATAS_TERBILANG",
    "KOSONG",
    "Alasan",
    "Bacaan",
    "Status",
    "baca",
    "baca_rentang",
    "cacah",
    "gaya_kolom",
    "rupiah",
    "terbilang",
    "tulis",
    "wajar",
]

_SATU_TITIK_TIGA = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9]|[.,][0-9])")
TERKECIL, TERBESAR = 1e-60, 1e60  # beyond these no figure of a report lies; NaN and infinity are beyond, too
BATAS_TERBILANG = 10**15  # beyond 15 digits a cell no longer holds every whole number
_SATUAN = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]
_PANGKAT = (  # value, its name, what one of it is called where that is a word of its own
    (10**12, "triliun", ""),
    (10**9, "miliar", ""),
    (10**6, "juta", ""),
    (1000, "ribu", "seribu"),
    (100, "ratus", "seratus"),
    (10, "puluh", ""),
)


def gaya_kolom(teks: Iterable[object], *, persen: bool = False) -> list[Bacaan]:
    """Bacaan seisi kolom; yang dapat berarti lain dinilai menurut cara tulis isi kolom lainnya.

    "92.825" is thousands by itself; where the others are written with a decimal dot, or are mostly numbers below
    1000 with decimals, it becomes ragu with 92.825 as usulan. "1,762" is decimal by itself; where the others use
    commas for thousands, a decimal dot, or are all grouped thousands, it becomes ragu with 1762 as usulan.
    Everything else stays as baca gives it.

    >>> [b.usulan for b in gaya_kolom(["94,87", "88,87", "92.825"])]
    [None, None, 92.825]
    """
    isi = list(teks)
    bacaan = [baca(t, persen=persen) for t in isi]
    gaya = [_gaya(t, b) for t, b in zip(isi, bacaan, strict=True)]
    hitung = Counter(gaya)
    return [_menurut_kolom(b, g, hitung) for b, g in zip(bacaan, gaya, strict=True)]


def _gaya(teks: object, b: Bacaan) -> str:
    """The way one cell is written; "titik?" and "koma?" are the two that may mean something else."""
    if b.alasan is Alasan.GAYA_INGGRIS:
        return "inggris"
    if b.status is not Status.PASTI or b.nilai is None:
        return ""
    if not isinstance(teks, str):
        return "bilangan-desimal" if b.desimal else "bulat"
    if b.desimal:
        koma = "," in teks
        return "koma?" if koma and b.desimal == 3 and abs(b.nilai) >= 1 else "koma" if koma else "titik"
    if _SATU_TITIK_TIGA.search(teks):
        return "titik?"
    return "ribuan" if abs(b.nilai) >= 1000 else "bulat"


def _menurut_kolom(b: Bacaan, gaya: str, hitung: Counter) -> Bacaan:
    if b.nilai is None:  # not read at all, so of no style
        return b
    titik_desimal = hitung["titik"] > 0 and not hitung["koma"] and not hitung["ribuan"]
    berdesimal = hitung["koma"] + hitung["titik"] + hitung["bilangan-desimal"]
    if gaya == "titik?":
        kecil = not hitung["ribuan"] and berdesimal > hitung["bulat"] + hitung["titik?"]
        if titik_desimal or kecil:
            return _ragu(b, b.nilai / 1000)
    if gaya == "koma?":
        berkelompok = berdesimal == 0 and hitung["ribuan"] + hitung["titik?"] >= 2
        if hitung["inggris"] or titik_desimal or berkelompok:
            return _ragu(b, float(round(b.nilai * 1000)))
    return b


def _ragu(b: Bacaan, usulan: float) -> Bacaan:
    return replace(b, status=Status.RAGU, usulan=usulan, alasan=Alasan.GAYA_KOLOM)


class AngkaTertulis(float):
    """A figure that knows how many decimals it was typed with, to be quoted as it was; it counts like any other.

    >>> AngkaTertulis(86.5, 2) == 86.5, AngkaTertulis(86.5, 2).desimal
    (True, 2)
    """

    __slots__ = ("desimal",)
    desimal: int

    def __new__(cls, x: float, desimal: int) -> Self:
        """The figure x, typed with so many decimals."""
        diri = super().__new__(cls, x)
        diri.desimal = desimal
        return diri

    def __reduce__(self) -> tuple[type[Self], tuple[float, int]]:
        """For copies."""
        return type(self), (float(self), self.desimal)


def tulis(x: float, desimal: int | None = None, ribuan: bool = True) -> str:
    """Bilangan dalam tulisan Indonesia: titik ribuan, koma desimal, dibulatkan setengah menjauhi nol.

    desimal None writes as many decimals as the number has (15 significant digits). Zero never has a minus.
    NaN and infinity raise ValueError.

    >>> tulis(1168800000), tulis(102.65333, 2), tulis(100, 2), tulis(-0.5)
    ('1.168.800.000', '102,65', '100,00', '-0,5')
    """
    if not isfinite(x):
        raise ValueError("bukan bilangan")
    nilai = Decimal(format(x, ".15g")) if desimal is None else bulat_desimal(x, desimal)
    teks = format(nilai or abs(nilai), ",f" if ribuan else "f")
    return teks.translate(str.maketrans(",.", ".,"))


def wajar(x: float) -> bool:
    """Can sums, shares and percentages of this number be computed without leaving what a float holds?

    >>> wajar(0), wajar(1e15), wajar(1e308), wajar(float("nan"))
    (True, True, False, False)
    """
    return x == 0 or TERKECIL <= abs(x) <= TERBESAR


def cacah(teks: str) -> int | None:
    """A whole number of one to nine digits and nothing else; None of any other text.

    str.isdigit() also takes "²", of which int() makes nothing, and int() refuses some thousand digits.

    >>> cacah("2024"), cacah("²"), cacah("9" * 5000), cacah("-1")
    (2024, None, None, None)
    """
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 10 else None


def rupiah(n: float) -> str:
    """Rupiah utuh dengan awalan Rp, dibulatkan setengah menjauhi nol.

    >>> rupiah(3457628590), rupiah(-2200000)
    ('Rp 3.457.628.590', '-Rp 2.200.000')
    """
    teks = tulis(n, 0)
    return f"-Rp {teks[1:]}" if teks.startswith("-") else f"Rp {teks}"


def terbilang(n: float) -> str:
    """Bilangan dalam kata, huruf kecil; desimal disebut angka demi angka sesudah "koma".

    Up to |n| < 1e15, beyond that ValueError; decimals as in the decimal value with 15 significant digits.

    >>> terbilang(1100), terbilang(-76.99)
    ('seribu seratus', 'minus tujuh puluh enam koma sembilan sembilan')
    """
    teks = tulis(n, ribuan=False).removeprefix("-")
    utuh, _, pecahan = teks.partition(",")
    if int(utuh) >= BATAS_TERBILANG:
        raise ValueError("terbilang hanya sampai ratusan triliun")
    kata = [_kata(int(utuh))]
    if pecahan:
        kata += ["koma", *(_SATUAN[int(angka)] for angka in pecahan)]
    return " ".join((["minus"] if n < 0 else []) + kata)


def _kata(n: int) -> str:
    """A whole number in words; one hundred and one thousand have their own, also within larger numbers.

    >>> _kata(0), _kata(119), _kata(1_001_000)
    ('nol', 'seratus sembilan belas', 'satu juta seribu')
    """
    if n < len(_SATUAN):
        return _SATUAN[n]
    if n < 20:
        return f"{_SATUAN[n - 10]} belas"
    besar, nama, satu = next(x for x in _PANGKAT if n >= x[0])
    depan, sisa = divmod(n, besar)
    kepala = satu if depan == 1 and satu else f"{_kata(depan)} {nama}"
    return f"{kepala} {_kata(sisa)}" if sisa else kepala

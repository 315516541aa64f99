"""The arithmetic and the print of the invented agencies, written down once more from the definitions and from nothing else."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from random import Random

from agensi.model import Atur, Gaya

Target = float | tuple[float, float]


def bulat(x: float, desimal: int) -> float:
    """Half away from zero on the fifteen digits a spreadsheet shows."""
    return float(Decimal(f"{x:.15g}").quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP))


def capaian(t: Target, r: float, arah: str, batas: float | None = None) -> float | None:
    """Percent of the target; None where there is no such figure."""
    if isinstance(t, tuple):
        c = 100.0 if t[0] <= r <= t[1] else (2 * t[1] - r) / t[1] * 100 if r > t[1] else r / t[0] * 100
    elif t == 0:
        c = 100.0 if r == 0 else None
    elif arah == "turun":
        c = (2 * t - r) / t * 100
    elif arah == "turun-rasio":
        c = t / r * 100 if r else None
    else:
        c = r / t * 100
    return c if c is None or batas is None else min(c, batas)


def efisiensi(c: float, s: float, metode: str) -> float | None:
    """Efficiency of one row by the method set."""
    if metode == "selisih":
        return c - s
    if metode == "rasio":
        return c / s * 100 if s else None
    return (1 - s / c) * 100 if c else None


def kategori(c: float, atur: Atur) -> str:
    """The first band from above that holds the value as shown."""
    x = bulat(c, atur.d_capaian)
    for batas, tanda, nama in atur.skala:
        if batas is None or x > batas or (x == batas and tanda == ">="):
            return nama
    return ""


def predikat(nilai: float) -> str:
    """Predicate of an evaluation score."""
    return next(
        (p for batas, p in ((90, "AA"), (80, "A"), (70, "BB"), (60, "B"), (50, "CC"), (30, "C")) if nilai > batas), "D"
    )


def bagi(r: Random, jumlah: int, banyak: int) -> list[int]:
    """A whole number split into so many parts, none far from the others."""
    berat = [r.uniform(1, 3) for _ in range(banyak)]
    hasil = [int(jumlah * b / sum(berat)) for b in berat]
    hasil[-1] += jumlah - sum(hasil)
    return hasil


# -- print --------------------------------------------------------------------------------------------------------


def angka(x: float, desimal: int = 0, *, ribuan: bool = False) -> str:
    """A number as printed: 1234,50, or 1.234 with separators.

    >>> angka(1234.5, 2), angka(1234567, ribuan=True)
    ('1234,50', '1.234.567')
    """
    teks = f"{bulat(x, desimal):,.{desimal}f}" if ribuan else f"{bulat(x, desimal):.{desimal}f}"
    return teks.translate(str.maketrans({",": ".", ".": ","}))


def baca(teks: str) -> float:
    """The number of a text printed here.

    >>> baca("Rp. 1.234.567,-"), baca("12,50 %"), baca("98.25%"), baca("1.250 orang")
    (1234567.0, 12.5, 98.25, 1250.0)
    """
    if teks.endswith(".00"):
        return float(teks.replace(",", ""))
    polos = "".join(c for c in teks.removeprefix("Rp.").removesuffix(",-") if c.isdigit() or c in ".,-")
    if "," not in polos and polos.count(".") == 1 and len(polos.partition(".")[2]) != 3:
        return float(polos)
    return float(polos.replace(".", "").replace(",", "."))


def desimal(teks: str) -> int:
    """Decimals of a text printed here."""
    if teks.endswith(".00"):
        return 0
    angka_saja = "".join(c for c in teks if c.isdigit() or c in ".,").rstrip(",.")
    if "," in angka_saja:
        return len(angka_saja.partition(",")[2])
    depan, _, belakang = angka_saja.rpartition(".")
    return len(belakang) if depan and "." not in depan and len(belakang) != 3 else 0


def ganti(teks: str, x: float) -> str:
    """Another number printed the way this one is.

    >>> ganti("12,50 %", 3.1), ganti("Rp 1.200", 4500), ganti("98.25%", 7)
    ('3,10 %', 'Rp 4.500', '7.00%')
    """
    if teks.endswith(".00"):
        return f"{x:,.0f}.00"
    letak = [i for i, c in enumerate(teks) if c.isdigit()]
    awal, akhir = letak[0], letak[-1] + 1
    lama, d = teks[awal:akhir], desimal(teks)
    awal -= teks[:awal].endswith("-") and awal == 1
    titik = "," not in lama and d > 0
    jadi = f"{bulat(x, d):.{d}f}" if titik else angka(x, d, ribuan="." in lama)
    return teks[:awal] + jadi + teks[akhir:]


def uang(g: Gaya, x: float) -> str:
    """Rupiah as this agency prints them; exports of e-SAKIP have English separators."""
    if g.uang == "Inggris":
        return f"{x:,.0f}.00"
    return g.uang.format(angka(x, ribuan=True))


def persen(g: Gaya, x: float, d: int) -> str:
    """A computed percentage as this agency prints it."""
    teks = angka(x, d)
    if not g.rapi and "," in teks:
        teks = teks.rstrip("0").rstrip(",")
    return g.persen.format(teks.replace(",", ".") if g.titik and desimal(teks) in (1, 2) else teks)


def nilai(g: Gaya, x: float, d: int, satuan: str) -> str:
    """A target or a realisasi in its unit."""
    if satuan in ("%", "Persen", "persen"):
        teks = angka(x, d)
        return g.persen.format(teks.rstrip("0").rstrip(",") if not g.rapi and "," in teks else teks)
    teks = angka(x, d, ribuan=g.ribuan)
    return f"{teks} {satuan}" if g.bersatuan and d == 0 and "/" not in satuan else teks

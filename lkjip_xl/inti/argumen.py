"""Arguments of worksheet functions: what a cell or range says, and the errors a cell can hold.

This is the one place where cell values become numbers, words and ranges. What cannot be read raises ValueError,
which fungsi_lembar turns into #VALUE!.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import wraps
from math import isfinite, isnan
from typing import TypeVar

from lkjip_xl.inti.bacaan import Status, baca, baca_rentang
from lkjip_xl.inti.bentuk_lain import baca_batas
from lkjip_xl.inti.kunci import rapikan_spasi
from lkjip_xl.inti.rumus import BatasTarget, RentangTarget, TakTerdefinisi


class Galat(StrEnum):
    """An error value of a cell."""

    DIV0 = "#DIV/0!"
    VALUE = "#VALUE!"
    NA = "#N/A"
    REF = "#REF!"
    NAME = "#NAME?"
    NUM = "#NUM!"
    NULL = "#NULL!"


Sel = float | str | bool | Galat | None
Rentang = Sequence[Sequence[Sel]]
Hasil = float | str | Galat | None
Pilihan = TypeVar("Pilihan")

HURUF_KATA = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ≥≤<>=")  # what begins a word or a bound
POLOS = frozenset({float, str, int, bool, type(None)})  # of these none is an error or a range
FUNGSI: dict[str, Callable[..., Hasil]] = {}


def fungsi_lembar(fungsi: Callable[..., Hasil]) -> Callable[..., Hasil]:
    """Register a worksheet function and give it the manners of a cell: errors pass through, nothing is raised."""

    @wraps(fungsi)
    def terdaftar(*argumen: Sel | Rentang, **bernama: Sel | Rentang) -> Hasil:
        for a in (*argumen, *bernama.values()):
            if type(a) not in POLOS and (galat := _galat(a)) is not None:
                return galat
        try:
            hasil = fungsi(*argumen, **bernama)
        except TakTerdefinisi:
            return Galat.DIV0
        except ValueError:
            return Galat.VALUE
        except ArithmeticError:  # beyond what a float or Decimal holds
            return Galat.NUM
        return Galat.NUM if isinstance(hasil, float) and not isfinite(hasil) else hasil

    FUNGSI[fungsi.__name__] = terdaftar
    return terdaftar


def _galat(argumen: Sel | Sequence[Sel] | Rentang) -> Galat | None:
    """The first error of an argument that is no plain value; a scale of a hundred cells is looked through for every cell."""
    if isinstance(argumen, Galat):
        return argumen
    for bagian in argumen if isinstance(argumen, (list, tuple)) else ():
        if type(bagian) not in POLOS and (galat := _galat(bagian)) is not None:
            return galat
    return None


def _semua(argumen: Sel | Sequence[Sel] | Rentang) -> Iterator[Sel]:
    """Every cell of an argument, row by row; NaN, the blank of pandas, as None."""
    if isinstance(argumen, (list, tuple)):
        for bagian in argumen:
            yield from _semua(bagian)
    else:
        sel: Sel = argumen  # pyright: ignore[reportAssignmentType]  every other kind of sequence is a single value
        yield None if isinstance(sel, float) and isnan(sel) else sel


def _tunggal(argumen: Sel | Rentang) -> Sel:
    if type(argumen) in POLOS and argumen == argumen:  # all but a NaN
        return argumen  # pyright: ignore[reportReturnType]
    sel = list(_semua(argumen))
    if len(sel) != 1:
        raise ValueError("satu sel saja")
    return sel[0]


def kosong(argumen: Sel | Rentang) -> bool:
    """Whether a cell counts as not measured: blank, "-", "N/A" and the like."""
    return baca(_tunggal(argumen)).status is Status.KOSONG


def angka_sel(argumen: Sel | Rentang) -> float | None:
    """The number a cell holds or says; None for a blank."""
    sel = _tunggal(argumen)
    if type(sel) is float and isfinite(sel):
        return sel
    bacaan = baca(sel)
    if bacaan.status is Status.GALAT:
        raise ValueError("bukan angka")
    return bacaan.nilai


def kata_sel(argumen: Sel | Rentang) -> bool:
    r"""Whether a cell holds a word, a bound or a ratio (BB, ≥ 80, 1 : 20) instead of a number.

    A text that begins like a number but cannot be read (7,5,2; 25.000.0000) is none: it is a mistake.

    >>> [kata_sel(x) for x in ("\u200bBB", "≥ 80", "1 : 17,9", "7,5,2", "Rp 7,5,2", "min", 80)]
    [True, True, True, False, False, True, False]
    """
    sel = _tunggal(argumen)
    if not isinstance(sel, str) or isinstance(sel, Galat) or baca(sel).status is not Status.GALAT:
        return False
    rapi = rapikan_spasi(sel).upper()
    return ":" in rapi or (rapi[:1] in HURUF_KATA and rapi[:2] != "RP")


def batas_sel(argumen: Sel | Rentang) -> BatasTarget | None:
    """The bound a cell names (≥ 80, maks. 3); None for anything else."""
    sel = _tunggal(argumen)
    return baca_batas(sel) if isinstance(sel, str) and kata_sel(sel) else None


def angka_semua(argumen: Sel | Rentang) -> list[float | None]:
    """The numbers of a range or single cell, row by row."""
    return [angka_sel(sel) for sel in _semua(argumen)]


def desimal_sel(argumen: Sel) -> int:
    """A number of decimals, cut to a whole number as Excel does; 2 for a blank."""
    nilai = angka_sel(argumen)
    return 2 if nilai is None else int(nilai)


def rentang_sel(argumen: Sel) -> RentangTarget:
    """The two bounds a cell names, "a–b" or a single number."""
    rentang = baca_rentang(_tunggal(argumen))
    if rentang is None:
        raise ValueError("bukan rentang")
    return rentang


def pilihan_sel(argumen: Sel, pembaca: Callable[[str], Pilihan], bawaan: Pilihan) -> Pilihan:
    """The choice a cell names, read by pembaca; bawaan for a blank."""
    if kosong(argumen):
        return bawaan
    teks = _tunggal(argumen)
    if not isinstance(teks, str):
        raise ValueError("bukan teks")
    return pembaca(teks)


def baris_sel(argumen: Rentang) -> list[list[Sel]]:
    """The rows of a range, cell by cell."""
    if not isinstance(argumen, (list, tuple)) or not all(isinstance(baris, (list, tuple)) for baris in argumen):
        raise ValueError("bukan rentang sel")
    return [list(_semua(baris)) for baris in argumen]

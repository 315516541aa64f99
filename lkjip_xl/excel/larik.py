"""Cells as xlwings delivers them in, cells as xlwings can write them out; one call for one cell or a whole range."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from lkjip_xl.inti.argumen import Galat, Hasil, Rentang, Sel

_GALAT = {galat.value: galat for galat in Galat}
# COM codes of Excel errors, 2000 up to 2050; xlwings names the seven old ones, the rest (#SPILL!, #CALC!) stay numbers
_KODE_GALAT = range(-2146826288, -2146826288 + 51)

Larik = list[list[object]]


def per_sel(fungsi: Callable[..., Hasil], *argumen: object, utuh: tuple[int, ...] = ()) -> Larik:
    """Apply a worksheet function to every cell of its range arguments, as rows of cell values.

    Single cells go with every row; ranges must have one shape, else the result is #VALUE!. Arguments whose
    position is in utuh are handed over as whole ranges. Blank results are None, errors their text ("#DIV/0!").

    >>> per_sel(lambda a, b: a * b, [[2.0], [3.0]], 10)
    [[20.0], [30.0]]
    """
    larik = [_larik(nilai) for nilai in argumen]
    ukuran = {(len(a), len(a[0])) for i, a in enumerate(larik) if i not in utuh} - {(1, 1)}
    if len(ukuran) > 1:
        return [[Galat.VALUE.value]]
    baris, kolom = ukuran.pop() if ukuran else (1, 1)

    def pada(i: int, b: int, k: int) -> Sel | Rentang:
        if i in utuh:
            return larik[i]
        return larik[i][0][0] if len(larik[i]) == len(larik[i][0]) == 1 else larik[i][b][k]

    return [[_hitung(fungsi, [pada(i, b, k) for i in range(len(larik))]) for k in range(kolom)] for b in range(baris)]


def _larik(nilai: object) -> list[list[Sel]]:
    """An argument as rows of cells; an argument left out arrives as None."""
    baris = nilai if isinstance(nilai, (list, tuple)) else [[nilai]]
    return [[_sel(isi) for isi in (b if isinstance(b, (list, tuple)) else [b])] for b in baris]


def _sel(isi: object) -> Sel:
    if isinstance(isi, Decimal):  # a cell in currency format
        return float(isi)
    if isinstance(isi, date):  # a cell in date format is no measurement
        return Galat.VALUE
    if isinstance(isi, int) and isi in _KODE_GALAT:
        return Galat.VALUE
    if isinstance(isi, str):
        return _GALAT.get(isi, isi)
    return isi  # pyright: ignore[reportReturnType]  what else xlwings may hand over the functions answer with #VALUE!


def _hitung(fungsi: Callable[..., Hasil], argumen: list[Sel | Rentang]) -> object:
    try:
        hasil = fungsi(*argumen)
    except Exception:  # xlwings would write the message of the exception into the cell as if it were a result
        return Galat.VALUE.value
    return hasil.value if isinstance(hasil, Galat) else hasil

"""Cell addresses in A1 notation; rows and columns count from 1 as in Excel."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

BARIS_MAKS = 1_048_576
KOLOM_MAKS = 16_384

_A1 = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


@lru_cache(maxsize=1024)
def huruf(kolom: int) -> str:
    """Letters of a column number.

    >>> huruf(1), huruf(28), huruf(16384)
    ('A', 'AB', 'XFD')
    """
    if not 1 <= kolom <= KOLOM_MAKS:
        raise ValueError(f"column {kolom} does not exist")
    teks = ""
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        teks = chr(65 + sisa) + teks
    return teks


@lru_cache(maxsize=1024)
def nomor(kolom: str) -> int:
    """Column number of its letters.

    >>> nomor("A"), nomor("ab"), nomor("XFD")
    (1, 28, 16384)
    """
    n = 0
    for h in kolom.upper():
        n = n * 26 + ord(h) - 64
    if not (kolom.isascii() and kolom.isalpha() and n <= KOLOM_MAKS):
        raise ValueError(f"column {kolom!r} does not exist")
    return n


def sel(baris: int, kolom: int) -> str:
    """Address of a cell from its row and column.

    >>> sel(9, 6)
    'F9'
    """
    if not 1 <= baris <= BARIS_MAKS:
        raise ValueError(f"row {baris} does not exist")
    return f"{huruf(kolom)}{baris}"


@lru_cache(maxsize=4096)
def pecah(alamat: str) -> tuple[int, int]:
    """Row and column of a cell address; dollar signs are ignored, anything else raises ValueError.

    >>> pecah("F9"), pecah("$AB$12")
    ((9, 6), (12, 28))
    """
    cocok = _A1.fullmatch(alamat)
    if cocok is None or int(cocok[2]) > BARIS_MAKS:
        raise ValueError(f"{alamat!r} is not a cell address")
    return int(cocok[2]), nomor(cocok[1])


def kawasan(alamat: str) -> tuple[int, int, int, int]:
    """First row, first column, last row and last column of a range; one cell is a range of itself.

    >>> kawasan("B2:D4"), kawasan("F9")
    ((2, 2, 4, 4), (9, 6, 9, 6))
    """
    awal, _, akhir = alamat.partition(":")
    b1, k1 = pecah(awal)
    b2, k2 = pecah(akhir) if akhir else (b1, k1)
    return min(b1, b2), min(k1, k2), max(b1, b2), max(k1, k2)


def kutip(lembar: str) -> str:
    """Sheet name in quotes as a formula wants it, quotes inside doubled.

    >>> kutip("Hasil Validasi"), kutip("Data '24")
    ("'Hasil Validasi'", "'Data ''24'")
    """
    return "'" + lembar.replace("'", "''") + "'"


def rujuk(lembar: str, alamat: str) -> str:
    """Reference to a cell of a sheet.

    >>> rujuk("Hasil Validasi", "F9")
    "'Hasil Validasi'!F9"
    """
    return f"{kutip(lembar)}!{alamat}"


def lipat(alamat: Iterable[str]) -> str:
    """Cell addresses as one short text: by column, neighbouring rows joined, each cell once.

    >>> lipat(["D7", "D9", "D13", "D12", "D14", "A1"])
    'A1, D7, D9, D12–D14'
    """
    urut = sorted({(k, b) for b, k in map(pecah, alamat)})
    bagian = []
    for _, kelompok in groupby(enumerate(urut), key=lambda x: (x[1][0], x[1][1] - x[0])):
        deret = [titik for _, titik in kelompok]
        (kolom, awal), (_, akhir) = deret[0], deret[-1]
        bagian.append(sel(awal, kolom) if awal == akhir else f"{sel(awal, kolom)}–{sel(akhir, kolom)}")
    return ", ".join(bagian)

"""The native formula of KATEGORI: one IF per row of the scale, from the first down, so that every program computes it alike.

Array idioms (SUMPRODUCT around MAX, MATCH over a condition) give different results in the programs that read our copies.
The rows stand in the formula one by one: those in use and some below them, so that a scale may grow in the copy. What
stands further down than the formula reads gives #N/A where no row above fits: never a wrong category, never a silent blank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lkjip_xl.edar.potongan import KOSONG, SALAH, desimal, periksa_galat, sel_kosong
from lkjip_xl.inti.alamat import kawasan
from lkjip_xl.inti.bacaan import TANDA_KOSONG

CADANGAN = 3  # rows below the last one in use …
SEDIKITNYA = 12  # … and never fewer than these, as far as the table goes

_TANDA = f'"|>|{"|".join(TANDA_KOSONG).upper()}|>=|≥|"'  # the strict one first: its place is 1
KAWASAN = re.compile(r"(?:(?:'(?:[^']|'')+'|[\w.]+)!)?\$?[A-Za-z]{1,3}\$?[0-9]+(?::\$?[A-Za-z]{1,3}\$?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class UkuranTabel:
    """Size of a table of cells: its rows and columns, and the last row in which something stands (0: none).

    hemat: a formula reads only down to that row, for want of room.
    """

    baris: int
    kolom: int
    terisi: int
    hemat: bool = False

    @property
    def dibaca(self) -> int:
        """How many rows a formula reads.

        >>> UkuranTabel(30, 4, 4).dibaca, UkuranTabel(30, 4, 4, hemat=True).dibaca
        (12, 4)
        """
        return min(self.baris, max(1, self.terisi if self.hemat else max(self.terisi + CADANGAN, SEDIKITNYA)))


def ukuran_tertulis(rujukan: str) -> UkuranTabel | None:
    """Size of the cells a reference names, all of them taken to be in use; None for anything else.

    >>> ukuran_tertulis("'Skala Kategori'!$A$8:$D$37")
    UkuranTabel(baris=30, kolom=4, terisi=30, hemat=False)
    """
    if not KAWASAN.fullmatch(rujukan):
        return None
    b1, k1, b2, k2 = kawasan(rujukan.rpartition("!")[2])
    return UkuranTabel(b2 - b1 + 1, k2 - k1 + 1, b2 - b1 + 1)


def kategori(c: str, skala: str, d: str, nama: str, ukuran: UkuranTabel | None) -> str:
    """Formula text of one call whose table has this size; no table: #VALUE! for every figure."""
    if ukuran is None or ukuran.kolom < 3:
        return periksa_galat((c, d, nama), f'IF({sel_kosong(c)},"",{SALAH})')
    n, kolom = ukuran.dibaca, range(1, min(4, ukuran.kolom) + 1)
    hasil = '""'
    if n < ukuran.baris:
        dibaca = ",".join(f"INDEX({skala},{i},3)" for i in range(1, n + 1))
        hasil = f'IF(COUNTA(INDEX({skala},0,3))>COUNTA({dibaca}),#N/A,"")'
    nilai = f"ROUND({c},{_bulat(d)})"
    for i in range(n, 0, -1):
        sel = [f"INDEX({skala},{i},{k})" for k in kolom]
        hasil = f"IF({baris_memuat(nilai, sel, nama)},TRIM({sel[2]}),{hasil})"
    if ukuran.kolom < 4 and nama and nama != '""':  # a table of three columns has no names
        hasil = f'IF(TRIM({nama})="",{hasil},"")'
    return bila_terbaca(c, skala, d, nama, hasil)


def bila_terbaca(c: str, skala: str, d: str, nama: str, hasil: str) -> str:
    """hasil where capaian and decimals are numbers and the table holds no error."""
    if desimal(d) not in (d, "2"):
        hasil = f"IF(ISNUMBER({desimal(d)}),{hasil},{SALAH})"
    inti = f"IF(ISNUMBER({c}),IF(ISNUMBER(SUM({skala})),{hasil},SUM({skala})),{SALAH})"
    return periksa_galat((c, d, nama), f'IF({sel_kosong(c)},"",{inti})')


def _bulat(d: str) -> str:
    """The decimals once it is known that they are a number or blank."""
    asal = desimal(d)
    return asal if asal in ("2", d) else f"IF(ISNUMBER({d}),{d},2)"


def baris_memuat(nilai: str, sel: Sequence[str], nama: str) -> str:
    """Whether a row counts (it has a category and, with a fourth cell, belongs to the scale asked for) and holds the value.

    A bound that is no number and a sign that is not known end in the error of FIND.
    """
    batas, tanda, kat = sel[:3]
    ada = f'ISERROR(FIND("|"&UPPER(TRIM({kat}))&"|",{KOSONG}))'
    if len(sel) > 3:
        dicari = f"TRIM({nama})" if nama else '""'
        ada = f"AND({ada},TRIM({sel[3]})={dicari})"
    beda = f'IF(ISNUMBER({batas}),SIGN({nilai}-{batas}),FIND("|"&UPPER(TRIM({batas}))&"|",{KOSONG}))'
    return f'IF({ada},{beda}>-(FIND("|"&TRIM({tanda})&"|",{_TANDA})>1))'

"""Pieces of formula text that several native formulas share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_xl.inti.bacaan import TANDA_KOSONG

SALAH = "#VALUE!"
BAGI_NOL = "1/0"
KOSONG = f'"|{"|".join(TANDA_KOSONG).upper()}|"'
_TEKS = re.compile(r'"((?:[^"]|"")*)"')
_BILANGAN = re.compile(r"[0-9]{1,9}")


class Nomor(str):
    """Formula text that already says which choice an argument names, from 1; its error counts where it is used."""

    __slots__ = ()


def sel_kosong(x: str) -> str:
    """Whether a cell counts as blank; FALSE for an error."""
    return f'ISNUMBER(FIND("|"&UPPER(SUBSTITUTE(SUBSTITUTE({x},"\u00a0","")," ",""))&"|",{KOSONG}))'


def periksa_galat(x: Sequence[str], hasil: str) -> str:
    """hasil, or the first error among cells; the comparison itself passes the error on."""
    return f'IF({"&".join(y for y in x if y and not isinstance(y, Nomor))}="","",{hasil})'


def tetap(x: str) -> str | None:
    """Text of a string constant."""
    cocok = _TEKS.fullmatch(x)
    return cocok[1].replace('""', '"') if cocok else None


def desimal(d: str) -> str:
    """The number of decimals an argument asks for, 2 where it is left out or blank."""
    if not d or d == '""':
        return "2"
    return d if _BILANGAN.fullmatch(d) else f"IF({sel_kosong(d)},2,{d})"

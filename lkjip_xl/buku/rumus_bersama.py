"""Formulas that cells share: Excel stores one text and expects the reader to move its references."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lkjip_xl.inti.alamat import BARIS_MAKS, KOLOM_MAKS, huruf, nomor

# text in quotes, sheet names in quotes, names in brackets and longer names are no references
_BAGIAN = re.compile(
    r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'|\[[^\]]*\]'
    r"|(?<![\w.$\\])(?P<k1>\$?)(?P<kolom>[A-Za-z]{1,3})(?P<b1>\$?)(?P<baris>[1-9][0-9]{0,6})(?![\w.(!\\])"
    r"|(?<![\w.$\\:])(?P<kol>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\w.(!:\\])"
    r"|(?<![\w.$\\:])(?P<bar>\$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6})(?![\w.:\\])"
)


@dataclass(frozen=True, slots=True)
class Titik:
    """One end of a reference: column and row, None where the reference has none, and which of them are fixed."""

    kolom: int | None
    baris: int | None
    kolom_tetap: bool
    baris_tetap: bool

    def tulis(self, kolom: int | None, baris: int | None) -> str:
        """The end with another column and row, fixed where this one is."""
        teks = "" if kolom is None else f"{'$' if self.kolom_tetap else ''}{huruf(kolom)}"
        return teks if baris is None else f"{teks}{'$' if self.baris_tetap else ''}{baris}"

    def geser(self, db: int, dk: int) -> str:
        """The end moved by rows and columns where it is not fixed, around the sheet's edge as in Excel."""
        kolom, baris = self.kolom, self.baris
        if kolom is not None:
            kolom = (kolom + (0 if self.kolom_tetap else dk) - 1) % KOLOM_MAKS + 1
        if baris is not None:
            baris = (baris + (0 if self.baris_tetap else db) - 1) % BARIS_MAKS + 1
        return self.tulis(kolom, baris)


class RumusBersama:
    """The master of a shared formula, cut once so that moving it is quick.

    >>> RumusBersama("SUM(A$1:A2)*$B2", 2, 3).di(5, 4)
    'SUM(B$1:B5)*$B5'
    """

    def __init__(self, rumus: str, baris: int, kolom: int) -> None:
        self._baris, self._kolom = baris, kolom
        self._potong: list[str | Titik] = []
        akhir = 0
        for m in _BAGIAN.finditer(rumus):
            self._potong.append(rumus[akhir : m.start()])
            self._potong += _titik(m)
            akhir = m.end()
        self._potong.append(rumus[akhir:])

    def di(self, baris: int, kolom: int) -> str:
        """Formula of the cell in this row and column; references wrap at the sheet's edge as in Excel."""
        db, dk = baris - self._baris, kolom - self._kolom
        return "".join(p if isinstance(p, str) else p.geser(db, dk) for p in self._potong)


def _titik(m: re.Match[str]) -> list[str | Titik]:
    if m["kolom"]:
        kolom = m["kolom"]
        if len(kolom) == 3 and kolom.upper() > "XFD":  # a name such as TAX2024, not a cell
            return [m[0]]
        return [Titik(nomor(kolom), int(m["baris"]), bool(m["k1"]), bool(m["b1"]))]
    if m["kol"]:
        a, b = m["kol"].split(":")
        if any(len(x.strip("$")) == 3 and x.strip("$").upper() > "XFD" for x in (a, b)):
            return [m[0]]
        return [_ujung_kolom(a), ":", _ujung_kolom(b)]
    if m["bar"]:
        a, b = m["bar"].split(":")
        return [_ujung_baris(a), ":", _ujung_baris(b)]
    return [m[0]]


def _ujung_kolom(teks: str) -> Titik:
    return Titik(nomor(teks.lstrip("$")), None, teks.startswith("$"), False)


def _ujung_baris(teks: str) -> Titik:
    return Titik(None, int(teks.lstrip("$")), False, teks.startswith("$"))

"""Rows of a workbook by what a column holds: the one way in which kode and names are looked up."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lkjip_xl.inti.kunci import kunci_teks

if TYPE_CHECKING:
    from lkjip_xl.tabel.model import Nilai, Tabel

Kunci = Callable[[object], Hashable]


class Indeks:
    """Used rows by the key of a cell, in the order of the sheet, so that the first is the one Excel's MATCH takes.

    `kunci` says what counts as equal (inti/kunci.py). Blanks and error values are never found.
    """

    def __init__(self, tabel: Mapping[str, Tabel]) -> None:
        self._tabel = tabel
        self._menurut: dict[tuple[str, str, Kunci], Mapping[Any, tuple[int, ...]]] = {}

    def menurut(self, lembar: str, kolom: str, kunci: Kunci = kunci_teks) -> Mapping[Any, tuple[int, ...]]:
        """Excel rows of a sheet by the key of a column."""
        tempat = (lembar, kolom, kunci)
        if tempat not in self._menurut:
            self._menurut[tempat] = self._susun(lembar, kolom, kunci)
        return self._menurut[tempat]

    def semua(self, lembar: str, kolom: str, nilai: object, kunci: Kunci = kunci_teks) -> tuple[int, ...]:
        """Every row whose cell is equal to a value."""
        return self.menurut(lembar, kolom, kunci).get(kunci(nilai), ())

    def baris(self, lembar: str, kolom: str, nilai: object, kunci: Kunci = kunci_teks) -> int | None:
        """The first of these rows, None without any."""
        return next(iter(self.semua(lembar, kolom, nilai, kunci)), None)

    def satu(self, lembar: str, kolom: str, nilai: object, kunci: Kunci = kunci_teks) -> int | None:
        """The only row of these, None where there are none or several."""
        semua = self.semua(lembar, kolom, nilai, kunci)
        return semua[0] if len(semua) == 1 else None

    def ambil(self, lembar: str, kolom: str, nilai: object, hasil: str, kunci: Kunci = kunci_teks) -> Nilai:
        """What the first of these rows holds in another column, None without any."""
        baris = self.baris(lembar, kolom, nilai, kunci)
        return None if baris is None else self._tabel[lembar].nilai(baris, hasil)

    def _susun(self, lembar: str, kolom: str, kunci: Kunci) -> Mapping[Any, tuple[int, ...]]:
        hasil: dict[Hashable, list[int]] = {}
        for baris, isi in self._tabel[lembar].per_baris().items():
            x = isi.get(kolom)
            if type(x) in (str, float) and (k := kunci(x)):  # an error value is a kind of text, but not one
                hasil.setdefault(k, []).append(baris)
        return MappingProxyType({k: tuple(b) for k, b in hasil.items()})

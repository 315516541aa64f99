"""Numbers of tables and charts: by chapter, those Daftar Tabel gives first, the others where they are free."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lkjip_xl.word.naskah import Balok, Tabel

_NOMOR = re.compile(r"tabel\s+(\w+)\.(\d+)", re.IGNORECASE)
_BAB = re.compile(r"BAB ([IVX]+)\b")
_ROMAWI = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5"}


@dataclass(frozen=True, slots=True)
class Nomor:
    """A caption's number: what stands before the count ("Tabel 3."), the count, and whether it goes on from the last.

    urutan None: a number of the user's own making, printed as it is.
    """

    awalan: str
    urutan: int | None
    lanjut: bool = False


@dataclass(slots=True)
class Penomor:
    """Gives numbers in the order of the document; a number Daftar Tabel uses is given to nothing else."""

    terpakai: set[tuple[str, int]]
    bab: str = ""
    _terakhir: dict[str, tuple[str, int]] = field(default_factory=dict)

    @classmethod
    def untuk(cls, balok: Iterable[Balok]) -> Penomor:
        """For the tables of a document."""
        milik = (_NOMOR.fullmatch(x.tabel.nomor.strip()) for x in balok if isinstance(x, Tabel))
        return cls({(m[1], int(m[2])) for m in milik if m})

    def judul(self, teks: str) -> None:
        """A chapter begins; what is no chapter keeps no number before the point (annexes: L)."""
        m = _BAB.match(teks)
        self.bab = _ROMAWI.get(m[1], m[1]) if m else "L"

    def tabel(self, nomor: str) -> Nomor:
        """Number of the next table; nomor: as Daftar Tabel has it, "" = the next free one."""
        teks = nomor.strip()
        m = _NOMOR.fullmatch(teks)
        if teks and not m:
            return Nomor(teks, None)
        return self._beri("Tabel", m[1], int(m[2])) if m else self._bebas("Tabel")

    def gambar(self) -> Nomor:
        """Number of the next chart."""
        return self._bebas("Gambar")

    def _bebas(self, jenis: str) -> Nomor:
        bab, urutan = self._terakhir.get(jenis, ("", 0))
        urutan = urutan + 1 if bab == self.bab else 1
        while jenis == "Tabel" and (self.bab, urutan) in self.terpakai:
            urutan += 1
        return self._beri(jenis, self.bab, urutan)

    def _beri(self, jenis: str, bab: str, urutan: int) -> Nomor:
        lanjut = self._terakhir.get(jenis, ("", 0))[1] + 1 == urutan
        self._terakhir[jenis] = (bab, urutan)
        if jenis == "Tabel":
            self.terpakai.add((bab, urutan))
        return Nomor(f"{jenis} {bab}.", urutan, lanjut)

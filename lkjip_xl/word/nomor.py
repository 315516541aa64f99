"""Numbers of tables and charts: by chapter, those Daftar Tabel gives first, the others where they are free."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from string import ascii_lowercase

from lkjip_xl.word.naskah import Balok, Tabel

_NOMOR = re.compile(r"tabel\s+(\w+)\.(\d+)", re.IGNORECASE)
_BAB = re.compile(r"BAB ([IVX]+)\b")
_ROMAWI = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5"}


@dataclass(frozen=True, slots=True)
class Nomor:
    """A caption's number: what stands before the count ("Tabel 3."), the count, and whether it goes on from the last.

    urutan None: a number of another form, printed as it is; "" where there is none.
    """

    awalan: str
    urutan: int | None
    lanjut: bool = False


@dataclass(slots=True)
class Penomor:
    """Gives numbers in the order of the document; a number Daftar Tabel uses is given to nothing else.

    A table between two such numbers that leave none free is 3.2a; one before the first of them has none.
    """

    menunggu: dict[str, list[int]]  # by chapter the numbers Daftar Tabel gives to tables further down, in their order
    romawi: bool = False  # are chapters counted in Roman numerals there?
    bab: str = ""
    _terpakai: set[tuple[str, int]] = field(default_factory=set)
    _terakhir: dict[str, tuple[str, int]] = field(default_factory=dict)
    _tersela: set[str] = field(default_factory=set)  # kinds whose count went on without a number
    _sisipan: Counter[str] = field(default_factory=Counter)

    @classmethod
    def untuk(cls, balok: Iterable[Balok]) -> Penomor:
        """For the tables of a document."""
        milik = [m for x in balok if isinstance(x, Tabel) and (m := _NOMOR.fullmatch(x.tabel.nomor.strip()))]
        menunggu: dict[str, list[int]] = {}
        for m in milik:
            menunggu.setdefault(_bab(m[1]), []).append(int(m[2]))
        terpakai = {(bab, n) for bab, semua in menunggu.items() for n in semua}
        return cls(menunggu, any(m[1].upper() in _ROMAWI for m in milik), _terpakai=terpakai)

    def judul(self, teks: str) -> None:
        """A chapter begins; what is no chapter keeps no number before the point (annexes: L)."""
        m = _BAB.match(teks)
        self.bab = _bab(m[1]) if m else "L"

    def tabel(self, nomor: str) -> Nomor:
        """Number of the next table; nomor: as Daftar Tabel has it, "" = the next free one."""
        teks = nomor.strip()
        m = _NOMOR.fullmatch(teks)
        if not teks:
            return self._bebas("Tabel")
        if not m:
            return self._sendiri("Tabel", teks)
        bab, urutan = _bab(m[1]), int(m[2])
        if urutan in self.menunggu.get(bab, ()):
            self.menunggu[bab].remove(urutan)
        return self._beri("Tabel", bab, urutan, m[1])

    def gambar(self) -> Nomor:
        """Number of the next chart."""
        return self._bebas("Gambar")

    def _bebas(self, jenis: str) -> Nomor:
        bab, lalu = self._terakhir.get(jenis, ("", 0))
        urutan = lalu + 1 if bab == self.bab else 1
        while jenis == "Tabel" and (self.bab, urutan) in self._terpakai:
            urutan += 1
        label = next((r for r, a in _ROMAWI.items() if a == self.bab and self.romawi), self.bab)
        if jenis == "Tabel" and any(n < urutan for n in self.menunggu.get(self.bab, ())[:1]):
            if bab != self.bab:
                return self._sendiri(jenis, "")
            induk = f"{jenis} {label}.{lalu}"
            self._sisipan[induk] += 1
            return self._sendiri(jenis, f"{induk}{ascii_lowercase[(self._sisipan[induk] - 1) % len(ascii_lowercase)]}")
        return self._beri(jenis, self.bab, urutan, label)

    def _sendiri(self, jenis: str, teks: str) -> Nomor:
        self._tersela.add(jenis)
        return Nomor(teks, None)

    def _beri(self, jenis: str, bab: str, urutan: int, label: str) -> Nomor:
        lanjut = self._terakhir.get(jenis, ("", 0))[1] + 1 == urutan and jenis not in self._tersela
        self._tersela.discard(jenis)
        self._terakhir[jenis] = (bab, urutan)
        if jenis == "Tabel":
            self._terpakai.add((bab, urutan))
        return Nomor(f"{jenis} {label}.", urutan, lanjut)


def _bab(teks: str) -> str:
    """The chapter of a number, in Arabic numerals."""
    return _ROMAWI.get(teks.upper(), teks)

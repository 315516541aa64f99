"""Regular expressions of a schema: refused where their search can take forever on the wrong text.

Python's engine tries every way to split a text between repeats that can take the same letters: "(a+)+" doubles its work
with every letter. A repeat is harmless where what follows it begins with a letter it cannot take: "([0-9]+\\.)*".
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from re import _parser as sre  # pyright: ignore[reportAttributeAccessIssue]  Python's own parser, which the stubs leave out

PANJANG_POLA = 500
BANYAK = 10  # repeats up to this many times count as endless
BERURUTAN_MAKS = 2  # repeats one after another that can take the same letters: the square of the length, no more
_CONTOH = frozenset("aAzZ09_ -–.,;:/\\()[]{}%'\"&+*=<>?!@#$^|~\t\né²")


@dataclass(frozen=True, slots=True)
class _Bagian:
    """One item of a pattern: letters it can begin with and contain, may it be empty, is it an endless repeat."""

    awal: frozenset[str]
    semua: frozenset[str]
    kosong: bool
    ulang: bool


def periksa_pola(pola: str) -> None:
    """Raise ValueError for what is no regular expression or may never end."""
    if len(pola) > PANJANG_POLA:
        raise ValueError(f"pola lebih dari {PANJANG_POLA} huruf")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pola)
            isi = sre.parse(pola)
            _Pemeriksa(pola).deret(isi, ulang=False)
    except (re.error, OverflowError, RecursionError) as e:
        raise ValueError(f"pola tidak sah ({e})") from None


class _Pemeriksa:
    def __init__(self, pola: str) -> None:
        self._huruf = _CONTOH | set(pola) | set(pola.swapcase())

    def deret(self, isi, ulang: bool) -> list[_Bagian]:
        """Items of a sequence; `ulang`: it is the body of an endless repeat, so its end is followed by its beginning."""
        bagian = [b for op, arg in isi for b in self._satu(str(op), arg)]
        bertabrak = 0
        for i, b in enumerate(bagian):
            if not (b.ulang or (ulang and b.kosong)):
                continue
            # what may be there or not is no repeat of itself: only others can take its letters
            sesudah = bagian[i + 1 :] + (bagian[: i + b.ulang] if ulang else [])
            if b.semua & _mulai(sesudah):
                bertabrak += 1
        if bertabrak > (0 if ulang else BERURUTAN_MAKS):
            raise ValueError(
                "pola dapat memakan waktu tak terbatas: pengulangan di dalam atau sesudah pengulangan atas huruf yang sama"
            )
        return bagian

    def _satu(self, op: str, arg) -> list[_Bagian]:
        if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            paling_sedikit, paling_banyak, isi = arg
            tanpa_batas = int(paling_banyak) >= BANYAK
            dalam = self.deret(isi, ulang=tanpa_batas)
            if not tanpa_batas:
                utuh = _gabung(dalam)
                return [_Bagian(utuh.awal, utuh.semua, utuh.kosong or paling_sedikit == 0, utuh.ulang)]
            utuh = _gabung(dalam)
            return [_Bagian(utuh.awal, utuh.semua, utuh.kosong or paling_sedikit == 0, paling_sedikit != paling_banyak)]
        if op == "SUBPATTERN":
            return self.deret(arg[-1], ulang=False)
        if op == "ATOMIC_GROUP":
            return self.deret(arg, ulang=False)
        if op == "BRANCH":
            cabang = [_gabung(self.deret(x, ulang=False)) for x in arg[1]]
            awal, semua = (frozenset().union(*(getattr(c, n) for c in cabang)) for n in ("awal", "semua"))
            # two branches that begin alike are as good as a repeat: inside one, both are tried each time
            sama = sum(len(c.awal) for c in cabang) > len(awal)
            if sum(c.kosong for c in cabang) > 1:  # the same branch twice
                awal, semua, sama = self._huruf, self._huruf, True
            return [_Bagian(awal, semua, any(c.kosong for c in cabang), sama or any(c.ulang for c in cabang))]
        if op in ("AT", "ASSERT", "ASSERT_NOT"):
            if op != "AT":
                self.deret(arg[1], ulang=False)
            return []
        if op in ("GROUPREF", "GROUPREF_EXISTS"):
            raise ValueError("rujukan balik dalam pola tidak dapat dipakai")
        huruf = self._kelas(op, arg)
        return [_Bagian(huruf, huruf, False, False)]

    def _kelas(self, op: str, arg) -> frozenset[str]:
        """Letters one single-letter item can take, of those that tell this pattern's items apart."""
        if op == "LITERAL":
            h = chr(arg)
            return frozenset({h, *h.swapcase()})
        if op == "IN":
            tolak = bool(arg) and str(arg[0][0]) == "NEGATE"
            isi = frozenset().union(*(self._anggota(str(o), a) for o, a in arg))
            return self._huruf - isi if tolak else isi
        return self._huruf  # ANY, NOT_LITERAL and whatever comes later: everything

    def _anggota(self, op: str, arg) -> frozenset[str]:
        if op == "LITERAL":
            return frozenset({chr(arg)})
        if op == "RANGE":
            return frozenset(h for h in self._huruf if arg[0] <= ord(h) <= arg[1])
        if op == "CATEGORY":
            tanda = {
                "DIGIT": r"\d",
                "NOT_DIGIT": r"\D",
                "SPACE": r"\s",
                "NOT_SPACE": r"\S",
                "WORD": r"\w",
                "NOT_WORD": r"\W",
            }
            kelas = tanda.get(str(arg).removeprefix("CATEGORY_"), ".")
            return frozenset(h for h in self._huruf if re.match(kelas, h))
        return frozenset()


def _mulai(bagian: list[_Bagian]) -> frozenset[str]:
    """Letters a sequence can begin with."""
    hasil: frozenset[str] = frozenset()
    for b in bagian:
        hasil |= b.awal
        if not b.kosong:
            break
    return hasil


def _gabung(bagian: list[_Bagian]) -> _Bagian:
    semua = frozenset().union(*(b.semua for b in bagian)) if bagian else frozenset()
    return _Bagian(_mulai(bagian), semua, all(b.kosong for b in bagian), any(b.ulang for b in bagian))

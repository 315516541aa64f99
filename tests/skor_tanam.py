"""How many of the planted mistakes the validation finds, kind by kind, in workbooks of invented agencies.

    python tests/skor_tanam.py [times per kind, 20] [part of a kind's name]

A planted mistake is found when an error or warning stands on a cell that the kind names, or names that cell as related.
"""

from __future__ import annotations

import pickle
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from random import Random

import pandas as pd
from agensi import Naskah, agensi
from agensi.kesalahan import JENIS, Letak
from buku_agensi import alamat, gawat

from lkjip_xl.skema import uji
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.skema.uji import Pelanggaran, periksa_lembar

DASAR = 40  # agencies the mistakes are planted in, none large
HARUS, HARUS_JENIS = 0.98, 0.9
KALI = 20
INGAT: dict[tuple[int, bytes], list[Pelanggaran]] = {}


def sekali(pasang: Callable[..., None] = setattr) -> None:
    """A sheet with the same content is held against its schema once: most of the time goes there."""

    def ingat(s: SkemaLembar, data: pd.DataFrame) -> list[Pelanggaran]:
        kunci = (id(s), pickle.dumps(data))
        if kunci not in INGAT:
            INGAT[kunci] = periksa_lembar(s, data)
        return INGAT[kunci]

    pasang(uji, "periksa_lembar", ingat)


@dataclass(slots=True)
class Skor:
    """Result of one kind: how often planted and found, in how many agencies, where it was missed."""

    jenis: str
    ditanam: int = 0
    luput: list[tuple[int, Letak]] = field(default_factory=list)
    buku: set[int] = field(default_factory=set)

    @property
    def laju(self) -> float:
        return 1 - len(self.luput) / self.ditanam if self.ditanam else 0.0


@cache
def dasar(benih: int) -> Naskah:
    """A small agency."""
    return agensi(Random(f"tanam {benih}"), indikator=4 + benih % 7, simpul=22, ragam=False)


@lru_cache(maxsize=8)  # whoever counts the agencies of a kind then looks for the same mistakes
def tanam(jenis: str, nomor: int) -> tuple[int, Naskah, Letak]:
    """The mistake at a random place of the first agency that has one for it, and that agency's number; nobody changes them.

    No cells where no agency has a place: a flaw of the generator that counts as a miss.
    """
    r = Random(f"{jenis} {nomor}")
    for benih in r.sample(range(DASAR), DASAR):
        naskah = {lembar: [dict(baris) for baris in isi] for lembar, isi in dasar(benih).items()}
        letak = JENIS[jenis](r, naskah)
        if letak and naskah != dasar(benih):
            return benih, naskah, letak
    return -1, {}, []


def ditemukan(naskah: Naskah, letak: Letak) -> bool:
    """Does an error or warning touch one of the cells?"""
    harap = {alamat(*x) for x in letak}
    return any(harap & {*((t.lembar, s) for s in t.sel_semua), *t.sel_terkait} for t in gawat(naskah))


def nilai(jenis: str, kali: int = KALI, mulai: int = 0) -> Skor:
    """Score of one kind."""
    skor = Skor(jenis)
    for nomor in range(mulai, mulai + kali):
        benih, naskah, letak = tanam(jenis, nomor)
        skor.ditanam += 1
        if not letak:
            skor.luput.append((nomor, []))
            continue
        skor.buku.add(benih)
        if not ditemukan(naskah, letak):
            skor.luput.append((nomor, letak))
    return skor


def sebut(s: Skor) -> Iterator[str]:
    """One kind in a line, and where it was missed."""
    yield f"{s.laju:6.1%} {s.ditanam - len(s.luput):3}/{s.ditanam:<3} in {len(s.buku):2} agencies  {s.jenis}"
    for nomor, letak in s.luput[:3]:
        yield f"         missed: number {nomor}, {letak[:3]}"


def ringkas(semua: Iterable[Skor]) -> tuple[int, int]:
    """How many were planted and how many of them found."""
    semua = list(semua)
    ditanam = sum(s.ditanam for s in semua)
    return ditanam, ditanam - sum(len(s.luput) for s in semua)


def main() -> int:
    kali = int(sys.argv[1]) if len(sys.argv) > 1 else KALI
    cari = sys.argv[2] if len(sys.argv) > 2 else ""
    sekali()
    semua = []
    for jenis in (j for j in JENIS if cari in j):
        semua.append(s := nilai(jenis, kali))
        print("\n".join(sebut(s)), flush=True)
    ditanam, ada = ringkas(semua)
    pita = Counter("100 %" if s.laju == 1 else ">= 90 %" if s.laju >= HARUS_JENIS else "below 90 %" for s in semua)
    print(f"{ada}/{ditanam} found ({ada / ditanam:.2%}), {len(semua)} kinds:", dict(pita))
    return int(ada < ditanam * HARUS or pita["below 90 %"] > 0)


if __name__ == "__main__":
    sys.exit(main())

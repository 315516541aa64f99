"""Which rows a total row of a staff table adds up: those above it, those with its second key, or a line of a crosstab."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.tabel.model import Nilai

_ROMAWI = re.compile(r"\b(iv|iii|ii|i)\b")
_GOLONGAN = re.compile(r"(gol|golongan)\W*(iv|iii|ii|i)")


@dataclass(frozen=True, slots=True)
class BarisPegawai:
    """One row: its number, what it counts, and by what it is divided besides (pangkat, pendidikan)."""

    baris: int
    uraian: object
    kedua: object = None

    @property
    def total(self) -> bool:
        """Is it a sum of other rows, by either of its two labels?"""
        return baris_jumlah(self.uraian) or baris_jumlah(self.kedua)

    @property
    def kunci(self) -> str:
        """What a total row is of, "" for one of everything."""
        sisa = [kunci_teks(k) for k in (self.uraian, self.kedua) if k is not None and not baris_jumlah(k)]
        return sisa[0] if sisa else ""


def tabel_pegawai(isi_semua: Mapping[int, Mapping[str, Nilai]]) -> dict[str, list[BarisPegawai]]:
    """The rows of the sheet Pegawai by the table they stand in."""
    hasil: dict[str, list[BarisPegawai]] = defaultdict(list)
    for b, isi in isi_semua.items():
        hasil[kunci_teks(isi["dimensi"])].append(
            BarisPegawai(b, isi["uraian"], isi.get("golongan") or isi.get("pendidikan"))
        )
    return hasil


def anak_jumlah(baris: Sequence[BarisPegawai]) -> Iterator[tuple[int, list[int]]]:
    """Total rows of one table with the rows each adds up; a total whose rows cannot be told is left out."""
    rincian = [x for x in baris if not x.total]
    berkunci = {x.baris: _menurut_kunci(x, rincian) for x in baris if x.total and x.kunci}
    if not any(berkunci.values()):
        yield from _menurut_urutan(baris)
        return
    for x in baris:
        if x.total:
            anak = berkunci[x.baris] if x.baris in berkunci else [r.baris for r in rincian]
            if anak:
                yield x.baris, anak


def _menurut_kunci(x: BarisPegawai, rincian: Sequence[BarisPegawai]) -> list[int]:
    """Rows that bear the key of a total in either of their labels: the second, the first, or their golongan."""
    kunci = x.kunci
    for label in (lambda r: r.kedua, lambda r: r.uraian):
        if sama := [r.baris for r in rincian if kunci_teks(label(r)) == kunci]:
            return sama
    golongan = _GOLONGAN.fullmatch(kunci)
    if golongan is None:
        return []
    return [r.baris for r in rincian if golongan[2] in (_romawi(r.kedua), _romawi(r.uraian))]


def _romawi(x: object) -> str:
    cocok = _ROMAWI.search(kunci_teks(x))
    return cocok[1] if cocok else ""


def _menurut_urutan(baris: Sequence[BarisPegawai]) -> Iterator[tuple[int, list[int]]]:
    """Rows above each total row since the last one; a total right below subtotals adds the subtotals.

    Of several totals with keys below one another nothing tells which rows are whose.
    """
    rincian: list[int] = []
    bagian: list[int] = []
    berkunci = [x.total and bool(x.kunci) for x in baris]
    for i, x in enumerate(baris):
        if not x.total:
            rincian.append(x.baris)
        elif berkunci[i] and (any(berkunci[i + 1 : i + 2]) or (i > 0 and berkunci[i - 1])):
            continue
        elif rincian or bagian:
            yield x.baris, rincian or list(bagian)
            bagian.append(x.baris)
            rincian = []

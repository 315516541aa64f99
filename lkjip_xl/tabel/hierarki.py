"""Which row stands above which in a table of programmes: by kode, else by numbering, else by order and level."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip_xl.fungsi import Galat

LEVEL = ("perangkat daerah", "urusan", "bidang", "program", "kegiatan", "subkegiatan")
TINGKAT = {nama: i for i, nama in enumerate(LEVEL)}
TINGKAT_PROGRAM = TINGKAT["program"]
_PEMISAH = re.compile(r"[^0-9a-z]+")

Ruas = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarisLevel:
    """One row as the hierarchy sees it: its key (the Excel row), level, kode and printed number."""

    kunci: Hashable
    level: str | None
    kode: str | None = None
    nomor: str | None = None

    @property
    def tingkat(self) -> int | None:
        """Depth of the level, 0 = perangkat daerah; None where the level is unknown."""
        return TINGKAT.get(self.level.casefold()) if isinstance(self.level, str) else None


def ruas(teks: object) -> Ruas:
    """The parts of a kode or number, without leading zeros and closing dots.

    >>> ruas("2.07.04.2.01"), ruas("1."), ruas(None)
    (('2', '7', '4', '2', '1'), ('1',), ())
    """
    if not isinstance(teks, str) or isinstance(teks, Galat):
        return ()
    return tuple(r.lstrip("0") or "0" for r in _PEMISAH.split(teks.casefold()) if r)


def cari_induk(baris: Sequence[BarisLevel]) -> dict[Hashable, Hashable | None]:
    """Key of the row above for every row; None for a top row.

    The row whose kode is the longest prefix of this row's kode; else the row whose number is the prefix of its
    number (1.1.1 → 1.1); else the nearest row above with a higher level. Numbers may start again under another
    parent, so the nearest earlier row counts first. A parent always has a higher level, where both are known.

    >>> cari_induk([BarisLevel(8, "program"), BarisLevel(9, "kegiatan"), BarisLevel(10, "program")])
    {8: None, 9: 8, 10: None}
    """
    menurut_kode = _letak([ruas(b.kode) for b in baris])
    menurut_nomor = _letak([ruas(b.nomor) for b in baris])
    hasil: dict[Hashable, Hashable | None] = {}
    for i, b in enumerate(baris):
        letak = _menurut_awalan(baris, i, ruas(b.kode), menurut_kode)
        if letak is None:
            letak = _menurut_awalan(baris, i, ruas(b.nomor), menurut_nomor)
        if letak is None:
            letak = _di_atas(baris, i)
        hasil[b.kunci] = None if letak is None else baris[letak].kunci
    return hasil


def leluhur(induk: Mapping[Hashable, Hashable | None], kunci: Hashable) -> Iterator[Hashable]:
    """The rows above a row, nearest first."""
    terlihat = {kunci}
    atas = induk.get(kunci)
    while atas is not None and atas not in terlihat:
        yield atas
        terlihat.add(atas)
        atas = induk.get(atas)


def teratas(induk: Mapping[Hashable, Hashable | None], terpilih: Sequence[Hashable]) -> list[Hashable]:
    """The rows of a selection that have no other selected row above them, each once, in their order.

    Their sums are the sum of the selection: what stands below a selected row is already in it.

    >>> teratas({8: None, 9: 8, 10: 9}, [9, 10, 9])
    [9]
    """
    pilih = set(terpilih)
    return [k for k in dict.fromkeys(terpilih) if not pilih.intersection(leluhur(induk, k))]


def nomor_urut(induk: Mapping[Hashable, Hashable | None]) -> dict[Hashable, str]:
    """Numbers 1, 1.1, 1.1.1 in row order.

    >>> nomor_urut({8: None, 9: 8, 10: 8, 11: None})
    {8: '1', 9: '1.1', 10: '1.2', 11: '2'}
    """
    cacah: dict[Hashable | None, int] = {}
    urutan: dict[Hashable, int] = {}
    for kunci, atas in induk.items():
        urutan[kunci] = cacah[atas] = cacah.get(atas, 0) + 1
    return {k: ".".join(str(urutan[x]) for x in reversed([k, *leluhur(induk, k)])) for k in induk}


def _letak(semua: Sequence[Ruas]) -> dict[Ruas, list[int]]:
    hasil: dict[Ruas, list[int]] = {}
    for i, r in enumerate(semua):
        if r:
            hasil.setdefault(r, []).append(i)
    return hasil


def _menurut_awalan(baris: Sequence[BarisLevel], i: int, milik: Ruas, letak: Mapping[Ruas, list[int]]) -> int | None:
    for n in range(len(milik) - 1, 0, -1):
        calon = [j for j in letak.get(milik[:n], ()) if _boleh(baris, j, i)]
        if calon:
            return max((j for j in calon if j < i), default=calon[0])
    return None


def _boleh(baris: Sequence[BarisLevel], atas: int, bawah: int) -> bool:
    a, b = baris[atas].tingkat, baris[bawah].tingkat
    return atas < bawah if a is None or b is None else a < b


def _di_atas(baris: Sequence[BarisLevel], i: int) -> int | None:
    milik = baris[i].tingkat
    if milik is None:
        return None
    atas = ((j, baris[j].tingkat) for j in range(i - 1, -1, -1))
    return next((j for j, t in atas if t is not None and t < milik), None)

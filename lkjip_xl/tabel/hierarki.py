"""Which row stands above which in a table of programmes: by kode, else by numbering, else by order and level."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.kunci import Ruas, kunci_teks, ruas
from lkjip_xl.skema.fungsi_sel import Nilai

LEVEL = ("perangkat daerah", "urusan", "bidang", "program", "kegiatan", "subkegiatan")
KEDALAMAN = {nama: i for i, nama in enumerate(LEVEL)}
KEDALAMAN_PROGRAM = KEDALAMAN["program"]


@dataclass(frozen=True, slots=True)
class BarisLevel:
    """One row as the hierarchy sees it: its key (the Excel row), level, kode and printed number; a total of rows?"""

    kunci: int
    level: Nilai
    kode: Nilai = None
    nomor: Nilai = None
    jumlah: bool = False

    @property
    def tingkat(self) -> int | None:
        """Depth of the level, 0 = perangkat daerah and totals; None where the level is unknown."""
        if self.jumlah:
            return 0
        return KEDALAMAN.get(kunci_teks(self.level)) if isinstance(self.level, str) else None


def total_program(isi: Mapping[str, Nilai]) -> bool:
    """Is a row of programmes, values by column, the total of others? A row with a kode is a programme, whatever its name."""
    return isi.get("kode") is None and baris_jumlah(isi.get("nama"))


def cari_induk(baris: Sequence[BarisLevel]) -> dict[int, int | None]:
    """Key of the row above for every row; None for a top row.

    The row whose kode is the longest prefix of this row's kode; else the row whose number is the prefix of its
    number (1.1.1 → 1.1); else the nearest row above with a higher level. Numbers may start again under another
    parent, so the nearest earlier row counts first. A parent always has a higher level, where both are known. A total
    holds the top rows it closes, or all of them where it stands first.

    >>> cari_induk([BarisLevel(8, "program"), BarisLevel(9, "kegiatan"), BarisLevel(10, "program")])
    {8: None, 9: 8, 10: None}
    """
    kode, nomor = [ruas(b.kode) for b in baris], [ruas(b.nomor) for b in baris]
    menurut_kode, menurut_nomor = _letak(baris, kode), _letak(baris, nomor)
    terakhir: dict[int, int] = {}  # of each level, the nearest row so far
    hasil: dict[int, int | None] = {}
    for i, b in enumerate(baris):
        if b.jumlah:
            hasil[b.kunci] = None
            continue
        milik = b.tingkat
        letak = _menurut_awalan(i, milik, kode[i], menurut_kode)
        if letak is None:
            letak = _menurut_awalan(i, milik, nomor[i], menurut_nomor)
        if letak is None and milik is not None:
            letak = max((j for t, j in terakhir.items() if t < milik), default=None)
        if milik is not None:
            terakhir[milik] = i
        hasil[b.kunci] = None if letak is None else baris[letak].kunci
    return hasil | _bawah_jumlah(baris, hasil)


def _bawah_jumlah(baris: Sequence[BarisLevel], induk: Mapping[int, int | None]) -> dict[int, int]:
    """The total above every top row: the next one below it; the totals themselves are summed by a last one after them.

    A total that stands before the first row holds what no other total closes.
    """
    hasil: dict[int, int] = {}
    terbuka: list[int] = []
    tertutup: list[int] = []
    awal: int | None = None
    for b in baris:
        if not b.jumlah:
            if induk[b.kunci] is None:
                terbuka.append(b.kunci)
            continue
        if not terbuka and not tertutup:
            awal = b.kunci if awal is None else awal
            continue
        hasil |= dict.fromkeys(terbuka or tertutup, b.kunci)
        tertutup = [*tertutup, b.kunci] if terbuka else [b.kunci]
        terbuka = []
    if awal is not None:
        hasil |= dict.fromkeys([*tertutup, *terbuka], awal)
    return hasil


def leluhur(induk: Mapping[int, int | None], kunci: int) -> Iterator[int]:
    """The rows above a row, nearest first."""
    terlihat = {kunci}
    atas = induk.get(kunci)
    while atas is not None and atas not in terlihat:
        yield atas
        terlihat.add(atas)
        atas = induk.get(atas)


def teratas(induk: Mapping[int, int | None], terpilih: Sequence[int]) -> list[int]:
    """The rows of a selection that have no other selected row above them, each once, in their order.

    Their sums are the sum of the selection: what stands below a selected row is already in it.

    >>> teratas({8: None, 9: 8, 10: 9}, [9, 10, 9])
    [9]
    """
    pilih = set(terpilih)
    return [k for k in dict.fromkeys(terpilih) if not pilih.intersection(leluhur(induk, k))]


def nomor_urut(induk: Mapping[int, int | None]) -> dict[int, str]:
    """Numbers 1, 1.1, 1.1.1 in row order.

    >>> nomor_urut({8: None, 9: 8, 10: 8, 11: None})
    {8: '1', 9: '1.1', 10: '1.2', 11: '2'}
    """
    cacah: dict[int | None, int] = {}
    urutan: dict[int, int] = {}
    for kunci, atas in induk.items():
        urutan[kunci] = cacah[atas] = cacah.get(atas, 0) + 1
    return {k: ".".join(str(urutan[x]) for x in reversed([k, *leluhur(induk, k)])) for k in induk}


Letak = dict[Ruas, dict[int | None, list[int]]]  # rows that bear a kode, by level, in their order


def _letak(baris: Sequence[BarisLevel], semua: Sequence[Ruas]) -> Letak:
    hasil: Letak = {}
    for i, r in enumerate(semua):
        if r:
            hasil.setdefault(r, {}).setdefault(baris[i].tingkat, []).append(i)
    return hasil


def _menurut_awalan(i: int, tingkat: int | None, milik: Ruas, letak: Letak) -> int | None:
    """The nearest earlier row that may stand above row i and whose kode is the longest prefix, else the first later one.

    A row of a higher level may stand anywhere, one of an unknown level only further up.
    """
    for n in range(len(milik) - 1, 0, -1):
        ada = letak.get(milik[:n])
        if not ada:
            continue
        awal, dekat = [], []
        for t, baris in ada.items():
            if t is not None and tingkat is not None and t >= tingkat:
                continue
            if (k := bisect_left(baris, i)) > 0:
                dekat.append(baris[k - 1])
            if t is not None and tingkat is not None:
                awal.append(baris[0])
        if dekat or awal:
            return max(dekat) if dekat else min(awal)
    return None

"""Where tables may stand in a grid: runs of filled rows, parted again where two tables stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lkjip_xl.inti.kaki import KAKI
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.sumber.model import Kisi, SelAsing
from lkjip_xl.sumber.rupa import berangka

Isi = dict[int, SelAsing]
"""Filled cells of a row by column, from the left."""
KEPALA_MIN, JUDUL_MIN = 3, 3  # cells of a header, words of a caption
JARAK_JUDUL = 2  # rows from captions side by side to the header of their tables
_NOMOR = frozenset(("no", "nomor", "no urut"))


@dataclass(frozen=True, slots=True)
class Gabung:
    """Merged areas by the filled cell they start at: last row and last column."""

    akhir: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def bawah(self, baris: int, kolom: int) -> int:
        """Last row of the area that starts at a cell."""
        return self.akhir.get((baris, kolom), (baris, kolom))[0]

    def kanan(self, baris: int, kolom: int) -> int:
        """Last column of the area that starts at a cell."""
        return self.akhir.get((baris, kolom), (baris, kolom))[1]


@dataclass(frozen=True, slots=True)
class Petak:
    """Filled rows that follow each other without a blank one between them; notes: words beside a table that tell about it."""

    baris: list[tuple[int, Isi]]
    catatan: bool = False


def gabung_kisi(kisi: Kisi) -> Gabung:
    """The merged areas of a grid that start at a filled cell."""
    return Gabung({(b1, k1): (b2, k2) for b1, k1, b2, k2 in kisi.gabung if (b1, k1) in kisi.sel})


def petak(kisi: Kisi, gabung: Gabung) -> Iterator[Petak]:
    """The regions of a grid from the top, side by side ones from the left; together they hold every filled cell."""
    per_baris: dict[int, Isi] = {}
    for (b, k), s in sorted(kisi.sel.items()):
        per_baris.setdefault(b, {})[k] = s
    judul: list[tuple[int, Isi]] = []  # captions side by side with a blank row below them
    for potong in _potong(per_baris, gabung):
        if judul and potong[0][0] - judul[0][0] <= JARAK_JUDUL and _sela([*judul, *potong], gabung):
            yield from _berdampingan([*judul, *potong], gabung)
            judul = []
            continue
        if judul:
            yield from _berdampingan(judul, gabung)
        judul = potong if len(potong) == 1 and len(potong[0][1]) > 1 else []
        if not judul:
            yield from _berdampingan(potong, gabung)
    if judul:
        yield from _berdampingan(judul, gabung)


def _potong(per_baris: dict[int, Isi], gabung: Gabung) -> Iterator[list[tuple[int, Isi]]]:
    """Runs of filled rows, parted by blank ones."""
    potong: list[tuple[int, Isi]] = []
    akhir = 0
    for b, isi in per_baris.items():
        if potong and b > akhir + 1:
            yield potong
            potong = []
        potong.append((b, isi))
        akhir = max(akhir, b, *(gabung.bawah(b, k) for k in isi))
    if potong:
        yield potong


def _berdampingan(baris: list[tuple[int, Isi]], gabung: Gabung) -> Iterator[Petak]:
    batas = _sela(baris, gabung)
    if not batas:
        yield Petak(baris)
        return
    for dari, sampai in zip([0, *batas], [*batas, 1 << 20], strict=True):
        bagian = [(b, {k: s for k, s in isi.items() if dari <= k < sampai}) for b, isi in baris]
        bagian = [(b, isi) for b, isi in bagian if isi]
        if bagian:
            yield Petak(bagian, dari > 0 and _catatan(bagian, dari))


def _sela(baris: list[tuple[int, Isi]], gabung: Gabung) -> list[int]:
    """First columns of tables that stand right of others: blank columns before them, and a header that begins anew."""
    terpakai: set[int] = set()
    for b, isi in baris:
        if len(isi) > 1:
            for k in isi:
                terpakai.update(range(k, min(gabung.kanan(b, k), k + 200) + 1))
    urut = sorted(terpakai)
    calon = [(a, z) for a, z in pairwise(urut) if z - a > 1]
    if not calon:
        return []
    mulai, kepala = next(((i, isi) for i, (_, isi) in enumerate(baris) if len(isi) > KEPALA_MIN), (0, {}))
    kunci = {k: kunci_judul(s.teks) for k, s in kepala.items()}
    hasil: list[int] = []
    for n, (a, z) in enumerate(calon):
        akhir = calon[n + 1][0] if n + 1 < len(calon) else urut[-1]
        dulu = hasil[-1] if hasil else urut[0]
        kiri, kanan = {x for k, x in kunci.items() if dulu <= k <= a}, {x for k, x in kunci.items() if z <= k <= akhir}
        berjudul = any(_dua_judul(isi, dulu, z) for _, isi in baris[:mulai])
        if _catatan(baris, z) or (
            min(len(kiri), len(kanan)) > 1 and (kunci.get(z) in _NOMOR or kiri & kanan or z - a > 2 or berjudul)
        ):
            hasil.append(z)
    return hasil


def _catatan(baris: list[tuple[int, Isi]], dari: int) -> bool:
    """Do notes stand in the last columns: words alone under "Catatan:", beside a table?"""
    sel = [s for _, isi in baris for k, s in isi.items() if k >= dari]
    return bool(sel) and KAKI.match(sel[0].teks) is not None and not any(berangka(s) for s in sel)


def _dua_judul(isi: Isi, kiri: int, kanan: int) -> bool:
    """Does a caption of its own stand above the first column of each of two tables?"""
    kata = {k: len(s.teks.split()) for k, s in isi.items() if k >= kiri}
    return set(kata) >= {kiri, kanan} and all(k >= kanan for k in kata if k != kiri) and min(kata.values()) >= JUDUL_MIN

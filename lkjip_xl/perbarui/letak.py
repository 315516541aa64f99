"""Where today's columns and settings go in a workbook: the user's own columns and rows keep their neighbours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lkjip_xl.buku.pindah import Pindah, susun_kolom
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KELOMPOK, BARIS_KEPALA, Tabel

BARIS_ATAS = BARIS_DATA - 1  # rows above the first setting


@dataclass(frozen=True, slots=True)
class Letak:
    """How a sheet moves: in the user's workbook, and in the fresh template so that both have the same geometry.

    kolom: number of each schema column afterwards (row, of a settings sheet); geser_baris: how far the header stands
    below its place in the template. rumus_baru: columns that were typed in the workbook's template and are computed in today's.
    """

    skema: SkemaLembar
    milik: Pindah
    templat: Pindah
    kolom: dict[str, int]
    geser_baris: int = 0
    rumus_baru: frozenset[str] = frozenset()

    def baris(self, b: int) -> int:
        """New number of a row of the user's sheet."""
        return _tinggal(self.milik.baris(b))

    def tempat(self, b: int, k: int) -> tuple[int, int]:
        """New row and column of a cell of the user's sheet."""
        return self.baris(b), _tinggal(self.milik.kolom(k))


def _tinggal(nomor: int | None) -> int:
    if nomor is None:
        raise ValueError("a row or column of the user's went missing")
    return nomor


def letak_lembar(t: Tabel, terakhir: Callable[[], int]) -> Letak:
    """Place the columns of today's template (of a settings sheet: the rows) into a sheet of the user's.

    terakhir: the last column of the sheet in which a cell is written.
    """
    nama = t.skema.lembar if t.lembar != t.skema.lembar else None
    if t.skema.susunan == "pasangan":
        return _letak_setelan(t, nama)
    banyak = max([terakhir(), *t.letak.values()])
    urutan, templat, kolom = _satukan(t.letak, list(t.skema.kolom), banyak)
    selisih = t.kepala - BARIS_KEPALA
    naik = ((1, -selisih),) if selisih < 0 else ()
    turun = ((BARIS_KELOMPOK, selisih),) if selisih > 0 else ()
    return Letak(
        t.skema,
        Pindah(t.lembar, urutan, banyak, sisip=naik, nama=nama),
        Pindah(t.skema.lembar, templat, len(kolom), sisip=turun),
        kolom,
        max(selisih, 0),
    )


def _satukan(
    lama: Mapping[str, int], baru: Sequence[str], banyak: int
) -> tuple[tuple[int | None, ...], tuple[int | None, ...], dict[str, int]]:
    """New order of the user's columns, the same of the template's (None: a column of the user's own), places by name."""
    urutan = susun_kolom(lama, baru, banyak)
    milik = {k: n for n, k in lama.items()}
    datang = iter([n for n in baru if n not in lama])
    nama = [next(datang) if k is None else milik.get(k) for k in urutan]
    nama = [n if n in set(baru) else None for n in nama]
    nomor = {n: i for i, n in enumerate(baru, 1)}
    return (
        urutan,
        tuple(None if n is None else nomor[n] for n in nama),
        {n: i for i, n in enumerate(nama, 1) if n is not None},
    )


def _letak_setelan(t: Tabel, nama: str | None) -> Letak:
    """Settings are rows: a new one comes in behind the one it follows, rows of the user's own stay."""
    atas = tuple(range(1, BARIS_ATAS + 1))
    lama = {n: b - BARIS_ATAS for n, b in t.letak.items()}
    banyak = max(lama.values(), default=0)
    urutan, templat, baris = _satukan(lama, list(t.skema.kolom), banyak)

    def turun(urut: tuple[int | None, ...]) -> tuple[int | None, ...]:
        return (*atas, *(None if x is None else x + BARIS_ATAS for x in urut))

    return Letak(
        t.skema,
        Pindah(t.lembar, nama=nama, urutan_baris=turun(urutan), lama_baris=BARIS_ATAS + banyak),
        Pindah(t.skema.lembar, urutan_baris=turun(templat), lama_baris=BARIS_ATAS + len(baris)),
        {n: b + BARIS_ATAS for n, b in baris.items()},
    )

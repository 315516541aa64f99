"""The typed workbook: one Tabel per sheet, values by Excel row and schema column, and the settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import pandas as pd

from lkjip_xl.buku.baca import Lembar
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.angka import Bacaan
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.skala import Skala
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.model import Skema, SkemaLembar
from lkjip_xl.skema.versi import VERSI_TEMPLAT

BARIS_JUDUL = 1
BARIS_INSTANSI = 2
BARIS_PETUNJUK = 3
BARIS_KELOMPOK = 5
BARIS_KEPALA = 6
BARIS_NOMOR = 7
BARIS_DATA = 8

SUSUNAN_RUSAK = frozenset({"LB-01", "LB-02", "LB-09"})  # findings of sheets, columns and headers that were not found

Nilai = float | str | Galat | None


class Asal(StrEnum):
    """Where the value of a cell comes from."""

    ISIAN = "isian"  # typed into an input cell
    RUMUS = "rumus"  # the template's own formula: recomputed, never trusted from the file
    TIMPA = "timpa"  # a constant typed over a formula
    RUMUS_LAIN = "rumus lain"  # another formula written by the user; its stored value
    KOSONG = "kosong"  # a formula cell that was emptied


@dataclass(slots=True)
class SelKerja:
    """One typed cell: value, where it comes from, decimals as typed or printed (None = unknown), the reading.

    teks: the text as it stands in a cell whose number had to be read from text.
    """

    nilai: Nilai
    asal: Asal
    desimal: int | None = None
    bacaan: Bacaan | None = None
    mentah: Any = None
    rumus: str | None = None
    teks: str | None = None


@dataclass(slots=True)
class Tabel:
    """A sheet in memory.

    data: rows = used Excel rows (index = Excel's row number), columns = schema columns, blanks None, errors Galat.
    seharusnya: the same rows for the formula columns only, as the formula gives them.
    penuh: every column over all ready-made rows (position 0 = first data row), as Excel's formulas see them.
    belum_ada: columns that only a newer template than the workbook's has; kepala: Excel row of the headers.
    Columns of the shipped template that the schema in use dropped stand in data and seharusnya as blanks.
    """

    skema: SkemaLembar
    lembar: str
    letak: dict[str, int]
    sel: dict[tuple[int, str], SelKerja] = field(default_factory=dict)
    baris: list[int] = field(default_factory=list)
    data: pd.DataFrame = field(default_factory=pd.DataFrame)
    seharusnya: pd.DataFrame = field(default_factory=pd.DataFrame)
    penuh: dict[str, list[Nilai]] = field(default_factory=dict)
    ada: bool = True
    belum_ada: frozenset[str] = frozenset()
    kepala: int = BARIS_KEPALA

    def alamat(self, baris: int, kolom: str) -> str:
        """A1 address of a cell ("" where the column is missing); a settings sheet has a row per setting, column C."""
        if kolom not in self.letak:
            return ""
        if self.skema.susunan == "pasangan":
            return alamat_sel(self.letak[kolom], 3)
        return alamat_sel(baris, self.letak[kolom])

    def nilai(self, baris: int, kolom: str) -> Nilai:
        """Effective value of a cell."""
        return self.data.at[baris, kolom]

    def asal(self, baris: int, kolom: str) -> Asal | None:
        """Origin of a cell's value; None where the cell is blank input."""
        s = self.sel.get((baris, kolom))
        return s.asal if s else None

    def desimal(self, baris: int, kolom: str) -> int | None:
        """Decimals of a typed value, None for formulas and unknown."""
        s = self.sel.get((baris, kolom))
        return s.desimal if s else None

    def rekaman(self) -> Iterator[tuple[int, dict[str, Nilai]]]:
        """Used rows as (Excel row, {column: value})."""
        kolom = list(self.data.columns)
        for baris, nilai in zip(self.data.index, self.data.itertuples(index=False, name=None), strict=True):
            yield int(baris), dict(zip(kolom, nilai, strict=True))


@dataclass(slots=True)
class BukuKerja:
    """The whole typed workbook: sheets by schema id, settings by defined name, findings of reading and typing.

    lain: the sheets of the file that are no input sheets (summaries, the user's own), read when asked for. tanda: the
    mark of a sheet (NAMA_TANDA) by the name of its tab. versi: of the template the workbook was made from.
    """

    skema: Skema
    tabel: dict[str, Tabel]
    setelan: dict[str, Nilai] = field(default_factory=dict)
    skala: Skala = field(default_factory=lambda: Skala(()))
    temuan: list[Temuan] = field(default_factory=list)
    dilewati: set[tuple[str, str]] = field(default_factory=set)  # (sheet name, cell) already reported as unreadable
    lain: Mapping[str, Lembar] = field(default_factory=dict)
    tanda: dict[str, str] = field(default_factory=dict)
    versi: int = VERSI_TEMPLAT

    def __getitem__(self, id_lembar: str) -> Tabel:
        return self.tabel[id_lembar]

    def tak_terbaca(self, id_lembar: str, baris: int, kolom: str) -> bool:
        """Does the cell hold something that could not be read? It is no blank, and no sum may go on without it."""
        t = self.tabel[id_lembar]
        return (t.lembar, t.alamat(baris, kolom)) in self.dilewati

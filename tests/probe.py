"""The probe table's calls laid out on a sheet, and when a cell shows what a call must give."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from lkjip_xl.excel.pasang import pasang_vba

GALAT = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})
BERNAMA_GALAT = {"ANG-087": "#DIV/0!"}  # by name only: the *text* "#DIV/0!" counts as the error itself
RUMUS_GALAT = {"#DIV/0!": "=1/0", "#VALUE!": '=VALUE("x")', "#N/A": "=NA()"}


@dataclass(frozen=True, slots=True)
class Probe:
    """One row of the probe table: a call and what it must give."""

    id: str
    fungsi: str
    argumen: list[Any]
    hasil: Any


@dataclass(frozen=True, slots=True)
class Panggilan:
    """A probe laid out on the sheet: where its formula stands and which cells it refers to."""

    probe: Probe
    alamat: str
    rujukan: list[str]


class Lembar:
    """A sheet of calls: the formula in column A, each argument in cells of its own to the right."""

    def __init__(self, *, galat_tetap: bool = False) -> None:
        self.buku = Workbook()
        self.lembar = self.buku.worksheets[0]
        self.lembar.title = "Probe"
        self.baris = 1
        self.galat_tetap = galat_tetap  # error cells as constants, for a reader that does not calculate

    def panggil(self, probe: Probe) -> Panggilan:
        kolom, tinggi, rujukan = 3, 1, []
        for argumen in probe.argumen:
            isi = argumen if isinstance(argumen, list) else [[argumen]]
            rujukan.append(self._isi(isi, kolom))
            kolom += len(isi[0])
            tinggi = max(tinggi, len(isi))
        alamat = self.rumus(f"={probe.fungsi}({','.join(rujukan)})")
        self.baris += tinggi - 1
        return Panggilan(probe, alamat, rujukan)

    def rumus(self, rumus: str) -> str:
        alamat = f"A{self.baris}"
        self.lembar[alamat] = rumus
        self.baris += 1
        return alamat

    def _isi(self, isi: list[list[Any]], kolom: int) -> str:
        for i, baris in enumerate(isi):
            for j, nilai in enumerate(baris):
                self._sel(self.baris + i, kolom + j, nilai)
        awal = f"{get_column_letter(kolom)}{self.baris}"
        akhir = f"{get_column_letter(kolom + len(isi[0]) - 1)}{self.baris + len(isi) - 1}"
        return awal if awal == akhir else f"{awal}:{akhir}"

    def _sel(self, baris: int, kolom: int, nilai: Any) -> None:
        sel = self.lembar.cell(baris, kolom)
        if isinstance(nilai, dict):
            sel.value = nilai["galat"] if self.galat_tetap else RUMUS_GALAT[nilai["galat"]]
        elif nilai == "" and not self.galat_tetap:
            sel.value = '=""'
        elif isinstance(nilai, str):
            sel.value = nilai
            sel.data_type = "s"  # also what looks like an error or a formula
        elif nilai is not None:
            sel.value = nilai

    def simpan(self, folder: Path, modul: dict[str, str] | None = None) -> Path:
        pasang_vba(self.buku, modul)
        path = folder / "probe.xlsm"
        self.buku.save(path)
        return path


def sama(nilai: Any, hasil: Any) -> bool:
    if hasil is None or isinstance(hasil, str):
        return nilai == (hasil or "")
    return isinstance(nilai, int | float) and math.isclose(nilai, hasil, rel_tol=1e-9, abs_tol=1e-9)


def sama_menurut_nama(id: str, hasil: Any, dapat: Any) -> bool:
    """Is it what the probe table says, where errors go over by their names and a blank is the empty text?"""
    if id in BERNAMA_GALAT:
        return dapat == BERNAMA_GALAT[id]
    if isinstance(hasil, dict):
        return dapat in GALAT if hasil["galat"] == "*" else dapat == hasil["galat"]
    if isinstance(hasil, (int, float)):
        return isinstance(dapat, (int, float)) and abs(dapat - hasil) <= 1e-9 * max(1, abs(hasil))
    return dapat == ("" if hasil is None else hasil)

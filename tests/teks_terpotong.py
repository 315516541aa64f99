"""Which cells of a workbook show their text cut off on the screen: measured with the widths of the letters of Calibri (Carlito has the same).

A number needs its column; Excel shows #### otherwise. A text that is not wrapped may spread over blank cells to its right; a wrapped one must fit
into the height its row has. Rows without a height of their own are fitted by the program that opens the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.format_angka import kenali_format
from lkjip_xl.inti.angka import tulis

_DATA = json.loads(Path(__file__).with_name("data").joinpath("lebar_huruf.json").read_text(encoding="utf-8"))
LEBAR = {t: dict(zip(_DATA["huruf"], _DATA[t], strict=True)) for t in ("biasa", "tebal")}
PIKSEL, TITIK = 7, 96 / 72  # of a unit of column width in Excel, of a point
TEPI = 5  # pixels of a column that hold no text
LEBAR_BAKU = 8.43
GARIS = 1.2207  # height of a line against the size of its letters
LONGGAR = 2  # points a row may lack


@dataclass(frozen=True, slots=True)
class Potongan:
    """A cell that is not seen whole; cara: angka, kata, samping, tinggi."""

    lembar: str
    sel: str
    cara: str
    teks: str
    perlu: float
    ada: float


def piksel(teks: str, besar: float, *, tebal: bool = False) -> float:
    """Width of a text on the screen."""
    lebar = LEBAR["tebal" if tebal else "biasa"]
    return sum(lebar.get(h, _DATA["satuan"] / 2) for h in teks) / _DATA["satuan"] * besar * TITIK


def terpotong(buku: openpyxl.Workbook) -> Iterator[Potongan]:
    """All such cells of the sheets that are shown; the workbook must have been opened with its values (data_only)."""
    for ws in buku.worksheets:
        if ws.sheet_state == "visible":
            yield from _lembar(ws)


def lebar_kolom(ws: Worksheet) -> dict[int, float]:
    """Width of every column that has one, hidden ones 0; openpyxl groups neighbours that are alike."""
    hasil = {}
    for h, d in ws.column_dimensions.items():
        awal = d.min or column_index_from_string(h)
        hasil |= dict.fromkeys(range(awal, (d.max or awal) + 1), 0.0 if d.hidden else d.width)
    return hasil


def _lembar(ws: Worksheet) -> Iterator[Potongan]:
    lebar = lebar_kolom(ws)
    gabung = {(r.min_row, r.min_col): r for r in ws.merged_cells.ranges}
    for baris in ws.iter_rows():
        if ws.row_dimensions[baris[0].row].hidden:
            continue
        for sel in baris:
            if isinstance(sel, MergedCell) or sel.value is None or lebar.get(sel.column, LEBAR_BAKU) == 0:
                continue
            r = gabung.get((sel.row, sel.column))
            kolom = range(sel.column, (r.max_col if r else sel.column) + 1)
            ruang = sum(lebar.get(k, LEBAR_BAKU) * PIKSEL for k in kolom) - TEPI
            barisan = range(sel.row, (r.max_row if r else sel.row) + 1)
            if p := _sel(ws, sel, ruang, barisan, lebar):
                yield p


def _sel(ws: Worksheet, sel: Cell, ruang: float, barisan: range, lebar: dict[int, float]) -> Potongan | None:
    besar, tebal, lipat = sel.font.sz or 11, bool(sel.font.b), bool(sel.alignment.wrap_text)
    ruang -= 9 * (sel.alignment.indent or 0)

    def potongan(cara: str, teks: str, perlu: float, ada: float) -> Potongan:
        return Potongan(ws.title, sel.coordinate, cara, teks, round(perlu, 1), round(ada, 1))

    if isinstance(sel.value, (int, float)) and not isinstance(sel.value, bool):
        bentuk = kenali_format(sel.number_format)
        # a number without a format of its own loses decimals before it becomes ####
        teks = tulis(sel.value, bentuk.desimal or 0, "," in sel.number_format)
        perlu = piksel(teks, besar, tebal=tebal)
        return potongan("angka", teks, perlu, ruang) if perlu > ruang + 1 else None
    teks = str(sel.value)
    if not lipat:
        perlu = piksel(teks, besar, tebal=tebal)
        ujung, k = ruang, sel.column + 1
        if sel.alignment.horizontal not in ("center", "right") and sel.coordinate not in ws.merged_cells:
            while ujung < perlu and k < sel.column + 60 and ws.cell(sel.row, k).value is None:
                ujung += lebar.get(k, LEBAR_BAKU) * PIKSEL
                k += 1
        return potongan("samping", teks, perlu, ujung) if perlu > ujung + 1 else None
    terpanjang = max((piksel(kata, besar, tebal=tebal) for kata in teks.split()), default=0)
    if terpanjang > ruang + 1:
        return potongan("kata", teks, terpanjang, ruang)
    tinggi = [ws.row_dimensions[b].height for b in barisan]
    if None in tinggi:
        return None
    perlu = sum(_garis(t, ruang, besar, tebal) for t in teks.split("\n")) * besar * GARIS
    return potongan("tinggi", teks, perlu, sum(tinggi)) if perlu > sum(tinggi) + LONGGAR else None


def _garis(teks: str, ruang: float, besar: float, tebal: bool) -> int:
    """Lines of a paragraph wrapped between its words."""
    banyak, isi = 1, 0.0
    sela = piksel(" ", besar, tebal=tebal)
    for kata in teks.split():
        perlu = piksel(kata, besar, tebal=tebal)
        if isi and isi + sela + perlu > ruang:
            banyak, isi = banyak + 1, perlu
        else:
            isi += perlu + (sela if isi else 0)
    return banyak

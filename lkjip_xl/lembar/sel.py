"""The one way a cell of ours gets its content, its look and its link."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.dari_openpyxl import ke_sementara
from lkjip_xl.buku.tulis import PANJANG_MAKS, TAK_SAH
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.gaya import Rupa

TERPOTONG = "…"
ANGKA_TERBESAR = 1e300
_TANGGAL, _JAM, _LAMA = "yyyy-mm-dd", "h:mm:ss", "[hh]:mm:ss"
# openpyxl looks every part of a style up anew: a copied style record is ten times faster
_JADI: WeakKeyDictionary[Workbook, dict[Rupa, StyleArray]] = WeakKeyDictionary()
# merged cells, too: by the records of the first and last cell, and at which edges of the range a cell lies
_Tepi = tuple[bool, bool, bool, bool]
_TERGABUNG: WeakKeyDictionary[Workbook, dict[object, dict[_Tepi, StyleArray]]] = WeakKeyDictionary()


class Rumus(str):
    """A formula, with its "="; any other text is shown as it stands, whatever it begins with."""

    __slots__ = ()


def tulis(ws: Worksheet, baris: int, kolom: int, nilai: object = None, rupa: Rupa | None = None) -> Cell:
    """Write one cell: its look, and a value unless it is None."""
    sel = di(ws, baris, kolom)
    if rupa is not None:
        rupai(sel, rupa)
    return isi(sel, nilai)


def tulis_baris(ws: Worksheet, baris: int, isi_baris: Iterable[tuple[int, object, Rupa]]) -> None:
    """Write cells (column, value, look) of a row in which nothing stands yet: half of what `tulis` takes, felt at 300,000 of them."""
    jadi = _JADI.setdefault(_buku(ws.parent), {})
    for kolom, nilai, rupa in isi_baris:
        sel = ws._cells[baris, kolom] = Cell(ws, baris, kolom)
        if rupa in jadi:
            sel._style = jadi[rupa]
        else:
            rupai(sel, rupa)
        isi(sel, nilai)


def di(ws: Worksheet, baris: int, kolom: int) -> Cell:
    """The cell of a place that no merged range covers (TypeError)."""
    sel = ws.cell(baris, kolom)
    if isinstance(sel, MergedCell):
        raise TypeError(f"{sel.coordinate} is covered by a merged range")
    return sel


def isi(sel: Cell, nilai: object, format: str | None = None) -> Cell:
    """Put a value into a cell so that every program can open it and shows what it says; None leaves it as it is.

    Letters that no file can hold are left out, text beyond Excel's limit is cut and says so, NaN is a blank and
    infinity Excel's own word for it. A date becomes its number in a date format.
    """
    if format is not None:
        lepaskan(sel).number_format = format
    if (
        type(nilai) is float and -ANGKA_TERBESAR <= nilai <= ANGKA_TERBESAR
    ):  # most cells of a long table are this or text
        sel._value, sel.data_type = nilai, "n"
        return sel
    if isinstance(nilai, (datetime, date, time, timedelta)):
        nilai = _isi_tanggal(sel, nilai)
    if isinstance(nilai, Rumus):
        sel.value, sel.data_type = TAK_SAH.sub("", nilai), "f"
        return sel
    nilai = polos(nilai)
    if isinstance(nilai, str):
        sel._value, sel.data_type = bersih(nilai), "s"
    elif nilai is not None:
        sel.value = nilai
    return sel


def sel_lepas(ws: Worksheet, nilai: object, rupa: Rupa) -> Cell:
    """A cell for the next row of a sheet that only takes rows (`tambah_baris`)."""
    return isi(rupai(WriteOnlyCell(ws), rupa), nilai)


def tambah_baris(ws: Worksheet, sel: Sequence[Cell | None]) -> None:
    """Write the next row of a sheet that only takes rows; raises GalatBerkas (BK-38) where it finds no room."""
    with ke_sementara():
        ws.append(tuple(sel))


def bersih(teks: str) -> str:
    """Text as a cell can hold it.

    >>> bersih("a\\x07b"), len(bersih("x" * 40_000)), bersih("x" * 40_000)[-2:]
    ('ab', 32767, 'x…')
    """
    if len(teks) <= PANJANG_MAKS // 2 and TAK_SAH.search(teks) is None:
        return str(teks)
    teks = TAK_SAH.sub("", teks)
    satuan = teks.encode("utf-16-le")
    if len(satuan) <= 2 * PANJANG_MAKS:  # the limit counts an emoji as two
        return teks
    return satuan[: 2 * (PANJANG_MAKS - len(TERPOTONG))].decode("utf-16-le", "ignore") + TERPOTONG


def polos(nilai: object) -> str | float | bool | None:
    """A value of one of the kinds a cell knows."""
    if isinstance(nilai, Enum):
        nilai = nilai.value
    elif not isinstance(nilai, str) and (skalar := getattr(nilai, "item", None)) is not None:
        nilai = skalar()  # of numpy
    if nilai is None or isinstance(nilai, (str, bool)):
        return nilai
    if not isinstance(nilai, (int, float, Decimal)):
        raise TypeError(f"a cell holds no {type(nilai).__name__}")
    if nilai != nilai:
        return None
    if abs(nilai) > ANGKA_TERBESAR:
        return Galat.NUM.value
    return nilai if isinstance(nilai, int) and abs(nilai) < 2**53 else float(nilai)


def isi_tanggal(x: date | time | timedelta) -> str | float:
    """The number Excel has for a date or a time; its text where that calendar does not reach."""
    if isinstance(x, (datetime, time)):
        x = x.replace(tzinfo=None)
    angka = float(to_excel(x))
    return angka if 0 <= angka < 2_958_466 and math.isfinite(angka) else str(x)


def _isi_tanggal(sel: Cell, x: datetime | date | time | timedelta) -> str | float:
    """The number of a date, the cell in a format that shows it; as text where Excel's calendar does not reach."""
    hasil = isi_tanggal(x)
    if isinstance(hasil, str):
        return hasil
    if lepaskan(sel).number_format == "General":
        jam = f"{_TANGGAL} {_JAM}" if isinstance(x, datetime) else _JAM if isinstance(x, time) else None
        sel.number_format = jam or (_LAMA if isinstance(x, timedelta) else _TANGGAL)
    return hasil


def rupai(sel: Cell, rupa: Rupa) -> Cell:
    """Give a cell its whole look, whatever it had before."""
    jadi = _JADI.setdefault(_buku(sel.parent.parent), {})
    if rupa not in jadi:
        sel._style = StyleArray()
        if rupa.huruf is not None:
            sel.font = rupa.huruf
        if rupa.isian is not None:
            sel.fill = rupa.isian
        if rupa.lurus is not None:
            sel.alignment = rupa.lurus
        if rupa.garis is not None:
            sel.border = rupa.garis
        if rupa.kunci is not None:
            sel.protection = rupa.kunci
        sel.number_format = rupa.format
        jadi[rupa] = sel._style
    sel._style = jadi[rupa]  # one record for all: whoever changes the look of a cell gives it its own (`lepaskan`)
    return sel


def lepaskan(sel: Cell) -> Cell:
    """The cell with a style record that no other has."""
    sel._style = copy(sel._style) if sel._style is not None else None
    return sel


def _buku(induk: Workbook | None) -> Workbook:
    if induk is None:
        raise ValueError("the sheet is in no workbook")
    return induk


def beri_nama(ws: Worksheet, nama: str, acuan: str) -> None:
    """Give a place a name in the workbook of the sheet."""
    _buku(ws.parent).defined_names[nama] = DefinedName(nama, attr_text=acuan)


def tautkan(sel: Cell, tujuan: str, huruf: Font = gaya.HURUF_TAUTAN) -> None:
    """Let a cell jump to a place of the workbook, as 'Sheet'!A1."""
    sel.hyperlink = Hyperlink(ref=sel.coordinate, location=TAK_SAH.sub("", tujuan), display=str(sel.value))
    lepaskan(sel).font = huruf


def gabung(ws: Worksheet, baris: int, baris_akhir: int, kolom: int, kolom_akhir: int) -> None:
    """Merge cells, unless it is only one; a cell that is covered has the border and protection of the first at its edge."""
    if (baris, kolom) == (baris_akhir, kolom_akhir):
        return
    pertama, terakhir = ws.cell(baris, kolom), ws._cells.get((baris_akhir, kolom_akhir))
    ujung = tuple(pertama._style or ()), tuple((terakhir and terakhir._style) or ())
    tepi = {
        (b, k): (b == baris, b == baris_akhir, k == kolom, k == kolom_akhir)
        for b in range(baris, baris_akhir + 1)
        for k in range(kolom, kolom_akhir + 1)
    }
    jadi = _TERGABUNG.setdefault(_buku(ws.parent), {}).setdefault(ujung, {})
    if not jadi.keys() >= {*tepi.values()}:
        pertama._style = copy(pertama._style)
        ws.merge_cells(start_row=baris, end_row=baris_akhir, start_column=kolom, end_column=kolom_akhir)
        jadi |= {x: copy(ws._cells[letak]._style) for letak, x in tepi.items()}
        return
    ws.merged_cells.add(CellRange(min_row=baris, max_row=baris_akhir, min_col=kolom, max_col=kolom_akhir))
    for letak, x in tepi.items():
        if letak != (baris, kolom):
            ws._cells[letak] = MergedCell(ws, *letak)
        ws._cells[letak]._style = copy(jadi[x])

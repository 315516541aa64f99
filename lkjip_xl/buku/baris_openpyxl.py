"""Sheets made with openpyxl as they stand in a part that was parsed and written again, without parsing and writing it.

openpyxl hands lxml every tag of a cell by itself; a summary of a large workbook has 300,000 cells, and their tree takes half a
gigabyte. Everything but the rows is still openpyxl's to write.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from openpyxl.cell.rich_text import CellRichText
from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.compat import safe_string
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.utils import get_column_letter as huruf
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from lkjip_xl.buku.urai_polos import tetap_polos

_WADAH = b"<sheetData></sheetData>"
_LOLOS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_POLOS = frozenset("nsbf")  # kinds of cells written here


class PenulisBuku(ExcelWriter):
    """Writes a workbook that is read at once: the rows of its sheets in UTF-8, blank cells without a type."""

    def write_worksheet(self, ws: Any) -> None:
        """Put the part of a sheet into the archive."""
        if self.workbook.write_only or not all(map(_polos, ws._cells.values())):
            super().write_worksheet(ws)
            return
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        penulis: Any = _PenulisLembar(ws, io.BytesIO())
        penulis.write()
        ws._rels = penulis._rels
        kepala, _, ekor = penulis.read().partition(_WADAH)
        arsip: Any = vars(self)["_archive"]  # its stubs know nothing of it
        data = b"".join((kepala, b"<sheetData>", penulis.baris, b"</sheetData>", ekor))
        arsip.writestr(ws.path[1:], tetap_polos(data))
        self.manifest.append(ws)


class _PenulisLembar(WorksheetWriter):
    """Leaves the rows out and keeps them: what stands behind them is known only when they are written."""

    baris = b""

    def write_rows(self) -> None:
        xf: Any = self.xf
        with xf.send(True).element("sheetData"):
            self.baris = "".join(_baris(self.ws)).encode()
        xf.send(None)


def _polos(c: Any) -> bool:
    return (
        c.data_type in _POLOS
        and (c.data_type != "f" or isinstance(c.value, str))
        and not isinstance(c.value, CellRichText)
    )


def _baris(ws: Any) -> Iterator[str]:
    sel = groupby(sorted(ws._cells), itemgetter(0))
    berisi = {b: list(tempat) for b, tempat in sel}
    gaya: dict[int, str] = {}
    kolom = {k: huruf(k) for k in {k for _, k in ws._cells}}
    for b in sorted(berisi.keys() | ws.row_dimensions.keys()):
        isi = "".join(_sel(ws, ws._cells[t], f"{kolom[t[1]]}{b}", gaya) for t in berisi.get(b, ()))
        sifat = "".join(f' {n}="{x}"' for n, x in dict(ws.row_dimensions.get(b, {})).items())
        yield f'<row r="{b}"{sifat}>{isi}</row>' if isi else f'<row r="{b}"{sifat}/>'


def _gaya(c: Any) -> str:
    return f' s="{c.style_id}"' if any(c._style or ()) else ""


def _sel(ws: Any, c: Any, alamat: str, gaya: dict[int, str]) -> str:
    """A cell; gaya: what was written of style records, which nearly all cells share and all outlive this."""
    nilai, tipe = c._value, c.data_type
    s = gaya.get(id(c._style))
    if s is None:
        s = gaya[id(c._style)] = _gaya(c)
    if c._comment is not None:
        ws._comments.append(CommentRecord.from_cell(c))
    elif nilai is None and not s:
        return ""
    if c.hyperlink:
        ws._hyperlinks.append(c.hyperlink)
    if nilai is None or nilai == "":
        return f'<c r="{alamat}"{s}/>'
    if tipe == "s":
        jaga = ' xml:space="preserve"' if nilai != nilai.strip() else ""
        return f'<c r="{alamat}"{s} t="inlineStr"><is><t{jaga}>{nilai.translate(_LOLOS)}</t></is></c>'
    if tipe == "f":
        return f'<c r="{alamat}"{s}><f>{nilai[1:].translate(_LOLOS)}</f><v/></c>'
    return f'<c r="{alamat}"{s} t="{tipe}"><v>{safe_string(nilai)}</v></c>'

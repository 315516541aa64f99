"""Sheets of ours that are lists, not matrices: title, one header row, a row per entry, links to cells, locked."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.alamat import rujuk
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.isian import lindungi
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KEPALA
from lkjip_xl.tabel.tanda import tandai


def tulis_kepala(ws: Worksheet, judul: str, keterangan: str, kepala: Sequence[str], lebar: Sequence[float]) -> None:
    """Title, what the list is, and its headers with the widths of their columns."""
    ws.cell(1, 1, judul).font = gaya.JUDUL
    ws.cell(2, 1, keterangan).font = gaya.KETERANGAN
    for k, (teks, x) in enumerate(zip(kepala, lebar, strict=True), 1):
        sel = ws.cell(BARIS_KEPALA, k, teks)
        sel.font, sel.fill, sel.alignment, sel.border = gaya.KEPALA, gaya.isian(gaya.BIRU_TUA), gaya.TENGAH, gaya.KOTAK
        ws.column_dimensions[sel.column_letter].width = x


def tulis_baris(ws: Worksheet, baris: int, isi: Sequence[object]) -> None:
    """One entry; texts stay texts whatever they begin with."""
    for k, x in enumerate(isi, 1):
        sel = ws.cell(baris, k, x)
        if isinstance(x, str):
            sel.data_type = "s"
        sel.font, sel.border, sel.alignment = gaya.BIASA, gaya.KOTAK, gaya.KIRI


def tautkan(ws: Worksheet, baris: int, kolom: int, lembar: str, alamat: str) -> None:
    """Let a cell of the list jump to the cell it names."""
    sel = ws.cell(baris, kolom)
    sel.hyperlink = Hyperlink(ref=sel.coordinate, location=rujuk(lembar, alamat), display=sel.value)
    sel.font = gaya.TAUTAN


def atur_layar(ws: Worksheet) -> None:
    """Frozen header, colour of the tab, protection without password, mark."""
    ws.freeze_panes = f"A{BARIS_DATA}"
    ws.sheet_properties.tabColor = gaya.WARNA_TAB["hasil"]
    lindungi(ws)
    tandai(ws)


def atur_cetak(ws: Worksheet) -> None:
    """Landscape, one page wide, the header on every page."""
    ws.page_setup.orientation, ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = "landscape", 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.print_title_rows = f"{BARIS_KEPALA}:{BARIS_KEPALA}"

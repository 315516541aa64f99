"""How a sheet of ours is printed and locked."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from openpyxl.utils import get_column_letter as huruf
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.tabel.model import BARIS_JUDUL

KERTAS_A3, KERTAS_A4 = 8, 9
TEPI = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6)  # inches
TEPI_LEBAR = PageMargins(left=0.5, right=0.5, top=0.5, bottom=0.7)
BEBAS = ("formatColumns", "formatRows", "formatCells", "autoFilter")
HURUF_KAKI = 8


def atur_cetak(
    ws: Worksheet,
    *,
    arah: Literal["landscape", "portrait"] = "landscape",
    kertas: int | None = KERTAS_A4,
    lebar: int = 1,
) -> None:
    """So many pages wide, as many pages high as it takes."""
    ws.page_setup.orientation = arah
    if kertas is not None:
        ws.page_setup.paperSize = kertas
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = lebar, 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def perkecil(ws: Worksheet, skala: int) -> None:
    """Print at so many percent instead: Excel heeds no page breaks on sheets fitted to the page."""
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    ws.page_setup.scale, ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = skala, None, None


def atur_tepi(ws: Worksheet, tepi: PageMargins = TEPI, kaki: str = "") -> None:
    """Margins, the table in the middle, `kaki` in the middle below, else sheet and page number on the sides."""
    ws.print_options.horizontalCentered = True
    ws.page_margins = tepi
    bawah = ws.HeaderFooter.oddFooter = HeaderFooterItem()
    if kaki:
        bawah.center.text = kaki
        return
    bawah.left.text, bawah.right.text = "&A", "Halaman &P dari &N"
    bawah.left.size = bawah.right.size = HURUF_KAKI


def atur_daerah(ws: Worksheet, kolom: int, akhir: int, awal: int = BARIS_JUDUL) -> None:
    """Print the first so many columns, from the title to the last row of ours."""
    ws.print_area = f"A{awal}:{huruf(kolom)}{akhir}"


def lindungi(ws: Worksheet, bebas: Collection[str] = BEBAS) -> None:
    """Protect without password; column width, filter and hiding stay free. Excel sorts no range that holds a locked cell."""
    ws.protection.sheet = True
    for izin in bebas:
        setattr(ws.protection, izin, False)

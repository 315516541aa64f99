"""The list of what next year's workbook took over and what is to be filled in: as text, and as a sheet of its own."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.alamat import rujuk
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KEPALA
from lkjip_xl.templat import gaya
from lkjip_xl.templat.lembar import lindungi

LEMBAR_DAFTAR = "Bawaan Tahun Lalu"
KEPALA = ("Lembar", "Baris dibawa", "Yang dibawa", "Yang masih kosong")
LEBAR = (24, 14, 70, 70)
TINGGI = 14  # points per line


@dataclass(frozen=True, slots=True)
class Catatan:
    """What happened to one sheet: rows carried, in words what, headers of the columns left empty."""

    lembar: str
    baris: int
    dibawa: str
    kosong: tuple[str, ...]

    @property
    def isian_kosong(self) -> str:
        """What is left to fill in, in words."""
        return ", ".join(self.kosong) if self.baris else "seluruh lembar"


def bangun_daftar(ws: Worksheet, daftar: Sequence[Catatan], tahun: int) -> None:
    """Write the sheet; sheet names are links."""
    ws.title = LEMBAR_DAFTAR
    ws.cell(1, 1, "BAWAAN DARI BUKU KERJA TAHUN LALU").font = gaya.JUDUL
    ws.cell(2, 1, f"Dari buku kerja tahun {tahun} ke tahun {tahun + 1}. Lengkapi yang masih kosong.").font = gaya.KETERANGAN
    for k, (teks, lebar) in enumerate(zip(KEPALA, LEBAR, strict=True), 1):
        sel = ws.cell(BARIS_KEPALA, k, teks)
        sel.font, sel.fill, sel.alignment, sel.border = gaya.KEPALA, gaya.isian(gaya.BIRU_TUA), gaya.TENGAH, gaya.KOTAK
        ws.column_dimensions[sel.column_letter].width = lebar
    for b, c in enumerate(daftar, BARIS_DATA):
        for k, x in enumerate((c.lembar, c.baris, c.dibawa, c.isian_kosong), 1):
            sel = ws.cell(b, k, x)
            sel.font, sel.border, sel.alignment = gaya.BIASA, gaya.KOTAK, gaya.KIRI
        garis = max(1, *(len(textwrap.wrap(x, LEBAR[-1])) for x in (c.dibawa, c.isian_kosong)))
        ws.row_dimensions[b].height = garis * TINGGI + 2
        tautan = ws.cell(b, 1)
        tautan.hyperlink = Hyperlink(ref=tautan.coordinate, location=rujuk(c.lembar, "A1"), display=c.lembar)
        tautan.font = gaya.TAUTAN
    ws.freeze_panes = f"A{BARIS_DATA}"
    ws.sheet_properties.tabColor = gaya.WARNA_TAB["hasil"]
    ws.page_setup.orientation, ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = "landscape", 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.print_title_rows = f"{BARIS_KEPALA}:{BARIS_KEPALA}"
    lindungi(ws)

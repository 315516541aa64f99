"""The hidden sheet xlwings reads its settings from; nobody needs to see it."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.excel.mesin import siapkan_konfigurasi
from lkjip_xl.excel.mesin_xlwings import KONFIGURASI
from lkjip_xl.lembar.sel import tulis


def bangun_konfigurasi(ws: Worksheet) -> None:
    """Write the sheet: a setting per row."""
    siapkan_konfigurasi(ws)
    for b, (nama, nilai) in enumerate(KONFIGURASI, 1):
        tulis(ws, b, 1, nama)
        tulis(ws, b, 2, nilai)

"""The settings sheet: one setting per row — number, name, input, explanation — each with a defined name."""

from __future__ import annotations

from math import ceil

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.isian import TINGGI_BARIS, gayakan, lindungi, pasang_tanda, tulis_kepala_lembar
from lkjip_xl.skema.model import Kolom, SkemaLembar
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KEPALA, BARIS_NOMOR

KEPALA = ("No", "Pengaturan", "Isian", "Keterangan")
LEBAR = (6, 30, 42, 78)
KERTAS_A4 = 9


def bangun_pasangan(ws: Worksheet, skema: SkemaLembar, isian: dict[str, object]) -> None:
    """Write the settings with their default or given values (`isian` by column name)."""
    tulis_kepala_lembar(ws, skema.judul, skema.petunjuk, sum(LEBAR), len(KEPALA))
    for i, (teks, lebar) in enumerate(zip(KEPALA, LEBAR, strict=True), 1):
        sel = ws.cell(BARIS_KEPALA, i, teks)
        sel.font, sel.fill, sel.alignment = gaya.KEPALA, gaya.isian(gaya.BIRU_TUA), gaya.TENGAH
        nomor = ws.cell(BARIS_NOMOR, i, f"({i})")
        nomor.font, nomor.fill, nomor.alignment = gaya.NOMOR, gaya.isian(gaya.ABU), gaya.TENGAH
        sel.border = nomor.border = gaya.KOTAK
        ws.column_dimensions["ABCD"[i - 1]].width = lebar
    for n, k in enumerate(skema.kolom.values()):
        _tulis_baris(ws, BARIS_DATA + n, n + 1, k, isian.get(k.nama, k.bawaan))
    akhir = BARIS_DATA + len(skema.kolom) - 1
    pasang_tanda(ws, f"C{BARIS_DATA}:C{akhir}")
    ws.freeze_panes = f"C{BARIS_DATA}"
    ws.page_setup.orientation, ws.page_setup.paperSize = "landscape", KERTAS_A4
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.print_area = f"A1:D{akhir}"
    lindungi(ws)


def _tulis_baris(ws: Worksheet, baris: int, nomor: int, k: Kolom, nilai: object) -> None:
    for i, isi in enumerate((nomor, k.judul, None, k.bantuan), 1):
        sel = ws.cell(baris, i, isi)
        sel.font, sel.border, sel.alignment = gaya.BIASA, gaya.KOTAK, gaya.KIRI
        sel.fill = gaya.isian(gaya.PUTIH)
    ws.row_dimensions[baris].height = TINGGI_BARIS * ceil(len(k.bantuan) / LEBAR[3]) + 2
    isian = ws.cell(baris, 3, nilai)
    gayakan(isian, k)
    isian.alignment = gaya.KIRI
    dv = DataValidation(allow_blank=True)
    if k.pilihan:
        dv = DataValidation(type="list", formula1='"' + ",".join(k.pilihan) + '"', allow_blank=not k.wajib)
        dv.errorTitle, dv.error, dv.showErrorMessage = "Tidak ada dalam daftar", "Pilih dari daftar.", True
    dv.promptTitle, dv.prompt, dv.showInputMessage = k.judul[:32], k.bantuan[:255], True
    dv.add(isian.coordinate)
    ws.add_data_validation(dv)
    if k.nama_setelan:
        ws.parent.defined_names[k.nama_setelan] = DefinedName(k.nama_setelan, attr_text=f"'{ws.title}'!$C${baris}")

"""The sheet Riwayat Perubahan: every change rapikan made, and all that is needed to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.alamat import rujuk
from lkjip_xl.buku.baca import Lembar
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KEPALA
from lkjip_xl.templat import gaya
from lkjip_xl.templat.lembar import lindungi

LEMBAR_RIWAYAT = "Riwayat Perubahan"
DITERAPKAN, DIURUNGKAN = "diterapkan", "diurungkan"
KEPALA = ("No", "Waktu", "Lembar", "Sel", "Semula", "Menjadi", "Alasan", "Status", "Format semula")
LEBAR = (6, 18, 22, 10, 32, 20, 50, 14, 14)
KOLOM_FORMAT = 9  # hidden


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One change: number, time as text, cell, content before and after, why, state, number format before."""

    no: int
    waktu: str
    lembar: str
    sel: str
    semula: str | float
    menjadi: float
    alasan: str
    status: str
    format: str


def baca_riwayat(lembar: Lembar | None) -> list[Perubahan]:
    """The changes a workbook records, in their order; none where it has no such sheet."""
    if lembar is None:
        return []
    hasil = []
    baris = BARIS_DATA
    while (nomor := lembar.sel.get((baris, 1))) is not None and isinstance(nomor.nilai, float):
        isi = [lembar.sel[(baris, k)].nilai if (baris, k) in lembar.sel else "" for k in range(1, len(KEPALA) + 1)]
        hasil.append(Perubahan(int(isi[0]), *isi[1:]))
        baris += 1
    return hasil


def bangun_riwayat(ws: Worksheet, daftar: Sequence[Perubahan]) -> None:
    """Write the sheet anew from all changes; cells are links, texts stay texts."""
    ws.title = LEMBAR_RIWAYAT
    ws.cell(1, 1, "RIWAYAT PERUBAHAN").font = gaya.JUDUL
    ws.cell(2, 1, "Perubahan oleh Rapikan. Untuk membatalkan: lkjip rapikan NAMA-BUKU.xlsm --urungkan NOMOR").font = gaya.KETERANGAN
    for k, (teks, lebar) in enumerate(zip(KEPALA, LEBAR, strict=True), 1):
        sel = ws.cell(BARIS_KEPALA, k, teks)
        sel.font, sel.fill, sel.alignment, sel.border = gaya.KEPALA, gaya.isian(gaya.BIRU_TUA), gaya.TENGAH, gaya.KOTAK
        ws.column_dimensions[sel.column_letter].width = lebar
    ws.column_dimensions["I"].hidden = True
    for b, p in enumerate(daftar, BARIS_DATA):
        isi = (p.no, p.waktu, p.lembar, p.sel, p.semula, p.menjadi, p.alasan, p.status, p.format)
        for k, x in enumerate(isi, 1):
            sel = ws.cell(b, k, x)
            if isinstance(x, str):
                sel.data_type = "s"
            sel.font, sel.border, sel.alignment = gaya.BIASA, gaya.KOTAK, gaya.KIRI
        tautan = ws.cell(b, 4)
        tautan.hyperlink = Hyperlink(ref=tautan.coordinate, location=rujuk(p.lembar, p.sel), display=p.sel)
        tautan.font = gaya.TAUTAN
    ws.freeze_panes = f"A{BARIS_DATA}"
    ws.sheet_properties.tabColor = gaya.WARNA_TAB["hasil"]
    ws.page_setup.orientation, ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = "landscape", 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.print_title_rows = f"{BARIS_KEPALA}:{BARIS_KEPALA}"
    lindungi(ws)

"""The sheet Petunjuk: what to fill in which order, what the colours mean, the functions with an example each."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from openpyxl.styles import Alignment, Border
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.excel.tombol import Tombol
from lkjip_xl.inti.tabel_fungsi import TABEL
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.hasil import NAMA_HASIL
from lkjip_xl.lembar.petunjuk_isi import ANGKA, BILA, LANGKAH, TOMBOL_ARTI, WARNA, hasil_contoh
from lkjip_xl.skema.model import Skema
from lkjip_xl.tabel.tanda import BAGIAN_TOMBOL
from lkjip_xl.tabel.tanda import PETUNJUK as LEMBAR

LEBAR = (5, 48, 50, 40)
KERTAS_A4 = 9
TINGGI_BARIS = 14
TINGGI_BAGIAN = 18
TINGGI_TEPI = 2  # points above and below a text
HURUF_PER_LEBAR = 1.2  # letters of 10 point text in one unit of column width, measured on the longest sentences
TEPI_CETAK = 0.5  # inch
TINGGI_TOMBOL = 28.5  # points
BARIS_TOMBOL = 5
BARIS_PILIHAN = BARIS_TOMBOL + 3
BARIS_STATUS = BARIS_PILIHAN + 1
TUJUAN_LANGKAH = {"Validasi": NAMA_HASIL, "Perbarui Ringkasan": "Capaian Kinerja"}  # the others begin with their sheet
NAMA_PILIHAN, NAMA_STATUS = "LembarDiperiksa", "StatusTerakhir"
TOMBOL = tuple(
    Tombol(teks, makro, BARIS_TOMBOL + i // 3, 2 + i % 3, lebar=240, tinggi=30)
    for i, (teks, makro) in enumerate(
        (
            ("Validasi", "Validasi"),
            ("Perbarui Ringkasan", "PerbaruiRingkasan"),
            ("Periksa Lembar Ini", "PeriksaLembarIni"),
            ("Bersihkan Tanda", "BersihkanTanda"),
            ("Rapikan", "Rapikan"),
            ("Buat Laporan", "BuatLaporan"),
            ("Pindah ke Templat Terbaru", "PindahTemplat"),
        )
    )
)

NAMA = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
ARTI = Alignment(horizontal="left", vertical="center", wrap_text=True)
GARIS_BAWAH = Border(bottom=gaya.GARIS)

PERLU = "Izinkan makro, lalu pasang program lkjip sekali saja: buka Command Prompt dan jalankan  py -m pip install lkjip-xl  lalu  py -m lkjip_xl.cli pasang"


def tombol_muat(acuan: str | None) -> tuple[Tombol, ...]:
    """The buttons for which a guide has rows; acuan: where its LembarDiperiksa is, below them in every template.

    >>> len(tombol_muat("Petunjuk!$C$7")) < len(tombol_muat("Petunjuk!$C$8")) == len(tombol_muat(None))
    True
    """
    baris = (acuan or "").rpartition("$")[2]
    return tuple(t for t in TOMBOL if not baris.isdigit() or t.baris < int(baris))


def bangun_petunjuk(ws: Worksheet, skema: Skema) -> None:
    """Write the guide; every sheet name in the list of sheets is a link."""
    ws.title = LEMBAR
    for h, lebar in zip("ABCD", LEBAR, strict=True):
        ws.column_dimensions[h].width = lebar
    ws["A1"] = "LKjIP-XL — BUKU KERJA LAPORAN KINERJA"
    ws["A1"].font = gaya.JUDUL
    ws["A2"] = '=Instansi&" "&Kabupaten&" — Tahun "&TahunLaporan'
    ws["A2"].font = gaya.SUBJUDUL
    _tempat_tombol(ws)
    baris = _daftar(ws, BARIS_STATUS + 3, "Arti tombol", TOMBOL_ARTI)
    baris = _bagian(ws, baris + 1, "Arti warna")
    for warna, nama, arti in WARNA:
        ws.cell(baris, 1).fill = gaya.isian(warna)
        ws.cell(baris, 1).border = gaya.KOTAK
        _tulis(ws, baris, nama, arti)
        baris += 1
    awal = baris + 2
    baris = _daftar(ws, baris + 1, "Urutan mengisi", LANGKAH, bernomor=True)
    for i, (nama, _) in enumerate(LANGKAH):
        _tautkan(ws, awal + i, TUJUAN_LANGKAH.get(nama, nama.split(", ")[0]))
    baris = _daftar(ws, baris + 1, "Cara menulis angka", ANGKA)
    fungsi = [(f.panggilan, f"{f.contoh}  →  {hasil_contoh(f)}") for f in TABEL.values()]
    baris = _daftar(ws, baris + 1, "Fungsi yang dapat dipakai di sel mana pun", fungsi)
    baris = _daftar(ws, baris + 1, "Bila ada masalah", BILA)
    ws.row_breaks.append(Break(id=baris))  # the manual is one page, the list of sheets the next
    baris = _bagian(ws, baris + 1, "Daftar lembar")
    _pilihan_lembar(ws, baris, baris + len(skema.lembar) - 1)
    for lembar in skema.lembar.values():
        _tulis(ws, baris, lembar.lembar, lembar.cermin)
        _tautkan(ws, baris, lembar.lembar)
        baris += 1
    ws.sheet_view.showGridLines = False
    _cetak(ws, baris - 1)
    ws.protection.sheet = True
    ws.protection.formatColumns = ws.protection.formatRows = False


def _cetak(ws: Worksheet, akhir: int) -> None:
    ws.page_setup.orientation, ws.page_setup.paperSize = "portrait", KERTAS_A4
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.page_margins = PageMargins(left=TEPI_CETAK, right=TEPI_CETAK, top=TEPI_CETAK, bottom=TEPI_CETAK + 0.2)
    ws.print_options.horizontalCentered = True
    ws.oddFooter.center.text = "Petunjuk — halaman &P"
    ws.print_area = f"A1:D{akhir}"


def _tautkan(ws: Worksheet, baris: int, lembar: str) -> None:
    """Let the name in a row lead to a sheet."""
    sel = ws.cell(baris, 2)
    sel.hyperlink = Hyperlink(ref=sel.coordinate, location=f"'{lembar}'!A1", display=sel.value)
    sel.font = gaya.TAUTAN


def _tempat_tombol(ws: Worksheet) -> None:
    """Rows for the buttons, the sheet that Periksa Lembar Ini checks, the outcome of the last click, a note."""
    _bagian(ws, BARIS_TOMBOL - 1, BAGIAN_TOMBOL)
    for baris in sorted({t.baris for t in TOMBOL}):
        ws.row_dimensions[baris].height = TINGGI_TOMBOL
    _tulis(ws, BARIS_PILIHAN, "Periksa Lembar Ini memeriksa lembar", "")
    _tulis(ws, BARIS_STATUS, "Hasil terakhir", "Belum ada.")
    _tulis(ws, BARIS_STATUS + 1, "Tombol tidak bekerja?", PERLU)
    for nama, baris in ((NAMA_PILIHAN, BARIS_PILIHAN), (NAMA_STATUS, BARIS_STATUS)):
        ws.parent.defined_names[nama] = DefinedName(nama, attr_text=f"'{LEMBAR}'!$C${baris}")


def _pilihan_lembar(ws: Worksheet, awal: int, akhir: int) -> None:
    """A drop-down of the sheets that the list below names."""
    sel = ws.cell(BARIS_PILIHAN, 3, "Pengukuran")
    sel.fill, sel.protection = gaya.isian(gaya.KUNING), gaya.TERBUKA
    daftar = DataValidation("list", formula1=f"$B${awal}:$B${akhir}", allow_blank=False, showErrorMessage=True)
    daftar.add(sel)
    ws.add_data_validation(daftar)


def _daftar(ws: Worksheet, baris: int, judul: str, isi: Sequence[tuple[str, str]], *, bernomor: bool = False) -> int:
    """A section of names with their meaning; returns the row after it."""
    baris = _bagian(ws, baris, judul)
    for n, (nama, arti) in enumerate(isi, 1):
        if bernomor:
            nomor = ws.cell(baris, 1, n)
            nomor.font, nomor.alignment = gaya.BIASA, gaya.TENGAH
        _tulis(ws, baris, nama, arti)
        baris += 1
    return baris


def _bagian(ws: Worksheet, baris: int, teks: str) -> int:
    for i in range(1, 5):
        ws.cell(baris, i).fill = gaya.isian(gaya.BIRU_TUA)
    sel = ws.cell(baris, 1, teks)
    sel.font, sel.alignment = gaya.KEPALA, Alignment(vertical="center")
    ws.row_dimensions[baris].height = TINGGI_BAGIAN
    return baris + 1


def _tulis(ws: Worksheet, baris: int, nama: str, arti: str) -> None:
    kiri, kanan = ws.cell(baris, 2, nama), ws.cell(baris, 3, arti)
    for sel in (kiri, kanan):
        sel.data_type = "s"  # the examples of functions begin with "="
    kiri.alignment, kanan.alignment = NAMA, ARTI
    for i in range(2, 5):
        ws.cell(baris, i).border = GARIS_BAWAH
    kiri.font, kanan.font = gaya.TEBAL, gaya.BIASA
    muat = HURUF_PER_LEBAR * LEBAR[1], HURUF_PER_LEBAR * (LEBAR[2] + LEBAR[3])
    garis = max(1, *(ceil(len(x) / n) for x, n in zip((nama, arti), muat, strict=True)))
    ws.row_dimensions[baris].height = TINGGI_BARIS * garis + TINGGI_TEPI
    ws.merge_cells(start_row=baris, end_row=baris, start_column=3, end_column=4)

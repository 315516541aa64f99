"""The sheet Hasil Validasi: one finding per row, the cell as a link that jumps there, hidden columns that feed the marks."""

from __future__ import annotations

from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.alamat import rujuk
from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.temuan import HasilPeriksa, Temuan, Tingkat
from lkjip_xl.lembar import gaya
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KEPALA
from lkjip_xl.tabel.tanda import tandai

NAMA_HASIL = "Hasil Validasi"
KEPALA = ("No", "Tingkat", "Lembar", "Sel", "Isi", "Seharusnya", "Masalah", "Saran", "Kode")
LEBAR = (5, 13, 18, 14, 22, 22, 66, 56, 9)
KOLOM_TANDA = 11  # K, L, M: sheet, cell, severity — hidden, one row per marked cell
BARIS_TANDA = 4000
KERTAS_A4 = 9
WARNA = {
    Tingkat.KESALAHAN: gaya.MERAH,
    Tingkat.PERINGATAN: gaya.JINGGA,
    Tingkat.CATATAN: gaya.BIRU_MUDA,
    Tingkat.TAK_DAPAT: gaya.ABU,
}
BELUM = "Belum diperiksa. Klik tombol Validasi di lembar Petunjuk atau jalankan: lkjip validasi NAMA-BUKU.xlsm --tulis"


def bangun_hasil(ws: Worksheet, laporan: HasilPeriksa | None) -> None:
    """Write the findings (None = not yet validated) and the columns the conditional formats look into."""
    ws.title = NAMA_HASIL
    ws.cell(1, 1, "HASIL VALIDASI").font = gaya.JUDUL
    ws.cell(2, 1, BELUM if laporan is None else _ringkas(laporan)).font = gaya.SUBJUDUL
    if laporan is not None:
        ws.cell(3, 1, "Klik alamat di kolom Sel untuk melompat ke sel yang perlu diperiksa.").font = gaya.KETERANGAN
    for i, (teks, lebar) in enumerate(zip(KEPALA, LEBAR, strict=True), 1):
        sel = ws.cell(BARIS_KEPALA, i, teks)
        sel.font, sel.fill = gaya.KEPALA, gaya.isian(gaya.BIRU_TUA)
        sel.alignment, sel.border = gaya.TENGAH, gaya.KOTAK
        ws.column_dimensions[sel.column_letter].width = lebar
    temuan = laporan.temuan if laporan is not None else []
    for n, t in enumerate(temuan, 1):
        _tulis_temuan(ws, BARIS_KEPALA + n, n, t)
    _tulis_tanda(ws, temuan)
    ws.freeze_panes = f"A{BARIS_KEPALA + 1}"
    ws.auto_filter.ref = f"A{BARIS_KEPALA}:I{BARIS_KEPALA + max(len(temuan), 1)}"
    ws.page_setup.orientation, ws.page_setup.paperSize = "landscape", KERTAS_A4
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.sheet_properties.tabColor = gaya.WARNA_TAB["hasil"]
    ws.print_title_rows = f"{BARIS_KEPALA}:{BARIS_KEPALA}"
    ws.print_area = f"A1:I{BARIS_KEPALA + max(len(temuan), 1)}"
    tandai(ws)
    p = ws.protection
    p.sheet = True
    p.formatColumns = p.formatRows = p.autoFilter = p.sort = False


def _ringkas(laporan: HasilPeriksa) -> str:
    n = laporan.jumlah()
    if not laporan.temuan:
        return "Tidak ada temuan. Buku kerja bersih."
    return ", ".join(f"{n[t]} {t.lower()}" for t in Tingkat if n.get(t))


def _tulis_temuan(ws: Worksheet, baris: int, nomor: int, t: Temuan) -> None:
    isi = (nomor, t.tingkat.value, t.lembar, t.sel, _teks(t.nilai), _teks(t.seharusnya), t.pesan, t.saran, t.kode)
    for i, x in enumerate(isi, 1):
        sel = ws.cell(baris, i)
        sel.value = x
        if isinstance(x, str):
            sel.data_type = "s"  # a finding quotes what staff typed: never a formula
        sel.font, sel.border, sel.alignment = gaya.BIASA, gaya.KOTAK, gaya.KIRI
    ws.cell(baris, 2).fill = gaya.isian(WARNA[t.tingkat])
    if t.sel and t.lembar:
        tujuan = t.sel_semua[0] if t.sel_semua else t.sel
        sel = ws.cell(baris, 4)
        sel.hyperlink = Hyperlink(ref=sel.coordinate, location=rujuk(t.lembar, tujuan), display=t.sel)
        sel.font = Font(name=gaya.HURUF, size=10, underline="single", color="0563C1")


def _teks(nilai: object) -> str:
    if nilai is None or nilai != nilai:  # NaN is a blank, too
        return ""
    if isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
        return tulis(nilai)
    return str(nilai)


def _tulis_tanda(ws: Worksheet, temuan: list[Temuan]) -> None:
    akhir = BARIS_DATA + BARIS_TANDA - 1
    for i, nama in enumerate(("TandaLembar", "TandaSel", "TandaTingkat")):
        h = "KLM"[i]
        ws.column_dimensions[h].hidden = True
        ws.cell(BARIS_KEPALA, KOLOM_TANDA + i, nama).font = gaya.NOMOR
        acuan = f"'{NAMA_HASIL}'!${h}${BARIS_DATA}:${h}${akhir}"
        ws.parent.defined_names[nama] = DefinedName(nama, attr_text=acuan)
    baris = BARIS_DATA
    for t in temuan:
        if t.tingkat not in (Tingkat.KESALAHAN, Tingkat.PERINGATAN) or not t.sel:
            continue
        for sel in t.sel_semua or (t.sel,):
            if baris <= akhir:
                for i, x in enumerate((t.lembar, sel, t.tingkat.value)):
                    ws.cell(baris, KOLOM_TANDA + i, x).font = gaya.NOMOR
                baris += 1

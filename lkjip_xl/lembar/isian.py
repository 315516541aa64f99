"""One input sheet, laid out like its official matrix, from its schema."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from itertools import groupby
from math import ceil

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Border, Font, Side
from openpyxl.utils import get_column_letter as huruf
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.lembar import gaya
from lkjip_xl.skema import judul
from lkjip_xl.skema.model import Kolom, SkemaLembar
from lkjip_xl.skema.ungkapan import SKALA, ke_excel, nama_kolom, urai
from lkjip_xl.tabel.model import (
    BARIS_DATA,
    BARIS_INSTANSI,
    BARIS_JUDUL,
    BARIS_KELOMPOK,
    BARIS_KEPALA,
    BARIS_NOMOR,
    BARIS_PETUNJUK,
)

BARIS_TAUTAN = 4
TINGGI_BARIS = 13.5
LEBAR_A3 = 230  # characters beyond which a landscape A4 page gets too small to read
KERTAS_A3, KERTAS_A4 = 8, 9
BERWARNA = {  # columns coloured by the scale, with the setting that says how many decimals are shown
    "pengukuran": {"capaian": "DesimalCapaian"},
    "anggaran": {"capaian": "DesimalCapaian", "serapan": "DesimalSerapan"},
}
# a column without upper header looks like one cell over both header rows; merging would hide its text from filters
_BORDER_ATAS = Border(left=gaya.GARIS, right=gaya.GARIS, top=gaya.GARIS)
_BORDER_BAWAH = Border(left=gaya.GARIS, right=gaya.GARIS, bottom=gaya.GARIS)


def bangun_lembar(ws: Worksheet, skema: SkemaLembar) -> None:
    """Write header, ready-made rows, drop-downs, marks, protection and print set-up of a table sheet."""
    kolom = list(skema.kolom.values())
    tulis_kepala_lembar(ws, skema.judul, skema.petunjuk, sum(k.lebar for k in kolom if not k.tersembunyi), len(kolom))
    _tulis_kepala(ws, kolom)
    akhir = BARIS_DATA + skema.baris - 1
    _tulis_isi(ws, skema, kolom, akhir)
    for i, k in enumerate(kolom, 1):
        dimensi = ws.column_dimensions[huruf(i)]
        dimensi.width = k.lebar
        dimensi.hidden = k.tersembunyi
        _pasang_pesan(ws, k, f"{huruf(i)}{BARIS_DATA}:{huruf(i)}{akhir}")
    rentang = f"A{BARIS_DATA}:{huruf(len(kolom))}{akhir}"
    pasang_tanda(ws, rentang)
    _warnai_capaian(ws, skema, kolom, akhir)
    _redupkan_tahun_kosong(ws, kolom, akhir)
    ws.auto_filter.ref = f"A{BARIS_NOMOR}:{huruf(len(kolom))}{akhir}"
    ws.freeze_panes = f"{huruf(_kolom_beku(kolom, skema.cetak) + 1)}{BARIS_DATA}"
    atur_cetak(ws, skema, len(kolom), akhir)
    lindungi(ws)


def tulis_kepala_lembar(ws: Worksheet, teks_judul: str, petunjuk: str, lebar: float, kolom: int) -> None:
    """Title, agency and year, instruction, link back to the guide: rows 1–4."""
    ws.cell(BARIS_JUDUL, 1, judul.sebagai_rumus(teks_judul) if judul.berubah(teks_judul) else teks_judul)
    ws.cell(BARIS_JUDUL, 1).font = gaya.JUDUL
    ws.cell(BARIS_INSTANSI, 1, '=Instansi&" "&Kabupaten&" — Tahun "&TahunLaporan').font = gaya.SUBJUDUL
    sel = ws.cell(BARIS_PETUNJUK, 1, petunjuk)
    sel.font, sel.alignment = gaya.KETERANGAN, gaya.KIRI
    if kolom > 1:
        ws.merge_cells(start_row=BARIS_PETUNJUK, end_row=BARIS_PETUNJUK, start_column=1, end_column=kolom)
    ws.row_dimensions[BARIS_PETUNJUK].height = TINGGI_BARIS * max(1, ceil(len(petunjuk) / max(lebar, 1)))
    tautan = ws.cell(BARIS_TAUTAN, 1, "← Petunjuk")
    tautan.hyperlink = Hyperlink(ref=tautan.coordinate, location="'Petunjuk'!A1", display="← Petunjuk")
    tautan.font = gaya.TAUTAN


def _tulis_kepala(ws: Worksheet, kolom: list[Kolom]) -> None:
    for i, k in enumerate(kolom, 1):
        for baris in (BARIS_KELOMPOK, BARIS_KEPALA):
            sel = ws.cell(baris, i)
            sel.font, sel.fill, sel.alignment = gaya.KEPALA, gaya.isian(gaya.BIRU_TUA), gaya.TENGAH
            sel.border = gaya.KOTAK if k.kelompok else _BORDER_ATAS if baris == BARIS_KELOMPOK else _BORDER_BAWAH
        ws.cell(BARIS_KEPALA, i, _teks_kepala(k.judul))
        nomor = ws.cell(BARIS_NOMOR, i, f"({i})")
        nomor.font, nomor.fill, nomor.alignment = gaya.NOMOR, gaya.isian(gaya.ABU), gaya.TENGAH
        nomor.border = gaya.KOTAK
    _gabung_kelompok(ws, kolom)
    ws.row_dimensions[BARIS_KELOMPOK].hidden = not any(k.kelompok for k in kolom)
    baris = max(ceil((len(k.judul) + 2) / max(k.lebar - 1, 1)) for k in kolom if not k.tersembunyi)
    ws.row_dimensions[BARIS_KEPALA].height = max(2, baris) * TINGGI_BARIS


def _gabung_kelompok(ws: Worksheet, kolom: list[Kolom]) -> None:
    """Columns with one upper header share a merged cell above; the header itself stays in the header row."""
    letak = 1
    for kelompok, anggota in groupby(kolom, key=lambda k: k.kelompok):
        n = len(list(anggota))
        if kelompok:
            ws.cell(BARIS_KELOMPOK, letak, _teks_kepala(kelompok))
            if n > 1:
                ws.merge_cells(
                    start_row=BARIS_KELOMPOK, end_row=BARIS_KELOMPOK, start_column=letak, end_column=letak + n - 1
                )
        letak += n


def _teks_kepala(teks: str) -> str:
    return judul.sebagai_rumus(teks) if judul.berubah(teks) else teks


def _tulis_isi(ws: Worksheet, skema: SkemaLembar, kolom: list[Kolom], akhir: int) -> None:
    letak = {k.nama: huruf(i) for i, k in enumerate(kolom, 1)}
    simpul = {k.nama: urai(k.rumus) for k in kolom if k.rumus}
    awal = list(skema.baris_awal)
    for baris in range(BARIS_DATA, akhir + 1):
        isi = awal[baris - BARIS_DATA] if baris - BARIS_DATA < len(awal) else {}
        for i, k in enumerate(kolom, 1):
            sel = ws.cell(baris, i)
            if k.rumus:
                sel.value = "=" + ke_excel(simpul[k.nama], letak, baris)
            elif k.nama in isi:
                sel.value = isi[k.nama]
            if baris == BARIS_DATA:
                gayakan(sel, k)
            else:  # openpyxl looks every style up anew: a copied style record is ten times faster
                sel._style = copy(ws.cell(BARIS_DATA, i)._style)


def gayakan(sel, k: Kolom) -> None:
    """Look and lock of one body cell of a column."""
    sel.font = gaya.BIASA
    sel.fill = gaya.isian(gaya.WARNA_JENIS[k.jenis])
    sel.border = gaya.KOTAK
    sel.number_format = gaya.format_angka(k.tipe, k.desimal)
    sel.protection = gaya.TERKUNCI if k.jenis == "rumus" else gaya.TERBUKA
    if k.tipe in ("teks", "kode"):
        sel.alignment = gaya.KIRI
    elif k.tipe in ("pilihan", "tahun"):
        sel.alignment = gaya.TENGAH_ATAS
    else:
        sel.alignment = gaya.KANAN


def _pasang_pesan(ws: Worksheet, k: Kolom, rentang: str) -> None:
    """Drop-down and input message of a column; formula cells only explain themselves."""
    dv = DataValidation(allow_blank=True)
    if k.pilihan and k.jenis == "isian":
        dv = DataValidation(type="list", formula1='"' + ",".join(k.pilihan) + '"', allow_blank=True)
    elif k.pilihan_acuan and k.jenis == "isian":
        dv = DataValidation(type="list", formula1=nama_kolom(*k.pilihan_acuan), allow_blank=True)
    if dv.type == "list":
        dv.errorStyle = "stop" if k.ketat else "warning"
        dv.errorTitle = "Tidak ada dalam daftar"
        dv.error = "Pilih dari daftar." if k.ketat else "Isian ini tidak ada dalam daftar. Tetap dipakai?"
        dv.showErrorMessage = True
    dv.promptTitle = k.judul.replace("{", "").replace("}", "")[:32] if not judul.berubah(k.judul) else "Tahun"
    dv.prompt = k.bantuan[:255]
    dv.showInputMessage = True
    dv.add(rentang)
    ws.add_data_validation(dv)


def pasang_tanda(ws: Worksheet, rentang: str) -> None:
    """Colour the cells named on Hasil Validasi, without touching any cell: errors red, the rest amber."""
    syarat = f'TandaLembar,"{ws.title}",TandaSel,ADDRESS(ROW(),COLUMN(),4)'
    merah, jingga = Side(style="thin", color="C00000"), Side(style="thin", color="BF8F00")
    for tingkat, warna, garis in (("Kesalahan", gaya.MERAH, merah), ("Peringatan", gaya.JINGGA, jingga)):
        ws.conditional_formatting.add(
            rentang,
            FormulaRule(
                formula=[f'COUNTIFS({syarat},TandaTingkat,"{tingkat}")>0'],
                fill=gaya.isian(warna),
                border=Border(left=garis, right=garis, top=garis, bottom=garis),
                stopIfTrue=True,
            ),
        )


def _warnai_capaian(ws: Worksheet, skema: SkemaLembar, kolom: list[Kolom], akhir: int) -> None:
    """Traffic lights on capaian and serapan: the highest band of the scale green, the lowest red, between them amber.

    The bounds are read from the scale's own cells; without a scale nothing is coloured. Bold and italic tell the ends
    apart in grey. The marks of Hasil Validasi stand first and stop these.
    """
    for i, k in enumerate(kolom, 1):
        if skema.id not in BERWARNA or k.nama not in BERWARNA[skema.id]:
            continue
        h = huruf(i)
        nilai = f"ROUND({h}{BARIS_DATA},{BERWARNA[skema.id][k.nama]})"
        banyak = f"COUNT(INDEX({SKALA},0,1))"
        tinggi, rendah = (_dalam_pita(nilai, n) for n in ("1", banyak))
        for syarat, warna, huruf_gaya in (
            (tinggi, gaya.HIJAU, Font(bold=True)),
            (f"NOT({rendah})", gaya.MERAH_MUDA, Font(bold=True, italic=True)),
            ("TRUE", gaya.KUNING_TUA, Font(italic=True)),
        ):
            rumus = f"IF(ISNUMBER({h}{BARIS_DATA}),IF({banyak}>0,{syarat},FALSE),FALSE)"
            aturan = FormulaRule(formula=[rumus], fill=gaya.isian(warna), font=huruf_gaya, stopIfTrue=True)
            ws.conditional_formatting.add(f"{h}{BARIS_DATA}:{h}{akhir}", aturan)


def _dalam_pita(nilai: str, pita: str) -> str:
    """Formula: is a value at or above (above, where its sign says so) the bound of a band of the scale?"""
    batas, tanda = (f"INDEX({SKALA},{pita},{k})" for k in (1, 2))
    return f'IF({tanda}=">",{nilai}>{batas},{nilai}>={batas})'


def _redupkan_tahun_kosong(ws: Worksheet, kolom: list[Kolom], akhir: int) -> None:
    """Year columns past the Renstra period show "–" in the header; grey them so nobody fills them."""
    for i, k in enumerate(kolom, 1):
        if "{renstra" in k.judul:
            h = huruf(i)
            ws.conditional_formatting.add(
                f"{h}{BARIS_DATA}:{h}{akhir}",
                FormulaRule(formula=[f'{h}${BARIS_KEPALA}="{judul.TANPA_TAHUN}"'], fill=gaya.isian("BFBFBF")),
            )


def _kolom_beku(kolom: Iterable[Kolom], cetak: dict) -> int:
    return int(cetak.get("ulang_kolom", 1)) if cetak else 1


def atur_cetak(ws: Worksheet, skema: SkemaLembar, kolom: int, akhir: int) -> None:
    """Landscape or portrait, one page wide, header rows and key columns repeated, page numbers."""
    lebar = sum(k.lebar for k in skema.kolom.values() if not k.tersembunyi)
    ws.page_setup.orientation = (skema.cetak or {}).get("arah", "landscape")
    ws.page_setup.paperSize = KERTAS_A3 if lebar > LEBAR_A3 else KERTAS_A4
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.print_title_rows = f"{BARIS_KELOMPOK}:{BARIS_NOMOR}"
    ws.print_area = f"A1:{huruf(kolom)}{akhir}"
    ws.print_options.horizontalCentered = True
    ws.page_margins.left = ws.page_margins.right = 0.4
    ws.page_margins.top, ws.page_margins.bottom = 0.5, 0.6
    ws.oddFooter.left.text, ws.oddFooter.right.text = "&A", "Halaman &P dari &N"
    ws.oddFooter.left.size = ws.oddFooter.right.size = 8


def lindungi(ws: Worksheet) -> None:
    """Protect without password; column width, filter, sort and hiding stay free."""
    p = ws.protection
    p.sheet = True
    p.formatColumns = p.formatRows = p.formatCells = p.autoFilter = p.sort = False

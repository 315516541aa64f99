"""Number formats that VBA paints are the same in every language of LibreOffice and of Excel."""

from __future__ import annotations

import re
from copy import copy
from pathlib import Path

import openpyxl
import pytest
from bahasa import TANDA, TETAP_AMERIKA, seragam, tampilan, tanpa_sempit
from banyak import satu_cepat
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet
from pyopenvba.apps.excel import ExcelApplication

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.excel.pasang import modul_vba, pasang_vba
from lkjip_xl.excel.protokol import SelIsian, pesan
from lkjip_xl.inti.alamat import pecah

NAMA = "Lembar"
POLA = ("#,##0", "0.00", "#,##0.00", '#,##0.0"*"', '"Rp "#,##0', "0.000", '"a.b,c ##" 0.0', "#,##0\\.")
NILAI = (75.0, 1168800000.0, -76.995, 0.0)
JUMLAH = 102.65
# neither General nor dates are written the same everywhere; what is saved must be
LAIN = ("General", "@", "dd/mm/yyyy", "#,##0.00;[Red]-#,##0.00", "0.0%", "0.00E+00")
UJI = """
Public Sub UjiLukis(teks As String)
    Dim baris As Variant
    baris = Split(teks, vbCrLf)
    Lukis baris, UBound(baris) - 1, ""
End Sub
"""


def lembar_uji() -> Worksheet:
    """One column per pattern, one row per number."""
    ws = Workbook().worksheets[0]
    ws.title = NAMA
    for kolom, pola in enumerate((*POLA, *LAIN), 1):
        for baris, nilai in enumerate(NILAI, 1):
            ws.cell(baris, kolom, nilai).number_format = pola
    return ws


GAYA = {
    "Y1:Z2": {"font": Font("Arial", 9, bold=True, italic=True, underline="single", color="FF112233")},
    "AA1": {
        "fill": PatternFill("solid", start_color="FF1F3864"),
        "alignment": Alignment("center", "top", wrap_text=True),
    },
    "AC3:AC4": {
        "border": Border(*[Side("thin", color="FFA6A6A6")] * 4),
        "alignment": Alignment("left", "center", indent=1),
    },
}


def lembar_bergaya() -> Worksheet:
    """Looks of every kind, each on one or two places apart: what has one look is painted in one go."""
    ws = Workbook().worksheets[0]
    ws.title = NAMA
    for daerah, sifat in GAYA.items():
        for c in [*sel_daerah(ws, daerah), ws.cell(9, ws[daerah.split(":")[0]].column)]:
            c.value = "isi"
            for nama, x in sifat.items():
                setattr(c, nama, copy(x))
    return ws


def sel_daerah(ws: Worksheet, daerah: str) -> list[Cell]:
    a, b, c, d = range_boundaries(daerah)
    return [x for baris in ws.iter_rows(b, d, a, c) for x in baris]


def rupa(c: Cell) -> tuple:
    """The look of a cell as both programs keep it."""
    f, a = c.font, c.alignment
    huruf = (
        f.name,
        f.sz,
        bool(f.b),
        bool(f.i),
        f.u,
        f.color.rgb if f.color and isinstance(f.color.rgb, str) else "FF000000",
    )
    isian = c.fill.start_color.rgb if c.fill.fill_type == "solid" else None
    letak = (a.horizontal or "general", a.vertical or "bottom", bool(a.wrap_text), int(a.indent or 0))
    sisi = [
        (s.style, s.color.rgb) if s and s.style else None
        for s in (c.border.left, c.border.right, c.border.top, c.border.bottom)
    ]
    return huruf, isian, letak, sisi


def isian() -> list[SelIsian]:
    return [SelIsian(NAMA, f"T{n}", JUMLAH, pola) for n, pola in enumerate((*POLA, *LAIN), 1)]


@pytest.fixture(scope="module")
def buku(tmp_path_factory) -> Path:
    """A workbook with our macros, its sheet empty, and a procedure that paints a given answer."""
    wb = Workbook()
    wb.worksheets[0].title = NAMA
    modul = modul_vba()
    modul["LukisLembar"] += UJI
    pasang_vba(wb, modul)
    path = tmp_path_factory.mktemp("bahasa") / "uji.xlsm"
    wb.save(path)
    return path


@pytest.mark.lengkap
@pytest.mark.lo
@pytest.mark.parametrize(
    "bahasa", satu_cepat(sorted(TANDA, key="id-ID".__ne__))
)  # each starts a LibreOffice of its own
def test_format_yang_dilukis_sama_di_setiap_bahasa(libreoffice_di, buku, tmp_path, bahasa):
    jawaban = pesan("selesai", "", [lembar_uji()], isian())
    tersimpan = tmp_path / "tersimpan.xlsm"
    hasil = libreoffice_di(bahasa).jalankan(
        buku, "LukisLembar.UjiLukis", jawaban, tampil=[NAMA], simpan=tersimpan, lembar=[NAMA]
    )
    desimal, _ = TANDA[bahasa]
    assert hasil["satu_setengah"] == f"1{desimal}5"  # LibreOffice really is in that language
    ws = lembar_uji()
    harap = {c.coordinate: (c.value, c.number_format) for baris in ws.iter_rows() for c in baris}
    harap |= {s.sel: (s.nilai, s.format) for s in isian()}
    assert {a: s["v"] for a, s in hasil["sel"][NAMA].items()} == {a: x for a, (x, _) in harap.items()}
    disimpan = baca_buku(tersimpan).lembar[NAMA].sel
    assert {a: seragam(disimpan[pecah(a)].format) for a in harap} == {a: seragam(k) for a, (_, k) in harap.items()}
    tampak = {a: tanpa_sempit(t) for a, t in hasil["tampil"][NAMA].items()}
    biasa = {a: (x, k) for a, (x, k) in harap.items() if k in POLA}
    bertanda = "en-US" if bahasa in TETAP_AMERIKA else bahasa
    assert {a: tampak[a] for a in biasa} == {a: tampilan(x, k, bertanda) for a, (x, k) in biasa.items()}


@pytest.mark.lo
def test_rupa_yang_dilukis_sama_dengan_yang_disusun(libreoffice_di, buku, tmp_path):
    """Font, fill, alignment, indent, lines: what was built in Python stands in the sheet after painting, and nowhere else."""
    tersimpan, ws = tmp_path / "tersimpan.xlsm", lembar_bergaya()
    libreoffice_di("id-ID").jalankan(
        buku, "LukisLembar.UjiLukis", pesan("selesai", "", [ws]), tampil=[NAMA], simpan=tersimpan
    )
    ada = openpyxl.load_workbook(tersimpan)[NAMA]
    daerah = "X1:AD10"
    assert {c.coordinate: rupa(ada[c.coordinate]) for c in sel_daerah(ws, daerah)} == {
        c.coordinate: rupa(c) for c in sel_daerah(ws, daerah)
    }


def test_baris_dan_kolom_seukuran_diatur_sekaligus():
    """Neighbours of one size are one order; hidden ones are apart."""
    ws = Workbook().worksheets[0]
    for n, tinggi in enumerate((20.0, 20.0, 30.0, 20.0), 1):
        ws.row_dimensions[n].height = tinggi
    ws.row_dimensions[2].hidden = True
    for n in (5, 6, 7):
        ws.row_dimensions[n].height = 12.5
    for h in ("B", "C", "E", "AA", "Z"):
        ws.column_dimensions[h].width = 14
    perintah = [b.split("\t")[:2] for b in pesan("selesai", "", [ws]).split("\r\n")]
    semua, *baris = [a for p, a in (x for x in perintah if len(x) == 2) if p == "baris"]
    assert semua == f"1:{ws.max_row}"  # all are shown first
    assert sorted(baris) == [
        "1:1",
        "2:2",
        "3:3",
        "4:4",
        "5:7",
    ]
    assert sorted(a for p, a in (x for x in perintah if len(x) == 2) if p == "kolom") == ["B:C", "E:E", "Z:AA"]


def test_ukuran_diatur_sebelum_isinya():
    """Text written into columns of another width is measured anew, row by row: that is most of the time of painting."""
    ws = lembar_uji()
    ws.column_dimensions["A"].width, ws.row_dimensions[1].height = 14, 20
    perintah = [b.split("\t")[0] for b in pesan("selesai", "", [ws]).split("\r\n")]
    ukuran, isi = ([i for i, p in enumerate(perintah) if p in x] for x in (("kolom", "baris"), ("gaya", "blok")))
    assert ukuran and isi and max(ukuran) < min(isi)


@pytest.mark.lo
def test_baris_tersembunyi_tampil_bila_dilukis(libreoffice_di, buku, tmp_path):
    """A row somebody has hidden below what the sheet held shows what is painted there; rows hidden by the answer are hidden."""
    wb = openpyxl.load_workbook(buku, keep_vba=True)
    for n in (3, 5):
        wb[NAMA].row_dimensions[n].hidden = True
    wb.save(lama := tmp_path / "lama.xlsm")
    wb.vba_archive.close()  # openpyxl leaves it open for writing
    ws = Workbook().worksheets[0]
    ws.title = NAMA
    for n in range(1, 7):
        ws.cell(n, 1).value = f"isi {n}"
    ws.row_dimensions[3].height, ws.row_dimensions[4].height = 30, 25
    ws.row_dimensions[4].hidden = ws.row_dimensions[6].hidden = True
    tersimpan = tmp_path / "tersimpan.xlsm"
    libreoffice_di("id-ID").jalankan(
        lama, "LukisLembar.UjiLukis", pesan("selesai", "", [ws]), tampil=[NAMA], simpan=tersimpan
    )
    assert baca_buku(tersimpan).lembar[NAMA].baris_tersembunyi == {4, 6}
    assert openpyxl.load_workbook(tersimpan)[NAMA].row_dimensions[3].height == pytest.approx(30, abs=0.1)


def test_excel_menerima_pola_amerika(buku):
    """Excel takes US patterns in every language: there the pattern goes to NumberFormat as it is."""
    jawaban = pesan("selesai", "", [lembar_uji()], isian())
    app = ExcelApplication.open(str(buku))
    app.run("UjiLukis", re.sub(r"cetak\t.*\r\n", "", jawaban))  # the interpreter has no page setup
    for kolom, pola in enumerate((*POLA, *LAIN), 1):
        assert app.evaluate(f'Worksheets("{NAMA}").Cells(1, {kolom}).NumberFormat') == pola
        assert app.evaluate(f'Range("T{kolom}").NumberFormat') == pola

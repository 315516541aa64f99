"""Number formats that VBA paints are the same in every language of LibreOffice and of Excel."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bahasa import TANDA, seragam, tampilan, tanpa_sempit
from banyak import satu_cepat
from openpyxl import Workbook
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
    assert {a: tampak[a] for a in biasa} == {a: tampilan(x, k, bahasa) for a, (x, k) in biasa.items()}


def test_excel_menerima_pola_amerika(buku):
    """Excel takes US patterns in every language: there the pattern goes to NumberFormat as it is."""
    jawaban = pesan("selesai", "", [lembar_uji()], isian())
    app = ExcelApplication.open(str(buku))
    app.run("UjiLukis", re.sub(r"cetak\t.*\r\n", "", jawaban))  # the interpreter has no page setup
    for kolom, pola in enumerate((*POLA, *LAIN), 1):
        assert app.evaluate(f'Worksheets("{NAMA}").Cells(1, {kolom}).NumberFormat') == pola
        assert app.evaluate(f'Range("T{kolom}").NumberFormat') == pola

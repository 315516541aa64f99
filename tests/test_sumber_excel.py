"""Workbooks of strangers: formats, formulas, what is hidden or merged, raised marks."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from lkjip_xl.buku.teks_berpangkat import TeksBerpangkat
from lkjip_xl.buku.teks_bersama import urai_teks_bersama
from lkjip_xl.sumber.excel import baca_excel
from lkjip_xl.sumber.model import Kisi, Sumber


def _simpan(buku: openpyxl.Workbook) -> bytes:
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def _baca(isi: dict[str, object], format: dict[str, str] | None = None) -> Kisi:
    buku = openpyxl.Workbook()
    for sel, nilai in isi.items():
        buku.active[sel] = nilai
    for sel, kode in (format or {}).items():
        buku.active[sel].number_format = kode
    return baca_excel(_simpan(buku), "a.xlsx").kisi[0]


@pytest.mark.parametrize(
    ("nilai", "format", "teks", "angka"),
    [
        (0.9285, "0.00%", "92,85%", 92.85),
        (92.85, '0.00"%"', "92,85%", 92.85),
        (1234567.5, "#,##0.00", "1.234.567,50", 1234567.5),
        (2025, "General", "2025", 2025),
        (1.5, "General", "1,5", 1.5),
        (2, "00", "02", 2),
        (12, '0" orang"', "12 orang", 12),
        (date(2024, 12, 31), "dd/mm/yyyy", "31/12/2024", None),
        (True, "General", "TRUE", None),
    ],
)
def test_angka_seperti_tampak(nilai: object, format: str, teks: str, angka: float | None) -> None:
    s = _baca({"A1": nilai}, {"A1": format}).sel[1, 1]
    assert (s.teks, s.angka, s.tak_tahu) == (teks, angka, False)


def test_rumus_tanpa_hasil_dan_galat_tidak_kosong() -> None:
    kisi = _baca({"A1": "=1+1", "A2": "#N/A", "A3": "  "})
    assert (kisi.sel[1, 1].tak_tahu, kisi.sel[1, 1].rumus) == (True, "=1+1")
    assert (kisi.sel[2, 1].tak_tahu, kisi.sel[2, 1].teks) == (True, "#N/A")
    assert set(kisi.sel) == {(1, 1), (2, 1)}


def test_angka_kecil_di_atas_terpisah() -> None:
    kecil = TextBlock(InlineFont(vertAlign="superscript"), "2)")
    tebal = CellRichText("m", TextBlock(InlineFont(b=True), "3"))
    sel = _baca({"A1": CellRichText("92", kecil), "A2": tebal, "A3": "polos"}).sel
    assert [(sel[b, 1].teks, sel[b, 1].atas) for b in (1, 2, 3)] == [("92", "2)"), ("m3", ""), ("polos", "")]


def test_angka_kecil_di_teks_bersama() -> None:
    r = "<r>{}<t>{}</t></r>"
    naik = '<rPr><vertAlign val="superscript"/></rPr>'
    isi = f"<si>{r.format('', '92')}{r.format(naik, '2_x0029_')}{r.format('', '%')}</si><si><t>polos</t></si>"
    data = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{isi}</sst>'.encode()
    kaya, polos = urai_teks_bersama(data, pangkat=True)
    assert isinstance(kaya, TeksBerpangkat) and (kaya, kaya.polos, kaya.atas) == ("922)%", "92%", "2)")
    assert (type(polos), polos) == (str, "polos")
    assert [type(t) for t in urai_teks_bersama(data)] == [str, str]


def test_tersembunyi_dan_gabung() -> None:
    buku = openpyxl.Workbook()
    lembar = buku.active
    lembar.title = "Data"
    for b in (1, 2, 3):
        lembar.append([b, b, b, b])
    lembar.row_dimensions[2].hidden = True
    lembar.column_dimensions["C"].hidden = True
    lembar.merge_cells("A1:B1")
    rahasia = buku.create_sheet("Lama")
    rahasia["A1"] = "x"
    rahasia.sheet_state = "hidden"
    buku.create_sheet("Kosong")
    hasil: Sumber = baca_excel(_simpan(buku), "a.xlsx")
    (kisi,) = hasil.kisi
    assert (kisi.tempat, kisi.baris_tersembunyi, kisi.kolom_tersembunyi) == ("Data", {2}, {3})
    assert kisi.gabung == ((1, 1, 1, 2),) and (2, 1) in kisi.sel and kisi.alamat(3, 3) == ("a.xlsx!Data", "C3")
    assert hasil.catatan == [("SB-21", {"lembar": "Data", "baris": 1, "kolom": 1}), ("SB-20", {"lembar": "Lama"})]
    lembar.row_dimensions[2].hidden = lembar.column_dimensions["C"].hidden = False
    rahasia.sheet_state = "visible"
    assert baca_excel(_simpan(buku), "a.xlsx").catatan == []


@pytest.mark.parametrize(
    ("nilai", "format"), [(1e308, "0%"), (-1e308, "General"), (1e-300, "0.00"), (1e300, '0" orang"')]
)
def test_angka_di_luar_akal_tidak_dihitung(nilai: float, format: str) -> None:
    """A hundred times 1e308 is no number any more: such a cell is a figure nobody can see."""
    s = _baca({"A1": nilai}, {"A1": format}).sel[1, 1]
    assert (s.tak_tahu, s.angka) == (True, None)

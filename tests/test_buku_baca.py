"""Reading cells: values, formulas, kinds, formats and places."""

import gc
import io
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
import python_calamine
from banyak import banyak
from buku_pengguna import M, R, bagian, buku_pengguna, buku_polos, kemas, simpan
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import from_excel

from lkjip_xl.buku.baca import Buku, Sel, baca_buku
from lkjip_xl.buku.format_angka import ke_tanggal, kenali_format
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket

XF = (0, 9, 10, 14, 22, 46, 4, 164, 165)  # cell styles 0, 1, 2 … of the hand-written workbook
GAYA = (
    f'<styleSheet xmlns="{M}"><numFmts><numFmt numFmtId="164" formatCode="&quot;Rp&quot;\\ #,##0.0"/>'
    '<numFmt numFmtId="165" formatCode="[$-421]dd\\ mmmm\\ yyyy"/></numFmts><cellXfs>'
    + "".join(f'<xf numFmtId="{n}"/>' for n in XF)
    + "</cellXfs></styleSheet>"
)
TEKS = (
    f'<sst xmlns="{M}"><si><t xml:space="preserve"> biasa </t></si>'
    '<si><r><t>ka</t></r><r><rPr><b/></rPr><t>ya</t></r><rPh sb="0" eb="1"><t>HINT</t></rPh></si>'
    "<si><t>a_x000D_b</t></si><si><t/></si></sst>"
)


def buku(baris: str, *, sifat: str = "", ekor: str = "", lembar: str | None = None) -> Buku:
    """A workbook whose one sheet holds these hand-written rows."""
    isi = bagian(buku_polos(Data=[[1]]))
    teks = lembar or f'<worksheet xmlns="{M}"><sheetData>{baris}</sheetData>{ekor}</worksheet>'
    isi["xl/worksheets/sheet1.xml"] = teks.encode()
    isi["xl/styles.xml"] = GAYA.encode()
    isi["xl/sharedStrings.xml"] = TEKS.encode()
    rels = f'<Relationship Id="rIdT" Type="{R}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    isi["xl/_rels/workbook.xml.rels"] = isi["xl/_rels/workbook.xml.rels"].replace(b"</Relationships>", rels.encode())
    isi["xl/workbook.xml"] = isi["xl/workbook.xml"].replace(b"<workbookPr/>", f"<workbookPr {sifat}/>".encode())
    return baca_buku(Paket.dari_bytes(kemas(isi)))


def satu(c: str, **opsi: str) -> Sel | None:
    """The one cell of a sheet."""
    return buku(f'<row r="1">{c}</row>', **opsi).lembar["Data"].sel.get((1, 1))


@pytest.mark.parametrize(
    ("c", "harap"),
    [
        ('<c r="A1"><v>75</v></c>', Sel(75.0, None, "angka", None, "General", None, True)),
        ('<c r="A1" t="n" s="6"><v>1E3</v></c>', Sel(1000.0, None, "angka", None, "#,##0.00", 2, True)),
        ('<c r="A1" s="1"><v>0.75</v></c>', Sel(0.75, None, "angka", None, "0%", 0, True)),
        ('<c r="A1" s="2"><v>0.75</v></c>', Sel(0.75, None, "angka", None, "0.00%", 2, True)),
        ('<c r="A1" s="7"><v>5</v></c>', Sel(5.0, None, "angka", None, '"Rp"\\ #,##0.0', 1, True)),
        ('<c r="A1" t="s"><v>0</v></c>', Sel(" biasa ", None, "teks", None, "General", None, True)),
        ('<c r="A1" t="s"><v>1</v></c>', Sel("kaya", None, "teks", None, "General", None, True)),
        ('<c r="A1" t="s"><v>2</v></c>', Sel("a\rb", None, "teks", None, "General", None, True)),
        ('<c r="A1" t="inlineStr"><is><r><t>se</t></r><r><t>baris</t></r></is></c>', Sel("sebaris", None, "teks", None, "General", None, True)),
        ('<c r="A1" t="inlineStr"><is><t>x</t><rPh sb="0" eb="1"><t>y</t></rPh></is></c>', Sel("x", None, "teks", None, "General", None, True)),
        ('<c r="A1" t="b"><v>1</v></c>', Sel(True, None, "logika", None, "General", None, True)),
        ('<c r="A1" t="e"><v>#DIV/0!</v></c>', Sel(None, None, "galat", "#DIV/0!", "General", None, True)),
        ('<c r="A1" s="3"><v>45292</v></c>', Sel(date(2024, 1, 1), None, "tanggal", None, "mm-dd-yy", None, True)),
        ('<c r="A1" t="d"><v>2024-01-01T00:00:00</v></c>', Sel(datetime(2024, 1, 1), None, "tanggal", None, "General", None, True)),
        ('<c r="A1"><f>B1*2</f><v>4</v></c>', Sel(4.0, "=B1*2", "angka", None, "General", None, True)),
        ('<c r="A1"><f>B1*2</f></c>', Sel(None, "=B1*2", "kosong", None, "General", None, False)),
        ('<c r="A1"><f>B1*2</f><v></v></c>', Sel(None, "=B1*2", "kosong", None, "General", None, False)),
        ('<c r="A1" t="str"><f>""</f><v></v></c>', Sel(None, '=""', "kosong", None, "General", None, True)),
        ('<c r="A1" t="str"><f>"a"&amp;B1</f><v>a1</v></c>', Sel("a1", '="a"&B1', "teks", None, "General", None, True)),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', Sel(None, "=1/0", "galat", "#DIV/0!", "General", None, True)),
        ('<c r="A1"><f t="dataTable" ref="A1:A3" r1="B1"/><v>3</v></c>', Sel(3.0, "=TABLE()", "angka", None, "General", None, True)),
        ('<c r="A1" s="2"/>', None),
        ('<c r="A1" t="s"><v>3</v></c>', None),
    ],
)  # fmt: skip
def test_satu_sel(c, harap):
    assert satu(c) == harap


def test_nomor_baris_dan_kolom_milik_excel():
    b = buku(
        '<row r="5"><c r="C5"><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row><row r="9"><c r="AB9"><v>4</v></c><c><v>5</v></c></row>'
    )
    assert {k: s.nilai for k, s in b.lembar["Data"].sel.items()} == {
        (5, 3): 1, (6, 1): 2, (6, 2): 3, (9, 28): 4, (9, 29): 5,
    }  # fmt: skip


def test_sel_di_ujung_lembar_tidak_menghabiskan_memori():
    b = buku('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')
    assert b.lembar["Data"].sel[1048576, 16384].nilai == 2


def test_rumus_bersama_dan_larik_terisi_di_setiap_sel():
    b = buku(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1</f><v>1</v></c><c r="D1"><f t="array" ref="D1:D2">B1:B2*2</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="D2"><v>2</v></c></row>'
        '<row r="3"><c r="A3"><f t="shared" si="0"/></c><c r="D3"><v>9</v></c></row>'
    )
    rumus = {k: s.rumus for k, s in b.lembar["Data"].sel.items()}
    assert rumus == {
        (1, 1): "=B1*$C$1", (2, 1): "=B2*$C$1", (3, 1): "=B3*$C$1",
        (1, 4): "=B1:B2*2", (2, 4): "=B1:B2*2", (3, 4): None,
    }  # fmt: skip


def test_awalan_nama_unsur():
    lembar = f'<x:worksheet xmlns:x="{M}"><x:sheetData><x:row r="2"><x:c r="B2"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>'
    data = buku("", lembar=lembar).lembar["Data"]
    assert data.sel[2, 2][:2] == (2.0, "=1+1") and data.gabung == ["A1:B1"]


def test_tanggal_1904_dan_hari_yang_tidak_ada():
    assert satu('<c r="A1" s="8"><v>0</v></c>', sifat='date1904="1"').nilai == date(1904, 1, 1)
    assert satu('<c r="A1" s="3"><v>60</v></c>')[:3] == (60.0, None, "angka")
    assert satu('<c r="A1" s="3"><v>1E9</v></c>').jenis == "angka"
    assert satu('<c r="A1" s="5"><v>1.5</v></c>').nilai == timedelta(days=1.5)
    assert satu('<c r="A1" s="4"><v>0.25</v></c>').nilai == time(6)


@settings(max_examples=banyak(100), deadline=None)
@given(st.floats(61, 70000), st.booleans())
def test_tanggal_seperti_openpyxl(hari, sejak1904):
    awal = datetime(1904, 1, 1) if sejak1904 else datetime(1899, 12, 30)
    hasil = ke_tanggal(hari, "yyyy", sejak1904=sejak1904)
    hasil = hasil if isinstance(hasil, datetime) else datetime.combine(hasil, time())
    assert abs(hasil - from_excel(hari, epoch=awal)) <= timedelta(milliseconds=1)


@pytest.mark.parametrize(
    ("kode", "desimal", "tanggal"),
    [
        ("0", 0, False), ("0.00", 2, False), ("#,##0", 0, False), ("#,##0.000", 3, False), ("0.0%", 1, False),
        ('_-"Rp"* #,##0.00_-;-"Rp"* #,##0.00_-', 2, False), ("[Red]0.0", 1, False), ('0.00" orang"', 2, False),
        ("#,##0.00_);(#,##0.00)", 2, False), ("General", None, False), ("@", None, False), ("0.00E+00", None, False),
        ("# ?/?", None, False), ("0.##", None, False), ('"hari" 0', 0, False), ("#,##0,", None, False),
        ("dd/mm/yyyy", None, True), ("[h]:mm", None, True), ("[$-421]d mmmm", None, True), ("hh:mm AM/PM", None, True),
    ],
)  # fmt: skip
def test_format_angka(kode, desimal, tanggal):
    f = kenali_format(kode)
    assert (f.desimal, f.tanggal) == (desimal, tanggal)


def test_lembar_nama_dan_keadaan():
    wb = openpyxl.load_workbook(io.BytesIO(buku_pengguna()))
    wb["Kotak"].sheet_state = "hidden"
    wb["Kotak"].merge_cells("B2:C3")
    wb.create_chartsheet("Bagan")
    b = baca_buku(Paket.dari_bytes(simpan(wb)))
    assert [*b.lembar] == ["Pengukuran", "Capaian Kinerja", "Catatan Saya", "Kotak"]
    assert (b.lembar["Kotak"].keadaan, b.lembar["Kotak"].gabung) == ("hidden", ["B2:C3"])
    assert b.nama["SkalaSaya"] == "'Catatan Saya'!$A$1:$A$3"
    assert b.nama["'Capaian Kinerja'!_xlnm.Print_Titles"] == "'Capaian Kinerja'!$1:$2"


def test_hanya_lembar_yang_diminta(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(buku_pengguna())
    assert [*baca_buku(path, hanya={"Kotak", "Tiada"}).lembar] == ["Kotak"]


def test_nilai_sama_dengan_calamine(tmp_path):
    """An independent reader sees the same constants in the same places."""
    wb = openpyxl.Workbook()
    ws = wb.active
    for i, isi in enumerate(
        [
            1,
            -2.5,
            1e-9,
            "a",
            " b\nc ",
            "_x000D_",
            True,
            False,
            "1.168.800.000,-",
            0,
            "é\u00a0😀",
            datetime(2024, 2, 3, 4, 5),
        ]
    ):
        ws.cell(3 + i * 2, 2 + i % 3).value = isi
    path = tmp_path / "a.xlsx"
    path.write_bytes(simpan(wb))
    with python_calamine.load_workbook(path) as w:
        rentang = w.get_sheet_by_index(0).to_python(skip_empty_area=False)
    harap = {(b, k): v for b, baris in enumerate(rentang, 1) for k, v in enumerate(baris, 1) if v != ""}
    assert {k: s.nilai for k, s in baca_buku(path).lembar["Sheet"].sel.items()} == harap


@pytest.mark.parametrize("jalan", [True, False])
def test_pemungut_sampah_kembali_seperti_semula(jalan):
    """It pauses while cells are read, also where reading fails; where it was off before, it stays off."""
    semula = gc.isenabled()
    try:
        (gc.enable if jalan else gc.disable)()
        sel = '<row r="1"><c r="A1"><v>75</v></c></row>'
        assert buku(sel).lembar["Data"].sel and gc.isenabled() is jalan
        with pytest.raises(GalatBerkas):
            _ = buku("", lembar="<worksheet><sheetData>").lembar["Data"]
        assert gc.isenabled() is jalan
    finally:
        (gc.enable if semula else gc.disable)()

"""Moving columns and rows: what pointed to a cell points to it afterwards, everywhere in the package."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
from buku_pengguna import buku_pengguna, simpan
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.chart import LineChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table

from lkjip_xl.buku import geser as modul_geser
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.geser import geser
from lkjip_xl.buku.geser_byte import BarisByte
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.pindah import PetaPindah, Pindah, geser_rumus, susun_kolom
from lkjip_xl.inti.alamat import pecah, sel

SISIP = Pindah("Data", (1, None, 2, 3, 4), 4, sisip=((2, 1),))


def _peta(*p: Pindah) -> PetaPindah:
    return PetaPindah(p)


@pytest.mark.parametrize(
    "lama, baru, masalah",
    [
        ("Data!B2*2", "Data!C3*2", 0),
        ("SUM('Data'!$A$1:$B$9)", "SUM('Data'!$A$1:$C$10)", 0),
        ("data!B:B", "data!C:C", 0),
        ("Data!2:9", "Data!3:10", 0),
        ("Data!A:XFD", "Data!A:XFD", 0),
        ("Data!$E1", "Data!$F1", 0),
        ("Data!Nama+Lain!B2", "Data!Nama+Lain!B2", 0),
        ("[1]Data!B2", "[1]Data!B2", 0),
        ("'D:\\x\\[b.xlsx]Data'!B2", "'D:\\x\\[b.xlsx]Data'!B2", 0),
        ('IF(A1="Data!B2","B2",B2)', 'IF(A1="Data!B2","B2",B2)', 1),
        ('INDIRECT("Data!B2")', 'INDIRECT("Data!B2")', 1),
        ("Tabel1[[#This Row],[B2]]", "Tabel1[[#This Row],[B2]]", 0),
        ("Lain:Data!B2", "Lain:Data!B2", 1),
        ("LOG10(TAX2024)+Data!C2:Data!B2", "LOG10(TAX2024)+Data!D3:Data!C3", 0),
    ],
)
def test_rumus_di_lembar_lain(lama, baru, masalah):
    hasil = geser_rumus(lama, "Lain", _peta(SISIP))
    assert (hasil.teks, len(hasil.masalah)) == (baru, masalah)


@pytest.mark.parametrize(
    "lama, baru",
    [("B2+$B$2", "C3+$C$3"), ("SUM(A1:B1)", "SUM(A1:C1)"), ("B:C", "C:D"), ("A1", "A1"), ("Lain!B2", "Lain!B2")],
)
def test_rumus_di_lembar_itu_sendiri(lama, baru):
    assert geser_rumus(lama, "Data", _peta(SISIP)).teks == baru


def test_nama_bergeser_hanya_bagian_tetap():
    assert geser_rumus("Data!$B2", None, _peta(SISIP), hanya_tetap=True).teks == "Data!$C2"
    assert geser_rumus("Data!B$2", None, _peta(SISIP), hanya_tetap=True).teks == "Data!B$3"


def test_kolom_dibuang_dan_tercerai():
    p = _peta(Pindah("Data", (3, 1), 3))
    assert geser_rumus("Data!B1", "L", p).teks == "Data!#REF!"
    assert geser_rumus("SUM(Data!A1:B1)", "L", p).teks == "SUM(Data!B1:B1)"
    assert geser_rumus("SUM(Data!B1:C1)", "L", p).masalah == []
    q = _peta(Pindah("Data", (1, 3, 2), 3))
    tercerai = geser_rumus("SUM(Data!A1:B1)", "L", q)
    assert tercerai.teks == "SUM(Data!A1:C1)" and len(tercerai.masalah) == 1
    assert geser_rumus("SUM(Data!B1:C1)", "L", q).masalah == []


@pytest.mark.parametrize(
    "baru, teks",
    [
        ("Isi", "Isi!A1"),
        ("Isi Baru", "'Isi Baru'!A1"),
        ("A1", "'A1'!A1"),
        ("Tak'2", "'Tak''2'!A1"),
        ("R1C1", "'R1C1'!A1"),
    ],
)
def test_lembar_berganti_nama(baru, teks):
    assert geser_rumus("Data!A1", "Lain", _peta(Pindah("Data", nama=baru))).teks == teks


def test_susunan_bukan_urutan_ditolak():
    for urutan, lama in (((1, 1), 2), ((3,), 2), ((0,), 2)):
        with pytest.raises(ValueError):
            Pindah("Data", urutan, lama)


def test_kolom_sendiri_ikut_tetangganya():
    lama = {"kode": 1, "nama": 3, "tw1": 4}
    assert susun_kolom(lama, ["kode", "baru", "nama"], 6) == (1, 2, None, 3, 4, 5, 6)
    assert susun_kolom(lama, ["nama", "kode"], 4) == (3, 4, 1, 2)
    assert susun_kolom({"kode": 2}, ["kode", "nama"], 2) == (1, 2, None)


def _buku() -> bytes:
    wb = openpyxl.Workbook()
    data, lain = wb.active, wb.create_sheet("Lain")
    data.title = "Data"
    for b in range(1, 13):
        data.append([b, b * 10, f"=A{b}+$B{b}*2", f"=SUM(A$1:B{b})"])
    data["B3"].comment = Comment("lihat", "P")
    data["B3"].hyperlink = "https://example.org/"
    data.merge_cells("A11:B11")
    data.column_dimensions["B"].width = 33
    data.row_dimensions[5].height = 44
    data.conditional_formatting.add(
        "B1:C12", FormulaRule(formula=["$B1>50"], fill=PatternFill("solid", start_color="FFFF00"))
    )
    dv = DataValidation(type="list", formula1="$A$1:$A$3")
    dv.add("B4:B6")
    data.add_data_validation(dv)
    data.auto_filter.ref = "A1:D12"
    data.auto_filter.add_filter_column(1, ["10"])
    data.print_area = "A1:D12"
    data.print_title_rows = "1:1"
    data.freeze_panes = "B2"
    for b in range(1, 13):
        lain.append([f"=Data!B{b}*3", "=SUM(Data!$A$1:$B$12)", f"=INDEX(Data!A:D,{b},2)"])
    lain["E1"], lain["E2"] = "x", "y"
    lain.add_table(Table(displayName="TabelLain", ref="E1:E2"))
    lain["F1"].value = "ke data"
    lain["F1"].hyperlink = Hyperlink(ref="F1", location="'Data'!B3")
    lain.conditional_formatting.add(
        "A1:A12", FormulaRule(formula=["Data!$B1>50"], fill=PatternFill("solid", start_color="FF0000"))
    )
    bagan = LineChart()
    bagan.add_data(Reference(data, min_col=2, min_row=1, max_row=12))
    data.add_chart(bagan, "F2")
    wb.defined_names["IsiB"] = DefinedName("IsiB", attr_text="Data!$B$1:$B$12")
    return simpan(wb)


def _geser(*p: Pindah) -> tuple[openpyxl.Workbook, Paket, list]:
    paket = Paket.dari_bytes(_buku(), "b.xlsx")
    tak_ikut = geser(paket, p)
    return openpyxl.load_workbook(io.BytesIO(paket.ke_bytes())), paket, tak_ikut


def test_seluruh_paket_ikut():
    wb, _paket, tak_ikut = _geser(SISIP)
    data, lain = wb["Data"], wb["Lain"]
    assert tak_ikut == []
    assert data["B4"].value is None and data["C4"].value == 30 and data["D4"].value == "=A4+$C4*2"
    assert data["E4"].value == "=SUM(A$1:C4)"
    assert data["C4"].comment.text == "lihat" and data["C4"].hyperlink.target == "https://example.org/"
    assert [str(m) for m in data.merged_cells.ranges] == ["A12:C12"]
    assert data.column_dimensions["C"].width == 33 and data.row_dimensions[6].height == 44
    (cf,) = data.conditional_formatting
    assert str(cf.sqref) == "C1:D13" and cf.rules[0].formula == ["$C1>50"]
    (dv,) = data.data_validations.dataValidation
    assert str(dv.sqref) == "C5:C7" and dv.formula1 == "$A$1:$A$4"
    assert data.auto_filter.ref == "A1:E13" and data.auto_filter.filterColumn[0].colId == 2
    assert data.print_area == "'Data'!$A$1:$E$13" and data.print_title_rows == "$1:$1"
    assert data.sheet_view.pane.topLeftCell == "C3"
    assert (lain["A3"].value, lain["B3"].value, lain["C3"].value) == (
        "=Data!C4*3",
        "=SUM(Data!$A$1:$C$13)",
        "=INDEX(Data!A:E,3,2)",
    )
    assert lain["F1"].hyperlink.location == "'Data'!C4"
    (cf,) = lain.conditional_formatting
    assert cf.rules[0].formula == ["Data!$C1>50"]
    assert wb.defined_names["IsiB"].attr_text == "Data!$C$1:$C$13"
    (bagan,) = data._charts
    assert bagan.series[0].val.numRef.f == "'Data'!$C$1:$C$13"
    assert (bagan.anchor._from.col, bagan.anchor._from.row) == (6, 2)


def test_bukunya_orang_tetap_utuh():
    paket = Paket.dari_bytes(buku_pengguna(), "b.xlsm")
    lama = {n: paket.baca(n) for n in paket.daftar()}
    assert geser(paket, [Pindah("Pengukuran", (1, None, 2, 3, 4), 4)]) == []
    wb = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()))
    assert wb["Pengukuran"]["E2"].value == "=D2/C2*100"
    assert wb["Capaian Kinerja"]["B1"].value == "=Pengukuran!E2"
    assert wb["Catatan Saya"]["B2"].value == "=A2*Pengukuran!C2"
    sama = [n for n in lama if n in paket and paket.baca(n) == lama[n]]
    assert {
        "xl/styles.xml",
        "xl/drawings/drawing9.xml",
        "xl/drawings/t2_vmlDrawing1.vml",
        "xl/media/image1.png",
    } <= set(sama)


def test_ganti_nama_lembar():
    wb, _paket, tak_ikut = _geser(Pindah("Data", nama="Isi 'Baru'"))
    assert tak_ikut == [] and wb.sheetnames == ["Isi 'Baru'", "Lain"]
    assert wb["Lain"]["A1"].value == "='Isi ''Baru'''!B1*3"
    assert wb.defined_names["IsiB"].attr_text == "'Isi ''Baru'''!$B$1:$B$12"
    assert wb["Lain"]["F1"].hyperlink.location == "'Isi ''Baru'''!B3"


def test_tabel_orang_yang_tercerai_menjadi_rentang():
    paket = Paket.dari_bytes(_buku(), "b.xlsx")
    assert geser(paket, [Pindah("Lain", (1, 2, 3, 4, None, 5), 5)]) == []
    wb = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()))
    assert wb["Lain"].tables["TabelLain"].ref == "F1:F2"
    wb = openpyxl.Workbook()
    for isi in (["a", "b"], [1, 2]):
        wb.active.append(isi)
    wb.active.add_table(Table(displayName="T1", ref="A1:B2"))
    paket = Paket.dari_bytes(simpan(wb), "b.xlsx")
    (t,) = geser(paket, [Pindah("Sheet", (1, None, 2), 2)])
    assert (t.lembar, t.tempat) == ("Sheet", "T1")
    wb = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()))
    assert wb["Sheet"].tables == {} and wb["Sheet"]["C2"].value == 2


def test_lembar_tak_ada():
    with pytest.raises(KeyError):
        geser(Paket.dari_bytes(_buku(), "b.xlsx"), [Pindah("Hilang", nama="X")])


@st.composite
def _susunan(draw):
    """An order of the four columns of Data with new ones between, and rows put in."""
    n = draw(st.integers(0, 3))
    isi: list[int | None] = [1, 2, 3, 4]
    for _ in range(n):
        isi.insert(draw(st.integers(0, len(isi))), None)
    sisip = draw(st.lists(st.tuples(st.integers(1, 14), st.integers(1, 3)), max_size=2))
    return Pindah("Data", tuple(isi), 4, sisip=tuple(sisip))


@pytest.mark.lengkap
@pytest.mark.lo
@pytest.mark.parametrize(
    "p",
    [SISIP, Pindah("Data", (None, 1, 2, None, 3, 4, None), 4, sisip=((1, 2), (7, 1))), Pindah("Data", (2, 1, 4, 3), 4)],
)
def test_nilai_tetap_menurut_libreoffice(libreoffice, tmp_path, p):
    """An independent judge: after the move every formula has the value it had before."""
    awal, akhir = tmp_path / "awal.xlsx", tmp_path / "akhir.xlsx"
    awal.write_bytes(_buku())
    paket = Paket.buka(awal)
    geser(paket, [p])
    akhir.write_bytes(paket.ke_bytes())
    dulu, kini = libreoffice.hitung(awal), libreoffice.hitung(akhir)
    for alamat, s in dulu["Data"].items():
        b, k = pecah(alamat)
        assert kini["Data"][sel(p.baris(b), p.kolom(k))]["v"] == s["v"], alamat
    urut = p.urutan != (2, 1, 4, 3)  # INDEX counts columns: a new order changes what it finds, as in Excel
    for alamat, s in dulu["Lain"].items():
        if (urut and not p.sisip and alamat[0] == "C") or alamat[0] in "AB":
            assert kini["Lain"][alamat]["v"] == s["v"], alamat


@pytest.mark.lengkap
@settings(max_examples=60, deadline=None)
@given(_susunan())
def test_bolak_balik(p):
    """Every cell of Data lands where the move says, and a formula refers to the moved places of what it referred to."""
    wb, _, tak_ikut = _geser(p)
    asal = openpyxl.load_workbook(io.BytesIO(_buku()))
    assert tak_ikut == []
    for baris in asal["Data"].iter_rows():
        for c in baris:
            baru = wb["Data"].cell(p.baris(c.row), p.kolom(c.column)).value
            if isinstance(c.value, str) and c.value.startswith("="):
                assert baru == "=" + geser_rumus(c.value[1:], "Data", _peta(p)).teks
            elif c.value is not None:
                assert baru == c.value


def test_baris_berganti_urutan():
    p = Pindah("Data", urutan_baris=(2, 1, None, 3), lama_baris=3)
    wb, _, tak_ikut = _geser(p)
    assert [wb["Data"].cell(b, 2).value for b in range(1, 6)] == [20, 10, None, 30, 40]
    assert wb["Lain"]["A1"].value == "=Data!B2*3" and wb["Data"]["C2"].value == "=A2+$B2*2"
    assert wb["Data"]["B4"].comment.text == "lihat"
    assert tak_ikut == []
    assert wb["Data"]["D4"].value == "=SUM(A$1:B4)" and wb["Data"]["D1"].value == "=SUM(A$1:B2)"


@pytest.mark.parametrize(
    ("bagian", "lama", "baru"),
    [
        ("xl/drawings/commentsDrawing1.vml", rb"(Row>)2<", rb"\1dua<"),
        ("xl/drawings/commentsDrawing1.vml", rb"<(\w+):Row>2</\1:Row>", rb"<\1:Anchor>1, 2</\1:Anchor>"),
        ("xl/drawings/drawing1.xml", rb"<row>1<", b"<row>" + b"1" * 5000 + b"<"),
        ("xl/worksheets/sheet1.xml", rb'<row r="5"', b'<row r="lima"'),
        ("xl/workbook.xml", rb'localSheetId="0"', b'localSheetId="x"'),
    ],
)
def test_letak_yang_bukan_bilangan_ditolak_dengan_bagiannya(bagian: str, lama: bytes, baru: bytes) -> None:
    paket = Paket.dari_bytes(_buku(), "b.xlsx")
    isi, banyak = re.subn(lama, baru, paket.baca(bagian))
    assert banyak
    paket.ganti(bagian, isi)
    with pytest.raises(GalatBerkas) as galat:
        geser(paket, [SISIP])
    assert (galat.value.kode, galat.value.isi["bagian"]) == ("BK-06", bagian)


@pytest.mark.parametrize(
    "rumus",
    ["Data!A{b}", "Data!{b}:{b}", "B1{b}", "SUM(A{b}:C$30)", "'Lembar {b}'!A{b}", "Lembar{b}!A{b}", 'A{b}&"A{b}"'],
)
@pytest.mark.parametrize("baris", [(15, 4), (112, 7)])
def test_baris_yang_serupa_tidak_selalu_bergeser_sama(rumus: str, baris: tuple[int, int]) -> None:
    """What two rows agree on in their bytes does not hold beyond the place where rows were put in, on whatever sheet."""
    wb = openpyxl.Workbook()
    wb.active.title = "Data"
    for n in ("Lain", *(f"Lembar {b}" for b in (17, 18)), *(f"Lembar{b}" for b in (17, 18))):
        wb.create_sheet(n)
    for b in range(1, 41):
        for n in ("Data", "Lain"):
            wb[n].cell(b, 4).value = "=" + rumus.format(b=b)
    data = simpan(wb)
    pindah = [Pindah(n, sisip=(baris,)) for n in ("Data", "Lembar 18", "Lembar18")]
    hasil = []
    for dapat in (True, False):
        paket = Paket.dari_bytes(data, "b.xlsx")
        with pytest.MonkeyPatch.context() as m:
            if not dapat:
                m.setattr(BarisByte, "dapat", lambda _: False)
            geser(paket, pindah)
        buku = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()))
        hasil.append([[c.value for (c,) in buku[n].iter_rows(min_col=4, max_col=4)] for n in ("Data", "Lain")])
    assert hasil[0] == hasil[1]


@pytest.mark.parametrize(
    "rumus",
    [
        "Atur!A{b}",
        "Atur!A1:A{b}",
        "Atur!A3:A{b}",
        "Atur!A$4:A{b}",
        "Atur!A{b}:A$2",
        "Atur!{b}:{b}",
        "Atur!A$30:A{b}",
        "A{b}",
    ],
)
def test_baris_di_bawah_yang_bertukar_bergeser_serupa(rumus: str) -> None:
    """Where rows change places only references that end among them are each of their own: behind them one look does for all."""
    wb = openpyxl.Workbook()
    wb.active.title = "Data"
    wb.create_sheet("Atur")
    for b in range(1, 61):
        wb["Data"].cell(b, 4).value = "=" + rumus.format(b=b)
    data = simpan(wb)
    pindah = [Pindah("Atur", urutan_baris=(1, 3, None, 2, 5, 4, 6), lama_baris=7), Pindah("Data", (2, 1), 2)]
    hasil, dipanggil = [], []
    for dapat in (True, False):
        paket = Paket.dari_bytes(data, "b.xlsx")
        with pytest.MonkeyPatch.context() as m:
            semula, banyak = modul_geser.geser_rumus, []
            m.setattr(modul_geser, "geser_rumus", lambda *a, s=semula, n=banyak, **k: (n.append(a), s(*a, **k))[1])
            if not dapat:
                m.setattr(BarisByte, "dapat", lambda _: False)
            geser(paket, pindah)
        dipanggil.append(len(banyak))
        buku = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()))
        hasil.append([c.value for (c,) in buku["Data"].iter_rows(min_col=4, max_col=4)])
    assert hasil[0] == hasil[1]
    terbelah = rumus == "Atur!A3:A{b}"  # which has to be told of every row
    assert terbelah or dipanggil[0] <= 20 < dipanggil[1]

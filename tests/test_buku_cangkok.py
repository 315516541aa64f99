"""Grafting sheets into a workbook full of things of the user's own."""

import io
import re

import openpyxl
import pytest
from buku_pengguna import GAMBAR, M, R, bagian, beda, buku_pengguna, buku_polos, kemas
from lxml import etree
from openpyxl.chart import LineChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.cangkok import cangkok, hapus_lembar
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.lembar_xml import URUTAN
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.relasi import JenisIsi, Relasi, pemilik_rels
from lkjip_xl.buku.xmlaman import q, sisip, sisip_semua

RANGKA = {
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "[Content_Types].xml",
    "xl/calcChain.xml",
}
MILIK = "xl/worksheets/sheet2.xml"
PRINTER = "xl/printerSettings/printerSettings1.bin"


def ringkasan(*, bagan: bool = False, catatan: bool = False) -> openpyxl.Workbook:
    """Two freshly built sheets: one that the user's workbook has (in another case), one it has not."""
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "Capaian Kinerja"
    ws.append(["Indikator", "Capaian"])
    ws.append(["Penyerapan", 102.65])
    ws["B2"].number_format = "#,##0.000"
    ws["A1"].font = Font(bold=True, color="FF0000", name="Arial")
    ws["A1"].fill = PatternFill("solid", fgColor="DDDDDD")
    ws["A1"].border = Border(bottom=Side("thin"))
    ws.conditional_formatting.add("B2:B9", CellIsRule(operator="lessThan", formula=["100"], font=Font(color="AA0000")))
    ws["C2"] = "ke sumber"
    ws["C2"].hyperlink = Hyperlink(ref="C2", location="'Pengukuran'!D2")
    daftar = DataValidation(type="list", formula1='"ya,tidak"')
    daftar.add("D2")
    ws.add_data_validation(daftar)
    ws.print_title_rows, ws.print_area = "1:1", "A1:C2"
    ws.protection.sheet = True
    baru = wb.create_sheet("Simpulan")
    baru["A1"] = "simpulan"
    baru["A1"].hyperlink = "https://example.org/luar"
    baru.print_title_rows = "1:1"
    baru.auto_filter.ref = "A1:B2"
    if bagan:
        garis = LineChart()
        garis.add_data(Reference(ws, min_col=2, min_row=1, max_row=2), titles_from_data=True)
        ws.add_chart(garis, "E2")
        ws.add_image(Image(io.BytesIO(GAMBAR)), "E20")
    if catatan:
        ws["A2"].comment = Comment("dari kami", "LKjIP")
    return wb


def hasil(asal: bytes, wb: openpyxl.Workbook | Paket, **opsi) -> bytes:
    paket = Paket.dari_bytes(asal)
    cangkok(paket, wb, **opsi)
    return paket.ke_bytes()


def hubungan(data: bytes, nama: str) -> dict[str, str]:
    return {e.get("Id"): e.get("Target") for e in etree.fromstring(bagian(data)[nama])}


def utuh(data: bytes) -> None:
    """Every relationship reaches a part, every part has a content type, no id stands twice."""
    isi = bagian(data)
    paket = Paket.dari_bytes(data)
    jenis = JenisIsi(paket)
    for nama in isi:
        if nama.endswith(".rels"):
            semua = Relasi(paket, pemilik_rels(nama)).semua()
            assert len({h.id for h in semua}) == len(semua)
            assert [h.tujuan for h in semua if not h.luar and h.tujuan not in isi] == []
            assert pemilik_rels(nama) in {"", *isi}
        assert nama == "[Content_Types].xml" or jenis.dari(nama), nama
    tertulis = [e.get("PartName")[1:] for e in etree.fromstring(isi["[Content_Types].xml"]) if e.get("PartName")]
    assert len(set(tertulis)) == len(tertulis) and {*tertulis} <= isi.keys()
    for nama in isi:
        if nama.startswith("xl/worksheets/sheet"):
            dipakai = set(re.findall(rb'r:(?:id|embed)="([^"]+)"', isi[nama]))
            rels = nama.replace("worksheets/", "worksheets/_rels/") + ".rels"
            assert {x.decode() for x in dipakai} <= (set(hubungan(data, rels)) if rels in isi else set())


def test_hanya_bagian_yang_boleh_yang_berubah():
    asal = buku_pengguna()
    data = hasil(asal, ringkasan())
    lembar_baru = {"xl/worksheets/sheet5.xml", "xl/worksheets/_rels/sheet5.xml.rels"}
    assert beda(asal, data) == RANGKA | lembar_baru | {MILIK, "xl/worksheets/_rels/sheet2.xml.rels", PRINTER}
    utuh(data)
    wb = openpyxl.load_workbook(io.BytesIO(data))
    assert wb.sheetnames == ["Pengukuran", "Capaian Kinerja", "Catatan Saya", "Kotak", "Simpulan"]
    assert wb["Simpulan"]["A1"].hyperlink.target == "https://example.org/luar"


def test_isi_dan_rupa_lembar_terbawa():
    wb = openpyxl.load_workbook(io.BytesIO(hasil(buku_pengguna(), ringkasan())))
    ws = wb["Capaian Kinerja"]
    assert [[c.value for c in r] for r in ws["A1:B2"]] == [["Indikator", "Capaian"], ["Penyerapan", 102.65]]
    assert ws["B2"].number_format == "#,##0.000"
    assert (ws["A1"].font.b, ws["A1"].font.name, ws["A1"].fill.fgColor.rgb) == (True, "Arial", "00DDDDDD")
    assert ws["A1"].border.bottom.style == "thin"
    warna = {n: [a.dxf.font.color.rgb for r in wb[n].conditional_formatting for a in r.rules] for n in wb.sheetnames}
    assert (warna["Capaian Kinerja"], warna["Catatan Saya"]) == (["00AA0000"], ["0000BB00"])
    assert (wb["Catatan Saya"]["A1"].font.name, wb["Catatan Saya"]["A2"].number_format) == (
        "Georgia",
        '0.0" kg"',
    )
    assert ws["C2"].hyperlink.location == "'Pengukuran'!D2"
    assert ws.data_validations.dataValidation[0].formula1 == '"ya,tidak"'
    assert ws.protection.sheet and ws.print_title_rows == "$1:$1" and ws.print_area == "'Capaian Kinerja'!$A$1:$C$2"


def test_gaya_pengguna_tetap_di_nomornya():
    asal = buku_pengguna()
    lama, baru = (etree.fromstring(bagian(d)["xl/styles.xml"]) for d in (asal, hasil(asal, ringkasan())))
    for kelompok in ("fonts", "fills", "borders", "cellXfs"):
        a, b = (x.find(f"{{{M}}}{kelompok}") for x in (lama, baru))
        assert [etree.tostring(e) for e in b][: len(a)] == [etree.tostring(e) for e in a]
        assert b.get("count") == str(len(b))


def test_urutan_isi_huruf_seperti_skema():
    akar = etree.fromstring(bagian(hasil(buku_pengguna(), ringkasan()))["xl/styles.xml"])
    huruf = [
        [etree.QName(x).localname for x in e] for e in akar.iter(f"{{{M}}}font") if e.find(f"{{{M}}}b") is not None
    ]
    assert huruf and all(x.index("b") < x.index("color") < x.index("name") for x in huruf if "name" in x)


@pytest.mark.parametrize("bagan", [False, True])
def test_kali_kedua_tidak_mengubah_satu_bita_pun(bagan):
    sekali = hasil(buku_pengguna(), ringkasan(bagan=bagan, catatan=bagan))
    dua = hasil(sekali, ringkasan(bagan=bagan, catatan=bagan))
    assert beda(sekali, dua) == set()
    assert sekali == dua


def test_gaya_berubah_hanya_menambah_yang_baru():
    sekali = hasil(buku_pengguna(), ringkasan())
    wb = ringkasan()
    wb["Simpulan"]["A1"].number_format = "0.0000"
    akar = [etree.fromstring(bagian(d)["xl/styles.xml"]) for d in (sekali, hasil(sekali, wb))]
    panjang = [
        [len(a.find(f"{{{M}}}{k}")) for k in ("numFmts", "fonts", "fills", "borders", "cellXfs", "dxfs")] for a in akar
    ]
    assert [b - a for a, b in zip(*panjang, strict=True)] == [1, 0, 0, 0, 1, 0]


def test_tombol_kode_nama_dan_pilihan_lembar_tetap():
    data = hasil(buku_pengguna(), ringkasan())
    akar = etree.fromstring(bagian(data)[MILIK])
    assert akar.find(f"{{{M}}}sheetPr").get("codeName") == "Sheet2"
    assert akar.find(f"{{{M}}}legacyDrawing").get(f"{{{R}}}id") == "rIdV"
    assert akar.find(f".//{{{M}}}control").get(f"{{{R}}}id") == "rIdK"
    assert "x14" in akar.find(f".//{{{M}}}control").getparent().nsmap  # Requires="x14" must stay resolvable
    assert hubungan(data, "xl/worksheets/_rels/sheet2.xml.rels").keys() == {"rIdV", "rIdK"}
    urut = [etree.QName(e).localname for e in akar]
    assert urut.index("pageMargins") < urut.index("legacyDrawing") < urut.index("AlternateContent")
    assert not [
        e
        for n in (MILIK, "xl/worksheets/sheet5.xml")
        for e in etree.fromstring(bagian(data)[n]).iter()
        if e.get("tabSelected") == "1"
    ]
    aktif = hasil(buku_pengguna(), Paket.dari_bytes(buku_polos(**{"Catatan Saya": [[1]]})))
    assert b'tabSelected="1"' in bagian(aktif)["xl/worksheets/sheet3.xml"]


def test_gambar_pengguna_tetap_juga_di_samping_gambar_lembar_baru():
    asal = buku_pengguna()
    polos = hasil(asal, Paket.dari_bytes(buku_polos(Kotak=[["baru"]])))
    assert beda(asal, polos) <= RANGKA | {"xl/worksheets/sheet4.xml"}
    assert etree.fromstring(bagian(polos)["xl/worksheets/sheet4.xml"]).find(f"{{{M}}}drawing") is not None
    wb = openpyxl.Workbook()
    wb.active.title = "Kotak"
    wb.active.add_image(Image(io.BytesIO(GAMBAR)), "A1")
    ganti = hasil(asal, wb)
    assert b"Catatan penting" in b"".join(bagian(ganti).values())
    assert len(openpyxl.load_workbook(io.BytesIO(ganti))["Kotak"]._images) == 1
    utuh(ganti)


def test_bagan_gambar_dan_catatan_terbawa_dengan_nama_segar():
    asal = buku_pengguna()
    data = hasil(asal, ringkasan(bagan=True, catatan=True), sesudah="Pengukuran")
    utuh(data)
    isi, lama = bagian(data), bagian(asal)
    assert isi["xl/charts/chart1.xml"] == lama["xl/charts/chart1.xml"]
    assert b"'Capaian Kinerja'!$B$2" in isi["xl/charts/chart2.xml"]
    ws = openpyxl.load_workbook(io.BytesIO(data))["Capaian Kinerja"]
    assert (len(ws._charts), len(ws._images), ws["A2"].comment.text) == (1, 1, "dari kami")
    assert "xl/ctrlProps/ctrlProp1.xml" not in isi  # the new sheet brings notes, so the old VML went with its controls
    tanpa = hasil(data, ringkasan(), ganti=["Capaian Kinerja"])
    assert openpyxl.load_workbook(io.BytesIO(tanpa))["Capaian Kinerja"]["A2"].comment.text == "dari kami"


def test_catatan_pengguna_di_lembar_yang_diganti_tetap():
    asal = buku_pengguna()
    wb = Paket.dari_bytes(buku_polos(**{"Catatan Saya": [["baru"]]}))
    data = hasil(asal, wb)
    ws = openpyxl.load_workbook(io.BytesIO(data))["Catatan Saya"]
    assert ws["A1"].value == "baru" and ws["D1"].comment.text == "Cek lagi" and len(ws._charts) == 1
    for nama in ("xl/comments/comment1.xml", "xl/charts/chart1.xml", "xl/drawings/drawing1.xml"):
        assert bagian(data)[nama] == bagian(asal)[nama]


def nama_lokal(data: bytes) -> dict[tuple[str, str], str]:
    akar = etree.fromstring(bagian(data)["xl/workbook.xml"])
    lembar = [e.get("name") for e in akar.find(f"{{{M}}}sheets")]
    return {
        (lembar[int(e.get("localSheetId"))], e.get("name").removeprefix("_xlnm.")): e.text
        for e in akar.iter(f"{{{M}}}definedName")
        if e.get("localSheetId")
    }


@pytest.mark.parametrize("sesudah", [None, "Pengukuran", "capaian kinerja", "Tiada"])
def test_nama_cetak_dan_urutan_lembar(sesudah):
    data = hasil(buku_pengguna(), ringkasan(), sesudah=sesudah)
    lokal = nama_lokal(data)
    assert lokal == {
        ("Capaian Kinerja", "Print_Titles"): "'Capaian Kinerja'!$1:$1",
        ("Capaian Kinerja", "Print_Area"): "'Capaian Kinerja'!$A$1:$C$2",
        ("Catatan Saya", "Print_Titles"): "'Catatan Saya'!$1:$1",
        ("Simpulan", "Print_Titles"): "'Simpulan'!$1:$1",
        ("Simpulan", "_FilterDatabase"): "'Simpulan'!$A$1:$B$2",
    }
    wb = openpyxl.load_workbook(io.BytesIO(data))
    letak = {None: 4, "Pengukuran": 1, "capaian kinerja": 2, "Tiada": 4}[sesudah]
    assert wb.sheetnames.index("Simpulan") == letak
    assert wb.active.title == "Catatan Saya"
    assert wb.defined_names["SkalaSaya"].attr_text == "'Catatan Saya'!$A$1:$A$3"


def test_nama_setempat_milik_pengguna_tetap():
    wb = openpyxl.load_workbook(io.BytesIO(buku_pengguna()))
    wb["Capaian Kinerja"].defined_names["Punyaku"] = DefinedName("Punyaku", attr_text="'Capaian Kinerja'!$B$1")
    keluar = io.BytesIO()
    wb.save(keluar)
    assert nama_lokal(hasil(keluar.getvalue(), ringkasan()))["Capaian Kinerja", "Punyaku"] == "'Capaian Kinerja'!$B$1"


def test_lembar_dengan_ejaan_lain_adalah_lembar_yang_sama():
    data = hasil(buku_pengguna(), Paket.dari_bytes(buku_polos(PENGUKURAN=[["x"]])))
    assert [*baca_buku(Paket.dari_bytes(data)).lembar] == [
        "Pengukuran",
        "Capaian Kinerja",
        "Catatan Saya",
        "Kotak",
    ]
    assert baca_buku(Paket.dari_bytes(data)).lembar["Pengukuran"].sel[1, 1].nilai == "x"


def test_teks_bersama_menjadi_teks_sel():
    isi = bagian(buku_polos(Simpulan=[[1]]))
    isi["xl/worksheets/sheet1.xml"] = (
        f'<worksheet xmlns="{M}"><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData></worksheet>'.encode()
    )
    isi["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{M}"><si><t>nol</t></si><si><r><t> sa</t></r><r><t>tu </t></r></si></sst>'.encode()
    )
    rels = f'<Relationship Id="rIdT" Type="{R}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    isi["xl/_rels/workbook.xml.rels"] = isi["xl/_rels/workbook.xml.rels"].replace(b"</Relationships>", rels.encode())
    data = hasil(buku_pengguna(), Paket.dari_bytes(kemas(isi)))
    assert baca_buku(Paket.dari_bytes(data)).lembar["Simpulan"].sel[1, 1].nilai == " satu "
    assert "xl/sharedStrings.xml" not in bagian(data)


def test_lembar_dengan_tabel_dan_nama_tak_dikenal_ditolak():
    wb = openpyxl.Workbook()
    wb.active.append(["a", "b"])
    wb.active.append([1, 2])
    wb.active.add_table(openpyxl.worksheet.table.Table(displayName="T", ref="A1:B2"))
    with pytest.raises(ValueError):
        hasil(buku_pengguna(), wb)
    with pytest.raises(GalatBerkas) as tangkap:
        hasil(buku_pengguna(), ringkasan(), ganti=["Tiada"])
    assert tangkap.value.kode == "BK-15"


def test_hapus_mengembalikan_buku_ke_semula():
    asal = hasil(buku_pengguna(), ringkasan(), ganti=["Capaian Kinerja"])
    paket = Paket.dari_bytes(asal)
    wb = openpyxl.Workbook()
    wb.active.title = "Dasbor"
    wb.active.append([1, 2])
    garis = LineChart()
    garis.add_data(Reference(wb.active, min_col=1, min_row=1, max_row=1))
    wb.active.add_chart(garis, "E2")
    wb.active.add_image(Image(io.BytesIO(GAMBAR)), "E20")
    wb.active.print_title_rows = "1:1"
    cangkok(paket, wb, sesudah="Pengukuran")
    assert len(paket.daftar()) > len(bagian(asal))
    hapus_lembar(paket, "dasbor")
    assert beda(asal, paket.ke_bytes()) <= {"xl/styles.xml"}


def test_hapus_lembar_pengguna_dan_penunjuknya():
    paket = Paket.dari_bytes(buku_pengguna())
    hapus_lembar(paket, "Capaian Kinerja")
    hapus_lembar(paket, "Catatan Saya")
    data = paket.ke_bytes()
    utuh(data)
    wb = openpyxl.load_workbook(io.BytesIO(data))
    assert wb.sheetnames == ["Pengukuran", "Kotak"] and not wb.defined_names and wb.active.title in wb.sheetnames
    assert not [n for n in bagian(data) if "comment" in n or "chart" in n or "ctrlProp" in n or "calcChain" in n]
    hapus_lembar(paket, "Kotak")
    tampilan = etree.fromstring(paket.baca("xl/workbook.xml")).find(f".//{{{M}}}workbookView")
    assert (tampilan.get("activeTab"), tampilan.get("firstSheet")) == ("0", "0")
    with pytest.raises(ValueError):
        hapus_lembar(paket, "Pengukuran")
    with pytest.raises(GalatBerkas) as tangkap:
        hapus_lembar(paket, "Kotak")
    assert tangkap.value.kode == "BK-15"


def test_nama_umum_diatur_yang_lain_tetap():
    paket = Paket.dari_bytes(buku_pengguna())
    buku = BukuXml(paket)
    buku.atur_nama({"TandaSel": "='Hasil Validasi'!$D$5:$D$9", "skalasaya": "Pengukuran!$A$1"})
    buku.simpan()
    nama = baca_buku(paket).nama
    assert nama["TandaSel"] == "'Hasil Validasi'!$D$5:$D$9" and nama["SkalaSaya"] == "Pengukuran!$A$1"
    assert nama["KeRingkasan"] == "'Capaian Kinerja'!$A$1"


@pytest.mark.lengkap
@pytest.mark.lo
def test_libreoffice_membuka_buku_tercangkok(tmp_path, libreoffice):
    path = tmp_path / "buku.xlsx"
    path.write_bytes(hasil(buku_pengguna(), ringkasan(bagan=True), sesudah="Pengukuran"))
    sel = libreoffice.hitung(path)
    assert [*sel] == ["Pengukuran", "Simpulan", "Capaian Kinerja", "Catatan Saya", "Kotak"]
    assert sel["Pengukuran"]["D2"]["v"] == pytest.approx(102.65333333333333)
    assert sel["Capaian Kinerja"]["B2"]["v"] == 102.65 and sel["Catatan Saya"]["B3"]["v"] == 225


def test_sisip_semua_seperti_satu_demi_satu() -> None:
    """Many elements find the same places together as one after the other, among foreign ones too."""
    baru = [
        "conditionalFormatting",
        "conditionalFormatting",
        "dataValidations",
        "conditionalFormatting",
        "printOptions",
    ]
    for ada in ([], ["sheetData", "pageMargins"], ["sheetData", "conditionalFormatting", "hyperlinks", "extLst"]):
        hasil = []
        for cara in ("semua", "satu"):
            akar = etree.Element(q("worksheet"))
            akar.extend([etree.Comment("x"), *(etree.Element(q(n)) for n in ada)])
            anak = [etree.Element(q(n), n=str(i)) for i, n in enumerate(baru)]
            if cara == "semua":
                sisip_semua(akar, anak, URUTAN)
            else:
                for e in anak:
                    sisip(akar, e, URUTAN)
            hasil.append(etree.tostring(akar))
        assert hasil[0] == hasil[1], ada

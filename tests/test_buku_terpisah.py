"""Long sheets are grafted, read and checked without a tree of their cells, and come out the same to the byte."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName

from lkjip_xl.buku.baca import baca_buku, format_gaya
from lkjip_xl.buku.dari_openpyxl import byte_openpyxl, byte_sementara, rapikan
from lkjip_xl.buku.gaya import Gaya, PetaGaya
from lkjip_xl.buku.hitung_muat import minta_bila_dirujuk
from lkjip_xl.buku.lembar_terpisah import LembarTerpisah
from lkjip_xl.buku.paket import Janji, Paket
from lkjip_xl.buku.periksa_hasil import HasilRusak, periksa_hasil
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.buku.urai_janji import PenguraiJanji
from lkjip_xl.buku.urai_lembar import PenguraiLembar
from lkjip_xl.buku.xmlaman import q, rangkai
from lkjip_xl.inti.kemajuan import dengar
from lkjip_xl.tabel.sidik import KOLOM_SIDIK, sidik_baris

PART = "xl/worksheets/sheet1.xml"
ISI = ("a<b>&\"'–é😀", " tepi ", "dua\nbaris", "", 1, -2.5, 0.1 + 0.2, 10**20, True, False, "x\ry", '=A1&"–<>"', None)


def buku(baris: int = 3, isi: tuple = ISI) -> openpyxl.Workbook:
    wb = openpyxl.Workbook()
    ws = wb.worksheets[0]
    for b in range(1, baris + 1):
        for k, x in enumerate(isi, 1):
            c = ws.cell(b, k, x)
            if k % 3:
                c.font = Font(bold=k % 2 == 0, size=8 + b % 3)
    ws.merge_cells(start_row=baris + 2, end_row=baris + 3, start_column=1, end_column=3)
    ws["B2"].comment, ws["C3"].hyperlink = Comment("catatan", "S"), "https://contoh.go.id/?a=1&b=2"
    ws.row_dimensions[2].height, ws.row_dimensions[baris + 9].hidden = 30.5, True
    ws.column_dimensions["B"].width = 33
    return wb


def bagian(data: bytes) -> Paket:
    paket = Paket.dari_bytes(data)
    rapikan(paket)
    return paket


def ditulis_ulang(paket: Paket, part: str) -> bytes:
    return rangkai(paket.xml(part)) if part.endswith((".xml", ".rels")) else paket.baca(part)


def test_baris_seperti_openpyxl() -> None:
    """What is written without lxml is what the parts would be, parsed and written again: texts, numbers, formulas, notes, links."""
    lama, baru = bagian(byte_openpyxl(buku())), bagian(byte_sementara(buku()))
    assert lama.daftar() == baru.daftar()
    for n in lama.daftar():
        if n != "docProps/core.xml":  # says when
            assert ditulis_ulang(lama, n) == ditulis_ulang(baru, n), n
    data = baru.baca(PART)
    awal, akhir = data.index(b"<sheetData>"), data.index(b"</sheetData>")
    assert data[awal:akhir] in ditulis_ulang(lama, PART)


def test_isi_lain_ditulis_openpyxl() -> None:
    """A sheet with a kind of cell that is not written here, a date, is openpyxl's."""
    from datetime import date

    wb = buku()
    wb.worksheets[0]["A9"] = date(2025, 1, 2)
    with zipfile.ZipFile(io.BytesIO(byte_sementara(wb))) as z:
        assert b"&#8211;" in z.read(PART)  # that is how openpyxl writes a dash


def test_gaya_dialihkan_di_byte() -> None:
    """The bytes of the rows get the style numbers their tree would get, cells without one those of style 0."""
    hasil = []
    for utuh in (True, False):
        sumber = bagian(byte_sementara(buku(40, tuple(x for x in ISI if x != "x\ry"))))  # a plain part has no &#13;
        tujuan = Paket.dari_bytes(byte_openpyxl(openpyxl.Workbook()))
        x = LembarTerpisah.dari(sumber, PART, utuh=utuh)
        assert (x.akar.find(f".//{q('row')}") is None) is not utuh
        gaya = Gaya(tujuan)
        x.alihkan_gaya(PetaGaya(gaya, sumber.xml("xl/styles.xml")))
        gaya.simpan()
        hasil.append((x.rangkai(), x.kolom(), tujuan.baca("xl/styles.xml")))
    assert hasil[0] == hasil[1]
    assert b' t="inlineStr" s="' in hasil[0][0]  # the cell without a style


@pytest.mark.parametrize("ubah", [(b'<row r="2"', b'<row r="2" s="1"'), (b't="n"', b't="s"')])
def test_baris_yang_perlu_pohon(ubah) -> None:
    """Rows with a style of their own and shared texts are left to the tree."""
    sumber = bagian(byte_sementara(buku()))
    sumber.ganti(PART, sumber.baca(PART).replace(*ubah, 1))
    assert LembarTerpisah.dari(sumber, PART, utuh=False).baris is None


def panjang(rumus: str, tautan: str = "", nama: str = "") -> Paket:
    """A sheet of 2,000 formulas, the last of which is `rumus`, and another sheet."""
    wb = openpyxl.Workbook()
    ws = wb.worksheets[0]
    wb.create_sheet("Ringkas")["A1"] = 1
    for b in range(1, 2_000):
        ws.cell(b, 1, f'=IF(B{b}="–","{"x" * 60}",{b})')
    ws.cell(2_000, 1, rumus)
    if tautan:
        ws["C1"].hyperlink = openpyxl.worksheet.hyperlink.Hyperlink(ref="C1", location=tautan)
    if nama:
        wb.defined_names[nama] = DefinedName(nama, attr_text="Ringkas!$A$1")
    return Paket.dari_bytes(byte_openpyxl(wb))


def dihitung_ulang(paket: Paket) -> bool:
    paket.ganti(paket.bagian_buku, paket.baca(paket.bagian_buku).replace(b' fullCalcOnLoad="1"', b""))
    minta_bila_dirujuk(paket, ["Ringkas"])
    return b'fullCalcOnLoad="1"' in paket.baca(paket.bagian_buku)


def test_rumus_terakhir_menyebut_lembar() -> None:
    """The last of many formulas counts; a link to the sheet is none."""
    assert dihitung_ulang(panjang("=Ringkas!A1"))
    assert not dihitung_ulang(panjang("=1+1", "Ringkas!A1"))


def test_nama_yang_menunjuk_lembar_dicari_di_semua_baris() -> None:
    for rumus, harap in (("=NAMAKU+1", True), ("=namaku2+1", False)):
        paket = panjang(rumus, nama="NamaKu")
        assert dihitung_ulang(paket) is harap, rumus


def test_hanya_kolom_yang_diminta() -> None:
    wb = openpyxl.Workbook()
    for b in range(8, 20):
        wb.worksheets[0].cell(b, 1, f"nama {b}")
        wb.worksheets[0].cell(b, KOLOM_SIDIK, sidik_baris([b]))
    paket = bagian(byte_sementara(wb))
    sel = baca_buku(paket, kolom={"Sheet": [KOLOM_SIDIK]}).lembar["Sheet"].sel
    assert sel == {t: s for t, s in baca_buku(paket).lembar["Sheet"].sel.items() if t[1] == KOLOM_SIDIK}
    assert len(sel) == 12


def test_tanpa_teks_rumus() -> None:
    paket = bagian(byte_sementara(buku()))
    utuh, tanpa = (baca_buku(paket, tanpa_rumus=x).lembar["Sheet"].sel for x in (False, True))
    assert utuh.keys() == tanpa.keys()
    assert {t: (s.nilai, s.rumus and "=") for t, s in utuh.items()} == {t: (s.nilai, s.rumus) for t, s in tanpa.items()}
    assert any(s.rumus and len(s.rumus) > 1 for s in utuh.values())


def urai(data: bytes, paket: Paket, pilih) -> dict:
    p = PenguraiJanji([], format_gaya(paket), False, pilih)
    p.urai(data)
    return p.sel


def test_hanya_sel_yang_dijanjikan() -> None:
    """Cells nobody asks for are known to be there and no more, in repeated rows, too; one that stands twice is an error."""
    wb = openpyxl.Workbook()
    for b in range(1, 50):
        wb.worksheets[0].cell(b, 1, f"=B{b}*2")
        wb.worksheets[0].cell(b, 2, 7)
    paket = bagian(byte_sementara(wb))
    data = paket.baca(PART)
    p = PenguraiLembar([], format_gaya(paket), False)
    p.urai(data)
    pilih = {(1, 1), (30, 1), (49, 2)}
    assert {t: s for t, s in urai(data, paket, pilih).items() if s is not None} == {t: p.sel[t] for t in pilih}
    assert urai(data, paket, pilih).keys() == p.sel.keys()
    dua = data.replace(b'<c r="B7"', b'<c r="A7"')
    for pengurai in (lambda: urai(dua, paket, ()), lambda: PenguraiLembar([], format_gaya(paket), False).urai(dua)):
        with pytest.raises(ValueError, match="twice"):
            pengurai()
    larik = data.replace(b'<c r="A7"><f>', b'<c r="A7"><f t="array" ref="A7:B7">')
    assert urai(larik, paket, ())[7, 2].rumus == "=B7*2"


def test_janji_diperiksa_dan_yang_basi_dilupakan() -> None:
    paket = bagian(byte_sementara(buku()))
    tulis_sel(paket, {"Sheet": {"E1": Tulis(5)}})
    janji = paket.janji[PART]
    periksa_hasil(paket, paket.kemas())
    paket.janji[PART] = Janji(janji.data, {(1, 5): ("n", "6", None)})
    with pytest.raises(HasilRusak):
        periksa_hasil(paket, paket.kemas())
    paket.ganti(PART, janji.data + b" ")
    assert PART not in paket.janji


def test_kabar_menyebut_lembar() -> None:
    kabar: list[str] = []
    paket = bagian(byte_sementara(buku()))
    with dengar(kabar.append):
        assert baca_buku(paket).lembar["Sheet"].sel
    assert len(kabar) == 1 and "Sheet" in kabar[0]
    assert baca_buku(paket).lembar["Sheet"].sel
    assert len(kabar) == 1

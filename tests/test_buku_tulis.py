"""Writing cells: the cells asked for change, nothing else does."""

import io
from decimal import Decimal
from enum import Enum

import numpy
import openpyxl
import pytest
from buku_pengguna import M, bagian, beda, buku_pengguna, buku_polos, kemas
from lxml import etree

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import GalatSel, Tulis, tulis_sel

LEMBAR = "xl/worksheets/sheet1.xml"


class GalatUji(Enum):
    DIV0 = "#DIV/0!"


def tulis(data: bytes, isi: dict[str, Tulis], lembar: str = "Pengukuran", **opsi) -> bytes:
    paket = Paket.dari_bytes(data)
    tulis_sel(paket, {lembar: isi}, **opsi)
    return paket.ke_bytes()


def sel(data: bytes, lembar: str = "Pengukuran") -> dict[str, tuple]:
    b = baca_buku(Paket.dari_bytes(data)).lembar[lembar].sel
    return {
        openpyxl.utils.get_column_letter(k) + str(r): (s.nilai, s.rumus, s.jenis, s.galat) for (r, k), s in b.items()
    }


def dengan_lembar(baris: str, awal: str = "") -> bytes:
    isi = bagian(buku_pengguna())
    isi[LEMBAR] = f'<worksheet xmlns="{M}">{awal}<sheetData>{baris}</sheetData></worksheet>'.encode()
    return kemas(isi)


def test_nilai_tertulis_terbaca_kembali():
    isi = {
        "A5": Tulis("teks biasa"), "B5": Tulis(" dua  spasi \nbaris "), "C5": Tulis(12), "D5": Tulis(Decimal("76.99")),
        "E5": Tulis(True), "F5": Tulis(GalatSel("#N/A")), "G5": Tulis(GalatUji.DIV0), "H5": Tulis("=1+1"),
        "I5": Tulis("<b>&\"'"), "J5": Tulis("_x000D_"), "K5": Tulis("a\x00\x0bb\ud800\uffffc"), "L5": Tulis("x\r\ny\rz"),
        "M5": Tulis(numpy.float64(1.5)), "N5": Tulis(numpy.int64(7)), "O5": Tulis(numpy.bool_(False)), "P5": Tulis(0.1 + 0.2),
        "Q5": Tulis(""), "R5": Tulis(10**15), "S5": Tulis(-1e-300),
    }  # fmt: skip
    hasil = sel(tulis(buku_pengguna(), isi))
    assert {k: v[0] for k, v in hasil.items() if k.endswith("5") and v[2] != "galat"} == {
        "A5": "teks biasa", "B5": " dua  spasi \nbaris ", "C5": 12, "D5": 76.99, "E5": True, "H5": "=1+1",
        "I5": "<b>&\"'", "J5": "_x000D_", "K5": "abc", "L5": "x\ny\nz", "M5": 1.5, "N5": 7, "O5": False,
        "P5": 0.1 + 0.2, "R5": 10**15, "S5": -1e-300,
    }  # fmt: skip
    assert (hasil["F5"][3], hasil["G5"][3]) == ("#N/A", "#DIV/0!")
    assert hasil["H5"][1] is None and hasil["E5"][2] == "logika"


def test_rumus_dengan_tembolok_dan_openpyxl_sependapat():
    data = tulis(
        buku_pengguna(),
        {
            "E2": Tulis(102.65, rumus="=CAPAIAN(B2,C2)"),
            "E3": Tulis("naik", rumus='"na"&"ik"'),
            "E4": Tulis(None, rumus='""'),
            "E5": Tulis(GalatSel("#VALUE!"), rumus="1+A1"),
            "E6": Tulis(True, rumus="1=1"),
        },
    )
    assert {k: v for k, v in sel(data).items() if k[0] == "E"} == {
        "E2": (102.65, "=CAPAIAN(B2,C2)", "angka", None), "E3": ("naik", '="na"&"ik"', "teks", None),
        "E4": (None, '=""', "kosong", None), "E5": (None, "=1+A1", "galat", "#VALUE!"), "E6": (True, "=1=1", "logika", None),
    }  # fmt: skip
    wb = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    assert [wb["Pengukuran"][f"E{n}"].value for n in range(2, 7)] == [102.65, "naik", None, "#VALUE!", True]
    assert baca_buku(Paket.dari_bytes(data)).lembar["Pengukuran"].sel[4, 5].punya_tembolok


def test_hanya_lembar_itu_yang_berubah_bila_rumus_tetap():
    asal = buku_pengguna()
    assert beda(asal, tulis(asal, {"B2": Tulis(80)})) == {LEMBAR}
    assert beda(asal, tulis(asal, {"D2": Tulis(102.65, biar_rumus=True)})) == {LEMBAR}
    assert beda(asal, tulis(asal, {})) == set()


@pytest.mark.parametrize(
    ("nilai", "tembolok", "sama"),
    [
        (5, "<v>5</v>", True), (5.0, "<v>5</v>", False), (6, "<v>5</v>", False), (None, "<v></v>", False),
        ("naik", "<v>naik</v>", True), (None, "<v/>", True), (GalatSel("#N/A"), "<v>#N/A</v>", True), (True, "<v>1</v>", True),
    ],
)  # fmt: skip
def test_nilai_yang_sudah_di_sana_tidak_mengubah_lembar(nilai, tembolok, sama):
    """Not touched is byte for byte the same part, spaces and shared formulas included; 5 and 5.0 are two spellings."""
    jenis = {"naik": ' t="str"', None: ' t="str"' if tembolok == "<v/>" else "", True: ' t="b"'}.get(nilai, "")
    jenis = ' t="e"' if isinstance(nilai, GalatSel) else jenis
    asal = dengan_lembar(f'<row  r="1"><c r="A1"{jenis}><f>B1</f>{tembolok}</c></row>')
    hasil = tulis(asal, {"A1": Tulis(nilai, biar_rumus=True)})
    assert (bagian(hasil)[LEMBAR] == bagian(asal)[LEMBAR]) is sama
    assert beda(asal, tulis(asal, {"A1": Tulis(nilai, biar_rumus=True, format="0.0")})) >= {LEMBAR}


def test_hitung_ulang_diminta_di_bagian_buku():
    isi = bagian(buku_pengguna())
    isi["xl/workbook.xml"] = isi["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"")
    asal = kemas(isi)
    hasil = tulis(asal, {"B2": Tulis(80)})
    assert beda(asal, hasil) == {LEMBAR, "xl/workbook.xml"}
    assert b'fullCalcOnLoad="1"' in bagian(hasil)["xl/workbook.xml"]
    assert beda(asal, tulis(asal, {"B2": Tulis(80)}, hitung_ulang=False)) == {LEMBAR}


@pytest.mark.parametrize("apa", [Tulis(100), Tulis(1, rumus="1")])
def test_rantai_hitung_hilang_bila_rumus_datang_atau_pergi(apa):
    asal = buku_pengguna()
    hasil = tulis(asal, {"D2": apa})
    assert beda(asal, hasil) == {
        LEMBAR,
        "xl/calcChain.xml",
        "xl/_rels/workbook.xml.rels",
        "[Content_Types].xml",
    }
    assert not any(b"calcChain" in d for d in bagian(hasil).values())


@pytest.mark.parametrize("pengenal", [b"", b'r="rId99" '])
def test_rantai_hitung_dengan_hubungan_tanpa_pengenal(pengenal):
    """A relationship without an id goes with its part; the others stay."""
    isi, rels = bagian(buku_pengguna()), "xl/_rels/workbook.xml.rels"
    isi[rels] = isi[rels].replace(b'Id="rId99" ', pengenal)
    hasil = bagian(tulis(kemas(isi), {"D2": Tulis(100)}))
    assert not any(b"calcChain" in d for d in hasil.values())
    assert hasil[rels].count(b"<Relationship ") == isi[rels].count(b"<Relationship ") - 1


def test_tembolok_saja_rumus_dan_sifat_sel_tetap():
    asal = dengan_lembar(
        '<row r="2" ht="30" customHeight="1"><c r="A2" s="0" cm="1"><f t="array" ref="A2">SUM(B2:C2)</f><v>1</v></c>'
        '<c r="B2"><f t="shared" ref="B2:B3" si="0">C2</f></c><c r="D2"><v>9</v></c></row>'
        '<row r="3"><c r="B3" t="str"><f t="shared" si="0"/><v>x</v></c></row>'
    )
    isi = {
        "A2": Tulis(5, biar_rumus=True),
        "B3": Tulis(None, biar_rumus=True),
        "D2": Tulis(1, biar_rumus=True),
        "Z9": Tulis(1, biar_rumus=True),
    }
    akar = etree.fromstring(bagian(tulis(asal, isi))[LEMBAR])
    c = {e.get("r"): etree.tostring(e).decode().replace(f' xmlns="{M}"', "") for e in akar.iter(f"{{{M}}}c")}
    assert c == {
        "A2": '<c r="A2" s="0" cm="1"><f t="array" ref="A2">SUM(B2:C2)</f><v>5</v></c>',
        "B2": '<c r="B2"><f t="shared" ref="B2:B3" si="0">C2</f></c>',
        "D2": '<c r="D2"><v>9</v></c>',
        "B3": '<c r="B3" t="str"><f t="shared" si="0"/><v></v></c>'.replace("<v></v>", "<v/>"),
    }
    assert akar.find(f".//{{{M}}}row").get("ht") == "30"


def test_induk_rumus_bersama_diganti_yang_lain_tetap_berumus():
    asal = dengan_lembar(
        '<row r="2"><c r="A2"><f t="shared" ref="A2:A4" si="0">B2*2</f><v>1</v></c></row>'
        '<row r="3"><c r="A3"><f t="shared" si="0"/><v>2</v></c></row><row r="4"><c r="A4"><f t="shared" si="0"/><v>3</v></c></row>'
    )
    assert sel(tulis(asal, {"A2": Tulis(7)})) == {
        "A2": (7, None, "angka", None), "A3": (2, "=B3*2", "angka", None), "A4": (3, "=B4*2", "angka", None),
    }  # fmt: skip


def test_baris_dan_sel_baru_di_tempat_yang_benar():
    asal = dengan_lembar(
        '<row r="2" spans="2:4"><c r="B2" s="1"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="7" s="1" customFormat="1"/>',
        '<dimension ref="B2:D2"/><cols><col min="3" max="3" style="1"/></cols>',
    )
    isi = {a: Tulis(1) for a in ("E2", "A2", "C2", "A9", "A1", "C5", "B7")}
    akar = etree.fromstring(bagian(tulis(asal, isi))[LEMBAR])
    baris = {e.get("r"): [(c.get("r"), c.get("s")) for c in e] for e in akar.iter(f"{{{M}}}row")}
    assert [*baris.items()] == [
        ("1", [("A1", None)]), ("2", [("A2", None), ("B2", "1"), ("C2", "1"), ("D2", None), ("E2", None)]),
        ("5", [("C5", "1")]), ("7", [("B7", "1")]), ("9", [("A9", None)]),
    ]  # fmt: skip
    assert akar.find(f"{{{M}}}dimension").get("ref") == "A1:E9"
    assert akar.find(f".//{{{M}}}row[@spans]") is None


def test_format_baru_sekali_saja_dan_gaya_lain_tetap():
    asal = buku_pengguna()
    isi = {f"B{n}": Tulis(n, format="#,##0.000") for n in range(2, 60)} | {"C2": Tulis(1, format="0.00")}
    paket = Paket.dari_bytes(asal)
    tulis_sel(paket, {"Pengukuran": isi})
    gaya = paket.baca("xl/styles.xml")
    tulis_sel(paket, {"Pengukuran": isi, "Kotak": {"A2": Tulis(1, format="#,##0.000")}})
    assert paket.baca("xl/styles.xml") == gaya
    akar, lama = etree.fromstring(gaya), etree.fromstring(bagian(asal)["xl/styles.xml"])
    assert len(akar.find(f"{{{M}}}cellXfs")) == len(lama.find(f"{{{M}}}cellXfs")) + 2
    assert akar.find(f"{{{M}}}cellXfs").get("count") == str(len(akar.find(f"{{{M}}}cellXfs")))
    b = baca_buku(paket).lembar["Pengukuran"].sel
    assert (b[5, 2].format, b[5, 2].desimal, b[2, 3].format) == ("#,##0.000", 3, "0.00")


def test_gaya_dari_sel_lain_dan_format_di_atasnya():
    asal = dengan_lembar('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"/></row>')
    hasil = tulis(
        asal,
        {"B1": Tulis(2, gaya_dari="A1"), "C1": Tulis(3, gaya_dari="A1", format="0.0"), "A1": Tulis(None)},
    )
    c = {e.get("r"): e for e in etree.fromstring(bagian(hasil)[LEMBAR]).iter(f"{{{M}}}c")}
    assert (c["A1"].get("s"), len(c["A1"]), c["B1"].get("s")) == ("1", 0, "1")
    xf = etree.fromstring(bagian(hasil)["xl/styles.xml"]).find(f"{{{M}}}cellXfs")
    contoh, baru = xf[1], xf[int(c["C1"].get("s"))]
    assert baru.get("numFmtId") == "165" and baru.get("fontId") == contoh.get("fontId")


def test_buku_tanpa_gaya_mendapat_gaya():
    isi = bagian(buku_polos(Pengukuran=[[1]]))
    del isi["xl/styles.xml"]
    rels = etree.fromstring(isi["xl/_rels/workbook.xml.rels"])
    for e in [x for x in rels if x.get("Type").endswith("/styles")]:
        rels.remove(e)
    isi["xl/_rels/workbook.xml.rels"] = etree.tostring(rels)
    hasil = tulis(kemas(isi), {"A2": Tulis(2, format="0.000")})
    assert openpyxl.load_workbook(io.BytesIO(hasil))["Pengukuran"]["A2"].number_format == "0.000"


def test_yang_tidak_dapat_ditulis_tidak_mengubah_paket():
    paket = Paket.dari_bytes(buku_pengguna())
    asal = paket.ke_bytes()
    for isi, kode in (
        ({"Pengukuran": {"A2": Tulis(1)}, "Tiada": {"A1": Tulis(1)}}, "BK-15"),
        ({"Pengukuran": {"A2": Tulis(1, format="0.0000"), "A3": Tulis("x" * 32_768)}}, "BK-16"),
    ):
        with pytest.raises(GalatBerkas) as tangkap:
            tulis_sel(paket, isi)
        assert tangkap.value.kode == kode
    for nilai, galat in ((float("nan"), ValueError), (GalatSel("#SALAH"), ValueError), (object(), TypeError)):
        with pytest.raises(galat):
            tulis_sel(paket, {"Pengukuran": {"A2": Tulis(nilai)}})
    assert paket.ke_bytes() == asal

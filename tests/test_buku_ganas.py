"""Packages no well-behaved program writes, each made here by name: read right where legal, else refused with the part.

JINAK must read exactly as the plain workbook does, and still after cells were written and a sheet was grafted; DITOLAK
must be refused with a code and the part.
"""

from __future__ import annotations

import io
import re
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from banyak import tiap
from buku_pengguna import M, R, bagian, buku_pengguna, kemas
from lxml import etree
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.cangkok import cangkok, hapus_lembar
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.buku.urai_lembar import lepas
from lkjip_xl.cocokkan import baca_luar
from lkjip_xl.edar.makro import buang_makro
from lkjip_xl.edar.rumus_sel import HanyaNilai, ubah_rumus
from lkjip_xl.excel.mesin import mesin_terpasang
from lkjip_xl.excel.pasang import PROYEK
from lkjip_xl.perintah import skema
from lkjip_xl.skema.pesan import pesan_berkas
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.validasi.periksa import periksa

BUKU, GAYA, RELS, TEKS = "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
DATA = "xl/worksheets/sheet1.xml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SISIPAN = {
    "komentar": "<!-- catatan -->",
    "petunjuk": "<?program lain?>",
    "asing": '<z:a xmlns:z="urn:z"><z:b/>teks</z:a>',
    "menyamar": f'<z:a xmlns:z="urn:z" xmlns="{M}"><sheet name="Palsu"/><xf/><font/><row r="2"><c r="B2"><v>999</v></c></row>'
    '<c r="B2"><v>7</v></c><v>8</v><si><t>palsu</t></si><definedName name="SkalaSaya">0</definedName></z:a>',
}  # fmt: skip
CONTOH = Path(__file__).parents[1] / "workbooks" / "contoh" / "LKjIP-Magetan-2024.xlsm"
NAMA_PANJANG = "N" + "a" * 299
Isi = dict[str, bytes]


def dasar() -> Isi:
    """The user's workbook with what the cases need: styles of every kind, a print title, all that counts positions."""
    wb = openpyxl.load_workbook(io.BytesIO(buku_pengguna()))
    ws = wb["Pengukuran"]
    ws["B2"].number_format, ws["B3"].number_format = "0.0000", "0.00%"
    ws["B3"].font = Font(bold=True, name="Arial")
    ws["A1"].font = Font(italic=True, name="Georgia")
    ws.merge_cells("F5:G6")
    ws.column_dimensions["D"].width = 30
    ws.print_title_rows = "1:1"
    for i in (3, 5):
        wb["Catatan Saya"].cell(i, 6).value = f"=A{i}*2"
    wb.defined_names[NAMA_PANJANG] = DefinedName(NAMA_PANJANG, attr_text="Pengukuran!$A$1")
    keluar = io.BytesIO()
    wb.save(keluar)
    return _berbagi_teks(bagian(keluar.getvalue()))


def _berbagi_teks(isi: Isi) -> Isi:
    """The same with the texts of the first sheet shared, as Excel keeps them."""
    akar, teks = etree.fromstring(isi[DATA]), []
    for c in akar.iter(f"{{{M}}}c"):
        if c.get("t") == "inlineStr":
            teks.append(c[0][0].text)
            c.set("t", "s")
            c.remove(c[0])
            etree.SubElement(c, f"{{{M}}}v").text = str(len(teks) - 1)
    sst = f'<sst xmlns="{M}">{"".join(f"<si><t>{t}</t></si>" for t in teks)}</sst>'
    hubungan = f'<Relationship Id="rIdT" Type="{R}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>'
    jenis = b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    return isi | {
        DATA: etree.tostring(akar),
        TEKS: sst.encode(),
        RELS: isi[RELS].replace(b"</Relationships>", hubungan.encode()),
        "[Content_Types].xml": isi["[Content_Types].xml"].replace(b"</Types>", jenis),
    }


DASAR = dasar()


def potret(isi: Isi) -> tuple:
    """All that is read from a workbook."""
    buku = baca_buku(Paket.dari_bytes(kemas(isi), "buku.xlsx"))
    return {n: (x.keadaan, x.sel, x.gabung) for n, x in buku.lembar.items()}, buku.nama


def ringkasan() -> openpyxl.Workbook:
    wb = openpyxl.Workbook()
    wb.active.title = "Baru"
    wb.active["A1"], wb.active["A1"].number_format, wb.active["A1"].font = 1.5, "0.000", Font(bold=True, name="Courier")
    wb.active.print_title_rows = "1:1"
    return wb


def ubah_semua(isi: Isi) -> Paket:
    """The workbook after everything we do to workbooks, read again from its bytes."""
    paket = Paket.dari_bytes(kemas(isi), "buku.xlsx")
    tulis_sel(paket, {"Pengukuran": {"C2": Tulis(5, format="0.0"), "Z9": Tulis("baru"), "E3": Tulis(4, rumus="=2+2")}})
    cangkok(paket, ringkasan(), sesudah="Pengukuran")
    hapus_lembar(paket, "Kotak")
    buang_makro(paket)
    return Paket.dari_bytes(paket.ke_bytes(), "buku.xlsx")


def periksa_utuh(isi: Isi) -> None:
    """The plain workbook's content, and the same after changes as the plain one has after the same changes."""
    assert potret(isi) == potret(DASAR)
    buku, harap = baca_buku(ubah_semua(isi)), baca_buku(ubah_semua(DASAR))
    assert {n: x.sel for n, x in buku.lembar.items()} == {n: x.sel for n, x in harap.lembar.items()}
    assert buku.nama == harap.nama
    assert buku.lembar["Baru"].sel[1, 1].format == "0.000" and buku.lembar["Pengukuran"].sel[2, 3].format == "0.0"


def sisipkan(isi: Isi, bagian_: str, wadah: str, apa: str) -> Isi:
    """The parts with something put first, between and last among the children of every element of a name."""
    akar = etree.fromstring(isi[bagian_])
    ketemu = [akar] if etree.QName(akar).localname == wadah else list(akar.iter(f"{{*}}{wadah}"))
    assert ketemu, (bagian_, wadah)
    for e in ketemu:
        for i in range(len(e), -1, -1):
            x = etree.fromstring(f"<x>{SISIPAN[apa]}</x>")[0]
            x.tail = None
            e.insert(i, x)
    return isi | {bagian_: etree.tostring(akar)}


WADAH = [
    (GAYA, x) for x in ("styleSheet", "cellXfs", "cellStyleXfs", "fonts", "fills", "borders", "dxfs", "numFmts", "font")
]
WADAH += [(BUKU, x) for x in ("workbook", "sheets", "definedNames", "bookViews")]
WADAH += [(DATA, x) for x in ("worksheet", "sheetData", "row", "c", "cols", "mergeCells", "sheetViews")]
WADAH += [
    (TEKS, "sst"),
    (TEKS, "si"),
    (RELS, "Relationships"),
    ("[Content_Types].xml", "Types"),
    ("_rels/.rels", "Relationships"),
]
WADAH += [("xl/worksheets/_rels/sheet3.xml.rels", "Relationships"), ("xl/comments/comment1.xml", "commentList")]


@pytest.mark.parametrize("apa", SISIPAN)
@pytest.mark.parametrize(("bagian_", "wadah"), tiap(3, WADAH))
def test_yang_asing_tidak_ikut_terhitung(bagian_: str, wadah: str, apa: str) -> None:
    isi = sisipkan(DASAR, bagian_, wadah, apa)
    periksa_utuh(isi)


def test_format_angka_dengan_pilihan_untuk_excel_baru() -> None:
    """Excel wraps number formats so that newer versions read another code: not refused, and not read as General."""
    nomor = re.search(rb'<numFmt [^>]*formatCode="0\.0000"[^>]*/>', DASAR[GAYA])[0]
    baru = (
        b'<mc:AlternateContent xmlns:mc="'
        + MC.encode()
        + b'"><mc:Choice Requires="x16r2">'
        + nomor.replace(b"0.0000", b"0.00000")
    )
    baru += b"</mc:Choice><mc:Fallback>" + nomor + b"</mc:Fallback></mc:AlternateContent>"
    periksa_utuh(DASAR | {GAYA: DASAR[GAYA].replace(nomor, baru)})


def test_jumlah_rekaman_gaya_yang_tercatat_adalah_yang_benar() -> None:
    isi = DASAR
    for wadah in ("cellXfs", "fonts", "numFmts"):
        isi = sisipkan(isi, GAYA, wadah, "asing")
    akar = ubah_semua(isi).xml(GAYA)
    for wadah, tag in (("cellXfs", "xf"), ("fonts", "font"), ("numFmts", "numFmt")):
        e = akar.find(f"{{{M}}}{wadah}")
        assert int(e.get("count")) == len(e.findall(f"{{{M}}}{tag}"))


@pytest.mark.parametrize("isi", ["a<!--x-->b", "a<?x y?>b", "<![CDATA[ab]]>", "a&#98;"])
def test_teks_terpotong_terbaca_utuh(isi: str) -> None:
    teks = DASAR[TEKS].replace(b"<t>Penyerapan</t>", f"<t>{isi}</t>".encode())
    assert potret(DASAR | {TEKS: teks})[0]["Pengukuran"][1][2, 1].nilai == "ab"
    sebaris = ganti(DATA, rb'<c r="A2"[^>]*>.*?</c>', f'<c r="A2" t="inlineStr"><is><t>{isi}</t></is></c>'.encode())(
        DASAR
    )
    assert potret(sebaris)[0]["Pengukuran"][1][2, 1].nilai == "ab"


# -- legal, if unusual --------------------------------------------------------------------------------------


def ganti(bagian_: str, pola: bytes, baru: bytes, kali: int = 1) -> Callable[[Isi], Isi]:
    def ubah(isi: Isi) -> Isi:
        data, n = re.subn(
            pola, lambda m: m.expand(baru) if b"\\" in baru else baru, isi[bagian_], count=kali, flags=re.DOTALL
        )
        assert n, (bagian_, pola)
        return isi | {bagian_: data}

    return ubah


def sandi(nama: str, bom: bytes = b"") -> Callable[[Isi], Isi]:
    """Every XML part in another encoding."""

    def ubah(isi: Isi) -> Isi:
        def satu(data: bytes) -> bytes:
            teks = etree.tostring(etree.fromstring(data), encoding="unicode")
            return bom + f'<?xml version="1.0" encoding="{nama}"?>{teks}'.encode(nama, "xmlcharrefreplace")

        return {
            n: satu(x) if n.endswith((".xml", ".rels")) and not n.startswith("customXml") else x for n, x in isi.items()
        }

    return ubah


def awalan(isi: Isi) -> Isi:
    """The main namespace under a prefix, as some libraries write it."""
    hasil = dict(isi)
    for n in (BUKU, GAYA, TEKS, *(n for n in isi if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n))):
        akar = etree.fromstring(isi[n])
        baru = etree.Element(akar.tag, dict(akar.attrib), {"x": M, **{k: v for k, v in akar.nsmap.items() if k}})
        baru.extend(list(akar))
        etree.cleanup_namespaces(baru, keep_ns_prefixes=["r"])
        hasil[n] = etree.tostring(baru)
        assert b"<x:" in hasil[n]
    return hasil


def nama_bagian(ubah: Callable[[str], str]) -> Callable[[Isi], Isi]:
    return lambda isi: {ubah(n): x for n, x in isi.items()}


JINAK: dict[str, Callable[[Isi], Isi]] = {
    "UTF-16 dengan tanda": sandi("utf-16"),
    "UTF-16 tanpa tanda": sandi("utf-16-le"),
    "UTF-8 dengan tanda": sandi("utf-8", b"\xef\xbb\xbf"),
    "windows-1252": sandi("windows-1252"),
    "Shift-JIS": sandi("shift_jis"),
    "awalan x:": awalan,
    "garis miring terbalik": nama_bagian(lambda n: n.replace("/", "\\")),
    "garis miring terbalik di hubungan": ganti(RELS, rb'Target="/?xl/worksheets/', rb'Target="\\\\xl\\\\worksheets\\\\', 9),
    "tujuan relatif": ganti(RELS, rb'Target="/xl/', rb'Target="', 9),
    "tujuan berliku": ganti(RELS, rb'Target="/xl/', rb'Target="./../xl/../xl/', 9),
    "baris dan sel tanpa alamat": lambda isi: ganti(DATA, rb'(<row) r="\d+"', rb"\1", 9)(ganti(DATA, rb'(<c) r="[A-Z]+\d"', rb"\1", 99)(isi)),
    "baris tanpa nomor": ganti(DATA, rb'(<row) r="\d+"', rb"\1", 9),
    "alamat huruf kecil": ganti(DATA, rb'r="B2"', b'r="b2"'),
    "nama lembar milik lembar yang sudah tiada": ganti(BUKU, rb"</definedNames>", b'<definedName name="SkalaSaya" localSheetId="99">0</definedName></definedNames>'),
    "isi folder tercatat": lambda isi: {"xl/": b"", **isi},
    "spasi dipertahankan": ganti(DATA, rb"<worksheet ", b'<worksheet xml:space="preserve" '),
    "atribut bernama ruang": ganti(DATA, rb'<c r="B2"', b'<c xmlns:z="urn:z" z:r="Q9" z:s="77" z:t="s" r="B2"'),
    "gabungan terbalik": ganti(DATA, rb'ref="F5:G6"', b'ref="F5:G6" z="1"'),
    "hubungan menunjuk yang tiada": ganti(RELS, rb"</Relationships>", f'<Relationship Id="rIdX" Type="{R}/externalLink" Target="/xl/tiada.xml"/></Relationships>'.encode()),
    "ruang nama relatif di gaya": ganti(GAYA, rb"<(font|fill|border|xf)(?=[ >/])", rb'<\1 xmlns:q="0" q:z="1"', 99),
    "catatan di sel yang tiada": ganti("xl/comments/comment1.xml", rb'ref="D1"', b'ref="ZZ99999999"'),
    "tautan tanpa tujuan": ganti(DATA, rb"<pageMargins", b'<hyperlinks><hyperlink ref="A1"/><hyperlink xmlns:r="' + R.encode() + b'" ref="A1" r:id="rId99"/></hyperlinks><pageMargins'),
    "jenis isi tidak tercatat": ganti("[Content_Types].xml", rb'<Override PartName="/xl/worksheets/sheet1\.xml"[^>]*/>', b""),
    "kawasan terpakai rusak": ganti(DATA, rb'<dimension ref="[^"]*"', b'<dimension ref="A1:?"'),
    "tautan luar tersimpan": lambda isi: isi | {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"},
}  # fmt: skip


@pytest.mark.parametrize("nama", tiap(2, JINAK))
def test_yang_sah_terbaca_benar(nama: str) -> None:
    periksa_utuh(JINAK[nama](DASAR))


def test_nama_yang_lebih_panjang_dari_batas_excel_terbaca_dan_tinggal() -> None:
    assert potret(DASAR)[1][NAMA_PANJANG] == baca_buku(ubah_semua(DASAR)).nama[NAMA_PANJANG] == "Pengukuran!$A$1"


@pytest.mark.parametrize("jenis", ["chartsheet", "dialogsheet", "xlMacrosheet"])
def test_lembar_yang_bukan_tabel_dilewati(jenis: str) -> None:
    nomor = re.search(rb'Type="([^"]*/worksheet)" Target="/xl/worksheets/sheet4\.xml"', DASAR[RELS])
    isi = ganti(RELS, re.escape(nomor[0]), nomor[0].replace(b'/worksheet"', f'/{jenis}"'.encode()))(DASAR)
    lembar, _ = potret(isi)
    assert list(lembar) == ["Pengukuran", "Capaian Kinerja", "Catatan Saya"]
    assert Paket.dari_bytes(kemas(isi)).lembar()["Kotak"].jenis == jenis
    ubah_semua(isi)


def test_lembar_grafik_bernama_lembar_kami_ditolak() -> None:
    isi = ganti(RELS, rb'/worksheet"( Target="/xl/worksheets/sheet4\.xml")', rb'/chartsheet"\1')(DASAR)
    wb = ringkasan()
    wb.active.title = "Kotak"
    with pytest.raises(GalatBerkas) as galat:
        cangkok(Paket.dari_bytes(kemas(isi), "buku.xlsx"), wb)
    assert (galat.value.kode, galat.value.isi["lembar"]) == ("BK-67", "Kotak")
    cangkok(Paket.dari_bytes(kemas(DASAR)), wb)


def test_lembar_tampak_terakhir_dihapus_yang_tersembunyi_ditampakkan() -> None:
    isi = ganti(BUKU, rb'(name="(?!Kotak)[^"]*" sheetId="\d+") state="visible"', rb'\1 state="veryHidden"', 9)(DASAR)
    isi = ganti(BUKU, rb'(name="Catatan Saya" sheetId="\d+") state="veryHidden"', rb'\1 state="hidden"')(isi)
    paket = Paket.dari_bytes(kemas(isi))
    hapus_lembar(paket, "Kotak")
    assert paket.lembar()["Catatan Saya"].state == "visible"
    paket.ke_bytes()


def test_semua_lembar_tersembunyi_tetap_terbaca_dan_dapat_diubah() -> None:
    isi = ganti(BUKU, rb'state="visible"', b'state="hidden"', 9)(DASAR)
    assert {x[0] for x in potret(isi)[0].values()} == {"hidden"}
    ubah_semua(isi)


# -- refused, with file and part ------------------------------------------------------------------------------


def sel(isi_sel: bytes) -> Callable[[Isi], Isi]:
    return ganti(DATA, rb'<row r="2".*?</row>', b'<row r="2">' + isi_sel + b"</row>")


DITOLAK: dict[str, tuple[str, str, Callable[[Isi], Isi]]] = {
    "gaya negatif": ("BK-06", DATA, sel(b'<c r="A2" s="-1"><v>1</v></c>')),
    "gaya bukan angka": ("BK-06", DATA, sel(b'<c r="A2" s="x"><v>1</v></c>')),
    "gaya di luar daftar": ("BK-06", DATA, sel(b'<c r="A2" s="99"><v>1</v></c>')),
    "teks negatif": ("BK-06", DATA, sel(b'<c r="A2" t="s"><v>-1</v></c>')),
    "teks di luar daftar": ("BK-06", DATA, sel(b'<c r="A2" t="s"><v>999</v></c>')),
    "teks bukan angka": ("BK-06", DATA, sel(b'<c r="A2" t="s"><v>satu</v></c>')),
    "teks bergaris bawah": ("BK-06", DATA, sel(b'<c r="A2" t="s"><v>0_0</v></c>')),
    "jenis sel tak dikenal": ("BK-06", DATA, sel(b'<c r="A2" t="zzz"><v>1</v></c>')),
    **{f"alamat {a}": ("BK-06", DATA, sel(f'<c r="{a}"><v>1</v></c>'.encode())) for a in ("F0", "A1048577", "XFE2", "$A$2", "foo", "A3", "2", "")},
    "sel kembar": ("BK-06", DATA, sel(b'<c r="A2"><v>1</v></c><c r="A2"><v>2</v></c>')),
    **{f"baris {b}": ("BK-06", DATA, ganti(DATA, rb'<row r="2"', f'<row r="{b}"'.encode())) for b in ("-1", "0", "1048577", "1_0", "x", "3")},
    "dua sheetData": ("BK-06", DATA, ganti(DATA, rb"</sheetData>", b"</sheetData><sheetData/>")),
    "gabungan rusak": ("BK-06", DATA, ganti(DATA, rb'ref="F5:G6"', b'ref="F5:???"')),
    "gabungan tanpa kawasan": ("BK-06", DATA, ganti(DATA, rb' ref="F5:G6"', b"")),
    "larik rusak": ("BK-06", DATA, sel(b'<c r="A2"><f t="array" ref="A2:ZZZZ9">1</f><v>1</v></c>')),
    "surogat tunggal": ("BK-06", DATA, sel(b'<c r="A2" t="str"><v>&#xD83D;</v></c>')),
    "huruf kendali mentah": ("BK-06", DATA, sel(b'<c r="A2" t="str"><v>\x07</v></c>')),
    "pilihan program di antara sel": ("BK-65", DATA, ganti(DATA, rb"(<row r=\"2\".*?</row>)", rb'<mc:AlternateContent xmlns:mc="' + MC.encode() + rb'"><mc:Choice Requires="x14">\1</mc:Choice></mc:AlternateContent>')),
    "pilihan program di sekitar sel": ("BK-65", DATA, ganti(DATA, rb"(<sheetData>.*</sheetData>)", rb'<mc:AlternateContent xmlns:mc="' + MC.encode() + rb'"><mc:Fallback>\1</mc:Fallback></mc:AlternateContent>')),
    "pilihan program di gaya": ("BK-65", GAYA, ganti(GAYA, rb"(<cellXfs[^>]*>)", rb'\1<mc:AlternateContent xmlns:mc="' + MC.encode() + rb'"/>')),
    "pilihan program di lembar": ("BK-65", BUKU, ganti(BUKU, rb"<sheets>", b'<sheets><mc:AlternateContent xmlns:mc="' + MC.encode() + b'"/>')),
    "bukan lembar": ("BK-06", DATA, lambda isi: isi | {DATA: b"<worksheet/>"}),
    "lembar kosong nol byte": ("BK-06", DATA, lambda isi: isi | {DATA: b""}),
    "teks nol byte": ("BK-06", TEKS, lambda isi: isi | {TEKS: b""}),
    "gaya hilang": ("BK-06", DATA, lambda isi: {n: x for n, x in isi.items() if n != GAYA}),
    "nomor format bukan angka": ("BK-06", GAYA, ganti(GAYA, rb'numFmtId="16\d"', b'numFmtId=""', 9)),
    "nomor format sel bukan angka": ("BK-06", GAYA, ganti(GAYA, rb'<xf numFmtId="0"', b'<xf numFmtId="x"', 9)),
    "sheetId bukan angka": ("BK-06", BUKU, ganti(BUKU, rb'sheetId="1"', b'sheetId="abc"')),
    "localSheetId bukan angka": ("BK-06", BUKU, ganti(BUKU, rb'localSheetId="0"', b'localSheetId="x"')),
    "tanpa lembar": ("BK-06", BUKU, ganti(BUKU, rb"<sheets>.*</sheets>", b"<sheets/>")),
    "tanpa daftar lembar": ("BK-06", BUKU, ganti(BUKU, rb"<sheets>.*</sheets>", b"")),
    "nama lembar kosong": ("BK-06", DATA, ganti(BUKU, rb'name="Pengukuran"', b'name=""')),
    "id hubungan kembar": ("BK-06", RELS, ganti(RELS, rb"</Relationships>", f'<Relationship Id="rId1" Type="{R}/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>'.encode())),
    "dua lembar satu bagian": ("BK-06", DATA, ganti(RELS, rb"/xl/worksheets/sheet2.xml", b"/xl/worksheets/sheet1.xml")),
    "lembar tanpa hubungan": ("BK-06", RELS, ganti(BUKU, rb'r:id="rId1"', b'r:id="rId77"')),
    "penyandian tak dikenal": ("BK-63", DATA, lambda isi: isi | {DATA: b'<?xml version="1.0" encoding="klingon"?>' + isi[DATA]}),
    "penyandian bukan huruf": ("BK-63", GAYA, lambda isi: isi | {GAYA: b'<?xml version="1.0" encoding="rot13"?>' + isi[GAYA]}),
    "UTF-7": ("BK-63", BUKU, lambda isi: isi | {BUKU: b'<?xml version="1.0" encoding="utf-7"?>' + isi[BUKU]}),
    "mengaku UTF-16": ("BK-63", TEKS, lambda isi: isi | {TEKS: b'<?xml version="1.0" encoding="UTF-16"?>' + isi[TEKS]}),
    "byte tak cocok": ("BK-06", TEKS, lambda isi: isi | {TEKS: b'<?xml version="1.0" encoding="shift_jis"?>\x81' + isi[TEKS]}),
    "EBCDIC tak dikenal": ("BK-63", DATA, lambda isi: isi | {DATA: "<?xml version='1.0' encoding='ebcdic-x'?><a/>".encode("cp037")}),
}  # fmt: skip


@pytest.mark.parametrize("nama", tiap(2, DITOLAK))
def test_yang_rusak_ditolak_dengan_nama_bagiannya(nama: str) -> None:
    kode, bagian_, ubah = DITOLAK[nama]
    with pytest.raises(GalatBerkas) as galat:
        potret(ubah(DASAR))
    assert (galat.value.kode, galat.value.isi["berkas"], galat.value.isi["bagian"]) == (kode, "buku.xlsx", bagian_)
    assert bagian_ in pesan_berkas(kode, **galat.value.isi)


def test_nama_lembar_kembar() -> None:
    for nama in (b"Pengukuran", b"PENGUKURAN"):
        with pytest.raises(GalatBerkas) as galat:
            potret(ganti(BUKU, rb'name="Kotak"', b'name="' + nama + b'"')(DASAR))
        assert (galat.value.kode, galat.value.isi["lembar"]) == ("BK-64", nama.decode())
    potret(ganti(BUKU, rb'name="Kotak"', b'name="Pengukuran 2"')(DASAR))


def test_nama_bagian_kembar_setelah_garis_miring_disamakan() -> None:
    with pytest.raises(GalatBerkas) as galat:
        potret(DASAR | {"xl\\workbook.xml": DASAR[BUKU]})
    assert (galat.value.kode, galat.value.isi["bagian"]) == ("BK-06", BUKU)


@pytest.mark.parametrize("nama", ["x" * 40, "a:b", "a/b?*[c]", "'petik'"])
def test_nama_lembar_yang_excel_tolak_tetap_terbaca(nama: str) -> None:
    """LibreOffice writes longer names than Excel takes; the cells are sound."""
    isi = ganti(BUKU, rb'name="Catatan Saya"', f'name="{nama}"'.encode())(DASAR)
    assert potret(isi)[0][nama][1] == potret(DASAR)[0]["Catatan Saya"][1]
    ubah_semua(isi)


# -- values -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("v", ["NaN", "INF", "-INF", "1e400", "-1e400", "Infinity"])
def test_bukan_bilangan_tinggal_sebagai_teks(v: str) -> None:
    s = potret(sel(f'<c r="A2"><v>{v}</v></c>'.encode())(DASAR))[0]["Pengukuran"][1][2, 1]
    assert (s.jenis, s.galat, s.nilai) == ("teks", None, v)  # a figure nobody can count with is named as it stands


@pytest.mark.parametrize(("v", "harap"), [("1", True), ("true", True), (" 0 ", False), ("false", False)])
def test_logika(v: str, harap: bool) -> None:
    s = potret(sel(f'<c r="A2" t="b"><v>{v}</v></c>'.encode())(DASAR))[0]["Pengukuran"][1][2, 1]
    assert s.nilai is harap


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("a_x0007_b", "a␇b"), ("_x0000_", "␀"), ("_xD83D_", "�"), ("x_xDE00_", "x�"),
        ("_xD83D__xDE00_", "😀"), ("_xFFFF_", "�"), ("a_x000D_b_x0009_", "a\rb\t"), ("_x005F_x0007_", "_x0007_"),
    ],
)  # fmt: skip
def test_huruf_kendali_dan_terpotong(teks: str, harap: str) -> None:
    """What no document can hold shows as a mark wherever it stands, and can be written anywhere."""
    assert lepas(teks) == harap
    sebaris = sel(
        f'<c r="A2" t="inlineStr"><is><t>{teks}</t></is></c><c r="B2" t="str"><f>A2</f><v>{teks}</v></c>'.encode()
    )(DASAR)
    bersama = DASAR | {TEKS: DASAR[TEKS].replace(b"<t>Penyerapan</t>", f"<t>{teks}</t>".encode())}
    for isi, tempat in ((sebaris, (2, 1)), (sebaris, (2, 2)), (bersama, (2, 1))):
        nilai = potret(isi)[0]["Pengukuran"][1][tempat].nilai
        assert nilai == harap
        nilai.encode("utf-8")
        etree.Element("a").text = nilai
        openpyxl.Workbook().active["A1"] = nilai


def test_huruf_kendali_di_buku_kami_menjadi_temuan_bersel() -> None:
    """From the file to the finding: the mark stands in the typed cell, and the checks name the cell."""
    paket = Paket.buka(CONTOH)
    tulis_sel(paket, {"Indikator": {"D8": Tulis("_x0007_")}})
    bagian_ = paket.lembar()["Indikator"].part
    paket.ganti(bagian_, paket.baca(bagian_).replace(b"_x005F_x", b"Tingkat_xD83D_ _x"))
    temuan = periksa(muat_buku(paket, skema())).temuan
    assert ("AN-20", "Indikator", "D8") in [(t.kode, t.lembar, t.sel) for t in temuan]


def test_rumus_bersama_tanpa_induk_dan_tabel_data() -> None:
    isi = sel(b'<c r="A2"><f t="shared" si="5"/><v>3</v></c><c r="B2"><f t="dataTable" ref="B2:B3"/><v>4</v></c>')(
        DASAR
    )
    baca = potret(isi)[0]["Pengukuran"][1]
    assert (baca[2, 1].nilai, baca[2, 1].rumus, baca[2, 2].nilai) == (3, "=", 4)
    ubah_semua(isi)


def test_rumus_bersama_bertahan_bila_induknya_ditimpa_tanpa_atribut_ref() -> None:
    induk, anak = (
        b'<c r="C2"><f t="shared" si="0">A2+1</f><v>1</v></c>',
        b'<c r="D2"><f t="shared" si="0"/><v>2</v></c>',
    )
    paket = Paket.dari_bytes(kemas(sel(induk + anak)(DASAR)))
    tulis_sel(paket, {"Pengukuran": {"C2": Tulis(9)}})
    assert baca_buku(Paket.dari_bytes(paket.ke_bytes())).lembar["Pengukuran"].sel[2, 4].rumus == "=B2+1"


@pytest.mark.parametrize("rumus", ["(" * 500 + "CAPAIAN(1,2)" + ")" * 500, "CAPAIAN(" * 500 + "1" + ")" * 500, "CAPAIAN(1,2)+" + "1+" * 9000 + "1", 'CAPAIAN("a,2)', "CAPAIAN(1,2))", "CAPAIAN({1,2)"])  # fmt: skip
def test_rumus_yang_tak_dapat_ditulis_ulang_tinggal_nilainya(rumus: str) -> None:
    with pytest.raises(HanyaNilai):
        ubah_rumus(rumus, lambda _: [])


def test_rantai_bagian_panjang_dan_melingkar_dibersihkan() -> None:
    """Parts that hang on each other, two thousand deep and in a circle, go with the sheet they belong to."""
    isi, n = dict(DASAR), 2000
    rel = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="{}/drawing" Target="/xl/d/d{}.bin"/></Relationships>'
    isi["xl/worksheets/_rels/sheet4.xml.rels"] = rel.format(R, 0).encode()
    for i in range(n):
        isi[f"xl/d/d{i}.bin"], isi[f"xl/d/_rels/d{i}.bin.rels"] = b"x", rel.format(R, (i + 1) % n).encode()
    paket = Paket.dari_bytes(kemas(isi))
    hapus_lembar(paket, "Kotak")
    assert "xl/worksheets/sheet4.xml" not in paket


@pytest.mark.parametrize("isi", [b"", b"bukan OLE", bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)])
def test_makro_rusak(isi: bytes) -> None:
    paket = Paket.dari_bytes(kemas(DASAR | {PROYEK: isi}), "buku.xlsm")
    with pytest.raises(GalatBerkas) as galat:
        mesin_terpasang(paket)
    assert (galat.value.kode, galat.value.isi) == ("BK-66", {"berkas": "buku.xlsm", "bagian": PROYEK})
    assert mesin_terpasang(Paket.dari_bytes(kemas(DASAR))) is None


def test_tanggal_zip_nol() -> None:
    data = bytearray(kemas(DASAR))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as z:
        for i in z.infolist():
            struct.pack_into("<I", data, i.header_offset + 10, 0)
    pos = 0
    while (pos := data.find(b"PK\x01\x02", pos)) >= 0:
        struct.pack_into("<I", data, pos + 12, 0)
        pos += 4
    assert bagian(Paket.dari_bytes(bytes(data)).ke_bytes()) == DASAR


@pytest.mark.lengkap
def test_tanpa_kegagalan_program_di_perintah(tmp_path: Path) -> None:
    """The whole command: a message that names file and part, exit 4, nothing replaced."""
    path = tmp_path / "b.xlsm"
    paket = Paket.buka(CONTOH)
    bagian_ = paket.lembar()["PK"].part
    paket.ganti(
        bagian_,
        paket.baca(bagian_).replace(
            b"<?xml version='1.0' encoding='UTF-8'", b"<?xml version='1.0' encoding='tiada'", 1
        ),
    )
    path.write_bytes(data := paket.kemas())
    hasil = subprocess.run([sys.executable, "-m", "lkjip_xl.cli", "ringkas", str(path)], capture_output=True, text=True)
    assert hasil.returncode == 4 and "b.xlsm" in hasil.stderr and bagian_ in hasil.stderr and path.read_bytes() == data


def test_buku_bagan_saja_tidak_dapat_dicocokkan(tmp_path: Path) -> None:
    isi = ganti(RELS, rb'/worksheet"', b'/chartsheet"', 9)(DASAR)
    (tmp_path / "bagan.xlsx").write_bytes(kemas(isi))
    with pytest.raises(GalatBerkas) as galat:
        baca_luar(tmp_path / "bagan.xlsx")
    assert galat.value.kode == "BK-02"
    (tmp_path / "bagan.xlsx").write_bytes(kemas(DASAR))
    assert baca_luar(tmp_path / "bagan.xlsx").kisi

"""A workbook as staff have it, full of what openpyxl would lose: built with openpyxl, then edited part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName

M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CT = "application/vnd.openxmlformats-officedocument"

GAMBAR = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001"
    "f61738550000000049454e44ae426082"
)
KOTAK_TEKS = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:absoluteAnchor><xdr:pos x="0" y="0"/>'
    '<xdr:ext cx="900000" cy="300000"/><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="Kotak"/>'
    '<xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/>'
    '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r>'
    "<a:t>Catatan penting</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>"
)
VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t201" o:button="t">'
    '<x:ClientData ObjectType="Button"><x:Anchor>5, 0, 2, 0, 7, 0, 4, 0</x:Anchor>'
    "<x:FmlaMacro>[0]!Perbarui</x:FmlaMacro></x:ClientData></v:shape></xml>"
)
KONTROL = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="x14"><controls><control shapeId="1025" r:id="rIdK" name="Tombol"/></controls></mc:Choice>'
    "</mc:AlternateContent>"
)
X14 = (
    f'<extLst><ext xmlns="{M}" uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings>'
    '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    '<x14:cfRule type="dataBar" id="{00000000-0000-0000-0000-000000000001}"><x14:dataBar><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule>'
    "<xm:sqref>A1:A3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"
)


def bagian(data: bytes) -> dict[str, bytes]:
    """All parts of a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        return {n: z.read(n) for n in z.namelist()}


def beda(a: bytes, b: bytes) -> set[str]:
    """Names of the parts that two packages do not have alike."""
    satu, dua = bagian(a), bagian(b)
    return {n for n in satu.keys() | dua.keys() if satu.get(n) != dua.get(n)}


def kemas(isi: Mapping[str, bytes | str]) -> bytes:
    """A zip file of these parts."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as z:
        for nama, data in isi.items():
            z.writestr(zipfile.ZipInfo(nama, (2024, 5, 6, 7, 8, 10)), data, zipfile.ZIP_DEFLATED)
    return keluar.getvalue()


def simpan(wb: openpyxl.Workbook) -> bytes:
    """Bytes of an openpyxl workbook."""
    keluar = io.BytesIO()
    wb.save(keluar)
    return keluar.getvalue()


def buku_polos(**lembar: list[list[object]]) -> bytes:
    """A plain workbook: sheet name to rows."""
    wb = openpyxl.Workbook()
    wb.remove(wb.active)
    for nama, baris in lembar.items():
        ws = wb.create_sheet(nama)
        for isi in baris:
            ws.append(isi)
    return simpan(wb)


def _dasar() -> openpyxl.Workbook:
    wb = openpyxl.Workbook()
    ukur = wb.active
    ukur.title = "Pengukuran"
    ukur.sheet_properties.codeName = "Sheet1"
    ukur.append(["Indikator", "Target", "Realisasi", "Capaian"])
    ukur.append(["Penyerapan", 75, 76.99, "=C2/B2*100"])
    ukur.append(["TPT", 4.77, 5.46, "=(2*B3-C3)/B3*100"])
    ringkas = wb.create_sheet("Capaian Kinerja")
    ringkas.sheet_properties.codeName = "Sheet2"
    ringkas.append(["lama", "=Pengukuran!D2"])
    ringkas.print_title_rows = "1:2"
    sendiri = wb.create_sheet("Catatan Saya")
    for i in range(1, 4):
        sendiri.append([i, f"=A{i}*Pengukuran!B2"])
    sendiri["D1"] = "dengan catatan"
    sendiri["D1"].comment = Comment("Cek lagi", "Rina")
    sendiri["E1"] = "tautan"
    sendiri["E1"].hyperlink = "https://example.org/"
    sendiri["A1"].font = Font(italic=True, name="Georgia")
    sendiri["A2"].number_format = '0.0" kg"'
    sendiri.conditional_formatting.add("A1:A3", CellIsRule("equal", formula=["2"], font=Font(color="00BB00")))
    sendiri.print_title_rows = "1:1"
    bagan = BarChart()
    bagan.add_data(Reference(sendiri, min_col=1, min_row=1, max_row=3))
    sendiri.add_chart(bagan, "G2")
    teks = wb.create_sheet("Kotak")
    teks["A1"] = "lihat kotak teks"
    wb.defined_names["SkalaSaya"] = DefinedName("SkalaSaya", attr_text="'Catatan Saya'!$A$1:$A$3")
    wb.defined_names["KeRingkasan"] = DefinedName("KeRingkasan", attr_text="'Capaian Kinerja'!$A$1")
    wb.active = 2
    for ws in wb:
        ws.sheet_view.tabSelected = ws is sendiri
    return wb


def buku_pengguna() -> bytes:
    """The workbook: sheets Pengukuran, Capaian Kinerja (with a button), Catatan Saya, Kotak (with a text box)."""
    isi = {n: d.decode() if n.endswith((".xml", ".rels")) else d for n, d in bagian(simpan(_dasar())).items()}
    ringkas, sendiri, kotak = (f"xl/worksheets/sheet{n}.xml" for n in (2, 3, 4))

    def ubah(nama: str, lama: str, baru: str) -> None:
        assert lama in isi[nama], (nama, lama)
        isi[nama] = isi[nama].replace(lama, baru, 1)

    def hubungan(nama: str, *baris: tuple[str, str, str]) -> None:
        rels = nama.replace("worksheets/", "worksheets/_rels/") + ".rels"
        isi.setdefault(
            rels,
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
        )
        teks = "".join(f'<Relationship Id="{i}" Type="{R}/{t}" Target="{x}"/>' for i, t, x in baris)
        ubah(rels, "</Relationships>", teks + "</Relationships>")

    ubah(sendiri, "</worksheet>", X14 + "</worksheet>")
    ubah(kotak, "</worksheet>", f'<drawing xmlns:r="{R}" r:id="rId1"/></worksheet>')
    hubungan(kotak, ("rId1", "drawing", "../drawings/drawing9.xml"))
    isi["xl/drawings/drawing9.xml"] = KOTAK_TEKS
    isi["xl/drawings/_rels/drawing9.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/image" Target="../media/image1.png"/></Relationships>'
    )
    isi["xl/media/image1.png"] = GAMBAR
    ubah(
        ringkas, "<worksheet ",
        f'<worksheet xmlns:r="{R}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" ',
    )  # fmt: skip
    ubah(ringkas, "</worksheet>", f'<legacyDrawing r:id="rIdV"/>{KONTROL}</worksheet>')
    hubungan(
        ringkas,
        ("rIdV", "vmlDrawing", "../drawings/t2_vmlDrawing1.vml"),
        ("rIdK", "ctrlProp", "../ctrlProps/ctrlProp1.xml"),
        ("rIdP", "printerSettings", "../printerSettings/printerSettings1.bin"),
    )
    isi["xl/drawings/t2_vmlDrawing1.vml"] = VML
    isi["xl/ctrlProps/ctrlProp1.xml"] = (
        '<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="Button"/>'
    )
    isi["xl/printerSettings/printerSettings1.bin"] = b"\x01\x02"
    isi["xl/calcChain.xml"] = f'<calcChain xmlns="{M}"><c r="D2" i="1"/><c r="D3" i="1"/></calcChain>'
    ubah(
        "xl/_rels/workbook.xml.rels", "</Relationships>",
        f'<Relationship Id="rId99" Type="{R}/calcChain" Target="calcChain.xml"/></Relationships>',
    )  # fmt: skip
    isi["customXml/item1.xml"] = '<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"/>'
    ubah(
        "[Content_Types].xml", "</Types>",
        '<Default Extension="bin" ContentType="application/octet-stream"/>'
        f'<Override PartName="/xl/calcChain.xml" ContentType="{CT}.spreadsheetml.calcChain+xml"/>'
        f'<Override PartName="/xl/drawings/drawing9.xml" ContentType="{CT}.drawing+xml"/>'
        '<Override PartName="/xl/ctrlProps/ctrlProp1.xml" ContentType="application/vnd.ms-excel.controlproperties+xml"/>'
        + ('' if 'Extension="png"' in isi["[Content_Types].xml"] else '<Default Extension="png" ContentType="image/png"/>')
        + "</Types>",
    )  # fmt: skip
    return kemas(isi)

"""What staff and other programs put into a workbook: each adds one legitimate thing to the parts of ours."""

from __future__ import annotations

import re
from collections.abc import Callable

from buku_pengguna import GAMBAR, KOTAK_TEKS, VML, X14

from tangguh.olah import (
    CT,
    RELS,
    Bagian,
    M,
    R,
    hubungkan,
    jenis,
    ke_bersama,
    sisip_akhir,
    tambah_lembar,
    ubah,
)

HIASAN: dict[str, Callable[[Bagian], None]] = {}
BUKU = "xl/workbook.xml"
UMUM = f'xmlns="{M}" xmlns:r="{R}"'
X14_NS = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
MS = "http://schemas.microsoft.com/office"


def hiasan(f: Callable[[Bagian], None]) -> Callable[[Bagian], None]:
    """Register an addition under its name."""
    HIASAN[f.__name__] = f
    return f


def lembar(isi: str = "", akhir: str = "", *, ns: str = "") -> str:
    """XML of a user's sheet: three cells, what is given inside sheetData, what comes behind it."""
    return (
        f'<worksheet {UMUM} {ns}><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>1x</v></c>'
        f'<c r="C1" t="inlineStr"><is><t>milik saya</t></is></c></row>{isi}</sheetData>{akhir}</worksheet>'
    )


@hiasan
def catatan_lembar(isi: Bagian) -> None:
    p = tambah_lembar(isi, "Catatan Saya", lembar(akhir=f'<legacyDrawing r:id="rId2"/>{X14}'), nomor=901)
    isi["xl/comments901.xml"] = (
        f'<comments {UMUM}><authors><author>Staf</author></authors><commentList><comment ref="A1" authorId="0"><text><t>Cek</t></text></comment></commentList></comments>'.encode()
    )
    isi["xl/drawings/vmlDrawing901.vml"] = VML.encode()
    hubungkan(isi, p, "rId1", "comments", "../comments901.xml")
    hubungkan(isi, p, "rId2", "vmlDrawing", "../drawings/vmlDrawing901.vml")
    jenis(isi, "xl/comments901.xml", f"{CT}.spreadsheetml.comments+xml")


@hiasan
def kotak_teks(isi: Bagian) -> None:
    p = tambah_lembar(isi, "Kotak", lembar(akhir='<drawing r:id="rId1"/>'), nomor=902)
    isi["xl/drawings/drawing902.xml"], isi["xl/media/image902.png"] = KOTAK_TEKS.encode(), GAMBAR
    hubungkan(isi, p, "rId1", "drawing", "/xl/drawings/drawing902.xml")
    hubungkan(isi, "xl/drawings/drawing902.xml", "rId1", "image", "/xl/media/image902.png")
    jenis(isi, "xl/drawings/drawing902.xml", f"{CT}.drawing+xml")
    jenis(isi, "xl/media/image902.png", "image/png")


@hiasan
def tabel(isi: Bagian) -> None:
    p = tambah_lembar(
        isi, "Tabel Saya", lembar(akhir='<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'), nomor=903
    )
    isi["xl/tables/table903.xml"] = (
        f'<table xmlns="{M}" id="1" name="T" displayName="T" ref="A1:C1" headerRowCount="0"><tableColumns count="3">'
        '<tableColumn id="1" name="a"/><tableColumn id="2" name="b"/><tableColumn id="3" name="c"/></tableColumns></table>'
    ).encode()
    hubungkan(isi, p, "rId1", "table", "../tables/table903.xml")
    jenis(isi, "xl/tables/table903.xml", f"{CT}.spreadsheetml.table+xml")


@hiasan
def sparkline(isi: Bagian) -> None:
    ext = (
        f'<extLst><ext uri="{{05C60535-1F16-4fd2-B633-F4F36F0B64E0}}" {X14_NS}><x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline>'
        "<xm:f>Garis!A1:B1</xm:f><xm:sqref>D1</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>"
    )
    tambah_lembar(isi, "Garis", lembar(akhir=ext), nomor=904)


@hiasan
def printer(isi: Bagian) -> None:
    p = tambah_lembar(isi, "Cetak", lembar(akhir='<pageSetup paperSize="9" r:id="rId1"/>'), nomor=905)
    isi["xl/printerSettings/printerSettings905.bin"] = bytes(range(256)) * 4
    hubungkan(isi, p, "rId1", "printerSettings", "../printerSettings/printerSettings905.bin")


@hiasan
def lembar_bagan(isi: Bagian) -> None:
    p = tambah_lembar(
        isi,
        "Bagan",
        f'<chartsheet {UMUM}><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>',
        macam="chartsheet",
        nomor=906,
    )
    isi["xl/drawings/drawing906.xml"] = KOTAK_TEKS.encode()
    hubungkan(isi, p, "rId1", "drawing", "../drawings/drawing906.xml")
    jenis(isi, "xl/drawings/drawing906.xml", f"{CT}.drawing+xml")


@hiasan
def lembar_dialog(isi: Bagian) -> None:
    tambah_lembar(isi, "Dialog", f"<dialogsheet {UMUM}/>", macam="dialogsheet", nomor=907)


@hiasan
def tersembunyi(isi: Bagian) -> None:
    tambah_lembar(isi, "Rahasia", lembar(), keadaan="hidden", nomor=908)
    tambah_lembar(isi, "Amat Rahasia", lembar(), keadaan="veryHidden", nomor=909)


@hiasan
def tautan_luar(isi: Bagian) -> None:
    isi["xl/externalLinks/externalLink1.xml"] = (
        f'<externalLink {UMUM}><externalBook r:id="rId1"><sheetNames><sheetName val="X"/></sheetNames></externalBook></externalLink>'.encode()
    )
    hubungkan(isi, "xl/externalLinks/externalLink1.xml", "rId1", "externalLinkPath", "file:///C:/lain.xlsx", luar=True)
    hubungkan(isi, BUKU, "rId950", "externalLink", "externalLinks/externalLink1.xml")
    jenis(isi, "xl/externalLinks/externalLink1.xml", f"{CT}.spreadsheetml.externalLink+xml")
    ubah(
        isi,
        BUKU,
        "</sheets>",
        f'</sheets><externalReferences><externalReference xmlns:r="{R}" r:id="rId950"/></externalReferences>',
    )


@hiasan
def pivot(isi: Bagian) -> None:
    isi["xl/pivotCache/pivotCacheDefinition1.xml"] = (
        f'<pivotCacheDefinition {UMUM} r:id="rId1" refreshedBy="x"><cacheSource type="worksheet"><worksheetSource ref="A1:C1" sheet="Pivot"/></cacheSource><cacheFields count="0"/></pivotCacheDefinition>'.encode()
    )
    isi["xl/pivotCache/pivotCacheRecords1.xml"] = f'<pivotCacheRecords {UMUM} count="0"/>'.encode()
    isi["xl/pivotTables/pivotTable1.xml"] = (
        f'<pivotTableDefinition {UMUM} name="P" cacheId="1" dataCaption="N"><location ref="E1" firstHeaderRow="0" firstDataRow="0" firstDataCol="0"/></pivotTableDefinition>'.encode()
    )
    p = tambah_lembar(isi, "Pivot", lembar(), nomor=910)
    hubungkan(isi, p, "rId1", "pivotTable", "../pivotTables/pivotTable1.xml")
    hubungkan(
        isi, "xl/pivotTables/pivotTable1.xml", "rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"
    )
    hubungkan(isi, "xl/pivotCache/pivotCacheDefinition1.xml", "rId1", "pivotCacheRecords", "pivotCacheRecords1.xml")
    hubungkan(isi, BUKU, "rId951", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml")
    sisip_akhir(isi, BUKU, f'<pivotCaches><pivotCache cacheId="1" xmlns:r="{R}" r:id="rId951"/></pivotCaches>')
    for nama, tipe in (
        ("pivotCache/pivotCacheDefinition1", "pivotCacheDefinition"),
        ("pivotCache/pivotCacheRecords1", "pivotCacheRecords"),
        ("pivotTables/pivotTable1", "pivotTable"),
    ):
        jenis(isi, f"xl/{nama}.xml", f"{CT}.spreadsheetml.{tipe}+xml")


@hiasan
def pemotong(isi: Bagian) -> None:
    """A slicer: parts and relationship types of Microsoft's own."""
    isi["xl/slicers/slicer1.xml"] = f'<slicers xmlns="{MS}/spreadsheetml/2009/9/main"/>'.encode()
    isi["xl/slicerCaches/slicerCache1.xml"] = (
        f'<slicerCacheDefinition xmlns="{MS}/spreadsheetml/2009/9/main" name="S" sourceName="s"/>'.encode()
    )
    p = tambah_lembar(isi, "Potong", lembar(), nomor=911)
    hubungkan(isi, p, "rId1", f"{MS}/2007/relationships/slicer", "../slicers/slicer1.xml")
    hubungkan(isi, BUKU, "rId952", f"{MS}/2007/relationships/slicerCache", "slicerCaches/slicerCache1.xml")
    jenis(isi, "xl/slicers/slicer1.xml", "application/vnd.ms-excel.slicer+xml")
    jenis(isi, "xl/slicerCaches/slicerCache1.xml", "application/vnd.ms-excel.slicerCache+xml")


@hiasan
def komentar_utas(isi: Bagian) -> None:
    p = tambah_lembar(isi, "Utas", lembar(), nomor=912)
    isi["xl/threadedComments/threadedComment1.xml"] = (
        f'<ThreadedComments xmlns="{MS}/spreadsheetml/2018/threadedcomments"/>'.encode()
    )
    isi["xl/persons/person.xml"] = f'<personList xmlns="{MS}/spreadsheetml/2018/threadedcomments"/>'.encode()
    hubungkan(isi, p, "rId1", f"{MS}/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml")
    hubungkan(isi, BUKU, "rId953", f"{MS}/2017/10/relationships/person", "persons/person.xml")
    jenis(isi, "xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml")
    jenis(isi, "xl/persons/person.xml", "application/vnd.ms-excel.person+xml")


@hiasan
def xml_sendiri(isi: Bagian) -> None:
    isi["customXml/item1.xml"] = b'<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"/>'
    isi["customXml/itemProps1.xml"] = (
        b'<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{0}"/>'
    )
    hubungkan(isi, BUKU, "rId954", "customXml", "../customXml/item1.xml")
    hubungkan(isi, "customXml/item1.xml", "rId1", "customXmlProps", "itemProps1.xml")


@hiasan
def nama_pengguna(isi: Bagian) -> None:
    """Names of the user's own, one local, one hidden, one broken, one 250 characters long."""
    baru = (
        '<definedName name="PunyaSaya">Pengukuran!$A$1:$B$9</definedName><definedName name="Lokal" localSheetId="0">Petunjuk!$A$1</definedName>'
        '<definedName name="Patah">#REF!</definedName><definedName name="_xlfn.SINGLE" hidden="1">#NAME?</definedName>'
        f'<definedName name="{"P" * 250}" comment="x">1</definedName><definedName name="Tetap">"teks; dengan, tanda"</definedName>'
    )
    ubah(isi, BUKU, "</definedNames>", f"{baru}</definedNames>")


@hiasan
def bersama(isi: Bagian) -> None:
    ke_bersama(isi)


@hiasan
def bersama_kaya(isi: Bagian) -> None:
    """Rich text with phonetic hints among the shared texts."""
    ke_bersama(isi)
    s = isi["xl/sharedStrings.xml"]
    kaya = rb'<si><r><rPr><b/><sz val="11"/></rPr><t xml:space="preserve">\1</t></r><rPh sb="0" eb="1"><t>zz</t></rPh><phoneticPr fontId="0"/></si>'
    isi["xl/sharedStrings.xml"] = re.sub(rb"<si><t>([^<]*)</t></si>", kaya, s)


@hiasan
def sebaris_kaya(isi: Bagian) -> None:
    for n in [n for n in isi if n.startswith("xl/worksheets/sheet1")]:
        isi[n] = re.sub(rb"<is><t>([^<]*)</t></is>", rb"<is><r><rPr><i/></rPr><t>\1</t></r></is>", isi[n])


@hiasan
def rantai_hitung(isi: Bagian) -> None:
    isi["xl/calcChain.xml"] = f'<calcChain xmlns="{M}"><c r="A1" i="16"/></calcChain>'.encode()
    hubungkan(isi, BUKU, "rId955", "calcChain", "calcChain.xml")
    jenis(isi, "xl/calcChain.xml", f"{CT}.spreadsheetml.calcChain+xml")


@hiasan
def revisi(isi: Bagian) -> None:
    """What a newer Excel writes into the workbook part."""
    ubah(
        isi,
        BUKU,
        "<workbook ",
        f'<workbook {MC} mc:Ignorable="x15 xr" xmlns:x15="{MS}/spreadsheetml/2010/11/main" xmlns:xr="{MS}/spreadsheetml/2014/revision" ',
    )
    ubah(
        isi,
        BUKU,
        "<bookViews>",
        f'<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\x\\" xmlns:x15ac="{MS}/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><xr:revisionPtr revIDLastSave="0" documentId="8_{{0}}"/><bookViews>',
    )


@hiasan
def label_sensitif(isi: Bagian) -> None:
    isi["docMetadata/LabelInfo.xml"] = (
        b'<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"/>'
    )
    hubungkan(
        isi,
        "",
        "rId9",
        "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels",
        "docMetadata/LabelInfo.xml",
    )


@hiasan
def sifat_sendiri(isi: Bagian) -> None:
    isi["docProps/custom.xml"] = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
    )
    hubungkan(isi, "", "rId8", "custom-properties", "docProps/custom.xml")
    jenis(isi, "docProps/custom.xml", f"{CT}.custom-properties+xml")


@hiasan
def gambar_kecil(isi: Bagian) -> None:
    isi["docProps/thumbnail.jpeg"] = b"\xff\xd8\xff\xd9"
    hubungkan(
        isi,
        "",
        "rId7",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail",
        "docProps/thumbnail.jpeg",
    )


@hiasan
def metadata_larik(isi: Bagian) -> None:
    """Dynamic arrays: the part metadata and cells that point to it."""
    isi["xl/metadata.xml"] = f'<metadata xmlns="{M}"><metadataTypes count="0"/></metadata>'.encode()
    hubungkan(isi, BUKU, "rId956", "sheetMetadata", "metadata.xml")
    jenis(isi, "xl/metadata.xml", f"{CT}.spreadsheetml.sheetMetadata+xml")
    tambah_lembar(
        isi,
        "Larik",
        lembar(
            '<row r="2"><c r="A2" cm="1"><f t="array" ref="A2:B2">{1,2}</f><v>1</v></c><c r="B2"><v>2</v></c></row>'
        ),
        nomor=913,
    )


@hiasan
def rumus_bersama(isi: Bagian) -> None:
    baris = "".join(
        f'<row r="{i}"><c r="A{i}"><f t="shared" si="0"{" ref=#A2:A9#".replace("#", chr(34)) if i == 2 else ""}>{"C1*2" if i == 2 else ""}</f><v>{i}</v></c></row>'
        for i in range(2, 10)
    )
    tambah_lembar(isi, "Rumus", lembar(baris), nomor=914)


@hiasan
def tanpa_acuan(isi: Bagian) -> None:
    """Rows and cells without r, which the schema allows."""
    tambah_lembar(
        isi,
        "Tanpa Acuan",
        f'<worksheet {UMUM}><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2024-12-31</v></c></row></sheetData></worksheet>',
        nomor=915,
    )


@hiasan
def judul_panjang(isi: Bagian) -> None:
    tambah_lembar(isi, "Ü&amp;'\u200b é" + "x" * 24, lembar(), nomor=916)


@hiasan
def rumus_data(isi: Bagian) -> None:
    tambah_lembar(
        isi,
        "Bagaimana Jika",
        lembar('<row r="2"><c r="A2"><f t="dataTable" ref="A2:A3" dt2D="0" dtr="0" r1="A1"/><v>3</v></c></row>'),
        nomor=917,
    )


@hiasan
def tampilan_kedua(isi: Bagian) -> None:
    ubah(isi, BUKU, "</bookViews>", '<workbookView activeTab="1"/></bookViews>')


@hiasan
def gaya_ext(isi: Bagian) -> None:
    sisip_akhir(
        isi,
        "xl/styles.xml",
        f'<extLst><ext uri="{{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}}" {X14_NS}><x14:slicerStyles defaultSlicerStyle="S"/></ext></extLst>',
    )


@hiasan
def kueri(isi: Bagian) -> None:
    isi["xl/connections.xml"] = f'<connections xmlns="{M}"/>'.encode()
    hubungkan(isi, BUKU, "rId957", "connections", "connections.xml")
    jenis(isi, "xl/connections.xml", f"{CT}.spreadsheetml.connections+xml")


@hiasan
def makro4(isi: Bagian) -> None:
    """A macro sheet of Excel 4: a sheet part of another relationship type."""
    isi["xl/macrosheets/sheet1.xml"] = (
        f'<xm:macrosheet xmlns="{M}" xmlns:xm="{MS}/excel/2006/main"><sheetData/></xm:macrosheet>'.encode()
    )
    hubungkan(isi, BUKU, "rId958", f"{MS}/2006/relationships/xlMacrosheet", "macrosheets/sheet1.xml")
    jenis(isi, "xl/macrosheets/sheet1.xml", "application/vnd.ms-excel.macrosheet+xml")
    ubah(
        isi,
        BUKU,
        "</sheets>",
        f'<sheet name="Makro4" sheetId="958" state="hidden" xmlns:r="{R}" r:id="rId958"/></sheets>',
    )


@hiasan
def tombol_excel(isi: Bagian) -> None:
    """A button as Excel saves it: VML, ctrlProps and controls in AlternateContent."""
    kontrol = f'<mc:AlternateContent {MC}><mc:Choice Requires="x14" {X14_NS}><controls><control shapeId="1025" r:id="rId2" name="Tombol"/></controls></mc:Choice></mc:AlternateContent>'
    p = tambah_lembar(isi, "Tombol", lembar(akhir=f'<legacyDrawing r:id="rId1"/>{kontrol}'), nomor=918)
    isi["xl/drawings/vmlDrawing918.vml"] = VML.encode()
    isi["xl/ctrlProps/ctrlProp918.xml"] = (
        f'<formControlPr xmlns="{MS}/spreadsheetml/2009/9/main" objectType="Button"/>'.encode()
    )
    hubungkan(isi, p, "rId1", "vmlDrawing", "../drawings/vmlDrawing918.vml")
    hubungkan(isi, p, "rId2", "ctrlProp", "../ctrlProps/ctrlProp918.xml")
    jenis(isi, "xl/ctrlProps/ctrlProp918.xml", "application/vnd.ms-excel.controlproperties+xml")


__all__ = ["HIASAN", "RELS", "hiasan", "lembar"]

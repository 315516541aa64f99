"""The same workbook written otherwise: prefixes, orders, part names, zip features, other programs' habits; all to be accepted."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable

from lxml import etree

from tangguh.olah import Bagian, M, R, kemas, ubah

BENTUK: dict[str, Callable[[Bagian], bytes]] = {}
BUKU = "xl/workbook.xml"


def bentuk(f: Callable[[Bagian], bytes | None]) -> Callable[[Bagian], bytes | None]:
    """Register a way of writing; one that returns None has changed the parts only."""

    def jalankan(isi: Bagian) -> bytes:
        hasil = f(isi)
        return kemas(isi) if hasil is None else hasil

    BENTUK[f.__name__] = jalankan
    return f


def _xml_lembar(isi: Bagian) -> list[str]:
    return [n for n in isi if n.startswith("xl/worksheets/") and n.endswith(".xml")]


def _berawalan(data: bytes, ns: str, awalan: str) -> bytes:
    """The part with a prefix for its main namespace."""
    akar = etree.fromstring(data)
    baru = etree.Element(akar.tag, attrib=dict(akar.attrib), nsmap={awalan: ns, "r": R})
    baru.extend(list(akar))
    etree.cleanup_namespaces(baru, keep_ns_prefixes=["r"])
    return etree.tostring(baru, xml_declaration=True, encoding="UTF-8")


@bentuk
def awalan_lembar(isi: Bagian) -> None:
    for n in _xml_lembar(isi):
        isi[n] = _berawalan(isi[n], M, "x")


@bentuk
def awalan_buku(isi: Bagian) -> None:
    isi[BUKU] = _berawalan(isi[BUKU], M, "ss")


@bentuk
def awalan_gaya(isi: Bagian) -> None:
    isi["xl/styles.xml"] = _berawalan(isi["xl/styles.xml"], M, "g")


@bentuk
def awalan_rels(isi: Bagian) -> None:
    for n in ("xl/_rels/workbook.xml.rels", "_rels/.rels"):
        isi[n] = _berawalan(isi[n], "http://schemas.openxmlformats.org/package/2006/relationships", "p")


@bentuk
def awalan_jenis(isi: Bagian) -> None:
    n = "[Content_Types].xml"
    isi[n] = _berawalan(isi[n], "http://schemas.openxmlformats.org/package/2006/content-types", "ct")


@bentuk
def rid_lain(isi: Bagian) -> None:
    """Relationship ids that are no rIdN."""
    for n in (BUKU, "xl/_rels/workbook.xml.rels"):
        isi[n] = re.sub(rb'"rId(\d+)"', rb'"Rx\1-a"', isi[n])


@bentuk
def rels_relatif(isi: Bagian) -> None:
    n = "xl/_rels/workbook.xml.rels"
    isi[n] = isi[n].replace(b'Target="/xl/', b'Target="')


@bentuk
def rels_titik(isi: Bagian) -> None:
    n = "xl/_rels/workbook.xml.rels"
    isi[n] = isi[n].replace(b'Target="/xl/', b'Target="../xl/./')


@bentuk
def nama_bagian_lain(isi: Bagian) -> None:
    """Sheets under names no program of ours would choose, with a blank and a letter beyond ASCII, percent-encoded."""
    for n, baru, tulis in (
        ("xl/worksheets/sheet6.xml", "xl/lembar kerja/Ind\u00e9x.xml", "/xl/lembar%20kerja/Ind%C3%A9x.xml"),
    ):
        isi[baru] = isi.pop(n)
        for r in ("xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
            for x in (f'"/{n}"', f'"{n.removeprefix("xl/")}"'):  # absolute, or as the workbook's part sees it
                isi[r] = isi[r].replace(x.encode(), f'"{tulis}"'.encode())


@bentuk
def huruf_lain(isi: Bagian) -> None:
    """A part whose name is spelled in other letters than its relationship says."""
    isi["xl/worksheets/SHEET6.XML"] = isi.pop("xl/worksheets/sheet6.xml")


@bentuk
def buku_di_akar(isi: Bagian) -> None:
    """The workbook part at the package's root."""
    isi["buku.xml"] = isi.pop(BUKU)
    isi["_rels/buku.xml.rels"] = re.sub(rb'Target="(?!/)', b'Target="/xl/', isi.pop("xl/_rels/workbook.xml.rels"))
    isi["_rels/.rels"] = isi["_rels/.rels"].replace(b"xl/workbook.xml", b"buku.xml")
    isi["[Content_Types].xml"] = isi["[Content_Types].xml"].replace(b"/xl/workbook.xml", b"/buku.xml")


@bentuk
def tanpa_docprops(isi: Bagian) -> None:
    for n in ("docProps/app.xml", "docProps/core.xml"):
        del isi[n]
    isi["_rels/.rels"] = re.sub(rb"<Relationship [^>]*docProps[^>]*/>", b"", isi["_rels/.rels"])
    isi["[Content_Types].xml"] = re.sub(rb"<Override [^>]*docProps[^>]*/>", b"", isi["[Content_Types].xml"])


@bentuk
def tanpa_tema(isi: Bagian) -> None:
    del isi["xl/theme/theme1.xml"]
    for n in ("xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
        isi[n] = re.sub(rb"<(?:Relationship|Override) [^>]*theme1[^>]*/>", b"", isi[n])


@bentuk
def tahun_1904(isi: Bagian) -> None:
    ubah(isi, BUKU, "<workbookPr ", '<workbookPr date1904="1" ')


@bentuk
def tanpa_dimensi(isi: Bagian) -> None:
    for n in _xml_lembar(isi):
        isi[n] = re.sub(rb"<dimension [^>]*/>", b"", isi[n])


@bentuk
def dimensi_salah(isi: Bagian) -> None:
    for n in _xml_lembar(isi):
        isi[n] = re.sub(rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1"/>', isi[n])


@bentuk
def bom_utf8(isi: Bagian) -> None:
    for n in [BUKU, "xl/styles.xml", *_xml_lembar(isi)]:
        isi[n] = b"\xef\xbb\xbf" + isi[n]


@bentuk
def utf16(isi: Bagian) -> None:
    """UTF-16 with its mark and declared: every XML program must read it."""
    for n in [BUKU, "xl/worksheets/sheet6.xml", "xl/styles.xml"]:
        isi[n] = isi[n].decode().replace("'UTF-8'", "'UTF-16'").replace('"UTF-8"', '"UTF-16"').encode("utf-16")


@bentuk
def tanpa_pernyataan(isi: Bagian) -> None:
    for n in [BUKU, *_xml_lembar(isi)]:
        isi[n] = re.sub(rb"^<\?xml[^>]*\?>\s*", b"", isi[n])


@bentuk
def petik_tunggal(isi: Bagian) -> None:
    isi[BUKU] = re.sub(rb'="([^"\']*)"', rb"='\1'", isi[BUKU])


@bentuk
def berspasi(isi: Bagian) -> None:
    """Pretty-printed: blanks and line ends between all tags that have no text."""
    for n in [BUKU, "xl/styles.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"]:
        isi[n] = isi[n].replace(b"><", b">\r\n  <")


@bentuk
def komentar_di_mana_mana(isi: Bagian) -> None:
    """Comments where elements are counted; they mean nothing to a reader of XML."""
    for n, tag in (
        (BUKU, "sheets"),
        (BUKU, "definedNames"),
        ("xl/styles.xml", "cellXfs"),
        ("xl/styles.xml", "fonts"),
        ("xl/styles.xml", "numFmts"),
        ("[Content_Types].xml", "Types"),
    ):
        isi[n] = re.sub(b"(<" + tag.encode() + rb"(?:\s[^>]*[^/])?>)", rb"\1<!-- catatan -->", isi[n], count=1)
    for n in _xml_lembar(isi):
        isi[n] = isi[n].replace(b"<sheetData>", b"<sheetData><!-- c --><?pi x?>")


@bentuk
def nilai_benar_lain(isi: Bagian) -> None:
    """Booleans as words, widths with exponents."""
    for n in _xml_lembar(isi):
        isi[n] = isi[n].replace(b'customWidth="1"', b'customWidth="true"').replace(b'width="10"', b'width="1.0E1"')


@bentuk
def angka_eksponen(isi: Bagian) -> None:
    for n in _xml_lembar(isi):
        isi[n] = re.sub(rb"<v>(\d{6,})</v>", lambda m: b"<v>%.15E</v>" % float(m[1]), isi[n])


@bentuk
def spans(isi: Bagian) -> None:
    for n in _xml_lembar(isi):
        isi[n] = (
            isi[n]
            .replace(b"<row r=", b'<row spans="1:30" x14ac:dyDescent="0.25" r=')
            .replace(
                b"<worksheet ",
                b'<worksheet xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" ',
                1,
            )
        )


@bentuk
def tanpa_gaya(isi: Bagian) -> None:
    """No styles part at all, and no cell that names a style."""
    del isi["xl/styles.xml"]
    for n in ("xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
        isi[n] = re.sub(rb"<(?:Relationship|Override) [^>]*styles\.xml[^>]*/>", b"", isi[n])
    for n in _xml_lembar(isi):
        isi[n] = re.sub(
            rb' (?:s|dxfId)="\d+"', b"", re.sub(rb"<(conditionalFormatting)\b.*?</\1>", b"", isi[n], flags=re.DOTALL)
        )


@bentuk
def exceljs(isi: Bagian) -> None:
    """Sheet ids with gaps, relationships in another order, no calcPr, no bookViews."""
    isi[BUKU] = re.sub(rb'sheetId="(\d+)"', lambda m: b'sheetId="%d"' % (int(m[1]) * 7), isi[BUKU])
    isi[BUKU] = re.sub(rb"<calcPr[^>]*/>|<bookViews>.*?</bookViews>|<workbookProtection/>", b"", isi[BUKU])
    n = "xl/_rels/workbook.xml.rels"
    rel = re.findall(rb"<Relationship [^>]*/>", isi[n])
    isi[n] = isi[n].replace(b"".join(rel), b"".join(reversed(rel)))


@bentuk
def jenis_tanpa_default(isi: Bagian) -> None:
    """Every part with its own content type, even the .rels."""
    n = "[Content_Types].xml"
    isi[n] = isi[n].replace(
        b"</Types>",
        b"".join(
            b'<Override PartName="/%s" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            % x.encode()
            for x in isi
            if x.endswith(".rels")
        )
        + b"</Types>",
    )


@bentuk
def disimpan(isi: Bagian) -> bytes:
    return _zip(isi, zipfile.ZIP_STORED)


@bentuk
def urutan_balik(isi: Bagian) -> bytes:
    return _zip({n: isi[n] for n in reversed(isi)}, zipfile.ZIP_DEFLATED)


@bentuk
def uraian_data(isi: Bagian) -> bytes:
    """Written to a stream: sizes stand behind the data."""

    class Aliran(io.RawIOBase):
        def __init__(self) -> None:
            self.isi = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data) -> int:
            self.isi += data
            return len(data)

    aliran = Aliran()
    with zipfile.ZipFile(aliran, "w", zipfile.ZIP_DEFLATED) as z:
        for n, data in isi.items():
            z.writestr(n, data)
    return bytes(aliran.isi)


@bentuk
def zip64(isi: Bagian) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as z:
        for n, data in isi.items():
            with z.open(n, "w", force_zip64=True) as f:
                f.write(data)
    return keluar.getvalue()


@bentuk
def map_kosong(isi: Bagian) -> bytes:
    """Entries for folders, as common archivers write them."""
    return _zip({"xl/": b"", "_rels/": b"", **isi}, zipfile.ZIP_DEFLATED)


@bentuk
def catatan_arsip(isi: Bagian) -> bytes:
    keluar = io.BytesIO(_zip(isi, zipfile.ZIP_DEFLATED))
    with zipfile.ZipFile(keluar, "a") as z:
        z.comment = b"dibuat oleh arsip lain"
    return keluar.getvalue()


@bentuk
def kolom_tambahan(isi: Bagian) -> bytes:
    """Extra fields of a Unix archiver, dates of long ago, rights."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as z:
        for n, data in isi.items():
            i = zipfile.ZipInfo(n, (1980, 1, 1, 0, 0, 0))
            i.compress_type, i.external_attr, i.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            i.extra = struct.pack("<HHBL", 0x5455, 5, 1, 1700000000)
            z.writestr(i, data)
    return keluar.getvalue()


def _zip(isi: Bagian, metode: int) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", metode) as z:
        for n, data in isi.items():
            z.writestr(n, data)
    return keluar.getvalue()

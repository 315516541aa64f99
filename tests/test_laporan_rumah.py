"""House styles as offices make them: saved by Word or LibreOffice, numbered headings, wide faces, heads, several sections."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from buku_md import buku_md
from dinas_laporan import DINAS, buku, simpan
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from dok_word import baca_dok

from lkjip_xl.buku.xmlaman import urai
from lkjip_xl.inti.lebar_huruf import pengali_muka
from lkjip_xl.word import buat_laporan, perbarui_laporan
from lkjip_xl.word.gaya_daerah import muka_tabel
from lkjip_xl.word.gaya_word import GAYA, INDEN_DAFTAR, TANDA_TANGAN, templat_bawaan

PENANDA = """
| Penanda Tangan | dokumen | pihak   | nama | jabatan |
|                | LKjIP   | pertama | X    | Kepala  |
"""


def bawaan():
    return docx.Document(io.BytesIO(templat_bawaan()))


def jadi(templat: bytes, **pilihan):
    hasil = buat_laporan(buku(), templat=(templat, "K.docx"), **pilihan)
    return hasil, baca_dok(hasil.data)


def bernomor() -> bytes:
    """Headings numbered BAB I, 1.1, 1.1.1 by a list of several levels, as Word makes them."""
    dok = bawaan()
    daftar = dok.part.numbering_part.element
    tingkat = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{t}"/></w:lvl>'
        for i, t in enumerate(("BAB %1", "%1.%2", "%1.%2.%3"))
    )
    daftar.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{tingkat}</w:abstractNum>'))
    daftar.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for i in (1, 2, 3):
        sifat = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{i - 1}"/><w:numId w:val="77"/></w:numPr>'
        dok.styles[f"Heading {i}"].element.get_or_add_pPr()._insert_numPr(parse_xml(sifat))
    return simpan(dok)


def test_judul_yang_dinomori_templat_tidak_bernomor_dua_kali():
    """Headings lose our number, what has none is left out of the count; near miss: bullets and a list without a figure."""
    _, dok = jadi(bernomor())
    judul = [p for p in dok.paragraphs if p.style.name.startswith("Heading")]
    tanpa = {p.text for p in judul if p._p.pPr.numPr is not None and p._p.pPr.numPr.numId.val == 0}
    assert {"PENDAHULUAN", "Latar Belakang", "Perjanjian Kinerja"} <= {p.text for p in judul} - tanpa
    assert {"KATA PENGANTAR", "IKHTISAR EKSEKUTIF"} <= tanpa and any(x.startswith("LAMPIRAN") for x in tanpa)
    assert not [p.text for p in judul if re.match(r"BAB |[A-Z]\. |\d+\. ", p.text)]
    _, polos = jadi(templat_bawaan())
    assert [p for p in polos.paragraphs if p.text == "BAB I PENDAHULUAN" and p._p.pPr.numPr is None]


def test_laporan_berjudul_bernomor_diperbarui_tanpa_nomor_kedua():
    lama = buat_laporan(buku(), templat=(bernomor(), "K.docx")).data
    assert not perbarui_laporan(buku(), lama, "L.docx").perbaruan.berubah
    baru = baca_dok(perbarui_laporan(buku("83,5"), lama, "L.docx").data)
    assert "PENDAHULUAN" in [p.text for p in baru.paragraphs]


@pytest.mark.parametrize(
    "ganti",
    [{"heading": "Heading", "caption": "Caption"}, {"TOC": "toc", "Table of Figures": "table of figures"}],
    ids=["LibreOffice", "Word"],
)
def test_nama_gaya_menurut_program_yang_menyimpan(ganti):
    """Programs spell the names of built-in styles in their own letter case."""
    with zipfile.ZipFile(io.BytesIO(templat_bawaan())) as z:
        isi = {n: z.read(n) for n in z.namelist()}
    for lama, baru in ganti.items():
        isi["word/styles.xml"] = isi["word/styles.xml"].replace(
            f'<w:name w:val="{lama}'.encode(), f'<w:name w:val="{baru}'.encode()
        )
    arus = io.BytesIO()
    with zipfile.ZipFile(arus, "w") as z:
        for n, data in isi.items():
            z.writestr(n, data)
    hasil, dok = jadi(arus.getvalue())
    assert not [t for t in hasil.catatan if t.kode == "LP-20"]
    assert {"Heading 1", "Caption", "TOC 1"} <= {p.style.name for p in dok.paragraphs}


def test_dokumen_biasa_sebagai_templat():
    """An ordinary document of several sections: signatures, chapters on new pages, the upright page with the head."""
    dok = docx.Document()
    dok.add_paragraph("Isi tahun lalu")
    dok.add_section(WD_SECTION.NEW_PAGE)
    dok.sections[1].header.is_linked_to_previous = False
    dok.sections[1].header.paragraphs[0].text = "PEMERINTAH KABUPATEN X"
    dok.sections[1].left_margin = Cm(5)
    lintang = dok.add_section(WD_SECTION.NEW_PAGE)
    lintang.page_width, lintang.page_height, lintang.left_margin = lintang.page_height, lintang.page_width, Cm(2)
    dok.styles.add_style("Isi", WD_STYLE_TYPE.CHARACTER)
    hasil = buat_laporan(buku_md(DINAS.format("81,25") + PENANDA), templat=(simpan(dok), "L.docx"))
    jadi = baca_dok(hasil.data)
    (kurang,) = (t.pesan for t in hasil.catatan if t.kode == "LP-20")
    assert "Tanda Tangan" in kurang and "Gaya Isi," in kurang
    assert "Isi tahun lalu" not in [p.text for p in jadi.paragraphs]
    tegak = [s for s in jadi.sections if s.page_width < s.page_height]
    assert tegak and all(s.left_margin == pytest.approx(Cm(5), abs=700) for s in tegak)
    assert {p.text for s in jadi.sections for p in s.header.paragraphs} == {"PEMERINTAH KABUPATEN X"}
    bab = [p for p in jadi.paragraphs if p.style.name == "Heading 1"]
    assert bab and all(p.paragraph_format.page_break_before for p in bab)
    assert jadi.styles["Isi"].type == WD_STYLE_TYPE.PARAGRAPH


def test_laporan_tahun_lalu_sebagai_templat():
    """Its running title is that of last year; the new one stands in its place."""
    lalu = buku_md(DINAS.format("80").replace("2024  |", "2023  |"))
    judul = "LKjIP Dinas Contoh Tahun "
    _, dok = jadi(buat_laporan(lalu).data)
    kepala = {p.text for s in dok.sections for p in s.header.paragraphs}
    assert judul + "2024" in kepala and judul + "2023" not in kepala


def test_kepala_halaman_pertama_hanya_di_sampul():
    dok = bawaan()
    s = dok.sections[0]
    s.header.paragraphs[0].text, s.different_first_page_header_footer = "KOP", True
    s.first_page_header.paragraphs[0].text = "SAMPUL"
    dok.settings.odd_and_even_pages_header_footer = True
    for templat, isi in ((simpan(dok), "SAMPUL"), (templat_bawaan(), "")):
        _, jadi_ = jadi(templat)
        assert [s.different_first_page_header_footer for s in jadi_.sections] == [True] + [False] * (
            len(jadi_.sections) - 1
        )
        assert jadi_.sections[0].first_page_header.paragraphs[0].text == isi
    assert "PAGE" in jadi(simpan(dok))[1].sections[1].even_page_footer._element.xml
    draf = jadi(templat_bawaan(), draf=True)[1]
    assert "DRAF" in [p.text for p in draf.sections[0].first_page_header.paragraphs]


def test_muka_lebar_mendapat_kolom_yang_lebih_lebar():
    """Columns are reckoned in the face of the template, which all styles have from Normal."""
    dok = bawaan()
    dok.styles["Normal"].font.name = "Bookman Old Style"
    _, lebar = jadi(simpan(dok))
    _, biasa = jadi(templat_bawaan())
    assert {s.font.name for s in lebar.styles if s.name in GAYA and s.type == WD_STYLE_TYPE.PARAGRAPH} == {None}

    def kolom(d):
        return [c.width for c in d.tables[0].columns]

    assert kolom(lebar) != kolom(biasa) and sum(kolom(lebar)) <= sum(kolom(biasa)) * 1.01
    assert (
        pengali_muka("arial") == 1.0 < pengali_muka("Bookman Old Style") < pengali_muka("Verdana") <= pengali_muka("?")
    )


@pytest.mark.parametrize(
    ("huruf", "pengali"),
    [('w:ascii="Verdana"', 1.2), ('w:asciiTheme="minorHAnsi"', 1.16), ("", 1.0)],
)
def test_muka_dari_gaya_dasar_atau_tema(huruf, pengali):
    gaya = (
        f"<w:styles {nsdecls('w')}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {huruf}/></w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Tabel"/><w:basedOn w:val="N"/></w:style></w:styles>'
    )
    tema = b'<a:minorFont><a:latin typeface="Bookman Old Style"/></a:minorFont>'
    assert muka_tabel(urai(gaya.encode(), "word/styles.xml"), "Tabel", tema) == pengali


def test_tab_menurut_tepi_templat():
    """Page numbers at the template's margin, signatures in the middle of their columns; a tab the region moved stays."""
    dok = bawaan()
    dok.sections[0].left_margin = Cm(5)
    for atur in (False, True):
        if atur:
            henti = dok.styles["Tanda Tangan"].paragraph_format.tab_stops
            henti.clear_all()
            henti.add_tab_stop(Cm(8))
        _, baru = jadi(simpan(dok))
        lebar = Pt((21 - 5 - 2.2) / 2.54 * 72)

        def letak(nama, d=baru):
            return [x.position for x in d.styles[nama].paragraph_format.tab_stops]

        for nama in INDEN_DAFTAR:
            assert letak(nama) == [pytest.approx(lebar, abs=13000)]
        harap = [Cm(8)] if atur else [lebar * x for x in TANDA_TANGAN["Tanda Tangan"]]
        assert letak("Tanda Tangan") == pytest.approx(harap, abs=13000)

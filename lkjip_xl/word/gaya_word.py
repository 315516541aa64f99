"""Paper and styles of the report: one place for fonts, spacing and what each kind of paragraph looks like."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as LURUS
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Emu, Length, Pt, RGBColor
from docx.styles import BabelFish
from docx.styles.style import BaseStyle, ParagraphStyle

from lkjip_xl.lembar.kanonis import kanonis
from lkjip_xl.word.naskah import LEBAR, TEGAK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docx.document import Document
    from docx.section import Section
    from docx.text.paragraph import Paragraph

HURUF = "Arial"
HITAM, MERAH = RGBColor(0, 0, 0), RGBColor(0xC0, 0, 0)
WARNA_ISIAN = "FFF2CC"
TEPI_KIRI, TEPI_LAIN = Cm(3), Cm(2.2)


@dataclass(frozen=True, slots=True)
class Kertas:
    """Width and height of an upright page."""

    lebar: Length
    tinggi: Length


# what each style is for, said in the template that people adapt
GAYA = {
    "Heading 1": "Judul bab (halaman baru)", "Heading 2": "Judul bagian", "Heading 3": "Judul sub-bagian",
    "Heading 4": "Judul sasaran", "Isi": "Paragraf isi", "Isi Awal": "Kalimat pembuka", "List Bullet": "Butir",
    "Caption": "Keterangan tabel dan gambar", "Sumber": "Sumber di bawah tabel, dan kepala halaman",
    "Gambar": "Paragraf yang memuat grafik",
    "Tabel": "Isi sel tabel (ukuran huruf menurut lebar tabel)", "Table Grid": "Gaya tabel",
    "Isian": "Bagian yang perlu dilengkapi", "Sampul Judul": "Judul di sampul", "Sampul Instansi": "Nama instansi di sampul",
    "Judul Daftar": "Judul daftar isi, tabel, dan gambar", "Penanda Tangan": "Jabatan penanda tangan",
    "Tanda Tangan": "Tanda tangan satu pihak", "Tanda Tangan Dua": "Tanda tangan dua pihak", "Draf": "Tanda DRAF",
    "TOC 1": "Daftar isi tingkat 1", "TOC 2": "Daftar isi tingkat 2", "TOC 3": "Daftar isi tingkat 3",
    "Table of Figures": "Baris daftar tabel dan gambar",
}  # fmt: skip
GAYA_TABEL = "Table Grid"
NAMA_DALAM = tuple(map(BabelFish.ui2internal, (*GAYA, "Normal")))  # as files call them
TANDA_TANGAN = {
    "Tanda Tangan": (0.75,),
    "Tanda Tangan Dua": (0.25, 0.75),
}  # middles of the columns, of the width of the text
INDEN_DAFTAR = {"TOC 1": 0.0, "TOC 2": 0.6, "TOC 3": 1.2, "Table of Figures": 0.0}  # cm
KERTAS_BAWAAN = "A4"
A3 = Kertas(Cm(29.7), Cm(42))
KERTAS = {"A4": Kertas(Cm(21), Cm(29.7)), "F4": Kertas(Cm(21.5), Cm(33))}


@dataclass(frozen=True, slots=True)
class Halaman:
    """An upright page and its margins; kiri_melintang: the left margin of a landscape one, where nothing is bound."""

    lebar: Length
    tinggi: Length
    kiri: Length
    kanan: Length
    atas: Length
    bawah: Length
    kiri_melintang: Length
    tepi_kepala: Length | None = None  # of heads and feet from the edge of the paper; None = as the template has it

    @classmethod
    def bawaan(cls, kertas: str) -> Halaman:
        """Ours; "" = A4."""
        k = KERTAS[kertas or KERTAS_BAWAAN]
        return cls(k.lebar, k.tinggi, TEPI_KIRI, TEPI_LAIN, TEPI_LAIN, TEPI_LAIN, TEPI_LAIN, Cm(1))

    @classmethod
    def dari(cls, bagian: Sequence[Section], kertas: str) -> Halaman:
        """That of a template's last section, on other paper where one is named; what it does not say is ours.

        The left margin of a turned page is that of one the template has.
        """
        s = bagian[-1]
        k = KERTAS[kertas or KERTAS_BAWAAN]
        a, b = (k.lebar, k.tinggi) if kertas else (s.page_width or k.lebar, s.page_height or k.tinggi)
        kiri, kanan = s.left_margin or TEPI_KIRI, s.right_margin or TEPI_LAIN
        lintang = next((x.left_margin for x in bagian if (x.page_width or 0) > (x.page_height or 0)), None) or kiri
        return cls(min(a, b), max(a, b), kiri, kanan, s.top_margin or TEPI_LAIN, s.bottom_margin or TEPI_LAIN, lintang)

    def lembar(self, arah: str) -> tuple[Length, Length]:
        """Width and height of a page of this orientation; the widest is A3."""
        lebar, tinggi = (A3.lebar, A3.tinggi) if arah == LEBAR else (self.lebar, self.tinggi)
        return (lebar, tinggi) if arah == TEGAK else (tinggi, lebar)

    def teks(self, arah: str) -> tuple[float, float]:
        """Width and height of the text on such a page, in points."""
        lebar, tinggi = self.lembar(arah)
        return Emu(lebar - self._kiri(arah) - self.kanan).pt, Emu(tinggi - self.atas - self.bawah).pt

    def pasang(self, s: Section, arah: str) -> None:
        """Give a section this page."""
        s.page_width, s.page_height = self.lembar(arah)
        s.left_margin = self._kiri(arah)
        s.right_margin, s.top_margin, s.bottom_margin = self.kanan, self.atas, self.bawah
        if self.tepi_kepala is not None:
            s.header_distance = s.footer_distance = self.tepi_kepala

    def _kiri(self, arah: str) -> Length:
        return self.kiri if arah == TEGAK else self.kiri_melintang


def templat_bawaan() -> bytes:
    """The template shipped with the program: every style of the report, with a line that shows it and says what it is for."""
    dok = docx.Document()
    dok._body.clear_content()
    pasang_gaya(dok)
    halaman = Halaman.bawaan("")
    gaya_daftar(dok, Pt(halaman.teks(TEGAK)[0]))
    halaman.pasang(dok.sections[0], TEGAK)
    for nama, guna in GAYA.items():
        if nama == GAYA_TABEL:
            dok.add_table(1, 1, style=nama).cell(0, 0).text = f"{nama}: {guna}"
        else:
            p = dok.add_paragraph(f"{nama}: {guna}", style=nama)
            sendiri = _paragraf(dok.styles[nama]).paragraph_format.page_break_before
            p.paragraph_format.page_break_before = False if sendiri else None
    tanpa_salinan_gaya(dok)
    dok.core_properties.title, dok.core_properties.author, dok.core_properties.comments = "Templat LKjIP", "", ""
    arus = io.BytesIO()
    dok.save(arus)
    return kanonis(arus.getvalue())


def tanpa_salinan_gaya(dok: Document) -> None:
    """Drop the copy of the styles that Word 2010 kept and python-docx's blank document brings along: it would contradict ours."""
    for kode in [k for k, r in dok.part.rels.items() if r.reltype.endswith("/stylesWithEffects")]:
        del dok.part.rels[kode]


def pasang_gaya(dok: Document) -> None:
    """Set the built-in styles and add our own; the face is that of Normal, so that who changes it there has changed it all over."""
    biasa = _paragraf(dok.styles["Normal"])
    _huruf(biasa, 11)
    _muka(biasa)
    biasa.paragraph_format.space_after = Pt(0)
    for tingkat, ukuran in ((1, 14), (2, 12), (3, 11), (4, 11)):
        g = _paragraf(dok.styles[f"Heading {tingkat}"])
        _huruf(g, ukuran, tebal=True, miring=tingkat == 4)
        _jarak(g, 0 if tingkat == 1 else 12, 12 if tingkat == 1 else 6)
        g.paragraph_format.keep_with_next = True
    satu = _paragraf(dok.styles["Heading 1"]).paragraph_format
    satu.page_break_before, satu.alignment = True, LURUS.CENTER
    _baru(dok, "Isi", 11, LURUS.JUSTIFY, 0, 6, awal=Cm(1), spasi=1.3)
    _baru(dok, "Isi Awal", 11, LURUS.LEFT, 6, 3, tebal=True, lekat=True)
    _baru(dok, "Isian", 11, LURUS.LEFT, 3, 6, warna=WARNA_ISIAN)
    _baru(dok, "Sumber", 8, LURUS.LEFT, 1, 1, miring=True)
    _baru(dok, "Gambar", 11, LURUS.CENTER, 6, 0, lekat=True)
    _baru(dok, "Tabel", 9, LURUS.LEFT, 1, 1)
    _baru(dok, "Sampul Judul", 22, LURUS.CENTER, 30, 12, tebal=True)
    _baru(dok, "Sampul Instansi", 16, LURUS.CENTER, 72, 12, tebal=True)  # over the page, not at its top
    daftar = _baru(dok, "Judul Daftar", 14, LURUS.CENTER, 0, 12, tebal=True, lekat=True)
    daftar.paragraph_format.page_break_before = True  # a paragraph for the break makes an empty page behind a full one
    _baru(dok, "Penanda Tangan", 11, LURUS.RIGHT, 24, 36)
    for gaya in TANDA_TANGAN:
        _baru(dok, gaya, 11, LURUS.LEFT, 18, 12).paragraph_format.keep_together = True
    pasang_tab(dok, Halaman.bawaan("").teks(TEGAK)[0])
    draf = _baru(dok, "Draf", 20, LURUS.CENTER, 0, 0, tebal=True)
    draf.font.color.rgb = MERAH
    judul = _paragraf(dok.styles["Caption"])
    _huruf(judul, 10, tebal=True)
    _jarak(judul, 8, 4)
    judul.paragraph_format.alignment = LURUS.CENTER
    butir = _paragraf(dok.styles["List Bullet"]).paragraph_format
    butir.alignment, butir.space_after = LURUS.JUSTIFY, Pt(3)


def gaya_daftar(dok: Document, lebar: Length) -> None:
    """Styles of the lists (contents, tables, charts): indent by level, page number at the right edge over dots."""
    for nama, kiri in INDEN_DAFTAR.items():
        g = _baru(dok, nama, 10, LURUS.LEFT, 0, 1.5, tebal=nama == "TOC 1")  # some 55 lines a page
        g.paragraph_format.left_indent, g.paragraph_format.right_indent = Cm(kiri), Cm(1)
        _tab_kanan(g, lebar)


def pasang_bahasa(dok: Document) -> None:
    """Indonesian, for who checks the spelling."""
    sifat = dok.styles["Normal"].element.get_or_add_rPr()  # pyright: ignore[reportAttributeAccessIssue]  every style element has it
    for x in sifat.findall(qn("w:lang")):
        sifat.remove(x)
    bahasa = OxmlElement("w:lang")
    bahasa.set(qn("w:val"), "id-ID")
    sifat.append(bahasa)


def bagian_gaya(dok: Document) -> dict[str, bytes]:
    """Parts beside the styles that say how they look, by the kind of their relationship."""
    semua = ((r.reltype.rpartition("/")[2], r) for r in dok.part.rels.values() if not r.is_external)
    return {jenis: r.target_part.blob for jenis, r in semua if jenis in ("numbering", "theme")}


def samakan_id(dok: Document, id_gaya: Mapping[str, str]) -> None:
    """Styles named by our own ids get those of the document: a template may have been made in another language."""
    id_dokumen: dict[str, str] = {}  # python-docx looks through all styles for each name
    for x in dok._body._body.iter(qn("w:pStyle"), qn("w:tblStyle")):
        if nama := id_gaya.get(x.get(qn("w:val")) or ""):
            if nama not in id_dokumen:
                id_dokumen[nama] = dok.styles[nama].style_id
            x.set(qn("w:val"), id_dokumen[nama])


def tanpa_penomoran(p: Paragraph) -> None:
    """A paragraph that the numbering of its style leaves out."""
    sifat = OxmlElement("w:numPr")
    nomor = OxmlElement("w:numId")
    nomor.set(qn("w:val"), "0")
    sifat.append(nomor)
    p._p.get_or_add_pPr()._insert_numPr(sifat)  # pyright: ignore[reportAttributeAccessIssue]  python-docx makes it at run time


def pasang_tab(dok: Document, lebar: float, asal: float | None = None) -> None:
    """Tabs at places that follow from the width of the text, in points; asal: only where they still stand as for that width."""
    for nama, letak in TANDA_TANGAN.items():
        henti = _paragraf(dok.styles[nama]).paragraph_format.tab_stops
        if asal is not None and [round(Emu(x.position).pt) for x in henti] != [round(asal * x) for x in letak]:
            continue
        henti.clear_all()
        for x in letak:
            henti.add_tab_stop(Pt(lebar * x), WD_TAB_ALIGNMENT.CENTER)
    for nama in INDEN_DAFTAR if asal is not None else ():
        _tab_kanan(_paragraf(dok.styles[nama]), Pt(lebar))


def _tab_kanan(g: ParagraphStyle, lebar: Length) -> None:
    """The page number stands at the margin, wherever that is."""
    henti = g.paragraph_format.tab_stops
    henti.clear_all()
    henti.add_tab_stop(lebar, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _baru(
    dok: Document,
    nama: str,
    ukuran: float,
    lurus: LURUS,
    sebelum: float,
    sesudah: float,
    *,
    tebal: bool = False,
    miring: bool = False,
    lekat: bool = False,
    awal: Length | None = None,
    spasi: float | None = None,
    warna: str = "",
) -> ParagraphStyle:
    bawaan = nama.startswith(("TOC", "Table of"))
    g = _paragraf(dok.styles.add_style(nama, WD_STYLE_TYPE.PARAGRAPH, builtin=bawaan))
    g.base_style = dok.styles["Normal"]
    _huruf(g, ukuran, tebal=tebal, miring=miring)
    _jarak(g, sebelum, sesudah)
    f = g.paragraph_format
    f.alignment, f.keep_with_next, f.first_line_indent, f.line_spacing = lurus, lekat, awal, spasi
    if warna:
        shd = OxmlElement("w:shd")
        for k, v in (("val", "clear"), ("color", "auto"), ("fill", warna)):
            shd.set(qn(f"w:{k}"), v)
        ppr = g.element.get_or_add_pPr()  # pyright: ignore[reportAttributeAccessIssue]  every style element has it
        ppr.insert_element_before(shd, "w:tabs", "w:spacing", "w:ind", "w:jc")
    return g


def _paragraf(g: BaseStyle) -> ParagraphStyle:
    """A style of paragraphs as such; all of ours are."""
    if not isinstance(g, ParagraphStyle):
        raise TypeError(f"{g.name} is no style of paragraphs")
    return g


def _huruf(g: ParagraphStyle, ukuran: float, *, tebal: bool = False, miring: bool = False) -> None:
    f = g.font
    f.name, f.size, f.bold, f.italic = None, Pt(ukuran), tebal, miring
    f.color.rgb = HITAM
    sifat = g.element.get_or_add_rPr()  # pyright: ignore[reportAttributeAccessIssue]  every style element has it
    if (huruf := sifat.find(qn("w:rFonts"))) is not None:
        sifat.remove(huruf)


def _muka(g: ParagraphStyle) -> None:
    huruf = g.element.get_or_add_rPr().get_or_add_rFonts()  # pyright: ignore[reportAttributeAccessIssue]  every style element has it
    for lain in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        huruf.attrib.pop(qn(f"w:{lain}"), None)
    for lain in ("ascii", "hAnsi", "cs", "eastAsia"):
        huruf.set(qn(f"w:{lain}"), HURUF)


def _jarak(g: ParagraphStyle, sebelum: float, sesudah: float) -> None:
    g.paragraph_format.space_before, g.paragraph_format.space_after = Pt(sebelum), Pt(sesudah)

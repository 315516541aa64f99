"""Paper and styles of the report: one place for fonts, spacing and what each kind of paragraph looks like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as LURUS
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle

if TYPE_CHECKING:
    from docx.document import Document

HURUF = "Arial"
HITAM, MERAH = RGBColor(0, 0, 0), RGBColor(0xC0, 0, 0)
WARNA_ISIAN = "FFF2CC"
TEPI_KIRI, TEPI_LAIN = Cm(3), Cm(2.2)
LEBAR_TEKS = 15.8  # cm; of an upright A4 page


@dataclass(frozen=True, slots=True)
class Kertas:
    """Width and height of an upright page."""

    lebar: Length
    tinggi: Length


A3 = Kertas(Cm(29.7), Cm(42))
KERTAS = {"A4": Kertas(Cm(21), Cm(29.7)), "F4": Kertas(Cm(21.5), Cm(33))}


def pasang_gaya(dok: Document) -> None:
    """Set the built-in styles and add our own."""
    biasa = _paragraf(dok.styles["Normal"])
    _huruf(biasa, 11)
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
    _baru(dok, "Sampul Judul", 22, LURUS.CENTER, 12, 12, tebal=True)
    _baru(dok, "Sampul Instansi", 16, LURUS.CENTER, 36, 12, tebal=True)
    _baru(dok, "Judul Daftar", 14, LURUS.CENTER, 0, 12, tebal=True, lekat=True)
    _baru(dok, "Penanda Tangan", 11, LURUS.RIGHT, 24, 36)
    for gaya, letak in (("Tanda Tangan", (0.75,)), ("Tanda Tangan Dua", (0.25, 0.75))):
        g = _baru(dok, gaya, 11, LURUS.LEFT, 18, 12).paragraph_format
        g.keep_together = True
        for x in letak:
            g.tab_stops.add_tab_stop(Cm(LEBAR_TEKS * x), WD_TAB_ALIGNMENT.CENTER)
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
    for nama, kiri in (("TOC 1", 0.0), ("TOC 2", 0.6), ("TOC 3", 1.2), ("Table of Figures", 0.0)):
        g = _baru(dok, nama, 10.5, LURUS.LEFT, 0, 3, tebal=nama == "TOC 1")
        g.paragraph_format.left_indent, g.paragraph_format.right_indent = Cm(kiri), Cm(1)
        g.paragraph_format.tab_stops.add_tab_stop(lebar, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


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
    f.name, f.size, f.bold, f.italic = HURUF, Pt(ukuran), tebal, miring
    f.color.rgb = HITAM
    sifat = g.element.get_or_add_rPr()  # pyright: ignore[reportAttributeAccessIssue]  every style element has it
    huruf = sifat.get_or_add_rFonts()
    for lain in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        huruf.attrib.pop(qn(f"w:{lain}"), None)
    for lain in ("ascii", "hAnsi", "cs", "eastAsia"):
        huruf.set(qn(f"w:{lain}"), HURUF)


def _jarak(g: ParagraphStyle, sebelum: float, sesudah: float) -> None:
    g.paragraph_format.space_before, g.paragraph_format.space_after = Pt(sebelum), Pt(sesudah)

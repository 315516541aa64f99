"""Prints a Naskah as a Word document: real headings, captions that count, lists, sections, page numbers."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as LURUS
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Emu, Pt

from lkjip_xl.buku.xmlaman import Elemen
from lkjip_xl.lembar.kanonis import kanonis
from lkjip_xl.ringkasan.kepala import sumber_tercetak
from lkjip_xl.word import bidang as w
from lkjip_xl.word import gaya_word as gaya
from lkjip_xl.word.catatan_blok import Catatan, catat
from lkjip_xl.word.daftar_word import GAYA_DAFTAR, GAYA_ISI, TINGKAT_DAFTAR_ISI, BarisDaftar, perintah_isi, xml_daftar
from lkjip_xl.word.gaya_daerah import GayaDaerah, berisi, gaya_daerah
from lkjip_xl.word.gaya_word import Halaman
from lkjip_xl.word.jati_diri import JatiDiri, jati_diri
from lkjip_xl.word.naskah import (
    LEBAR,
    MELINTANG,
    TEGAK,
    Bagian,
    Butir,
    Daftar,
    Gambar,
    Isian,
    Judul,
    Naskah,
    Paragraf,
    Tabel,
)
from lkjip_xl.word.nomor import Nomor, Penomor
from lkjip_xl.word.tabel_word import NS, xml_tabel
from lkjip_xl.word.tanda_blok import tandai
from lkjip_xl.word.tata_letak import tata
from lkjip_xl.word.ukuran_tabel import UkuranTabel

if TYPE_CHECKING:
    from docx.section import Section
    from docx.text.paragraph import Paragraph

DRAF = "DRAF"
BAWAH_GAMBAR = 10  # points between the caption of a chart and the text below it
# ids under which tables and lists name their styles
ID_GAYA = {"TableGrid": gaya.GAYA_TABEL, "Tabel": "Tabel", GAYA_DAFTAR: "Table of Figures"} | {
    GAYA_ISI.format(i): f"TOC {i}" for i in range(1, TINGKAT_DAFTAR_ISI + 1)
}
TAK_TERLIHAT = '<w:color w:val="FFFFFF"/><w:sz w:val="2"/>'  # LibreOffice shows the result of a hidden field
FORMAT_HALAMAN = {"i": "lowerRoman", "1": "decimal"}


def tulis_word(naskah: Naskah, kertas: str = "", templat: bytes | None = None) -> bytes:
    """The document as .docx, the same bytes for the same input.

    templat: a document with all our styles (templat_word), whose page and running heads are taken, too; kertas: A4 or F4,
    "" = that of the template, A4 without one.
    """
    return _Penulis(naskah, kertas, templat).jadi()


class _Penulis:
    """One document in the making."""

    def __init__(self, naskah: Naskah, kertas: str, templat: bytes | None) -> None:
        self.naskah, self.templat = naskah, templat is not None
        self.dok = docx.Document(io.BytesIO(templat) if templat else None)
        self.halaman = Halaman.dari(list(self.dok.sections), kertas) if templat else Halaman.bawaan(kertas)
        self.dok._body.clear_content()
        s = self.dok.sections[0]
        self.kepala_jadi, self.kaki_jadi = (
            templat is not None and not x.is_linked_to_previous and berisi(x._element) for x in (s.header, s.footer)
        )
        if templat is None:
            gaya.pasang_gaya(self.dok)
            gaya.gaya_daftar(self.dok, Pt(self.halaman.teks(TEGAK)[0]))
        else:
            gaya.pasang_tab(self.dok, self.halaman.teks(TEGAK)[0], Halaman.bawaan("").teks(TEGAK)[0])
        self.rumah = gaya_daerah(self.dok.styles.element, gaya.bagian_gaya(self.dok)) if templat else GayaDaerah()
        self.penomor = Penomor.untuk(naskah.balok)
        self.gaya: dict[str, str | None] = {}  # ids of styles by name
        self.bagian_ke = 0
        self.penanda = 0
        self.ditulis: list[tuple[JatiDiri, list[Elemen]]] = []  # every block with what was written of it
        self.kini = ""  # id of the block being written
        self.judul: list[tuple[str, Judul]] = []  # bookmark, heading
        self.keterangan: dict[str, list[tuple[str, str]]] = {"tabel": [], "gambar": []}  # bookmark, caption
        self.isian: list[tuple[str, str]] = []  # bookmark, what to write and the last heading above
        self.menunggu: list[tuple[Paragraph, str]] = []  # lists to be filled once everything stands

    def jadi(self) -> bytes:
        tulis = {
            Judul: self._judul, Paragraf: self._paragraf, Butir: self._butir, Isian: self._isian,
            Gambar: self._gambar, Bagian: self._bagian, Daftar: self._daftar,
        }  # fmt: skip
        badan = self.dok._body._body
        jati = [x for x in jati_diri(self.naskah.balok) if x]
        urut = iter(jati)
        for balok, ukuran in tata(
            self.naskah.balok,
            {arah: self.rumah.sempitkan(self.halaman.teks(arah)) for arah in (TEGAK, MELINTANG, LEBAR)},
        ):
            lanjutan = isinstance(balok, Tabel) and balok.lanjutan  # the same block goes on
            jumlah, diri = len(badan), None if lanjutan or isinstance(balok, Bagian) else next(urut)
            self.kini = diri.id if diri else self.kini if lanjutan else ""
            if isinstance(balok, Tabel) and ukuran is not None:
                self._tabel(balok, self.rumah.lebarkan(ukuran))
            else:
                tulis[type(balok)](balok)
            if diri:
                self.ditulis.append((diri, list(badan)[jumlah - 1 : -1]))
            elif lanjutan:
                self.ditulis[-1][1].extend(list(badan)[jumlah - 1 : -1])
        for letak, isi in self.menunggu:
            self._isi_daftar(letak, isi)
        for diri, unsur in self.ditulis:
            self.penanda = tandai(unsur, diri, self.penanda, lambda rid: self.dok.part.related_parts[rid].blob)
        gaya.samakan_id(self.dok, ID_GAYA)
        self._sifat()
        arus = io.BytesIO()
        self.dok.save(arus)
        catatan = Catatan(self.naskah.tahun, self.naskah.instansi, self.naskah.judul, tuple(x.id for x in jati))
        return kanonis(catat(arus.getvalue(), catatan))

    def _alinea(self, nama: str) -> Paragraph:
        """A new paragraph in a style; python-docx would look through all styles for each."""
        p = self.dok.add_paragraph()
        if nama in self.gaya:
            p._p.style = self.gaya[nama]
        else:
            p.style = nama
            self.gaya[nama] = p._p.style
        return p

    # --- blocks

    def _judul(self, j: Judul) -> None:
        if j.tingkat == 1:
            self.penomor.judul(j.teks)
        p = self._alinea(f"Heading {j.tingkat}")
        teks, bernomor = self.rumah.judul(j)
        if not bernomor:
            gaya.tanpa_penomoran(p)
        if j.tingkat == 1 and self.rumah.bab_menyambung:
            p.paragraph_format.page_break_before = True
        nama = self._tandai(p, w.potong(teks))
        self.judul.append((nama, replace(j, teks=teks)))

    def _paragraf(self, t: Paragraf) -> None:
        self._xml(self._alinea(t.gaya), w.potong(t.teks))

    def _butir(self, b: Butir) -> None:
        for teks in b.teks:
            self._xml(self._alinea("List Bullet"), w.potong(teks))

    def _isian(self, i: Isian) -> None:
        nomor = len(self.isian) + 1
        isi = w.potong("[Lengkapi ") + w.bidang("SEQ Isian \\* ARABIC", str(nomor)) + w.potong(f": {i.teks}]")
        nama = self._tandai(self._alinea("Isian"), isi, "isian_")
        self.isian.append((nama, f"{nomor}. {i.teks} ({self.judul[-1][1].teks if self.judul else 'Sampul'})"))

    def _tabel(self, t: Tabel, ukuran: UkuranTabel) -> None:
        p = self._alinea("Caption")
        p.paragraph_format.keep_with_next = True  # a chart's caption stands below it and keeps with nothing
        if t.lanjutan:
            self._xml(p, w.potong(f"Lanjutan {t.tabel.judul}"))
        else:
            self._keterangan(p, "tabel", self.penomor.tabel(t.tabel.nomor), t.tabel.judul)
        asal = sumber_tercetak(t.tabel.sumber)
        kaki = [*([f"Sumber: {asal}"] if asal else []), *t.tabel.catatan]
        self.dok._body._body._insert_tbl(parse_xml(xml_tabel(t.tabel, ukuran, kaki)))  # pyright: ignore[reportArgumentType]  it is a table

    def _gambar(self, g: Gambar) -> None:
        p = self._alinea("Gambar")
        lebar, _ = g.tercetak(self.halaman.teks(TEGAK)[0])
        bentuk = p.add_run().add_picture(io.BytesIO(g.png), width=Emu(round(lebar * Pt(1))))
        bentuk._inline.docPr.set("descr", w.bersih(g.alt))
        if not g.judul:
            p.paragraph_format.keep_with_next = False
            return
        p = self._alinea("Caption")
        p.paragraph_format.space_after = Pt(BAWAH_GAMBAR)  # that of a table stands close to it
        self._keterangan(p, "gambar", self.penomor.gambar(), g.judul)

    def _daftar(self, d: Daftar) -> None:
        self.menunggu.append((self.dok.add_paragraph(), d.isi))

    # --- sections

    def _bagian(self, b: Bagian) -> None:
        self.bagian_ke += 1
        s = self.dok.sections[-1] if self.bagian_ke == 1 else self.dok.add_section(WD_SECTION.NEW_PAGE)
        s.orientation = WD_ORIENT.PORTRAIT if b.arah == TEGAK else WD_ORIENT.LANDSCAPE
        self.halaman.pasang(s, b.arah)
        if self.templat:
            self._kepala_pertama(s)
        self._nomor_halaman(s, b.halaman)

    def _nomor_halaman(self, s: Section, halaman: str) -> None:
        """Header and footer of a section and how its pages count; sections that go on take those before them."""
        lama = s._sectPr.find(qn("w:pgNumType"))
        if lama is not None:
            s._sectPr.remove(lama)
        if halaman == "lanjut":
            return
        jenis = OxmlElement("w:pgNumType")
        if halaman:
            jenis.set(qn("w:fmt"), FORMAT_HALAMAN[halaman])
        jenis.set(qn("w:start"), "1")
        s._sectPr.insert_element_before(jenis, "w:cols", "w:docGrid")  # pyright: ignore[reportArgumentType]  any element will do
        self._kepala(s, halaman)
        if not self.kaki_jadi:
            for tepi in (
                s.footer,
                *([s.even_page_footer] if self.dok.settings.odd_and_even_pages_header_footer else []),
            ):
                tepi.is_linked_to_previous = False
                if halaman:
                    kaki = tepi.paragraphs[0]
                    kaki.alignment = LURUS.CENTER
                    self._xml(kaki, w.bidang("PAGE", "1"))

    def _kepala_pertama(self, s: Section) -> None:
        """A head of the first page is that of the cover alone: other sections begin in the middle of a chapter, too."""
        if self.bagian_ke > 1:
            s.different_first_page_header_footer = False
            return
        if not s.different_first_page_header_footer:
            s.different_first_page_header_footer = True
            s.first_page_header.is_linked_to_previous = s.first_page_footer.is_linked_to_previous = False
        if self.naskah.draf:
            p = s.first_page_header.paragraphs[0].insert_paragraph_before(style="Draf")
            self._xml(p, w.potong(DRAF))

    def _kepala(self, s: Section, halaman: str) -> None:
        """The title on every numbered page, DRAF on all; a template with a head of its own keeps that on all pages."""
        if self.kepala_jadi:
            if self.naskah.draf and self.bagian_ke == 1:
                p = s.header.paragraphs[0].insert_paragraph_before(style="Draf")
                self._xml(p, w.potong(DRAF))
            return
        s.header.is_linked_to_previous = False
        kepala = s.header.paragraphs[0]
        if self.naskah.draf:
            kepala.style = "Draf"
            self._xml(kepala, w.potong(DRAF))
        if halaman:
            p = s.header.add_paragraph() if self.naskah.draf else kepala
            p.style, p.alignment = "Sumber", LURUS.RIGHT
            self._xml(p, w.potong(self.naskah.judul))

    # --- tables and captions

    def _keterangan(self, p: Paragraph, jenis: str, nomor: Nomor, judul: str) -> None:
        kata = jenis.capitalize()
        if nomor.urutan is None:  # a hidden count puts it on the list all the same
            isi = w.potong(nomor.awalan) + w.bidang(f"SEQ {kata} \\h", sifat=TAK_TERLIHAT)
            teks = nomor.awalan
        else:
            ulang = "" if nomor.lanjut else f" \\r {nomor.urutan}"
            isi = w.potong(nomor.awalan) + w.bidang(f"SEQ {kata}{ulang} \\* ARABIC", str(nomor.urutan))
            teks = f"{nomor.awalan}{nomor.urutan}"
        nama = self._tandai(p, isi + w.potong(f" {judul}" if teks else judul))
        self.keterangan[jenis].append((nama, f"{teks} {judul}".strip()))

    # --- lists

    def _isi_daftar(self, letak: Paragraph, isi: str) -> None:
        """Fill a list with what the document holds."""
        if isi == "isi":
            butir = [
                BarisDaftar(n, j.teks, GAYA_ISI.format(j.tingkat))
                for n, j in self.judul
                if j.tingkat <= TINGKAT_DAFTAR_ISI
            ]
        else:
            pasangan = self.isian if isi == "isian" else self.keterangan[isi]
            butir = [BarisDaftar(n, t, GAYA_DAFTAR) for n, t in pasangan]
        unsur = next(u for _, u in self.ditulis if letak._p in u)
        unsur[:] = [parse_xml(x) for x in xml_daftar(butir, perintah_isi(isi))]
        for u in unsur:
            letak._p.addprevious(u)
        self.dok._body._body.remove(letak._p)

    # --- small parts

    def _tandai(self, p: Paragraph, isi: str, awalan: str = "_Toc") -> str:
        """A bookmark to jump to, whose name stays that of the block."""
        self.penanda += 1
        nama = awalan + self.kini
        self._xml(p, w.penanda(self.penanda, nama, isi))
        return nama

    def _xml(self, p: Paragraph, isi: str) -> None:
        for u in self._urai(isi):
            p._p.append(u)

    @staticmethod
    def _urai(isi: str) -> list:
        return list(parse_xml(f"<w:p {NS}>{isi}</w:p>"))

    def _sifat(self) -> None:
        """Title and language."""
        gaya.tanpa_salinan_gaya(self.dok)
        sifat = self.dok.core_properties
        sifat.title, sifat.author, sifat.language, sifat.comments = self.naskah.judul, self.naskah.judul, "id-ID", ""
        gaya.pasang_bahasa(self.dok)

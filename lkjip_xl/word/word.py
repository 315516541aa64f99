"""Prints a Naskah as a Word document: real headings, captions that count, lists, sections, page numbers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as LURUS
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Emu, Length

from lkjip_xl.lembar.baku import baku
from lkjip_xl.ringkasan.kepala import sumber_tercetak
from lkjip_xl.word import bidang as w
from lkjip_xl.word.gaya_word import A3, KERTAS, TEPI_KIRI, TEPI_LAIN, gaya_daftar, pasang_gaya
from lkjip_xl.word.naskah import (
    LEBAR,
    MELINTANG,
    TEGAK,
    Bagian,
    Butir,
    Daftar,
    Gambar,
    HalamanBaru,
    Isian,
    Judul,
    Naskah,
    Paragraf,
    Tabel,
)
from lkjip_xl.word.nomor import Nomor, Penomor
from lkjip_xl.word.tabel_word import NS, xml_tabel
from lkjip_xl.word.tata_letak import tata
from lkjip_xl.word.ukuran_tabel import UkuranTabel

if TYPE_CHECKING:
    from docx.section import Section
    from docx.text.paragraph import Paragraph

TINGKAT_DAFTAR_ISI = 3
LEBAR_GAMBAR = Cm(15.5)
DRAF = "DRAF"
HALAMAN_TAUTAN = "\\h"  # the page number is a link, too
FORMAT_HALAMAN = {"i": "lowerRoman", "1": "decimal"}


def tulis_word(naskah: Naskah, kertas: str = "A4") -> bytes:
    """The document as .docx, the same bytes for the same input; kertas: A4 or F4."""
    return _Penulis(naskah, kertas).jadi()


class _Penulis:
    """One document in the making."""

    def __init__(self, naskah: Naskah, kertas: str) -> None:
        self.naskah = naskah
        self.kertas = KERTAS[kertas]
        self.dok = docx.Document()
        self.dok._body.clear_content()
        pasang_gaya(self.dok)
        gaya_daftar(self.dok, Emu(self.kertas.lebar - TEPI_KIRI - TEPI_LAIN))
        self.penomor = Penomor.untuk(naskah.balok)
        self.bagian_ke = 0
        self.penanda = 0
        self.judul: list[tuple[str, Judul]] = []  # bookmark, heading
        self.keterangan: dict[str, list[tuple[str, str]]] = {"tabel": [], "gambar": []}  # bookmark, caption
        self.tempat_isian: list[str] = []  # last heading above each placeholder
        self.menunggu: list[tuple[Paragraph, str]] = []  # lists to be filled once everything stands

    def jadi(self) -> bytes:
        tulis = {
            Judul: self._judul, Paragraf: self._paragraf, Butir: self._butir, Isian: self._isian,
            Gambar: self._gambar, Bagian: self._bagian, Daftar: self._daftar, HalamanBaru: self._halaman_baru,
        }  # fmt: skip
        for balok, ukuran in tata(self.naskah.balok, {arah: self._badan(arah) for arah in (TEGAK, MELINTANG, LEBAR)}):
            if isinstance(balok, Tabel) and ukuran is not None:
                self._tabel(balok, ukuran)
            else:
                tulis[type(balok)](balok)
        for letak, isi in self.menunggu:
            self._isi_daftar(letak, isi)
        self._sifat()
        arus = io.BytesIO()
        self.dok.save(arus)
        return baku(arus.getvalue())

    # --- blocks

    def _judul(self, j: Judul) -> None:
        if j.tingkat == 1:
            self.penomor.judul(j.teks)
        p = self.dok.add_paragraph(style=f"Heading {j.tingkat}")
        nama = self._tandai(p, w.potong(j.teks))
        self.judul.append((nama, j))

    def _paragraf(self, t: Paragraf) -> None:
        self._xml(self.dok.add_paragraph(style=t.gaya), w.potong(t.teks))

    def _butir(self, b: Butir) -> None:
        for teks in b.teks:
            self._xml(self.dok.add_paragraph(style="List Bullet"), w.potong(teks))

    def _isian(self, i: Isian) -> None:
        self.tempat_isian.append(self.judul[-1][1].teks if self.judul else "Sampul")
        nomor = len(self.tempat_isian)
        self._tandai(self.dok.add_paragraph(style="Isian"), w.potong(f"[Lengkapi {nomor}: {i.teks}]"), f"isian_{nomor}")

    def _tabel(self, t: Tabel, ukuran: UkuranTabel) -> None:
        p = self.dok.add_paragraph(style="Caption")
        p.paragraph_format.keep_with_next = True  # a chart's caption stands below it and keeps with nothing
        if t.lanjutan:
            self._xml(p, w.potong(f"Lanjutan {t.tabel.judul}"))
        else:
            self._keterangan(p, "tabel", self.penomor.tabel(t.tabel.nomor), t.tabel.judul)
        asal = sumber_tercetak(t.tabel.sumber)
        kaki = [*([f"Sumber: {asal}"] if asal else []), *t.tabel.catatan]
        self.dok._body._body._insert_tbl(parse_xml(xml_tabel(t.tabel, ukuran, kaki)))  # pyright: ignore[reportArgumentType]  it is a table

    def _gambar(self, g: Gambar) -> None:
        p = self.dok.add_paragraph(style="Gambar")
        bentuk = p.add_run().add_picture(io.BytesIO(g.png), width=LEBAR_GAMBAR)
        bentuk._inline.docPr.set("descr", w.bersih(g.alt))
        self._keterangan(self.dok.add_paragraph(style="Caption"), "gambar", self.penomor.gambar(), g.judul)

    def _halaman_baru(self, _: HalamanBaru) -> None:
        self.dok.add_page_break()

    def _daftar(self, d: Daftar) -> None:
        self.menunggu.append((self.dok.add_paragraph(), d.isi))

    # --- sections

    def _bagian(self, b: Bagian) -> None:
        self.bagian_ke += 1
        s = self.dok.sections[-1] if self.bagian_ke == 1 else self.dok.add_section(WD_SECTION.NEW_PAGE)
        s.orientation = WD_ORIENT.PORTRAIT if b.arah == TEGAK else WD_ORIENT.LANDSCAPE
        s.page_width, s.page_height = self._lembar(b.arah)
        s.left_margin = TEPI_KIRI if b.arah == TEGAK else TEPI_LAIN
        s.right_margin = s.top_margin = s.bottom_margin = TEPI_LAIN
        s.header_distance = s.footer_distance = Cm(1)
        self._halaman(s, b.halaman)

    def _halaman(self, s: Section, halaman: str) -> None:
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
        s.header.is_linked_to_previous = s.footer.is_linked_to_previous = False
        kepala, kaki = s.header.paragraphs[0], s.footer.paragraphs[0]
        if self.naskah.draf:
            kepala.style = "Draf"
            self._xml(kepala, w.potong(DRAF))
        if halaman:
            p = s.header.add_paragraph() if self.naskah.draf else kepala
            p.style, p.alignment = "Sumber", LURUS.RIGHT
            self._xml(p, w.potong(self.naskah.judul))
            kaki.alignment = LURUS.CENTER
            self._xml(kaki, w.bidang("PAGE", "1"))

    # --- tables and captions

    def _lembar(self, arah: str) -> tuple[Length, Length]:
        """Width and height of a page."""
        k = A3 if arah == LEBAR else self.kertas
        return (k.lebar, k.tinggi) if arah == TEGAK else (k.tinggi, k.lebar)

    def _badan(self, arah: str) -> tuple[float, float]:
        """Width and height of the text on a page, in points."""
        lebar, tinggi = self._lembar(arah)
        kiri = TEPI_KIRI if arah == TEGAK else TEPI_LAIN
        return Emu(lebar - kiri - TEPI_LAIN).pt, Emu(tinggi - 2 * TEPI_LAIN).pt

    def _keterangan(self, p: Paragraph, jenis: str, nomor: Nomor, judul: str) -> None:
        kata = jenis.capitalize()
        if nomor.urutan is None:  # a hidden count puts it on the list all the same
            isi = w.potong(nomor.awalan) + w.bidang(f"SEQ {kata} \\h")
            teks = nomor.awalan
        else:
            ulang = "" if nomor.lanjut else f" \\r {nomor.urutan}"
            isi = w.potong(nomor.awalan) + w.bidang(f"SEQ {kata}{ulang} \\* ARABIC", str(nomor.urutan))
            teks = f"{nomor.awalan}{nomor.urutan}"
        nama = self._tandai(p, isi + w.potong(f" {judul}"))
        self.keterangan[jenis].append((nama, f"{teks} {judul}"))

    # --- lists

    def _isi_daftar(self, letak: Paragraph, isi: str) -> None:
        """Fill a list with what the document holds; Word renews it, other programs show it as it is."""
        if isi == "isi":
            butir = [(n, j.teks, f"TOC {j.tingkat}") for n, j in self.judul if j.tingkat <= TINGKAT_DAFTAR_ISI]
            perintah = f'TOC \\o "1-{TINGKAT_DAFTAR_ISI}" \\h \\z'
        elif isi == "isian":
            pasangan = zip(self.naskah.isian, self.tempat_isian, strict=True)
            butir = [
                (f"isian_{i}", f"{i}. {t} ({tempat})", "Table of Figures") for i, (t, tempat) in enumerate(pasangan, 1)
            ]
            perintah = ""
        else:
            butir = [(n, t, "Table of Figures") for n, t in self.keterangan[isi]]
            perintah = f'TOC \\h \\z \\c "{isi.capitalize()}"'
        baris = [
            f'<w:p {NS}><w:pPr><w:pStyle w:val="{self.dok.styles[gaya].style_id}"/></w:pPr>'
            f"{w.tautan(n, w.potong(teks) + '<w:r><w:tab/></w:r>' + w.bidang(f'PAGEREF {n} ' + HALAMAN_TAUTAN))}</w:p>"
            for n, teks, gaya in butir
        ]
        self._pasang(letak, baris, perintah)

    def _pasang(self, letak: Paragraph, baris: Sequence[str], perintah: str) -> None:
        unsur = [parse_xml(b) for b in baris] or [parse_xml(f"<w:p {NS}>{w.potong('–')}</w:p>")]
        for u in unsur:
            letak._p.addprevious(u)
        if perintah:
            buka = self._urai(w.bidang_buka(perintah))
            tempat = 1 if unsur[0].find(qn("w:pPr")) is not None else 0
            for i, u in enumerate(buka):
                unsur[0].insert(tempat + i, u)
            for u in self._urai(w.BIDANG_TUTUP):
                unsur[-1].append(u)
        if (induk := letak._p.getparent()) is not None:
            induk.remove(letak._p)

    # --- small parts

    def _tandai(self, p: Paragraph, isi: str, nama: str = "") -> str:
        self.penanda += 1
        nama = nama or f"_Toc{self.penanda:08d}"
        self._xml(p, w.penanda(self.penanda, nama, isi))
        return nama

    def _xml(self, p: Paragraph, isi: str) -> None:
        for u in self._urai(isi):
            p._p.append(u)

    @staticmethod
    def _urai(isi: str) -> list:
        return list(parse_xml(f"<w:p {NS}>{isi}</w:p>"))

    def _sifat(self) -> None:
        """Title, language, and: renew page numbers of the lists when Word opens the document."""
        sifat = self.dok.core_properties
        sifat.title, sifat.author, sifat.language, sifat.comments = self.naskah.judul, self.naskah.judul, "id-ID", ""
        segarkan = OxmlElement("w:updateFields")
        segarkan.set(qn("w:val"), "true")
        self.dok.settings.element.insert(0, segarkan)
        bahasa = self.dok.styles["Normal"].element.get_or_add_rPr()  # pyright: ignore[reportAttributeAccessIssue]  every style element has it
        lang = OxmlElement("w:lang")
        lang.set(qn("w:val"), "id-ID")
        bahasa.append(lang)

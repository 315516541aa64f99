"""The report in a region's own Word template, and without the library that draws."""

from __future__ import annotations

import io
import re
import sys
import zipfile

import docx
import pytest
from dinas_laporan import buku, simpan
from docx.shared import Cm
from dok_word import baca_dok

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.word import buat_laporan, perbarui_laporan
from lkjip_xl.word.gaya_word import GAYA, templat_bawaan


def kantor() -> bytes:
    """A house style: another face, margins and paper, a letterhead and a foot of its own."""
    dok = docx.Document(io.BytesIO(templat_bawaan()))
    dok.styles["Isi"].font.name = "Cambria"
    s = dok.sections[0]
    s.left_margin, s.page_height = Cm(4), Cm(33)
    s.header.paragraphs[0].text = "PEMERINTAH KABUPATEN X"
    s.footer.paragraphs[0].text = "Dinas Contoh"
    return simpan(dok)


def test_gaya_tepi_kepala_dan_kaki_dari_templat():
    hasil = buat_laporan(buku(), templat=(kantor(), "K.docx"))
    dok = baca_dok(hasil.data)
    assert not [t for t in hasil.catatan if t.kode == "LP-20"]
    assert dok.styles["Isi"].font.name == "Cambria"
    for s in dok.sections:
        assert s.left_margin == pytest.approx(Cm(4), abs=700) and max(s.page_height, s.page_width) == pytest.approx(
            Cm(33), abs=700
        )
        assert [p.text for p in s.header.paragraphs] == ["PEMERINTAH KABUPATEN X"]
        assert [p.text for p in s.footer.paragraphs] == ["Dinas Contoh"]
    draf = baca_dok(buat_laporan(buku(), draf=True, templat=(kantor(), "K.docx")).data)
    assert {tuple(p.text for p in s.header.paragraphs) for s in draf.sections} == {("DRAF", "PEMERINTAH KABUPATEN X")}
    assert not any("Heading 1:" in p.text for p in dok.paragraphs)  # the lines that show the styles


def test_gaya_yang_kurang_disebut():
    """LP-20 names what Word's own blank document lacks; near miss: the template shipped lacks nothing."""
    hasil = buat_laporan(buku(), templat=(simpan(docx.Document()), "W.docx"))
    (t,) = (t for t in hasil.catatan if t.kode == "LP-20")
    assert "Isi Awal" in t.pesan and "Heading 1" not in t.pesan
    gaya = {s.name for s in baca_dok(hasil.data).styles}
    assert gaya >= set(GAYA)
    assert not [t for t in buat_laporan(buku(), templat=(templat_bawaan(), "T.docx")).catatan if t.kode == "LP-20"]


def test_templat_tanpa_butir_mendapat_penomorannya():
    """A template without lists gets the numbering of the bullets with their style."""
    dok = docx.Document()
    gaya = dok.styles["List Bullet"].element
    gaya.getparent().remove(gaya)
    jadi = baca_dok(buat_laporan(buku(), templat=(simpan(dok), "W.docx")).data)
    nomor = jadi.styles["List Bullet"].element.pPr.numPr.numId.val
    assert nomor in [n.numId for n in jadi.part.numbering_part.element.num_lst]


@pytest.mark.lengkap
def test_laporan_bergaya_kantor_diperbarui_dengan_gayanya():
    lama = buat_laporan(buku(), templat=(kantor(), "K.docx")).data
    hasil = perbarui_laporan(buku("83,5"), lama, "L.docx")
    dok = baca_dok(hasil.data)
    assert dok.styles["Isi"].font.name == "Cambria" and any("83,5" in p.text for p in dok.paragraphs)
    assert not perbarui_laporan(buku("83,5"), hasil.data, "L.docx").perbaruan.berubah


def _bagian(ganti: dict[str, bytes | None]) -> bytes:
    """The template shipped with parts replaced, or without them (None)."""
    arus = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(templat_bawaan())) as lama, zipfile.ZipFile(arus, "w") as baru:
        for nama in lama.namelist():
            data = ganti.get(nama, lama.read(nama))
            if data is not None:
                baru.writestr(nama, data)
    return arus.getvalue()


@pytest.mark.parametrize(
    "ganti",
    [{"word/settings.xml": b"rusak"}, {"docProps/core.xml": None}, {"word/styles.xml": b"<a/>"}, {}],
    ids=["xml", "bagian", "isi", "ukuran"],
)
def test_templat_yang_tidak_utuh_ditolak(ganti):
    """Whatever keeps python-docx from reading a template is the template's fault, and said so."""
    if not ganti:
        with zipfile.ZipFile(io.BytesIO(templat_bawaan())) as z:
            utama = z.read("word/document.xml")
        ganti = {"word/document.xml": re.sub(rb'(<w:pgSz [^>]*w:w=")\d+', rb"\g<1>lebar", utama)}
    with pytest.raises(GalatBerkas) as galat:
        buat_laporan(buku(), templat=(_bagian(ganti), "K.docx"))
    assert galat.value.kode == "LP-11" and "K.docx" in galat.value.isi.values()


def test_templat_yang_bukan_word_ditolak():
    with pytest.raises(GalatBerkas) as galat:
        buat_laporan(buku(), templat=(b"PK x", "K.docx"))
    assert galat.value.kode == "LP-11"


def test_tanpa_matplotlib_grafik_disebut(monkeypatch):
    """LP-10 and a placeholder for every chart; near miss: with it nothing is said."""
    dengan = buat_laporan(buku())
    assert not [t for t in dengan.catatan if t.kode == "LP-10"]
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    tanpa = buat_laporan(buku())
    (t,) = (t for t in tanpa.catatan if t.kode == "LP-10")
    gambar = len(baca_dok(dengan.data).inline_shapes)
    assert gambar and not baca_dok(tanpa.data).inline_shapes and tanpa.isian == dengan.isian + gambar
    assert "Capaian Kinerja" in t.pesan

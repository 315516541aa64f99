"""A report renewed: what people wrote stays byte for byte, what nobody touched is as if made today, nothing comes back that was taken out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path

import buku_pendek
import pytest
from banyak import satu_cepat
from buku_md import buku_md
from docx.oxml.ns import qn
from dok_word import baca_dok
from jalan_lkjip import lkjip
from lxml import etree
from satu_jalan import sekali_jalan

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.word import HasilLaporan, buat_laporan, perbarui_laporan
from lkjip_xl.word.daftar_word import PETUNJUK
from lkjip_xl.word.lampiran import JUDUL_ISIAN, daftar_isian
from lkjip_xl.word.naskah import Bagian, Balok, Isian, Judul, Naskah, Paragraf
from lkjip_xl.word.perbarui_word import perbarui_word
from lkjip_xl.word.rencana_word import Tindakan
from lkjip_xl.word.word import tulis_word

DINAS = """
| Pengaturan | instansi     | kabupaten   | tahun | renstra_awal | renstra_akhir |
|            | Dinas Contoh | Kabupaten X | 2024  | 2023         | 2026          |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Naiknya mutu | Nilai mutu | poin | naik |
|           | S1.2 | sasaran | Naiknya mutu | Angka serap | % | naik |
|           | S2.1 | sasaran | Luasnya layanan | Desa terlayani | desa | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 80     | 81,25     |
|            | S1.2 | 40     | {serap}   |
|            | S2.1 | 12     | 12        |
{lain}
"""
LRA = """
| Anggaran | kode | nama | level | pagu | realisasi_rp |
|          | 1    | PROGRAM SATU | program | 1000000 | 900000 |
"""


@cache
def dinas(serap: str = "41,5", lain: str = "") -> BukuKerja:
    return buku_md(DINAS.format(serap=serap, lain=lain))


@sekali_jalan
def laporan(serap: str = "41,5", lain: str = "") -> bytes:
    data = buat_laporan(dinas(serap, lain), draf=False).data
    assert data is not None
    return data


def perbarui(data: bytes, buku: BukuKerja) -> HasilLaporan:
    hasil = perbarui_laporan(buku, data, "L.docx")
    assert hasil.perbaruan is not None and not hasil.perbaruan.terpisah
    return hasil


def ubah(data: bytes, cara: Callable[[etree._Element], object], bagian: str = "word/document.xml") -> bytes:
    """The document after an edit of one part's tree, as another program would save it."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as masuk, zipfile.ZipFile(keluar, "w") as arsip:
        for nama in masuk.namelist():
            isi = masuk.read(nama)
            if nama == bagian:
                akar = etree.fromstring(isi)
                cara(akar)
                isi = etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)
            arsip.writestr(nama, isi)
    return keluar.getvalue()


def bagian(data: bytes, nama: str = "word/document.xml") -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read(nama)


def teks(data: bytes) -> str:
    return "\n".join(p.text for p in baca_dok(data).paragraphs).replace("\u00a0", " ")


def paragraf(akar: etree._Element, mengandung: str, gaya: str = "Isi") -> etree._Element:
    """The one paragraph of a style that holds these words."""
    (p,) = (
        p
        for p in akar.iter(qn("w:p"))
        if mengandung in "".join(t.text or "" for t in p.iter(qn("w:t")))
        and (s := p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")) is not None
        and s.get(qn("w:val")) == gaya
    )
    return p


def tambah_teks(p: etree._Element, isi: str) -> None:
    next(t for t in p.iter(qn("w:t"))).text += isi


def nasib(hasil: HasilLaporan, *tindakan: Tindakan) -> list[str]:
    return [x.nama for x in hasil.perbaruan.rencana if x.tindakan in tindakan]


BARU = (Tindakan.DIPERBARUI, Tindakan.DITAMBAHKAN, Tindakan.DIHAPUS)


def test_tanpa_perubahan_tidak_ada_yang_berubah():
    hasil = perbarui(laporan(), dinas())
    assert not hasil.perbaruan.berubah and not nasib(hasil, *BARU) and hasil.data == laporan()


def test_angka_baru_masuk_dan_hanya_di_blok_itu():
    lama = laporan()
    hasil = perbarui(lama, dinas("43,75"))
    assert nasib(hasil, Tindakan.DIPERBARUI) and not nasib(
        hasil, Tindakan.DITAMBAHKAN, Tindakan.DIHAPUS, Tindakan.DISUNTING
    )
    assert "43,75" in teks(hasil.data) and "41,5" not in teks(hasil.data)
    assert teks(hasil.data) == teks(laporan("43,75"))
    kedua = perbarui(hasil.data, dinas("43,75"))
    assert not kedua.perbaruan.berubah
    assert bagian(lama, "word/styles.xml") == bagian(hasil.data, "word/styles.xml")


def test_yang_ditulis_orang_tetap_byte_demi_byte():
    """Own paragraphs, pictures and breaks between blocks, text in an edited block: the same bytes; the rest is renewed."""
    milik = etree.fromstring(
        f'<w:p xmlns:w="{qn("w:p")[1:-2]}"><w:r><w:br w:type="page"/></w:r><w:r><w:rPr><w:b w:val="1"/></w:rPr>'
        "<w:t xml:space='preserve'>Tulisan kami &amp; sendiri, 7 desa. </w:t></w:r></w:p>"
    )

    def sunting(akar):
        p = paragraf(akar, "Indikator Desa terlayani ditargetkan")
        tambah_teks(p, " Catatan Sekretaris.")
        p.getparent().getparent().addnext(milik)

    lama = ubah(laporan(), sunting)
    hasil = perbarui(lama, dinas("43,75"))
    for potong in re.findall(
        rb"<w:p>(?:(?!<w:p>).)*?(?:Catatan Sekretaris|Tulisan kami)(?:(?!</w:p>).)*</w:p>", bagian(lama)
    ):
        assert potong in bagian(hasil.data)
    assert "Tulisan kami" in teks(hasil.data) and "43,75" in teks(hasil.data)
    assert len(nasib(hasil, Tindakan.DISUNTING)) == 1
    assert not [t for t in hasil.catatan if t.kode == "LP-14"]  # its figures are still right


def test_angka_lama_di_blok_tersunting_disebut():
    """LP-14: the edited sentence keeps 41,5 although the workbook has 43,75; near miss: a figure of their own beside it."""
    lama = ubah(laporan(), lambda akar: tambah_teks(paragraf(akar, "Indikator Angka serap ditargetkan"), " Benar."))
    hasil = perbarui(lama, dinas("43,75"))
    (t,) = (t for t in hasil.catatan if t.kode == "LP-14")
    assert "41,5" in t.pesan and "43,75" in t.pesan
    assert "Benar." in teks(hasil.data)
    milik = ubah(
        laporan(), lambda akar: tambah_teks(paragraf(akar, "Indikator Angka serap ditargetkan"), " Ada 17 kegiatan.")
    )
    assert not [t for t in perbarui(milik, dinas()).catatan if t.kode == "LP-14"]


def gandakan(akar: etree._Element, mengandung: str) -> None:
    """The paragraph pasted a second time, as Word does: without the bookmark of the first."""
    p = paragraf(akar, mengandung)
    salin = deepcopy(p)
    for tanda in [x for x in salin if x.tag in (qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
        salin.remove(tanda)
    luar = next((x for x in p.iterancestors() if x.tag == qn("w:sdt")), p)
    luar.addnext(salin)


def test_angka_lama_di_salinan_disebut():
    """LP-14: the first is renewed, the copy is people's and keeps 41,5; near miss: its figures are still right."""
    kata = "Indikator Angka serap ditargetkan"
    lama = ubah(laporan(), lambda akar: gandakan(akar, kata))
    hasil = perbarui(lama, dinas("43,75"))
    (t,) = (t for t in hasil.catatan if t.kode == "LP-14")
    assert "41,5" in t.pesan and "43,75" in t.pesan
    assert sorted(("41,5" in x, "43,75" in x) for x in teks(hasil.data).split("\n") if kata in x) == [
        (False, True), (True, False)
    ]  # fmt: skip
    assert not [t for t in perbarui(lama, dinas()).catatan if t.kode == "LP-14"]


@pytest.mark.parametrize("tanda", satu_cepat(["ins", "del", "commentRangeStart"]))
def test_perubahan_terlacak_dan_komentar_berarti_disunting(tanda):
    def sunting(akar):
        p = paragraf(akar, "Indikator Angka serap ditargetkan")
        e = etree.Element(qn(f"w:{tanda}"), {qn("w:id"): "900", qn("w:author"): "x"})
        if tanda == "ins":
            e.append(deepcopy(p.findall(qn("w:r"))[0]))
            p.remove(p.findall(qn("w:r"))[0])
        p.append(e)

    hasil = perbarui(ubah(laporan(), sunting), dinas("43,75"))
    assert len(nasib(hasil, Tindakan.DISUNTING)) == 1
    assert "41,5" in "".join(etree.fromstring(bagian(hasil.data)).itertext())


def test_blok_yang_dihapus_orang_tetap_tidak_ada():
    def sunting(akar):
        sdt = paragraf(akar, "Indikator Angka serap ditargetkan").getparent().getparent()
        sdt.getparent().remove(sdt)

    lama = ubah(laporan(), sunting)
    hasil = perbarui(lama, dinas("43,75"))
    assert len(nasib(hasil, Tindakan.DITIADAKAN)) == 1 and "Indikator Angka serap ditargetkan" not in teks(hasil.data)
    lagi = perbarui(hasil.data, dinas("43,75"))
    assert not lagi.perbaruan.berubah and len(nasib(lagi, Tindakan.DITIADAKAN)) == 1


@pytest.mark.lengkap
def test_blok_baru_di_tempatnya_dan_yang_tidak_lagi_ada_dihapus():
    """A budget appears: its tables and sentences as in a new report, the placeholder goes; then back again."""
    hasil = perbarui(laporan(), dinas(lain=LRA))
    assert nasib(hasil, Tindakan.DITAMBAHKAN) and nasib(hasil, Tindakan.DIHAPUS)
    assert teks(hasil.data) == teks(laporan(lain=LRA))
    gambar = [n for n in zipfile.ZipFile(io.BytesIO(hasil.data)).namelist() if "media" in n]
    assert len(gambar) == len([n for n in zipfile.ZipFile(io.BytesIO(laporan(lain=LRA))).namelist() if "media" in n])
    kembali = perbarui(hasil.data, dinas())
    assert teks(kembali.data) == teks(laporan())
    assert not perbarui(kembali.data, dinas()).perbaruan.berubah


def test_blok_tersunting_yang_tidak_lagi_dihasilkan_tetap():
    def sunting(akar):
        t = next(t for t in akar.iter(qn("w:t")) if t.text == "PROGRAM SATU")
        t.text += " Kata kami."

    lama = ubah(laporan(lain=LRA), sunting)
    hasil = perbarui(lama, dinas())
    assert nasib(hasil, Tindakan.TAK_LAGI) and "Kata kami." in "".join(etree.fromstring(bagian(hasil.data)).itertext())


def test_isian_yang_diisi_tidak_kembali_dan_dihitung_lagi():
    def sunting(akar):
        p = paragraf(akar, "dasar hukum pembentukan", "Isian")
        for r in p.findall(qn("w:r"))[1:]:
            p.remove(r)
        p.find(f"{qn('w:r')}/{qn('w:t')}").text = "Dinas dibentuk dengan Peraturan Daerah Nomor 28."

    hasil = perbarui(ubah(laporan(), sunting), dinas())
    dok = baca_dok(hasil.data)
    tersisa = [p.text for p in dok.paragraphs if p.style.name == "Isian" and p.text.startswith("[Lengkapi")]
    assert "Dinas dibentuk dengan" in teks(hasil.data) and "Tulis dasar hukum" not in teks(hasil.data)
    assert [int(re.match(r"\[Lengkapi (\d+)", t)[1]) for t in tersisa] == list(range(1, len(tersisa) + 1))
    assert not [t for t in hasil.catatan if t.kode == "LP-14"]  # what people fill in is no figure of the workbook
    assert hasil.isian == len(tersisa) == buat_laporan(dinas()).isian - 1
    assert not perbarui(hasil.data, dinas()).perbaruan.berubah


@pytest.mark.parametrize("halaman", satu_cepat([True, False]))
def test_daftar_isian_pergi_bersama_isian_terakhir(halaman):
    """With its heading and its page, also where a program put page numbers into it; it comes back with a new gap."""

    def susun(isi: Balok) -> Naskah:
        return Naskah(
            "L", [Bagian(halaman="1"), Judul("BAB I"), isi, *daftar_isian(isinstance(isi, Isian))], False, "D", "2024"
        )

    def isi_halaman(akar):
        for p in akar.iter(qn("w:p")):
            if any("PAGEREF isian_" in (t.text or "") for t in p.iter(qn("w:instrText"))):
                tambah_teks(p, "7")

    lama = tulis_word(susun(Isian("Tulis.")))
    lama = ubah(lama, isi_halaman) if halaman else lama
    penuh = perbarui_word(lama, "L.docx", susun(Paragraf("Kata.")), tulis_word)
    dok = baca_dok(penuh.data)
    assert JUDUL_ISIAN not in teks(penuh.data) and "Tulis." not in teks(penuh.data) and len(dok.sections) == 1
    lagi = perbarui_word(penuh.data, "L.docx", susun(Isian("Lain.")), tulis_word)
    assert JUDUL_ISIAN in teks(lagi.data) and teks(lagi.data).count("Lain.") == 2


def test_rupa_yang_diatur_orang_dan_penanda_rujukan_tetap():
    """A renewed paragraph keeps alignment, bold and the bookmark a cross-reference points to."""

    def sunting(akar):
        p = paragraf(akar, "Indikator Angka serap ditargetkan")
        etree.SubElement(p.find(qn("w:pPr")), qn("w:jc"), {qn("w:val"): "right"})
        for r in p.findall(qn("w:r")):
            r.insert(0, etree.fromstring(f'<w:rPr xmlns:w="{qn("w:p")[1:-2]}"><w:b/></w:rPr>'))
        p.insert(1, etree.Element(qn("w:bookmarkStart"), {qn("w:id"): "950", qn("w:name"): "_Ref12345"}))
        p.append(etree.Element(qn("w:bookmarkEnd"), {qn("w:id"): "950"}))

    hasil = perbarui(ubah(laporan(), sunting), dinas("43,75"))
    p = paragraf(etree.fromstring(bagian(hasil.data)), "Indikator Angka serap ditargetkan")
    assert "43,75" in "".join(p.itertext())
    assert (
        p.find(f"{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val")) == "right"
        and p.find(f"{qn('w:r')}/{qn('w:rPr')}/{qn('w:b')}") is not None
    )
    assert "_Ref12345" in [x.get(qn("w:name")) for x in p.iter(qn("w:bookmarkStart"))]


def test_tanda_hilang_tidak_ada_yang_ditimpa():
    """LP-15: without our bookmarks a new report, and the figures that differ; near miss: with them it is renewed."""

    def lepas(akar):
        for x in list(akar.iter(qn("w:bookmarkStart"), qn("w:sdtPr"))):
            x.getparent().remove(x)

    hasil = perbarui_laporan(dinas("43,75"), ubah(laporan(), lepas), "L.docx")
    assert hasil.perbaruan.terpisah and teks(hasil.data) == teks(laporan("43,75"))
    assert any("41,5" in t.pesan and "43,75" in t.pesan for t in hasil.catatan if t.kode == "LP-14")
    tanpa_catatan = ubah(laporan(), lambda akar: [akar.remove(e) for e in list(akar)], "docProps/custom.xml")
    assert perbarui_laporan(dinas(), tanpa_catatan, "L.docx").perbaruan.terpisah


def test_laporan_tahun_lain_rusak_dan_bertanda_tangan_ditolak():
    """LP-11, LP-12, LP-13; near miss: the same document unharmed is renewed."""
    lain = buku_md(DINAS.format(serap="41,5", lain="").replace("2024", "2025"))
    tanda = io.BytesIO(laporan())
    with zipfile.ZipFile(tanda, "a") as arsip:
        arsip.writestr("_xmlsignatures/origin.sigs", b"")
    for data, buku, kode in (
        (laporan(), lain, "LP-12"),
        (b"PK rusak", dinas(), "LP-11"),
        (tanda.getvalue(), dinas(), "LP-13"),
    ):
        with pytest.raises(GalatBerkas) as galat:
            perbarui_laporan(buku, data, "L.docx")
        assert galat.value.kode == kode
    assert not perbarui(laporan(), dinas()).perbaruan.berubah


@pytest.mark.lengkap
def test_urutan_dan_instansi_lain_disebut():
    """LP-16, LP-17: blocks people moved stay where they are; near miss: neither is said of the document as it was made."""

    def pindah(akar):
        a, b = (
            paragraf(akar, x).getparent().getparent()
            for x in ("Indikator Angka serap ditargetkan", "Indikator Nilai mutu ditargetkan")
        )
        b.addprevious(a)

    hasil = perbarui(
        ubah(laporan(), pindah), buku_md(DINAS.format(serap="41,5", lain="").replace("Dinas Contoh", "Dinas Baru"))
    )
    assert {"LP-16", "LP-17"} <= {t.kode for t in hasil.catatan}
    assert teks(hasil.data).index("Indikator Angka serap ditargetkan") < teks(hasil.data).index(
        "Indikator Nilai mutu ditargetkan"
    )
    assert not {"LP-16", "LP-17"} & {t.kode for t in perbarui(laporan(), dinas()).catatan}


@pytest.mark.lengkap
def test_draf_menjadi_final_dan_sebaliknya():
    """DRAF on every page and the sentence on the cover go once the workbook is sound, and come back."""

    def draf(data: bytes) -> set[bool]:
        return {"DRAF" in [p.text for p in s.header.paragraphs] for s in baca_dok(data).sections}

    awal = buat_laporan(dinas(), draf=True).data
    final = perbarui_laporan(dinas(), awal, "L.docx").data
    assert (draf(awal), draf(final)) == ({True}, {False}) and teks(final) == teks(laporan())
    lagi = perbarui_laporan(dinas(), final, "L.docx", draf=True).data
    assert draf(lagi) == {True} and teks(lagi) == teks(awal)


def test_xml_sah_nama_penanda_tunggal_dan_gambar_ada():
    hasil = perbarui(laporan(), dinas(lain=LRA))
    akar = etree.fromstring(bagian(hasil.data))
    for atribut in ("w:name", "w:id"):
        semua = [x.get(qn(atribut)) for x in akar.iter(qn("w:bookmarkStart"))]
        assert len(semua) == len(set(semua))
    rid = {r.get("Id") for r in etree.fromstring(bagian(hasil.data, "word/_rels/document.xml.rels"))}
    assert {x.get(qn("r:embed")) for x in akar.iter(qn("a:blip"))} <= rid
    docpr = [x.get("id") for x in akar.iter(qn("wp:docPr"))]
    assert len(docpr) == len(set(docpr))


LALU = """
| Riwayat | kode | target_1 | realisasi_1 | target_2 | realisasi_2 | target_3 | realisasi_3 |
|         | S1.1 | 75 | 76,5 | 70 | 71,5 | 68 | 69,25 |
"""


def bagian_tabel(data: bytes) -> dict[str, bool]:
    """For the caption of every table: does it stand on a landscape page, its heading with it?"""
    hasil: dict[str, bool] = {}
    tunggu: list[str] = []
    for u in baca_dok(data).element.body:
        kata = "".join(t.text or "" for t in u.iter(qn("w:t")))
        gaya = u.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if gaya is not None and gaya.get(qn("w:val")) in ("Caption", "Heading3") and not kata.startswith("Gambar"):
            tunggu.append(kata)
        s = u if u.tag == qn("w:sectPr") else u.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if s is not None:
            hasil |= dict.fromkeys(tunggu, s.find(qn("w:pgSz")).get(qn("w:orient")) == "landscape")
            tunggu = []
    return hasil


@pytest.mark.lengkap
def test_tabel_lebar_yang_baru_mendapat_halaman_melintang_dengan_judulnya():
    """A wide table that appears lies on a landscape page together with the heading that was there; pages count on."""
    hasil, harap = perbarui(laporan(), dinas(lain=LALU)), laporan(lain=LALU)
    # in a new report what follows flows on beside a wide table, so its page ends later
    assert [b for b in teks(hasil.data).split("\n") if b] == [b for b in teks(harap).split("\n") if b]
    assert bagian_tabel(hasil.data) == bagian_tabel(harap) and any(bagian_tabel(harap).values())
    mulai = [
        len([x for x in etree.fromstring(bagian(d)).iter(qn("w:pgNumType")) if x.get(qn("w:start"))])
        for d in (hasil.data, harap)
    ]
    assert mulai[0] == mulai[1]
    assert not perbarui(hasil.data, dinas(lain=LALU)).perbaruan.berubah
    kembali = perbarui(hasil.data, dinas())
    assert teks(kembali.data).split() == teks(laporan()).split()
    assert bagian_tabel(kembali.data) == bagian_tabel(laporan())  # no heading stays behind on a landscape page


def test_tombol_memperbarui_laporan_yang_ada(tmp_path: Path):
    """The button: a new report first, the same one renewed then with a backup; what is none of ours stays and gets a neighbour."""
    berkas, dokumen = tmp_path / "B.xlsm", tmp_path / "B.docx"
    perintah.laporan_tombol(dinas(), berkas)
    dokumen.write_bytes(
        ubah(
            dokumen.read_bytes(),
            lambda akar: tambah_teks(paragraf(akar, "Indikator Nilai mutu ditargetkan"), " Kata kami."),
        )
    )
    perintah.laporan_tombol(dinas("43,75"), berkas)
    assert "43,75" in teks(dokumen.read_bytes()) and "Kata kami." in teks(dokumen.read_bytes())
    assert len(list(tmp_path.glob("B.cadangan-*.docx"))) == 1 and not (tmp_path / "B (2).docx").exists()
    dokumen.write_bytes(b"PK bukan laporan")
    perintah.laporan_tombol(dinas(), berkas)
    assert dokumen.read_bytes() == b"PK bukan laporan" and "41,5" in teks((tmp_path / "B (2).docx").read_bytes())


@pytest.mark.lo
@pytest.mark.lengkap
def test_simpan_di_libreoffice_tanpa_sunting_tidak_berarti_disunting(tmp_path, libreoffice):
    """Every block is known again and untouched, and today's figures come in; twice renewed is as once."""

    def simpan(data: bytes) -> bytes:
        (tmp_path / "L.docx").write_bytes(data)
        libreoffice.ubah(tmp_path / "L.docx", tmp_path / "lo" / "L.docx")
        return (tmp_path / "lo" / "L.docx").read_bytes()

    disimpan = simpan(laporan())
    sama = perbarui(disimpan, dinas())
    assert {x.tindakan for x in sama.perbaruan.rencana} == {Tindakan.SAMA}
    baru = perbarui(disimpan, dinas("43,75"))
    assert not nasib(baru, Tindakan.DISUNTING, Tindakan.DITIADAKAN) and nasib(baru, Tindakan.DIPERBARUI)
    assert "43,75" in teks(baru.data) and "41,5" not in teks(baru.data)
    assert not perbarui(baru.data, dinas("43,75")).perbaruan.berubah
    lagi = perbarui(simpan(baru.data), dinas("43,75"))
    assert {x.tindakan for x in lagi.perbaruan.rencana} == {Tindakan.SAMA}
    assert nomor_tercetak(lagi.data or baru.data) == nomor_tercetak(baru.data)


@pytest.mark.lengkap
def test_perintah_melihat_dulu_dan_menyimpan_cadangan(tmp_path: Path):
    """--lihat writes nothing; a renewal keeps the old one as a backup; a second one changes nothing."""
    (contoh := tmp_path / perintah.CONTOH["magetan-2024"]).write_bytes(buku_pendek.contoh())
    tujuan = tmp_path / "L.docx"
    assert lkjip("laporan", contoh, "-o", tujuan).returncode == 0
    asli = tujuan.read_bytes()
    disunting = ubah(asli, lambda akar: tambah_teks(paragraf(akar, "KATA PENGANTAR", "Heading1"), " KAMI"))
    tujuan.write_bytes(disunting)
    assert lkjip("laporan", contoh, "--perbarui", tujuan, "--lihat").returncode == 0
    assert tujuan.read_bytes() == disunting and len(list(tmp_path.iterdir())) == 2
    assert lkjip("laporan", contoh, "--perbarui", tujuan).returncode == 0
    (cadangan,) = tmp_path.glob("L.cadangan-*.docx")
    assert cadangan.read_bytes() == disunting and "KATA PENGANTAR KAMI" in teks(tujuan.read_bytes())
    sesudah = tujuan.read_bytes()
    assert lkjip("laporan", contoh, "--perbarui", tujuan).returncode == 0 and tujuan.read_bytes() == sesudah


def test_daftar_yang_sudah_bernomor_halaman_tetap():
    """Word fills the numbers in and takes the line that asks for it away: nothing of the list is written anew."""

    def isi(akar):
        p = next(p for p in akar.iter(qn("w:p")) if "".join(t.text or "" for t in p.iter(qn("w:t"))) == PETUNJUK)
        lanjut = p.getnext()
        for i, r in enumerate(x for x in list(p) if x.tag != qn("w:pPr") and x.find(qn("w:t")) is None):
            lanjut.insert(1 + i, r)
        p.getparent().remove(p)
        for x in akar.iter(qn("w:instrText")):
            if "PAGEREF" in x.text:
                x.getparent().getnext().getnext().append(etree.Element(qn("w:t")))
                x.getparent().getnext().getnext()[-1].text = "12"

    lama = ubah(laporan(), isi)
    assert PETUNJUK not in "".join(etree.fromstring(bagian(lama)).itertext())
    hasil = perbarui(lama, dinas())
    assert bagian(hasil.data) == bagian(lama)


def test_word_tidak_bertanya_saat_membuka():
    """No wish to renew fields at opening, before and after a renewal."""
    for data in (laporan(), perbarui(laporan(), dinas(lain=LRA)).data):
        assert b"updateFields" not in bagian(data, "word/settings.xml")


def seperti_libreoffice(akar: etree._Element) -> None:
    """What a save there does to counts and page breaks: where a count begins is dropped, a break joins the next paragraph."""
    for i in akar.iter(qn("w:instrText")):
        i.text = re.sub(r"\\r \d+ ", "", i.text or "")
    for br in [x for x in akar.iter(qn("w:br")) if x.get(qn("w:type")) == "page"]:
        p = next(x for x in br.iterancestors(qn("w:p")))
        induk = next((x for x in p.iterancestors(qn("w:sdt"))), p)
        sesudah = next(x for x in induk.itersiblings() if x.tag in (qn("w:p"), qn("w:sdt")))
        lanjut = sesudah if sesudah.tag == qn("w:p") else next(sesudah.iter(qn("w:p")))
        r = etree.Element(qn("w:r"))
        r.append(br)
        lanjut.insert(1 if lanjut.find(qn("w:pPr")) is not None else 0, r)


def nomor_tercetak(data: bytes) -> list[str]:
    semua = (p.text for p in baca_dok(data).paragraphs if p.style.name == "Caption")
    return [" ".join(t.split()[:2]) for t in semua if re.match(r"(Tabel|Gambar) \S+\.\d", t)]


@pytest.mark.parametrize("sel", satu_cepat(["Naiknya mutu", "", "judul"]))
def test_nomor_tabel_tetap_setelah_libreoffice_walau_tabelnya_disunting(sel):
    """Renewed twice, the numbers are those of a new report, whether a cell, the caption itself or nothing was edited."""

    def sunting(akar: etree._Element) -> None:
        seperti_libreoffice(akar)
        judul = paragraf(akar, "Simpulan Capaian", "Caption")
        if sel == "judul":
            next(t for t in judul.iter(qn("w:t")) if "Simpulan" in (t.text or "")).text += " OPD"
        elif sel:
            tabel = next(x for x in judul.itersiblings() if x.tag == qn("w:tbl"))
            next(t for t in tabel.iter(qn("w:t")) if t.text == sel).text += " (baru)"

    data, buku = ubah(laporan(), sunting), dinas("43,75", LRA)
    harap = nomor_tercetak(buat_laporan(buku).data)
    for _ in range(2):
        hasil = perbarui(data, buku)
        assert len(nasib(hasil, Tindakan.DISUNTING)) == bool(sel)
        data = hasil.data or data
        assert nomor_tercetak(data) == harap
    assert not hasil.perbaruan.berubah


def test_pindah_halaman_di_awal_blok_bukan_suntingan_dan_tetap():
    """A page break before the first word, put there by a person or by LibreOffice, survives the renewal of its block."""

    def pisah(akar: etree._Element) -> None:
        p, r = paragraf(akar, "Angka serap ditargetkan"), etree.Element(qn("w:r"))
        etree.SubElement(r, qn("w:br")).set(qn("w:type"), "page")
        p.insert(1, r)

    hasil = perbarui(ubah(laporan(), pisah), dinas("43,75"))
    assert not nasib(hasil, Tindakan.DISUNTING) and "43,75" in teks(hasil.data)
    akar = etree.fromstring(bagian(hasil.data))
    awal = next(paragraf(akar, "Angka serap ditargetkan").iter(qn("w:t"), qn("w:br")))
    assert awal.tag == qn("w:br") and awal.get(qn("w:type")) == "page"

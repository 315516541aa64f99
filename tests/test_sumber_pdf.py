"""Tables of PDF files: ruled ones as ruled, others only where their columns are certain; scans and locks are said."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from libreoffice import LibreOffice
from reportlab.lib import colors, pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle
from tabel_asing import teks_sel

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.sumber import pdf
from lkjip_xl.sumber.anak import BatasAnak
from lkjip_xl.sumber.model import Kisi, Sumber
from lkjip_xl.sumber.pdf import baca_pdf, urai_pdf
from lkjip_xl.sumber.word import baca_word

GAYA = getSampleStyleSheet()["BodyText"]
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
ISI = [["No", "Kinerja", ""], ["", "Target", "Realisasi"], ["1", "92,85", "1.250.000"], ["2", "80", "75,5"]]


def dokumen(*isi, **kata) -> bytes:
    keluar = io.BytesIO()
    SimpleDocTemplate(keluar, pagesize=A4, **kata).build(list(isi))
    return keluar.getvalue()


def tabel(isi=ISI, *gaya, **kata) -> Table:
    return Table(isi, style=TableStyle(list(gaya) or [GRID]), **kata)


def kanvas(*baris: tuple[float, float, str], ukuran: int = 10, **kata) -> bytes:
    keluar = io.BytesIO()
    c = Canvas(keluar, pagesize=A4, **kata)
    c.setFont("Helvetica", ukuran)
    for x, y, teks in baris:
        c.drawString(x, y, teks)
    c.save()
    return keluar.getvalue()


def kode(s: Sumber) -> list[str]:
    return [k for k, _ in s.catatan]


def galat(tmp_path: Path, data: bytes, batas: BatasAnak = pdf.BATAS) -> str:
    (tmp_path / "a.pdf").write_bytes(data)
    with pytest.raises(GalatBerkas) as g:
        baca_pdf(tmp_path / "a.pdf", batas)
    return g.value.kode


def test_tabel_bergaris_dengan_sel_gabung_dan_judul() -> None:
    gabung = [GRID, ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0))]
    s = urai_pdf(dokumen(Paragraph("Kata pengantar", GAYA), Paragraph("Tabel 3.1 Capaian", GAYA), tabel(ISI, *gabung)))
    (k,) = s.kisi
    assert (k.tempat, k.nomor, k.atas) == ("hlm. 1", 1, ("Kata pengantar", "Tabel 3.1 Capaian"))
    assert k.gabung == ((1, 1, 2, 1), (1, 2, 1, 3))
    assert teks_sel(k) == {
        (1, 1): "No", (1, 2): "Kinerja", (2, 2): "Target", (2, 3): "Realisasi", (3, 1): "1", (3, 2): "92,85", (3, 3): "1.250.000",
        (4, 1): "2", (4, 2): "80", (4, 3): "75,5",
    }  # fmt: skip
    assert s.catatan == []


def test_huruf_naik_terpisah_dan_baris_dalam_sel() -> None:
    isi = [
        [Paragraph(t, GAYA) for t in ("Uraian", "Nilai")],
        [Paragraph("Luas<br/>lahan (km<super>2</super>)", GAYA), Paragraph("92,85<super>1)</super>", GAYA)],
    ]
    (k,) = urai_pdf(dokumen(tabel(isi, colWidths=[150, 100]))).kisi
    assert teks_sel(k)[(2, 1)] == "Luas\nlahan (km²)"
    assert (k.sel[2, 2].teks, k.sel[2, 2].atas) == ("92,85", "1)")


def test_tabel_bersambung_dan_kepala_halaman_yang_berulang() -> None:
    def kepala(c: Canvas, d) -> None:
        c.drawString(72, 800, f"LKjIP 2025 halaman {d.page}")
        c.drawString(72, 30, "Dinas Contoh")

    keluar = io.BytesIO()
    panjang = Table(
        [["No", "Nilai"]] + [[str(i), f"{i},5"] for i in range(1, 120)], style=TableStyle([GRID]), repeatRows=1
    )
    SimpleDocTemplate(keluar, pagesize=A4).build([Paragraph("Tabel 1", GAYA), panjang], onFirstPage=kepala, onLaterPages=kepala)  # fmt: skip
    k = urai_pdf(keluar.getvalue()).kisi
    assert [x.tempat for x in k] == ["hlm. 1", "hlm. 2", "hlm. 3", "hlm. 4"]
    assert [x.atas for x in k] == [("Tabel 1",), (), (), ()]
    isi = [x.sel[b, 2].teks for x in k for b, kol in x.sel if kol == 1 and b > 1]
    assert isi == [f"{i},5" for i in range(1, 120)]


def test_tanpa_garis_hanya_bila_kolomnya_pasti() -> None:
    """SB-07 names the page of a table whose columns are not certain; a certain one is read, running text is no table."""
    x = (72, 200, 300, 420)
    penuh = [(x[k], 700 - 16 * b, f"{b}{'abcd'[k]}") for b in range(4) for k in range(4)]
    s = urai_pdf(kanvas((72, 730, "Tabel 1 Capaian"), *penuh))
    assert teks_sel(s.kisi[0]) == {(b + 1, k + 1): f"{b}{'abcd'[k]}" for b in range(4) for k in range(4)}
    assert s.kisi[0].atas == ("Tabel 1 Capaian",) and s.catatan == []
    s = urai_pdf(kanvas(*(p for p in penuh if p[2] != "2b")))
    assert s.kisi == [] and s.catatan == [("SB-07", {"halaman": "1"})]
    kalimat = "Capaian kinerja tahun ini lebih baik daripada tahun lalu dan mendekati target akhir."
    assert urai_pdf(kanvas(*((72, 700 - 16 * b, kalimat) for b in range(8)))).catatan == []
    borang = [(x[k], 700 - 16 * b, t) for b in range(4) for k, t in enumerate(("Nama", ":", f"isi {b}"))]
    s = urai_pdf(kanvas(*borang))
    assert (s.kisi, s.catatan) == ([], [])


def lajur(*baris: tuple[float, tuple[str, ...]], x=(72, 110, 260, 340), **kata) -> bytes:
    """Lines of a table without rules: height of each, its texts by column."""
    return kanvas(*((x[k], y, t) for y, isi in baris for k, t in enumerate(isi) if t), **kata)


KEPALA = ("No", "Indikator", "Target", "Realisasi")
LIPAT = [
    (700, KEPALA), (687, ("1", "Persentase kepemilikan akta", "98,00", "97,15")), (674, ("", "kelahiran anak", "", "")),
    (661, ("2", "Nilai kepuasan", "88,50", "89,73")), (648, ("", "Jumlah", "186,50", "186,88")),
]  # fmt: skip


def test_tanpa_garis_dengan_kata_yang_terlipat() -> None:
    """The rest of a cell belongs to the row above it where its first word had no room there; elsewhere nobody can tell."""
    (k,) = urai_pdf(lajur(*LIPAT)).kisi
    assert k.sel[2, 2].teks == "Persentase kepemilikan akta\nkelahiran anak" and k.sel[3, 4].teks == "89,73"
    assert {p for p in k.sel if p[0] == 4} == {(4, 2), (4, 3), (4, 4)}
    di_tengah = [LIPAT[0], (687, ("", "kelahiran anak", "", "")), (674, ("1", *LIPAT[1][1][1:])), *LIPAT[3:]]
    pendek = [*LIPAT[:3], LIPAT[3], (648, ("", "publik", "", "")), (635, ("3", "Indeks", "3", "4"))]
    for baris in (di_tengah, pendek):
        s = urai_pdf(lajur(*baris))
        assert s.kisi == [] and kode(s) == ["SB-07"]


def test_tanpa_garis_terus_di_halaman_berikut() -> None:
    """One row and its rest at the top of a page go on with the columns of the table the page before ends with."""
    keluar = io.BytesIO()
    c = Canvas(keluar, pagesize=A4)
    for isi in (
        LIPAT[:4],
        [(700, ("3", "Persentase kepemilikan kartu", "65,00", "71,86")), (687, ("", "identitas", "", ""))],
    ):
        c.setFont("Helvetica", 10)
        for y, baris in isi:
            for x, t in zip((72, 110, 260, 340), baris, strict=True):
                c.drawString(x, y, t)
        c.showPage()
    c.save()
    s = urai_pdf(keluar.getvalue())
    assert [len(k.sel) for k in s.kisi] == [12, 4] and s.catatan == []
    assert s.kisi[1].sel[1, 2].teks == "Persentase kepemilikan kartu\nidentitas"


def test_kata_terputus_di_sel_sempit() -> None:
    """A word cut at the edge of its cell is one where the document prints it whole or its rest is no word; else SB-23 asks."""

    def nama(*isi: str, lain: str = "") -> tuple[list[str], list[str]]:
        baris = [["No", "Nama", "Nilai"], *([str(n), t, "75"] for n, t in enumerate(isi, 1))]
        lebar = max(stringWidth(x, "Helvetica", 10) for t in isi for x in t.split("\n")) + 12.5
        s = urai_pdf(dokumen(Paragraph(lain or "Laporan", GAYA), tabel(baris, colWidths=[30, lebar, 60])))
        return [s.kisi[0].sel[b, 2].teks for b in range(2, len(isi) + 2)], kode(s)

    assert nama("Persentase\ndesa/keluraha\nn tangguh") == (["Persentase desa/kelurahan tangguh"], [])
    assert nama("Penanggulan\ngan", lain="Penanggulangan bencana") == (["Penanggulangan"], [])
    assert nama("Kese-\nhatan ibu", lain="Dinas Kesehatan") == (["Kesehatan ibu"], [])
    assert nama("Rata-\nrata") == (["Rata-rata"], [])
    assert nama("Meningkatnya\ndi kota", lain="Meningkatnya") == (["Meningkatnya di kota"], [])
    assert nama("Penanggulan\ngantung")[1] == ["SB-23"]
    assert nama("ditindakl\nanjuti") == (["ditindaklanjuti"], [])
    assert nama("Persentase\npersalinan", "Persentase\npenduduknya") == (
        ["Persentase persalinan", "Persentase penduduknya"],
        [],
    )
    assert nama("Persentase kepemilikan\nakta\n1. lahir") == (["Persentase kepemilikan akta\n1. lahir"], [])


def test_judul_di_bawah_tabel() -> None:
    """Where all tables have one below and the first none above; of a table over two pages below its second part."""

    def atas(*blok) -> list[tuple[str, ...]]:
        return [
            k.atas for k in urai_pdf(dokumen(*(Paragraph(x, GAYA) if isinstance(x, str) else x for x in blok))).kisi
        ]

    a, b = "Tabel 3.1 Kinerja", "Tabel 3.2 Anggaran"
    assert atas("Pengantar", tabel(), a, "Lalu:", tabel(), b) == [("Pengantar", a), ("Lalu:", b)]
    assert atas("Pengantar", tabel(), PageBreak(), tabel(), a, tabel(), b) == [("Pengantar", a), (), (b,)]
    assert atas(a, tabel(), "Lalu:", b, tabel(), "Penutup") == [(a,), ("Lalu:", b)]


def test_kolom_tepi_tanpa_garis_luar_disebut() -> None:
    dalam = [("LINEABOVE", (0, 0), (-1, -1), 0.5, colors.black), ("LINEBELOW", (0, -1), (-1, -1), 0.5, colors.black)]
    tegak = [("LINEAFTER", (0, 0), (-2, -1), 0.5, colors.black)]
    s = urai_pdf(dokumen(tabel([[f"{b}{k}" for k in "abcd"] for b in range(4)], *dalam, *tegak)))
    assert s.kisi == [] and kode(s) == ["SB-07"]


def test_halaman_pindai_disebut() -> None:
    """SB-06 for a page that shows a picture only; a blank page and one with a logo beside text are none."""
    from PIL import Image

    gambar = ImageReader(Image.new("RGB", (20, 20), "gray"))
    keluar = io.BytesIO()
    c = Canvas(keluar, pagesize=A4)
    for n in range(1, 8):
        if n in (2, 3, 4, 6):
            c.drawImage(gambar, 0, 0, 500, 700)
        if n in (1, 6):
            c.drawString(72, 700, "teks")
        c.showPage()
    c.save()
    assert urai_pdf(keluar.getvalue()).catatan == [("SB-06", {"halaman": "2–4"})]


def test_beberapa_tabel_sehalaman_dan_bingkai() -> None:
    bingkai = tabel([["satu kotak saja"]], GRID)
    k = urai_pdf(
        dokumen(bingkai, Paragraph("Tabel 1", GAYA), tabel(), Paragraph("Tabel 2", GAYA), tabel(), PageBreak(), tabel())
    ).kisi
    assert [(x.tempat, x.nomor, x.atas[-1:]) for x in k] == [
        ("hlm. 1", 1, ("Tabel 1",)),
        ("hlm. 1", 2, ("Tabel 2",)),
        ("hlm. 2", 3, ()),
    ]


def test_garis_bawah_dan_huruf_ganda_bukan_garis_tabel() -> None:
    """Underlined links divide no cell, and what is printed twice to look bold is read once."""
    isi = [[Paragraph("<u>F8, F16, F30, F49, F72, F76, F84</u>", GAYA), "x"], ["a", "b"]]
    (k,) = urai_pdf(dokumen(tabel(isi, colWidths=[170, 60]))).kisi
    assert teks_sel(k) == {(1, 1): "F8, F16, F30, F49, F72, F76, F84", (1, 2): "x", (2, 1): "a", (2, 2): "b"}
    assert k.gabung == ()
    x = (72, 200, 300)
    tebal = [
        (x[kol] + geser, 700 - 16 * b, f"{b}{'abc'[kol]}") for b in range(3) for kol in range(3) for geser in (0, 0.4)
    ]
    (k,) = urai_pdf(kanvas(*tebal)).kisi
    assert teks_sel(k)[(3, 2)] == "2b"


def test_huruf_sempit_bukan_huruf_ganda() -> None:
    """Narrow letters of a small font stand closer than the two prints of a bold one."""
    (k,) = urai_pdf(
        kanvas(*[(72 + 120 * i, 700 - 12 * j, "III/d il11,,") for i in range(3) for j in range(3)], ukuran=6)
    ).kisi
    assert set(teks_sel(k).values()) == {"III/d il11,,"}


@pytest.mark.parametrize(("lebar", "catatan"), [(80, ["SB-15"]), (140, [])])
def test_kata_yang_melewati_selnya_disebut(lebar: int, catatan: list) -> None:
    isi = [["No", "Nama", "Nilai"], ["1", "Kesejahteraanmasyarakat", ""], ["2", "Air", "75"]]
    s = urai_pdf(dokumen(tabel(isi, colWidths=[30, lebar, 60])))
    assert kode(s) == catatan and len(s.kisi) == 1


def test_judul_di_kaki_halaman_milik_tabel_berikutnya() -> None:
    lain = Paragraph("Uraian di atasnya.", GAYA)
    isi = [
        tabel(),
        lain,
        Paragraph("Tabel 3.2 Belanja", GAYA),
        PageBreak(),
        tabel(),
        PageBreak(),
        lain,
        PageBreak(),
        tabel(),
    ]
    assert [k.atas for k in urai_pdf(dokumen(*isi)).kisi] == [(), ("Tabel 3.2 Belanja",), ()]


def test_kolom_yang_baru_tampak_di_halaman_berikut() -> None:
    """A header at the foot of a page is counted by the columns of the rows below it on the next; other widths are another table."""
    kepala = [["Indikator", "Target", "Realisasi", ""]]
    isi = [["", "", "2022", "2023"], ["Indeks air", "80", "70", "75"]]
    lebar = [120, 60, 50, 50]
    atas = tabel(kepala, GRID, ("SPAN", (2, 0), (3, 0)), colWidths=lebar)
    a, b = urai_pdf(dokumen(Paragraph("Tabel 3.2", GAYA), atas, PageBreak(), tabel(isi, GRID, colWidths=lebar))).kisi
    assert a.gabung == ((1, 3, 1, 4),) and set(b.sel) == {(1, 3), (1, 4), (2, 1), (2, 2), (2, 3), (2, 4)}
    lain = [100, 70, 60, 60]
    for sela in (tabel(isi, GRID, colWidths=lain), Paragraph("Uraian.", GAYA)):
        a, *_ = urai_pdf(dokumen(atas, PageBreak(), sela, tabel(isi, GRID, colWidths=lebar))).kisi
        assert a.gabung == ()
    # the other way round: what spans two columns on the next page
    c, d = urai_pdf(dokumen(tabel(isi, GRID, colWidths=lebar), PageBreak(), atas)).kisi
    assert set(c.sel) == set(b.sel) and d.gabung == ((1, 3, 1, 4),)


def belah(*baris: tuple[float, float, str], kepala: float) -> Kisi:
    """Kode, Nama, and a header over two columns that goes on to `kepala`; its lines, and texts at their places."""
    keluar = io.BytesIO()
    c = Canvas(keluar, pagesize=A4)
    c.setFont("Helvetica", 8)
    x = (60, 120, 220, 270, 320)
    for y in (700, 660, 640):
        c.line(60, y, kepala if y > 640 else 320, y)
    c.line(220, 680, 320, 680)
    for n in x:
        c.line(n, 680 if n in (270, 320) and (n < kepala) else 700, n, 640)
    c.line(kepala, 700, kepala, 660)
    for k, b, isi in (
        *baris,
        (64, 645, "1.02"),
        (124, 645, "Jalan"),
        (224, 645, "40"),
        (274, 645, "75"),
        (224, 668, "Target"),
        (274, 668, "Rp"),
    ):
        c.drawString(k, b, isi)
    c.save()
    (k,) = urai_pdf(keluar.getvalue()).kisi
    return k


def test_kepala_tabel_yang_terbelah_ke_samping() -> None:
    """A header over columns of two pages: open to the right on the first, printed over a repeated column on the second."""
    kiri = belah((64, 690, "Kode"), (124, 690, "Program"), (224, 690, "Kerangka Penda"), kepala=350)
    assert {x: kiri.sel[x].teks for x in ((1, 3), (2, 3), (2, 4), (3, 4))} == {
        (1, 3): "Kerangka Penda", (2, 3): "Target", (2, 4): "Rp", (3, 4): "75",
    }  # fmt: skip
    kanan = belah((64, 680, "Kode"), (124, 676, "Program"), (190, 690, "Kerangka Pendanaan"), kepala=320)
    assert (kanan.sel[1, 2].teks, kanan.sel[1, 3].teks) == ("Program", "Kerangka Pendanaan")
    # alone in its cell, a word too long for it stays there
    sendiri = belah((64, 680, "Kode"), (190, 690, "Kerangka Pendanaan"), kepala=320)
    assert sendiri.sel[1, 2].teks


def test_huruf_tegak_di_kepala() -> None:
    class Tegak(Paragraph):
        def draw(self) -> None:
            self.canv.saveState()
            self.canv.rotate(90)
            self.canv.drawString(0, -10, "Target TW")
            self.canv.restoreState()

    isi = [[Tegak("x", GAYA), "b"], ["1", "2"]]
    (k,) = urai_pdf(dokumen(tabel(isi, colWidths=[40, 60], rowHeights=[90, 20]))).kisi
    assert teks_sel(k) == {(1, 1): "Target TW", (1, 2): "b", (2, 1): "1", (2, 2): "2"}


def test_setiap_teks_sel_tepat_sekali() -> None:
    isi = [[f"T{b:02d}x{k}" for k in range(6)] for b in range(60)]
    s = urai_pdf(dokumen(tabel(isi)))
    assert sorted(c.teks for k in s.kisi for c in k.sel.values()) == sorted(t for b in isi for t in b)


def test_di_anak_seperti_di_sini(tmp_path: Path) -> None:
    data = dokumen(Paragraph("Tabel 1", GAYA), tabel())
    (tmp_path / "a.pdf").write_bytes(data)
    anak, sini = baca_pdf(tmp_path / "a.pdf"), urai_pdf(data)
    assert [(k.sel, k.gabung, k.atas, k.tempat) for k in anak.kisi] == [
        (k.sel, k.gabung, k.atas, k.tempat) for k in sini.kisi
    ]
    assert anak.kisi[0].alamat(1, 1) == ("a.pdf!hlm. 1", "tabel 1 baris 1 kolom 1")


def test_pdf_terkunci_rusak_atau_bukan_pdf(tmp_path: Path) -> None:
    """SB-04 with a password to open; a password against changes only does not keep from reading."""
    isi = dokumen(tabel(), encrypt=pdfencrypt.StandardEncryption("rahasia", canPrint=1))
    assert galat(tmp_path, isi) == "SB-04"
    terbuka = dokumen(tabel(), encrypt=pdfencrypt.StandardEncryption("", ownerPassword="milik", canModify=0))
    assert len(urai_pdf(terbuka).kisi) == 1
    assert galat(tmp_path, b"halo") == "SB-05"
    assert galat(tmp_path, b"%PDF-1.7\n" + b"x" * 100) == "SB-05"
    utuh = dokumen(tabel())
    for potong in (
        100,
        len(utuh) // 2,
        len(utuh) - 300,
    ):  # what is left may still be read, or is refused: never a traceback
        try:
            urai_pdf(utuh[:potong])
        except GalatBerkas as g:
            assert g.kode == "SB-05"


def test_tanpa_pdfplumber(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SB-03 says what to install; with it the same file is read."""
    (tmp_path / "a.pdf").write_bytes(kanvas((72, 700, "a")))
    assert baca_pdf(tmp_path / "a.pdf").kisi == []
    monkeypatch.setattr(pdf, "find_spec", lambda _: None)
    with pytest.raises(GalatBerkas) as g:
        baca_pdf(tmp_path / "a.pdf")
    assert g.value.kode == "SB-03"


def test_batas_waktu(tmp_path: Path) -> None:
    """SB-01 where the child does not end in time; within the time the same file is read."""
    data = dokumen(tabel([["a", "b"]] * 60))
    assert galat(tmp_path, data, BatasAnak(detik=0)) == "SB-01"
    assert baca_pdf(tmp_path / "a.pdf").kisi


@pytest.mark.lengkap
@pytest.mark.lo
def test_dicetak_libreoffice(tmp_path: Path, libreoffice: LibreOffice) -> None:
    """A document printed by another program gives the tables it has as a document."""
    dok = docx.Document()
    dok.add_paragraph("Tabel 3.1 Capaian")
    t = dok.add_table(4, 3, style="Table Grid")
    for b, baris in enumerate(t.rows):
        for kol, sel in enumerate(baris.cells):
            sel.text = f"{b},{kol}"
    t.cell(0, 1).merge(t.cell(0, 2)).text = "Kinerja"
    t.cell(3, 2).paragraphs[0].add_run("2)").font.superscript = True
    asal = tmp_path / "a.docx"
    dok.save(str(asal))
    libreoffice.ubah(asal, tmp_path / "a.pdf")
    (a,), (b,) = baca_word(asal).kisi, baca_pdf(tmp_path / "a.pdf").kisi
    assert (a.sel, a.gabung, a.atas) == (b.sel, b.gabung, b.atas)


@pytest.mark.parametrize("putar", [90, -90])
def test_tabel_yang_dicetak_miring_dibaca_tegak(putar: int) -> None:
    """A wide table printed sideways on an upright page is the same table."""
    keluar = io.BytesIO()
    c = Canvas(keluar, pagesize=A4)
    c.translate(*((500, 100) if putar > 0 else (100, 700)))
    c.rotate(putar)
    t = tabel(colWidths=[60, 120, 120])
    t.wrapOn(c, 500, 300)
    t.drawOn(c, 0, 0)
    c.drawString(0, 100, "Tabel 3.1 Kinerja")
    c.save()
    (k,) = urai_pdf(keluar.getvalue()).kisi
    (tegak,) = urai_pdf(dokumen(tabel())).kisi
    assert teks_sel(k) == teks_sel(tegak) and k.atas == ("Tabel 3.1 Kinerja",)


def test_catatan_di_bawah_tabel() -> None:
    """The first lines right below a table, on its own page, are its notes."""
    isi = [Paragraph("Tabel 3.1 Kinerja", GAYA), tabel(), Paragraph("*) angka sementara", GAYA), Paragraph("Sumber: BPS", GAYA)]  # fmt: skip
    assert [k.bawah for k in urai_pdf(dokumen(*isi, tabel(), Paragraph("akhir", GAYA))).kisi] == [
        ("*) angka sementara", "Sumber: BPS"), ("akhir",),
    ]  # fmt: skip

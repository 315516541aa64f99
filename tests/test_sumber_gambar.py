"""Pictures in place of tables are named by their places; logos and photographs are not."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.drawing.image import Image as GambarExcel
from PIL import Image

from lkjip_xl.sumber import baca_sumber


@pytest.fixture
def png(tmp_path: Path) -> Path:
    Image.new("RGB", (40, 20), "white").save(p := tmp_path / "g.png")
    return p


def _disebut(p: Path) -> list[tuple[object, object]]:
    return [(isi["jumlah"], isi["daftar"]) for kode, isi in baca_sumber(p).catatan if kode == "SB-22"]


@pytest.mark.parametrize(
    ("atas", "bawah", "harap"),
    [
        ("Tabel 3.2 Jumlah kejadian", "Sumber: data", [(1, "paragraf 2 (Tabel 3.2 Jumlah kejadian)")]),
        ("Hasilnya sebagai berikut.", "Tabel 3.2 Jumlah kejadian", [(1, "paragraf 2 (Tabel 3.2 Jumlah kejadian)")]),
        ("Gambar 1 Peta", "Sumber: data", []),
        ("Tabel berikut menyajikan data.", "", [(1, "paragraf 2 (Tabel berikut menyajikan data.)")]),
        (
            "Penghargaan tercantum dalam tabel di bawah ini:",
            "Sumber: data",
            [(1, "paragraf 2 (Penghargaan tercantum dalam tabel di bawah ini:)")],
        ),
        ("Perkembangannya terlihat pada tabel dan grafik berikut.", "Grafik 3 Perkembangan", []),
    ],
)
def test_gambar_di_word(png: Path, tmp_path: Path, atas: str, bawah: str, harap: list[object]) -> None:
    d = docx.Document()
    d.add_paragraph(atas)
    d.add_picture(str(png))
    d.add_paragraph(bawah)
    d.save(tmp_path / "a.docx")
    assert _disebut(tmp_path / "a.docx") == harap


def test_gambar_di_atas_tabel_yang_diumumkan(png: Path, tmp_path: Path) -> None:
    """The table that a sentence announces follows the picture: nothing is missing."""
    d = docx.Document()
    d.add_paragraph("Rinciannya dalam tabel berikut.")
    d.add_picture(str(png))
    d.add_table(1, 1).rows[0].cells[0].text = "a"
    d.save(tmp_path / "a.docx")
    assert _disebut(tmp_path / "a.docx") == []


def test_gambar_di_excel(png: Path, tmp_path: Path) -> None:
    wb = openpyxl.Workbook()
    ws = wb.active
    ws["A1"], ws["A9"] = "Tabel 3.1 Capaian Kinerja", "Logo"
    for tempat in ("B2", "B10"):
        ws.add_image(GambarExcel(str(png)), tempat)
    wb.save(tmp_path / "a.xlsx")
    assert _disebut(tmp_path / "a.xlsx") == [(1, "Sheet!B2 (Tabel 3.1 Capaian Kinerja)")]


def test_gambar_di_html(tmp_path: Path) -> None:
    isi = "<html><body><p>Tabel 3.1 Capaian</p><img src=g.png><p>Logo</p><p>Dinas</p><img src=l.png>"
    (tmp_path / "a.html").write_text(isi)
    assert _disebut(tmp_path / "a.html") == [(1, "gambar 1 (Tabel 3.1 Capaian)")]


def test_gambar_di_pdf(png: Path, tmp_path: Path) -> None:
    pytest.importorskip("pdfplumber")
    from reportlab.pdfgen import canvas

    c = canvas.Canvas(str(tmp_path / "a.pdf"))
    c.drawString(60, 700, "Tabel 3.1 Capaian Kinerja")
    c.drawImage(str(png), 60, 600, 200, 80)
    c.drawString(60, 560, "Foto bersama")
    c.drawImage(str(png), 60, 400, 200, 80)
    c.save()
    assert _disebut(tmp_path / "a.pdf") == [(1, "hlm. 1 (Tabel 3.1 Capaian Kinerja)")]


def test_kalimat_mengumumkan_gambar_di_excel(png: Path, tmp_path: Path) -> None:
    """A sentence above a picture announces a table, unless the table itself follows."""
    wb = openpyxl.Workbook()
    ws = wb.active
    ws["A1"], ws["A30"] = "Rinciannya dalam tabel berikut:", "Datanya dalam tabel berikut:"
    for n, x in enumerate(("No", "Indikator", "Target"), 1):
        ws.cell(40, n, x)
    for tempat in ("B2", "B31"):
        ws.add_image(GambarExcel(str(png)), tempat)
    wb.save(tmp_path / "a.xlsx")
    assert _disebut(tmp_path / "a.xlsx") == [(1, "Sheet!B2 (Rinciannya dalam tabel berikut:)")]


def test_kalimat_mengumumkan_gambar_di_html(tmp_path: Path) -> None:
    isi = (
        "<p>Rinciannya dalam tabel berikut:</p><img src=a.png><p>Sumber: data</p><p>Dinas</p>"
        "<p>Angkanya dalam tabel berikut:</p><img src=b.png><table><tr><td>No<td>Nama</table>"
        "<p>Lihat tabel di bawah ini.</p><img src=c.png><p>Gambar 2 Peta</p>"
    )
    (tmp_path / "a.html").write_text(f"<html><body>{isi}")
    assert _disebut(tmp_path / "a.html") == [(1, "gambar 1 (Rinciannya dalam tabel berikut:)")]


def test_kalimat_mengumumkan_gambar_di_pdf(png: Path, tmp_path: Path) -> None:
    pytest.importorskip("pdfplumber")
    from reportlab.pdfgen import canvas

    c = canvas.Canvas(str(tmp_path / "a.pdf"))
    for atas, bawah in (
        ("Rinciannya dalam tabel berikut:", "Sumber: data"),
        ("Lihat tabel di bawah ini.", "Gambar 3 Peta"),
    ):
        c.drawString(60, 700, atas)
        c.drawImage(str(png), 60, 600, 200, 80)
        c.drawString(60, 580, bawah)
        c.showPage()
    c.save()
    assert _disebut(tmp_path / "a.pdf") == [(1, "hlm. 1 (Rinciannya dalam tabel berikut:)")]

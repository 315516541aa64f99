"""Tables of real reports in the layouts reports print them in, as Word, Excel, HTML, CSV and PDF files.

Captions, headers of two rows, merged cells, numbering rows, raised footnote marks, tables broken off with their header
printed again, notes below: what a table has follows from its place in its report, so that all kinds occur.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

import docx
import openpyxl
from docx.shared import Mm, Pt
from openpyxl.styles import Alignment

DATA = Path(__file__).with_name("data")
PUTUS = 12  # rows after which a table goes on below its header printed again
TANDA = "1)"
_UANG = ("pagu", "anggaran", "alokasi", "realisasi_rp", "jumlah_rp", "belanja")


@dataclass(frozen=True, slots=True)
class Cetakan:
    """A table to be printed: caption, header paths, rows of texts, and which extras it is printed with."""

    judul: str
    kepala: tuple[tuple[str, ...], ...]
    baris: tuple[tuple[str, ...], ...]
    bernomor: bool
    berpangkat: bool
    catatan: str

    @property
    def tinggi(self) -> int:
        """Rows of the header."""
        return max(map(len, self.kepala))

    def gabung(self) -> list[tuple[int, int, int, int]]:
        """Merged areas of header and rows (first row, first column, last row, last column, from 0)."""
        hasil, k = [], 0
        for sama, milik in groupby(self.kepala, key=lambda j: j[0]):
            n = len(list(milik))
            if self.tinggi > 1 and len(self.kepala[k]) > 1:
                hasil.append((0, k, 0, k + n - 1)) if n > 1 else None
            elif self.tinggi > 1:
                hasil += [(0, x, 1, x) for x in range(k, k + n)]
            k += n
            assert sama
        awal = self.tinggi + self.bernomor
        for (r, k), n in self.menurun().items():
            hasil.append((awal + r, k, awal + r + n - 1, k))
        return hasil

    def menurun(self) -> dict[tuple[int, int], int]:
        """Cells of the first two columns that are printed once for several rows below each other."""
        hasil: dict[tuple[int, int], int] = {}
        for k in range(min(2, len(self.kepala) - 1)):
            r = 0
            for teks, milik in groupby(self.baris, key=lambda b: b[k]):
                n = len(list(milik))
                if n > 1 and len(teks) > 15:
                    hasil[r, k] = n
                r += n
        return hasil

    def isi(self) -> list[list[str]]:
        """All rows as they are printed: header, numbering, rows; cells covered by a merged one are blank."""
        atas = [[j[r] if r < len(j) else "" for j in self.kepala] for r in range(self.tinggi)]
        for r in range(self.tinggi - 1):
            for k in range(len(atas[r]) - 1, 0, -1):
                if len(self.kepala[k]) > 1 and self.kepala[k][0] == self.kepala[k - 1][0]:
                    atas[r][k] = ""
        nomor = [[f"({k})" for k in range(1, len(self.kepala) + 1)]] if self.bernomor else []
        return [*atas, *nomor, *self.sel()]

    def sel(self) -> list[list[str]]:
        """The rows below the header with each text where it is printed."""
        hasil = [list(b) for b in self.baris]
        for (r, k), n in self.menurun().items():
            for i in range(r + 1, r + n):
                hasil[i][k] = ""
        return hasil


def laporan() -> dict[str, list[Cetakan]]:
    """All tables of all reports by report."""
    hasil: dict[str, list[Cetakan]] = {}
    berkas = [*sorted(DATA.glob("*/tercetak/*.csv")), *sorted(DATA.glob("potongan/*/tercetak/*.csv")),
              *sorted(DATA.glob("potongan/*/tabel_*.csv"))]  # fmt: skip
    for f in berkas:
        nama = (f.parent.parent if f.parent.name == "tercetak" else f.parent).name
        milik = hasil.setdefault(nama, [])
        with f.open(encoding="utf-8-sig", newline="") as isi:
            baris = list(csv.reader(isi))
        c = _cetakan(f.stem, baris, len(milik) + 1)
        banyak = f.stem == "tabel_bebas" and sum(bool(x[0].strip()) for x in baris[1:]) > 1  # several below each other
        if c is not None and not banyak:
            milik.append(c)
    return {n: t for n, t in hasil.items() if t}


def _cetakan(nama: str, baris: list[list[str]], nomor: int) -> Cetakan | None:
    """The printed table; columns nobody filled are not printed."""
    id_kolom, isi = baris[0], [b for b in baris[1:] if sum(bool(x.strip()) for x in b) > 1]
    pakai = [k for k in range(len(id_kolom)) if any(k < len(b) and b[k].strip() for b in isi)]
    if len(pakai) < 3 or not isi:
        return None
    kata = [_kata(id_kolom[k]) for k in pakai]
    kepala = [(x,) for x in kata]
    if nomor % 2 and len(kata) > 4:  # the last two columns under one header
        kepala[-2:] = [("Tahun Berjalan", x) for x in kata[-2:]]
    data = tuple(tuple(" ".join(b[k].split()) if k < len(b) else "" for k in pakai) for b in isi)
    judul = f"Tabel 3.{nomor} {_kata(nama)} Tahun 2024"
    return Cetakan(
        judul, tuple(kepala), data, nomor % 3 == 1, nomor % 4 == 2, "Sumber: Dinas Contoh" if nomor % 5 < 2 else ""
    )


def _kata(nama: str) -> str:
    judul = nama.replace("_", " ").strip().title()
    return f"{judul} (Rp)" if nama in _UANG else judul


# -- one writer a format --------------------------------------------------------------------------------------


def tulis_csv(tabel: Sequence[Cetakan], path: Path) -> None:
    """All tables below each other, a blank row between them."""
    with path.open("w", encoding="utf-8", newline="") as f:
        w = csv.writer(f, delimiter=";")
        for c in tabel:
            w.writerows([[c.judul], [], *c.isi()])
            w.writerows([[c.catatan], []] if c.catatan else [[]])


def tulis_xlsx(tabel: Sequence[Cetakan], path: Path) -> None:
    """A sheet a table, with a title row; amounts are numbers."""
    wb = openpyxl.Workbook()
    wb.remove(wb.active)
    for n, c in enumerate(tabel, 1):
        ws = wb.create_sheet(f"Tabel {n}")
        ws["A1"] = c.judul
        awal = 3
        for r, baris in enumerate(c.isi(), awal):
            for k, x in enumerate(baris, 1):
                if x:
                    _isi_sel(ws.cell(r, k), x, r >= awal + c.tinggi + c.bernomor)
        for b1, k1, b2, k2 in c.gabung():
            ws.merge_cells(start_row=awal + b1, start_column=k1 + 1, end_row=awal + b2, end_column=k2 + 1)
        if c.catatan:
            ws.cell(awal + len(c.isi()), 1).value = c.catatan
    wb.save(path)


def _isi_sel(sel, teks: str, data: bool) -> None:
    polos = teks.replace(".", "")
    if data and polos.isdigit() and len(polos) > 4 and f"{int(polos):,}".replace(",", ".") == teks:
        sel.value, sel.number_format = int(polos), "#,##0"
    else:
        sel.value, sel.alignment = teks, Alignment(wrap_text=True)
        sel.data_type = "s"


def _baris_html(teks: str) -> str:
    """A cell's text; only a tag breaks its lines."""
    return escape(teks).replace("\n", "<br>")


def tulis_html(tabel: Sequence[Cetakan], path: Path) -> None:
    """A page with captions, merged cells and raised marks."""
    bagian = ["<!doctype html><meta charset=utf-8><body>"]
    for c in tabel:
        bagian.append(f"<p>{escape(c.judul)}</p><table border=1>")
        luas = {(b1, k1): (b2 - b1 + 1, k2 - k1 + 1) for b1, k1, b2, k2 in c.gabung()}
        tutup = {(b, k) for b1, k1, b2, k2 in c.gabung() for b in range(b1, b2 + 1) for k in range(k1, k2 + 1)} - set(
            luas
        )
        for r, baris in enumerate(c.isi()):
            sel = []
            for k, x in enumerate(baris):
                if (r, k) not in tutup:
                    b, n = luas.get((r, k), (1, 1))
                    atas = f"<sup>{TANDA}</sup>" if _bertanda(c, r, k) else ""
                    sel.append(f"<td rowspan={b} colspan={n}>{_baris_html(x)}{atas}</td>")
            bagian.append(f"<tr>{''.join(sel)}</tr>")
        bagian.append(f"</table><p>{escape(c.catatan)}</p>")
    path.write_text("\n".join(bagian), encoding="utf-8")


def tulis_docx(tabel: Sequence[Cetakan], path: Path) -> None:
    """A document; long tables are broken off and go on below "Lanjutan" and their header printed again."""
    d = docx.Document()
    kertas = d.sections[0]
    kertas.page_width, kertas.page_height, kertas.left_margin, kertas.right_margin = Mm(420), Mm(297), Mm(15), Mm(15)
    d.styles["Normal"].font.size = Pt(7)  # as wide tables are printed
    for c in tabel:
        d.add_paragraph(c.judul)
        isi, kepala = c.isi(), c.tinggi + c.bernomor
        for n, awal in enumerate(range(kepala, len(isi), PUTUS)):
            if n:
                d.add_paragraph(f"Lanjutan {c.judul}")
            _tabel_docx(d, c, [*isi[:kepala], *isi[awal : awal + PUTUS]], awal - kepala)
        d.add_paragraph(c.catatan)
    d.save(path)


def _tabel_docx(d, c: Cetakan, isi: list[list[str]], geser: int) -> None:
    kepala = c.tinggi + c.bernomor
    t = d.add_table(len(isi), len(c.kepala), style="Table Grid")
    sel = [list(r.cells) for r in t.rows]
    for r, baris in enumerate(isi):
        for k, x in enumerate(baris):
            p = sel[r][k].paragraphs[0]
            p.add_run(x)
            if _bertanda(c, r + (geser if r >= kepala else 0), k):
                p.add_run(TANDA).font.superscript = True
    for b1, k1, b2, k2 in c.gabung():
        if b1 >= kepala:
            b1, b2 = b1 - geser, min(b2 - geser, len(isi) - 1)
        if (b1 >= kepala or not b2 >= kepala) and kepala * (b1 >= kepala) <= b1 < b2 + (k2 - k1):
            sel[b1][k1].merge(sel[b2][k2])
            sel[b1][k1].paragraphs[0].text = sel[b1][k1].paragraphs[0].text
            for p in sel[b1][k1].paragraphs[1:]:
                p._element.getparent().remove(p._element)


def _bertanda(c: Cetakan, r: int, k: int) -> bool:
    """Does a figure carry a raised footnote mark?"""
    return c.berpangkat and k == len(c.kepala) - 1 and r == c.tinggi + c.bernomor and bool(c.sel()[0][k])


def tulis_pdf(tabel: Sequence[Cetakan], path: Path) -> None:
    """Ruled tables on pages, the header again on each."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A3, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    gaya = ParagraphStyle("x", fontName="Helvetica", fontSize=6.5, leading=8)
    alur = []
    for c in tabel:
        isi = [
            [
                Paragraph(escape(x) + (f"<super>{TANDA}</super>" if _bertanda(c, r, k) else ""), gaya)
                for k, x in enumerate(b)
            ]
            for r, b in enumerate(c.isi())
        ]
        kepala = c.tinggi + c.bernomor
        gabung = [("SPAN", (k1, b1), (k2, b2)) for b1, k1, b2, k2 in c.gabung() if b1 < kepala]
        panjang = [max(4, *(min(60, len(b[k])) for b in c.isi())) for k in range(len(c.kepala))]
        lebar = [1080 * p / sum(panjang) for p in panjang]
        alur += [
            Paragraph(escape(c.judul), gaya),
            Table(
                isi, colWidths=lebar, repeatRows=kepala, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), *gabung]
            ),
            Paragraph(escape(c.catatan), gaya),
            Spacer(1, 14),
        ]
    SimpleDocTemplate(
        str(path), pagesize=landscape(A3), leftMargin=50, rightMargin=50, topMargin=40, bottomMargin=40
    ).build(alur)


PENULIS: dict[str, Callable[[Sequence[Cetakan], Path], None]] = {
    "csv": tulis_csv,
    "xlsx": tulis_xlsx,
    "html": tulis_html,
    "docx": tulis_docx,
    "pdf": tulis_pdf,
}
"""Writer by format."""

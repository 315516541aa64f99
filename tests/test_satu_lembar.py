"""Worksheets are written in one place: content, look, size, head and print set-up of a cell go through lkjip_xl/lembar's primitives."""

from __future__ import annotations

import ast
import re
from pathlib import Path

PAKET = Path(__file__).parents[1] / "lkjip_xl"
PENULIS = {f"lembar/{n}.py" for n in ("sel", "ukuran", "kepala", "halaman", "gaya")}
# module: (what it does itself, why)
BOLEH = {
    "excel/lukis.py": ({".number_format", ".value"}, "the open workbook through xlwings: what the answer says, already as text"),
    "makro.py": ({".value"}, "the cell of the last outcome in the open workbook, through xlwings"),
    "lembar/sel_panjang.py": ({".font", ".number_format"}, "the look of one cell, of which a sheet of very many rows keeps the number"),
    "lembar/dasbor_grafik.py": ({".number_format", ".orientation", ".style"}, "axes and series of charts"),
}  # fmt: skip
DOKUMEN = "word/"  # paragraphs and tables of a Word document
SIFAT = {
    "value", "data_type", "hyperlink", "_style", "style", "font", "fill", "border", "alignment", "number_format", "protection", "height", "width",
    "hidden", "freeze_panes", "print_title_rows", "print_title_cols", "print_area", "orientation", "paperSize", "fitToWidth", "fitToHeight",
    "page_margins", "pageSetUpPr", "stopIfTrue", "dxf",
}  # fmt: skip
PANGGILAN = {"merge_cells", "unmerge_cells", "set_explicit_value", "append_row"}
PUSTAKA = ("openpyxl.styles", "openpyxl.formatting", "openpyxl.worksheet.hyperlink", "openpyxl.worksheet.properties")
_ALAMAT = re.compile(r"[A-Z]{1,3}[0-9]+")
# one of these stands in the text of whoever writes a worksheet: other modules need not be parsed
MUNGKIN = re.compile(
    rf"\.({'|'.join(SIFAT)})\b(?!\()|\b({'|'.join(PANGGILAN)}|setattr|openpyxl)\b|\bws\w*\.append\b|\.cell\b|['\"]{_ALAMAT.pattern}['\"]"
)


def _sasaran(n: ast.expr) -> list[ast.expr]:
    return [x for e in n.elts for x in _sasaran(e)] if isinstance(n, (ast.Tuple, ast.List)) else [n]


def cara_menulis(pohon: ast.AST) -> set[str]:
    """Everything in a module that gives worksheet cells, rows, columns or pages something."""
    hasil = set()
    for n in ast.walk(pohon):
        if isinstance(n, (ast.Assign, ast.AugAssign, ast.AnnAssign)):
            for t in n.targets if isinstance(n, ast.Assign) else [n.target]:
                for x in _sasaran(t):
                    if isinstance(x, ast.Attribute) and x.attr in SIFAT:
                        hasil.add(f".{x.attr}")
                    elif (
                        isinstance(x, ast.Subscript)
                        and isinstance(x.slice, ast.Constant)
                        and isinstance(x.slice.value, str)
                    ):
                        hasil |= {"[alamat]"} if _ALAMAT.fullmatch(x.slice.value) else set()
        elif isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute):
            if n.func.attr in PANGGILAN:
                hasil.add(f".{n.func.attr}")
            elif n.func.attr == "cell" and (len(n.args) > 2 or any(k.arg == "value" for k in n.keywords)):
                hasil.add(".cell")
            elif n.func.attr == "append" and isinstance(n.func.value, ast.Name) and n.func.value.id.startswith("ws"):
                hasil.add(".append")
        elif isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "setattr":
            a = n.args[1] if len(n.args) > 1 else None
            hasil |= {f".{a.value}"} if isinstance(a, ast.Constant) and a.value in SIFAT else set()
        elif isinstance(n, ast.ImportFrom) and (n.module or "").startswith(PUSTAKA):
            hasil.add(n.module)
        elif isinstance(n, ast.Import):
            hasil |= {a.name for a in n.names if a.name.startswith(PUSTAKA)}
    return hasil


def test_pencari_mengenali_setiap_cara() -> None:
    for teks in (
        "c.value = 1", "a, c.font = 1, 2", "c.value, c.data_type = x", "ws.cell(1, 2, 'x')", "ws.cell(row=1, column=2, value=3)", "ws['A2'] = 1",
        "wb.active['AB12'] = x", "ws.append([1])", "ws.merge_cells('A1:B2')", "ws.row_dimensions[1].height = 3", "d.hidden = True",
        "from openpyxl.styles import Font", "import openpyxl.styles", "setattr(c, 'value', 1)", "ws.freeze_panes = 'A2'", "c.number_format += '*'",
    ):  # fmt: skip
        assert MUNGKIN.search(teks) and cara_menulis(ast.parse(teks)), teks
    for teks in (
        "ws.cell(1, 2)",
        "x = c.value",
        "isi['kode'] = 1",
        "hasil.append(1)",
        "d['A'] = 1",
        "from openpyxl import Workbook",
        "c.row = 1",
    ):
        assert not cara_menulis(ast.parse(teks)), teks


def test_lembar_ditulis_di_satu_tempat() -> None:
    """What others write is listed with its reason; an entry nobody needs any more goes, too."""
    ada = {}
    for berkas in sorted(PAKET.rglob("*.py")):
        nama = berkas.relative_to(PAKET).as_posix()
        if (
            nama in PENULIS
            or nama.startswith(DOKUMEN)
            or not MUNGKIN.search(teks := berkas.read_text(encoding="utf-8"))
        ):
            continue
        if cara := cara_menulis(ast.parse(teks)):
            ada[nama] = cara
    assert ada == {nama: cara for nama, (cara, _) in BOLEH.items()}


def test_tiap_warna_ada_di_satu_tempat() -> None:
    """No colour is written down in a module that makes sheets."""
    warna = re.compile(r"(FF)?[0-9A-F]{6}")
    for berkas in sorted((PAKET / "lembar").glob("*.py")):
        if berkas.name != "gaya.py":
            isi = [
                n.value for n in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))) if isinstance(n, ast.Constant)
            ]
            assert [x for x in isi if isinstance(x, str) and warna.fullmatch(x)] == [], berkas

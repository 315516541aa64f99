"""The VBA module that tells Excel's function wizard what the worksheet functions do: generated from udf.py.

The help of a function and its arguments is written once, where xlwings reads it; Auto_Open registers it for the pure
VBA engine. `python -m lkjip_xl.cli.buat_ulang` writes vba/Bantuan.bas anew.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from importlib.resources import files

PANJANG_MAKS = 255  # of a text in Excel's wizard
BERKAS = "Bantuan.bas"
_POLOS = str.maketrans({"–": "-", "—": "-", "−": "-", "≥": ">="})

_KEPALA = """Option Explicit

' Keterangan fungsi untuk Insert Function di Excel; dibuat dari lkjip_xl/excel/udf.py, jangan diubah di sini.
' LibreOffice dan Excel lama tidak mengenalnya; fungsinya sendiri tidak bergantung padanya.

Public Sub Auto_Open()
    On Error Resume Next
"""
_KAKI = """End Sub

Private Sub Terangkan(fungsi As String, arti As String, argumen As Variant)
    On Error Resume Next
    Application.MacroOptions Macro:=fungsi, Description:=arti, Category:="LKjIP-XL", ArgumentDescriptions:=argumen
End Sub
"""


@dataclass(frozen=True, slots=True)
class Bantuan:
    """Help of one function: name, sentence, one text per argument."""

    nama: str
    arti: str
    argumen: tuple[str, ...]


def daftar_bantuan() -> list[Bantuan]:
    """The help of every worksheet function as udf.py gives it to xlwings, by name."""
    pohon = ast.parse((files("lkjip_xl.excel") / "udf.py").read_text(encoding="utf-8"))
    return sorted((_bantuan(f) for f in pohon.body if isinstance(f, ast.FunctionDef)), key=lambda b: b.nama)


def _bantuan(f: ast.FunctionDef) -> Bantuan:
    teks = {}
    for d in f.decorator_list:
        if isinstance(d, ast.Call) and isinstance(d.func, ast.Attribute) and d.func.attr == "arg":
            teks[ast.literal_eval(d.args[0])] = next(ast.literal_eval(k.value) for k in d.keywords if k.arg == "doc")
    return Bantuan(f.name, (ast.get_docstring(f) or "").split("\n")[0], tuple(teks[a.arg] for a in f.args.args))


def modul_bantuan() -> str:
    """Text of the VBA module."""
    isi = "".join(
        f"    Terangkan {_teks(b.nama)}, {_teks(b.arti)}, _\n        Array({', _'.join(_baris(b.argumen))})\n"
        for b in daftar_bantuan()
    )
    return _KEPALA + isi + _KAKI


def _baris(argumen: tuple[str, ...]) -> list[str]:
    return [("\n              " if i else "") + _teks(a) for i, a in enumerate(argumen)]


def _teks(x: str) -> str:
    """A string literal of VBA."""
    return '"' + x.translate(_POLOS).replace('"', '""') + '"'

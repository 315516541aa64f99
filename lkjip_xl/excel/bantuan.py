"""The VBA module that tells Excel's function wizard what the worksheet functions do: generated from the table of functions.

The help of a function and its arguments is written once; xlwings reads it in udf.py, Auto_Open registers it for the pure
VBA engine. `python -m lkjip_xl.cli.buat_ulang` writes vba/Bantuan.bas anew.
"""

from __future__ import annotations

from lkjip_xl.inti.tabel_fungsi import TABEL, FungsiLembar

PANJANG_MAKS = 255  # of a text in Excel's wizard
BERKAS = "Bantuan.bas"
_POLOS = str.maketrans({"–": "-", "—": "-", "−": "-", "≥": ">="})

_KEPALA = """Option Explicit

' Keterangan fungsi untuk Insert Function di Excel; dibuat dari lkjip_xl/inti/tabel_fungsi.py, jangan diubah di sini.
' LibreOffice dan Excel lama tidak mengenalnya; fungsinya sendiri tidak bergantung padanya.
' Mencatat keterangan bukan perubahan buku: Excel tidak boleh bertanya apakah perlu disimpan.

Public Sub Auto_Open()
    Dim tersimpan As Boolean
    On Error Resume Next
    tersimpan = ThisWorkbook.Saved
"""
_KAKI = """    ThisWorkbook.Saved = tersimpan
End Sub

Private Sub Terangkan(fungsi As String, arti As String, argumen As Variant)
    On Error Resume Next
    Application.MacroOptions Macro:=fungsi, Description:=arti, Category:="LKjIP-XL", ArgumentDescriptions:=argumen
End Sub
"""


def modul_bantuan() -> str:
    """Text of the VBA module."""
    isi = "".join(
        f"    Terangkan {_teks(f.nama)}, {_teks(f.arti)}, _\n        Array({', _'.join(_baris(f))})\n"
        for f in sorted(TABEL.values(), key=lambda f: f.nama)
    )
    return _KEPALA + isi + _KAKI


def _baris(f: FungsiLembar) -> list[str]:
    return [("\n              " if i else "") + _teks(a.bantuan) for i, a in enumerate(f.argumen)]


def _teks(x: str) -> str:
    """A string literal of VBA."""
    return '"' + x.translate(_POLOS).replace('"', '""') + '"'

"""A workbook open in the browser's Excel: what it sends to the xlwings engine, and what comes back applied to a grid."""

from __future__ import annotations

import json

import xlwings as xw

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket

NAMA = ("StatusTerakhir", "LembarDiperiksa")


def kirim(paket: Paket, aktif: str = "Petunjuk") -> xw.Book:
    """The open workbook as the browser's Excel sends it: values only, from the file's stored values."""
    buku = baca_buku(paket)
    lembar = []
    for nama, x in buku.lembar.items():
        tinggi, lebar = (max((s[i] for s in x.sel), default=0) for i in (0, 1))
        nilai = [["" for _ in range(lebar)] for _ in range(tinggi)]
        for (b, k), s in x.sel.items():
            isi = s.galat or s.nilai
            nilai[b - 1][k - 1] = "" if isi is None else isi
        keadaan = "Visible" if x.keadaan == "visible" else "Hidden"
        lembar.append({"name": nama, "values": nilai, "pictures": [], "tables": [], "visibility": keadaan})
    urutan = [x["name"] for x in lembar]
    nama_buku = []
    for nama, acuan in buku.nama.items():
        tujuan, _, sel = acuan.rpartition("!")
        letak = urutan.index(tujuan.strip("'")) if nama in NAMA else None
        nama_buku.append({
            "name": nama, "sheet_index": letak, "address": sel.replace("$", "") if nama in NAMA else None,
            "book_scope": True, "scope_sheet_name": None, "scope_sheet_index": None, "refers_to": f"={acuan}",
        })  # fmt: skip
    isi = {"name": paket.nama, "active_sheet_index": urutan.index(aktif), "selection": "C7"}
    payload = {"client": "Office.js", "version": xw.__version__, "book": isi, "names": nama_buku, "sheets": lembar}
    return xw.Book(json=json.loads(json.dumps(payload, default=str)))


class Lembar:
    """Applies the actions of one sheet to a grid."""

    def __init__(self) -> None:
        self.nilai: dict[tuple[int, int], object] = {}
        self.gabung: list[str] = []

    def terapkan(self, aksi: dict) -> None:
        a, k = aksi["start_row"], aksi["start_column"]
        if aksi["func"] == "rangeClear":
            self.nilai = {}
        elif aksi["func"] == "rangeClearContents":
            for b in range(a, a + aksi["row_count"]):
                for c in range(k, k + aksi["column_count"]):
                    self.nilai.pop((b + 1, c + 1), None)
        elif aksi["func"] in ("setValues", "setFormula"):
            for i, baris in enumerate(aksi["values"]):
                for j, x in enumerate(baris):
                    self.nilai[(a + i + 1, k + j + 1)] = x


def jalankan(tombol, book: xw.Book) -> tuple[str, dict[str, Lembar], list[dict]]:
    """Click: the closing sentence, the sheets as painted, all actions."""
    kalimat = tombol(book)
    return kalimat, terlukis(book), book.json()["actions"]


def terlukis(book: xw.Book) -> dict[str, Lembar]:
    """The sheets as the actions so far paint them."""
    nama = [s["name"] for s in book.impl.api["sheets"]]
    lembar: dict[str, Lembar] = {}
    for aksi in book.json()["actions"]:
        if aksi["sheet_position"] is not None:
            lembar.setdefault(nama[aksi["sheet_position"]], Lembar()).terapkan(aksi)
    return lembar

"""Sheets of ours that are lists, not matrices: title, one header row, a row per entry, links to cells, locked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.alamat import huruf, rujuk
from lkjip_xl.lembar import gaya, sel
from lkjip_xl.lembar.halaman import atur_cetak, atur_daerah, atur_tepi
from lkjip_xl.lembar.kepala import KolomKepala, bekukan, tulis_judul, tulis_kembali, tulis_kepala, ulangi_kepala
from lkjip_xl.lembar.ukuran import atur_tinggi, tinggi
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_INSTANSI
from lkjip_xl.tabel.tanda import tandai

SEL_PERTAMA = f"B{BARIS_DATA}"  # where the first entry is answered


def bangun_kepala(ws: Worksheet, judul: str, keterangan: str, kepala: Sequence[str], lebar: Sequence[float]) -> None:
    """Title, what the list is, and its headers with the widths of their columns; they stay in view."""
    tulis_judul(ws, judul, keterangan=keterangan, baris_keterangan=BARIS_INSTANSI)
    tulis_kepala(ws, [KolomKepala(*k) for k in zip(kepala, lebar, strict=True)])
    tulis_kembali(ws)
    bekukan(ws)
    ws.sheet_properties.tabColor = gaya.WARNA_TAB["hasil"]
    tandai(ws)


def tulis_baris(ws: Worksheet, baris: int, isi: Sequence[object], rupa: Mapping[int, gaya.Rupa] | None = None) -> None:
    """One entry as high as its longest text needs, with the looks of columns that differ from the rest."""
    for k, x in enumerate(isi, 1):
        sel.tulis(ws, baris, k, x, (rupa or {}).get(k, gaya.DAFTAR))
    teks = [(x, ws.column_dimensions[huruf(k)].width) for k, x in enumerate(isi, 1) if isinstance(x, str)]
    atur_tinggi(ws, baris, tinggi(*teks))


def tautkan(ws: Worksheet, baris: int, kolom: int, lembar: str, alamat: str) -> None:
    """Let a cell of the list jump to the cell it names."""
    sel.tautkan(sel.di(ws, baris, kolom), rujuk(lembar, alamat))


def siapkan_cetak(ws: Worksheet, kolom: int = 0) -> None:
    """Landscape, one page wide, the header on every page; kolom: how many are printed of a list that is whole."""
    atur_cetak(ws, kertas=None)
    atur_tepi(ws)
    ulangi_kepala(ws)
    if kolom:
        atur_daerah(ws, kolom, max(ws.max_row, BARIS_DATA))

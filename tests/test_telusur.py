"""Every number of a report, whatever it stands in, comes from its workbook: running text, tables, captions, pictures of charts.

What no cell gives is of a few kinds only: numbers of tables, pictures, rows, columns and pages. All others are printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from agensi_tepi import TEPI
from angka_laporan import BERHITUNG, BILANGAN, angka_buku, boleh_disebut, hitungan_buku
from buku_agensi import buku as buku_agensi
from docx.document import Document
from docx.table import Table
from dok_word import baca_dok
from laporan_contoh import AKAR

from lkjip_xl import perintah
from lkjip_xl.inti.angka import tulis
from lkjip_xl.perintah.contoh import KARANGAN
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.word import susun_naskah
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.gambar import DATA_LEMBAR, gambar_lembar
from lkjip_xl.word.naskah import Naskah
from lkjip_xl.word.word import tulis_word

SEGERA = "LKjIP-Kecamatan-2025.xlsm"
SEMUA = [
    n if n == SEGERA else pytest.param(n, marks=pytest.mark.lengkap)
    for n in (*perintah.CONTOH.values(), *KARANGAN.values(), *TEPI)
]


@cache
def buku(nama: str) -> BukuKerja:
    if nama in TEPI:
        return buku_agensi(TEPI[nama]())
    return muat_buku(AKAR / "workbooks/contoh" / nama, perintah.skema())


@cache
def naskah(nama: str) -> Naskah:
    return susun_naskah(buku(nama))


@cache
def dokumen(nama: str) -> Document:
    return baca_dok(tulis_word(naskah(nama)))


NOMOR_KOLOM = re.compile(r"\(\d+\)")
NOMOR_URUT = re.compile(r"\d+(?:\.\d+)*\.?")
SEBUT = re.compile(r"(?:Tabel|Gambar|Grafik|Lampiran|BAB|Bab) (?:[IVX]+|\d+)(?:\.\d+)*")


def petak(t: Table) -> list[list[str]]:
    """The texts of a table by row, a merged cell once."""
    hasil, dulu = [], set()
    for tr in t.rows:
        baris = []
        for c in tr.cells:
            if c._tc in dulu:
                continue
            dulu.add(c._tc)
            baris.append(c.text.replace("\u00a0", " "))
        hasil.append(baris)
    return hasil


def angka_tabel(t: Table) -> Iterator[str]:
    """Numbers of a table, without those of its columns and rows."""
    urut = 0
    for baris in petak(t):
        if baris and all(NOMOR_KOLOM.fullmatch(x) or not x for x in baris):
            continue
        for i, x in enumerate(baris):
            if i == 0 and NOMOR_URUT.fullmatch(x):
                continue
            yield from BILANGAN.findall(BERHITUNG.sub("", SEBUT.sub("", x)))


if __name__ == "__main__":
    import sys

    for p in SEMUA:
        n = p if isinstance(p, str) else p.values[0]
        b = buku(n)
        boleh = boleh_disebut(b)
        lain = Counter()
        total = 0
        for k, t in enumerate(dokumen(n).tables):
            for x in angka_tabel(t):
                total += 1
                if x not in boleh:
                    lain[(k, petak(t)[0][0][:20], x)] += 1
        print(n, total, len(lain), list(lain.items())[:40])

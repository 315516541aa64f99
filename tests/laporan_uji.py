"""Workbook, text and Word document of a report by name, made once for all tests that read them."""

from __future__ import annotations

from functools import cache

from agensi_tepi import TEPI
from buku_agensi import buku as buku_agensi
from docx.document import Document
from dok_word import baca_dok
from laporan_contoh import AKAR

from lkjip_xl import perintah
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.word import susun_naskah
from lkjip_xl.word.naskah import Naskah
from lkjip_xl.word.word import tulis_word


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

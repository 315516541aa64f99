"""A workbook of exactly the summary sheets and Dasbor, to be grafted into the user's."""

from __future__ import annotations

import openpyxl
from openpyxl import Workbook

from lkjip_xl.lembar.dasbor import LEMBAR, bangun_dasbor
from lkjip_xl.lembar.ringkasan import bangun_lembar, bangun_lembar_mati, pesan_mati
from lkjip_xl.ringkasan import RINGKASAN, buat_semua
from lkjip_xl.tabel.model import BukuKerja


def bangun_buku(buku: BukuKerja) -> Workbook:
    """A workbook of exactly the summary sheets and Dasbor; one that is not made says why instead of its table."""
    tabel = {t.lembar: t for t in buat_semua(buku)}
    wb = openpyxl.Workbook()
    wb.remove(wb.worksheets[0])
    for lembar in RINGKASAN:
        ws = wb.create_sheet(lembar)
        if lembar in tabel:
            bangun_lembar(ws, tabel[lembar], buku.setelan)
        else:
            bangun_lembar_mati(ws, lembar, pesan_mati(buku, lembar))
    bangun_dasbor(wb.create_sheet(LEMBAR), buku)
    return wb

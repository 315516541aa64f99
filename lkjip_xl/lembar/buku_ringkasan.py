"""A workbook of exactly the summary sheets and Dasbor, to be grafted into the user's."""

from __future__ import annotations

from collections.abc import Iterable

import openpyxl
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.lembar.dasbor import LEMBAR, bangun_dasbor
from lkjip_xl.lembar.ringkasan import bangun_lembar, bangun_lembar_mati, pesan_mati
from lkjip_xl.ringkasan import RINGKASAN, buat_semua
from lkjip_xl.tabel.daftar_lembar import KOLOM_ANGKA
from lkjip_xl.tabel.kata_terukur import banyak_tak_terbaca
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.sidik import KOLOM_SIDIK


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


def lembar_berisi(wb: Workbook) -> list[str]:
    """The sheets of such a workbook that show figures; the others say why not, and nobody needs to see them at once."""
    return [ws.title for ws in wb.worksheets if _berisi(ws)]


def kalimat_ringkas(buku: BukuKerja, lembar: int, kurang: Iterable[Temuan] = ()) -> str:
    """How the making of so many summary sheets ends, on the screen and on the guide; kurang: what could not be used."""
    n = banyak_tak_terbaca(buku)
    galat = f" {n} sel tidak terbaca; jumlah yang memuatnya berisi galat. Klik Validasi." if n else ""
    return f"{lembar} lembar ringkasan diperbarui.{galat}" + "".join(f" {t.pesan}" for t in kurang)


def lepaskan(wb: Workbook) -> None:
    """Let go of the cells of such a workbook: it and its sheets hold each other long after nobody else does."""
    for ws in wb.worksheets:
        ws._cells.clear()


def _berisi(ws: Worksheet) -> bool:
    if ws.title == LEMBAR:
        return any(k in KOLOM_ANGKA and isinstance(c.value, float) for (_, k), c in ws._cells.items())
    return any(k == KOLOM_SIDIK for _, k in ws._cells)

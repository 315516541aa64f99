"""Seal a workbook: a hidden sheet with its input cells, hashes and the date; every other part stays as it is."""

from __future__ import annotations

from datetime import date

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.cangkok import cangkok
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.lembar.halaman import lindungi
from lkjip_xl.lembar.sel import tulis
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.versi import NAMA_TANDA
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.segel import BARIS_HASH, BARIS_SEL, BARIS_TANGGAL, LEMBAR_SEGEL, Segel, segel_buku
from lkjip_xl.tabel.tanda import cari, periksa_milik, tandai


def bekukan(paket: Paket, skema: Skema, tanggal: date) -> bool:
    """Seal the workbook in `paket`; False where it bears a seal already, which is never renewed over changes.

    Raises GalatBerkas (BK-40) where a sheet of the user's bears the seal's name.
    """
    buku = baca_buku(paket, [n for n in paket.lembar() if kunci_excel(n) == kunci_excel(LEMBAR_SEGEL)])
    periksa_milik(buku.lembar, buku.lokal(NAMA_TANDA), [LEMBAR_SEGEL], paket.nama)
    if cari(buku.lembar, LEMBAR_SEGEL) is not None:
        return False
    wb = openpyxl.Workbook()  # its own first sheet stays visible: a workbook cannot hide its only one
    bangun_segel(wb.create_sheet(), segel_buku(muat_buku(paket, skema), tanggal.isoformat()))
    cangkok(paket, wb, ganti=[LEMBAR_SEGEL])
    return True


def bangun_segel(ws: Worksheet, segel: Segel) -> None:
    """Write the seal; texts stay texts whatever they begin with."""
    ws.title = LEMBAR_SEGEL
    ws.sheet_state = "veryHidden"
    tandai(ws)
    _baris(ws, 1, ("Segel LKjIP-XL: keadaan isian saat dibekukan. Jangan diubah.",))
    _baris(ws, BARIS_TANGGAL, ("Tanggal", segel.tanggal))
    for b, (i, h) in enumerate(segel.hash.items(), BARIS_HASH):
        _baris(ws, b, (i, h))
    semua = ((i, letak, s) for i, sel in segel.sel.items() for letak, s in sel.items())
    for b, (i, (baris, kolom), s) in enumerate(semua, BARIS_SEL):
        _baris(ws, b, (i, str(baris), kolom, s.cara, s.nilai))
    lindungi(ws, bebas=())


def _baris(ws: Worksheet, b: int, isi: tuple[str, ...]) -> None:
    for k, x in enumerate(isi, 1):
        tulis(ws, b, k, x)

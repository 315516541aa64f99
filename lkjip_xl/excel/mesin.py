"""Switch a workbook between the engines that supply CAPAIAN & co.: pure VBA, Python through xlwings, or LAMBDA names.

A workbook carries exactly one of them. Everything the first two need stands in every template, so a switch replaces
vbaProject.bin and nothing else; an older workbook also gets the configuration sheet. The third leaves only the buttons in
VBA and adds a defined name for each function (`lkjip_xl.edar.mesin` knows their texts).
"""

from __future__ import annotations

from enum import StrEnum

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku import tanda_tangan
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.cangkok import cangkok
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.excel.mesin_xlwings import KONFIGURASI, LEMBAR_KONFIGURASI, modul_stub, modul_xlwings
from lkjip_xl.excel.pasang import PROYEK, ganti_modul, modul_vba, nama_modul, teks_modul
from lkjip_xl.inti.alamat import sel
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.inti.tabel_fungsi import TABEL
from lkjip_xl.tabel.tanda import tandai

MODUL_RUMUS = (
    "BacaTeks",
    "Masukan",
    "Penilaian",
    "Rumus",
    "RumusAnggaran",
    "TargetTeks",
    "Tulisan",
)  # the pure VBA engine
MODUL_XLWINGS = ("xlwings", "xlwings_udfs")
AWALAN_LAMBDA = "_xlfn.LAMBDA("
MODUL_TOMBOL = "Tombol"  # what the buttons call; each engine has its own


class Mesin(StrEnum):
    """Who computes the worksheet functions."""

    VBA = "vba"
    XLWINGS = "xlwings"
    LAMBDA = "lambda"


def mesin_terpasang(paket: Paket) -> Mesin | None:
    """The engine a workbook carries; None for a workbook without ours."""
    if PROYEK not in paket:
        return None
    if nama_lambda_terpasang(paket):
        return Mesin.LAMBDA
    ada = set(nama_modul(paket.kemas([PROYEK]), paket.nama))
    if "xlwings_udfs" in ada:
        return Mesin.XLWINGS
    return Mesin.VBA if "Rumus" in ada else None


def nama_lambda_terpasang(paket: Paket) -> list[str]:
    """The functions of ours that are defined names of the workbook."""
    nama = {kunci_excel(n): isi for n, isi in baca_buku(paket, hanya=[]).nama.items()}
    return [f for f in TABEL if nama.get(kunci_excel(f), "").startswith(AWALAN_LAMBDA)]


def lepas_lambda(paket: Paket) -> None:
    """Take these names away."""
    if ada := nama_lambda_terpasang(paket):
        buku = BukuXml(paket)
        buku.hapus_nama(ada)
        buku.simpan()


def arti_makro(paket: Paket) -> dict[str, str]:
    """The modules of a workbook as far as they mean something: Excel's editor respells names and spaces as it likes."""
    semua = teks_modul(paket.kemas([PROYEK]), paket.nama)
    return {nama: "".join(teks.casefold().split()) for nama, teks in semua.items() if teks.strip()}


def ganti_mesin(paket: Paket, mesin: Mesin) -> None:
    """Put the other engine into the workbook, or the same one anew (after an upgrade of xlwings or of lkjip).

    All our modules are put in anew, so that the macros of an older workbook become today's. No cell, style, note or name
    changes but those of LAMBDAs, which go; lkjip_xl.edar.mesin puts them in. Raises GalatBerkas (BK-17) for a workbook without macros, BK-76 for an xlwings we do not know.
    """
    if PROYEK not in paket:
        raise GalatBerkas("BK-17", berkas=paket.nama)
    if kunci_excel(LEMBAR_KONFIGURASI) not in map(kunci_excel, paket.lembar()):
        _pasang_konfigurasi(paket)
    milik_mesin = {*MODUL_RUMUS, *MODUL_XLWINGS, MODUL_TOMBOL}
    bersama = {n: t for n, t in modul_vba().items() if n not in milik_mesin}
    lepas_lambda(paket)
    if tanda_tangan.lepas_dari_proyek(paket, PROYEK):
        paket.tanpa_tanda_tangan.append(tanda_tangan.PROYEK)
    paket.ganti(
        PROYEK, ganti_modul(paket.kemas([PROYEK]), milik_mesin | bersama.keys(), bersama | _modul(mesin), paket.nama)
    )


def _modul(mesin: Mesin) -> dict[str, str]:
    if mesin is not Mesin.XLWINGS:
        milik = (MODUL_TOMBOL,) if mesin is Mesin.LAMBDA else (*MODUL_RUMUS, MODUL_TOMBOL)
        return {nama: teks for nama, teks in modul_vba().items() if nama in milik}
    from lkjip_xl.excel import udf  # brings xlwings and pandas

    return {"xlwings": modul_xlwings(), "xlwings_udfs": modul_stub(udf)} | modul_vba("vba_xlwings")


def _pasang_konfigurasi(paket: Paket) -> None:
    """Give an older workbook the configuration sheet a template has."""
    wb = openpyxl.Workbook()  # its own first sheet stays visible: a workbook cannot hide its only one
    siapkan_konfigurasi(wb.create_sheet())
    cangkok(paket, wb, ganti=[LEMBAR_KONFIGURASI])
    isi = {sel(b, k): Tulis(x) for b, baris in enumerate(KONFIGURASI, 1) for k, x in enumerate(baris, 1) if x}
    tulis_sel(paket, {LEMBAR_KONFIGURASI: isi})


def siapkan_konfigurasi(ws: Worksheet) -> None:
    """Name, mark and hide the sheet that takes KONFIGURASI."""
    ws.title = LEMBAR_KONFIGURASI
    ws.sheet_state = "veryHidden"
    tandai(ws)

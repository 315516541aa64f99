"""The buttons of the xlwings engine: they work on the open workbook, through the xlwings API only.

VBA calls these functions with RunPython; each ends with one sentence for the user and never with a traceback.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import PurePath
from typing import TYPE_CHECKING

from lkjip_xl.excel.buku_terbuka import bukan_lembar_terbuka, komentar_terbuka, muat_terbuka, salinan_terbuka
from lkjip_xl.excel.lukis import TAMPAK, bila_bisa, lukis, terbuka

if TYPE_CHECKING:
    from xlwings import Book

    from lkjip_xl.skema.model import Skema

JUDUL = "LKjIP-XL"
PETUNJUK, HASIL = "Petunjuk", "Hasil Validasi"
TANDA_HASIL = "TandaLembar"  # header of the first column of marks
NAMA_STATUS, NAMA_PILIHAN, NAMA_DAFTAR = "StatusTerakhir", "LembarDiperiksa", "DaftarLembar"
RINGKAS = "ringkas"
IZIN_PETUNJUK, IZIN_HASIL = list("01100"), list("01101")  # as LukisLembar.bas protects them


def _tombol(kerja: Callable[[Book], str]) -> Callable[..., str]:
    """Run a button: progress in the status bar, one closing sentence whatever happens."""

    @wraps(kerja)
    def jalan(book: Book | None = None) -> str:
        import xlwings as xw

        from lkjip_xl.skema.sebut_galat import sebut_galat

        book = book or xw.Book.caller()
        _kabar(book, f"{kerja.__name__.replace('_', ' ').capitalize()} …")
        try:
            kalimat = kerja(book)
        except Exception as e:
            kalimat = sebut_galat(e)[1]
        _kabar(book, None)
        bila_bisa(lambda: book.app.alert(kalimat, JUDUL))
        return kalimat

    return jalan


@_tombol
def validasi(book: Book) -> str:
    """Check the whole workbook; findings and marks go to Hasil Validasi."""
    return _minta(book, "validasi")


@_tombol
def perbarui_ringkasan(book: Book) -> str:
    """Rebuild the summary sheets from the inputs."""
    return _minta(book, "ringkas")


@_tombol
def periksa_lembar_ini(book: Book) -> str:
    """Check the active sheet; on Petunjuk the one chosen there."""
    nama = book.sheets.active.name
    if nama == PETUNJUK:
        nama = str(_bernama(book, NAMA_PILIHAN).value or "")
    if not nama:
        return "Pilih dahulu nama lembar di sel kuning di bawah tombol."
    return _minta(book, "validasi", nama)


@_tombol
def bersihkan_tanda(book: Book) -> str:
    """Take the marks off all sheets; the list of findings stays."""
    ws = book.sheets[HASIL]
    if ws.range("K6").value != TANDA_HASIL:
        return f"Lembar {HASIL} bukan buatan LKjIP-XL; tidak ada yang dibersihkan."
    akhir = ws.used_range.last_cell.row + 8
    with terbuka(ws, IZIN_HASIL):
        ws.range(f"K8:M{akhir}").clear_contents()
    return f"Tanda di semua lembar dibersihkan; daftarnya tetap di lembar {HASIL}."


@_tombol
def rapikan(book: Book) -> str:
    """First click: show the proposals; second click: apply those marked ya."""
    return _minta(book, "rapikan")


@_tombol
def ambil_dari_berkas(book: Book) -> str:
    """First click: show what the files in the folder Ambil would bring; second click: write it."""
    return _minta(book, "ambil")


@_tombol
def buat_formulir_bidang(book: Book) -> str:
    """Write a form for every bidang into the folder Formulir beside the workbook."""
    return _minta(book, "formulir")


@_tombol
def buat_laporan(book: Book) -> str:
    """Write the report as a Word document beside the workbook."""
    return _minta(book, "laporan")


@_tombol
def ganti_tampilan(book: Book) -> str:
    """Hide the empty sheets that not every report needs or, where none is left to hide, show all."""
    daftar = _bernama(book, NAMA_DAFTAR).options(ndim=2).value
    kosong = {str(b[0]): b[3] == 0 for b in daftar if b[0] and b[1] not in (None, "", RINGKAS)}
    milik = [ws for ws in book.sheets if ws.name in kosong]
    if sembunyi := [ws for ws in milik if kosong[ws.name] and ws.visible in TAMPAK]:
        for ws in sembunyi:
            ws.visible = False
        return f"Tampilan Ringkas: {len(sembunyi)} lembar yang masih kosong disembunyikan. Klik lagi untuk menampilkan semuanya."
    for ws in milik:
        if ws.visible not in TAMPAK:
            ws.visible = True
    return "Tampilan Lengkap: semua lembar tampil. Klik lagi untuk menyembunyikan yang masih kosong."


@_tombol
def pindah_ke_templat_terbaru(book: Book) -> str:
    """Write a new workbook of today's template beside the open one, which is not touched, and open it."""
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.layani import nama_aman, pindahkan

    data = salinan_terbuka(book)
    if data is None:
        return "Excel ini tidak dapat menyimpan salinan buku yang terbuka. Tutup buku ini, lalu jalankan  lkjip perbarui BUKU.xlsm"
    asal = PurePath(book.fullname)
    nama = nama_aman(asal.name)
    hasil = pindahkan(Paket.dari_bytes(data, nama), str(asal.parent), nama, skema_tombol())
    if hasil.buka is None:
        return hasil.kalimat
    try:
        book.app.books.open(str(hasil.buka))
    except Exception:  # COM errors derive from Exception directly; the workbook is there all the same
        return f"{hasil.kalimat} Buku baru tidak dapat dibuka di sini; bukalah sendiri."
    return hasil.kalimat


def _minta(book: Book, perintah: str, lembar: str = "") -> str:
    from lkjip_xl.excel.protokol import pesan
    from lkjip_xl.layani import folder_buku, kerjakan
    from lkjip_xl.perubahan.semula import kalimat_semula

    nama = PurePath(book.fullname)
    tujuan = folder_buku(str(nama.parent)) / nama.name
    kerja, catatan = muat_terbuka(book, skema_tombol()), komentar_terbuka(book)
    hasil = kerjakan(perintah, kerja, lembar, tujuan, catatan, bukan_lembar_terbuka(book))
    if hasil.isian and (data := salinan_terbuka(book)) is not None:
        hasil = replace(hasil, kalimat=f"{hasil.kalimat} {kalimat_semula(tujuan, data)}")
    isi = hasil.kalimat, hasil.lembar, hasil.isian, hasil.sambungan
    lukis(book, pesan("selesai", *isi, tampil=hasil.tampil, berdiri=hasil.berdiri))
    _catat(book, hasil.kalimat)
    return hasil.kalimat


def skema_tombol() -> Skema:
    """The schemas the buttons work with."""
    from lkjip_xl import perintah

    return perintah.skema()


def _bernama(book: Book, nama: str):
    return next(n for n in book.names if n.name == nama).refers_to_range


def _catat(book: Book, kalimat: str) -> None:
    """The last sentence also stands on Petunjuk, where that sheet still is."""
    if PETUNJUK in {ws.name for ws in book.sheets} and NAMA_STATUS in {n.name for n in book.names}:
        ws = book.sheets[PETUNJUK]
        with terbuka(ws, IZIN_PETUNJUK):
            _bernama(book, NAMA_STATUS).value = kalimat


def _kabar(book: Book, teks: str | None) -> None:
    """Status bar; None gives it back to Excel."""
    bila_bisa(lambda: setattr(book.app, "status_bar", False if teks is None else teks))

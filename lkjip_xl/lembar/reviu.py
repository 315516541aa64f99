"""The sheet Lembar Reviu: every finding a person may judge, with three cells to type why it stands, who says so and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.alamat import huruf, rujuk
from lkjip_xl.inti.temuan import Reviu
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.daftar import bangun_kepala, siapkan_cetak, tulis_baris
from lkjip_xl.lembar.halaman import lindungi
from lkjip_xl.lembar.kepala import pilih_sel
from lkjip_xl.lembar.sel import di, tautkan
from lkjip_xl.lembar.ukuran import sembunyikan_kolom
from lkjip_xl.tabel.model import BARIS_DATA
from lkjip_xl.tabel.reviu import KEPALA, KOLOM, LEMBAR_REVIU, letak_kolom

LEBAR = (5, 13, 8, 14, 8, 46, 38, 20, 11, 26, 18, 16, 6, 6)  # to the date on a screen 1,366 pixels wide
BEBAS = ("formatColumns", "formatRows", "autoFilter")
KETERANGAN = (
    "Untuk penilai dan penelaah; tidak dicetak di laporan. Yang memang benar adanya: tulis alasannya di kolom kuning "
    "beserta Jabatan (bukan nama), lalu klik Validasi. Pengecualian gugur bila isinya berubah."
)
ISIAN = ("alasan", "jabatan", "tanggal")
_KUNING = gaya.DAFTAR.berwarna(gaya.KUNING, terbuka=True)
RUPA = {k: _KUNING for k, nama in enumerate(KOLOM, 2) if nama in ISIAN}
TERSEMBUNYI = tuple(k for k, nama in enumerate(KOLOM, 2) if nama in ("kunci", "tempat"))


def bangun_reviu(ws: Worksheet, daftar: Sequence[Reviu], hari: date | None = None) -> None:
    """Write the lines; one that was judged without a date gets today's."""
    ws.title = LEMBAR_REVIU
    bangun_kepala(ws, "LEMBAR REVIU", KETERANGAN, KEPALA, LEBAR)
    for k in TERSEMBUNYI:
        sembunyikan_kolom(ws, k)
    hari = hari or date.today()
    for b, (n, x) in enumerate(enumerate(daftar, 1), BARIS_DATA):
        isi = {nama: getattr(x, nama) or None for nama in KOLOM}
        if x.alasan and x.jabatan and not x.tanggal:
            isi["tanggal"] = hari.isoformat()
        tulis_baris(ws, b, (n, *isi.values()), RUPA)
        if x.sel:
            tautkan(di(ws, b, letak_kolom("sel")), rujuk(x.lembar, x.sel))
    pilih_sel(ws, f"{huruf(letak_kolom(ISIAN[0]))}{BARIS_DATA}", "bottomLeft")
    siapkan_cetak(ws, len(KEPALA) - len(TERSEMBUNYI))
    lindungi(ws, BEBAS)

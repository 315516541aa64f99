"""The sheet Petunjuk: what to fill in which order, what the colours mean, the functions with an example each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.excel.tombol import Tombol
from lkjip_xl.inti.alamat import rujuk
from lkjip_xl.inti.angka import cacah
from lkjip_xl.inti.tabel_fungsi import TABEL
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.halaman import TEPI_LEBAR, atur_cetak, atur_daerah, atur_tepi, lindungi
from lkjip_xl.lembar.hasil import NAMA_HASIL
from lkjip_xl.lembar.kepala import INSTANSI, tulis_judul
from lkjip_xl.lembar.petunjuk_isi import ANGKA, BILA, LANGKAH, TOMBOL_ARTI, WARNA, hasil_contoh
from lkjip_xl.lembar.sel import Rumus, beri_nama, di, gabung, tautkan, tulis
from lkjip_xl.lembar.ukuran import atur_lebar, atur_tinggi, tinggi
from lkjip_xl.skema.model import Skema
from lkjip_xl.tabel.langsung import (
    FORMAT_CACAH,
    LANGSUNG,
    NAMA_LANGSUNG,
    RUMUS_TERHITUNG,
    TIDAK_TERHITUNG,
    rumus_cacah,
    rumus_tautan,
)
from lkjip_xl.tabel.tanda import BAGIAN_TOMBOL
from lkjip_xl.tabel.tanda import PETUNJUK as LEMBAR

LEBAR = (5, 48, 50, 40)
TINGGI_BAGIAN = 18
TINGGI_TOMBOL = 28.5  # points
BARIS_TOMBOL = 5
BARIS_PILIHAN = BARIS_TOMBOL + 3
BARIS_STATUS = BARIS_PILIHAN + 1
BARIS_LANGSUNG = BARIS_STATUS + 3
TUJUAN_LANGKAH = {"Validasi": NAMA_HASIL, "Perbarui Ringkasan": "Capaian Kinerja"}  # the others begin with their sheet
NAMA_PILIHAN, NAMA_STATUS = "LembarDiperiksa", "StatusTerakhir"
TOMBOL = tuple(
    Tombol(teks, makro, BARIS_TOMBOL + i // 3, 2 + i % 3, lebar=240, tinggi=30)
    for i, (teks, makro) in enumerate(
        (
            ("Validasi", "Validasi"),
            ("Perbarui Ringkasan", "PerbaruiRingkasan"),
            ("Periksa Lembar Ini", "PeriksaLembarIni"),
            ("Bersihkan Tanda", "BersihkanTanda"),
            ("Rapikan", "Rapikan"),
            ("Buat Laporan", "BuatLaporan"),
            ("Pindah ke Templat Terbaru", "PindahTemplat"),
            ("Ambil dari Berkas", "AmbilBerkas"),
            ("Buat Formulir Bidang", "BuatFormulir"),
        )
    )
)

BEBAS = ("formatColumns", "formatRows")
CACAH = replace(gaya.ARTI, format=FORMAT_CACAH)
TAUTAN = replace(gaya.ARTI, huruf=gaya.HURUF_TAUTAN)
RUPA_PILIHAN = gaya.ARTI.berwarna(gaya.KUNING, terbuka=True)

PERLU = "Izinkan makro, lalu pasang program lkjip sekali saja: buka Command Prompt dan jalankan  py -m pip install lkjip-xl  lalu  py -m lkjip_xl.cli pasang"


def tombol_muat(acuan: str | None) -> tuple[Tombol, ...]:
    """The buttons for which a guide has rows; acuan: where its LembarDiperiksa is, below them in every template.

    >>> len(tombol_muat("Petunjuk!$C$7")) < len(tombol_muat("Petunjuk!$C$8")) == len(tombol_muat(None))
    True
    """
    baris = cacah((acuan or "").rpartition("$")[2])
    return tuple(t for t in TOMBOL if baris is None or t.baris < baris)


def bangun_petunjuk(ws: Worksheet, skema: Skema) -> None:
    """Write the guide; every sheet name in the list of sheets is a link."""
    ws.title = LEMBAR
    atur_lebar(ws, LEBAR)
    tulis_judul(ws, "LKjIP-XL — BUKU KERJA LAPORAN KINERJA", INSTANSI)
    _tempat_tombol(ws)
    baris = _langsung(ws, BARIS_LANGSUNG, skema)
    baris = _daftar(ws, baris + 1, "Arti tombol", TOMBOL_ARTI)
    baris = _bagian(ws, baris + 1, "Arti warna")
    for warna, nama, arti in WARNA:
        tulis(ws, baris, 1, rupa=gaya.contoh_warna(warna))
        _tulis(ws, baris, nama, arti)
        baris += 1
    awal = baris + 2
    baris = _daftar(ws, baris + 1, "Urutan mengisi", LANGKAH, bernomor=True)
    for i, (nama, _) in enumerate(LANGKAH):
        _tautkan(ws, awal + i, TUJUAN_LANGKAH.get(nama, nama.split(", ")[0]))
    baris = _daftar(ws, baris + 1, "Cara menulis angka", ANGKA)
    fungsi = [(f.panggilan, f"{f.contoh}  →  {hasil_contoh(f)}") for f in TABEL.values()]
    baris = _daftar(ws, baris + 1, "Fungsi yang dapat dipakai di sel mana pun", fungsi)
    baris = _daftar(ws, baris + 1, "Bila ada masalah", BILA)
    ws.row_breaks.append(Break(id=baris))  # the manual is one page, the list of sheets the next
    baris = _bagian(ws, baris + 1, "Daftar lembar")
    _pilihan_lembar(ws, baris, baris + len(skema.lembar) - 1)
    for lembar in skema.lembar.values():
        _tulis(ws, baris, lembar.lembar, lembar.cermin)
        _tautkan(ws, baris, lembar.lembar)
        baris += 1
    ws.sheet_view.showGridLines = False
    _cetak(ws, baris - 1)
    lindungi(ws, BEBAS)


def _cetak(ws: Worksheet, akhir: int) -> None:
    atur_cetak(ws, arah="portrait")
    atur_tepi(ws, TEPI_LEBAR, "Petunjuk — halaman &P")
    atur_daerah(ws, len(LEBAR), akhir)


def _tautkan(ws: Worksheet, baris: int, lembar: str) -> None:
    """Let the name in a row lead to a sheet."""
    tautkan(di(ws, baris, 2), rujuk(lembar, "A1"))


def _tempat_tombol(ws: Worksheet) -> None:
    """Rows for the buttons, the sheet that Periksa Lembar Ini checks, the outcome of the last click, a note."""
    _bagian(ws, BARIS_TOMBOL - 1, BAGIAN_TOMBOL)
    for baris in sorted({t.baris for t in TOMBOL}):
        atur_tinggi(ws, baris, TINGGI_TOMBOL)
    _tulis(ws, BARIS_PILIHAN, "Periksa Lembar Ini memeriksa lembar", "")
    _tulis(ws, BARIS_STATUS, "Hasil terakhir", "Belum ada.")
    _tulis(ws, BARIS_STATUS + 1, "Tombol tidak bekerja?", PERLU)
    for nama, baris in ((NAMA_PILIHAN, BARIS_PILIHAN), (NAMA_STATUS, BARIS_STATUS)):
        beri_nama(ws, nama, f"'{LEMBAR}'!$C${baris}")


def _langsung(ws: Worksheet, baris: int, skema: Skema) -> int:
    """Checks that count while somebody types, each with a link to the first cell; returns the row after them."""
    baris = _bagian(ws, baris, "Pemeriksaan langsung, tanpa makro dan tanpa Validasi")
    _tulis(ws, baris, "Fungsi CAPAIAN dan lainnya terhitung?", "")
    tulis(ws, baris, 3, Rumus(f"={RUMUS_TERHITUNG}"), gaya.ARTI)
    atur_tinggi(ws, baris, tinggi((TIDAK_TERHITUNG, LEBAR[2] + LEBAR[3])))
    baris += 1
    beri_nama(ws, NAMA_LANGSUNG, f"'{LEMBAR}'!$C${baris}")
    for x in LANGSUNG:
        tulis(ws, baris, 2, x.judul, gaya.NAMA)
        tulis(ws, baris, 3, Rumus(f"={rumus_cacah(x, skema)}"), CACAH)
        tulis(ws, baris, 4, Rumus(f"={rumus_tautan(x, f'C{baris}', skema)}"), TAUTAN)
        atur_tinggi(ws, baris, tinggi((x.judul, LEBAR[1])))
        baris += 1
    return baris


def _pilihan_lembar(ws: Worksheet, awal: int, akhir: int) -> None:
    """A drop-down of the sheets that the list below names."""
    sel = tulis(ws, BARIS_PILIHAN, 3, "Pengukuran", RUPA_PILIHAN)
    daftar = DataValidation("list", formula1=f"$B${awal}:$B${akhir}", allow_blank=False, showErrorMessage=True)
    daftar.add(sel)
    ws.add_data_validation(daftar)


def _daftar(ws: Worksheet, baris: int, judul: str, isi: Sequence[tuple[str, str]], *, bernomor: bool = False) -> int:
    """A section of names with their meaning; returns the row after it."""
    baris = _bagian(ws, baris, judul)
    for n, (nama, arti) in enumerate(isi, 1):
        if bernomor:
            tulis(ws, baris, 1, n, gaya.NOMOR_LANGKAH)
        _tulis(ws, baris, nama, arti)
        baris += 1
    return baris


def _bagian(ws: Worksheet, baris: int, teks: str) -> int:
    tulis(ws, baris, 1, teks, gaya.BAGIAN)
    for i in range(2, len(LEBAR) + 1):
        tulis(ws, baris, i, rupa=gaya.LATAR_BAGIAN)
    atur_tinggi(ws, baris, TINGGI_BAGIAN)
    return baris + 1


def _tulis(ws: Worksheet, baris: int, nama: str, arti: str) -> None:
    tulis(ws, baris, 2, nama, gaya.NAMA)
    tulis(ws, baris, 3, arti, gaya.ARTI)
    tulis(ws, baris, 4, rupa=gaya.SAMBUNGAN_ARTI)
    atur_tinggi(ws, baris, tinggi((nama, LEBAR[1]), (arti, LEBAR[2] + LEBAR[3])))
    gabung(ws, baris, baris, 3, 4)

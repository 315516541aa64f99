"""The sheet Petunjuk: buttons, what to do next and the checklist on one screen; below them how to fill in, colours, functions."""

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
from lkjip_xl.lembar.petunjuk_daftar import LEBAR, letak_daftar, tandai_baris, tulis_daftar
from lkjip_xl.lembar.petunjuk_isi import ANGKA, BILA, LANGKAH, TOMBOL_ARTI, WARNA, hasil_contoh
from lkjip_xl.lembar.sel import Rumus, beri_nama, di, gabung, tautkan, tulis
from lkjip_xl.lembar.ukuran import atur_lebar, atur_tinggi, tinggi
from lkjip_xl.skema.model import Skema
from lkjip_xl.tabel.daftar_lembar import Letak, rumus_buka, rumus_langkah
from lkjip_xl.tabel.langsung import (
    FORMAT_CACAH,
    GESER_TAUTAN,
    LANGSUNG,
    NAMA_LANGSUNG,
    RUMUS_TERHITUNG,
    TIDAK_TERHITUNG,
    rumus_cacah,
    rumus_tautan,
)
from lkjip_xl.tabel.tanda import PETUNJUK as LEMBAR
from lkjip_xl.tabel.terakhir import BELUM_ADA, LABEL_STATUS, NAMA_STATUS

BARIS_NAMA = 1
TINGGI_BAGIAN = 18
TINGGI_TOMBOL = 21.0  # points
BARIS_TOMBOL = 3
BARIS_STATUS = BARIS_TOMBOL + 2
BARIS_LANGKAH = BARIS_STATUS + 1
TINGGI_STATUS = 25.5  # two lines
NAMA, ARTI = (2, 5), (6, 19)  # first and last column of a name in the manual and of what it means
STATUS, LABEL_PILIHAN, PILIHAN = (3, 16), 18, 19
TUJUAN_LANGKAH = {"Validasi": NAMA_HASIL, "Perbarui Ringkasan": "Capaian Kinerja"}  # the others begin with their sheet
NAMA_PILIHAN = "LembarDiperiksa"
_RUAS = ((1, 3), (4, 8), (10, 11), (12, 16), (18, 19))  # columns over which the buttons of a row spread
_MAKRO = (
    ("Validasi", "Validasi"),
    ("Perbarui Ringkasan", "PerbaruiRingkasan"),
    ("Buat Laporan", "BuatLaporan"),
    ("Ambil dari Berkas", "AmbilBerkas"),
    ("Tampilan Ringkas / Lengkap", "GantiTampilan"),
    ("Periksa Lembar Ini", "PeriksaLembarIni"),
    ("Bersihkan Tanda", "BersihkanTanda"),
    ("Rapikan", "Rapikan"),
    ("Buat Formulir Bidang", "BuatFormulir"),
    ("Pindah ke Templat Terbaru", "PindahTemplat"),
)
TOMBOL = tuple(
    Tombol(teks, makro, BARIS_TOMBOL + i // len(_RUAS), *_RUAS[i % len(_RUAS)])
    for i, (teks, makro) in enumerate(_MAKRO)
)
_URUTAN_LAMA = ("Validasi", "PerbaruiRingkasan", "PeriksaLembarIni", "BersihkanTanda", "Rapikan", "BuatLaporan")
_BARIS_LAMA, _KOLOM_LAMA = (
    5,
    "C",
)  # first row of buttons, and the column of LembarDiperiksa, on guides of the first template

_KATA = "lihat lembar "
_SEBUT = f'MID(C{BARIS_STATUS},SEARCH("{_KATA}",C{BARIS_STATUS})+{len(_KATA)},60)'
_LIHAT = f'=IF(ISNUMBER(SEARCH("{_KATA}",C{BARIS_STATUS})),HYPERLINK("#\'"&LEFT({_SEBUT},FIND(".",{_SEBUT}&".")-1)&"\'!A1","{LABEL_STATUS}"),"{LABEL_STATUS}")'
BEBAS = ("formatColumns", "formatRows")
CACAH = replace(gaya.ARTI, format=FORMAT_CACAH)
TAUTAN = replace(gaya.ARTI, huruf=gaya.HURUF_TAUTAN)
RUPA_PILIHAN = gaya.ARTI.berwarna(gaya.KUNING, terbuka=True)


def tombol_muat(acuan: str | None) -> tuple[Tombol, ...]:
    """The buttons for which a guide has room; acuan: where its LembarDiperiksa is.

    >>> len(tombol_muat("Petunjuk!$C$7")), len(tombol_muat(None)) == len(TOMBOL)
    (6, True)
    """
    kolom, baris = (acuan or "").rpartition("!")[2].lstrip("$").partition("$")[::2]
    if kolom != _KOLOM_LAMA:
        return TOMBOL
    teks = {makro: t for t, makro in _MAKRO}
    lama = (Tombol(teks[m], m, _BARIS_LAMA + i // 3, 2 + i % 3, 2 + i % 3) for i, m in enumerate(_URUTAN_LAMA))
    return tuple(t for t in lama if t.baris < (cacah(baris) or 0))


def bangun_petunjuk(ws: Worksheet, skema: Skema) -> None:
    """Write the guide; every sheet name on it is a link."""
    ws.title = LEMBAR
    atur_lebar(ws, LEBAR)
    tulis_judul(ws, "LKjIP-XL — BUKU KERJA LAPORAN KINERJA", INSTANSI, baris=BARIS_NAMA)
    letak = letak_daftar(skema)
    akhir = tulis_daftar(ws, skema, letak)
    terhitung, baris = _langsung(ws, akhir + 2, skema)
    _atas(ws, letak, terhitung)
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
    baris = _bagian(ws, baris + 1, "Isi tiap lembar")
    for lembar in skema.lembar.values():
        _tulis(ws, baris, lembar.lembar, lembar.cermin)
        _tautkan(ws, baris, lembar.lembar)
        baris += 1
    for b in (1, 2):
        tandai_baris(ws, b)
    ws.sheet_view.showGridLines = False
    _cetak(ws, baris - 1)
    lindungi(ws, BEBAS)


def _cetak(ws: Worksheet, akhir: int) -> None:
    atur_cetak(ws)
    atur_tepi(ws, TEPI_LEBAR, "Petunjuk — halaman &P")
    atur_daerah(ws, len(LEBAR), akhir, BARIS_NAMA)


def _tautkan(ws: Worksheet, baris: int, lembar: str) -> None:
    """Let the name in a row lead to a sheet."""
    tautkan(di(ws, baris, NAMA[0]), rujuk(lembar, "A1"))


def _atas(ws: Worksheet, letak: Letak, terhitung: str) -> None:
    """Above the checklist: room for the buttons, the outcome of the last click, what to do next, the sheet to be checked."""
    for baris in sorted({t.baris for t in TOMBOL}):
        atur_tinggi(ws, baris, TINGGI_TOMBOL)
        tandai_baris(ws, baris)
    for baris, nama, isi in (
        (BARIS_STATUS, LABEL_STATUS, BELUM_ADA),
        (BARIS_LANGKAH, "Langkah berikutnya", Rumus(f"={letak.langkah}")),
    ):
        tulis(ws, baris, 1, Rumus(_LIHAT) if baris == BARIS_STATUS else nama, gaya.NAMA)
        gabung(ws, baris, baris, 1, STATUS[0] - 1)
        # of a long outcome the beginning is seen
        tulis(ws, baris, STATUS[0], isi, gaya.NAMA if baris == BARIS_LANGKAH else gaya.ARTI.rata_kiri())
        gabung(ws, baris, baris, *STATUS)
        atur_tinggi(ws, baris, TINGGI_STATUS)
        tandai_baris(ws, baris)
    tulis(ws, BARIS_STATUS, LABEL_PILIHAN, "Periksa Lembar Ini:", gaya.ARTI)
    sel = tulis(ws, BARIS_STATUS, PILIHAN, "Pengukuran", RUPA_PILIHAN)
    daftar = DataValidation("list", formula1=letak.lajur("lembar"), allow_blank=False, showErrorMessage=True)
    daftar.add(sel)
    ws.add_data_validation(daftar)
    tulis(ws, BARIS_LANGKAH, LABEL_PILIHAN, Rumus(f"={rumus_buka(letak)}"), TAUTAN)
    gabung(ws, BARIS_LANGKAH, BARIS_LANGKAH, LABEL_PILIHAN, PILIHAN)
    kolom, baris = letak.kolom, letak.baris
    tulis(ws, baris - 1, kolom, Rumus(f"={rumus_langkah(letak, terhitung)}"), gaya.TANDA)
    beri_nama(ws, NAMA_PILIHAN, f"'{LEMBAR}'!${sel.column_letter}${BARIS_STATUS}")
    beri_nama(ws, NAMA_STATUS, f"'{LEMBAR}'!${di(ws, BARIS_STATUS, STATUS[0]).column_letter}${BARIS_STATUS}")


def _langsung(ws: Worksheet, baris: int, skema: Skema) -> tuple[str, int]:
    """Checks that count while somebody types, each with a link to the first cell; returns where it stands whether our functions
    are computed, and the row after the checks."""
    baris = _bagian(ws, baris, "Pemeriksaan langsung, tanpa makro dan tanpa Validasi")
    _tulis(ws, baris, "Fungsi CAPAIAN dan lainnya terhitung?", Rumus(f"={RUMUS_TERHITUNG}"), TIDAK_TERHITUNG)
    terhitung = di(ws, baris, ARTI[0]).coordinate
    baris += 1
    beri_nama(ws, NAMA_LANGSUNG, f"'{LEMBAR}'!${di(ws, baris, ARTI[0]).column_letter}${baris}")
    for x in LANGSUNG:
        cacah_ = tulis(ws, baris, ARTI[0], Rumus(f"={rumus_cacah(x, skema)}"), CACAH)
        tautan = f"={rumus_tautan(x, cacah_.coordinate, skema)}"
        tulis(ws, baris, NAMA[0], x.judul, gaya.NAMA)
        gabung(ws, baris, baris, *NAMA)
        gabung(ws, baris, baris, ARTI[0], ARTI[0] + GESER_TAUTAN - 2)
        tulis(ws, baris, ARTI[0] + GESER_TAUTAN, Rumus(tautan), TAUTAN)
        atur_tinggi(ws, baris, tinggi((x.judul, 43)))
        tandai_baris(ws, baris)
        baris += 1
    return terhitung, baris


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
    tandai_baris(ws, baris)
    return baris + 1


def _tulis(ws: Worksheet, baris: int, nama: str, arti: str, tampil: str | None = None) -> None:
    """A name with its meaning; tampil: the longest text a formula shows."""
    tulis(ws, baris, NAMA[0], nama, gaya.NAMA)
    tulis(ws, baris, ARTI[0], arti, gaya.ARTI)
    lebar = [sum(LEBAR[a - 1 : z]) for a, z in (NAMA, ARTI)]
    atur_tinggi(ws, baris, tinggi((nama, lebar[0]), (tampil or arti, lebar[1])))
    for ruas in (NAMA, ARTI):
        gabung(ws, baris, baris, *ruas)
    tandai_baris(ws, baris)

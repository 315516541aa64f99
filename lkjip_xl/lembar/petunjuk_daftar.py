"""The checklist on the guide: blocks of cells side by side, one line per sheet, over the rows in hidden columns that count."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.alamat import huruf, rujuk
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.sel import Rumus, beri_nama, tautkan, tulis
from lkjip_xl.lembar.ukuran import atur_tinggi, sembunyikan_kolom
from lkjip_xl.skema.model import RINGKAS, Skema
from lkjip_xl.tabel.daftar_lembar import (
    BELUM,
    KOLOM,
    KOLOM_HITUNGAN,
    NAMA_DAFTAR,
    Baris,
    Letak,
    rumus_tujuan,
    semua_baris,
)
from lkjip_xl.tabel.sidik import KOLOM_SIDIK
from lkjip_xl.tabel.tanda import PETUNJUK

BARIS_DAFTAR = 9
LEBAR = (
    3,
    21,
    7,
    5.5,
    6,
    7.5,
    7.5,
    6.5,
    0.8,
    20,
    7,
    5.5,
    6,
    7.5,
    7.5,
    6.5,
    0.8,
    16.5,
    14,
)  # of a screen 1,366 pixels wide
KEPALA = ("Lembar", "Perlu", "Baris", "Kurang", "Kesalahan", "Peringatan", "Catatan")
MENCOLOK = ("kurang", "kesalahan")
ISI = ("kebutuhan", "baris", "kurang", "kesalahan", "peringatan", "catatan")
KIRI, KANAN, HASIL = 2, 10, 18  # first column of each block
JUDUL = {
    KIRI - 1: "Isi berurutan dari atas; klik nama lembar untuk membukanya",
    KANAN: "Bila ada datanya (tersembunyi? klik Tampilan Ringkas / Lengkap)",
    HASIL: "Hasil",
}
TINGGI_BARIS, TINGGI_JUDUL = 12.0, 13.5  # points


def letak_daftar(skema: Skema) -> Letak:
    """Where the checklist of these schemas stands."""
    return Letak(BARIS_DAFTAR, KOLOM_HITUNGAN, len(semua_baris(skema)), len(skema.lembar))


def tandai_baris(ws: Worksheet, baris: int) -> None:
    """Mark a row of the guide as ours, in a hidden cell: what stands in the rows between is the user's."""
    tulis(ws, baris, KOLOM_SIDIK, len(LEBAR), gaya.TANDA)


def tulis_daftar(ws: Worksheet, skema: Skema, letak: Letak) -> int:
    """Write the checklist; returns its last row that shows something."""
    semua = semua_baris(skema)
    for i, b in enumerate(semua):
        _tulis_hitungan(ws, letak, i, b)
    tulis(ws, letak.baris - 2, letak.kolom, Rumus(f"={rumus_tujuan(letak)}"), gaya.TANDA)
    for k in (*range(letak.kolom, letak.kolom + len(KOLOM)), KOLOM_SIDIK):
        sembunyikan_kolom(ws, k)
    awal, akhir = huruf(letak.kolom), huruf(letak.kolom + len(KOLOM) - 1)
    beri_nama(ws, NAMA_DAFTAR, f"'{PETUNJUK}'!${awal}${letak.baris}:${akhir}${letak.baris + letak.banyak - 1}")
    _tulis_kepala(ws)
    isian = list(enumerate(semua[: letak.isian]))
    blok = {
        KIRI: [x for x in isian if x[1].tampilan == RINGKAS],
        KANAN: [x for x in isian if x[1].tampilan != RINGKAS],
        HASIL: list(enumerate(semua))[letak.isian :],
    }
    for kolom, baris in blok.items():
        for n, (i, b) in enumerate(baris):
            _tulis_baris(ws, BARIS_DAFTAR + n, kolom, letak, i, b)
    terlihat = BARIS_DAFTAR + max(map(len, blok.values())) - 1
    for baris in range(BARIS_DAFTAR, terlihat + 1):
        atur_tinggi(ws, baris, TINGGI_BARIS)
    for baris in range(BARIS_DAFTAR - 2, letak.baris + letak.banyak):
        tandai_baris(ws, baris)
    return terlihat


def _tulis_hitungan(ws: Worksheet, letak: Letak, i: int, b: Baris) -> None:
    tetap = {"lembar": b.lembar, "tampilan": b.tampilan, "kebutuhan": b.kebutuhan}
    for n, kolom in enumerate(KOLOM):
        isi = tetap.get(kolom) or None
        if kolom in b.rumus:
            isi = Rumus(f"=IFERROR({b.rumus[kolom].format(lembar=letak.sel(i, 'lembar'))},0)")
        tulis(ws, letak.baris + i, letak.kolom + n, isi, gaya.TANDA)


def _tulis_kepala(ws: Worksheet) -> None:
    for i in range(1, len(LEBAR) + 1):
        tulis(ws, BARIS_DAFTAR - 2, i, JUDUL.get(i), gaya.BAGIAN_KECIL)
    for kolom in (KIRI, KANAN):
        for i, teks in enumerate(KEPALA):
            tulis(ws, BARIS_DAFTAR - 1, kolom + i, teks, gaya.KEPALA_DAFTAR)
    for i, teks in enumerate(("Lembar", "Isi")):
        tulis(ws, BARIS_DAFTAR - 1, HASIL + i, teks, gaya.KEPALA_DAFTAR)
    for baris in (BARIS_DAFTAR - 2, BARIS_DAFTAR - 1):
        atur_tinggi(ws, baris, TINGGI_JUDUL)


def _tulis_baris(ws: Worksheet, baris: int, kolom: int, letak: Letak, i: int, b: Baris) -> None:
    nama = tulis(ws, baris, kolom, b.lembar, gaya.NAMA_DAFTAR)
    tautkan(nama, rujuk(b.lembar, "A1"), gaya.TAUTAN_DAFTAR)
    if kolom == HASIL:
        rupa = gaya.angka_daftar(f'0" baris";;"{BELUM} ada"') if b.tampilan else gaya.angka_daftar('0" hasil";;"–"')
        tulis(ws, baris, kolom + 1, Rumus(f"={letak.sel(i, 'baris')}"), rupa)
        return
    for n, x in enumerate(ISI, 1):
        if x == "kebutuhan":
            tulis(ws, baris, kolom + n, b.kebutuhan, gaya.TEKS_DAFTAR)
        else:
            warna = "[Red]" if x in MENCOLOK else ""  # a rule for colours would count as the user's own
            tulis(ws, baris, kolom + n, Rumus(f"={letak.sel(i, x)}"), gaya.angka_daftar(f'{warna}0;-0;"–"'))

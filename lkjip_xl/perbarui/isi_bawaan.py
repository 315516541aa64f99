"""Rows a template brings filled (a list of summaries, of units): those the workbook lacks are added, none is changed."""

from __future__ import annotations

from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.perbarui.hasil import HasilPerbarui, Jenis
from lkjip_xl.perbarui.letak import Letak
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.skema.versi_templat import lembar_versi
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja

WAJIB_LENGKAP = ("daftar_tabel",)  # lists of the program itself; the others are the user's, who may have shortened them


def isi_bawaan(paket: Paket, buku: BukuKerja, letak: list[Letak], hasil: HasilPerbarui) -> None:
    """Add the missing rows of the program's own lists, and fill new columns of rows that are there.

    buku: the workbook as it was before its columns were placed; no row of these lists has changed since.
    """
    tulis: dict[str, dict[str, Tulis]] = {}
    for x in letak:
        s = x.skema
        if s.baris_awal and s.kunci:
            isi = _lembar(buku, s, x)
            if isi:
                tulis[s.lembar] = isi
                hasil.catat(Jenis.ISI_BAWAAN, s.lembar, ", ".join(isi))
    if tulis:
        tulis_sel(paket, tulis)


def _lembar(buku: BukuKerja, s: SkemaLembar, letak: Letak) -> dict[str, Tulis]:
    t = buku[s.id]
    kunci = s.kunci[0]
    dulu = lembar_versi(buku.versi, s.id)
    baru = [k for k in s.kolom if dulu is None or k not in dulu.kolom]
    kosong = letak.baris(t.terakhir) + 1
    hasil: dict[str, Tulis] = {}
    for awal in s.baris_awal:
        b = buku.indeks.baris(s.id, kunci, awal.get(kunci))
        if b is not None:
            isi = {k: v for k, v in awal.items() if k in baru and t.isi(b).get(k) is None}
            b = letak.baris(b)
        elif s.id in WAJIB_LENGKAP and kosong < BARIS_DATA + s.baris:
            b, isi, kosong = kosong, awal, kosong + 1
        else:
            continue
        hasil |= {alamat_sel(b, letak.kolom[k]): Tulis(v) for k, v in isi.items() if k in letak.kolom}
    return hasil

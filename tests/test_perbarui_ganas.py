"""perbarui on sheets written in ways that are legal and seldom: cells without addresses, a word far below the table."""

from __future__ import annotations

import re

from buku_pendek import kosong
from tangguh import dasar

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.lembar_xml import alamati_sel
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.perbarui import Jenis, perbarui_buku
from lkjip_xl.perbarui.jalankan import CADANGAN_BARIS
from lkjip_xl.ringkasan import buat_semua
from lkjip_xl.tabel.muat import muat_buku


def test_sel_tanpa_alamat_mendapat_alamatnya():
    paket = Paket.dari_bytes(kosong(), "b.xlsm")
    bagian = paket.lembar()["Satuan"].part
    utuh = {n: paket.baca(n) for n in paket.daftar()}
    alamati_sel(paket)
    assert all(paket.baca(n) == x for n, x in utuh.items())
    semula = {t: s.nilai for t, s in baca_buku(paket, ["Satuan"]).lembar["Satuan"].sel.items()}
    # the first cell of a row is that of column A, whether it says so or not
    tanpa = re.sub(rb'(<row [^<>]*><c) r="A[0-9]+"', rb"\1", paket.baca(bagian))
    assert tanpa != utuh[bagian]
    paket.ganti(bagian, tanpa)
    alamati_sel(paket)
    assert len(re.findall(rb' r="A[0-9]', paket.baca(bagian))) == len(re.findall(rb' r="A[0-9]', utuh[bagian]))
    assert {t: s.nilai for t, s in baca_buku(paket, ["Satuan"]).lembar["Satuan"].sel.items()} == semula


def test_kata_jauh_di_bawah_bukan_tabel():
    sk = dasar.skema_kecil()
    paket = Paket.dari_bytes(dasar.buku_kecil(), "b.xlsm")
    tulis_sel(paket, {"Anggaran": {"A60": Tulis("program"), "A1048576": Tulis("nyasar")}})
    hasil = perbarui_buku(paket, sk)
    baris = {p.dilakukan: (p.tempat, p.baru) for p in hasil.perubahan if p.jenis is Jenis.BARIS}
    assert baris[False][0] == "1048576" and int(baris[True][1]) == 60 - 7 + CADANGAN_BARIS
    sel = baca_buku(paket, ["Anggaran"]).lembar["Anggaran"].sel
    assert (sel[60, 1].nilai, sel[1048576, 1].nilai) == ("program", "nyasar")


def test_baris_baru_sesudah_baris_terakhir_lembar():
    """Where the last row of a sheet is used, no row follows it that a summary could point to."""
    paket = Paket.dari_bytes((dasar.AKAR / "tests/data/templat/v1.xlsm").read_bytes(), "b.xlsm")
    tulis_sel(paket, {"Renstra": {"A1048576": Tulis("nyasar")}})
    assert buat_semua(muat_buku(paket, dasar.skema()))

"""Switching engines changes the macros and nothing else, and back again gives the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from banyak import satu_cepat
from buku_pendek import contoh
from buku_pengguna import bagian
from openpyxl import Workbook
from pyopenvba import ExcelFile, check_file
from pyopenvba.cfb import CFB
from pyopenvba.vba import decompress

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.excel.mesin import MODUL_RUMUS, MODUL_XLWINGS, Mesin, ganti_mesin, mesin_terpasang
from lkjip_xl.excel.mesin_xlwings import LEMBAR_KONFIGURASI
from lkjip_xl.excel.pasang import PROYEK, ganti_modul, modul_vba, nama_modul, pasang_vba


@pytest.fixture
def buku(tmp_path) -> Path:
    berkas = tmp_path / "buku.xlsm"
    berkas.write_bytes(contoh())
    return berkas


def test_hanya_makro_yang_berubah_dan_kembali_sama(buku):
    awal = bagian(buku.read_bytes())
    perintah.mesin(buku, Mesin.XLWINGS)
    xlwings = bagian(buku.read_bytes())
    assert {n for n in xlwings if awal.get(n) != xlwings[n]} == {PROYEK} and awal.keys() == xlwings.keys()
    modul = set(nama_modul(buku.read_bytes()))
    assert set(MODUL_XLWINGS) <= modul and not set(MODUL_RUMUS) & modul
    assert check_file(buku).ok and mesin_terpasang(Paket.buka(buku)) is Mesin.XLWINGS
    perintah.mesin(buku, Mesin.VBA)
    kembali = bagian(buku.read_bytes())
    assert {n for n in kembali if awal[n] != kembali[n]} <= {PROYEK}
    modul = set(nama_modul(buku.read_bytes()))
    assert set(MODUL_RUMUS) <= modul and not set(MODUL_XLWINGS) & modul
    perintah.mesin(buku, Mesin.XLWINGS)
    assert bagian(buku.read_bytes()) == xlwings
    perintah.mesin(buku, Mesin.VBA)
    assert bagian(buku.read_bytes()) == kembali


@pytest.mark.parametrize("asal", ["baru", "lama"])
def test_proyek_hanya_teks(buku, asal):
    """[MS-OVBA] 2.3.4.1 wants of a writer version 0xFFFF and nothing compiled, neither of the project nor of a module."""
    if asal == "baru":
        wb = Workbook()
        wb.create_sheet("Dua")
        pasang_vba(wb)
        wb.save(buku)
    else:
        perintah.mesin(buku, Mesin.XLWINGS)
    isi = CFB.from_bytes(bagian(buku.read_bytes())[PROYEK])
    assert isi.get_stream_in_storage("VBA", "_VBA_PROJECT").hex() == "cc61ffff000000"
    with ExcelFile(buku) as berkas:
        modul = berkas.vba_project().modules
        assert [
            m.name for m in modul if m.text_offset or m.source.splitlines()[0] != f'Attribute VB_Name = "{m.name}"'
        ] == []
        for m in modul:
            assert len(decompress(isi.get_stream_in_storage("VBA", m.name))) == len(m.source), m.name
    assert check_file(buku).ok


@pytest.mark.parametrize("mesin", satu_cepat(Mesin))
def test_makro_buku_lama_menjadi_yang_sekarang(buku, mesin):
    """Also those both engines share: a workbook made before protocol 2 gets it by `lkjip mesin`."""
    lama = Paket.buka(buku)
    usang = {n: "Option Explicit\n" for n in ("Layanan", "LukisLembar", "TeksAman")}
    lama.ganti(PROYEK, ganti_modul(lama.ke_bytes(), usang.keys(), usang))
    buku.write_bytes(lama.ke_bytes())
    perintah.mesin(buku, mesin)
    with ExcelFile(buku) as berkas:
        teks = {m.name: m.body for m in berkas.vba_project().modules}
    for nama in usang:
        baris = modul_vba()[nama].splitlines()
        assert [b.strip() for b in baris if b.strip()] == [
            b.strip() for b in teks[nama].splitlines() if b.strip() and not b.startswith("Attribute")
        ]


@pytest.mark.lengkap
@pytest.mark.lo
def test_kembali_ke_vba_tetap_menghitung(buku, libreoffice):
    perintah.mesin(buku, Mesin.XLWINGS)
    perintah.mesin(buku, Mesin.VBA)
    sel = libreoffice.hitung(buku, lembar=["Pengukuran"])["Pengukuran"]
    assert [round(sel[f"P{b}"]["v"], 2) for b in range(8, 12)] == [102.65, 104.87, 99.92, 100.06]


def test_buku_tanpa_lembar_konfigurasi_mendapatnya(buku):
    from lkjip_xl.buku.cangkok import hapus_lembar

    paket = Paket.buka(buku)
    hapus_lembar(paket, LEMBAR_KONFIGURASI)
    ganti_mesin(paket, Mesin.XLWINGS)
    assert paket.lembar()[LEMBAR_KONFIGURASI].state == "veryHidden"


def test_buku_tanpa_makro_ditolak(buku):
    paket = Paket.buka(buku)
    paket.hapus(PROYEK)
    with pytest.raises(GalatBerkas) as galat:
        ganti_mesin(paket, Mesin.VBA)
    assert galat.value.kode == "BK-17"

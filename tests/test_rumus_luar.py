"""Formulas that only another program or another book can compute: reported in our cells, none left in a copy."""

import re

import pytest
from buku_pendek import contoh

from lkjip_xl import perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.edar import edarkan
from lkjip_xl.edar.rumus_sel import HanyaNilai, fungsi_asing, ubah_rumus
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.validasi.periksa import periksa

LUAR = [
    ("[1]!CAPAIAN(F8,N8,E8)", ["[1]!CAPAIAN"]),
    ("'C:\\a b\\[lama.xlsm]S'!CAPAIAN(F8,N8,E8)", ["'C:\\a b\\[lama.xlsm]S'!CAPAIAN"]),
    ("lama.xlsm!CAPAIAN(F8,N8,E8)", ["lama.xlsm!CAPAIAN"]),
    ('IFERROR(__xludf.DUMMYFUNCTION("CAPAIAN(F8,N8)"),102.65)', ["__xludf.DUMMYFUNCTION"]),
    ("HITUNGSAYA(F8)", ["HITUNGSAYA"]),
]
SENDIRI = [
    "IF(N8>0,N8/F8*100,0)",
    "_xlfn.STDEV.S(F8:N8)",
    "_xll.CAPAIAN(F8,N8)",
    "ROUND(CAPAIAN(F8,N8,E8),2)",
    '"FOO("&A1',
]


@pytest.mark.parametrize(("rumus", "nama"), LUAR)
def test_panggilan_luar_dikenali(rumus, nama):
    assert fungsi_asing(rumus) == nama


@pytest.mark.parametrize("rumus", SENDIRI)
def test_rumus_sendiri_bukan_luar(rumus):
    assert fungsi_asing(rumus) == []


def dengan_rumus(rumus: str) -> Paket:
    """The example with another formula in Pengukuran!P8 and its value kept."""
    paket = Paket.dari_bytes(contoh(), "contoh.xlsm")
    bagian = paket.lembar()["Pengukuran"].part
    lolos = rumus.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\\", "\\\\")
    isi = paket.baca(bagian).decode()
    baru, n = re.subn(r'(<c r="P8"[^>]*><f[^>]*>)[^<]*', rf"\g<1>{lolos}", isi)
    assert n == 1
    paket.ganti(bagian, baru.encode())
    return paket


@pytest.mark.parametrize(
    ("rumus", "nama"), [LUAR[3], *(pytest.param(*x, marks=pytest.mark.lengkap) for x in LUAR[:3] + LUAR[4:])]
)
def test_di_sel_kami_dilaporkan_dan_tidak_ikut_disalin(rumus, nama):
    paket = dengan_rumus(rumus)
    temuan = [
        (t.kode, t.lembar, t.sel) for t in periksa(muat_buku(paket, perintah.skema())).temuan if t.kode == "RM-08"
    ]
    assert temuan == [("RM-08", "Pengukuran", "P8")]
    edarkan(paket, perintah.skema())
    sel = baca_buku(paket).lembar["Pengukuran"].sel[8, 16]
    assert sel.nilai == pytest.approx(102.65333333333334)
    assert not fungsi_asing(sel.rumus or "")
    assert "xlsm" not in (sel.rumus or "") and "[" not in (sel.rumus or "")


def test_rumus_pengguna_yang_dikenal_tidak_dilaporkan():
    buku = muat_buku(dengan_rumus(SENDIRI[0]), perintah.skema())
    assert [t for t in periksa(buku).temuan if t.kode == "RM-08"] == []


def test_fungsi_lain_dari_buku_lain_menjadi_nilai():
    with pytest.raises(HanyaNilai) as galat:
        ubah_rumus("[1]!LAIN(F8)+1", lambda _: [])
    assert galat.value.sebab == "luar"
    assert ubah_rumus("[1]Lembar1!A1+1", lambda _: []) is None

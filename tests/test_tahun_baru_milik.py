"""The user's own sheets and columns at the turn of the year: named, and carried when asked."""

from __future__ import annotations

import openpyxl
import pytest
from buku_pendek import contoh
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font

from lkjip_xl import perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.cangkok import cangkok
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.tahun_baru import buku_tahun_baru

SENDIRI = "Rapat & Tindak Lanjut"
BERKAS = "LKjIP-Lamongan-2023.xlsm"


@pytest.fixture(scope="module")
def lama() -> bytes:
    paket = Paket.dari_bytes(contoh("lamongan-2023"), BERKAS)
    wb = openpyxl.Workbook()
    ws = wb.worksheets[0]
    ws.title = SENDIRI
    ws["A1"], ws["B2"], ws["C3"] = "Notulen", 12.5, "=Pengukuran!F8*2"
    ws["A1"].font = Font(bold=True)
    grafik = BarChart()
    grafik.add_data(Reference(ws, min_col=2, min_row=1, max_row=3))
    ws.add_chart(grafik, "E5")
    cangkok(paket, wb)
    tulis_sel(paket, {"Indikator": {"AZ8": Tulis("catatan saya")}})
    return paket.ke_bytes()


def temuan(hasil) -> list[tuple[str, str]]:
    return [(t.kode, t.lembar) for t in hasil.temuan if t.kode in ("TB-06", "TB-07", "TB-08")]


def test_milik_pengguna_disebut(lama):
    hasil = buku_tahun_baru(Paket.dari_bytes(lama, BERKAS), perintah.skema())
    assert temuan(hasil) == [("TB-06", SENDIRI), ("TB-08", "Indikator")]
    assert SENDIRI not in Paket.dari_bytes(hasil.data, "baru.xlsm").lembar()


def test_lembar_sendiri_terbawa_bila_diminta(lama):
    hasil = buku_tahun_baru(Paket.dari_bytes(lama, BERKAS), perintah.skema(), bawa=True)
    assert temuan(hasil) == [("TB-07", SENDIRI), ("TB-08", "Indikator")]
    paket = Paket.dari_bytes(hasil.data, "baru.xlsm")
    sel = baca_buku(paket).lembar[SENDIRI].sel
    assert (sel[1, 1].nilai, sel[2, 2].nilai, sel[3, 3].rumus) == ("Notulen", 12.5, "=Pengukuran!F8*2")
    assert sum(n.startswith("xl/charts/chart") for n in paket.daftar()) == sum(
        n.startswith("xl/charts/chart") for n in Paket.dari_bytes(lama, BERKAS).daftar()
    )


def test_tanpa_milik_sendiri_tidak_ada_yang_dikatakan():
    hasil = buku_tahun_baru(Paket.dari_bytes(contoh("lamongan-2023"), BERKAS), perintah.skema(), bawa=True)
    assert temuan(hasil) == []

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
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.tabel.muat import muat_buku
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
    return [(t.kode, t.lembar) for t in hasil.temuan if t.kode in ("TB-06", "TB-07", "TB-08", "TB-09")]


@pytest.mark.lengkap
def test_milik_pengguna_disebut(lama):
    hasil = buku_tahun_baru(Paket.dari_bytes(lama, BERKAS), perintah.skema())
    assert temuan(hasil) == [("TB-06", SENDIRI), ("TB-08", "Indikator")]
    assert SENDIRI not in Paket.dari_bytes(hasil.data, "baru.xlsm").lembar()


@pytest.mark.lengkap
def test_lembar_sendiri_terbawa_bila_diminta(lama):
    hasil = buku_tahun_baru(Paket.dari_bytes(lama, BERKAS), perintah.skema(), bawa=True)
    assert temuan(hasil) == [("TB-07", SENDIRI), ("TB-09", "Indikator")]
    paket = Paket.dari_bytes(hasil.data, "baru.xlsm")
    sel = baca_buku(paket).lembar[SENDIRI].sel
    assert (sel[1, 1].nilai, sel[2, 2].nilai, sel[3, 3].rumus) == ("Notulen", 12.5, "=Pengukuran!F8*2")
    assert sum(n.startswith("xl/charts/chart") for n in paket.daftar()) == sum(
        n.startswith("xl/charts/chart") for n in Paket.dari_bytes(lama, BERKAS).daftar()
    )


@pytest.mark.lengkap
def test_tanpa_milik_sendiri_tidak_ada_yang_dikatakan():
    hasil = buku_tahun_baru(Paket.dari_bytes(contoh("lamongan-2023"), BERKAS), perintah.skema(), bawa=True)
    assert temuan(hasil) == []


@pytest.mark.lengkap
def test_kolom_sendiri_terbawa_dengan_isi_yang_berlaku():
    """Notes and weights of indicators go along, also where formulas point to their own row; figures of the year stay behind."""
    paket = Paket.dari_bytes(contoh("lamongan-2023"), BERKAS)
    kode = [r["kode"] for _, r in muat_buku(paket, perintah.skema())["indikator"].rekaman()]
    tulis_sel(
        paket,
        {
            "Indikator": {
                "Z6": Tulis("Bobot"), "Z8": Tulis(0.25, format="0.00"), "Z9": Tulis("tinggi"), "Z10": Tulis(2.0, rumus="=LEN(D10)"),
                "Z40": Tulis("jauh di bawah"), "AB6": Tulis("Catatan 2023"), "AB8": Tulis("lama"),
                "AD6": Tulis("Realisasi lain"), "AD8": Tulis(7.0),
            },
            "Pegawai": {"Z6": Tulis("Pejabat"), "Z8": Tulis("kosong dua"), "Z9": Tulis(12.0)},
            "Pengukuran": {"AZ6": Tulis("Bukti"), "AZ8": Tulis("foto")},
        },
    )  # fmt: skip
    hasil = buku_tahun_baru(paket, perintah.skema(), bawa=True)
    assert temuan(hasil) == [
        ("TB-09", "Indikator"), ("TB-08", "Indikator"), ("TB-09", "Indikator"), ("TB-09", "Pengukuran"), ("TB-09", "Pegawai"),
    ]  # fmt: skip
    lembar = baca_buku(Paket.dari_bytes(hasil.data, "baru.xlsm")).lembar

    def isi(nama: str, *alamat: str) -> list[object]:
        sel = lembar[nama].sel
        return [x.rumus or x.nilai if (x := sel.get(pecah(a))) is not None else None for a in alamat]

    assert isi("Indikator", "Z6", "Z8", "Z9", "Z10", "Z40", "AB6", "AB8", "AD6", "AD8") == [
        "Bobot", 0.25, "tinggi", "=LEN(D10)", None, None, None, "Realisasi lain", None,
    ]  # fmt: skip
    assert isi("Pegawai", "Z6", "Z8", "Z9") == ["Pejabat", "kosong dua", None]
    assert isi("Pengukuran", "AZ6", "AZ8") == ["Bukti", None]
    baru = muat_buku(Paket.dari_bytes(hasil.data, "baru.xlsm"), perintah.skema())
    assert [r["kode"] for _, r in baru["indikator"].rekaman()] == kode
    assert [t.lembar for t in baru.temuan if t.kode == "LB-11"] == ["Indikator", "Pegawai"]


@pytest.mark.lengkap
def test_rumus_kolom_sendiri_tidak_ikut_bila_barisnya_berpindah():
    paket = Paket.dari_bytes(contoh("lamongan-2023"), BERKAS)
    t = muat_buku(paket, perintah.skema())["satuan"]
    kosong, lalu = t.baris[1], t.baris[2]
    tulis_sel(
        paket,
        {
            "Satuan": {
                t.alamat(kosong, "satuan"): Tulis(None),
                f"H{lalu}": Tulis(4.0, rumus=f"=LEN(A{lalu})"),
                f"I{lalu}": Tulis("ikut"),
            }
        },
    )
    hasil = buku_tahun_baru(paket, perintah.skema(), bawa=True)
    sel = baca_buku(Paket.dari_bytes(hasil.data, "baru.xlsm")).lembar["Satuan"].sel
    assert sel.get((lalu - 1, 8)) is None and sel[lalu - 1, 9].nilai == "ikut"

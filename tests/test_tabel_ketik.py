"""Typing one cell: what stands there, what the rules see, what is reported."""

from __future__ import annotations

import pytest

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.skema.muat import muat_skema
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.tabel.ketik import ketik

SKEMA = muat_skema(folder_skema())
PENGUKURAN, ANGGARAN = SKEMA.lembar["pengukuran"].kolom, SKEMA.lembar["anggaran"].kolom
INDIKATOR = SKEMA.lembar["indikator"].kolom

TEKS = [
    # column, text, value, code
    (PENGUKURAN["realisasi"], "76,99", 76.99, "AN-04"),
    (PENGUKURAN["realisasi"], "1.762", 1762.0, "AN-04"),
    (PENGUKURAN["realisasi"], "-", None, None),
    (PENGUKURAN["realisasi"], "N/A", None, None),
    (PENGUKURAN["realisasi"], "28,06 07", None, "AN-01"),
    (PENGUKURAN["realisasi"], "dua puluh", None, "AN-01"),
    (PENGUKURAN["realisasi"], "75|", None, "AN-01"),
    (PENGUKURAN["target"], "3–5", "3–5", None),
    (PENGUKURAN["target"], "35,35 Juta rp/tenaga kerja", 35.35, "AN-04"),
    (ANGGARAN["pagu"], "Rp 1.168.800.000,-", 1168800000.0, "AN-04"),
    (ANGGARAN["pagu"], "1.168.800.00", None, "AN-01"),
    (ANGGARAN["pagu"], "1.500,75", 1500.75, "AN-07"),
    (ANGGARAN["fisik"], "92.825%", 92.825, "AN-02"),
    (INDIKATOR["arah"], "Naik", "naik", None),
    (INDIKATOR["arah"], "semakin rendah semakin baik", "turun", None),
    (INDIKATOR["arah"], "melingkar", "melingkar", "LB-06"),
    (INDIKATOR["jenjang"], " Sasaran ", "sasaran", None),
    (INDIKATOR["indikator"], "  Nilai\u00a0 SAKIP ", "Nilai SAKIP", None),
]


@pytest.mark.parametrize(("kolom", "teks", "nilai", "kode"), TEKS, ids=lambda x: str(x)[:30])
def test_teks(kolom, teks, nilai, kode):
    k = ketik(kolom, teks, jenis="teks")
    assert (k.nilai, k.kode) == (nilai, kode)


def test_teks_wajar_tidak_dilaporkan_tetapi_yang_rusak_tetap():
    assert ketik(PENGUKURAN["realisasi"], "76,99", teks_wajar=True).kode is None
    assert ketik(ANGGARAN["pagu"], "25.000.0000", teks_wajar=True).kode == "AN-01"


def test_yang_tak_terbaca_tetap_tampak_bagi_rumus_excel():
    assert ketik(ANGGARAN["pagu"], "1.168.800.00").sel == "1.168.800.00"
    assert ketik(ANGGARAN["pagu"], "-").sel == "-"


def test_sel_angka():
    assert ketik(PENGUKURAN["realisasi"], 0.75, jenis="angka", format="0%", desimal=0).nilai == 75.0
    assert ketik(PENGUKURAN["realisasi"], 0.75, jenis="angka", format="0%", desimal=0).kode == "AN-05"
    assert ketik(PENGUKURAN["realisasi"], 0.7699, jenis="angka", format="0.00%", desimal=2).nilai == 76.99
    assert ketik(PENGUKURAN["realisasi"], 0.75, jenis="angka").nilai == 0.75
    assert ketik(ANGGARAN["pagu"], 12.5, jenis="angka").kode == "AN-07"
    assert ketik(ANGGARAN["pagu"], 12.0, jenis="angka").kode is None


def test_galat_tanggal_logika():
    k = ketik(PENGUKURAN["realisasi"], "#REF!", jenis="galat")
    assert (k.nilai, k.kode) == (Galat("#REF!"), "AN-03")
    assert ketik(PENGUKURAN["realisasi"], "2024-01-05", jenis="tanggal").kode == "AN-11"
    assert ketik(PENGUKURAN["realisasi"], True, jenis="logika").kode == "AN-01"
    assert ketik(INDIKATOR["kode"], 1.1, jenis="angka").nilai == "1.1"
    assert ketik(INDIKATOR["kode"], 1.1, jenis="angka", desimal=2).nilai == "1.10"
    assert ketik(INDIKATOR["kode"], "2024-01-01", jenis="tanggal").kode == "AN-11"

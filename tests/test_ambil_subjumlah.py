"""Sums below the rows of a group are the group's own figures, in all words; no programme is ever called after a sum."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import isi

JUDUL = "Tabel 3.9 Realisasi Anggaran Program dan Kegiatan Tahun 2024"
AIR = [
    ("program", "Program Irigasi", 300e6, 270e6),
    ("kegiatan", "Irigasi primer", 100e6, 90e6),
    ("kegiatan", "Drainase", 200e6, 180e6),
    ("program", "Program Penunjang", 50e6, 40e6),
    ("kegiatan", "Perencanaan", 50e6, 40e6),
]
MELINTANG = """No | Program / Kegiatan | Pagu (Rp) | Realisasi (Rp)
Program Irigasi | < | < | <
1 | Irigasi primer | 100.000.000 | 90.000.000
2 | Drainase | 200.000.000 | 180.000.000
{satu} | < | 300.000.000 | 270.000.000
Program Penunjang | < | < | <
1 | Perencanaan | 50.000.000 | 40.000.000
{dua} | < | 50.000.000 | 40.000.000
{semua} | < | 350.000.000 | 310.000.000"""


@pytest.mark.parametrize(
    ("satu", "dua", "semua"),
    [
        ("Jumlah Program", "Jumlah Program", "Jumlah"),
        ("Sub Jumlah", "Sub Jumlah", "Total"),
        ("SUBTOTAL", "SUBTOTAL", "GRAND TOTAL"),
        ("Jumlah Program I", "Jumlah Program II", "Jumlah I + II"),
        ("Total Program Irigasi", "Total Program Penunjang", "Jumlah Total"),
        ("Sub Total Program Irigasi", "Sub Total Program Penunjang", "Total Anggaran"),
    ],
)
def test_jumlah_di_bawah_kelompok_milik_barisnya(satu: str, dua: str, semua: str) -> None:
    r = ambil(buku(), MELINTANG.format(satu=satu, dua=dua, semua=semua), JUDUL)
    assert isi(r, "anggaran", "level", "nama", "pagu", "realisasi_rp") == AIR
    assert not {"AB-06", "AB-14"} & {t.kode for t in r.temuan}


def test_jumlah_tiap_jenjang_dan_yang_tidak_berbaris() -> None:
    """Kegiatan within programmes; sums of a bidang or urusan have no row, and are none."""
    r = ambil(buku(), """No | Program/Kegiatan/Sub Kegiatan | Pagu (Rp) | Realisasi (Rp)
I | Program Irigasi |  |
A | Kegiatan Jaringan |  |
1 | Sub Kegiatan Rehabilitasi | 60.000.000 | 50.000.000
2 | Sub Kegiatan Operasi | 40.000.000 | 40.000.000
 | Jumlah Kegiatan | 100.000.000 | 90.000.000
B | Kegiatan Drainase |  |
1 | Sub Kegiatan Normalisasi | 200.000.000 | 180.000.000
 | Jumlah Kegiatan | 200.000.000 | 180.000.000
 | Jumlah Program | 300.000.000 | 270.000.000
 | Jumlah Bidang | 300.000.000 | 270.000.000
 | Jumlah Urusan | 300.000.000 | 270.000.000""", JUDUL)  # fmt: skip
    assert isi(r, "anggaran", "level", "nama", "pagu") == [
        ("program", "Program Irigasi", 300e6),
        ("kegiatan", "Kegiatan Jaringan", 100e6),
        ("subkegiatan", "Sub Kegiatan Rehabilitasi", 60e6),
        ("subkegiatan", "Sub Kegiatan Operasi", 40e6),
        ("kegiatan", "Kegiatan Drainase", 200e6),
        ("subkegiatan", "Sub Kegiatan Normalisasi", 200e6),
    ]


def test_program_di_kolom_sendiri_dengan_jumlah_per_sasaran() -> None:
    teks = """Program | Kegiatan | Pagu (Rp) | Realisasi (Rp)
Sasaran 1: Mutu sungai meningkat | < | < | <
Program Irigasi | Irigasi primer | 100.000.000 | 90.000.000
^ | Drainase | 200.000.000 | 180.000.000
Jumlah Program Irigasi | < | 300.000.000 | 270.000.000
Program Penunjang | Perencanaan | 50.000.000 | 40.000.000
Jumlah Program Penunjang | < | 50.000.000 | 40.000.000
Jumlah Sasaran 1 | < | 350.000.000 | 310.000.000
JUMLAH TOTAL | < | 350.000.000 | 310.000.000"""
    r = ambil(buku(), teks, JUDUL)
    assert isi(r, "anggaran", "level", "nama", "pagu", "realisasi_rp") == AIR
    assert "AB-06" not in {t.kode for t in r.temuan}
    salah = ambil(buku(), teks.replace("Jumlah Sasaran 1 | < | 350", "Jumlah Sasaran 1 | < | 353"), JUDUL)
    assert [t.kode for t in salah.temuan if t.kode == "AB-06"] == ["AB-06"]


def test_program_di_kolom_kegiatan_tetap_program() -> None:
    r = ambil(buku(), """No | Kegiatan | Anggaran (Rp) | Realisasi (Rp)
1 | Program Irigasi | 300.000.000 | 270.000.000
2 | Program Penunjang | 50.000.000 | 40.000.000""", "Realisasi Anggaran")  # fmt: skip
    assert isi(r, "anggaran", "level") == [("program",), ("program",)]


def test_jumlah_di_samping_nama_programnya() -> None:
    r = ambil(buku(), """Program | Kegiatan | Plafon (Rp) | Terserap (Rp)
Program Irigasi | Jumlah program | 300.000.000 | 270.000.000
^ | Irigasi primer | 100.000.000 | 90.000.000
^ | Drainase | 200.000.000 | 180.000.000
Program Penunjang | Jumlah | 50.000.000 | 40.000.000
^ | Perencanaan | 50.000.000 | 40.000.000""", JUDUL)  # fmt: skip
    assert isi(r, "anggaran", "level", "nama", "pagu", "realisasi_rp") == AIR


def test_nama_di_belakang_strip() -> None:
    r = ambil(buku(), """Program/Kegiatan | Pagu (Rp) | Realisasi (Rp)
Program Irigasi | 300.000.000 | 270.000.000
- Irigasi primer | 300.000.000 | 270.000.000""", JUDUL)  # fmt: skip
    assert isi(r, "anggaran", "level", "nama") == [("program", "Program Irigasi"), ("kegiatan", "Irigasi primer")]

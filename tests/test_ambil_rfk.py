"""Recaps of DPA and RFK, tables on their side, and amounts in thousands or millions: taken, or asked a column at a time."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import isi

from lkjip_xl.rencana import Nasib, Yakin

JUDUL = "Realisasi Anggaran Tahun 2024"
JUTA = [("Program Irigasi", 300_500_000.0, 270_250_000.0), ("Program Penunjang", 1_250_000_000.0, 1_200_000_000.0)]


@pytest.mark.parametrize(
    ("judul", "kepala"),
    [
        (f"{JUDUL} (Rp juta)", "Uraian | Program Irigasi | Program Penunjang"),
        (JUDUL, "Uraian | Program Irigasi (Rp juta) | Program Penunjang (Rp juta)"),
        (JUDUL, "Uraian (Rp juta) | Program Irigasi | Program Penunjang"),
        (f"{JUDUL} (dalam jutaan rupiah)", "Uraian | Program Irigasi | Program Penunjang"),
    ],
)
def test_program_sebagai_kolom_dalam_juta(judul: str, kepala: str) -> None:
    r = ambil(buku(), f"""{kepala}
Pagu | 300,5 | 1.250
Realisasi | 270,25 | 1.200
Serapan (%) | 89,93 | 96,00""", judul)  # fmt: skip
    assert isi(r, "anggaran", "nama", "pagu", "realisasi_rp") == JUTA
    assert isi(r, "anggaran", "realisasi") == [(None,), (None,)]


def test_angka_kecil_tanpa_satuan_ditanyakan() -> None:
    r = ambil(buku(), """Program | Anggaran | Realisasi | %
Program Irigasi | 300,5 | 270,25 | 89,93
Program Penunjang | 1.250 | 1.200 | 96,00""", JUDUL)  # fmt: skip
    assert isi(r, "anggaran", "nama", "pagu", "realisasi_rp", "realisasi") == [
        ("Program Irigasi", None, None, None),
        ("Program Penunjang", None, None, None),
    ]
    assert {s.nasib for s in r.sel if s.teks in ("300,5", "270,25", "1.250", "1.200")} == {Nasib.RAGU}


def test_dpa_dan_dppa_berdampingan() -> None:
    r = ambil(buku(), """Kode | Uraian | Indikator | Target | Satuan | DPA | DPPA | Bertambah/Berkurang
1.03.02 | Program Irigasi | Indeks irigasi | 75 | Indeks | 280.000.000 | 300.000.000 | 20.000.000
1.03.02.2.01 | Irigasi primer | Panjang irigasi | 12 | km | 90.000.000 | 100.000.000 | 10.000.000""",
              "Rekapitulasi DPPA Tahun Anggaran 2024")  # fmt: skip
    assert isi(r, "anggaran", "level", "target", "pagu") == [("program", 75.0, 300e6), ("kegiatan", 12.0, 100e6)]


def test_fisik_dan_keuangan_dengan_keluaran() -> None:
    r = ambil(buku(), """Kode | Program/Kegiatan | Kinerja | < | < | Keuangan | < | Fisik (%)
^ | ^ | Target Keluaran | Satuan | Realisasi Keluaran | Pagu DPPA (Rp) | Realisasi (Rp) | ^
1.03.02 | Program Irigasi | 75 | Indeks | 76 | 300.000.000 | 270.000.000 | 98
1.03.02.2.01 | Irigasi primer | 12 | km | 12 | 100.000.000 | 90.000.000 | 97""",
              "Laporan Realisasi Fisik dan Keuangan Tahun 2024")  # fmt: skip
    assert r.tabel[0].yakin is Yakin.PASTI
    assert isi(r, "anggaran", "target", "realisasi", "pagu", "realisasi_rp", "fisik") == [
        (75.0, 76.0, 300e6, 270e6, 98.0),
        (12.0, 12.0, 100e6, 90e6, 97.0),
    ]


def test_kode_berhuruf_tanpa_kepala_di_atasnya() -> None:
    r = ambil(buku(), """U | BU | P | K | Uraian | Anggaran (Rp) | Realisasi (Rp)
1 | 03 | 02 |  | Program Irigasi | 300.000.000 | 270.000.000
1 | 03 | 02 | 2.01 | Irigasi primer | 100.000.000 | 90.000.000""", JUDUL)  # fmt: skip
    assert isi(r, "anggaran", "kode", "level") == [("1.03.02", "program"), ("1.03.02.2.01", "kegiatan")]

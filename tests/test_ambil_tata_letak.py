"""Ordinary layouts of reports that mix what belongs together: performance beside money, men and women of several kinds, quarters by the caption."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from libreoffice import LibreOffice, tersedia
from rencana_ambil import isi

from lkjip_xl.ambil.sumber import baca_bahan
from lkjip_xl.rencana import Nasib, rencanakan

EFISIENSI = """No | Sasaran | Indikator | Kinerja | < | < | Anggaran | < | <
^ | ^ | ^ | Target | Realisasi | % Capaian | Alokasi (Rp) | Realisasi (Rp) | % Capaian
1 | Meningkatnya panen | Produksi padi (ton) | 1.200 | 1.260 | 105 | 950.000.000 | 910.000.000 | 95,79
2 | Meningkatnya mutu | Luas panen (ha) | 800 | 810 | 101,25 | 50.000.000 | 40.000.000 | 80,00"""


@pytest.mark.parametrize("kepala", ["% Capaian", "%", "Capaian (%)"])
def test_capaian_di_bawah_anggaran_bukan_capaian_kinerja(kepala: str) -> None:
    r = ambil(buku(), EFISIENSI.replace("80,00", "@").replace("% Capaian\n1", f"{kepala}\n1").replace("@", "80,00"), "Tabel 3.10 Efisiensi Tahun 2024")  # fmt: skip
    assert isi(r, "pengukuran", "target", "realisasi") == [(1200.0, 1260.0), (800.0, 810.0)]
    assert {s.nasib for s in r.sel if s.teks in ("105", "101,25")} == {Nasib.SAMA}
    assert {s.nasib for s in r.sel if s.teks in ("95,79", "80,00")} == {Nasib.TIDAK}
    assert not {"AB-05", "AB-15"} & {t.kode for t in r.temuan} and [p.jenis for p in r.pertanyaan if p.jenis == "kolom"] == []  # fmt: skip


PEGAWAI = """No | Pendidikan | PNS | < | PPPK | < | Jumlah{ekor}
^ | ^ | L | P | L | P | {lagi}
1 | S2 | 3 | 2 | 0 | 1 | {a}
2 | S1 | 10 | 12 | 2 | 3 | {b}"""


def test_laki_laki_tiap_status_bukan_laki_laki_semuanya() -> None:
    judul = "Tabel 1.1 Jumlah Pegawai Menurut Tingkat Pendidikan Tahun 2024"
    r = ambil(buku(), PEGAWAI.format(ekor="", lagi="^", a="6", b="27"), judul)
    assert isi(r, "pegawai", "uraian", "laki_laki", "perempuan", "jumlah") == [("S2", None, None, 6.0), ("S1", None, None, 27.0)]  # fmt: skip
    r = ambil(buku(), PEGAWAI.format(ekor=" | <", lagi="L | P", a="3 | 3", b="12 | 15"), judul)
    assert isi(r, "pegawai", "uraian", "laki_laki", "perempuan") == [("S2", 3.0, 3.0), ("S1", 12.0, 15.0)]


TRIWULAN = """No | Indikator | Satuan | Target | Triwulan | < | < | <
^ | ^ | ^ | ^ | I | II | III | IV
1 | Produksi padi | ton | 1.200 | 310 | 640 | 1.000 | 1.260"""


def test_triwulan_tanpa_ukuran_menurut_judulnya() -> None:
    r = ambil(buku(), TRIWULAN, "Tabel 3.5 Capaian Kinerja per Triwulan Tahun 2024")
    assert isi(r, "triwulan", "tw", "target", "realisasi") == [("I", None, 310.0), ("II", None, 640.0), ("III", None, 1000.0), ("IV", None, 1260.0)]  # fmt: skip
    assert isi(r, "pengukuran", "target") == [(1200.0,)]
    r = ambil(buku(), TRIWULAN, "Target Kinerja per Triwulan Tahun 2024")
    assert {x for (x,) in isi(r, "triwulan", "realisasi")} <= {None}


SERI = """Tahun | Target | Realisasi | Capaian
2022 | 34 | 34,2 | 100,59
2023 | 35 | 35,9 | 102,57
2024 | 35,50 | 36,10 | 101,69
Target Akhir Renstra 2026 | 37 | | 97,57"""


def test_target_akhir_di_bawah_tahun_tahunnya() -> None:
    r = ambil(buku(), SERI, "Indikator kinerja : Angka konsumsi ikan")
    assert isi(r, "pengukuran", "target", "realisasi") == [(35.5, 36.1)]
    assert isi(r, "riwayat", "target_1", "realisasi_1", "target_2", "realisasi_2") == [(35.0, 35.9, 34.0, 34.2)]
    assert isi(r, "renstra", "target_akhir") == [(37.0,)]
    assert [s.nasib for s in r.sel if s.teks == "97,57"] == [Nasib.TIDAK]


SETAHUN = """Indikator Kinerja | Kondisi Awal (2023) | Tahun 2024 | < | < | Target Akhir Renstra (2026)
^ | ^ | Target | Realisasi | % Realisasi | ^
Produksi padi (ton) | 1.000 | 1.200 | 1.260 | 105 | 1.400
Luas panen (ha) | 700 | 800 | 810 | 101,25 | 900"""


def test_target_setahun_di_antara_awal_dan_akhir_renstra() -> None:
    r = ambil(buku(), SETAHUN, "Tabel 3.3 Capaian")
    assert isi(r, "pengukuran", "target", "realisasi") == [(1200.0, 1260.0), (800.0, 810.0)]
    assert isi(r, "renstra", "nilai_dasar", "target_akhir") == [(1000.0, 1400.0), (700.0, 900.0)]
    assert not [s for s in r.sel if s.nasib is Nasib.RAGU]


def test_standar_nasional_di_samping_realisasi() -> None:
    teks = "No | Indikator Kinerja | Realisasi 2024 | Standar Nasional | Keterangan\n1 | Produksi padi | 1.260 | 1.300 | di bawah\n2 | Luas panen | 810 | - | -"
    r = ambil(buku(), teks, "Tabel 3.7 Perbandingan dengan Standar Nasional")
    assert isi(r, "pengukuran", "realisasi") == [(1260.0,), (810.0,)]
    assert ("standar", 1300.0) in isi(r, "pembanding", "jenis", "nilai")


@pytest.mark.lengkap
@pytest.mark.skipif(not tersedia(), reason="LibreOffice")
@pytest.mark.parametrize("akhiran", ["ods", "xlsx"])
def test_kepala_tergabung_lewat_libreoffice(tmp_path: Path, akhiran: str) -> None:
    """What LibreOffice saves of a header of two rows with merged cells is read as Excel's is, though .ods says no merging."""
    w = openpyxl.Workbook()
    s = w.active
    for b in [["REALISASI KINERJA TAHUN 2024"], [], ["No", "Indikator", "Satuan", "Target 2024", "Triwulan I", None, "Triwulan II"],
              [None, None, None, None, "T", "R", "T", "R"], [1, "Produksi padi", "ton", 1200, 300, 310, 600, 640]]:  # fmt: skip
        s.append(b)
    for x in ("A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:H3"):
        s.merge_cells(x)
    w.save(tmp_path / "asal.xlsx")
    lo = LibreOffice()
    try:
        lo.hitung(tmp_path / "asal.xlsx", simpan=tmp_path / f"tw.{akhiran}")
    finally:
        lo.tutup()
    b = baca_bahan([tmp_path / f"tw.{akhiran}"])
    r = rencanakan(buku(), b.tabel, kisi=b.kisi)
    assert isi(r, "triwulan", "tw", "target", "realisasi") == [("I", 300.0, 310.0), ("II", 600.0, 640.0)]
    assert isi(r, "pengukuran", "target") == [(1200.0,)]

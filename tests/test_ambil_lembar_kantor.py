"""Several tables of one sheet, years beside each other with their results, money a year: what decides which sheet a table is."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import isi

from lkjip_xl.rencana import Yakin

PK = """{judul} | | | |
 | | | |
No | Sasaran Strategis | Indikator Kinerja | Satuan | Target
1 | Mutu sungai | Indeks mutu air | Indeks | 56,00
2 | Tata kelola | Nilai SAKIP | Nilai | 70
 | | | |
 | | | |
No | Program | Anggaran | |
1 | Program Pengelolaan Sungai | 1.000.000.000 | |
2 | Program Penunjang Urusan | 500.000.000 | |
 | JUMLAH | 1.500.000.000 | |"""


@pytest.mark.parametrize(
    ("judul", "versi"), [("PERJANJIAN KINERJA TAHUN 2024", "murni"), ("PERJANJIAN KINERJA PERUBAHAN TAHUN 2024", "perubahan")]
)  # fmt: skip
def test_program_tanpa_judul_di_bawah_pk_selembar(judul: str, versi: str) -> None:
    r = ambil(buku(), PK.format(judul=judul))
    assert [(p.lembar, p.yakin) for p in r.tabel] == [("pk", Yakin.PASTI), ("pk_program", Yakin.PASTI)]
    assert isi(r, "pk_program", "versi", "nama", "anggaran") == [
        (versi, "Program Pengelolaan Sungai", 1_000_000_000.0),
        (versi, "Program Penunjang Urusan", 500_000_000.0),
    ]


def test_program_tanpa_judul_tanpa_pk_tetap_ditanyakan() -> None:
    r = ambil(buku(), PK.format(judul="DINAS PENGAIRAN KABUPATEN RAWA"))
    assert r.tabel[-1].yakin is not Yakin.PASTI
    assert not isi(r, "pk_program", "nama")


TAHUNAN = """No | Indikator | Satuan | 2022 | < | < | 2023 | < | < | 2024 | < | < | Target Akhir Renstra (2026)
^ | ^ | ^ | Target | Realisasi | % | Target | Realisasi | % | Target | Realisasi | % | ^
1 | Indeks mutu air | Indeks | 50 | 51 | 102 | 52 | 53 | 101,92 | 56 | 57 | 101,79 | 60
2 | Persentase sempadan tertata | % | 60 | 61 | 101,67 | 65 | 66 | 101,54 | 70 | 71 | 101,43 | 80"""


def test_target_di_samping_hasil_tahunnya_bukan_rencana() -> None:
    r = ambil(buku(), TAHUNAN, "Perbandingan Kinerja Tahun 2022-2024 dan Target Renstra")
    assert [(p.lembar, p.yakin) for p in r.tabel] == [("riwayat", Yakin.PASTI)]
    assert isi(r, "riwayat", "target_2", "realisasi_2", "target_1", "realisasi_1") == [
        (50.0, 51.0, 52.0, 53.0),
        (60.0, 61.0, 65.0, 66.0),
    ]
    assert isi(r, "pengukuran", "target", "realisasi") == [(56.0, 57.0), (70.0, 71.0)]
    assert isi(r, "renstra", "target_akhir") == [(60.0,), (80.0,)]


@pytest.mark.parametrize("uang", ["Pagu", "Anggaran", "Pagu Indikatif", "Pendanaan"])
def test_uang_tiap_tahun_matriks_program(uang: str) -> None:
    r = ambil(buku(), f"""Kode | Program/Kegiatan | Indikator | Satuan | Baseline 2023 | 2024 | < | 2025 | < | 2026 | < | Unit Kerja
^ | ^ | ^ | ^ | ^ | Target | {uang} | Target | {uang} | Target | {uang} | ^
2.11.03 | Program Pengelolaan Sungai | Indeks mutu air | Indeks | 50 | 56 | 3.850 | 57 | 3.960,5 | 58 | 4.075 | Bidang Sungai
2.11.03.2.01 | Pemantauan mutu air | Jumlah titik pantau | Titik | 10 | 12 | 850 | 13 | 960 | 14 | 975 | Bidang Sungai""",
              "RENSTRA DINAS PENGAIRAN TAHUN 2024-2026", "RENCANA PROGRAM, KEGIATAN DAN PENDANAAN", "(Rp juta)")  # fmt: skip
    assert [(p.lembar, p.yakin) for p in r.tabel] == [("tc27", Yakin.PASTI)]
    assert isi(r, "tc27", "target_1", "rp_1", "target_2", "rp_2") == [
        (56.0, 3_850_000_000.0, 57.0, 3_960_500_000.0),
        (12.0, 850_000_000.0, 13.0, 960_000_000.0),
    ]


def test_mutasi_aset_yang_kebanyakan_nol() -> None:
    r = ambil(buku(), """No | Uraian | Saldo Awal | Mutasi | < | Saldo Akhir
^ | ^ | ^ | Bertambah | Berkurang | ^
1 | Tanah | 2.145.000.000 | 0 | 0 | 2.145.000.000
2 | Peralatan dan Mesin | 5.318.442.750 | 286.500.000 | 41.250.000 | 5.563.692.750
3 | Gedung dan Bangunan | 6.904.118.000 | 0 | 0 | 6.904.118.000""", "REKAPITULASI ASET TETAP TAHUN 2024")  # fmt: skip
    assert isi(r, "aset", "bertambah", "berkurang") == [(0.0, 0.0), (286_500_000.0, 41_250_000.0), (0.0, 0.0)]


@pytest.mark.parametrize("nama", ["Nama Barang", "Jenis Sarana dan Prasarana", "Jenis Peralatan"])
@pytest.mark.parametrize(
    "keadaan", ["Baik | Rusak Ringan | Rusak Berat", "Kondisi Baik | Kondisi Kurang Baik | Kondisi Rusak"]
)
def test_aset_menurut_keadaannya(nama: str, keadaan: str) -> None:
    r = ambil(buku(), f"""No | {nama} | {keadaan} | Jumlah
1 | Kendaraan roda empat | 3 | 1 | 1 | 5
2 | Komputer | 35 | 3 | 2 | 40""", "Tabel 1.4 Sarana dan Prasarana Tahun 2024")  # fmt: skip
    assert isi(r, "aset", "nama", "jumlah_barang") == [("Kendaraan roda empat", 5.0), ("Komputer", 40.0)]


@pytest.mark.parametrize("judul", ["Tabel 2.4 Kondisi Jalan Tahun 2024", "Tabel 2.4 Kondisi Jembatan"])
def test_keadaan_jalan_bukan_aset_dan_bukan_pegawai(judul: str) -> None:
    r = ambil(buku(), """No | Ruas | Baik | Rusak Ringan | Rusak Berat | Jumlah
1 | Utara | 3 | 1 | 1 | 5
2 | Selatan | 35 | 3 | 2 | 40""", judul)  # fmt: skip
    assert not isi(r, "aset", "nama")
    assert not isi(r, "pegawai", "uraian")


def test_keadaan_barang_sebagai_keterangan() -> None:
    r = ambil(buku(), """No | Jenis Sarana | Jumlah | Satuan | Kondisi
1 | Kendaraan roda empat | 5 | Unit | Baik
2 | Komputer | 40 | Unit | Rusak Ringan""", "Tabel 1.4 Sarana dan Prasarana")  # fmt: skip
    assert isi(r, "aset", "nama", "jumlah_barang", "keterangan") == [
        ("Kendaraan roda empat", 5.0, "Baik"),
        ("Komputer", 40.0, "Rusak Ringan"),
    ]


@pytest.mark.parametrize("kepala", ["Unit Kerja", "Bidang/Sekretariat", "Unit Organisasi"])
def test_pegawai_menurut_unit_kerja(kepala: str) -> None:
    r = ambil(buku(), f"""No | {kepala} | Jumlah
1 | Sekretariat | 20
2 | Bidang Sungai | 12
 | Jumlah | 32""", "Tabel 1.1 Jumlah Pegawai Tahun 2024")  # fmt: skip
    assert isi(r, "pegawai", "dimensi", "uraian", "jumlah") == [
        (kepala, "Sekretariat", 20.0),
        (kepala, "Bidang Sungai", 12.0),
    ]

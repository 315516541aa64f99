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

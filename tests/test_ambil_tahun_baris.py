"""A year a row: no figure of an earlier year is ever that of the report's year."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import isi

from lkjip_xl.rencana import Nasib, Yakin

UKUR = [(56.0, 57.4), (75.0, 78.0)]
LALU = [(54.0, 55.0), (70.0, 72.0)]
JUDUL = "Perkembangan Capaian Kinerja"
BENTUK = {
    "tahun di kiri": """Tahun | Indikator | Target | Realisasi
2023 | Indeks mutu air | 54,00 | 55,00
^ | Persentase sempadan tertata | 70 | 72
2024 | Indeks mutu air | 56,00 | 57,40
^ | Persentase sempadan tertata | 75 | 78""",
    "dengan sasaran": """Sasaran | Indikator | Satuan | Tahun | Target | Realisasi
Mutu sungai meningkat | Indeks mutu air | Indeks | 2023 | 54,00 | 55,00
^ | ^ | ^ | Tahun 2024 | 56,00 | 57,40
^ | Persentase sempadan tertata | % | 2023 | 70 | 72
^ | ^ | ^ | Tahun 2024 | 75 | 78""",
    "dengan kode terpecah": """Kode | < | < | Indikator | Satuan | Tahun | Target | Realisasi
T | S | I | ^ | ^ | ^ | ^ | ^
1 | 1 | 1 | Indeks mutu air | Indeks | 2023 | 54,00 | 55,00
1 | 1 | 1 | Indeks mutu air | Indeks | 2024 | 56,00 | 57,40
1 | 1 | 2 | Persentase sempadan tertata | % | 2023 | 70 | 72
1 | 1 | 2 | Persentase sempadan tertata | % | 2024 | 75 | 78""",
    "tahun di kolom nama": """No | Indikator | Satuan | Target | Realisasi
1 | Indeks mutu air | Indeks |  | 
 | 2023 |  | 54,00 | 55,00
 | 2024 |  | 56,00 | 57,40
2 | Persentase sempadan tertata | % |  | 
 | 2023 |  | 70 | 72
 | 2024 |  | 75 | 78""",
    "tahun melintang": """Indikator | Satuan | Target | Realisasi
Tahun 2023 | < | < | <
Indeks mutu air | Indeks | 54,00 | 55,00
Persentase sempadan tertata | % | 70 | 72
Tahun 2024 | < | < | <
Indeks mutu air | Indeks | 56,00 | 57,40
Persentase sempadan tertata | % | 75 | 78""",
    "nama melintang": """Tahun | Target | Realisasi
Indeks mutu air | < | <
2023 | 54,00 | 55,00
2024 | 56,00 | 57,40
Persentase sempadan tertata | < | <
2023 | 70 | 72
2024 | 75 | 78""",
    "dua angka seselnya": """No | Indikator | Satuan | 2023 (Target/Realisasi) | 2024 (Target/Realisasi)
1 | Indeks mutu air | Indeks | 54,00 / 55,00 | 56,00 / 57,40
2 | Persentase sempadan tertata | % | 70 / 72 | 75 / 78""",
}


@pytest.mark.parametrize("bentuk", BENTUK)
def test_angka_tiap_tahun_di_tempatnya(bentuk: str) -> None:
    r = ambil(buku(), BENTUK[bentuk], JUDUL)
    assert isi(r, "pengukuran", "target", "realisasi") == UKUR
    assert isi(r, "riwayat", "target_1", "realisasi_1") == LALU
    assert not [s for s in r.sel if s.nasib in (Nasib.BENTROK, Nasib.RAGU)]


def test_target_tahun_depan_ke_renstra_dan_tahun_lalu_saja_tidak_menjadi_tahun_ini() -> None:
    r = ambil(buku(), """Indikator | Tahun | Target
Indeks mutu air | 2023 | 54
^ | 2024 | 56
^ | 2025 | 58""", "Target Kinerja Renstra")  # fmt: skip
    assert isi(r, "renstra", "target_1", "target_2") == [(56.0, 58.0)]
    lalu = ambil(buku(), """Indikator | Satuan | Tahun | Target | Realisasi
Indeks mutu air | Indeks | 2023 | 54,00 | 55,00""", JUDUL)  # fmt: skip
    assert isi(lalu, "riwayat", "target_1", "realisasi_1") == [(54.0, 55.0)]
    assert isi(lalu, "pengukuran", "target", "realisasi") == []


def test_tabel_program_per_tahun_ditanyakan_utuh() -> None:
    r = ambil(buku(), """Program | Indikator Program | Satuan | Tahun | Target | Realisasi | Anggaran (Rp)
Program Irigasi | Indeks irigasi | Indeks | 2023 | 54,00 | 55,00 | 100.000.000
^ | ^ | ^ | 2024 | 56,00 | 57,40 | 200.000.000""", "Capaian Program")  # fmt: skip
    assert r.tabel[0].yakin is Yakin.RAGU
    assert not r.tulis


def test_tanda_di_belakang_tahun_berarti_sementara() -> None:
    r = ambil(buku(), BENTUK["nama melintang"].replace("2024 | 56", "2024* | 56"), JUDUL, bawah=("*) angka sementara",))
    assert isi(r, "pengukuran", "sementara") == [("ya",), (None,)]


def test_dua_angka_tanpa_kepala_yang_menyebutnya_tidak_diambil() -> None:
    r = ambil(buku(), """No | Indikator | Satuan | Kinerja 2024
1 | Indeks mutu air | Indeks | 56,00 / 57,40
2 | Persentase sempadan tertata | % | 75 / 78""", "Capaian Kinerja")  # fmt: skip
    assert isi(r, "pengukuran", "target", "realisasi") == []
    assert {s.nasib for s in r.sel if "/" in s.teks} <= {Nasib.TIDAK, Nasib.RAGU}


def test_sel_yang_menyebut_satu_tahun_dua_kali_tidak_dipisah() -> None:
    ganda = "2023: 55 / 2024: 56 / 2024: 57"
    r = ambil(buku(), f"""No | Indikator | Satuan | Realisasi
1 | Indeks mutu air | Indeks | {ganda}
2 | Persentase sempadan tertata | % | 2023: 72 / 2024: 78""", JUDUL)  # fmt: skip
    assert isi(r, "pengukuran", "realisasi") == [(78.0,)]
    assert [s.nasib in (Nasib.TIDAK, Nasib.RAGU) for s in r.sel if s.teks == ganda] == [True]


def test_indikator_yang_disebut_di_atas_tabelnya_mendapat_kode_baru() -> None:
    r = ambil(buku(), """Tahun | Target | Realisasi
2023 | 54,00 | 55,00
2024 | 56,00 | 57,40""", "Indikator: Indeks mutu air")  # fmt: skip
    assert [x for (x,) in isi(r, "indikator", "kode")] == ["IK1"]

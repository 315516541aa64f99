"""Tables that only look like years or quarters a row: no figure goes to a year, a quarter or an indicator that is not its own."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import isi

from lkjip_xl.rencana import Nasib, Rencana, Yakin


def _tertulis(r: Rencana) -> set[str]:
    return {s.teks for s in r.sel if s.nasib is Nasib.DITULIS}


def _ditanya(r: Rencana) -> bool:
    return any(q.jenis == "tabel" and not q.bawaan for q in r.pertanyaan)


RAGU = {
    "nama yang sama di dua sasaran": """Sasaran | Indikator | Tahun | Target | Realisasi
Mutu sungai meningkat | Persentase tertata | 2023 | 50 | 51
^ | ^ | 2024 | 55 | 56
Layanan meningkat | Persentase tertata | 2023 | 60 | 61
^ | ^ | 2024 | 65 | 66""",
    "tahun tidak diisi": """Indikator | Tahun | Target | Realisasi
Indeks mutu air | 2023 | 50 | 51
 | 2024 | 55 | 56
Persentase sempadan |  | 60 | 61
 | 2024 | 65 | 66""",
    "nama tidak diisi": """Indikator | Tahun | Target | Realisasi
Indeks mutu air | 2023 | 50 | 51
 | 2024 | 55 | 56
 | 2023 | 60 | 61
 | 2024 | 65 | 66""",
    "angka di samping nama": """Indikator | Target | Realisasi
Persentase gabah | 100 | 90
2023 | 60 | 61
2024 | 65 | 66
Produktivitas padi | 50 | 45""",
    "tahun dan triwulan": """Indikator | Tahun | Triwulan | Target | Realisasi
Indeks mutu air | 2023 | I | 50 | 51
^ | ^ | II | 52 | 53
^ | 2024 | I | 54 | 55
^ | ^ | II | 56 | 57""",
    "triwulan tahun lalu di antaranya": """Indikator | Periode | Target | Realisasi
Indeks mutu air | TW IV 2023 | 50 | 51
 | TW I 2024 | 52 | 53
 | TW II 2024 | 54 | 55""",
    "triwulan tahun lalu di nama": """Indikator | Target | Realisasi
Indeks mutu air | |
TW IV 2023 | 50 | 51
TW I 2024 | 52 | 53""",
    "triwulan tahun lalu, indikator mendatar": """Triwulan | Indeks mutu air | Persentase sempadan
TW IV 2023 | 50 | 60
TW I 2024 | 52 | 62
TW II 2024 | 53 | 63""",
    "triwulan tahun lalu seluruhnya, indikator mendatar": """Realisasi Triwulan | Indeks mutu air | Persentase sempadan
TW I 2023 | 52 | 62
TW II 2023 | 53 | 63""",
    "satu triwulan dua kali": """Realisasi Triwulan | Indeks mutu air | Persentase sempadan
I | 50 | 60
II | 52 | 62
II | 53 | 63""",
    "kepala triwulan tahun lalu": """Indikator | Triwulan 2023 | Target | Realisasi
Indeks mutu air | I | 50 | 51
 | II | 52 | 53""",
}


@pytest.mark.parametrize("bentuk", RAGU)
def test_yang_tidak_pasti_waktunya_ditanya_seluruhnya(bentuk: str) -> None:
    r = ambil(buku(), RAGU[bentuk], "Perkembangan Realisasi Kinerja 2022-2024")
    assert _tertulis(r) == set()
    assert _ditanya(r)


def test_triwulan_tahun_lalu_bukan_angka_setahun() -> None:
    teks = "Indikator | Triwulan | Target | Realisasi\nIndeks mutu air | I | 50 | 51\n | II | 52 | 53"
    r = ambil(buku(), teks, "Capaian Triwulan Tahun 2023")
    assert _tertulis(r) == set()
    assert r.tabel[0].yakin is Yakin.RAGU
    assert isi(ambil(buku(), teks, "Capaian Triwulan Tahun 2024"), "triwulan", "tw", "target") == [
        ("I", 50.0),
        ("II", 52.0),
    ]


@pytest.mark.parametrize(
    ("judul", "jarak"),
    [("Capaian Kinerja Tahun Lalu", -1), ("Capaian Kinerja Tahun n-1", -1), ("Capaian (Tahun n - 2)", -2)],
)
def test_tabel_tahun_lain_menurut_jaraknya(judul: str, jarak: int) -> None:
    """What a caption calls last year's is not of this year; a comparison with it is, and so is this year."""
    teks = "Indikator | Target | Realisasi\nIndeks mutu air | 50 | 51\nPersentase sempadan | 60 | 61"
    r = ambil(buku(), teks, judul)
    assert isi(r, "riwayat", f"realisasi_{-jarak}") == [(51.0,), (61.0,)]
    assert isi(r, "pengukuran", "realisasi") == []
    for kini in ("Capaian Kinerja Tahun Ini", "Capaian Tahun n", "Capaian dibanding Tahun Lalu"):
        assert isi(ambil(buku(), teks, kini), "pengukuran", "target", "realisasi") == [(50.0, 51.0), (60.0, 61.0)]


def test_target_tahun_depan_bukan_target_tahun_ini() -> None:
    teks = "Indikator | Target\nIndeks mutu air | 50\nPersentase sempadan | 60"
    r = ambil(buku(), teks, "Perjanjian Kinerja Tahun Depan")
    assert isi(r, "renstra", "target_2") == [(50.0,), (60.0,)]
    assert isi(r, "pk", "target") == []


def test_belanja_tahun_lalu_menurut_judulnya() -> None:
    teks = "Jenis Belanja | Anggaran (Rp) | Realisasi (Rp)\nBelanja Pegawai | 5.000.000 | 4.500.000\nBelanja Modal | 2.000.000 | 1.900.000"
    tahun = buku().setelan["TahunLaporan"]
    for judul in ("Realisasi Belanja Tahun Lalu", f"Realisasi Belanja Tahun {tahun - 1:.0f}"):
        assert isi(ambil(buku(), teks, judul), "belanja", "tahun", "anggaran") == [(tahun - 1, 5e6), (tahun - 1, 2e6)]
    kini = ambil(buku(), teks, f"Realisasi Belanja Tahun {tahun:.0f}")
    assert isi(kini, "belanja", "tahun", "anggaran") == [(None, 5e6), (None, 2e6)]


def test_pembanding_tahun_lain_menurut_judulnya() -> None:
    """Whose header names a year is of that one."""
    teks = "Indikator | Realisasi | {}\nIndeks mutu air | 50 | 51\nPersentase sempadan | 60 | 61"
    for kepala, tahun in (("Realisasi Nasional", 2023.0), ("Realisasi Nasional 2024", None)):
        r = ambil(buku(), teks.format(kepala), "Perbandingan Capaian dengan Nasional Tahun 2023")
        assert isi(r, "pembanding", "tahun", "nilai") == [(tahun, 51.0), (tahun, 61.0)]


@pytest.mark.parametrize("kepala", ["Sumber Data Tahun", "Tahun Dasar"])
def test_tahun_yang_bukan_tahun_angkanya(kepala: str) -> None:
    """Which year a source is of does not move the figures beside it to that year."""
    teks = f"Indikator | Target | Realisasi | {kepala}\nIndeks mutu air | 50 | 51 | 2023\nPersentase sempadan | 60 | 61 | 2024"
    r = ambil(buku(), teks, "Capaian Kinerja Tahun 2024")
    assert isi(r, "pengukuran", "target", "realisasi") == [(50.0, 51.0), (60.0, 61.0)]
    assert not [s for s in r.sel if s.lembar == "Riwayat"]


SILANG = "Tahun | {} | {}\n2024 | 61,2 | 70\n2025 | 63,5 | 72\n2026 | 65,1 | 75"


@pytest.mark.parametrize("judul", ["Target Kinerja yang Tercapai 2024-2026", "Pencapaian Target IKU Tahun 2024-2026"])
def test_target_yang_tercapai_bukan_target(judul: str) -> None:
    r = ambil(buku(), SILANG.format("Indeks mutu air", "Persentase sempadan tertata"), judul)
    assert _tertulis(r) == set()


def test_kolom_yang_bukan_indikator_tidak_menjadi_indikator() -> None:
    r = ambil(
        buku(), SILANG.format("Sarjana Strata Satu", "Sekolah Menengah Atas"), "Realisasi Pegawai Tahun 2024-2026"
    )
    assert _tertulis(r) == set()
    r = ambil(buku(), SILANG.format("Indeks mutu air", "Persentase tertata"), "Target Tahun 2024-2026")
    assert isi(r, "renstra", "target_1", "target_3") == [(61.2, 65.1), (70.0, 75.0)]


def test_triwulan_yang_bukan_kinerja_tidak_menjadi_indikator() -> None:
    teks = "Triwulan | {} | {}\nI | 500.000.000 | 600.000\nII | 520.000.000 | 620.000"
    assert (
        _tertulis(ambil(buku(), teks.format("Belanja Pegawai", "Belanja Modal"), "Realisasi Triwulan Tahun 2024"))
        == set()
    )

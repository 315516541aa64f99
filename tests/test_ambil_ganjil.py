"""Odd ways of printing: figures up to a month beside those of the year, letters among digits, lists run together, months of the money."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import UANG, UKUR, isi, kolom

from lkjip_xl.rencana import Nasib

BARIS = """
1 | Indeks mutu air | Indeks | 56,00 | 50,20 | 57,40 | 102,50
2 | Persentase sempadan tertata | % | 70 | 60 | 71 | 101,43"""


@pytest.mark.parametrize(
    "kepala",
    [
        "Realisasi s.d. Oktober | Realisasi 2024",
        "Realisasi (s.d. Okt) | Realisasi Akhir Tahun",
        "Realisasi s/d September 2024 | Realisasi Setahun",
        "Realisasi per 31 Oktober 2024 | Realisasi",
        "Capaian s/d Oktober 2024 | Capaian s/d Desember 2024",
    ],
)
def test_angka_sebagian_tahun_di_samping_angka_setahun(kepala: str) -> None:
    r = ambil(buku(), f"No | Indikator | Satuan | Target 2024 | {kepala} | Capaian (%){BARIS}", UKUR)
    assert isi(r, "pengukuran", "target", "realisasi") == [(56.0, 57.4), (70.0, 71.0)]
    assert {s.nasib for s in r.sel if s.teks in ("50,20", "60")} == {Nasib.TIDAK}
    assert not [p for p in r.pertanyaan if p.jenis == "kolom"]


def test_angka_sebagian_tahun_saja_tetap_ditanyakan() -> None:
    r = ambil(buku(), f"No | Indikator | Satuan | Target 2024 | Realisasi s.d. September | Prognosis | Capaian (%){BARIS}", UKUR)  # fmt: skip
    assert isi(r, "pengukuran", "realisasi") == [(None,), (None,)]
    assert [p.bagian for p in r.pertanyaan if p.jenis == "kolom"] == ["Realisasi s.d. September"]


@pytest.mark.parametrize("teks", ["12G0", "1S5", "7B0"])
def test_huruf_di_antara_angka_diragukan(teks: str) -> None:
    r = ambil(buku(), f"No | Indikator | Satuan | Target | Realisasi\n1 | Indeks mutu air | Indeks | {teks} | 57,40", UKUR)  # fmt: skip
    assert [s.nasib for s in r.sel if s.teks == teks] == [Nasib.RAGU]


@pytest.mark.parametrize("teks", ["12m2", "12 km2", "12%", "12 Dok"])
def test_satuan_di_belakang_angka_bukan_huruf_di_antaranya(teks: str) -> None:
    r = ambil(buku(), f"No | Indikator | Satuan | Target | Realisasi\n1 | Indeks mutu air | | {teks} | 57,40", UKUR)
    assert [s.nasib for s in r.sel if s.teks == teks] == [Nasib.DITULIS]


@pytest.mark.parametrize(
    "nama",
    ["a. Indeks mutu air b. Persentase sempadan tertata", "1. Indeks mutu air 2. Persentase sempadan tertata",
     "a) Indeks mutu air/nb) Persentase sempadan tertata", "(1) Indeks mutu air (2) Persentase sempadan tertata"],
)  # fmt: skip
def test_beberapa_indikator_dalam_satu_sel(nama: str) -> None:
    r = ambil(buku(), f"""No | Sasaran | Indikator | Target | Realisasi
1 | Mutu sungai | {nama} | 56,00 | 57,4
2 | Tata kelola | Nilai SAKIP | 70 | 71""", UKUR)  # fmt: skip
    assert isi(r, "indikator", "indikator") == [
        ("Indeks mutu air",),
        ("Persentase sempadan tertata",),
        ("Nilai SAKIP",),
    ]
    assert {s.nasib for s in r.sel if s.teks in ("56,00", "57,4")} == {Nasib.RAGU}
    assert [p.jenis for p in r.pertanyaan if p.jenis == "satu angka"] == ["satu angka", "satu angka"]


def test_angka_berbutir_di_samping_indikator_berbutir() -> None:
    r = ambil(buku(), """No | Sasaran | Indikator | Target | Realisasi
1 | Mutu sungai | a. Indeks mutu air b. Persentase sempadan tertata | a. 56 b. 70 % | a. 57,4 b. 71 %""", UKUR)  # fmt: skip
    assert isi(r, "pengukuran", "target", "realisasi") == [(56.0, 57.4), (70.0, 71.0)]


def test_nama_dengan_huruf_bertitik_di_tengah_tetap_satu() -> None:
    r = ambil(buku(), """No | Sasaran | Indikator | Target | Realisasi
1 | Mutu sungai | Jumlah perkara menurut pasal 5 ayat a. dan b. | 56,00 | 57,4""", UKUR)  # fmt: skip
    assert isi(r, "indikator", "indikator") == [("Jumlah perkara menurut pasal 5 ayat a. dan b.",)]


def test_persen_keuangan_bulan_juni_bukan_serapan_setahun() -> None:
    r = ambil(buku(), """Program/Kegiatan | Pagu (Rp) | Fisik | < | Keuangan | <
^ | ^ | Target (%) | Realisasi (%) | Rp | %
Program Air | 1.000.000.000 | 50 | 48 | 450.000.000 | 45
Kegiatan Sungai | 1.000.000.000 | 50 | 48 | 450.000.000 | 45""", "Laporan RFK Bulan Juni 2024")  # fmt: skip
    assert set(kolom(r).values()) == {"anggaran.nama", "anggaran.pagu"}
    assert {s.nasib for s in r.sel if s.teks in ("450.000.000", "48")} == {Nasib.RAGU}
    assert {s.nasib for s in r.sel if s.teks == "45"} == {Nasib.TIDAK}


@pytest.mark.parametrize("teks", ["740,000", "12,500", "Rp 1.250,750"])
def test_rupiah_dengan_tiga_desimal_diragukan(teks: str) -> None:
    """In a column of mixed thousands no amount is read as a thousandth of itself without a word."""
    r = ambil(buku(), f"""No | Program | Pagu (Rp) | Realisasi (Rp)
1 | Program Air | 1.500.000.000 | 1,400,000,000
2 | Program Tanah | 2.000.000 | 1.900.000
3 | Program Udara | 750.000 | {teks}""", UANG)  # fmt: skip
    assert [s.nasib for s in r.sel if s.teks == teks] == [Nasib.RAGU]
    assert isi(r, "anggaran", "realisasi_rp")[:2] == [(1.4e9,), (1.9e6,)]


@pytest.mark.parametrize(
    "teks",
    ["Sasaran | Program | Pagu (Rp) | Realisasi (Rp)\nMutu air | Program Air | 1.500.000 | 1.400.000\n | Program Tanah | 2.000.000 | 1.900.000\nTata kelola | Program Air | 1.500.000 | 1.400.000",
     "Indikator Sasaran | Program Pendukung | Pagu (Rp) | Realisasi (Rp)\nIndeks air | Program Air | 1.500.000 | 1.400.000\nIndeks tanah | Program Tanah | 2.000.000 | 1.900.000\nNilai SAKIP | Program Air | 1.500.000 | 1.400.000",
     "Program | Pagu (Rp) | Realisasi (Rp)\nSasaran 1: Mutu air meningkat | < | <\nProgram Air | 1.500.000 | 1.400.000\nProgram Tanah | 2.000.000 | 1.900.000\nSasaran 2: Tata kelola meningkat | < | <\nProgram Air | 1.500.000 | 1.400.000"],
)  # fmt: skip
def test_program_yang_melayani_dua_sasaran_satu_baris(teks: str) -> None:
    r = ambil(buku(), teks, "Tabel 3.9 Realisasi Anggaran per Sasaran Tahun 2024")
    assert isi(r, "anggaran", "nama", "pagu") == [("Program Air", 1.5e6), ("Program Tanah", 2e6)]


def test_program_dengan_angka_lain_di_bawah_sasaran_lain_baris_sendiri() -> None:
    r = ambil(buku(), """Sasaran | Program | Pagu (Rp) | Realisasi (Rp)
Mutu air | Program Air | 1.500.000 | 1.400.000
Tata kelola | Program Air | 500.000 | 400.000""", UANG)  # fmt: skip
    assert isi(r, "anggaran", "pagu") == [(1.5e6,), (5e5,)]


@pytest.mark.parametrize("kepala", ["Target (%) | Realisasi (%)", "Target 2024 (%) | Realisasi 2024 (%)"])
def test_satuan_di_kepala_angka(kepala: str) -> None:
    r = ambil(buku(), f"No | Indikator | {kepala}\n1 | Persentase mutu | 56,00 | 57,40\n2 | Kepatuhan | 70 | 71", UKUR)
    assert isi(r, "indikator", "satuan") == [("%",), ("%",)]


@pytest.mark.parametrize("kepala", ["Target | Capaian (%)", "Target (%) | Realisasi (orang)"])
def test_satuan_kepala_yang_tidak_sama_tidak_dipakai(kepala: str) -> None:
    r = ambil(buku(), f"No | Indikator | {kepala}\n1 | Peserta pelatihan | 56 | 57", UKUR)
    assert isi(r, "indikator", "satuan") == [(None,)]


@pytest.mark.parametrize("baris", ["Indeks mutu air | I | 10 | 9,5", " | I | 10 | 9,5"])
def test_triwulan_tercetak_dua_kali_ditanyakan(baris: str) -> None:
    r = ambil(buku(), f"""Indikator | Triwulan | Target | Realisasi
Indeks mutu air | I | 10 | 9
{baris}
Indeks mutu air | II | 20 | 19""", "Pengukuran Triwulan Tahun 2024")  # fmt: skip
    assert isi(r, "triwulan", "tw", "realisasi") == [("I", 9.0), ("II", 19.0)]
    assert [s.nasib for s in r.sel if s.teks == "9,5"] == [Nasib.BENTROK]


def test_kata_target_di_atas_hasil_juga() -> None:
    r = ambil(buku(), """No | Indikator | Rencana | < | Realisasi | <
^ | ^ | Target | Anggaran (Rp) | Target | Anggaran (Rp)
1 | Indeks mutu air | 56,00 | 900.000.000 | 57,40 | 850.000.000
2 | Persentase sempadan tertata | 70 | 400.000.000 | 71 | 390.000.000""", UKUR)  # fmt: skip
    assert isi(r, "pengukuran", "target", "realisasi") == [(56.0, 57.4), (70.0, 71.0)]

"""Rare forms: two tables in one, targets behind the names, codes of months and figures up to a quarter, programmes and money in them."""

from __future__ import annotations

from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import isi

from lkjip_xl.rencana import Nasib, Yakin


def test_dua_tabel_dalam_satu_tabel() -> None:
    """What is a total on one side is none on the other; each side is the sheet its own heading says."""
    r = ambil(buku(), """KEPEGAWAIAN | < | < |  | ANGGARAN | < | <
Jabatan | Gol. | Jml |  | Uraian | DPA | Realisasi
Kepala Balai | IV/a | 1 |  | Program Benih | 35.521.700 | 28.059.898
Pengawas | III/b | 6 |  | Kegiatan Mutu | 35.521.700 | 28.059.898
Jumlah |  | 7 |  | Program Hama | 48.602.000 | 46.690.706
 |  |  |  | Jumlah | 84.123.700 | 74.750.604""", "Tabel Pegawai dan Anggaran Tahun 2024")  # fmt: skip
    assert isi(r, "pegawai", "uraian", "golongan", "jumlah") == [
        ("Kepala Balai", "IV/a", 1.0),
        ("Pengawas", "III/b", 6.0),
    ]
    assert isi(r, "anggaran", "level", "nama", "pagu") == [
        ("program", "Program Benih", 35_521_700.0),
        ("kegiatan", "Kegiatan Mutu", 35_521_700.0),
        ("program", "Program Hama", 48_602_000.0),
    ]
    assert "AB-06" not in {t.kode for t in r.temuan}


def test_kelompok_kepala_biasa_tidak_dibelah() -> None:
    r = ambil(buku(), """Indikator | Kinerja | < | Keuangan | <
^ | Target | Realisasi | Pagu (Rp) | Realisasi (Rp)
Indeks mutu air | 56,00 | 57,40 | 1.000.000 | 900.000""", "Capaian Kinerja")  # fmt: skip
    assert len(r.tabel) == 1


def test_target_di_belakang_nama_indikator() -> None:
    r = ambil(buku(), """No | Sasaran | Indikator Kinerja dan Target
1 | Mutu sungai meningkat | 1. Indeks mutu air: 56,00 indeks/n2. Persentase sempadan tertata: 75 %
2 | Tata kelola meningkat | Nilai SAKIP: 70 nilai""", "Perjanjian Kinerja Tahun 2024")  # fmt: skip
    assert isi(r, "indikator", "indikator", "satuan") == [
        ("Indeks mutu air", "indeks"),
        ("Persentase sempadan tertata", "%"),
        ("Nilai SAKIP", "nilai"),
    ]
    assert isi(r, "pk", "target") == [(56.0,), (75.0,), (70.0,)]


def test_nama_dengan_titik_dua_saja_tetap_nama() -> None:
    r = ambil(buku(), """No | Indikator | Target
1 | Indeks layanan: rumah sakit | 56,00
2 | Indeks layanan: puskesmas | 57,00""", "Perjanjian Kinerja Tahun 2024")  # fmt: skip
    assert isi(r, "pk", "target") == [(56.0,), (57.0,)]


KUMULATIF = """Indikator | Target Setahun | Target | < | < | < | {judul} | < | < | <
^ | ^ | B03 | B06 | B09 | B12 | TW I | TW II | TW III | TW IV
Indeks mutu air | 72,00 | 18,00 | 36,00 | 54,00 | 72,00 | 15,87 | 30,50 | 46,62 | 63,89*"""


def test_kode_bulan_dan_realisasi_kumulatif() -> None:
    """Up to the last quarter is of the whole year; the way of recording is said, not guessed."""
    r = ambil(
        buku(), KUMULATIF.format(judul="Realisasi Kumulatif s/d"), "Matriks Capaian", bawah=("*) angka sementara",)
    )
    assert isi(r, "triwulan", "tw", "target", "realisasi") == [
        ("I", 18.0, 15.87),
        ("II", 36.0, 30.5),
        ("III", 54.0, 46.62),
        ("IV", 72.0, 63.89),
    ]
    assert isi(r, "indikator", "cara_tw") == [("kumulatif",)]
    assert isi(r, "pengukuran", "target", "realisasi", "sementara") == [(72.0, 63.89, "ya")]


def test_tanpa_kata_kumulatif_ditanyakan() -> None:
    r = ambil(buku(), KUMULATIF.format(judul="Realisasi"), "Matriks Capaian")
    milik = {k.judul: k.yakin for k in r.tabel[0].kolom.values()}
    assert milik["Target: s.d. Triwulan I"] is Yakin.RAGU
    assert [s.nasib for s in r.sel if s.teks == "36,00"] == [Nasib.RAGU]


def test_target_triwulan_tahun_depan() -> None:
    r = ambil(buku(), """Indikator | Rencana Aksi 2025 | Target Triwulan 2025 | < | < | <
^ | ^ | I | II | III | IV
Indeks mutu air | Menambah titik pantau | 10 | 20 | 30 | 40""", "Rencana Aksi Tahun 2025")  # fmt: skip
    assert isi(r, "rencana_aksi", "tw1", "tw4") == [(10.0, 40.0)]

"""Layouts of single tables that documents of offices have: numbers of two kinds, rows that only look like some of the table."""

from __future__ import annotations

from dinas_pangan import buku
from rencana_ambil import isi
from tabel_asing import tabel_asing

from lkjip_xl.cocokkan import cocokkan
from lkjip_xl.rencana import Nasib, Rencana, Yakin, rencanakan
from lkjip_xl.sumber.model import Sumber
from lkjip_xl.tabel.hitung_buku import hitung_buku


def ambil(caption: str, teks: str) -> Rencana:
    return rencanakan(buku(), [tabel_asing(caption, teks)])


def kode(r: Rencana) -> set[str]:
    return {t.kode for t in r.temuan}


def test_huruf_di_atas_angka_menyebut_induk_dan_jumlahnya() -> None:
    """A, 1, 2, B, 1: what stands under a letter is part of it, and the total counts it once."""
    teks = """No | Jenis Belanja | Anggaran (Rp) | Realisasi (Rp)
A | Belanja Operasi | 700.000.000 | 650.000.000
1 | Belanja Pegawai | 400.000.000 | 390.000.000
2 | Belanja Barang dan Jasa | 300.000.000 | 260.000.000
B | Belanja Modal | 200.000.000 | 190.000.000
1 | Belanja Modal Peralatan | 200.000.000 | 190.000.000
= Total Belanja | | 900.000.000 | 840.000.000"""
    r = ambil("Realisasi Belanja menurut Jenis", teks)
    assert "AB-06" not in kode(r)
    operasi, modal = "Belanja Operasi", "Belanja Modal"
    assert [x for (x,) in isi(r, "belanja", "induk")] == [None, operasi, operasi, None, modal]
    assert "AB-06" in kode(ambil("Realisasi Belanja menurut Jenis", teks.replace("900.000.000 |", "910.000.000 |")))


def test_rata_rata_capaian_bukan_rata_rata_kolomnya() -> None:
    """The mean of capaian printed below a column of results is not held against the results."""
    teks = """Kode | Program | Indikator | Target | Realisasi | Pagu (Rp) | Realisasi (Rp)
1.01.01 | Program Air | Indeks air | 50 | 52 | 500.000.000 | 450.000.000
1.01.02 | Program Udara | Jumlah alat | 10 | 9 | 600.000.000 | 450.000.000
~ Rata-rata capaian kinerja | | | | 97,00 | |"""
    assert "AB-06" not in kode(ambil("Tabel 3.9 Realisasi Anggaran Tahun 2024", teks))


def test_predikat_lhe_dihitung_buku() -> None:
    teks = """Komponen | Bobot | Nilai 2024
Perencanaan Kinerja | 30 | 23,10
Nilai Akuntabilitas Kinerja | 100 | 71,97
Predikat | | BB"""
    r = ambil("Hasil Evaluasi AKIP", teks)
    assert isi(r, "lhe_nilai", "tahun", "komponen", "nilai") == [
        (2024.0, "Perencanaan Kinerja", 23.1),
        (2024.0, "Nilai Akuntabilitas Kinerja", 71.97),
    ]
    assert [s.nasib for s in r.sel if s.teks == "BB"] == [Nasib.TIDAK]


def test_rekomendasi_tahun_judul_dan_status_singkat() -> None:
    teks = """No | Komponen | Rekomendasi | Tindak Lanjut | Status
1 | Perencanaan Kinerja | Menyempurnakan pohon kinerja | Sudah direviu | Selesai
2 | Pengukuran Kinerja | Memanfaatkan data triwulanan | Rapat evaluasi | Proses"""
    r = ambil("Tindak Lanjut Rekomendasi Hasil Evaluasi AKIP Tahun 2023", teks)
    assert isi(r, "lhe_rekomendasi", "tahun", "status") == [(2023.0, "selesai"), (2023.0, "dalam proses")]


def test_tabel_iku_menandai_indikatornya() -> None:
    teks = """No | Indikator Kinerja Utama | Formulasi Pengukuran | Sumber Data | Penanggung Jawab
1 | Indeks SPBE | Hasil evaluasi | Laporan evaluasi | Kepala Bidang
2 | Jumlah desa berinternet | Dihitung | Bidang Layanan | Kepala Bidang"""
    assert isi(ambil("Tabel 2.2 Indikator Kinerja Utama", teks), "indikator", "iku") == [("ya",), ("ya",)]


def test_pembanding_nasional_menurut_kepalanya() -> None:
    teks = """Indikator | Realisasi 2024 | Rata-rata Nasional 2024 | Sumber
Indeks SPBE | 3,12 | 3,05 | Laporan Nasional"""
    r = ambil("Tabel 3.4 Perbandingan dengan Standar Nasional", teks)
    assert isi(r, "pembanding", "jenis", "nilai", "sumber") == [("nasional", 3.05, "Laporan Nasional")]


def test_golongan_romawi_bukan_triwulan() -> None:
    """I to IV are quarters below what is measured only."""
    teks = """No | Unit Kerja | Golongan: I | Golongan: II | Golongan: III | Golongan: IV
1 | Sekretariat | 1 | 2 | 8 | 3"""
    r = ambil("Jumlah Pegawai menurut Golongan", teks)
    assert not isi(r, "triwulan", "tw")
    assert all("Triwulan" not in k.judul for k in r.tabel[0].kolom.values())


def sama_lagi(caption: str, teks: str, lembar: str) -> list[str]:
    """What is left to write when a table is taken again, and the faults that comparing it finds."""
    t = tabel_asing(caption, teks)
    r = rencanakan(buku(), [t])
    b = hitung_buku(r.buku.skema, r.buku.tabel, [], set())
    lagi = rencanakan(b, [t])
    beda = cocokkan(b, b[lembar].lembar, Sumber(t.kisi[0].berkas, list(t.kisi)))
    return [
        *map(str, lagi.tulis),
        *(s.teks for s in lagi.sel if s.nasib in (Nasib.DITULIS, Nasib.BENTROK)),
        *(f"{x.kode} {x.sel}" for x in beda.temuan if x.kode in ("CK-01", "CK-03")),
    ]


def test_diambil_dua_kali_dan_dicocokkan_sama() -> None:
    """Choices in other words, sums of an export, the predicate below an evaluation: the same again, and no difference."""
    lhe = "Komponen | Bobot | Nilai 2024\nPerencanaan Kinerja | 30 | 23,10\nPelaporan Kinerja | 15 | 11,04\nPredikat | | BB"
    assert sama_lagi("Hasil Evaluasi AKIP", lhe, "lhe_nilai") == []
    rekomendasi = """No | Komponen | Rekomendasi | Tindak Lanjut | Status
1 | Perencanaan Kinerja | Menyempurnakan pohon kinerja | Sudah direviu | Selesai
2 | Pengukuran Kinerja | Memanfaatkan data triwulanan | Rapat evaluasi | Proses"""
    assert sama_lagi("Rekomendasi Hasil Evaluasi AKIP Tahun 2023", rekomendasi, "lhe_rekomendasi") == []
    pendukung = """Indikator Kinerja | Program | Anggaran (Rp) | Realisasi (Rp) | Menunjang/Tidak
Indeks air | Program Pengendalian | 865.000.000 | 843.117.500 | Menunjang
Jumlah usaha | Program Pengawasan | 154.000.000 | 98.720.000 | Tidak menunjang"""
    assert sama_lagi("Program Pendukung", pendukung, "penunjang") == []
    ekspor = """Kode Program | Nama Program | Kode Kegiatan | Nama Kegiatan | Kode Sub Kegiatan | Nama Sub Kegiatan | Pagu Murni | Pagu Perubahan
1.05.02 | Program Tertib | 1.05.02.2.01 | Penanganan Gangguan | 1.05.02.2.01.0001 | Pencegahan Gangguan | 312.000.000 | 287.650.000
1.05.02 | Program Tertib | 1.05.02.2.01 | Penanganan Gangguan | 1.05.02.2.01.0004 | Perlindungan Masyarakat | 156.000.000 | 156.000.000"""
    assert sama_lagi("Pagu per Sub Kegiatan", ekspor, "renja") == []


def test_jumlah_tanpa_kode_tidak_menutup_induk() -> None:
    """A sum among rows with kode, itself without one, does not keep them from telling what stands under what."""
    teks = """No. Urut | Uraian | Anggaran (Rp) | Realisasi (Rp)
4 | Pendapatan | 90.000.000 | 91.000.000
 | Jumlah Pendapatan | 90.000.000 | 91.000.000
5 | Belanja | 900.000.000 | 840.000.000
5.1 | Belanja Operasi | 700.000.000 | 650.000.000
5.1.01 | Belanja Pegawai | 700.000.000 | 650.000.000
5.2 | Belanja Modal | 200.000.000 | 190.000.000"""
    r = ambil("Realisasi Belanja menurut Jenis", teks)
    assert [x for x in isi(r, "belanja", "jenis", "induk") if x[0] != "Belanja"] == [
        ("Belanja Operasi", "Belanja"),
        ("Belanja Pegawai", "Belanja Operasi"),
        ("Belanja Modal", "Belanja"),
    ]


def test_kata_analisis_dan_realisasi_sampai_triwulan() -> None:
    teks = """Indikator | Faktor pendorong keberhasilan | Faktor penghambat | Solusi yang telah dilakukan | Rencana ke depan
Indeks SPBE | Komitmen | Data lambat | Pendataan | Peringatan dini"""
    r = ambil("Tabel 3.4 Analisis keberhasilan/kegagalan", teks)
    assert isi(r, "analisis", "pendorong", "penghambat", "solusi", "upaya") == [
        ("Komitmen", "Data lambat", "Pendataan", "Peringatan dini")
    ]
    uang = "Kode | Program | Pagu (Rp juta) | Realisasi s.d. TW III (Rp juta)\n1.01.01 | Program Air | 3.450 | 2.861"
    k = ambil("Penyerapan Anggaran", uang).tabel[0].kolom[4]
    assert (k.lembar, k.kolom, k.yakin) == ("anggaran", "realisasi_rp", Yakin.RAGU)

"""Direction by name (AR-01) and its word list."""

from __future__ import annotations

from pathlib import Path

import pytest
from buku_md import di, semua

from lkjip_xl.skema.kata_arah import BERKAS, baca_kata, kata_arah
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.skema.yaml_ketat import GalatSkema

INDIKATOR = "| Indikator | kode | jenjang | indikator | satuan | arah |\n| | S1.1 | sasaran | {} | {} | {} |"


def arah(nama: str, arah: str, satuan: str = "%") -> list:
    return semua(INDIKATOR.format(nama, satuan, arah), "AR-01")


@pytest.mark.parametrize(
    "nama",
    [
        "Tingkat Pengangguran Terbuka (TPT)", "Persentase Penduduk Miskin", "Prevalensi Stunting", "Angka Kematian Ibu",
        "Jumlah Kasus Kekerasan terhadap Anak", "Angka Putus Sekolah SD", "Laju Inflasi", "Indeks Gini", "Rasio Gini",
        "Persentase Tingkat Pengangguran Terbuka", "Rata-rata waktu tanggap", "Jumlah pelanggaran Perda",
        "Persentase Balita Gizi Buruk", "Indeks Kedalaman Kemiskinan (P1)", "JUMLAH KECELAKAAN LALU LINTAS",
    ],
)  # fmt: skip
def test_makin_rendah_makin_baik(nama: str) -> None:
    assert arah(nama, "naik") == [("AR-01", di("indikator", "arah"))]
    assert arah(nama, "turun") == arah(nama, "turun-rasio") == arah(nama, "rentang") == arah(nama, "") == []


@pytest.mark.parametrize(
    "nama",
    [
        "Persentase Penurunan TPT", "Besaran kasus yang diselesaikan dengan Perjanjian Bersama (PB)", "Nilai SAKIP",
        "Presentase Penyelesaian Perselisihan Kasus Ketenagakerjaan", "Persentase temuan BPK ditindaklanjuti",
        "Indeks Kepuasan Masyarakat", "Tingkat Partisipasi Angkatan Kerja (TPAK)", "Cakupan pelayanan balita stunting",
        "Jumlah dokumen penanggulangan kemiskinan", "Persentase kebocoran pajak tertangani", "Angka Harapan Hidup",
        "Jumlah laporan keluhan", "Persentase Penduduk yang Bekerja", "Persentase desa bebas stunting",
        "Tingkat Waktu Tanggap Daerah Layanan Kebakaran", "Persentase keluarga miskin penerima bantuan", "Jumlah kasus TBC",
        "Persentase balita stunting mendapat makanan tambahan", "Kasusistik dan Temuannya", "Persentase kasus perdata",
        "Prevalensi peserta KB aktif", "Indeks Kapasitas menghadapi Risiko Bencana", "Jumlah kasus tertangani",
    ],
)  # fmt: skip
def test_nama_biasa_tidak_menyalahkan_arah_naik(nama: str) -> None:
    assert arah(nama, "naik") == []


def test_makin_tinggi_makin_baik() -> None:
    assert arah("Indeks Kepuasan Masyarakat", "turun") == [("AR-01", di("indikator", "arah"))]
    assert arah("Persentase Penurunan TPT", "turun") == [("AR-01", di("indikator", "arah"))]
    assert arah("Rata-rata penyelesaian perkara", "turun", "hari") == []
    assert arah("Peningkatan kasus", "turun") == []


@pytest.mark.parametrize(
    "nama", ["Penurunan muka air tanah", "Laju penurunan tanah", "Persentase penurunan kualitas air sungai"]
)
def test_penurunan_yang_buruk(nama: str) -> None:
    """A decline of what is good is better when lower; of what is bad, when higher."""
    assert arah(nama, "turun") == arah(nama, "naik") == []
    assert arah("Laju penurunan emisi", "turun") == [("AR-01", di("indikator", "arah"))]


def test_program_hanya_catatan() -> None:
    teks = "| Anggaran | level | nama | indikator | satuan | arah | target |\n| | program | P | Angka kecelakaan | kasus | {} | 5 |"
    assert semua(teks.format(""), "AR-01") == [("AR-01", di("anggaran", "arah"))]
    assert semua(teks.format("turun"), "AR-01") == []


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        ("naik:\n", "nai:\n"),
        ("- tpt", "- TPT"),
        ("- tpt", "- penurunan"),
        ("- tpt", "- 5"),
        ("- tpt", "- tpt*"),
        ("\nkecuali:", "\nturun:"),
    ],
)
def test_daftar_kata_ketat(tmp_path: Path, lama: str, baru: str) -> None:
    teks = (folder_skema() / BERKAS).read_text(encoding="utf-8")
    (tmp_path / BERKAS).write_text(teks.replace(lama, baru, 1), encoding="utf-8")
    with pytest.raises(GalatSkema):
        baca_kata(tmp_path / BERKAS)
    assert kata_arah().pokok("Angka Kematian") == ("turun", "kematian")

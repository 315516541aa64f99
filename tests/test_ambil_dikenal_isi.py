"""Tables known by what they certainly hold, and plans of programmes over several years, as published documents lay them out."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import isi

from lkjip_xl.rencana import Nasib, Yakin

TAHUN_LALU = {
    "target renja": """No | Indikator Kinerja | Target Renja 2023 | Realisasi 2023 | Ket.
a. | Angka melek huruf | 97,84 | 95,16 |
b. | Angka putus sekolah | 0,25 | 0,30 | naik""",
    "target RKPD di antara banyak kolom": """No | Indikator | Dasar Hukum | Cakupan Wilayah | Jenis Layanan | Penerima | Target RKPD 2023 | Realisasi 2023 | Bentuk Layanan
1 | Angka melek huruf | Perda | Kota | Dasar | Warga | 97,84 | 95,16 | Kelas
2 | Angka putus sekolah | Perda | Kota | Dasar | Warga | 0,25 | 0,30 | Kelas""",
    "target PK": """Indikator Kinerja | Target Perjanjian Kinerja 2023 | Realisasi 2023 | Lokus | Mitra
Angka melek huruf | 97,84 | 95,16 | Kota | Kampus
Angka putus sekolah | 0,25 | 0,30 | Kota | Sekolah""",
}


@pytest.mark.parametrize("bentuk", TAHUN_LALU)
def test_angka_tahun_lalu_saja_dikenal(bentuk: str) -> None:
    r = ambil(buku(), TAHUN_LALU[bentuk], "")
    assert r.tabel[0].yakin is Yakin.PASTI
    assert isi(r, "riwayat", "target_1", "realisasi_1") == [(97.84, 95.16), (0.25, 0.3)]


def test_banyak_kolom_tanpa_tempat_tidak_menutupi_yang_jelas() -> None:
    r = ambil(buku(), """Indikator Kinerja | Warna | Bentuk | Rupa | Bahan | Rasa | Target | Realisasi | Bau | Ukir | Cetakan
Angka melek huruf | a | b | c | d | e | 97,84 | 95,16 | f | g | h
Angka putus sekolah | a | b | c | d | e | 0,25 | 0,30 | f | g | h""", "")  # fmt: skip
    assert (r.tabel[0].lembar, r.tabel[0].yakin) == ("pengukuran", Yakin.PASTI)
    assert isi(r, "pengukuran", "realisasi") == [(95.16,), (0.3,)]


def test_satu_kolom_angka_tidak_cukup() -> None:
    r = ambil(buku(), """Indikator Kinerja | Warna | Bentuk | Rupa | Bahan | Rasa | Target | Bau | Ukir | Cetakan
Angka melek huruf | a | b | c | d | e | 97,84 | f | g | h
Angka putus sekolah | a | b | c | d | e | 0,25 | f | g | h""", "")  # fmt: skip
    assert r.tabel[0].yakin is not Yakin.PASTI
    assert not [s for s in r.sel if s.nasib is Nasib.DITULIS]


RENSTRA = {
    "nama digabung": """No | Program Pembangunan Daerah | Indikator Kinerja | 2024 > Target | 2024 > Rp. (juta) | 2025 > Target | 2025 > Rp. (juta)
1 | Program Ketahanan Pangan | Skor PPH | 85 | 2.850 | 86 | 3.037
^ | ^ | Jumlah lumbung | 12 | | 14 |
2 | Program Penyuluhan | Jumlah penyuluh | 30 | 900 | 31 | 950""",
    "nama kosong": """No | Program Prioritas | Indikator Kinerja | 2024 > Target | 2024 > Rp (juta) | 2025 > Target | 2025 > Rp (juta)
1 | Program Ketahanan Pangan | Skor PPH | 85 | 2.850 | 86 | 3.037
 | | Jumlah lumbung | 12 | | 14 |
2 | Program Penyuluhan | Jumlah penyuluh | 30 | 900 | 31 | 950""",
    "baris sasaran di atasnya": """No | Program Perangkat Daerah | Indikator Kinerja | 2024 > Target | 2024 > Rp. (juta) | 2025 > Target | 2025 > Rp. (juta)
 | Meningkatnya ketersediaan pangan | Skor PPH | | 3.750 | | 3.987
1 | Program Ketahanan Pangan | Skor PPH | 85 | 2.850 | 86 | 3.037
 | | Jumlah lumbung | 12 | | 14 |
2 | Program Penyuluhan | Jumlah penyuluh | 30 | 900 | 31 | 950""",
}


@pytest.mark.parametrize("bentuk", RENSTRA)
def test_program_dengan_beberapa_indikator_tiap_tahun(bentuk: str) -> None:
    r = ambil(buku(), _dua_baris(RENSTRA[bentuk]), "Program Pembangunan Daerah yang Disertai Pagu")
    assert isi(r, "tc27", "level", "nama", "indikator", "target_1", "rp_1", "target_2", "rp_2") == [
        ("program", "Program Ketahanan Pangan", "Skor PPH", 85, 2.85e9, 86, 3.037e9),
        ("program", "Program Ketahanan Pangan", "Jumlah lumbung", 12, None, 14, None),
        ("program", "Program Penyuluhan", "Jumlah penyuluh", 30, 9e8, 31, 9.5e8),
    ]


def test_uang_di_samping_realisasi_ditanyakan() -> None:
    bentuk = RENSTRA["nama kosong"].replace("2024 > Target", "2024 > Realisasi")
    r = ambil(buku(), _dua_baris(bentuk), "Program Pembangunan Daerah yang Disertai Pagu")
    assert isi(r, "tc27", "rp_1")[0] == (None,)
    assert isi(r, "tc27", "rp_2")[0] == (3.037e9,)


SATU_BARIS = {
    "tahun di atas": ("Tabel 42. Capaian Indikator Kinerja Nilai Kinerja Anggaran Dinas Tahun 2024", """Tahun 2024 | < | < | Kategori
Target | Realisasi | Capaian | ^
93,00 | 92,384 | 99,34 | BAIK"""),
    "kepala satu baris": ("Tabel 3.5 Realisasi Indikator Kinerja Utama Nilai Kinerja Anggaran Dinas", """Target 2024 | Realisasi 2024 | Capaian 2024
93,00 | 92,384 | 99,34"""),
    "tahun lalu di sampingnya": ("Tabel 7 Capaian Indikator Nilai Kinerja Anggaran Dinas Tahun 2024", """2023 | < | 2024 | <
Target | Realisasi | Target | Realisasi
90 | 91 | 93,00 | 92,384"""),
}  # fmt: skip


@pytest.mark.parametrize("bentuk", SATU_BARIS)
def test_satu_baris_di_bawah_judul_yang_menamai_indikatornya(bentuk: str) -> None:
    judul, tabel = SATU_BARIS[bentuk]
    r = ambil(buku(), tabel, judul)
    assert isi(r, "indikator", "indikator") == [("Nilai Kinerja Anggaran Dinas",)]
    assert isi(r, "pengukuran", "target", "realisasi") == [(93, 92.384)]


def test_satu_baris_yang_menyebut_unitnya_bukan_angka_indikator() -> None:
    r = ambil(buku(), """Balai | Target | Realisasi
Balai Lain | 93,00 | 89,45""", "Tabel 42. Capaian Indikator Kinerja Nilai Kinerja Anggaran Dinas Tahun 2024")  # fmt: skip
    assert isi(r, "pengukuran", "realisasi") == []


def test_nama_utuh_menurut_judul_bagiannya() -> None:
    r = ambil(buku(), SATU_BARIS["kepala satu baris"][1], "IKK.11.2 Tingkat Efisiensi Anggaran Balai Besar H",
              "Tabel 44. Realisasi Indikator Kinerja Tingkat Efisiensi Anggaran Tahun 2024")  # fmt: skip
    assert isi(r, "indikator", "indikator") == [("Tingkat Efisiensi Anggaran Balai Besar H",)]


PUSKESMAS = {
    "sub variabel": """No | Pelayanan Kesehatan/ Program/Variabel/Sub Variabel | Target Tahun 2024 (dalam %) | Satuan sasaran | Total Sasaran | Target Sasaran | Pencapaian (dalam satuan sasaran) | % Cakupan Riil | % Kinerja Puskesmas | < | <
^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | Sub Variabel | Variabel | Program
2.1. | Pelayanan Gawat Darurat | | | | | | | | | 89,1
 | 1. Kelengkapan rekam medik | 100 | berkas | 200 | 200 | 177 | 88,5 | 88,5 | |
 | 2. Rasio peserta rutin berkunjung | 50 | orang | 11 | 6 | 9 | 81,8 | 100,0 | |""",
    "variabel": """No | Upaya Kesehatan/Variabel | Target (%) | Satuan Sasaran | Total Sasaran | Pencapaian (dalam satuan sasaran) | Cakupan Riil | Kinerja
I | Pelayanan Gawat Darurat | | | | | | 89,1
1 | Kelengkapan rekam medik | 100 | berkas | 200 | 177 | 88,5 | 88,5
2 | Rasio peserta rutin berkunjung | 50 | orang | 11 | 9 | 81,8 | 100,0""",
    "jenis variabel": """Jenis Variabel | Target Tahun 2024 | Jumlah Sasaran | Jumlah Dilayani | % Cakupan | Kinerja Puskesmas
Kelengkapan rekam medik | 100 | 200 | 177 | 88,5 | 88,5
Rasio peserta rutin berkunjung | 50 | 11 | 9 | 81,8 | 100,0""",
}


@pytest.mark.parametrize("bentuk", PUSKESMAS)
def test_variabel_puskesmas_ialah_indikator_dan_cakupannya_realisasi(bentuk: str) -> None:
    r = ambil(buku(), PUSKESMAS[bentuk], "Instrumen Penghitungan Kinerja Puskesmas Tahun 2024")
    assert isi(r, "pengukuran", "target", "realisasi") == [(100, 88.5), (50, 81.8)]
    assert [x.split(". ")[-1] for (x,) in isi(r, "indikator", "indikator")] == [
        "Kelengkapan rekam medik",
        "Rasio peserta rutin berkunjung",
    ]
    assert isi(r, "indikator", "pernyataan") == [(None,), (None,)]


def _dua_baris(teks: str) -> str:
    """Headers "2024 > Target" as two rows, the year across what stands below it."""
    kepala, *baris = teks.split("\n")
    atas, bawah, lalu = [], [], ""
    for k in kepala.split(" | "):
        a, _, b = k.partition(" > ")
        atas.append("<" if b and a == lalu else a)
        bawah.append(b or "^")
        lalu = a if b else ""
    return "\n".join([" | ".join(atas), " | ".join(bawah), *baris])

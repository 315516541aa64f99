"""An invented agency for the tests of taking over: its printed tables and a blank workbook of its years."""

from __future__ import annotations

from buku_md import buku_baru
from tabel_asing import tabel_asing

from lkjip_xl.sumber.model import TabelAsing
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, SelKerja

RENSTRA = """No | Tujuan | Sasaran | Indikator Kinerja | Satuan | Target: 2024 | Target: 2025 | Target: 2026
# (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8)
1 | Meningkatnya kesejahteraan petani | | Nilai tukar petani | indeks | 101 | 102 | 103
 | | Meningkatnya panen | Produksi padi | ton | 1.200 | 1.300 | 1.400
 | | | Produktivitas padi | kw/ha | 55,5 | 56 | 57
 | | | Luas panen | ha | 800 | 810 | 820
 | | Meningkatnya mutu | Persentase gabah bermutu | % | 80 | 85 | 90
 | | | Jumlah kelompok binaan | kelompok | 12 | 14 | 16
 | | Meningkatnya layanan | Indeks kepuasan petani | indeks | 82,50 | 83 | 84"""
CAPAIAN = """No | Sasaran Strategis | Indikator Kinerja | Target | Realisasi | Capaian (%)
1 | Meningkatnya panen | Produksi padi | 1.200 ton | 1.260 ton | 105
 | | Produktivitas padi | 55,5 kw/ha | 50 kw/ha | 91,09
2 | Meningkatnya mutu | Persentase gabah bermutu | 80 % | 81 % | 101,25
~ Rata-rata | | | | | 99,11"""
ANGGARAN = """No | Program / Kegiatan | Anggaran (Rp) | Realisasi (Rp) | %
1 | Program Penyuluhan | 1.000.000.000 | 900.000.000 | 90
1.1 | Pelatihan petani | 600.000.000 | 550.000.000 | 91,67
1.2 | Sekolah lapang | 400.000.000 | 350.000.000 | 87,5
= Jumlah | | 1.000.000.000 | 910.000.000 | 91"""


def buku(*, tahun: float = 2024.0, kabupaten: str = "") -> BukuKerja:
    """A blank workbook of one Renstra period; kabupaten: as Pengaturan names the region."""
    b = buku_baru()
    isi = {"tahun": tahun, "renstra_awal": 2024.0, "renstra_akhir": 2026.0}
    isi |= {"kabupaten": kabupaten} if kabupaten else {}
    b["pengaturan"].sel |= {(BARIS_DATA, k): SelKerja(x, Asal.ISIAN, mentah=x) for k, x in isi.items()}
    return hitung_buku(b.skema, b.tabel, [], set())


def renstra() -> TabelAsing:
    return tabel_asing("Tabel 2.2 Tujuan, Sasaran, Indikator dan Target Kinerja Renstra", RENSTRA)


def capaian(teks: str = CAPAIAN) -> TabelAsing:
    return tabel_asing("Tabel 3.1 Capaian Kinerja Tahun 2024", teks, nomor=2)


def anggaran(teks: str = ANGGARAN) -> TabelAsing:
    return tabel_asing("Tabel 3.9 Realisasi Anggaran Tahun 2024", teks, nomor=3)

"""What a text says became of an indicator (KW-35), beside texts that say it of something else."""

from __future__ import annotations

import pytest
from buku_md import di, gawat

BUKU = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2021         | 2026          |

| Skala Kategori | batas | tanda | kategori |
|                | 90    | >=    | Tinggi   |
|                |       |       | Rendah   |

| Indikator | kode | jenjang | pernyataan | indikator             | satuan | arah  |
|           | S1.1 | sasaran | P          | Persentase Jalan Baik | %      | naik  |
|           | S1.2 | sasaran | P          | Angka Kecelakaan      | kasus  | turun |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 76     | 79,8      |
|            | S1.2 | 120    | 131       |

| Riwayat | kode | realisasi_1 | capaian_1 |
|         | S1.1 | 74,1        |           |
|         | S1.2 | 128         |           |

| Pembanding | kode | jenis    | nama     | nilai |
|            | S1.1 | nasional | Nasional | 82,1  |
|            | S1.2 | nasional | Nasional | 140   |

| {}
"""
ANALISIS = di("analisis", "pendorong")
NASKAH = di("naskah", "teks")


def tentang(kode: str, teks: str) -> str:
    return BUKU.format(f"Analisis | kode | pendorong |\n| | {kode} | {teks} |")


@pytest.mark.parametrize(
    ("kode", "teks", "salah"),
    [
        ("S1.1", "Target belum tercapai.", True),
        ("S1.1", "Target tercapai, bahkan terlampaui.", False),
        ("S1.2", "Target tercapai 100 persen.", True),
        ("S1.2", "Target tercapai 90,83 persen.", False),  # how far, not that it was
        ("S1.2", "Realisasi 131 kasus sehingga target tercapai.", True),
        ("S1.2", "Realisasi 131 kasus sehingga target tidak tercapai.", False),
        ("S1.2", "Angka kecelakaan lalu lintas belum mencapai target.", False),
        ("S1.2", "Dinas optimis target tercapai.", False),
        ("S1.1", "Realisasi di atas angka nasional.", True),
        ("S1.1", "Realisasi 79,8 persen, di bawah angka nasional 82,1 persen.", False),
        ("S1.1", "Capaian 105 persen lebih tinggi dari nasional.", False),  # the capaian, not the result
        ("S1.2", "Angka kecelakaan lebih baik dari nasional.", False),
        ("S1.2", "Angka kecelakaan lebih buruk dari nasional.", True),
        ("S1.2", "Kinerja masih di atas nasional.", False),  # where less is more, above may be said of either
        ("S1.1", "Realisasi menurun dibanding tahun lalu.", True),
        ("S1.1", "Jumlah truk menurun dibanding tahun lalu.", False),
        ("S1.1", "Realisasi meningkat dibanding tahun lalu.", False),
        ("S1.1", "Capaian kinerja 105 persen berkategori Rendah.", True),
        ("S1.1", "Capaian kinerja 105 persen berkategori Tinggi.", False),
        ("S1.1", "Capaian 105 persen, bukan lagi berkategori Rendah.", False),
    ],
)
def test_pernyataan_tentang_indikator(kode: str, teks: str, salah: bool) -> None:
    assert gawat(tentang(kode, teks)) == ([("KW-35", ANALISIS)] if salah else [])


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("Tahun 2024 merupakan tahun kelima periode Renstra.", "KW-35"),
        ("Tahun 2024 merupakan tahun keempat periode Renstra.", ""),
        ("Dokumen Rencana Strategis Tahun 2021-2025 menjadi acuan.", "KW-32"),
        ("Dokumen Rencana Strategis Tahun 2021-2026 menjadi acuan.", ""),
        ("Persentase Jalan Baik tidak mencapai target.", "KW-35"),
        ("Persentase Jalan Baik dan Angka Kecelakaan tidak mencapai target.", ""),  # two of them
    ],
)
def test_pernyataan_di_naskah(teks: str, kode: str) -> None:
    assert gawat(BUKU.format(f"Naskah | bagian | teks |\n| | Ikhtisar | {teks} |")) == (
        [(kode, NASKAH)] if kode else []
    )


@pytest.mark.parametrize(("x", "salah"), [("105", True), ("102", False)])
def test_tulisan_lembar_lain_menurut_hitungannya_sendiri(x: str, salah: bool) -> None:
    """A note of Riwayat or of the quarters is held against itself only."""
    isi = f"Rencana Aksi | kode | rencana_aksi |\n| | S1.1 | Menangani 51 dari {x} ruas (50%); target tidak tercapai |"
    assert gawat(BUKU.format(isi)) == ([("KW-33", di("rencana_aksi", "rencana_aksi"))] if salah else [])

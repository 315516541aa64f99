"""Names typed in CAPITALS stand in sentences as other names do, and in tables as typed."""

from __future__ import annotations

import pytest
from buku_md import buku_md

from lkjip_xl.inti.nama_kapital import nama_kalimat
from lkjip_xl.word.bab_tiga import kalimat_anggaran
from lkjip_xl.word.bagian import tabel_ringkasan
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.naskah import Paragraf, Tabel
from lkjip_xl.word.program import kalimat_program, kalimat_terukur
from lkjip_xl.word.tabel_word import isi_tercetak


@pytest.mark.parametrize(
    ("nama", "kenal", "harap"),
    [
        ("PROGRAM A DAN B", (), "Program A dan B"),
        ("UNTUK SIAPA (DI DALAM KOTA)", (), "Untuk Siapa (di dalam Kota)"),
        ("PROGRAM KEARIFAN LOKAL DAN HAK DPRD", (), "Program Kearifan Lokal dan Hak DPRD"),
        ("USAHA MIKRO (UMI) DAN UMI LAIN", (), "Usaha Mikro (UMI) dan UMI Lain"),
        ("PENGEMBANGAN UMKM DAN BUMN (LANJUTAN)", (), "Pengembangan UMKM dan BUMN (Lanjutan)"),
        ("PELATIHAN LALA", ("LALA",), "Pelatihan LALA"),
        ("TAHAP II, B3 DAN AL-QUR'AN", (), "Tahap II, B3 dan Al-Qur'an"),
        ("SISTEM KOMPLEKS, BANK, FILM MODERN", (), "Sistem Kompleks, Bank, Film Modern"),
        ("Program PELATIHAN dan UMKM", (), "Program PELATIHAN dan UMKM"),
        ("PROGRAM PENUNJANG urusan", (), "PROGRAM PENUNJANG urusan"),
        ("SAKIP", (), "SAKIP"),
        ("7.01.02", (), "7.01.02"),
        ("", (), ""),
    ],
)
def test_nama_dalam_kalimat(nama, kenal, harap):
    assert nama_kalimat(nama, kenal) == harap


BUKU = """
| Indikator | kode | jenjang | pernyataan | indikator           | satuan | arah |
|           | S1.1 | sasaran | Sasaran A  | Nilai LALA instansi | nilai  | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 90     | 90        |

| Anggaran | kode    | level    | nama                   | indikator | target | realisasi | pagu | realisasi_rp |
|          | 1.01    | program  | PROGRAM KERJA DAN LALA |           |        |           | 100  | 90           |
|          | 1.01.01 | kegiatan | KEGIATAN PINDAH KOTA   | Jumlah    | 10     | 5         | 100  | 90           |
|          | 1.02    | program  | PROGRAM LAIN           |           |        |           | 50   | 10           |
|          | 1.02.01 | kegiatan | Kegiatan UMUM          | Jumlah    | 10     | 10        | 50   | 10           |

| Penunjang | kode | kode_program | menunjang |
|           | S1.1 | 1.01         | ya        |
|           | S1.1 | 1.02         | tidak     |
"""


def test_kalimat_laporan_tanpa_kapital_dan_tabel_seperti_diketik():
    b = Bahan(buku_md(BUKU))
    terukur = [x for x in kalimat_terukur(b) if isinstance(x, Paragraf)]
    teks = [kalimat_program(b, "A", "S1"), *kalimat_anggaran(b), *(x.teks for x in terukur)]
    semua = " ".join(teks)
    for nama in ("Program Kerja dan LALA", "Program Lain", "Kegiatan Pindah Kota"):
        assert nama in semua and nama.upper() not in semua
    (tabel,) = [x.tabel for x in tabel_ringkasan(b, "Realisasi Anggaran") if isinstance(x, Tabel)]
    assert any("PROGRAM KERJA DAN LALA" in sel for baris in isi_tercetak(tabel) for sel in baris)
    assert any("PROGRAM KERJA DAN LALA" in (x.kunci or "") for x in terukur)  # a report made before is still known

"""Daftar Tabel: numbers given twice, years in titles."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, periksa_md, semua

from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.tabel.nomor_templat import NOMOR_LAMA

BUKU = """
| Pengaturan | instansi | tahun | renstra_awal | renstra_akhir |
|            | Dinas    | 2024  | 2021         | 2026          |

| Daftar Tabel | ringkasan | nomor | judul | tampil |
|              | Capaian Kinerja | {a} | {judul} | ya |
|              | {lain} | {b} | Analisis | {tampil} |
"""


@pytest.mark.parametrize(
    ("a", "b", "tampil", "kode"),
    [
        ("Tabel 3.1", "Tabel 3.1", "ya", ["DT-01"]),
        ("Tabel 3.1", "tabel 3-1", "ya", ["DT-01"]),
        ("Tabel 3.1", "Tabel 3.2", "ya", []),
        ("Tabel 3.1", "Tabel 3.11", "ya", []),
        ("Tabel 3.1", "Tabel 3.1", "tidak", []),
        ("Tabel 3.1", "", "ya", []),
    ],
)
def test_nomor(a, b, tampil, kode):
    teks = BUKU.format(a=a, b=b, judul="Capaian", lain="Analisis Kinerja", tampil=tampil)
    assert semua(teks, "DT-01") == [(k, di("daftar_tabel", "nomor", 9)) for k in kode]


@pytest.mark.parametrize(
    ("judul", "kode"),
    [
        ("Capaian Kinerja Tahun 2023", ["DT-02"]),
        ("Capaian Kinerja Tahun 2024", []),
        ("Capaian Kinerja {{tahun}}", []),
        ("Capaian Kinerja 2021-2026", []),
        ("Capaian Kinerja Tahun 2020 s.d. 2023", ["DT-02"]),
        ("Capaian Kinerja terhadap Renstra 2019", []),
        ("Capaian Kinerja Tahun 2023 dan 2024", []),
        ("Capaian Kinerja", []),
        ("Peraturan Nomor 20234", []),
    ],
)
def test_tahun_judul(judul, kode):
    teks = BUKU.format(a="Tabel 3.1", b="Tabel 3.2", judul=judul.format(), lain="Analisis Kinerja", tampil="ya")
    assert semua(teks, "DT-02") == [(k, di("daftar_tabel", "judul")) for k in kode]


def test_tabel_yang_membandingkan_tahun_boleh_menyebut_tahun_lain():
    teks = BUKU.format(a="Tabel 3.1", b="Tabel 3.2", judul="Capaian", lain="Perbandingan Tahun", tampil="ya")
    assert semua(teks.replace("Analisis |", "Capaian 2023 dan 2022 |"), "DT-02") == []


@pytest.mark.parametrize(
    ("judul", "kode"),
    [
        ("Target Renstra 2021-2026", []),
        ("Target Renstra 2020-2026", ["DT-03"]),
        ("Target Rencana Strategis Tahun 2021 s.d. 2025", ["DT-03"]),
        ("Renstra 2016-2021 dan 2021-2026", []),
        ("Capaian 2020-2026", []),
        ("Target Renstra", []),
    ],
)
def test_periode_renstra_di_judul(judul, kode):
    teks = BUKU.format(a="Tabel 3.1", b="Tabel 3.2", judul=judul, lain="Analisis Kinerja", tampil="ya")
    assert semua(teks, "DT-03") == [(k, di("daftar_tabel", "judul")) for k in kode]


BEBAS = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2021         | 2026          |

| Tabel Bebas | judul | k1 | k2 |
|             | Data Tahun 2023 | Uraian | Nilai |
|             |       | A  | 5 |
"""


def test_judul_tabel_bebas_hanya_catatan():
    r = di("tabel_bebas", "judul")
    assert semua(BEBAS, "DT-02", "DT-03") == [("DT-02", r)] and gawat(BEBAS) == []
    assert semua(BEBAS.replace("Tahun 2023", "Tahun 2024"), "DT-02", "DT-03") == []
    assert semua(BEBAS.replace("Data Tahun 2023", "Renstra 2020-2025"), "DT-02", "DT-03") == [("DT-03", r)]


@pytest.mark.parametrize(("awalan", "tingkat"), [("Tabel III", Tingkat.PERINGATAN), ("Tabel 3", Tingkat.CATATAN)])
def test_nomor_bawaan_di_antara_nomor_sendiri(awalan, tingkat):
    """Where most numbers were given anew, one that is still the template's was meant to be."""
    baris = [f"| | {n} | {x.replace('Tabel 3', awalan)} | {n} | ya |" for n, x in NOMOR_LAMA.items()]
    kepala = BUKU.partition("|              | Capaian")[0]
    teks = "\n".join([kepala.rstrip(), *baris, "| | Dasbor | Tabel 4.1 | Dasbor | ya |"])
    assert [t.tingkat for t in periksa_md(teks).temuan if t.kode == "DT-01"] == [tingkat]


URUTAN = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A | indeks | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 3 | 3 |

| Daftar Tabel | ringkasan | nomor | judul | tampil |
|              | Capaian Kinerja | {} | Capaian Kinerja | ya |
|              | Capaian per Triwulan | Tabel 9.1 | Triwulan | ya |
|              | {} | {} | {} | ya |
"""
KETIGA = 10


@pytest.mark.parametrize(("judul", "ada"), [("Capaian kinerja", True), ("Perbandingan", False)])
def test_judul_ganda(judul, ada):
    teks = URUTAN.format("Tabel 3.1", "Perbandingan Tahun", "Tabel 3.3", judul)
    harap = [("DT-05", di("daftar_tabel", "judul", KETIGA))] if ada else []
    assert [x for x in gawat(teks) if x[0] == "DT-05"] == harap


@pytest.mark.parametrize(
    ("satu", "dua", "ada"), [("Tabel 3.4", "Tabel 3.2", True), ("Tabel 3.2", "Tabel 3.3", False), ("3.4", "4.1", False)]
)
def test_nomor_tidak_urut(satu, dua, ada):
    teks = URUTAN.format(satu, "Perbandingan Tahun", dua, "Perbandingan")
    assert semua(teks, "DT-04") == ([("DT-04", di("daftar_tabel", "nomor", KETIGA))] if ada else [])

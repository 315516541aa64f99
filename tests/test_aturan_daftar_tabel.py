"""Daftar Tabel: numbers given twice, years in titles."""

from __future__ import annotations

import pytest
from buku_md import di, periksa_md, semua

from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.perintah import skema

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


@pytest.mark.parametrize(("awalan", "tingkat"), [("Tabel III", Tingkat.PERINGATAN), ("Tabel 3", Tingkat.CATATAN)])
def test_nomor_bawaan_di_antara_nomor_sendiri(awalan, tingkat):
    """Where most numbers were given anew, one that is still the template's was meant to be."""
    nomor = {str(b["ringkasan"]): str(b.get("nomor", "")) for b in skema().lembar["daftar_tabel"].baris_awal}
    baris = [f"| | {n} | {x.replace('Tabel 3', awalan)} | {n} | ya |" for n, x in nomor.items() if n != "Dasbor"]
    kepala = BUKU.partition("|              | Capaian")[0]
    teks = "\n".join([kepala.rstrip(), *baris, "| | Dasbor | Tabel 4.1 | Dasbor | ya |"])
    assert [t.tingkat for t in periksa_md(teks).temuan if t.kode == "DT-01"] == [tingkat]

"""Bab I: the organisation with its staff and assets from the sheets; what only the agency can tell stays to be written."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.evaluasi import ada_evaluasi, evaluasi
from lkjip_xl.word.gambar_luar import STRUKTUR, gambar_luar
from lkjip_xl.word.naskah import Balok, Butir, Judul, Paragraf
from lkjip_xl.word.sumber_daya import aset, pegawai, sumber_keuangan
from lkjip_xl.word.tabel_bebas import tabel_bebas
from lkjip_xl.word.tulisan import ada_tulisan, tulisan

SISTEMATIKA = (
    "Bab I Pendahuluan: gambaran umum organisasi, sumber daya, dan isu strategis;",
    "Bab II Perencanaan Kinerja: Renstra, indikator kinerja utama, Renja, dan Perjanjian Kinerja;",
    "Bab III Akuntabilitas Kinerja: capaian kinerja organisasi dan realisasi anggaran;",
    "Bab IV Penutup: simpulan dan rencana tindak lanjut.",
)


def bab_satu(b: Bahan) -> Iterator[Balok]:
    """Chapter I as blocks."""
    yield Judul("BAB I PENDAHULUAN")
    yield Judul("A. Latar Belakang", 2)
    if not ada_tulisan(b, "Latar belakang"):
        yield Paragraf(kalimat("umum.latar_belakang", instansi=b.instansi, tahun=b.tahun))
    yield from tulisan(b, "Latar belakang")
    yield Judul("B. Gambaran Umum Organisasi", 2)
    yield Judul("1. Dasar Hukum dan Kedudukan", 3)
    yield from tulisan(b, "Dasar hukum", "Tulis dasar hukum pembentukan dan kedudukan organisasi.")
    yield Judul("2. Tugas dan Fungsi", 3)
    yield from tulisan(b, "Tugas dan fungsi", "Tulis tugas dan fungsi organisasi.")
    yield Judul("3. Struktur Organisasi", 3)
    yield from tulisan(b, "Struktur organisasi")
    yield from gambar_luar(b, STRUKTUR, "Sisipkan bagan struktur organisasi.")
    yield from tabel_bebas(b, "Gambaran umum")
    yield Judul("C. Sumber Daya Manusia", 2)
    yield from pegawai(b)
    yield Judul("D. Sarana dan Prasarana", 2)
    yield from aset(b)
    huruf = iter("EFGH")
    if anggaran := list(sumber_keuangan(b)):
        yield Judul(f"{next(huruf)}. Anggaran", 2)
        yield from anggaran
    if ada_evaluasi(b, bab_satu=True):
        yield from evaluasi(b, next(huruf))
    yield Judul(f"{next(huruf)}. Isu Strategis", 2)
    yield from tulisan(b, "Isu strategis", "Uraikan isu strategis yang dihadapi organisasi.")
    yield from tabel_bebas(b, "Isu strategis")
    yield Judul(f"{next(huruf)}. Sistematika Penyajian", 2)
    yield Paragraf(kalimat("umum.sistematika"))
    yield Butir(SISTEMATIKA)

"""Bab I: the organisation with its staff and assets from the sheets; what only the agency can tell stays to be written."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.ringkasan.pegawai_silang import pegawai_silang
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.word.bahan import Bahan, teks_nilai, terisi
from lkjip_xl.word.bilangan import ada, hitungan, uang
from lkjip_xl.word.gambar_luar import STRUKTUR, gambar_luar
from lkjip_xl.word.naskah import Balok, Butir, Isian, Judul, Paragraf, Tabel
from lkjip_xl.word.tabel_bebas import tabel_bebas
from lkjip_xl.word.tabel_masukan import tabel_masukan
from lkjip_xl.word.tulisan import ada_tulisan, tulisan

SISTEMATIKA = (
    "Bab I Pendahuluan: gambaran umum organisasi, sumber daya, dan isu strategis",
    "Bab II Perencanaan Kinerja: Renstra, indikator kinerja utama, Renja, dan Perjanjian Kinerja",
    "Bab III Akuntabilitas Kinerja: capaian kinerja organisasi dan realisasi anggaran",
    "Bab IV Penutup: simpulan dan rencana tindak lanjut",
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
    yield from _pegawai(b)
    yield Judul("D. Sarana dan Prasarana", 2)
    yield from _aset(b)
    yield Judul("E. Isu Strategis", 2)
    yield from tulisan(b, "Isu strategis", "Uraikan isu strategis yang dihadapi organisasi.")
    yield from tabel_bebas(b, "Isu strategis")
    yield Judul("F. Sistematika Penyajian", 2)
    yield Paragraf(kalimat("umum.sistematika"))
    yield Butir(SISTEMATIKA)


def _pegawai(b: Bahan) -> Iterator[Balok]:
    rekaman = b.rekaman("pegawai")
    if not rekaman:
        yield Isian(f"Isi lembar {b.buku['pegawai'].lembar}: pegawai menurut jabatan, golongan, dan pendidikan.")
        return
    for dimensi in dict.fromkeys(r["dimensi"] for r in rekaman):
        milik = [r for r in rekaman if r["dimensi"] == dimensi]
        sebutan = teks_nilai(dimensi) if terisi(dimensi) else ""
        total = next((r for r in milik if baris_jumlah(r["uraian"])), None)
        if total is not None and ada(total["jumlah"]) and sebutan:
            isi = {"dimensi": sebutan.lower(), "jumlah": hitungan(total["jumlah"])}
            if ada(total["kebutuhan"]):
                yield Paragraf(
                    kalimat("sumberdaya.kebutuhan", **isi, kebutuhan=hitungan(total["kebutuhan"])), kunci=sebutan
                )
            else:
                yield Paragraf(kalimat("sumberdaya.pegawai", **isi), kunci=sebutan)
        silang = pegawai_silang(b.buku, milik, sebutan or "Jabatan")
        if silang:
            yield from (Tabel(t, t.judul) for t in silang)
            continue
        judul = f"Pegawai menurut {sebutan}" if sebutan else "Pegawai"
        kolom = [k for k in b.buku["pegawai"].skema.kolom if k != "dimensi"]
        yield Tabel(
            tabel_masukan(b, "pegawai", judul, kolom=kolom, saring=lambda r, d=dimensi: r["dimensi"] == d), sebutan
        )


def _aset(b: Bahan) -> Iterator[Balok]:
    rekaman = b.rekaman("aset")
    if not rekaman:
        yield Isian(f"Isi lembar {b.buku['aset'].lembar}: barang milik daerah yang dikelola.")
        return
    total = next((r for r in rekaman if baris_jumlah(r["nama"])), {})
    awal, akhir = total.get("saldo_awal"), total.get("saldo_akhir")
    if ada(akhir) and ada(awal):
        yield Paragraf(kalimat("sumberdaya.aset", akhir=uang(akhir), awal=uang(awal)))
    yield Tabel(tabel_masukan(b, "aset", f"Sarana dan Prasarana Tahun {b.tahun}"))

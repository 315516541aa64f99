"""Kelengkapan: which comparisons of Bab III each indicator can already show, and which cell is still missing.

A working aid, not a table of the report. What was declared not to exist (N/A, "-") counts as answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lkjip_xl.inti.alamat import BARIS_MAKS, rujuk
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.ringkasan.alokasi import Alokasi, alokasi
from lkjip_xl.ringkasan.indikator import Indikator, daftar_indikator, per_jenjang, tercapai
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.ringkasan.perakit import Perakit
from lkjip_xl.tabel.hierarki import teratas
from lkjip_xl.tabel.model import Asal, BukuKerja, Nilai, Tabel
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR = "Kelengkapan"
ADA = "ada"
TIADA = "N/A"
BAB_TIGA = "Perbandingan dan Analisis (Bab III)"
BANDING = (
    ("target_realisasi", "1. Target dan Realisasi"),
    ("tahun_lalu", "2. Tahun Sebelumnya"),
    ("akhir_renstra", "3. Target Akhir Renstra"),
    ("standar", "4. Standar atau Daerah Lain"),
    ("analisis", "5. Penyebab dan Solusi"),
    ("efisiensi", "6. Efisiensi"),
    ("penunjang", "7. Program Penunjang"),
)
ANGGARAN, LHE = "anggaran", "lhe"


@dataclass(frozen=True, slots=True)
class Bukti:
    """Whether something can be shown: the text of its cell, and where the missing cell is ("" = nothing missing)."""

    teks: str = ADA
    tautan: str = ""

    @property
    def lengkap(self) -> bool:
        """Is nothing missing?"""
        return self.teks in (ADA, TIADA)


@per_buku
def kelengkapan(buku: BukuKerja) -> TabelRingkas:
    """One row per indicator of Pengukuran, one for what is told once for the whole report, and the count of complete ones."""
    a = alokasi(buku)
    perakit = Perakit({"sasaran": ("sasaran",)})
    semua: list[dict[str, Bukti]] = []
    for judul, isi in per_jenjang(daftar_indikator(buku)):
        perakit.kelompok(judul)
        for x in isi:
            bukti = _indikator(buku, a, x)
            semua.append(bukti)
            nilai: dict[str, Nilai] = {"sasaran": x.pernyataan, "kode": x.kode, "indikator": x.nama or x.kode}
            perakit.tambah(_baris(nilai, bukti), sasaran=x.sasaran)
    if semua:
        bersama = {ANGGARAN: _anggaran_semua(buku, a), LHE: _lhe(buku)}
        perakit.tambah(_baris({"indikator": "Seluruh laporan"}, bersama, "tebal"))
        hitung = {k: f"{sum(b[k].lengkap for b in semua)} dari {len(semua)}" for k in semua[0]}
        perakit.tambah(BarisRingkas({"indikator": "Indikator yang lengkap"} | hitung, "jumlah"))
    kolom = [
        KolomRingkas("sasaran", "Tujuan / Sasaran", lebar=26),
        KolomRingkas("kode", "Kode", "pilihan", 8, tetap=True),
        KolomRingkas("indikator", "Indikator Kinerja", lebar=32, tetap=True),
        *(KolomRingkas(k, j, "pilihan", 15, kelompok=BAB_TIGA, tetap=True) for k, j in BANDING),
        KolomRingkas(ANGGARAN, "Realisasi Anggaran", "pilihan", 15, tetap=True),
        KolomRingkas(LHE, "Tindak Lanjut Evaluasi Tahun Lalu", "pilihan", 24, tetap=True),
    ]
    return perakit.jadi(
        buku, LEMBAR, kolom,
        sumber=sumber(buku, "pengukuran", "riwayat", "renstra", "pembanding", "analisis", "penunjang", "anggaran", "lhe_rekomendasi"),
        satuan=f"{ADA} = dapat ditampilkan; {TIADA} = dinyatakan tidak ada; selain itu alamat sel yang masih perlu diisi",
        catatan=(
            "Lembar bantu kerja, tidak dicetak dalam laporan. Klik alamat untuk melompat ke selnya.",
            "Penyebab dan solusi: faktor pendorong bila target tercapai; faktor penghambat dan solusi bila belum.",
            "Alamat pada baris kosong berarti indikator belum mempunyai baris di lembar itu.",
        ) if semua else (),
    )  # fmt: skip


def terjawab(baris: BarisRingkas) -> list[bool]:
    """Of a row of the table, which of its comparisons can be shown; nothing of the rows that only count."""
    if baris.gaya not in ("biasa", "tebal"):
        return []
    return [baris.nilai[k] in (ADA, TIADA) for k in (*(k for k, _ in BANDING), ANGGARAN, LHE) if k in baris.nilai]


def _baris(nilai: dict[str, Nilai], bukti: dict[str, Bukti], gaya: str = "biasa") -> BarisRingkas:
    tautan = {k: b.tautan for k, b in bukti.items() if b.tautan}
    return BarisRingkas(nilai | {k: b.teks for k, b in bukti.items()}, gaya, tautan=tautan)


def _indikator(buku: BukuKerja, a: Alokasi, x: Indikator) -> dict[str, Bukti]:
    ukur, baris = buku["pengukuran"], buku.indeks.semua("pengukuran", "kode", x.kode)[0]
    terukur = _pertama(_isian(ukur, baris, k) for k in ("target", "realisasi"))
    if terukur.lengkap and terukur.teks == ADA and not isinstance(x.capaian, (int, float)):
        terukur = _kurang(ukur, baris, "capaian")  # typed, but nothing follows from it
    peta = [*a.milik_indikator(x.kode)] or [*a.milik_sasaran(x.sasaran)]
    menunjang = Bukti() if peta else _tanpa_peta(buku, x)
    rupiah = _rupiah(buku, teratas(a.induk, peta)) if peta else menunjang
    return {
        "target_realisasi": terukur,
        "tahun_lalu": _lewat(buku, "riwayat", x.kode, "realisasi_1"),
        "akhir_renstra": _lewat(buku, "renstra", x.kode, "target_akhir"),
        "standar": _salah_satu(buku, "pembanding", x.kode, "nilai"),
        "analisis": _analisis(buku, x),
        "efisiensi": _pertama((terukur, rupiah)),
        "penunjang": menunjang,
        ANGGARAN: rupiah,
    }


def _analisis(buku: BukuKerja, x: Indikator) -> Bukti:
    perlu = ("pendorong",) if tercapai(x.capaian, x.desimal) else ("penghambat", "solusi")
    return _pertama(_salah_satu(buku, "analisis", x.kode, k) for k in perlu)


def _tanpa_peta(buku: BukuKerja, x: Indikator) -> Bukti:
    """No row of Anggaran: the row of Penunjang that finds none, else the next free one."""
    ada = (buku.indeks.baris("penunjang", "kode", k) for k in (x.kode, x.sasaran))
    baris = next((b for b in ada if b is not None), None)
    return _baris_baru(buku["penunjang"]) if baris is None else _kurang(buku["penunjang"], baris, "nama")


def _rupiah(buku: BukuKerja, baris: Iterable[int]) -> Bukti:
    t = buku["anggaran"]
    return _pertama(_isian(t, b, k) for b in baris for k in ("pagu", "realisasi_rp"))


def _anggaran_semua(buku: BukuKerja, a: Alokasi) -> Bukti:
    return _rupiah(buku, a.program()) if a.baris else _baris_baru(buku["anggaran"], "nama")


def _lhe(buku: BukuKerja) -> Bukti:
    """Every recommendation of the evaluation has a follow-up."""
    t = buku["lhe_rekomendasi"]
    baris = [b for b, r in t.rekaman() if r["rekomendasi"] is not None]
    return _pertama(_isian(t, b, "tindak_lanjut") for b in baris) if baris else _baris_baru(t, "rekomendasi")


# -- one cell ------------------------------------------------------------------------------------------------------


def _lewat(buku: BukuKerja, lembar: str, kode: str, kolom: str) -> Bukti:
    """A column of the one row an indicator has on a sheet."""
    baris = buku.indeks.baris(lembar, "kode", kode)
    return _baris_baru(buku[lembar]) if baris is None else _isian(buku[lembar], baris, kolom)


def _salah_satu(buku: BukuKerja, lembar: str, kode: str, kolom: str) -> Bukti:
    """A column of any of the rows an indicator has on a sheet."""
    t, baris = buku[lembar], buku.indeks.semua(lembar, "kode", kode)
    if not baris:
        return _baris_baru(t)
    bukti = [_isian(t, b, kolom) for b in baris]
    return next((b for b in bukti if b.lengkap), bukti[0])


def _isian(t: Tabel, baris: int, kolom: str) -> Bukti:
    nilai = t.nilai(baris, kolom)
    if nilai is not None and not isinstance(nilai, Galat):
        return Bukti()
    s = t.sel.get((baris, kolom))
    if nilai is None and s is not None and s.asal in (Asal.ISIAN, Asal.TIMPA) and s.bacaan is not None:
        return Bukti(TIADA)
    return _kurang(t, baris, kolom)


def _kurang(t: Tabel, baris: int, kolom: str) -> Bukti:
    alamat = t.alamat(baris, kolom) if t.ada else ""
    return Bukti(f"{t.lembar}!{alamat}", rujuk(t.lembar, alamat)) if alamat else Bukti(f"lembar {t.lembar}")


def _baris_baru(t: Tabel, kolom: str = "kode") -> Bukti:
    """The cell where a new row begins."""
    return _kurang(t, min(t.terakhir + 1, BARIS_MAKS), kolom)


def _pertama(bukti: Iterable[Bukti]) -> Bukti:
    """The first that is missing; N/A where one of them is, else complete."""
    semua: Sequence[Bukti] = list(bukti)
    kurang = next((b for b in semua if not b.lengkap), None)
    return kurang or next((b for b in semua if b.teks == TIADA), Bukti())

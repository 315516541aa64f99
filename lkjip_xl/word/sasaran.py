"""Bab III by sasaran: of each its comparisons as small tables and text, its causes, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.efisiensi import rata_tampil
from lkjip_xl.ringkasan.indikator import Indikator, tercapai
from lkjip_xl.ringkasan.kemajuan_renstra import catatan_kemajuan
from lkjip_xl.ringkasan.kepala import kepala_tabel
from lkjip_xl.ringkasan.model import Gabungan, TabelRingkas
from lkjip_xl.ringkasan.perakit import catatan_arah, catatan_batas, catatan_keadaan, catatan_tahun_data
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.word import perbandingan
from lkjip_xl.word.analisis import uraian_analisis
from lkjip_xl.word.bagian import tanpa_level
from lkjip_xl.word.bahan import Bahan, nama_sasaran
from lkjip_xl.word.bilangan import ada, hitungan, persen
from lkjip_xl.word.ikhtisar import sebut_jenjang
from lkjip_xl.word.masukan import tanpa_kolom
from lkjip_xl.word.naskah import Balok, Paragraf, Tabel
from lkjip_xl.word.pendukung import tabel_pendukung

RINCI = "Capaian Kinerja"  # the comparison whose indicators have supporting tables
KOLOM_JUDUL = frozenset({"no", "sasaran"})  # the heading above says it


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """One of the comparisons told indicator by indicator: summary, group of sentences, input sheet, sentence, heading."""

    lembar: str
    kelompok: str
    masukan: str
    tulis: Callable[[Bahan, Indikator], str]
    judul: str


PERBANDINGAN = (
    Perbandingan(
        "Capaian Kinerja",
        "capaian",
        "pengukuran",
        perbandingan.capaian_indikator,
        "Perbandingan Target dan Realisasi Kinerja Tahun {tahun}",
    ),
    Perbandingan(
        "Perbandingan Tahun",
        "riwayat",
        "riwayat",
        perbandingan.riwayat_indikator,
        "Perbandingan dengan Tahun-Tahun Sebelumnya",
    ),
    Perbandingan(
        "Kemajuan Renstra",
        "renstra",
        "renstra",
        perbandingan.renstra_indikator,
        "Perbandingan dengan Target Akhir Renstra",
    ),
    Perbandingan(
        "Pembanding Standar",
        "pembanding",
        "pembanding",
        perbandingan.pembanding_indikator,
        "Perbandingan dengan Standar Nasional, Provinsi, atau Daerah Lain",
    ),
)


def uraian_sasaran(b: Bahan, milik: Sequence[Indikator]) -> Iterator[Balok]:
    """The comparisons of the indicators of one sasaran, then their causes; what the workbook does not hold is left out."""
    kode = milik[0].sasaran
    for p in PERBANDINGAN:
        if tanpa_kolom(b, p.lembar) or not b.rekaman(p.masukan):
            continue
        teks = {x.kode: p.tulis(b, x) for x in milik}
        if not any(teks.values()):
            continue
        if b.tampil(p.lembar) and not kepala_tabel(b.buku, p.lembar).lampiran:
            t = hanya(tanpa_level(b, b.tabel(p.lembar)), {x.kode for x in milik}, nama_sasaran(milik[0]))
            # a number of Daftar Tabel goes to the first of the tables the summary is divided into
            nomor = b.tabel(p.lembar).nomor if kode == b.indikator[0].sasaran else ""
            yield Tabel(replace(t, nomor=nomor, catatan=_catatan(b, p.lembar, t, milik)), kode)
        for x in milik:
            if teks[x.kode]:
                yield Paragraf(teks[x.kode], kunci=f"{p.kelompok} {x.kode}")
            if p.lembar == RINCI:
                yield from tabel_pendukung(b, x)
    if not tanpa_kolom(b, "Analisis Kinerja"):
        yield from uraian_analisis(b, milik)


def _catatan(b: Bahan, lembar: str, t: TabelRingkas, milik: Sequence[Indikator]) -> tuple[str, ...]:
    """The notes of a whole summary as they are true of the rows of one sasaran: kinds it has none of are left out."""
    pasangan = [(catatan_kemajuan(b.tabel(lembar).baris), catatan_kemajuan(t.baris))]
    for tulis in (catatan_arah, catatan_batas, catatan_tahun_data, catatan_keadaan):
        pasangan.append((tulis(b.indikator), tulis(milik)))
    bersama = [c for c in t.catatan if not any(c in semua for semua, _ in pasangan)]
    return (*bersama, *(c for semua, sendiri in pasangan if set(semua) & set(t.catatan) for c in sendiri))


def hanya(t: TabelRingkas, kode: set[str], judul: str) -> TabelRingkas:
    """The rows of some indicators as a table of its own, without number and without what its heading says."""
    letak = [i for i, b in enumerate(t.baris) if b.nilai.get("kode") in kode]
    baru = {i: n for n, i in enumerate(letak)}
    kolom = tuple(k for k in t.kolom if k.nama not in KOLOM_JUDUL)
    nama = {k.nama for k in kolom}
    gabung = []
    for g in t.gabung:
        milik = [baru[i] for i in range(g.awal, g.akhir + 1) if i in baru]
        if g.kolom in nama and len(milik) > 1:
            gabung.append(Gabungan(g.kolom, milik[0], milik[-1]))
    baris = tuple(t.baris[i] for i in letak)
    return replace(t, nomor="", judul=f"{t.judul}: {judul}", kolom=kolom, baris=baris, gabung=tuple(gabung))


def simpulan_sasaran(b: Bahan, milik: Sequence[Indikator]) -> Iterator[Balok]:
    """How many of its indicators met their target, and their mean."""
    terukur = [x for x in milik if ada(x.capaian)]
    rata = rata_tampil(terukur) if terukur else None
    if not ada(rata) or len(terukur) == 1 < len(milik):
        return  # one sentence above says as much of a single one
    desimal = desimal_setelan(b.buku, "DesimalRata") if len(terukur) > 1 else terukur[0].desimal
    lulus = sum(tercapai(x.capaian, x.desimal) for x in terukur)
    isi = {
        "sasaran": nama_sasaran(milik[0]),
        "jenjang": sebut_jenjang(milik),
        "tercapai": hitungan(lulus),
        "terukur": hitungan(len(terukur)),
        "rata": persen(rata, desimal),
        "kategori": b.kategori(rata, desimal, b.buku.setelan.get("SkalaSasaran")),
    }
    kunci = "sasaran_sebagian"
    if len(milik) == 1:
        kunci = "sasaran_satu" if lulus else "sasaran_satu_belum"
    elif len(terukur) == len(milik):
        kunci = "sasaran_semua" if lulus == len(milik) else "sasaran" if lulus else "sasaran_tak_satu"
    yield Paragraf(kalimat(f"simpulan.{kunci}", **isi), kunci=f"simpulan {milik[0].sasaran}")

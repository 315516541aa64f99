"""Pembanding Standar: realisasi against national, provincial or other regions' figures, row by row or side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.desimal import desimal_nilai
from lkjip_xl.ringkasan.indikator import Indikator, daftar_indikator, hanya_jenjang, nilai_tampak, per_jenjang
from lkjip_xl.ringkasan.kepala import sumber, tahun_laporan
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas, berisi
from lkjip_xl.ringkasan.perakit import (
    LEBAR_ANGKA,
    Perakit,
    desimal_terukur,
    identitas,
    kolom_identitas,
    tanda_sementara,
    terukur,
)
from lkjip_xl.ringkasan.poin import capaian_pasangan
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR = "Pembanding Standar"
SAMPING = "Nilai Pembanding"
LAIN = "daerah lain"
CATATAN = "Capaian terhadap pembanding: realisasi dibandingkan dengan nilai pembanding menurut arah indikator."
SATU_SATUNYA = ("nasional", "provinsi")  # there is one of them, whatever it is called


def sebut_pembanding(r: Mapping[str, Nilai]) -> str:
    """A comparator as people name it: its kind only where the name does not say it.

    >>> sebut_pembanding({"jenis": "daerah lain", "nama": "Kab. A"}), sebut_pembanding({"jenis": "standar", "nama": "SPM"})
    ('Kab. A', 'standar SPM')
    >>> sebut_pembanding({"jenis": "nasional", "nama": "Rata-rata nasional"}), sebut_pembanding({"jenis": "provinsi"})
    ('Rata-rata nasional', 'provinsi')
    """
    jenis, nama = (str(r.get(k) or "").strip() for k in ("jenis", "nama"))
    lebih = not nama or (jenis != LAIN and kunci_teks(jenis) not in kunci_teks(nama))
    return " ".join(filter(None, (jenis if lebih else "", nama)))


@per_buku
def pembanding_standar(buku: BukuKerja) -> TabelRingkas:
    """Every indicator of a jenjang that has comparators, one row per comparator; without one its cells stay blank.

    So the reader sees which indicators were compared and which were not. The result is in percent: the capaian
    of the realisasi with the comparator's value as target.
    """
    banding = buku.indeks.menurut("pembanding", "kode")
    indikator = hanya_jenjang(daftar_indikator(buku), banding)
    lajur = _lajur_semua(buku)
    diukur = ("indikator", "satuan", "target", "realisasi", "capaian")
    perakit = Perakit({"sasaran": ("no", "sasaran"), "indikator": (*diukur, *lajur)})
    for judul, isi in per_jenjang(indikator):
        perakit.kelompok(judul)
        nomor = {s: float(i) for i, s in enumerate(dict.fromkeys(x.sasaran for x in isi), 1)}
        for x in isi:
            letak_semua = banding.get(x.kunci, (None,))
            samping = _nilai_lajur(buku, letak_semua)
            for letak in letak_semua:
                r = _baris(buku, x, nomor[x.sasaran], letak)
                r = replace(r, nilai={**r.nilai, **samping.nilai}, desimal={**r.desimal, **samping.desimal})
                perakit.tambah(r, sasaran=x.sasaran, indikator=x.kode)
    tahun = tahun_laporan(buku)
    kolom = [
        KolomRingkas("no", "No", "pilihan", 5),
        *kolom_identitas(indikator),
        KolomRingkas("target", f"Target {tahun}", "angka", LEBAR_ANGKA),
        KolomRingkas("realisasi", f"Realisasi {tahun}", "angka", LEBAR_ANGKA),
        KolomRingkas("capaian", f"Capaian {tahun} (%)", "persen", LEBAR_ANGKA, desimal=2),
        KolomRingkas("jenis", "Jenis", "pilihan", 12, kelompok="Pembanding"),
        KolomRingkas("nama", "Nama", lebar=18, kelompok="Pembanding"),
        KolomRingkas("tahun", "Tahun", "pilihan", 8, kelompok="Pembanding"),
        KolomRingkas("target_pembanding", "Target", "angka", LEBAR_ANGKA, kelompok="Pembanding"),
        KolomRingkas("nilai", "Standar / Realisasi", "angka", LEBAR_ANGKA, kelompok="Pembanding"),
        KolomRingkas("sumber", "Sumber", lebar=18, kelompok="Pembanding"),
        KolomRingkas("terhadap", "Capaian terhadap Pembanding (%)", "persen", 14, desimal=2),
        *(KolomRingkas(k, judul, "angka", LEBAR_ANGKA, kelompok=SAMPING, tambahan=True) for k, judul in lajur.items()),
    ]
    return perakit.jadi(
        buku,
        LEMBAR,
        kolom,
        sumber=sumber(buku, "pengukuran", "pembanding"),
        satuan="target dan realisasi dalam satuan indikator, capaian dalam persen",
        catatan=[CATATAN] if berisi(perakit.baris, "terhadap") else (),
    )


def _lajur_semua(buku: BukuKerja) -> dict[str, str]:
    """Column and header of every comparator, for the table that has them side by side: national, provincial, others by name."""
    hasil: dict[str, str] = {}
    for _, r in buku["pembanding"].rekaman():
        if (judul := _sebutan(r)) and r["kode"] is not None:
            hasil.setdefault(_lajur(judul), judul)
    return hasil


def _nilai_lajur(buku: BukuKerja, letak: Iterable[int | None]) -> BarisRingkas:
    """Figures of the comparators of one indicator by these columns; of several years of one the latest."""
    t = buku["pembanding"]
    nilai: dict[str, Nilai] = {}
    desimal: dict[str, int] = {}
    milik = [(b, t.isi(b)) for b in letak if b is not None]
    for b, r in sorted(milik, key=lambda m: x if isinstance(x := m[1]["tahun"], float) else float("inf")):
        x = nilai_tampak(t, b, "nilai")
        if x is not None and (judul := _sebutan(r)):
            nilai[_lajur(judul)] = x
            if (d := desimal_nilai(t, b, "nilai", x)) is not None:
                desimal[_lajur(judul)] = d
    return BarisRingkas(nilai, desimal=desimal)


def _sebutan(r: Mapping[str, Nilai]) -> str:
    jenis, nama = (str(r[k]).strip() if r[k] is not None else "" for k in ("jenis", "nama"))
    return jenis.capitalize() if kunci_teks(jenis) in SATU_SATUNYA else nama or jenis.capitalize()


def _lajur(judul: str) -> str:
    return f"lain {kunci_teks(judul)}"


def _baris(buku: BukuKerja, x: Indikator, nomor: float, letak: int | None) -> BarisRingkas:
    nilai = identitas(x) | terukur(x) | {"no": nomor}
    desimal = desimal_terukur(x) | {"terhadap": x.desimal}
    if letak is not None:
        t = buku["pembanding"]
        for tujuan, kolom in (("target_pembanding", "target"), ("nilai", "nilai")):
            nilai[tujuan] = nilai_tampak(t, letak, kolom)
            banyak = desimal_nilai(t, letak, kolom, nilai[tujuan])
            if banyak is not None:
                desimal[tujuan] = banyak
        for kolom in ("jenis", "nama", "sumber"):
            nilai[kolom] = t.nilai(letak, kolom)
        tahun = t.nilai(letak, "tahun")
        nilai["tahun"] = f"{tahun:.0f}" if isinstance(tahun, float) else tahun
        hasil = capaian_pasangan(buku, x, nilai["nilai"], x.tampak("realisasi", x.realisasi))
        tak_dinyatakan = hasil is Galat.VALUE and isinstance(
            nilai["nilai"], str
        )  # a range of an indicator that has none
        nilai["terhadap"] = None if tak_dinyatakan else hasil
    return BarisRingkas(nilai, desimal=desimal, sementara=tanda_sementara(x))

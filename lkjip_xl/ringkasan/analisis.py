"""Analisis Kinerja: what drove and what hindered each indicator, and what is done about it."""

from __future__ import annotations

from lkjip_xl.ringkasan.indikator import daftar_indikator, kamus_indikator, per_jenjang, urut_jenjang
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.ringkasan.perakit import (
    LEBAR_ANGKA,
    Perakit,
    desimal_terukur,
    identitas,
    kolom_identitas,
    tanda_sementara,
    terukur,
)
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR = "Analisis Kinerja"
URAIAN = (
    ("pendorong", "Faktor Pendorong / Penyebab Keberhasilan"),
    ("penghambat", "Faktor Penghambat / Permasalahan"),
    ("solusi", "Solusi"),
    ("upaya", "Upaya ke Depan"),
)


@per_buku
def analisis_kinerja(buku: BukuKerja) -> TabelRingkas:
    """Every measured indicator, then those only Analisis has; one row per point written about it."""
    t, uraian = buku["analisis"], buku.indeks.menurut("analisis", "kode")
    indikator = daftar_indikator(buku)
    ada = {x.kunci for x in indikator}
    kamus = kamus_indikator(buku)
    indikator = urut_jenjang([*indikator, *(kamus[k] for k in uraian if k not in ada and k in kamus)])
    perakit = Perakit({"sasaran": ("sasaran",), "indikator": ("indikator", "satuan", "target", "realisasi", "capaian")})
    for judul, isi in per_jenjang(indikator):
        perakit.kelompok(judul)
        for x in isi:
            for letak in uraian.get(x.kunci, (None,)):
                teks = {} if letak is None else {k: t.nilai(letak, k) for k, _ in URAIAN}
                nilai = identitas(x) | terukur(x) | teks
                baris = BarisRingkas(nilai, desimal=desimal_terukur(x), sementara=tanda_sementara(x))
                perakit.tambah(baris, sasaran=x.sasaran, indikator=x.kode)
    kolom = [
        *kolom_identitas(indikator),
        KolomRingkas("target", "Target", "angka", LEBAR_ANGKA),
        KolomRingkas("realisasi", "Realisasi", "angka", LEBAR_ANGKA),
        KolomRingkas("capaian", "Capaian (%)", "persen", LEBAR_ANGKA, desimal=2),
        *(KolomRingkas(k, teks, lebar=34) for k, teks in URAIAN),
    ]
    return perakit.jadi(
        buku,
        LEMBAR,
        kolom,
        sumber=sumber(buku, "pengukuran", "analisis"),
        satuan="target dan realisasi dalam satuan indikator, capaian dalam persen",
    )

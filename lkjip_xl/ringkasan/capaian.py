"""Capaian Kinerja: target, realisasi, capaian and category of every measured indicator (Tabel 3.2)."""

from __future__ import annotations

from lkjip_xl.ringkasan.indikator import daftar_indikator, kategori, per_jenjang
from lkjip_xl.ringkasan.kepala import kepala_tabel, sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.ringkasan.perakit import (
    LEBAR_ANGKA,
    Perakit,
    catatan_arah,
    catatan_batas,
    catatan_keadaan,
    catatan_tahun_data,
    desimal_terukur,
    identitas,
    kolom_identitas,
    tanda_sementara,
    terukur,
)
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR = "Capaian Kinerja"


@per_buku
def capaian_kinerja(buku: BukuKerja) -> TabelRingkas:
    """One row per indicator of the sheet Pengukuran; capaian in percent, category as the capaian is shown."""
    indikator = daftar_indikator(buku)
    perakit = Perakit({"sasaran": ("sasaran",)})
    nomor = {x.kode: float(i) for i, x in enumerate(indikator, 1)}  # one list, whatever their jenjang
    for judul, isi in per_jenjang(indikator):
        perakit.kelompok(judul)
        for x in isi:
            nilai = identitas(x) | terukur(x) | {"no": nomor[x.kode]}
            nilai |= {
                "kategori": kategori(buku, x.capaian_rata, x.desimal, x.skala_kategori),
                "sumber_data": x.sumber_data,
            }
            baris = BarisRingkas(nilai, desimal=desimal_terukur(x), sementara=tanda_sementara(x))
            perakit.tambah(baris, sasaran=x.sasaran)
    kolom = [
        *kolom_identitas(indikator),
        KolomRingkas("no", "No", "pilihan", 5, desimal=0, tambahan=True),
        KolomRingkas("target", "Target", "angka", LEBAR_ANGKA),
        KolomRingkas("realisasi", "Realisasi", "angka", LEBAR_ANGKA),
        KolomRingkas("capaian", "Capaian (%)", "persen", LEBAR_ANGKA, desimal=2),
        KolomRingkas("kategori", kepala_tabel(buku, LEMBAR).label_kategori, "pilihan", 16),
        KolomRingkas("sumber_data", "Sumber Data", lebar=24),
    ]
    return perakit.jadi(
        buku,
        LEMBAR,
        kolom,
        sumber=sumber(buku, "pengukuran", "indikator"),
        satuan="target dan realisasi dalam satuan indikator, capaian dalam persen",
        catatan=[
            *catatan_arah(indikator),
            *catatan_batas(indikator),
            *catatan_tahun_data(indikator),
            *catatan_keadaan(indikator),
        ],
    )

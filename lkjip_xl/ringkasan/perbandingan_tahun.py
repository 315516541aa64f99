"""Perbandingan Tahun: target, realisasi and capaian of this year beside those of up to three earlier years."""

from __future__ import annotations

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.ringkasan.desimal import beda_tampak, desimal_nilai, susul
from lkjip_xl.ringkasan.indikator import (
    Indikator,
    daftar_indikator,
    kamus_indikator,
    nilai_tampak,
    per_jenjang,
    urut_jenjang,
)
from lkjip_xl.ringkasan.kepala import sumber, tahun_laporan
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.ringkasan.perakit import (
    LEBAR_ANGKA,
    Perakit,
    catatan_arah,
    catatan_tahun_data,
    desimal_terukur,
    identitas,
    kolom_identitas,
    tanda_sementara,
    terukur,
)
from lkjip_xl.tabel.model import Asal, BukuKerja, Nilai, Tabel
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR = "Perbandingan Tahun"
TAHUN_LALU = (3, 2, 1)
UKURAN = (("target", "Target", "angka"), ("realisasi", "Realisasi", "angka"), ("capaian", "Capaian (%)", "persen"))


@per_buku
def perbandingan_tahun(buku: BukuKerja) -> TabelRingkas:
    """One row per indicator of Pengukuran, then those that only Riwayat has; years without any data are left out.

    An earlier capaian is the formula's result where target and realisasi of that year give one, else as typed.
    """
    riwayat = buku.indeks.menurut("riwayat", "kode")
    indikator = daftar_indikator(buku)
    ada = {x.kunci for x in indikator}
    kamus = kamus_indikator(buku)
    indikator = urut_jenjang([*indikator, *(kamus[k] for k in riwayat if k not in ada and k in kamus)])
    perakit = Perakit({"sasaran": ("sasaran",)})
    for judul, isi in per_jenjang(indikator):
        perakit.kelompok(judul)
        for x in isi:
            perakit.tambah(_baris(buku, x, buku.indeks.baris("riwayat", "kode", x.kode)), sasaran=x.sasaran)
    kolom = kolom_identitas(indikator)
    for k in TAHUN_LALU:
        kolom += _kolom_tahun(f"_{k}", tahun_laporan(buku, -k))
    kolom += _kolom_tahun("", tahun_laporan(buku))
    kolom += [
        KolomRingkas("naik_turun", "Naik / (Turun) Realisasi", "angka", LEBAR_ANGKA, tambahan=True),
        KolomRingkas("naik_turun_capaian", "Naik / (Turun) Capaian", "angka", LEBAR_ANGKA, desimal=2, tambahan=True),
        KolomRingkas("keterangan", "Keterangan", lebar=20, tambahan=True),
    ]
    return perakit.jadi(
        buku,
        LEMBAR,
        kolom,
        sumber=sumber(buku, "pengukuran", "riwayat"),
        satuan="target dan realisasi dalam satuan indikator, capaian dalam persen",
        catatan=[*catatan_arah(indikator), *catatan_tahun_data(indikator)],
    )


def _baris(buku: BukuKerja, x: Indikator, letak: int | None) -> BarisRingkas:
    nilai: dict[str, Nilai] = identitas(x) | terukur(x)
    desimal = desimal_terukur(x)
    if letak is not None:
        _isi_tahun_lalu(buku["riwayat"], letak, x, nilai, desimal)
    return BarisRingkas(nilai, desimal=desimal, sementara=tanda_sementara(x))


def _isi_tahun_lalu(t: Tabel, letak: int, x: Indikator, nilai: dict[str, Nilai], desimal: dict[str, int]) -> None:
    for k in TAHUN_LALU:
        for ukuran in ("target", "realisasi"):
            kolom = f"{ukuran}_{k}"
            nilai[kolom] = nilai_tampak(t, letak, kolom)
            banyak = desimal_nilai(t, letak, kolom, nilai[kolom])
            if t.desimal(letak, kolom) is None:
                banyak = susul(banyak, x.desimal_realisasi)
            if banyak is not None:
                desimal[kolom] = banyak
        hitung, diketik = t.harap(letak, f"capaian_{k}"), t.asal(letak, f"capaian_{k}") is not Asal.RUMUS
        tanpa_hasil = hitung is None or (isinstance(hitung, Galat) and diketik)
        nilai[f"capaian_{k}"] = t.nilai(letak, f"capaian_{k}") if tanpa_hasil else hitung
        desimal[f"capaian_{k}"] = x.desimal
    for kolom, ukuran in (("naik_turun", "realisasi"), ("naik_turun_capaian", "capaian")):
        lalu = f"{ukuran}_1"
        if beda := beda_tampak(nilai[ukuran], desimal.get(ukuran), nilai[lalu], desimal.get(lalu)):
            nilai[kolom], desimal[kolom] = beda
    nilai["keterangan"] = t.nilai(letak, "keterangan")


def _kolom_tahun(akhiran: str, tahun: str) -> list[KolomRingkas]:
    return [
        KolomRingkas(
            ukuran + akhiran,
            teks,
            tipe,
            LEBAR_ANGKA,
            kelompok=f"Tahun {tahun}".strip(),
            desimal=2 if tipe == "persen" else None,
        )
        for ukuran, teks, tipe in UKURAN
    ]

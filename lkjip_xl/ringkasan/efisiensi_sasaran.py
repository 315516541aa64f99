"""Efisiensi Sasaran: capaian against serapan of the programmes behind each sasaran or indicator, with the total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip_xl.ringkasan.alokasi import Alokasi, Rupiah, alokasi
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.efisiensi import (
    capaian_bersama,
    catatan_metode,
    efisiensi_baris,
    efisiensi_total,
    kepala_efisiensi,
    rata_tampil,
)
from lkjip_xl.ringkasan.indikator import SASARAN, Indikator, daftar_indikator, per_jenjang, tercapai
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas, berisi
from lkjip_xl.ringkasan.perakit import (
    LEBAR_ANGKA,
    LEBAR_RUPIAH,
    Perakit,
    desimal_terukur,
    identitas,
    kolom_identitas,
    tanda_sementara,
    terukur,
)
from lkjip_xl.ringkasan.program import desimal_persen
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR = "Efisiensi Sasaran"
KOLOM_RUPIAH = ("pagu", "realisasi_rp", "serapan", "efisiensi")


@dataclass(frozen=True, slots=True)
class Satuan:
    """What one efficiency is computed for: an indicator or all indicators of a sasaran, and its rows of Anggaran."""

    kunci: str
    indikator: tuple[Indikator, ...]
    baris: tuple[int, ...]


@per_buku
def efisiensi_sasaran(buku: BukuKerja) -> TabelRingkas:
    """Indicators with target, realisasi and capaian; Rp, serapan and efficiency per sasaran or indicator as set.

    With CakupanEfisiensi "tercapai" only sasaran (or indicators) whose capaian as shown is 100 or more. Indicators of
    other jenjang are listed where Penunjang maps programmes to them. The total takes the mean capaian of the listed
    indicators of the jenjang sasaran and every programme once.
    """
    indikator = _terpilih(buku)
    perakit = Perakit({"sasaran": ("sasaran",), "satuan_hitung": KOLOM_RUPIAH})
    terpakai: dict[str, Sequence[Satuan]] = {}
    for judul, satuan in satuan_hitung(buku):
        terpakai[satuan[0].indikator[0].jenjang] = satuan
        perakit.kelompok(judul)
        for s in satuan:
            _tulis(buku, s, perakit)
    if terpakai:
        perakit.tambah(total_satuan(buku, terpakai.get(SASARAN) or next(iter(terpakai.values()))))
    terhitung = berisi(perakit.baris, "efisiensi")
    return perakit.jadi(
        buku,
        LEMBAR,
        _kolom(buku, indikator),
        sumber=sumber(buku, "pengukuran", "anggaran", "penunjang"),
        satuan="rupiah, capaian, serapan dan efisiensi dalam persen",
        catatan=[*catatan_metode(buku), *_catatan(buku)] if terhitung else (),
    )


@per_buku
def satuan_hitung(buku: BukuKerja) -> tuple[tuple[str | None, tuple[Satuan, ...]], ...]:
    """What efficiencies are computed for, per jenjang with its heading; jenjang without any are left out."""
    a, hasil = alokasi(buku), []
    for judul, isi in per_jenjang(_terpilih(buku)):
        satuan = tuple(s for s in _satuan(buku, a, isi) if _tercakup(buku, s))
        if satuan:
            hasil.append((judul, satuan))
    return tuple(hasil)


@per_buku
def hasil_satuan(buku: BukuKerja, s: Satuan) -> tuple[Nilai, Rupiah, Nilai]:
    """Capaian, Rp and efficiency of one of them, the percentages in full precision."""
    capaian, rp = capaian_bersama(buku, s.indikator), alokasi(buku).rupiah(s.baris)
    return capaian, rp, efisiensi_baris(buku, capaian, rp.serapan)


def _terpilih(buku: BukuKerja) -> list[Indikator]:
    a = alokasi(buku)
    return [x for x in daftar_indikator(buku) if x.jenjang == SASARAN or a.milik_indikator(x.kode)]


def _per_sasaran(buku: BukuKerja) -> bool:
    return buku.setelan.get("BasisEfisiensi") != "indikator"


def _satuan(buku: BukuKerja, a: Alokasi, indikator: Sequence[Indikator]) -> list[Satuan]:
    if not _per_sasaran(buku):
        return [Satuan(x.kode, (x,), tuple(a.milik_indikator(x.kode))) for x in indikator]
    anggota: dict[str, list[Indikator]] = {}
    for x in indikator:
        anggota.setdefault(x.sasaran, []).append(x)
    return [Satuan(s, tuple(isi), tuple(a.milik_sasaran(s))) for s, isi in anggota.items()]


def _tercakup(buku: BukuKerja, s: Satuan) -> bool:
    return buku.setelan.get("CakupanEfisiensi") != "tercapai" or satuan_tercapai(buku, s)


def satuan_tercapai(buku: BukuKerja, s: Satuan) -> bool:
    """Is its capaian as shown 100 or more?"""
    capaian = rata_tampil(s.indikator)
    desimal = s.indikator[0].desimal if len(s.indikator) == 1 else desimal_setelan(buku, "DesimalRata")
    return tercapai(capaian, desimal)


def _tulis(buku: BukuKerja, s: Satuan, perakit: Perakit) -> None:
    _, rp, efisiensi = hasil_satuan(buku, s)
    for i, x in enumerate(s.indikator):
        nilai = identitas(x) | terukur(x)
        if i == 0:
            nilai |= _rupiah(rp, efisiensi)
        desimal = desimal_persen(buku) | desimal_terukur(x)
        baris = BarisRingkas(nilai, desimal=desimal, sementara=tanda_sementara(x))
        perakit.tambah(baris, sasaran=x.sasaran, satuan_hitung=s.kunci)


def total_satuan(buku: BukuKerja, satuan: Sequence[Satuan]) -> BarisRingkas:
    """The efficiency of several of them together: their mean capaian, every programme once."""
    semua = [x for s in satuan for x in s.indikator]
    rp = alokasi(buku).rupiah(b for s in satuan for b in s.baris)
    efisiensi = efisiensi_total(buku, [hasil_satuan(buku, s)[:2] for s in satuan], capaian_bersama(buku, semua), rp)
    tanpa_rupiah = rp.pagu is None and rp.realisasi is None
    nama = "Efisiensi total" if efisiensi is not None else "Rata-rata" if tanpa_rupiah else "Jumlah"
    nilai = {"indikator": nama, "capaian": rata_tampil(semua)} | _rupiah(rp, efisiensi)
    desimal = desimal_persen(buku) | {"capaian": desimal_setelan(buku, "DesimalRata")}
    return BarisRingkas(nilai, "jumlah", desimal)


def _rupiah(rp: Rupiah, efisiensi: Nilai) -> dict[str, Nilai]:
    return {"pagu": rp.pagu, "realisasi_rp": rp.realisasi, "serapan": rp.serapan, "efisiensi": efisiensi}


def _kolom(buku: BukuKerja, indikator: Sequence[Indikator]) -> list[KolomRingkas]:
    return [
        *kolom_identitas(indikator),
        KolomRingkas("target", "Target", "angka", LEBAR_ANGKA, kelompok="Kinerja"),
        KolomRingkas("realisasi", "Realisasi", "angka", LEBAR_ANGKA, kelompok="Kinerja"),
        KolomRingkas("capaian", "Capaian (%)", "persen", LEBAR_ANGKA, kelompok="Kinerja", desimal=2),
        KolomRingkas("pagu", "Anggaran (Rp)", "rupiah", LEBAR_RUPIAH, kelompok="Anggaran", desimal=0),
        KolomRingkas("realisasi_rp", "Realisasi (Rp)", "rupiah", LEBAR_RUPIAH, kelompok="Anggaran", desimal=0),
        KolomRingkas("serapan", "Serapan (%)", "persen", LEBAR_ANGKA, kelompok="Anggaran", desimal=2),
        KolomRingkas("efisiensi", kepala_efisiensi(buku), "persen", LEBAR_ANGKA, desimal=2),
    ]


def _catatan(buku: BukuKerja) -> list[str]:
    per_sasaran = _per_sasaran(buku)
    hasil = [
        "Efisiensi total: rata-rata capaian indikator terhadap serapan program yang dipetakan kepadanya, tiap program satu kali."
    ]
    if per_sasaran:
        hasil.insert(0, "Efisiensi sasaran memakai rata-rata capaian indikatornya.")
    if buku.setelan.get("CakupanEfisiensi") == "tercapai":
        hasil.append(f"Hanya {'sasaran' if per_sasaran else 'indikator'} dengan capaian 100 persen atau lebih.")
    return hasil

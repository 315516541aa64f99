"""This year beside the last: the mean capaian of the indicators measured in both, and what was spent of the budget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.ringkasan.alokasi import Rupiah, alokasi
from lkjip_xl.ringkasan.efisiensi import rata_nilai
from lkjip_xl.ringkasan.indikator import Indikator
from lkjip_xl.ringkasan.kumulatif import jumlah_utuh
from lkjip_xl.ringkasan.perbandingan_tahun import perbandingan_tahun
from lkjip_xl.skema.fungsi_sel import paling_banyak
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

BEBERAPA = 2


@dataclass(frozen=True, slots=True)
class RataDuaTahun:
    """Mean capaian of the same indicators, last year and this."""

    jumlah: int
    lalu: float
    kini: float


def rata_dua_tahun(buku: BukuKerja, indikator: Sequence[Indikator]) -> RataDuaTahun | None:
    """Of the indicators with a capaian in both years; None where there are fewer than two."""
    dulu = {r.nilai.get("kode"): r.nilai.get("capaian_1") for r in perbandingan_tahun(buku).baris}
    pasangan = [
        (paling_banyak(lalu, x.batas_rata), x.capaian_rata, x.desimal)
        for x in indikator
        if isinstance(lalu := dulu.get(x.kode), (int, float)) and isinstance(x.capaian_rata, (int, float))
    ]
    if len(pasangan) < BEBERAPA:
        return None
    lalu, kini = (rata_nilai([(p[i], p[2]) for p in pasangan]) for i in (0, 1))
    if not isinstance(lalu, (int, float)) or not isinstance(kini, (int, float)):
        return None
    return RataDuaTahun(len(pasangan), lalu, kini)


def tahun_baris_belanja(buku: BukuKerja, r: Mapping[str, Nilai]) -> int | None:
    """The year of a row of Belanja: the report year where it names none."""
    tahun = buku.setelan.get("TahunLaporan") if r["tahun"] is None else r["tahun"]
    return int(tahun) if isinstance(tahun, (int, float)) else None


@per_buku
def belanja_tahun(buku: BukuKerja, geser: int) -> Rupiah | None:
    """Budget and realisasi of all kinds together in Belanja, of the report year shifted; None where it holds none.

    A typed total is taken as it is, else the kinds without a parent are added up.
    """
    tahun = buku.setelan.get("TahunLaporan")
    if not isinstance(tahun, float):
        return None
    milik = [
        r for _, r in buku["belanja"].rekaman() if tahun_baris_belanja(buku, r) == tahun + geser and r["induk"] is None
    ]
    total = [r for r in milik if baris_jumlah(r["jenis"])][:1] or milik
    jumlah = [jumlah_utuh([r[k] for r in total]) for k in ("anggaran", "realisasi")]
    if jumlah[0] is None or jumlah[1] is None:
        return None
    return Rupiah(*jumlah)


def serapan_dua_tahun(buku: BukuKerja) -> tuple[float, float] | None:
    """Serapan last year and this, in percent: of Belanja, this year of Anggaran where Belanja has last year's only."""
    lalu = belanja_tahun(buku, -1)
    if lalu is None:
        return None
    a = alokasi(buku)
    kini = belanja_tahun(buku, 0) or a.rupiah(a.program())
    if not isinstance(lalu.serapan, (int, float)) or not isinstance(kini.serapan, (int, float)):
        return None
    return lalu.serapan, kini.serapan

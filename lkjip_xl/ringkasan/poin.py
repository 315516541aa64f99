"""Capaian of a pair of figures that stand for one indicator: numbers by formula, words by the points of its scale, bounds by its way."""

from __future__ import annotations

from lkjip_xl.inti.fungsi import CAPAIAN
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.ringkasan.indikator import Indikator
from lkjip_xl.skema.fungsi_sel import gabung
from lkjip_xl.tabel.model import BukuKerja, Nilai


def capaian_pasangan(
    buku: BukuKerja, x: Indikator, target: Nilai, realisasi: Nilai, batas: Nilai = None, bawah: Nilai = None
) -> Nilai:
    """As the cells of Pengukuran compute it; target and realisasi as they are printed (None = blank)."""
    poin = [_poin(buku, x, k) for k in (target, realisasi)]
    if all(isinstance(p, float) for p in poin):
        target, realisasi = poin
    return CAPAIAN(target, realisasi, x.arah, batas, bawah, x.cara)


def _poin(buku: BukuKerja, x: Indikator, kata: Nilai) -> Nilai:
    kunci = gabung(x.skala, kata)
    return buku.indeks.ambil("predikat", "kunci", kunci, "poin", _seperti_excel) if isinstance(kunci, str) else None


def _seperti_excel(x: object) -> str:
    return kunci_excel(str(x))

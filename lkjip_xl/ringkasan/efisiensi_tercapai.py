"""The efficiency of those sasaran or indicators alone that met their target, beside that of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lkjip_xl.inti.pilihan import Metode
from lkjip_xl.ringkasan.efisiensi import metode
from lkjip_xl.ringkasan.efisiensi_sasaran import satuan_hitung, satuan_tercapai, total_satuan
from lkjip_xl.ringkasan.indikator import SASARAN
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

TOTAL = ("capaian", "serapan", "efisiensi")


@dataclass(frozen=True, slots=True)
class EfisiensiTercapai:
    """How many of how many met their target, and the figures of their total."""

    jumlah: int
    semua: int
    nilai: Mapping[str, Nilai]


@per_buku
def efisiensi_tercapai(buku: BukuKerja) -> EfisiensiTercapai | None:
    """None where all or none of them did, where only these are listed anyway, or a figure of their total is missing."""
    if metode(buku) is Metode.TIDAK or buku.setelan.get("CakupanEfisiensi") == "tercapai":
        return None
    per_jenjang = {s[0].indikator[0].jenjang: s for _, s in satuan_hitung(buku)}
    semua = per_jenjang.get(SASARAN) or next(iter(per_jenjang.values()), ())
    tercapai = [s for s in semua if satuan_tercapai(buku, s)]
    if not tercapai or len(tercapai) == len(semua):
        return None
    nilai = total_satuan(buku, tercapai).nilai
    if not all(isinstance(nilai.get(k), (int, float)) for k in TOTAL):
        return None
    return EfisiensiTercapai(len(tercapai), len(semua), nilai)

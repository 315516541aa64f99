"""By what a workbook is known as a rekap of ours, which the next one may replace."""

from __future__ import annotations

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.keluaran import Jenis
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.rekap.kerja import LEMBAR_REKAP

AKHIRAN = ".xlsx"


def _bertanda(data: bytes) -> bool:
    try:
        lembar = Paket.dari_bytes(data, "rekap.xlsx").lembar()
    except GalatBerkas:
        return False
    return kunci_excel(LEMBAR_REKAP) in {kunci_excel(n) for n in lembar}


REKAP = Jenis((AKHIRAN,), _bertanda)

"""Put an engine into a workbook, the names of the engine `lambda` included."""

from __future__ import annotations

from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.edar.lambda_ import nama_lambda
from lkjip_xl.excel.mesin import Mesin, ganti_mesin


def pasang_mesin(paket: Paket, mesin: Mesin) -> None:
    """Let this engine compute the worksheet functions, as lkjip_xl.excel.mesin.ganti_mesin says."""
    ganti_mesin(paket, mesin)
    if mesin is Mesin.LAMBDA:
        pasang_nama(paket)


def pasang_nama(paket: Paket) -> None:
    """Give the workbook the names that are its functions."""
    buku = BukuXml(paket)
    buku.atur_nama(nama_lambda())
    buku.simpan()

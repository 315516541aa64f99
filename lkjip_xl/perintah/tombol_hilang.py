"""Buttons that a save in LibreOffice took, given back by the commands that write the workbook anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.inti.temuan import Temuan


def kembalikan_tombol(paket: Paket) -> list[Temuan]:
    """Restore the buttons and code names of a workbook with our macros; a note where they were gone, else nothing."""
    from lkjip_xl.excel.mesin import Mesin, mesin_terpasang
    from lkjip_xl.excel.pulihkan import rusak
    from lkjip_xl.skema.pesan import buat_temuan

    if not rusak(paket) or mesin_terpasang(paket) is not Mesin.VBA:
        return []
    pulihkan_tombol(paket)
    return [buat_temuan("BK-42", lembar="")]


def pulihkan_tombol(paket: Paket) -> None:
    """Put the buttons of the guide, as many as its layout has room for, and all code names back."""
    from lkjip_xl.buku.baca import baca_buku
    from lkjip_xl.excel.pulihkan import pulihkan
    from lkjip_xl.lembar.petunjuk import LEMBAR, NAMA_PILIHAN, tombol_muat

    pulihkan(paket, {LEMBAR: tombol_muat(baca_buku(paket, hanya=[]).nama.get(NAMA_PILIHAN))})

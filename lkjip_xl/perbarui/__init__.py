"""Bringing a workbook in use to today's template: what people typed and made stays, the frame around it becomes new."""

from lkjip_xl.perbarui.daftar import LEMBAR_PERUBAHAN, bangun_perubahan
from lkjip_xl.perbarui.hasil import HasilPerbarui, Jenis, Perubahan
from lkjip_xl.perbarui.jalankan import perbarui_buku, perbarui_dan_muat

__all__ = [
    "LEMBAR_PERUBAHAN",
    "HasilPerbarui",
    "Jenis",
    "Perubahan",
    "bangun_perubahan",
    "perbarui_buku",
    "perbarui_dan_muat",
]

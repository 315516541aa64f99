"""Changes a tool made to input cells: recorded on the sheet Riwayat Perubahan, so that each can be taken back."""

from lkjip_xl.perubahan.catatan import DITERAPKAN, LEMBAR_RIWAYAT, Perubahan, baca_riwayat, bangun_riwayat
from lkjip_xl.perubahan.urung import catat_perubahan, urungkan

__all__ = [
    "DITERAPKAN",
    "LEMBAR_RIWAYAT",
    "Perubahan",
    "baca_riwayat",
    "bangun_riwayat",
    "catat_perubahan",
    "urungkan",
]

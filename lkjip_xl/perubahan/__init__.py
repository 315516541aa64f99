"""Changes a tool made to input cells: recorded on the sheet Riwayat Perubahan, so that each can be taken back."""

from lkjip_xl.perubahan.catatan import (
    DITERAPKAN,
    KOSONG,
    LEMBAR_RIWAYAT,
    RUMUS,
    TANPA_UNDO,
    Perubahan,
    baca_riwayat,
    bangun_riwayat,
)
from lkjip_xl.perubahan.urung import catat_perubahan, riwayat_buku, urungkan

__all__ = [
    "DITERAPKAN",
    "KOSONG",
    "LEMBAR_RIWAYAT",
    "RUMUS",
    "TANPA_UNDO",
    "Perubahan",
    "baca_riwayat",
    "bangun_riwayat",
    "catat_perubahan",
    "riwayat_buku",
    "urungkan",
]

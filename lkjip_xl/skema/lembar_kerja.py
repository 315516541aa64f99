"""The sheets our tools write beside the template's own: how the owner made the workbook, and what is proposed to them."""

from __future__ import annotations

LEMBAR_RIWAYAT = "Riwayat Perubahan"
LEMBAR_BAWAAN = "Bawaan Tahun Lalu"
LEMBAR_USULAN = "Usulan Rapikan"
LEMBAR_PRATINJAU = "Pratinjau Ambil"
LEMBAR_PERUBAHAN = "Perubahan Templat"
LEMBAR_KERJA = (LEMBAR_RIWAYAT, LEMBAR_BAWAAN, LEMBAR_USULAN, LEMBAR_PRATINJAU, LEMBAR_PERUBAHAN)

"""The list of what next year's workbook took over and what is to be filled in: as text, and as a sheet of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.lembar.daftar import bangun_kepala, siapkan_cetak, tautkan, tulis_baris
from lkjip_xl.lembar.halaman import lindungi
from lkjip_xl.lembar.ukuran import atur_tinggi, tinggi
from lkjip_xl.skema.lembar_kerja import LEMBAR_BAWAAN
from lkjip_xl.tabel.model import BARIS_DATA

KEPALA = ("Lembar", "Baris dibawa", "Yang dibawa", "Yang masih kosong")
LEBAR = (24, 14, 70, 70)


@dataclass(frozen=True, slots=True)
class Catatan:
    """What happened to one sheet: rows carried (settings, where it has one in a row), in words what, headers of the columns left empty."""

    lembar: str
    baris: int
    dibawa: str
    kosong: tuple[str, ...]
    setelan: bool = False

    @property
    def banyak(self) -> str:
        """How much was carried, in words."""
        return f"{self.baris} {'pengaturan' if self.setelan else 'baris'}"

    @property
    def isian_kosong(self) -> str:
        """What is left to fill in, in words."""
        return ", ".join(self.kosong) if self.baris else "seluruh lembar"


def bangun_daftar(ws: Worksheet, daftar: Sequence[Catatan], tahun: int) -> None:
    """Write the sheet; sheet names are links."""
    ws.title = LEMBAR_BAWAAN
    keterangan = f"Dari buku kerja tahun {tahun} ke tahun {tahun + 1}. Lengkapi yang masih kosong."
    bangun_kepala(ws, "BAWAAN DARI BUKU KERJA TAHUN LALU", keterangan, KEPALA, LEBAR)
    for b, c in enumerate(daftar, BARIS_DATA):
        tulis_baris(ws, b, (c.lembar, c.banyak if c.setelan else c.baris, c.dibawa, c.isian_kosong))
        tautkan(ws, b, 1, c.lembar, "A1")
        atur_tinggi(ws, b, tinggi(*zip((c.lembar, "", c.dibawa, c.isian_kosong), LEBAR, strict=True)))
    siapkan_cetak(ws, len(KEPALA))
    lindungi(ws)

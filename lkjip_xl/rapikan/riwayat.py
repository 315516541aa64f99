"""The sheet Riwayat Perubahan: every change rapikan made, and all that is needed to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.baca import Lembar
from lkjip_xl.tabel.model import BARIS_DATA
from lkjip_xl.templat.daftar import atur_cetak, atur_layar, tautkan, tulis_baris, tulis_kepala

LEMBAR_RIWAYAT = "Riwayat Perubahan"
DITERAPKAN, DIURUNGKAN = "diterapkan", "diurungkan"
KEPALA = ("No", "Waktu", "Lembar", "Sel", "Semula", "Menjadi", "Alasan", "Status", "Format semula")
LEBAR = (6, 18, 22, 10, 32, 20, 50, 14, 14)
KOLOM_FORMAT = 9  # hidden


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One change: number, time as text, cell, content before and after, why, state, number format before."""

    no: int
    waktu: str
    lembar: str
    sel: str
    semula: str | float
    menjadi: float
    alasan: str
    status: str
    format: str


def baca_riwayat(lembar: Lembar | None) -> list[Perubahan]:
    """The changes a workbook records, in their order; none where it has no such sheet."""
    if lembar is None:
        return []
    hasil = []
    baris = BARIS_DATA
    while (nomor := lembar.sel.get((baris, 1))) is not None and isinstance(nomor.nilai, float):
        isi = [lembar.sel[(baris, k)].nilai if (baris, k) in lembar.sel else "" for k in range(1, len(KEPALA) + 1)]
        hasil.append(Perubahan(int(isi[0]), *isi[1:]))
        baris += 1
    return hasil


def bangun_riwayat(ws: Worksheet, daftar: Sequence[Perubahan]) -> None:
    """Write the sheet anew from all changes; cells are links, texts stay texts."""
    ws.title = LEMBAR_RIWAYAT
    keterangan = "Perubahan oleh Rapikan. Untuk membatalkan: lkjip rapikan NAMA-BUKU.xlsm --urungkan NOMOR"
    tulis_kepala(ws, "RIWAYAT PERUBAHAN", keterangan, KEPALA, LEBAR)
    ws.column_dimensions["I"].hidden = True
    for b, p in enumerate(daftar, BARIS_DATA):
        tulis_baris(ws, b, (p.no, p.waktu, p.lembar, p.sel, p.semula, p.menjadi, p.alasan, p.status, p.format))
        tautkan(ws, b, 4, p.lembar, p.sel)
    atur_layar(ws)
    atur_cetak(ws)

"""The sheet Riwayat Perubahan: every change a tool made, and all that is needed to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.baca import Lembar, Sel
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.lembar.daftar import bangun_kepala, siapkan_cetak, tautkan, tulis_baris
from lkjip_xl.lembar.halaman import lindungi
from lkjip_xl.lembar.ukuran import sembunyikan_kolom
from lkjip_xl.skema.lembar_kerja import LEMBAR_RIWAYAT
from lkjip_xl.tabel.model import BARIS_DATA

DITERAPKAN, DIURUNGKAN = "diterapkan", "diurungkan"
KEPALA = (
    "No",
    "Waktu",
    "Lembar",
    "Sel",
    "Semula",
    "Menjadi",
    "Alasan",
    "Status",
    "Format semula",
    "Jenis semula",
    "Oleh",
)
LEBAR = (6, 18, 22, 10, 32, 20, 50, 14, 14, 14, 12)
KOLOM_TERSEMBUNYI = (9, 10)
KOSONG, RUMUS = "kosong", "rumus"  # kinds of what stood there, beside a constant
NOMOR_TERBESAR = 1_000_000
# said before a click writes: Excel empties its list of undoable steps whenever a macro changes a sheet
TANPA_UNDO = f"Setelah ditulis, Undo (Ctrl+Z) di Excel kosong; simpan buku dahulu. Nilai semula tercatat di lembar {LEMBAR_RIWAYAT}."


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One change: number, time as text, cell, content before and after, why, state, number format before.

    jenis: what stood there, "" = the constant `semula`, else KOSONG or RUMUS (its text is `semula`). oleh: the command that
    made it, "" where an older version recorded it.
    """

    no: int
    waktu: str
    lembar: str
    sel: str
    semula: str | float
    menjadi: str | float
    alasan: str
    status: str
    format: str
    jenis: str = ""
    oleh: str = ""


def baca_riwayat(lembar: Lembar | None) -> list[Perubahan]:
    """The changes a workbook records, in their order; none where it has no such sheet.

    A row somebody wrote over stays a record, with the next number where its own cannot be read: the sheet is written
    anew from what is read here.
    """
    hasil: list[Perubahan] = []
    if lembar is None:
        return hasil
    for baris in sorted({b for b, k in lembar.sel if b >= BARIS_DATA and k <= len(KEPALA)}):
        isi = [_isi(lembar.sel.get((baris, k))) for k in range(1, len(KEPALA) + 1)]
        no = (
            int(isi[0])
            if isinstance(isi[0], float) and 0 < isi[0] < NOMOR_TERBESAR
            else max((p.no for p in hasil), default=0) + 1
        )
        hasil.append(Perubahan(no, *isi[1:]))
    return hasil


def _isi(s: Sel | None) -> Any:
    """Text or number of a field, of either kind where somebody wrote over it (`terbaca`)."""
    if s is None or (s.nilai is None and s.galat is None):
        return ""
    nilai = s.galat if s.nilai is None else s.nilai
    return nilai if isinstance(nilai, (str, float)) else str(nilai)


def terbaca(p: Perubahan) -> bool:
    """Does the record still name a cell and say what stood there and what was written?"""
    try:
        pecah(str(p.sel))
    except ValueError:
        return False
    return all(isinstance(x, str) for x in (p.lembar, p.sel, p.format, p.jenis)) and p.menjadi != ""


def bangun_riwayat(ws: Worksheet, daftar: Sequence[Perubahan]) -> None:
    """Write the sheet anew from all changes; cells are links, texts stay texts."""
    ws.title = LEMBAR_RIWAYAT
    keterangan = "Perubahan oleh Rapikan dan Ambil dari Berkas. Untuk membatalkan: lkjip rapikan (atau ambil) NAMA-BUKU.xlsm --urungkan NOMOR"
    bangun_kepala(ws, "RIWAYAT PERUBAHAN", keterangan, KEPALA, LEBAR)
    for k in KOLOM_TERSEMBUNYI:
        sembunyikan_kolom(ws, k)
    for b, p in enumerate(daftar, BARIS_DATA):
        tulis_baris(
            ws, b, (p.no, p.waktu, p.lembar, p.sel, p.semula, p.menjadi, p.alasan, p.status, p.format, p.jenis, p.oleh)
        )
        if terbaca(p):
            tautkan(ws, b, 4, p.lembar, p.sel)
    siapkan_cetak(ws, len(KEPALA))
    lindungi(ws)

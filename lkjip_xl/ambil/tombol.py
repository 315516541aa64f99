"""The button Ambil dari Berkas: first the preview of what lies in the folder beside the workbook, then what is agreed to.

A folder, not a dialogue: both clicks read the same files, several at once, in every office program alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.ambil.kalimat import kalimat_pratinjau, kalimat_terapkan
from lkjip_xl.ambil.pratinjau import LEMBAR_PRATINJAU, bangun_pratinjau, jawaban
from lkjip_xl.ambil.sumber import baca_bahan
from lkjip_xl.ambil.terapkan import bentuk, catat, semula_terbuka
from lkjip_xl.excel.protokol import SelIsian
from lkjip_xl.perubahan import LEMBAR_RIWAYAT, TANPA_UNDO, baca_riwayat, bangun_riwayat
from lkjip_xl.rencana.rencana import rencanakan
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tanda import cari_milik

FOLDER_AMBIL = "Ambil"  # beside the workbook


def klik(buku: BukuKerja, berkas: Path, waktu: str) -> tuple[str, Sequence[Worksheet], list[SelIsian]]:
    """One click: the closing sentence, sheets to paint, input cells to change.

    The second click counts as long as the preview sheet shows the plan of the files as they are now.
    """
    folder = berkas.parent / FOLDER_AMBIL
    if not folder.is_dir():
        return f"Buat folder {folder}, taruh berkasnya di sana (Word, Excel, PDF, HTML, CSV), lalu klik lagi.", [], []
    bahan = baca_bahan([folder], berkas)
    rencana = rencanakan(buku, bahan.tabel, kisi=bahan.kisi, formulir=bahan.formulir)
    rencana.temuan[:0] = bahan.temuan
    jawab = jawaban(cari_milik(buku.lain, buku.tanda, LEMBAR_PRATINJAU), rencana)
    wb = openpyxl.Workbook()
    if jawab is None:
        bangun_pratinjau(wb.worksheets[0], rencana)
        return f"{kalimat_pratinjau(rencana)}, lalu klik lagi. {TANPA_UNDO}", wb.worksheets, []
    rencana = rencanakan(buku, bahan.tabel, jawab, kisi=bahan.kisi, formulir=bahan.formulir)
    if not rencana.tulis:
        return "Tidak ada yang perlu ditulis; isi buku sudah sama atau belum dijawab ya.", [], []
    lama = baca_riwayat(cari_milik(buku.lain, buku.tanda, LEMBAR_RIWAYAT))
    baru = catat(rencana, max((p.no for p in lama), default=0), waktu, semula_terbuka(buku))
    sesudah = rencanakan(rencana.buku, bahan.tabel, kisi=bahan.kisi, formulir=bahan.formulir)
    sesudah.temuan[:0] = bahan.temuan
    bangun_pratinjau(wb.worksheets[0], sesudah)
    bangun_riwayat(wb.create_sheet(), [*lama, *baru])
    rupa = bentuk(rencana)
    isian = [SelIsian(p.lembar, p.sel, p.menjadi, rupa.get((p.lembar, p.sel)) or _bentuk_teks(p.menjadi)) for p in baru]
    return kalimat_terapkan(rencana, len(baru)), wb.worksheets, isian


def _bentuk_teks(nilai: float | str) -> str:
    """Text that an office program would read as a number, date or formula is held as text."""
    return "@" if isinstance(nilai, str) and not nilai[:1].isalpha() else ""

"""The sheet Usulan Rapikan, the preview of the button: what would change, and a column to accept or refuse each."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.angka import tulis
from lkjip_xl.buku.alamat import rujuk
from lkjip_xl.buku.baca import Lembar
from lkjip_xl.rapikan.usulan import Usulan
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KEPALA
from lkjip_xl.templat import gaya
from lkjip_xl.templat.lembar import lindungi

LEMBAR_USULAN = "Usulan Rapikan"
YA, TIDAK = "ya", "tidak"
KEPALA = ("No", "Terapkan", "Lembar", "Sel", "Tertulis", "Menjadi", "Alasan")
LEBAR = (6, 11, 24, 10, 36, 22, 60)
KOLOM_TERAPKAN = 2


def bangun_usulan(ws: Worksheet, daftar: Sequence[Usulan]) -> None:
    """Write the proposals; the certain ones are accepted beforehand, the doubtful ones are not."""
    ws.title = LEMBAR_USULAN
    ws.cell(1, 1, "USULAN RAPIKAN").font = gaya.JUDUL
    pesan = "Periksa kolom Terapkan (ya atau tidak), lalu klik tombol Rapikan sekali lagi." if daftar else "Tidak ada usulan."
    ws.cell(2, 1, pesan).font = gaya.KETERANGAN
    for k, (teks, lebar) in enumerate(zip(KEPALA, LEBAR, strict=True), 1):
        sel = ws.cell(BARIS_KEPALA, k, teks)
        sel.font, sel.fill, sel.alignment, sel.border = gaya.KEPALA, gaya.isian(gaya.BIRU_TUA), gaya.TENGAH, gaya.KOTAK
        ws.column_dimensions[sel.column_letter].width = lebar
    for b, (n, u) in enumerate(enumerate(daftar, 1), BARIS_DATA):
        isi = (n, YA if u.pasti else TIDAK, u.lembar, u.sel, _tertulis(u), tulis(u.menjadi), u.alasan)
        for k, x in enumerate(isi, 1):
            sel = ws.cell(b, k, x)
            if isinstance(x, str):
                sel.data_type = "s"
            sel.font, sel.border, sel.alignment = gaya.BIASA, gaya.KOTAK, gaya.KIRI
        ws.cell(b, KOLOM_TERAPKAN).fill, ws.cell(b, KOLOM_TERAPKAN).protection = gaya.isian(gaya.KUNING), gaya.TERBUKA
        tautan = ws.cell(b, 4)
        tautan.hyperlink = Hyperlink(ref=tautan.coordinate, location=rujuk(u.lembar, u.sel), display=u.sel)
        tautan.font = gaya.TAUTAN
    if daftar:
        pilihan = DataValidation("list", formula1=f'"{YA},{TIDAK}"', allow_blank=False)
        pilihan.add(f"B{BARIS_DATA}:B{BARIS_DATA + len(daftar) - 1}")
        ws.add_data_validation(pilihan)
    ws.freeze_panes = f"A{BARIS_DATA}"
    ws.sheet_properties.tabColor = gaya.WARNA_TAB["hasil"]
    lindungi(ws)


def diterima(lembar: Lembar | None, daftar: Sequence[Usulan]) -> list[Usulan] | None:
    """The proposals marked ya; None where the sheet does not show exactly these proposals."""
    if lembar is None:
        return None
    hasil = []
    for b, u in enumerate(daftar, BARIS_DATA):
        tampak = tuple(str(s.nilai) if (s := lembar.sel.get((b, k))) else "" for k in (3, 4, 5, 6))
        if tampak != (u.lembar, u.sel, _tertulis(u), tulis(u.menjadi)):
            return None
        terapkan = lembar.sel.get((b, KOLOM_TERAPKAN))
        if terapkan is not None and str(terapkan.nilai).strip().casefold() == YA:
            hasil.append(u)
    return None if (BARIS_DATA + len(daftar), 1) in lembar.sel else hasil


def _tertulis(u: Usulan) -> str:
    return u.tertulis if isinstance(u.tertulis, str) else tulis(u.tertulis)

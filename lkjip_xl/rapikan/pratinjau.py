"""The sheet Usulan Rapikan, the preview of the button: what would change, and a column to accept or refuse each."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.baca import Lembar
from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.daftar import bangun_kepala, tautkan, tulis_baris
from lkjip_xl.lembar.halaman import lindungi
from lkjip_xl.perubahan.catatan import TANPA_UNDO
from lkjip_xl.rapikan.usulan import Usulan
from lkjip_xl.skema.lembar_kerja import LEMBAR_USULAN
from lkjip_xl.tabel.model import BARIS_DATA

YA, TIDAK = "ya", "tidak"
KEPALA = ("No", "Terapkan", "Lembar", "Sel", "Tertulis", "Menjadi", "Alasan")
LEBAR = (6, 11, 24, 10, 36, 22, 60)
KOLOM_TERAPKAN = 2
RUPA = {KOLOM_TERAPKAN: gaya.DAFTAR.berwarna(gaya.KUNING, terbuka=True)}


def bangun_usulan(ws: Worksheet, daftar: Sequence[Usulan]) -> None:
    """Write the proposals; the certain ones are accepted beforehand, the doubtful ones are not."""
    ws.title = LEMBAR_USULAN
    pesan = (
        f"Periksa kolom Terapkan (ya atau tidak), lalu klik tombol Rapikan sekali lagi. {TANPA_UNDO}"
        if daftar
        else "Tidak ada usulan."
    )
    bangun_kepala(ws, "USULAN RAPIKAN", pesan, KEPALA, LEBAR)
    for b, (n, u) in enumerate(enumerate(daftar, 1), BARIS_DATA):
        isi = (n, YA if u.pasti else TIDAK, u.lembar, u.sel, _tertulis(u), tulis(u.menjadi), u.alasan)
        tulis_baris(ws, b, isi, RUPA)
        tautkan(ws, b, 4, u.lembar, u.sel)
    if daftar:
        pilihan = DataValidation("list", formula1=f'"{YA},{TIDAK}"', allow_blank=False)
        pilihan.add(f"B{BARIS_DATA}:B{BARIS_DATA + len(daftar) - 1}")
        ws.add_data_validation(pilihan)
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
        if terapkan is not None and kunci_teks(terapkan.nilai) == YA:
            hasil.append(u)
    return None if (BARIS_DATA + len(daftar), 1) in lembar.sel else hasil


def _tertulis(u: Usulan) -> str:
    return u.tertulis if isinstance(u.tertulis, str) else tulis(u.tertulis)

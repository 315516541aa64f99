"""Take tables that staff already have into the workbook: previewed, written, undoable; and write tables other systems take."""

from lkjip_xl.ambil.kalimat import kalimat_pratinjau, kalimat_terapkan
from lkjip_xl.ambil.pratinjau import LEMBAR_PRATINJAU, bangun_pratinjau, jawaban
from lkjip_xl.ambil.terapkan import bentuk, catat, semula_terbuka, terapkan
from lkjip_xl.rencana.usulan import kalimat_tersisa

__all__ = [
    "LEMBAR_PRATINJAU",
    "bangun_pratinjau",
    "bentuk",
    "catat",
    "jawaban",
    "kalimat_pratinjau",
    "kalimat_terapkan",
    "kalimat_tersisa",
    "semula_terbuka",
    "terapkan",
]

"""Take tables that staff already have into the workbook: recognised, mapped, previewed, written, undoable."""

from lkjip_xl.ambil.model import Nasib, PetaKolom, PetaTabel, Rencana, SelAsal, Yakin
from lkjip_xl.ambil.pratinjau import LEMBAR_PRATINJAU, bangun_pratinjau, jawaban
from lkjip_xl.ambil.rencana import rencanakan
from lkjip_xl.ambil.terapkan import bentuk, catat, semula_terbuka, terapkan
from lkjip_xl.ambil.usulan import kalimat_tersisa

__all__ = [
    "LEMBAR_PRATINJAU",
    "Nasib",
    "PetaKolom",
    "PetaTabel",
    "Rencana",
    "SelAsal",
    "Yakin",
    "bangun_pratinjau",
    "bentuk",
    "catat",
    "jawaban",
    "kalimat_tersisa",
    "rencanakan",
    "semula_terbuka",
    "terapkan",
]

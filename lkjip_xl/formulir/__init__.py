"""Forms for the bidang: one small workbook each, with what they answer for; written here, known again when they return."""

from lkjip_xl.formulir.bangun import HasilFormulir
from lkjip_xl.formulir.kenali import FormulirKembali, LembarKembali, kenali
from lkjip_xl.formulir.terbit import FORMULIR, HasilTerbit, terbitkan, tolak_terisi

__all__ = [
    "FORMULIR",
    "FormulirKembali",
    "HasilFormulir",
    "HasilTerbit",
    "LembarKembali",
    "kenali",
    "terbitkan",
    "tolak_terisi",
]

"""The workbook as it was before a button writes into inputs: Office empties its list of undoable steps then."""

from __future__ import annotations

from pathlib import Path

from lkjip_xl.buku.simpan import simpan_semula
from lkjip_xl.inti.galat import GalatLkjip
from lkjip_xl.skema.sebut_galat import sebut_galat


def kalimat_semula(berkas: Path, data: bytes) -> str:
    """Keep `data`, a copy of the open workbook, as a dated backup of it; returns where it is, or why there is none."""
    try:
        return f"Salinan sebelum perubahan: {simpan_semula(berkas, data)}."
    except (GalatLkjip, OSError) as e:
        return f"Salinan sebelum perubahan tidak dapat dibuat ({sebut_galat(e)[1]}); untuk membatalkan, tutup buku tanpa menyimpan."

"""Copies for sending of the committed examples: seconds each, made once a run."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from satu_jalan import sekali_jalan

from lkjip_xl import perintah
from lkjip_xl.edar.salinan import HasilEdar

CONTOH = Path(__file__).parents[1] / "workbooks" / "contoh"


@sekali_jalan
def salinan_contoh(nama: str) -> tuple[bytes, HasilEdar]:
    """The file and what became of its formulas."""
    with TemporaryDirectory() as folder:
        hasil = perintah.edar(CONTOH / nama, tujuan := Path(folder) / "salinan.xlsx")
        return tujuan.read_bytes(), hasil

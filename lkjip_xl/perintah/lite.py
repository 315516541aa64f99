"""A folder for xlwings Lite."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkjip_xl.buku.simpan import Lapor


def lite(folder: Path, *, timpa: bool = False, lapor: Lapor | None = None) -> list[Path]:
    """Write main.py, requirements.txt, the program for its buttons and BACA-SAYA.txt into `folder`; their paths."""
    from lkjip_xl.buku.keluaran import buat_folder, periksa_bersama
    from lkjip_xl.lite import isi_folder_lite, keluaran_lite

    buat_folder(folder)
    keluaran = keluaran_lite(folder, timpa=timpa)
    periksa_bersama(keluaran.values())
    for nama, data in isi_folder_lite().items():
        hasil = keluaran[nama].tulis_data(data)
        if lapor is not None:
            lapor(hasil)
    return [k.tujuan for k in keluaran.values()]

"""What a workbook stores beside its formulas against what LibreOffice computes."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.inti.alamat import pecah


def hitungan_sama(berkas: Path, libreoffice, paling_sedikit: int = 10_000) -> int:
    """Stored value of every formula cell = LibreOffice's recalculation to 1e-9, no error cells; returns the count."""
    simpanan = baca_buku(berkas)
    n = 0
    for nama, lembar in libreoffice.hitung(berkas).items():
        for alamat, sel in lembar.items():
            if "f" not in sel:
                continue
            assert "e" not in sel, (nama, alamat, sel)
            baris, kolom = pecah(alamat)
            ada = simpanan.lembar[nama].sel.get((baris, kolom))
            nilai = "" if ada is None or ada.nilai is None else ada.nilai
            if isinstance(sel["v"], float) and isinstance(nilai, (int, float)):
                assert nilai == pytest.approx(sel["v"], rel=1e-9, abs=1e-9), (nama, alamat)
            else:
                assert nilai == sel["v"], (nama, alamat, sel["f"])
            n += 1
    assert n > paling_sedikit
    return n

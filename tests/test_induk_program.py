"""A programme's parent without kode: from the sheet that knows the tree, before the order of the rows is believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_xl.isi.isi import muat_csv
from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.validasi.periksa import periksa

JUTA = "000000"
POHON = f"""kode,level,nama,pagu
1.01,program,Program A,100{JUTA}
1.01.2.01,kegiatan,A satu,60{JUTA}
1.01.2.02,kegiatan,A dua,40{JUTA}
1.02,program,Program B,200{JUTA}
1.02.2.01,kegiatan,B satu,200{JUTA}
"""
PK = f"""versi,level,nama,anggaran
murni,program,Program A,100{JUTA}
murni,program,Program B,200{JUTA}
murni,kegiatan,A satu,{{}}{JUTA}
murni,kegiatan,A dua,40{JUTA}
murni,kegiatan,B satu,200{JUTA}
"""


@pytest.mark.parametrize(
    ("pohon", "satu", "harap"),
    [(POHON, 60, []), (POHON, 70, [("H8", 100e6, 110e6)]), ("", 60, []), ("", 70, [])],
)
def test_program_dahulu_lalu_kegiatan(tmp_path: Path, pohon: str, satu: int, harap: list[object]) -> None:
    """Programmes first and kegiatan after is a usual PK: no fault by row order, and a wrong sum is found under its own programme."""
    if pohon:
        (tmp_path / "anggaran.csv").write_text(pohon)
    (tmp_path / "pk_program.csv").write_text(PK.format(satu))
    temuan = periksa(muat_csv(tmp_path, skema())).temuan
    assert [(t.sel, t.nilai, t.seharusnya) for t in temuan if t.kode == "PP-01"] == harap
    assert harap or not any(t.tingkat.name == "KESALAHAN" for t in temuan)

"""The counts of `make skor`: printed tables taken over into blank workbooks, cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from skor_ambil import skor
from tabel_cetak import PENULIS

from lkjip_xl.perintah import CONTOH

SEDIKITNYA = 95.0  # percent


@pytest.mark.lengkap
@pytest.mark.parametrize("laporan", CONTOH)
@pytest.mark.parametrize("format", PENULIS)
def test_sel_tabel_tercetak_mendarat_di_tempatnya(laporan: str, format: str, tmp_path: Path) -> None:
    """At least 95 of 100 printed cells that have a place are right, none is wrong without a word."""
    h = skor(laporan, format, tmp_path)
    assert h.semua > 900 and h.bagian >= SEDIKITNYA and not h.salah

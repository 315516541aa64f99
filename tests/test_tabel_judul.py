"""Titles with years: the text computed here is what the formula shows in the sheet."""

from __future__ import annotations

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName

from lkjip_xl.skema import judul

SETELAN = {
    "TahunLaporan": 2024.0,
    "TahunRenstraAwal": 2024.0,
    "TahunRenstraAkhir": 2026.0,
    "Instansi": 'Dinas "X" & Co',
}
TEKS = {
    "PENGUKURAN KINERJA TAHUN {tahun}": "PENGUKURAN KINERJA TAHUN 2024",
    "Tahun {tahun-2}": "Tahun 2022",
    "RENCANA TAHUN {tahun+1}": "RENCANA TAHUN 2025",
    "Target {renstra+2}": "Target 2026",
    "Target {renstra+3}": "–",
    "TAHUN {renstra+0}–{akhir}": "TAHUN 2024–2026",
    "{instansi}": 'Dinas "X" & Co',
    'Kata "kutip" {tahun}': 'Kata "kutip" 2024',
}


@pytest.mark.parametrize(("teks", "hasil"), TEKS.items())
def test_sebagai_teks(teks, hasil):
    assert judul.sebagai_teks(teks, SETELAN) == hasil


def test_tanpa_token():
    assert not judul.berubah("Tujuan / Sasaran")
    assert judul.sebagai_teks("Tujuan / Sasaran", {}) == "Tujuan / Sasaran"


@pytest.mark.lo
def test_rumus_menampilkan_teks_yang_sama(libreoffice, tmp_path):
    wb = openpyxl.Workbook()
    ws = wb.active
    for r, (nama, nilai) in enumerate(SETELAN.items(), 1):
        ws.cell(r, 1, nilai)
        wb.defined_names[nama] = DefinedName(nama, attr_text=f"'{ws.title}'!$A${r}")
    for r, teks in enumerate(TEKS, 1):
        ws.cell(r, 2, judul.sebagai_rumus(teks))
    wb.save(tmp_path / "judul.xlsx")
    sel = libreoffice.hitung(tmp_path / "judul.xlsx")["Sheet"]
    assert [sel[f"B{r}"]["v"] for r in range(1, len(TEKS) + 1)] == list(TEKS.values())

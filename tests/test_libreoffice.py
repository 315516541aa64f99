"""The LibreOffice server: what it reads, writes and prints, and that it survives a LibreOffice that does not."""

from __future__ import annotations

import os
import signal
import subprocess

import pytest
from libreoffice import GalatLibreOffice, LibreOffice
from openpyxl import Workbook, load_workbook

from lkjip_xl.excel.pasang import pasang_vba

pytestmark = pytest.mark.lo

BERPUTAR = "Option Explicit\nPublic Function Berputar() As Variant\n    Do\n    Loop\nEnd Function\n"


@pytest.fixture
def buku(tmp_path):
    wb = Workbook()
    ws = wb.worksheets[0]
    ws.title = "Data"
    ws["A1"], ws["A2"], ws["A3"] = 2, "=A1*3", "=1/0"
    path = tmp_path / "buku dengan spasi & é.xlsx"
    wb.save(path)
    return path


def anak(pid: int) -> list[int]:
    """Process ids below one process, the deepest last."""
    langsung = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout
    return [p for kata in langsung.split() for p in (int(kata), *anak(int(kata)))]


def test_hitung_tulis_dan_simpan(libreoffice, buku, tmp_path):
    isi = buku.read_bytes()
    sel = libreoffice.hitung(buku, {"Data": {"A1": 5, "B1": "teks", "B2": "=A2+1"}}, simpan=tmp_path / "hasil.xlsx")
    assert (sel["Data"]["A2"]["v"], sel["Data"]["B2"]["v"], sel["Data"]["B1"]) == (15, 16, {"v": "teks"})
    assert sel["Data"]["A3"]["e"] == 532
    assert load_workbook(tmp_path / "hasil.xlsx", data_only=True)["Data"]["B2"].value == 16
    assert buku.read_bytes() == isi


def test_nilai_tersimpan_sebelum_dihitung(libreoffice, buku, tmp_path):
    libreoffice.hitung(buku, simpan=tmp_path / "tersimpan.xlsx")
    sel = libreoffice.hitung(tmp_path / "tersimpan.xlsx", tanpa_hitung=True)
    assert sel["Data"]["A2"]["v"] == 6


def test_pdf(libreoffice, buku, tmp_path):
    libreoffice.pdf(buku, tmp_path / "cetak.pdf")
    assert (tmp_path / "cetak.pdf").read_bytes().startswith(b"%PDF-")


def test_berkas_tidak_ada(libreoffice, tmp_path):
    with pytest.raises(GalatLibreOffice):
        libreoffice.hitung(tmp_path / "tidak ada.xlsx")


@pytest.mark.lengkap
def test_mati_lalu_dijalankan_lagi(buku, tmp_path):
    office = LibreOffice()
    try:
        office.hitung(buku)
        assert office._server is not None
        os.kill(anak(office._server.pid)[-1], signal.SIGKILL)
        assert office.hitung(buku)["Data"]["A2"]["v"] == 6
        wb = load_workbook(buku)
        wb["Data"]["B1"] = "=Berputar()"
        pasang_vba(wb, {"Putar": BERPUTAR})
        wb.save(tmp_path / "putar.xlsm")
        with pytest.raises(GalatLibreOffice):
            office.hitung(tmp_path / "putar.xlsm", batas=3)
        assert office.hitung(buku)["Data"]["A2"]["v"] == 6
        server = office._server
    finally:
        office.tutup()
    assert server.poll() == 0
    assert anak(server.pid) == []

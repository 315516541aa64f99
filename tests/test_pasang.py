"""The VBA project: complete, portable and the same bytes every time."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys

import pytest
from openpyxl import Workbook, load_workbook
from pyopenvba import ExcelFile, check_file

from lkjip_xl.excel.pasang import PROYEK, modul_vba, pasang_vba
from lkjip_xl.inti.fungsi import FUNGSI

FUNGSI_VBA = re.compile(r"^Public Function (\w+)", re.MULTILINE)
PROSEDUR = re.compile(r"^(Public|Private) (?:Function|Sub) (\w+)\((.*?)\)", re.MULTILINE)
# what Excel and LibreOffice understand differently, or what reads text by the computer's locale
TERLARANG = (
    r"\bIsNumeric\b|\bVal\(|\bCInt\(|\bCDec\b|\bValue2\b|\.Caller\b|\bDebug\.|\bChr\(|\bFormat\(|\bFilter\("
    r"|(?<!WorksheetFunction\.)\bRound\(|\bGoto\b|\bCalculateFull\b"
)


def buku(lembar: int) -> Workbook:
    wb = Workbook()
    wb.worksheets[0].title = "Lembar Pertama"
    for i in range(2, lembar + 1):
        wb.create_sheet(f"Lembar {i} & lain-lain")
    return wb


def sidik(lembar: int) -> str:
    """The fingerprint of the project of a workbook with so many sheets."""
    wb = buku(lembar)
    pasang_vba(wb)
    return hashlib.sha256(wb.vba_archive.read(PROYEK)).hexdigest()


def umum() -> set[str]:
    """The functions that a cell can call: public ones outside private modules."""
    return {
        nama
        for teks in modul_vba().values()
        if "Option Private Module" not in teks
        for nama in FUNGSI_VBA.findall(teks)
    }


def test_setiap_fungsi_lembar_ada():
    assert umum() == set(FUNGSI)


def test_teks_modul_ascii_dan_jelas():
    for nama, teks in modul_vba().items():
        assert teks.isascii()
        # only the modules that speak to LibreOffice's own objects may name what Excel does not know
        assert teks.startswith("Option Explicit\n") or nama.endswith("Libre")


def test_nama_modul_bukan_nama_prosedur():
    # Excel shows #NAME? for a function whose module has the same name, whatever the case
    nama = {nama.lower() for teks in modul_vba().values() for _, nama, _ in PROSEDUR.findall(teks)}
    assert nama.isdisjoint(modul.lower() for modul in modul_vba())


def test_nama_argumen_bukan_nama_fungsi():
    # VBA keeps one spelling per name: an argument "capaian" would turn CAPAIAN in the wizard into capaian
    argumen = re.findall(r"(\w+)(?:\(\))? As ", "".join(modul_vba().values()))
    assert {a.lower() for a in argumen}.isdisjoint(nama.lower() for nama in FUNGSI)


def test_setiap_fungsi_lembar_diterangkan():
    diterangkan = re.findall(r"^' .+\nPublic Function (\w+)", "".join(modul_vba().values()), re.MULTILINE)
    assert umum() <= set(diterangkan)


def test_tanpa_pernyataan_yang_berbeda_arti():
    assert {nama: re.findall(TERLARANG, teks) for nama, teks in modul_vba().items()} == {n: [] for n in modul_vba()}


@pytest.mark.parametrize("lembar", [1, 40])
def test_proyek_utuh_setelah_disimpan(tmp_path, lembar):
    wb = buku(lembar)
    pasang_vba(wb)
    path = tmp_path / "buku.xlsm"
    wb.save(path)
    wb.save(path)  # a second save of the same book must carry the project too
    assert check_file(path).ok
    with ExcelFile(path) as berkas:
        modul = {m.name: m.source for m in berkas.vba_project().modules}
    assert {"ThisWorkbook", *(f"Sheet{i}" for i in range(1, lembar + 1)), *modul_vba()} == set(modul)
    for nama, teks in modul_vba().items():
        assert modul[nama].endswith(teks.replace("\n", "\r\n"))
    dibuka = load_workbook(path, keep_vba=True)
    dibuka.vba_archive.close()  # openpyxl leaves it open for writing
    assert dibuka.code_name == "ThisWorkbook"
    assert [ws.sheet_properties.codeName for ws in dibuka] == [f"Sheet{i}" for i in range(1, lembar + 1)]


@pytest.mark.lengkap
def test_bytes_sama_di_proses_lain():
    perintah = (
        f"import sys; sys.path.insert(0, {os.path.dirname(__file__)!r}); import test_pasang as t; print(t.sidik(3))"
    )
    for benih in ("1", "2"):
        hasil = subprocess.run(
            [sys.executable, "-c", perintah],
            env=os.environ | {"PYTHONHASHSEED": benih},
            capture_output=True,
            text=True,
            check=True,
        )
        assert hasil.stdout.strip() == sidik(3)


def test_modul_lain_dapat_dipasang():
    satu, dua = buku(1), buku(1)
    pasang_vba(satu)
    pasang_vba(dua, {"Lain": "Option Explicit\nPublic Sub Halo()\nEnd Sub\n"})
    assert satu.vba_archive.read(PROYEK) != dua.vba_archive.read(PROYEK)

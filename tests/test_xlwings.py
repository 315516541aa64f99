"""The xlwings engine against xlwings' own Windows code (stubbed pywin32): cells, metadata, stub text."""

import ast
import csv
import json
import re
import subprocess
import sys
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from probe import sama_menurut_nama
from pyopenvba import check_file
from pyopenvba.apps.excel import ExcelApplication

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.excel import mesin_xlwings, udf
from lkjip_xl.excel.larik import per_sel
from lkjip_xl.excel.pasang import pasang_vba
from lkjip_xl.inti.argumen import FUNGSI, Galat
from lkjip_xl.inti.tabel_fungsi import TABEL

SINI = Path(__file__).parent
PROBE = list(csv.DictReader((SINI / "data" / "probe.csv").open(encoding="utf-8", newline="")))
COM = {
    "#NULL!": -2146826288,
    "#DIV/0!": -2146826281,
    "#VALUE!": -2146826273,
    "#REF!": -2146826265,
    "#NAME?": -2146826259,
    "#NUM!": -2146826252,
    "#N/A": -2146826246,
}
LUAPAN = {"kode": -2146826243}  # #SPILL!, which xlwings has no name for
TAMBAHAN = [
    ["CAPAIAN", [[[75], [0], [None]], [[76.99], [5], [1]], {"hilang": 1}, {"hilang": 1}]],
    ["CAPAIAN", [[[75], [50]], [["50"]]]],
    ["CAPAIAN", [[[75], [50]], [[1], [2], [3]]]],
    ["ANGKA", [LUAPAN]],
    ["ANGKA", [[["x"], [{"kode": COM["#N/A"]}], [""], ["1,5"]]]],
    ["KATEGORI", [[[100], [None], [1]], [[90, ">=", "Tinggi"], [None, None, "Rendah"]]]],
    ["RATA_CAPAIAN", [[[100], [None], [50]]]],
    ["CAPAIAN", [[[75] for _ in range(400)], [[75] for _ in range(400)]]],
    ["ANGKA", [[["1", "x"]]]],
]


def _com(nilai):
    if isinstance(nilai, dict):
        return {"kode": COM[nilai["galat"]]}
    return [_com(n) for n in nilai] if isinstance(nilai, list) else nilai


def _lengkap(nama, argumen):
    """Optional arguments that are left out arrive from the VBA stub as "missing"."""
    return argumen + [{"hilang": 1}] * (len(_parameter(nama)) - len(argumen))


def _parameter(nama):
    pohon = ast.parse(Path(udf.__file__).read_text(encoding="utf-8"))
    return [a.arg for n in pohon.body if isinstance(n, ast.FunctionDef) and n.name == nama for a in n.args.args]


@pytest.fixture(scope="module")
def windows():
    panggilan = [[b["fungsi"], _lengkap(b["fungsi"], _com(json.loads(b["argumen"])))] for b in PROBE]
    panggilan += [[f, _lengkap(f, a)] for f, a in TAMBAHAN]
    proses = subprocess.run(
        [sys.executable, SINI / "xlwings_windows.py"],
        input=json.dumps(panggilan),
        text=True,
        capture_output=True,
        check=True,
        cwd=SINI.parent,
    )
    return json.loads(proses.stdout)


@pytest.mark.lengkap
def test_probe_table_through_xlwings(windows):
    salah = []
    for baris, hasil in zip(PROBE, windows["hasil"], strict=False):
        harap, dapat = json.loads(baris["hasil"]), hasil[0][0]
        if not sama_menurut_nama(baris["id"], harap, dapat) or len(hasil) != 1 or len(hasil[0]) != 1:
            salah.append((baris["id"], harap, hasil))
    assert not salah


@pytest.mark.lengkap
def test_ranges_blanks_and_errors(windows):
    campur, satu_lawan_dua, beda, luapan, teks, kategori, rata, panjang, sebaris = windows["hasil"][len(PROBE) :]
    assert campur == [[pytest.approx(102.653333333)], ["#DIV/0!"], [""]]
    assert satu_lawan_dua == [[pytest.approx(66.6666667)], [100.0]]
    assert beda == luapan == [["#VALUE!"]]
    assert teks == [["#VALUE!"], ["#N/A"], [""], [1.5]]
    assert kategori == [["Tinggi"], [""], ["Rendah"]]
    assert rata == [[75.0]]
    assert panjang == [[100.0]] * 400
    assert sebaris == [[1.0, "#VALUE!"]]


def test_decorators_name_every_argument_with_help(windows):
    assert set(windows["info"]) == set(FUNGSI)
    for nama, info in windows["info"].items():
        assert [a["name"] for a in info["args"]] == _parameter(nama)
        assert 0 < len(info["ret"]["doc"]) <= 255
        for a in info["args"]:
            assert a["options"] == {"err_to_str": True, "ndim": 2}, (nama, a["name"])
            assert 0 < len(a["doc"]) <= 255 and not a["doc"].startswith("Positional"), (nama, a["name"])


def test_decorators_name_real_arguments():
    """xw.arg checks nothing outside Windows, and on Windows a wrong name stops the import."""
    for nama, f in TABEL.items():
        assert [a.nama for a in f.argumen] == _parameter(nama), nama


@pytest.mark.lengkap
def test_stub_is_what_xlwings_writes_but_for_true_errors(windows):
    stub = mesin_xlwings.modul_stub(udf)
    pengubah = stub.index(f"Private Function {mesin_xlwings.PENGUBAH_GALAT}")
    fungsi = stub[stub.index("Function ANGKA") : pengubah]
    # the one difference: the result of the Excel branch goes through GalatExcel( … )
    assert fungsi.count("GalatExcel(") == len(FUNGSI)
    tanpa = fungsi.replace("GalatExcel(XLPy", "XLPy").replace("Application.Caller))", "Application.Caller)")
    assert tanpa == windows["stub"]
    assert all(f'Case "{g.value}": hasil = CVErr({COM[g.value] + 2146828288})' in stub[pengubah:] for g in Galat)


def test_xlwings_module_of_installed_version_with_notice():
    import xlwings

    teks = mesin_xlwings.modul_xlwings()
    assert f"'Version: {xlwings.__version__}" in teks and "BSD 3-clause" in teks and "Zoomer Analytics" in teks


def test_nothing_beside_the_workbook_is_run_by_xlwings():
    """Neither modules nor settings nor a cmd.exe there; and the path of the workbook is in no command line."""
    teks = mesin_xlwings.modul_xlwings()
    python = [b for b in teks.splitlines() if " -c " in b]
    assert len(python) == 2 and all(
        " -B -P -c " in b and "PYTHONPATH" not in b and "prepare_sys_path" not in b for b in python
    )
    assert '"cmd.exe' not in teks and teks.count('Environ("ComSpec")') == 3
    assert 'If source = "" Or source = "directory"' not in teks and 'source:="directory"' not in teks
    assert re.search(
        r'" -B -P -c """ & PythonCommand & """ "', teks
    )  # the command begins right after the quotation mark: Python refuses an indented one


def test_modul_xlwings_lain_ditolak(monkeypatch):
    """BK-76: an xlwings whose module has changed is not put into a workbook unread; the one installed is."""
    ubahan = mesin_xlwings.UBAHAN_XLWINGS
    monkeypatch.setattr(mesin_xlwings, "UBAHAN_XLWINGS", (*ubahan, ("tidak ada di sana", "", 1)))
    with pytest.raises(GalatBerkas) as e:
        mesin_xlwings.modul_xlwings()
    assert e.value.kode == "BK-76"


def test_configuration_has_no_personal_path():
    konf = dict(mesin_xlwings.KONFIGURASI)
    assert konf["INTERPRETER_WIN"].startswith("%LOCALAPPDATA%\\") and konf["INTERPRETER_WIN"].endswith("pythonw.exe")
    assert konf["ADD_WORKBOOK_TO_PYTHONPATH"] == "false" and konf["UDF MODULES"] == udf.__name__
    assert all(f'"{kunci}"' in mesin_xlwings.modul_xlwings() for kunci in konf)


def test_no_exception_leaves_a_cell():
    def rusak(_):
        raise RuntimeError("tak terduga")

    assert per_sel(rusak, 1.0) == [["#VALUE!"]]
    assert per_sel(FUNGSI["ANGKA"], [[Decimal("1.5"), datetime(2024, 1, 1)]]) == [[1.5, "#VALUE!"]]


def test_udf_imports_only_the_core():
    kode = (
        "import sys, xlwings; awal = set(sys.modules); import lkjip_xl.excel.udf; "
        "print(*sorted({m.split('.')[0] for m in set(sys.modules) - awal if not m.startswith('_')}))"
    )
    keluaran = subprocess.run(
        [sys.executable, "-c", kode], capture_output=True, text=True, check=True, cwd=SINI.parent
    ).stdout.split()
    assert set(keluaran) - set(sys.stdlib_module_names) <= {"lkjip_xl"}


UJI = """Attribute VB_Name = "Uji"
Function Tunggal() As String
    Tunggal = IsError(GalatExcel("#DIV/0!")) & IsError(GalatExcel("#N/A")) & GalatExcel("teks") & GalatExcel(5)
End Function
Function Kolom() As String
    Dim a(0 To 1, 0 To 0) As Variant, r As Variant
    a(0, 0) = 1: a(1, 0) = "#VALUE!"
    r = GalatExcel(a)
    Kolom = r(0, 0) & IsError(r(1, 0))
End Function
Function Baris() As String
    Dim r As Variant
    r = GalatExcel(Array(1, "#VALUE!"))
    Baris = r(0) & IsError(r(1))
End Function
"""


def test_error_names_become_errors_in_vba(tmp_path):
    stub = mesin_xlwings.modul_stub(udf)
    wb = Workbook()
    pasang_vba(wb, {"Uji": UJI + stub[stub.index("Private Function GalatExcel") :]})
    wb.save(tmp_path / "uji.xlsm")
    app = ExcelApplication.open(str(tmp_path / "uji.xlsm"))
    assert [app.run(f) for f in ("Tunggal", "Kolom", "Baris")] == ["TrueTrueteks5", "1True", "1True"]


def test_modules_make_a_sound_project(tmp_path):
    wb = Workbook()
    pasang_vba(wb, {"xlwings_udfs": mesin_xlwings.modul_stub(udf), "xlwings": mesin_xlwings.modul_xlwings()})
    wb.save(tmp_path / "x.xlsm")
    assert check_file(tmp_path / "x.xlsm").ok

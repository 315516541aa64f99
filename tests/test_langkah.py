"""CONTRIBUTING.md is true: its edits, applied in their order to a copy of the repository, do what the page says.

All `diff` blocks go into one copy; there `make buku` runs as in any checkout, and a program of that copy answers what came
of them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

pytestmark = [pytest.mark.lengkap, pytest.mark.xdist_group("langkah")]  # the copy is made and asked once

AKAR = Path(__file__).parents[1]
HALAMAN = AKAR / "CONTRIBUTING.md"
BLOK = re.compile(r"^```diff\n--- (?P<lama>\S+)\n\+\+\+ b/(?P<baru>\S+)\n@@\n(?P<isi>.*?)^```$", re.M | re.S)
VERSI = re.compile(r"^(VERSI_TEMPLAT = )(\d+)$", re.M)
V1 = AKAR / "tests" / "data" / "templat" / "v1.xlsm"

# `make buku` in the copy, but for the examples nobody here asks about: each costs as much as all the rest
BUAT = """
from pathlib import Path
from lkjip_xl import perintah
from lkjip_xl.cli.buat_ulang import buat_ulang
for daftar in (perintah.CONTOH, perintah.KARANGAN):
    for nama in daftar.keys() - {"magetan-2024"}:
        del daftar[nama]
buat_ulang(Path("."))
"""
# runs in the copy, with its package and schemas
TANYA = """
import io, json, sys
from pathlib import Path
import pandas as pd
import lkjip_xl as lk
from lkjip_xl.edar.asli import bentuk_asli
from lkjip_xl.inti.tabel_fungsi import TABEL
from lkjip_xl.excel.udf import PERTUMBUHAN as udf
from lkjip_xl.inti.fungsi import FUNGSI
from lkjip_xl.skema.versi import VERSI_TEMPLAT
from lkjip_xl.skema.versi_templat import rekaman
from lkjip_xl.tabel.model import Asal

akar, v1 = Path(sys.argv[1]), Path(sys.argv[2])
h = {"dari": str(Path(lk.__file__).parent), "versi": sorted(rekaman()), "kini": VERSI_TEMPLAT}

contoh = akar / "workbooks/contoh/LKjIP-Magetan-2024.xlsm"
buku = lk.buka(contoh)
h["kolom"] = {i: list(buku[i].tabel.letak) for i in ("iku", "inovasi")}
h["nama_lembar"] = buku["inovasi"].nama

semula = lk.buka(v1)
h["v1"] = {"iku": len(semula["iku"].tabel.baris), "ada": semula["inovasi"].tabel.ada, "periode": "periode_data" in semula["iku"].tabel.letak}
dibawa = lk.perbarui(v1.read_bytes())
sesudah = lk.buka(dibawa.data)
h["perbarui"] = {
    "jenis": sorted({p.jenis.value for p in dibawa.rincian.perubahan}), "sel": dibawa.rincian.sel,
    "kolom": list(sesudah["iku"].tabel.letak), "ada": sesudah["inovasi"].tabel.ada, "versi": dibawa.rincian.ke_versi,
    "ringkasan": list(lk.tabel(dibawa.data)), "lagi": lk.perbarui(dibawa.data).rincian.berubah,
}
h["tetap"] = True
for i in semula:
    t = semula[i].tabel
    if not t.ada:
        continue
    lama = {(b, k): s.nilai for (b, k), s in t.sel.items() if s.asal in (Asal.ISIAN, Asal.TIMPA)}
    baru = sesudah[t.skema.id].tabel  # a quarter stands in its own sheet now, and the old column shows it
    h["tetap"] &= all(baru.sel[x].nilai == nilai or baru.nilai(*x) == nilai for x, nilai in lama.items())

kode = str(buku["indikator"].ke_dataframe()["kode"].iloc[0])
tahun = int(buku.setelan["TahunLaporan"])
banding = {"kode": [kode] * 3, "jenis": ["nasional"] * 3, "nama": ["A", "B", "C"], "tahun": [tahun, tahun + 1, tahun], "nilai": [-1, 1, 1], "sumber": ["BPS", "BPS", "c"]}
inovasi = {"nama": ["A"], "kode": [kode], "tahun": [tahun]}
b = lk.buka(lk.isi(contoh.read_bytes(), {"pembanding": pd.DataFrame(banding), "inovasi": pd.DataFrame(inovasi)}).data)
h["inovasi"] = b["inovasi"].ke_dataframe()["indikator"].tolist()
t = b["pembanding"].tabel
letak = {t.nilai(x, "nama"): x for x in t.baris}
h["sel"] = [t.alamat(letak["A"], "nilai"), t.alamat(letak["B"], "tahun"), t.alamat(letak["C"], "sumber")]
h["temuan"] = [x for x in b.validasi().ratakan("kode", "lembar", "sel") if x[0].startswith("PB-")]
h["kamus"] = [k in lk.kamus() for k in ("PB-01", "PB-02", "PB-03", "periode_data")]

t = lk.tabel(contoh)["Sumber Data"].ke_dataframe()
h["ringkasan"] = {"kolom": list(t.columns), "baris": len(t), "terisi": int(t["sumber_data"].notna().sum())}
import openpyxl
wb = openpyxl.load_workbook(contoh)
h["lembar"] = "Sumber Data" in wb.sheetnames
h["fungsi"] = [str(FUNGSI["PERTUMBUHAN"](*a)) for a in ((80, 100), (0, 5), (None, 5), ("1.000", "1.500"))]
h["udf"] = udf([[80.0]], [[100.0]])
h["asli"] = bentuk_asli("PERTUMBUHAN", ["A1", "B1"])
h["bantuan"] = list(TABEL)
print(json.dumps(h))
"""


def _blok() -> list[tuple[str, list[str], list[str]]]:
    """Every edit of the page: file, the lines that stand there, the lines that take their place; [] = new or at the end."""
    hasil = []
    for m in BLOK.finditer(HALAMAN.read_text(encoding="utf-8")):
        baris = m["isi"].splitlines()
        assert all(b[:1] in {" ", "+", "-"} for b in baris), m["baru"]
        lama = [b[1:] for b in baris if b[0] != "+"]
        assert not (m["lama"] == "/dev/null" and lama), m["baru"]
        hasil.append((m["baru"], lama, [b[1:] for b in baris if b[0] != "-"]))
    return hasil


def terapkan(akar: Path, berkas: str, lama: list[str], baru: list[str]) -> None:
    """One edit; what stands there must stand there exactly once."""
    path = akar / berkas
    teks = path.read_bytes().decode() if path.exists() else ""
    isi = "".join(f"{b}\n" for b in baru)
    if not lama:
        hasil = teks + isi
    else:
        dicari = "\n" + "".join(f"{b}\n" for b in lama)
        assert ("\n" + teks).count(dicari) == 1, (berkas, lama)
        hasil = ("\n" + teks).replace(dicari, "\n" + isi)[1:]
    path.write_bytes(hasil.encode())


def _jalankan(akar: Path, *perintah: str) -> str:
    lingkungan = os.environ | {"PYTHONPATH": str(akar)}
    hasil = subprocess.run([sys.executable, *perintah], cwd=akar, env=lingkungan, capture_output=True, text=True)
    assert hasil.returncode == 0, hasil.stderr[-3000:]
    return hasil.stdout


@pytest.fixture(scope="module")
def salinan(tmp_path_factory) -> Path:
    akar = tmp_path_factory.mktemp("langkah")
    tanpa = shutil.ignore_patterns("*.xlsm")  # what is compiled goes along: only edited modules are compiled anew
    for nama in ("lkjip_xl", "schemas", "workbooks"):
        shutil.copytree(AKAR / nama, akar / nama, ignore=tanpa)
    (akar / "docs").mkdir()
    (akar / "tests" / "data").mkdir(parents=True)
    for nama in ("tests/data/probe.csv", "pyproject.toml"):
        shutil.copy(AKAR / nama, akar / nama)
    for blok in _blok():
        terapkan(akar, *blok)
    versi = akar / "lkjip_xl" / "skema" / "versi.py"
    teks, n = VERSI.subn(lambda m: f"{m[1]}{int(m[2]) + 1}", versi.read_text(encoding="utf-8"))
    assert n == 1
    versi.write_text(teks, encoding="utf-8")
    _jalankan(akar, "-c", BUAT)
    return akar


@pytest.fixture(scope="module")
def hasil(salinan) -> dict:
    h = json.loads(_jalankan(salinan, "-c", TANYA, str(salinan), str(V1)))
    assert h["dari"] == str(salinan / "lkjip_xl")  # the copy answered, not the checkout
    return h


def test_kolom_dan_lembar(hasil):
    """They are in a workbook built anew, and the version that brought them is recorded beside all earlier ones."""
    assert "periode_data" in hasil["kolom"]["iku"]
    assert hasil["kolom"]["inovasi"] == ["nama", "kode", "indikator", "tahun"] and hasil["nama_lembar"] == "Inovasi"
    assert hasil["versi"][-1] == hasil["kini"] and hasil["versi"] == list(range(1, hasil["kini"] + 1))
    assert all(x is not None for x in hasil["inovasi"])  # the looked-up column of the new sheet computes


def test_buku_lama_dibawa(hasil):
    """The workbook of the first template gets both, nothing typed is lost, and a second time there is nothing to do."""
    assert not hasil["v1"]["ada"] and not hasil["v1"]["periode"]
    p = hasil["perbarui"]
    assert {"kolom baru", "lembar baru"} <= set(p["jenis"])
    assert "periode_data" in p["kolom"] and p["ada"] and p["versi"] == hasil["kini"]
    assert p["sel"] > 0 and hasil["tetap"] and not p["lagi"]
    assert "Sumber Data" in p["ringkasan"]


def test_pemeriksaan_dan_aturan(hasil):
    """All speak where they should, about the right column, and are silent beside it; the dictionary knows them."""
    harap = zip(("PB-01", "PB-02", "PB-03"), hasil["sel"], strict=True)
    assert sorted(hasil["temuan"]) == [[kode, "Pembanding", sel] for kode, sel in harap]
    assert hasil["kamus"] == [True] * 4


def test_ringkasan(hasil):
    r = hasil["ringkasan"]
    assert hasil["lembar"] and {"sumber_data", "penanggung_jawab"} <= set(r["kolom"])
    assert 0 < r["terisi"] <= r["baris"]


def test_fungsi(hasil, salinan):
    """Python, xlwings and the native formula have it, the wizard's help and the VBA project of the template, too."""
    assert hasil["fungsi"] == ["25.0", "#DIV/0!", "None", "50.0"] and hasil["udf"] == [[25.0]]
    assert "(B1-A1)/A1*100" in hasil["asli"] and "PERTUMBUHAN" in hasil["bantuan"]
    from pyopenvba import ExcelFile, check_file

    templat = salinan / "workbooks" / "LKjIP-Kosong.xlsm"
    assert check_file(templat).ok
    with ExcelFile(templat) as berkas:
        modul = {m.name: m.source for m in berkas.vba_project().modules}
    assert "Function PERTUMBUHAN" in modul["Pertumbuhan"] and '"PERTUMBUHAN"' in modul["Bantuan"]


def test_probe_dan_lapisan(salinan):
    """The new cases of the probe table hold in the copy, and its imports still point one way."""
    kode = (
        "import csv, json\nfrom lkjip_xl.inti.fungsi import FUNGSI\n"
        "b = [r for r in csv.DictReader(open('tests/data/probe.csv', encoding='utf-8', newline='')) if r['fungsi'] == 'PERTUMBUHAN']\n"
        "print(json.dumps([[json.loads(r['hasil']), FUNGSI['PERTUMBUHAN'](*json.loads(r['argumen']))] for r in b]))"
    )
    pasangan = json.loads(_jalankan(salinan, "-c", kode))
    assert len(pasangan) == 3
    assert all(b == (a["galat"] if isinstance(a, dict) else a) for a, b in pasangan)
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    assert " 0 broken" in _jalankan(salinan, "-c", lint)
    if find_spec("ruff"):  # part of the lint extra
        subprocess.run(
            [sys.executable, "-m", "ruff", "check", "lkjip_xl"], cwd=salinan, check=True, capture_output=True
        )


def test_suntingan_yang_tidak_cocok_ditolak(tmp_path):
    """An edit whose place is not there, or is there twice, is no edit."""
    (tmp_path / "a.txt").write_text("x\ny\nx\n", encoding="utf-8")
    for lama in (["z"], ["x"]):
        with pytest.raises(AssertionError):
            terapkan(tmp_path, "a.txt", lama, ["b"])
    terapkan(tmp_path, "a.txt", ["y"], ["y", "w"])
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "x\ny\nw\nx\n"

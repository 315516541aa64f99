"""The VBA functions compute in LibreOffice what the probe table says."""

from __future__ import annotations

import csv
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from pyopenvba import check_file

from lkjip_xl.excel.pasang import pasang_vba

PROBE = Path(__file__).with_name("data") / "probe.csv"
GALAT_VBA = {"#DIV/0!": 2007, "#VALUE!": 2015}
RUMUS_GALAT = {"#DIV/0!": "=1/0", "#VALUE!": '=VALUE("x")', "#N/A": "=NA()"}

pytestmark = pytest.mark.lo


@dataclass(frozen=True, slots=True)
class Probe:
    """One row of the probe table: a call and what it must give."""

    id: str
    fungsi: str
    argumen: list[Any]
    hasil: Any


def probe_vba() -> list[Probe]:
    with PROBE.open(encoding="utf-8", newline="") as berkas:
        return [
            Probe(baris["id"], baris["fungsi"], json.loads(baris["argumen"]), json.loads(baris["hasil"]))
            for baris in csv.DictReader(berkas)
            if baris["mesin"] == "semua" or "vba" in baris["mesin"]
        ]


class Lembar:
    """A sheet that takes one call per block of rows: the formula in column A, its arguments to the right."""

    def __init__(self) -> None:
        self.buku = Workbook()
        self.lembar = self.buku.worksheets[0]
        self.lembar.title = "Probe"
        self.baris = 1

    def panggil(self, probe: Probe) -> str:
        """Write the arguments into cells and a formula that refers to them; return its address."""
        kolom, tinggi, rujukan = 3, 1, []
        for argumen in probe.argumen:
            isi = argumen if isinstance(argumen, list) else [[argumen]]
            rujukan.append(self._isi(isi, kolom))
            kolom += len(isi[0])
            tinggi = max(tinggi, len(isi))
        alamat = self.tulis_rumus(f"={probe.fungsi}({','.join(rujukan)})")
        self.baris += tinggi - 1
        return alamat

    def tulis_rumus(self, rumus: str) -> str:
        alamat = f"A{self.baris}"
        self.lembar[alamat] = rumus
        self.baris += 1
        return alamat

    def _isi(self, isi: list[list[Any]], kolom: int) -> str:
        for i, baris in enumerate(isi):
            for j, nilai in enumerate(baris):
                self._sel(self.baris + i, kolom + j, nilai)
        awal = f"{get_column_letter(kolom)}{self.baris}"
        akhir = f"{get_column_letter(kolom + len(isi[0]) - 1)}{self.baris + len(isi) - 1}"
        return awal if awal == akhir else f"{awal}:{akhir}"

    def _sel(self, baris: int, kolom: int, nilai: Any) -> None:
        sel = self.lembar.cell(baris, kolom)
        if nilai == "":
            sel.value = '=""'
        elif isinstance(nilai, dict):
            sel.value = RUMUS_GALAT[nilai["galat"]]
        elif isinstance(nilai, str):
            sel.value = nilai
            sel.data_type = "s"  # also what looks like an error or a formula
        elif nilai is not None:
            sel.value = nilai

    def simpan(self, folder: Path) -> Path:
        pasang_vba(self.buku)
        path = folder / "probe.xlsm"
        self.buku.save(path)
        return path


def cocok(sel: dict[str, Any], hasil: Any) -> bool:
    """Tell whether a recalculated cell shows the expected value, blank or class of error."""
    if isinstance(hasil, dict):
        return "e" in sel and (hasil["galat"] == "*" or sel["e"] == GALAT_VBA[hasil["galat"]])
    if "e" in sel:
        return False
    if hasil is None:
        return sel["v"] == ""
    if isinstance(hasil, str):
        return sel["v"] == hasil
    return isinstance(sel["v"], float) and math.isclose(sel["v"], hasil, rel_tol=1e-9, abs_tol=1e-9)


@pytest.fixture(scope="module")
def hitung(libreoffice, tmp_path_factory):
    """Save a sheet as a macro workbook and return its recalculated cells."""

    def jalankan(lembar: Lembar) -> dict[str, dict[str, Any]]:
        path = lembar.simpan(tmp_path_factory.mktemp("vba"))
        assert check_file(path).ok
        return libreoffice.hitung(path)["Probe"]

    return jalankan


def test_probe(hitung):
    lembar = Lembar()
    alamat = [(probe, lembar.panggil(probe)) for probe in probe_vba()]
    sel = hitung(lembar)
    salah = [
        f"{probe.id} {probe.fungsi}{probe.argumen}: {probe.hasil!r}, VBA {sel[letak]}"
        for probe, letak in alamat
        if not cocok(sel[letak], probe.hasil)
    ]
    assert not salah, "\n".join(salah)
    assert len(alamat) > 600


@pytest.mark.parametrize(
    "rumus, hasil",
    [
        ("=CAPAIAN(75,76.99)", 102.65333333333334),
        ('=CAPAIAN(4.77,5.46,"turun")', 85.53459119496855),
        ('=CAPAIAN("90-100","110 %","rentang",85)', 85),
        ("=CAPAIAN(0,0)", 100),
        ("=CAPAIAN(0,1)", {"galat": "#DIV/0!"}),
        ("=KEMAJUAN(40,50)", 80),
        ("=SERAPAN(100+100,50)", 25),
        ('=EFISIENSI(100,80,"pmk214")', 20),
        ("=EFISIENSI_TOTAL({100;80},{200;100},{150;90})", 10),
        ("=RATA_CAPAIAN({90,100;80,90})", 90),
        ('=KATEGORI(80,{100,">=","Tinggi";0,">=","Rendah"})', "Rendah"),
        ("=PREDIKAT_SAKIP(90.01)", "AA"),
        ('=ANGKA("Rp 1.500,-")', 1500),
        ('=TERBILANG("76,99%")', "tujuh puluh enam koma sembilan sembilan"),
        ("=RUPIAH(-2200000)", "-Rp 2.200.000"),
        ('=ANGKA("")', None),
    ],
)
def test_argumen_dalam_rumus(literal, rumus, hasil):
    assert cocok(literal[rumus], hasil), literal[rumus]

"""The VBA functions give what the probe table says, in LibreOffice and in pyOpenVBA's interpreter."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from banyak import banyak, satu_cepat, seperempat
from hypothesis import example, given, settings
from hypothesis import strategies as st
from probe import Lembar, Panggilan, Probe, sama
from pyopenvba import check_file
from pyopenvba.apps.excel import ExcelApplication

from lkjip_xl.excel.bantuan import PANJANG_MAKS, modul_bantuan
from lkjip_xl.excel.pasang import modul_vba
from lkjip_xl.inti.fungsi import FUNGSI
from lkjip_xl.inti.tabel_fungsi import TABEL

PROBE = Path(__file__).with_name("data") / "probe.csv"
KODE_GALAT = {"#DIV/0!": 2007, "#VALUE!": 2015}


def probe_vba() -> list[Probe]:
    with PROBE.open(encoding="utf-8", newline="") as berkas:
        return [
            Probe(baris["id"], baris["fungsi"], json.loads(baris["argumen"]), json.loads(baris["hasil"]))
            for baris in csv.DictReader(berkas)
            if baris["mesin"] == "semua" or "vba" in baris["mesin"]
        ]


def cocok(sel: dict[str, Any], hasil: Any) -> bool:
    """Tell whether a recalculated cell shows the expected value, blank or class of error."""
    if isinstance(hasil, dict):
        return "e" in sel and (hasil["galat"] == "*" or sel["e"] == KODE_GALAT[hasil["galat"]])
    return "e" not in sel and sama(sel["v"], hasil)


@pytest.mark.lo
@pytest.mark.lengkap
def test_probe_di_libreoffice(libreoffice, tmp_path):
    lembar = Lembar()
    panggilan = [lembar.panggil(probe) for probe in probe_vba()]
    path = lembar.simpan(tmp_path)
    assert check_file(path).ok
    sel = libreoffice.hitung(path)["Probe"]
    assert len(panggilan) > 600
    assert [(p.probe, sel[p.alamat]) for p in panggilan if not cocok(sel[p.alamat], p.probe.hasil)] == []


LITERAL = {
    "=CAPAIAN(75,76.99)": 102.65333333333334,
    '=CAPAIAN(4.77,5.46,"turun")': 85.53459119496855,
    '=CAPAIAN("90-100","110 %","rentang",85)': 85,
    "=CAPAIAN(0,0)": 100,
    "=CAPAIAN(0,1)": {"galat": "#DIV/0!"},
    "=KEMAJUAN(40,50)": 80,
    "=SERAPAN(100+100,50)": 25,
    '=EFISIENSI(100,80,"pmk214")': 20,
    "=EFISIENSI_TOTAL({100;80},{200;100},{150;90})": 10,
    "=RATA_CAPAIAN({90,100;80,90})": 90,
    '=KATEGORI(80,{100,">=","Tinggi";0,">=","Rendah"})': "Rendah",
    "=PREDIKAT_SAKIP(90.01)": "AA",
    '=ANGKA("Rp 1.500,-")': 1500,
    '=ANGKA("")': None,
    '=TERBILANG("76,99%")': "tujuh puluh enam koma sembilan sembilan",
    "=RUPIAH(-2200000)": "-Rp 2.200.000",
    # the error of one function reaches the next one, although LibreOffice keeps it as text
    "=PREDIKAT_SAKIP(CAPAIAN(0,1))": {"galat": "#DIV/0!"},
    "=ANGKA(A5)": {"galat": "#DIV/0!"},
    '=EFISIENSI(A5,"","rasio")': {"galat": "#DIV/0!"},
    '=CAPAIAN(A5,80,"naik","")': {"galat": "#DIV/0!"},
    # blank after error after blank: no result may linger from the call before
    '=ANGKA("x")': {"galat": "#VALUE!"},
    '=ANGKA("-")': None,
    '=CAPAIAN("-",80)': None,
}


@pytest.mark.lo
@pytest.mark.parametrize("bahasa", satu_cepat(["id-ID", "en-US"]))
def test_argumen_dalam_rumus(libreoffice_di, tmp_path, bahasa):
    """Also what reads and writes numbers as text is the same, whatever LibreOffice's own decimal sign."""
    lembar = Lembar()
    alamat = {rumus: lembar.rumus(rumus) for rumus in LITERAL}
    sel = libreoffice_di(bahasa).hitung(lembar.simpan(tmp_path))["Probe"]
    assert [(r, sel[a]) for r, a in alamat.items() if not cocok(sel[a], LITERAL[r])] == []


PANGGIL_MODUL = {
    "BacaTeks": 'BacaTeks.BacaAngka("5 %")',
    "Masukan": "Masukan.AngkaNilai(5)",
    "Penilaian": "Len(Penilaian.PREDIKAT_SAKIP(65)) * 5",
    "Rumus": "Rumus.CAPAIAN(100, 5)",
    "RumusAnggaran": "RumusAnggaran.SERAPAN(100, 5)",
    "TargetTeks": 'TargetTeks.BacaBatas("maks. 5", "")',
    "TeksAman": 'TeksAman.AngkaProtokol("n5^0")',
    "Tulisan": 'Tulisan.ANGKA("5")',
}
MODUL_TOMBOL = {
    "Bantuan",
    "Tombol",
    "Layanan",
    "LukisLembar",
    "Program",
    "SalinanLibre",
    "FormatLibre",
    "GayaLibre",
    "GrafikLibre",
}  # test_klik runs them


@pytest.mark.lo
def test_setiap_modul_terkompilasi(libreoffice, tmp_path):
    assert set(PANGGIL_MODUL) | MODUL_TOMBOL == set(modul_vba())
    lembar = Lembar()
    uji = "Option Explicit\n"
    for modul, panggil in PANGGIL_MODUL.items():
        uji += f"Public Function Uji{modul}() As Variant\n    Uji{modul} = {panggil}\nEnd Function\n"
        lembar.rumus(f"=Uji{modul}()")
    sel = libreoffice.hitung(lembar.simpan(tmp_path, modul_vba() | {"Uji": uji}))["Probe"]
    assert [isi["v"] for isi in sel.values()] == [5] * len(PANGGIL_MODUL)


class Penafsir:
    """pyOpenVBA's interpreter with the probe sheet open: strict about types as Excel is, unlike LibreOffice."""

    def __init__(self, folder: Path) -> None:
        lembar = Lembar(galat_tetap=True)
        self.panggilan = [lembar.panggil(probe) for probe in probe_vba()]
        for p in self.panggilan:
            lembar.lembar[p.alamat].value = None
        self.app = ExcelApplication.open(str(lembar.simpan(folder)))

    def cocok(self, rumus: str, hasil: Any) -> bool:
        nilai = self.app.evaluate(rumus)
        if not isinstance(hasil, dict):
            return sama(nilai, hasil)
        kode = getattr(nilai, "number", None)  # only error values have one
        return kode is not None and (hasil["galat"] == "*" or kode == KODE_GALAT[hasil["galat"]])


@pytest.fixture(scope="module")
def penafsir(tmp_path_factory) -> Penafsir:
    return Penafsir(tmp_path_factory.mktemp("penafsir"))


@pytest.mark.sebagian
def test_probe_di_penafsir(penafsir):
    def rumus(p: Panggilan) -> str:
        return p.probe.fungsi + "(" + ", ".join(f'Range("{r}")' for r in p.rujukan) + ")"

    assert [p.probe for p in seperempat(penafsir.panggilan) if not penafsir.cocok(rumus(p), p.probe.hasil)] == []


POTONGAN = ["1", "12", "123", "1.234", "567", "0", "00", "000", ".", ",", ",-", "%", " ", "-", "–", "−", "(", ")"]
POTONGAN += ["Rp", "Rp.", "IDR ", "*", "m2", "orang", " Juta rp", "/", "persen", "\u00a0", "\u200b", "&", "N/A"]
POTONGAN += [" s.d. ", "sd", "..", "é", "x"]


@settings(max_examples=banyak(150), deadline=None)
@given(st.lists(st.sampled_from(POTONGAN), min_size=1, max_size=5).map("".join))
@example("1%)")  # a bracket that nothing opened belongs to the unit
def test_teks_terbaca_sama_dengan_python(penafsir, teks):
    for rumus, python in (
        (f'ANGKA("{teks}")', FUNGSI["ANGKA"](teks)),
        (f'CAPAIAN("{teks}", 5, "rentang")', FUNGSI["CAPAIAN"](teks, 5, "rentang")),
    ):
        hasil = {"galat": str(python)} if str(python) in KODE_GALAT else python
        assert penafsir.cocok(rumus, hasil), rumus


def test_bantuan_fungsi_dari_tabel() -> None:
    """Excel's wizard shows the same help for both engines."""
    assert modul_vba()["Bantuan"] == modul_bantuan()
    for f in TABEL.values():
        assert 0 < len(f.arti) <= PANJANG_MAKS and f.argumen
        assert all(0 < len(a.bantuan) <= PANJANG_MAKS for a in f.argumen)


@pytest.mark.lo
def test_bantuan_terkompilasi_dan_tidak_mengganggu(libreoffice, tmp_path):
    lembar = Lembar()
    uji = "Option Explicit\nPublic Function UjiBantuan() As Variant\n    Bantuan.Auto_Open\n    UjiBantuan = 7\nEnd Function\n"
    lembar.rumus("=UjiBantuan()")
    sel = libreoffice.hitung(lembar.simpan(tmp_path, modul_vba() | {"Uji": uji}))["Probe"]
    assert 7 in [s["v"] for s in sel.values()]

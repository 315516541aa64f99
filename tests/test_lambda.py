"""The engine `lambda`: the functions as defined names, by Excel's rules and equal to Python in two independent engines."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import buku_pendek
import pytest
from banyak import satu_cepat
from buku_pengguna import bagian
from hakim import HAKIM, beda, sama
from masa_depan import kecil
from openpyxl.utils import FORMULAE
from openpyxl.workbook.defined_name import DefinedName
from probe import Lembar, Panggilan, Probe
from pyopenvba import check_file
from typer.testing import CliRunner

from lkjip_xl import perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.cli import app
from lkjip_xl.edar import edarkan
from lkjip_xl.edar.asli import NILAI_SAJA
from lkjip_xl.edar.lambda_ import nama_lambda
from lkjip_xl.edar.rumus_sel import DALAM_MAKS, PANJANG_MAKS, HanyaNilai, menyebut, sebut_nama
from lkjip_xl.excel.mesin import MODUL_RUMUS, MODUL_TOMBOL, Mesin, mesin_terpasang, nama_lambda_terpasang
from lkjip_xl.excel.pasang import PROYEK, nama_modul
from lkjip_xl.inti.fungsi import CAPAIAN
from lkjip_xl.inti.tabel_fungsi import TABEL

CONTOH = Path(__file__).parents[1] / "workbooks" / "contoh" / perintah.CONTOH["magetan-2024"]
PROBE = Path(__file__).with_name("data") / "probe.csv"
NAMA = nama_lambda()
# what both engines compute differently from Excel and LibreOffice, also in native formulas: SUMPRODUCT over IF or over texts
TIDAK_DIKENAL = {"RATA_CAPAIAN", "EFISIENSI_TOTAL"}
SEMUA = pytest.mark.parametrize("nama", NAMA)
PARA = pytest.mark.parametrize("hakim", satu_cepat(HAKIM))
_SEL = re.compile(r"[A-Z]{1,3}[0-9]+|R[0-9]*C?[0-9]*|C[0-9]*", re.IGNORECASE)
_BARU = {"LAMBDA", "LET", "ISOMITTED", "NUMBERVALUE"}  # younger than Excel 2010


def tanpa_teks(rumus: str) -> str:
    return "".join(rumus.split('"')[::2])


@SEMUA
def test_menurut_aturan_excel(nama):
    teks = NAMA[nama]
    luar = tanpa_teks(teks)
    assert teks.startswith("_xlfn.LAMBDA(") and len(teks) <= PANJANG_MAKS and teks.count('"') % 2 == 0
    assert all(len(x) <= 255 for x in re.findall(r'"((?:[^"]|"")*)"', teks))
    dalam = terdalam = 0
    for h in luar:
        dalam += (h == "(") - (h == ")")
        terdalam = max(terdalam, dalam)
    assert dalam == 0 and terdalam <= DALAM_MAKS
    assert not _SEL.fullmatch(nama)
    setempat = set(re.findall(r"_xl[po][mp]\.(\w+)", luar))
    assert setempat and not any(_SEL.fullmatch(x) or x.upper() in FORMULAE for x in setempat)
    panggil = {x for x in re.findall(r"(?<![\w.])([A-Z][A-Z0-9.]*)\(", luar)}
    assert panggil <= FORMULAE and not panggil & _BARU
    assert set(re.findall(r"_xlfn\.(\w+)", luar)) <= _BARU


@SEMUA
def test_parameter(nama):
    """In the order of the table; an optional one is declared and used with different prefixes, and asked whether it is left out."""
    teks = NAMA[nama]
    parameter = re.match(r"_xlfn\.LAMBDA\(((?:_xl(?:pm|op)\.\w+,)+)", teks)[1].rstrip(",").split(",")
    argumen = TABEL[nama].argumen
    assert parameter == [f"_xl{'pm' if a.wajib else 'op'}.{a.vba or a.nama}" for a in argumen]
    for a in argumen:
        p = f"_xlpm.{a.vba or a.nama}"
        assert p in teks.split(",", len(argumen))[-1]
        if not a.wajib:
            assert f'IF(_xlfn.ISOMITTED({p}),"",IF({p}="","",{p}))' in teks
            assert len(re.findall(rf"_xlop\.{a.vba or a.nama}\b", teks)) == 1


def test_semua_fungsi_yang_punya_bentuk():
    assert set(NAMA) == set(TABEL) - NILAI_SAJA


def probe(mesin: str) -> list[Probe]:
    with PROBE.open(encoding="utf-8", newline="") as berkas:
        return [
            Probe(b["id"], b["fungsi"], json.loads(b["argumen"]), json.loads(b["hasil"]))
            for b in csv.DictReader(berkas)
            if b["mesin"] == mesin
            and b["fungsi"] in set(NAMA) - TIDAK_DIKENAL
            and len(json.loads(b["argumen"])) <= TABEL[b["fungsi"]].sebanyaknya
        ]


def hitung(hakim: str, semua: list[Probe], folder: Path) -> list[tuple[Panggilan, object]]:
    """ironcalc reads the defined names, also with arguments left out; formualizer the same texts bound by LET, all arguments given."""
    lembar, panggilan = Lembar(), []
    for p in semua:
        argumen = p.argumen
        if hakim == "formualizer":
            argumen = [*argumen, *[None] * (TABEL[p.fungsi].sebanyaknya - len(argumen))]
        panggilan.append(lembar.panggil(Probe(p.id, p.fungsi, argumen, p.hasil)))
        sel = lembar.lembar[panggilan[-1].alamat]
        if hakim == "formualizer":
            teks = re.sub(r"_xlfn\.ISOMITTED\(_xlpm\.\w+\)", "FALSE", NAMA[p.fungsi].replace("_xlop.", "_xlpm."))
            sel.value = f"=_xlfn.LET(_xlpm.{p.fungsi},{teks},_xlpm.{sel.value[1:]})"
    if hakim == "ironcalc":
        for nama, teks in NAMA.items():
            lembar.buku.defined_names[nama] = DefinedName(nama, attr_text=teks)
    lembar.buku.save(path := folder / "probe.xlsx")
    nilai = HAKIM[hakim](path)
    return [(p, nilai("Probe", int(p.alamat[1:]), 1)) for p in panggilan]


def galat(nilai: object) -> bool:
    return isinstance(nilai, str) and nilai.startswith("#")


def cocok(nilai: object, harap: object) -> bool:
    if isinstance(harap, dict):
        return galat(nilai) and harap["galat"] in ("*", nilai)
    return sama(nilai, harap)


@PARA
def test_sama_dengan_python(hakim, tmp_path):
    hasil = hitung(hakim, probe("semua"), tmp_path)
    assert len(hasil) > 330
    assert [(p.probe, x) for p, x in hasil if not cocok(x, p.probe.hasil)] == []


@PARA
def test_teks_terbaca_atau_galat(hakim, tmp_path):
    """Where the text of a cell is beyond a formula: an error, never another value and never a blank."""
    hasil = hitung(hakim, probe("python+vba"), tmp_path)
    assert len(hasil) > 150
    assert [(p.probe, x) for p, x in hasil if not cocok(x, p.probe.hasil) and not galat(x)] == []
    if hakim == "ironcalc":  # ranges and bounds are read
        terbaca = [p for p, x in hasil if cocok(x, p.probe.hasil) and isinstance(p.probe.argumen[0], str)]
        assert len(terbaca) > 60


BATAS = [
    "≥ 80",
    "> 80",
    "<= 80",
    "=< 80 %",
    "< 80,5",
    "minimal 80",
    "Min. 80",
    "minimum 80 persen",
    "maks. 80",
    "maksimal 80",
]
BATAS += [
    "maksimum 80",
    "max 80",
    "paling sedikit 80",
    "paling banyak 80",
    "paling lama 80",
    "paling cepat 80",
    "paling kurang 80",
]
BATAS += [
    "kurang dari 80",
    "lebih dari 80",
    "di atas 80",
    "diatas 80",
    "di bawah 80",
    "sekurang-kurangnya 80",
    "sekurangnya 80",
]
BATAS += ["sekurangkurangnya 80", "≥ Rp 80", "≥ 80 hari", "≥ 1.500", "minggu 3", "minimal BB", "BB (80)"]


def test_kata_batas(tmp_path):
    """Every word a bound may begin with: what Python reads, or an error where its number is not read here; words stay words."""
    pytest.importorskip("ironcalc")
    semua = [
        Probe("", "CAPAIAN", [t, r, arah, None, None, cara], CAPAIAN(t, r, arah, None, None, cara))
        for t in BATAS
        for r in (60, 80, 90)
        for arah in ("naik", "turun")
        for cara in (None, "rumus", "batas-terpenuhi")
    ]
    hasil = [(p.probe, x) for p, x in hitung("ironcalc", semua, tmp_path)]
    assert [(p, x) for p, x in hasil if not sama(x, p.hasil) and not galat(x)] == []
    assert {p.argumen[0] for p, x in hasil if galat(x)} == {"≥ 80 hari", "≥ 1.500"}


def test_sebut_nama():
    assert sebut_nama("'C:\\x\\[a.xlsm]S'!CAPAIAN(A1,B1)+LEN(\"CAPAIAN(\")") == 'CAPAIAN(A1,B1)+LEN("CAPAIAN(")'
    assert sebut_nama("MYCAPAIAN(A1)") is None
    for rumus, sebab in (
        ("TERBILANG(A1)", "fungsi"),
        ("[1]!FUNGSIKU(A1)+CAPAIAN(1,2)", "luar"),
        ('CAPAIAN("a', "teks"),
    ):
        with pytest.raises(HanyaNilai) as e:
            sebut_nama(rumus)
        assert e.value.sebab == sebab


@pytest.fixture
def pendek(tmp_path) -> Path:
    berkas = tmp_path / "buku.xlsm"
    berkas.write_bytes(buku_pendek.contoh())
    return berkas


@pytest.mark.lengkap
def test_ganti_mesin_dan_kembali(pendek, tmp_path):
    """Only macros and names change; back with VBA all is as it was."""
    perintah.mesin(pendek, Mesin.VBA)
    vba = bagian(pendek.read_bytes())
    perintah.mesin(pendek, Mesin.LAMBDA)
    kini = bagian(pendek.read_bytes())
    buku = Paket.buka(pendek).bagian_buku
    assert {n for n in kini if vba.get(n) != kini[n]} == {PROYEK, buku} and vba.keys() == kini.keys()
    modul = set(nama_modul(pendek.read_bytes()))
    assert MODUL_TOMBOL in modul and not set(MODUL_RUMUS) & modul and check_file(pendek).ok
    assert mesin_terpasang(Paket.buka(pendek)) is Mesin.LAMBDA
    nama = baca_buku(pendek, hanya=[]).nama
    assert {n: nama[n] for n in NAMA} == NAMA
    # the copies made of it: native formulas without the names, and the names again
    paket = Paket.buka(pendek)
    edarkan(paket, perintah.skema())
    assert nama_lambda_terpasang(paket) == []
    perintah.mesin(pendek, Mesin.VBA)
    kembali = bagian(pendek.read_bytes())
    assert {n for n in kembali if vba[n] != kembali[n]} <= {PROYEK} and mesin_terpasang(Paket.buka(pendek)) is Mesin.VBA


@pytest.mark.lengkap
def test_mesin_terbawa(pendek, tmp_path):
    """Next year's workbook and one brought up to date compute as the old one did."""
    perintah.mesin(pendek, Mesin.LAMBDA)
    sk = kecil(perintah.skema())
    perintah.tahun_baru(pendek, baru := tmp_path / "baru.xlsm", sk=sk)
    perintah.perbarui(pendek, sk=sk)
    for berkas in (baru, pendek):
        paket = Paket.buka(berkas)
        assert mesin_terpasang(paket) is Mesin.LAMBDA and set(nama_lambda_terpasang(paket)) == set(NAMA)


@pytest.mark.parametrize("hakim", satu_cepat(["ironcalc"]))
def test_salinan_lambda(hakim, pendek, tmp_path):
    """A copy keeps its calls readable, computes them by its names, and says what Python says."""
    paket = Paket.buka(pendek)
    rumus = {"B60": Tulis("lima", rumus="TERBILANG(5)"), "B61": Tulis(50.0, rumus="[1]!CAPAIAN(10,5)")}
    tulis_sel(paket, {"Petunjuk": rumus})
    pendek.write_bytes(paket.ke_bytes())
    hasil = perintah.edar(pendek, tujuan := tmp_path / "salinan.xlsx", lambda_=True)
    buku = baca_buku(tujuan)
    sel = buku.lembar["Pengukuran"].sel
    assert "CAPAIAN(" in sel[8, 16].rumus and menyebut(sel[8, 17].rumus) and len(hasil.asli) > 100
    petunjuk = buku.lembar["Petunjuk"].sel
    assert petunjuk[60, 2].rumus is None and petunjuk[60, 2].nilai == "lima"
    assert petunjuk[61, 2].rumus == "=CAPAIAN(10,5)" and hasil.nilai == {"fungsi": [("Petunjuk", "B60")]}
    assert set(nama_lambda_terpasang(Paket.buka(tujuan))) == set(NAMA)
    pytest.importorskip(hakim)
    n, lain = beda(hakim, tujuan.read_bytes(), tmp_path)
    assert n > 1000 and lain == []


@pytest.mark.lengkap
def test_salinan_lambda_utuh(tmp_path):
    pytest.importorskip("ironcalc")
    perintah.edar(CONTOH, tujuan := tmp_path / "salinan.xlsx", lambda_=True)
    n, lain = beda("ironcalc", tujuan.read_bytes(), tmp_path)
    assert n > 10_000 and lain == []


def test_perintah_dan_pilihan_yang_bertentangan(pendek, tmp_path):
    tujuan = tmp_path / "s.xlsx"
    for akhir, kode in ((["--lambda", "--nilai"], 2), (["--lambda"], 0)):
        hasil = CliRunner().invoke(app, ["edar", str(pendek), "-o", str(tujuan), *akhir])
        assert (hasil.exit_code, tujuan.exists()) == (kode, kode == 0)
    assert CliRunner().invoke(app, ["mesin", str(pendek), "lambda"]).exit_code == 0
    assert mesin_terpasang(Paket.buka(pendek)) is Mesin.LAMBDA

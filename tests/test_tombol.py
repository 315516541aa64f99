"""Buttons without a screen: their part of the package, the protocol of the answer, and `lkjip layani`."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path
from unittest.mock import Mock

import openpyxl
import pytest
from banyak import banyak
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.styles import Font
from pyopenvba.apps.excel import ExcelApplication

from lkjip_xl import layani as modul_layani
from lkjip_xl import perintah
from lkjip_xl.buku import simpan
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.excel.pasang import modul_vba, pasang_vba
from lkjip_xl.excel.protokol import KEPALA, SelIsian, angka, baca_lolos, bilangan, lolos, pesan
from lkjip_xl.excel.ruang import BUKU, HASIL, MULAI, PERMINTAAN, siapkan
from lkjip_xl.layani import HasilTombol, layani
from lkjip_xl.lembar.bangun import bangun
from lkjip_xl.lembar.petunjuk import TOMBOL
from lkjip_xl.skema.sumberdaya import folder_buku

X = "{urn:schemas-microsoft-com:office:excel}"
SKEMA = perintah.skema()
TANDA = "fedcba9876543210fedcba98"


@pytest.fixture(scope="module")
def templat() -> bytes:
    return bangun(SKEMA, {"tahun": 2025})


def test_tombol_di_petunjuk_memanggil_makro_yang_ada(templat):
    with zipfile.ZipFile(io.BytesIO(templat)) as paket:
        bagian = [n for n in paket.namelist() if "vmlDrawing" in n and not n.endswith(".rels")]
        assert len(bagian) == 1
        akar = etree.fromstring(paket.read(bagian[0]))
        acuan = [
            n
            for n in paket.namelist()
            if n.endswith(".rels") and bagian[0].rpartition("/")[2].encode() in paket.read(n)
        ]
    assert acuan == ["xl/worksheets/_rels/sheet1.xml.rels"]
    makro = [e.text.removeprefix("[0]!") for e in akar.iter(f"{X}FmlaMacro")]
    assert makro == [t.makro for t in TOMBOL]
    assert set(makro) <= set(re.findall(r"^Public Sub (\w+)\(\)", modul_vba()["Tombol"], re.MULTILINE))


def test_nama_di_petunjuk_menunjuk_selnya(templat):
    wb = openpyxl.load_workbook(io.BytesIO(templat))
    for nama in ("LembarDiperiksa", "StatusTerakhir"):
        lembar, sel = next(wb.defined_names[nama].destinations)
        assert lembar == "Petunjuk" and wb[lembar][sel].value
    pilihan = next(d for d in wb["Petunjuk"].data_validations.dataValidation if d.type == "list")
    daftar = [c.value for baris in wb["Petunjuk"][pilihan.formula1.replace("$", "")] for c in baris]
    assert daftar == [s.lembar for s in SKEMA.lembar.values()]


@pytest.fixture(scope="module")
def penafsir(tmp_path_factory) -> ExcelApplication:
    wb = openpyxl.Workbook()
    pasang_vba(wb)
    berkas = tmp_path_factory.mktemp("penafsir") / "buku.xlsm"
    wb.save(berkas)
    return ExcelApplication.open(str(berkas))


def vba(teks: str) -> str:
    """A text as a VBA expression."""
    satuan = memoryview(teks.encode("utf-16-le", "surrogatepass")).cast("H")
    return " & ".join(f"ChrW({u if u < 32768 else u - 65536})" for u in satuan) or '""'


@settings(max_examples=banyak(80), deadline=None)
@given(st.text(max_size=20))
def test_teks_pulang_pergi_lewat_vba(penafsir, teks):
    assert baca_lolos(lolos(teks)) == teks
    assert penafsir.evaluate(f'BacaLolos("{lolos(teks).replace(chr(34), chr(34) * 2)}") = {vba(teks)}')
    assert penafsir.evaluate(f"TeksLolos({vba(teks)})") == lolos(teks)


@settings(max_examples=banyak(80), deadline=None)
@given(
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e18, max_value=1e18).filter(
        lambda x: not 0 < abs(x) < 1e-9
    )
)
def test_angka_pulang_pergi_lewat_vba(penafsir, x):
    assert penafsir.evaluate(f'AngkaProtokol("{angka(x)}")') == x


def test_alamat_berkas(penafsir):
    for berkas in ("/tmp/a b&c%d'é—.xlsm", "/x/y"):
        assert penafsir.evaluate(f"AlamatBerkas({vba(berkas)})").lower() == Path(berkas).as_uri().lower()


def test_lukisan_menutup_semua_sel_dan_tidak_mengandung_baris_liar():
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.append(["=1+1\tdengan\r\nbaris", 1.5, None, "x" * 80])
    ws["A1"].data_type = "s"
    ws["F9"] = -3
    ws["F9"].font = Font(bold=True)
    ws.merge_cells("A3:B4")
    teks = pesan("selesai", "Beres — ya.", [ws])
    assert teks.isascii()
    baris = [b.split("\t") for b in teks.split("\r\n")]
    assert baris[-2:] == [["akhir"], [""]] and baris[1] == ["status", "selesai", "Beres \\u2014 ya."]
    assert ["gabung", "A3:B4"] in baris
    blok = {b[1] for b in baris if b[0] == "blok"}
    assert blok == {"A1:B1", "D1:D1", "F9:F9"}
    isi = [b[1:] for b in baris if b[0] == "nilai"]
    assert [baca_lolos(x[1:]) for b in isi for x in b if x.startswith("t")] == ["=1+1\tdengan\r\nbaris", "x" * 80]
    gaya = [b[-1] for b in baris if b[0] == "gaya"]
    assert "@" in gaya  # text that looks like a formula is held as text


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "folder dengan spasi & é"))
    tempat = siapkan() / "minta-0123456789abcdef01234567"
    tempat.mkdir()
    shutil.copy(folder_buku() / "contoh" / perintah.CONTOH["magetan-2024"], tempat / BUKU)
    return tempat


def minta(folder: Path, /, **isi: str) -> list[list[str]]:
    """Ask and return the lines of the answer."""
    teks = "\r\n".join(["lkjip-permintaan 2", f"tanda={TANDA}", *(f"{k}={lolos(v)}" for k, v in isi.items())]) + "\r\n"
    (folder / PERMINTAAN).write_bytes(teks.encode("ascii"))
    layani(folder.name)
    return [b.split("\t") for b in (folder / HASIL).read_bytes().decode("ascii").split("\r\n")]


def test_layani_tidak_mengubah_salinan_dan_hanya_menulis_jawaban(folder):
    semula = (folder / BUKU).read_bytes()
    baris = minta(folder, perintah="validasi", berkas="Buku — Saya.xlsm")
    assert baris[0] == [KEPALA, TANDA] and baris[1][:2] == ["status", "selesai"]
    assert [b[1] for b in baris if b[0] == "lembar"] == ["Hasil Validasi"]
    assert (folder / BUKU).read_bytes() == semula
    assert {p.name for p in folder.iterdir()} == {BUKU, PERMINTAAN, MULAI, HASIL}


def test_layani_ringkas_melukis_semua_ringkasan(folder):
    baris = minta(folder, perintah="ringkas")
    assert [b[1] for b in baris if b[0] == "lembar"] == [
        b["ringkasan"] for b in SKEMA.lembar["daftar_tabel"].baris_awal
    ]


@pytest.mark.parametrize("terkunci", [False, True])
def test_salinan_bertanggal_sebelum_isian_ditulis(folder, tmp_path, monkeypatch, terkunci):
    """The click that writes into inputs leaves what the window held before beside the workbook; no other click does."""
    (di_sana := tmp_path / "Buku").mkdir()
    asal = di_sana / "LKjIP é.xlsm"
    asal.write_bytes(b"as it was saved last")
    paket = Paket.buka(folder / BUKU)
    tulis_sel(paket, {"Anggaran": {"P10": Tulis("Rp 1.000.000,-")}})
    (folder / BUKU).write_bytes(semula := paket.ke_bytes())
    siap = HasilTombol("Beres.", isian=[SelIsian("Anggaran", "P10", 1e6, "")])
    if terkunci:
        monkeypatch.setattr(simpan, "pasang_cadangan", Mock(side_effect=PermissionError(13, "x", str(di_sana))))
    for hasil in (HasilTombol("Daftar."), siap):
        monkeypatch.setattr(modul_layani, "kerjakan", lambda *_, h=hasil: h)
        (folder / HASIL).unlink(missing_ok=True)
        (folder / MULAI).unlink(missing_ok=True)
        baris = minta(folder, perintah="rapikan", berkas=asal.name, folder=str(di_sana))
        lain = [p for p in di_sana.iterdir() if p != asal]
        assert baris[1][1] == "selesai" and [p.read_bytes() for p in lain] == [semula] * (
            hasil is siap and not terkunci
        )
    assert asal.read_bytes() == b"as it was saved last" and [b for b in baris if b[0] == "tulis"] != []
    assert baca_lolos(baris[1][2]) != "Beres." and (terkunci or str(lain[0]) in baca_lolos(baris[1][2]))


@pytest.mark.parametrize(
    ("isi", "apa"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 lama", {"perintah": "validasi"}),
        (b"bukan", {"perintah": "ringkas"}),
        (None, {"perintah": "rm -rf"}),
    ],
    ids=["xls", "teks", "perintah"],
)
def test_layani_selalu_menjawab(folder, isi, apa):
    if isi is not None:
        (folder / BUKU).write_bytes(isi)
    baris = minta(folder, berkas="Punya Saya.xlsm", **apa)
    assert baris[1][:2] == ["status", "gagal"] and baris[-2] == ["akhir"]
    assert not any(b[0] == "lembar" for b in baris)
    assert isi is None or "Punya Saya.xlsm" in baris[1][2]


def test_lebar_kolom_terlukis_seperti_di_berkas():
    """A file counts the edges of a column into its width, Excel's ColumnWidth does not: painted sheets grew by 5 pixels a column."""
    ws = openpyxl.Workbook().worksheets[0]
    ws["A1"], ws.column_dimensions["A"].width, ws.column_dimensions["B"].width = "x", 20, 0.5
    kolom = [b.split("\t") for b in pesan("selesai", "", [ws]).splitlines() if b.startswith("kolom\t")]
    assert [(k[1], bilangan(k[2])) for k in kolom] == [("A:A", pytest.approx(20 - 5 / 7)), ("B:B", 0)]

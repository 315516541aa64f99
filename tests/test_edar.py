"""Copies for sending around: native formulas equal the functions, nothing of ours is left, nothing else changes."""

from __future__ import annotations

import csv
import io
import json
import math
import zipfile
from pathlib import Path

import openpyxl
import pytest
from banyak import satu_cepat
from buku_pendek import contoh, kosong
from openpyxl.comments import Comment
from openpyxl.worksheet.formula import ArrayFormula
from probe import Lembar, Probe
from probe import sama as sama_nilai
from salinan_contoh import salinan_contoh
from typer.testing import CliRunner

from lkjip_xl import perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.cangkok import cangkok
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.relasi import JenisIsi, Relasi, pemilik_rels
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.cli import app
from lkjip_xl.edar import edarkan, ingatan
from lkjip_xl.edar.asli import PERLU_LARIK, bentuk_asli
from lkjip_xl.edar.kategori import ukuran_tertulis
from lkjip_xl.edar.makro import buang_makro
from lkjip_xl.edar.rumus_sel import HanyaNilai, menyebut, ubah_rumus
from lkjip_xl.excel.mesin_xlwings import LEMBAR_KONFIGURASI
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.perubahan.catatan import bangun_riwayat
from lkjip_xl.tabel.hitung_buku import salin_buku
from lkjip_xl.tabel.model import SEL_RUMUS
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.tanda import tandai
from lkjip_xl.validasi.periksa import periksa

PROBE = Path(__file__).with_name("data") / "probe.csv"
CONTOH = Path(__file__).parents[1] / "workbooks" / "contoh"
BERKAS = ["LKjIP-Magetan-2024.xlsm", "LKjIP-Lamongan-2023.xlsm"]


KODE_LIBREOFFICE = {"#DIV/0!": 532, "#VALUE!": 519}


def cocok(sel, hasil):
    """A recalculated cell shows the expected value, blank or class of error."""
    if isinstance(hasil, dict):
        return "e" in sel and (hasil["galat"] == "*" or sel["e"] == KODE_LIBREOFFICE[hasil["galat"]])
    return "e" not in sel and sama_nilai(sel["v"], hasil)


def probe_semua() -> list[Probe]:
    with PROBE.open(encoding="utf-8", newline="") as berkas:
        return [
            Probe(b["id"], b["fungsi"], json.loads(b["argumen"]), json.loads(b["hasil"]))
            for b in csv.DictReader(berkas)
            if b["mesin"] == "semua"
        ]


@pytest.mark.lo
def test_probe_sebagai_rumus_asli(libreoffice, tmp_path):
    lembar, panggilan = Lembar(), []
    for probe in probe_semua():
        p = lembar.panggil(probe)
        rumus = "=" + bentuk_asli(probe.fungsi, p.rujukan)
        lembar.lembar[p.alamat] = ArrayFormula(p.alamat, rumus) if probe.fungsi in PERLU_LARIK else rumus
        panggilan.append(p)
    path = tmp_path / "probe.xlsx"
    lembar.buku.save(path)
    sel = libreoffice.hitung(path)["Probe"]
    assert len(panggilan) > 350
    assert [(p.probe, sel[p.alamat]) for p in panggilan if not cocok(sel[p.alamat], p.probe.hasil)] == []


@pytest.mark.lo
def test_batas_dan_rentang_sebagai_rumus_asli(libreoffice, tmp_path):
    """A target written as a bound or a range stands in the native formula as constants, and the rest is as everywhere."""
    lembar, panggilan = Lembar(), []
    with PROBE.open(encoding="utf-8", newline="") as berkas:
        for b in csv.DictReader(berkas):
            argumen = json.loads(b["argumen"])
            target = argumen[0] if b["fungsi"] == "CAPAIAN" else None
            if not isinstance(target, str) or len(argumen) < 6 or not isinstance(argumen[1], (int, float)):
                continue
            if "xyz" in argumen:  # an unknown word is an error here as well, of another class
                continue
            p = lembar.panggil(Probe(b["id"], b["fungsi"], argumen, json.loads(b["hasil"])))
            isi = dict(zip(p.rujukan, argumen, strict=True))
            asli = ubah_rumus(
                f"CAPAIAN({','.join(p.rujukan)})", lambda r, isi=isi: [isi[r]] if isinstance(isi[r], str) else []
            )
            lembar.lembar[p.alamat] = "=" + asli.teks
            panggilan.append(p)
    path = tmp_path / "batas.xlsx"
    lembar.buku.save(path)
    sel = libreoffice.hitung(path)["Probe"]
    assert len(panggilan) > 50
    assert [(p.probe, sel[p.alamat]) for p in panggilan if not cocok(sel[p.alamat], p.probe.hasil)] == []


def kosongkan(sel):
    return {k: s for k, s in sel.items() if s.get("v") not in ("", None) or "e" in s}


def sama(a, b):
    if "e" in a or "e" in b:
        return a.get("e") == b.get("e")
    if isinstance(a["v"], float | int) and isinstance(b["v"], float | int):
        return math.isclose(a["v"], b["v"], rel_tol=1e-9, abs_tol=1e-9)
    return a["v"] == b["v"]


@pytest.fixture(scope="module", params=satu_cepat(BERKAS))
def salinan(request, tmp_path_factory):
    tujuan = tmp_path_factory.mktemp("edar") / "salinan.xlsx"
    data, hasil = salinan_contoh(request.param)
    tujuan.write_bytes(data)
    return CONTOH / request.param, tujuan, hasil


@pytest.mark.lengkap
@pytest.mark.lo
def test_contoh_terhitung_sama(libreoffice, salinan):
    asal, tujuan, hasil = salinan
    tersimpan, terhitung = libreoffice.sebelum_dan_sesudah(tujuan)
    makro = libreoffice.hitung(asal)
    assert len(hasil.asli) > 1000 and not hasil.nilai and not hasil.tanpa_nilai
    for lembar, isi in terhitung.items():
        isi = kosongkan(isi)
        assert [a for a, s in isi.items() if "e" in s] == [], lembar
        for lain in (kosongkan(tersimpan[lembar]), kosongkan(makro[lembar])):
            assert isi.keys() == lain.keys(), lembar
            assert [(a, isi[a], lain[a]) for a in isi if not sama(isi[a], lain[a])] == [], lembar


@pytest.mark.lengkap
def test_contoh_tanpa_fungsi_dan_makro(salinan):
    asal, tujuan, _ = salinan
    buku = baca_buku(tujuan)
    rumus = [s.rumus for lembar in buku.lembar.values() for s in lembar.sel.values() if s.rumus]
    assert len(rumus) > 1000
    assert [r for r in rumus if menyebut(r)] == []
    with zipfile.ZipFile(asal) as a, zipfile.ZipFile(tujuan) as b:
        konfigurasi = Paket.buka(asal).lembar()[LEMBAR_KONFIGURASI].part
        hilang = set(a.namelist()) - set(b.namelist())
        assert {"xl/vbaProject.bin", konfigurasi} <= hilang
        tombol = hilang - {"xl/vbaProject.bin", konfigurasi}  # buttons without macros would only be in the way
        assert sum(n.endswith(".vml") for n in tombol) == 1
        assert all(n.endswith((".vml", ".rels")) for n in tombol)
        assert b"legacyDrawing" not in b.read(Paket.buka(tujuan).lembar()["Petunjuk"].part)
        jenis = b.read("[Content_Types].xml")
        assert b"macroEnabled" not in jenis and b"vbaProject" not in jenis
        assert b"vbaProject" not in b.read("xl/_rels/workbook.xml.rels")
        for bagian in ("xl/styles.xml", "xl/theme/theme1.xml", "docProps/core.xml"):
            assert a.read(bagian) == b.read(bagian)
    assert openpyxl.load_workbook(tujuan).sheetnames == list(buku.lembar)


@pytest.mark.lengkap
def test_nilai_saja(tmp_path):
    asal, tujuan = tmp_path / "asal.xlsm", tmp_path / "nilai.xlsx"
    asal.write_bytes(contoh())
    perintah.edar(asal, tujuan, nilai=True)
    lama, baru = baca_buku(asal), baca_buku(tujuan)
    for nama, lembar in baru.lembar.items():
        assert [a for a, s in lembar.sel.items() if s.rumus] == []
        isi = {k: s.nilai for k, s in lama.lembar[nama].sel.items() if s.nilai is not None}
        assert {k: s.nilai for k, s in lembar.sel.items() if s.nilai is not None} == isi


@pytest.mark.lengkap
def test_salinan_nilai_dikatakan_sekali(tmp_path):
    """A copy of values is one that somebody wanted: said once, and nothing is wrong with it. A single formula left is another case."""
    asal, tujuan = tmp_path / "asal.xlsm", tmp_path / "nilai.xlsx"
    asal.write_bytes(contoh())
    perintah.edar(asal, tujuan, nilai=True)
    buku = muat_buku(tujuan, perintah.skema())
    semula = {t.kode for t in periksa(muat_buku(asal, perintah.skema())).temuan}
    baru = [(t.kode, t.tingkat) for t in periksa(buku).temuan if t.kode not in semula]
    assert baru == [("RM-09", Tingkat.CATATAN)]
    buku["pengukuran"].sel[8, "capaian"] = SEL_RUMUS
    sisa = {t.kode for t in periksa(salin_buku(buku)).temuan}
    assert "RM-01" in sisa and "RM-09" not in sisa


PENGGUNA = {
    "B2": ("CAPAIAN(Pengukuran!F8,Pengukuran!N8)*2+LEN(KATEGORI(101,SkalaKategori))", 220.30666666666667),
    "B3": ('IF(capaian(75,"-")="","kosong",CAPAIAN(2*5,6+9,"turun"))', "kosong"),
    "B4": ('"CAPAIAN("&LEN("SERAPAN(1;2)")', "CAPAIAN(12"),
    "B5": ("RATA_CAPAIAN(C5:E5,2,120)*1", 100.0),
    "B6": ("PREDIKAT_SAKIP(CAPAIAN(100,85))", "A"),
    "B7": ('"Rp"&RUPIAH(1500.5)', "RpRp 1.501"),
    "B8": ('CAPAIAN(C8,110,"rentang")', 90.0),
    "B9": ('EFISIENSI(SERAPAN(200,150),SERAPAN(100,50),"PMK 214")', 33.333333333333336),
}
HANYA = {"B12": ("TERBILANG(5)", "lima"), "B13": ('ANGKA("1.500")+1', 1501.0), "B14": ("CAPAIAN(C14,5)", 50.0)}


@pytest.fixture
def pengguna(tmp_path):
    """The Magetan example with a sheet of the user's own formulas."""
    wb = openpyxl.Workbook()
    wb.active.title = "Milik Saya"
    paket = Paket.dari_bytes(contoh(), BERKAS[0])
    cangkok(paket, wb)
    isi = {a: Tulis(v, rumus=f) for a, (f, v) in (PENGGUNA | HANYA).items()}
    isi |= {"C5": Tulis(130), "D5": Tulis(80), "E5": Tulis("-"), "C8": Tulis("90–100"), "C14": Tulis("10,0")}
    tulis_sel(paket, {"Milik Saya": isi})
    return paket


def test_rumus_pengguna_diuraikan(pengguna):
    hasil = edarkan(pengguna, perintah.skema())
    sel = baca_buku(pengguna).lembar["Milik Saya"].sel
    assert hasil.nilai == {
        "fungsi": [("Milik Saya", "B12"), ("Milik Saya", "B13")],
        "teks": [("Milik Saya", "B14")],
    }
    for a, (rumus, nilai) in (PENGGUNA | HANYA).items():
        s = sel[int(a[1:]), 2]
        assert s.nilai == nilai
        assert (s.rumus is None) == (a in HANYA)
        assert s.rumus == "=" + rumus if a == "B4" else not menyebut(s.rumus or "")


@pytest.mark.lengkap
@pytest.mark.lo
def test_rumus_pengguna_terhitung(libreoffice, pengguna, tmp_path):
    edarkan(pengguna, perintah.skema())
    path = tmp_path / "milik.xlsx"
    path.write_bytes(pengguna.ke_bytes())
    sel = libreoffice.hitung(path, lembar=["Milik Saya"])["Milik Saya"]
    for a, (_, nilai) in (PENGGUNA | HANYA).items():
        assert sel[a]["v"] == (pytest.approx(nilai, rel=1e-9) if isinstance(nilai, float) else nilai), a


@pytest.mark.parametrize(
    "rumus",
    ["MYCAPAIAN(A1)", '"CAPAIAN("&A1', "SUM(A1)", "CAPAIAN2(A1,B1)", "Lain.SERAPAN(1,2)", "'CAPAIAN('!A1", "ANGKAKU+1"],
)
def test_nama_mirip_dibiarkan(rumus):
    assert ubah_rumus(rumus, lambda _: []) is None


def test_terlalu_panjang_menjadi_nilai():
    rumus = "1"
    for _ in range(4):
        rumus = f"CAPAIAN({rumus}+1,B1,C1,D1)"
    with pytest.raises(HanyaNilai) as galat:
        ubah_rumus(rumus, lambda _: [])
    assert galat.value.sebab == "panjang"


@pytest.mark.lengkap
def test_teks_angka_menjadi_angka():
    paket = Paket.dari_bytes(contoh(), BERKAS[0])
    tulis_sel(paket, {"Pengukuran": {"N8": Tulis("76,99")}})
    hasil = edarkan(paket, perintah.skema())
    assert hasil.angka == [("Pengukuran", "N8")]
    s = baca_buku(paket).lembar["Pengukuran"].sel
    assert s[8, 14].nilai == 76.99 and s[8, 16].nilai == pytest.approx(102.65333333333334)


VML = (
    '<xml xmlns:v="urn:v" xmlns:x="urn:x"><v:shape id="a"><x:ClientData ObjectType="Button"/></v:shape>'
    '<v:shape id="b"><x:ClientData ObjectType="Note"/></v:shape></xml>'
)


def _bercatatan() -> tuple[Paket, str]:
    """A workbook with a note, and the part of its box."""
    wb = openpyxl.Workbook()
    wb.active["A1"].comment = Comment("isi", "saya")
    berkas = io.BytesIO()
    wb.save(berkas)
    paket = Paket.dari_bytes(berkas.getvalue())
    return paket, next(n for n in paket.daftar() if n.endswith(".vml"))


def test_tombol_hilang_catatan_tinggal():
    paket, vml = _bercatatan()
    paket.ganti(vml, VML.encode())
    buang_makro(paket)
    assert b"Button" not in paket.baca(vml) and b"Note" in paket.baca(vml)
    paket.ganti(vml, VML.replace("Note", "Button").encode())
    buang_makro(paket)
    assert vml not in paket and b"legacyDrawing" not in paket.baca("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("sendiri", ['<v:shape id="c"/>', "<v:shape id='c' alt=\"a > b />\" />"])
def test_bentuk_tanpa_isi_di_depan_tombol_tinggal(sendiri: str) -> None:
    """A shape that is one tag ends there: the button behind it goes without it."""
    paket, vml = _bercatatan()
    paket.ganti(vml, VML.replace('<v:shape id="a"', f'{sendiri}<v:shape id="a"').encode())
    buang_makro(paket)
    assert sendiri.encode() in paket.baca(vml) and b"Button" not in paket.baca(vml) and b"Note" in paket.baca(vml)


_XDR = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_A14 = 'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'


def _kontrol(nomor: int, rid: str, nama: str) -> str:
    return (
        f'<mc:AlternateContent {_MC}><mc:Choice Requires="x14"><control shapeId="{nomor}" r:id="{rid}" name="{nama}">'
        f'<controlPr defaultSize="0" print="0" autoFill="0" autoPict="0" macro="[0]!Jalan"/></control></mc:Choice></mc:AlternateContent>'
    )


def _bingkai(nomor: int, nama: str) -> str:
    return (
        f'<mc:AlternateContent {_MC}><mc:Choice {_A14} Requires="a14"><xdr:twoCellAnchor><xdr:sp macro="[0]!Jalan" textlink=""><xdr:nvSpPr>'
        f'<xdr:cNvPr id="{nomor}" name="{nama}" hidden="1"><a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:ext uri="{{63B3BB69-23CF-44E3-9099-C40C66FF867C}}"><a14:compatExt spid="_x0000_s{nomor}"/></a:ext></a:extLst></xdr:cNvPr>'
        "</xdr:nvSpPr></xdr:sp></xdr:twoCellAnchor></mc:Choice><mc:Fallback/></mc:AlternateContent>"
    )


def simpanan_excel(*, lain: bool) -> Paket:
    """A workbook whose button Excel has saved; `lain`: with a drop-down, a note and a shape that calls a macro."""
    wb = openpyxl.Workbook()
    wb.active["A1"] = 1
    berkas = io.BytesIO()
    wb.save(berkas)
    p = Paket.dari_bytes(berkas.getvalue())
    lembar, rels = "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"
    dua = _kontrol(1026, "rId4", "Drop Down 2") if lain else ""
    tambah = (
        '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>'
        f'<mc:AlternateContent {_MC}><mc:Choice Requires="x14"><controls>{_kontrol(1025, "rId3", "Button 1")}{dua}</controls></mc:Choice></mc:AlternateContent>'
    )
    r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    data = p.baca(lembar).decode().replace("<worksheet ", f'<worksheet xmlns:r="{r}" ', 1)
    p.ganti(lembar, data.replace("</worksheet>", tambah + "</worksheet>").encode())
    isi = {
        "rId1": ("drawing", "../drawings/drawing1.xml"),
        "rId2": ("vmlDrawing", "../drawings/vmlDrawing1.vml"),
        "rId3": ("ctrlProp", "../ctrlProps/ctrlProp1.xml"),
    }
    if lain:
        isi["rId4"] = ("ctrlProp", "../ctrlProps/ctrlProp2.xml")
    hubungan = "".join(f'<Relationship Id="{i}" Type="{r}/{t}" Target="{x}"/>' for i, (t, x) in isi.items())
    p.ganti(
        rels,
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{hubungan}</Relationships>'.encode(),
    )
    sp = '<xdr:twoCellAnchor><xdr:sp macro="[0]!Jalan" textlink=""/></xdr:twoCellAnchor>' if lain else ""
    p.ganti(
        "xl/drawings/drawing1.xml",
        f"<xdr:wsDr {_XDR}>{_bingkai(1025, 'Button 1')}{_bingkai(1026, 'Drop Down 2') if lain else ''}{sp}</xdr:wsDr>".encode(),
    )
    bentuk = '<v:shape id="_x0000_s{n}" type="#t"><x:ClientData ObjectType="{j}"><x:FmlaMacro>[0]!Jalan</x:FmlaMacro></x:ClientData></v:shape>'
    vml = bentuk.format(n=1025, j="Button") + (
        (bentuk.format(n=1026, j="Drop") + bentuk.format(n=1027, j="Note")) if lain else ""
    )
    p.ganti("xl/drawings/vmlDrawing1.vml", f'<xml xmlns:v="v" xmlns:x="x">{vml}</xml>'.encode())
    jenis = JenisIsi(p)
    jenis.atur("xl/drawings/vmlDrawing1.vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")
    jenis.atur("xl/drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawing+xml")
    for n, apa in ((1, "Button"), (2, "Drop")) if lain else ((1, "Button"),):
        p.ganti(
            f"xl/ctrlProps/ctrlProp{n}.xml",
            f'<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="{apa}"/>'.encode(),
        )
        jenis.atur(f"xl/ctrlProps/ctrlProp{n}.xml", "application/vnd.ms-excel.controlproperties+xml")
    jenis.simpan()
    return p


def _utuh(p: Paket) -> None:
    for rels in [n for n in p.daftar() if n.endswith(".rels")]:
        assert all(h.luar or h.tujuan in p for h in Relasi(p, pemilik_rels(rels)).semua()), rels
    tertulis = {e.get("PartName")[1:] for e in p.xml("[Content_Types].xml") if e.get("PartName")}
    assert tertulis <= set(p.daftar())


def test_tombol_simpanan_excel_hilang_dengan_semua_bagiannya():
    p = simpanan_excel(lain=False)
    buang_makro(p)
    data = p.baca("xl/worksheets/sheet1.xml")
    assert not any(x in n for n in p.daftar() for x in ("ctrlProp", "drawing", "vml"))
    assert not any(x in data for x in (b"control", b"legacyDrawing", b"<drawing", b"AlternateContent"))
    _utuh(p)
    assert openpyxl.load_workbook(io.BytesIO(p.ke_bytes())).active["A1"].value == 1


def test_kontrol_lain_dan_catatan_tinggal_tanpa_makro():
    p = simpanan_excel(lain=True)
    buang_makro(p)
    semua = b"".join(p.baca(n) for n in p.daftar())
    assert b"Jalan" not in semua and b"1025" not in semua and b'"Button' not in semua
    assert "xl/ctrlProps/ctrlProp2.xml" in p and "xl/ctrlProps/ctrlProp1.xml" not in p
    assert b"s1027" in p.baca("xl/drawings/vmlDrawing1.vml") and b"1026" in p.baca("xl/drawings/drawing1.xml")
    _utuh(p)
    sekali = p.ke_bytes()
    buang_makro(p)
    assert p.ke_bytes() == sekali


def test_tidak_menimpa(tmp_path):
    asal = CONTOH / BERKAS[0]
    ada = tmp_path / "ada.xlsx"
    ada.write_bytes(b"milik orang")
    for tujuan, kode in ((ada, "BK-19"), (tmp_path / "x.xlsm", "BK-34")):
        with pytest.raises(GalatBerkas) as galat:
            perintah.edar(asal, tujuan)
        assert galat.value.kode == kode
    assert ada.read_bytes() == b"milik orang"


@pytest.mark.lengkap
def test_perintah(tmp_path):
    (asal := tmp_path / "a.xlsm").write_bytes(contoh())
    hasil = CliRunner().invoke(app, ["edar", str(asal), "-o", str(tmp_path / "s.xlsx")])
    assert hasil.exit_code == 0 and (tmp_path / "s.xlsx").read_bytes()[:2] == b"PK"


@pytest.mark.lengkap
def test_rumus_kepanjangan_di_buku(pengguna):
    rumus = "CAPAIAN(CAPAIAN(CAPAIAN(A1+1,B1,C1,D1)+1,B1,C1,D1)+1,B1,C1,D1)"
    tulis_sel(pengguna, {"Milik Saya": {"F20": Tulis(12.5, rumus=rumus)}})
    hasil = edarkan(pengguna, perintah.skema())
    assert hasil.nilai["panjang"] == [("Milik Saya", "F20")]
    s = baca_buku(pengguna).lembar["Milik Saya"].sel[20, 6]
    assert s.rumus is None and s.nilai == 12.5


def test_catatan_kerja_pemilik_tidak_ikut_diedarkan():
    """Older figures and what is still to be filled in are no concern of the receiver; a sheet of the user's own of such a name is."""
    paket = Paket.dari_bytes(kosong(), "Kosong.xlsm")
    wb = openpyxl.Workbook()
    bangun_riwayat(wb.worksheets[0], [])
    tandai(wb.worksheets[0])
    cangkok(paket, wb)
    milik = openpyxl.Workbook()
    milik.active.title, milik.active["A1"] = "Bawaan Tahun Lalu", "Punya saya"
    cangkok(paket, milik)
    ada = set(paket.lembar())
    hasil = edarkan(paket, perintah.skema())
    assert hasil.dibuang == ["Riwayat Perubahan"]
    assert ada - set(paket.lembar()) == {"Riwayat Perubahan", LEMBAR_KONFIGURASI}


def test_rumus_yang_sama_di_tiap_baris_diurai_sekali(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a formula becomes is worked out once for all rows of as many digits, and is what it would become by itself."""
    isi = {"F20": ["90–100"], "F30": ["1 234"], "F431": ["≥ 80"], "N432": ["12"]}
    teks_sel = lambda r: isi.get(r.replace("$", ""), [])  # noqa: E731
    diurai: list[str] = []
    monkeypatch.setattr(ingatan, "ubah_rumus", lambda r, *x: diurai.append(r) or ubah_rumus(r, *x))
    pengubah = ingatan.PengubahRumus(teks_sel, ukuran_tertulis)

    def hasil(ubah) -> object:
        try:
            return ubah()
        except HanyaNilai as galat:
            return galat.sebab

    for pola in (
        "CAPAIAN(F{0},N{0},E{0},BatasCapaian)",
        'IF($F{0}="","F{0}",CAPAIAN(F{0},N{0})*37+F1)',
        "KATEGORI(P{0},$A$8:$B$12)&A{0}37",
        "KATEGORI(P{0},A{0}:B{0})",
        "SUM(F{0}:N{0})",
        "TERBILANG(F{0})",
    ):
        for b in range(1, 500):
            rumus = pola.format(b)
            sendiri = hasil(lambda r=rumus: ubah_rumus(r, teks_sel, ukuran_tertulis))
            assert hasil(lambda r=rumus, b=b: pengubah.ubah(r, str(b))) == sendiri
        if pola.startswith("CAPAIAN"):
            assert (
                len(diurai) < 140
            )  # rows of one and of two digits, whose number stands elsewhere, too; then a handful


def test_salinan_yang_terlalu_besar_berisi_nilai(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond so many letters of native formulas a copy holds values, and says of which cells."""
    monkeypatch.setattr("lkjip_xl.edar.salinan.HURUF_MAKS", 20_000)
    hasil = edarkan(Paket.dari_bytes(contoh(), "b.xlsm"), perintah.skema())
    assert 15_000 < hasil.huruf <= 20_000 and len(hasil.nilai["banyak"]) > 10 and hasil.asli

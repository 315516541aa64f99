"""Dasbor: series point at the cells that hold the figures, stored values are theirs, and parts never pile up."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from banyak import satu_cepat
from buku_md import buku_md
from buku_pendek import kosong
from lxml import etree

from lkjip_xl import perintah
from lkjip_xl.buku.cangkok import cangkok
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.relasi import Relasi
from lkjip_xl.excel.pasang import PROYEK, ganti_modul, modul_vba
from lkjip_xl.excel.protokol import pesan
from lkjip_xl.inti.alamat import kawasan
from lkjip_xl.lembar.buku_ringkasan import bangun_buku
from lkjip_xl.lembar.dasbor import (
    LEMBAR,
    SUSUNAN,
    TINGGI_GRAFIK,
    TINGGI_TAK_TAMPAK,
    bangun_dasbor,
    data_dasbor,
    tulis_bagian,
)
from lkjip_xl.ringkasan.grafik import BATANG, GARIS, SEBAR, GrafikData, Seri
from lkjip_xl.tabel.kosong import buku_kosong
from lkjip_xl.tabel.model import BARIS_PETUNJUK, BukuKerja
from lkjip_xl.tabel.muat import muat_buku

CONTOH = sorted((Path(__file__).parents[1] / "workbooks" / "contoh").glob("*.xlsm"))
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


@pytest.fixture(scope="module")
def berkas_kosong() -> bytes:
    """The blank template as it is made today."""
    return kosong()


@cache
def buku_contoh(berkas: Path) -> BukuKerja:
    return muat_buku(berkas, perintah.skema())


def bagan(paket: Paket) -> list[tuple[etree._Element, int, int]]:
    """Chart parts of Dasbor in the order of their anchors, with first and last row they stand on (from 1)."""
    lembar = paket.lembar()[LEMBAR].part
    (gambar,) = [h.tujuan for h in Relasi(paket, lembar).semua() if h.jenis == "drawing"]
    milik = {h.id: h.tujuan for h in Relasi(paket, gambar).semua()}
    hasil = []
    for j in paket.xml(gambar).iter(XDR + "twoCellAnchor"):
        (rid,) = [v for e in j.iter(C + "chart") for k, v in e.attrib.items() if k.endswith("}id")]
        awal, akhir = (int(j.findtext(f"{XDR}{n}/{XDR}row")) for n in ("from", "to"))
        hasil.append((paket.xml(milik[rid]), awal + 1, akhir))
    return hasil


def tergraft(buku: BukuKerja, dasar: Path | None = None) -> Paket:
    """Dasbor of a workbook in the package that `lkjip ringkas` would save."""
    wb = bangun_buku(buku)
    paket = Paket.dari_bytes((dasar or CONTOH[0]).read_bytes())
    cangkok(paket, wb)
    return Paket.dari_bytes(paket.ke_bytes())


def ref_dan_simpanan(paket: Paket):
    """(chart, reference, values of the shown cells, stored values) of every reference of every chart."""
    ws = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()))[LEMBAR]
    for n, (x, _, _) in enumerate(bagan(paket)):
        for ref in [*x.iter(C + "numRef"), *x.iter(C + "strRef")]:
            lembar, _, alamat = ref.findtext(C + "f").rpartition("!")
            assert lembar.strip("'") == LEMBAR
            b1, k1, b2, k2 = kawasan(alamat)
            assert k1 == k2
            sel = [ws.cell(b, k1).value for b in range(b1, b2 + 1) if not ws.row_dimensions[b].hidden]
            (simpan,) = [e for e in ref if e.tag in (C + "numCache", C + "strCache")]
            isi: list = [None] * int(simpan.find(C + "ptCount").get("val"))
            for pt in simpan.iter(C + "pt"):
                v = pt.findtext(C + "v")
                isi[int(pt.get("idx"))] = float(v) if simpan.tag == C + "numCache" else v
            yield n, alamat, sel, isi


@pytest.mark.lengkap
@pytest.mark.parametrize("berkas", satu_cepat(CONTOH), ids=lambda p: p.stem)
def test_seri_menunjuk_sel_yang_memuat_nilainya(berkas: Path) -> None:
    buku = buku_contoh(berkas)
    paket = tergraft(buku, berkas)
    angka: dict[int, list[float]] = {}
    for n, alamat, sel, isi in ref_dan_simpanan(paket):
        if isi and all(x is None or isinstance(x, float) for x in isi):
            assert isi == pytest.approx(sel), (n, alamat)
            angka.setdefault(n, []).extend(x for x in isi if x is not None)
        else:
            # of a block without data a row is left that is too low to be seen
            assert isi == ([] if sel == [None] else [x or "" for x in sel]), (n, alamat)
    for n, d in enumerate(data_dasbor(buku)):
        seri = d.seri if d.jenis == SEBAR else d.seri[:1]
        harap = sorted(x for s in seri for x in s.nilai if x is not None)
        assert sorted(angka[n]) == pytest.approx(harap), d.nama


@pytest.mark.parametrize("berkas", satu_cepat(CONTOH), ids=lambda p: p.stem)
def test_grafik_berdiri_di_atas_barisnya_sumbu_bernama(berkas: Path) -> None:
    paket = tergraft(buku_contoh(berkas), berkas)
    semua = bagan(paket)
    assert len(semua) == len(SUSUNAN)
    for (x, awal, akhir), bagian in zip(semua, SUSUNAN, strict=True):
        assert akhir - awal >= bagian.baris
        judul = ["".join(t.itertext()).strip() for t in x.iter(C + "title")]
        assert judul == list(bagian.sumbu)
        assert x.find(f".//{C}plotVisOnly").get("val") in ("1", "true", None)
        for ref in x.iter(C + "f"):
            b1, _, b2, _ = kawasan(ref.text.rpartition("!")[2])
            assert awal <= b1 <= b2 <= akhir


def test_grafik_tanpa_judul_sendiri_dan_bersudut_siku(berkas_kosong: bytes) -> None:
    """Excel gives a chart of one series that series' name as a title, and round corners, unless it is told not to."""
    for x, _, _ in bagan(Paket.dari_bytes(berkas_kosong)):
        assert [x.find(p).get("val") for p in (f"{C}chart/{C}autoTitleDeleted", f"{C}roundedCorners")] == ["1", "0"]


UJI = """
Public Sub UjiLukis(teks As String)
    Dim baris As Variant
    baris = Split(teks, vbCrLf)
    Lukis baris, UBound(baris) - 1, ""
End Sub
"""


@pytest.mark.lengkap
@pytest.mark.lo
def test_grafik_buku_kosong_tampak_setelah_dilukis(libreoffice, berkas_kosong, tmp_path) -> None:
    """The rows of all charts are hidden when a blank workbook opens; the first Perbarui Ringkasan must show the charts."""
    paket = Paket.dari_bytes(berkas_kosong)
    modul = {"LukisLembar": modul_vba()["LukisLembar"] + UJI}
    paket.ganti(PROYEK, ganti_modul(paket.ke_bytes(), modul.keys(), modul))
    (buku := tmp_path / "x.xlsm").write_bytes(paket.ke_bytes())
    lembar = bangun_buku(buku_contoh(CONTOH[0]))[LEMBAR]
    jawaban = pesan("selesai", "", [lembar])
    tersimpan = tmp_path / "tersimpan.xlsm"
    libreoffice.jalankan(buku, "LukisLembar.UjiLukis", jawaban, tampil=[], simpan=tersimpan)
    harap = [b.split("\t")[1:] for b in jawaban.split("\r\n") if b.startswith("grafik\t")]
    assert len(harap) >= 4
    hasil = Paket.buka(tersimpan)
    (gambar,) = [h.tujuan for h in Relasi(hasil, hasil.lembar()[LEMBAR].part).semua() if h.jenis == "drawing"]
    ada = {}
    for j in hasil.xml(gambar).iter(XDR + "twoCellAnchor"):
        nama = next(j.iter(XDR + "cNvPr")).get("name")
        ada[nama] = [int(j.findtext(f"{XDR}{n}/{XDR}row")) for n in ("from", "to")]
    for nama, daerah in harap:
        b1, _, b2, _ = kawasan(daerah)
        awal, akhir = ada[nama]
        tampak = [b for b in range(b1, b2 + 1) if not lembar.row_dimensions[b].hidden]
        assert abs(awal + 1 - tampak[0]) <= 1 and akhir >= tampak[-1] - 1, (nama, daerah, ada[nama])
    # LibreOffice forgets the figures of a chart that shows no row at loading: nothing was drawn, and the saved chart was empty
    semua = [hasil.baca(n) for n in hasil.daftar() if n.startswith("xl/charts/chart")]
    assert len(semua) == len(SUSUNAN) and all(b"<c:f>" in x for x in semua)


@pytest.mark.lengkap
def test_tanpa_data_tidak_ada_grafik_yang_tampak() -> None:
    paket = tergraft(buku_kosong(perintah.skema()))
    ws = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()))[LEMBAR]
    for (_, awal, akhir), bagian in zip(bagan(paket), SUSUNAN, strict=True):
        tampak = [b for b in range(awal + 1, akhir + 1) if not ws.row_dimensions[b].hidden]
        assert [ws.row_dimensions[b].height for b in tampak] == [TINGGI_TAK_TAMPAK]
        if bagian.jenis != GARIS:
            assert isinstance(ws.cell(awal - 1, 1).value, str)


def test_dua_ratus_indikator_nama_panjang_dan_lebih() -> None:
    n = 220
    label, nama = tuple(f"S{i}.1" for i in range(n)), ("nama " * 60,) * n
    d = GrafikData("x", BATANG, "Judul", "persen", label, (Seri("Capaian", tuple(map(float, range(n)))),), nama, 100.0)
    ws = openpyxl.Workbook().active
    tulis_bagian(ws, 5, SUSUNAN[0], d, tampil=True)
    tampak = [b for b in range(8, 8 + SUSUNAN[0].baris) if not ws.row_dimensions[b].hidden]
    assert len(tampak) == SUSUNAN[0].baris
    assert not ws.row_dimensions[6].hidden and str(SUSUNAN[0].baris) in ws["A6"].value
    assert all(60 < ws.row_dimensions[b].height <= 409 for b in tampak)
    assert [ws["C8"].value, ws["D8"].value, ws["C108"].value, ws["D108"].value] == [None, 0.0, 100.0, None]


def test_satu_baris_tetap_setinggi_grafik_dan_tahun_kosong_menjadi_celah() -> None:
    ws = openpyxl.Workbook().active
    d = GrafikData("x", BATANG, "Judul", "persen", ("S1.1",), (Seri("Capaian", (50.0,)),), ("a",), 100.0)
    berikut = tulis_bagian(ws, 5, SUSUNAN[0], d, tampil=True)
    assert ws.row_dimensions[8].height == TINGGI_GRAFIK and ws.row_dimensions[9].hidden
    d = GrafikData("r", GARIS, "Nama", "%", ("2022", "2023", "2024"), (Seri("Realisasi", (1.0, None, 3.0)),), ("Nama",))
    tulis_bagian(ws, berikut, SUSUNAN[-1], d, tampil=True)
    assert [ws.cell(berikut + i, 3).value for i in (3, 4, 5)] == [1.0, None, 3.0]
    assert ws.row_dimensions[berikut + 6].hidden


@pytest.mark.lengkap
def test_mengulang_tidak_menumpuk_bagian() -> None:
    buku = buku_contoh(CONTOH[0])
    pertama = tergraft(buku)
    kedua = Paket.dari_bytes(pertama.ke_bytes())
    cangkok(kedua, bangun_buku(buku))
    assert sorted(kedua.daftar()) == sorted(pertama.daftar())
    assert all(kedua.baca(n) == pertama.baca(n) for n in pertama.daftar())
    assert sum("/charts/chart" in n for n in pertama.daftar()) == len(SUSUNAN)


@pytest.mark.lengkap
def test_grafik_milik_pengguna_tetap_utuh() -> None:
    from openpyxl.chart import BarChart, Reference

    wb = openpyxl.load_workbook(CONTOH[0], keep_vba=False)
    ws = wb.create_sheet("Catatan Saya", 1)
    ws.append([1, 2])
    b = BarChart()
    b.add_data(Reference(ws, min_col=1, min_row=1, max_row=1))
    ws.add_chart(b, "D2")
    arus = io.BytesIO()
    wb.save(arus)
    paket = Paket.dari_bytes(arus.getvalue())
    info = paket.lembar()
    (gambar,) = [h.tujuan for h in Relasi(paket, info["Catatan Saya"].part).semua() if h.jenis == "drawing"]
    (milik,) = [h.tujuan for h in Relasi(paket, gambar).semua()]
    sebelum = {n: paket.baca(n) for n in (info["Catatan Saya"].part, gambar, milik)}
    cangkok(paket, bangun_buku(buku_contoh(CONTOH[0])))
    assert {n: paket.baca(n) for n in sebelum} == sebelum
    assert len(bagan(paket)) == len(SUSUNAN)


@pytest.mark.parametrize(("banyak", "dikatakan"), [(10, False), (11, True)])
def test_yang_tidak_bergrafik_dikatakan(banyak: int, dikatakan: bool) -> None:
    """No indicator drops out of the year charts without a word."""
    kode = [f"S1.{i}" for i in range(1, banyak + 1)]
    indikator = "".join(f"| | {k} | sasaran | Indikator {k} | % | naik |\n" for k in kode)
    ukur = "".join(f"| | {k} | 70 | 71 |\n" for k in kode)
    lalu = "".join(f"| | {k} | 65 |\n" for k in kode)
    buku = buku_md(
        f"| Indikator | kode | jenjang | indikator | satuan | arah |\n{indikator}\n"
        f"| Pengukuran | kode | target | realisasi |\n{ukur}\n| Riwayat | kode | realisasi_1 |\n{lalu}"
    )
    ws = openpyxl.Workbook().active
    bangun_dasbor(ws, buku)
    assert ("Perbandingan Tahun" in ws["A4"].value) is dikatakan


def test_dasbor_kosong_tidak_dicetak_sampai_baris_grafiknya() -> None:
    """LibreOffice draws the edges of pages between rows that stand ready: only the note is printed until there is something."""
    tanpa, berisi = openpyxl.Workbook().active, openpyxl.Workbook().active
    bangun_dasbor(tanpa, None)
    bangun_dasbor(
        berisi,
        buku_md(
            "| Indikator | kode | jenjang | indikator |\n| | S1.1 | sasaran | A |\n\n| Pengukuran | kode | target | realisasi |\n| | S1.1 | 7 | 7 |"
        ),
    )
    akhir = [int(ws.print_area.rpartition("$")[2]) for ws in (tanpa, berisi)]
    assert akhir[0] == BARIS_PETUNJUK and akhir[1] >= 400
    assert len(tanpa._charts) == len(berisi._charts) == len(SUSUNAN)

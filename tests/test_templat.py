"""The template: the same bytes every time, everything official inside, Excel's limits kept, computed by LibreOffice."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from buku_pendek import contoh, kosong
from hakim_openxml import salah
from hitungan import hitungan_sama
from pyopenvba import check_file

from lkjip_xl import perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.excel.mesin_xlwings import LEMBAR_KONFIGURASI
from lkjip_xl.inti.fungsi import FUNGSI
from lkjip_xl.lembar.bangun import bangun
from lkjip_xl.skema.model import RINGKAS
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KEPALA
from lkjip_xl.tabel.muat import muat_buku

SKEMA = perintah.skema()
AKAR = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def templat() -> bytes:
    return bangun(SKEMA, {"tahun": 2025})


@pytest.fixture(scope="module")
def buku(templat):
    wb = openpyxl.load_workbook(io.BytesIO(templat), keep_vba=True)
    yield wb
    wb.vba_archive.close()  # openpyxl leaves it open for writing


@pytest.mark.lengkap
def test_bangun_berulang_sama_byte(templat):
    """In another process with another hash seed."""
    kode = "import hashlib;from lkjip_xl import perintah;from lkjip_xl.lembar.bangun import bangun;"
    kode += "print(hashlib.sha256(bangun(perintah.skema(),{'tahun':2025})).hexdigest())"
    lingkungan = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Jakarta"}
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, env=lingkungan, check=True)
    assert hasil.stdout.strip() == hashlib.sha256(templat).hexdigest()


def test_templat_tersimpan_sama_dengan_bangunan_baru():
    """Part by part: the compressor of another Python may pack the same parts differently."""
    templat = bangun(SKEMA, {"tahun": 2025}, tampilan=RINGKAS)
    ada = (AKAR / "workbooks" / perintah.TEMPLAT).read_bytes()
    assert _bagian(ada) == _bagian(templat)


def _bagian(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        return [(n, z.read(n)) for n in z.namelist()]


def test_semua_lembar_dan_urutannya(buku):
    nama = [s.lembar for s in SKEMA.lembar.values()]
    ringkasan = [b["ringkasan"] for b in SKEMA.lembar["daftar_tabel"].baris_awal]
    assert buku.sheetnames == ["Petunjuk", *nama, *ringkasan, "Hasil Validasi", LEMBAR_KONFIGURASI]
    assert len(ringkasan) == 13


def test_kepala_kolom_dan_ukuran(buku):
    for s in SKEMA.lembar.values():
        if s.susunan == "pasangan":
            continue
        ws = buku[s.lembar]
        kepala = [ws.cell(BARIS_KEPALA, i).value for i in range(1, len(s.kolom) + 1)]
        for k, teks in zip(s.kolom.values(), kepala, strict=True):
            assert teks == k.judul or teks.startswith("="), (s.id, k.nama)
        assert s.baris >= 60 or s.id in {"skala", "skala_baku", "daftar_tabel", "penanda_tangan"}, s.id
        assert ws.max_row == BARIS_DATA + s.baris - 1
    for nama in ("tc27", "renja", "pk_program", "anggaran", "penunjang"):
        assert SKEMA.lembar[nama].baris >= 400


def test_terkunci_menurut_jenis(buku):
    for s in SKEMA.lembar.values():
        ws = buku[s.lembar]
        assert ws.protection.sheet and not ws.protection.password
        assert not ws.protection.formatColumns and not ws.protection.autoFilter  # False = allowed
        assert ws.protection.sort  # Excel sorts no range with a locked cell in it, and every table has some
        for i, k in enumerate(s.kolom.values(), 1):
            sel = ws.cell(BARIS_DATA + i - 1, 3) if s.susunan == "pasangan" else ws.cell(BARIS_DATA, i)
            assert sel.protection.locked == (k.jenis == "rumus"), (s.id, k.nama)
            assert (sel.data_type == "f") == bool(k.rumus), (s.id, k.nama)
            assert "%" not in sel.number_format


def test_pilihan_dan_pesan_masukan(buku):
    for s in SKEMA.lembar.values():
        ws = buku[s.lembar]
        for i, k in enumerate(s.kolom.values(), 1):
            sel = f"C{BARIS_DATA + i - 1}" if s.susunan == "pasangan" else f"{ws.cell(1, i).column_letter}{BARIS_DATA}"
            dv = [d for d in ws.data_validations.dataValidation if sel in d.sqref]
            assert len(dv) == 1 and dv[0].prompt == k.bantuan and dv[0].showInputMessage, (s.id, k.nama)
            assert len(dv[0].promptTitle) <= 32 and len(dv[0].prompt) <= 255
            ditawarkan = k.jenis == "isian" or k.utama
            assert (dv[0].type == "list") == bool((k.pilihan or k.pilihan_acuan) and ditawarkan)
            ditanya = dv[0].type == "list" and k.jenis == "isian" and not k.tawaran
            assert bool(dv[0].showErrorMessage) == (ditanya or dv[0].type == "custom"), (s.id, k.nama)
            if k.pilihan and ditawarkan:
                assert dv[0].formula1 == '"' + ",".join(k.pilihan) + '"' and len(dv[0].formula1) <= 257


def test_yang_tidak_mungkin_negatif_ditolak_saat_diketik(buku):
    """Every amount that the schema wants at 0 or more, and nothing but figures: words may stand for a figure."""
    ditolak = set()
    for s in SKEMA.lembar.values():
        for dv in buku[s.lembar].data_validations.dataValidation:
            if dv.type == "custom":
                (rentang,) = dv.sqref.ranges
                awal = rentang.coord.partition(":")[0]
                assert dv.formula1 == f"IF(ISNUMBER({awal}),{awal}>=0,TRUE)" and dv.errorStyle in (None, "stop")
                assert dv.showErrorMessage and dv.error and len(dv.error) <= 225 and rentang.min_row == BARIS_DATA
                ditolak.add((s.id, list(s.kolom)[rentang.min_col - 1]))
    rupiah = {
        (s.id, k.nama)
        for s in SKEMA.lembar.values()
        for k in s.kolom.values()
        if k.tipe == "rupiah" and k.jenis != "rumus"
    }
    assert {("anggaran", "pagu"), ("anggaran", "realisasi_rp")} <= ditolak and rupiah - ditolak == {
        ("renja", "bertambah"),
        ("tc27", "rp_akhir"),
    }  # a cut; a sum
    assert not any(i in ("pengukuran", "renstra", "pk", "riwayat", "triwulan") for i, _ in ditolak)


def test_kode_lain_yang_sah_tidak_ditanyakan(buku):
    """A sasaran or a subkegiatan may stand where a list offers indicators: nobody is asked whether it is meant."""
    tawaran = {(s.id, k.nama) for s in SKEMA.lembar.values() for k in s.kolom.values() if k.tawaran}
    assert tawaran == {("penunjang", "kode"), ("strategi", "kode"), ("triwulan", "kode")}


def test_daftar_rujukan_bernama(buku):
    for s in SKEMA.lembar.values():
        for k in s.kolom.values():
            if k.pilihan_acuan:
                acuan = buku.defined_names["_".join(k.pilihan_acuan)].attr_text
                assert SKEMA.lembar[k.pilihan_acuan[0]].lembar in acuan
    for nama in ("SkalaKategori", "MetodeEfisiensi", "BatasCapaian", "TahunLaporan", "TandaLembar", "TandaSel"):
        assert nama in buku.defined_names


def test_tata_cetak(buku):
    for s in SKEMA.lembar.values():
        ws = buku[s.lembar]
        assert (
            ws.page_setup.fitToWidth == 1
            and ws.page_setup.fitToHeight == 0
            and ws.sheet_properties.pageSetUpPr.fitToPage
        )
        assert ws.freeze_panes
        if s.susunan != "pasangan":
            assert ws.print_title_rows == "$5:$7"
            assert not [r for r in ws.merged_cells.ranges if r.max_row >= BARIS_DATA]


def test_makro_lengkap_dan_sah(templat, tmp_path):
    berkas = tmp_path / "templat.xlsm"
    berkas.write_bytes(templat)
    assert check_file(berkas).ok
    from pyopenvba import ExcelFile

    with ExcelFile(berkas) as f:
        proyek = f.vba_project()
        teks = "\n".join(proyek.get_module(m.name).source for m in proyek.modules)
    for nama in FUNGSI:
        assert f"Public Function {nama}(" in teks


def test_cap_versi_dan_muat(templat):
    buku = muat_buku(Paket.dari_bytes(templat, "t.xlsm"), SKEMA)
    assert buku.temuan == []
    assert buku.setelan["TahunLaporan"] == 2025.0
    assert baca_buku(Paket.dari_bytes(templat, "t.xlsm")).nama["VersiTemplat"]


@pytest.mark.lengkap
@pytest.mark.parametrize("berkas", [perintah.TEMPLAT, *(f"contoh/{b}" for b in perintah.CONTOH.values())])
def test_sah_menurut_openxml_audit(berkas):
    assert salah(AKAR / "workbooks" / berkas) == []
    assert check_file(AKAR / "workbooks" / berkas).ok


@pytest.mark.lo
@pytest.mark.lengkap
def test_libreoffice_menghitung_sama(templat, libreoffice, tmp_path):
    berkas = tmp_path / "templat.xlsm"
    berkas.write_bytes(templat)
    hitungan_sama(berkas, libreoffice)


@pytest.mark.lo
def test_libreoffice_menghitung_tiap_kolom_sama(libreoffice, tmp_path):
    """The same formulas in few rows; all of the template's rows in the long run."""
    berkas = tmp_path / "pendek.xlsm"
    berkas.write_bytes(kosong(2025))
    kolom = sum(bool(k.rumus) for s in SKEMA.lembar.values() for k in s.kolom.values())
    hitungan_sama(berkas, libreoffice, 5 * kolom)


@pytest.mark.parametrize(
    ("lembar", "kolom"), [("Pengukuran", "Capaian (%)"), ("Anggaran", "Capaian (%)"), ("Anggaran", "Serapan (%)")]
)
def test_warna_capaian_menurut_sel_skala_sesudah_tanda_validasi(buku, lembar, kolom):
    ws = buku[lembar]
    (h,) = [c.column_letter for c in ws[BARIS_KEPALA] if c.value == kolom]
    aturan = {str(r.sqref): r.rules for r in ws.conditional_formatting}
    warna = next(x for s, x in aturan.items() if s.startswith(f"{h}{BARIS_DATA}:"))
    assert (
        len([x for x in warna if x.dxf.numFmt is None]) == 3 and len(warna) == 3 * 7
    )  # once for each number of decimals
    tanda = [x for s, r in aturan.items() for x in r if "TandaLembar" in x.formula[0]]
    assert max(x.priority for x in tanda) < min(x.priority for x in warna) and all(x.stopIfTrue for x in tanda)
    for x in warna:
        assert "SkalaKategori" in x.formula[0] and f"{h}{BARIS_DATA}" in x.formula[0]
        assert not any(batas in x.formula[0] for batas in ("100", "75", "55"))
    rupa = {(x.dxf.font.b, x.dxf.font.i, x.dxf.fill.start_color.rgb) for x in warna}
    assert len(rupa) == len({r[:2] for r in rupa}) == 3


@pytest.mark.parametrize("data", [kosong, contoh])
def test_terbaca_pembaca_lain(data):
    """Blank cells carry no type and targets are relative: exceljs, xlsx-populate and IronCalc stumble over either."""
    with zipfile.ZipFile(io.BytesIO(data())) as paket:
        for bagian in paket.namelist():
            data = paket.read(bagian)
            if bagian.endswith(".rels"):
                assert b'Target="/' not in data, bagian
            elif bagian.startswith("xl/worksheets/"):
                assert re.search(rb"<c [^>]*\bt=[^>]*/>", data) is None, bagian


def test_daftar_pilihan_tidak_menerima_apa_saja(buku):
    """Excel ignores a list that holds a blank cell wherever blanks are ignored; ours end at the last filled cell."""
    acuan = {}
    for s in SKEMA.lembar.values():
        for dv in buku[s.lembar].data_validations.dataValidation:
            if dv.type == "list" and not dv.formula1.startswith('"'):
                acuan[dv.formula1] = acuan.get(dv.formula1, False) or dv.allow_blank
    assert set(acuan) == {"indikator_kode_terisi", "satuan_satuan_terisi", "pohon_kinerja_kode_terisi"} and not any(
        acuan.values()
    )
    assert all(buku.defined_names[n].hidden for n in acuan)


@pytest.mark.lo
@pytest.mark.lengkap
def test_daftar_pilihan_berakhir_di_baris_terisi(libreoffice, tmp_path):
    """A gap in the list stays inside it; an empty list is its first cell; marks are as many as there are findings."""
    (berkas := tmp_path / "x.xlsm").write_bytes(kosong())
    isi = {"Indikator": {"A8": "S1.1", "A9": "S1.2", "A12": "S2.1"}, "Hasil Validasi": {"K7": 3}}
    rumus = ("indikator_kode_terisi", "TandaLembar", "TandaSel", "TandaTingkat")
    hitung = {"Pegawai": {f"A{n}": f"=ROWS({r})" for n, r in enumerate(rumus, 40)}}
    ada = libreoffice.hitung(berkas, isi | hitung, lembar=["Pegawai"])["Pegawai"]
    assert [ada[f"A{n}"]["v"] for n in range(40, 44)] == [5, 3, 3, 3]
    kosong_ = libreoffice.hitung(berkas, hitung, lembar=["Pegawai"])["Pegawai"]
    assert [kosong_[f"A{n}"]["v"] for n in range(40, 44)] == [1, 1, 1, 1]

"""Workbooks of other formats, and the child process that reads them: values where they stand, limits that hold."""

from __future__ import annotations

import sys
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from libreoffice import LibreOffice

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.sumber import lain
from lkjip_xl.sumber.anak import BatasAnak, baca_di_anak
from lkjip_xl.sumber.lain import baca_lain, sel_lain, urai_lain
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber

RUANG = "urn:oasis:names:tc:opendocument:xmlns"
SEL = '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'
JAUH = (
    f'<table:table-row>{SEL}</table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
    f'<table:table-row><table:table-cell table:number-columns-repeated="16383"/>{SEL}</table:table-row>'
)


def ods(path: Path, baris: str, manifes: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        z.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{RUANG}:manifest:1.0">{manifes}</manifest:manifest>',
        )
        z.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{RUANG}:office:1.0" xmlns:table="{RUANG}:table:1.0" xmlns:text="{RUANG}:text:1.0">'
            f'<office:body><office:spreadsheet><table:table table:name="S">{baris}</table:table></office:spreadsheet></office:body></office:document-content>',
        )
    return path


def galat(path: Path, batas: BatasAnak = lain.BATAS) -> str:
    with pytest.raises(GalatBerkas) as g:
        baca_lain(path, batas)
    assert g.value.isi["berkas"] == path.name
    return g.value.kode


def di_anak(fungsi: str, detik: int = 60, memori: int = 2 * 2**30) -> Sumber:
    return baca_di_anak("anak_uji", fungsi, "é".encode(), "a.x", BatasAnak(detik, memori))


def test_hasil_anak_utuh() -> None:
    s = di_anak("cerewet")
    isi = {(2, 3): SelAsing("é", 0.5, "0%", "1)", "=A1", True)}
    assert s == Sumber(
        "a.x",
        [Kisi("a.x", "S", 1, isi, ((2, 3, 2, 4),), ("judul",), frozenset({2}), frozenset({3}), True)],
        [("SB-06", {"halaman": "1"})],
    )


@pytest.mark.lengkap
def test_anak_yang_tidak_menjawab() -> None:
    """SB-01 after the time, SB-02 for an end without answer or too little memory, SB-11 for more cells than are read."""
    for fungsi, kode in (("mati", "SB-02"), ("lama", "SB-01"), ("banyak", "SB-11")):
        with pytest.raises(GalatBerkas) as g:
            di_anak(fungsi, 2 if fungsi == "lama" else 60)
        assert g.value.kode == kode


@pytest.mark.skipif(sys.platform != "linux", reason="only POSIX limits memory")
def test_anak_tidak_memenuhi_memori() -> None:
    with pytest.raises(GalatBerkas) as g:
        di_anak("penuh", memori=400 * 2**20)
    assert g.value.kode == "SB-02"
    assert di_anak("penuh").kisi


def test_anak_tidak_dapat_dijalankan(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "tidak-ada"))
    with pytest.raises(GalatBerkas) as g:
        di_anak("cerewet")
    assert g.value.kode == "BK-13"


def test_folder_kerja_tidak_diimpor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file named like a library in the folder one works in is never run."""
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    (tmp_path / "python_calamine.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert baca_lain(ods(tmp_path / "a.ods", f"<table:table-row>{SEL}</table:table-row>")).kisi


def test_nilai_di_tempatnya_dan_yang_tidak_diketahui(tmp_path: Path) -> None:
    """SB-08 once for the file, whatever it holds."""
    kosong = "<table:table-row><table:table-cell/></table:table-row>"
    angka = '<table:table-cell office:value-type="percentage" office:value="0.9285"><text:p>92,85%</text:p></table:table-cell>'
    s = baca_lain(
        ods(tmp_path / "a.ods", f"{kosong}<table:table-row><table:table-cell/>{SEL}{angka}</table:table-row>")
    )
    (k,) = s.kisi
    assert k.sel == {(2, 2): SelAsing("a"), (2, 3): SelAsing("0,9285", 0.9285)}
    assert (k.tempat, k.beralamat, k.alamat(2, 3)) == ("S", True, ("a.ods!S", "C2"))
    assert s.catatan == [("SB-08", {"format": ".ods"})]


@pytest.mark.parametrize(
    ("x", "teks"),
    [
        (True, "TRUE"), (False, "FALSE"), (date(2025, 12, 31), "31/12/2025"), (datetime(2025, 1, 2), "02/01/2025"),
        (datetime(2025, 1, 2, 3, 4), "02/01/2025 03.04"), (time(7, 30), "07.30"), (timedelta(hours=30), "30.00"), (" a\u00a0b ", "a b"),
    ],
)  # fmt: skip
def test_tanggal_dan_logika_menjadi_teks(x: object, teks: str) -> None:
    assert lain.sel_lain(x) == SelAsing(teks)


def test_angka_tetap_angka() -> None:
    assert lain.sel_lain(1250000.5) == SelAsing("1.250.000,5", 1250000.5)
    assert lain.sel_lain(3) == SelAsing("3", 3.0)
    assert lain.sel_lain(float("nan")) == SelAsing("nan", tak_tahu=True)
    assert lain.sel_lain("") is None


def test_lembar_tersembunyi_dan_gabung() -> None:
    """As calamine tells them of an .xlsx, which it reads like the others."""
    import io

    wb = openpyxl.Workbook()
    wb.active["B2"] = 1
    wb.active.merge_cells("B2:C3")
    ws = wb.create_sheet("Rahasia")
    ws["A1"], ws["A3"], ws.sheet_state = "x", "y", "hidden"
    keluar = io.BytesIO()
    wb.save(keluar)
    a, b = urai_lain(keluar.getvalue()).kisi
    assert (a.gabung, a.baris_tersembunyi) == (((2, 2, 3, 3),), frozenset())
    assert (b.tempat, b.baris_tersembunyi) == ("Rahasia", {1, 3})


def test_berkas_jahat_atau_rusak(tmp_path: Path) -> None:
    """SB-02 for a cell in the farthest corner, SB-04 for a password, SB-05 for what is no workbook."""
    assert galat(ods(tmp_path / "a.ods", JAUH)) == "SB-02"
    sandi = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    assert galat(ods(tmp_path / "b.ods", f"<table:table-row>{SEL}</table:table-row>", sandi)) == "SB-04"
    (tmp_path / "c.xls").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))
    assert galat(tmp_path / "c.xls") == "SB-05"
    (tmp_path / "d.xls").write_bytes(b"halo")
    assert galat(tmp_path / "d.xls") == "SB-05"
    (tmp_path / "e.ods").write_bytes((tmp_path / "a.ods").read_bytes()[:200])
    assert galat(tmp_path / "e.ods") == "SB-05"
    with zipfile.ZipFile(tmp_path / "f.ods", "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("content.xml", b" " * (50 * 2**20))
    assert galat(tmp_path / "f.ods") == "BK-07"
    with zipfile.ZipFile(tmp_path / "g.ods", "w") as z:
        z.writestr("word/document.xml", b"")
    assert galat(tmp_path / "g.ods") == "SB-05"


@pytest.mark.skipif(sys.platform != "linux", reason="only POSIX limits memory")
def test_sel_terjauh_mengakhiri_anak_bukan_program(tmp_path: Path) -> None:
    """The dense table calamine builds of an .xlsx with XFD1048576 ends its process; ours goes on and says so."""
    wb = openpyxl.Workbook()
    wb.active["A1"], wb.active["XFD1048576"] = 1, 2
    wb.save(tmp_path / "a.xlsx")
    assert galat(tmp_path / "a.xlsx") == "SB-02"


@pytest.mark.lengkap
@pytest.mark.lo
@pytest.mark.parametrize("akhiran", ["xls", "ods"])
def test_disimpan_libreoffice(tmp_path: Path, akhiran: str, libreoffice: LibreOffice) -> None:
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "Data"
    ws["B2"], ws["C2"], ws["B4"], ws["C4"], ws["D4"] = "Uraian", "Nilai", "Capaian", 92.85, date(2025, 12, 31)
    ws["C5"] = "=C4*2"
    wb.save(tmp_path / "a.xlsx")
    libreoffice.ubah(tmp_path / "a.xlsx", tmp_path / f"a.{akhiran}")
    s = baca_lain(tmp_path / f"a.{akhiran}")
    (k,) = s.kisi
    assert k.sel == {
        (2, 2): SelAsing("Uraian"), (2, 3): SelAsing("Nilai"), (4, 2): SelAsing("Capaian"), (4, 3): SelAsing("92,85", 92.85),
        (4, 4): SelAsing("31/12/2025"), (5, 3): SelAsing("185,7", 185.7),
    }  # fmt: skip
    assert s.catatan == [("SB-08", {"format": f".{akhiran}"})]


def test_tahun_tanpa_format_tampak_sebagai_tahun() -> None:
    """What heads the columns of years is known as one, with whatever format it was shown."""
    assert [s.teks for x in (2024.0, 2150.0, 2024.5, 1762.0) if (s := sel_lain(x)) is not None] == [
        "2024",
        "2.150",
        "2.024,5",
        "1.762",
    ]

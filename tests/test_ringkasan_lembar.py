"""The worksheet of a summary: where what stands, formats, merged cells, heights, print set-up, protection."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest
from buku_md import buku_md, skema_uji
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.lembar.buku_ringkasan import bangun_buku
from lkjip_xl.lembar.dasbor import LEMBAR as DASBOR
from lkjip_xl.lembar.ringkasan import bangun_lembar, bangun_lembar_kosong
from lkjip_xl.lembar.ukuran import TINGGI_BARIS, baris_teks, lebar_kolom, tinggi_baris
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.ringkasan.model import BarisRingkas, Gabungan, KolomRingkas, TabelRingkas
from lkjip_xl.tabel.model import BARIS_TAUTAN
from lkjip_xl.tabel.tanda import KEMBALI

SETELAN = {"Instansi": "Dinas X", "Kabupaten": "Kota Y", "TahunLaporan": 2025.0}
KOLOM = (
    KolomRingkas("sasaran", "Sasaran", lebar=20),
    KolomRingkas("nama", "Nama", lebar=20, inden=True),
    KolomRingkas("target", "Target", "angka", 10, "Kinerja"),
    KolomRingkas("capaian", "Capaian (%)", "persen", 10, "Kinerja", 2),
    KolomRingkas("pagu", "Pagu (Rp)", "rupiah", 8, None, 0),
)
PANJANG = "kata " * 60
BARIS = (
    BarisRingkas({"": "Indikator Sasaran"}, "kelompok"),
    BarisRingkas(
        {"sasaran": PANJANG, "nama": "=1+1", "target": 75.5, "capaian": 102.65333333333334, "pagu": 1234567890123.0},
        desimal={"target": 1, "capaian": 1}, sementara=frozenset({"target"}),
    ),
    BarisRingkas({"sasaran": PANJANG, "nama": "\x07bunyi", "target": "3–5", "capaian": Galat.DIV0}, "tebal", inden=2),
    BarisRingkas({"nama": "Jumlah", "capaian": 101.875, "pagu": 5.0}, "jumlah"),
)  # fmt: skip
TABEL = TabelRingkas(
    "Uji", "Tabel 1", "Judul", "Dinas X", "rupiah", ("satu",), KOLOM, BARIS, (Gabungan("sasaran", 1, 2),)
)


def lembar(tabel: TabelRingkas = TABEL) -> Worksheet:
    """The sheet as it is after saving and loading."""
    wb = openpyxl.Workbook()
    bangun_lembar(wb.active, tabel, SETELAN)
    penampung = io.BytesIO()
    wb.save(penampung)
    return openpyxl.load_workbook(penampung).active


@pytest.fixture(scope="module")
def ws() -> Worksheet:
    return lembar()


def test_letak_judul_kepala_dan_nomor_kolom(ws: Worksheet) -> None:
    assert (ws["A2"].value, ws["A3"].value, ws["A4"].value) == (
        "Tabel 1 Judul",
        "Dinas X Kota Y Tahun 2025",
        "(rupiah)",
    )
    assert [ws.cell(5, i).value for i in range(1, 6)] == ["Sasaran", "Nama", "Kinerja", None, "Pagu (Rp)"]
    assert [ws.cell(6, i).value for i in range(1, 6)] == [None, None, "Target", "Capaian (%)", None]
    assert [ws.cell(7, i).value for i in range(1, 6)] == ["(1)", "(2)", "(3)", "(4)", "(5)"]


def test_sel_gabung(ws: Worksheet) -> None:
    assert {str(r) for r in ws.merged_cells.ranges} == {
        "A2:E2", "A3:E3", "A4:E4",  # title
        "A5:A6", "B5:B6", "C5:D5", "E5:E6",  # header
        "A8:E8", "A9:A10", "A11:C11",  # group row, sasaran, label of the total
        "A13:E13", "A14:E14", "A15:E15",  # source and notes
    }  # fmt: skip
    assert (ws["A11"].value, ws["B11"].value, ws["A10"].value) == ("Jumlah", None, None)


def test_nilai_penuh_dan_format(ws: Worksheet) -> None:
    assert ws["D9"].value == pytest.approx(102.65333333333334, rel=1e-14)
    assert [ws[s].number_format for s in ("C9", "D9", "E9", "D11")] == ['#,##0.0"*"', "#,##0.0", "#,##0", "#,##0.00"]
    assert not any("%" in sel.number_format for baris in ws.iter_rows() for sel in baris)


def test_teks_tidak_pernah_menjadi_rumus_atau_galat(ws: Worksheet) -> None:
    assert (ws["B9"].value, ws["B9"].data_type) == ("=1+1", "s")
    assert (ws["D10"].value, ws["D10"].data_type) == ("#DIV/0!", "s")
    assert (ws["B10"].value, ws["C10"].value) == ("bunyi", "3–5")


def test_tebal_hanya_pada_kolom_yang_tidak_digabung(ws: Worksheet) -> None:
    assert [ws[s].font.b for s in ("A9", "B9", "B10", "C10", "D11", "A8")] == [False, False, True, True, True, True]
    assert ws["B10"].alignment.indent == 2
    assert ws["A9"].alignment.indent == 0


def test_cetak_beku_dan_perlindungan(ws: Worksheet) -> None:
    assert (ws.page_setup.orientation, ws.page_setup.paperSize) == ("landscape", 9)
    assert (ws.page_setup.fitToWidth, ws.page_setup.fitToHeight) == (1, 0)
    assert ws.sheet_properties.pageSetUpPr.fitToPage
    assert ws.print_title_rows == "$5:$7"
    assert ws.print_area == "'Sheet'!$A$2:$E$15"
    assert ws.protection.sheet
    assert not ws.protection.formatColumns
    assert ws.protection.password is None


@pytest.mark.parametrize(
    ("kolom", "beku"),
    [
        (KOLOM, "C8"),
        ((KolomRingkas("no", "No", "pilihan", 5), *KOLOM), "D8"),  # 5 + 20 + 20 characters
        ((*KOLOM[:2], KolomRingkas("satuan", "Satuan", "pilihan"), *KOLOM[2:]), "C8"),  # a unit names no row
        ((KolomRingkas("sasaran", "Sasaran", lebar=40), KolomRingkas("nama", "Nama", lebar=40), *KOLOM[2:]), "B8"),
        ((KolomRingkas("nama", "Nama", lebar=90), *KOLOM[2:]), "A8"),  # it would leave no room
        (KOLOM[2:], "A8"),
    ],
)
def test_nama_baris_tetap_terlihat_dan_menyisakan_ruang(kolom, beku) -> None:
    """The head and the columns that name a row stay, never more than 40 % of a screen 1,366 pixels wide."""
    assert lembar(replace(TABEL, kolom=kolom, baris=(), gabung=())).freeze_panes == beku


def test_setiap_ringkasan_membekukan_namanya() -> None:
    """As designed, with every column it can show; also where a button paints it on the sheet that says how to make it."""
    buku = buku_md("| Pengaturan | |")
    for nama, buat in RINGKASAN.items():
        t = buat(buku)
        t = replace(t.tersedia or t, baris=(), gabung=())
        kolom = [k.nama for k in t.kolom]
        letak = kolom.index(next(k for k in ("nama", "indikator", "sasaran") if k in kolom[:3])) + 1
        assert int(lembar(t).sheet_view.pane.xSplit) >= letak, nama
        ws = openpyxl.Workbook().active
        bangun_lembar_kosong(ws, nama)
        assert ws.freeze_panes == "C8"


def test_tinggi_baris_memuat_teks_gabungan(ws: Worksheet) -> None:
    perlu = TINGGI_BARIS * baris_teks(PANJANG, 20)
    assert sum(ws.row_dimensions[i].height for i in (9, 10)) >= perlu
    tanpa = TabelRingkas("Uji", "", "J", "S", "s", (), KOLOM, BARIS[1:2])
    assert tinggi_baris(tanpa, lebar_kolom(tanpa))[0] >= perlu
    raksasa = TabelRingkas("Uji", "", "J", "S", "s", (), KOLOM, (BarisRingkas({"nama": "x" * 9000}),))
    assert tinggi_baris(raksasa, lebar_kolom(raksasa)) == [409]


def test_lebar_memuat_rupiah_dan_kata_kepala(ws: Worksheet) -> None:
    assert ws.column_dimensions["E"].width >= len("1.234.567.890.123") + 1
    sempit = TabelRingkas("Uji", "", "J", "S", "s", (), (KolomRingkas("a", "Pertanggungjawaban", lebar=5),), ())
    assert lebar_kolom(sempit)[0] > len("Pertanggungjawaban")


def test_tanpa_kelompok_baris_kelompok_disembunyikan() -> None:
    ws = lembar(TabelRingkas("Uji", "", "J", "S", "s", (), KOLOM[:2], BARIS[1:2]))
    assert ws.row_dimensions[5].hidden
    assert [ws.cell(6, i).value for i in (1, 2)] == ["Sasaran", "Nama"]


def test_tanpa_baris_ada_satu_pesan() -> None:
    ws = lembar(TabelRingkas("Uji", "", "J", "S", "s", (), KOLOM, ()))
    assert isinstance(ws["A8"].value, str)
    assert "A8:E8" in {str(r) for r in ws.merged_cells.ranges}


def test_lembar_kosong() -> None:
    ws = openpyxl.Workbook().active
    bangun_lembar_kosong(ws, "Simpulan")
    assert "lkjip ringkas" in ws["A4"].value
    assert ws.protection.sheet


def test_buku_berisi_tepat_lembar_ringkasan_dan_yang_dimatikan_tanpa_tabel() -> None:
    wb = bangun_buku(
        buku_md("""
    | Daftar Tabel | ringkasan | tampil |
    |              | Simpulan  | tidak  |
    """)
    )
    kolom = skema_uji().lembar["daftar_tabel"].kolom["ringkasan"]
    assert wb.sheetnames == [*RINGKASAN, DASBOR] == list(kolom.pilihan)
    assert wb["Simpulan"]["A7"].value is None
    assert wb["Capaian Kinerja"]["A7"].value == "(1)"


def test_jalan_kembali_tidak_ikut_tercetak():
    """A summary that is handed in prints no link: it stands above what is printed, in view however wide the table is."""
    ws = lembar()
    (tautan,) = [c for baris in ws.iter_rows() for c in baris if c.value == KEMBALI]
    assert ws.print_area.rpartition("!")[2].startswith("$A$2:$E$")
    assert (tautan.row, tautan.column) == (BARIS_TAUTAN, 1) and tautan.hyperlink.location == "'Petunjuk'!A1"

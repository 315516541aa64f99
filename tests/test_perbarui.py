"""A workbook in use outlives its template: read as it is, and brought to any later one with everything people typed and made."""

from __future__ import annotations

import copy
import io
import json
import string
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from buku_pendek import contoh, kosong
from masa_depan import (
    BARIS,
    judul_baru,
    kecil,
    kolom_baru,
    kolom_buang,
    kolom_pindah,
    lembar_baru,
    nama_lembar,
    skema_depan,
    urutan_baru,
)
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from satu_jalan import sekali_jalan
from teks_terpotong import lebar_kolom, terpotong
from typer.testing import CliRunner

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.buku.xmlaman import q, rangkai, urai
from lkjip_xl.cli import app
from lkjip_xl.isi import isi_buku
from lkjip_xl.lembar.bangun import bangun
from lkjip_xl.perbarui import Jenis, perbarui_buku
from lkjip_xl.perbarui.bukti import TidakUtuh
from lkjip_xl.perbarui.lebar import DAHULU
from lkjip_xl.perbarui.rangka import Rangka
from lkjip_xl.perbarui.terganti import tolak_lembar_terganti
from lkjip_xl.ringkasan import buat_semua, periksa_masukan
from lkjip_xl.skema.versi import VERSI_TEMPLAT
from lkjip_xl.skema.versi_templat import rekaman, versi_dari
from lkjip_xl.tabel import muat
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_JUDUL, BARIS_PETUNJUK, BARIS_TAUTAN, Asal, BukuKerja
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.tanda import KEMBALI
from lkjip_xl.validasi.periksa import periksa

DATA = Path(__file__).parent / "data" / "templat"
SKEMA = kecil(perintah.skema())

MASA_DEPAN = {
    "kolom di tengah": [kolom_baru("pengukuran", "belum_rilis", "target")],
    "kolom di depan": [kolom_baru("anggaran", "urut_cetak", None)],
    "kolom rumus": [
        kolom_baru(
            "pengukuran", "selisih_target", "realisasi", jenis="rumus", tipe="angka", rumus="SELISIH(realisasi, target)"
        )
    ],
    "kolom wajib": [kolom_baru("pk", "pejabat", "kode", wajib=True)],
    "beberapa kolom": [kolom_baru("pengukuran", f"baru_{i}", "kode") for i in range(3)]
    + [kolom_baru("renstra", "dokumen", "tahun_dasar")],
    "setelan": [
        kolom_baru(
            "pengaturan", "dasar_pagu", "tahun", tipe="pilihan", pilihan=["DPA", "DPPA"], nama="DasarPagu", bawaan="DPA"
        )
    ],
    "kepala berganti": [
        judul_baru("pengukuran", "realisasi", "Realisasi s.d. Desember"),
        judul_baru("indikator", "satuan", "Unit"),
    ],
    "kolom dibuang": [kolom_buang("pengukuran", "catatan"), kolom_buang("iku", "penanggung_jawab")],
    "kolom pindah": [kolom_pindah("pengukuran", "realisasi", "arah"), kolom_pindah("riwayat", "keterangan", "kode")],
    "lembar baru": [lembar_baru("kendali", "Kartu Kendali", 85)],
    "nama lembar": [nama_lembar("pengukuran", "Pengukuran Kinerja"), nama_lembar("renja", "Renja Perubahan")],
    "urutan lembar": [urutan_baru("anggaran", 25), urutan_baru("pegawai", 26)],
}
MASA_DEPAN["semua sekaligus"] = [u for nama, milik in MASA_DEPAN.items() for u in milik if nama != "kolom dibuang"]


@sekali_jalan
def _isi_v1() -> bytes:
    """The content of v1 in a workbook of today's template with few rows, as `isi` fills it."""
    paket = Paket.dari_bytes(bangun(SKEMA), "buku.xlsm")
    isi_buku(paket, DATA / "v1", SKEMA)
    return paket.ke_bytes()


@sekali_jalan
def _milik_orang() -> bytes:
    """The same with what people add: own column, own sheet, note, colour, height, chart, name, rules that point into it."""
    wb = openpyxl.load_workbook(io.BytesIO(_isi_v1()), keep_vba=True)
    ukur, sendiri = wb["Pengukuran"], wb.create_sheet("Hitungan Saya")
    kanan = ukur.max_column + 1
    ukur.cell(6, kanan, "Kolom saya")
    for b in range(8, 14):
        ukur.cell(b, kanan, f"=N{b}*2")
        sendiri.append(
            [
                f"=Pengukuran!A{b}",
                f"=Pengukuran!N{b}*10",
                "=SUM(Pengukuran!$N$8:$N$13)",
                f"=VLOOKUP(A{b - 7},Pengukuran!A:P,14,FALSE)",
            ]
        )
    ukur["N9"].comment = Comment("angka BPS", "P")
    ukur["N9"].fill = PatternFill("solid", start_color="FF00FF")
    ukur.row_dimensions[9].height = 51
    ukur.conditional_formatting.add(
        "N8:N20", FormulaRule(formula=["$N8>100"], fill=PatternFill("solid", start_color="00FFFF"))
    )
    dv = DataValidation(type="whole", operator="greaterThan", formula1="0", promptTitle="Milik saya", prompt="x")
    dv.add(f"{ukur.cell(8, kanan).coordinate}")
    ukur.add_data_validation(dv)
    bagan = BarChart()
    bagan.add_data(Reference(ukur, min_col=14, min_row=8, max_row=13))
    sendiri.add_chart(bagan, "G2")
    wb.defined_names["NilaiSaya"] = DefinedName("NilaiSaya", attr_text="Pengukuran!$N$8:$N$13")
    keluar = io.BytesIO()
    wb.save(keluar)
    wb.vba_archive.close()  # openpyxl leaves it open for writing
    return keluar.getvalue()


def _paket(data: bytes) -> Paket:
    return Paket.dari_bytes(data, "buku.xlsm")


def _temuan(buku, *, tanpa: tuple[str, ...] = ()) -> list[tuple]:
    """Findings by code, sheet id, schema column and row, whatever the letters of the columns."""
    nama = {t.lembar: t.skema.id for t in buku.tabel.values()}
    return sorted(
        (t.kode, str(nama.get(t.lembar)), t.nilai if isinstance(t.nilai, (int, float, str)) else "", len(t.sel_semua))
        for t in periksa(buku).temuan
        if t.kode not in tanpa
    )


def _ringkas(buku) -> list[tuple]:
    return [(t.lembar, [[x for x in b] for b in t.terlihat()]) for t in buat_semua(buku)]


@cache
def _lama() -> tuple[BukuKerja, list[tuple]]:
    """The old workbook as its own template reads it, and its summaries; nobody changes either."""
    buku = muat_buku(_paket(_isi_v1()), SKEMA)
    return buku, _ringkas(buku)


CEPAT = ("semua sekaligus",)  # the others alone only in the long run


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(
            nama, marks=[pytest.mark.xdist_group(f"depan {nama}"), *([] if nama in CEPAT else [pytest.mark.lengkap])]
        )
        for nama in MASA_DEPAN
    ],
)
def depan(request, tmp_path_factory):
    return skema_depan(tmp_path_factory.mktemp("skema") / "s", *MASA_DEPAN[request.param])


@pytest.fixture(scope="module")
def dibawa(depan):
    """The workbook with what people add, brought to that version; tests only look at it."""
    paket = _paket(_milik_orang())
    return paket, perbarui_buku(paket, depan)


def test_buku_lama_tetap_terbaca(depan):
    """Findings and summaries of an older workbook are those it had, plus at most one note per sheet."""
    (lama, ringkasan), baru = _lama(), muat_buku(_paket(_isi_v1()), depan)
    catatan = [t for t in baru.temuan if t.kode == "LB-14"]
    assert len({t.lembar or t.pesan for t in catatan}) == len(catatan)
    assert all(t.tingkat == "Catatan" for t in catatan)
    assert not [t for t in baru.temuan if t.kode in ("LB-01", "LB-02", "LB-09")]
    periksa_masukan(baru, "buku.xlsm")
    assert _ringkas(baru) == ringkasan
    hilang = {t.kode for t in baru.temuan} - {t.kode for t in lama.temuan} - {"LB-14"}
    assert hilang <= {"LB-11"}  # a column the template dropped is named as not read


def test_perbarui_membawa_semua(depan, dibawa):
    paket, hasil = dibawa
    assert hasil.berubah and hasil.sel > 400
    baru, (lama, ringkasan) = muat_buku(paket, depan), _lama()
    assert not [t.kode for t in baru.temuan if t.kode in ("LB-01", "LB-02", "LB-09", "LB-14")]
    assert _ringkas(baru) == ringkasan
    for i, t in lama.tabel.items():
        for k in t.skema.kolom:
            if k in depan.lembar[i].kolom:
                assert [r[k] for _, r in baru[i].rekaman()] == [r[k] for _, r in t.rekaman()], (i, k)


@pytest.mark.lengkap  # the committed workbook of that version has all its rows
def test_jalan_kembali_di_atas_judul_dan_tidak_tercetak():
    """A workbook of the first template gets the way back above its titles, and prints from the title on."""
    paket = Paket.dari_bytes((DATA / "v1.xlsm").read_bytes(), "v1.xlsm")
    lama = openpyxl.load_workbook(DATA / "v1.xlsm")["Renstra"]
    perbarui_buku(paket, SKEMA)
    ws = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()))["Renstra"]
    assert lama["A1"].value != KEMBALI and lama.print_area.rpartition("!")[2].startswith("$A$1:")
    assert [ws.cell(BARIS_TAUTAN, 1).value, ws.cell(BARIS_JUDUL, 1).value] == [KEMBALI, lama["A1"].value]
    assert ws.cell(BARIS_TAUTAN, 1).hyperlink is not None and ws.cell(BARIS_PETUNJUK, 1).hyperlink is None
    assert ws.print_area.rpartition("!")[2].startswith(f"$A${BARIS_JUDUL}:")


@pytest.mark.lengkap
def test_kedua_kali_tidak_mengubah_apa_pun(tmp_path):
    sk = skema_depan(tmp_path / "s", *MASA_DEPAN["semua sekaligus"], *MASA_DEPAN["kolom dibuang"])
    paket = _paket(_milik_orang())
    assert perbarui_buku(paket, sk).berubah
    sesudah = {n: paket.baca(n) for n in paket.daftar()}
    assert not perbarui_buku(paket, sk).berubah
    assert sesudah == {n: paket.baca(n) for n in paket.daftar()}


def test_milik_orang_tinggal_dan_ikut(depan, dibawa):
    paket = dibawa[0]
    wb = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()))
    s = depan.lembar["pengukuran"]
    huruf = openpyxl.utils.get_column_letter(list(s.kolom).index("realisasi") + 1)
    ukur, sendiri = wb[s.lembar], wb["Hitungan Saya"]
    acuan = s.lembar if " " not in s.lembar else f"'{s.lembar}'"
    assert ukur[f"{huruf}9"].comment.text == "angka BPS" and ukur[f"{huruf}9"].fill.start_color.rgb == "00FF00FF"
    assert ukur.row_dimensions[9].height == 51
    assert sendiri["B1"].value == f"={acuan}!{huruf}8*10"
    assert sendiri["C1"].value == f"=SUM({acuan}!${huruf}$8:${huruf}$13)"
    assert wb.defined_names["NilaiSaya"].attr_text == f"{acuan}!${huruf}$8:${huruf}$13"
    (bagan,) = sendiri._charts
    assert bagan.series[0].val.numRef.f.replace("'", "") == f"{s.lembar}!${huruf}$8:${huruf}$13"
    kolom = next(c for c in range(1, ukur.max_column + 1) if ukur.cell(6, c).value == "Kolom saya")
    assert ukur.cell(8, kolom).value == f"={huruf}8*2"
    milik = [
        (str(cf.sqref), cf.rules[0].formula)
        for cf in ukur.conditional_formatting
        if cf.rules[0].formula == [f"${huruf}8>100"]
    ]
    assert milik == [(f"{huruf}8:{huruf}20", [f"${huruf}8>100"])]
    assert any(
        d.promptTitle == "Milik saya" and str(d.sqref) == ukur.cell(8, kolom).coordinate
        for d in ukur.data_validations.dataValidation
    )


@pytest.mark.lengkap
@pytest.mark.lo
def test_nilai_sendiri_sama_di_libreoffice(libreoffice, tmp_path):
    """The user's own formulas give the same values after every column has moved."""
    sk = skema_depan(tmp_path / "s", *MASA_DEPAN["beberapa kolom"], *MASA_DEPAN["nama lembar"])
    awal, akhir = tmp_path / "awal.xlsm", tmp_path / "akhir.xlsm"
    awal.write_bytes(_milik_orang())
    paket = _paket(_milik_orang())
    perbarui_buku(paket, sk)
    akhir.write_bytes(paket.ke_bytes())
    dulu, kini = (libreoffice.hitung(p, lembar=["Hitungan Saya"])["Hitungan Saya"] for p in (awal, akhir))
    for b in range(1, 7):
        for k in "ABC":
            assert kini[f"{k}{b}"]["v"] == dulu[f"{k}{b}"]["v"], (k, b)


@pytest.mark.lengkap
def test_buku_terbaru_sudah_sesuai():
    """Nothing to do is said as such, however the file was written down."""
    assert not perbarui_buku(_paket(bangun(SKEMA)), SKEMA).berubah
    terisi = perbarui_buku(_paket(_isi_v1()), SKEMA)
    assert not terisi.berubah and terisi.sel > 400


# -- repairs ----------------------------------------------------------------------------------------------------------


def _rusak(sel: dict[str, dict[str, Tulis]]) -> Paket:
    paket = _paket(_isi_v1())
    tulis_sel(paket, sel)
    return paket


@pytest.mark.lengkap
def test_rumus_yang_dihapus_kembali():
    paket = _rusak({"Pengukuran": {"B8": Tulis(None), "Q9": Tulis(None), "C12": Tulis(None)}})
    hasil = perbarui_buku(paket, SKEMA)
    assert [(p.lembar, p.tempat) for p in hasil.perubahan if p.jenis is Jenis.RUMUS_PULIH] == [
        ("Pengukuran", "B8, C12, Q9")
    ]
    assert not [t for t in muat_buku(paket, SKEMA)["pengukuran"].sel.values() if t.asal == "kosong"]


@pytest.mark.lengkap
def test_angka_di_atas_rumus_hanya_bila_diminta():
    def isi(paket):
        return muat_buku(paket, SKEMA)["pengukuran"].sel[8, "kategori"]

    paket = _rusak({"Pengukuran": {"Q8": Tulis("Sangat Buruk")}})
    hasil = perbarui_buku(paket, SKEMA)
    p = next(p for p in hasil.perubahan if p.jenis is Jenis.KONSTANTA and p.tempat == "Q8")
    assert (p.lama, p.dilakukan) == ("Sangat Buruk", False) and p.baru not in ("", p.lama)
    assert isi(paket).mentah == "Sangat Buruk"
    hasil = perbarui_buku(paket, SKEMA, pulihkan_rumus=True)
    assert next(p for p in hasil.perubahan if p.jenis is Jenis.KONSTANTA and p.tempat == "Q8").dilakukan
    assert isi(paket).asal == "rumus"


@pytest.mark.lengkap
def test_rumus_sendiri_dan_warisan_yang_ditimpa_tinggal():
    paket = _rusak({"Pengukuran": {"Q8": Tulis("x", rumus='"x"'), "F8": Tulis(77.5)}})
    hasil = perbarui_buku(paket, SKEMA)
    assert ("Pengukuran", "Q8") in {(p.lembar, p.tempat) for p in hasil.perubahan if p.jenis is Jenis.RUMUS_SENDIRI}
    t = muat_buku(paket, SKEMA)["pengukuran"]
    assert t.nilai(8, "target") == 77.5 and t.sel[8, "kategori"].rumus == '="x"'


@pytest.mark.lengkap
def test_nama_pilihan_dan_kunci_pulih():
    wb = openpyxl.load_workbook(io.BytesIO(_isi_v1()), keep_vba=True)
    del wb.defined_names["indikator_kode"]
    wb["Pengukuran"].data_validations.dataValidation.clear()
    wb["Renstra"].protection.sheet = False
    keluar = io.BytesIO()
    wb.save(keluar)
    wb.vba_archive.close()  # openpyxl leaves it open for writing
    paket = _paket(keluar.getvalue())
    hasil = perbarui_buku(paket, SKEMA)
    jenis = {(p.jenis, p.lembar, p.tempat) for p in hasil.perubahan}
    assert {
        (Jenis.NAMA, "", "indikator_kode"),
        (Jenis.PILIHAN, "Pengukuran", ""),
        (Jenis.KUNCI, "Renstra", ""),
    } <= jenis
    wb = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()))
    assert "indikator_kode" in wb.defined_names and wb["Renstra"].protection.sheet
    assert any(d.formula1 == "indikator_kode_terisi" for d in wb["Pengukuran"].data_validations.dataValidation)


@pytest.mark.lengkap
def test_tabel_diperbesar():
    paket = _paket(_isi_v1())
    hasil = perbarui_buku(paket, SKEMA, baris={"Anggaran": 50, "penunjang": 30})
    assert {(p.lembar, p.lama, p.baru) for p in hasil.perubahan if p.jenis is Jenis.BARIS} == {
        ("Anggaran", str(BARIS), "50"),
        ("Penunjang", str(BARIS), "30"),
    }
    wb = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()))
    assert wb["Anggaran"]["R57"].value.startswith("=") and not wb["Anggaran"]["A57"].protection.locked
    t = muat_buku(paket, SKEMA)["anggaran"]
    assert t.skema.baris == 50
    tulis_sel(
        paket,
        {"Anggaran": {"D57": Tulis("Program jauh"), "C57": Tulis("program"), "P57": Tulis(100.0), "Q57": Tulis(50.0)}},
    )
    buku = muat_buku(paket, SKEMA)
    assert "LB-12" not in {t.kode for t in periksa(buku).temuan} and buku["anggaran"].nilai(57, "serapan") == 50
    assert not perbarui_buku(paket, SKEMA).berubah or muat_buku(paket, SKEMA)["anggaran"].skema.baris == 50


@pytest.mark.lengkap
def test_templat_dengan_lebih_banyak_baris():
    """Every table grows to the rows of a later template, none of its cells moves, and there is nothing left to do."""
    sk, paket, (lama, ringkasan) = kecil(perintah.skema(), BARIS + 20), _paket(_isi_v1()), _lama()
    assert _ringkas(muat_buku(paket, sk)) == ringkasan
    besar = {s.lembar for i, s in sk.lembar.items() if s.baris > SKEMA.lembar[i].baris}
    hasil = perbarui_buku(paket, sk)
    assert {p.lembar for p in hasil.perubahan if p.jenis is Jenis.BARIS} == besar and len(besar) > 15
    baru = muat_buku(paket, sk)
    assert _ringkas(baru) == ringkasan and baru["pengukuran"].skema.baris == BARIS + 20
    assert all([*baru[i].rekaman()] == [*t.rekaman()] for i, t in lama.tabel.items())
    assert not perbarui_buku(paket, sk).berubah


@pytest.mark.lengkap
def test_baris_di_luar_tabel_mendapat_rumus():
    paket = _paket(_isi_v1())
    b = 8 + BARIS + 2
    tulis_sel(
        paket,
        {
            "Anggaran": {
                f"D{b}": Tulis("Program di luar"),
                f"C{b}": Tulis("program"),
                f"P{b}": Tulis(200.0),
                f"Q{b}": Tulis(50.0),
            }
        },
    )
    assert "LB-12" in {t.kode for t in periksa(muat_buku(paket, SKEMA)).temuan}
    perbarui_buku(paket, SKEMA)
    buku = muat_buku(paket, SKEMA)
    assert "LB-12" not in {t.kode for t in periksa(buku).temuan} and buku["anggaran"].nilai(b, "serapan") == 25


@pytest.mark.lengkap
def test_lembar_yang_dihapus_kembali_di_tempatnya():
    wb = openpyxl.load_workbook(io.BytesIO(_isi_v1()), keep_vba=True)
    del wb["Riwayat"], wb["Simpulan"]
    keluar = io.BytesIO()
    wb.save(keluar)
    wb.vba_archive.close()  # openpyxl leaves it open for writing
    paket = _paket(keluar.getvalue())
    hasil = perbarui_buku(paket, SKEMA)
    assert {p.lembar for p in hasil.perubahan if p.jenis is Jenis.LEMBAR_BARU} == {"Riwayat", "Simpulan"}
    urut = list(paket.lembar())
    assert urut.index("Riwayat") == urut.index("Pengukuran") + 1


@pytest.mark.lengkap
def test_lembar_yang_berganti_nama_tidak_diganti_lembar_kosong():
    """A sheet with the columns of a missing one is that sheet; a list of the user's own is not."""
    wb = openpyxl.load_workbook(io.BytesIO(_isi_v1()), keep_vba=True)
    wb["Pengukuran"].title = "Kinerja kami"
    wb.create_sheet("Renja kita")["A6"] = "Kode"
    keluar = io.BytesIO()
    wb.save(keluar)
    with pytest.raises(GalatBerkas) as e:
        perbarui_buku(_paket(keluar.getvalue()), SKEMA)
    assert (e.value.kode, e.value.isi["nama"], e.value.isi["lembar"]) == ("BK-91", "Kinerja kami", "Pengukuran")
    wb["Kinerja kami"].title, wb["Renja kita"].title = "Pengukuran", "Pengukuran 2024"
    keluar = io.BytesIO()
    wb.save(keluar)
    wb.vba_archive.close()  # openpyxl leaves it open for writing
    tolak_lembar_terganti(muat_buku(_paket(keluar.getvalue()), SKEMA), "b.xlsm")


def test_salinan_tanpa_makro_ditolak():
    wb = openpyxl.load_workbook(io.BytesIO(_isi_v1()))
    keluar = io.BytesIO()
    wb.save(keluar)
    with pytest.raises(GalatBerkas) as e:
        perbarui_buku(Paket.dari_bytes(keluar.getvalue(), "b.xlsx"), SKEMA)
    assert e.value.kode == "BK-17"


@pytest.mark.lengkap
def test_lembar_tak_dikenal_di_baris():
    with pytest.raises(GalatBerkas) as e:
        perbarui_buku(_paket(_isi_v1()), SKEMA, baris={"Angaran": 5})
    assert (e.value.kode, e.value.isi["lembar"]) == ("BK-15", "angaran")


@pytest.mark.lengkap
def test_kehilangan_ketahuan(monkeypatch):
    """Should a typed cell vanish on the way, nothing may be written."""
    from lkjip_xl.perbarui import jalankan

    def jahat(paket, *_):
        tulis_sel(paket, {"Pengukuran": {"N8": Tulis(1.0)}})

    monkeypatch.setattr(jalankan, "isi_bawaan", jahat)
    with pytest.raises(TidakUtuh):
        perbarui_buku(_paket(_isi_v1()), SKEMA)


# -- versions ---------------------------------------------------------------------------------------------------------


# every older version has its workbook; today's gets one when it is released
TERSIMPAN = [v for v in sorted(rekaman()) if v < VERSI_TEMPLAT or (DATA / f"v{v}.xlsm").exists()]


def test_versi_mengikuti_skema():
    """A changed column needs a new VERSI_TEMPLAT, or workbooks in use could no longer be told from today's."""
    assert rekaman()[VERSI_TEMPLAT] == versi_dari(perintah.skema())


@pytest.mark.parametrize("versi", TERSIMPAN)
def test_buku_tiap_versi_tersimpan(versi):
    """One filled workbook per released version, whose headers are those on record."""
    buku = muat_buku(DATA / f"v{versi}.xlsm", perintah.skema())
    assert buku.versi == versi
    assert not [t for t in buku.temuan if t.kode in ("LB-01", "LB-02", "LB-09")]


@pytest.mark.lengkap
@pytest.mark.parametrize("versi", TERSIMPAN)
def test_isi_yang_sama_di_templat_kini(versi):
    """Findings and summaries of a released version's workbook are those of the same content in today's template."""
    sk = perintah.skema()
    lama = muat_buku(DATA / f"v{versi}.xlsm", sk)
    paket = Paket.dari_bytes(bangun(sk), "kini.xlsm")
    isi_buku(paket, DATA / f"v{versi}", sk)
    kini = muat_buku(paket, sk)
    assert (ringkasan := _ringkas(lama)) == _ringkas(kini)
    dulu, nanti = ([t for t in _temuan(b, tanpa=("LB-14", "RS-01", "RS-02", "RS-03"))] for b in (lama, kini))
    assert dulu == nanti
    paket = Paket.buka(DATA / f"v{versi}.xlsm")
    hasil = perbarui_buku(paket, sk)
    assert hasil.sel == sum(
        1 for t in lama.tabel.values() for s in t.sel.values() if s.asal in ("isian", "timpa", "rumus lain")
    )
    assert _ringkas(muat_buku(paket, sk)) == ringkasan


# -- the command ------------------------------------------------------------------------------------------------------


@pytest.mark.lengkap
def test_perintah(tmp_path, monkeypatch):
    """--lihat writes nothing, the command keeps a backup, and a second time there is nothing to do.

    The summaries are made from the workbook as it was last read: as it came, and at the end.
    """
    buku = tmp_path / "buku.xlsm"
    buku.write_bytes(asal := _rusak({"Pengukuran": {"C12": Tulis(None)}}).ke_bytes())
    lihat = perintah.perbarui(buku, lihat=True, sk=SKEMA)
    assert lihat.berubah and buku.read_bytes() == asal and list(tmp_path.iterdir()) == [buku]
    simpanan: list = []
    dibaca: list[str] = []
    asli = muat.muat_isi
    with monkeypatch.context() as m:
        m.setattr(muat, "muat_isi", lambda b, nama, *x, **k: dibaca.append(nama) or asli(b, nama, *x, **k))
        hasil = perintah.perbarui(buku, sk=SKEMA, lapor=simpanan.append)
    assert dibaca.count(buku.name) == 2
    assert hasil.perubahan == lihat.perubahan and hasil.sel == lihat.sel
    assert simpanan[0].cadangan.read_bytes() == asal != buku.read_bytes()
    sesudah = buku.read_bytes()
    lagi: list = []
    assert not perintah.perbarui(buku, sk=SKEMA, lapor=lagi.append).berubah and not lagi
    assert buku.read_bytes() == sesudah
    isi = json.loads(perintah.perbarui_json(hasil))
    assert isi["berubah"] and isi["sel"] == hasil.sel and {"rumus dipulihkan"} <= {p["jenis"] for p in isi["perubahan"]}


@pytest.mark.parametrize("teks", ["Anggaran", "=5", "Anggaran=", "Anggaran=0", "Anggaran=x", "Anggaran=20001"])
def test_baris_yang_tidak_dipahami(teks):
    assert CliRunner().invoke(app, ["perbarui", "tiada.xlsm", "--baris", teks]).exit_code == 2


def test_lebar_bawaan_mengikuti_templat_lebar_sendiri_tetap():
    """Columns nobody made wider or narrower take today's width, rows the height their text needs then; it is listed once."""
    paket = _paket(_isi_v1())
    letak = muat_buku(paket, SKEMA).tabel
    for i, kolom in DAHULU.items():
        bagian = paket.lembar()[letak[i].lembar].part
        akar = paket.xml(bagian)
        cols = {int(e.get("min")): e for e in akar.find(q("cols")) if e.get("min") == e.get("max")}
        for n, lebar in kolom.items():
            if (k := letak[i].letak[n]) in cols:
                sendiri = (i, n) == ("pengukuran", "indikator")
                cols[k].set("width", str(50 if sendiri else lebar[0] + 0.14))  # as LibreOffice saves it
        for baris in akar.find(q("sheetData")):
            baris.set("ht", "15")
        paket.ganti(bagian, rangkai(akar))
    berganti = {p.lembar for p in perbarui_buku(paket, SKEMA).perubahan if p.jenis is Jenis.LEBAR}
    assert {"Renstra", "Renja", "PK Program", "Pengukuran", "Anggaran"} <= berganti
    baru = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()))
    for i, kolom in DAHULU.items():
        milik = lebar_kolom(baru[letak[i].lembar])
        for n in kolom:
            kini = 50 if (i, n) == ("pengukuran", "indikator") else SKEMA.lembar[i].kolom[n].lebar
            assert milik[letak[i].letak[n]] == kini, (i, n)
    isi = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()), data_only=True)
    assert [
        p
        for p in terpotong(isi)
        if p.cara == "tinggi" and p.lembar in berganti and int(p.sel.strip(string.ascii_uppercase)) >= 8
    ] == []
    assert not any(p.jenis is Jenis.LEBAR for p in perbarui_buku(paket, SKEMA).perubahan)


@pytest.mark.parametrize("versi", ["v1", "v2"])
def test_lebar_dahulu_dari_templat_yang_dibagikan(versi):
    """A width that a released template had and today's has not is known, or `perbarui` would take it for the user's own."""
    paket = Paket.dari_bytes((DATA / f"{versi}.xlsm").read_bytes(), "buku.xlsm")
    kini = perintah.skema()
    for i, t in muat_buku(paket, kini).tabel.items():
        if not t.ada or t.skema.susunan != "tabel":
            continue
        cols = paket.xml(paket.lembar()[t.lembar].part).find(q("cols"))
        lebar = {k: float(e.get("width")) for e in cols for k in range(int(e.get("min")), int(e.get("max")) + 1)}
        for n, letak in t.letak.items():
            k = kini.lembar[i].kolom[n]
            assert k.tersembunyi or lebar[letak] in (k.lebar, *DAHULU.get(i, {}).get(n, ())), (i, n)


def test_aturan_warna_templat_tidak_bertumpuk() -> None:
    """Every conditional format of ours is known again and put anew, not beside itself."""
    paket = _paket(kosong())
    for s in SKEMA.lembar.values():
        cetakan = urai(paket.baca(paket.lembar()[s.lembar].part), s.lembar)
        akar = copy.deepcopy(cetakan)
        Rangka(akar, cetakan, range(1, len(s.kolom) + 1), (), BARIS_DATA).aturan_warna()
        banyak = [sum(1 for _ in x.iter(q("cfRule"))) for x in (akar, cetakan)]
        assert banyak[0] == banyak[1], s.id


def test_yang_diketik_tidak_dilupakan() -> None:
    """Of the workbook as it was, cells with the template's own formula take as much as what is typed, and nobody asks for them."""
    buku = muat_buku(Paket.dari_bytes(contoh(), "contoh.xlsm"), perintah.skema())
    semua = {(i, *k): s for i, t in buku.tabel.items() for k, s in t.sel.items()}
    buku.lupakan_hitungan()
    sisa = {(i, *k): s for i, t in buku.tabel.items() for k, s in t.sel.items()}
    assert 0 < len(sisa) < len(semua) and sisa == {k: s for k, s in semua.items() if s.asal is not Asal.RUMUS}

"""The buttons of the xlwings engine on xlwings' remote engine: what Excel would send goes in, its actions come out.

The same findings and sheets as from a file, on both examples; nothing is done to a sheet that is not ours.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
import xlwings as xw
from banyak import satu_cepat
from buku_pendek import contoh
from dok_word import baca_dok
from peramban import jalankan, kirim
from xlwings.pro._xlremote import Range

from lkjip_xl import makro, perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.excel import lukis
from lkjip_xl.excel.buku_terbuka import bukan_lembar_terbuka, muat_terbuka
from lkjip_xl.excel.mesin import Mesin, ganti_mesin
from lkjip_xl.excel.pasang import modul_vba
from lkjip_xl.inti.alamat import kawasan
from lkjip_xl.inti.temuan import HasilPeriksa
from lkjip_xl.lembar.buku_ringkasan import bangun_buku
from lkjip_xl.lembar.hasil import NAMA_HASIL, SEL_MUAT
from lkjip_xl.lembar.petunjuk import TOMBOL
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.tabel.model import Asal, BukuKerja
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.reviu import LEMBAR_REVIU
from lkjip_xl.tabel.tembolok import isi_tembolok
from lkjip_xl.validasi.periksa import periksa, periksa_buku

CONTOH = list(perintah.CONTOH)
MILIK_KITA = {NAMA_HASIL, "Petunjuk", "Dasbor", *RINGKASAN}


def _teks(x: object) -> object:
    return None if x in ("", None) else x


def paket_contoh(nama: str) -> Paket:
    return Paket.dari_bytes(contoh(nama), perintah.CONTOH[nama])


@pytest.fixture(scope="module", params=satu_cepat(CONTOH, grup=True))
def paket(request: pytest.FixtureRequest) -> Paket:
    """An example with an unsaved mistake: a capaian typed over its formula and a missing unit."""
    hasil = paket_contoh(request.param)
    tulis_sel(hasil, {"Pengukuran": {"P8": Tulis(114.47, format="0.00"), "A40": Tulis("X9.9")}})
    isi_tembolok(hasil, perintah.skema())  # Excel has recalculated
    return hasil


@pytest.fixture(scope="module")
def laporan(paket: Paket) -> HasilPeriksa:
    """What `lkjip validasi` finds in the same workbook as a file."""
    return periksa_buku(paket, perintah.skema())


@pytest.mark.lengkap
def test_validasi_sama_dengan_berkas(paket: Paket, laporan: HasilPeriksa) -> None:
    kalimat, lembar, aksi = jalankan(makro.validasi, kirim(paket))
    assert kalimat == laporan.kalimat(tertulis=True)
    sel = lembar[NAMA_HASIL].nilai
    tertulis = [(sel[(b, 9)], sel[(b, 3)]) for b in range(7, 7 + len(laporan.temuan))]
    assert tertulis == [(t.kode, t.lembar) for t in laporan.temuan]
    assert "PG-01" in {k for k, _ in tertulis} or "PG-02" in {k for k, _ in tertulis}
    tautan = [sel[(b, 4)] for b in range(7, 7 + len(laporan.temuan)) if laporan.temuan[b - 7].sel]
    assert tautan == [f'=HYPERLINK("#{_acuan(t)}","{_alamat(t)}")' for t in laporan.temuan if t.sel]
    assert lembar.keys() <= MILIK_KITA | {LEMBAR_REVIU}
    assert lembar["Petunjuk"].nilai.popitem()[1] == kalimat
    assert {a["func"] for a in aksi if a["sheet_position"] is None} <= {"alert", "addSheet"}  # Lembar Reviu


def _alamat(t) -> str:
    return t.sel if len(t.sel) <= SEL_MUAT else f"{t.sel_pertama} …"


def _acuan(t) -> str:
    from lkjip_xl.inti.alamat import rujuk

    return rujuk(t.lembar, t.sel_pertama)


@pytest.mark.lengkap
def test_ringkasan_sama_dengan_berkas(paket: Paket) -> None:
    """The sheets `lkjip ringkas` grafts into the file, painted cell by cell with their looks."""
    _, lembar, aksi = jalankan(makro.perbarui_ringkasan, kirim(paket))
    assert {*RINGKASAN, "Dasbor"} <= lembar.keys() <= MILIK_KITA
    fungsi = {a["func"] for a in aksi}
    assert {"setValues", "rangeMerge", "setNumberFormat", "setRangeColor", "setFontProperty"} <= fungsi
    (depan,) = (a for a in aksi if a["func"] == "activateSheet")  # after the click one stands at the first table
    assert depan["args"][0] == list(Paket.lembar(paket)).index("Capaian Kinerja")
    wb = bangun_buku(muat_buku(paket, perintah.skema()))
    for nama in (*RINGKASAN, "Dasbor"):
        ada = {(c.row, c.column): _tertulis(c) for r in wb[nama].iter_rows() for c in r if c.value is not None}
        kita = {k: _teks(x) for k, x in lembar[nama].nilai.items() if _teks(x) is not None}
        assert kita.keys() == ada.keys(), nama
        for k, x in ada.items():
            assert kita[k] == (pytest.approx(x) if isinstance(x, (int, float)) else x), (nama, k)


def _tertulis(c) -> object:
    return f'=HYPERLINK("#{c.hyperlink.location}","{c.value}")' if c.hyperlink else c.value


def _temuan(x: HasilPeriksa | BukuKerja) -> list[tuple]:
    return sorted((t.kode, str(t.tingkat), t.lembar, str(t.sel)) for t in x.temuan)


def _isi(buku: BukuKerja) -> dict:
    return {(i, k): (s.nilai, s.asal, s.desimal) for i, t in buku.tabel.items() for k, s in t.sel.items()}


def _meja(monkeypatch: pytest.MonkeyPatch, paket: Paket) -> None:
    """The remote engine answers as Excel on a desk does: formulas, formats (None when mixed), merged cells."""
    buku = baca_buku(paket)

    def sel(r):
        isi = buku.lembar[r.sheet.name].sel
        return [[isi.get((r.row + i, r.column + j)) for j in range(r.shape[1])] for i in range(r.shape[0])]

    def rumus(r):
        return tuple(tuple((s.rumus or s.nilai) if s else "" for s in b) for b in sel(r))

    def bentuk(r):
        ada = {s.format if s else "General" for b in sel(r) for s in b}
        return ada.pop() if len(ada) == 1 else None

    def gabungan(r):
        kita = (r.row, r.column, r.row + r.shape[0] - 1, r.column + r.shape[1] - 1)
        for g in map(kawasan, buku.lembar[r.sheet.name].gabung):
            if g[0] <= kita[2] and kita[0] <= g[2] and g[1] <= kita[3] and kita[1] <= g[3]:
                return g
        return None

    def bergabung(r):
        if gabungan(r) is None:
            return False
        return True if r.shape == (1, 1) else None

    def daerah(r):
        a, k, z, c = gabungan(r)
        return r.sheet.range((a, k), (z, c))

    for nama, baca in (
        ("formula", rumus),
        ("number_format", bentuk),
        ("merge_cells", bergabung),
        ("merge_area", daerah),
    ):
        tulis = getattr(Range, nama).fset
        monkeypatch.setattr(Range, nama, property(baca, tulis))


@pytest.mark.lengkap
def test_temuan_sama_di_peramban_dan_di_meja(
    paket: Paket, laporan: HasilPeriksa, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _temuan(periksa(muat_terbuka(kirim(paket), perintah.skema()))) == _temuan(laporan)
    _meja(monkeypatch, paket)
    meja = muat_terbuka(kirim(paket), perintah.skema())
    assert _isi(meja) == _isi(muat_buku(paket, perintah.skema()))
    assert _temuan(periksa(meja)) == _temuan(laporan)


@pytest.mark.lengkap
def test_meja_melihat_sel_gabungan_dan_tetapan_di_sel_rumus(monkeypatch: pytest.MonkeyPatch) -> None:
    """What only a desk engine can tell: merged cells, and a constant that equals its formula."""
    paket = paket_contoh(CONTOH[0])
    nilai = baca_buku(paket).lembar["Pengukuran"].sel[(8, 16)].nilai
    tulis_sel(paket, {"Pengukuran": {"P8": Tulis(nilai)}})
    bagian = paket.lembar()["Pengukuran"].part
    isi = paket.baca(bagian).replace(
        b"</mergeCells>", b'<mergeCell ref="B12:B14"/><mergeCell ref="C15:E15"/></mergeCells>'
    )
    assert b"B12:B14" in isi
    paket.ganti(bagian, isi)
    harap = muat_buku(paket, perintah.skema())
    assert {("LB-08", "B12"), ("LB-08", "C15")} <= {(t[0], t[3]) for t in _temuan(harap)}
    assert harap["pengukuran"].sel[(8, "capaian")].asal is Asal.TIMPA
    _meja(monkeypatch, paket)
    meja = muat_terbuka(kirim(paket), perintah.skema())
    assert (_temuan(meja), _isi(meja)) == (_temuan(harap), _isi(harap))


def test_mata_uang_tetap_angka() -> None:
    """Excel for Windows hands over currency cells as Decimal."""
    book = kirim(paket_contoh(CONTOH[0]))
    harap = muat_terbuka(book, perintah.skema())
    nilai = next(s for s in book.impl.api["sheets"] if s["name"] == "Anggaran")["values"]
    for b in nilai[7:]:
        b[:] = [Decimal(str(x)) if isinstance(x, float) else x for x in b]
    meja = muat_terbuka(book, perintah.skema())
    assert (_temuan(meja), _isi(meja)) == (_temuan(harap), _isi(harap))


@pytest.mark.lengkap
@pytest.mark.parametrize("letak", ["rupa", "isi"])
def test_gagal_melukis_lembar_tetap_terkunci(letak: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look that Excel refuses is left out; values it refuses end in a sentence; protection returns in both."""
    jejak: list[tuple[str, str]] = []
    monkeypatch.setattr(lukis, "buka_kunci", lambda ws: jejak.append(("buka", ws.name)))
    monkeypatch.setattr(lukis, "kunci", lambda ws, izin: jejak.append(("kunci", ws.name)))

    def tolak(*_):
        raise OSError("COM")

    if letak == "rupa":
        monkeypatch.setattr(lukis, "atur_halaman", tolak)
    else:
        monkeypatch.setattr(Range, "raw_value", property(Range.raw_value.fget, tolak))
    kalimat, _, _ = jalankan(makro.validasi, kirim(paket_contoh(CONTOH[0])))
    assert ("OSError" in kalimat) == (letak == "isi")
    assert {n for _, n in jejak} <= {NAMA_HASIL, "Petunjuk"}
    assert [x for x, n in jejak if n == NAMA_HASIL] == ["buka", "kunci"]


def test_bilah_status_rusak_tidak_menghentikan(monkeypatch: pytest.MonkeyPatch) -> None:
    def tolak(*_):
        raise OSError("COM")

    monkeypatch.setattr(xw.App, "status_bar", property(tolak, tolak))
    kalimat, lembar, _ = jalankan(makro.bersihkan_tanda, kirim(paket_contoh(CONTOH[0])))
    assert "OSError" not in kalimat and NAMA_HASIL in lembar


@pytest.mark.lengkap
def test_satu_lembar_saja_dan_pilihan_petunjuk() -> None:
    paket = paket_contoh(CONTOH[0])
    tulis_sel(paket, {"Anggaran": {"L8": Tulis(5.0)}, "Pengukuran": {"P8": Tulis(114.47)}})
    isi_tembolok(paket, perintah.skema())
    for aktif, harap in (("Anggaran", "Anggaran"), ("Petunjuk", "Pengukuran")):
        kalimat, lembar, _ = jalankan(makro.periksa_lembar_ini, kirim(paket, aktif))
        sebut = {x for (b, k), x in lembar[NAMA_HASIL].nilai.items() if k == 3 and b >= 7 and x}
        assert sebut == {harap} and harap in kalimat


def test_bersihkan_tanda_hanya_kolom_tersembunyi() -> None:
    _, lembar, aksi = jalankan(makro.bersihkan_tanda, kirim(paket_contoh(CONTOH[0])))
    assert lembar.keys() == {NAMA_HASIL}
    (hapus,) = (a for a in aksi if a["func"] == "rangeClearContents")
    assert (hapus["start_row"], hapus["start_column"], hapus["column_count"]) == (7, 10, 3)


@pytest.mark.lengkap
def test_buat_laporan_menulis_dokumen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A book without a folder on this computer (OneDrive): the document goes to Documents."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Documents").mkdir()
    kalimat, lembar, _ = jalankan(makro.buat_laporan, kirim(paket_contoh(CONTOH[0])))
    (dokumen,) = (tmp_path / "Documents").glob("*.docx")
    assert str(dokumen) in kalimat and lembar.keys() <= {"Petunjuk"}
    assert any(p.text == "BAB IV PENUTUP" for p in baca_dok(dokumen).paragraphs)


def test_yang_rusak_dikatakan() -> None:
    book = kirim(paket_contoh(CONTOH[0]))
    book.impl.api["names"] = [n for n in book.impl.api["names"] if "VersiTemplat" not in n["name"]]
    kalimat, lembar, _ = jalankan(makro.validasi, book)
    assert kalimat and not lembar


def test_galat_sendiri_jadi_kalimat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(makro, "muat_terbuka", lambda *a: 1 / 0)
    kalimat, lembar, _ = jalankan(makro.validasi, kirim(paket_contoh(CONTOH[0])))
    assert "ZeroDivisionError" in kalimat and "Traceback" not in kalimat and not lembar


def test_makro_vba_memanggil_fungsi_yang_ada() -> None:
    import re

    vba = modul_vba("vba_xlwings")["Tombol"]
    assert {t.makro for t in TOMBOL} == set(re.findall(r"^Public Sub (\w+)\(\)", vba, re.MULTILINE))
    for nama in re.findall(r'JalankanPython "(\w+)"', vba):
        assert callable(getattr(makro, nama))


def test_buku_xlwings_membawa_tombolnya(tmp_path: Path) -> None:
    from pyopenvba import ExcelFile

    from lkjip_xl.excel.pasang import nama_modul

    paket = paket_contoh(CONTOH[0])
    for mesin in (Mesin.XLWINGS, Mesin.VBA):  # both carry a module Tombol, each its own
        ganti_mesin(paket, mesin)
        assert ("xlwings" in nama_modul(paket.ke_bytes())) == (mesin is Mesin.XLWINGS)
        (tmp_path / "b.xlsm").write_bytes(paket.ke_bytes())
        with ExcelFile(tmp_path / "b.xlsm") as berkas:
            teks = berkas.vba_project().get_module("Tombol").source
        assert ("RunPython" in teks) == (mesin is Mesin.XLWINGS)


def test_lembar_diagram_buku_terbuka():
    lembar = [SimpleNamespace(name="Pengukuran"), SimpleNamespace(name="Anggaran")]
    semua = [SimpleNamespace(Name=n) for n in ("Pengukuran", "Simpulan", "Anggaran")]
    excel = SimpleNamespace(sheets=lembar, api=SimpleNamespace(Sheets=semua))
    assert bukan_lembar_terbuka(excel) == ["Simpulan"]  # pyright: ignore[reportArgumentType]
    lain = SimpleNamespace(sheets=lembar, api={})
    assert bukan_lembar_terbuka(lain) == []  # pyright: ignore[reportArgumentType]

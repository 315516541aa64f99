"""Every sheet we write takes any text and any value: as it stands, in a file that every program opens, and as painted by the buttons."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import product

import numpy as np
import openpyxl
import pytest
from banyak import tiap
from buku_md import skema_uji
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.baca import Lembar, Sel, baca_buku
from lkjip_xl.buku.cangkok import cangkok
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import PANJANG_MAKS
from lkjip_xl.excel.protokol import baca_lolos, bilangan, pesan
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.temuan import HasilPeriksa, Temuan, Tingkat
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.dasbor import SUSUNAN, tulis_bagian
from lkjip_xl.lembar.hasil import bangun_hasil
from lkjip_xl.lembar.pasangan import bangun_pasangan
from lkjip_xl.lembar.ringkasan import bangun_lembar, bangun_lembar_kosong
from lkjip_xl.lembar.sel import Rumus, isi, tautkan, tulis, tulis_baris
from lkjip_xl.milik.catatan import bangun_catatan
from lkjip_xl.milik.lukisan import siapkan_lukisan
from lkjip_xl.milik.tambahan import Catatan
from lkjip_xl.perubahan.catatan import Perubahan, bangun_riwayat
from lkjip_xl.rapikan.pratinjau import bangun_usulan
from lkjip_xl.rapikan.usulan import Usulan
from lkjip_xl.ringkasan.grafik import BATANG, GrafikData, Seri
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.tabel.segel import Segel, SelSegel
from lkjip_xl.tahun_baru.bekukan import bangun_segel
from lkjip_xl.tahun_baru.daftar import Catatan as Bawaan
from lkjip_xl.tahun_baru.daftar import bangun_daftar

KENDALI = "".join(map(chr, range(32)))
# what is given: what stands in the cell
TEKS = {
    "=1+1": "=1+1",
    "=": "=",
    "+62 812": "+62 812",
    "-": "-",
    "@SUM(A1)": "@SUM(A1)",
    "'076": "'076",
    "#DIV/0!": "#DIV/0!",
    "#N/A": "#N/A",
    "TRUE": "TRUE",
    "  tepi  ": "  tepi  ",
    "_x0007_ dan _x005F_": "_x0007_ dan _x005F_",
    f"a{KENDALI}b": "a\t\n\rb",
    "a\ud800b\udc00": "ab",
    "a\ufffe\uffffb": "ab",
    "<&\">'": "<&\">'",
    "x" * 40_000: "x" * (PANJANG_MAKS - 1) + "…",
    "😀" * 20_000: "😀" * ((PANJANG_MAKS - 1) // 2) + "…",
}


def _temuan(x: object) -> Temuan:
    return Temuan("AN-01", Tingkat.KESALAHAN, "Indikator", "B8", "kode", x, x, str(x), str(x))


def _hasil(ws: Worksheet, x: str) -> None:
    bangun_hasil(ws, HasilPeriksa([_temuan(x)]))


def _usulan(ws: Worksheet, x: str) -> None:
    bangun_usulan(ws, [Usulan("Anggaran", "D8", x, 1.0, 0, x, True)])


def _riwayat(ws: Worksheet, x: str) -> None:
    bangun_riwayat(ws, [Perubahan(1, "2024-01-01 10:00", "Anggaran", "D8", x, 1.0, x, "diterapkan", "General")])


def _catatan(ws: Worksheet, x: str) -> None:
    bangun_catatan(ws, "Simpulan", [Catatan("Z9", "isi", x, x, x)])


def _segel(ws: Worksheet, x: str) -> None:
    bangun_segel(ws, Segel("2024-12-31", {"iku": "0"}, {"iku": {(8, "kode"): SelSegel(x, "diketik")}}))


def _bawaan(ws: Worksheet, x: str) -> None:
    bangun_daftar(ws, [Bawaan("Indikator", 1, x, (x,))], 2024)


def _ringkasan(ws: Worksheet, x: str) -> None:
    kolom = (KolomRingkas("a", x[:99], kelompok=x[:99]), KolomRingkas("b", "B", "rupiah"))
    baris = tuple(BarisRingkas({"a": x, "b": x}, g) for g in ("biasa", "tebal", "kelompok", "jumlah"))
    bangun_lembar(ws, TabelRingkas("Uji", "", x[:99], x[:99], x[:99], (x,), kolom, baris), {"Instansi": x[:99]})


def _kosong(ws: Worksheet, x: str) -> None:
    bangun_lembar_kosong(ws, x)


def _dasbor(ws: Worksheet, x: str) -> None:
    d = GrafikData("uji", BATANG, x[:99], x[:99], (x,), (Seri("s", (90.0,)),), (x,), 100.0)
    tulis_bagian(ws, 5, SUSUNAN[0], d, tampil=True)


def _pengaturan(ws: Worksheet, x: str) -> None:
    bangun_pasangan(ws, skema_uji().lembar["pengaturan"], dict.fromkeys(skema_uji().lembar["pengaturan"].kolom, x))


PENULIS = [_hasil, _usulan, _riwayat, _catatan, _segel, _bawaan, _ringkasan, _kosong, _dasbor, _pengaturan]


def _terbaca(ws: Worksheet) -> Lembar:
    """The sheet in a package, read again."""
    wadah = io.BytesIO()
    openpyxl.Workbook().save(wadah)
    paket = Paket.dari_bytes(wadah.getvalue())
    ws.parent.create_sheet("Tampak")  # a workbook cannot hide its only sheet
    cangkok(paket, ws.parent, ganti=[ws.title])
    return baca_buku(paket).lembar[ws.title]


@pytest.mark.parametrize(
    ("penulis", "x"), tiap(7, product(PENULIS, TEKS)), ids=lambda x: ascii(x[:12]) if isinstance(x, str) else x.__name__
)
def test_setiap_teks_di_setiap_lembar(penulis: Callable[[Worksheet, str], None], x: str) -> None:
    ws = openpyxl.Workbook().active
    penulis(ws, x)
    harap = TEKS[x].upper() if penulis is _kosong else TEKS[x]
    isian = {c.value for baris in ws.iter_rows() for c in baris if c.data_type == "s"}
    assert harap in isian
    rumus = [c.value for baris in ws.iter_rows() for c in baris if c.data_type == "f"]
    assert len(rumus) == (penulis is _pengaturan) and not any(c.data_type == "e" for b in ws.iter_rows() for c in b)
    terbaca = _terbaca(ws)
    assert {s.nilai for s in terbaca.sel.values() if s.rumus is None} >= {harap}
    assert sum(s.rumus is not None for s in terbaca.sel.values()) == len(rumus)
    lukisan = [f for b in pesan("selesai", "", [ws]).split("\r\n") if b.startswith("nilai\t") for f in b.split("\t")]
    assert "t" + harap in map(baca_lolos, lukisan) or penulis in (_hasil, _bawaan, _usulan, _riwayat)
    assert all(d.height is None or d.height <= 409 for d in ws.row_dimensions.values())


@pytest.mark.parametrize(
    ("nilai", "harap", "jenis"),
    [
        (3, 3, "n"), (2.5, 2.5, "n"), (Decimal("2.5"), 2.5, "n"), (np.float64(2.5), 2.5, "n"), (np.int64(3), 3, "n"), (10**30, 1e30, "n"),
        (True, True, "b"), (None, None, "n"), (math.nan, None, "n"), (np.nan, None, "n"), (math.inf, "#NUM!", "s"), (-math.inf, "#NUM!", "s"),
        (10**400, "#NUM!", "s"), (Galat.DIV0, "#DIV/0!", "s"), (Tingkat.CATATAN, "Catatan", "s"), ("", "", "s"),
    ],
)  # fmt: skip
def test_setiap_nilai(nilai: object, harap: object, jenis: str) -> None:
    ws = openpyxl.Workbook().active
    c = tulis(ws, 1, 1, nilai, gaya.DAFTAR)
    assert (c.value, c.data_type) == (harap, jenis) and type(c.value) is type(harap)
    s = _terbaca(ws).sel.get((1, 1))
    assert (None if s is None else s.nilai) == (None if harap == "" else harap)


@pytest.mark.parametrize(
    ("nilai", "harap", "format"),
    [
        (date(2024, 3, 1), 45352.0, "yyyy-mm-dd"), (datetime(2024, 3, 1, 12), 45352.5, "yyyy-mm-dd h:mm:ss"), (time(18), 0.75, "h:mm:ss"),
        (timedelta(days=1, hours=12), 1.5, "[hh]:mm:ss"), (datetime(2024, 3, 1, 12, tzinfo=UTC), 45352.5, "yyyy-mm-dd h:mm:ss"),
        (date(1850, 1, 1), "1850-01-01", "General"), (timedelta(days=-1), "-1 day, 0:00:00", "General"),
    ],
)  # fmt: skip
def test_tanggal_menjadi_bilangannya(nilai: object, harap: object, format: str) -> None:
    ws = openpyxl.Workbook().active
    c = isi(ws["A1"], nilai)
    assert (c.value, c.number_format) == (harap, format)
    if isinstance(harap, float):
        assert isi(ws["B1"], nilai, "dd/mm/yyyy").number_format == "dd/mm/yyyy"
        (lukisan,) = [b for b in pesan("selesai", "", [ws]).split("\r\n") if b.startswith("nilai\t")]
        assert bilangan(lukisan.split("\t")[1]) == harap


def test_nilai_yang_bukan_isi_sel_ditolak() -> None:
    with pytest.raises(TypeError):
        tulis(openpyxl.Workbook().active, 1, 1, ["a"])


def test_rumus_hanya_bila_diminta() -> None:
    ws = openpyxl.Workbook().active
    assert (tulis(ws, 1, 1, Rumus("=1+1")).data_type, tulis(ws, 2, 1, "=1+1").data_type) == ("f", "s")


@pytest.mark.parametrize("nilai", [True, False])
def test_isian_benar_salah_di_samping_ringkasan_dilukis_lagi(nilai: bool) -> None:
    """What the user had put beside a table of ours is painted as it was, also TRUE and FALSE."""
    ws = openpyxl.Workbook().active
    ws.title = "Simpulan"
    bangun_lembar_kosong(ws, "Simpulan")
    lama = Lembar("Simpulan", "visible", {(1, 26): Sel(nilai, None, "logika", None, "General", None, True)}, [])
    hasil = siapkan_lukisan([ws], {"Simpulan": lama}, {"Simpulan": "Simpulan"}, "a.xlsm")
    baris = pesan("selesai", "", hasil.lembar).split("\r\n")
    assert [b.split("\t")[1:] for b in baris if b.startswith("rumus\tZ1")] == [["Z1", f"={str(nilai).upper()}()"]]


def test_rupa_utuh_dan_tersimpan_sekali() -> None:
    """A look replaces what the cell had; two workbooks never share a record."""
    satu, dua = openpyxl.Workbook(), openpyxl.Workbook()
    tulis(dua.active, 1, 1, "x", gaya.KEPALA)
    for wb in (satu, dua):
        c = tulis(wb.active, 1, 1, "x", gaya.NOMOR)
        tulis(wb.active, 1, 1, None, gaya.DAFTAR)
        assert (c.value, c.font.sz, c.fill.fill_type, c.alignment.vertical) == ("x", 10, None, "top")
        d = tulis(wb.active, 2, 1, "y", gaya.DAFTAR)
        assert d._style == c._style
        tautkan(d, "'Indikator'!A1")
        assert c.font.u is None and d.font.u == "single" and d.hyperlink.location == "'Indikator'!A1"


def test_sebaris_sama_dengan_satu_satu() -> None:
    """A row written at once is the row written cell by cell: values, kinds, looks, what no cell can hold."""
    isi = [1.5, 7, "teks", "=1+1", "a\x07b", None, float("nan"), True, date(2025, 1, 31), Galat.NUM, np.float64(2.5)]
    rupa = [gaya.ringkas("angka", "biasa", 0, f, tebal=t) for f, t in product(("General", "#,##0.0"), (True, False))]
    baris = [(k, x, rupa[k % 4]) for k, x in enumerate(isi, 1)]
    satu, sekaligus = openpyxl.Workbook().worksheets[0], openpyxl.Workbook().worksheets[0]
    for k, x, r in baris:
        tulis(satu, 8, k, x, r)
    tulis_baris(sekaligus, 8, baris)
    for k, _, _ in baris:
        a, b = satu.cell(8, k), sekaligus.cell(8, k)
        assert (a.value, a.data_type, a.number_format, a.font.b) == (b.value, b.data_type, b.number_format, b.font.b), k
        assert (a.alignment.horizontal, a.border.left.style) == (b.alignment.horizontal, b.border.left.style)

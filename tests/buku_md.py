"""Whole workbooks as markdown tables inside tests.

    buku_md('''
    | Indikator | kode | jenjang | indikator | satuan | arah |
    |           | S1.1 | sasaran | TPT       | %      | turun |

    | Pengukuran | kode | target | realisasi | capaian |
    |            | S1.1 | 4,77   | 5,46      | 114,47  |
    ''')

One block per sheet: sheet name and schema column names, then the rows (first row = Excel row 8). A cell is read as a
cell of a CSV, so its decimals are those written; blank = as the template has it. Four marks for what only Excel knows:
`~12.5` a number in a General cell (decimals unknown), `=12.5` a formula of the user's own with that result,
`(hapus)` a formula that was deleted, `#REF!` an error cell.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from dataclasses import replace
from functools import cache

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.temuan import HasilPeriksa, Temuan, Tingkat
from lkjip_xl.perintah import skema
from lkjip_xl.skema.cek import DARI_SKEMA
from lkjip_xl.skema.model import Kolom, Skema
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.ketik import Ketikan, ketik
from lkjip_xl.tabel.kosong import buku_kosong
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, SelKerja
from lkjip_xl.validasi.periksa import periksa

BARIS = 30
Isi = dict[str, list[dict[str, str]]]  # rows of each sheet id: texts by schema column
# codes of every workbook a test function has checked, by file and function: test_hampir looks for near misses there
DILIHAT: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
TAK_TERBACA = ("AN-01", "AN-03", "AN-11", "AN-23")


@cache
def skema_uji() -> Skema:
    """The real schemas with fewer ready-made rows: nothing here is longer, and every test is faster."""
    return Skema({i: replace(s, baris=min(s.baris, BARIS)) for i, s in skema().lembar.items()})


def buku_md(teks: str, *, tanpa: tuple[str, ...] = ()) -> BukuKerja:
    """The workbook; `tanpa` = ids of sheets that are missing from it."""
    return isi_buku(buku_baru(), isi_md(teks), tanpa=tanpa)


def isi_md(teks: str) -> Isi:
    """The rows of a workbook given as markdown."""
    isi: Isi = {}
    for blok in _blok(teks):
        (nama, *kolom), *barisan = blok
        s = skema_uji().menurut_lembar(nama)
        assert s is not None, nama
        isi[s.id] = [dict(zip(kolom, sel, strict=True)) for _, *sel in barisan]
    return isi


def isi_buku(buku: BukuKerja, isi: Isi, *, tanpa: tuple[str, ...] = ()) -> BukuKerja:
    """A blank workbook filled with {sheet id: rows of {schema column: text}}; its own cells are changed."""
    temuan: list[Temuan] = []
    for id_lembar, barisan in isi.items():
        t = buku[id_lembar]
        for n, baris in enumerate(barisan):
            for k, x in baris.items():
                sel = _sel(t.skema.kolom[k], x)
                if sel is None:
                    continue
                t.sel[(BARIS_DATA + n, k)], kode = sel
                if kode and kode not in DARI_SKEMA:
                    alamat = t.alamat(BARIS_DATA + n, k)
                    temuan.append(buat_temuan(kode, lembar=t.lembar, sel=alamat, kolom=k, nilai=x,
                                              kolom_judul=k, pilihan="", usulan="", alasan="", bentuk="", usul="", nol=""))  # fmt: skip
    for i in tanpa:
        buku[i].sel, buku[i].ada = {}, False
    return hitung_buku(buku.skema, buku.tabel, temuan, {(t.lembar, t.sel) for t in temuan if t.kode in TAK_TERBACA})


@cache
def _templat() -> BukuKerja:
    return buku_kosong(skema_uji())


def buku_baru() -> BukuKerja:
    """A fresh copy of the blank workbook's typed cells; everything else follows from them."""
    return BukuKerja(skema_uji(), {i: replace(t, sel=dict(t.sel)) for i, t in _templat().tabel.items()})


def _blok(teks: str) -> list[list[list[str]]]:
    hasil: list[list[list[str]]] = [[]]
    for baris in map(str.strip, teks.strip().splitlines()):
        if baris:
            hasil[-1].append([x.strip() for x in baris.strip("|").split("|")])
        elif hasil[-1]:
            hasil.append([])
    return hasil


_TERBACA: dict[tuple[int, str], tuple[Kolom, tuple[SelKerja, str | None] | None]] = {}
_PENUH = 100_000


def _sel(k: Kolom, x: str) -> tuple[SelKerja, str | None] | None:
    """A cell by its column and text alone: most of a test's workbook stands in the next one, too."""
    if not x:
        return None
    if (id(k), x) not in _TERBACA:
        if len(_TERBACA) >= _PENUH:
            _TERBACA.clear()
        _TERBACA[id(k), x] = k, _dibaca(k, x)  # the column is kept, so that no other gets its id
    hasil = _TERBACA[id(k), x][1]
    return hasil and (replace(hasil[0]), hasil[1])


def _dibaca(k: Kolom, x: str) -> tuple[SelKerja, str | None] | None:
    if x == "(hapus)":
        return SelKerja(None, Asal.KOSONG), None
    if x in set(Galat):
        hasil = ketik(k, x, jenis="galat")
    elif x[0] in "~=" and len(x) > 1:
        hasil = ketik(k, float(x[1:]), jenis="angka")
    else:
        hasil = ketik(k, x, teks_wajar=True)
    return _kerja(k, hasil, Asal.RUMUS_LAIN if x[0] == "=" and len(x) > 1 else None)


def _kerja(k: Kolom, hasil: Ketikan, asal: Asal | None) -> tuple[SelKerja, str | None] | None:
    if hasil.sel is None:
        return None
    asal = asal or (Asal.TIMPA if k.rumus else Asal.ISIAN)
    return SelKerja(hasil.nilai, asal, hasil.desimal, hasil.bacaan, hasil.sel), hasil.kode


def periksa_md(teks: str, *, tanpa: tuple[str, ...] = ()) -> HasilPeriksa:
    """The report of a workbook given as markdown."""
    hasil = periksa(buku_md(teks, tanpa=tanpa))
    berkas, _, uji = os.environ.get("PYTEST_CURRENT_TEST", "").partition("::")
    fungsi = re.split(r"[\[@ ]", uji)[0]  # test_y[case]@group (call)
    DILIHAT[f"{os.path.basename(berkas).removesuffix('.py')}::{fungsi}"].append(frozenset(t.kode for t in hasil.temuan))
    return hasil


def temuan_gawat(teks: str, *, tanpa: tuple[str, ...] = ()) -> list[Temuan]:
    """Every finding that is not a mere note."""
    return [t for t in periksa_md(teks, tanpa=tanpa).temuan if t.tingkat is not Tingkat.CATATAN]


def gawat(teks: str, *, tanpa: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Code and cell of every finding that is not a mere note."""
    return [(t.kode, f"{t.lembar}!{t.sel}") for t in temuan_gawat(teks, tanpa=tanpa)]


def semua(teks: str, *kode: str) -> list[tuple[str, str]]:
    """Code and cell of every finding with one of these codes, notes included."""
    return [(t.kode, f"{t.lembar}!{t.sel}") for t in periksa_md(teks).temuan if t.kode in kode]


def di(id_lembar: str, kolom: str, baris: int = BARIS_DATA) -> str:
    """Sheet and address of a cell by schema names."""
    t = _templat()[id_lembar]
    return f"{t.lembar}!{t.alamat(baris, kolom)}"

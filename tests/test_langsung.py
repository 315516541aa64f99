"""Live checks on the guide: what Python stores is what the formulas show, each finds its kind and leads to the first cell."""

from __future__ import annotations

import io
import re

import buku_pendek
import openpyxl
import pytest

from lkjip_xl import perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.alamat import sel
from lkjip_xl.skema.ungkapan import PANJANG_MAKS
from lkjip_xl.tabel.langsung import (
    BUKA,
    GESER_TAUTAN,
    LANGSUNG,
    TERHITUNG,
    cacah,
    rumus_cacah,
    rumus_tautan,
    tempat_langsung,
)
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.tembolok import isi_tembolok

JUDUL = [x.judul for x in LANGSUNG]
TARGET, PK, GALAT, TEKS, RP = range(len(LANGSUNG))


def letak(buku, lembar: str, baris: int, kolom: str) -> str:
    return buku.tabel[lembar].alamat(baris, kolom)


@pytest.fixture
def rusak():
    """The Magetan example with mistakes of every kind, and near misses of each."""
    paket = Paket.dari_bytes(buku_pendek.contoh())
    buku = muat_buku(paket, perintah.skema())
    p, a, t = (buku.tabel[x].lembar for x in ("pengukuran", "anggaran", "pk"))
    isi = {
        p: {
            letak(buku, "pengukuran", 8, "realisasi"): Tulis(None),
            letak(buku, "pengukuran", 9, "realisasi"): Tulis("-"),
            letak(buku, "pengukuran", 10, "target"): Tulis(1.5),
            letak(buku, "pengukuran", 11, "realisasi"): Tulis("76,99 %"),
        },
        a: {
            letak(buku, "anggaran", 9, "realisasi_rp"): Tulis(9e12),
            letak(buku, "anggaran", 10, "realisasi_rp"): Tulis("Rp 1.168.800.000,-"),
            letak(buku, "anggaran", 11, "realisasi_rp"): Tulis("1 : 20"),
            letak(buku, "anggaran", 12, "realisasi_rp"): Tulis("#DIV/0!", rumus="1/0"),
        },
        t: {letak(buku, "pk", 9, "target"): Tulis("90–100")},
    }
    tulis_sel(paket, isi)
    return paket, buku


def tampil(paket: Paket) -> tuple[list[object], list[object], list[str]]:
    baris, kolom = tempat_langsung(paket)
    isi = baca_buku(paket, hanya=["Petunjuk"]).lembar["Petunjuk"].sel
    n = [isi[baris + i, kolom].nilai for i in range(len(LANGSUNG))]
    tautan = [isi[baris + i, kolom + GESER_TAUTAN] for i in range(len(LANGSUNG))]
    assert isi[baris - 1, kolom].nilai == TERHITUNG and isi[baris - 1, kolom].rumus
    return n, [s.nilai or "" for s in tautan], [s.rumus for s in tautan]


def test_tiap_jenis_terhitung(rusak):
    paket, buku = rusak
    semula = list(cacah(buku))
    assert semula == [0] * len(LANGSUNG), "the example itself has none"
    isi_tembolok(paket, perintah.skema())
    n, tautan, _ = tampil(paket)
    assert n[TARGET] == 1 and n[PK] == 1 and n[TEKS] == 2 and n[RP] == 1 and n[GALAT] >= 2
    assert tautan == [BUKA] * len(LANGSUNG)


@pytest.mark.lo
def test_rumus_sama_dengan_python(libreoffice, rusak, tmp_path):
    """The formulas, computed by LibreOffice, count what Python stored; the links lead to the first cell of each kind."""
    paket, buku = rusak
    isi_tembolok(paket, perintah.skema())
    n, tautan, rumus = tampil(paket)
    baris, kolom = tempat_langsung(paket)
    wb = openpyxl.load_workbook(io.BytesIO(paket.ke_bytes()), keep_vba=True)
    for i, r in enumerate(rumus):  # where each link leads, as a text beside it
        tujuan = re.fullmatch(r'=IF\([A-Z]+\d+=0,"",HYPERLINK\((.*),"[^"]*"\)\)', r)[1]
        wb["Petunjuk"].cell(baris + i, 60, f"={tujuan}")
    wb.save(path := tmp_path / "buku.xlsm")
    wb.vba_archive.close()  # openpyxl leaves it open for writing
    isi = libreoffice.hitung(path, lembar=["Petunjuk"])["Petunjuk"]
    assert [isi[sel(baris + i, kolom)]["v"] for i in range(len(n))] == n
    assert [isi[sel(baris + i, kolom + GESER_TAUTAN)]["v"] for i in range(len(n))] == tautan
    assert isi[sel(baris - 1, kolom)]["v"] == TERHITUNG
    tujuan = [isi[sel(baris + i, 60)]["v"] for i in range(len(n))]
    p = letak(buku, "pengukuran", 8, "realisasi"), letak(buku, "pengukuran", 10, "target")
    assert tujuan[:2] == [f"#'Pengukuran'!{x}" for x in p]
    assert (
        tujuan[GALAT] == f"#'Anggaran'!{letak(buku, 'anggaran', 12, 'realisasi_rp')}" or "Pengukuran" in tujuan[GALAT]
    )
    assert tujuan[TEKS] == f"#'Pengukuran'!{letak(buku, 'pengukuran', 11, 'realisasi')}"
    assert tujuan[RP] == f"#'Anggaran'!{letak(buku, 'anggaran', 9, 'realisasi_rp')}"


@pytest.mark.parametrize("x", LANGSUNG, ids=lambda x: x.judul)
def test_menurut_batas_excel(x):
    """Short enough, and none but functions every program has since Excel 2010."""
    for teks in (rumus_cacah(x, perintah.skema()), rumus_tautan(x, "C13", perintah.skema())):
        assert len(teks) < PANJANG_MAKS and max(map(len, re.findall(r'"([^"]*)"', teks)), default=0) <= 255
        assert "_xl" not in teks and not re.search(r"\$?[A-Z]+:\$?[A-Z]+", teks)
        dalam = terdalam = 0
        for h in teks:
            dalam += (h == "(") - (h == ")")
            terdalam = max(terdalam, dalam)
        assert dalam == 0 and terdalam < 64


def test_buku_lama_tanpa_pemeriksaan():
    """A guide of an older template has other things there: nothing is written into it."""
    paket = Paket.dari_bytes(buku_pendek.contoh())
    buku = paket.bagian_buku
    paket.ganti(buku, re.sub(rb'<definedName name="PeriksaLangsung"[^>]*>[^<]*</definedName>', b"", paket.baca(buku)))
    assert tempat_langsung(paket) is None
    part = paket.lembar()["Petunjuk"].part
    semula = paket.baca(part)
    isi_tembolok(paket, perintah.skema())
    assert paket.baca(part) == semula


def test_baris_pemeriksaan_di_petunjuk():
    ws = openpyxl.load_workbook(io.BytesIO(buku_pendek.kosong()))["Petunjuk"]
    baris, _ = tempat_langsung(Paket.dari_bytes(buku_pendek.kosong()))
    assert [ws.cell(baris + i, 2).value for i in range(len(JUDUL))] == JUDUL

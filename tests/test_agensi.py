"""Invented agencies are blamed for nothing; the generator knows nothing of the package it measures."""

from __future__ import annotations

import ast
from pathlib import Path
from random import Random
from typing import Any

import pytest
from agensi import agensi, tulis_folder
from agensi.ragam import RAGAM
from buku_agensi import gawat

from lkjip_xl.buku.paket import Paket
from lkjip_xl.isi import isi_buku
from lkjip_xl.perintah import TEMPLAT, skema
from lkjip_xl.skema.sumberdaya import folder_buku
from lkjip_xl.validasi.periksa import periksa_buku

SUMBER = Path(__file__).with_name("agensi")
SEDIKIT, BANYAK = 4, 200


def bersih(benih: int, **ukuran: Any) -> list[tuple[str, str, str]]:
    return [(t.kode, t.lembar, t.sel) for t in gawat(agensi(Random(benih), **ukuran))]


@pytest.mark.parametrize("benih", range(SEDIKIT))
def test_agensi_karangan_tidak_disalahkan(benih: int) -> None:
    assert bersih(1000 + benih, indikator=6, simpul=20) == []


@pytest.mark.lengkap
@pytest.mark.parametrize("benih", range(SEDIKIT))
@pytest.mark.parametrize("ragam", RAGAM)
def test_kebiasaan_ganjil_tidak_disalahkan(ragam: str, benih: int) -> None:
    """Each odd habit by itself."""
    assert bersih(2000 + benih, indikator=6, simpul=20, ragam=ragam) == []


@pytest.mark.lengkap
@pytest.mark.parametrize("benih", range(BANYAK))
def test_dua_ratus_agensi_tidak_disalahkan(benih: int) -> None:
    """Of every size, up to sixty indicators."""
    assert bersih(benih) == []


def test_benih_yang_sama_memberi_agensi_yang_sama() -> None:
    assert agensi(Random(7)) == agensi(Random(7)) != agensi(Random(8))


def test_semua_lembar_yang_dibaca_aturan_terisi() -> None:
    terisi = {i for b in range(8) for i in agensi(Random(b), indikator=6, simpul=20)}
    berpoin = {i for b in range(8) for i in agensi(Random(b), indikator=20, simpul=20, ragam="predikat_berpoin")}
    bertulisan = {*agensi(Random(1), indikator=20, simpul=20, ragam="angka_dicetak_lagi")}
    tanpa_aturan = {
        "satuan",
        "skala_baku",
        "penanda_tangan",
        "strategi",
        "pohon_kinerja",
    }  # lists of the program's own; what the report alone reads; a tree whose rules look at nothing else
    assert terisi | berpoin | bertulisan == set(skema().lembar) - tanpa_aturan


def test_pembuat_agensi_tidak_memakai_program_ini() -> None:
    """Its figures are its own: no import of the package, direct or by way of the tests' helpers."""
    for berkas in SUMBER.glob("*.py"):
        for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
            nama = []
            if isinstance(simpul, ast.Import):
                nama = [a.name for a in simpul.names]
            elif isinstance(simpul, ast.ImportFrom):
                nama = [simpul.module or ""]
            assert {n.partition(".")[0] for n in nama} <= {
                "__future__", "agensi", "ast", "collections", "csv", "dataclasses", "decimal", "itertools", "pathlib", "random",
            }, berkas.name  # fmt: skip


@pytest.mark.lengkap
def test_folder_csv_mengisi_buku_kerja(tmp_path: Path) -> None:
    """What a workbook in memory says, the file filled from the CSV folder says, too."""
    tulis_folder(agensi(Random(1001), indikator=6, simpul=20), tmp_path / "csv")
    paket = Paket.buka(folder_buku() / TEMPLAT)
    isi_buku(paket, tmp_path / "csv", skema())
    assert [t for t in periksa_buku(paket, skema()).temuan if t.tingkat.value in ("Kesalahan", "Peringatan")] == []

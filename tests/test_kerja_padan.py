"""The work of laying a long table beside a filled sheet grows with its rows, counted in calls instead of seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from banyak import satu_cepat

from lkjip_xl.cocokkan.banding import cocokkan
from lkjip_xl.isi import muat_csv
from lkjip_xl.perintah import skema
from lkjip_xl.rencana import rencanakan
from lkjip_xl.sumber import baca_sumber, urai_sumber
from lkjip_xl.sumber.model import Sumber
from lkjip_xl.tabel.model import BukuKerja

BANYAK = 150
LINEAR = 2.5  # twice the rows, and something for what is done once


@cache
def _buku_dan_sumber(n: int) -> tuple[BukuKerja, Sumber]:
    """A filled sheet of n subkegiatan, and a foreign copy of it with other figures in every tenth row."""
    nama = [f"Penyediaan {a} {b} ragam {i}" for i in range(n) for a, b in [(["bahan", "kit", "jasa", "alat"][i % 4], ["baku", "uji", "kantor", "lab", "rapat"][i % 5])]]  # fmt: skip
    with TemporaryDirectory() as folder:
        milik = [f"{i},subkegiatan,{x},{1_000_000 + i},{900_000 + i}" for i, x in enumerate(nama, 1)]
        (p := Path(folder) / "anggaran.csv").write_text("\n".join(["no,level,nama,pagu,realisasi_rp", *milik]))
        buku = muat_csv(Path(folder), skema())
        luar = [f"{i};{x};{1_000_000 + i};{900_000 + i + (i % 10 == 0)}" for i, x in enumerate(nama, 1)]
        p.write_text("\n".join(["No;Sub Kegiatan;Anggaran (Rp);Realisasi (Rp)", *luar]))
        return buku, baca_sumber(p)


def _panggilan(kerja: Callable[[], object]) -> int:
    hitung = 0

    def catat(_frame: object, jenis: str, _arg: object) -> None:
        nonlocal hitung
        hitung += jenis in ("call", "c_call")

    lama = sys.getprofile()
    sys.setprofile(catat)
    try:
        kerja()
    finally:
        sys.setprofile(lama)
    return hitung


def _cocokkan(n: int) -> int:
    buku, luar = _buku_dan_sumber(n)
    return _panggilan(lambda: cocokkan(buku, "anggaran", luar))


def _ambil(n: int) -> int:
    buku, luar = _buku_dan_sumber(n)
    return _panggilan(lambda: rencanakan(buku, urai_sumber(luar), kisi=luar.kisi))


@pytest.mark.lengkap
@pytest.mark.parametrize("kerja", satu_cepat([_cocokkan, _ambil]))
def test_kerja_tumbuh_menurut_baris(kerja: Callable[[int], int]) -> None:
    kerja(BANYAK)  # what is remembered for the whole program
    assert kerja(2 * BANYAK) <= LINEAR * kerja(BANYAK)


def test_beda_tetap_ditemukan() -> None:
    buku, luar = _buku_dan_sumber(BANYAK)
    beda = [s for t in cocokkan(buku, "anggaran", luar).temuan if t.tingkat.name != "CATATAN" for s in t.sel_semua]
    assert len(beda) == BANYAK // 10

"""Random correct workbooks are blamed for nothing; every kind of planted mistake is found at its cell."""

from __future__ import annotations

import pickle
from copy import deepcopy
from functools import cache
from random import Random

import pandas as pd
import pytest
from naskah import Naskah, alamat, buku, naskah_acak
from tanam import JENIS, Letak

from lkjip_xl.aturan import skema as aturan_skema
from lkjip_xl.periksa import periksa
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.skema.periksa import Pelanggaran, periksa_lembar
from lkjip_xl.temuan import Temuan, Tingkat

INGAT: dict[tuple[int, bytes], list[Pelanggaran]] = {}
BERSIH = 20
DASAR = 12  # small workbooks the mistakes are planted in
HARUS = 0.98
TEMPAT = 2  # random places per kind


@pytest.fixture(autouse=True)
def hanya_lembar_yang_berubah(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet with the same content is held against its schema once: most of the time goes there."""

    def sekali(s: SkemaLembar, data: pd.DataFrame) -> list[Pelanggaran]:
        kunci = (id(s), pickle.dumps(data))
        if kunci not in INGAT:
            INGAT[kunci] = periksa_lembar(s, data)
        return INGAT[kunci]

    monkeypatch.setattr(aturan_skema, "periksa_lembar", sekali)


def gawat(naskah: Naskah) -> list[Temuan]:
    laporan = periksa(buku(naskah))
    assert laporan.gagal == []
    return [t for t in laporan.temuan if t.tingkat in (Tingkat.KESALAHAN, Tingkat.PERINGATAN)]


@cache
def dasar(benih: int) -> Naskah:
    return naskah_acak(Random(1000 + benih), indikator=9, simpul=25)


def tanam(nama: str, nomor: int) -> tuple[Naskah, Letak]:
    """The mistake at a random place of the first workbook that has one for it."""
    for geser in range(DASAR):
        naskah = deepcopy(dasar((nomor + geser) % DASAR))
        letak = JENIS[nama](Random(f"{nama} {nomor}"), naskah)
        if letak:
            return naskah, letak
    raise AssertionError(f"no workbook has a place for {nama}")


@pytest.mark.parametrize("benih", range(BERSIH))
def test_buku_yang_benar_tidak_disalahkan(benih: int) -> None:
    """Every fourth is as large as the largest agencies' workbooks."""
    besar = {} if benih % 4 == 0 else {"indikator": 12, "simpul": 30}
    assert [(t.kode, t.lembar, t.sel) for t in gawat(naskah_acak(Random(benih), **besar))] == []


@pytest.mark.parametrize("tempat", range(TEMPAT))
def test_kesalahan_yang_ditanam_ditemukan_di_selnya(tempat: int) -> None:
    """Every kind at one random place per round; each round alone must reach the rate."""
    luput = []
    for nomor, nama in enumerate(JENIS):
        naskah, letak = tanam(nama, nomor + 5 * tempat)
        assert all(naskah != dasar(b) for b in range(DASAR)), nama
        harap = {alamat(*x) for x in letak}
        ditunjuk = {sel for t in gawat(naskah) for sel in (*((t.lembar, s) for s in t.sel_semua), *t.sel_terkait)}
        if not harap & ditunjuk:
            luput.append((nama, sorted(harap)))
    assert len(luput) <= len(JENIS) * (1 - HARUS), luput


def test_banyaknya_jenis() -> None:
    assert len(JENIS) >= 40

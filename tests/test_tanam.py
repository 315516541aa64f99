"""Random correct workbooks are blamed for nothing; every kind of planted mistake is found at its cell."""

from __future__ import annotations

import io
import pickle
from copy import deepcopy
from functools import cache
from random import Random

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from naskah import Naskah, alamat, baca_angka, buku, naskah_acak
from naskah import angka as angka_teks
from tanam import JENIS, Letak

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.alamat import sel
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.lembar.buku_ringkasan import bangun_buku
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.skema.uji import Pelanggaran, periksa_lembar
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja
from lkjip_xl.validasi.aturan import skema as aturan_skema
from lkjip_xl.validasi.periksa import periksa

pytestmark = pytest.mark.lengkap

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


@settings(derandomize=True, max_examples=TEMPAT, deadline=None, database=None, phases=[Phase.generate],
          suppress_health_check=list(HealthCheck))  # fmt: skip
@given(benih=st.integers(0, 2**16))
def test_kesalahan_yang_ditanam_ditemukan_di_selnya(benih: int) -> None:
    """Every kind at one random place per example; each example alone must reach the rate."""
    luput = []
    for nomor, nama in enumerate(JENIS):
        naskah, letak = tanam(nama, nomor + benih)
        assert all(naskah != dasar(b) for b in range(DASAR)), nama
        harap = {alamat(*x) for x in letak}
        ditunjuk = {x for t in gawat(naskah) for x in (*((t.lembar, s) for s in t.sel_semua), *t.sel_terkait)}
        if not harap & ditunjuk:
            luput.append((nama, sorted(harap)))
    assert len(luput) <= len(JENIS) * (1 - HARUS), luput


@cache
def ringkasan(benih: int) -> bytes:
    """The summary sheets of a workbook, as a file of their own."""
    arus = io.BytesIO()
    bangun_buku(buku(dasar(benih))).save(arus)
    return arus.getvalue()


def dengan_ringkasan(naskah: Naskah, benih: int) -> BukuKerja:
    b = buku(naskah)
    b.lain = dict(baca_buku(Paket.dari_bytes(ringkasan(benih), "r.xlsx")).lembar)
    return b


def temuan_ringkasan(b: BukuKerja) -> set[tuple[str, str]]:
    laporan = periksa(b)
    assert laporan.gagal == []
    return {(t.lembar, s) for t in laporan.temuan if t.kode.startswith("RS-") for s in t.sel_semua}


@pytest.mark.parametrize("benih", range(6))
def test_sel_ringkasan_yang_ditimpa_atau_usang_ditemukan(benih: int) -> None:
    """Fresh summaries say nothing; a figure typed over and one whose input has changed are named."""
    r, naskah = Random(f"ringkasan {benih}"), deepcopy(dasar(benih))
    b = dengan_ringkasan(naskah, benih)
    assert temuan_ringkasan(b) == set()
    angka = [
        (n, k)
        for n in RINGKASAN
        for k, s in b.lain[n].sel.items()
        if k[0] >= BARIS_DATA and isinstance(s.nilai, float) and s.nilai > 20
    ]
    for nama, (baris, kolom) in r.sample(angka, 4):
        lama = b.lain[nama].sel[baris, kolom]
        b.lain[nama].sel[baris, kolom] = lama._replace(nilai=lama.nilai + r.randint(2, 9))
        assert (nama, sel(baris, kolom)) in temuan_ringkasan(b)
        b.lain[nama].sel[baris, kolom] = lama
    ukur = next(x for x in naskah["pengukuran"] if x.get("realisasi") and "–" not in x["target"])
    ukur["realisasi"] = angka_teks(baca_angka(ukur["realisasi"]) + 7, 2)
    assert {n for n, _ in temuan_ringkasan(dengan_ringkasan(naskah, benih))} >= {
        "Capaian Kinerja",
        "Perbandingan Tahun",
    }


def test_banyaknya_jenis() -> None:
    assert len(JENIS) >= 40

"""Every kind of planted mistake is found at its cell, in invented agencies; summaries typed over or gone stale are named."""

from __future__ import annotations

import io
from copy import deepcopy
from random import Random

import pytest
from agensi import Naskah
from agensi.kesalahan import JENIS
from agensi.tanam import tambah
from banyak import satu_cepat
from buku_agensi import buku
from satu_jalan import sekali_jalan
from skor_tanam import dasar, ditemukan, nilai, ringkas, sebut, sekali, tanam

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.alamat import sel
from lkjip_xl.lembar.buku_ringkasan import bangun_buku
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja
from lkjip_xl.validasi.periksa import periksa

CEPAT = 6  # kinds of the quick run, others every time the list grows
BAGIAN = 2  # times each kind is planted in the long run; `make skor-tanam` plants twenty
TEMPAT, SEDIKIT_BUKU = 4, 2  # so often a place is looked for, in so many agencies at the least
GILIRAN = 4  # parts of the kinds, so that they need not wait for one worker


def test_banyaknya_jenis() -> None:
    assert len(JENIS) >= 120


def test_beberapa_jenis_ditemukan() -> None:
    luput = [jenis for jenis in sorted(JENIS)[:: len(JENIS) // CEPAT] if not ditemukan(*tanam(jenis, 0)[1:])]
    assert luput == []


@pytest.mark.lengkap
@pytest.mark.parametrize("giliran", range(GILIRAN))
def test_semua_jenis_ditemukan(
    giliran: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fixed part of `make skor-tanam`: every kind a few times, the rate of each printed; none has its place in one agency alone."""
    sekali(monkeypatch.setattr)
    bagian = sorted(JENIS)[giliran::GILIRAN]
    sempit, semua = [], []
    for jenis in bagian:
        tempat: set[int] = set()
        for n in range(TEMPAT):
            tempat |= {tanam(jenis, n)[0]} - {-1}
            if len(tempat) >= SEDIKIT_BUKU:
                break
        else:
            sempit.append(jenis)
        semua.append(nilai(jenis, BAGIAN))
    assert sempit == []
    ditanam, ada = ringkas(semua)
    with capsys.disabled():
        print("", *(x for s in semua for x in sebut(s)), f"{ada}/{ditanam} found ({ada / ditanam:.2%})", sep="\n")
    assert {s.jenis: s.luput for s in semua if s.luput} == {}


@sekali_jalan
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


@pytest.mark.lengkap
@pytest.mark.parametrize("benih", range(6))
def test_sel_ringkasan_yang_ditimpa_atau_usang_ditemukan(benih: int) -> None:
    """Fresh summaries say nothing; a figure typed over is named, and inputs that changed since are one note for all."""
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
    baris = next(
        x for x in reversed(naskah["anggaran"]) if x["level"] != "perangkat daerah"
    )  # a total is checked itself
    baris["realisasi_rp"] = tambah(baris["realisasi_rp"], 7_000_000)
    usang = [t for t in periksa(dengan_ringkasan(naskah, benih)).temuan if t.kode.startswith("RS-")]
    assert [t.kode for t in usang] == ["RS-04"]


def _ganti_kolom(b: BukuKerja, r: Random) -> dict[tuple[str, str], bool]:
    """Half of the figures of every summary replaced by that of another row of their column; is it another figure as shown?"""
    hasil = {}
    for nama in RINGKASAN:
        lembar = b.lain[nama]
        kolom: dict[int, list[tuple[int, int]]] = {}
        for k, s in lembar.sel.items():
            if k[0] >= BARIS_DATA and isinstance(s.nilai, float):
                kolom.setdefault(k[1], []).append(k)
        lama = {k: lembar.sel[k] for semua in kolom.values() for k in semua}
        for semua in kolom.values():
            for k in r.sample(semua, len(semua) // 2):
                x, s = lama[r.choice(semua)].nilai, lama[k]
                lembar.sel[k] = s._replace(nilai=x)
                d = s.desimal if s.desimal is not None else 9
                hasil[nama, sel(*k)] = abs(x - s.nilai) >= 0.5000001 * 10.0**-d
    return hasil


@pytest.mark.parametrize("benih", satu_cepat(range(5)))
def test_angka_baris_lain_di_ringkasan_ditemukan(benih: int) -> None:
    """A cell holds what its own row gives, to the digits it shows; the figure of another row is never accepted instead of it."""
    b = dengan_ringkasan(deepcopy(dasar(benih)), benih)
    lain = _ganti_kolom(b, Random(f"baris lain {benih}"))
    laporan = periksa(b)
    assert laporan.gagal == []
    kena = {(t.lembar, s) for t in laporan.temuan if t.kode.startswith("RS-0") for s in t.sel_semua}
    kena |= {x for t in laporan.temuan for x in t.sel_terkait}
    assert any(lain.values())
    assert [x for x, beda in lain.items() if beda and x not in kena] == []

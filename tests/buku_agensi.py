"""The in-process workbook of a naskah of agensi, and what the validation says of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from buku_md import isi_buku

from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.perintah import skema
from lkjip_xl.skema.model import Skema
from lkjip_xl.tabel.kosong import buku_kosong
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja
from lkjip_xl.validasi.periksa import periksa

SIAP = (30, 60, 120, 400)  # ready-made rows of the blank workbooks: the smallest that holds a naskah is the fastest
Naskah = dict[str, list[dict[str, str]]]


@cache
def skema_naskah(siap: int) -> Skema:
    """The real schemas with room for tables of so many rows."""
    return Skema({i: replace(s, baris=min(s.baris, siap)) for i, s in skema().lembar.items()})


@cache
def _templat(siap: int) -> BukuKerja:
    return buku_kosong(skema_naskah(siap))


def buku(naskah: Naskah) -> BukuKerja:
    """The workbook of a naskah, read cell by cell as a CSV is."""
    panjang = max(map(len, naskah.values()))
    siap = next(s for s in SIAP if panjang < s or s == SIAP[-1])
    kosong = {i: replace(t, sel=dict(t.sel)) for i, t in _templat(siap).tabel.items()}
    return isi_buku(BukuKerja(skema_naskah(siap), kosong), naskah)


def alamat(lembar: str, baris: int, kolom: str) -> tuple[str, str]:
    """Sheet name and A1 address of a row (counted from 0) and column."""
    t = _templat(SIAP[0])[lembar]
    return t.lembar, t.alamat(BARIS_DATA + baris, kolom)


def gawat(naskah: Naskah) -> list[Temuan]:
    """Errors and warnings of a naskah; a rule that crashes fails the test."""
    laporan = periksa(buku(naskah))
    assert laporan.gagal == []
    return [t for t in laporan.temuan if t.tingkat in (Tingkat.KESALAHAN, Tingkat.PERINGATAN)]

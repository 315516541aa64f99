"""Kinds of mistake: their register and what all of them need.

A kind is a function (random, naskah) -> cells: it changes the naskah and returns the cells (sheet id, row from 0,
column) of which at least one must be named by a Kesalahan or Peringatan, itself or as a related cell; None where the
agency has no place for this mistake.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from random import Random

from agensi.angka import baca, desimal, ganti
from agensi.model import Baris, Naskah

Letak = list[tuple[str, int, str]]
Salah = Callable[[Random, Naskah], Letak | None]
Syarat = Callable[[Baris], bool]
Pohon = dict[int, int | None]

TINGKAT = ("perangkat daerah", "program", "kegiatan", "subkegiatan")

JENIS: dict[str, Salah] = {}


def salah(f: Salah) -> Salah:
    """Register a kind of mistake under the function's name."""
    return daftar(f.__name__, f)


def daftar(nama: str, f: Salah) -> Salah:
    """Register a kind under a name of its own; a name is taken once."""
    assert nama not in JENIS, nama
    JENIS[nama] = f
    return f


def semua(n: Naskah, lembar: str, *kolom: str, bila: Syarat = lambda b: True) -> list[int]:
    """Rows whose columns are all filled with figures and more than a dash."""
    return [i for i, b in enumerate(n.get(lembar, ())) if all(b.get(k, "-") not in KOSONG for k in kolom) and bila(b)]


KOSONG = ("", "-", "–", "N/A", "n/a")


def pilih(r: Random, n: Naskah, lembar: str, *kolom: str, bila: Syarat = lambda b: True) -> int | None:
    """A random one of these rows."""
    calon = semua(n, lembar, *kolom, bila=bila)
    return r.choice(calon) if calon else None


def ubah(n: Naskah, lembar: str, baris: int | None, kolom: str, jadi: str | None) -> Letak | None:
    """One cell that now says something else."""
    if baris is None or jadi is None or n[lembar][baris].get(kolom, "") == jadi:
        return None
    n[lembar][baris][kolom] = jadi
    return [(lembar, baris, kolom)]


def berangka(teks: str) -> bool:
    """Is it one plain number (with or without a unit)?"""
    return bool(teks) and teks[0] in "0123456789R-" and not any(c in teks for c in "–≥:") and " - " not in teks


def geser(r: Random, n: Naskah, lembar: str, kolom: str, bila: Syarat = lambda b: True) -> Letak | None:
    """The printed figure misses by two to nine units."""
    b = pilih(r, n, lembar, kolom, bila=lambda x: berangka(x[kolom]) and bila(x))
    return None if b is None else ubah(n, lembar, b, kolom, tambah(n[lembar][b][kolom], r.randint(2, 9)))


def tambah(teks: str, x: float) -> str:
    """The same print with so much more."""
    return ganti(teks, baca(teks) + x)


def tukar_digit(teks: str) -> str | None:
    """The first two neighbouring digits that differ, transposed: never the leading one into a zero."""
    awal = next((i for i, c in enumerate(teks) if c.isdigit()), 0)
    batas = teks.find(",") if "," in teks and desimal(teks) == 2 and set(teks.partition(",")[2]) <= {"0"} else len(teks)
    for i, (a, b) in enumerate(itertools.pairwise(teks[:batas])):
        if a.isdigit() and b.isdigit() and a != b and not (i == awal and b == "0"):
            return teks[:i] + b + a + teks[i + 2 :]
    return None


def tertukar(n: Naskah, lembar: str, a: int, b: int, *kolom: str) -> None:
    """Columns of two rows swapped."""
    x, y = n[lembar][a], n[lembar][b]
    for k in kolom:
        kiri, kanan = x.pop(k, None), y.pop(k, None)
        if kanan is not None:
            x[k] = kanan
        if kiri is not None:
            y[k] = kiri


def indikator(n: Naskah, kode: str) -> Baris:
    """The indicator's own row."""
    return next(i for i in n["indikator"] if i["kode"] == kode)


def atur(n: Naskah) -> Baris:
    """The settings."""
    return n["pengaturan"][0]


def induk(n: Naskah, lembar: str) -> Pohon:
    """Parent row of every row of a programme sheet, by version and the order in which levels follow each other."""
    hasil: Pohon = {}
    versi = {b.get("versi") for b in n[lembar]}
    for v in versi:
        atas: dict[str, int] = {}
        milik = [i for i, b in enumerate(n[lembar]) if b.get("versi") == v]
        total = next((i for i in milik if n[lembar][i]["level"] == TINGKAT[0]), None)
        for i in milik:
            k = TINGKAT.index(n[lembar][i]["level"])
            hasil[i] = None if k == 0 else total if k == 1 else atas.get(TINGKAT[k - 1])
            atas[TINGKAT[k]] = i
    return hasil


def terjumlah(n: Naskah, lembar: str) -> set[int]:
    """Rows of a programme sheet that are a sum of others or part of one."""
    p = induk(n, lembar)
    return {i for i, atas in p.items() if atas is not None} | {i for i in p.values() if i is not None}

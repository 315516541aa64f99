"""Which columns of a sheet surely satisfy its schema? Most do, and where all do, neither pandas nor pandera is imported.

What a look at the plain values does not clear is pandera's to judge (`uji.py`): nothing is ever found here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.skema.cek import ANGKA, CEK, UTUH, bulat
from lkjip_xl.skema.cek_baris import CEK_BARIS
from lkjip_xl.skema.model import CekBaris, Kolom, SkemaLembar


def ragu(s: SkemaLembar, isi: Mapping[str, Sequence[Any]]) -> set[str]:
    """Columns, of these over used rows (blanks None), in which pandera has to be asked; of the others it would find nothing."""
    hasil = {k for k in s.kolom if k in isi and s.kolom[k].tipe in ANGKA and any(map(teks, isi[k]))}  # no numbers
    lajur: dict[str, list[Any]] = {}

    def ambil(k: str) -> list[Any]:
        if k not in lajur:
            tipe = s.kolom[k].tipe
            siap = nilai_lajur(isi[k], tipe)
            lajur[k] = [None if x is None or x != x else float(x) if tipe in ANGKA else x for x in siap]
        return lajur[k]

    mentah = s.cek_pandera.mentah.get("columns", {})
    for nama, k in s.cek_pandera.kolom.items():
        if nama in isi and nama not in hasil and not _pasti(_lolos, k, mentah[nama].get("checks", {}), ambil, nama):
            hasil.add(nama)
    for c in s.cek_pandera.baris:
        kolom = CEK_BARIS[c.nama].kolom_terpakai(c.argumen)
        if all(k in isi for k in kolom) and not _pasti(_lolos_baris, c, kolom, ambil):
            hasil.update(kolom)
    return hasil


def nilai_lajur(isi: Sequence[Any], tipe: str) -> list[Any]:
    """A column as checks see it, blanks None: of numbers what is one or a text, else what is text or number."""
    if tipe in ANGKA:
        return [x if isinstance(x, (int, float)) or teks(x) else None for x in isi]
    return [x if isinstance(x, (str, int, float)) else None for x in isi]


def teks(x: object) -> bool:
    """Is it text, and no error value?"""
    return isinstance(x, str) and not isinstance(x, Galat)


def _pasti(lolos: Callable[..., Iterator[bool]], *argumen: Any) -> bool:
    """Is every verdict good? Values a check is not made for leave a doubt."""
    try:
        return all(lolos(*argumen))
    except (TypeError, ValueError, ArithmeticError):
        return False


def _lolos_baris(c: CekBaris, kolom: Sequence[str], ambil: Callable[[str], list[Any]]) -> Iterator[bool]:
    """Verdict after verdict of a check across columns, row by row."""
    yield from CEK_BARIS[c.nama].fungsi({k: ambil(k) for k in kolom}, **c.argumen)


def _lolos(
    k: Kolom, cek: Mapping[str, Mapping[str, Any]], ambil: Callable[[str], list[Any]], nama: str
) -> Iterator[bool]:
    """Verdict after verdict on one column: its keys, then its checks, which pass over blanks."""
    isi = ambil(nama)
    if k.harus or k.wajib:
        yield None not in isi
    ada = [x for x in isi if x is not None]
    if not ada:
        return
    if k.tipe == "pilihan":
        yield all(x in k.pilihan for x in ada)
    if k.tipe in UTUH:
        yield all(map(bulat, ada))
    for jenis, argumen in cek.items():
        sifat, lolos = {a: x for a, x in argumen.items() if a != "options"}, CEK[jenis].lolos
        yield all(lolos(x, **sifat) for x in ada)

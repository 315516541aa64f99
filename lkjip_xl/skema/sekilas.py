"""Does a sheet surely satisfy its schema? Most do, and then neither pandas nor pandera is needed, nor imported.

What a look at the plain values does not clear is pandera's to judge (`uji.py`): nothing is ever found here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.skema.cek import ANGKA, CEK, UTUH, bulat
from lkjip_xl.skema.cek_baris import CEK_BARIS
from lkjip_xl.skema.model import Kolom, SkemaLembar


def bersih(s: SkemaLembar, isi: Mapping[str, Sequence[Any]]) -> bool:
    """True where pandera would find nothing in these columns of used rows (blanks None); False where it has to be asked."""
    try:
        return _bersih(s, isi)
    except (TypeError, ValueError, ArithmeticError):  # values a check is not made for
        return False


def nilai_lajur(isi: Sequence[Any], tipe: str) -> list[Any]:
    """A column as checks see it, blanks None: of numbers what is one or a text, else what is text or number."""
    if tipe in ANGKA:
        return [x if isinstance(x, (int, float)) or teks(x) else None for x in isi]
    return [x if isinstance(x, (str, int, float)) else None for x in isi]


def teks(x: object) -> bool:
    """Is it text, and no error value?"""
    return isinstance(x, str) and not isinstance(x, Galat)


def _bersih(s: SkemaLembar, isi: Mapping[str, Sequence[Any]]) -> bool:
    if any(k in isi and s.kolom[k].tipe in ANGKA and any(map(teks, isi[k])) for k in s.kolom):
        return False  # no number: a finding of its own
    lajur: dict[str, list[Any]] = {}

    def ambil(k: str) -> list[Any]:
        if k not in lajur:
            tipe = s.kolom[k].tipe
            siap = nilai_lajur(isi[k], tipe)
            lajur[k] = [None if x is None or x != x else float(x) if tipe in ANGKA else x for x in siap]
        return lajur[k]

    mentah = s.cek_pandera.mentah.get("columns", {})
    for nama, k in s.cek_pandera.kolom.items():
        if nama in isi and not all(_lolos(k, mentah[nama].get("checks", {}), ambil(nama))):
            return False
    for c in s.cek_pandera.baris:
        jenis = CEK_BARIS[c.nama]
        kolom = jenis.kolom_terpakai(c.argumen)
        if all(k in isi for k in kolom) and not all(jenis.fungsi({k: ambil(k) for k in kolom}, **c.argumen)):
            return False
    return True


def _lolos(k: Kolom, cek: Mapping[str, Mapping[str, Any]], isi: Sequence[Any]) -> Iterator[bool]:
    """Verdict after verdict on one column: its keys, then its checks, which pass over blanks."""
    if k.harus or k.wajib:
        yield None not in isi
    ada = [x for x in isi if x is not None]
    if not ada:
        return
    if k.tipe == "pilihan":
        yield all(x in k.pilihan for x in ada)
    if k.tipe in UTUH:
        yield all(map(bulat, ada))
    for nama, argumen in cek.items():
        sifat, lolos = {a: x for a, x in argumen.items() if a != "options"}, CEK[nama].lolos
        yield all(lolos(x, **sifat) for x in ada)

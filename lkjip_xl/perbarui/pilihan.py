"""Drop-downs and cell help of the template laid over a user's sheet; those of the user's own stay, and keep their cells."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Mapping

from lkjip_xl.buku.batas import BARIS_TERISI_MAKS
from lkjip_xl.buku.lembar_xml import URUTAN
from lkjip_xl.buku.xmlaman import Elemen, q, sisip
from lkjip_xl.inti.alamat import kawasan, sel
from lkjip_xl.tabel.model import BARIS_DATA

Baris = tuple[int, int]  # the first and the last of some


def pilihan(
    akar: Elemen, templat: Elemen, kolom: Collection[int], baru_kolom: Collection[int], judul: Collection[str]
) -> tuple[int, int, bool]:
    """Our drop-downs and help anew; the user's own stay.

    kolom: numbers of the schema's columns; baru_kolom: those of them the sheet did not have; judul: titles our own bear.
    Returns how many before and after, and whether cells had none (LibreOffice joins those that are alike).
    """
    wadah, cetakan = akar.find(q("dataValidations")), templat.find(q("dataValidations"))
    baru = [copy.deepcopy(e) for e in cetakan] if cetakan is not None else []
    bersama = {e.get("promptTitle", "") for e in baru} | set(judul)
    semua = list(wadah.iterchildren(q("dataValidation"))) if wadah is not None else []
    milik, kita = [], []
    for e in semua:
        (kita if _milik_kita(e, kolom, bersama) else milik).append(e)
    tertutup = _tertutup(milik, kolom)
    if tertutup:
        baru = [e for e in baru if _kurangi(e, tertutup)]
    punya = _tertutup(kita, kolom)
    ingin = _tertutup(baru, frozenset(kolom) - frozenset(baru_kolom))
    kurang = any(_sisa(x, punya.get(k, ())) for k, semua_baris in ingin.items() for x in semua_baris)
    if wadah is not None:
        akar.remove(wadah)
    if baru or milik:
        wadah = akar.makeelement(q("dataValidations"), {})
        wadah.extend([*baru, *milik])
        wadah.set("count", str(len(wadah)))
        sisip(akar, wadah, URUTAN)
    return len(kita), len(baru), kurang


def _milik_kita(e: Elemen, milik: Collection[int], judul: Collection[str]) -> bool:
    kolom = {k for r in e.get("sqref", "").split() for k in range(kawasan(r)[1], kawasan(r)[3] + 1)}
    return kolom <= frozenset(milik) and e.get("promptTitle", "") in judul and bool(e.get("promptTitle"))


def _tertutup(pilihan: Iterable[Elemen], kolom: Collection[int]) -> dict[int, list[Baris]]:
    """Rows under drop-downs by column, of the given columns, in order; 20,000 rows of ten columns would be 200,000 cells."""
    hasil: dict[int, list[Baris]] = {}
    for e in pilihan:
        for b1, k1, b2, k2 in map(kawasan, e.get("sqref", "").split()):
            akhir = min(b2, BARIS_DATA + BARIS_TERISI_MAKS)
            for k in kolom if akhir >= b1 else ():
                if k1 <= k <= k2:
                    hasil.setdefault(k, []).append((b1, akhir))
    for isi in hasil.values():
        isi.sort()
    return hasil


def _sisa(baris: Baris, tertutup: Iterable[Baris]) -> list[Baris]:
    """The rows that are not among the others, which are in order.

    >>> _sisa((8, 20), [(1, 9), (12, 12), (12, 14), (30, 40)])
    [(10, 11), (15, 20)]
    """
    awal, akhir = baris
    hasil: list[Baris] = []
    for a, z in tertutup:
        if a > akhir:
            break
        if a > awal:
            hasil.append((awal, a - 1))
        awal = max(awal, z + 1)
    return [*hasil, (awal, akhir)] if awal <= akhir else hasil


def _kurangi(e: Elemen, tertutup: Mapping[int, Iterable[Baris]]) -> bool:
    """Take cells out of a drop-down's range; tells whether any are left."""
    hasil = [
        sel(a, k) if a == z else f"{sel(a, k)}:{sel(z, k)}"
        for b1, k1, b2, k2 in map(kawasan, e.get("sqref", "").split())
        for k in range(k1, k2 + 1)
        for a, z in _sisa((b1, b2), tertutup.get(k, ()))
    ]
    e.set("sqref", " ".join(hasil))
    return bool(hasil)

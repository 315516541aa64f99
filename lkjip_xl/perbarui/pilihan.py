"""Drop-downs and cell help of the template laid over a user's sheet; those of the user's own stay, and keep their cells."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable

from lkjip_xl.buku.batas import BARIS_TERISI_MAKS
from lkjip_xl.buku.lembar_xml import URUTAN
from lkjip_xl.buku.xmlaman import Elemen, q, sisip
from lkjip_xl.inti.alamat import kawasan, sel
from lkjip_xl.tabel.model import BARIS_DATA


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
    kurang = bool(_tertutup(baru, frozenset(kolom) - frozenset(baru_kolom)) - _tertutup(kita, kolom))
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


def _tertutup(pilihan: Iterable[Elemen], kolom: Collection[int]) -> set[tuple[int, int]]:
    """Cells under drop-downs."""
    return {a for e in pilihan for a in _sel_sel(e.get("sqref", ""), kolom)}


def _sel_sel(sqref: str, kolom: Collection[int]) -> set[tuple[int, int]]:
    """Cells of ranges inside the given columns, as (row, column)."""
    return {
        (b, k)
        for r in sqref.split()
        for b1, k1, b2, k2 in [kawasan(r)]
        for k in range(k1, k2 + 1) if k in kolom
        for b in range(b1, min(b2, BARIS_DATA + BARIS_TERISI_MAKS) + 1)
    }  # fmt: skip


def _kurangi(e: Elemen, tertutup: set[tuple[int, int]]) -> bool:
    """Take cells out of a drop-down's range; tells whether any are left."""
    hasil: list[str] = []
    for r in e.get("sqref", "").split():
        b1, k1, b2, k2 = kawasan(r)
        for k in range(k1, k2 + 1):
            awal = None
            for b in range(b1, b2 + 2):
                bebas = b <= b2 and (b, k) not in tertutup
                if bebas and awal is None:
                    awal = b
                elif not bebas and awal is not None:
                    hasil.append(sel(awal, k) if awal == b - 1 else f"{sel(awal, k)}:{sel(b - 1, k)}")
                    awal = None
    e.set("sqref", " ".join(hasil))
    return bool(hasil)

"""Rows that the end of a page cut in two: which of them only hold the rest of the row before, and how both become one."""

from __future__ import annotations

import re
from dataclasses import replace

from lkjip_xl.sumber.model import BarisAsing, SelAsing
from lkjip_xl.sumber.rupa import berangka, berkata
from lkjip_xl.sumber.wilayah import Isi

_PUTUS = re.compile(r"[-,/&(]$|\b(?:dan|atau|yang|di|ke|dari|untuk|pada|dengan|serta)$", re.IGNORECASE)


def sambungan_teks(isi: Isi, dulu: Isi, pertama: int) -> bool:
    """Does a row behind a page break only go on with the texts of the row before it?"""
    if pertama in isi or not isi or 2 * len(isi) > len(dulu) + 1:
        return False
    return all(
        k in dulu and berisi_kata(s) and berisi_kata(dulu[k]) and (s.teks[:1].islower() or _PUTUS.search(dulu[k].teks))
        for k, s in isi.items()
    )


def potongan(isi: Isi, dulu: Isi) -> bool:
    """Does a row at the top of a page hold words alone, below words, where the rows of the table hold figures or more texts?"""
    if not all(k in dulu and berisi_kata(s) and berisi_kata(dulu[k]) for k, s in isi.items()):
        return False
    return 2 * len(isi) < len(dulu) or (len(isi) < len(dulu) and any(map(berangka, dulu.values())))


def berlanjut(isi: Isi) -> bool:
    """Do all texts of a row go on in the midst of a sentence?"""
    return all(s.teks[:1].islower() for s in isi.values())


def sambungan_ragu(baris: BarisAsing) -> bool:
    """Was a row taken for the rest of the one before it though it may be one of its own: does a text in it begin anew?"""
    return baris.jenis == "sambung" and not berlanjut(baris.sel)


def lengkapi(hasil: list[BarisAsing], isi: Isi, pertama: int, nama: int) -> Isi:
    """The row a page begins with, its merged cells that go on with what the page before left of them whole, there as well as here."""
    if pertama in isi or all(s.teks[:1].islower() for s in isi.values() if berisi_kata(s)):
        return isi
    for k, s in isi.items():
        if k > nama and not berisi_kata(s):
            break
        if not berisi_kata(s) or not s.teks[:1].islower():
            continue
        atas = next((i for i in range(len(hasil) - 1, -1, -1) if hasil[i].jenis == "data" and k in hasil[i].sel), None)
        if atas is not None and berisi_kata(hasil[atas].sel[k]):
            utuh = replace(s, teks=f"{hasil[atas].sel[k].teks} {s.teks}")
            hasil[atas] = replace(hasil[atas], sel=hasil[atas].sel | {k: replace(hasil[atas].sel[k], teks=utuh.teks)})
            isi = isi | {k: utuh}
    return isi


def sambung(baris: BarisAsing, isi: Isi) -> BarisAsing:
    """A row with the rest of its texts."""
    return replace(baris, sel=gabungkan(baris.sel, isi))


def gabungkan(sel: Isi, isi: Isi) -> Isi:
    """Cells with the texts that go on with them."""
    return {k: replace(s, teks=f"{s.teks} {isi[k].teks}") if k in isi else s for k, s in sel.items()}


def berisi_kata(s: SelAsing | None) -> bool:
    """Is there a cell, and does it say something in words?"""
    return s is not None and berkata(s)

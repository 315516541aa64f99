"""Running numbers and names under one header ("Sasaran Strategis" over "1" and the sasaran): two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lkjip_xl.sumber.model import KolomAsing, SelAsing, TabelAsing
from lkjip_xl.sumber.rupa import berkata

NOMOR = "No"
_URUT = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]{0,2}")


def pisah_nomor(t: TabelAsing) -> TabelAsing:
    """The table with running numbers that stand left of names under their header as a column of their own.

    The header may be merged over both, or printed over the numbers alone with none over the names, or over the names alone.
    """
    kolom = list(_pisah(t))
    return replace(t, kolom=tuple(kolom)) if kolom != [*t.kolom] else t


def _pisah(t: TabelAsing) -> Iterator[KolomAsing]:
    lewat = False
    for k, lanjut in pairwise([*t.kolom, None]):
        if lewat or k is None:
            lewat = False
        elif len(k.gabung) == 1 and _nomor_di_kiri(t, k.nomor, k.gabung[0]):
            yield replace(k, jalur=(NOMOR,), gabung=())
            yield replace(k, nomor=k.gabung[0], gabung=())
        elif (
            k.jalur
            and lanjut is not None
            and not (lanjut.jalur or k.gabung)
            and _nomor_di_kiri(t, k.nomor, lanjut.nomor)
        ):
            yield replace(k, jalur=(NOMOR,))
            yield replace(lanjut, jalur=k.jalur)
            lewat = True
        elif (
            not k.jalur
            and lanjut is not None
            and lanjut.jalur
            and not k.gabung
            and _nomor_di_kiri(t, k.nomor, lanjut.nomor)
        ):
            yield replace(k, jalur=(NOMOR,))
        else:
            yield k


def _nomor_di_kiri(t: TabelAsing, kiri: int, kanan: int) -> bool:
    """Do only running numbers stand in the left column, each beside words in the right one?"""
    nomor, nama = _isi(t, kiri), _isi(t, kanan)
    return (
        bool(nomor)
        and all(_URUT.fullmatch(s.teks) and b in nama for b, s in nomor.items())
        and all(map(berkata, nama.values()))
    )


def _isi(t: TabelAsing, kolom: int) -> dict[int, SelAsing]:
    return {b.nomor: s for b in t.data() if (s := b.sel.get(kolom)) is not None and s.teks.strip(" -")}

"""Target and result below each other for each indicator, quarters across: a row each, with a column for every measure of a quarter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lkjip_xl.bentuk.waktu_kepala import triwulan
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing

TARGET, REALISASI, CAPAIAN = "Target", "Realisasi", "Capaian (%)"
_UKURAN = {"target": TARGET, "t": TARGET, "realisasi": REALISASI, "r": REALISASI, "capaian": CAPAIAN, "c": CAPAIAN}
_SETAHUN = frozenset({"tahun", "setahun", "tahunan", "satu tahun", "akhir tahun", "total"})
KUARTAL_MIN = 2


def per_ukuran(t: TabelAsing) -> TabelAsing:
    """The table with a row for each name, where a column says Target and Realisasi in turn; else the table itself.

    The rows of a name go from the one that holds it to the next; a measure twice among them, or figures in a row without
    a measure, is another form.
    """
    label = next((k for k in t.kolom if _semua_ukuran(t, k)), None)
    kuartal = [k for k in t.kolom if triwulan(k.judul) or kunci_judul(k.judul) in _SETAHUN]
    if label is None or t.letak or t.terputar or sum(bool(triwulan(k.judul)) for k in kuartal) < KUARTAL_MIN:
        return t
    if any(k.nomor in b.sel for b in t.baris if b.jenis not in ("data", "nomor", "ulang", "kaki") for k in kuartal):
        return t
    lain = [k for k in t.kolom if k not in (label, *kuartal)]
    bagian = _bagian(t, label, lain)
    if bagian is None:
        return t
    n = t.kolom_akhir
    ada = [u for u in (TARGET, REALISASI, CAPAIAN) if any(u in x for x in bagian)]
    nomor = {(u, k.nomor): n + i for i, (u, k) in enumerate(((u, k) for u in ada for k in kuartal), 1)}
    kolom = [replace(k, nomor=nomor[u, k.nomor], jalur=(u, *_waktu(k))) for u in ada for k in kuartal]
    sisa = tuple(b for b in t.baris if b.jenis != "data")
    return replace(t, kolom=(*lain, *kolom), baris=(*(_satu(x, kuartal, lain, nomor) for x in bagian), *sisa))


def _semua_ukuran(t: TabelAsing, k: KolomAsing) -> bool:
    """Does every row say in this column what its figures are?"""
    kata = [_ukuran(b, k) for b in t.data()]
    return {TARGET, REALISASI} <= {*kata} and None not in kata


def _ukuran(b: BarisAsing, k: KolomAsing) -> str | None:
    return _UKURAN.get(pokok_kepala(b.sel[k.nomor].teks)) if k.nomor in b.sel else None


def _waktu(k: KolomAsing) -> tuple[str, ...]:
    return (f"Triwulan {tw}",) if (tw := triwulan(k.judul)) else ("Tahunan",)


def _bagian(t: TabelAsing, label: KolomAsing, lain: Sequence[KolomAsing]) -> list[dict[str, BarisAsing]] | None:
    """The rows of each name by their measure, in order; None where that is not how the table is made.

    A new name begins where a measure comes again: cells merged downwards stand in their first row, or in all of them.
    """
    hasil: list[dict[str, BarisAsing]] = []
    for b in t.data():
        ukuran = _ukuran(b, label)
        if ukuran is None:
            return None
        if not hasil or ukuran in hasil[-1]:
            hasil.append({})
        hasil[-1][ukuran] = b
    tetap = all(x.keys() == y.keys() for x, y in pairwise(hasil))
    berbeda = all(
        len({s.teks for b in x.values() if (s := b.sel.get(k.nomor)) is not None}) < 2 for x in hasil for k in lain
    )
    return hasil if tetap and berbeda and all(_utuh(x, lain) for x in hasil) else None


def _utuh(bagian: Mapping[str, BarisAsing], lain: Sequence[KolomAsing]) -> bool:
    """Are rows those of one name: on one page, with what stands first in a row in none but the first of them?"""
    awal, *sisa = bagian.values()
    pertama = lain[0].nomor if lain else 0
    return all(b.kisi == awal.kisi and (pertama not in b.sel or pertama in awal.sel) for b in sisa)


def _satu(
    bagian: Mapping[str, BarisAsing], kuartal: Sequence[KolomAsing], lain: Sequence[KolomAsing], nomor: Mapping[tuple[str, int], int]
) -> BarisAsing:  # fmt: skip
    """One row of what its rows hold, each cell with the place it stands in."""
    awal, *_ = bagian.values()
    sel: dict[int, SelAsing] = {}
    dari: dict[int, tuple[int, int]] = {}
    for u, b in bagian.items():
        for k in (*lain, *kuartal):
            if (s := b.sel.get(k.nomor)) is None:
                continue
            n = nomor.get((u, k.nomor), k.nomor)
            sel.setdefault(n, s)
            dari.setdefault(n, b.dari.get(k.nomor, (b.nomor, b.asal.get(k.nomor, k.nomor))))
    return replace(awal, sel=sel, asal={}, dari=dari)

"""Rows "Jumlah PNS", "Jumlah Belanja Operasi" that may be the name of something: the rows right above prove that they are sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lkjip_xl.inti.jumlah import mungkin_jumlah
from lkjip_xl.padan.ragam_kepala import NOMOR, pokok_kolom
from lkjip_xl.sumber.model import BarisAsing, TabelAsing
from lkjip_xl.sumber.rupa import angka_sel, berkata

SUKU_MIN = 2
_BERNAMA = frozenset({"indikator", "sasaran", "tujuan"})


def per_jumlah(t: TabelAsing) -> TabelAsing:
    """The table with such rows as sums of parts; of indicators, one may be called so and happen to be one."""
    pokok = pokok_kolom(t)
    if _BERNAMA & {*pokok.values()} or t.terputar or t.letak or not any(map(_berlabel, t.data())):
        return t
    nomor = {n for n, x in pokok.items() if x in NOMOR}
    suku: list[dict[int, float]] = []
    baris = []
    for b in t.baris:
        angka = {n: x for n, s in b.sel.items() if n not in nomor and (x := angka_sel(s)) is not None}
        if b.jenis == "data" and _berlabel(b) and _terbukti(angka, suku):
            b = replace(b, jenis="subjumlah")
        if b.jenis == "data":
            suku.append(angka)
        else:
            suku.clear()
        baris.append(b)
    return replace(t, baris=tuple(baris)) if baris != [*t.baris] else t


def _berlabel(b: BarisAsing) -> bool:
    label = next((s for _, s in sorted(b.sel.items()) if berkata(s)), None)
    return label is not None and mungkin_jumlah(label.teks) in ("jumlah", "subjumlah")


def _terbukti(jumlah: Mapping[int, float], suku: Sequence[Mapping[int, float]]) -> bool:
    """Is every figure of the row the sum of rows right above it, and one of them no zero?"""
    kini, berisi = dict.fromkeys(jumlah, 0.0), dict.fromkeys(jumlah, 0)
    for banyak, a in enumerate(reversed(suku), 1):
        for n in jumlah:
            x = a.get(n, 0.0)
            kini[n] += x
            berisi[n] += x != 0
        cocok = all(abs(kini[n] - x) <= 1e-6 * max(1.0, abs(x)) for n, x in jumlah.items())
        if cocok and banyak >= SUKU_MIN and any(x and berisi[n] >= SUKU_MIN for n, x in jumlah.items()):
            return True
    return False

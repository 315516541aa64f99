"""Pairs of rows of an outside table that show each other's figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lkjip_xl.cocokkan.sama import Penyama
from lkjip_xl.padan.padan import Padan

SETARA_MAKS = 20  # rows with one figure that are looked at: a figure of very many rows swaps nothing


def tertukar(p: Padan, penyama: Penyama) -> dict[tuple[int, int], list[int]]:
    """Pairs by position among the matched rows, and the columns whose figures are exchanged."""
    kena: dict[tuple[int, int], list[int]] = defaultdict(list)
    for k, n in p.angka.items():
        for pasang in _kolom(p, penyama, k, n):
            kena[pasang].append(k)
    return kena


def _kolom(p: Padan, penyama: Penyama, k: int, n: str) -> Iterator[tuple[int, int]]:
    c, asing = p.tujuan.kolom[n], p.menurut_nomor[k]
    beda: dict[int, tuple[float, float]] = {}
    for i, (o, t, _) in enumerate(p.baris.pasangan):
        kita = t.isi(n)
        if k in o.isi and isinstance(kita, (int, float)) and not penyama.sama(asing, o.isi[k], t, c):
            b = penyama.bacaan(asing, o.isi[k], c)
            if b.nilai is not None:
                beda[i] = b.nilai, kita
    pada: dict[int, list[int]] = defaultdict(list)
    for i, (mereka, _) in beda.items():
        pada[_bulat(mereka)].append(i)
    for i, (_, kita) in beda.items():
        for j in (x for g in (-1, 0, 1) for x in pada.get(_bulat(kita) + g, ())[:SETARA_MAKS]):
            if i < j and _bertukar(p, penyama, i, j, k, n):
                yield i, j


def _bulat(x: float) -> int:
    return int(x) if abs(x) < 1e300 else 0


def _bertukar(p: Padan, penyama: Penyama, i: int, j: int, k: int, n: str) -> bool:
    (o, t, _), (q, u, _) = p.baris.pasangan[i], p.baris.pasangan[j]
    c, asing = p.tujuan.kolom[n], p.menurut_nomor[k]
    return penyama.sama(asing, o.isi[k], u, c) and penyama.sama(asing, q.isi[k], t, c)

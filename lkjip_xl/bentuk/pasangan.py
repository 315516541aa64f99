"""Cells that hold two figures under a header that names both ("Target / Realisasi" above "85 / 82,55"): a column for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kunci import kunci_judul, kunci_teks
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing

_UKURAN = {"target": "Target", "realisasi": "Realisasi", "capaian": "Capaian", "t": "Target", "r": "Realisasi", "c": "Capaian",
           "pagu": "Pagu", "anggaran": "Anggaran"}  # fmt: skip
_SEPASANG = re.compile(
    r"\(?\s*\b(target|realisasi|capaian|pagu|anggaran|t|r)\s*(?:/|\||dan|&|dibanding(?:kan)?|vs\.?|-)\s*"
    r"(target|realisasi|capaian|t|r|c)\b\s*\)?",
    re.IGNORECASE,
)
_PISAH = re.compile(r"\s*(?:/|\||\n|;)\s*")
_KOSONG = ("", "-", "–", "—")


def per_pasangan(t: TabelAsing) -> TabelAsing:
    """The table with one figure a cell, where a header names the two and every cell below it has them."""
    n = max((x for k in t.kolom for x in k.semua), default=0)
    umum = (
        _jalur(t.kolom[0].jalur[-1:]) if t.kolom and t.kolom[0].jalur else None
    )  # said once, above the names of the rows
    kolom: list[KolomAsing] = []
    bagi: dict[int, int] = {}
    for k in t.kolom:
        jalur = _jalur(k.jalur)
        if jalur is None and umum is not None and k.jalur and k is not t.kolom[0]:
            jalur = (*k.jalur, umum[0][-1]), (*k.jalur, umum[1][-1])
        if jalur is None or k.gabung or not _berpasangan(t, k.nomor):
            kolom.append(k)
            continue
        n += 1
        bagi[k.nomor] = n
        kolom += (replace(k, jalur=jalur[0]), replace(k, nomor=n, jalur=jalur[1]))
    return replace(t, kolom=tuple(kolom), baris=tuple(_bagi(b, bagi) for b in t.baris)) if bagi else t


def _jalur(jalur: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The headers of the first figure and of the second; None where the header does not name two."""
    for i, x in enumerate(jalur):
        m = _SEPASANG.search(x)
        kata = (kunci_teks(m[1]), kunci_teks(m[2])) if m is not None else ("", "")
        if m is None or _UKURAN[kata[0]] == _UKURAN[kata[1]]:
            continue
        sisa = f"{x[: m.start()]} {x[m.end() :]}".strip()
        lain = (*jalur[:i], *((sisa,) if kunci_judul(sisa) else ()), *jalur[i + 1 :])
        return (*lain, _UKURAN[kata[0]]), (*lain, _UKURAN[kata[1]])
    return None


def _berpasangan(t: TabelAsing, n: int) -> bool:
    isi = [s for b in t.data() if (s := b.sel.get(n)) is not None and s.teks.strip() not in _KOSONG]
    return bool(isi) and all(s.nilai is None and _dua(s.teks) is not None for s in isi)


def _dua(teks: str) -> tuple[str, str] | None:
    bagian = [x.strip() for x in _PISAH.split(teks.strip())]
    if len(bagian) != 2 or any(x not in _KOSONG and baca_kolom(x).nilai is None for x in bagian):
        return None
    return bagian[0], bagian[1]


def _bagi(b: BarisAsing, bagi: dict[int, int]) -> BarisAsing:
    sel, asal = dict(b.sel), dict(b.asal)
    for n, m in bagi.items():
        if n in sel and (dua := _dua(sel[n].teks)) is not None:
            atas = sel[n].atas
            sel[n], sel[m] = SelAsing(dua[0]), SelAsing(dua[1], atas=atas)
            asal |= {n: b.asal.get(n, n), m: b.asal.get(n, n)}
    return replace(b, sel=sel, asal=asal)

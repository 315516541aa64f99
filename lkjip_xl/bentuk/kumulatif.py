"""Quarters side by side under the code of their last month ("B03"), or under a group that says that they are figures up to each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip_xl.bentuk.waktu_kepala import TRIWULAN, triwulan
from lkjip_xl.inti.kunci import kunci_judul, kunci_teks
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.padan.tahun import SD
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, TabelAsing

KUMULATIF = "kumulatif"
_BULAN = re.compile(r"b\s*0?(3|6|9|12)")
_SAMPAI = re.compile(rf"\b(?:{SD})\s*$")
_CATATAN = re.compile(r"\s*[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]+$")  # the mark of a note
_UKURAN = re.compile(r"\b(target|realisasi)\b")


def per_kumulatif(t: TabelAsing) -> TabelAsing:
    """The table with such headers as quarters, cumulative where one of its groups says so; what is of the last quarter is of the year, too."""
    tw = {k.nomor: x for k in t.kolom if (x := _kuartal(t, k)) is not None}
    if len(tw) < len(TRIWULAN):
        return t
    kumulatif = any(_berkumulatif(k.jalur) for k in t.kolom if k.nomor in tw)
    if not kumulatif and all(triwulan(k.jalur[-1]) for k in t.kolom if k.nomor in tw):
        return t
    kolom, asal = [], {}
    n = t.kolom_akhir
    setahun = any(pokok_kepala(k.judul) == "realisasi" for k in t.kolom if k.nomor not in tw)
    for k in t.kolom:
        if k.nomor not in tw:
            kolom.append(k)
            continue
        ukuran, urut = tw[k.nomor]
        kolom.append(replace(k, jalur=(ukuran, f"{'Kumulatif ' if kumulatif else ''}s.d. Triwulan {urut}")))
        if kumulatif and urut == TRIWULAN[-1] and ukuran == "Realisasi" and not setahun:
            n += 1
            asal[n] = k.nomor
            kolom.append(replace(k, nomor=n, jalur=("Realisasi Tahunan",)))
    return replace(t, kolom=tuple(kolom), baris=tuple(_salin(b, asal) for b in t.baris))


def _kuartal(t: TabelAsing, k: KolomAsing) -> tuple[str, str] | None:
    """What is measured in a column and up to which quarter; None for a column of anything else."""
    if len(k.jalur) < 2 or (ukuran := _UKURAN.search(kunci_judul(" ".join(k.jalur[:-1])))) is None:
        return None
    akhir = _CATATAN.sub("", k.jalur[-1].strip())
    m = _BULAN.fullmatch(kunci_judul(akhir))
    urut = TRIWULAN[int(m[1]) // 3 - 1] if m is not None else triwulan(akhir)
    sekelompok = [x for x in t.kolom if x.jalur[:-1] == k.jalur[:-1]]
    return (ukuran[1].capitalize(), urut) if urut and len(sekelompok) == len(TRIWULAN) else None


def _berkumulatif(jalur: Sequence[str]) -> bool:
    return any(KUMULATIF in kunci_judul(x).split() or _SAMPAI.search(kunci_teks(x)) for x in jalur[:-1])


def _salin(b: BarisAsing, asal: dict[int, int]) -> BarisAsing:
    baru = {n: b.sel[k] for n, k in asal.items() if k in b.sel}
    return replace(b, sel=b.sel | baru, asal={**b.asal, **{n: asal[n] for n in baru}}) if baru else b

"""Results in percent under "Realisasi %": what was realised, where the share of the target stands in columns of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import KolomAsing, TabelAsing

_PERSEN = re.compile(r"(realisasi(?: kinerja)?) ?(?:%|persen|dalam %)$")


def bersatuan_persen(t: TabelAsing) -> TabelAsing:
    """The table with "Realisasi %" as "Realisasi (%)", beside columns of capaian and without any other realisasi."""
    pokok = {pokok_kepala(x) for k in t.kolom for x in k.jalur}
    if "capaian" not in pokok or "realisasi" in pokok:
        return t
    return replace(t, kolom=tuple(map(_satu, t.kolom)))


def _satu(k: KolomAsing) -> KolomAsing:
    jalur = tuple(f"{m[1].capitalize()} (%)" if (m := _PERSEN.fullmatch(kunci_teks(x))) else x for x in k.jalur)
    return k if jalur == k.jalur else replace(k, jalur=jalur, satuan=k.satuan or "%")

"""Lists and tables that nobody gave a header: what is left of a grid, as rows of nameless columns."""

from __future__ import annotations

from collections.abc import Mapping

from lkjip_xl.sumber.baris import BarisMentah, jeniskan
from lkjip_xl.sumber.model import Kisi, KolomAsing, SelAsing, TabelAsing
from lkjip_xl.sumber.wilayah import Isi, gabung_kisi


def tabel_sisa(kisi: Kisi, sel: Mapping[tuple[int, int], SelAsing]) -> TabelAsing | None:
    """The cells of a grid that are part of no table as one without a header; None where there are none.

    What they are only their contents can tell: titles and signatures are among them.
    """
    per_baris: dict[int, Isi] = {}
    for (b, k), s in sorted(sel.items()):
        per_baris.setdefault(b, {})[k] = s
    if not per_baris:
        return None
    kolom = [KolomAsing(k, ()) for k in sorted({k for _, k in sel})]
    mentah = [BarisMentah(0, b, isi, b in kisi.baris_tersembunyi) for b, isi in per_baris.items()]
    return TabelAsing("", tuple(kolom), tuple(jeniskan(mentah, kolom, [], [gabung_kisi(kisi)])), (kisi,))

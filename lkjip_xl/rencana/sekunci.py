"""Figures of one row that have a key of their own: what else the table says of them has the same."""

from __future__ import annotations

from dataclasses import replace

from lkjip_xl.rencana.calon import PEMBANDING
from lkjip_xl.rencana.model import PetaTabel

KETERANGAN = "keterangan"
PERUBAHAN = ("perubahan", "sesudah", "setelah")


def sekunci(p: PetaTabel) -> None:
    """Of figures of one other agency or region all that is said of them: its source is that of its row.

    Beside the figures before and after a change, a remark is about the change: of the row after it.
    """
    milik = {n: k for n, k in p.kolom.items() if k.lembar == PEMBANDING}
    kunci = {k.kunci for k in milik.values() if k.kunci}
    if p.lembar == PEMBANDING and len(kunci) == 1:
        p.kolom |= {n: replace(k, kunci=next(iter(kunci))) for n, k in milik.items() if not k.kunci}
    sesudah = max(
        (k.kunci for k in p.kolom.values() if k.lembar == p.lembar and dict(k.kunci).keys() == {"versi"}), default=()
    )
    if dict(sesudah).get("versi") in PERUBAHAN:
        p.kolom |= {
            n: replace(k, kunci=sesudah) for n, k in p.kolom.items() if (k.lembar, k.kolom) == (p.lembar, KETERANGAN)
        }

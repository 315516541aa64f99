"""A word for the target above results, too ("Rencana: Target", "Realisasi: Target"): below "Realisasi" it is what was realised."""

from __future__ import annotations

from dataclasses import replace

from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import KolomAsing, TabelAsing

TARGET, REALISASI = "target", "realisasi"


def per_target_realisasi(t: TabelAsing) -> TabelAsing:
    """The table with the target below "Realisasi" as realisasi, where the target itself stands elsewhere and no column has results."""
    pokok = {k.nomor: tuple(map(pokok_kepala, k.jalur)) for k in t.kolom}
    target = [k for k in t.kolom if pokok[k.nomor][-1:] == (TARGET,)]
    hasil = [k for k in target if REALISASI in pokok[k.nomor][:-1]]
    if len(target) != 2 or len(hasil) != 1 or any(x[-1:] == (REALISASI,) for x in pokok.values()):
        return t
    return replace(t, kolom=tuple(_hasil(k) if k is hasil[0] else k for k in t.kolom))


def _hasil(k: KolomAsing) -> KolomAsing:
    return replace(k, jalur=k.jalur[:-1])

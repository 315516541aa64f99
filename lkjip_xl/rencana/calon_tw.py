"""What tables print of single quarters beside their figures, on the sheet of quarters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lkjip_xl.bentuk.waktu_kepala import TRIWULAN
from lkjip_xl.rencana.calon import Calon, calon_satu, kepala
from lkjip_xl.skema.model import Skema
from lkjip_xl.sumber.model import TabelAsing
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.tabel.triwulan import ID_TRIWULAN

TEKS_TW = ("rencana_aksi", "pelaksanaan", "kendala", "tindak_lanjut", "bukti")  # said of one quarter


def calon_tw(skema: Skema, setelan: Mapping[str, Nilai], tabel: TabelAsing) -> list[Calon]:
    """What is printed beside the figures of quarters, on their sheet: the capaian of each, beside targets what is planned from the first on."""
    if ID_TRIWULAN not in skema.lembar:
        return []
    kolom = skema.lembar[ID_TRIWULAN].kolom
    semua = [(f"tw{n}", tw) for n, tw in enumerate(TRIWULAN, 1)]
    capaian = [
        Calon(
            ID_TRIWULAN,
            kolom["capaian"],
            frozenset({f"capaian {n}", f"{n} capaian", f"persen {n}", f"{n} %"}),
            frozenset(),
            kunci=(("tw", tw),),
        )
        for n, tw in semua
    ]
    bertarget = any(h.bertw and "target" in h.kata for h in (kepala(k.jalur, setelan) for k in tabel.kolom))
    rencana = calon_satu(ID_TRIWULAN, kolom["rencana_aksi"], setelan) if bertarget else None
    teks = [
        replace(
            c,
            sebutan=frozenset(y for x in c.sebutan for y in (f"{x} {n}", f"{n} {x}")),
            utuh=frozenset(),
            kunci=(("tw", tw),),
        )
        for kata in TEKS_TW
        if (c := calon_satu(ID_TRIWULAN, kolom[kata], setelan)) is not None
        for n, tw in semua
    ]
    return capaian + teks + [replace(c, kunci=(("tw", TRIWULAN[0]),)) for c in (rencana,) if c is not None]

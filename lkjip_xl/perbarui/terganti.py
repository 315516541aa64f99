"""Input sheets somebody renamed: a new, empty one beside the renamed one would leave its figures out of everything."""

from __future__ import annotations

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.skema.versi_templat import lembar_versi
from lkjip_xl.tabel.kepala import PencariKepala
from lkjip_xl.tabel.model import BukuKerja

SEBAGIAN_BESAR = 0.8  # share of a sheet's columns that tells it under another name


def tolak_lembar_terganti(buku: BukuKerja, berkas: str) -> None:
    """Raise GalatBerkas BK-91 where a sheet this template had is missing and a sheet of another name bears its header."""
    for t in buku.tabel.values():
        if t.ada or t.skema.susunan == "pasangan" or lembar_versi(buku.versi, t.skema.id) is None:
            continue
        for nama, lembar in buku.lain.items():
            kepala = PencariKepala(t.skema, lembar, buku.setelan, buku.versi).cari()
            if kepala is not None and len(kepala.letak) >= SEBAGIAN_BESAR * len(t.skema.kolom):
                raise GalatBerkas("BK-91", berkas=berkas, nama=nama, lembar=t.skema.lembar)

"""Figures of others, and standards, that tables print beside ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.rencana.calon import PEMBANDING, WILAYAH, Calon
from lkjip_xl.rencana.daerah import DAERAH_LAIN, PROVINSI, daerah, daerah_lain
from lkjip_xl.skema.model import Skema
from lkjip_xl.sumber.model import TabelAsing
from lkjip_xl.tabel.model import Nilai

STANDAR = [
    ("standar", "Standar Nasional", ("standar nasional",)),
    ("standar", "SPM", ("spm", "standar pelayanan minimal")),
]
KATA_PEMBANDING = (
    "realisasi",
    "capaian",
    "rata rata",
    "angka",
    "nilai",
    "realisasi rata rata",
    "tingkat",
    "capaian realisasi",
)


def calon_pembanding(skema: Skema, setelan: Mapping[str, Nilai], tabel: TabelAsing) -> list[Calon]:
    """Figures of others beside ours ("Realisasi Nasional 2024", "Kota Lain"), of the report's year or the one before."""
    laporan = setelan.get("TahunLaporan")
    if PEMBANDING not in skema.lembar or not isinstance(laporan, float):
        return []
    d = daerah(setelan)
    luar = [(jenis, jenis.capitalize(), nama) for jenis, nama in WILAYAH.items() if jenis != d.level]
    luar += STANDAR
    luar += ((DAERAH_LAIN, x, (kunci_teks(x),)) for x in tabel.pembanding)
    for lain in dict.fromkeys(x for k in tabel.kolom if (x := daerah_lain(k.jalur, d))):
        level, _, nama = lain.partition(" ")
        jenis = PROVINSI if kunci_teks(level) == PROVINSI != d.level else DAERAH_LAIN
        luar.append((jenis, lain, (kunci_teks(lain), kunci_teks(nama), kunci_teks(f"{level[:3]} {nama}"))))
    hasil = []
    for jenis, nama, sebut in luar:
        kunci = (("jenis", jenis), ("nama", nama))
        for kolom, kata in (("nilai", ("", *KATA_PEMBANDING)), ("target", ("target",))):
            sebutan = frozenset(f"{x} {n}".strip() for n in sebut for x in kata)
            satu = Calon(PEMBANDING, skema.lembar[PEMBANDING].kolom[kolom], sebutan, frozenset(), kunci=kunci)
            lalu = int(laporan) - 1
            hasil += [satu, replace(satu, tahun=lalu, kunci=(*kunci, ("tahun", str(lalu))))]
    return hasil

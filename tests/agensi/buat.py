"""One agency from one seed."""

from __future__ import annotations

import csv
from pathlib import Path
from random import Random

from agensi import (  # they register their habits
    cetak_ulang,  # noqa: F401
    konvensi,  # noqa: F401
    konvensi_tabel,  # noqa: F401
    konvensi_uang,  # noqa: F401
    konvensi_ukur,  # noqa: F401
    salah_tulisan,  # noqa: F401
    tabel_kecil,  # noqa: F401
)
from agensi.kata import Nama
from agensi.kinerja import Kinerja
from agensi.model import Atur, Gaya, Naskah
from agensi.pendukung import Pendukung
from agensi.program import Program
from agensi.ragam import RAGAM, ragamkan

SERING = 2 / 3


def agensi(r: Random, *, indikator: int | None = None, simpul: int = 60, ragam: bool | str = True) -> Naskah:
    """The naskah of a random agency: so many indicators (one to sixty), about so many programme rows at most.

    ragam: with odd habits besides, in two agencies of three; a name: with that one and no other.
    """
    atur, gaya, nama = Atur.acak(r), Gaya.acak(r), Nama(r)
    n: Naskah = {}
    n["pengaturan"], n["skala"] = atur.lembar(r)
    kinerja = Kinerja(r, atur, gaya, nama, indikator or r.choice((1, 3, 6, 10, 18, 30, 60)))
    kinerja.tulis(n)
    Program(r, atur, gaya, nama, r.randint(4, simpul)).tulis(n, kinerja.ukuran)
    Pendukung(r, atur, gaya).tulis(n)
    if isinstance(ragam, str):
        RAGAM[ragam](r, n, atur, gaya)
    elif ragam and r.random() < SERING:
        ragamkan(r, n, atur, gaya)
    return {i: [{k: x for k, x in b.items() if x} for b in baris] for i, baris in n.items() if baris}


def tulis_folder(n: Naskah, folder: Path) -> None:
    """The naskah as a folder of CSV that `lkjip isi` takes: one file per sheet, settings as pairs, formulas as their results."""
    folder.mkdir(parents=True, exist_ok=True)
    for lembar, baris in n.items():
        kolom = list(dict.fromkeys(k for b in baris for k in b))
        isi = [[_hasil(b.get(k, "")) for k in kolom] for b in baris]
        if lembar == "pengaturan":
            kolom, isi = ["pengaturan", "nilai"], [[k, x] for k, x in baris[0].items()]
        with (folder / f"{lembar}.csv").open("w", encoding="utf-8", newline="") as f:
            csv.writer(f, lineterminator="\n").writerows([kolom, *isi])


def _hasil(teks: str) -> str:
    return teks.removeprefix("=").replace(".", ",") if teks.startswith("=") else teks

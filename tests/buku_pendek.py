"""Whole workbooks with few ready-made rows: the published examples and the blank template in a third of the cells.

A row costs the same whether anybody typed in it; the committed workbooks have hundreds of blank ones. What is typed
stands in the same cells as there. Each is built once per process.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from masa_depan import kecil
from satu_jalan import sekali_jalan

from lkjip_xl import perintah
from lkjip_xl.lembar.bangun import bangun
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.sumberdaya import folder_buku

BARIS = 10
SISA = 3  # blank rows left behind the last one


@sekali_jalan
def kosong(tahun: int | None = None, baris: int = BARIS) -> bytes:
    """The blank template, whose settings say that year, with so many rows."""
    return bangun(kecil(perintah.skema(), baris), {} if tahun is None else {"tahun": tahun})


@sekali_jalan
def contoh(nama: str = "magetan-2024") -> bytes:
    """A published example, filled from its CSV like the committed one."""
    folder = folder_buku() / "contoh" / nama
    with TemporaryDirectory() as t:
        berkas = Path(t) / perintah.CONTOH[nama]
        perintah.buat_contoh(berkas, folder, sk=skema_contoh(nama))
        return berkas.read_bytes()


@cache
def skema_contoh(nama: str = "magetan-2024") -> Skema:
    """The schemas with as many rows as an example fills, and a few."""
    folder = folder_buku() / "contoh" / nama
    lembar = {}
    for i, s in perintah.skema().lembar.items():
        berkas = folder / f"{i}.csv"
        terisi = len(list(csv.reader(berkas.open(encoding="utf-8", newline="")))) if berkas.exists() else 0
        pendek = s.baris_awal or s.susunan == "pasangan"
        lembar[i] = s if pendek else replace(s, baris=min(s.baris, terisi + SISA))
    return Skema(lembar)

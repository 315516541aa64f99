"""Full validation of the Magetan example against openpyxl.load_workbook of the same file; medians of five, seconds."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import openpyxl

from lkjip_xl.perintah import CONTOH, skema
from lkjip_xl.validasi.periksa import periksa_buku

BUKU = Path(__file__).parents[1] / "workbooks" / "contoh" / CONTOH["magetan-2024"]


def median(kerja) -> float:
    hasil = []
    for _ in range(5):
        mulai = time.perf_counter()
        kerja()
        hasil.append(time.perf_counter() - mulai)
    return statistics.median(hasil)


sk = skema()
periksa_buku(BUKU, sk)  # imports
print(f"openpyxl.load_workbook {median(lambda: openpyxl.load_workbook(BUKU)):.2f}")
print(f"lkjip validasi         {median(lambda: periksa_buku(BUKU, sk)):.2f}")

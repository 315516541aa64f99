"""How long `cocokkan` takes for tables of growing size with misspelt names and wrong figures: python bench/cocokkan.py [rows …].

Twice the rows should take twice the time; 3,000 rows are to stay below two seconds.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from buku_md import buku_md

from lkjip_xl.cocokkan import cocokkan
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber

KERJA = [
    "Penyediaan",
    "Pengadaan",
    "Pembinaan",
    "Penyusunan",
    "Koordinasi",
    "Pelaksanaan",
    "Evaluasi",
    "Fasilitasi",
    "Pengelolaan",
]
BENDA = [
    "Sarana",
    "Dokumen",
    "Pelatihan",
    "Kendaraan",
    "Gedung",
    "Irigasi",
    "Jalan",
    "Pasar",
    "Laporan",
    "Data",
    "Bahan",
    "Alat",
    "Kantor",
    "Desa",
]


def baris(banyak: int) -> list[tuple[str, str, int, int]]:
    """Invented programmes: level, name, pagu, realisasi."""
    acak = random.Random(banyak)
    hasil = []
    for i in range(banyak):
        level = "program" if i % 20 == 0 else "kegiatan" if i % 5 == 0 else "subkegiatan"
        nama = f"{acak.choice(KERJA)} {acak.choice(BENDA)} dan {acak.choice(BENDA)} {acak.choice(KERJA)} {i // 3:05d}"
        pagu = acak.randint(10**6, 10**9)
        hasil.append((level, nama, pagu, int(pagu * acak.random())))
    return hasil


def ukur(banyak: int) -> float:
    """Seconds of one reconciliation."""
    isi = baris(banyak)
    teks = "| Anggaran | level | nama | pagu | realisasi_rp |\n" + "\n".join(
        f"| | {level} | {nama} | {pagu} | {realisasi} |" for level, nama, pagu, realisasi in isi
    )
    buku = buku_md(teks)
    luar = [("Uraian", "Pagu", "Realisasi")] + [
        (nama.replace("a", "e", 1) if i % 4 == 0 else nama, pagu, realisasi + (i % 7 == 0))
        for i, (_, nama, pagu, realisasi) in enumerate(isi)
    ]
    sel = {(b, k): SelAsing(str(x)) for b, r in enumerate(luar, 1) for k, x in enumerate(r, 1)}
    mulai = time.process_time()
    hasil = cocokkan(buku, "Anggaran", Sumber("luar.csv", [Kisi("luar.csv", "", 1, sel, beralamat=True)]))
    lama = time.process_time() - mulai
    print(f"{banyak:>6} rows {lama:6.2f} s  {lama / banyak * 1000:.2f} ms a row  {hasil.kalimat()}")
    return lama


if __name__ == "__main__":
    for n in map(int, sys.argv[1:] or ("1000", "3000", "20000")):
        ukur(n)

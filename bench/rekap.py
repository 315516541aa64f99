"""A rekap of many generated workbooks: books made and read per second, peak memory of the process and of its workers.

`python bench/rekap.py [--penuh] [50 500 5000]`: so many books, with one process and with one for each core; --penuh: workbooks
with all ready-made rows, as agencies have them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from buku_daerah import UKURAN, dasar, tulis_daerah

LAMA = 2000  # so many are read by all cores only: one process takes an hour
BANYAK = 500  # from so many on they are variants of fifty generated agencies, below it of five
ANAK = """
import re, resource, sys, time
from pathlib import Path
from lkjip_xl import perintah
from lkjip_xl.rekap import Pilihan
folder, pekerja = Path(sys.argv[1]), int(sys.argv[2])
sk = perintah.skema()
mulai = time.perf_counter()
r = perintah.rekap([folder], folder.parent / f"R{pekerja}.xlsx", pilihan=Pilihan(pekerja=pekerja, simpan=False), sk=sk, timpa=True)
detik = time.perf_counter() - mulai
puncak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1024
anak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(len(r.entri), len(r.gagal), f"{detik:.1f}", puncak, anak)
"""


def main(argumen: list[str]) -> None:
    """Print a line per number of books and processes."""
    penuh = "--penuh" in argumen
    inti = os.cpu_count() or 1
    banyak = [int(x) for x in argumen if x.isdigit()] or [50, 500]
    ukuran = {n: UKURAN * (10 if n >= BANYAK else 1) for n in banyak}
    for n, u in enumerate(max(ukuran.values(), key=len)):
        dasar(n, *u, 2024, penuh=penuh)
    print("buku  proses  dibuat/s  detik  buku/s  puncak MB  pekerja MB")
    for n in banyak:
        with tempfile.TemporaryDirectory() as t:
            mulai = time.perf_counter()
            tulis_daerah(Path(t) / "daerah", n, ukuran=ukuran[n], penuh=penuh)
            dibuat = n / (time.perf_counter() - mulai)
            for pekerja in dict.fromkeys((1 if n < LAMA else inti, inti)):
                hasil = subprocess.run(
                    [sys.executable, "-c", ANAK, str(Path(t) / "daerah"), str(pekerja)],
                    capture_output=True,
                    text=True,
                    check=True,
                )
                m = re.match(r"(\d+) (\d+) ([\d.]+) (\d+) (\d+)", hasil.stdout)
                assert m is not None and (int(m[1]), int(m[2])) == (n, 0), hasil.stdout
                print(
                    f"{n:4}  {pekerja:6}  {dibuat:8.0f}  {m[3]:>5}  {n / float(m[3]):6.2f}  {m[4]:>9}  {m[5]:>10}",
                    flush=True,
                )


if __name__ == "__main__":
    main(sys.argv[1:])

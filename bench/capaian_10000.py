"""Recalculate 10,000 CAPAIAN cells with each engine; prints the median of five runs in seconds.

python bench/capaian_10000.py        needs LibreOffice (cells) and xlwings (Python called as its UDF server does)
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from openpyxl import Workbook

AKAR = Path(__file__).parents[1]
sys.path[:0] = [str(AKAR), str(AKAR / "tests")]

from libreoffice import SYSTEM_PYTHON  # noqa: E402

from lkjip_xl.edar.asli import bentuk_asli  # noqa: E402
from lkjip_xl.excel.larik import per_sel  # noqa: E402
from lkjip_xl.excel.pasang import pasang_vba  # noqa: E402
from lkjip_xl.inti.fungsi import CAPAIAN  # noqa: E402

BARIS, ULANG = 10_000, 5
UKUR = """
import json, sys, tempfile, time
sys.path.insert(0, sys.argv[1])
from lo_pelayan import Office
with tempfile.TemporaryDirectory() as folder:
    office = Office(folder)
    office.start()
    def ukur(path):
        doc = office.load(path)
        hasil = []
        for _ in range(int(sys.argv[2])):
            mulai = time.perf_counter()
            doc.calculateAll()
            hasil.append(time.perf_counter() - mulai)
        doc.close(True)
        return hasil
    print(json.dumps([office.on_main_thread(lambda p=p: ukur(p)) for p in sys.argv[3:]]))
    office.kill()
"""


def buku(folder: Path, nama: str, rumus: str | None, *, makro: bool = False) -> Path:
    """A workbook of BARIS rows: target, realisasi and, unless None, the formula with {b} for the row."""
    wb = Workbook()
    ws = wb.active
    for b in range(1, BARIS + 1):
        ws.append(
            [75 + b % 25, 70 + b % 40 + b % 7 / 8, "turun" if b % 3 == 0 else "naik", rumus and rumus.format(b=b)]
        )
    if makro:
        pasang_vba(wb)
    wb.save(berkas := folder / nama)
    return berkas


def median(kerja) -> float:
    hasil = []
    for _ in range(ULANG):
        mulai = time.perf_counter()
        kerja()
        hasil.append(time.perf_counter() - mulai)
    return statistics.median(hasil)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        ruang = Path(folder)
        asli = "=" + bentuk_asli("CAPAIAN", ["A{b}", "B{b}"])
        penuh = "=CAPAIAN(A{b},B{b},C{b},$F$1)"
        berkas = [
            buku(ruang, "asli.xlsx", asli),
            buku(ruang, "vba.xlsm", "=CAPAIAN(A{b},B{b})", makro=True),
            buku(ruang, "penuh.xlsm", penuh, makro=True),
        ]
        perintah = [SYSTEM_PYTHON, "-c", UKUR, str(AKAR / "tests"), str(ULANG), *map(str, berkas)]
        waktu = json.loads(subprocess.run(perintah, check=True, capture_output=True, text=True).stdout)
    for nama, x in zip(("native formula", "vba", "vba, arah and batas from cells"), waktu, strict=True):
        print(f"{nama:32} {statistics.median(x):6.2f} s")
    kolom = [[float(75 + b % 25)] for b in range(BARIS)], [[70 + b % 40 + b % 7 / 8] for b in range(BARIS)]
    print(f"{'Python, one call per column':32} {median(lambda: per_sel(CAPAIAN, *kolom)):6.2f} s")
    satu = [([[t[0]]], [[r[0]]]) for t, r in zip(*kolom, strict=True)]
    print(f"{'Python, one call per cell':32} {median(lambda: [per_sel(CAPAIAN, t, r) for t, r in satu]):6.2f} s")


if __name__ == "__main__":
    main()

"""Seconds from a click to the closing message, button by button, in a LibreOffice window: medians, `make bench-klik`.

Every round clicks the buttons one after the other in a fresh copy of the Magetan example, once with a program that the macro starts and once with
`lkjip tunggu` waiting. The window finds the message within 0.3 s. Needs libreoffice-calc, python3-uno, Xvfb and xdotool.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

AKAR = Path(__file__).parents[1]
sys.path.insert(0, str(AKAR / "tests"))

from jendela import Jendela, pasang_lkjip  # noqa: E402

from lkjip_xl import perintah  # noqa: E402
from lkjip_xl.siaga import SIAGA  # noqa: E402

BUKU = AKAR / "workbooks" / "contoh" / perintah.CONTOH["magetan-2024"]
TOMBOL = ("Validasi", "Perbarui Ringkasan", "Periksa Lembar Ini", "Bersihkan Tanda", "Rapikan", "Buat Laporan")


def ukur(ruang: Path, putaran: int) -> dict[str, float]:
    """Median seconds of each button; the first click of a window is not counted."""
    detik: dict[str, list[float]] = {t: [] for t in TOMBOL}
    kerja = Path(tempfile.mkdtemp(dir=ruang))  # a window that is killed leaves its lock beside the workbook
    jendela = Jendela(ruang / "data", kerja, "id-ID")
    try:
        for i in range(putaran + 1):
            jendela.minta(buka=str(BUKU), di=str(kerja))
            for t in TOMBOL:
                lama = jendela.minta(klik=t)["detik"]
                if i:
                    detik[t].append(lama)
    finally:
        jendela.tutup()
    return {t: statistics.median(x) for t, x in detik.items()}


def main(putaran: int = 3) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        ruang = Path(folder)
        pasang_lkjip(ruang / "data", ruang / "lkjip-python")
        dimulai = ukur(ruang, putaran)
        data = ruang / "data"
        tunggu = subprocess.Popen(
            [sys.executable, "-m", "lkjip_xl.cli", "tunggu"],
            env=os.environ | {"XDG_DATA_HOME": str(data)},
            cwd=AKAR,
            stdout=subprocess.DEVNULL,
        )
        try:
            while not list(data.rglob(SIAGA)):
                if tunggu.poll() is not None:
                    raise RuntimeError("lkjip tunggu has ended")
                time.sleep(0.1)
            siaga = ukur(ruang, putaran)
        finally:
            tunggu.terminate()
            tunggu.wait()
    print("| button | program started | `lkjip tunggu` |\n|---|---:|---:|")
    for t in TOMBOL:
        print(f"| {t} | {dimulai[t]:.1f} s | {siaga[t]:.1f} s |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

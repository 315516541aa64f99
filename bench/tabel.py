"""What the Magetan example costs, beside what other programs take for the same file: one table, `make bench`.

Every round runs all lines once, one after the other, so that a busy machine slows them alike. Shown are the median of
the processor's time (waiting for others is no cost of ours) and the medians of the ratios within a round.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import python_calamine

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from buku_daerah import dasar

from lkjip_xl import perintah
from lkjip_xl.ringkasan import buat_semua
from lkjip_xl.tabel.model import BARIS_DATA
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.validasi.periksa import periksa_buku
from lkjip_xl.word import buat_laporan

try:
    import frictionless
except ImportError:  # a stranger to compare with, nothing of ours: measured where somebody installed it
    frictionless = None

BUKU = Path(__file__).parents[1] / "workbooks" / "contoh" / perintah.CONTOH["magetan-2024"]
BESAR = (60, 2000)  # indicators and programme rows of the large generated workbook
CALAMINE, OPENPYXL, IMPOR = "calamine, all sheets", "openpyxl.load_workbook", "bare `import pandas, pandera.pandas`"
# line: most it may cost in milliseconds, or as a ratio to another line
SASARAN: dict[str, list[tuple[float, str | None]]] = {
    "schemas": [(60, None)],
    "validasi, in process": [(0.35, OPENPYXL), (7, CALAMINE)],
    "validasi of 60 indicators and 2,000 programme rows": [(3, "validasi, in process")],
    "all summaries": [(250, None)],
    "report in Word, with charts": [(1500, None)],
    "lkjip --help": [(250, None)],
    "lkjip validasi": [(1.8, IMPOR)],
}


def _calamine() -> None:
    buku = python_calamine.CalamineWorkbook.from_path(str(BUKU))
    for nama in buku.sheet_names:
        buku.get_sheet_by_name(nama).to_python()


def _frictionless() -> None:
    """The same tables, read already: their columns' kinds guessed, every cell held against them."""
    buku = python_calamine.CalamineWorkbook.from_path(str(BUKU))
    for nama in buku.sheet_names:
        if baris := buku.get_sheet_by_name(nama).to_python()[BARIS_DATA - 2 :]:
            frictionless.Resource(data=baris).validate()


def _besar(ruang: Path) -> Path:
    tujuan = ruang / "besar.xlsm"
    tujuan.write_bytes(dasar(0, *BESAR, 2024).data)
    return tujuan


def _perintah(ruang: Path, *argumen: str) -> Callable[[], object]:
    """A Python of its own, whose modules are compiled once as in an installation."""
    lingkungan = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    lingkungan["PYTHONPYCACHEPREFIX"] = str(ruang / "pyc")
    return lambda: subprocess.run(
        [sys.executable, *argumen], env=lingkungan, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _ke_berkas_baru(ruang: Path, akhiran: str, kerja: Callable[[Path], object]) -> Callable[[], None]:
    def jalan() -> None:
        tujuan = ruang / f"hasil{akhiran}"
        tujuan.unlink(missing_ok=True)
        kerja(tujuan)

    return jalan


def garis(ruang: Path) -> dict[str, Callable[[], object]]:
    """The lines of the table."""
    sk = perintah.skema()
    kerja, besar = muat_buku(BUKU, sk), _besar(ruang)

    def ringkas() -> None:
        salinan = ruang / "salinan.xlsm"
        salinan.write_bytes(BUKU.read_bytes())
        perintah.ringkas(salinan, sk=sk)
        for cadangan in ruang.glob("*cadangan*"):
            cadangan.unlink()

    return {
        CALAMINE: _calamine,
        OPENPYXL: lambda: openpyxl.load_workbook(BUKU),
        "pandas.read_excel, all sheets": lambda: pd.read_excel(BUKU, sheet_name=None, engine="openpyxl"),
        **({"frictionless, same tables": _frictionless} if frictionless else {}),
        IMPOR: _perintah(ruang, "-c", "import pandas, pandera.pandas"),
        "schemas": perintah.skema,
        "read and type": lambda: muat_buku(BUKU, sk),
        "validasi, in process": lambda: periksa_buku(BUKU, sk),
        "validasi of 60 indicators and 2,000 programme rows": lambda: periksa_buku(besar, sk),
        "all summaries": lambda: buat_semua(tanpa_hitungan(kerja)),
        "report in Word, with charts": lambda: buat_laporan(tanpa_hitungan(kerja), draf=True, berkas=BUKU.name),
        "ringkas, file to file": ringkas,
        "edar, file to file": _ke_berkas_baru(ruang, ".xlsx", lambda t: perintah.edar(BUKU, t, sk=sk)),
        "buat, blank workbook": _ke_berkas_baru(ruang, ".xlsm", lambda t: perintah.buat(t, sk=sk)),
        "tahun-baru, file to file": _ke_berkas_baru(ruang, ".xlsm", lambda t: perintah.tahun_baru(BUKU, t, sk=sk)),
        "lkjip --help": _perintah(ruang, "-m", "lkjip_xl.cli", "--help"),
        "lkjip validasi": _perintah(ruang, "-m", "lkjip_xl.cli", "validasi", str(BUKU)),
    }


def tanpa_hitungan(kerja):
    """The same typed workbook that nothing was computed from yet."""
    kerja.hitungan.clear()
    return kerja


def _biaya(kerja: Callable[[], object]) -> float:
    """Milliseconds of the processor, children included."""

    def kini() -> float:
        anak = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.process_time() + anak.ru_utime + anak.ru_stime

    mulai = kini()
    kerja()
    return (kini() - mulai) * 1000


def ukur(putaran: int) -> dict[str, list[float]]:
    """Cost of every line in every round; the round before them warms up."""
    with tempfile.TemporaryDirectory() as ruang:
        semua = garis(Path(ruang))
        hasil: dict[str, list[float]] = {nama: [] for nama in semua}
        for n in range(putaran + 1):
            for nama, kerja in semua.items():
                biaya = _biaya(kerja)
                if n:
                    hasil[nama].append(biaya)
    return hasil


def tabel(hasil: dict[str, list[float]]) -> str:
    """The table as Markdown, with what was aimed at and whether it was reached."""

    def kali(nama: str, dasar: str) -> float:
        return statistics.median(a / b for a, b in zip(hasil[nama], hasil[dasar], strict=True))

    baris = ["| Magetan example | ms | × calamine | × openpyxl | × imports | aim |", "|---|---:|---:|---:|---:|---|"]
    for nama, biaya in hasil.items():
        ms = statistics.median(biaya)
        capai = []
        for paling, acuan in SASARAN.get(nama, []):
            x = ms if acuan is None else kali(nama, acuan)
            satuan = " ms" if acuan is None else f" × {acuan.split(',')[0].split('.')[0].replace('bare ', '')}"
            capai.append(f"≤ {paling:g}{satuan}: {'yes' if x <= paling else 'no'}")
        perbandingan = " | ".join(f"{kali(nama, d):.2f}" for d in (CALAMINE, OPENPYXL, IMPOR))
        baris.append(f"| {nama} | {ms:.0f} | {perbandingan} | {'; '.join(capai)} |")
    return "\n".join(baris)


if __name__ == "__main__":
    print(tabel(ukur(int(sys.argv[1]) if len(sys.argv) > 1 else 5)))

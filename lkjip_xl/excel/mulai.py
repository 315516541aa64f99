"""How the buttons start lkjip: copies of this file in the private folder are what the macro runs, with whatever Python it found.

A Python without lkjip, or too old for it, leaves a mark beside the request at once, and the macro tries the next one. Started
before the request is there, it loads meanwhile what every answer needs. The folder of this file is no source of modules. Only
what every Python 3 understands stands here.
"""

import contextlib
import importlib
import os
import sys
import time

BUKAN, DINI = "bukan.txt", "mulai_dini.py"
PERMINTAAN, AKHIR = "permintaan.txt", b"akhir=1"
VERSI_PYTHON = (3, 11)
BATAS, JEDA = 300.0, 0.05  # seconds: how long a copy of the workbook may take to be saved, and between two looks


def mulai(berkas: str, nama: str) -> None:
    """Answer the request of this name beside the file `berkas`, or leave the mark that this Python cannot."""
    folder = os.path.dirname(os.path.abspath(berkas))
    sys.path[:] = [p for p in sys.path if os.path.abspath(p) != folder]
    try:
        if sys.version_info < VERSI_PYTHON:
            raise ImportError("Python")
        importlib.import_module("lkjip_xl.cli.buku")  # with everything the program is made of
        utama = importlib.import_module("lkjip_xl.cli").main
    except Exception:  # whatever keeps it from starting, another Python may do
        with open(os.path.join(folder, nama, BUKAN), "x"):
            return
    dini = os.path.basename(berkas) == DINI
    if menunggu(os.path.join(folder, nama), dini=dini):
        sys.argv[1:] = ["layani", nama]
        utama()


def menunggu(folder: str, *, dini: bool) -> bool:
    """Wait for the request of a folder that has none yet; False where the macro took the folder away or never wrote it.

    dini: started before the request, so that a folder which is not there was taken away.
    """
    minta = os.path.join(folder, PERMINTAAN)
    if os.path.lexists(minta):
        return True
    if not os.path.isdir(folder):
        return not dini
    with contextlib.suppress(Exception):  # an older program loads it later
        importlib.import_module("lkjip_xl.cli.hangat").hangatkan()
    sampai = time.monotonic() + BATAS
    while os.path.isdir(folder) and time.monotonic() < sampai:
        if _utuh(minta):
            return True
        time.sleep(JEDA)
    return False


def _utuh(minta: str) -> bool:
    if not os.path.isfile(minta):
        return False
    try:
        with open(minta, "rb") as isi:
            return isi.read().rstrip().endswith(AKHIR)
    except OSError:  # the macro holds it still
        return False


if __name__ == "__main__":
    mulai(__file__, sys.argv[1])

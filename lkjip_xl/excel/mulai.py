"""How the buttons start lkjip: a copy of this file in the private folder is what the macro runs, with whatever Python it found.

A Python without lkjip, or too old for it, leaves a mark beside the request at once, and the macro tries the next one. The
folder of this file is no source of modules. Only what every Python 3 understands stands here.
"""

import importlib
import os
import sys

BUKAN = "bukan.txt"
VERSI_PYTHON = (3, 11)


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
    sys.argv[1:] = ["layani", nama]
    utama()


if __name__ == "__main__":
    mulai(__file__, sys.argv[1])

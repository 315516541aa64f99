"""Invented agencies with varied conventions: whole workbooks as text, right from top to bottom, and mistakes planted in them.

`agensi(Random(seed))` gives a naskah: {sheet id: rows of {schema column: text}}, printed as real reports print. Nothing here
knows the package: figures come from a few lines of arithmetic of its own (angka.py), so that an error of the package's
formulas cannot hide itself. `tests/test_agensi.py` holds that, and that no figure of a clean agency is blamed.
"""

from agensi.buat import agensi, tulis_folder
from agensi.model import Baris, Naskah

__all__ = ["Baris", "Naskah", "agensi", "tulis_folder"]

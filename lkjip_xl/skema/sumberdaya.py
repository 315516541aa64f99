"""Where the data folders are: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

_AKAR = Path(__file__).resolve().parents[2]


def folder_skema() -> Path:
    """Folder of the YAML schemas and the message catalogue."""
    return _folder("schemas")


def folder_buku() -> Path:
    """Folder of the template workbook and the examples."""
    return _folder("workbooks")


def _folder(nama: str) -> Path:
    terpasang = Path(str(files("lkjip_xl"))) / "_data" / nama
    return terpasang if terpasang.is_dir() else _AKAR / nama

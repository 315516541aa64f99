"""Where the data folders are: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PAKET = Path(__file__).resolve().parents[1]


def folder_skema() -> Path:
    """Folder of the YAML schemas and the message catalogue."""
    return _folder("schemas")


def folder_buku() -> Path:
    """Folder of the template workbook and the examples."""
    return _folder("workbooks")


def _folder(nama: str) -> Path:
    terpasang = _PAKET / "_data" / nama
    return terpasang if terpasang.is_dir() else _PAKET.parent / nama

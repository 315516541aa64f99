"""The folder a region lays over what is shipped: which one is in use, and what was read with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_folder: Path | None = None
_pelupa: list[Callable[[], None]] = []  # forget what was read with the folder before


def pakai_tindihan(folder: Path | None) -> None:
    """Read messages, sentences and word lists anew, with the files of this folder over those shipped; None: as shipped."""
    global _folder
    _folder = folder
    for lupa in _pelupa:
        lupa()


def tindihan() -> Path | None:
    """The folder in use."""
    return _folder


def sekali(baca: Callable[[], T]) -> Callable[[], T]:
    """Decorator: read once for every folder in use."""
    f = cache(baca)
    _pelupa.append(f.cache_clear)
    return f


def berkas_tindihan(folder: Path | None, berkas: str) -> Path | None:
    """A file of the folder; None where it has none."""
    return folder / berkas if folder is not None and (folder / berkas).exists() else None

"""Which files a command has put in place: to be named where it cannot tell the rest of what it did."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_NAMA: ContextVar[list[str] | None] = ContextVar("tersimpan", default=None)


@contextmanager
def catat_simpanan() -> Iterator[None]:
    """Within this every file that is put in place is remembered."""
    semula = _NAMA.set([])
    try:
        yield
    finally:
        _NAMA.reset(semula)


def catat(nama: str) -> None:
    """A file of this name now stands in its place."""
    if (semua := _NAMA.get()) is not None and nama not in semua:
        semua.append(nama)


def tersimpan() -> tuple[str, ...]:
    """Names of the files put in place so far."""
    return tuple(_NAMA.get() or ())

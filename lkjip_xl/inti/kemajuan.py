"""How far a long step is, for whoever shows it: a terminal listens, nothing else does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

SETIAP = 400  # rows between two reports
_PENDENGAR: ContextVar[Callable[[str], object] | None] = ContextVar("pendengar", default=None)


@contextmanager
def dengar(terima: Callable[[str], object]) -> Iterator[None]:
    """Let `terima` have every report while this lasts."""
    tanda = _PENDENGAR.set(terima)
    try:
        yield
    finally:
        _PENDENGAR.reset(tanda)


def kabari(apa: str, baris: int = 0, dari: int = 0) -> None:
    """Say what is being done, and at which row of how many; costs nothing where nobody listens.

    >>> with dengar(print):
    ...     kabari("Membaca Renstra")
    ...     kabari("Menyalin Anggaran", 1200, 19900)
    Membaca Renstra
    Menyalin Anggaran: baris 1.200 dari 19.900
    """
    terima = _PENDENGAR.get()
    if terima is not None:
        terima(f"{apa}: baris {baris:,} dari {dari:,}".replace(",", ".") if dari else apa)

"""How often Python looks for cycles: a workbook makes hundreds of thousands of objects and none of them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SETIAP = 50_000  # new objects between two collections


def jarangkan() -> None:
    """Let this process collect garbage seldom, for as long as it lives."""
    gc.set_threshold(SETIAP, 20, 20)


@contextmanager
def tanpa_pemungut() -> Iterator[None]:
    """Pause the garbage collector: a hundred thousand new cells wake it for nothing, a third of the reading time."""
    jalan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if jalan:
            gc.enable()

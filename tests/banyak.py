"""How many examples the quick run tries: a quarter of a property's, one of several alike; the long run tries them all.

conftest sets the variable for --lengkap and lets that run have these tests, too.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TypeVar

import pytest

T = TypeVar("T")
LENGKAP = "LKJIP_UJI_LENGKAP"


def banyak(n: int) -> int:
    """Examples of a property whose long run has n."""
    return n if LENGKAP in os.environ else max(20, n // 4)


def seperempat(semua: Sequence[T]) -> Sequence[T]:
    """Every fourth of many alike in the quick run, all of them in the long one."""
    return semua if LENGKAP in os.environ else semua[::4]


def satu_cepat(contoh: Iterable[object], *, grup: bool = False) -> list[object]:
    """Parameters of which the quick run has the first; grup: each keeps its tests with one worker."""
    hasil: list[object] = []
    for x in contoh:
        tanda = [pytest.mark.xdist_group(str(x))] if grup else []
        hasil.append(pytest.param(x, marks=[*tanda, *([pytest.mark.lengkap] if hasil else [])]))
    return hasil


def tiap(n: int, contoh: Iterable[object]) -> list[object]:
    """Parameters (tuples: of several arguments) of which the quick run has every n-th."""
    return [
        pytest.param(*(x if isinstance(x, tuple) else (x,)), marks=[pytest.mark.lengkap] if i % n else [])
        for i, x in enumerate(contoh)
    ]

"""How many examples a run tries: the quick one a quarter of a property's and one of several alike, the long one the others.

conftest sets the variable for --lengkap and lets that run have these tests, too: together they try them all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TypeVar

import pytest

T = TypeVar("T")
LENGKAP = "LKJIP_UJI_LENGKAP"


def banyak(n: int) -> int:
    """Examples of a property of which both runs together try n, at random."""
    return max(20, n - n // 4 if LENGKAP in os.environ else n // 4)


def seperempat(semua: Sequence[T]) -> Sequence[T]:
    """Every fourth of many alike in the quick run, the others in the long one."""
    return [x for i, x in enumerate(semua) if bool(i % 4) == (LENGKAP in os.environ)]


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

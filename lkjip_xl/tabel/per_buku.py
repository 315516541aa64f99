"""What is computed from a workbook is computed once: the result stays with the workbook, and goes with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from lkjip_xl.tabel.model import BukuKerja

P = ParamSpec("P")
T = TypeVar("T")


def per_buku(fungsi: Callable[Concatenate[BukuKerja, P], T]) -> Callable[Concatenate[BukuKerja, P], T]:
    """Keep what a function gives for a workbook (and further hashable arguments); it must give what nobody changes."""

    @wraps(fungsi)
    def hitung(buku: BukuKerja, /, *argumen: P.args, **kata: P.kwargs) -> T:
        kunci = (fungsi, argumen, tuple(sorted(kata.items())))
        if kunci not in buku.hitungan:
            buku.hitungan[kunci] = fungsi(buku, *argumen, **kata)
        return buku.hitungan[kunci]

    return hitung

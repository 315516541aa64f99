"""Rows that are the sums of the rows below them: what a printed total is made of, whatever tells the levels."""

from __future__ import annotations

from collections.abc import Sequence

TOLERANSI = 1.0  # of a rupiah, as amounts are printed


def puncak(nilai: Sequence[float]) -> float:
    """The sum of the outermost rows: one that is the sum of the rows right below it counts for them.

    >>> puncak([3040, 2290, 750, 80]), puncak([500, 300, 300, 200, 200, 40])
    (3120.0, 540.0)
    """
    atas: list[float] = []  # of the rows looked at from the last one, the outermost, nearest last
    for x in reversed(nilai):
        jumlah, n = 0.0, 0
        while n < len(atas) and jumlah < x - TOLERANSI:
            n += 1
            jumlah += atas[-n]
        if n and abs(jumlah - x) <= TOLERANSI:
            del atas[-n:]
        atas.append(x)
    return float(sum(atas))


def seluruh(nilai: Sequence[float]) -> list[float]:
    """The first row where it may stand above all others: no smaller than any of them, and they are more together.

    >>> seluruh([98, 60, 20, 40, 38]), seluruh([30, 60, 20])
    ([98], [])
    """
    return [*nilai[:1]] if len(nilai) > 2 and nilai[0] >= max(nilai[1:]) and sum(nilai[1:]) > nilai[0] else []

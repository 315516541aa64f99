"""What may have been meant where one figure of a series stands out: one slip of the keyboard that puts it back among the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from lkjip_xl.inti.bacaan import desimal_terpendek

PANGKAT = (10.0, 100.0, 1000.0)
SEDIKITNYA = 3  # other figures of a series that tell where one should lie
SERAGAM, SERAGAM_CACAH = 1.5, 1.15  # the largest of them against the smallest, where they are no path; of counts
LONGGAR = 0.1  # so far beyond the others a figure of a series without a path may lie
LIPAT_CACAH = 2.0  # counts that differ more go up and down by themselves
JAUH = 5.0  # a jump along the path is a slip from here on only
DIGIT_TERBANYAK = 15
TEPAT = 1e-9


class Sebab(StrEnum):
    """What the finger did; the value is shown to staff."""

    KOMA = "koma atau nol salah letak"
    BERTUKAR = "dua angka bertukar tempat"
    LEBIH = "satu angka terketik lebih"
    KURANG = "satu angka tidak terketik"
    LAIN = "satu angka terketik lain"


@dataclass(frozen=True, slots=True)
class Dugaan:
    """The figure that was probably meant, and what happened; tetap: all other figures are one and the same."""

    letak: int
    usul: float
    sebab: Sebab
    tetap: bool = False


def bacaan_lain(x: float, desimal: int | None = None) -> Iterator[tuple[Sebab, float]]:
    """Every figure one slip away from a positive one as it is printed, the likelier slips first.

    >>> sorted(y for s, y in bacaan_lain(54.0, 0) if s in (Sebab.BERTUKAR, Sebab.LEBIH))
    [4.0, 5.0, 45.0]
    """
    d = desimal_terpendek(x) if desimal is None else desimal
    teks = f"{x:.{d}f}"
    utuh, _, pecahan = teks.partition(".")
    rapat = utuh + pecahan
    if len(rapat) > DIGIT_TERBANYAK:
        return
    yield from ((Sebab.KOMA, float(f"{y:.12g}")) for p in PANGKAT for y in (x / p, x * p))

    def angka(digit: str) -> float:
        return int(digit) / 10**d

    for i, (a, b) in enumerate(pairwise(rapat)):
        if a != b:
            yield Sebab.BERTUKAR, angka(rapat[:i] + b + a + rapat[i + 2 :])
    if len(utuh) > 1:
        yield from ((Sebab.LEBIH, angka(utuh[:i] + utuh[i + 1 :] + pecahan)) for i in range(len(utuh)))
    for i in range(len(utuh) + 1) if len(utuh) > 1 else ():  # a single digit is part of too many figures
        yield from ((Sebab.KURANG, angka(utuh[:i] + c + utuh[i:] + pecahan)) for c in "0123456789")
    for i in range(len(rapat)):
        yield from ((Sebab.LAIN, angka(rapat[:i] + c + rapat[i + 1 :])) for c in "0123456789" if c != rapat[i])


def keluar_jalur(deret: Sequence[float], desimal: Sequence[int | None], *, cacah: bool) -> Dugaan | None:
    """The one figure of a plan that leaves the path of all others, and a slip that brings it back; None where nothing is that clear.

    A path rises or falls throughout; growth, a late start and a last leap belong to it. cacah: of things one counts,
    which may well go up and down.

    >>> keluar_jalur([70, 71, 17, 73], [0] * 4, cacah=False).usul, keluar_jalur([4, 4, 40, 4], [0] * 4, cacah=True).usul
    (71.0, 4.0)
    >>> keluar_jalur([71, 72, 37, 74], [0] * 4, cacah=False).usul, keluar_jalur([2.5, 22, 2], [1, 0, 0], cacah=False).usul
    (73.0, 2.2)
    >>> [keluar_jalur(x, [0] * len(x), cacah=False) for x in ([20, 70, 71, 72], [70, 71, 72, 100], [80, 82, 75, 77], [5, 60, 7, 80])]
    [None, None, None, None]
    """
    if len(deret) < SEDIKITNYA or min(deret) <= 0:
        return None
    if len(deret) == SEDIKITNYA:
        return None if cacah and not (deret[0] % 1 or deret[2] % 1) else _koma_dari_tiga(deret, desimal)
    if (d := _keluar_langkah(deret, desimal)) is not None:
        return d
    calon = [(x, i) for i in range(len(deret)) if (x := _keluar(deret, desimal, i, cacah=cacah)) is not None]
    if not calon:
        return None
    urut = sorted((_rentang(deret, i), i, x) for x, i in calon)
    return urut[0][2] if len(urut) == 1 or urut[0][0] < urut[1][0] else None


def _keluar_langkah(deret: Sequence[float], desimal: Sequence[int | None]) -> Dugaan | None:
    """The one figure with two digits in each other's place where all others keep one step from year to year."""
    for i, x in enumerate(deret):
        lain = [(j, y) for j, y in enumerate(deret) if j != i]
        langkah = (lain[-1][1] - lain[0][1]) / (lain[-1][0] - lain[0][0])
        harap = [lain[0][1] + (j - lain[0][0]) * langkah for j in range(len(deret))]
        if langkah == 0 or any(abs(y - harap[j]) > TEPAT for j, y in lain) or abs(x - harap[i]) <= TEPAT:
            continue
        tukar = [y for s, y in bacaan_lain(x, desimal[i]) if s is Sebab.BERTUKAR and abs(y - harap[i]) <= TEPAT]
        return Dugaan(i, tukar[0], Sebab.BERTUKAR) if tukar else None
    return None


def _koma_dari_tiga(deret: Sequence[float], desimal: Sequence[int | None]) -> Dugaan | None:
    """The year between two others, far beyond both, that a comma brings back between them."""
    (bawah, atas), x = sorted((deret[0], deret[2])), deret[1]
    if atas > SERAGAM * bawah or bawah / JAUH < x < atas * JAUH:
        return None
    usul = [y for s, y in bacaan_lain(x, desimal[1]) if s is Sebab.KOMA and bawah <= y <= atas]
    return Dugaan(1, usul[0], Sebab.KOMA) if usul else None


def _rentang(deret: Sequence[float], i: int) -> float:
    lain = [*deret[:i], *deret[i + 1 :]]
    return max(lain) / min(lain)


def _keluar(deret: Sequence[float], desimal: Sequence[int | None], i: int, *, cacah: bool) -> Dugaan | None:
    x, lain = deret[i], [*deret[:i], *deret[i + 1 :]]
    naik, turun = (all((b - a) * t >= 0 for a, b in pairwise(lain)) for t in (1, -1))
    if not (naik or turun) or (cacah and max(lain) > LIPAT_CACAH * min(lain)):
        return None
    langkah = max(abs(b - a) for a, b in pairwise(lain))
    searah = False
    if i in (0, len(deret) - 1):
        tetangga = lain[0] if i == 0 else lain[-1]
        maju = (1 if naik else -1) * (-1 if i == 0 else 1) * langkah  # where the path would go on to
        bawah, atas = sorted((tetangga, tetangga + maju))
        searah = (x - tetangga) * maju > 0 or langkah == 0
        if searah and max(x / tetangga, tetangga / x) < JAUH:
            return None
    else:
        bawah, atas = sorted((deret[i - 1], deret[i + 1]))
    jarak = bawah - x if x < bawah else x - atas
    cukup = max(2 * (atas - bawah), atas / 2) if cacah else max(atas - bawah, LONGGAR * atas)
    if jarak <= cukup:
        return None
    usul = _terdekat(x, desimal[i], (bawah, atas), lain, hanya=Sebab.KOMA if searah else None)
    return None if usul is None else Dugaan(i, *usul, tetap=langkah == 0)


def _terdekat(
    x: float, desimal: int | None, batas: tuple[float, float], lain: Sequence[float], hanya: Sebab | None = None
) -> tuple[float, Sebab] | None:
    """The likeliest slip whose figure lies between two bounds and has no more decimals than the others."""
    # 84,31 beside 83,9 and 86: its own decimals are no sign that it was meant to be another figure
    paling, tengah = max(desimal_terpendek(x) if desimal else 0, *map(desimal_terpendek, lain)), sum(batas) / 2
    calon = [
        (sebab, y)
        for sebab, y in bacaan_lain(x, desimal)
        if batas[0] <= y <= batas[1] and y != x and hanya in (None, sebab) and desimal_terpendek(y) <= paling
    ]
    sejenis = [(y, sebab) for sebab, y in calon if sebab is calon[0][0]]
    return min(sejenis, key=lambda c: abs(c[0] - tengah), default=None)


def keluar_kelompok(
    x: float,
    desimal: int | None,
    lain: Sequence[float],
    batas: float,
    paling: float | None = None,
    *,
    cacah: bool = False,
) -> tuple[float, Sebab] | None:
    """What a figure should be that lies apart from others near each other, where one slip explains it; None where not.

    batas: how many times beyond the others is apart; paling: from so many times on it is none of this; cacah: of things
    one counts.

    >>> keluar_kelompok(171.0, 0, [70.0, 72.0, 69.0], 1.6), keluar_kelompok(140.0, 0, [70.0, 95.0, 120.0], 1.6)
    ((71.0, <Sebab.LEBIH: 'satu angka terketik lebih'>), None)
    """
    if (
        len(lain) < SEDIKITNYA
        or min(lain) <= 0
        or x <= 0
        or max(lain) > (SERAGAM_CACAH if cacah else SERAGAM) * min(lain)
    ):
        return None
    kali = max(x / max(lain), min(lain) / x)
    if kali < batas or (paling is not None and kali >= paling):
        return None
    usul = _terdekat(x, desimal, (min(lain) * (1 - LONGGAR), max(lain) * (1 + LONGGAR)), lain)
    return None if usul is None or usul[1] is Sebab.LAIN else usul

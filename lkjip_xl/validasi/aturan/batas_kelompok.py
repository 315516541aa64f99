"""Where a new group of rows begins in a small table: by its numbers, its names, or words that say "of which"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from lkjip_xl.inti.kunci import kunci_teks

TANPA_NOMOR = 9  # deeper than any numbered row
_NOMOR = re.compile(r"\s*((?:[0-9]+|[a-z]|[ivx]+)(?:\.[0-9a-z]+)*)[.)]?(?:\s|$)", re.IGNORECASE)
_DARINYA = re.compile(
    r"\W*(?:di ?antaranya|termasuk|terdiri|yaitu|yakni|dari (?:jumlah|total)|khusus|selain|di luar)\b"
)
SENAMA = 2  # rows that share their first word are one kind of thing


def kedalaman(label: str) -> int:
    """How deep the number before a row's name goes (0 for 1, 1 for 1.1), letters one below; far down where there is none.

    >>> kedalaman("1. A"), kedalaman("1.1 a"), kedalaman("a. b"), kedalaman("Orang")
    (0, 1, 1, 9)
    """
    m = _NOMOR.match(label)
    return m.group(1).count(".") + m.group(1)[0].isalpha() if m else TANPA_NOMOR


def batas_kelompok(label: Mapping[int, str]) -> frozenset[int]:
    """Rows (by Excel row, from the top) that begin another group than the row above them.

    Numbered otherwise or anew, "of which", or with another first word than the rows above that share theirs.

    >>> sorted(batas_kelompok({8: "A", 9: "B", 10: "di antaranya C"})), sorted(batas_kelompok({8: "1. A", 9: "2. B", 10: "1. C"}))
    ([10], [10])
    >>> sorted(batas_kelompok({8: "PNS pria", 9: "PNS wanita", 10: "PPPK"})), sorted(batas_kelompok({8: "A", 9: "B", 10: "C"}))
    ([10], [])
    """
    hasil: set[int] = set()
    senama = 1
    for (_, atas), (b, ini) in pairwise(label.items()):
        if (
            _lain_nomor(atas, ini)
            or _DARINYA.match(kunci_teks(ini))
            or (senama >= SENAMA and _awal(atas) != _awal(ini))
        ):
            hasil.add(b)
        senama = senama + 1 if _awal(atas) == _awal(ini) else 1
    return frozenset(hasil)


def _lain_nomor(atas: str, ini: str) -> bool:
    if kedalaman(atas) != kedalaman(ini):
        return True
    a, b = _NOMOR.match(atas), _NOMOR.match(ini)
    return bool(
        a and b and a.group(1)[0].isdigit() and b.group(1)[0].isdigit() and _urut(b.group(1)) <= _urut(a.group(1))
    )


def _urut(nomor: str) -> list[int]:
    return [int(x) for x in nomor.split(".") if x.isdigit()]


def _awal(label: str) -> str:
    m = _NOMOR.match(label)
    return kunci_teks(label[m.end() :] if m else label).partition(" ")[0]

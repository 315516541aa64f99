"""Text between the tables of pages, as paragraphs: lines that go on below each other are one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from lkjip_xl.sumber.model import Alinea
from lkjip_xl.sumber.pdf_baris import Baris
from lkjip_xl.sumber.pdf_tabel import KisiHalaman

RENGGANG = 1.5  # times the usual distance of lines: a paragraph of its own
PENUH = 0.7  # of the widest line: a shorter one ends its paragraph
_BUTIR = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z][.)]|[-•–▪o])\s+\S")


def alinea(halaman: Sequence[tuple[int, Sequence[KisiHalaman], Sequence[Baris]]]) -> Iterator[Alinea]:
    """Paragraphs outside of the tables, each with its page."""
    for n, kisi, baris in halaman:
        urut = sorted(baris, key=lambda b: b.tengah)
        jarak = [b.tengah - a.tengah for a, b in pairwise(urut)]
        renggang = RENGGANG * median(jarak) if jarak else 0.0
        lebar = max((_lebar(b) for b in urut), default=0.0)
        semua: list[list[Baris]] = []
        for b in urut:
            if semua and _sambung(semua[-1][-1], b, kisi, renggang, lebar):
                semua[-1].append(b)
            else:
                semua.append([b])
        yield from (Alinea(f"hlm. {n}", f"alinea {i}", " ".join(x.teks for x in s)) for i, s in enumerate(semua, 1))


def _sambung(atas: Baris, bawah: Baris, kisi: Sequence[KisiHalaman], renggang: float, lebar: float) -> bool:
    """Does a line go on in the one below it?"""
    return (
        bawah.tengah - atas.tengah <= renggang
        and _lebar(atas) >= PENUH * lebar
        and _BUTIR.match(bawah.teks) is None
        and not any(atas.tengah <= k.kotak[1] < bawah.tengah for k in kisi)
    )


def _lebar(b: Baris) -> float:
    return max(h["x1"] for h in b.huruf) - min(h["x0"] for h in b.huruf)

"""Where the columns and rows of a summary stand on its sheet, which people may have sorted, moved or retyped."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from lkjip_xl.buku.baca import Lembar
from lkjip_xl.inti.bacaan import baca
from lkjip_xl.inti.kemiripan import rasio
from lkjip_xl.inti.kunci import kunci_rapat
from lkjip_xl.ringkasan.model import KolomRingkas, TabelRingkas
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KELOMPOK, BARIS_KEPALA

MIRIP = 0.6  # below this a text is another text, above it another spelling
SUMBER = "Sumber:"


def letak_ringkasan(lembar: Lembar, tabel: TabelRingkas) -> tuple[list[int | None], list[int | None]] | None:
    """Column and row on the sheet of every column and row of the table; None where it is another table altogether."""
    kolom = _letak_kolom(lembar, tabel.kolom)
    if sum(k is not None for k in kolom) * 2 < len(kolom):
        return None
    ada = baris_isi(lembar)
    isi = tabel.terlihat()
    kata = cache(_kata)  # what stands on the sheet is nearly always what the table gives
    kita = [_kunci(b, kata) for b in isi]
    mereka = [
        _kunci(((s.nilai if (s := lembar.sel.get((r, c))) else None) if c else None for c in kolom), kata) for r in ada
    ]
    if len(ada) == len(isi) and _cocok(kita, mereka) * 2 >= len(isi):
        return kolom, list(ada)
    letak: list[int | None] = [None] * len(isi)
    for a, b, n in difflib.SequenceMatcher(None, kita, mereka, autojunk=False).get_matching_blocks():
        letak[a : a + n] = ada[b : b + n]
    if sum(x is not None for x in letak) * 2 < len(isi) or len(ada) != len(isi):
        return None
    return kolom, letak


def _letak_kolom(lembar: Lembar, kolom: Sequence[KolomRingkas]) -> list[int | None]:
    def kepala(c: int) -> str:
        s = lembar.sel.get((BARIS_KEPALA, c)) or lembar.sel.get((BARIS_KELOMPOK, c))
        return kunci_rapat(s.nilai) if s else ""

    lebar = max((c for b, c in lembar.sel if b in (BARIS_KELOMPOK, BARIS_KEPALA)), default=0)
    sisa = list(range(1, lebar + 1))
    hasil: list[int | None] = []
    for i, k in enumerate(kolom, 1):
        c = next((c for c in (i, *sisa) if c in sisa and kepala(c) == kunci_rapat(k.judul)), None)
        if c is not None:
            sisa.remove(c)
        hasil.append(c)
    return hasil


def baris_isi(lembar: Lembar) -> list[int]:
    """Rows of the body: from the first down to the source line, or to the last that is filled."""
    akhir = min((b for (b, c), s in lembar.sel.items() if c == 1 and str(s.nilai).startswith(SUMBER)), default=None)
    if akhir is None:
        return list(range(BARIS_DATA, max(b for b, _ in lembar.sel) + 1))
    return list(range(BARIS_DATA, akhir - 1))  # a narrow gap above the source line


def _kunci(isi: Iterable[object], kata: Callable[[str], str | None]) -> str:
    return "|".join([k for x in isi if isinstance(x, str) and (k := kata(x)) is not None])


def _kata(teks: str) -> str | None:
    """By what a text is compared; None for one that is a figure."""
    return None if baca(teks).nilai else kunci_rapat(teks)


def _cocok(a: Sequence[str], b: Sequence[str]) -> int:
    return sum(rasio(x, y) > MIRIP for x, y in zip(a, b, strict=True))

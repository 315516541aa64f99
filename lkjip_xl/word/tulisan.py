"""What people wrote on the sheet Naskah, as blocks of the section it belongs to; a gap where they wrote nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.bilangan import ada
from lkjip_xl.word.naskah import Balok, Butir, Isian, Paragraf

LEMBAR = "naskah"
BUTIR = "butir"


def tulisan(b: Bahan, bagian: str, ajakan: str = "") -> Iterator[Balok]:
    """The paragraphs and points of a section in their order; ajakan: the placeholder where there are none."""
    semua = _alinea(b, bagian)
    if not semua and ajakan:
        yield Isian(ajakan, bagian)
    for nomor, (bentuk, isi) in enumerate(groupby(semua, key=lambda x: x[0]), 1):
        teks = [t for _, t in isi]
        if bentuk == BUTIR:
            yield Butir(tuple(teks), f"{bagian} {nomor}")
        else:
            yield from (Paragraf(t, kunci=f"{bagian} {nomor}.{i}") for i, t in enumerate(teks, 1))


def ada_tulisan(b: Bahan, bagian: str) -> bool:
    """Did people write anything for this section?"""
    return bool(_alinea(b, bagian))


def _alinea(b: Bahan, bagian: str) -> list[tuple[str, str]]:
    """Shape and text of every paragraph; rows without an order stay where they are, behind those with one."""
    milik = [
        r for r in b.rekaman(LEMBAR) if isinstance(r["bagian"], str) and kunci_teks(r["bagian"]) == kunci_teks(bagian)
    ]
    milik.sort(key=lambda r: (0, u) if ada(u := r["urutan"]) else (1, 0.0))
    hasil = []
    for r in milik:
        bentuk = BUTIR if r["bentuk"] == BUTIR else ""
        teks = r["teks"] if isinstance(r["teks"], str) else ""
        hasil += [(bentuk, t.strip()) for t in teks.splitlines() if t.strip()]
    return hasil

"""Two turns every chapter takes: the table of a summary sheet where it is printed, and what to say of an empty sheet."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.naskah import Balok, Isian, Paragraf, Tabel


def tabel_ringkasan(b: Bahan, lembar: str) -> Iterator[Balok]:
    """The table, unless Daftar Tabel switches it off."""
    if b.tampil(lembar):
        yield Tabel(b.tabel(lembar))


def belum_ada(b: Bahan, id_lembar: str, ajakan: str) -> Iterator[Balok]:
    """Says that an input sheet is empty and leaves a placeholder: "Isi lembar …" and what it takes."""
    lembar = b.buku[id_lembar].lembar
    yield Paragraf(kalimat("umum.tabel_kosong", lembar=lembar))
    yield Isian(f"Isi lembar {lembar}{ajakan}")

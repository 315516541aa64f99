"""The seal of a workbook: every input cell as it stood on a date, and one hash per sheet to see at once what changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lkjip_xl.buku.baca import Lembar
from lkjip_xl.inti.angka import cacah
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, Nilai, Tabel

LEMBAR_SEGEL = "Segel"
BARIS_TANGGAL, BARIS_HASH, BARIS_SEL = 2, 4, 100  # hashes of at most 90 sheets, then the cells
DIKETIK, DIHITUNG = "diketik", "dihitung"

Letak = tuple[int, str]  # Excel row, schema column


@dataclass(frozen=True, slots=True)
class SelSegel:
    """One sealed cell: its value as text, and whether the template's formula gave it."""

    nilai: str
    cara: str


@dataclass(frozen=True, slots=True)
class Segel:
    """A seal: date as text, hash by sheet id, cells by sheet id and place."""

    tanggal: str
    hash: Mapping[str, str]
    sel: Mapping[str, Mapping[Letak, SelSegel]]

    def utuh(self) -> bool:
        """Do the sealed values still give the hashes sealed with them?"""
        return self.hash.keys() == self.sel.keys() and all(hash_lembar(s) == self.hash[i] for i, s in self.sel.items())


def isi_segel(t: Tabel) -> dict[Letak, SelSegel]:
    """The cells of a sheet as they are sealed: typed ones, and what formulas give in used rows."""
    terpakai = set(t.baris) if t.skema.susunan != "pasangan" else {BARIS_DATA}
    hasil = {}
    for (b, k), s in t.sel.items():
        diketik = s.asal not in (Asal.RUMUS, Asal.KOSONG)
        if diketik:
            nilai = s.teks if s.teks is not None else s.nilai if s.nilai is not None else s.mentah
        else:
            nilai = t.penuh[k][b - BARIS_DATA] if b in terpakai else None
        if teks := _teks(nilai):
            hasil[(b, k)] = SelSegel(teks, DIKETIK if diketik else DIHITUNG)
    return hasil


def hash_lembar(sel: Mapping[Letak, SelSegel]) -> str:
    """SHA-256 of a sheet's typed cells; formulas follow from them."""
    h = hashlib.sha256()
    for (b, k), s in sorted(sel.items()):
        if s.cara == DIKETIK:
            h.update(f"{b}\x1f{k}\x1f{s.nilai}\x1e".encode())
    return h.hexdigest()


def segel_buku(buku: BukuKerja, tanggal: str) -> Segel:
    """The seal of a workbook as it stands."""
    sel = {i: isi_segel(t) for i, t in buku.tabel.items() if t.ada}
    return Segel(tanggal, {i: hash_lembar(s) for i, s in sel.items()}, sel)


def berubah(
    lama: Mapping[Letak, SelSegel], kini: Mapping[Letak, SelSegel]
) -> Iterator[tuple[Letak, SelSegel | None, SelSegel | None]]:
    """Cells that are not as sealed, in the order of rows; a formula whose result changed is not one of them,
    nor one replaced by its own result."""
    for letak in sorted(lama.keys() | kini.keys()):
        a, z = lama.get(letak), kini.get(letak)
        diketik = [x for x in (a, z) if x is not None and x.cara == DIKETIK]
        if diketik and (a.nilai if a else "") != (z.nilai if z else ""):
            yield letak, a, z


def baca_segel(lembar: Lembar) -> Segel:
    """The seal a workbook carries; what cannot be read of it is left out, so that it is not whole."""

    def teks(b: int, k: int) -> str:
        s = lembar.sel.get((b, k))
        return "" if s is None or s.nilai is None else str(s.nilai)

    hash_ = {teks(b, 1): teks(b, 2) for b in range(BARIS_HASH, BARIS_SEL) if teks(b, 1)}
    sel: dict[str, dict[Letak, SelSegel]] = {i: {} for i in hash_}
    for b in sorted({b for b, _ in lembar.sel if b >= BARIS_SEL}):
        baris = cacah(teks(b, 2))
        if teks(b, 1) in sel and baris is not None:
            sel[teks(b, 1)][(baris, teks(b, 3))] = SelSegel(teks(b, 5), teks(b, 4))
    return Segel(teks(BARIS_TANGGAL, 2), hash_, sel)


def _teks(x: Nilai) -> str:
    if isinstance(x, Galat):
        return x.value
    return "" if x is None else f"{x:.15g}" if isinstance(x, float) else str(x)

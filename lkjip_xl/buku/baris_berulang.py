"""Rows that repeat the row before them but for their number: ready-made rows, which hold nothing but formulas."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass

from lkjip_xl.buku.isi_mentah import Sel, susun_sel
from lkjip_xl.buku.urai_polos import SelPolos

_NOMOR = "\0"  # stands for the number of a row; no XML holds it


@dataclass(frozen=True, slots=True)
class PolaBaris:
    """Column and cell of such a row, the formula with \\0 for the number of the row ("" where it names none); letters of its texts."""

    sel: list[tuple[int, Sel, str]]
    huruf: int


def pola_baris(
    semua: Mapping[tuple[int, int], Sel], kolom: Mapping[str, int], acuan: str, sel: Sequence[SelPolos]
) -> PolaBaris | None:
    """What rows like row `acuan`, which is among `semua`, hold; None where anything else than a formula follows the number.

    kolom: column by its letters; sel: the cells of that row as they stand in the part.
    """
    pola: list[tuple[int, Sel, str]] = []
    baris = int(acuan)
    for huruf, gaya, _, f, sifat, _, berisi, v in sel:
        if sifat or acuan in gaya or acuan in v:
            return None
        isi = semua.get((baris, kolom[huruf])) if f or berisi else None
        if isi is not None:
            rumus = isi.rumus if isi.rumus and acuan in isi.rumus else ""
            pola.append((kolom[huruf], isi, rumus.replace(acuan, _NOMOR)))
    return PolaBaris(pola, sum(len(isi.nilai) for _, isi, _ in pola if isinstance(isi.nilai, str)))


def ulangi_baris(semua: MutableMapping[tuple[int, int], Sel], nomor_baris: str, pola: PolaBaris) -> None:
    """Put the cells of another row like it among `semua`."""
    baris = int(nomor_baris)
    for k, isi, rumus in pola.sel:
        semua[baris, k] = susun_sel(Sel, (isi[0], rumus.replace(_NOMOR, nomor_baris), *isi[2:])) if rumus else isi

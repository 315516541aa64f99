"""Grids for tests as they are printed: lines of cells, "<" merged with the cell to its left, "^" with the one above."""

from __future__ import annotations

from lkjip_xl.rencana import Rencana, rencanakan
from lkjip_xl.sumber import urai_sumber
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber
from lkjip_xl.tabel.model import BukuKerja


def kisi(teks: str, *judul: str, berkas: str = "LALU.docx", nomor: int = 1, bawah: tuple[str, ...] = ()) -> Kisi:
    """One grid; "/n" in a cell breaks its line."""
    baris = [[x.strip().replace("/n", "\n") for x in b.split("|")] for b in teks.strip().splitlines()]
    milik: dict[tuple[int, int], tuple[int, int]] = {}
    sel = {}
    for b, isi in enumerate(baris, 1):
        for k, x in enumerate(isi, 1):
            milik[b, k] = milik[b, k - 1] if x == "<" else milik[b - 1, k] if x == "^" else (b, k)
            if x not in ("", "<", "^"):
                sel[b, k] = SelAsing(x)
    ujung: dict[tuple[int, int], tuple[int, int]] = {}
    for (b, k), awal in milik.items():
        x = ujung.get(awal, awal)
        ujung[awal] = max(x[0], b), max(x[1], k)
    gabung = tuple((*a, *z) for a, z in ujung.items() if a != z)
    return Kisi(berkas, "", nomor, sel, gabung, judul, bawah=bawah)


def ambil(buku: BukuKerja, teks: str, *judul: str, bawah: tuple[str, ...] = ()) -> Rencana:
    """The plan of taking one grid over."""
    k = kisi(teks, *judul, bawah=bawah)
    return rencanakan(buku, urai_sumber(Sumber(k.berkas, [k])), kisi=[k])

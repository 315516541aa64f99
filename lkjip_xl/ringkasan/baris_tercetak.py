"""Which rows a summary still needs once its columns are chosen."""

from __future__ import annotations

from dataclasses import replace

from lkjip_xl.ringkasan.model import Gabungan, TabelRingkas


def tanpa_baris_sisa(t: TabelRingkas) -> TabelRingkas:
    """The table without rows that print nothing of their own, every cell blank or merged with the one above.

    So a table of one row per comparator becomes one of one row per indicator where nobody asks for the comparators' columns.
    """
    menyatu = {(i, g.kolom) for g in t.gabung for i in range(g.awal + 1, g.akhir + 1)}

    lanjutan = {i for i, _ in menyatu}
    sisa = {i for i in lanjutan if all((i, k.nama) in menyatu or t.baris[i].nilai.get(k.nama) is None for k in t.kolom)}
    tetap = [i for i in range(len(t.baris)) if i not in sisa]
    if len(tetap) == len(t.baris):
        return t
    baru = {i: n for n, i in enumerate(tetap)}
    gabung = []
    for g in t.gabung:
        milik = [baru[i] for i in range(g.awal, g.akhir + 1) if i in baru]
        if len(milik) > 1:
            gabung.append(Gabungan(g.kolom, milik[0], milik[-1]))
    return replace(t, baris=tuple(t.baris[i] for i in tetap), gabung=tuple(gabung))

"""Numbers written as text, judged by how the rest of their column is written."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.angka import Alasan, Bacaan, gaya_kolom
from lkjip_xl.skema.model import Kolom
from lkjip_xl.tabel.model import Tabel

BERANGKA = ("angka", "cacah", "rupiah", "persen", "target")


def meragukan(t: Tabel) -> Iterator[tuple[Kolom, int, Bacaan]]:
    """Cells (column, Excel row) that the style of their column lets read otherwise, with that reading.

    "92.825" is thousands by itself; among 94,87 and 88,87 it may be 92,825 (see angka.gaya_kolom).
    """
    for k in t.skema.kolom.values():
        isi = [(b, s.teks, s.nilai) for (b, n), s in t.sel.items() if n == k.nama and s.rumus is None]
        if k.tipe not in BERANGKA or all(teks is None for _, teks, _ in isi):
            continue
        bacaan = gaya_kolom([nilai if teks is None else teks for _, teks, nilai in isi], persen=k.tipe == "persen")
        for (baris, teks, _), b in zip(isi, bacaan, strict=True):
            if teks is not None and b.alasan is Alasan.GAYA_KOLOM:
                yield k, baris, b

"""Numbers written as text, judged by how the rest of their column is written."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.inti.angka import Alasan, Bacaan, gaya_kolom
from lkjip_xl.skema.model import Kolom
from lkjip_xl.tabel.model import Tabel

BERANGKA = ("angka", "cacah", "rupiah", "persen", "target")


def meragukan(t: Tabel) -> Iterator[tuple[Kolom, int, Bacaan]]:
    """Cells (column, Excel row) that the style of their column lets read otherwise, with that reading.

    "92.825" is thousands by itself; among 94,87 and 88,87 it may be 92,825 (see angka.gaya_kolom).
    """
    bertulisan = dict.fromkeys(
        n for (_, n), s in t.sel.items() if s.teks is not None and t.skema.kolom[n].tipe in BERANGKA
    )
    for nama in bertulisan:
        k = t.skema.kolom[nama]
        isi = [(b, s.teks, s.nilai) for (b, n), s in t.sel.items() if n == nama and s.rumus is None]
        bacaan = gaya_kolom([nilai if teks is None else teks for _, teks, nilai in isi], persen=k.tipe == "persen")
        for (baris, teks, _), b in zip(isi, bacaan, strict=True):
            if teks is not None and b.alasan is Alasan.GAYA_KOLOM:
                yield k, baris, b

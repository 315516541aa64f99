"""Rows and cells of an HTML table in the order they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from lkjip_xl.buku.xmlaman import Elemen


def baris_tabel(tabel: Elemen) -> Iterator[tuple[int, list[Elemen]]]:
    """Rows as they are shown (head first, foot last) with the number of their group; a stray cell is a row by itself."""
    kelompok: dict[str, list[tuple[int, list[Elemen]]]] = {"thead": [], "": [], "tfoot": []}

    def kumpul(e: Elemen, jenis: str, nomor: int) -> None:
        for i, c in enumerate(e.iterchildren(tag=etree.Element), 1):
            if c.tag == "tr":
                kelompok[jenis].append((nomor, list(_sel_baris(c))))
            elif c.tag in ("td", "th"):
                kelompok[jenis].append((nomor, [c]))
            elif c.tag not in ("table", "caption", "colgroup", "col"):  # row groups, and forms around rows
                bagian = c.tag if c.tag in ("thead", "tfoot") else jenis
                kumpul(c, str(bagian), nomor * 1000 + i)

    kumpul(tabel, "", 0)
    for daftar in kelompok.values():
        yield from daftar


def tabel_luar(e: Elemen) -> list[Elemen]:
    """The outermost tables in an element."""
    return [t for c in e.iterchildren(tag=etree.Element) for t in ([c] if c.tag == "table" else tabel_luar(c))]


def _sel_baris(tr: Elemen) -> Iterator[Elemen]:
    for c in tr.iterchildren(tag=etree.Element):
        if c.tag in ("td", "th"):
            yield c
        elif c.tag != "table":
            yield from _sel_baris(c)


def rentang(e: Elemen, atribut: str, maks: int, nol: int = 1) -> int:
    """How many rows or columns a cell spans by an attribute; nol: what 0 means."""
    m = re.match(r"\s*\+?([0-9]{1,9})", e.get(atribut) or "")
    n = int(m[1]) if m else 1
    return min(n, maks) if n else nol

"""Questions named as people do: all of them, all of a kind, a range of tables, one by its number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.rencana.model import Pertanyaan

SEMUA = "semua"
_RENTANG = re.compile(r"(\d+)\s*[-–]\s*(\d+)")


def id_dipilih(pilihan: Iterable[str], pertanyaan: Collection[Pertanyaan]) -> set[str]:
    """Ids of the questions that are meant: "semua", a kind ("kolom", "isi berbeda"), "2-5" = tables 2 to 5, else an id itself.

    >>> tanya = [Pertanyaan(i, j, "", "", "", "", "", False) for i, j in (("2", "tabel"), ("3", "tabel"), ("3:C", "kolom"))]
    >>> sorted(id_dipilih(["2-3"], tanya)), id_dipilih(["Kolom"], tanya), sorted(id_dipilih(["semua"], tanya)), id_dipilih(["9"], tanya)
    (['2', '3'], {'3:C'}, ['2', '3', '3:C'], {'9'})
    """
    hasil: set[str] = set()
    jenis: dict[str, set[str]] = {}
    for p in pertanyaan:
        if not p.tetap:
            jenis.setdefault(p.jenis, set()).add(p.id)
    for teks in pilihan:
        rapi = kunci_teks(teks)
        if (m := _RENTANG.fullmatch(rapi)) is not None:
            hasil |= {i for i in jenis.get("tabel", ()) if int(m[1]) <= int(i) <= int(m[2])}
        elif rapi == SEMUA:
            hasil |= {i for semua in jenis.values() for i in semua}
        else:
            hasil |= jenis.get(rapi) or {teks}
    return hasil

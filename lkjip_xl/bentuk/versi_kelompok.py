"""Tables that print two versions below each other, each under a line that says which: one table for each."""

from __future__ import annotations

from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.sumber.model import BarisAsing, TabelAsing

VERSI = frozenset({"sebelum", "sesudah", "setelah", "perubahan", "murni", "awal", "semula", "menjadi"})
_IKUT = frozenset({"apbd", "anggaran", "renstra", "renja", "pk", "target"})


def per_versi(t: TabelAsing) -> list[TabelAsing]:
    """The table as one for each version its group lines name, said in the caption; the table itself where none does."""
    bagian: list[tuple[str, list[BarisAsing]]] = [("", [])]
    for b in t.baris:
        sebut = _sebut(b)
        if sebut:
            bagian.append((sebut, []))
        bagian[-1][1].append(replace(b, jenis="ulang") if sebut else b)
    (_, awal), *lain = bagian
    if not lain or t.letak or t.terputar or any(b.jenis == "data" for b in awal):
        return [t]
    lain[0][1][:0] = awal
    return [_bertanda(t, *x) for x in lain]


def _bertanda(t: TabelAsing, sebut: str, baris: list[BarisAsing]) -> TabelAsing:
    isi = (replace(b, kelompok=tuple(x for x in b.kelompok if kunci_judul(x) != kunci_judul(sebut))) for b in baris)
    return replace(t, judul=f"{t.judul}\n{sebut}".strip(), baris=tuple(isi))


def _sebut(b: BarisAsing) -> str:
    """What a line says that names a version and nothing else, "" for any other."""
    teks = " ".join(s.teks for s in b.sel.values()) if b.jenis == "kelompok" else ""
    kata = {*kunci_judul(teks).split()}
    return teks if kata <= VERSI | _IKUT and kata & VERSI else ""

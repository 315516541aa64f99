"""Tables whose figures programs of English settings printed: the same figures as numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lkjip_xl.inti.gaya_inggris import angka_inggris, dua_arti_titik, gaya_inggris
from lkjip_xl.sumber.model import BarisAsing, SelAsing, TabelAsing


def baca_inggris(t: TabelAsing) -> tuple[TabelAsing, list[tuple[BarisAsing, int, bool]]]:
    """The table with such figures as numbers, and which cells those are (row, column, certain).

    A column that is English is so throughout; where only other columns of the table are, "12,500" is read so with a doubt.
    """
    gaya = {k.nomor: gaya_inggris(_teks(t, k.nomor)) for k in t.kolom}
    if not any(g is True for g in gaya.values()):
        return t, []
    duga = all(g is not False for g in gaya.values())
    baru: list[BarisAsing] = []
    letak: list[tuple[BarisAsing, int, bool]] = []
    for b in t.baris:
        ubah = {n: x for n, s in b.sel.items() if (x := _angka(s, gaya.get(n), duga=duga)) is not None}
        b = replace(b, sel=b.sel | ubah) if ubah else b
        baru.append(b)
        letak += ((b, n, gaya[n] is True and not dua_arti_titik(ubah[n].teks)) for n in ubah)
    return replace(t, baris=tuple(baru)), letak


def pasti_inggris(t: TabelAsing) -> TabelAsing:
    """The table with those that are certain alone."""
    baru, letak = baca_inggris(t)
    ragu = {(id(b), n) for b, n, pasti in letak if not pasti}
    if not ragu:
        return baru
    baris = [
        replace(b, sel={n: lama.sel[n] if (id(b), n) in ragu else s for n, s in b.sel.items()})
        for lama, b in zip(t.baris, baru.baris, strict=True)
    ]
    return replace(t, baris=tuple(baris))


def _teks(t: TabelAsing, nomor: int) -> Iterator[str]:
    return (s.teks for b in t.baris if b.jenis == "data" and (s := b.sel.get(nomor)) is not None and s.nilai is None)


def _angka(s: SelAsing, gaya: bool | None, *, duga: bool) -> SelAsing | None:
    if s.nilai is not None or (gaya is None and not duga) or (x := angka_inggris(s.teks, gaya)) is None:
        return None
    nilai, desimal = x
    return replace(s, nilai=nilai, format=f"#,##0.{'0' * desimal}" if desimal else "#,##0")

"""Checks of a sheet whose columns a region's schema has dropped: taken out before the schema is built, and told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lkjip_xl.skema.yaml_ketat import Peta

CekMati = tuple[str, str]
"""(message code, column that is no more)."""


def buang_cek_mati(isi: Peta, dasar: Mapping[str, Any]) -> tuple[CekMati, ...]:
    """Take out of `isi` (a sheet under an overlay) what looks at columns that only `dasar` (the sheet as shipped) has.

    Returns what was taken out. A column neither has is left in: that is a slip, and refused when the schema is built.
    """
    kolom = isi.get("columns")
    if not isinstance(kolom, Peta) or not isinstance(dasar.get("columns"), Mapping):
        return ()
    hilang = dasar["columns"].keys() - kolom.keys()
    mati: list[CekMati] = []
    if hilang:
        for k in kolom.values():
            mati += _saring(k.get("checks") if isinstance(k, Peta) else None, hilang, hanya_opsi=True)
        mati += _saring(isi.get("checks"), hilang, hanya_opsi=False)
    return tuple(mati)


def _saring(cek: object, hilang: set[str], *, hanya_opsi: bool) -> Iterator[CekMati]:
    """Remove the dead ones from a mapping of checks; those of a column name other columns in their options alone."""
    if not isinstance(cek, Peta):
        return
    for nama, banyak in list(cek.items()):
        daftar = banyak if isinstance(banyak, list) else [banyak]
        mati: dict[int, str] = {}
        for i, c in enumerate(daftar):
            sebutan = _sebutan(c.get("options") if hanya_opsi and isinstance(c, Mapping) else c)
            if kolom := next((x for x in sebutan if x in hilang), None):
                mati[i] = kolom
        for i, kolom in mati.items():
            opsi = daftar[i].get("options")
            yield str(opsi.get("error", nama)) if isinstance(opsi, Mapping) else nama, kolom
        sisa = [c for i, c in enumerate(daftar) if i not in mati]
        if not sisa:
            del cek[nama]
        elif mati:
            cek[nama] = sisa if isinstance(banyak, list) else sisa[0]


def _sebutan(x: object) -> Iterator[str]:
    """Every text an argument or option holds."""
    if isinstance(x, str):
        yield x
    elif isinstance(x, Mapping):
        for v in x.values():
            yield from _sebutan(v)
    elif isinstance(x, list):
        for v in x:
            yield from _sebutan(v)

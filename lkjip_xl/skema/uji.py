"""Run a sheet's pandera schema over its frame and say which cell broke which rule."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import pandera.errors

from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.skema.cek import ANGKA
from lkjip_xl.skema.model import SkemaLembar

KODE_HARUS = "LB-03"
KODE_GANDA = "LB-05"


class GalatCek(RuntimeError):
    """A check that crashed instead of judging: our failure, never the user's."""


@dataclass(frozen=True, slots=True)
class Pelanggaran:
    """One broken check: code, Excel row, schema column, the value, and whether it only warns."""

    kode: str
    baris: int
    kolom: str
    nilai: object
    peringatan: bool


def periksa_lembar(s: SkemaLembar, data: pd.DataFrame) -> list[Pelanggaran]:
    """Lazy validation of a sheet; rows = used Excel rows (index), columns = schema columns, blanks None.

    Raises GalatCek where a check crashes.
    """
    if data.empty:
        return []
    bingkai = pd.DataFrame(
        {k.nama: _lajur(data[k.nama], k.tipe) for k in s.kolom.values() if k.nama in data}, index=data.index
    )
    hasil: list[Pelanggaran] = []
    try:
        s.pandera.validate(bingkai, lazy=True)
    except pandera.errors.SchemaErrors as e:
        for f in e.failure_cases.itertuples():
            if pd.isna(f.index) or f.column not in bingkai:
                raise GalatCek(f"{s.id}.{f.column}: {f.check}: {f.failure_case}") from None
            kode = KODE_HARUS if f.check == "not_nullable" else str(f.check)
            nilai = data.at[f.index, f.column]
            hasil.append(Pelanggaran(kode, int(f.index), f.column, nilai, (f.column, kode) in s.peringatan))
    for kolom in dict.fromkeys([s.kunci, *s.unik]):
        hasil += _ganda(kolom, data)
    return hasil


def _lajur(lajur: pd.Series, tipe: str) -> pd.Series:
    if tipe in ANGKA:
        angka = [float(x) if isinstance(x, (int, float)) else None for x in lajur]
        return pd.Series(angka, index=lajur.index, dtype="float64")
    return pd.Series([x if isinstance(x, (str, int, float)) else None for x in lajur], index=lajur.index, dtype=object)


def _ganda(kolom: tuple[str, ...], data: pd.DataFrame) -> list[Pelanggaran]:
    """Rows that repeat an earlier row in these columns; rows without a whole key are another finding."""
    if not kolom or not set(kolom) <= set(data):
        return []
    hasil: list[Pelanggaran] = []
    ada: set[tuple[str, ...]] = set()
    isi = data[list(kolom)]
    for b, nilai in zip(isi.index, isi.itertuples(index=False, name=None), strict=True):
        if any(x is None or x != x for x in nilai):
            continue
        kunci = tuple(kunci_excel(str(x)) for x in nilai)
        if kunci in ada:
            hasil.append(Pelanggaran(KODE_GANDA, int(b), kolom[-1], _sebut(nilai), False))
        ada.add(kunci)
    return hasil


def _sebut(kunci: tuple[object, ...]) -> object:
    """A key as staff know it: one value as it is, several as one text."""
    if len(kunci) == 1:
        return kunci[0]
    return " · ".join(f"{x:.15g}" if isinstance(x, float) else str(x) for x in kunci)

"""Run a sheet's pandera schema over its frame and say which cell broke which rule."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import pandera.errors

from lkjip_xl.skema.bangun import ANGKA
from lkjip_xl.skema.model import SkemaLembar

KODE_HARUS = "LB-03"
KODE_GANDA = "LB-05"


@dataclass(frozen=True, slots=True)
class Pelanggaran:
    """One broken check: code, Excel row, schema column, the value, and whether it only warns."""

    kode: str
    baris: int
    kolom: str
    nilai: object
    peringatan: bool


def periksa_lembar(s: SkemaLembar, data: pd.DataFrame) -> list[Pelanggaran]:
    """Lazy validation of a sheet; rows = used Excel rows (index), columns = schema columns, blanks None."""
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
            kode = _kode(str(f.check))
            if kode is not None and f.index is not None:
                nilai = data.at[f.index, f.column]
                hasil.append(Pelanggaran(kode, int(f.index), f.column, nilai, kode in s.peringatan))
    return hasil + _kunci_ganda(s, data)


def _lajur(lajur: pd.Series, tipe: str) -> pd.Series:
    if tipe in ANGKA:
        angka = [float(x) if isinstance(x, (int, float)) else None for x in lajur]
        return pd.Series(angka, index=lajur.index, dtype="float64")
    return pd.Series([x if isinstance(x, (str, float)) else None for x in lajur], index=lajur.index, dtype=object)


def _kode(cek: str) -> str | None:
    """Code of a failed check: ours stands in its `error`; pandera's own null check has a name."""
    if cek == "not_nullable":
        return KODE_HARUS
    if cek == "field_uniqueness":
        return KODE_GANDA
    return cek if "-" in cek else None


def _kunci_ganda(s: SkemaLembar, data: pd.DataFrame) -> list[Pelanggaran]:
    """Rows whose key columns repeat an earlier row's; rows without a whole key are another finding."""
    if not s.kunci:
        return []
    lengkap = data[data[list(s.kunci)].notna().all(axis=1)]
    kunci = lengkap[list(s.kunci)].map(lambda x: str(x).casefold())
    kolom = s.kunci[-1]
    return [
        Pelanggaran(KODE_GANDA, int(b), kolom, lengkap.at[b, kolom], False)
        for b in kunci.index[kunci.duplicated(keep="first")]
    ]

"""Run a sheet's pandera schema over its frame and say which cell broke which rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

import pandas as pd
import pandera.errors
import pandera.pandas as pa

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.galat import GalatLkjip
from lkjip_xl.skema.cek import ANGKA, KODE_ANGKA, KODE_BENTUKAN, KODE_GANDA, KODE_HARUS
from lkjip_xl.skema.cek_baris import CEK_BARIS
from lkjip_xl.skema.model import CekBaris, OpsiCek, SkemaLembar
from lkjip_xl.skema.sekilas import nilai_lajur, teks


class GalatCek(GalatLkjip, RuntimeError):
    """A check that crashed instead of judging: our failure, never the user's."""


@dataclass(frozen=True, slots=True)
class Pelanggaran:
    """One broken check: code, Excel row, schema column, the value, and what the check says beyond its code.

    kolom_lain: the further columns a check across columns looked at; salah: those at fault; bentukan: asked for by a
    key of the column, hence a matter of typed cells only.
    """

    kode: str
    baris: int
    kolom: str
    nilai: object
    opsi: OpsiCek
    kolom_lain: tuple[str, ...] = ()
    salah: tuple[str, ...] = ()
    bentukan: bool = False


def periksa_lembar(s: SkemaLembar, data: pd.DataFrame) -> list[Pelanggaran]:
    """Lazy validation of a sheet or of some of its columns; rows = used Excel rows (index), columns = schema columns, blanks None.

    A column that is not there is not looked at: what is missing is reported by the reader. Raises GalatCek where a check crashes.
    """
    if data.empty:
        return []
    diperiksa = dict.fromkeys([*s.pandera.columns, *(k for c in s.cek_baris for k in _kolom_baris(c))])
    isi = {
        str(k): lajur.tolist() for k, lajur in data.items()
    }  # to walk through a column of a frame costs four times as much
    bingkai = pd.DataFrame(
        {k: _lajur(isi[k], s.kolom[k].tipe, data.index) for k in diperiksa if k in isi}, index=data.index
    )
    hasil = list(_bukan_angka(s, data, isi))
    try:
        _bagian(s, bingkai).validate(bingkai, lazy=True)
    except pandera.errors.SchemaErrors as e:
        for satu in e.schema_errors:
            hasil += _di_baris(s, satu, bingkai, isi) if satu.column_name is None else _di_kolom(s, satu, bingkai, isi)
    return hasil


def _bagian(s: SkemaLembar, bingkai: pd.DataFrame) -> pa.DataFrameSchema:
    """The schema of the columns that are there, and of the checks across columns that have all of theirs."""
    skema = copy(s.pandera)  # its parts stay those of the sheet
    skema.columns = {k: c for k, c in skema.columns.items() if k in bingkai}
    skema.checks = [c for c in skema.checks or () if all(k in bingkai for k in _kolom_baris(s.cek_baris[int(c.error)]))]
    return skema


def _kolom_baris(c: CekBaris) -> list[str]:
    return CEK_BARIS[c.nama].kolom_terpakai(c.argumen)


def _di_kolom(
    s: SkemaLembar, e: pandera.errors.SchemaError, bingkai: pd.DataFrame, isi: Mapping[str, Sequence[object]]
) -> Iterator[Pelanggaran]:
    kolom = str(e.column_name)
    if e.reason_code is pandera.errors.SchemaErrorReason.SERIES_CONTAINS_NULLS:
        kode, baris = KODE_HARUS, [int(b) for b in _kasus(s, e)["index"]]
    else:
        kode, baris = str(getattr(e.check, "error", "")), _baris_salah(s, e)
    opsi = s.cek_kolom.get((kolom, kode), OpsiCek(kode))
    # a code the column's own checks name is theirs, also where its keys would ask for the same
    bentukan = kode in KODE_BENTUKAN and (kolom, kode) not in s.cek_kolom
    letak = dict(zip(bingkai.index, isi[kolom], strict=True))
    for b in baris:
        yield Pelanggaran(kode, b, kolom, letak[b], opsi, opsi.terkait, (kolom,), bentukan)


def _di_baris(
    s: SkemaLembar, e: pandera.errors.SchemaError, bingkai: pd.DataFrame, asli: Mapping[str, Sequence[object]]
) -> Iterator[Pelanggaran]:
    baris = _baris_salah(s, e)
    cek = s.cek_baris[int(getattr(e.check, "error", ""))]
    semua = _kolom_baris(cek)
    # plain mappings: each look into a frame costs ten times as much
    dinilai = {k: dict(zip(bingkai.index, bingkai[k], strict=True)) for k in semua}
    isi = {k: dict(zip(bingkai.index, asli[k], strict=True)) for k in semua}
    for b in baris:
        salah = CEK_BARIS[cek.nama].salah({k: dinilai[k][b] for k in semua}, cek.argumen)
        lain = tuple(k for k in semua if k not in salah)
        nilai = isi[salah[0]][b]
        if cek.opsi.kode == KODE_GANDA:
            nilai = _sebut([isi[k][b] for k in semua])
        yield Pelanggaran(cek.opsi.kode, b, salah[0], nilai, cek.opsi, lain, tuple(salah))


def _baris_salah(s: SkemaLembar, e: pandera.errors.SchemaError) -> list[int]:
    if not isinstance(e.check_output, pd.Series):
        raise GalatCek(f"{s.id}.{e.column_name}: {e.check}: {e.failure_cases}") from None
    return [int(b) for b in e.check_output.index[~e.check_output.astype(bool)]]


def _kasus(s: SkemaLembar, e: pandera.errors.SchemaError) -> pd.DataFrame:
    """The cells at fault, by `index` and `failure_case`."""
    if not isinstance(e.failure_cases, pd.DataFrame):
        raise GalatCek(f"{s.id}.{e.column_name}: {e.check}: {e.failure_cases}") from None
    return e.failure_cases


def _bukan_angka(s: SkemaLembar, data: pd.DataFrame, isi: Mapping[str, list]) -> Iterator[Pelanggaran]:
    """Text in columns of numbers, cell by cell; a workbook's own cells have been read as numbers before."""
    berteks = [k for k in s.kolom if k in isi and s.kolom[k].tipe in ANGKA and any(map(teks, isi[k]))]
    if not berteks:
        return
    angka = pa.DataFrameSchema({k: pa.Column("float64", coerce=True, nullable=True) for k in berteks})
    try:
        angka.validate(data[berteks].map(lambda x: None if isinstance(x, Galat) else x), lazy=True)
    except pandera.errors.SchemaErrors as e:
        for satu in e.schema_errors:
            if satu.reason_code is pandera.errors.SchemaErrorReason.DATATYPE_COERCION:
                kasus = _kasus(s, satu)
                for b, x in zip(kasus["index"], kasus["failure_case"], strict=True):
                    kolom = str(satu.schema.name)
                    yield Pelanggaran(KODE_ANGKA, int(b), kolom, x, OpsiCek(KODE_ANGKA), (), (kolom,), True)


def _lajur(isi: list, tipe: str, indeks: pd.Index) -> pd.Series:
    nilai = nilai_lajur(isi, tipe)
    if tipe not in ANGKA:
        return pd.Series(nilai, index=indeks, dtype=object)
    if any(isinstance(x, str) for x in nilai):
        return pd.to_numeric(pd.Series(nilai, index=indeks, dtype=object), errors="coerce").astype("float64")
    return pd.Series(nilai, index=indeks, dtype="float64")


def _sebut(kunci: Sequence[object]) -> object:
    """A key as staff know it: one value as it is, several as one text."""
    if len(kunci) == 1:
        return kunci[0]
    return " · ".join(f"{x:.15g}" if isinstance(x, float) else str(x) for x in kunci)

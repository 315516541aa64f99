"""Ask the checks of a sheet's pandera schema and say which cell broke which rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    """What the checks of a sheet find; rows = used Excel rows (index), columns = schema columns, blanks None.

    A column that is not there is not looked at: what is missing is reported by the reader. Each of pandera's checks is
    asked once and by itself: to validate a frame costs three times its checks. Raises GalatCek where a check crashes.
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
    for nama, kolom in s.pandera.columns.items():
        if nama in bingkai:
            hasil += _di_kolom(s, kolom, bingkai[nama], isi[nama])
    for cek in s.pandera.checks or ():
        milik = s.cek_baris[int(cek.error)]
        if all(k in bingkai for k in _kolom_baris(milik)):
            hasil += _di_baris(s, cek, milik, bingkai, isi)
    return hasil


def _kolom_baris(c: CekBaris) -> list[str]:
    return CEK_BARIS[c.nama].kolom_terpakai(c.argumen)


def _di_kolom(s: SkemaLembar, kolom: pa.Column, lajur: pd.Series, isi: Sequence[object]) -> Iterator[Pelanggaran]:
    """What the keys and checks of one column find, blanks that may not be first."""
    nama = str(kolom.name)
    salah: list[tuple[str, list[int]]] = []
    kosong = lajur.isna()
    if not kolom.nullable:
        salah.append((KODE_HARUS, _nomor(kosong)))
    semua_kosong = bool(kosong.all())
    salah += [(str(c.error), _baris_salah(s, c, lajur)) for c in kolom.checks if not (c.ignore_na and semua_kosong)]
    letak = dict(zip(lajur.index, isi, strict=True))
    for kode, baris in salah:
        opsi = s.cek_kolom.get((nama, kode), OpsiCek(kode))
        # a code the column's own checks name is theirs, also where its keys would ask for the same
        bentukan = kode in KODE_BENTUKAN and (nama, kode) not in s.cek_kolom
        for b in baris:
            yield Pelanggaran(kode, b, nama, letak[b], opsi, opsi.terkait, (nama,), bentukan)


def _di_baris(
    s: SkemaLembar, jalan: pa.Check, cek: CekBaris, bingkai: pd.DataFrame, asli: Mapping[str, Sequence[object]]
) -> Iterator[Pelanggaran]:
    baris = _baris_salah(s, jalan, bingkai)
    if not baris:
        return
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


def _baris_salah(s: SkemaLembar, cek: pa.Check, data: pd.Series | pd.DataFrame) -> list[int]:
    """Excel rows in which a check finds something."""
    try:
        hasil = cek(data).check_output
    except Exception as e:
        raise GalatCek(f"{s.id}: {cek}: {type(e).__name__}: {e}") from e
    if not isinstance(hasil, pd.Series):
        raise GalatCek(f"{s.id}: {cek}: {hasil}")
    return _nomor(~hasil.astype(bool))


def _nomor(salah: pd.Series) -> list[int]:
    return [int(b) for b in salah.index[salah]]


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

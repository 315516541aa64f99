"""Checks across the columns of one row (or the rows of one sheet) that a schema may name under its own `checks:`.

Each is a function (frame, its arguments) -> True per row that is right; numbers are floats, blanks missing. `salah`
says which of the columns named are at fault in a row: the first gets the finding, the others are related cells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera import extensions

from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.skema.cek import ANGKA, SEMUA

TAHUN_TERAWAL, TAHUN_TERAKHIR = 1, 9999
Baris = Mapping[str, Any]
Salah = Callable[[Baris, Mapping[str, Any]], list[str]]


@dataclass(frozen=True, slots=True)
class JenisCekBaris:
    """A row check: arguments that name columns (with the `tipe` they may have), several of them, or hold a number.

    wajib: arguments it cannot do without; uraian: what it asks for, for the data dictionary.
    """

    kolom: dict[str, frozenset[str]]
    daftar: dict[str, frozenset[str]]
    bilangan: tuple[str, ...]
    wajib: tuple[str, ...]
    uraian: str
    fungsi: Callable[..., pd.Series]
    salah: Salah

    def kolom_terpakai(self, argumen: Mapping[str, Any]) -> list[str]:
        """The columns a use of this check looks at, each once."""
        satu = [argumen[a] for a in self.kolom if a in argumen]
        return list(dict.fromkeys([*satu, *(k for a in self.daftar for k in argumen.get(a, ()))]))


CEK_BARIS: dict[str, JenisCekBaris] = {}


def cek_baris(
    *,
    uraian: str,
    kolom: Mapping[str, frozenset[str]] | None = None,
    daftar: Mapping[str, frozenset[str]] | None = None,
    bilangan: tuple[str, ...] = (),
    boleh_tanpa: tuple[str, ...] = (),
    salah: Salah,
) -> Callable[[Callable[..., pd.Series]], Callable[..., pd.Series]]:
    """Register a row check under the function's name, with pandera as with us."""

    def daftarkan(fungsi: Callable[..., pd.Series]) -> Callable[..., pd.Series]:
        k, d = dict(kolom or {}), dict(daftar or {})
        semua = (*k, *d, *bilangan)
        wajib = tuple(a for a in semua if a not in boleh_tanpa)
        CEK_BARIS[fungsi.__name__] = JenisCekBaris(k, d, bilangan, wajib, uraian, fungsi, salah)
        return fungsi

    return daftarkan


def daftarkan() -> None:
    """Register all row checks with pandera, once."""
    for nama, jenis in CEK_BARIS.items():
        if not hasattr(pa.Check, nama):
            argumen = [*jenis.kolom, *jenis.daftar, *jenis.bilangan]
            extensions.register_check_method(jenis.fungsi, statistics=argumen, supported_types=pd.DataFrame)


def _pertama(argumen: str) -> Salah:
    """The column named by this argument is at fault."""
    return lambda _, a: [a[argumen]]


def _tahun(seri: pd.Series) -> pd.Series:
    """Possible years only; whatever else stands there has its own finding."""
    return seri.where((seri % 1 == 0) & seri.between(TAHUN_TERAWAL, TAHUN_TERAKHIR))


@cek_baris(
    kolom={"kolom": ANGKA, "batas": ANGKA},
    bilangan=("sisa",),
    boleh_tanpa=("sisa",),
    uraian="{kolom} ≤ {batas}",
    salah=_pertama("kolom"),
)
def tidak_melebihi(data: pd.DataFrame, *, kolom: str, batas: str, sisa: float = 0) -> pd.Series:
    """A figure is at most another one of its row; of a blank one nothing is said."""
    return ~(data[kolom] > data[batas] + sisa)


@cek_baris(
    daftar={"kolom": ANGKA},
    kolom={"bukan_nol": ANGKA},
    boleh_tanpa=("bukan_nol",),
    uraian="{kolom}: semua terisi atau semua kosong, {bukan_nol} bukan 0",
    salah=lambda b, a: [k for k in a["kolom"] if pd.isna(b[k])] or [a["bukan_nol"]],
)
def lengkap(data: pd.DataFrame, *, kolom: list[str], bukan_nol: str | None = None) -> pd.Series:
    """Columns that are filled together or not at all; the divisor among them is not 0."""
    isi = data[kolom].notna()
    nol = False if bukan_nol is None else isi.all(axis=1) & (data[bukan_nol] == 0)
    return (isi.all(axis=1) | ~isi.any(axis=1)) & ~nol


@cek_baris(
    kolom={"kolom": SEMUA},
    daftar={"bila": SEMUA},
    bilangan=("lebih",),
    boleh_tanpa=("lebih",),
    uraian="{kolom} terisi bila {bila} terisi",
    salah=_pertama("kolom"),
)
def terisi_bila(data: pd.DataFrame, *, kolom: str, bila: list[str], lebih: float | None = None) -> pd.Series:
    """A column is filled where all the others named are; lebih: they are numbers and count above it only."""
    isi = data[bila].notna() if lebih is None else data[bila] > lebih
    return data[kolom].notna() | ~isi.all(axis=1)


@cek_baris(
    kolom={"awal": frozenset({"tahun"}), "akhir": frozenset({"tahun"})},
    bilangan=("paling_banyak",),
    uraian="{awal}–{akhir} urut, paling banyak {paling_banyak} tahun",
    salah=_pertama("akhir"),
)
def periode(data: pd.DataFrame, *, awal: str, akhir: str, paling_banyak: float) -> pd.Series:
    """A period of years runs forward and is no longer than so many years."""
    lama = _tahun(data[akhir]) - _tahun(data[awal])
    return lama.isna() | lama.between(0, paling_banyak - 1)


@cek_baris(
    kolom={k: frozenset({"tahun"}) for k in ("kolom", "awal", "akhir")},
    bilangan=("paling_banyak",),
    uraian="{kolom} di dalam {awal}–{akhir}",
    salah=_pertama("kolom"),
)
def di_dalam_periode(data: pd.DataFrame, *, kolom: str, awal: str, akhir: str, paling_banyak: float) -> pd.Series:
    """A year lies in a period; a period that is none has its own finding (`periode`)."""
    x, a, z = (_tahun(data[k]) for k in (kolom, awal, akhir))
    return ~((z - a).between(0, paling_banyak - 1) & ((x < a) | (x > z)))


@cek_baris(
    daftar={"kolom": SEMUA}, uraian="{kolom} tidak ganda", salah=lambda _, a: [a["kolom"][-1]]
)  # generated from `kunci` and `unique`, and free to be named as well
def tidak_ganda(data: pd.DataFrame, *, kolom: list[str]) -> pd.Series:
    """No row repeats an earlier one in these columns, letter case aside; rows without a whole key are no matter."""
    kunci = pd.DataFrame({k: data[k].map(lambda x: kunci_excel(str(x)), na_action="ignore") for k in kolom})
    return ~kunci.duplicated(keep="first") | kunci.isna().any(axis=1)

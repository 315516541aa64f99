"""Checks across the columns of one row (or the rows of one sheet) that a schema may name under its own `checks:`.

Each is a function (columns, its arguments) -> True per row that is right; numbers are floats, blanks None. pandera runs
them over the columns of its frame. `salah`
says which of the columns named are at fault in a row: the first gets the finding, the others are related cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.skema.cek import ANGKA, SEMUA

if TYPE_CHECKING:
    import pandas as pd

TAHUN_TERAWAL, TAHUN_TERAKHIR = 1, 9999
Baris = Mapping[str, Any]
Data = Mapping[str, Sequence[Any]]
FungsiCek = Callable[..., list[bool]]
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
    fungsi: FungsiCek
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
) -> Callable[[FungsiCek], FungsiCek]:
    """Register a row check under the function's name, with pandera as with us."""

    def daftarkan(fungsi: FungsiCek) -> FungsiCek:
        k, d = dict(kolom or {}), dict(daftar or {})
        semua = (*k, *d, *bilangan)
        wajib = tuple(a for a in semua if a not in boleh_tanpa)
        CEK_BARIS[fungsi.__name__] = JenisCekBaris(k, d, bilangan, wajib, uraian, fungsi, salah)
        return fungsi

    return daftarkan


def daftarkan() -> None:
    """Register all row checks with pandera, once."""
    import pandas as pd
    import pandera.pandas as pa
    from pandera import extensions

    for nama, jenis in CEK_BARIS.items():
        if not hasattr(pa.Check, nama):
            argumen = [*jenis.kolom, *jenis.daftar, *jenis.bilangan]
            extensions.register_check_method(
                _atas_bingkai(jenis.fungsi), statistics=argumen, supported_types=pd.DataFrame
            )


def _atas_bingkai(fungsi: FungsiCek) -> Callable[..., pd.Series]:
    @wraps(fungsi)
    def cek(data: pd.DataFrame, **argumen: Any) -> pd.Series:
        import pandas as pd

        lajur = {str(k): [None if x is None or x != x else x for x in isi.tolist()] for k, isi in data.items()}
        return pd.Series(fungsi(lajur, **argumen), index=data.index, dtype=bool)

    return cek


def _samping(data: Data, *kolom: str) -> Iterator[tuple[Any, ...]]:
    """The values of some columns, row by row."""
    return zip(*(data[k] for k in kolom), strict=True)


def _pertama(argumen: str) -> Salah:
    """The column named by this argument is at fault."""
    return lambda _, a: [a[argumen]]


def _tahun(x: float | None) -> float | None:
    """A possible year; whatever else stands there has its own finding."""
    return x if x is not None and x % 1 == 0 and TAHUN_TERAWAL <= x <= TAHUN_TERAKHIR else None


@cek_baris(
    kolom={"kolom": ANGKA, "batas": ANGKA},
    bilangan=("sisa",),
    boleh_tanpa=("sisa",),
    uraian="{kolom} ≤ {batas}",
    salah=_pertama("kolom"),
)
def tidak_melebihi(data: Data, *, kolom: str, batas: str, sisa: float = 0) -> list[bool]:
    """A figure is at most another one of its row; of a blank one nothing is said."""
    return [x is None or y is None or not x > y + sisa for x, y in _samping(data, kolom, batas)]


@cek_baris(
    daftar={"kolom": ANGKA},
    kolom={"bukan_nol": ANGKA},
    boleh_tanpa=("bukan_nol",),
    uraian="{kolom}: semua terisi atau semua kosong, {bukan_nol} bukan 0",
    salah=lambda b, a: [k for k in a["kolom"] if b[k] is None or b[k] != b[k]] or [a["bukan_nol"]],
)
def lengkap(data: Data, *, kolom: list[str], bukan_nol: str | None = None) -> list[bool]:
    """Columns that are filled together or not at all; the divisor among them is not 0."""
    hasil = []
    for n, isi in enumerate(_samping(data, *kolom)):
        terisi = [x is not None for x in isi]
        nol = bukan_nol is not None and data[bukan_nol][n] == 0
        hasil.append(not nol if all(terisi) else not any(terisi))
    return hasil


@cek_baris(
    kolom={"kolom": SEMUA},
    daftar={"bila": SEMUA},
    bilangan=("lebih",),
    boleh_tanpa=("lebih",),
    uraian="{kolom} terisi bila {bila} terisi",
    salah=_pertama("kolom"),
)
def terisi_bila(data: Data, *, kolom: str, bila: list[str], lebih: float | None = None) -> list[bool]:
    """A column is filled where all the others named are; lebih: they are numbers and count above it only."""
    return [
        x is not None or not all(y is not None and (lebih is None or y > lebih) for y in isi)
        for x, *isi in _samping(data, kolom, *bila)
    ]


@cek_baris(
    kolom={"awal": frozenset({"tahun"}), "akhir": frozenset({"tahun"})},
    bilangan=("paling_banyak",),
    uraian="{awal}–{akhir} urut, paling banyak {paling_banyak} tahun",
    salah=_pertama("akhir"),
)
def periode(data: Data, *, awal: str, akhir: str, paling_banyak: float) -> list[bool]:
    """A period of years runs forward and is no longer than so many years."""
    return [
        a is None or z is None or 0 <= z - a <= paling_banyak - 1
        for a, z in (map(_tahun, x) for x in _samping(data, awal, akhir))
    ]


@cek_baris(
    kolom={k: frozenset({"tahun"}) for k in ("kolom", "awal", "akhir")},
    bilangan=("paling_banyak",),
    uraian="{kolom} di dalam {awal}–{akhir}",
    salah=_pertama("kolom"),
)
def di_dalam_periode(data: Data, *, kolom: str, awal: str, akhir: str, paling_banyak: float) -> list[bool]:
    """A year lies in a period; a period that is none has its own finding (`periode`)."""
    return [
        x is None or a is None or z is None or not 0 <= z - a <= paling_banyak - 1 or a <= x <= z
        for x, a, z in (map(_tahun, isi) for isi in _samping(data, kolom, awal, akhir))
    ]


@cek_baris(
    daftar={"kolom": SEMUA, "boleh_kosong": SEMUA},
    boleh_tanpa=("boleh_kosong",),
    uraian="{kolom} tidak ganda",
    salah=lambda _, a: [a["kolom"][-1]],
)  # generated from `kunci` and `unique`, and free to be named as well
def tidak_ganda(data: Data, *, kolom: list[str], boleh_kosong: Sequence[str] = ()) -> list[bool]:
    """No row repeats an earlier one in these columns, letter case aside; rows without a whole key are no matter.

    boleh_kosong: of these columns a blank is a part of the key like any other.
    """
    hasil: list[bool] = []
    dulu: set[tuple[str, ...]] = set()
    wajib = [k not in boleh_kosong for k in kolom]
    for isi in _samping(data, *kolom):
        kurang = any(x is None and w for x, w in zip(isi, wajib, strict=True))
        kunci = None if kurang else tuple("" if x is None else kunci_excel(str(x)) for x in isi)
        hasil.append(kunci is None or kunci not in dulu)
        if kunci is not None:
            dulu.add(kunci)
    return hasil

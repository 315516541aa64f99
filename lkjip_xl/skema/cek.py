"""The checks a schema may name: pandera's own and ours, what each takes and which kinds of column it fits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

ANGKA = frozenset({"angka", "cacah", "rupiah", "persen", "tahun"})
TEKS = frozenset({"teks", "kode", "pilihan"})
SEMUA = ANGKA | TEKS | {"target"}
BILANGAN = (int, float)


@dataclass(frozen=True, slots=True)
class JenisCek:
    """Arguments of a check with their types, the `tipe` of columns it fits, and what it allows, for the dictionary.

    lolos: is one value, which is no blank, surely right? pandera judges the others (`sekilas.py`).
    """

    argumen: dict[str, type | tuple[type, ...]]
    tipe: frozenset[str]
    uraian: str
    lolos: Callable[..., bool]


def bulat(x: Any) -> Any:
    """Is it a whole number? Of a number or of a column of them."""
    return x % 1 == 0


def _di_antara(x: Any, min_value: float, max_value: float, include_min: bool = True, include_max: bool = True) -> bool:
    return (min_value <= x if include_min else min_value < x) and (x <= max_value if include_max else x < max_value)


def _panjang(x: Any, min_value: int | None = None, max_value: int | None = None) -> bool:
    n = len(x) if isinstance(x, str) else -1
    return (min_value is not None or max_value is not None) and (min_value or 0) <= n <= (
        n if max_value is None else max_value
    )


# pandera's own checks that make sense for a sheet; a number check on text would crash instead of finding anything
CEK: dict[str, JenisCek] = {
    "equal_to": JenisCek({"value": (str, *BILANGAN)}, SEMUA, "{value}", lambda x, value: x == value),
    "not_equal_to": JenisCek({"value": (str, *BILANGAN)}, SEMUA, "bukan {value}", lambda x, value: x != value),
    "greater_than": JenisCek({"min_value": BILANGAN}, ANGKA, "> {min_value}", lambda x, min_value: x > min_value),
    "greater_than_or_equal_to": JenisCek(
        {"min_value": BILANGAN}, ANGKA, "≥ {min_value}", lambda x, min_value: x >= min_value
    ),
    "less_than": JenisCek({"max_value": BILANGAN}, ANGKA, "< {max_value}", lambda x, max_value: x < max_value),
    "less_than_or_equal_to": JenisCek(
        {"max_value": BILANGAN}, ANGKA, "≤ {max_value}", lambda x, max_value: x <= max_value
    ),
    "in_range": JenisCek(
        {"min_value": BILANGAN, "max_value": BILANGAN, "include_min": bool, "include_max": bool},
        ANGKA,
        "{min_value}–{max_value}",
        _di_antara,
    ),
    "isin": JenisCek(
        {"allowed_values": list}, SEMUA, "{allowed_values}", lambda x, allowed_values: x in allowed_values
    ),
    "notin": JenisCek(
        {"forbidden_values": list},
        SEMUA,
        "bukan {forbidden_values}",
        lambda x, forbidden_values: x not in forbidden_values,
    ),
    "str_matches": JenisCek(
        {"pattern": str},
        TEKS,
        "pola {pattern}",
        lambda x, pattern: isinstance(x, str) and re.match(pattern, x) is not None,
    ),
    "str_length": JenisCek(
        {"min_value": int, "max_value": int}, TEKS, "panjang {min_value}–{max_value} huruf", _panjang
    ),
    "bilangan_bulat": JenisCek({}, ANGKA, "bilangan bulat", bulat),
}
# what a check says beyond its code: only a warning; related columns; that it speaks last, and only where neither its
# cell nor these columns of the row have a finding; which columns fill the placeholders of its message
OPSI: dict[str, type] = {"error": str, "raise_warning": bool, "terkait": list, "sesudah": list, "isian": dict}
OPSI_BARIS: dict[str, type] = {k: t for k, t in OPSI.items() if k != "terkait"} | {"seharusnya": str}

# what the keys of a column ask for by themselves
KODE_ANGKA = "AN-01"  # a number column holds a number (tipe)
KODE_BULAT = "AN-07"  # … a whole one (tipe cacah, rupiah, tahun)
KODE_HARUS = "LB-03"  # nullable: false
KODE_WAJIB = "LB-04"  # wajib
KODE_GANDA = "LB-05"  # kunci, unique
KODE_PILIHAN = "LB-06"  # pilihan
UTUH = frozenset({"cacah", "rupiah", "tahun"})
KODE_BENTUKAN = frozenset({KODE_ANGKA, KODE_BULAT, KODE_WAJIB, KODE_PILIHAN})
# said of typed cells by the schema's own checks, hence not when a workbook is read
DARI_SKEMA = frozenset({KODE_BULAT, KODE_PILIHAN})
DIBACA_LAIN = frozenset(
    {"AN-02", "AN-05"}
)  # a number whose reading was reported: that it is not whole follows from that


@cache
def dtype_angka() -> Any:
    """pandera's type of a column of numbers, looked up once: by its name it costs more than the checks of a column."""
    from pandera.engines.pandas_engine import Engine

    return Engine.dtype("float64")


def daftarkan() -> None:
    """Register our checks with pandera, once."""
    import pandera.pandas as pa
    from pandera import extensions

    if hasattr(pa.Check, "bilangan_bulat"):
        return

    @extensions.register_check_method(statistics=[])
    def bilangan_bulat(seri: pd.Series) -> pd.Series:
        return bulat(seri)

    @extensions.register_check_method(statistics=[])
    def terisi(seri: pd.Series) -> pd.Series:
        return seri.notna()

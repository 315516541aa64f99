"""The checks a schema may name: pandera's own and ours, what each takes and which kinds of column it fits."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import pandera.pandas as pa
from pandera import extensions

ANGKA = frozenset({"angka", "cacah", "rupiah", "persen", "tahun"})
TEKS = frozenset({"teks", "kode", "pilihan"})
SEMUA = ANGKA | TEKS | {"target"}
BILANGAN = (int, float)


@dataclass(frozen=True, slots=True)
class JenisCek:
    """Arguments of a check with their types, the `tipe` of columns it fits, and what it allows, for the dictionary."""

    argumen: dict[str, type | tuple[type, ...]]
    tipe: frozenset[str]
    uraian: str


# pandera's own checks that make sense for a sheet; a number check on text would crash instead of finding anything
CEK: dict[str, JenisCek] = {
    "equal_to": JenisCek({"value": (str, *BILANGAN)}, SEMUA, "{value}"),
    "not_equal_to": JenisCek({"value": (str, *BILANGAN)}, SEMUA, "bukan {value}"),
    "greater_than": JenisCek({"min_value": BILANGAN}, ANGKA, "> {min_value}"),
    "greater_than_or_equal_to": JenisCek({"min_value": BILANGAN}, ANGKA, "≥ {min_value}"),
    "less_than": JenisCek({"max_value": BILANGAN}, ANGKA, "< {max_value}"),
    "less_than_or_equal_to": JenisCek({"max_value": BILANGAN}, ANGKA, "≤ {max_value}"),
    "in_range": JenisCek(
        {"min_value": BILANGAN, "max_value": BILANGAN, "include_min": bool, "include_max": bool},
        ANGKA,
        "{min_value}–{max_value}",
    ),
    "isin": JenisCek({"allowed_values": list}, SEMUA, "{allowed_values}"),
    "notin": JenisCek({"forbidden_values": list}, SEMUA, "bukan {forbidden_values}"),
    "str_matches": JenisCek({"pattern": str}, TEKS, "pola {pattern}"),
    "str_length": JenisCek({"min_value": int, "max_value": int}, TEKS, "panjang {min_value}–{max_value} huruf"),
    "bilangan_bulat": JenisCek({}, ANGKA, "bilangan bulat"),
    "tanpa_spasi_tepi": JenisCek({}, TEKS, "tanpa spasi di tepi"),
}
OPSI: dict[str, type] = {"error": str, "raise_warning": bool}


def daftarkan() -> None:
    """Register our checks with pandera, once."""
    if hasattr(pa.Check, "bilangan_bulat"):
        return

    @extensions.register_check_method(statistics=[])
    def bilangan_bulat(seri: pd.Series) -> pd.Series:
        return seri.map(lambda x: float(x).is_integer())

    @extensions.register_check_method(statistics=[])
    def tanpa_spasi_tepi(seri: pd.Series) -> pd.Series:
        return seri.map(lambda x: not isinstance(x, str) or x == x.strip())

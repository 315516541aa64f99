"""The checks a schema may name: pandera's own and ours, with the arguments each takes."""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa
from pandera import extensions

# pandera's own checks that make sense for a sheet, with their arguments
BAWAAN: dict[str, frozenset[str]] = {
    "equal_to": frozenset({"value"}),
    "not_equal_to": frozenset({"value"}),
    "greater_than": frozenset({"min_value"}),
    "greater_than_or_equal_to": frozenset({"min_value"}),
    "less_than": frozenset({"max_value"}),
    "less_than_or_equal_to": frozenset({"max_value"}),
    "in_range": frozenset({"min_value", "max_value", "include_min", "include_max"}),
    "isin": frozenset({"allowed_values"}),
    "notin": frozenset({"forbidden_values"}),
    "str_matches": frozenset({"pattern"}),
    "str_length": frozenset({"min_value", "max_value"}),
}
SENDIRI: dict[str, frozenset[str]] = {
    "bilangan_bulat": frozenset(),
    "tanpa_spasi_tepi": frozenset(),
}
OPSI = frozenset({"error", "raise_warning"})


def argumen(nama: str) -> frozenset[str] | None:
    """Arguments of a check, None when there is no such check."""
    return BAWAAN.get(nama, SENDIRI.get(nama))


def daftarkan() -> None:
    """Register our checks with pandera, once."""
    if hasattr(pa.Check, "bilangan_bulat"):
        return

    @extensions.register_check_method(statistics=[])
    def bilangan_bulat(seri: pd.Series) -> pd.Series:
        return seri.map(lambda x: not isinstance(x, (int, float)) or float(x).is_integer())

    @extensions.register_check_method(statistics=[])
    def tanpa_spasi_tepi(seri: pd.Series) -> pd.Series:
        return seri.map(lambda x: not isinstance(x, str) or x == x.strip())

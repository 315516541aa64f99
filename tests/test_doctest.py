"""Every example in a docstring of the package does what it says; those of lkjip_xl.api run in test_api, in the long run."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path

import pytest

AKAR = Path(__file__).parents[1]
CONTOH = re.compile(r"^ *>>> ", re.MULTILINE)
BANYAK = {
    ".".join(p.relative_to(AKAR).with_suffix("").parts): len(ada)
    for p in sorted((AKAR / "lkjip_xl").rglob("*.py"))
    if p.parent.name != "api" and (ada := CONTOH.findall(p.read_text(encoding="utf-8")))
}


@pytest.mark.parametrize("nama", BANYAK)
def test_contoh_di_docstring(nama: str) -> None:
    hasil = doctest.testmod(importlib.import_module(nama.removesuffix(".__init__")))
    assert (hasil.failed, hasil.attempted) == (0, BANYAK[nama])


def test_ada_contoh() -> None:
    assert len(BANYAK) > 40 and sum(BANYAK.values()) > 100

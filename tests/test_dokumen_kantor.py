"""Documents of invented offices, taken over from every format."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from banyak import tiap
from dokumen_kantor import FORMAT, KANTOR, Kantor, hitung


@pytest.mark.parametrize(("kantor", "format"), tiap(5, product(KANTOR, FORMAT)), ids=lambda x: getattr(x, "nama", x))
def test_setiap_sel_mendarat_di_tempatnya(kantor: Kantor, format: str, tmp_path: Path) -> None:
    benar, semua, salah = hitung(kantor, format, tmp_path)
    assert (benar, salah) == (semua, [])

"""Schemas and workbooks are found inside an installed package, else beside it in the checkout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lkjip_xl.skema import sumberdaya
from lkjip_xl.skema.sumberdaya import folder_buku, folder_skema

AKAR = Path(__file__).parents[1]
TIRUAN = """import sys
sys.path.insert(0, sys.argv[1])
from lkjip_xl.skema.sumberdaya import folder_buku, folder_skema
print(folder_skema(), folder_buku(), sep="\\n")
"""


def test_di_checkout():
    assert folder_skema() == AKAR / "schemas"
    assert folder_buku() == AKAR / "workbooks"
    assert (folder_skema() / "pesan.yaml").is_file() and (folder_buku() / "contoh").is_dir()


@pytest.mark.parametrize("terpasang", [True, False])
def test_paket_lain_letak(tmp_path, terpasang):
    """A package of the wheel's layout, run by its own interpreter from another folder."""
    paket = tmp_path / "site packages" / "lkjip_xl"
    (paket / "skema").mkdir(parents=True)
    (paket / "__init__.py").touch()
    (paket / "skema" / "__init__.py").touch()
    (paket / "skema" / "sumberdaya.py").write_bytes(Path(sumberdaya.__file__).read_bytes())
    induk = paket / "_data" if terpasang else paket.parent
    for nama in ("schemas", "workbooks"):
        (induk / nama).mkdir(parents=True)
    hasil = subprocess.run(
        [sys.executable, "-I", "-c", TIRUAN, str(paket.parent)],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert hasil.stdout.splitlines() == [str(induk / "schemas"), str(induk / "workbooks")]

"""Imports point one way and each risky library stays in its place (the contracts stand in pyproject.toml); modules stay short."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

AKAR = Path(__file__).parents[1]
PAKET = AKAR / "lkjip_xl"
_LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", _LINT], cwd=folder, capture_output=True, text=True)


def test_arah_impor():
    hasil = _lint(AKAR)
    assert hasil.returncode == 0, hasil.stdout
    assert " 0 broken" in hasil.stdout


@pytest.mark.parametrize(
    ("modul", "impor"),
    [("inti/rumus.py", "import pandas"), ("buku/paket.py", "from lkjip_xl.tabel import model"), ("rapikan/usulan.py", "from lkjip_xl.word import naskah"),
     ("tabel/muat.py", "import docx"), ("baru.py", "import os")],
)  # fmt: skip
def test_pelanggaran_terlihat(tmp_path, modul, impor):
    """Each contract can fail: an import against it is found, and so is a module without a layer."""
    for asal in PAKET.rglob("*.py"):
        tujuan = tmp_path / "lkjip_xl" / asal.relative_to(PAKET)
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        tujuan.write_bytes(asal.read_bytes())
    berkas = tmp_path / "lkjip_xl" / modul
    lama = berkas.read_text(encoding="utf-8") if berkas.exists() else ""
    berkas.write_text(f"{lama}\n{impor}\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_bytes((AKAR / "pyproject.toml").read_bytes())
    assert _lint(tmp_path).returncode == 1


def test_panjang_modul():
    for berkas in sorted(PAKET.rglob("*.py")):
        assert len(berkas.read_text(encoding="utf-8").splitlines()) <= 320, berkas

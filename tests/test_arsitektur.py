"""Imports point one way and each risky library stays in its place (the contracts stand in pyproject.toml); modules stay short."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from banyak import tiap

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
    tiap(5, [("inti/rumus.py", "import pandas"), ("buku/paket.py", "from lkjip_xl.tabel import model"), ("rapikan/usulan.py", "from lkjip_xl.word import naskah"),
     ("tabel/muat.py", "import docx"), ("baru.py", "import os")]),
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


# -- tests stand alone ------------------------------------------------------------------------------------------------

UJI = sorted(Path(__file__).parent.rglob("*.py"))
BOLEH = {"_repr_html_"}  # what a notebook calls is public by agreement


def _pribadi(nama: object) -> bool:
    return isinstance(nama, str) and nama.startswith("_") and not nama.startswith("__") and nama not in BOLEH


def _langgar(pohon: ast.Module) -> Iterator[str]:
    """Imports of test files; private names of the package: imported, read, or replaced by monkeypatch and mock."""
    milik: set[str] = set()  # names in this file that come from the package
    simpul = list(ast.walk(pohon))
    for x in simpul:
        if isinstance(x, ast.Import):
            milik |= {(a.asname or a.name).partition(".")[0] for a in x.names if a.name.startswith("lkjip_xl")}
        elif isinstance(x, ast.ImportFrom) and (x.module or "").startswith("lkjip_xl"):
            milik |= {a.asname or a.name for a in x.names}
    for x in simpul:
        if isinstance(x, ast.Import | ast.ImportFrom):
            asal = [x.module or ""] if isinstance(x, ast.ImportFrom) else [a.name for a in x.names]
            yield from (m for m in asal if m.startswith("test_"))
            if any(m.startswith("lkjip_xl") for m in asal):
                yield from (a.name for a in x.names if _pribadi(a.name.rpartition(".")[2]))
        elif isinstance(x, ast.Attribute) and _pribadi(x.attr) and _akar(x.value) in milik:
            yield ast.unparse(x)
        elif isinstance(x, ast.Call) and len(x.args) > 1 and _nama(x.func) in ("setattr", "getattr", "object"):
            benda, nama = (a.value if isinstance(a, ast.Constant) else a for a in x.args[:2])
            if isinstance(benda, str) and benda.startswith("lkjip_xl") and _pribadi(benda.rpartition(".")[2]):
                yield benda
            elif isinstance(benda, ast.expr) and _pribadi(nama) and _akar(benda) in milik:
                yield ast.unparse(x)


def _nama(x: ast.expr) -> str:
    return x.attr if isinstance(x, ast.Attribute) else x.id if isinstance(x, ast.Name) else ""


def _akar(x: ast.expr) -> str:
    while isinstance(x, ast.Attribute | ast.Call | ast.Subscript):
        x = x.func if isinstance(x, ast.Call) else x.value
    return x.id if isinstance(x, ast.Name) else ""


@pytest.mark.parametrize(
    "kode",
    [
        "from test_lain import jalankan",
        "import test_lain as t",
        "def f():\n    from lkjip_xl.inti.angka import _rapi",
        "from lkjip_xl.edar import asli\nprint(asli._ARAH)",
        "import lkjip_xl as lk\nlk.buka(1)._kerja",
        "from lkjip_xl import makro\nmonkeypatch.setattr(makro, '_skema', 1)",
        "monkeypatch.setattr('lkjip_xl.makro._skema', 1)",
    ],
)
def test_uji_yang_bersandar_terlihat(kode: str) -> None:
    assert list(_langgar(ast.parse(kode)))


def test_uji_tidak_bersandar_pada_uji_lain_dan_yang_pribadi() -> None:
    """Shared helpers are modules without tests; what a test needs of the package has a public name."""
    baik = "import tempfile\nfrom lkjip_xl.buku import kunci\nkunci.coba_kunci(1)\nws._charts\nself._isi"
    assert list(_langgar(ast.parse(baik))) == []
    salah = {p.name: x for p in UJI if (x := list(_langgar(ast.parse(p.read_text(encoding="utf-8")))))}
    assert salah == {}

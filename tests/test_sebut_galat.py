"""One place makes exit codes and sentences of exceptions; command line, buttons and xlwings all say the same."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import lkjip_xl
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.inti.galat import KELUAR_BERKAS, KELUAR_GAGAL_SENDIRI, GalatLkjip
from lkjip_xl.skema.kata import Kata, memakai
from lkjip_xl.skema.pesan import GalatPesan
from lkjip_xl.skema.sebut_galat import sebut_galat
from lkjip_xl.skema.uji import GalatCek
from lkjip_xl.skema.ungkapan import GalatUngkapan
from lkjip_xl.skema.yaml_ketat import GalatSkema

CONTOH = [
    (GalatBerkas("BK-01", berkas="a.xlsx"), KELUAR_BERKAS, "a.xlsx"),
    (GalatSkema("schemas/pk.yaml", 7, "salah", "benar"), KELUAR_BERKAS, "schemas/pk.yaml:7"),
    (PermissionError(13, "ditolak", "b.xlsm"), KELUAR_BERKAS, "b.xlsm"),
    (PermissionError(13, "ditolak", b"b.xlsm"), KELUAR_BERKAS, "b.xlsm"),
    (OSError(28, "penuh"), KELUAR_BERKAS, ""),
    (GalatUngkapan("rumus"), KELUAR_GAGAL_SENDIRI, "rumus"),
    (GalatPesan("kode"), KELUAR_GAGAL_SENDIRI, "kode"),
    (GalatCek("cek"), KELUAR_GAGAL_SENDIRI, "cek"),
    (OSError("COM"), KELUAR_GAGAL_SENDIRI, "OSError"),
    (ValueError("x"), KELUAR_GAGAL_SENDIRI, "ValueError"),
]


@pytest.mark.parametrize(
    ("galat", "kode", "isi"), CONTOH, ids=[type(c[0]).__name__ + str(i) for i, c in enumerate(CONTOH)]
)
def test_kode_dan_kalimat(galat: Exception, kode: int, isi: str) -> None:
    hasil = sebut_galat(galat)
    assert hasil[0] == kode and isi in hasil[1] and "\n" not in hasil[1]


def test_satu_dasar_untuk_semua_galat_kita() -> None:
    """Every class Galat… that is an exception has the one base; they stay what callers catch."""
    for kelas in (GalatBerkas, GalatSkema, GalatUngkapan, GalatPesan, GalatCek):
        assert issubclass(kelas, GalatLkjip)
    assert issubclass(GalatUngkapan, ValueError) and issubclass(GalatCek, RuntimeError)
    akar = Path(lkjip_xl.__file__).parent
    for p in akar.rglob("*.py"):
        teks = p.read_text(encoding="utf-8")
        for n in ast.walk(ast.parse(teks)) if re.search(r"class\s+Galat", teks) else ():
            if isinstance(n, ast.ClassDef) and n.name.startswith("Galat") and n.bases and p.name != "galat.py":
                dasar = {b.id for b in n.bases if isinstance(b, ast.Name)}
                assert "GalatLkjip" in dasar or dasar <= {"StrEnum", "str"}, (p.name, n.name)


def test_hanya_satu_tempat_yang_membuat_kalimat() -> None:
    akar = Path(lkjip_xl.__file__).parent
    pemakai = {p.name for p in akar.rglob("*.py") if '"KU-01"' in p.read_text(encoding="utf-8")}
    assert pemakai == {
        "sebut_galat.py",
        "periksa.py",
        "pesan.py",
        "reviu.py",
    }  # periksa names the rule that failed, pesan a code without cell, reviu what nobody can excuse


def test_katalog_yang_rusak_tidak_menutupi_galat(tmp_path: Path) -> None:
    (tmp_path / "pesan.yaml").write_text("BK-01: [1]\n", encoding="utf-8")
    with memakai(Kata(tmp_path)):
        kode, kalimat = sebut_galat(GalatBerkas("BK-01", berkas="a.xlsx"))
    assert kode == KELUAR_BERKAS and "BK-01" in kalimat and "a.xlsx" in kalimat

"""One place makes exit codes and sentences of exceptions; command line, buttons and xlwings all say the same."""

from __future__ import annotations

import ast
import builtins
from pathlib import Path

import pytest

import lkjip_xl as lk
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.inti.galat import KELUAR_BERKAS, KELUAR_GAGAL_SENDIRI
from lkjip_xl.skema.kata import Kata, memakai
from lkjip_xl.skema.pesan import GalatPesan
from lkjip_xl.skema.sebut_galat import sebut_galat
from lkjip_xl.skema.uji import GalatCek
from lkjip_xl.skema.ungkapan import GalatUngkapan
from lkjip_xl.skema.yaml_ketat import GalatSkema

CONTOH = [
    (GalatBerkas("BK-01", apa="Berkas", berkas="a.xlsx", usul=""), KELUAR_BERKAS, "a.xlsx"),
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


# what whoever calls always answers: none of these leaves the package
DITANGKAP_SENDIRI = {
    "HanyaNilai", "PilihanProgram", "TeksTerlaluBanyak", "RumusTerlaluPanjang", "TakBerurut", "TakTerdefinisi", "_Berhenti"
}  # fmt: skip
BAWAAN = {n for n, x in vars(builtins).items() if isinstance(x, type) and issubclass(x, BaseException)}


def test_satu_dasar_untuk_semua_galat_kita() -> None:
    """Every exception of the package that may reach its callers has the one base; the kinds they know stay."""
    assert issubclass(GalatUngkapan, ValueError) and issubclass(GalatCek, RuntimeError)
    for kelas in (GalatBerkas, GalatSkema, GalatPesan, lk.LaporanDitolak):
        assert issubclass(kelas, lk.GalatLkjip)
    lain = set()
    for p in Path(lk.__file__).parent.rglob("*.py"):
        for n in ast.walk(ast.parse(p.read_text(encoding="utf-8"))):
            dasar = {ast.unparse(b) for b in n.bases} if isinstance(n, ast.ClassDef) else set()
            if dasar & BAWAAN and "GalatLkjip" not in dasar:
                lain.add(n.name)
    assert lain == DITANGKAP_SENDIRI | {"GalatLkjip"}


def test_laporan_yang_ditolak_punya_kode() -> None:
    kode, kalimat = sebut_galat(galat := lk.LaporanDitolak(3))
    assert (kode, galat.kode, galat.isi) == (KELUAR_BERKAS, "LP-01", {"jumlah": 3}) and kalimat == str(galat)


def test_hanya_satu_tempat_yang_membuat_kalimat() -> None:
    akar = Path(lk.__file__).parent
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
        kode, kalimat = sebut_galat(GalatBerkas("BK-01", apa="Berkas", berkas="a.xlsx", usul=""))
    assert kode == KELUAR_BERKAS and "BK-01" in kalimat and "a.xlsx" in kalimat

"""The lists of the mutation tests are up to date: files, lines and tests they name exist (the mutants themselves: `make mutasi`)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from mutasi import daftar, tukar

AKAR = Path(__file__).parents[1]
PAKET = AKAR / "lkjip_xl"


def baris(berkas: str) -> set[str]:
    return {" ".join(b.split()) for b in (PAKET / berkas).read_text(encoding="utf-8").splitlines()}


def test_sasaran_ada() -> None:
    berkas, bernama = daftar.sasaran()
    for s in (*berkas, *bernama):
        assert (PAKET / s.berkas).is_file(), s.berkas
        for u in s.uji:
            nama, _, fungsi = u.partition("::")
            assert f"def {fungsi.partition('[')[0]}" in (AKAR / nama).read_text(encoding="utf-8"), u
    for b in bernama:
        assert b.sumber((PAKET / b.berkas).read_text(encoding="utf-8"))
    assert len(bernama) >= 4


def test_mutan_setara_beralasan_dan_barisnya_ada() -> None:
    isi = yaml.safe_load((daftar.SINI / "setara.yaml").read_text(encoding="utf-8"))
    ada = {b: baris(b) for b in {m["berkas"] for m in isi["mutan"]}}
    for m in isi["mutan"]:
        assert m["baris"] in ada[m["berkas"]], m
    assert all(len(m["alasan"]) > 20 for m in (*isi["operator"], *isi["mutan"]))


@pytest.mark.parametrize(
    ("baru", "nama"),
    [
        ("A = 1\ndef f(x=1):\n    return x + A\nclass K:\n    def g(self):\n        return 3\n", []),
        ("A = 1\ndef f(x=1):\n    return x - A\nclass K:\n    def g(self):\n        return 4\n", ["f", "K.g"]),
        ("A = 2\ndef f(x=1):\n    return x + A\nclass K:\n    def g(self):\n        return 3\n", None),
        ("A = True\ndef f(x=1):\n    return x + A\nclass K:\n    def g(self):\n        return 3\n", None),
        ("A = 1\ndef f(x=2):\n    return x + A\nclass K:\n    def g(self):\n        return 3\n", None),
        ("A = 1\ndef f(x=1):\n    return x + A\nclass K:\n    @property\n    def g(self):\n        return 3\n", None),
    ],
)
def test_yang_ditukar(baru, nama) -> None:
    """Only bodies of functions are exchanged; constants, defaults and decorators need the module anew."""
    lama = tukar.kompilasi("A = 1\ndef f(x=1):\n    return x + A\nclass K:\n    def g(self):\n        return 3\n")
    badan = tukar.badan_lain(lama, tukar.kompilasi(baru))
    assert (badan if badan is None else [n for n, _ in badan]) == nama

"""Agencies of many kinds, written by hand: nothing in them is a mistake, and nothing is blamed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from buku_agensi import alamat, gawat

FOLDER = Path(__file__).with_name("data") / "karangan"
SEMUA = sorted(p.name for p in FOLDER.iterdir() if p.is_dir())
SEGERA = 3  # of the quick run


def naskah(nama: str) -> dict[str, list[dict[str, str]]]:
    hasil = {}
    for berkas in (FOLDER / nama / "tercetak").glob("*.csv"):
        with berkas.open(encoding="utf-8", newline="") as f:
            baris = [{k: x for k, x in b.items() if x} for b in csv.DictReader(f)]
        hasil[berkas.stem] = [{b["pengaturan"]: b["nilai"] for b in baris}] if berkas.stem == "pengaturan" else baris
    return hasil


@pytest.mark.parametrize(
    "nama", [x if n < SEGERA else pytest.param(x, marks=pytest.mark.lengkap) for n, x in enumerate(SEMUA)]
)
def test_tidak_ada_yang_disalahkan(nama: str) -> None:
    assert [(t.kode, t.lembar, t.sel, t.pesan) for t in gawat(naskah(nama))] == []


def test_kuncinya_kosong() -> None:
    for nama in SEMUA:
        assert len((FOLDER / nama / "kunci.csv").read_text(encoding="utf-8").splitlines()) == 1


def _letak(teks: str) -> tuple[str, int, str]:
    lembar, baris, kolom = teks.strip().split(":")
    return lembar, int(baris) - 1, kolom


def _salah() -> list[dict[str, str]]:
    with (FOLDER / "salah.csv").open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


@pytest.mark.lengkap
@pytest.mark.parametrize("b", _salah(), ids=lambda b: f"{b['agensi']} {b['salah']}")
def test_yang_salah_disebut(b: dict[str, str]) -> None:
    """One figure of an agency changed the way reports get it wrong: an error or warning stands on one of its cells, or names it."""
    n = naskah(b["agensi"])
    for ubah in b["ubah"].split("; "):
        tempat, _, nilai = ubah.partition("=")
        lembar, baris, kolom = _letak(tempat)
        n[lembar][baris][kolom] = nilai
    harap = {alamat(*_letak(x)) for x in b["sel"].split(";")}
    assert any(harap & {*((t.lembar, s) for s in t.sel_semua or (t.sel,)), *t.sel_terkait} for t in gawat(n))

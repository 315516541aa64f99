"""The probe table (tests/data/probe.csv) holds in the Python engine.

Columns: argumen is a JSON list of cell values (null = blank, {"galat": "#N/A"} = error, a list of lists = a range of
rows; a shorter list leaves optional arguments out), hasil one JSON cell value ({"galat": "*"} = any error), mesin
`semua` or `python+vba` (rows that need text to be read).
"""

import csv
import json
from pathlib import Path

import pytest

from lkjip_xl.inti.fungsi import FUNGSI, Galat

BARIS = list(csv.DictReader((Path(__file__).parent / "data" / "probe.csv").open(encoding="utf-8", newline="")))
ARAH_BAKU = {"naik", "turun", "turun-rasio", "rentang"}
METODE_BAKU = {"selisih", "rasio", "pmk214", "pmk214-tertimbang", "indeks", "nilai", "sisa", "tidak-dihitung"}
CARA_BAKU = {"tidak-dihitung", "rumus", "batas-terpenuhi", "terpenuhi"}
KOSONG_BAKU = {"", "-", "–", "N/A"}


def sel(nilai):
    """A JSON value as the cell value the worksheet functions take."""
    if isinstance(nilai, dict):
        return Galat(nilai["galat"])
    return [sel(n) for n in nilai] if isinstance(nilai, list) else nilai


def sama(hasil, harap) -> bool:
    """Equal as cells: numbers to 1e-9 (relative above 1), errors by class."""
    if isinstance(harap, dict):
        return isinstance(hasil, Galat) and harap["galat"] in ("*", hasil.value)
    if isinstance(harap, (int, float)):
        return isinstance(hasil, (int, float)) and abs(hasil - harap) <= 1e-9 * max(1, abs(harap))
    return not isinstance(hasil, Galat) and hasil == harap


def _teks(nilai):
    if isinstance(nilai, list):
        return [t for n in nilai for t in _teks(n)]
    return [nilai] if isinstance(nilai, (str, bool)) else []


@pytest.mark.parametrize("fungsi", FUNGSI)
def test_probe(fungsi):
    """Every row of a function; those that do not hold are named by their id, with what came out."""
    hasil = {b["id"]: (FUNGSI[fungsi](*sel(json.loads(b["argumen"]))), b) for b in BARIS if b["fungsi"] == fungsi}
    assert {i: x for i, (x, b) in hasil.items() if not sama(x, json.loads(b["hasil"]))} == {}


def test_probe_covers_every_function_and_error_class():
    assert len(BARIS) >= 260
    assert len({b["id"] for b in BARIS}) == len(BARIS)
    assert {b["fungsi"] for b in BARIS} == set(FUNGSI)
    assert {b["mesin"] for b in BARIS} == {"semua", "python+vba"}
    for fungsi in FUNGSI:
        hasil = [b["hasil"] for b in BARIS if b["fungsi"] == fungsi]
        assert "null" in hasil and any("galat" in h for h in hasil), fungsi


def test_rows_for_all_engines_need_no_text_reading():
    boleh = ARAH_BAKU | METODE_BAKU | CARA_BAKU | KOSONG_BAKU | {">=", ">"}
    for b in BARIS:
        if b["mesin"] == "semua":
            argumen = json.loads(b["argumen"])
            teks = set(_teks(argumen))
            if b["fungsi"] == "KATEGORI":
                teks -= {x for baris in argumen[1] for x in baris[2:]} | set(_teks(argumen[3:]))  # names are any text
            assert teks <= boleh, b["id"]


@pytest.mark.parametrize(
    "hasil, harap",
    [
        (1.0, 1.1),
        (None, 0),
        (0.0, None),
        (Galat.NA, {"galat": "#DIV/0!"}),
        ("#N/A", {"galat": "*"}),
        (Galat.NA, "#N/A"),
        ("5", 5),
    ],
)
def test_comparison_tells_different_cells_apart(hasil, harap):
    assert not sama(hasil, harap)

"""The worksheet functions as cells: nothing raises, errors pass, help fits Excel's wizard, import stays light."""

import inspect
import subprocess
import sys

import pytest
from banyak import banyak
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_xl.inti.argumen import desimal_sel, fungsi_lembar, kata_sel
from lkjip_xl.inti.fungsi import (
    ANGKA,
    CAPAIAN,
    EFISIENSI,
    FUNGSI,
    KATEGORI,
    KEMAJUAN,
    RATA_CAPAIAN,
    SERAPAN,
    Galat,
)
from lkjip_xl.inti.rumus import bulat

NAMA = {
    "CAPAIAN",
    "KATEGORI",
    "SERAPAN",
    "EFISIENSI",
    "EFISIENSI_TOTAL",
    "KEMAJUAN",
    "RATA_CAPAIAN",
    "PREDIKAT_SAKIP",
    "ANGKA",
    "TERBILANG",
    "RUPIAH",
}
SKALA = [[100, ">=", "Berhasil"], [None, None, "Kurang"]]

sel = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(),
    st.integers(),
    st.sampled_from(list(Galat)),
    st.sampled_from(["", "-", "75%", "90–100", "naik", "turun-rasio", "rentang", "pmk214", "pmk214-tertimbang", ">="]),
    st.text(max_size=6),
)
rentang = st.lists(st.lists(sel, min_size=0, max_size=3), max_size=3)


@settings(max_examples=banyak(200), deadline=None)
@given(st.sampled_from(sorted(NAMA)), st.data())
def test_no_function_ever_raises_and_every_result_is_a_cell(nama, data):
    parameter = inspect.signature(FUNGSI[nama]).parameters
    argumen = [data.draw(st.one_of(sel, rentang)) for _ in parameter]
    hasil = FUNGSI[nama](*argumen)
    assert hasil is None or isinstance(hasil, (float, str))


@pytest.mark.parametrize("nama", sorted(NAMA))
@pytest.mark.parametrize("galat", list(Galat))
def test_an_error_in_any_argument_comes_out(nama, galat):
    parameter = list(inspect.signature(FUNGSI[nama]).parameters)
    for i in range(len(parameter)):
        argumen = [50.0] * len(parameter)
        argumen[i] = [[None], [galat]]
        assert FUNGSI[nama](*argumen) is galat


def test_the_registry_holds_every_worksheet_function():
    assert set(FUNGSI) == NAMA


@pytest.mark.parametrize("nama", sorted(NAMA))
def test_the_first_line_of_help_fits_the_wizard(nama):
    baris = FUNGSI[nama].__doc__.splitlines()
    assert 0 < len(baris[0]) <= 255 and baris[0].endswith(".") and baris[1] == ""


@pytest.mark.parametrize(
    "argumen, hasil",
    [
        ((50, 40), 80),
        (("50 %", "40 %", "naik"), 80),
        ((50, 40, "turun"), 120),
        ((50, 40, "turun-rasio"), 125),
        (("90–100", 110, "rentang"), 90),
        ((100, 110, "rentang"), 90),
        ((5, 7, None, 120), 120),
        (("90–100", 95, "naik"), Galat.VALUE),
        ((50, 40, "entah"), Galat.VALUE),
        ((50, None), None),
        (("-", 40), None),
        (("-", 40, "rentang"), None),
    ],
)
def test_capaian_by_direction(argumen, hasil):
    assert CAPAIAN(*argumen) == hasil


def test_kemajuan_is_capaian_of_the_end_target():
    assert KEMAJUAN(5.46, 4.77, "turun") == CAPAIAN(4.77, 5.46, "turun")
    assert KEMAJUAN(None, 5) is None and KEMAJUAN(5, 0) is Galat.DIV0


def test_one_cell_ranges_are_cells_and_larger_ones_are_not():
    assert CAPAIAN([[50]], [[40]]) == 80
    assert CAPAIAN([[50], [60]], 40) is Galat.VALUE


def test_nan_of_a_data_frame_is_a_blank():
    nan = float("nan")
    assert CAPAIAN(nan, 5) is None and CAPAIAN(50, 40, nan, nan) == 80 and RATA_CAPAIAN([[nan], [5]]) == 5
    assert KATEGORI(50, [[100, ">=", "Berhasil"], [nan, nan, "Kurang"]]) == "Kurang"


def test_results_no_cell_can_hold_are_errors():
    assert CAPAIAN(1e-300, 1e300) is Galat.NUM
    assert RATA_CAPAIAN([[1.0]], 1e9) == 1.0  # more decimals than a number has round nothing


def test_a_scale_must_be_a_table():
    assert (
        KATEGORI(50, 5) is Galat.VALUE and KATEGORI(50, "x") is Galat.VALUE and KATEGORI(50, [[1, ">="]]) is Galat.VALUE
    )


def test_functions_chain_as_cells_do():
    efisiensi = EFISIENSI(CAPAIAN("75 %", "76,99%"), SERAPAN("Rp. 575.000.000,-", 538_642_907), "pmk214")
    assert bulat(efisiensi) == 8.74
    assert EFISIENSI(CAPAIAN(75, "-"), SERAPAN(100, 50)) is None
    assert KATEGORI(CAPAIAN(0, 5), SKALA) is Galat.DIV0
    assert ANGKA(ANGKA("25.000.0000")) is Galat.VALUE


def test_importing_the_functions_imports_nothing_heavy():
    perintah = "import sys, lkjip_xl.inti.fungsi; print(*sys.modules)"
    termuat = subprocess.run(
        [sys.executable, "-c", perintah], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "lkjip_xl.inti.fungsi" in termuat
    assert {"pandas", "numpy", "num2words", "pandera", "openpyxl", "yaml", "lxml", "typer"}.isdisjoint(termuat)


@pytest.mark.parametrize(
    "cara, target, hasil",  # of 60 and 100 where more is better, of 100 and 60 where less is
    [
        (None, 80, (75, 125, 75, 125)),
        (None, "≥ 80", (None, None, None, None)),
        (None, "BB", (None, None, None, None)),
        ("tidak-dihitung", 80, (75, 125, 75, 125)),
        ("tidak-dihitung", "≤ 80", (None, None, None, None)),
        ("rumus", 80, (75, 125, 75, 125)),
        ("rumus", "≥ 80", (75, 125, None, None)),
        ("rumus", "≤ 80", (None, None, 75, 125)),
        ("batas-terpenuhi", 80, (75, 125, 75, 125)),
        ("batas-terpenuhi", "≥ 80", (0, 100, 100, 0)),
        ("batas-terpenuhi", "≤ 80", (100, 0, 0, 100)),
        ("terpenuhi", 80, (0, 100, 0, 100)),
        ("terpenuhi", "≥ 80", (0, 100, 100, 0)),
        ("terpenuhi", "≤ 80", (100, 0, 0, 100)),
        ("terpenuhi", "BB", (None, None, None, None)),
    ],
)
def test_how_a_target_becomes_a_capaian(cara, target, hasil):
    nilai = ((60, None), (100, "naik"), (100, "turun"), (60, "turun"))
    assert tuple(CAPAIAN(target, r, arah, cara=cara) for r, arah in nilai) == hasil


def test_category_of_a_named_scale():
    skala = [*SKALA, [80, ">=", "Baik", "Anggaran"], [None, None, "Rendah", "Anggaran"]]
    assert [KATEGORI(85, skala), KATEGORI(85, skala, None, "anggaran")] == ["Kurang", "Baik"]
    assert [KATEGORI(99.96, skala, 1), KATEGORI(99.96, skala), KATEGORI(None, skala)] == ["Berhasil", "Kurang", None]


def test_what_no_number_holds_and_an_empty_range():
    def LUAR_BATAS(x):
        return 10.0**x

    try:
        assert fungsi_lembar(LUAR_BATAS)(400.0) is Galat.NUM
    finally:
        del FUNGSI["LUAR_BATAS"]
    assert CAPAIAN([], 5) is Galat.VALUE and (desimal_sel(None), desimal_sel(1.9)) == (2, 1)


def test_no_words():
    """What is read as a number or as blank, whatever letters it begins with, an error and a truth value."""
    assert [x for x in ("N/A", "IDR 5", "Rp 80", "Rp", Galat.NA, True, 80.0, None) if kata_sel(x)] == []

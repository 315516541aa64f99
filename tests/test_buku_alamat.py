"""Cell addresses."""

from itertools import pairwise

import pytest
from banyak import banyak
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter, range_boundaries

from lkjip_xl.buku.rumus_bersama import RumusBersama
from lkjip_xl.inti import alamat

BARIS = st.integers(1, alamat.BARIS_MAKS)
KOLOM = st.integers(1, alamat.KOLOM_MAKS)


@settings(max_examples=banyak(200), deadline=None)
@given(BARIS, KOLOM)
def test_sel_dan_pecah_saling_balik(baris, kolom):
    teks = alamat.sel(baris, kolom)
    assert teks == f"{get_column_letter(kolom)}{baris}"
    assert alamat.pecah(teks) == (baris, kolom)
    assert alamat.pecah(f"${alamat.huruf(kolom).lower()}${baris}") == (baris, kolom)


@pytest.mark.parametrize("teks", ["", "A", "9", "A0", "XFE1", "A1048577", "ABCD1", "A1:B2", "A-1", "Á1", "A1 "])
def test_bukan_alamat_ditolak(teks):
    with pytest.raises(ValueError):
        alamat.pecah(teks)


@pytest.mark.parametrize(("baris", "kolom"), [(0, 1), (1, 0), (alamat.BARIS_MAKS + 1, 1), (1, alamat.KOLOM_MAKS + 1)])
def test_di_luar_lembar_ditolak(baris, kolom):
    with pytest.raises(ValueError):
        alamat.sel(baris, kolom)


@settings(max_examples=banyak(100), deadline=None)
@given(BARIS, KOLOM, BARIS, KOLOM)
def test_kawasan_seperti_openpyxl(b1, k1, b2, k2):
    (b1, b2), (k1, k2) = sorted((b1, b2)), sorted((k1, k2))
    teks = f"{alamat.sel(b1, k1)}:{alamat.sel(b2, k2)}"
    k_awal, b_awal, k_akhir, b_akhir = range_boundaries(teks)
    assert alamat.kawasan(teks) == (b_awal, k_awal, b_akhir, k_akhir)


def test_kutip_dan_rujuk():
    assert alamat.rujuk("Hasil Validasi", "F9") == "'Hasil Validasi'!F9"
    assert alamat.kutip("Dinas 'A'") == "'Dinas ''A'''"


@settings(max_examples=banyak(150), deadline=None)
@given(st.lists(st.tuples(st.integers(1, 30), st.integers(1, 4))))
def test_lipat_memuat_setiap_sel_sekali_dan_sependek_mungkin(titik):
    potong = [p for p in alamat.lipat(alamat.sel(b, k) for b, k in titik).split(", ") if p]
    isi = []
    for p in potong:
        awal, _, akhir = p.partition("–")
        (b1, k), (b2, k2) = alamat.pecah(awal), alamat.pecah(akhir or awal)
        assert k == k2 and (b2 > b1 if akhir else True)
        isi.append((k, b1, b2))
    sel = [(b, k) for k, b1, b2 in isi for b in range(b1, b2 + 1)]
    assert sel == sorted({*titik}, key=lambda x: x[::-1])
    assert all(not (a[0] == b[0] and a[2] + 1 == b[1]) for a, b in pairwise(isi))


@pytest.mark.parametrize(
    "rumus",
    [
        "A1+$B$2*C$3-$D4", "SUM(A1:B2,Lembar2!C3)", "'Data A1'!B2&\"A1\"", "LOG10(A1)+ROUND(B2,2)", "SUM(A:A)+SUM($B:$C)",
        "SUM(1:1)+SUM($2:3)", 'IF(A1="","",VLOOKUP(A1,Skala,2))', "CAPAIAN(B2,C2)", "TARIF_A1+A1_B+_xlfn.XLOOKUP(A1,B2,C3)",
        "[1]Lembar!A1+Tabel[Kolom A1]",
    ],
)  # fmt: skip
@pytest.mark.parametrize(("baris", "kolom"), [(9, 6), (10, 6), (9, 9), (300, 40)])
def test_rumus_bersama_bergeser_seperti_openpyxl(rumus, baris, kolom):
    harap = Translator("=" + rumus, "F9").translate_formula(alamat.sel(baris, kolom))
    assert "=" + RumusBersama(rumus, 9, 6).di(baris, kolom) == harap


def test_rumus_bersama_melingkar_di_tepi_lembar():
    assert RumusBersama("A1", 2, 2).di(1, 1) == "XFD1048576"

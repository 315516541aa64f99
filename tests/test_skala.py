"""Category scales: bands, their boundaries, what is wrong with a scale, and predikat."""

import pytest
from banyak import banyak
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.skala import Pita, Skala, baca_skala, baris_bernama, predikat_sakip, usul_batas

MAGETAN = baca_skala(
    [
        (100, ">=", "Sangat Berhasil"),
        (75, ">=", "Berhasil"),
        (55, ">=", "Cukup Berhasil"),
        (None, None, "Kurang Berhasil"),
    ]
)


@settings(max_examples=banyak(150), deadline=None)
@given(st.floats(-50, 250))
def test_the_category_is_that_of_the_value_as_shown(capaian):
    assert MAGETAN.kategori(capaian) == MAGETAN.kategori(bulat(capaian))


@settings(max_examples=banyak(100), deadline=None)
@given(st.floats(-50, 250), st.floats(0, 100))
def test_a_higher_value_never_falls_into_a_lower_band(capaian, tambahan):
    urutan = [p.kategori for p in MAGETAN]
    assert urutan.index(MAGETAN.kategori(capaian + tambahan)) <= urutan.index(MAGETAN.kategori(capaian))


def test_decimals_decide_at_the_boundary():
    assert MAGETAN.kategori(99.995) == "Sangat Berhasil"
    assert MAGETAN.kategori(99.995, desimal=3) == "Berhasil"


def test_two_bands_may_share_a_bound_when_the_strict_one_is_above():
    skala = baca_skala([(100, ">", "Lebih"), (100, ">=", "Tepat"), (None, "", "Kurang")])
    assert [skala.kategori(n) for n in (100.01, 100, 99.99)] == ["Lebih", "Tepat", "Kurang"]
    assert skala.masalah() == []


def test_nothing_is_claimed_without_a_band():
    assert Skala(()).kategori(50) is None
    assert Skala((Pita(75, ">=", "Baik"),)).kategori(50) is None
    assert MAGETAN.kategori(None) is None


@pytest.mark.parametrize(
    "pita, kode",
    [
        ([(100, ">=", "A"), (None, "", "B")], []),
        ([], []),
        ([(75, ">=", "A"), (100, ">=", "B"), (None, "", "C")], ["urutan"]),
        ([(100, ">=", "A"), (100, ">", "B"), (None, "", "C")], ["urutan"]),
        ([(100, ">=", "A"), (100, ">=", "B"), (None, "", "C")], ["batas_ganda"]),
        ([(100, ">=", "A"), (75, ">=", "B")], ["batas_akhir"]),
        ([(None, "", "A"), (75, ">=", "B"), (None, "", "C")], ["batas_akhir"]),
        ([(100, "<", "A"), (None, "", "B")], ["tanda"]),
        ([(100, ">=", "Baik"), (None, "", "baik")], ["kategori_ganda"]),
        ([(100, ">=", "A"), (75, ">", "B"), (None, "", "C")], []),
        ([(100, "", "A"), (100, ">=", "B"), (None, "", "C")], ["batas_ganda"]),
        ([(100, ">=", "A"), (None, "", "B"), (None, "", "C")], ["batas_akhir"]),
        ([(100, "x", "A"), (None, "", "B")], ["tanda"]),
    ],
)
def test_masalah(pita, kode):
    assert Skala(Pita(*p) for p in pita).masalah() == kode


@pytest.mark.parametrize(
    "tanda, nilai, memuat",
    [
        (">=", 75, True),
        ("≥", 75, True),
        ("", 75, True),
        (" >= ", 75, True),
        (">", 75, False),
        (" > ", 75, False),
        (">", 75.01, True),
        (">=", 74.99, False),
    ],
)
def test_the_sign_decides_whether_the_bound_belongs_to_the_band(tanda, nilai, memuat):
    assert Pita(75, tanda, "Baik").memuat(nilai) is memuat


def test_an_unknown_sign_is_refused_only_when_its_band_is_reached():
    with pytest.raises(ValueError):
        Skala((Pita(100, "=>", "A"),)).kategori(50)


def test_baca_skala_reads_cells_and_drops_rows_without_category():
    skala = baca_skala(
        [("75,5 %", " ≥ ", " Baik ", "≥ 75,5%"), (50, ">", "-"), (None, None, None), ("-", "-", "Kurang")]
    )
    assert skala == (Pita(75.5, "≥", "Baik", "≥ 75,5%"), Pita(None, "", "Kurang"))
    assert isinstance(skala, Skala)


def test_a_category_may_be_a_number():
    assert baca_skala([(4, ">=", "1", "4"), (None, "", 2)]) == (Pita(4.0, ">=", "1", "4"), Pita(None, "", "2"))


@pytest.mark.parametrize("baris, sebut", [([("abc", ">=", "Baik")], "“abc”"), ([(75, ">=")], None)])
def test_baca_skala_refuses(baris, sebut):
    with pytest.raises(ValueError, match=sebut):
        baca_skala(baris)


@pytest.mark.parametrize(
    "teks, batas",
    [
        ("≥ 91 persen", 91),
        ("min. 80", 80),
        ("91–100", 91),
        ("75", 75),
        ("1.168.800.00", 1_168_800_000),
        ("1.234,567", 1234.567),
        ("< 30", None),
        ("BB / 70", None),
        ("-", None),
    ],
)
def test_a_bound_in_words_has_a_proposal(teks, batas):
    assert usul_batas(teks) == batas


@pytest.mark.parametrize(
    "nilai, predikat",
    [
        (100.004, "AA"),
        (90.005, "AA"),
        (90.004, "A"),
        (80.01, "A"),
        (80, "BB"),
        (70.01, "BB"),
        (70, "B"),
        (60.01, "B"),
        (60, "CC"),
        (50.01, "CC"),
        (50, "C"),
        (30.01, "C"),
        (30, "D"),
        (0, "D"),
    ],
)
def test_predikat_bounds_are_strict(nilai, predikat):
    assert predikat_sakip(nilai) == predikat


@pytest.mark.parametrize("nilai", [100.01, -0.01])
def test_predikat_outside_the_scale(nilai):
    with pytest.raises(ValueError):
        predikat_sakip(nilai)


@pytest.mark.parametrize(
    "batas, teks, puncak",
    [
        (76, "76 – 90", 90),
        (76, "76,5 % ≤ 90.25 %", 90.25),
        (91, "≥ 91", None),
        (76, "1 – 2 – 3", None),
        (None, "≤ 50", 50),
        (None, "", None),
        (None, "1 – 2 – 3", None),
    ],
)
def test_upper_bound_of_a_printed_band(batas, teks, puncak):
    """The second of two numbers, or the only one of the last band; any other text names none."""
    assert Pita(batas, ">=" if batas else "", "Sedang", teks).puncak_tercetak == puncak


@pytest.mark.parametrize(
    "atas, puncak, sambung",
    [
        (90.01, "90", True),  # one step of the decimals shown
        (90, "90", True),
        (90.012, "90", False),
        (90.05, "90", False),
        (91, "91,5", False),  # an overlap
        (180, "90", False),
    ],
)
def test_printed_bands_join_at_two_decimals(atas, puncak, sambung):
    skala = Skala((Pita(atas, ">=", "Tinggi", f"≥ {atas}"), Pita(None, "", "Sedang", f"76 – {puncak}")))
    assert (not skala.tak_bersambung()) is sambung


def test_rows_of_a_named_scale():
    baris = [
        (91, ">=", "Tinggi"),
        (90, ">=", "Kuat", None),
        (80, ">=", "Baik", "Anggaran"),
        (70, ">=", "C", "lain"),
        (60, ">="),
    ]
    assert baris_bernama(baris) == [(91, ">=", "Tinggi"), (90, ">=", "Kuat"), (60, ">=")]
    assert baris_bernama(baris, " anggaran") == [(80, ">=", "Baik")]

"""Properties of the formulas that no table of examples can show, and the ends of their domains."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import nextafter

import pytest
from banyak import banyak
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_xl.inti.rumus import (
    Arah,
    BatasTarget,
    Metode,
    TakTerdefinisi,
    baca_arah,
    baca_metode,
    bulat,
    bulat_desimal,
    capaian,
    efisiensi,
    efisiensi_total,
    kemajuan,
    rata_capaian,
    realisasi_komponen,
    serapan,
)

sedang = settings(max_examples=banyak(150), deadline=None)
positif = st.floats(0.01, 1e9)
nilai = st.floats(-1e9, 1e9)


@sedang
@given(st.integers(-(10**9), 10**9), st.integers(0, 4))
def test_bulat_agrees_with_exact_decimal_on_ties(n, desimal):
    seri = Decimal(10 * n + 5).scaleb(-desimal - 1)  # exactly half way between two results
    harap = seri.quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)
    assert bulat_desimal(float(seri), desimal) == harap
    # A tie that arithmetic left one bit short is still the tie Excel shows
    assert bulat_desimal(nextafter(float(seri), 0), desimal) == harap


@pytest.mark.parametrize(
    "x, desimal, harap",
    [
        (1.005, 2, 1.01),
        (2.675, 2, 2.68),
        (-2.675, 2, -2.68),
        (99.995, 2, 100),
        (0.285, 2, 0.29),
        (2.5, 0, 3),
        (-2.5, 0, -3),
        (1250, -2, 1300),
        (1e300, 2, 1e300),
        (5e-324, 2, 0),
    ],
)
def test_bulat(x, desimal, harap):
    assert bulat(x, desimal) == harap


@sedang
@given(positif, nilai, st.floats(0.001, 1000))
def test_naik_does_not_depend_on_the_unit(target, realisasi, skala):
    assert capaian(target * skala, realisasi * skala) == pytest.approx(capaian(target, realisasi), rel=1e-9, abs=1e-9)


@sedang
@given(st.floats(1, 1e6), st.floats(-1e6, 1e6))
def test_turun_mirrors_naik_around_100(target, realisasi):
    assert capaian(target, realisasi, Arah.TURUN) + capaian(target, realisasi) == pytest.approx(200, rel=1e-9, abs=1e-6)


@sedang
@given(positif, positif)
def test_turun_rasio_is_the_inverse_of_naik(target, realisasi):
    assert capaian(target, realisasi, Arah.TURUN_RASIO) == pytest.approx(1e4 / capaian(target, realisasi))


@sedang
@given(positif, positif, positif)
def test_rentang_is_100_inside_and_less_outside(a, b, realisasi):
    a, b = sorted((a, b))
    hasil = capaian((a, b), realisasi, Arah.RENTANG)
    assert (hasil == 100) if a <= realisasi <= b else hasil < 100 + 1e-9


@sedang
@given(positif, positif, st.sampled_from(list(Arah)), st.floats(1, 200))
def test_batas_caps_every_direction(target, realisasi, arah, batas):
    assert capaian(target, realisasi, arah, batas) == min(batas, capaian(target, realisasi, arah))


N, T, TR, R = Arah.NAIK, Arah.TURUN, Arah.TURUN_RASIO, Arah.RENTANG


@pytest.mark.parametrize(
    "target, realisasi, arah, hasil",
    [
        (50, 40, N, 80),
        (50, -5, N, -10),
        (0.5, 0.25, N, 50),
        (50, 40, T, 120),
        (50, 0, T, 200),
        (50, 150, T, -100),
        (0.5, 0.75, T, 50),
        (50, 40, TR, 125),
        (0.5, 0.25, TR, 200),
        (0, 0, N, 100),
        (0, 0, T, 100),
        (0, 0, TR, 100),
        ((90, 100), 90, R, 100),
        ((90, 100), 95, R, 100),
        ((90, 100), 100, R, 100),
        ((90, 100), 110, R, 90),
        ((5, 10), 25, R, -50),
        ((90, 100), 45, R, 50),
        ((0, 2), 3, R, 50),
        ((0, 1), 1.5, R, 50),
        ((0, 0), 0, R, 100),
        ((1, 2), 0.5, R, 50),
        ((0.5, 2), 0.25, R, 50),
        ((-0.0, 2), 1, R, 100),
        (5, 5, R, 100),
        (5, 4, R, 80),
        (5, 6, R, 80),
    ],
)
def test_capaian(target, realisasi, arah, hasil):
    assert capaian(target, realisasi, arah) == pytest.approx(hasil, rel=1e-12)


@pytest.mark.parametrize("batas, hasil", [(None, 140), (120, 120), (140, 140), (150, 140), (1, 1), (0.5, 0.5)])
def test_capaian_never_exceeds_batas(batas, hasil):
    assert capaian(5, 7, batas=batas) == pytest.approx(hasil, rel=1e-12)


@pytest.mark.parametrize(
    "target, realisasi, arah",
    [
        (0, 1, Arah.NAIK),
        (0, -1, Arah.NAIK),
        (0, 1, Arah.TURUN),
        (0, 1, Arah.TURUN_RASIO),
        (-1, 1, Arah.NAIK),
        (-1, 0, Arah.TURUN),
        (5, 0, Arah.TURUN_RASIO),
        (5, -1, Arah.TURUN_RASIO),
        ((-1, 2), 1, Arah.RENTANG),
        ((0, 2), -1, Arah.RENTANG),
        ((0, 0), 1, Arah.RENTANG),
    ],
)
def test_capaian_undefined(target, realisasi, arah):
    with pytest.raises(TakTerdefinisi):
        capaian(target, realisasi, arah)


@pytest.mark.parametrize(
    "target, arah, batas",
    [
        ((9, 5), Arah.RENTANG, None),
        ((5, 9), Arah.NAIK, None),
        (5, Arah.NAIK, 0),
        (5, Arah.NAIK, -1),
    ],
)
def test_capaian_senseless(target, arah, batas):
    with pytest.raises(ValueError):
        capaian(target, 7, arah, batas)


def test_published_values():
    assert [bulat(capaian(t, r)) for t, r in ((75, 76.99), (35.35, 37.07), (90.1, 90.03), (85.5, 85.55))] == [
        102.65,
        104.87,
        99.92,
        100.06,
    ]
    assert bulat(capaian(4.77, 5.46, Arah.TURUN)) == 85.53
    assert bulat(capaian(2.71, 2.76, Arah.TURUN_RASIO)) == 98.19
    anggaran = ((575_000_000, 538_642_907), (1_425_950_000, 1_283_031_695), (3_457_628_590, 3_298_398_093))
    capai = (capaian(75, 76.99), capaian(35.35, 37.07), rata_capaian([99.92, 100.06]))
    hasil = [bulat(efisiensi(c, serapan(*a), Metode.PMK214)) for c, a in zip(capai, anggaran, strict=True)]
    assert hasil == [8.74, 14.20, 4.60]


def test_kemajuan_takes_its_arguments_in_the_order_of_the_table():
    assert kemajuan(40, 80) == 50
    assert kemajuan(12, (5, 10), Arah.RENTANG) == 80


def test_realisasi_komponen():
    assert realisasi_komponen(1, 8, 100) == 12.5 and realisasi_komponen(1, 8) == 0.125
    assert realisasi_komponen(3, 1, 2) == 6 and realisasi_komponen(3, -1, 2) == -6
    with pytest.raises(TakTerdefinisi):
        realisasi_komponen(1, 0, 100)


@pytest.mark.parametrize("pagu", [None, 0, 0.0])
def test_serapan_without_budget(pagu):
    assert serapan(pagu, None) is None and serapan(pagu, 0) is None
    with pytest.raises(TakTerdefinisi):
        serapan(pagu, 1)


def test_serapan_of_a_known_budget():
    assert serapan(100, None) is None and serapan(100, 0) == 0 and serapan(100, 120) == pytest.approx(120)
    assert serapan(0.5, 0.25) == 50 and serapan(200, -50) == -25
    with pytest.raises(TakTerdefinisi):
        serapan(-1, None)


@sedang
@given(positif, positif)
def test_efficiency_methods_agree_on_the_sign(c, s):
    tanda = {
        m: efisiensi(c, s, m) - (100 if m is Metode.RASIO else 0) for m in (Metode.SELISIH, Metode.RASIO, Metode.PMK214)
    }
    assert len({(h > 1e-6) - (h < -1e-6) for h in tanda.values() if abs(h) > 1e-6}) <= 1


@pytest.mark.parametrize(
    "c, s, metode, hasil",
    [
        (80, 50, Metode.SELISIH, 30),
        (80, 50, Metode.RASIO, 160),
        (80, 50, Metode.PMK214, 37.5),
        (80, 1, Metode.RASIO, 8000),
        (80, -1, Metode.RASIO, -8000),
        (1, 0.5, Metode.PMK214, 50),
        (-1, 0.5, Metode.PMK214, 150),
        (0, 50, Metode.SELISIH, -50),
        (0, 50, Metode.RASIO, 0),
        (80, 0, Metode.PMK214, 100),
    ],
)
def test_efficiency(c, s, metode, hasil):
    assert efisiensi(c, s, metode) == pytest.approx(hasil, rel=1e-12)


W = Metode.PMK214_TERTIMBANG


@pytest.mark.parametrize(
    "c, p, r, metode, hasil",
    [
        ([100, 80], [200, 100], [150, 90], Metode.SELISIH, 10),
        ([100, None, 80], [200, 100], [150, 90, None], Metode.RASIO, 112.5),
        ([100, 60], [200, 100], [150, 30], Metode.PMK214, 25),
        ([150], [1], [0.75], W, 50),
        ([None], [200], [150], Metode.SELISIH, None),
        ([100], [None], [None], Metode.SELISIH, None),
        ([100], [200], [None], Metode.SELISIH, None),
        ([100, 50], [200, 100], [150, 25], W, 30),
        # a row counts where it has both capaian and pagu; without a realisasi nothing of it was spent
        ([100, None, 50], [200, 100, None], [150, 90, 5], W, 25),
        ([100], [200], [None], W, 100),
        ([100], [1], [0.25], W, 75),
        ([100], [-1], [0], W, 100),
        ([None, 100], [1, None], [1, 1], W, None),
        ([], [], [], W, None),
    ],
)
def test_total_efficiency(c, p, r, metode, hasil):
    assert efisiensi_total(c, p, r, metode) == hasil


@pytest.mark.parametrize(
    "c, p, r, galat",
    [
        ([1], [1, 2], [1], ValueError),
        ([1], [1], [1, 2], ValueError),
        ([1, 2], [1], [1], ValueError),
        ([1, 2], [1, 2], [1], ValueError),
        ([0], [5], [1], TakTerdefinisi),
    ],
)
def test_weighted_total_refuses(c, p, r, galat):
    with pytest.raises(galat):
        efisiensi_total(c, p, r, W)


def test_efficiency_undefined_and_senseless():
    with pytest.raises(TakTerdefinisi):
        efisiensi(100, 0, Metode.RASIO)
    with pytest.raises(TakTerdefinisi):
        efisiensi(0, 50, Metode.PMK214)
    with pytest.raises(TakTerdefinisi):
        efisiensi(100, 0, Metode.INDEKS)
    with pytest.raises(TakTerdefinisi):
        efisiensi(0, 50, Metode.NILAI)
    with pytest.raises(ValueError):
        efisiensi(100, 50, Metode.PMK214_TERTIMBANG)
    assert efisiensi(0, 0, Metode.TIDAK) is None


@pytest.mark.parametrize(("serap", "nilai"), [(100, 50), (92, 70), (108, 30), (80, 100), (50, 100), (120, 0), (200, 0)])
def test_score_is_50_at_par_and_full_beyond_20_percent(serap, nilai):
    assert efisiensi(100, serap, Metode.NILAI) == pytest.approx(nilai)


@sedang
@given(st.lists(st.tuples(positif, positif, positif), min_size=1, max_size=8))
def test_weighted_total_equals_the_exact_sum(baris):
    c, p, r = zip(*baris, strict=True)
    volume = [Fraction(x) * Fraction(y) / 100 for x, y in zip(c, p, strict=True)]
    harap = (sum(volume) - sum(map(Fraction, r))) / sum(volume) * 100
    assert efisiensi_total(c, p, r, Metode.PMK214_TERTIMBANG) == pytest.approx(float(harap), rel=1e-9, abs=1e-6)


@sedang
@given(st.floats(1, 200), positif, positif, st.sampled_from([m for m in Metode if m is not Metode.TIDAK]))
def test_total_of_one_row_is_that_row(c, p, r, metode):
    satu = Metode.PMK214 if metode is Metode.PMK214_TERTIMBANG else metode
    harap = efisiensi(c, serapan(p, r), satu)
    assert efisiensi_total([c, None], [p, None], [r, None], metode) == pytest.approx(harap, rel=1e-7, abs=1e-6)


def test_rata_capaian_rounds_caps_and_skips():
    assert rata_capaian([1.005, None, 1.004]) == pytest.approx(1.005)
    assert rata_capaian([150, 50], batas=100) == 75 and rata_capaian([5], batas=1) == 1
    assert rata_capaian([100.004, 100.006]) == pytest.approx(100.005, abs=1e-9)
    assert rata_capaian([2.5, 3.5], desimal=0) == 3.5
    assert rata_capaian([None]) is None and rata_capaian([]) is None
    for batas in (0, -1):
        with pytest.raises(ValueError):
            rata_capaian([1], batas=batas)


@pytest.mark.parametrize(
    "teks, arah",
    [
        ("Semakin  Tinggi Semakin Baik", Arah.NAIK),
        ("RUMUS-2", Arah.TURUN),
        ("Rasio Turun", Arah.TURUN_RASIO),
        ("kisaran", Arah.RENTANG),
        ("+", Arah.NAIK),
    ],
)
def test_baca_arah(teks, arah):
    assert baca_arah(teks) is arah


@pytest.mark.parametrize(
    "teks, metode",
    [
        ("Selisih", Metode.SELISIH),
        ("PMK-214", Metode.PMK214),
        ("pmk 214 / 2017", Metode.PMK214),
        ("PMK214 Tertimbang", Metode.PMK214_TERTIMBANG),
    ],
)
def test_baca_metode(teks, metode):
    assert baca_metode(teks) is metode


def test_unknown_words_name_the_closest_one():
    with pytest.raises(ValueError, match="turun-rasio"):
        baca_arah("turun rassio")
    with pytest.raises(ValueError, match="pmk214"):
        baca_metode("pmk 241")
    with pytest.raises(ValueError, match=r"naik.*rentang"):
        baca_arah("xyz")


@pytest.mark.parametrize(
    ("tanda", "terpenuhi", "searah"),
    [
        ("≥", (0, 1, 1), (1, 0, 0)),
        (">", (0, 0, 1), (1, 0, 0)),
        ("≤", (1, 1, 0), (0, 1, 1)),
        ("<", (1, 0, 0), (0, 1, 1)),
    ],
)
def test_batas_sebagai_target(tanda, terpenuhi, searah):
    batas = BatasTarget(tanda, 30)
    assert [batas.terpenuhi(x) for x in (29, 30, 31)] == [bool(x) for x in terpenuhi]
    assert [batas.searah(a) for a in (Arah.NAIK, Arah.TURUN, Arah.TURUN_RASIO)] == [bool(x) for x in searah]
    assert [capaian(batas, x, penuh_bila_terpenuhi=True) for x in (29, 30, 31)] == [100.0 * x for x in terpenuhi]


@pytest.mark.parametrize(
    ("target", "arah", "realisasi", "hasil"),
    [
        (80, Arah.NAIK, (79, 80, 81), (0, 100, 100)),
        (5, Arah.TURUN, (4, 5, 6), (100, 100, 0)),
        (5, Arah.TURUN_RASIO, (4, 5, 6), (100, 100, 0)),
        (90, Arah.RENTANG, (89, 90, 91), (0, 100, 0)),
        ((90, 90), Arah.RENTANG, (89, 90, 91), (0, 100, 0)),
        ((90, 100), Arah.RENTANG, (89, 90, 95, 100, 101), (0, 100, 100, 100, 0)),
    ],
)
def test_penuh_bila_terpenuhi(target, arah, realisasi, hasil):
    assert [capaian(target, x, arah, penuh_bila_terpenuhi=True) for x in realisasi] == list(hasil)


@pytest.mark.parametrize(
    ("target", "arah"), [((90, 100), Arah.NAIK), ((90, 100), Arah.TURUN), ((100, 90), Arah.RENTANG)]
)
def test_penuh_bila_terpenuhi_menolak_rentang_yang_bukan_rentang(target, arah):
    with pytest.raises(ValueError):
        capaian(target, 95, arah, penuh_bila_terpenuhi=True)


def test_efisiensi_menurut_tiap_metode():
    harap = {
        Metode.SELISIH: 10, Metode.RASIO: 112.5, Metode.INDEKS: 0.125, Metode.PMK214: 100 / 9, Metode.SISA: 20,
        Metode.NILAI: 50 + 100 / 9 / 20 * 50, Metode.TIDAK: None,
    }  # fmt: skip
    assert {m: efisiensi(90, 80, m) for m in harap} == pytest.approx(harap)
    assert (efisiensi(90, 120, Metode.SISA), efisiensi(45, 90, Metode.INDEKS)) == (-20, -0.5)
    for capai, pagu, realisasi in (([1], [1, 1], [1, 1]), ([1, 1, 1], [1, 1], [1, 1]), ([1, 1], [1, 1], [1])):
        with pytest.raises(ValueError):
            efisiensi_total(capai, pagu, realisasi, Metode.PMK214_TERTIMBANG)

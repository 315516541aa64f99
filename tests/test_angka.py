"""Reading and writing numbers: every form staff use, every doubt, and that writing is the inverse of reading."""

import math
import re
import time
from decimal import Decimal

import pytest
from banyak import banyak
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from lkjip_xl.inti.angka import Alasan, Status, baca, baca_rentang, cacah, gaya_kolom, rupiah, terbilang, tulis, wajar
from lkjip_xl.inti.rumus import bulat

sedang = settings(max_examples=banyak(200), deadline=None)
bilangan = st.floats(-1e12, 1e12).map(lambda x: float(format(x, ".12g")))


@pytest.mark.parametrize(
    "teks, nilai, satuan, desimal",
    [
        ("Rp. 3.457.628.590,-", 3457628590, "", 0),
        ("Rp25.000.000,00", 25000000, "", 2),
        ("76.99 %", 76.99, "%", 2),
        ("35,35 Juta rp/tenaga kerja", 35.35, "Juta rp/tenaga kerja", 2),
        ("120 m2", 120, "m2", 0),
        ("3 (tiga) dokumen", 3, "(tiga) dokumen", 0),
        ("1 Dok.", 1, "Dok.", 0),
        ("1.762", 1762, "", 0),
        ("1,762", 1.762, "", 3),
        ("50.05", 50.05, "", 2),
        ("0.125", 0.125, "", 3),
        ("(2.200.000)", -2200000, "", 0),
        ("\u00a0−5,5\u202f%\u200b", -5.5, "%", 1),
        ("5 %/tahun", 5, "%/tahun", 0),
        ("7 m²", 7, "m²", 0),
        ("(5,5 %)", -5.5, "%", 1),
        ("(5,5)%", -5.5, "%", 1),
        ("76,99% (persen)", 76.99, "% (persen)", 2),
        ("12.345", 12345, "", 0),
        ("123.456", 123456, "", 0),
        ("1.23", 1.23, "", 2),
        ("1.2345", 1.2345, "", 4),
        ("1.234,5", 1234.5, "", 1),
        ("1.234,5678", 1234.5678, "", 4),
        ("1.234.567,89", 1234567.89, "", 2),
        ("1.234.567,8901", 1234567.8901, "", 4),
        ("-Rp 5", -5, "", 0),
        ("Rp -5", -5, "", 0),
        ("(Rp 5)", -5, "", 0),
        ("Rp (5)", -5, "", 0),
        ("5 " + "m" * 998, 5, "m" * 998, 0),
    ],
)
def test_sure_readings(teks, nilai, satuan, desimal):
    b = baca(teks)
    assert (b.nilai, b.satuan, b.status, b.desimal, b.alasan) == (nilai, satuan, Status.PASTI, desimal, None)


@pytest.mark.parametrize("teks", ["35,28*", "35,28* Juta rp", "35,28 Juta rp*", "35,28 **"])
def test_provisional(teks):
    assert baca(teks).sementara and baca(teks).nilai == 35.28
    assert not any(baca(x).sementara for x in ("35,28", "-", 5, "abc"))


@pytest.mark.parametrize(
    "teks, alasan, nilai, usulan",
    [
        ("92.825%", Alasan.TITIK_PERSEN, 92.825, 92.825),
        ("-92.825 Persen", Alasan.TITIK_PERSEN, -92.825, -92.825),
        ("1.234,567", Alasan.TIGA_DESIMAL, 1234.567, 1234.567),
    ],
)
def test_doubtful_readings(teks, alasan, nilai, usulan):
    b = baca(teks)
    assert (b.status, b.alasan, b.nilai, b.usulan) == (Status.RAGU, alasan, nilai, usulan)


@pytest.mark.parametrize(
    "teks, alasan, usulan",
    [
        ("1.168.800.00", Alasan.KELOMPOK_AKHIR, 1168800000),
        ("Rp 25.000.0000", Alasan.KELOMPOK_AKHIR, 25000000),
        ("(25.000.0000)", Alasan.KELOMPOK_AKHIR, -25000000),
        ("25.000.1234", Alasan.KELOMPOK_AKHIR, None),
        ("3.457.628,590", Alasan.KOMA_RIBUAN, 3457628590),
        ("28,06 07", Alasan.LEBIH_SATU_ANGKA, 28.06),
        ("1 234 567", Alasan.LEBIH_SATU_ANGKA, 1234567),
        ("1,234,567", Alasan.GAYA_INGGRIS, 1234567),
        ("1,234.56", Alasan.GAYA_INGGRIS, 1234.56),
        ("1E+05", Alasan.NOTASI_ILMIAH, 100000),
        ("1e5", Alasan.NOTASI_ILMIAH, 100000),
        ("12/15", Alasan.LEBIH_SATU_ANGKA, None),
        ("3-5", Alasan.LEBIH_SATU_ANGKA, None),
        ("> 5", Alasan.BUKAN_ANGKA, None),
        ("abc", Alasan.BUKAN_ANGKA, None),
        ("1.23.456", Alasan.KELOMPOK_RUSAK, None),
        ("1234.567", Alasan.KELOMPOK_RUSAK, 1234567),
        ("00.123", Alasan.KELOMPOK_RUSAK, 123),
        ("12,34,56", Alasan.KELOMPOK_RUSAK, None),
        ("1.234,56,7", Alasan.KELOMPOK_RUSAK, None),
        ("12.34,5", Alasan.KELOMPOK_RUSAK, None),
        ("\uff11e5", Alasan.BUKAN_ANGKA, None),  # a full-width 1
        ("1.168.8", Alasan.KELOMPOK_AKHIR, 1168800),
        ("25.000.12340", Alasan.KELOMPOK_AKHIR, None),
        ("25.00.0000", Alasan.KELOMPOK_RUSAK, None),
        ("92.825 07", Alasan.LEBIH_SATU_ANGKA, 92825),
        ("1e999", Alasan.NOTASI_ILMIAH, None),
        ("2,5e-3", Alasan.NOTASI_ILMIAH, 0.0025),
        (math.nan, Alasan.BUKAN_ANGKA, None),
        (10**400, Alasan.BUKAN_ANGKA, None),
        ("((5))", Alasan.BUKAN_ANGKA, None),
        ("5)", Alasan.BUKAN_ANGKA, None),
        ("- Rp -5", Alasan.BUKAN_ANGKA, None),
        ("5 " + "m" * 999, Alasan.BUKAN_ANGKA, None),
        (True, Alasan.BUKAN_ANGKA, None),
        (math.inf, Alasan.BUKAN_ANGKA, None),
        ("9" * 400, Alasan.BUKAN_ANGKA, None),
        ("(5", Alasan.BUKAN_ANGKA, None),
        ("-(5)", Alasan.BUKAN_ANGKA, None),
    ],
)
def test_unreadable_with_proposal(teks, alasan, usulan):
    b = baca(teks)
    assert (b.status, b.alasan, b.usulan, b.nilai) == (Status.GALAT, alasan, usulan, None)


@pytest.mark.parametrize(
    "teks", [None, "", " ", "-", " – ", "—", "N/A", "n/a", "NA", "n.a.", "\u00a0-\u00a0", "\u200b"]
)
def test_blank(teks):
    assert baca(teks).status is Status.KOSONG and baca(teks).nilai is None


def test_zero_has_no_sign():
    assert [str(baca(teks).nilai) for teks in ("-0", "(0)", "−0,00 %")] == ["0.0"] * 3


def test_a_percent_column_reads_one_dot_as_decimal():
    assert baca("92.825", persen=True).nilai == 92.825 and baca("92.825", persen=True).status is Status.RAGU
    assert baca("92.825").nilai == 92825
    assert baca("1.168.800", persen=True).nilai == 1168800
    assert baca("0.825%").status is Status.PASTI


@pytest.mark.parametrize("x, desimal", [(5, 0), (76.99, 2), (Decimal("1.5"), 1), (1e20, 0), (0.1 + 0.2, 1)])
def test_numbers_pass_with_their_decimals(x, desimal):
    assert baca(x).nilai == float(x) and baca(x).desimal == desimal


@sedang
@given(
    st.one_of(st.text(), st.text("0123456789.,-–()%*RpEe /m²n", max_size=14), st.floats(), st.integers(), st.booleans())
)
def test_reading_never_raises_and_keeps_its_promises(isi):
    b = baca(isi)
    assert (b.nilai is None) == (b.status in (Status.KOSONG, Status.GALAT))
    assert (b.alasan is not None) == (b.status in (Status.RAGU, Status.GALAT))
    assert b.nilai is None or math.isfinite(b.nilai)
    baca_rentang(isi)


@sedang
@given(bilangan, st.booleans())
def test_reading_is_the_inverse_of_writing(x, ribuan):
    b = baca(tulis(x, ribuan=ribuan))
    if b.status is Status.GALAT:  # 1.234.567,891 may be a misprinted 1.234.567.891: refused with that proposal
        assert b.alasan is Alasan.KOMA_RIBUAN and ribuan
    else:
        assert b.nilai == x


@sedang
@given(bilangan, st.integers(0, 2))
def test_writing_rounds_as_bulat(x, desimal):
    teks = tulis(x, desimal)
    assert baca(teks).nilai == bulat(x, desimal) and baca(teks).desimal == desimal
    assert teks.lstrip("-").replace(".", "").replace(",", ".").rstrip() == f"{abs(bulat(x, desimal)):.{desimal}f}"


@pytest.mark.parametrize(
    "x, desimal, teks",
    [
        (1168800000, None, "1.168.800.000"),
        (1.005, 2, "1,01"),
        (-0.001, 2, "0,00"),
        (1e20, None, "100.000.000.000.000.000.000"),
        (1250, -2, "1.300"),
        (-1234.5, None, "-1.234,5"),
        (0.1 + 0.2, None, "0,3"),
        (-0.0, None, "0"),
    ],
)
def test_writing(x, desimal, teks):
    assert tulis(x, desimal) == teks and tulis(x, desimal, ribuan=False) == teks.replace(".", "")


@pytest.mark.parametrize("x", [math.nan, math.inf])
def test_writing_refuses_what_is_no_number(x):
    with pytest.raises(ValueError):
        tulis(x)


@pytest.mark.parametrize(
    "teks, batas",
    [
        ("90–100", (90, 100)),
        ("90 s.d. 100 %", (90, 100)),
        ("90 s/d 100", (90, 100)),
        ("2,5 sampai dengan 3,5", (2.5, 3.5)),
        ("6 bulan - 12 bulan", (6, 12)),
        ("1.000..2.000", (1000, 2000)),
        ("-5–10", (-5, 10)),
        ("100–90", (100, 90)),
        (7, (7, 7)),
        ("7,5 %", (7.5, 7.5)),
        ("4 rata-rata", (4, 4)),
        ("90–", None),
        ("abc", None),
        (None, None),
        ("-", None),
        ("abc - 5", None),
        ("5 - abc", None),
        ("1–2 " + "m" * 251, (1, 2)),
        ("1–2 " + "m" * 252, None),
    ],
)
def test_baca_rentang(teks, batas):
    assert baca_rentang(teks) == batas


@pytest.mark.parametrize(
    "kolom, usulan",
    [
        (["94,87", "88,87", "92.825"], [None, None, 92.825]),  # small decimals: a lost comma
        (["50.05", "60.5", "92.825"], [None, None, 92.825]),  # a decimal dot throughout
        (["1.234.567", "88,87", "94,1", "92.825"], [None] * 4),  # grouped thousands are at home here
        (["1.762", "2.500", "3.100"], [None, None, None]),
        (["92.825"], [None]),
        (["1.762", "2.500", "1,762"], [None, None, 1762]),  # grouped thousands: a comma for a dot
        (["1,234,567", "1,762"], [1234567, 1762]),  # English thousands
        (["94,87", "1,762"], [None, None]),
        ([94.87, 88.87, "92.825"], [None, None, 92.825]),  # real numbers count like text
        # mostly decimals is more of them than of whole numbers; a thousand is a thousand, however it is written
        (["94,87", "92.825"], [None, None]),
        (["94,87", "88,87", "90", "92.825"], [None] * 4),
        (["94,87", "88,87", "90,5", "999", "92.825"], [None] * 4 + [92.825]),
        (["94,87", "88,87", "90,5", "1000", "92.825"], [None] * 5),
        (["94,87", "88,87", "90,5", "-1000", "92.825"], [None] * 5),
        ([94.87, 88.87, 90, 90, "92.825"], [None] * 5),
        # a decimal dot throughout: no comma, no grouped thousands beside it
        (["50.05", "92.825"], [None, 92.825]),
        (["50.05", "60,5", "1", "92.825"], [None] * 4),
        (["50.05", "1.234.567", "92.825"], [None] * 3),
        (["50.05", "1,762"], [None, 1762]),
        (["50.05", "94,87", "1,762"], [None] * 3),
        # a comma before three digits: doubtful from 1 on, beside grouped thousands only
        (["1.762", "2.500", "1,000"], [None, None, 1000]),
        (["1.762", "2.500", "-1,762"], [None, None, -1762]),
        (["1.762", "2.500", "0,762"], [None, None, None]),
        (["1.762", "2.500", "1,7621"], [None, None, None]),
        (["1.762", "1,762"], [None, None]),
        (["1.762", "1.234.567", "1,762"], [None, None, 1762]),
        (["1.234.567", "2.345.678", "1,762"], [None, None, 1762]),
        (["1.762", "2.500", "94,87", "1,762"], [None] * 4),
        (["1.762", "2.500", 94.87, "1,762"], [None] * 4),
        (["1.762", "2.500", "3.100", "1,762"], [None, None, None, 1762]),
        # commas, dots and real numbers are decimals alike
        (["94,87", "50.05", "92.825"], [None, None, 92.825]),
        (["94,87", 94.5, "92.825"], [None, None, 92.825]),
        # what is doubtful by itself stays as it is and counts for nothing, what is certain is left alone
        (["1.762", "2.500", "1.234,567"], [None, None, 1234.567]),
        (["1,234,567", "94,87"], [1234567, None]),
        (["1.762", "2.500", "5"], [None] * 3),
        ([None, "abc", "12/15", 5], [None] * 4),
    ],
)
def test_a_column_judges_what_may_mean_two_things(kolom, usulan):
    bacaan = gaya_kolom(kolom)
    assert [b.usulan for b in bacaan] == usulan
    for satu, b in zip(kolom, bacaan, strict=True):
        if b != baca(satu):
            assert (b.status, b.alasan, b.nilai) == (Status.RAGU, Alasan.GAYA_KOLOM, baca(satu).nilai)


def test_a_percent_column_stays_as_read():
    assert [b.alasan for b in gaya_kolom(["94,87", "92.825"], persen=True)] == [None, Alasan.TITIK_PERSEN]


SATUAN = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]


SATU_RIBU = re.compile(r"\b(juta|miliar|triliun) satu ribu\b")


def eja(n: int) -> str:
    """Indonesian number words by another program, which writes 1.001.000 as "satu juta satu ribu", but 1.000 as "seribu"."""
    return SATU_RIBU.sub(r"\1 seribu", num2words(n, lang="id"))


@sedang
@given(st.one_of(st.integers(0, 10**4), st.integers(0, 10**15 - 1)))
def test_number_words_follow_the_grammar(n):
    assert terbilang(n) == eja(n)
    assert terbilang(-n) == (f"minus {eja(n)}" if n else "nol")


def test_number_words_of_every_thousand_boundary():
    for n in (*range(0, 2100), 1_001_000, 1_001_001_000, 11_001_000, 101_001_111, 10**15 - 1):
        assert terbilang(n) == eja(n)


@sedang
@given(st.integers(0, 10**6), st.text("0123456789", min_size=1, max_size=6).filter(lambda s: s[-1] != "0"))
def test_decimals_are_spelled_digit_by_digit(utuh, pecahan):
    harap = [eja(utuh), "koma", *(SATUAN[int(angka)] for angka in pecahan)]
    assert terbilang(float(f"{utuh}.{pecahan}")) == " ".join(harap)


def test_a_fraction_below_zero_is_spelled_with_its_sign():
    assert terbilang(-0.5) == "minus nol koma lima" and terbilang(-0.0) == "nol"


@pytest.mark.parametrize("n", [10**15, -(10**15), 1e300])
def test_number_words_end_at_hundreds_of_trillions(n):
    with pytest.raises(ValueError):
        terbilang(n)


@pytest.mark.parametrize("n, teks", [(0.5, "Rp 1"), (-0.5, "-Rp 1"), (-0.4, "Rp 0"), (999.5, "Rp 1.000")])
def test_rupiah_rounds_half_away_from_zero(n, teks):
    assert rupiah(n) == teks


@pytest.mark.parametrize("pangkat", ["²", "³", "²³", "m²"])
def test_pangkat_berulang_tidak_dicoba_berlipat(pangkat):
    """Read in two ways, each of them doubles the time; the unit of a square metre stays one."""
    awal = time.process_time()
    assert baca("1 " + pangkat * 40 + "!").status == "galat" and time.process_time() - awal < 1
    assert (baca("12 m²").satuan, baca("5 ²").satuan, baca("5 m²3").satuan) == ("m²", "²", "m²3")


@pytest.mark.parametrize("teks", ["1E5", "Rp 1E5", "2,5e-3 orang", "1E+05"])
def test_notasi_ilmiah_tidak_dibaca_sebagai_satuan(teks):
    assert baca(teks).status == "galat"


@pytest.mark.parametrize(
    ("x", "ya"),
    [(1e-60, True), (1e60, True), (-0.5, True), (1e-61, False), (-1e-61, False), (1e61, False), (-1e61, False)],
)
def test_wajar(x: float, ya: bool) -> None:
    assert wajar(x) is ya


def test_cacah() -> None:
    assert cacah("9" * 9) == 999_999_999 and cacah("1" * 10) is None and cacah("") is None

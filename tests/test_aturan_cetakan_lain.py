"""Targets, results and capaian as agencies print them that no rule was written with: none is a mistake."""

from __future__ import annotations

import pytest
from buku_md import buku_md, di, periksa_md

from lkjip_xl.inti.bacaan import baca
from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.bentuk_lain import bentuk_lain
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.ringkasan.capaian import capaian_kinerja

SATU = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah  |
|           | S1.1 | sasaran | A          | Hal a     | {s}    | {a}   |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | {t}    | {r}       | {c}     |
"""


def berat(s: str, a: str, t: str, r: str, c: str = "") -> set[tuple[str, str]]:
    hasil = periksa_md(SATU.format(s=s, a=a, t=t, r=r, c=c))
    return {(x.kode, x.tingkat.value) for x in hasil.temuan if x.tingkat is not Tingkat.CATATAN}


@pytest.mark.parametrize(
    ("s", "a", "t", "r", "c"),
    [
        ("Tanggal", "naik", "30 November", "29 November", "100"),
        ("%", "naik", "1,25", "(belum rilis BPS)", "N/A"),
        ("%", "naik", "1,25", "TAD", "-"),
        ("kasus", "turun", "5", "Nihil", "200"),
        ("%", "naik", "80 - 85", "83", "100"),
        ("Indeks", "naik", "3,2 dari 4", "3,4 dari 4", "106,25"),
        ("Jam", "turun", "1 x 24 jam", "1 x 24 jam", "100"),
        ("Rasio", "naik", "1/20", "1/18", "111,11"),
        ("%", "naik", "0", "0", "-"),
        ("%", "naik", "75", "76,99", "102,65 (Sangat Berhasil)"),
        ("Rp", "naik", "1,25 M", "1,3 M", "104"),
        ("Rp", "naik", "Rp 1,25 miliar", "Rp 1,3 miliar", "104"),
    ],
)
def test_cetakan_yang_bukan_kesalahan(s: str, a: str, t: str, r: str, c: str) -> None:
    assert berat(s, a, t, r, c) == set()


@pytest.mark.parametrize(
    ("isi", "temuan"),
    [
        (("%", "naik", "75", "7/6", ""), {("AN-01", "Kesalahan")}),
        (("%", "naik", "1,25", "Baik", "-"), {("AN-24", "Peringatan")}),
        (("%", "naik", "80 - 85", "83", ""), {("PG-07", "Kesalahan")}),
        (("%", "naik", "4", "0", "-"), {("PG-11", "Peringatan")}),
        (("%", "naik", "75", "76,99", "120,65 (Sangat Berhasil)"), {("PG-01", "Kesalahan")}),
        (("Rp", "naik", "1,25 M", "1.300.000.000", ""), {("AN-10", "Peringatan")}),
    ],
)
def test_yang_hampir_sama_tetap_disebut(isi: tuple[str, ...], temuan: set) -> None:
    assert berat(*isi) == temuan


def test_hari_tidak_menjadi_capaian() -> None:
    (baris,) = capaian_kinerja(
        buku_md(SATU.format(s="Tanggal", a="naik", t="30 November", r="29 November", c="100"))
    ).baris
    assert baris.nilai["capaian"] == 100
    (baris,) = capaian_kinerja(buku_md(SATU.format(s="%", a="naik", t="5", r="(belum rilis)", c=""))).baris
    assert baris.nilai["capaian"] is None


@pytest.mark.parametrize(("teks", "bentuk"), [
    ("30 November", "TANGGAL"), ("5 Mei", "TANGGAL"), ("3,4 dari 4", "DARI"), ("12 OPD dari 15 OPD", "DARI"), ("1 x 24 jam", "WAKTU"), ("Nilai 80", "BERSAMA"), ("Nilai Baik", "PREDIKAT"),
    ("1/20", "RASIO"), ("30 menit", None), ("7/6", None), ("9/9", "DARI"), ("12 orang", None),
])  # fmt: skip
def test_bentuk(teks: str, bentuk: str | None) -> None:
    ada = bentuk_lain(teks)
    assert (ada and ada.name) == bentuk


def test_bulan_bukan_satuan() -> None:
    assert baca("30 November").nilai is None and baca("30 bulan").nilai == 30
    assert baca_kolom("64,38^").usulan == 64.38 and baca_kolom("64,38^").status == "ragu"
    assert [baca_kolom(x, "persen").status.value for x in ("102,65 (Baik)", "102,65 (2)", "102,65 Baik")] == [
        "pasti",
        "galat",
        "ragu",
    ]


RATA = """
| Tabel Bebas | judul | k1 | k2 | k3 |
|             | Capaian Sasaran | Sasaran   | {kepala} | Capaian (%) |
|             |                 | Satu      | 2        | 90          |
|             |                 | Dua       | 1        | 110         |
|             |                 | Rata-rata | {n}      | 100         |
"""


@pytest.mark.parametrize(
    ("kepala", "n", "sel"),
    [
        ("Jumlah Indikator", "3", []),
        ("Jumlah Indikator", "4", ["D11"]),
        ("Nilai", "3", ["D11"]),
    ],
)
def test_cacah_di_baris_rata_rata_boleh_jumlahnya(kepala: str, n: str, sel: list[str]) -> None:
    temuan = periksa_md(RATA.format(kepala=kepala, n=n)).temuan
    assert [t.sel for t in temuan if t.kode == "TB-12"] == [di("tabel_bebas", "k2", 11).split("!")[1] for _ in sel]

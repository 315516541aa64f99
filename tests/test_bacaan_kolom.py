"""How a figure looks is never misread: percent signs, footnotes, letters for digits, magnitude words, foreign thousands, units."""

from __future__ import annotations

import time

import pytest
from buku_md import di, gawat

from lkjip_xl.buku.format_angka import kenali_format
from lkjip_xl.inti.bacaan import Alasan, Status
from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.bentuk_lain import bentuk_lain
from lkjip_xl.inti.satuan import besaran, satuan_baku, satuan_bertentangan, satuan_dikenal, satuan_sama
from lkjip_xl.skema.muat import muat_skema
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.tabel.ketik import ketik

SKEMA = muat_skema(folder_skema())


@pytest.mark.parametrize(
    ("kode", "desimal", "persen", "satuan"),
    [
        ('0.00"%"', 2, False, "%"),
        ("0.00\\%", 2, False, "%"),
        ('#,##0.00 "%"', 2, False, "%"),
        ('0.0"%";-0.0"%"', 1, False, "%"),
        ('0.00"%"_)', 2, False, "%"),
        ("0.00%", 2, True, ""),
        ("0%;[Red]-0%", 0, True, ""),
        ('0.0" "%', 1, True, ""),
        ('#,##0" orang"', 0, False, "orang"),
        ('_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', 0, False, ""),
        ('"Rp"#,##0', 0, False, ""),
        ("General", None, False, ""),
        ('0";"0', None, False, ""),
    ],
)
def test_format(kode, desimal, persen, satuan):
    f = kenali_format(kode)
    assert (f.persen, f.satuan) == (persen, satuan)
    assert f.desimal == desimal or desimal is None


@pytest.mark.parametrize("kode", ['0.00"%"', "0.00\\%", '0.00" %"'])
def test_tanda_persen_sebagai_teks_tidak_mengalikan(kode):
    for kolom in (SKEMA.lembar["pengukuran"].kolom["realisasi"], SKEMA.lembar["anggaran"].kolom["serapan"]):
        k = ketik(kolom, 92.85, jenis="angka", format=kode, desimal=2)
        assert (k.nilai, k.kode) == (92.85, None)
    assert ketik(SKEMA.lembar["pengukuran"].kolom["realisasi"], 0.9285, jenis="angka", format="0.00%").nilai == 92.85


P, R, G, K = Status.PASTI, Status.RAGU, Status.GALAT, Status.KOSONG
A = Alasan


@pytest.mark.parametrize(
    ("teks", "tipe", "nilai", "status", "usulan", "alasan"),
    [
        # a raised number is a footnote, a unit's own is none
        ("92²", "angka", 92.0, R, 92.0, A.CATATAN_KAKI),
        ("92,5 ¹", "angka", 92.5, R, 92.5, A.CATATAN_KAKI),
        ("100%²", "persen", 100.0, R, 100.0, A.CATATAN_KAKI),
        ("4.500.000³", "rupiah", 4_500_000.0, R, 4_500_000.0, A.CATATAN_KAKI),
        ("75ᵃ⁾", "angka", 75.0, R, 75.0, A.CATATAN_KAKI),
        ("100 m²", "angka", 100.0, P, None, None),
        # letters that look like digits
        ("4O", "angka", None, G, 40.0, A.SALAH_HURUF),
        ("4O" + "%" * 998, "persen", None, G, 40.0, A.SALAH_HURUF),
        ("1O0", "cacah", None, G, 100.0, A.SALAH_HURUF),
        ("4O.000.000", "rupiah", None, G, 40_000_000.0, A.SALAH_HURUF),
        ("O,75", "angka", None, G, 0.75, A.SALAH_HURUF),
        ("l00", "angka", None, G, 100.0, A.SALAH_HURUF),
        ("10l", "angka", 10.0, R, 101.0, A.SALAH_HURUF),
        ("9O%", "persen", None, G, 90.0, A.SALAH_HURUF),
        ("92.8O5", "persen", None, G, 92.805, A.SALAH_HURUF),
        ("92.8O5", "angka", None, G, 92_805.0, A.SALAH_HURUF),
        ("92.8O5", "tahun", None, G, 92_805.0, A.SALAH_HURUF),
        ("92.825l", "persen", 92.825, R, 92.8251, A.SALAH_HURUF),
        ("1l0", "angka", None, G, 110.0, A.SALAH_HURUF),
        ("1O0l", "angka", None, G, 1001.0, A.SALAH_HURUF),
        ("10|", "angka", None, G, 101.0, A.SALAH_HURUF),
        ("10I%", "persen", 10.0, R, 101.0, A.SALAH_HURUF),
        ("1l..0", "angka", None, G, None, A.LEBIH_SATU_ANGKA),
        ("lI", "angka", None, G, None, A.BUKAN_ANGKA),
        ("4O orang", "angka", 4.0, P, None, None),
        # one dot before three digits is a decimal sign in a percentage only
        ("92.825", "persen", 92.825, R, 92.825, A.TITIK_PERSEN),
        ("92.825", "angka", 92_825.0, P, None, None),
        ("92.825", "cacah", 92_825.0, P, None, None),
        ("92.825", "rupiah", 92_825.0, P, None, None),
        ("92.825", "target", 92_825.0, P, None, None),
        ("92.825", "tahun", 92_825.0, P, None, None),
        ("5 l", "angka", 5.0, P, None, None),
        ("12 orang", "cacah", 12.0, P, None, None),
        # magnitude words multiply amounts only
        ("600 juta", "rupiah", 600e6, P, None, A.BESARAN),
        ("Rp 1.500 ribu", "rupiah", 1.5e6, P, None, A.BESARAN),
        ("2,5 Miliar rupiah", "rupiah", 2.5e9, P, None, A.BESARAN),
        ("1,2 T", "rupiah", 1.2e12, P, None, A.BESARAN),
        ("5 rupiah", "rupiah", 5.0, P, None, None),
        ("600 juta orang", "rupiah", 600.0, R, 600.0, A.SATUAN_ASING),
        # three decimals of a million are thousands
        ("1.234,567 juta", "rupiah", 1_234_567_000.0, P, None, A.BESARAN),
        ("714,409 juta", "rupiah", 714_409_000.0, P, None, A.BESARAN),
        ("Rp1,234 miliar", "rupiah", 1_234_000_000.0, P, None, A.BESARAN),
        ("714,409 orang", "rupiah", 714.409, R, 714.409, A.TIGA_DESIMAL),
        ("600 juta", "angka", 600.0, P, None, None),
        ("600 juta", "target", 600.0, P, None, None),
        ("600 juta", "cacah", 600.0, P, None, None),
        ("600 juta", "tahun", 600.0, R, 600.0, A.SATUAN_ASING),
        ("35,35 Juta rp/tenaga kerja", "angka", 35.35, P, None, None),
        ("35,35 Juta rp/tenaga kerja", "rupiah", 35.35, R, 35.35, A.SATUAN_ASING),
        ("600 orang", "rupiah", 600.0, R, 600.0, A.SATUAN_ASING),
        ("Rp 90.000.000,-", "rupiah", 90e6, P, None, None),
        # English thousands of two groups or more mean one thing
        ("1,004,422,800", "rupiah", 1_004_422_800.0, P, None, A.GAYA_INGGRIS),
        ("Rp 1,004,422,800.50", "rupiah", 1_004_422_800.5, P, None, A.GAYA_INGGRIS),
        ("1,004,422", "cacah", 1_004_422.0, P, None, A.GAYA_INGGRIS),
        ("1,004,42", "rupiah", None, G, None, A.KELOMPOK_RUSAK),
        ("1,004,422", "angka", 1_004_422.0, P, None, A.GAYA_INGGRIS),
        ("1,004,422", "target", 1_004_422.0, P, None, A.GAYA_INGGRIS),
        ("1,234.56", "rupiah", None, G, 1234.56, A.GAYA_INGGRIS),
        ("1,234.56", "angka", 1234.56, P, None, A.GAYA_INGGRIS),
        ("1,500.00", "target", 1500.0, P, None, A.GAYA_INGGRIS),
        ("1,234.567", "angka", None, G, 1234.567, A.GAYA_INGGRIS),
        ("1,234.56", "cacah", None, G, 1234.56, A.GAYA_INGGRIS),
        ("1" + ",000" * 110, "rupiah", None, G, None, A.GAYA_INGGRIS),
        ("1,004,422", "persen", None, G, 1_004_422.0, A.GAYA_INGGRIS),
        # a word that is no unit is a doubt
        ("12 foo", "cacah", 12.0, R, 12.0, A.SATUAN_ASING),
        ("75 orang", "persen", 75.0, R, 75.0, A.SATUAN_ASING),
        ("75 %", "persen", 75.0, P, None, None),
        ("75 persen", "persen", 75.0, P, None, None),
        ("75 %/tahun", "persen", 75.0, P, None, None),
        ("12 foo", "angka", 12.0, P, None, None),
        ("12 foo", "target", 12.0, P, None, None),
        ("2024 x", "tahun", 2024.0, R, 2024.0, A.SATUAN_ASING),
        # three decimals of an amount may be thousands written the English way; of nothing else, and no other number of them
        ("740,000", "rupiah", 740.0, R, 740.0, A.TIGA_DESIMAL),
        ("740,000", "angka", 740.0, P, None, None),
        ("740,000", "target", 740.0, P, None, None),
        ("740,000", "persen", 740.0, P, None, None),
        ("740,00", "rupiah", 740.0, P, None, None),
        ("740,0000", "rupiah", 740.0, P, None, None),
        ("-", "rupiah", None, K, None, None),
        ("", "angka", None, K, None, None),
    ],
)
def test_bacaan(teks, tipe, nilai, status, usulan, alasan):
    b = baca_kolom(teks, tipe)
    assert (b.nilai, b.status, b.usulan, b.alasan) == (nilai, status, usulan, alasan)


@pytest.mark.parametrize(
    ("teks", "bentuk"),
    [
        ("≥ 80", "BATAS"), ("<30", "BATAS"), ("> 95 %", "BATAS"), ("min. 80", "BATAS"), ("Maks. 3", "BATAS"), ("paling banyak 5 hari", "BATAS"),
        ("1:17,9", "RASIO"), ("1 : 20", "RASIO"), ("BB", "PREDIKAT"), ("WTP*", "PREDIKAT"), ("Sangat Baik", "PREDIKAT"),
        ("Terakreditasi A", "PREDIKAT"), ("Ada", "PREDIKAT"), ("Belum ada data", "PREDIKAT"), ("Level 3", "TINGKAT"), ("III", "TINGKAT"),
        ("Peringkat 5", "TINGKAT"), ("Desember", "TANGGAL"), ("31 Maret 2024", "TANGGAL"), ("TW IV", "TANGGAL"), ("2 jam 30 menit", "WAKTU"),
        ("BB (72,35)", "BERSAMA"),
        # numbers, blanks and slips are none of these
        ("75", None), ("75 %", None), ("72,35 (BB)", None), ("7O", None), ("l00", None), ("12..5", None), ("1,004,42", None), ("-", None),
        ("N/A", None), ("90–100", "ANTARA"), ("25 menit", None), ("abc1", None), ("x", None), ("A", "PREDIKAT"), ("dua puluh", None), ("seratus persen", None), ("=5+3", None), ("", None), ("x" * 200, None),
    ],
)  # fmt: skip
def test_bentuk_lain(teks, bentuk):
    hasil = bentuk_lain(teks)
    assert (hasil and hasil.name) == bentuk


def test_tulisan_panjang_dibaca_seketika():
    """Brackets behind a figure, digits without end, a page of text: each was tried in ever more ways."""
    awal = time.process_time()
    assert baca_kolom("98,5 (berdasarkan hasil penilaian Inspektorat.)", "persen").alasan is Alasan.SATUAN_ASING
    assert baca_kolom("102,65 (Sangat Baik)", "persen").status is Status.PASTI
    assert bentuk_lain("1" * 70 + "!") is None
    assert baca_kolom("1" + " kata" * 20_000 + " 1", "rupiah").nilai is None
    assert time.process_time() - awal < 1


def test_bentuk_lain_hanya_pada_target_dan_realisasi():
    """An amount or a count is a number; a predicate there is an error as before."""
    assert ketik(SKEMA.lembar["pengukuran"].kolom["realisasi"], "BB").kode == "AN-23"
    assert ketik(SKEMA.lembar["pengukuran"].kolom["target"], "≥ 80", teks_wajar=True).kode == "AN-23"
    assert ketik(SKEMA.lembar["anggaran"].kolom["pagu"], "BB").kode == "AN-01"
    assert ketik(SKEMA.lembar["pengukuran"].kolom["realisasi"], "7O").kode == "AN-01"


DUA = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | Opini     | {satuan} | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | {target} | {realisasi} |
"""


@pytest.mark.parametrize(
    ("satuan", "target", "realisasi", "kode"),
    [
        ("opini", "WTP", "WTP", []),
        ("predikat", "BB", "B", []),
        ("%", "80", "Belum rilis", []),
        ("%", "80", "tidak ada data", []),
        ("%", "80", "Baik", ["AN-24"]),
        ("%", "80", "75", []),
        ("rasio", "1:20", "1:17,9", []),
    ],
)
def test_kata_sebagai_target_dan_realisasi_bukan_kesalahan(satuan, target, realisasi, kode):
    temuan = gawat(DUA.format(satuan=satuan, target=target, realisasi=realisasi))
    assert temuan == [(k, di("pengukuran", "target")) for k in kode]


def test_satuan_daftar_sendiri_dikenal():
    assert baca_kolom("12 foo", "cacah", {"Foo"}).status is P and baca_kolom("12 foo", "cacah", {"Bar"}).status is R
    assert baca_kolom(12.5, "cacah", {"Foo"}).nilai == 12.5 and baca_kolom(None).status is K


@pytest.mark.parametrize(
    ("teks", "tipe"),
    [("4O" + "%" * 999, "persen"), ("l.o", "angka"), ("740,00.00", "target"), ("740,00.00", "angka")],
)
def test_bukan_salah_huruf_dan_bukan_ribuan_inggris_yang_pasti(teks, tipe):
    b = baca_kolom(teks, tipe)
    assert (b.nilai, b.status) == (None, G) and b.alasan is not A.SALAH_HURUF


@pytest.mark.parametrize(
    ("teks", "tipe", "desimal"),
    [
        ("1,004,422", "rupiah", 0),
        ("Rp 1,004,422.50", "rupiah", 2),
        ("1,004,422 ton.", "cacah", 0),
        ("76,99", "angka", 2),
        ("600 juta", "rupiah", None),
        (7, "cacah", 0),
    ],
)
def test_desimal_tercetak(teks, tipe, desimal):
    assert baca_kolom(teks, tipe).desimal == desimal


@pytest.mark.parametrize(
    ("a", "b", "sama", "bertentangan"),
    [
        ("Dok.", "Dokumen", True, False),
        ("org", "Orang", True, False),
        ("Thn", "tahun", True, False),
        ("KK", "Kepala Keluarga", True, False),
        ("persen", "%", True, False),
        ("( % )", "Persen", True, False),
        ("Org/Bln", "orang/bulan", True, False),
        ("Juta rp/ tenaga kerja", "juta rupiah/tenaga kerja", True, False),
        ("Nilai", "Indeks", False, False),
        ("%", "Nilai", False, True),
        ("Dokumen", "%", False, True),
        ("orang", "dokumen", False, True),
        ("permil", "%", False, True),
        ("entah", "%", False, False),
        ("jam", "menit", False, True),
        ("juta", "rupiah", False, True),
        ("ribu", "orang", False, True),
        ("juta rupiah", "Juta Rp", True, False),
        ("m", "orang", False, True),
        ("unit kerja berpredikat", "%", False, False),
    ],
)
def test_satuan(a, b, sama, bertentangan):
    assert (satuan_sama(a, b), satuan_bertentangan(a, b)) == (sama, bertentangan)
    assert (satuan_sama(b, a), satuan_bertentangan(b, a)) == (sama, bertentangan)


def test_satuan_dikenal_dan_besaran():
    assert (
        satuan_dikenal("Lap.") and satuan_dikenal("juta rupiah") and not satuan_dikenal("O") and not satuan_dikenal("")
    )
    assert satuan_baku("m2") == satuan_baku("meter persegi")
    assert besaran("Rp ribu") == (1000.0, "rupiah") and besaran("orang") is None and besaran("") is None


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("600 juta", "AN-22"),
        ("1,004,422,800", "AN-22"),
        ("740,000.00", "AN-22"),
        ("740,000.5", "AN-01"),
        ("600 orang", "AN-02"),
        ("6OO.000.000", "AN-01"),
        ("600²", "AN-02"),
    ],
)
def test_kode_pada_sumber_teks(teks, kode):
    assert ketik(SKEMA.lembar["anggaran"].kolom["realisasi_rp"], teks, teks_wajar=True).kode == kode


def test_dalam_sel_yang_dikalikan_diminta_diketik_ulang():
    """The workbook's own formulas read that text another way."""
    assert ketik(SKEMA.lembar["anggaran"].kolom["realisasi_rp"], "600 juta").kode == "AN-02"

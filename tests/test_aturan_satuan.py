"""Units against each other, and small percentages judged by the other figures of their indicator."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, periksa_md, semua
from buku_pendek import contoh

from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.perintah import skema
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.validasi.periksa import periksa

AWAL = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | Angka kasus | % | {} |
|           | S1.2 | sasaran | Indeks Y | Indeks | naik |

"""
UKUR = "| Pengukuran | kode | target | realisasi |\n| | {} |\n\n"
LALU = "| Riwayat | kode | target_1 | realisasi_1 |\n| | {} |\n\n"


@pytest.mark.parametrize(
    ("arah", "ukur", "lalu", "tingkat"),
    [
        ("naik", "80 | 0,75", "", Tingkat.PERINGATAN),
        ("naik", "80 | 0,75", "79 | 78", Tingkat.PERINGATAN),
        ("naik", "0,8 | 0,75", "0,7 | 0,7", Tingkat.PERINGATAN),
        ("naik", "| 0,75", "", Tingkat.PERINGATAN),
        ("naik", "0,2 | 0,25", "0,2 | 0,18", Tingkat.CATATAN),
        ("turun", "0,5 | 0,42", "0,6 | 0,55", Tingkat.CATATAN),
        ("turun", "1,2 | 0,42", "", None),
        ("turun", "0,5 | 0,42", "1,3 | 1,1", None),
        ("turun", "50 | 0,42", "", Tingkat.PERINGATAN),
        ("turun", "3 | 0,01", "3 | 0,01", Tingkat.CATATAN),
        ("turun", "3 | 0,01", "3 | 2,5", Tingkat.PERINGATAN),
        ("naik", "3 | 0,01", "3 | 0,01", Tingkat.PERINGATAN),
    ],
)
def test_persen_kecil_menurut_tahun_lain(arah: str, ukur: str, lalu: str, tingkat: Tingkat | None) -> None:
    teks = AWAL.format(arah) + UKUR.format(f"S1.1 | {ukur}") + (LALU.format(f"S1.1 | {lalu}") if lalu else "")
    assert _tingkat_an06(teks) == ([tingkat] if tingkat else [])


@pytest.mark.parametrize(
    ("arah", "akhir", "harap"),
    [
        ("turun", "0,13", None),  # noted once, at the first of the small figures
        ("turun", "40", Tingkat.PERINGATAN),
        ("turun", "1,5", None),
        ("naik", "0,9", Tingkat.PERINGATAN),
    ],
)
def test_persen_kecil_menurut_target_akhir(arah: str, akhir: str, harap: Tingkat | None) -> None:
    teks = (
        AWAL.format(arah)
        + UKUR.format("S1.1 | | 0,42")
        + f"| Renstra | kode | target_akhir |\n| | S1.1 | {akhir} |\n\n"
    )
    assert _tingkat_an06(teks) == ([harap] if harap else [])


def _tingkat_an06(teks: str) -> list[Tingkat]:
    r = di("pengukuran", "realisasi")
    return [
        t.tingkat
        for t in periksa_md(teks).temuan
        if t.kode == "AN-06" and r.endswith(t.sel) and t.lembar == "Pengukuran"
    ]


@pytest.mark.parametrize(
    ("fisik", "pecahan"),
    [
        (("0,75", "0,8"), [0, 1]),  # "75%" typed into a cell with a number format
        (("0,75", "100"), [0]),
        (("1", "90"), [0]),
        (("0,75", "2"), []),  # the work has hardly begun anywhere
        (("75", "0"), []),
    ],
)
def test_pecahan_di_kolom_persen(fisik: tuple[str, ...], pecahan: list[int]) -> None:
    teks = "| Anggaran | level | nama | fisik |\n" + "".join(
        f"| | program | P{i} | {x} |\n" for i, x in enumerate(fisik)
    )
    harap = [("AN-06", di("anggaran", "fisik", 8 + i)) for i in pecahan]
    assert semua(teks, "AN-06") == harap and len(gawat(teks)) >= len(harap)


@pytest.mark.parametrize(("sel", "kode"), [("F8", {"AN-05"}), ("F9", {"AN-05", "AN-10"})])
def test_persen_diketik_di_baris_bersatuan_lain(sel: str, kode: set[str]) -> None:
    """75% typed: read as 75 everywhere, and where the row counts in something else, that is said, too."""
    paket = Paket.dari_bytes(contoh(), "b.xlsm")
    tulis_sel(paket, {"Pengukuran": {sel: Tulis(0.75, format="0%")}})
    buku = muat_buku(paket, skema())
    assert buku["pengukuran"].nilai(int(sel[1:]), "target") == 75
    assert {t.kode for t in periksa(buku).temuan if (t.lembar, t.sel) == ("Pengukuran", sel)} & {
        "AN-05",
        "AN-10",
    } == kode


@pytest.mark.parametrize(
    ("satuan", "lembar", "tingkat"),
    [
        ("Persen", "PK Program", Tingkat.PERINGATAN),
        ("Dokumen", "Anggaran", Tingkat.PERINGATAN),
        ("Persen", "Renja", Tingkat.CATATAN),  # an issued document
        ("Nilai", "PK Program", Tingkat.CATATAN),  # spelling, as far as anybody can tell
        ("Index", "PK Program", None),
    ],
)
def test_satuan_indikator_yang_sama_di_lembar_lain(satuan: str, lembar: str, tingkat: Tingkat | None) -> None:
    teks = (
        AWAL.format("naik")
        + f"| {lembar} | level | nama | indikator | satuan |\n| | program | P | Indeks Y | {satuan} |"
    )
    assert [t.tingkat for t in periksa_md(teks).temuan if t.kode == "SU-07"] == ([tingkat] if tingkat else [])


@pytest.mark.parametrize(
    ("ukur", "lalu", "ada"),
    [
        ("0,85 | 74", "", True),
        ("0,85 | 74", "0,80 | 0,81", True),
        ("0,85 | 0,74", "", False),
        ("85 | 74", "", False),
        ("0,85 | 4", "", False),  # no hundredths of the same thing
    ],
)
def test_indeks_pada_dua_skala(ukur: str, lalu: str, ada: bool) -> None:
    teks = AWAL.format("naik") + UKUR.format(f"S1.2 | {ukur}") + (LALU.format(f"S1.2 | {lalu}") if lalu else "")
    assert (di("pengukuran", "realisasi") in [s for _, s in semua(teks, "KW-03", "KW-04")]) is ada
    assert bool([k for k, _ in gawat(teks) if k in ("KW-03", "KW-04")]) is ada

"""Plausibility: money and output (KW-01/02), slipped figures (KW-03/04/05), unlikely capaian (KW-06)."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, semua

ANGGARAN = "| Anggaran | level | nama | arah | target | realisasi | pagu | realisasi_rp |\n| | program | X | | 1 | 1 | 10 | 9 |\n| | program | P | {} |"


@pytest.mark.parametrize(
    ("baris", "kode", "berat"),
    [
        ("| 10 | 10 | 100 | 90", None, False),
        ("| 10 | 0 | 100 | 90", "KW-01", True),
        ("| 10 | | 100 | 90", "KW-01", False),  # not filled in yet
        ("| 10 | 0 | 100 | 20", "KW-01", False),  # the work has only begun
        ("turun | 10 | 0 | 100 | 90", None, False),
        ("| | 0 | 100 | 90", None, False),
        ("| 10 | 0 | 100 | 0", None, False),
        ("| 10 | 10 | 100 | 0", "KW-02", False),
        ("| 10 | 10 | 100 |", "KW-02", False),
        ("| 10 | 9 | 100 | 0", None, False),
        ("| 10 | 10 | 0 | 0", None, False),
    ],
)
def test_uang_dan_keluaran(baris: str, kode: str | None, berat: bool) -> None:
    teks = ANGGARAN.format(baris)
    sel = {"KW-01": di("anggaran", "realisasi", 9), "KW-02": di("anggaran", "realisasi_rp", 9)}
    assert semua(teks, "KW-01", "KW-02") == ([(kode, sel[kode])] if kode else [])
    assert any(k in sel for k, _ in gawat(teks)) == berat


def test_anggaran_belum_terisi() -> None:
    teks = "| Anggaran | level | nama | target | realisasi | pagu |\n| | program | P | 10 | 10 | 100 |"
    assert semua(teks, "KW-02") == []


NILAI = """
| Indikator | kode | jenjang | indikator | satuan | arah | sifat |
|           | S1.1 | sasaran | A | {} | naik | akhir |

| Riwayat | kode | target_1 | realisasi_1 | realisasi_2 |
|         | S1.1 | {} |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | {} |
"""
KODE = ("KW-03", "KW-04", "KW-05")


@pytest.mark.parametrize(
    ("satuan", "lalu", "kini", "kode", "sel", "berat"),
    [
        ("indeks", "75 | 76 | 74", "77 | 78", None, None, False),
        ("indeks", "75 | 76 | 74", "77 | 0,78", "KW-03", ("pengukuran", "realisasi"), True),
        ("%", "75 | 76 | 74", "77 | 0,78", None, None, False),  # AN-06
        ("indeks", "75 | 76 | 74", "77 | 780", "KW-04", ("pengukuran", "realisasi"), True),
        ("indeks", "75 | 76 | 74", "77 | 7,8", "KW-04", ("pengukuran", "realisasi"), True),
        ("indeks", "75 | 7612 | 74", "77 | 78", "KW-04", ("riwayat", "realisasi_1"), True),
        ("orang", "2000 | 2100 | 1900", "2000 | 21000", "KW-04", ("pengukuran", "realisasi"), True),
        ("orang", "5 | 4 | 5", "5 | 50", "KW-04", ("pengukuran", "realisasi"), False),  # small counts jump
        ("orang", "5 | 4 | 5", "5 | 28", "KW-05", ("pengukuran", "realisasi"), False),
        ("orang", "5 | 4 | 50", "5 | 500", None, None, False),  # the others do not agree
        ("indeks", "| | 74", "| 740", None, None, False),  # nothing to lean on
        # figures that go up from year to year: put right it stands among them
        ("%", "32 | 41 | 59", "45 | 457", "KW-04", ("pengukuran", "realisasi"), True),
        ("%", "32 | 41 | 59", "45 | 780", None, None, False),
        ("orang", "32 | 41 | 59", "45 | 457", None, None, False),
        ("indeks", "N/A | N/A | N/A", "77 | 78", None, None, False),
        ("indeks", "75 | 76 | 74", "77 |", None, None, False),
    ],
)
def test_tingkat_nilai(satuan: str, lalu: str, kini: str, kode: str | None, sel: tuple | None, berat: bool) -> None:
    teks = NILAI.format(satuan, lalu, kini)
    assert semua(teks, *KODE) == ([(kode, di(*sel))] if kode and sel else [])
    assert any(k in KODE for k, _ in gawat(teks)) == berat


@pytest.mark.parametrize(
    ("kini", "ada"), [("50 | 101", True), ("50 | 100", False), ("50 | 9,9", True), ("50 | 10", False), ("50 |", False)]
)
def test_capaian_tidak_lazim(kini: str, ada: bool) -> None:
    teks = NILAI.format("%", "| |", kini)
    assert semua(teks, "KW-06") == ([("KW-06", di("pengukuran", "capaian"))] if ada else [])
    assert gawat(teks) == []


def test_arah_terbalik_bukan_capaian_tidak_lazim() -> None:
    teks = "| Indikator | kode | jenjang | indikator | satuan | arah |\n| | S1.1 | sasaran | A | % | turun |\n\n"
    teks += "| Pengukuran | kode | target | realisasi | capaian |\n| | S1.1 | 4 | 10 | 250 |"
    assert semua(teks, "KW-06") == []


PROGRAM = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024         | 2026          |

| T-C.27 | versi   | kode | level   | nama | indikator | satuan | sifat | target_1 | target_2 | target_3 |
|        | sebelum | 1    | program | A    | Hasil A   | {} | akhir | {} | {} | {} |
"""


@pytest.mark.parametrize(
    ("satuan", "target", "kolom"),
    [
        ("%", ("800", "80", "82"), "target_1"),
        ("Indeks", ("81", "82", "8,3"), "target_3"),
        ("%", ("80", "82", "85"), None),
        ("%", ("8", "40", "80"), None),  # which of them slipped?
        ("Orang", ("50", "500", "50"), None),  # counts do
        ("Indeks", ("0,81", "82", "83"), None),  # another scale
    ],
)
def test_target_program_bergeser_koma(satuan: str, target: tuple[str, ...], kolom: str | None) -> None:
    """The targets of one row of a programme, year by year, where they are a measure."""
    harap = [] if kolom is None else [("KW-04", di("tc27", kolom))]
    assert semua(PROGRAM.format(satuan, *target), "KW-04") == harap


def test_target_renja_bergeser_koma() -> None:
    teks = """
| Renja | level | nama | satuan | target_sebelum | target_sesudah | target_prakiraan |
|       | program | A | Indeks | 80 | 80 | {} |
"""
    assert semua(teks.format("810"), "KW-04") == [("KW-04", di("renja", "target_prakiraan"))]
    assert semua(teks.format("81"), "KW-04") == []


@pytest.mark.parametrize(
    ("pk", "renstra", "ada"), [("4,427", "", True), ("44,27", "", False), ("4,427", "44,27", False)]
)
def test_target_pk_bergeser_koma(pk: str, renstra: str, ada: bool) -> None:
    """The only print of a target, beside what was reached in two years; PK-02 speaks where Renstra has it, too."""
    teks = f"""
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024         | 2026          |

| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A         | %      | naik |

| Renstra | kode | target_1 |
|         | S1.1 | {renstra} |

| PK | versi | kode | target |
|    | murni | S1.1 | {pk} |

| Pengukuran | kode | realisasi |
|            | S1.1 | 39,35 |

| Riwayat | kode | realisasi_1 |
|         | S1.1 | 44,17 |
"""
    assert semua(teks, "KW-04") == ([("KW-04", di("pk", "target"))] if ada else [])

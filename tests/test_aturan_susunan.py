"""Structure: parents (SU-01/02), kode and names used twice (SU-03/04), one name spelled two ways (SU-05)."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, semua

INDIKATOR = """
| Indikator | kode | jenjang | induk | indikator | satuan | arah |
|           | T1.1 | tujuan  |       | A | % | naik |
|           | S1.1 | sasaran | {} | B | % | naik |
|           | S1.2 | sasaran | T1.1 | C | % | naik |
|           | P1.1 | program | {} | D | % | naik |
"""


@pytest.mark.parametrize(
    ("sasaran", "program", "temuan"),
    [
        ("T1.1", "S1.1", []),
        ("", "T1.1", []),  # a level may be left out
        ("S1.2", "", [("SU-01", di("indikator", "induk", 9))]),
        ("P1.1", "", [("SU-01", di("indikator", "induk", 9))]),
        ("S1.1", "", [("SU-01", di("indikator", "induk", 9))]),
        ("X9", "", []),  # LB-07
    ],
)
def test_induk_indikator(sasaran: str, program: str, temuan: list) -> None:
    assert semua(INDIKATOR.format(sasaran, program), "SU-01") == temuan


RENJA = """
| Renja | kode | level | nama | indikator | pagu_setelah |
|       | 2.07.01 | program | Program Satu | | 100 |
|       | 2.07.01.2.01 | kegiatan | Kegiatan A | | 60 |
|       | 2.07.01.2.02 | kegiatan | Kegiatan B | | 40 |
|       | {} |
"""


@pytest.mark.parametrize(
    ("baris", "temuan"),
    [
        ("2.07.02 | program | Program Dua | | 5", []),
        ("2.08.01.2.03 | kegiatan | Kegiatan C | | 5", [("SU-02", "kode")]),
        ("| kegiatan | Kegiatan C | | 5", []),
        ("2.07.01.2.02 | kegiatan | Layanan lain sama sekali | | 5", [("SU-03", "kode")]),
        ("2.07.01.2.02 | kegiatan | Kegiatan  b | Indikator lain |", []),  # a further indicator of B
        ("2.07.01.2.02 | subkegiatan | Layanan lain sama sekali | | 40", []),  # another level
        ("2.07.01.2.03 | kegiatan | Kegiatan B | | 5", [("SU-04", "nama")]),
        ("2.07.01.2.03 | kegiatan | Kegiatan B | lain |", []),
    ],
)
def test_kode_dan_nama(baris: str, temuan: list) -> None:
    teks = RENJA.format(baris)
    assert semua(teks, "SU-02", "SU-03", "SU-04") == [(k, di("renja", kolom, 11)) for k, kolom in temuan]
    assert [t for t in gawat(teks) if t[0].startswith("SU")] == [(k, di("renja", kolom, 11)) for k, kolom in temuan]


def test_lembar_tanpa_baris_induk() -> None:
    """A sheet that prints kegiatan only has no missing parents."""
    teks = "| Renja | kode | level | nama | pagu_setelah |\n| | 2.07.01.2.01 | kegiatan | A | 1 |\n| | 2.07.02.2.01 | kegiatan | B | 1 |"
    assert semua(teks, "SU-02") == []


def test_versi_masing_masing() -> None:
    teks = "| PK Program | versi | kode | level | nama | anggaran |\n| | murni | 1.01 | program | A | 1 |\n| | perubahan | 1.01 | program | Yang lain | 1 |\n| | {} |"
    assert semua(teks.format("murni | 1.02 | program | B | 1"), "SU-03", "SU-04") == []
    assert semua(teks.format("murni | 1.01 | program | Zzz | 1"), "SU-03") == [("SU-03", di("pk_program", "kode", 10))]


def test_nama_berulang_di_anggaran_satu_temuan() -> None:
    teks = "| Anggaran | level | nama | pagu |\n| | program | P | 2 |\n| | kegiatan | K | 1 |\n| | kegiatan | K | 1 |"
    assert semua(teks, "SU-04", "AG-09") == [("AG-09", di("anggaran", "nama", 10))]


EJAAN = """
| Renja | kode | level | nama | pagu_setelah |
|       | {} | kegiatan | {} | 1 |

| Anggaran | kode | level | nama |
|          | {} | kegiatan | {} |
"""
PANJANG = "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah"


@pytest.mark.parametrize(
    ("a", "nama_a", "b", "nama_b", "ada"),
    [
        ("", PANJANG, "", PANJANG.upper(), False),
        ("", PANJANG, "", PANJANG.replace("Pemerintahan", "Pemerintah"), True),
        ("1.01", PANJANG, "1.01", PANJANG.replace("Pemerintahan", "Pemerintah"), True),
        ("1.01", PANJANG, "1.01", "Sesuatu yang lain", False),
        ("", PANJANG, "", "Penyediaan Jasa Pemeliharaan Kantor", False),
        ("", "Pembinaan Pos Pelayanan roda 2 di daerah", "", "Pembinaan Pos Pelayanan roda 4 di daerah", False),
        ("", "Pelayanan antar-kerja (umum)", "", "Pelayanan antar kerja umum", False),
    ],
)
def test_ejaan(a: str, nama_a: str, b: str, nama_b: str, ada: bool) -> None:
    teks = EJAAN.format(a, nama_a, b, nama_b)
    assert semua(teks, "SU-05") == ([("SU-05", di("anggaran", "nama"))] if ada else [])
    assert [t for t in gawat(teks) if t[0] == "SU-05"] == []


def test_dua_nama_mirip_yang_memang_dua() -> None:
    """A name that the sheet itself also carries in the other spelling is another row."""
    teks = (
        EJAAN.format("", PANJANG, "", PANJANG.replace("Pemerintahan", "Pemerintah")) + f"|  | | kegiatan | {PANJANG} |"
    )
    assert semua(teks, "SU-05") == []


NAMA_INDIKATOR = """
| Indikator | kode | jenjang | indikator | satuan | arah | berlaku |
|           | S1.1 | sasaran | Prevalensi stunting | % | turun | baru |
|           | S1.2 | {} | {} | % | naik | {} |
"""


@pytest.mark.parametrize(
    ("jenjang", "nama", "berlaku", "temuan"),
    [
        ("sasaran", "prevalensi  Stunting", "baru", [("SU-12", di("indikator", "indikator", 9))]),
        ("sasaran", "Prevalensi stunting balita", "baru", []),
        ("tujuan", "Prevalensi stunting", "baru", []),  # a goal may be measured by what its sasaran is
        ("sasaran", "Prevalensi stunting", "lama", []),
        ("subkegiatan", "Prevalensi stunting", "baru", []),
    ],
)
def test_nama_indikator_berulang(jenjang: str, nama: str, berlaku: str, temuan: list) -> None:
    assert semua(NAMA_INDIKATOR.format(jenjang, nama, berlaku), "SU-12") == temuan


PENUNJANG = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A | % | naik |

| Anggaran | kode | level | nama | pagu |
|          | 2.07.01 | program | Layanan Ibu dan Anak | 100 |
|          | 2.07.02 | program | Layanan Lansia | 100 |

| Penunjang | kode | kode_program | level | nama |
|           | S1.1 | {} | program | {} |
"""


@pytest.mark.parametrize(
    ("kode", "nama", "ada"),
    [
        ("2.07.01", "Layanan Ibu dan  anak", False),
        ("2.07.01", "Layanan Lansia", True),
        ("2.07.09", "Layanan Lansia", True),
        ("", "Layanan Lansia", False),
        ("2.07.02", "", False),
    ],
)
def test_kode_dan_nama_penunjang(kode: str, nama: str, ada: bool) -> None:
    harap = [("PN-02", di("penunjang", "kode_program"))] if ada else []
    assert semua(PENUNJANG.format(kode, nama), "PN-02") == harap

"""LHE AKIP: values within weights (SA-01), weights of 100 (SA-02), the indicator Nilai SAKIP (SA-03)."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, semua

LHE = """
| Pengaturan | tahun |
|            | 2024  |

| LHE Nilai | tahun | komponen | bobot | nilai |
|           | 2024 | Perencanaan | 30 | {} |
|           | 2024 | Pengukuran | {} | 28,50 |
|           | 2024 | Pelaporan | 15 | 12,15 |
|           | 2024 | Evaluasi | 25 | 21,25 |
|           | {} | Nilai | 100 | 90,03 |
"""
SA = ("SA-01", "SA-02", "SA-03")


@pytest.mark.parametrize(
    ("nilai", "bobot", "temuan"),
    [
        ("28,13", "30", []),
        ("30", "30", []),
        ("30,01", "30", [("SA-01", "nilai", 8)]),
        ("28,13", "35", [("SA-02", "bobot", 12)]),
    ],
)
def test_bobot(nilai: str, bobot: str, temuan: list) -> None:
    teks = LHE.format(nilai, bobot, "2024")
    harap = [(k, di("lhe_nilai", kolom, b)) for k, kolom, b in temuan]
    assert semua(teks, *SA) == [t for t in gawat(teks) if t[0] in SA] == harap


@pytest.mark.parametrize(("seluruh", "lengkap"), [("90,03", True), ("90,02", True), ("92,03", False)])
def test_bobot_kurang(seluruh: str, *, lengkap: bool) -> None:
    """Weights that fall short are a note while a component may be missing: not where these make up the whole value."""
    teks = LHE.format("28,13", "29", "2024").replace("90,03", seluruh)
    temuan = [("SA-02", di("lhe_nilai", "bobot", 12))]
    assert semua(teks, *SA) == temuan
    assert [t for t in gawat(teks) if t[0] in SA] == (temuan if lengkap else [])


SAKIP = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | {} | nilai | naik |

| Pengukuran | kode | realisasi |
|            | S1.1 | {} |
"""


@pytest.mark.parametrize(
    ("nama", "realisasi", "tahun", "ada"),
    [
        ("Nilai SAKIP Dinas", "90,03", "2024", False),
        ("Nilai SAKIP Dinas", "90,0", "2024", False),  # as far as its digits tell
        ("Nilai SAKIP Dinas", "91,03", "2024", True),
        ("Nilai SAKIP Dinas", "90,03", "2023", False),  # the latest evaluation there is
        ("Nilai SAKIP Dinas", "91,03", "2022", False),
        ("Nilai SAKIP Kabupaten", "70", "2024", False),  # not the agency's own
        ("Persentase OPD dengan nilai SAKIP A", "70", "2024", False),
        ("Nilai IKM", "70", "2024", False),
        ("Nilai SAKIP Dinas", "", "2024", False),
    ],
)
def test_nilai_sakip(nama: str, realisasi: str, tahun: str, ada: bool) -> None:
    teks = LHE.format("28,13", "30", tahun) + "\n" + SAKIP.format(nama, realisasi)
    assert semua(teks, "SA-03") == ([("SA-03", di("pengukuran", "realisasi"))] if ada else [])

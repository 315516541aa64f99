"""A number that is followed by its own words."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, semua

AWAL = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A         | orang  | naik |

"""


@pytest.mark.parametrize(
    ("teks", "ada"),
    [
        ("Dilatih 13 (dua belas) orang", True),
        ("Dilatih 12 (dua belas) orang", False),
        ("Dilatih 12 (duabelas orang)", False),
        ("Dilatih 1.250 (seribu dua ratus lima puluh) orang", False),
        ("Dilatih 1.250 (seribu dua ratus) orang", True),
        ("Naik 1,5 (satu koma lima) persen", False),
        ("Naik 1,50 % (satu koma lima nol persen)", False),
        ("Naik 1,5 (satu setengah) persen", False),
        ("Naik 1,5 (satu koma enam) persen", True),
        ("Anggaran 2.000.000.000 (dua milyar rupiah)", False),
        ("Ada 5 (kecamatan tiga)", False),
        ("Ada 5 (lihat lampiran dua)", False),
        ("Ada dua belas (13)", False),
        ("PDRB 2021 (miliar)", False),  # a unit
        ("Pupuk 12 (ribu ton)", False),
        ("Pupuk 12 (dua ribu) ton", True),
    ],
)
def test_kata_bilangan_di_teks(teks: str, ada: bool) -> None:
    isi = AWAL + f"| Analisis | kode | pendorong |\n| | S1.1 | {teks} |"
    assert gawat(isi) == ([("AN-25", di("analisis", "pendorong"))] if ada else [])


@pytest.mark.parametrize(("isi", "ada"), [("13 (dua belas)", True), ("12 (dua belas)", False), ("12", False)])
def test_kata_bilangan_di_angka(isi: str, ada: bool) -> None:
    teks = AWAL + f"| Pengukuran | kode | target | realisasi |\n| | S1.1 | 12 | {isi} |"
    assert semua(teks, "AN-25", "AN-10") == ([("AN-25", di("pengukuran", "realisasi"))] if ada else [])

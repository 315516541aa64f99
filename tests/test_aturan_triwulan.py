"""Quarters against the year: PK targets (TW-01), realisasi (TW-02), other ways of entering (TW-03)."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, periksa_md, semua

INDIKATOR = """
| Indikator | kode | jenjang | indikator | satuan | arah | sifat |
|           | S1.1 | sasaran | A | %     | naik | akhir     |
|           | S1.2 | sasaran | B | orang | naik | jumlah    |
|           | S1.3 | sasaran | C | %     | naik | rata-rata |
|           | S1.4 | sasaran | D | %     | naik |           |

"""
PK = "| PK | versi | kode | target | tw1 | tw2 | tw3 | tw4 |\n| | murni | {} |"
UKUR = "| Pengukuran | kode | realisasi | tw1 | tw2 | tw3 | tw4 |\n| | {} |"


@pytest.mark.parametrize(
    ("baris", "kode"),
    [
        ("S1.1 | 75 | 20 | 40 | 60 | 75", None),
        ("S1.1 | 75 | | | | 75", None),
        ("S1.1 | 75 | 20 | 40 | 60 | 70", "TW-01"),
        ("S1.1 | 75 | 15 | 20 | 20 | 20", "TW-03"),
        ("S1.2 | 100 | 25 | 25 | 25 | 25", None),
        ("S1.2 | 100 | 25 | 25 | 25 | 26", "TW-01"),
        ("S1.2 | 100 | 25 | 50 | 75 | 100", "TW-03"),  # cumulative
        ("S1.2 | 100 | 75 | 50 | 25 | 100", "TW-01"),  # does not rise
        ("S1.2 | 100 | - | - | - | 100", None),
        ("S1.2 | 100 | 25 | 25 | |", None),  # still being filled
        ("S1.3 | 33,3 | 33 | 33 | 33 | 34", None),
        ("S1.3 | 40 | 33 | 33 | 33 | 34", "TW-01"),
        ("S1.4 | 40 | 33 | 33 | 33 | 34", None),  # no sifat, nothing to say
        ("S1.2 | 100 | x | 25 | 25 | 25", None),  # AN-01 has spoken
    ],
)
def test_target(baris: str, kode: str | None) -> None:
    teks = INDIKATOR + PK.format(baris)
    assert semua(teks, "TW-01", "TW-02", "TW-03") == ([(kode, di("pk", "target"))] if kode else [])
    assert (("TW-01", di("pk", "target")) in gawat(teks)) == (kode == "TW-01")


TANPA_PK = """
| Indikator | kode | jenjang | indikator | satuan | arah | sifat  | cara_tw      |
|           | S1.2 | sasaran | B         | orang  | naik | jumlah | per triwulan |

| Pengukuran | kode | target | realisasi |
|            | S1.2 | 8.600  | 8.126     |

| Triwulan dan Rencana Aksi | kode | tw  | target | realisasi |
|                           | S1.2 | I   | 1.000  | 846       |
|                           | S1.2 | II  | 2.400  | 2.515     |
|                           | S1.2 | III | 3.000  | 2.981     |
|                           | S1.2 | IV  | 2.200  | 1.784     |
"""
KUMULATIF = """
| Indikator | kode | jenjang | indikator | satuan | arah | sifat  |
|           | S1.2 | sasaran | B         | orang  | naik | jumlah |

| Pengukuran | kode | target | realisasi |
|            | S1.2 | 2.200  | 1.784     |

| Triwulan dan Rencana Aksi | kode | tw  | target | realisasi |
|                           | S1.2 | I   | 1.000  | 846       |
|                           | S1.2 | II  | 1.400  | 900       |
|                           | S1.2 | III | 2.000  | 1.000     |
|                           | S1.2 | IV  | 2.200  | 1.784     |
"""
PK_ADA = "\n| PK | versi | kode | target |\n| | murni | S1.2 | 8.600 |\n"


@pytest.mark.parametrize(
    ("ganti", "pk", "kode"),
    [
        ({}, "", None),
        ({"8.600": "8.400"}, "", "TW-01"),
        ({"8.600": "8.400", "IV  | 2.200": "IV | "}, "", None),  # still being filled
        ({"8.600": "8.400"}, PK_ADA, None),  # there the PK is the one that counts
    ],
)
def test_target_tanpa_pk(ganti: dict[str, str], pk: str, kode: str | None) -> None:
    """Quarters of the sheet of quarters against the target of the measurement, where no PK is filled in."""
    teks = TANPA_PK
    for dulu, kini in ganti.items():
        teks = teks.replace(dulu, kini)
    assert semua(teks + pk, "TW-01", "TW-03") == ([(kode, di("pengukuran", "target"))] if kode else [])


def test_target_tanpa_pk_kumulatif() -> None:
    """One note for target and realisasi that both look cumulative."""
    assert semua(KUMULATIF, "TW-01", "TW-02", "TW-03") == [("TW-03", di("pengukuran", "target"))]


@pytest.mark.parametrize(
    ("baris", "kode"),
    [
        ("S1.1 | 76,99 | 20 | 40 | 60 | 76,99", None),
        ("S1.1 | 77,0 | 20 | 40 | 60 | 76,99", None),  # as far as the digits tell
        ("S1.1 | 77,2 | 20 | 40 | 60 | 76,99", "TW-02"),
        ("S1.1 | ~76.9876 | 20 | 40 | 60 | ~76.99", None),  # nor do Excel's own
        ("S1.1 | ~76.98 | 20 | 40 | 60 | ~76.99", "TW-02"),
        ("S1.1 | | 20 | 40 | 60 | 76,99", None),
        ("S1.2 | 120 | 30 | 30 | 30 | 30", None),
        ("S1.2 | 121 | 30 | 30 | 30 | 30", "TW-02"),
        ("S1.2 | 120 | 30 | 60 | 90 | 120", "TW-03"),
        ("S1.3 | 30 | 30 | 30 | 30 | 30,04", None),
    ],
)
def test_realisasi(baris: str, kode: str | None) -> None:
    assert semua(INDIKATOR + UKUR.format(baris), "TW-01", "TW-02", "TW-03") == (
        [(kode, di("pengukuran", "realisasi"))] if kode else []
    )
    if kode:
        assert semua(INDIKATOR + UKUR.format(baris), "RM-05") == []


@pytest.mark.parametrize(
    ("baris", "kode"),
    [
        ("S1.4 | | 10 | 20 | 30 | 40", ["TW-12"]),
        ("S1.4 | 100 | 10 | 20 | 30 | 40", []),
        ("S1.4 | | 10 | 20 | 30 |", []),  # the year is still running
        ("S1.2 | | 10 | 20 | 30 | 40", []),
    ],
)
def test_triwulan_lengkap_tanpa_sifat(baris: str, kode: list[str]) -> None:
    assert semua(INDIKATOR + UKUR.format(baris), "TW-12") == [(k, di("pengukuran", "realisasi")) for k in kode]


KATA_TW = """
| Indikator | kode | jenjang | indikator | satuan   | arah | sifat | cara_tw |
|           | S1.1 | sasaran | Predikat  | predikat | naik | akhir |         |

| Triwulan dan Rencana Aksi | kode | tw   | realisasi |
|                           | S1.1 | IV   | BB        |

| Pengukuran | kode | realisasi |
|            | S1.1 |           |
"""


@pytest.mark.parametrize(
    ("tw", "kata", "cara", "setahun", "harap"),
    [
        ("IV", "BB", "", "", ["AN-40"]),
        ("IV", "Level 3", "kumulatif", "", ["AN-40"]),
        ("IV", "BB", "hanya TW IV", "", []),
        ("IV", "BB", "", "BB", []),
        ("II", "BB", "", "", []),
        ("IV", "75", "", "", []),
    ],
)
def test_kata_di_triwulan_keempat(tw: str, kata: str, cara: str, setahun: str, harap: list[str]) -> None:
    """A word of the fourth quarter is the year's only where that is agreed; else it is said what is missing, not that all is."""
    teks = KATA_TW.replace("akhir |         |", f"akhir | {cara} |").replace("| IV   | BB", f"| {tw} | {kata}")
    h = periksa_md(teks.replace("| S1.1 |           |", f"| S1.1 | {setahun} |"))
    assert [t.kode for t in h.temuan if t.kode == "AN-40"] == harap
    assert not harap or all((t.kode, t.sel) != ("LB-04", "N8") for t in h.temuan)


PROGRAM = """
| Anggaran | level       | kode              | nama  | indikator      | satuan  | target | realisasi | pagu      | realisasi_rp |
|          | subkegiatan | 1.03.02.2.01.0001 | Rapat | Jumlah laporan | laporan | 40     | 38        | 1.000.000 | 900.000      |

| Triwulan dan Rencana Aksi | kode              | tw  | target | realisasi |
|                           | 1.03.02.2.01.0001 | I   | 10     | 5         |
|                           | 1.03.02.2.01.0001 | II  | 10     | 10        |
|                           | 1.03.02.2.01.0001 | III | 10     | 13        |
|                           | 1.03.02.2.01.0001 | IV  | 10     | 10        |
"""


@pytest.mark.parametrize(
    ("dari", "jadi", "temuan"),
    [
        ("IV  | 10 ", "IV  | 10 ", []),
        ("IV  | 10     | 10", "IV  | 10     | 12", [("TW-02", di("anggaran", "realisasi"))]),
        ("IV  | 10 ", "IV  | 15 ", [("TW-01", di("anggaran", "target"))]),
        ("IV  | 10 ", "IV  | 40 ", []),  # the last of them
        ("IV  | 10     | 10", "IV  | 10     |   ", []),
    ],
)
def test_triwulan_program_menurut_setahunnya(dari: str, jadi: str, temuan: list[tuple[str, str]]) -> None:
    assert dari in PROGRAM
    assert gawat(PROGRAM.replace(dari, jadi)) == temuan

"""Slips among the years and quarters of one indicator: what is guessed, what is only noted, and series that go their own way."""

from __future__ import annotations

import pytest
from buku_md import di, periksa_md

from lkjip_xl.inti.temuan import Tingkat

P, C = Tingkat.PERINGATAN, Tingkat.CATATAN
RENSTRA = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2025  | 2021         | 2026          |

| Indikator | kode | jenjang | indikator | satuan   | arah | sifat |
|           | S1.1 | sasaran | A         | %        | naik | akhir |

| Renstra | kode | target_1 | target_2 | target_3 | target_4 |
|         | S1.1 | 70       | 71       | 17       | 73       |
"""
RIWAYAT = """
| Indikator | kode | jenjang | indikator | satuan   | arah | sifat |
|           | S1.1 | sasaran | A         | %        | naik | akhir |

| Riwayat | kode | target_1 | realisasi_1 | target_2 | realisasi_2 | target_3 | realisasi_3 |
|         | S1.1 | 70       | 71          | 70       | 71          | 70       | 69          |

| Pengukuran | kode | target | realisasi   |
|            | S1.1 | 70     | 171         |
"""
PK = """
| Indikator | kode | jenjang | indikator | satuan   | arah | sifat |
|           | S1.1 | sasaran | A         | %        | naik | akhir |

| PK | versi | kode | target |
|    | murni | S1.1 | 170    |

| Riwayat | kode | target_1 | realisasi_1 | target_2 | realisasi_2 | target_3 | realisasi_3 |
|         | S1.1 | 70       | 71          | 70       | 71          | 70       | 69          |

| Pengukuran | kode | target | realisasi |
|            | S1.1 |        | 71        |
"""
TRIWULAN = """
| Indikator | kode | jenjang | indikator | satuan   | arah |
|           | S1.1 | sasaran | A         | %        | naik |

| Triwulan dan Rencana Aksi | kode | tw  | target | realisasi |
|                           | S1.1 | I   | 70     | 70        |
|                           | S1.1 | II  | 71     | 71        |
|                           | S1.1 | III | 717    | 717       |
|                           | S1.1 | IV  | 72     | 72        |
"""


def ganti(teks: str, satuan: str) -> str:
    return teks.replace("%       ", satuan)


def dugaan(teks: str) -> list[tuple[str, Tingkat, object]]:
    h = periksa_md(teks)
    assert h.gagal == []
    return [(f"{t.lembar}!{t.sel}", t.tingkat, t.seharusnya) for t in h.temuan if t.kode == "KW-20"]


@pytest.mark.parametrize(
    ("satuan", "target", "harap"),
    [
        ("%", "70 | 71 | 17 | 73", [("target_3", P, 71.0)]),  # transposed
        ("%", "70 | 171 | 72 | 73", [("target_2", P, 71.0)]),  # a digit too many
        ("%", "70,5 | 7,12 | 72 | 73,5", [("target_2", P, 71.2)]),  # the comma
        ("nilai", "3,1 | 3,2 | 33 | 3,4", [("target_3", P, 3.3)]),
        ("%", "70 | 91 | 72 | 73", [("target_2", C, 71.0)]),  # another digit: anything can be that
        ("orang", "4 | 4 | 40 | 4", [("target_3", P, 4.0)]),
        ("orang", "340 | 345 | 3450 | 355", [("target_3", P, 345.0)]),
        ("orang", "5 | 54 | 5 | 6", [("target_2", C, 5.0)]),  # counts go up and down
        ("%", "71 | 72 | 37 | 74", [("target_3", P, 73.0)]),  # all others keep one step
        ("nilai", "61 | 63 | 56 | 67", [("target_3", P, 65.0)]),
        ("%", "2,5 | 22 | 2 |", [("target_2", P, 2.2)]),  # three years
        ("orang", "25 | 220 | 20 |", []),
        ("hari", "2,5 | 22 | 2 |", [("target_2", P, 2.2)]),  # decimals are of no count
        ("%", "0,5 | 5 | 6 |", []),
        # honest series
        ("%", "20 | 70 | 71 | 72", []),
        ("%", "70 | 71 | 72 | 100", []),
        ("%", "80 | 82 | 75 | 77", []),
        ("%", "25 | 50 | 75 | 100", []),
        ("%", "1 | 4 | 20 | 90", []),
        ("orang", "2 | 12 | 3 | 9", []),
        ("orang", "1 | 10 | 1 | 1", [("target_2", C, 1.0)]),
        ("orang", "0 | 0 | 40 | 0", []),
        ("orang", "4 | N/A | 40 | 4", []),
        ("%", "72 | 71 | 70 | 69", []),
        ("%", "70 | 71 | 75 | 73", []),
        ("%", "70 | 70 | 70 | 70", []),
    ],
)
def test_jalur_renstra(satuan: str, target: str, harap: list[tuple[str, Tingkat, float]]) -> None:
    assert dugaan(ganti(RENSTRA, satuan).replace("70       | 71       | 17       | 73", target)) == [
        (di("renstra", k), t, x) for k, t, x in harap
    ]


@pytest.mark.parametrize(
    ("satuan", "riwayat", "realisasi", "harap"),
    [
        ("%", "70 | 71 | 70 | 71 | 70 | 69", "171", [("pengukuran", "realisasi", P, 71.0)]),
        ("indeks", "70 | 71 | 70 | 17 | 70 | 69", "71", [("riwayat", "realisasi_2", P, 71.0)]),
        ("ton", "70 | 71 | 70 | 71 | 70 | 69", "171", [("pengukuran", "realisasi", C, 71.0)]),
        ("%", "70 | 71 | 70 | 71 | 70 | 69", "120", []),
        ("%", "70 | 71 | 70 | 71 | 70 | 69", "30", []),
        ("%", "30 | 35 | 60 | 55 | 90 | 95", "171", []),
    ],
)
def test_tahun_tahun_lalu(
    satuan: str, riwayat: str, realisasi: str, harap: list[tuple[str, str, Tingkat, float]]
) -> None:
    assert dugaan(
        ganti(RIWAYAT, satuan)
        .replace("70       | 71          | 70       | 71          | 70       | 69", riwayat)
        .replace("171", realisasi)
    ) == [(di(s, k), t, x) for s, k, t, x in harap]


@pytest.mark.parametrize(
    ("satuan", "realisasi", "harap"),
    [
        ("%", ("70", "71", "717", "72"), [(2, P, 71.0)]),
        ("dokumen", ("5", "54", "5", "5"), [(1, C, 5.0)]),
        ("%", ("10", "10", "10", "100"), [(3, C, 10.0)]),  # the last quarter may hold the year
        ("%", ("25", "50", "75", "100"), []),
        ("orang", ("12", "40", "7", "300"), []),
        ("orang", ("0", "5", "50", "5"), []),
    ],
)
def test_antartriwulan(satuan: str, realisasi: tuple[str, ...], harap: list[tuple[int, Tingkat, float]]) -> None:
    teks = ganti(TRIWULAN, satuan)
    for tw, lama, x in zip(("I   ", "II  ", "III ", "IV  "), ("70", "71", "717", "72"), realisasi, strict=True):
        teks = teks.replace(f"| {tw}| {lama:<6} | {lama:<9} |", f"| {tw}| {x} | {x} |")
    assert dugaan(teks) == [(di("triwulan", k, 8 + n), t, x) for k in ("target", "realisasi") for n, t, x in harap]


@pytest.mark.parametrize(
    ("target", "harap"),
    [
        ("murni | 170", [("pk", "target", P, 70.0)]),
        ("murni | 95", []),
        ("murni |", []),  # that of the Renstra, which has a rule of its own
    ],
)
def test_target_pk_setingkat_dengan_tahun_lain(target: str, harap: list[tuple[str, str, Tingkat, float]]) -> None:
    """The target of Pengukuran is a figure of the PK, and judged where it is typed."""
    teks = PK.replace("murni | S1.1 | 170", target.replace("|", "| S1.1 |"))
    assert dugaan(teks) == [(di(s, k), t, x) for s, k, t, x in harap]

"""The budget of a sasaran in a free table against the sum of its programmes, where the rest of the table proves what it is of."""

from __future__ import annotations

import pytest
from buku_md import di, periksa_md

BUKU = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Sasaran satu | A | % | naik |
|           | S1.2 | sasaran |              | B | % | naik |
|           | S2.1 | sasaran | Sasaran dua  | C | % | naik |
|           | S3.1 | sasaran | Sasaran tiga | D | % | naik |

| Anggaran | level   | nama | pagu      | realisasi_rp |
|          | program | P1   | 100000000 | 90000000     |
|          | program | P2   | 200000000 | 150000000    |
|          | program | P3   | 50000000  | 50000000     |
|          | program | P4   | 70000000  | 60000000     |

| Penunjang | kode | level   | nama |
|           | S1.1 | program | P1   |
|           | S1.2 | program | P2   |
|           | S2.1 | program | P3   |
|           | S3.1 | program | P4   |

| Tabel Bebas | judul                 | k1           | k2          | k3          |
|             | Anggaran per sasaran  | Sasaran      | Pagu (Rp)   | Realisasi   |
|             |                       | Sasaran satu | 300.000.000 | 240.000.000 |
|             |                       | Sasaran dua  | 50.000.000  | 50.000.000  |
|             |                       | Sasaran tiga | 77.000.000  | 60.000.000  |
"""


@pytest.mark.parametrize(
    ("ganti", "harap"),
    [
        ({}, [(11, "k2", 70e6)]),
        ({"77.000.000": "70.000.000"}, []),
        ({"77.000.000": "70.000.000", "240.000.000": "204.000.000"}, [(9, "k3", 240e6)]),
        ({"300.000.000": "310.000.000"}, []),  # two of three: the table may be of other money
        ({"Pagu (Rp)": "Pagu 2023 (Rp)"}, []),
        ({"Pagu (Rp)": "Pagu (Rp ribu)"}, []),
        ({"| S3.1 | program | P4 ": "| S3.1 | program | P9 "}, []),  # a programme nobody found
        ({"Sasaran tiga | 77": "Sasaran lain | 77"}, []),
    ],
)
def test_anggaran_sasaran_dan_programnya(ganti: dict[str, str], harap: list[tuple[int, str, float]]) -> None:
    teks = BUKU
    for a, b in ganti.items():
        teks = teks.replace(a, b)
    h = periksa_md(teks)
    assert h.gagal == []
    assert [(f"{t.lembar}!{t.sel}", t.seharusnya) for t in h.temuan if t.kode == "KW-21"] == [
        (di("tabel_bebas", k, b), x) for b, k, x in harap
    ]

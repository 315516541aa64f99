"""Rows that carry each other's figures: targets against their documents, whole rows by the level of their figures."""

from __future__ import annotations

import pytest
from buku_md import di, periksa_md, temuan_gawat

from lkjip_xl.inti.temuan import Tingkat

AWAL = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024         | 2026          |

| Indikator | kode | jenjang | indikator | satuan | arah | sifat |
|           | S1.1 | sasaran | A         | %      | naik | akhir |
|           | S1.2 | sasaran | B         | indeks | naik | akhir |
|           | S1.3 | sasaran | C         | orang  | naik | akhir |

"""
PK = "| PK | versi | kode | target |\n| | murni | S1.1 | {} |\n| | murni | S1.2 | {} |\n\n"
RENSTRA = "| Renstra | kode | target_1 |\n| | S1.1 | 80 |\n| | S1.2 | 72 |\n\n"
UKUR = "| Pengukuran | kode | target | realisasi | capaian |\n| | S1.1 | {} |\n| | S1.2 | {} |"


def ringkas(teks: str) -> list[tuple[str, str, Tingkat]]:
    return [(t.kode, f"{t.lembar}!{t.sel}", t.tingkat) for t in temuan_gawat(teks)]


def test_target_pengukuran_tertukar_satu_temuan() -> None:
    pk = AWAL + PK.format(80, 72)
    harap = ("PK-05", di("pengukuran", "target"), Tingkat.KESALAHAN)
    assert ringkas(pk + UKUR.format("72 | 80 | 100", "80 | 72 | 100")) == [harap]  # the capaian follow the PK
    assert ringkas(pk + UKUR.format("80 | 80 | 100", "72 | 72 | 100")) == []
    assert [k for k, *_ in ringkas(pk + UKUR.format("72 | 80 | 100", "81 | 72 | 100"))] == ["PK-01", "PK-01"]
    assert [k for k, *_ in ringkas(pk + UKUR.format("72 | 80 | 100", "72 | 72 | 100"))] == ["PK-01"]


def test_target_pk_tertukar_terhadap_renstra() -> None:
    assert ringkas(AWAL + RENSTRA + PK.format(72, 80)) == [("PK-05", di("pk", "target"), Tingkat.PERINGATAN)]
    assert [k for k, *_ in ringkas(AWAL + RENSTRA + PK.format(72, 81))] == ["PK-02", "PK-02"]
    # of two versions of the PK
    dua = PK.replace("murni | S1.2", "perubahan | S1.2").format(72, 80)
    assert [k for k, *_ in ringkas(AWAL + RENSTRA + dua)] == ["PK-02", "PK-02"]


TAHUN = """
| Renstra | kode | target_1 | target_2 |
|         | S1.1 | 80       | 82       |
|         | S1.2 | 4        | 4,1      |
|         | S1.3 | 900      | 950      |

| Riwayat | kode | target_1 | realisasi_1 |
|         | S1.1 | {}       |
|         | S1.2 | {}       |
|         | S1.3 | {}       |
"""


@pytest.mark.parametrize(
    ("isi", "ada"),
    [
        (("4 | 3,9", "79 | 78", "890 | 880"), True),
        (("79 | 78", "4 | 3,9", "890 | 880"), False),
        (("4 | 3,9", "4 | 3,9", "890 | 880"), False),  # one row alone
        (("890 | 880", "79 | 78", "4 | 3,9"), False),  # three rows shifted: no pair
        (("0,79 | 0,78", "0,04 | 0,04", "890 | 880"), False),  # another scale, nobody's figures
        (("4 | ", "79 | ", "890 | "), True),
    ],
)
def test_baris_tertukar_menurut_tingkat_angkanya(isi: tuple[str, ...], ada: bool) -> None:
    semua = periksa_md(AWAL + TAHUN.format(*isi)).temuan
    assert [f"{t.lembar}!{t.sel}" for t in semua if t.kode == "KW-07"] == ([di("riwayat", "kode")] if ada else [])
    if ada:  # one cause, one finding
        assert [t.kode for t in semua if t.tingkat is not Tingkat.CATATAN] == ["KW-07"]

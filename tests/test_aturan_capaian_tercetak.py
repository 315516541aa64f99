"""A dash for a capaian, a capaian only rounding could reach, numerator and denominator turned over."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, semua, temuan_gawat

from lkjip_xl.inti.temuan import Tingkat

AWAL = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | {} | % | {} |
|           | S1.2 | sasaran | Lulusan | orang | naik |

"""
NAMA = "Persentase layanan"
UKUR = "| Pengukuran | kode | target | realisasi | capaian |\n| | {} |\n\n"


def ukur(isi: str, arah: str = "naik") -> str:
    return AWAL.format(NAMA, arah) + UKUR.format(isi)


@pytest.mark.parametrize(
    ("isi", "ada"),
    [
        ("S1.1 | 80 | 75 | -", True),
        ("S1.1 | 80 | 75 | N/A", True),
        ("S1.1 | 80 | 75 |", False),
        ("S1.1 | 80 | - | -", False),
        ("S1.1 | - | 75 | -", False),
        ("S1.1 | 0 | 75 | -", False),  # there is nothing to work out
        ("S1.1 | BB | A | -", False),
    ],
)
def test_strip_di_samping_target_dan_realisasi(isi: str, ada: bool) -> None:
    assert semua(ukur(isi), "PG-11") == ([("PG-11", di("pengukuran", "capaian"))] if ada else [])


def test_strip_di_lembar_lain() -> None:
    program = "| Anggaran | level | nama | target | realisasi | capaian |\n| | program | P | 80 | 75 | - |"
    assert ("PG-11", di("anggaran", "capaian")) in gawat(program)
    lalu = (
        AWAL.format(NAMA, "naik") + "| Riwayat | kode | target_1 | realisasi_1 | capaian_1 |\n| | S1.1 | 80 | 75 | - |"
    )
    assert semua(lalu, "PG-11") == [("PG-11", di("riwayat", "capaian_1"))] and gawat(lalu) == []


@pytest.mark.parametrize(
    ("isi", "ada"),
    [
        ("S1.1 | 3 | 2 | 80", True),
        ("S1.1 | 4 | 3 | 87", True),
        ("S1.1 | 3 | 2 | 66,67", False),
        ("S1.1 | 3 | 4 | 132", False),  # 133,33: too small a difference to speak of
        ("S1.1 | 3 | 2,4 | 80", False),
        ("S1.1 | 80 | 75 | 93,2", False),
        ("S1.2 | 4 | 3 | 75", False),
    ],
)
def test_hanya_cocok_karena_dibulatkan(isi: str, ada: bool) -> None:
    assert gawat(ukur(isi)) == ([("PG-12", di("pengukuran", "capaian"))] if ada else [])


def test_capaian_dari_komponen_yang_tidak_dibulatkan() -> None:
    kepala = "| Pengukuran | kode | target | pembilang | penyebut | pengali | realisasi | capaian |\n"
    teks = AWAL.format(NAMA, "naik") + kepala
    assert gawat(teks + "| | S1.1 | 3 | 24 | 1000 | 100 | 2 | 80 |") == []  # 2,4 / 3
    assert gawat(teks + "| | S1.1 | 3 | 20 | 1000 | 100 | 2 | 80 |") == [("PG-12", di("pengukuran", "capaian"))]


@pytest.mark.parametrize(
    ("nama", "isi", "lalu", "ada"),
    [
        (NAMA, "80 | 120 | 100 | 100", "", True),
        (NAMA, "80 | 120 | 100 | 100", "78 | 79", True),
        (NAMA, "40 | 250 | 100 | 100", "39 | 41", True),  # a share far above all others
        (NAMA, "40 | 100 | 250 | 100", "39 | 41", False),
        (NAMA, "95 | 110 | 100 | 100", "", False),  # a little more than all
        (NAMA, "120 | 130 | 100 | 100", "", False),
        (NAMA, "80 | 120 | 100 | 1", "", False),
        (NAMA, "| 120 | 100 | 100", "", False),
        (NAMA, "80 | 300 | 100 | 100", "", False),  # turned over it fits no better
        ("Laju pertumbuhan layanan", "80 | 120 | 100 | 100", "", False),
        ("Persentase realisasi terhadap target", "80 | 120 | 100 | 100", "", False),
    ],
)
def test_pembilang_dan_penyebut_tertukar(nama: str, isi: str, lalu: str, ada: bool) -> None:
    teks = (
        AWAL.format(nama, "naik")
        + f"| Pengukuran | kode | target | pembilang | penyebut | pengali |\n| | S1.1 | {isi} |\n\n"
    )
    if lalu:
        teks += f"| Riwayat | kode | target_1 | realisasi_1 |\n| | S1.1 | {lalu} |"
    assert [k for k in gawat(teks) if k[0].startswith("PG")] == (
        [("PG-10", di("pengukuran", "realisasi"))] if ada else []
    )


def test_batas_capaian_disebut() -> None:
    batas = "| Pengaturan | batas_capaian |\n| | {} |\n\n"
    (t,) = temuan_gawat(batas.format("125") + ukur("S1.1 | 50 | 80 | 160"))
    assert (t.kode, t.tingkat, t.seharusnya) == ("PG-01", Tingkat.KESALAHAN, 125) and t.pesan.count("125") == 2
    (t,) = temuan_gawat(batas.format("200") + ukur("S1.1 | 80 | 100 | 160"))
    assert t.seharusnya == 125 and t.pesan.count("125") == 1


def test_batas_yang_kebetulan_hasil_arah_lain_bukan_arah_keliru() -> None:
    """2,0 by T/R is 111,11, capped 110,00; as a plain fall it is 110,00 as well."""
    isi = ukur("S1.1 | 2,0 | 1,8 | 110,00").replace("naik", "turun-rasio")
    assert gawat("| Pengaturan | batas_capaian |\n| | 110 |\n\n" + isi) == []
    assert [k for k, _ in gawat(isi)] == ["PG-02"]


SEMUA_LEMBAR = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A | % | naik |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | 80     | 75        | -       |

| Anggaran | level   | nama | satuan | arah | target | realisasi | capaian |
|          | program | P    | %      | naik | 80     | 75        | -       |
|          | program | Q    | %      | naik | 3      | 2         | 80      |

| Riwayat | kode | target_1 | realisasi_1 | capaian_1 | target_2 | realisasi_2 | capaian_2 | target_3 | realisasi_3 | capaian_3 |
|         | S1.1 | 80       | 75          | -         | 80       | 74          | -         | 80       | 73          | -         |
"""


def test_semua_lembar_berkapaian() -> None:
    assert {di("pengukuran", "capaian"), di("riwayat", "capaian_1")} <= {s for _, s in semua(SEMUA_LEMBAR, "PG-11")}
    assert ("PG-11", di("anggaran", "capaian")) in gawat(SEMUA_LEMBAR)
    assert semua(SEMUA_LEMBAR, "PG-12") == [("PG-12", di("anggaran", "capaian", 9))]


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        ("0,79 | 62 | -", [("KW-03", "realisasi")]),
        ("0,85 | 74 | -", [("KW-03", "realisasi")]),
        ("62 | 0,79 | -", [("KW-03", "realisasi")]),
        ("62 | 79 | -", [("PG-11", "capaian")]),
        ("0,79 | 0,62 | -", [("PG-11", "capaian")]),
        ("1 | 12 | -", [("PG-11", "capaian")]),
    ],
)
def test_strip_di_samping_dua_skala(isi: str, harap: list[tuple[str, str]]) -> None:
    """No capaian follows from figures of two scales, and none is proposed."""
    teks = AWAL.format("Indeks kualitas air", "naik").replace(" % ", " indeks ") + f"| Pengukuran | kode | target | realisasi | capaian |\n| | S1.1 | {isi} |\n"  # fmt: skip
    assert gawat(teks) == [(k, di("pengukuran", x)) for k, x in harap]

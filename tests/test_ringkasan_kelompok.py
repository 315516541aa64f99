"""Which indicators make up one sasaran: kode and statement together."""

from __future__ import annotations

import pytest
from buku_md import buku_md

from lkjip_xl.ringkasan.alokasi import alokasi
from lkjip_xl.ringkasan.efisiensi_sasaran import efisiensi_sasaran
from lkjip_xl.ringkasan.indikator import kamus_indikator
from lkjip_xl.ringkasan.kelompok import sasaran_kode
from lkjip_xl.ringkasan.simpulan import simpulan

SATU, DUA = "Meningkatnya produksi perikanan", "Menurunnya penyakit hewan"


def indikator(*baris: tuple[str, str], jenjang: str = "sasaran") -> str:
    isi = "".join(f"| | {kode} | {jenjang} | {nama} | {kode} | naik |\n" for kode, nama in baris)
    return f"| Indikator | kode | jenjang | pernyataan | indikator | arah |\n{isi}"


def kelompok(*baris: tuple[str, str]) -> list[str]:
    buku = buku_md(indikator(*baris))
    return [x.sasaran for x in kamus_indikator(buku).values()]


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        # the kode says it, and the statements do not contradict
        ((("S1.1", SATU), ("S1.2", ""), ("S2.1", DUA)), ["S1", "S1", "S2"]),
        ((("S1.1", SATU), ("S1.2", SATU), ("S2.1", DUA)), ["S1", "S1", "S2"]),
        ((("S1.1", ""), ("S1.2", ""), ("S2.1", "")), ["S1", "S1", "S2"]),
        # one statement spelled two ways stays one sasaran
        ((("S1.1", SATU), ("S1.2", SATU.replace("produksi", "prodoksi") + ".")), ["S1", "S1"]),
        # a blank statement of another kode is not that of the row above
        ((("S1.1", SATU), ("S2.1", "")), ["S1", "S2"]),
        # kode that only count the indicators: the statements decide
        ((("S.1", SATU), ("S.2", SATU), ("S.3", DUA), ("S.4", "")), ["S.1", "S.1", "S.3", "S.3"]),
        ((("S1", SATU), ("S2", SATU), ("S3", DUA), ("S4", "")), ["S1", "S1", "S3", "S3"]),
        ((("S1.1", SATU), ("S2.1", DUA), ("S3.1", SATU)), ["S1", "S2", "S1"]),
        # a sasaran of its own row, and its indicators below it
        ((("S.1", SATU), ("S.1.1", SATU), ("S.2", DUA), ("S.2.1", "")), ["S.1", "S.1", "S.2", "S.2.1"]),
    ],
)
def test_kode_dan_pernyataan(baris: tuple[tuple[str, str], ...], harap: list[str]) -> None:
    assert kelompok(*baris) == harap


def test_pernyataan_sama_di_jenjang_lain_bukan_sasaran_yang_sama() -> None:
    buku = buku_md(
        """
        | Indikator | kode | jenjang | pernyataan | indikator | arah |
        |           | T1   | tujuan  | Satu       | a         | naik |
        |           | S1   | sasaran | Satu       | b         | naik |
        """
    )
    assert [x.sasaran for x in kamus_indikator(buku).values()] == ["T1", "S1"]


ISI = """
| Pengukuran | kode | target | realisasi |
|            | {0}  | 100    | 90        |
|            | {1}  | 100    | 120       |
|            | {2}  | 100    | 80        |

| Anggaran | no | level   | nama | pagu | realisasi_rp |
|          | 1  | program | P    | 100  | 50           |
|          | 2  | program | Q    | 100  | 100          |
|          | 3  | program | R    | 100  | 80           |

| Penunjang | kode | level   | nama |
|           | {0}  | program | P    |
|           | {1}  | program | Q    |
|           | {2}  | program | R    |
"""


@pytest.mark.parametrize("kode", [("S.1", "S.2", "S.3"), ("S1", "S2", "S3"), ("S1.1", "S1.2", "S2.1")])
def test_ringkasan_sama_bagaimanapun_sasaran_dinomori(kode: tuple[str, str, str]) -> None:
    buku = buku_md(indikator((kode[0], SATU), (kode[1], SATU), (kode[2], DUA)) + ISI.format(*kode))
    isi = [dict(b.nilai) for b in efisiensi_sasaran(buku).baris]
    assert [b.get("pagu") for b in isi] == [200, None, 100, 300]
    assert [b.get("efisiensi") for b in isi][:3] == [pytest.approx(30), None, pytest.approx(0)]
    assert [b.nilai["capaian"] for b in simpulan(buku).baris if b.nilai.get("level") == "Sasaran"] == [105, 80]


def test_bagian_depan_kode_yang_dibagi_menyebut_semua_sasarannya() -> None:
    isi = indikator(("S.1", SATU), ("S.2", DUA)) + ISI.format("S.1", "S", "S.2")
    buku = buku_md(isi)
    assert sasaran_kode(buku)["s"] == ("S.1", "S.2")
    a = alokasi(buku)
    assert [len(a.milik_sasaran(s)) for s in ("S.1", "S.2")] == [2, 2]

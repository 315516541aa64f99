"""A mean or sum of capaian typed below a table, against the capaian above it."""

from __future__ import annotations

import pytest
from buku_md import di, periksa_md

CAPAIAN = """
| Pengaturan | tahun | renstra_awal | renstra_akhir | desimal_capaian |
|            | 2024  | 2024         | 2026          | 2               |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah | iku |
|           | T1.1 | tujuan  | Naiknya layanan | Indeks layanan | Indeks | naik | tidak |
|           | S1.1 | sasaran | Mutu | Cakupan satu | % | naik | ya |
|           | S1.2 | sasaran | | Cakupan dua | % | naik | ya |
|           | S2.1 | sasaran | Tertib | Cakupan tiga | % | naik | ya |

| Pengukuran | kode | target | realisasi | capaian |
|            | T1.1 | 80 | 60 | |
|            | S1.1 | 80 | 88 | |
|            | S1.2 | 50 | 45 | 90 |
|            | S2.1 | 50 | 60 | |
|            | Rata-rata |    |    | 98,57 |

| Riwayat | kode | target_1 | realisasi_1 | capaian_1 | capaian_2 | capaian_3 |
|         | S1.1 | 80 | 88 | | 90 | 80 |
|         | S1.2 | 50 | 45 | | 95 | 84 |
|         | Rata-rata | | | 100 | 92,5 | 82 |
"""


def _buku(nama: str, angka: str) -> str:
    return CAPAIAN.replace("Rata-rata |    |    | 98,57", f"{nama} |    |    | {angka}")


@pytest.mark.parametrize(
    ("nama", "angka", "ada"),
    [
        ("Rata-rata", "98,75", []),  # 75, 110, 90, 120
        ("Rata-rata", "106,67", []),  # of the sasaran alone
        ("Rata-rata", "110", []),  # of the means of two sasaran
        ("Rata-rata capaian", "91,25", []),  # capped at 100 each
        ("Rata-rata", "98,57", ["PG-17"]),
        ("Rata-rata", "107,66", ["PG-17"]),
        ("Jumlah", "395", []),
        ("Jumlah", "359", ["PG-17"]),
        ("Rata-rata", "99", []),  # as whole as it is printed
    ],
)
def test_rata_capaian_di_bawah_tabel(nama: str, angka: str, ada: list[str]) -> None:
    semua = [
        t for t in periksa_md(_buku(nama, angka)).temuan if t.kode in ("PG-17", "LB-17") and t.lembar == "Pengukuran"
    ]
    assert [t.kode for t in semua if t.kode == "PG-17"] == ada
    assert {f"{t.lembar}!{t.sel}" for t in semua} == {di("pengukuran", "kode", 12)} | (
        {di("pengukuran", "capaian", 12)} if ada else set()
    )


def test_rata_mengikuti_capaian_yang_benar() -> None:
    """One mistyped capaian is one finding, whichever of both figures its mean was made from."""
    for rata in ("98,75", "101"):
        semua = periksa_md(_buku("Rata-rata", rata).replace("45 | 90 |", "45 | 99 |")).temuan
        assert [t.kode for t in semua if t.kode.startswith("PG-") and t.lembar == "Pengukuran"] == ["PG-01"]


def test_rata_capaian_tahun_lalu() -> None:
    """Each earlier year by itself."""
    semua = periksa_md(CAPAIAN.replace("92,5 | 82", "92,5 | 28")).temuan
    assert [f"{t.lembar}!{t.sel}" for t in semua if t.kode == "PG-17"] == [
        di("pengukuran", "capaian", 12),
        di("riwayat", "capaian_3", 10),
    ]

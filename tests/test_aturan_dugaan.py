"""The one slip that explains a wrong sum: named with its cell, and only where no other slip explains it too."""

from __future__ import annotations

import pytest
from buku_md import di, temuan_gawat

from lkjip_xl.validasi.aturan.dugaan import DIGIT, KOLOM_LAIN, NOL, TERSALIN, sebab_jumlah


@pytest.mark.parametrize(
    ("induk", "anak", "lain", "sebab"),
    [
        (8725, [4752, 4000], [None, None], None),  # the parent or its first row: nothing is said
        (8752, [4726, 3999], [None, None], (DIGIT, None)),
        (8000, [4500, 3050], [None, None], (DIGIT, 1)),
        (650, [500, 1500], [None, None], (NOL, 1)),
        (2000, [500, 150], [None, None], (NOL, 1)),
        (700, [700, 310], [None, None], (TERSALIN, 0)),
        (700, [310, 405], [None, 390], (KOLOM_LAIN, 1)),
        (700, [310, 391], [None, None], None),
        (700, [None, 391], [None, None], None),
    ],
)
def test_sebab_jumlah(induk: float, anak: list, lain: list, sebab: object) -> None:
    assert sebab_jumlah(induk, anak, lain) == sebab


def test_lebih_dari_satu_sebab_tidak_disebut() -> None:
    assert sebab_jumlah(42, [21, 30], [None, None]) == (DIGIT, 0)
    assert sebab_jumlah(33, [21, 21], [None, None]) is None


@pytest.mark.parametrize(("rincian", "disebut"), [("3.050", True), ("3.117", False)])
def test_sel_penyebab_disebut_di_saran(rincian: str, disebut: bool) -> None:
    (t,) = temuan_gawat(f"""
    | Anggaran | no | level | nama | pagu |
    | | 1 | program | P | 8.000 |
    | | 1.1 | kegiatan | K | 4.500 |
    | | 1.2 | kegiatan | L | {rincian} |
    """)
    assert t.kode == "AG-04"
    assert (di("anggaran", "pagu", 10) in t.saran) is disebut


TUKAR = """
    | Anggaran | no | level | nama | pagu |
    | | 1 | program | P | 500 |
    | | 1.1 | kegiatan | K | 320 |
    | | 1.2 | kegiatan | L | {a} |
    | | 2 | program | Q | 900 |
    | | 2.1 | kegiatan | M | 411 |
    | | 2.2 | kegiatan | N | {b} |
    """


@pytest.mark.parametrize(("a", "b", "temuan"), [("489", "180", 2), ("180", "489", 0), ("489", "179", 2)])
def test_dua_baris_tertukar_disebut(a: str, b: str, temuan: int) -> None:
    """The figures of L and N changed places: both sums are wrong, and both findings name both cells."""
    hasil = temuan_gawat(TUKAR.format(a=a, b=b))
    assert [t.kode for t in hasil] == ["AG-04"] * temuan
    tertukar = b == "180" and temuan
    for t in hasil:
        sel = {f"{x}!{y}" for x, y in t.sel_terkait}
        assert ({di("anggaran", "pagu", 10), di("anggaran", "pagu", 13)} <= sel) is bool(tertukar)


HILANG = """
    | Anggaran | no | level | nama | pagu |
    | | 1 | program | P | 500 |
    | | 1.1 | kegiatan | K | 320 |

    | PK Program | versi | level | nama | anggaran |
    | | murni | program | P | 500 |
    | | murni | kegiatan | K | 320 |
    | | murni | kegiatan | {nama} | {pagu} |
    """


@pytest.mark.parametrize(
    ("nama", "pagu", "disebut"), [("Layanan L", "180", True), ("Layanan L", "170", False), ("K", "180", False)]
)
def test_baris_yang_hanya_ada_di_lembar_lain_disebut(nama: str, pagu: str, disebut: bool) -> None:
    t = next(
        t for t in temuan_gawat(HILANG.format(nama=nama, pagu=pagu)) if t.lembar == "Anggaran" and t.kode == "AG-04"
    )
    assert (tuple(di("pk_program", "anggaran", 10).split("!")) in t.sel_terkait) is disebut


@pytest.mark.parametrize(
    ("teks", "rumus"),
    [
        (
            "| T-C.27 | kode | level | nama | sifat | rp_1 | rp_2 | rp_akhir |\n| | 1 | program | P | | 10 | 20 | 40 |",
            "10 + 20",
        ),
        (
            "| Aset | nama | saldo_awal | bertambah | berkurang | saldo_akhir |\n| | Tanah | 10 | 5 | 3 | 13 |",
            "10 + 5 − 3",
        ),
        ("| Pegawai | dimensi | uraian | jumlah | kebutuhan | selisih |\n| | Jabatan | A | 5 | 7 | 2 |", "5 − 7"),
        (
            "| Belanja | tahun | jenis | anggaran | realisasi | serapan |\n| | 2024 | Pegawai | 200 | 150 | 57 |",
            "150 / 200 × 100",
        ),
    ],
)
def test_rumus_dengan_angkanya_di_pesan(teks: str, rumus: str) -> None:
    assert any(rumus in t.pesan for t in temuan_gawat(teks)), [t.pesan for t in temuan_gawat(teks)]


@pytest.mark.parametrize(
    ("arah", "isi", "rumus"),
    [
        ("naik", "75 | 76,99 | 110", "76,99 / 75 × 100"),
        ("turun", "4,77 | 5,46 | 110", "(2 × 4,77 − 5,46) / 4,77 × 100"),
        ("turun-rasio", "2,71 | 2,76 | 110", "2,71 / 2,76 × 100"),
        ("rentang", "3–5 | 6 | 110", "(2 × 5 − 6) / 5 × 100"),
        ("rentang", "3–5 | 2 | 110", "2 / 3 × 100"),
    ],
)
def test_rumus_capaian_menurut_arah(arah: str, isi: str, rumus: str) -> None:
    teks = f"""
    | Indikator | kode | jenjang | indikator | satuan | arah |
    | | S1.1 | sasaran | A | % | {arah} |

    | Pengukuran | kode | target | realisasi | capaian |
    | | S1.1 | {isi} |
    """
    assert any(rumus in t.pesan for t in temuan_gawat(teks) if t.kode in ("PG-01", "PG-02"))

"""Rp of an indicator and of a sasaran: mapped rows, what stands below them once, programmes once."""

from __future__ import annotations

import pytest
from buku_md import buku_md

from lkjip_xl.ringkasan.alokasi import Rupiah, alokasi
from lkjip_xl.ringkasan.kelompok import kode_sasaran

ANGGARAN = """
| Anggaran | no  | kode    | level       | nama        | pagu | realisasi_rp |
|          |     |         | bidang      | Ketenaga    | 1000 | 900          |
|          | 1   | 2.07.02 | program     | Penempatan  | 600  | 500          |
|          | 1.1 |         | kegiatan    | Antar Kerja | 400  | 350          |
|          |     |         | subkegiatan | Job  Fair   | 100  | 90           |
|          | 2   | 2.07.03 | program     | Pelatihan   | 400  | 400          |
|          | 2.1 |         | kegiatan    | Kompetensi  | 300  |              |

"""


def peta(*baris: str):
    kepala = "| Penunjang | kode | kode_program | level | nama | menunjang |\n"
    return alokasi(buku_md(ANGGARAN + kepala + "\n".join(f"| | {b} |" for b in baris)))


@pytest.mark.parametrize(
    ("baris", "rupiah"),
    [
        (["S1.1 | | program | Penempatan | ya"], (600, 500)),
        (["S1.1 | | program | Penempatan | ya", "S1.1 | | kegiatan | Antar Kerja | ya"], (600, 500)),
        (["S1.1 | | subkegiatan | Job Fair | ya", "S1.1 | | program | Penempatan | ya"], (600, 500)),
        (["S1.1 | | program | Penempatan | ya", "S1.1 | | program | PENEMPATAN | ya"], (600, 500)),
        (["S1.1 | | kegiatan | Antar Kerja | ya", "S1.1 | | kegiatan | Kompetensi | ya"], (700, 350)),
        (["S1.1 | 2.07.3 | | lain namanya | ya"], (400, 400)),  # by kode, zeros apart
        (["S1.1 | 1.1 | program | Pelatihan | ya"], (400, 350)),  # the number goes before the name
        (["S1.1 | 9.9 | kegiatan | Kompetensi | ya"], (300, None)),  # no such number: by level and name
        (["S1.1 | | | job fair | tidak"], (100, 90)),  # without level; "tidak menunjang" is mapped all the same
        (["S1.1 | | kegiatan | Penempatan | ya"], (None, None)),  # that name has another level
        (["S1.2 | | program | Penempatan | ya"], (None, None)),
    ],
)
def test_rupiah_indikator(baris: list[str], rupiah: tuple) -> None:
    a = peta(*baris)
    assert a.rupiah(a.milik_indikator("s1.1")) == Rupiah(*rupiah)


def test_rupiah_sasaran_adalah_gabungan_baris_sasaran_dan_indikatornya() -> None:
    a = peta(
        "S1 | | kegiatan | Kompetensi | ya",
        "S1.1 | | program | Penempatan | ya",
        "S1.2 | | program | Penempatan | ya",
        "S10.1 | | program | Pelatihan | ya",
    )
    assert a.rupiah(a.milik_sasaran("S1")) == Rupiah(900, 500)
    assert a.rupiah(a.milik_indikator("S1")) == Rupiah(300, None)
    assert a.rupiah(a.milik_sasaran("S10")) == Rupiah(400, 400)


def test_seluruh_program_sekali_tanpa_baris_di_atasnya() -> None:
    a = peta("S1.1 | | program | Penempatan | ya")
    assert a.rupiah(a.program()) == Rupiah(1000, 900)
    assert [a.baris[b]["nama"] for b in a.program()] == ["Penempatan", "Pelatihan"]
    assert a.rupiah(a.program()).serapan == 90


def test_kegiatan_tanpa_program_ikut_jumlah() -> None:
    a = alokasi(
        buku_md("""
        | Anggaran | level    | nama | pagu |
        |          | kegiatan | A    | 5    |
        |          | program  | B    | 7    |
        |          | kegiatan | C    | 7    |
    """)
    )
    assert a.rupiah(a.program()) == Rupiah(12, None)


def test_program_beberapa_indikator_terpeta_seluruhnya() -> None:
    a = alokasi(
        buku_md("""
        | Anggaran | no | level    | nama | pagu |
        |          | 1  | program  | A    |      |
        |          |    | program  | A    | 7    |
        |          |    | kegiatan | K    | 7    |
        |          | 2  | program  | A    | 5    |

        | Penunjang | kode | level   | nama |
        |           | S1.1 | program | A    |
    """)
    )
    assert a.rupiah(a.milik_indikator("S1.1")) == Rupiah(7, None)
    assert a.dengan_bawahan(a.milik_indikator("S1.1")) == [8, 9, 10]


def test_bawahan_baris_terpeta() -> None:
    a = peta("S1.1 | | kegiatan | Antar Kerja | ya")
    assert [a.baris[b]["nama"] for b in a.dengan_bawahan(a.milik_sasaran("S1"))] == ["Antar Kerja", "Job Fair"]


def test_kode_sasaran() -> None:
    assert [kode_sasaran(k) for k in ("S3.1", "S3", "S1.2.1")] == ["S3", "S3", "S1.2"]

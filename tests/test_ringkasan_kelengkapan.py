"""The sheet Kelengkapan: what an indicator can show, and the very cell that is missing."""

from __future__ import annotations

import io

import openpyxl
import pytest
from buku_md import buku_md, skema_uji

from lkjip_xl.excel.protokol import pesan
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.lembar.buku_ringkasan import bangun_buku
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.ringkasan.kelengkapan import ADA, ANGGARAN, BANDING, LHE, TIADA
from lkjip_xl.ringkasan.model import BarisRingkas

LEMBAR = "Kelengkapan"
INDIKATOR = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Satu       | a         | %      | naik |
|           | S1.2 | sasaran |            | b         | %      | naik |

"""
UKUR = """
| Pengukuran | kode | target | realisasi |
|            | S1.1 | 10     | 10        |
|            | S1.2 | 10     | 5         |

"""
LENGKAP = (
    INDIKATOR
    + UKUR
    + """
| Riwayat | kode | realisasi_1 |
|         | S1.2 | 4           |
|         | S1.1 | 9           |

| Renstra | kode | target_akhir |
|         | S1.1 | 12           |
|         | S1.2 | 12           |

| Pembanding | kode | jenis    | nama      | nilai |
|            | S1.1 | nasional | Indonesia | 8     |
|            | S1.2 | nasional | Indonesia | 8     |

| Analisis | kode | pendorong | penghambat | solusi |
|          | S1.1 | baik      |            |        |
|          | S1.2 |           | kurang     | tambah |

| Anggaran | no | level   | nama | pagu | realisasi_rp |
|          | 1  | program | P    | 100  | 90           |

| Penunjang | kode | level   | nama |
|           | S1   | program | P    |

| LHE Rekomendasi | rekomendasi | tindak_lanjut |
|                 | perbaiki    | sudah         |
"""
)


def baris(isi: str) -> dict[str, BarisRingkas]:
    return {str(b.nilai.get("indikator")): b for b in RINGKASAN[LEMBAR](buku_md(isi)).baris}


def test_buku_lengkap() -> None:
    semua = baris(LENGKAP)
    for nama in "ab":
        assert [semua[nama].nilai[k] for k, _ in (*BANDING, (ANGGARAN, ""))] == [ADA] * 8
        assert not semua[nama].tautan
    assert (semua["Seluruh laporan"].nilai[LHE], semua["Seluruh laporan"].nilai[ANGGARAN]) == (ADA, ADA)
    assert {semua["Indikator yang lengkap"].nilai[k] for k, _ in BANDING} == {"2 dari 2"}


@pytest.mark.parametrize(("lama", "baru", "indikator", "kolom", "sel"), [
    ("| S1.2 | 10     | 5         |", "| S1.2 | 10     |           |", "b", "target_realisasi", "Pengukuran!N9"),
    ("| S1.2 | 4           |", "| S1.2 |             |", "b", "tahun_lalu", "Riwayat!E8"),
    ("|         | S1.2 | 12           |\n", "", "b", "akhir_renstra", "Renstra!A9"),
    ("| S1.1 | nasional | Indonesia | 8     |", "| S1.1 | nasional | Indonesia |       |", "a", "standar", "Pembanding!H8"),
    ("| S1.1 | baik      |            |        |", "| S1.1 |           | kurang     | tambah |", "a", "analisis", "Analisis!C8"),
    ("kurang     | tambah |", "kurang     |        |", "b", "analisis", "Analisis!E9"),
    ("| 100  | 90           |", "| 100  |              |", "a", "efisiensi", "Anggaran!Q8"),
    ("| 100  | 90           |", "| 100  |              |", "Seluruh laporan", ANGGARAN, "Anggaran!Q8"),
    ("| S1   | program | P    |", "| S9   | program | P    |", "b", "penunjang", "Penunjang!A9"),
    ("| perbaiki    | sudah         |", "| perbaiki    |               |", "Seluruh laporan", LHE, "LHE Rekomendasi!D8"),
])  # fmt: skip
def test_sel_yang_kurang(lama: str, baru: str, indikator: str, kolom: str, sel: str) -> None:
    assert lama in LENGKAP
    isi = LENGKAP.replace(lama, baru)
    b, buku = baris(isi)[indikator], buku_md(isi)
    assert b.nilai[kolom] == sel
    lembar, _, alamat = sel.partition("!")
    assert b.tautan[kolom] == f"'{lembar}'!{alamat}"
    t = next(t for t in buku.tabel.values() if t.lembar == lembar)
    nama = next(k for k, c in t.letak.items() if alamat.startswith(openpyxl.utils.get_column_letter(c)))
    letak = int(alamat.strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    assert not t.terpakai(letak) or t.nilai(letak, nama) is None


def test_dinyatakan_tidak_ada_bukan_kekurangan() -> None:
    b = baris(LENGKAP.replace("| S1.2 | 4           |", "| S1.2 | N/A         |"))
    assert b["b"].nilai["tahun_lalu"] == TIADA and "tahun_lalu" not in b["b"].tautan
    assert b["Indikator yang lengkap"].nilai["tahun_lalu"] == "2 dari 2"


def test_hanya_pengukuran() -> None:
    b = baris(INDIKATOR + UKUR)
    harap = [ADA, "Riwayat!A8", "Renstra!A8", "Pembanding!A8", "Analisis!A8", *["Penunjang!A8"] * 2]
    assert [b["a"].nilai[k] for k, _ in BANDING] == harap
    assert b["Seluruh laporan"].nilai[LHE] == "LHE Rekomendasi!C8"


def test_tak_terdefinisi_dan_galat() -> None:
    b = baris(INDIKATOR + UKUR.replace("| S1.2 | 10     | 5 ", "| S1.2 | 0      | 5 "))
    assert b["b"].nilai["target_realisasi"] == "Pengukuran!P9"
    b = baris(INDIKATOR + UKUR.replace("| S1.2 | 10     | 5     ", "| S1.2 | 10     | #REF! "))
    assert b["b"].nilai["target_realisasi"] == "Pengukuran!N9"
    assert not any(isinstance(x, Galat) for r in b.values() for x in r.nilai.values())


def test_lembar_hilang_disebut_tanpa_tautan() -> None:
    buku = buku_md(INDIKATOR + UKUR, tanpa=("riwayat",))
    b = RINGKASAN[LEMBAR](buku).baris[0]
    assert "Riwayat" in b.nilai["tahun_lalu"] and "tahun_lalu" not in b.tautan


def test_tautan_di_lembar_dan_di_tombol() -> None:
    wb = bangun_buku(buku_md(INDIKATOR + UKUR))
    penampung = io.BytesIO()
    wb.save(penampung)
    ws = openpyxl.load_workbook(penampung)[LEMBAR]
    tautan = {c.hyperlink.location for r in ws.iter_rows() for c in r if c.hyperlink}
    assert {"'Riwayat'!A8", "'LHE Rekomendasi'!C8"} <= tautan
    assert {x.split("!")[0].strip("'") for x in tautan} <= {
        "Petunjuk",
        *(s.lembar for s in skema_uji().lembar.values()),
    }
    assert sum(b.startswith("rumus\t") for b in pesan("selesai", "", [wb[LEMBAR]]).splitlines()) == len(
        [c for r in ws.iter_rows() for c in r if c.hyperlink]
    )

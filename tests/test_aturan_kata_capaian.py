"""Words against the capaian beside them, letters of SAKIP against their figure, a result carried over from last year."""

from __future__ import annotations

import pytest
from buku_md import di, periksa_md, semua

from lkjip_xl.inti.temuan import Tingkat

KATA = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | A          | {nama}    | {s}    | {a}  |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | {t}    | {r}       | {c}     |
"""
CAPAIAN, TARGET, REALISASI = (di("pengukuran", k) for k in ("capaian", "target", "realisasi"))


@pytest.mark.parametrize(
    ("t", "r", "c", "a", "ada"),
    [
        ("WTP", "WDP", "100", "naik", True),
        ("WTP", "Wajar Dengan Pengecualian", "100", "naik", True),
        ("WTP", "WDP", "75", "naik", False),
        ("WTP", "WTP", "100", "naik", False),
        ("WDP", "WTP", "75", "naik", True),
        ("BB", "A", "116,67", "naik", False),
        ("BB (70,5)", "B (65,2)", "100", "naik", True),
        ("Level 3", "Level 2", "100", "naik", True),
        ("Level III", "Level 3", "100", "naik", False),
        ("Nindya", "Madya", "100", "naik", True),
        ("Sangat Baik", "Menuju Informatif", "100", "naik", False),
        ("Peringkat 10", "Peringkat 8", "125", "naik", False),
        ("Tinggi", "Rendah", "100", "turun", False),
    ],
)
def test_capaian_menurut_urutan_kata(t: str, r: str, c: str, a: str, ada: bool) -> None:
    teks = KATA.format(nama="Opini atau predikat", s="predikat", a=a, t=t, r=r, c=c)
    assert semua(teks, "KW-31") == ([("KW-31", CAPAIAN)] if ada else [])


@pytest.mark.parametrize(
    ("nama", "r", "ada"),
    [
        ("Nilai SAKIP", "66,20 (BB)", True),
        ("Nilai SAKIP", "66,20 (B)", False),
        ("Nilai SAKIP", "BB (66,20)", True),
        ("Nilai SAKIP", "70,00 (BB)", False),
        ("Nilai SAKIP", "70,00 (B)", False),
        ("Nilai AKIP", "80,15/BB", True),
        ("Rata-rata Nilai SAKIP perangkat daerah", "66,20 (BB)", False),
        ("Nilai pengawasan kearsipan", "66,20 (BB)", False),
    ],
)
def test_huruf_di_samping_nilai_sakip(nama: str, r: str, ada: bool) -> None:
    teks = KATA.format(nama=nama, s="Nilai", a="naik", t="65", r=r, c="")
    assert semua(teks, "LH-02") == ([("LH-02", REALISASI)] if ada else [])


@pytest.mark.parametrize(("a", "c", "tingkat"), [("turun", "100", Tingkat.PERINGATAN), ("turun", "0", Tingkat.CATATAN), ("naik", "100", Tingkat.CATATAN)])  # fmt: skip
def test_target_nol_yang_meleset_tidak_tercapai(a: str, c: str, tingkat: Tingkat) -> None:
    pk = "\n| PK | versi | kode | target |\n| | murni | S1.1 | 0 |\n"
    (t,) = (
        x
        for x in periksa_md(KATA.format(nama="Jumlah hal", s="kasus", a=a, t="", r="2", c=c) + pk).temuan
        if x.kode == "PG-07"
    )
    assert t.tingkat is tingkat


LALU = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah | sifat |
|           | S1.1 | sasaran | A          | Hal       | {s}    | naik | {sifat} |

| Pengukuran | kode | target | realisasi | tahun_data |
|            | S1.1 | 100    | {r}       | {tahun}    |

| Riwayat | kode | realisasi_1 |
|         | S1.1 | {lalu}      |
"""


@pytest.mark.parametrize(
    ("sifat", "r", "lalu", "tahun", "tingkat"),
    [
        ("akhir", "70,90", "70,90", "", [Tingkat.CATATAN]),
        ("akhir", "70,90", "70,90", "2024", []),
        ("akhir", "70,90", "70,91", "", []),
        ("akhir", "100", "100", "", []),
        ("jumlah", "298.761", "298.761", "", [Tingkat.PERINGATAN]),
        ("jumlah", "300.000", "300.000", "", []),
    ],
)
def test_realisasi_tahun_lalu_terbawa(sifat: str, r: str, lalu: str, tahun: str, tingkat: list) -> None:
    teks = LALU.format(s="ton", sifat=sifat, r=r, lalu=lalu, tahun=tahun)
    assert [t.tingkat for t in periksa_md(teks).temuan if t.kode == "KW-30"] == tingkat


def test_huruf_di_setiap_lembar() -> None:
    """A mark and its letters contradict wherever they are typed; what an issued document says is a note."""
    teks = """
| Indikator | kode | jenjang | pernyataan | indikator         | satuan | arah |
|           | S1.1 | sasaran | A          | Nilai SAKIP Dinas | Nilai  | naik |

| Renstra | kode | target_1  | target_2   |
|         | S1.1 | 66,20 (B) | 68,00 (BB) |

| PK | versi | kode | target     |
|    | murni | S1.1 | 71,50 (BB) |

| Pengukuran | kode | target     | realisasi |
|            | S1.1 | 71,50 (BB) | 72,10 (A) |

| Riwayat | kode | realisasi_1 |
|         | S1.1 | 61,50 (B)   |
"""
    tingkat = {f"{t.lembar}!{t.sel}": t.tingkat for t in periksa_md(teks).temuan if t.kode == "LH-02"}
    assert tingkat == {
        di("pengukuran", "realisasi"): Tingkat.PERINGATAN,
        di("renstra", "target_2"): Tingkat.CATATAN,
    }

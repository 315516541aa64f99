"""Halves of the year: beside each other each is what was reached by its last quarter; one of them alone is asked."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import UANG, UKUR, isi


@pytest.mark.parametrize("sebut", ["Semester I|Semester II", "Smt. 1|Smt. 2", "SEMESTER 1|SEMESTER 2"])
def test_dua_semester_berdampingan(sebut: str) -> None:
    a, z = sebut.split("|")
    r = ambil(buku(), f"""No | Indikator Kinerja | Satuan | Target | {a} | < | {z} | <
^ | ^ | ^ | ^ | Target | Realisasi | Target | Realisasi
1 | Jumlah dokumen | Dokumen | 12 | 6 | 5 | 6 | 7
2 | Persentase sempadan tertata | % | 70 | 60 | 61 | 70 | 71""", UKUR)  # fmt: skip
    assert isi(r, "triwulan", "tw", "target", "realisasi") == [
        ("II", 6.0, 5.0), ("IV", 6.0, 7.0), ("II", 60.0, 61.0), ("IV", 70.0, 71.0),
    ]  # fmt: skip
    assert isi(r, "pengukuran", "target") == [(12.0,), (70.0,)]


def test_semester_di_samping_angka_setahun() -> None:
    r = ambil(buku(), """No | Indikator Kinerja | Satuan | Target | Realisasi Semester I | Realisasi Semester II | Realisasi 2024
1 | Jumlah dokumen | Dokumen | 12 | 6 | 5 | 11""", UKUR)  # fmt: skip
    assert isi(r, "pengukuran", "target", "realisasi") == [(12.0, 11.0)]
    assert isi(r, "triwulan", "tw", "realisasi") == [("II", 6.0), ("IV", 5.0)]


def test_satu_semester_saja_tetap_ditanyakan() -> None:
    r = ambil(buku(), """No | Indikator Kinerja | Satuan | Target | Realisasi Semester I
1 | Jumlah dokumen | Dokumen | 12 | 6""", UKUR)  # fmt: skip
    assert isi(r, "pengukuran", "target", "realisasi") == [(12.0, None)]
    assert not isi(r, "triwulan", "tw")


@pytest.mark.parametrize("jumlah", ["Total Realisasi (Rp)", "Jumlah Realisasi (Rp)"])
def test_uang_per_semester_dan_jumlahnya(jumlah: str) -> None:
    r = ambil(buku(), f"""No | Program | Pagu (Rp) | Realisasi Semester I (Rp) | Realisasi Semester II (Rp) | {jumlah} | %
1 | Program Sungai | 1.000.000.000 | 400.000.000 | 500.000.000 | 900.000.000 | 90
2 | Program Laut | 500.000.000 | 100.000.000 | 300.000.000 | 400.000.000 | 80""", UANG)  # fmt: skip
    assert isi(r, "anggaran", "pagu", "realisasi_rp") == [(1e9, 9e8), (5e8, 4e8)]

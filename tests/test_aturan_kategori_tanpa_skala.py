"""Categories typed where the workbook has no scale."""

from __future__ import annotations

import pytest
from buku_md import di, semua

KEPALA = "| Indikator | kode | jenjang | indikator | satuan | arah |\n"
UKUR = "\n\n| Pengukuran | kode | target | realisasi | kategori |\n"
SKALA = "\n\n| Skala Kategori | batas | tanda | kategori |\n| | 90 | >= | Baik |\n| | | | Kurang |"


def teks(*isi: tuple[int, str], arah: str = "naik", skala: str = "") -> str:
    indikator = "\n".join(f"| | S1.{n} | sasaran | A{n} | orang | {arah} |" for n, _ in enumerate(isi, 1))
    ukur = "\n".join(f"| | S1.{n} | 100 | {x} | {k} |" for n, (x, k) in enumerate(isi, 1))
    return KEPALA + indikator + UKUR + ukur + skala


URUT = ((70, "Kurang"), (80, "Kurang"), (90, "Baik"), (95, "Baik"))


@pytest.mark.parametrize(
    ("isi", "arah", "skala", "kode", "baris"),
    [
        (URUT, "naik", "", "SK-09", 8),
        (URUT, "naik", SKALA, None, 8),
        (((70, ""), (80, ""), (90, ""), (95, "")), "naik", "", None, 8),
        (((70, "Kurang"), (80, "Baik"), (85, "Kurang"), (86, "Kurang"), (99, "Sangat Baik")), "naik", "", "PG-16", 9),
        # of two nobody knows which is odd; better low than high is another scale
        (((70, "Kurang"), (80, "Baik"), (85, "Kurang"), (99, "Baik")), "naik", "", "SK-09", 8),
        (((70, "Kurang"), (80, "Baik"), (85, "Kurang"), (86, "Kurang")), "turun", "", "SK-09", 8),
        (((70, "Kurang"), (80, "Baik"), (85, "Kurang")), "naik", "", "SK-09", 8),
    ],
)
def test_kategori(isi, arah, skala, kode, baris) -> None:
    harap = [(kode, di("pengukuran", "kategori", baris))] if kode else []
    assert semua(teks(*isi, arah=arah, skala=skala), "SK-09", "PG-16") == harap


@pytest.mark.parametrize(
    ("isi", "lain", "ada"),
    [
        ((70, ""), "", True),
        (("", ""), "", False),
        ((70, "Kurang"), "", False),
        ((70, ""), SKALA, False),
        ((70, ""), "\n\n| Pengaturan | skala_capaian |\n| | 4 kategori: ≥100 / ≥75 / ≥55 |", False),
    ],
)
def test_skala_belum_dipilih(isi, lain, ada) -> None:
    """Silent blanks in the column Kategori are said once, where there is a capaian to have one."""
    harap = [("SK-32", di("pengaturan", "skala_capaian"))] if ada else []
    assert semua(teks(isi, skala=lain), "SK-32") == harap

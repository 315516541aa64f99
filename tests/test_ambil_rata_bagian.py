"""Means of a sasaran's rows, means a last digit apart, totals that stand below two columns: no contradiction where there is none."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil

NAMA = "Indeks mutu air", "Persentase sempadan tertata", "Produktivitas padi", "Panjang sungai bersih"


def _beda(teks: str, judul: str = "Capaian Kinerja Tahun 2024") -> list[tuple[float, float]]:
    return [(t.nilai, t.seharusnya) for t in ambil(buku(), teks, judul).temuan if t.kode == "AB-06"]


BAGIAN = f"""Indikator | Target | Realisasi | Capaian
Sasaran 1: Kualitas air meningkat | < | < | <
{NAMA[0]} | 100 | 90 | 90
{NAMA[1]} | 100 | 100 | 100
Rata-rata capaian sasaran 1 | | | {{}}
Sasaran 2: Produksi meningkat | < | < | <
{NAMA[2]} | 100 | 110 | 110
{NAMA[3]} | 100 | 120 | 120
Rata-rata capaian sasaran 2 | | | {{}}"""


@pytest.mark.parametrize(
    ("satu", "dua", "harap"),
    [("95", "115", []), ("95", "105", []), ("95", "112", [(112.0, 115.0)]), ("99", "115", [(99.0, 95.0)])],
)
def test_rata_rata_tiap_sasaran(satu: str, dua: str, harap: list[tuple[float, float]]) -> None:
    """A mean is of its sasaran, or of all so far."""
    assert _beda(BAGIAN.format(satu, dua)) == harap


@pytest.mark.parametrize(("tercetak", "harap"), [("95,88", []), ("95,89", []), ("95,86", [(95.86, 95.89)])])
def test_rata_rata_satu_angka_terakhir(tercetak: str, harap: list[tuple[float, float]]) -> None:
    teks = f"Indikator | Target | Realisasi | Capaian\n{NAMA[0]} | 100 | 91,77 | 91,77\n{NAMA[1]} | 100 | 100 | 100\nRata-rata | | | {tercetak}"
    assert _beda(teks) == harap


@pytest.mark.parametrize(
    ("jumlah", "harap"), [("20 | <", []), ("13 | 7", []), ("19 | <", [(19.0, 20.0)]), ("20 | ", [(20.0, 13.0)])]
)
def test_jumlah_di_bawah_dua_kolom(jumlah: str, harap: list[tuple[float, float]]) -> None:
    """One total of men and women, its cell merged over both."""
    teks = f"Golongan | Laki-laki | Perempuan\nIII | 9 | 5\nII | 4 | 2\nJumlah | {jumlah}"
    assert _beda(teks, "Jumlah Pegawai menurut Golongan") == harap

"""A capaian of earlier years without target and realisasi beside it: what was realised, or a percentage."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from rencana_ambil import isi, kolom_ditanya
from tabel_asing import tabel_asing

from lkjip_xl.rencana import Rencana, rencanakan

KEPALA = "Indikator Kinerja Utama | Capaian: 2022 | Capaian: 2023 | 2024: Target | 2024: Realisasi | 2024: % realisasi"


def _ambil(*baris: str, ya: bool = False) -> Rencana:
    t = tabel_asing("Capaian Kinerja Tahun 2024", "\n".join((KEPALA, *baris)))
    r = rencanakan(buku(), [t], kisi=t.kisi)
    return rencanakan(buku(), [t], {p.id: True for p in r.pertanyaan}, kisi=t.kisi) if ya else r


@pytest.mark.parametrize(
    "baris", ["Produksi padi | 3.100 | 3.150 | 3.200 | 3.180 | 99,38", "Indeks air | 0,94 | 70 | 0,79 | 62 | -"]
)
def test_ukuran_angka_menunjukkan_realisasi(baris: str) -> None:
    """No capaian is 3.100 %, nor 0,94 % beside 70 %: of all rows of the table, also of those that alone would not tell."""
    r = _ambil("Indeks udara | 98,74 | 98,77 | 97,72 | 98,07 | 100,36", baris)
    assert kolom_ditanya(r) == [] and isi(r, "riwayat", "realisasi_2", "realisasi_1")[0] == (98.74, 98.77)


def test_ukuran_angka_menunjukkan_persentase() -> None:
    r = _ambil(
        "Produksi padi | 98,5 | 101,2 | 3.200 | 3.180 | 99,38", "Indeks udara | 98,74 | 98,77 | 97,72 | 98,07 | 100,36"
    )
    assert kolom_ditanya(r) == [] and {k.kolom for k in r.tabel[0].kolom.values()} >= {"capaian_1", "capaian_2"}
    assert all(x == (None, None) for x in isi(r, "riwayat", "realisasi_1", "realisasi_2"))


@pytest.mark.parametrize(
    "baris",
    [
        ("Indeks udara | 98,74 | 98,77 | 97,72 | 98,07 | 100,36",),
        ("Indeks udara | 0,94 | 0,97 | 0,79 | 0,92 | -",),  # may be 94 % without its format
        ("Produksi padi | 3.100 | 3.150 | 3.200 | 3.180 | 99,38", "Produksi teh | 98 | 97 | 3.200 | 3.180 | 99,38"),
    ],
)
def test_selain_itu_satu_pertanyaan(baris: tuple[str, ...]) -> None:
    """One question for all of them, which proposes what the figures are nearer to."""
    r = _ambil(*baris)
    assert len(kolom_ditanya(r)) == 1 and isi(r, "riwayat", "realisasi_1") in ([], [(None,)] * len(baris))


def test_jawaban_ya_berlaku_untuk_semua_kolomnya() -> None:
    r = _ambil("Indeks udara | 98,74 | 98,77 | 97,72 | 98,07 | 100,36", ya=True)
    assert isi(r, "riwayat", "realisasi_2", "realisasi_1") == [(98.74, 98.77)]

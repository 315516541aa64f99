"""The same table twice in one frame, for last year and this one: side by side without a gap, or one below the other."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import isi

from lkjip_xl.rencana import Nasib, Rencana

JUDUL = "Tabel 3.3 Perbandingan Capaian Kinerja"
BERDAMPINGAN = """Capaian {a} | < | < | < | Capaian {b} | < | < | <
Indikator | Target | Realisasi | % | Indikator | Target | Realisasi | %
Produksi padi (ton) | 1.100 | 1.090 | 99,09 | Produksi padi (ton) | 1.200 | 1.260 | 105
Luas panen (ha) | 700 | 710 | 101,43 | Luas panen (ha) | 800 | 810 | 101,25"""
BERTUMPUK = """TAHUN {a} | < | < | < | <
No | Indikator Kinerja | Satuan | Target | Realisasi
1 | Produksi padi | ton | {x} | {y}
2 | Luas panen | ha | {p} | {q}
TAHUN {b} | < | < | < | <
No | Indikator Kinerja | Satuan | Target | Realisasi
1 | Produksi padi | ton | {z} | {w}
2 | Luas panen | ha | {r} | {s}"""
KINI = {"x": "1.200", "y": "1.260", "p": "800", "q": "810"}
LALU = {"z": "1.100", "w": "1.090", "r": "700", "s": "710"}


def periksa(r: Rencana) -> None:
    assert isi(r, "pengukuran", "target", "realisasi") == [(1200.0, 1260.0), (800.0, 810.0)]
    assert isi(r, "riwayat", "target_1", "realisasi_1") == [(1100.0, 1090.0), (700.0, 710.0)]
    assert not [s for s in r.sel if s.nasib in (Nasib.BENTROK, Nasib.RAGU)]


@pytest.mark.parametrize(("a", "b"), [("Tahun 2023", "Tahun 2024"), ("Tahun n-1", "Tahun n"), ("2023", "2024")])
def test_berdampingan_tanpa_sela(a: str, b: str) -> None:
    judul = f"{JUDUL} Tahun 2024" if "n" in a.split()[-1] else JUDUL
    periksa(ambil(buku(), BERDAMPINGAN.format(a=a, b=b), judul))


def test_bertumpuk_dengan_kepala_berulang() -> None:
    """Whichever year comes first: the rows below the second year are of that."""
    periksa(ambil(buku(), BERTUMPUK.format(a=2024, b=2023, **KINI, **LALU), JUDUL))
    tukar = dict(zip("xypqzwrs", [*LALU.values(), *KINI.values()], strict=True))
    periksa(ambil(buku(), BERTUMPUK.format(a=2023, b=2024, **tukar), JUDUL))


KERTAS_KERJA = """LKJIP TAHUN n-1 | < | < | < | < | RENCANA KERJA TAHUN n | < | < | < | < | < | <
NO | Sasaran Strategis | Indikator Kinerja | Target | Realisasi | NO | Sasaran Strategis | Indikator Kinerja | Target Tahun n | Target/TB | < | <{lagi}
^ | ^ | ^ | Tahun n-1 | Tahun n-1 | ^ | ^ | ^ | ^ | 1 | 2 | 3{empat}
1 | Meningkatnya panen | Produksi padi (ton) | 1.100 | 1.090 | 1 | Meningkatnya panen | Produksi padi (ton) | 1.200 | 300 | 600 | 900{lima}"""


def test_kertas_kerja_target_dengan_nomor_triwulan() -> None:
    """1 to 4 below "Target/TB" are quarters, and the row that holds them is part of the header."""
    teks = KERTAS_KERJA.format(lagi=" | <", empat=" | 4", lima=" | 1.200").replace(
        "TAHUN n | < | <", "TAHUN n | < | < | <", 1
    )
    r = ambil(buku(), teks, "Penetapan Target Kinerja Tahun 2024")
    assert isi(r, "indikator", "indikator", "pernyataan") == [("Produksi padi", "Meningkatnya panen")]
    assert isi(r, "triwulan", "tw", "target") == [("I", 300.0), ("II", 600.0), ("III", 900.0), ("IV", 1200.0)]
    assert isi(r, "pk", "target") == [(1200.0,)] and isi(r, "riwayat", "target_1", "realisasi_1") == [(1100.0, 1090.0)]


def test_angka_di_bawah_target_triwulan_bukan_kepala() -> None:
    teks = "Indikator | Satuan | Target TW | < | < | <\n^ | ^ | I | II | III | IV\nProduksi padi | ton | 1 | 2 | 3 | 4\nLuas panen | ha | 10 | 20 | 30 | 40"
    r = ambil(buku(), teks, "Target Kinerja per Triwulan Tahun 2024")
    assert [x for (x,) in isi(r, "triwulan", "target")] == [1.0, 2.0, 3.0, 4.0, 10.0, 20.0, 30.0, 40.0]

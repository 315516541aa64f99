"""Evaluations of the Renja that know one quarter only, or leave quarters blank, with and without kode."""

from __future__ import annotations

from dinas_pangan import buku
from rencana_ambil import isi
from tabel_asing import tabel_asing

from lkjip_xl.rencana import Nasib, Rencana, Yakin, rencanakan

KEPALA = (
    "Program/Kegiatan | Indikator Kinerja | Satuan | Target Kinerja dan Anggaran Renja Tahun 2024: K | Target Kinerja dan Anggaran"
    " Renja Tahun 2024: Rp | Realisasi Kinerja Triwulan {0}: K | Realisasi Kinerja Triwulan {0}: Rp | Faktor Penghambat"
)


def _ambil(*baris: str) -> Rencana:
    t = tabel_asing("Evaluasi terhadap Hasil Renja Perangkat Daerah Tahun 2024", "\n".join(baris))
    return rencanakan(buku(), [t], kisi=t.kisi)


def test_satu_triwulan_dengan_kode() -> None:
    """What hindered is of the one quarter that is printed."""
    r = _ambil(f"Kode | {KEPALA.format('II')}", "1.01.01 | Program Pangan | Produksi padi | ton | 100 | 500.000.000 | 20 | 90.000.000 | Hama")  # fmt: skip
    assert isi(r, "renja", "kode", "target_sesudah", "pagu_setelah") == [("1.01.01", 100.0, 500e6)]
    assert isi(r, "triwulan", "kode", "tw", "realisasi", "kendala") == [("1.01.01", "II", 20.0, "Hama")]


def test_dua_triwulan_tidak_menentukan_kendalanya() -> None:
    kepala = KEPALA.format("I").replace(" | Faktor", " | Realisasi Kinerja Triwulan II: K | Realisasi Kinerja Triwulan II: Rp | Faktor")  # fmt: skip
    r = _ambil(f"Kode | {kepala}", "1.01.01 | Program Pangan | Produksi padi | ton | 100 | 500.000.000 | 20 | 90.000.000 |  |  | Hama")  # fmt: skip
    assert isi(r, "triwulan", "tw", "realisasi", "kendala") == [("I", 20.0, None)]
    assert [s.nasib for s in r.sel if s.teks == "Hama"] == [Nasib.TIDAK]


def test_tanpa_kode() -> None:
    """Names and levels are enough for the plan; quarters need the kode, which is told; further indicators of one programme, too."""
    r = _ambil(
        f"No | Sasaran | {KEPALA.format('I')}",
        "1 | Pangan naik | Program: Pangan | Produksi padi | ton | 100 | 500.000.000 | 20 | 90.000.000 | Hama",
        " |  |  | Produksi jagung | ton | 60 |  | 15 |  | ",
        " |  | Kegiatan: Benih | Benih unggul | kg | 40 | 300.000.000 | 10 | 60.000.000 | ",
    )
    assert r.tabel[0].yakin is Yakin.PASTI
    assert isi(r, "renja", "level", "indikator", "target_sesudah", "pagu_setelah") == [
        ("program", "Produksi padi", 100.0, 500e6), ("kegiatan", "Benih unggul", 40.0, 300e6),
    ]  # fmt: skip
    assert isi(r, "triwulan", "realisasi") == []
    assert {s.nasib for s in r.sel if s.teks in ("20", "10", "Hama")} == {Nasib.RAGU}
    assert [s.nasib for s in r.sel if s.teks == "60"] == [Nasib.TIDAK]
    assert [f.kode for f in r.temuan if f.kode == "AB-07"] == ["AB-07"]

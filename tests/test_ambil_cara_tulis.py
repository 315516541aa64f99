"""Figures printed in a way of their own: behind their predicate, with a point among commas, as a bound with its unit."""

from __future__ import annotations

from dinas_pangan import buku
from rencana_ambil import UKUR, isi
from tabel_asing import tabel_asing

from lkjip_xl.rencana import Nasib, Rencana, rencanakan
from lkjip_xl.sumber.model import SelAsing


def ambil(teks: str) -> Rencana:
    return rencanakan(buku(), [tabel_asing(UKUR, teks)])


def test_angka_di_belakang_predikatnya() -> None:
    """In a row of figures the figure counts and its word stays to be seen; in a row of predicates the text is kept."""
    r = ambil("""Indikator | Satuan | Target | Realisasi
Nilai SAKIP | Nilai | 90 | A (91,2)
Predikat RB | Predikat | A | A (81,2)""")
    assert isi(r, "pengukuran", "target", "realisasi")[0] == (90.0, 91.2)
    assert isi(r, "pengukuran", "realisasi")[1] == (None,)
    sel = {k[1]: s for k, s in r.tulis.items() if k[0] == "pengukuran" and k[2] == "realisasi"}
    assert [(s.akhiran, s.mentah) for s in sel.values()] == [(" (A)", 91.2), ("", "A (81,2)")]
    assert sorted(t.kode for t in r.temuan) == ["AN-22", "AN-23", "AN-23"]


def test_titik_di_antara_koma_diragukan() -> None:
    """One percentage with a point among commas is written as printed and asked about; as many of each are two ways of one office."""
    baris = ["a | % | 31,44% | 32,50", "b | % | 41,44% | 42.50", "c | % | 51.44% | 52,50", "d | % | 61,4% | 62,50"]
    r = ambil("Indikator | Satuan | Target | Realisasi\n" + "\n".join(f"Persentase {x}" for x in baris))
    assert [(s.teks, s.lembar) for s in r.sel if s.nasib is Nasib.RAGU] == [("51.44%", "Pengukuran")]
    assert isi(r, "pengukuran", "target") == [(31.44,), (41.44,), (51.44,), (61.4,)]
    assert [t.kode for t in r.temuan] == ["AN-02"]
    dua = ambil(
        "Indikator | Satuan | Target\nLuas a | % | 31.44%\nLuas b | % | 41,44%\nLuas c | % | 51.44%\nLuas d | % | 51,44%"
    )
    assert not dua.temuan


def test_satuan_di_belakang_batas() -> None:
    r = ambil("Indikator | Target\nLayanan tepat waktu | ≥ 95 %\nLama layanan | maks. 3 hari")
    assert isi(r, "indikator", "satuan") == [("%",), ("hari",)]


def test_pecahan_dari_berkas_tanpa_format() -> None:
    """0,625 of a percentage, from a source that keeps no formats, may be 62,5: asked; of an index it is what it is."""
    t = tabel_asing(UKUR, "Indikator | Satuan | Target\nLuas layanan | % | 0,625\nIndeks layanan | Indeks | 0,625")
    for b in t.baris:
        b.sel[3] = SelAsing("0,625", 0.625)
    r = rencanakan(buku(), [t])
    assert [(s.teks, s.sel) for s in r.sel if s.nasib is Nasib.RAGU] == [("0,625", "F8")]
    assert [t.kode for t in r.temuan] == ["AN-06"]

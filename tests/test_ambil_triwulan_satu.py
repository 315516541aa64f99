"""Tables all of whose figures are of one quarter, or up to it, as the headers of both target and realisasi say."""

from __future__ import annotations

import pytest
from buku_md import buku_md
from dinas_pangan import buku
from rencana_ambil import isi
from tabel_asing import tabel_asing

from lkjip_xl.rencana import Nasib, Rencana, Yakin, rencanakan
from lkjip_xl.tabel.model import BukuKerja


def _ambil(teks: str, judul: str = "Capaian Kinerja", b: BukuKerja | None = None) -> Rencana:
    t = tabel_asing(judul, teks)
    return rencanakan(b or buku(), [t], kisi=t.kisi)


SATU = """Sasaran Strategis | Indikator Kinerja Sasaran Strategis (IKSS) | {0}
Panen naik | Persentase panen utuh | 80,00% | 23 | 36 | 63,89% | 79,86 | Cukup"""
KEPALA = {
    "I": "Target s.d TW I | s.d TW I: Pembilang | s.d TW I: Penyebut | s.d TW I: Realisasi | Capaian Terhadap Target | Kriteria",
    "IV": "s.d Triwulan IV Tahun 2024: Target Triwulan IV | s.d Triwulan IV Tahun 2024: Realisasi: Pembilang | s.d Triwulan IV Tahun 2024: "
    "Realisasi: Penyebut | s.d Triwulan IV Tahun 2024: Realisasi | Capaian Terhadap Target | Kriteria",
}


@pytest.mark.parametrize("tw", KEPALA)
def test_satu_triwulan_sampai_dengan(tw: str) -> None:
    """Certain, in the row of its quarter, counted as the headers say; the year gets no figure of its own."""
    r = _ambil(SATU.format(KEPALA[tw]))
    assert r.tabel[0].yakin is Yakin.PASTI and not [p for p in r.pertanyaan if p.jenis == "kolom"]
    assert isi(r, "triwulan", "tw", "target", "realisasi") == [(tw, 80.0, 63.89)]
    assert isi(r, "indikator", "indikator", "cara_tw") == [("Persentase panen utuh", "kumulatif")]
    assert not any(k == "realisasi" and i == "pengukuran" for i, _, k in r.tulis)
    assert [f.kode for f in r.temuan if f.kode in ("AB-05", "AB-07")] == []


def test_triwulan_sendiri_tanpa_cara_catat() -> None:
    r = _ambil("Indikator | Satuan | Target TW II | Realisasi TW II | Capaian\nProduksi padi | ton | 40 | 30 | 75")
    assert isi(r, "triwulan", "tw", "target", "realisasi") == [("II", 40.0, 30.0)]
    assert isi(r, "indikator", "satuan", "cara_tw") == [("ton", None)]


@pytest.mark.parametrize(
    "kepala",
    ["Target 2024 | Realisasi s.d. TW II | Kriteria", "Target TW I | Realisasi s.d. TW II | Kriteria"],
)
def test_target_lain_waktu_bukan_satu_triwulan(kepala: str) -> None:
    r = _ambil(f"Indikator | Satuan | {kepala}\nProduksi padi | ton | 40 | 30 | Cukup")
    assert r.tabel[0].lembar != "triwulan" and isi(r, "triwulan", "realisasi") in ([], [(None,)])


@pytest.mark.parametrize(("cara", "nasib"), [("per triwulan", Nasib.RAGU), ("kumulatif", Nasib.DITULIS)])
@pytest.mark.parametrize("di_judul", [True, False])
def test_menurut_cara_catat_buku(cara: str, nasib: Nasib, di_judul: bool) -> None:
    """What counts otherwise in the workbook is never written there."""
    b = buku_md(f"""
| Pengaturan | tahun |
| | 2024 |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah | cara_tw |
| | S1.1 | sasaran | Panen meningkat | Produksi padi | ton | naik | {cara} |
""")
    sd = "" if di_judul else "s.d. TW II"
    judul = "Pemantauan Rencana Aksi s.d. Triwulan II Tahun 2024" if di_judul else "Capaian Kinerja"
    r = _ambil(
        f"Indikator | Satuan | Target {sd} | Realisasi {sd} | Kendala\nProduksi padi | ton | 41 | 33 | Hama", judul, b
    )
    assert [s.nasib for s in r.sel if s.teks in ("41", "33")] == [nasib, nasib]


def test_kolom_ditanyakan_bersama_tabelnya() -> None:
    """What a doubtful table leaves open is asked with it: one answer is enough."""
    teks = "Indikator | Satuan | Lain | Target | Realisasi s.d. TW I | Realisasi s.d. TW II\nProduksi padi | ton | x | 70 | 30 | 60"
    t = tabel_asing("Tabel 7", teks)
    r = rencanakan(buku(), [t])
    assert r.tabel[0].yakin is Yakin.RAGU and {p.jenis for p in r.pertanyaan} == {"tabel", "kolom"}
    r = rencanakan(buku(), [t], {p.id: True for p in r.pertanyaan})
    assert isi(r, "triwulan", "tw", "realisasi") == [("I", 30.0), ("II", 60.0)]


BERKALIMAT = """Indikator | Satuan | Target Setahun | Target {tw} | Realisasi {tw}{lain} | Rencana Aksi | Hambatan | Solusi
Produksi padi | ton | 70 | 41 | 33{isi} | Tanam serempak | Hama wereng | Pengendalian hama"""


@pytest.mark.parametrize("tw", ["II", "III", "IV"])
def test_kalimat_di_samping_angka_satu_triwulan(tw: str) -> None:
    """What is planned, hampered and mended beside the figures of one quarter is of that quarter, not of the first or of the year."""
    r = _ambil(BERKALIMAT.format(tw=f"Triwulan {tw}", lain="", isi=""), "Pengukuran Kinerja Tahun 2024")
    assert isi(r, "triwulan", "tw", "target", "realisasi", "rencana_aksi", "kendala", "tindak_lanjut") == [
        (tw, 41.0, 33.0, "Tanam serempak", "Hama wereng", "Pengendalian hama")
    ]
    assert isi(r, "analisis", "penghambat") == []


def test_kalimat_di_samping_realisasi_setahun_tetap_analisis() -> None:
    r = _ambil(
        BERKALIMAT.format(tw="Triwulan IV", lain=" | Realisasi Setahun", isi=" | 68"), "Pengukuran Kinerja Tahun 2024"
    )
    assert isi(r, "analisis", "penghambat") == [("Hama wereng",)]
    assert isi(r, "triwulan", "tw", "realisasi", "rencana_aksi", "kendala") == [("IV", 33.0, "Tanam serempak", None)]


@pytest.mark.parametrize(
    "setahun", ["Target Tahun 2024", "Target 2024", "Target Setahun", "Target Akhir Tahun", "Target Tahunan"]
)
@pytest.mark.parametrize("judul", ["Pengukuran Kinerja Triwulan III Tahun 2024", "Pengukuran Kinerja Tahun 2024"])
def test_target_setahun_di_samping_target_triwulan(setahun: str, judul: str) -> None:
    """The target of the year is never that of the quarter the caption names."""
    r = _ambil(f"""Indikator | Satuan | {setahun} | Triwulan III: Target | Triwulan III: Realisasi | Kendala
Produksi padi | ton | 70 | 41 | 33 | Hama
Produktivitas padi | kw/ha | 55 | 54 | 52 | Kemarau""", judul)  # fmt: skip
    assert isi(r, "triwulan", "tw", "target", "realisasi") == [("III", 41.0, 33.0), ("III", 54.0, 52.0)]
    assert isi(r, "pengukuran", "target") == [(70.0,), (55.0,)]


@pytest.mark.parametrize(("kedua", "yakin"), [("Target", Yakin.RAGU), ("Target Triwulan III", Yakin.PASTI)])
def test_dua_kolom_berkepala_sama_ditanyakan(kedua: str, yakin: Yakin) -> None:
    """Two columns "Target" without a word which is that of the year: asked, whatever is guessed."""
    r = _ambil(f"""Indikator | Satuan | Target | {kedua} | Realisasi | Kendala
Produksi padi | ton | 70 | 41 | 33 | Hama""", "Pengukuran Kinerja Triwulan III Tahun 2024")  # fmt: skip
    assert {k.yakin for k in r.tabel[0].kolom.values() if k.kolom == "target"} == {yakin}
    assert isi(r, "triwulan", "tw", "target") == [("III", 41.0 if yakin is Yakin.PASTI else None)]

"""Words of report tables that say more than their column: up to the end of a plan, standards, amounts in words, versions of a target."""

from __future__ import annotations

import pytest
from buku_md import buku_md
from rencana_ambil import UANG, isi, kolom_ditanya

from lkjip_xl.inti.jumlah import jenis_jumlah
from lkjip_xl.rencana import Rencana, Yakin, rencanakan
from lkjip_xl.sumber import urai_sumber
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber

BUKU = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
| | 2024 | 2021 | 2026 |
"""


def _ambil(*baris: str, caption: str = "Capaian Kinerja Tahun 2024") -> Rencana:
    isi_ = {
        (b, k): SelAsing(x.strip()) for b, r in enumerate(baris, 1) for k, x in enumerate(r.split("|"), 1) if x.strip()
    }
    kisi = Kisi("a.docx", "", 1, isi_, (), atas=(caption,))
    return rencanakan(buku_md(BUKU), urai_sumber(Sumber("a.docx", [kisi])))


@pytest.mark.parametrize(
    ("kepala", "akhir"),
    [
        ("Target RPJMD s/d 2026", 500.0),
        ("Target Renstra s.d. Tahun 2026", 500.0),
        ("Target Akhir Renstra (2026)", 500.0),
        ("Target RPJMD s/d 2022", None),
        ("Target s.d. 2026", None),
    ],
)
def test_sampai_akhir_renstra(kepala: str, akhir: float | None) -> None:
    """Up to the last year is the target of the end; up to any other, or of no plan, is asked."""
    r = _ambil(
        f"No | Indikator | Satuan | {kepala} | Target 2024 | Realisasi 2024", "1 | Produksi padi | ton | 500 | 100 | 90"
    )
    assert [x for (x,) in isi(r, "renstra", "target_akhir") if x is not None] == ([akhir] if akhir else [])
    assert kolom_ditanya(r) == ([] if akhir else [kepala])


def test_standar_nasional_dan_spm() -> None:
    r = _ambil("No | Indikator | Satuan | Target | Realisasi | Standar Nasional | Standar SPM", "1 | Produksi padi | ton | 100 | 90 | 95 | 97")  # fmt: skip
    assert isi(r, "pembanding", "jenis", "nama", "nilai")[0] == ("standar", "Standar Nasional", 95.0)
    assert isi(r, "pengukuran", "target", "realisasi") == [(100.0, 90.0)]


def test_rupiah_dengan_kata_besarannya() -> None:
    """Amounts that say their magnitude need no header that says it; those that do not are asked."""
    r = _ambil("No | Program | Anggaran | Realisasi", "1 | Program Air | Rp 1,5 miliar | Rp 1,2 M", "2 | Program Tanah | Rp 750 juta | Rp 700 jt", caption=UANG)  # fmt: skip
    assert isi(r, "anggaran", "pagu", "realisasi_rp") == [(1.5e9, 1.2e9), (7.5e8, 7e8)]
    assert [f.kode for f in r.temuan].count("AN-22") == 4 and kolom_ditanya(r) == []
    polos = _ambil("No | Program | Anggaran | Realisasi", "1 | Program Air | Rp 1.500 | Rp 1.200", caption=UANG)
    assert isi(polos, "anggaran", "pagu") in ([], [(None,)])


def test_target_awal_dan_perubahan() -> None:
    r = _ambil(
        "No | Indikator | Satuan | Target Awal | Target Perubahan | Realisasi",
        "1 | Produksi padi | ton | 100 | 95 | 90",
    )
    assert isi(r, "pk", "versi", "target") == [("murni", 100.0), ("perubahan", 95.0)]
    assert isi(r, "pengukuran", "target", "realisasi") == [(95.0, 90.0)]


@pytest.mark.parametrize(
    ("kepala", "ada"), [("Rencana | Realisasi", True), ("Target | Hasil", True), ("Target | Prognosis", False)]
)
def test_kata_lain_untuk_target_dan_realisasi(kepala: str, *, ada: bool) -> None:
    r = _ambil(f"No | Indikator | Satuan | {kepala} | Capaian (%)", "1 | Produksi padi | ton | 100 | 90 | 90")
    assert isi(r, "pengukuran", "target", "realisasi") == [(100.0, 90.0 if ada else None)]


def test_rencana_berupa_kalimat_bukan_target() -> None:
    r = _ambil(
        "No | Indikator | Satuan | Target | Realisasi | Rencana", "1 | Produksi padi | ton | 100 | 90 | Menyemprot hama"
    )
    assert isi(r, "pengukuran", "target") == [(100.0,)]


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("Rata-rata Capaian Sasaran 1", "rata"),
        ("Rata rata capaian kinerja sasaran strategis II", "rata"),
        ("Nilai Rata-rata Capaian Program", "rata"),
        ("Rata-rata Capaian Sasaran Pembangunan", None),
        ("Rata-rata lama sekolah", None),
    ],
)
def test_rata_rata_tiap_sasaran(teks: str, jenis: str | None) -> None:
    assert jenis_jumlah(teks) == jenis


def test_baris_rata_rata_sasaran_bukan_pernyataan() -> None:
    r = _ambil("Sasaran | Indikator | Satuan | Target | Realisasi | Capaian", "Panen | Produksi padi | ton | 100 | 90 | 90",
               "Rata-rata Capaian Sasaran 1 |  |  |  |  | 90", "Lahan | Mutu | % | 10 | 9 | 90")  # fmt: skip
    assert isi(r, "indikator", "pernyataan") == [("Panen",), ("Lahan",)]
    assert [s.nasib.value for s in r.sel if s.teks.startswith("Rata-rata")] != ["bertentangan"]


def test_makna_yang_sudah_dikenal() -> None:
    """States a plan starts from and ends with, its years by number, the bare years of a caption: held as they are."""
    r = _ambil("No | Indikator | Satuan | Kondisi Awal | Tahun ke-1 | Tahun ke-2 | Tahun ke-3 | Kondisi Akhir", "1 | Produksi padi | ton | 80 | 90 | 100 | 110 | 140", caption="Target Kinerja Renstra")  # fmt: skip
    assert isi(r, "renstra", "nilai_dasar", "target_1", "target_3", "target_akhir") == [(80.0, 90.0, 110.0, 140.0)]
    r = _ambil("No | Indikator | Satuan | Th. 2023 | Th. 2024", "1 | Produksi padi | ton | 90 | 100")
    assert r.tabel[0].yakin is Yakin.PASTI and len(kolom_ditanya(r)) == 1

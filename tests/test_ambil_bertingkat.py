"""Cascades: each level's columns beside those of the level above, upper cells blank where they go on."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from rencana_ambil import isi
from tabel_asing import tabel_asing

from lkjip_xl.rencana import Nasib, Rencana, rencanakan
from lkjip_xl.sumber.model import SelAsing

JUDUL = "Pohon Kinerja Dinas Pangan Tahun 2025"
BERGABUNG = """Tujuan | Indikator Tujuan (target 2025) | Sasaran: Uraian | Sasaran: Indikator | Sasaran: Target | Program: Uraian / Indikator | Program: Target | Kegiatan: Uraian / Indikator | Sub Kegiatan: Uraian | Sub Kegiatan: Indikator | Sub Kegiatan: Target | Pengampu | Catatan
Pangan aman | Indeks Pangan¶71,5 | Stok terjaga | Indeks stok | 80,25 Indeks | 2.09.02 Program Stok¶Indikator: Persentase gudang baik | 60 % | 2.09.02.2.01 Kegiatan Gudang¶Indikator: Jumlah gudang | 2.09.02.2.01.0001¶Bangun Gudang | Jumlah bangunan | 3 Unit | Bidang Stok | segera
 | | | | | | | | 2.09.02.2.01.0002 Rawat Gudang | Jumlah perawatan | 1.500 Kali | Bidang Stok |
 | | Harga stabil | Inflasi pangan | < 3 % | 2.09.03 Program Harga¶Indikator: Persentase pasar terpantau | 90 % | 2.09.03.2.01 Kegiatan Pantau | 2.09.03.2.01.0003 Survei Harga | Jumlah survei | 12 Laporan | Bidang Harga |"""
SEJAJAR = """Tujuan | Indikator | Target 2025 | Target 2026 | Sasaran | Indikator | Satuan | Target 2025 | Target 2026 | Program | Indikator | Satuan | Target 2025 | Target 2026 | Pagu 2025 (Rp)
Pangan aman | Indeks Pangan | 71,5 | 72 | Stok terjaga | Indeks stok | Indeks | 80,25 | 81 | Program Stok | Persentase gudang baik | % | 60 | 65 | 250.000.000
Pangan aman | Indeks Pangan | 71,5 | 72 | Stok terjaga | Cadangan beras | Ton | 40 | 45 | Program Stok | Jumlah gudang | Unit | 3 | 4 |
Pangan aman | Indeks Pangan | 71,5 | 72 | Harga stabil | Inflasi pangan | % | 3 | 2,5 | Program Harga | Pasar terpantau | Pasar | 9 | 12 | 125.000.000"""


def ambil(teks: str, judul: str = JUDUL) -> Rencana:
    """The plan of one such table; ¶ stands for a line break."""
    t = tabel_asing(judul, teks)
    for b in t.baris:
        for k, s in b.sel.items():
            b.sel[k] = t.kisi[0].sel[b.nomor, k] = SelAsing(s.teks.replace("¶", "\n"))
    return rencanakan(buku(tahun=2025.0), [t], kisi=t.kisi)


def test_tiap_jenjang_punya_kolom_sendiri() -> None:
    r = ambil(BERGABUNG)
    assert isi(r, "indikator", "jenjang", "pernyataan", "indikator") == [
        ("sasaran", "Stok terjaga", "Indeks stok"),
        ("sasaran", "Harga stabil", "Inflasi pangan"),
        ("tujuan", "Pangan aman", "Indeks Pangan"),
    ]
    assert [x for (x,) in isi(r, "renstra", "target_2")][::2] == [80.25, 71.5]
    atas = "Pangan aman"
    assert isi(r, "tc27", "tujuan", "sasaran", "kode", "level", "nama", "indikator", "satuan", "target_2", "unit") == [
        (atas, "Stok terjaga", "2.09.02", "program", "Program Stok", "Persentase gudang baik", "%", 60.0, None),
        (atas, "Stok terjaga", "2.09.02.2.01", "kegiatan", "Kegiatan Gudang", "Jumlah gudang", None, None, None),
        (atas, "Stok terjaga", "2.09.02.2.01.0001", "subkegiatan", "Bangun Gudang", "Jumlah bangunan", "Unit", 3.0, "Bidang Stok"),
        (atas, "Stok terjaga", "2.09.02.2.01.0002", "subkegiatan", "Rawat Gudang", "Jumlah perawatan", "Kali", 1500.0, "Bidang Stok"),
        (atas, "Harga stabil", "2.09.03", "program", "Program Harga", "Persentase pasar terpantau", "%", 90.0, None),
        (atas, "Harga stabil", "2.09.03.2.01", "kegiatan", "Kegiatan Pantau", None, None, None, None),
        (atas, "Harga stabil", "2.09.03.2.01.0003", "subkegiatan", "Survei Harga", "Jumlah survei", "Laporan", 12.0, "Bidang Harga"),
    ]  # fmt: skip
    assert [s.nasib for s in r.sel if s.teks == "segera"] == [Nasib.TIDAK]


def test_yang_diulang_di_tiap_baris_satu_barang() -> None:
    """Targets of several years, every upper cell printed again: a row for each indicator, none twice."""
    r = ambil(SEJAJAR)
    assert isi(r, "renstra", "target_2", "target_3") == [(80.25, 81.0), (40.0, 45.0), (3.0, 2.5), (71.5, 72.0)]
    assert isi(r, "tc27", "sasaran", "nama", "indikator", "satuan", "target_2", "target_3", "rp_2") == [
        ("Stok terjaga", "Program Stok", "Persentase gudang baik", "%", 60.0, 65.0, 250e6),
        ("Stok terjaga", "Program Stok", "Jumlah gudang", "Unit", 3.0, 4.0, None),
        ("Harga stabil", "Program Harga", "Pasar terpantau", "Pasar", 9.0, 12.0, 125e6),
    ]


def test_satu_deret_indikator_bukan_pohon() -> None:
    """Sasaran and programmes beside the indicators of a sasaran stay one table."""
    teks = """Sasaran | Indikator | Target | Program | Anggaran (Rp)
Stok terjaga | Indeks stok | 80 | Program Stok | 250.000.000"""
    r = rencanakan(buku(), [tabel_asing("Perjanjian Kinerja Tahun 2024", teks)])
    assert len(r.tabel) == 1


def test_tanpa_tahun_targetnya_tidak_ditebak() -> None:
    """Which year a target is of must be said somewhere; else no year of the Renstra gets it."""
    r = ambil(BERGABUNG.replace(" (target 2025)", " (target)"), "Pohon Kinerja")
    assert all(not k[2].startswith("target_") for k in r.tulis)


def test_dengan_realisasi_tabel_anggaran() -> None:
    """Money spent beside the cascade: the year's budget; targets in the cell of their indicator, amounts in thousands."""
    teks = """Sasaran | Program: Nama | Program: Indikator dan target | Kegiatan | Sub Kegiatan: Nama | Sub Kegiatan: Indikator dan target | Pagu (Rp ribu) | Realisasi (Rp ribu)
Stok terjaga | 2.09.02 Program Stok | Persentase gudang baik¶(target: 60,5 %) | 2.09.02.2.01¶Kegiatan Gudang | 2.09.02.2.01.0001 Bangun Gudang | Jumlah bangunan: 3 Unit | 842.500 | 801.372,5
 | | | | 2.09.02.2.01.0002 Rawat Gudang | Jumlah perawatan: 1.500 Kali | 75.250 | 74.900
= JUMLAH | | | | | | 917.750 | 876.272,5"""
    r = ambil(teks, "Cascading Kinerja")
    kolom = ("kode", "level", "indikator", "satuan", "target", "pagu", "realisasi_rp")
    assert [x for x in isi(r, "anggaran", *kolom) if x[1] != "kegiatan"] == [
        ("2.09.02", "program", "Persentase gudang baik", "%", 60.5, None, None),
        ("2.09.02.2.01.0001", "subkegiatan", "Jumlah bangunan", "Unit", 3.0, 842500e3, 801372500.0),
        ("2.09.02.2.01.0002", "subkegiatan", "Jumlah perawatan", "Kali", 1500.0, 75250e3, 74900e3),
    ]
    assert [s.nasib for s in r.sel if s.teks == "876.272,5"] == [Nasib.DIBANDINGKAN]
    assert "AB-06" not in {t.kode for t in r.temuan}


def test_angka_lain_di_samping_yang_sudah_disebut_tidak_lenyap() -> None:
    """A programme named again with another amount has a row there; figures beside no name are told, none counts as a heading."""
    r = ambil(
        """Sasaran | Indikator | Target 2025 | Program | Indikator | Target 2025 | Pagu 2025 | Kegiatan | Indikator | Target 2025 | Pagu 2025
Stok terjaga | Indeks stok | 80 | Program Stok | Gudang baik | 70 | 100.000 | Bangun Gudang | Gudang | 9 | 60.000
Harga stabil | Inflasi pangan | 3 | Program Stok | Gudang baik | 70 | 250.000 | Survei Harga | Survei | 4 | 11.000
 | | | Program Stok | Gudang baik | 70 | 250.000 | Kabar Harga | Kabar | 6 | 12.000
 | | | | | | 33.000 | | | 5 | 22.000"""
    )
    assert isi(r, "tc27", "sasaran", "nama", "target_2", "rp_2") == [
        ("Stok terjaga", "Program Stok", 70.0, 1e5),
        ("Stok terjaga", "Bangun Gudang", 9.0, 6e4),
        ("Harga stabil", "Program Stok", 70.0, 2.5e5),
        ("Harga stabil", "Survei Harga", 4.0, 1.1e4),
        ("Harga stabil", "Kabar Harga", 6.0, 1.2e4),
    ]
    assert [s.nasib for s in r.sel if s.teks in ("33.000", "5", "22.000")] == [Nasib.TIDAK] * 3
    assert "AB-07" in {t.kode for t in r.temuan}


UKUR_BERTINGKAT = """Sasaran | Indikator Sasaran | Target | Realisasi | Capaian | Program | Indikator Program | Target | Realisasi | Capaian | Kegiatan | Indikator Kegiatan | Target | Realisasi | Capaian
Mutu air naik | Indeks mutu air | 60 | 61 | 101,67 | Program Air | Persentase air | 80 | 81 | 101,25 | Pantau Air | Jumlah titik | 10 | 13 | 130"""


@pytest.mark.parametrize("judul", ["Pengukuran Kinerja Tahun 2025", ""])
def test_hasil_tiap_jenjang_pada_lembarnya(judul: str) -> None:
    """The result and the capaian of a sasaran are its own: neither lost nor compared with the last activity."""
    r = ambil(UKUR_BERTINGKAT, judul)
    assert isi(r, "pengukuran", "target", "realisasi") == [(60.0, 61.0)]
    assert isi(r, "anggaran", "target", "realisasi") == [(80.0, 81.0), (10.0, 13.0)]
    assert not [x for x in isi(r, "renstra", "target_1", "target_2") if any(x)]
    tempat = {s.teks: s.lembar for s in r.sel}
    assert (tempat["101,67"], tempat["130"]) == ("Pengukuran", "Anggaran")


def test_sasaran_yang_tidak_tertulis_tidak_menghentikan() -> None:
    r = ambil(UKUR_BERTINGKAT.replace("Mutu air naik |", " |"), "Pengukuran Kinerja Tahun 2025")
    assert isi(r, "pengukuran", "target", "realisasi") == [(60.0, 61.0)]

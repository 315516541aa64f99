"""Matrices of RPJMD and Renstra and decrees on IKU as regions print them: targets of every year, cascades, cells with labels."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import isi

from lkjip_xl.rencana import Nasib

NAMA = "Indeks mutu air", "Persentase sempadan tertata"


@pytest.mark.parametrize(
    "atas", ["Target Capaian Setiap Tahun", "Target Pencapaian Tiap Tahun", "TARGET CAPAIAN KINERJA PADA SETIAP TAHUN"]
)
def test_target_capaian_setiap_tahun(atas: str) -> None:
    teks = f"Indikator | Kondisi Awal | {atas} | < | <\n^ | ^ | 2024 | 2025 | 2026\n{NAMA[0]} | 50 | 51 | 52 | 53\n{NAMA[1]} | 60 | 61 | 62 | 63"
    for judul in ("Tabel 7.1 Indikator Kinerja", "Penetapan Indikator terhadap Capaian Kinerja Penyelenggaraan Urusan"):
        r = ambil(buku(), teks, judul)
        assert isi(r, "renstra", "nilai_dasar", "target_1", "target_2", "target_3") == [
            (50.0, 51.0, 52.0, 53.0), (60.0, 61.0, 62.0, 63.0),
        ]  # fmt: skip
        assert isi(r, "pengukuran", "target") == []


@pytest.mark.parametrize("kepala", ["Target dan Capaian", "Target/Capaian", "Target, Capaian"])
def test_target_dan_capaian_bukan_satu_kolom_target(kepala: str) -> None:
    r = ambil(buku(), f"Indikator | {kepala} 2025\n{NAMA[0]} | 51\n{NAMA[1]} | 61", "Indikator Kinerja")
    assert isi(r, "renstra", "target_2") == []


@pytest.mark.parametrize("ekor", ["", " Tahun 2024", "."])
def test_sasaran_di_ujung_judul_tabel(ekor: str) -> None:
    teks = f"Indikator | Target | Realisasi\n{NAMA[0]} | 50 | 51\n{NAMA[1]} | 60 | 61"
    r = ambil(buku(), teks, f"Tabel 3.3 Capaian Kinerja Sasaran Strategis Meningkatnya kualitas lingkungan{ekor}")
    assert isi(r, "indikator", "pernyataan")[0] == ("Meningkatnya kualitas lingkungan",)
    tanpa = ambil(buku(), teks, f"Tabel 3.3 Capaian Kinerja Sasaran Berdasarkan Perjanjian Kinerja{ekor}")
    assert isi(tanpa, "indikator", "pernyataan") == [(None,)] * 2


def test_jenjang_dengan_formula_di_antaranya() -> None:
    """Formulas between the indicator and its targets, once for the sasaran and once for the programme."""
    teks = (
        "Tujuan | Indikator Tujuan | Sasaran | Indikator Sasaran | Formula Pengukuran | Sat | Target | < | Program | Indikator Program "
        "| Formula Pengukuran Program | Sat | Target | <\n"
        "^ | ^ | ^ | ^ | ^ | ^ | 2024 | 2025 | ^ | ^ | ^ | ^ | 2024 | 2025\n"
        f"Lingkungan lestari | Indeks lingkungan | Kualitas air meningkat | {NAMA[0]} | A / B | indeks | 50 | 52 "
        "| Program Sungai | Panjang sungai bersih | C / D | km | 7 | 8\n"
        f"^ | ^ | ^ | {NAMA[1]} | E / F | persen | 60 | 62 | Program Sempadan | Sempadan hijau | G | ha | 3 | 4"
    )
    r = ambil(buku(), teks, "Matriks Renstra 2024-2026")
    assert isi(r, "renstra", "target_1", "target_2") == [(50.0, 52.0), (60.0, 62.0)]
    assert isi(r, "iku", "formulasi") == [("A / B",), ("E / F",)]
    assert isi(r, "tc27", "nama", "indikator", "target_1") == [
        ("Program Sungai", "Panjang sungai bersih", 7.0), ("Program Sempadan", "Sempadan hijau", 3.0),
    ]  # fmt: skip


BERLABEL = "Alasan Pemilihan Indikator : {0} penting\nFormulasi : {0} / jumlah\n- Tipe Perhitungan :\nKumulatif\n- Sumber Data :\nStatistik {0}"


def test_sel_berisi_beberapa_bagian_berlabel() -> None:
    """Each part lands in the column of its label; what has none and what nobody knows stays and is told."""
    satu, dua = (BERLABEL.format(x).replace("\n", "/n") for x in ("air", "sempadan"))
    teks = f"Sasaran | Indikator Kinerja | Penjelasan\nKualitas meningkat | {NAMA[0]} | {satu}\n^ | {NAMA[1]} | {dua}"
    r = ambil(buku(), teks, "Penetapan Indikator Kinerja Utama")
    assert isi(r, "iku", "definisi_operasional", "formulasi", "sumber_data") == [
        ("air penting", "air / jumlah", "Statistik air"), ("sempadan penting", "sempadan / jumlah", "Statistik sempadan"),
    ]  # fmt: skip
    assert [s.nasib for s in r.sel if s.teks == "Kumulatif"] == [Nasib.TIDAK] * 2


def test_satuan_jumlah_bukan_baris_jumlah() -> None:
    teks = f"No | Indikator | Satuan | Target | Realisasi\n1 | {NAMA[0]} | Indeks | 50 | 51\n2 | Jumlah warga yang ikut serta | Jumlah | 60 | 61\n | Jumlah | | 110 | 112"
    r = ambil(buku(), teks, "Tabel 3.1 Capaian Kinerja Tahun 2024")
    assert isi(r, "pengukuran", "target", "realisasi") == [(50.0, 51.0), (60.0, 61.0)]


@pytest.mark.parametrize("atas", ["Sasaran", "Sasaran Strategis"])
def test_uraian_sasaran_di_samping_indikatornya(atas: str) -> None:
    """The form of a strategic plan: what a sasaran says, and what it is measured by, under one heading."""
    teks = (
        f"{atas} | < | < | Target Tahun | < | < | Cara Mencapai | <\nUraian | Indikator | Rumus | 2024 | 2025 | 2026 | Kebijakan | Program\n"
        f"Kualitas air meningkat | {NAMA[0]} | A / B | 50 | 51 | 52 | Pengendalian | Program Sungai\n"
        f"^ | {NAMA[1]} | C / D | 60 | 61 | 62 | ^ | ^"
    )
    r = ambil(buku(), teks, "Rencana Strategis")
    assert isi(r, "indikator", "indikator", "pernyataan") == [(NAMA[0], "Kualitas air meningkat"), (NAMA[1], None)]
    assert isi(r, "renstra", "target_1", "target_2", "target_3") == [(50.0, 51.0, 52.0), (60.0, 61.0, 62.0)]
    assert isi(r, "iku", "formulasi") == [("A / B",), ("C / D",)]


@pytest.mark.parametrize("ekor", ["per 100.000", "PER 100.000 KH", "/100.000 kelahiran hidup", "per 1000 penduduk"])
def test_angka_per_seribu(ekor: str) -> None:
    r = ambil(
        buku(),
        f"Indikator | Target | Realisasi\nAngka kematian | 95 {ekor} | 93,65 {ekor}\n{NAMA[1]} | 60 | 61",
        "Capaian Kinerja",
    )
    assert isi(r, "pengukuran", "target", "realisasi") == [(95.0, 93.65), (60.0, 61.0)]


def test_kondisi_tahun_akhir_adalah_target_akhir() -> None:
    akhir = int(buku().setelan["TahunRenstraAkhir"])
    teks = (
        "Indikator Tujuan | Rumus | Kondisi Awal 2021 | Kondisi Tahun {}\n"
        + f"{NAMA[0]} | A / B | 50 | 59\n{NAMA[1]} | C / D | 60 | 69"
    )
    assert isi(ambil(buku(), teks.format(akhir), "Tujuan"), "renstra", "target_akhir") == [(59.0,), (69.0,)]
    for lain in (akhir - 1, ""):
        assert isi(ambil(buku(), teks.format(lain), "Tujuan"), "renstra", "target_akhir") in ([], [(None,), (None,)])


JENJANG = (
    "Kode | Tujuan / Sasaran / Program | Indikator Kinerja (Tujuan/Sasaran/Program) | Satuan | 2024 | < | 2025 | < | 2026\n"
    "^ | ^ | ^ | ^ | Target | Rp | Target | Rp | Target\n"
    "1.1. | Terwujudnya lingkungan lestari | Indeks lingkungan | Poin | 40 | | 41 | | 42\n"
    "1.1.1 | {} | a. {} | Poin | 50 | | 51 | | 52\n | | b. {} | Persen | 60 | | 61 | | 62\n"
    "1 | {} | 1 Panjang sungai bersih | km | 7 | 1.231.790.000 | 8 | 1.300.000.000 | 9\n"
    "2 | Program Sempadan Hijau | 1 Luas sempadan yang hijau | ha | 3 | 900.000.000 | 4 | 950.000.000 | 5"
)


def test_tujuan_sasaran_dan_program_di_satu_kolom() -> None:
    r = ambil(buku(), JENJANG.format("Meningkatnya mutu air", *NAMA, "Program Sungai Bersih"), "Program Pembangunan")
    statemen = {
        x[1:]: x[0].removeprefix("a. ") for x in isi(r, "indikator", "indikator", "jenjang", "pernyataan") if x[2]
    }
    assert statemen == {
        ("tujuan", "Terwujudnya lingkungan lestari"): "Indeks lingkungan",
        ("sasaran", "Meningkatnya mutu air"): NAMA[0],
    }
    assert {*isi(r, "renstra", "target_1", "target_3")} == {(40.0, 42.0), (50.0, 52.0), (60.0, 62.0)}
    assert isi(r, "tc27", "nama", "indikator", "target_1", "rp_2") == [
        ("Program Sungai Bersih", "1 Panjang sungai bersih", 7.0, 1.3e9), ("Program Sempadan Hijau", "1 Luas sempadan yang hijau", 3.0, 9.5e8),
    ]  # fmt: skip


@pytest.mark.parametrize("nama", ["Air bersih", "Pengendalian pencemaran"])
def test_satu_baris_yang_tidak_jelas_jenjangnya_menahan_semua(nama: str) -> None:
    """A row that may be a sasaran as well as a programme: nothing of the table is written without a question."""
    for a, b in ((nama, "Program Sungai Bersih"), ("Meningkatnya mutu air", nama)):
        r = ambil(buku(), JENJANG.format(a, *NAMA, b), "Program Pembangunan")
        assert isi(r, "tc27", "nama") == []
        assert isi(r, "renstra", "target_1") == []


def test_sasaran_semua_jenjang_bukan_program() -> None:
    teks = f"No | Sasaran Strategis /Sasaran Program | Indikator Kinerja | Target\n1 | Mutu meningkat | {NAMA[0]} | 50\n2 | Tata kelola baik | {NAMA[1]} | 60"
    assert isi(ambil(buku(), teks, "Perjanjian Kinerja Tahun 2024"), "pk", "target") == [(50.0,), (60.0,)]


def test_definisi_di_jenjang_bukan_formulasi() -> None:
    """What an indicator means is not how it is reckoned."""
    teks = (
        "Tujuan | Indikator Tujuan | Sasaran | Indikator Sasaran | Definisi Operasional | Target | < | Program | Indikator Program | Target | <\n"
        "^ | ^ | ^ | ^ | ^ | 2024 | 2025 | ^ | ^ | 2024 | 2025\n"
        f"Lingkungan lestari | Indeks lingkungan | Kualitas air meningkat | {NAMA[0]} | Mutu air sungai | 50 | 52 | Program Sungai | Panjang sungai bersih | 7 | 8"
    )
    r = ambil(buku(), teks, "Matriks Renstra 2024-2026")
    assert isi(r, "renstra", "target_1", "target_2") == [(50.0, 52.0)]
    assert [x for (x,) in isi(r, "iku", "formulasi") if x] == []
    assert any(s.teks == "Mutu air sungai" for s in r.sel)

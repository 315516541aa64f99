"""Plausibility: money and output (KW-01/02), slipped figures (KW-03/04/05), unlikely capaian (KW-06), parts of whole things (AN-29)."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, periksa_md, semua
from buku_pendek import kosong

from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.perintah import skema
from lkjip_xl.tabel.model import BARIS_DATA
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.validasi.periksa import periksa

ANGGARAN = "| Anggaran | level | nama | arah | target | realisasi | pagu | realisasi_rp |\n| | program | X | | 1 | 1 | 10 | 9 |\n| | program | P | {} |"


@pytest.mark.parametrize(
    ("baris", "kode", "berat"),
    [
        ("| 10 | 10 | 100 | 90", None, False),
        ("| 10 | 0 | 100 | 90", "KW-01", True),
        ("| 10 | | 100 | 90", "KW-01", False),  # not filled in yet
        ("| 10 | 0 | 100 | 20", "KW-01", False),  # the work has only begun
        ("turun | 10 | 0 | 100 | 90", None, False),
        ("| | 0 | 100 | 90", None, False),
        ("| 10 | 0 | 100 | 0", None, False),
        ("| 10 | 10 | 100 | 0", "KW-02", False),
        ("| 10 | 10 | 100 |", "KW-02", False),
        ("| 10 | 9 | 100 | 0", None, False),
        ("| 10 | 10 | 0 | 0", None, False),
    ],
)
def test_uang_dan_keluaran(baris: str, kode: str | None, berat: bool) -> None:
    teks = ANGGARAN.format(baris)
    sel = {"KW-01": di("anggaran", "realisasi", 9), "KW-02": di("anggaran", "realisasi_rp", 9)}
    assert semua(teks, "KW-01", "KW-02") == ([(kode, sel[kode])] if kode else [])
    assert any(k in sel for k, _ in gawat(teks)) == berat


def test_anggaran_belum_terisi() -> None:
    teks = "| Anggaran | level | nama | target | realisasi | pagu |\n| | program | P | 10 | 10 | 100 |"
    assert semua(teks, "KW-02") == []


NILAI = """
| Indikator | kode | jenjang | indikator | satuan | arah | sifat |
|           | S1.1 | sasaran | A | {} | naik | akhir |

| Riwayat | kode | target_1 | realisasi_1 | realisasi_2 |
|         | S1.1 | {} |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | {} |
"""
KODE = ("KW-03", "KW-04", "KW-05")


@pytest.mark.parametrize(
    ("satuan", "lalu", "kini", "kode", "sel", "berat"),
    [
        ("indeks", "75 | 76 | 74", "77 | 78", None, None, False),
        ("indeks", "75 | 76 | 74", "77 | 0,78", "KW-03", ("pengukuran", "realisasi"), True),
        ("%", "75 | 76 | 74", "77 | 0,78", None, None, False),  # AN-06
        ("indeks", "75 | 76 | 74", "77 | 780", "KW-04", ("pengukuran", "realisasi"), True),
        ("indeks", "75 | 76 | 74", "77 | 7,8", "KW-04", ("pengukuran", "realisasi"), True),
        ("indeks", "75 | 7612 | 74", "77 | 78", "KW-04", ("riwayat", "realisasi_1"), True),
        ("orang", "2000 | 2100 | 1900", "2000 | 21000", "KW-04", ("pengukuran", "realisasi"), True),
        ("orang", "5 | 4 | 5", "5 | 50", "KW-04", ("pengukuran", "realisasi"), False),  # small counts jump
        ("orang", "5 | 4 | 5", "5 | 28", "KW-05", ("pengukuran", "realisasi"), False),
        ("orang", "5 | 4 | 50", "5 | 500", None, None, False),  # the others do not agree
        ("indeks", "| | 74", "| 740", None, None, False),  # nothing to lean on
        # figures that go up from year to year: put right it stands among them
        ("%", "32 | 41 | 59", "45 | 457", "KW-04", ("pengukuran", "realisasi"), True),
        ("%", "32 | 41 | 59", "45 | 780", None, None, False),
        ("orang", "32 | 41 | 59", "45 | 457", None, None, False),
        ("indeks", "N/A | N/A | N/A", "77 | 78", None, None, False),
        ("indeks", "75 | 76 | 74", "77 |", None, None, False),
    ],
)
def test_tingkat_nilai(satuan: str, lalu: str, kini: str, kode: str | None, sel: tuple | None, berat: bool) -> None:
    teks = NILAI.format(satuan, lalu, kini)
    assert semua(teks, *KODE) == ([(kode, di(*sel))] if kode and sel else [])
    assert any(k in KODE for k, _ in gawat(teks)) == berat


@pytest.mark.parametrize(
    ("kini", "ada"), [("50 | 101", True), ("50 | 100", False), ("50 | 9,9", True), ("50 | 10", False), ("50 |", False)]
)
def test_capaian_tidak_lazim(kini: str, ada: bool) -> None:
    teks = NILAI.format("%", "| |", kini)
    assert semua(teks, "KW-06") == ([("KW-06", di("pengukuran", "capaian"))] if ada else [])
    assert gawat(teks) == []


def test_arah_terbalik_bukan_capaian_tidak_lazim() -> None:
    teks = "| Indikator | kode | jenjang | indikator | satuan | arah |\n| | S1.1 | sasaran | A | % | turun |\n\n"
    teks += "| Pengukuran | kode | target | realisasi | capaian |\n| | S1.1 | 4 | 10 | 250 |"
    assert semua(teks, "KW-06") == []


PROGRAM = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024         | 2026          |

| T-C.27 | versi   | kode | level   | nama | indikator | satuan | sifat | target_1 | target_2 | target_3 |
|        | sebelum | 1    | program | A    | Hasil A   | {} | akhir | {} | {} | {} |
"""


@pytest.mark.parametrize(
    ("satuan", "target", "kolom"),
    [
        ("%", ("800", "80", "82"), "target_1"),
        ("Indeks", ("81", "82", "8,3"), "target_3"),
        ("%", ("80", "82", "85"), None),
        ("%", ("8", "40", "80"), None),  # which of them slipped?
        ("Orang", ("50", "500", "50"), None),  # counts do
        ("Indeks", ("0,81", "82", "83"), None),  # another scale
    ],
)
def test_target_program_bergeser_koma(satuan: str, target: tuple[str, ...], kolom: str | None) -> None:
    """The targets of one row of a programme, year by year, where they are a measure."""
    harap = [] if kolom is None else [("KW-04", di("tc27", kolom))]
    assert semua(PROGRAM.format(satuan, *target), "KW-04") == harap


def test_target_renja_bergeser_koma() -> None:
    teks = """
| Renja | level | nama | satuan | target_sebelum | target_sesudah | target_prakiraan |
|       | program | A | Indeks | 80 | 80 | {} |
"""
    assert semua(teks.format("810"), "KW-04") == [("KW-04", di("renja", "target_prakiraan"))]
    assert semua(teks.format("81"), "KW-04") == []


@pytest.mark.parametrize(
    ("pk", "renstra", "ada"), [("4,427", "", True), ("44,27", "", False), ("4,427", "44,27", False)]
)
def test_target_pk_bergeser_koma(pk: str, renstra: str, ada: bool) -> None:
    """The only print of a target, beside what was reached in two years; PK-02 speaks where Renstra has it, too."""
    teks = f"""
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024         | 2026          |

| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A         | %      | naik |

| Renstra | kode | target_1 |
|         | S1.1 | {renstra} |

| PK | versi | kode | target |
|    | murni | S1.1 | {pk} |

| Pengukuran | kode | realisasi |
|            | S1.1 | 39,35 |

| Riwayat | kode | realisasi_1 |
|         | S1.1 | 44,17 |
"""
    assert semua(teks, "KW-04") == ([("KW-04", di("pk", "target"))] if ada else [])


@pytest.mark.parametrize(
    ("lembar", "satuan", "isi", "ada"),
    [
        ("Anggaran", "Dokumen", "0,75", True),
        ("Anggaran", "Dok.", "~0.125", True),
        ("Anggaran", "Dokumen", "0,75 dokumen", False),  # it says what it is
        ("Anggaran", "Dokumen", "1,5", False),
        ("Anggaran", "Indeks", "0,75", False),
        ("Anggaran", "km", "0,75", False),
        ("Anggaran", "Dokumen", "~0.3333333", False),  # a part, no percentage somebody typed
        ("Anggaran", "Dokumen", "1", False),
    ],
)
def test_pecahan_dari_yang_dihitung(lembar: str, satuan: str, isi: str, ada: bool) -> None:
    """Of things one counts there are no parts: a note, for there may be none else to compare with."""
    teks = f"| {lembar} | level | nama | satuan | target | realisasi |\n| | program | P | {satuan} | 12 | {isi} |\n"
    assert semua(teks, "AN-29") == ([("AN-29", di(lembar.lower(), "realisasi"))] if ada else [])
    assert all(t.tingkat is Tingkat.CATATAN for t in periksa_md(teks).temuan if t.kode == "AN-29")


@pytest.mark.parametrize(
    ("satuan", "x", "format", "ada"),
    [
        ("Dokumen", 0.75, "0", True),  # 75% typed over a figure without decimals: the cell shows 1
        ("Nilai", 1.2, "#,##0", True),
        ("%", 1.2, "0", True),
        ("Nilai", 0.75, '0"%"', False),  # the unit is shown
        ("Nilai", 0.7512345, "0", False),
        ("Nilai", 1.0, "0", False),
        ("Nilai", 0.75, "0.00", False),
    ],
)
def test_sel_yang_menampilkan_lain_dari_isinya(satuan: str, x: float, format: str, ada: bool) -> None:
    paket = Paket.dari_bytes(kosong(), "b.xlsm")
    t = muat_buku(paket, skema())["anggaran"]
    isi = {"level": Tulis("program"), "nama": Tulis("P"), "satuan": Tulis(satuan), "realisasi": Tulis(x, format=format)}
    tulis_sel(paket, {t.lembar: {t.alamat(BARIS_DATA, k): sel for k, sel in isi.items()}})
    temuan = [f for f in periksa(muat_buku(paket, skema())).temuan if f.kode == "AN-29"]
    assert [(f.sel, f.tingkat) for f in temuan] == (
        [(t.alamat(BARIS_DATA, "realisasi"), Tingkat.PERINGATAN)] if ada else []
    )

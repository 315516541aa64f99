"""Notes, sources, totals and means that people type below a table: said, and counted nowhere."""

from __future__ import annotations

import pytest
from buku_md import buku_md, di, periksa_md

from lkjip_xl.inti.temuan import Tingkat

DUA = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah | iku |
|           | S1.1 | sasaran | Meningkatnya layanan | Indeks kepuasan | Indeks | naik | ya |
|           | S1.2 | sasaran | | Cakupan | % | naik | ya |

| {lembar} | {versi}kode | {kolom} |
|          | {isi}S1.1 | 80 |
|          | {isi}S1.2 | 90 |
|          | {baris} |
"""


def teks(lembar: str, kolom: str, baris: str) -> str:
    versi, isi = ("versi | ", "murni | ") if lembar == "PK" else ("", "")
    return DUA.format(lembar=lembar, kolom=kolom, versi=versi, isi=isi, baris=baris)


@pytest.mark.parametrize(
    ("lembar", "kolom", "baris", "letak"),
    [
        ("Pengukuran", "realisasi", "Catatan: angka sementara | ", ("pengukuran", "kode")),
        ("Pengukuran", "realisasi", "*) data bulan November | ", ("pengukuran", "kode")),
        ("Pengukuran", "sasaran | realisasi", "| Sumber : BPS | ", ("pengukuran", "sasaran")),
        ("Pengukuran", "indikator | realisasi", "| Rata-rata | 85", ("pengukuran", "indikator")),
        ("Pengukuran", "realisasi", "Rata-rata capaian | 85", ("pengukuran", "kode")),
        ("Renstra", "nilai_dasar", "Keterangan : angka 2019 | ", ("renstra", "kode")),
        ("PK", "target", "| Jumlah | 170", ("pk", "kode")),
        ("Riwayat", "realisasi_1", "Sumber data BPS | ", ("riwayat", "kode")),
        ("Pengukuran", "indikator | capaian", "| Rata-rata | 100,2", ("pengukuran", "indikator")),  # over a formula
        ("Penunjang", "kode_program", "Catatan: program pendukung | ", ("penunjang", "kode")),
        ("Analisis", "penghambat", "Catatan: dari rapat evaluasi | ", ("analisis", "kode")),
    ],
)
def test_bukan_indikator(lembar: str, kolom: str, baris: str, letak: tuple[str, str]) -> None:
    md = teks(lembar, kolom, baris)
    if kolom.startswith(("sasaran", "indikator")):
        md = md.replace("| S1.1 | 80 |", "| S1.1 | | 80 |").replace("| S1.2 | 90 |", "| S1.2 | | 90 |")
    hasil = periksa_md(md)
    semua, sel = hasil.temuan, di(*letak, 10)
    assert hasil.gagal == []
    assert [(t.kode, t.tingkat) for t in semua if f"{t.lembar}!{t.sel}" == sel] == [("LB-17", Tingkat.CATATAN)]
    assert not [t for t in semua if t.tingkat is Tingkat.KESALAHAN and t.kode.startswith("LB")]
    assert 10 not in buku_md(md)[letak[0]].baris
    tanpa = md.rstrip().rpartition("\n")[0]  # the same workbook without that row
    assert "LB-17" not in {t.kode for t in periksa_md(tanpa).temuan}


@pytest.mark.parametrize(
    ("baris", "kode"),
    [
        ("S1.3 | 70", "LB-07"),  # a kode that is none of ours
        ("Catatan: angka sementara | 70", "LB-07"),  # a note has no figure
        (" | 70", "LB-03"),  # a figure without a kode
    ],
)
def test_baris_berangka_tetap_diperiksa(baris: str, kode: str) -> None:
    semua = periksa_md(teks("Pengukuran", "realisasi", baris)).temuan
    assert [t.kode for t in semua if f"{t.lembar}!{t.sel}" == di("pengukuran", "kode", 10)] == [kode]
    assert "LB-17" not in {t.kode for t in semua}


@pytest.mark.parametrize(
    ("md", "jumlah"), [("| Satuan | satuan |\n| | Butir |", 1), ("| Anggaran | nama |\n| | Program A |", 0)]
)
def test_buku_tanpa_isian(md: str, jumlah: int) -> None:
    """Nothing was checked in a workbook that holds nothing: that is said, and is no success."""
    semua = [t for t in periksa_md(md).temuan if t.kode == "LB-18"]
    assert [(f"{t.lembar}!{t.sel}", t.tingkat) for t in semua] == [("Indikator!A8", Tingkat.CATATAN)] * jumlah


@pytest.mark.parametrize(
    ("md", "letak", "kode"),
    [
        ("| Anggaran | no | level | nama |\n| | 1 | program | Program A |\n| | Sumber: LRA | | |", ("anggaran", "no"), "LB-17"),
        ("| Aset | no | nama |\n| | 1 | Tanah |\n| | *) belum diaudit | |", ("aset", "no"), "LB-17"),
        ("| Anggaran | no | level | nama |\n| | 1 | program | Program A |\n| | 2 | | |", ("anggaran", "level"), "LB-03"),
        ("| Aset | no | nama |\n| | 1 | Tanah |\n| | | Keterangan: rusak |", ("aset", "nama"), None),  # a row like others
    ],
)  # fmt: skip
def test_catatan_di_bawah_tabel_lain(md: str, letak: tuple[str, str], kode: str | None) -> None:
    semua = {
        t.kode for t in periksa_md(md).temuan if f"{t.lembar}!{t.sel}" == di(*letak, 9) and t.kode.startswith("LB")
    }
    assert semua == ({kode} if kode else set())


@pytest.mark.parametrize(("nama", "jenis"), [("Rata-rata", "rata-rata"), ("Jumlah", "jumlah"), ("Sub Total", "jumlah")])
def test_jenis_baris(nama: str, jenis: str) -> None:
    assert buku_md(teks("Pengukuran", "realisasi", f"{nama} | 85"))["pengukuran"].tulisan == {10: ("kode", jenis)}


@pytest.mark.parametrize(
    ("baris", "terakhir"),
    [("Catatan: angka sementara | ", 10), ("Rata-rata | 85", 10), ("S1.3 | 70", 10), (" | ", 9)],
)
def test_baris_terakhir(baris: str, terakhir: int) -> None:
    """The last row anybody wrote in, rows about the others included: what is added goes below it."""
    t = buku_md(teks("Pengukuran", "realisasi", baris))["pengukuran"]
    assert t.terakhir == terakhir
    assert buku_md("| Satuan | satuan |\n| | Butir |")["pengukuran"].terakhir == 7

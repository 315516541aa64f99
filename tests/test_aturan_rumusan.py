"""Wording and units that other documents print, against the sheet Indikator; tujuan and sasaran without indicators."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, periksa_md

from lkjip_xl.inti.temuan import Tingkat

AWAL = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah | iku |
|           | S1.1 | sasaran | Meningkatnya kualitas layanan | Indeks kepuasan | Indeks | naik | ya |
|           | S1.2 | sasaran | | Persentase layanan tuntas tahap 1 | % | naik | {} |
|           | S1.3 | sasaran | | Cakupan | % | naik | {} |

"""
P, C = Tingkat.PERINGATAN, Tingkat.CATATAN


def temuan(teks: str, *kode: str) -> list[tuple[str, str, Tingkat]]:
    return [(t.kode, f"{t.lembar}!{t.sel}", t.tingkat) for t in periksa_md(teks).temuan if t.kode in kode]


@pytest.mark.parametrize("lembar", ["Renstra", "IKU", "PK"])
@pytest.mark.parametrize(
    ("kolom", "isi", "tingkat"),
    [
        ("sasaran", "Meningkatnya Kualitas Layanan.", None),  # case and punctuation are no difference
        ("sasaran", "Meningkatnya kwalitas layanan", C),
        ("sasaran", "Terwujudnya tata kelola yang baik", P),
        ("indikator", "Indeks kepuasan", None),
        ("indikator", "Persentase lulusan", P),
    ],
)
def test_rumusan(lembar: str, kolom: str, isi: str, tingkat: Tingkat | None) -> None:
    id_lembar = lembar.casefold()
    versi = {"PK": "murni", "IKU": "sesudah"}.get(lembar)
    kepala, baris = ("versi | kode", f"{versi} | S1.1") if versi else ("kode", "S1.1")
    teks = AWAL.format("ya", "ya") + f"| {lembar} | {kepala} | {kolom} |\n| | {baris} | {isi} |"
    assert temuan(teks, "SU-13", "RM-02") == ([("SU-13", di(id_lembar, kolom), tingkat)] if tingkat else [])


def test_angka_di_dalam_nama_membedakan() -> None:
    teks = (
        AWAL.format("ya", "ya")
        + "| PK | versi | kode | indikator |\n| | murni | S1.2 | Persentase layanan tuntas tahap {} |"
    )
    assert temuan(teks.format(2), "SU-13") == [("SU-13", di("pk", "indikator"), P)]
    assert temuan(teks.format(1), "SU-13") == []


@pytest.mark.parametrize(
    ("lembar", "satuan", "tingkat"),
    [("PK", "Persen", P), ("PK", "Nilai", C), ("PK", "index", None), ("Renstra", "Persen", C)],
)
def test_satuan_dokumen(lembar: str, satuan: str, tingkat: Tingkat | None) -> None:
    kepala, baris = ("versi | kode", "murni | S1.1") if lembar == "PK" else ("kode", "S1.1")
    teks = AWAL.format("ya", "ya") + f"| {lembar} | {kepala} | satuan |\n| | {baris} | {satuan} |"
    assert temuan(teks, "SU-07", "RM-02") == ([("SU-07", di(lembar.casefold(), "satuan"), tingkat)] if tingkat else [])


INDIKATOR = "| Indikator | kode | jenjang | induk | pernyataan | indikator | satuan | arah |\n"


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        (["T1 | tujuan | | Tujuan | | |"], ("LB-16", C)),
        (["S1 | sasaran | | Sasaran | | |"], ("LB-16", P)),
        (["S1 | sasaran | | Sasaran | | |", "S1.1 | sasaran | | | A | % | naik"], None),
        (["T1 | tujuan | | Tujuan | | |", "S1.1 | sasaran | T1 | S | A | % | naik"], None),
        (["S1.1 | sasaran | | Sasaran | | % | naik"], ("LB-03", Tingkat.KESALAHAN)),
        (["P1.1 | program | | Program | | |"], ("LB-03", Tingkat.KESALAHAN)),
    ],
)
def test_tujuan_dan_sasaran_tanpa_indikator(baris: list[str], harap: tuple | None) -> None:
    teks = INDIKATOR + "\n".join(f"| | {b} |" for b in baris)
    semua = temuan(teks, "LB-03", "LB-16")
    assert semua == ([(harap[0], di("indikator", "indikator"), harap[1])] if harap else [])
    assert di("indikator", "arah") not in [s for _, s in gawat(teks)]


def test_formulasi_untuk_semua_indikator_itu_lazim() -> None:
    iku = "| IKU | versi | kode | formulasi |\n| | sesudah | S1.1 | a |\n| | sesudah | S1.2 | b |\n| | sesudah | S1.3 | c |"
    assert [t for _, _, t in temuan(AWAL.format("tidak", "tidak") + iku, "IK-02")] == [C]  # folded
    assert [t for _, _, t in temuan(AWAL.format("tidak", "ya") + iku, "IK-02")] == [P]

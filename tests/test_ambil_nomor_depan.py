"""Running numbers in the cells of names: taken off where all of a column has them, never a number that is part of a name."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import UANG, UKUR, isi

NAMA = [("Indeks mutu air",), ("Persentase sempadan tertata",), ("Nilai SAKIP",)]
UKURAN = (" | Indeks | 56,00 | 57,40", " | % | 70 | 71", " | Nilai | 80 | 81")


def _indikator(*nama: str, sasaran: tuple[str, ...] = ("Mutu sungai", "", "Tata kelola")) -> str:
    baris = (f"{s} | {n}{x}" for s, n, x in zip(sasaran, nama, UKURAN, strict=True))
    return "\n".join(("Sasaran | Indikator Kinerja | Satuan | Target | Realisasi", *baris))


@pytest.mark.parametrize(
    "nomor",
    ["1 |2 |3 ", "1. |2. |3. ", "1.|2.|3.", "1) |2) |3) ", "(1) |(2) |(3) ", "a. |b. |c. ", "a. |b. |a. ", "1.1 |1.2 |2.1 ",
     "1.1.1. |1.1.2. |1.2.1. ", "I. |II. |III. ", "IKU 1 |IKU 2 |IKU 3 ", "IKU-1: |IKU-2: |IKU-3: ", "IKSS 1.1. |IKSS 1.2. |IKSS 2.1. "],
)  # fmt: skip
def test_nomor_di_depan_semua_nama_indikator(nomor: str) -> None:
    r = ambil(buku(), _indikator(*(x + n for x, (n,) in zip(nomor.split("|"), NAMA, strict=True))), UKUR)
    assert isi(r, "indikator", "indikator") == NAMA
    assert isi(r, "pengukuran", "target", "realisasi") == [(56.0, 57.4), (70.0, 71.0), (80.0, 81.0)]


@pytest.mark.parametrize("nomor", ["1.1 |2.1 ", "SS1. |SS2. ", "1. |2. ", "S.1 |S.2 "])
def test_nomor_di_depan_sasaran(nomor: str) -> None:
    a, z = nomor.split("|")
    r = ambil(buku(), _indikator(*(n for (n,) in NAMA), sasaran=(f"{a}Mutu sungai", "", f"{z}Tata kelola")), UKUR)
    assert isi(r, "indikator", "pernyataan") == [("Mutu sungai",), (None,), ("Tata kelola",)]


@pytest.mark.parametrize(
    "nama",
    [("1000 hari pertama kehidupan terlayani", "Persentase sempadan tertata", "Nilai SAKIP"),
     ("4 pilar tercapai", "4 pilar terukur", "Nilai SAKIP"), ("3. Indeks mutu air", "7. Persentase sempadan tertata", "5. Nilai SAKIP"),
     ("S1 perawat tersedia", "S1 bidan tersedia", "S1 gizi tersedia"), ("K4 ibu hamil", "K1 ibu hamil", "K6 ibu hamil")],
)  # fmt: skip
def test_angka_milik_nama_tetap(nama: tuple[str, str, str]) -> None:
    assert isi(ambil(buku(), _indikator(*nama), UKUR), "indikator", "indikator") == [(n,) for n in nama]


@pytest.mark.parametrize("nomor", ["1 |1.1 |1.2 |2 ", "1. |1.1 |1.2 |2. ", "1. |1.1. |1.2. |2. ", "A. |1. |2. |B. ", "I. |a. |b. |II. ", "1. |a) |b) |2. "])  # fmt: skip
@pytest.mark.parametrize("kata", ["", "Program |Kegiatan |Kegiatan |Program "])
def test_nomor_di_depan_program_menyebut_tingkatnya(nomor: str, kata: str) -> None:
    nama = ["Pengelolaan Sungai", "Pemantauan mutu air", "Penataan sempadan", "Penunjang Urusan"]
    semua = [f"{k}{n}" for k, n in zip((kata or "|||").split("|"), nama, strict=True)]
    uang = ["9.000.000 | 8.000.000", "5.000.000 | 4.500.000", "4.000.000 | 3.500.000", "1.000.000 | 900.000"]
    baris = (f"{x}{n} | {u}" for x, n, u in zip(nomor.split("|"), semua, uang, strict=True))
    r = ambil(buku(), "\n".join(("Program / Kegiatan | Anggaran (Rp) | Realisasi (Rp)", *baris)), UANG)
    tingkat = ["program", "kegiatan", "kegiatan", "program"]
    assert isi(r, "anggaran", "level", "nama") == list(zip(tingkat, semua, strict=True))


def test_kode_di_depan_program_tetap_kode() -> None:
    r = ambil(buku(), """Program / Kegiatan | Anggaran (Rp) | Realisasi (Rp)
2.11.01 Penunjang Urusan | 900.000.000 | 800.000.000
2.11.01.2.01 Perencanaan | 900.000.000 | 800.000.000""", UANG)  # fmt: skip
    assert isi(r, "anggaran", "level", "kode", "nama") == [
        ("program", "2.11.01", "Penunjang Urusan"),
        ("kegiatan", "2.11.01.2.01", "Perencanaan"),
    ]

"""Totals of two tables of the same people or money."""

from __future__ import annotations

import pytest
from buku_md import di, periksa_md

from lkjip_xl.inti.temuan import Tingkat

PEGAWAI = "| Pegawai | dimensi | uraian | golongan | laki_laki | perempuan | jumlah |\n"
P, C = Tingkat.PERINGATAN, Tingkat.CATATAN


def temuan(teks: str, kode: str) -> list[tuple[str, Tingkat]]:
    semua = periksa_md(teks).temuan
    assert not [t for t in semua if t.tingkat is Tingkat.KESALAHAN and t.kode != "PW-01"]
    return [(f"{t.lembar}!{t.sel}", t.tingkat) for t in semua if t.kode == kode]


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        (["Pendidikan | S1 | | | | 20", "Pendidikan | SMA | | | | 10", "Jabatan | Staf | | | | 30"], []),
        (["Pendidikan | S1 | | | | 20", "Pendidikan | SMA | | | | 10", "Jabatan | Staf | | | | 31"], [(10, "jumlah", P)]),
        # the total is what is printed, where there is one
        (["Pendidikan | S1 | | | | 20", "Pendidikan | Jumlah | | | | 20", "Jabatan | Staf | | | | 21", "Jabatan | Jumlah | | | | 21"],
         [(11, "jumlah", P)]),
        # far apart they may be of other people, unless most tables agree or one column does
        (["Pendidikan | S1 | | | | 20", "Jabatan | Staf | | | | 48"], [(9, "jumlah", C)]),
        (["Pendidikan | S1 | | | | 20", "Status | Kawin | | | | 20", "Jabatan | Staf | | | | 48"], [(10, "jumlah", P)]),
        (["Pendidikan | S1 | | 5 | 15 | 20", "Jabatan | Staf | | 5 | 43 | 48"], [(9, "jumlah", P)]),
        (["Pendidikan | S1 | | 5 | 15 | 20", "Jabatan | Staf | | 6 | 14 | 20"], [(9, "laki_laki", P)]),
        (["Pendidikan | S1 | | 5 | 15 | 20", "Kelamin | Laki-laki | | | | 5", "Kelamin | Perempuan | | | | 15"], []),
        (["Pendidikan | S1 | | 5 | 15 | 20", "Kelamin | Laki-laki | | | | 6", "Kelamin | Perempuan | | | | 14"],
         [(9, "jumlah", P)]),
        # only people with a rank, only PNS, only some
        (["Pendidikan | S1 | | | | 30", "Golongan | III | | | | 28"], [(9, "jumlah", C)]),
        (["Golongan | III | | | | 28", "Pendidikan | S1 | | | | 30"], [(9, "jumlah", C)]),
        (["Pendidikan | S1 | | | | 30", "Golongan | III | | | | 31"], [(9, "jumlah", P)]),
        (["Pendidikan | S1 | | | | 30", "Jabatan PNS | Staf | | | | 28"], []),
        (["Pendidikan | S1 | | | | 30", "Status | PNS | | | | 20", "Status | PPPK | | | | 8"], []),
        (["Pendidikan | S1 | | | | 30", "Eselon | III | | | | 4"], []),
        # a table whose total is wrong by itself has been reported
        (["Pendidikan | S1 | | | | 20", "Pendidikan | Jumlah | | | | 21", "Jabatan | Staf | | | | 20"], []),
        (["Pendidikan | S1 | | | | 20", "Jabatan | Staf | | | |"], []),
    ],
)  # fmt: skip
def test_jumlah_pegawai_antartabel(baris: list[str], harap: list) -> None:
    teks = PEGAWAI + "\n".join(f"| | {b} |" for b in baris)
    assert temuan(teks, "PW-03") == [(di("pegawai", kolom, b), t) for b, kolom, t in harap]


GOLONGAN = ["Golongan | III | | | | 20", "Golongan | IV | | | | 10"]


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        (["Kelas | Gol. III | | | | 19", "Kelas | Gol. IV | | | | 11"], [10]),
        (["Kelas | Gol. III | | | | 20", "Kelas | Gol. IV | | | | 10"], []),
        # the name stands in the second label, rank by rank
        (["Jabatan | Staf | III/a | | | 12", "Jabatan | Staf | III/b | | | 7", "Jabatan | Ahli | IV/a | | | 11"], [10]),
        (["Jabatan | Staf | III/a | | | 12", "Jabatan | Staf | III/b | | | 8", "Jabatan | Ahli | IV/a | | | 10"], []),
        # Roman numbers that name no rank, a table that counts twice, other people
        (["Kelas | III | | | | 19", "Kelas | IV | | | | 11"], []),
        (["Kelas | Gol. III | | | | 19", "Kelas | III/a | | | | 19", "Kelas | Gol. IV | | | | 11", "Kelas | Jumlah | | | | 30"], []),
        (["Kelas | Gol. III | | | | 19", "Kelas | Gol. IV | | | | 9", "Kelas | Gol. II | | | | 2"], []),  # divided otherwise
        (["Diklat | Gol. III | | | | 19", "Diklat | Gol. IV | | | | 11"], []),
        (["Kelas PNS | Gol. III | | | | 19", "Kelas PNS | Gol. IV | | | | 11"], []),
    ],
)  # fmt: skip
def test_sebutan_yang_sama_berjumlah_sama(baris: list[str], harap: list[int]) -> None:
    """Two tables of as many people, of whom one has another number of golongan III."""
    teks = PEGAWAI + "\n".join(f"| | {b} |" for b in (*GOLONGAN, *baris))
    assert [x for x, _ in temuan(teks, "PW-04")] == [di("pegawai", "jumlah", b) for b in harap]


UNIT = ("Unit (tabel 2.7) | Kantor | | 17 | 3 |", "Unit (tabel 2.7) | Satu | | {} |", "Unit (tabel 2.7) | Dua | | 6 | 2 |",
        "Unit (tabel 2.7) | Tiga | | 8 | 3 |")  # fmt: skip
LAGI = ("{0} | Kantor | | 17 | 3 |", "{0} | Satu | | 6 | 4 |", "{0} | Dua | | 6 | 2 |", "{0} | Tiga | | 8 | 3 |")


@pytest.mark.parametrize(
    ("satu", "lagi", "harap"),
    [
        ("6 | 4", "Unit (tabel 2.8)", []),
        ("4 | 2", "Unit (tabel 2.8)", [("laki_laki", 9), ("laki_laki", 13)]),  # of two the later one is asked about
        ("6 | 2", "Unit (teks)", [("perempuan", 9), ("perempuan", 13)]),
        ("4 | 2", "Unit (2020)", []),  # other people
        ("4 | 2", "Unit (kebutuhan)", []),
        ("4 | 2", "Bidang (tabel 2.8)", []),
    ],
)
def test_tabel_yang_dicetak_dua_kali(satu: str, lagi: str, harap: list) -> None:
    teks = PEGAWAI + "\n".join(f"| | {b} |" for b in (*(x.format(satu) for x in UNIT), *(x.format(lagi) for x in LAGI)))
    kena = [t for t in periksa_md(teks).temuan if t.kode == "PW-04"]
    assert len(kena) == bool(harap)
    disebut = {"!".join(x) for t in kena for x in ((t.lembar, t.sel), *t.sel_terkait)}
    assert {di("pegawai", k, b) for k, b in harap} <= disebut


def test_tabel_yang_dicetak_tiga_kali() -> None:
    """The one that differs from the two others, by its sum alone."""
    teks = "Unit (teks) | {} | | | | {}"
    tiga = [teks.format(n, x) for n, x in (("Kantor", 20), ("Satu", 10), ("Dua", 8), ("Tiga", 11))]
    baris = (*(x.format("4 | 2") for x in UNIT), *(x.format("Unit (tabel 2.8)") for x in LAGI), *tiga)
    assert [x for x, _ in temuan(PEGAWAI + "\n".join(f"| | {b} |" for b in baris), "PW-04")] == [
        di("pegawai", "laki_laki", 9)
    ]


BELANJA = "| Pengaturan | tahun |\n| | 2024 |\n\n| Belanja | tahun | jenis | induk | anggaran | realisasi |\n"
ANGGARAN = "\n\n| Anggaran | level | nama | pagu | realisasi_rp |\n| | program | P | 150 | 90 |\n| | kegiatan | K | 150 | 90 |\n| | program | Q | 60 | 50 |\n"


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        (["2024 | Pegawai | | 110 | 80", "2024 | Barang | | 100 | 60"], []),
        (["2024 | Pegawai | | 110 | 80", "2024 | Barang | | 100 | 61"], [("realisasi", 8, P)]),
        (["2024 | Daerah | | 210 | 140", "2024 | Barang | Daerah | 210 | 140"], []),
        ([" | Pegawai | | 120 | 140"], [("anggaran", 8, P)]),
        (["2024 | Pegawai | | 210 | 141", "2024 | Jumlah | | 210 | 141"], [("realisasi", 9, P)]),
        # both differ: other money, or another version of the budget
        (["2024 | Belanja Langsung | | 100 | 60"], [("anggaran", 8, C), ("realisasi", 8, C)]),
        (["2023 | Pegawai | | 100 | 140"], []),
        (["2024 | Pegawai | | 210 |"], []),
    ],
)
def test_belanja_dan_program(baris: list[str], harap: list) -> None:
    teks = BELANJA + "\n".join(f"| | {b} |" for b in baris) + ANGGARAN
    assert temuan(teks, "BL-03") == [(di("belanja", k, b), t) for k, b, t in harap]


BERINDUK = """
| Pengaturan | tahun |
|            | 2024  |

| Belanja | tahun | jenis  | induk  | anggaran | realisasi |
|         | 2024  | Daerah |        | 210      | 141       |
|         | 2024  | Barang | Daerah | 210      | 141       |

| Anggaran | level   | nama | pagu | realisasi_rp |
|          | program | P    | 210  | 140          |
"""


def test_belanja_berinduk_tanpa_baris_jumlah() -> None:
    assert temuan(BERINDUK, "BL-03") == [(di("belanja", "realisasi"), P)]
    assert temuan(BERINDUK.replace("| 140 ", "| 141 "), "BL-03") == []

"""Rows of free tables over the years of one indicator, and columns whose headers say what they are made of."""

from __future__ import annotations

import pytest
from buku_md import di, gawat

ISI = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2023  | 2021         | 2026          |

| Indikator | kode | jenjang | indikator                       | satuan | arah |
|           | S1.1 | sasaran | Cakupan layanan persampahan     | desa   | naik |
|           | S1.2 | sasaran | Indeks Kepuasan Masyarakat      | nilai  | naik |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | 15     | 11        | 73,33   |
|            | S1.2 | 82     | 83,45     | 101,77  |

| Riwayat | kode | target_1 | realisasi_1 | capaian_1 | target_2 | realisasi_2 | capaian_2 |
|         | S1.1 | 10       | 10          | 100       | 9        | 8           | 88,89     |
|         | S1.2 | 81       | 82,10       | 101,36    | 80       | 79,55       | 99,44     |

"""
TURUN = """
| Pengaturan | tahun | renstra_awal | renstra_akhir | batas_capaian |
|            | 2023  | 2021         | 2026          | 100           |

| Indikator | kode | jenjang | indikator        | satuan | arah  |
|           | S1.1 | sasaran | Angka stunting   | %      | turun |

| Renstra | kode | tahun_dasar | nilai_dasar | target_1 | target_2 | target_3 |
|         | S1.1 | 2020        | 24,15       | 22       | 20       | 18,5     |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | 18,5   | 17,42     | 100     |

| Anggaran | level   | nama           | pagu | realisasi_rp | serapan |
|          | program | Program gizi   | 200  | 100          | 50      |

| Tabel Bebas | judul                 | k1             | k2          | k3             | k4          | k5             | k6           |
|             | Perkembangan stunting | Uraian         | Target 2022 | Realisasi 2020 | Target 2023 | Realisasi 2023 | Capaian 2023 |
|             |                       | Angka stunting | 20          | 24,15          | 18,5        | 17,24          | 105,84       |
"""
KEPALA = "Uraian | Realisasi 2021 | Realisasi 2022 | Realisasi 2023 | Capaian 2021 | Capaian 2022 | Capaian 2023"
TAHUN = "Uraian | 2021 | 2022 | 2023"
IKM = "Perkembangan Indeks Kepuasan Masyarakat 2021–2023"


def bebas(judul: str, *baris: str) -> str:
    isi = [[judul if not n else "", *x.split(" | ")] for n, x in enumerate(baris)]
    lebar = max(map(len, isi))
    kepala = "| Tabel Bebas | judul | " + " | ".join(f"k{n}" for n in range(1, lebar)) + " |\n"
    return kepala + "".join("| | " + " | ".join([*b, *[""] * (lebar - len(b))]) + " |\n" for b in isi)


@pytest.mark.parametrize(
    ("judul", "baris", "harap"),
    [
        ("Persampahan", (KEPALA, "Cakupan layanan persampahan | 8 | 10 | 11 | 88,89 | 100 | 73,33"), []),
        ("Persampahan", (KEPALA, "Cakupan layanan persampahan | 8 | 10 | 15 | 88,89 | 100 | 73,33"), ["k4"]),
        ("Persampahan", (KEPALA, "Cakupan layanan persampahan | 8 | 10 | 15 | 88,89 | 100 | 70,33"), ["k4", "k7"]),
        ("Persampahan", (KEPALA, "Cakupan layanan persampahan | 9 | 10 | 15 | 88,89 | 100 | 70,33"), []),  # too few agree
        ("Persampahan", (KEPALA, "Cakupan layanan air | 8 | 10 | 15 | 88,89 | 100 | 73,33"), []),  # something else
        ("Persampahan", (KEPALA.replace("2023", "Nasional 2023"), "Cakupan layanan persampahan | 8 | 10 | 15 | 88,89 | 100 | 98"), []),
        # the kind in the label, the indicator in the title
        (IKM, (TAHUN, "Target | 80 | 81 | 82", "Realisasi | 79,55 | 82,10 | 83,54"), ["k4"]),
        (IKM, (TAHUN, "Target | 80 | 81 | 82", "Realisasi | 79,55 | 82,10 | 83,45"), []),
        (IKM, (TAHUN, "Realisasi anggaran | 79,55 | 82,10 | 83,54"), []),
        ("Perkembangan layanan", (TAHUN, "Realisasi | 79,55 | 82,10 | 83,54"), []),
        # no kind at all: the one that the others agree with
        ("Perkembangan", (TAHUN, "Indeks Kepuasan Masyarakat | 79,55 | 82,01 | 83,45"), ["k3"]),
        ("Perkembangan", (TAHUN, "Indeks Kepuasan Masyarakat | 99,44 | 101,36 | 101,77"), []),
        ("Perkembangan", (TAHUN, "Indeks Kepuasan Masyarakat | 99,44 | 82,01 | 83,45"), []),
    ],
)  # fmt: skip
def test_satu_baris_tahun_demi_tahun(judul: str, baris: tuple[str, ...], harap: list[str]) -> None:
    letak = 8 + len(baris) - 1
    assert gawat(ISI + bebas(judul, *baris)) == [("TB-21", di("tabel_bebas", k, letak)) for k in harap]


def test_menurut_renstra_dan_pengukuran() -> None:
    """The capaian there is printed without the cap, which is no contradiction."""
    assert gawat(TURUN) == [("TB-21", di("tabel_bebas", "k5", 9))]
    assert gawat(TURUN.replace("17,24 ", "17,42 ")) == []
    assert gawat(TURUN.replace("105,84       |", "108,54       |").replace("17,24 ", "17,42 ")) == [("TB-21", di("tabel_bebas", "k6", 9))]  # fmt: skip
    assert gawat(TURUN.replace("24,15          |", "25,14          |").replace("17,24 ", "17,42 ")) == [("TB-21", di("tabel_bebas", "k3", 9))]  # fmt: skip


def test_capaian_yang_sudah_dilaporkan_dan_cetakan_yang_lain_lagi() -> None:
    """73,30 is reported; a table that prints neither it nor 73,33 is one more mistake, one that prints either is none."""
    for x, ada in (("73,30", 0), ("73,33", 0), ("70,30", 1)):
        teks = ISI.replace("73,33", "73,30") + bebas("T", KEPALA, f"Cakupan layanan persampahan | 8 | 10 | 11 | 88,89 | 100 | {x}")  # fmt: skip
        assert [k for k, _ in gawat(teks)] == ["PG-01", *["TB-21"] * ada]


JK = "Unit | L | P | L+P | L (%) | P (%) | L+P (%)"


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        ((JK, "Kecamatan | 17 | 19 | 36 | 47% | 53% | 100%"), []),
        ((JK, "Kecamatan | 17 | 19 | 39 | 47% | 53% | 100%"), ["k4"]),
        ((JK, "Kecamatan | 17 | 19 | 36 | 52% | 48% | 100%"), ["k5", "k6"]),
        ((JK, "Kecamatan | 17 | 19 | 36 | 47,2% | 52,7% | 100%"), []),  # cut off
        (("Ijazah | Pria | Wanita | Jumlah", "S1 | 12 | 15 | 28"), ["k4"]),
        (("Ijazah | Pria | Wanita | Honorer | Jumlah", "S1 | 12 | 15 | 3 | 30"), []),
        (("Ijazah | L | P | Jumlah", "S1 | 12 | – | 12"), []),
        (("Ijazah | L (%) | P (%) | L+P (%)", "SMA | 67% | 33% | 100%", "S1 | 43% | 52% | 100%"), ["k3"]),
        (("Ijazah | L (%) | P (%) | Jumlah (%)", "SMA | 30% | 20% | 25%", "S1 | 70% | 80% | 75%"), []),  # of each column
    ],
)  # fmt: skip
def test_kolom_menurut_namanya(baris: tuple[str, ...], harap: list[str]) -> None:
    letak = 8 + len(baris) - 1
    assert gawat(bebas("Pegawai menurut jenis kelamin", *baris)) == [("TB-23", di("tabel_bebas", k, letak)) for k in harap]  # fmt: skip


BULAN = "Uraian | Januari | Februari | Maret | April | Jumlah"


@pytest.mark.parametrize(
    ("kepala", "baris", "harap"),
    [
        (BULAN, "Pengunjung | 120 | 135 | 118 | 127 | 500", []),
        (BULAN, "Pengunjung | 120 | 135 | 118 | 127 | 510", ["k6"]),
        (BULAN, "Pengunjung | 20 | 35 | 48 | 97 | 97", []),  # cumulative
        (BULAN, "Peserta | 120 | 135 | 118 | 127 | 135", []),
        (BULAN, "Indeks | 3,2 | 3,4 | 3,3 | 3,5 | 13,5", []),
        (BULAN, "Pengunjung | 120 | 135 | 118 | 127 | 900", []),  # of more than these
        (BULAN.replace("Jumlah", "Rata-rata"), "Pengunjung | 120 | 135 | 118 | 127 | 510", []),
        ("Uraian | 2020 | 2021 | 2022 | 2023 | Jumlah", "Pengunjung | 120 | 135 | 118 | 127 | 510", []),
    ],
)
def test_jumlah_bulan_di_satu_baris(kepala: str, baris: str, harap: list[str]) -> None:
    assert gawat(bebas("Pengunjung", kepala, baris)) == [("TB-23", di("tabel_bebas", k, 9)) for k in harap]


TW = "Uraian | TW I | TW II | TW III | TW IV"


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        ((TW, "Target | 90 | 90 | 95 | 95", "Realisasi | 88,2 | 91,8 | 93,1 | 96,9", "Capaian (%) | 98 | 102 | 98 | 102"), []),
        ((TW, "Target | 90 | 90 | 95 | 95", "Realisasi | 88,2 | 91,8 | 93,1 | 96,9", "Capaian (%) | 98 | 102 | 89 | 102"), [("k4", 11)]),
        ((TW, "Pagu | 200 | 250 | 300 | 350", "Realisasi | 100 | 200 | 210 | 315", "Serapan (%) | 50 | 80 | 70 | 95"), [("k5", 11)]),
        (("Uraian | 2021 | 2022 | 2023", "Masuk | 20 | 25 | 31", "Selesai | 15 | 20 | 28", "Sisa | 5 | 5 | 4"), [("k4", 11)]),
        # changes beside the years, rows that are not made of each other, sums
        (("Uraian | 2021 | 2022 | Perubahan", "Target | 80 | 90 | 12,5", "Realisasi | 72 | 90 | 25", "Capaian (%) | 90 | 100 | 11,1"), []),
        (("Uraian | 2021 | 2022 | 2023", "Persen A | 20 | 25 | 31", "Persen B | 15 | 20 | 28", "Persen C | 5 | 5 | 4"), []),
        (("Pajak | 2021 | 2022 | 2023", "A | 20 | 25 | 31", "B | 15 | 20 | 28", "Jumlah | 35 | 45 | 60"), [("k4", 11)]),
    ],
)  # fmt: skip
def test_baris_yang_mengikuti_baris_di_atasnya(baris: tuple[str, ...], harap: list[tuple[str, int]]) -> None:
    ada = [x for k, x in gawat(bebas("Rekapitulasi", *baris)) if k in ("TB-24", "TB-10")]
    assert ada == [di("tabel_bebas", k, b) for k, b in harap]


UKUR = "Indikator | Target | Realisasi | Capaian (%)"


@pytest.mark.parametrize(
    ("judul", "baris", "harap"),
    [
        ("Capaian IKM", "Indeks Kepuasan Masyarakat | 82 | 83,54 | 101,77", ["k3"]),
        ("Capaian IKM", "Indeks Kepuasan Masyarakat | 82 | 83,45 | 101,77", []),
        ("Capaian IKM Tahun 2022", "Indeks Kepuasan Masyarakat | 81 | 82,01 | 101,36", ["k3"]),
        ("Capaian IKM Triwulan III", "Indeks Kepuasan Masyarakat | 82 | 80,10 | 101,77", []),
        ("Capaian IKM 2022 dan 2023", "Indeks Kepuasan Masyarakat | 82 | 83,54 | 101,77", []),
        ("Capaian IKM", "Indeks Kepuasan Masyarakat | 84 | 83,54 | 101,77", []),  # of something else
    ],
)
def test_tabel_kecil_satu_indikator(judul: str, baris: str, harap: list[str]) -> None:
    assert gawat(ISI + bebas(judul, UKUR, baris)) == [("TB-21", di("tabel_bebas", k, 9)) for k in harap]

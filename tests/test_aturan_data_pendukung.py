"""Data Pendukung: totals of its tables, and these against the components of the indicator they support."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, semua

DATA = "| Data Pendukung | tabel | uraian | kolom | nilai | satuan |\n"


def data(*baris: str) -> str:
    return DATA + "\n".join(f"| | {b} |" for b in baris) + "\n\n"


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        (["T | A | Orang | 10 |", "T | B | Orang | 20 |", "T | Jumlah | Orang | 30 |"], []),
        (["T | A | Orang | 10 |", "T | B | Orang | 20 |", "T | Jumlah | Orang | 40 |"], [10]),
        (["T | A | Orang | 10 |", "T | B | Orang | 20 |", "T | TOTAL | Orang | 40 |"], [10]),
        # another table, another column, a unit that does not add up
        (["T | A | Orang | 10 |", "T | B | Orang | 20 |", "U | Jumlah | Orang | 40 |"], []),
        (["T | A | Persen | 10 |", "T | B | Persen | 20 |", "T | Jumlah | Persen | 40 |"], []),
        (["T | A | x | 10 | %", "T | B | x | 20 | %", "T | Jumlah | x | 15,5 | %"], []),
        (["T | A | x | 10 | orang", "T | B | x | 20 | dokumen", "T | Jumlah | x | 15 | orang"], []),
        (["T | A | Indeks | 10 |", "T | B | Indeks | 20 |", "T | Jumlah | Indeks | 40 |"], []),
        # subtotals, a total of only some rows (that are told apart, or not), a mean
        (["T | A | n | 10 |", "T | B | n | 20 |", "T | Jumlah | n | 30 |", "T | C | n | 5 |", "T | D | n | 6 |", "T | Total | n | 41 |"], []),
        (["T | A | n | 10 |", "T | B | n | 20 |", "T | Termasuk C | n | 5 |", "T | Jumlah | n | 30 |"], []),
        (["T | A | n | 10 |", "T | B | n | 20 |", "T | C | n | 5 |", "T | Jumlah | n | 25 |"], [11]),
        (["T | A | n | 10 |", "T | B | n | 20 |", "T | Jumlah | n | 15 |"], []),
        # a column of totals
        (["T | A | L | 4 |", "T | A | P | 6 |", "T | A | Jumlah | 11 |"], [10]),
        (["T | A | L | 4 |", "T | A | P | 6 |", "T | A | Jumlah | 10 |", "T | A | % | 40 |"], []),
        # of several lines one must add up
        (["T | A | L | 4 |", "T | A | P | 6 |", "T | A | Jumlah | 17 |", "T | B | L | 4 |", "T | B | P | 6 |", "T | B | Jumlah | 18 |"], []),
    ],
)  # fmt: skip
def test_jumlah(baris: list[str], harap: list[int]) -> None:
    assert gawat(data(*baris)) == [("DP-01", di("data_pendukung", "nilai", b)) for b in harap]


@pytest.mark.parametrize(("baris", "kode"), [(200, []), (400, ["DP-05"])])
def test_jumlah_di_tiap_baris_dikatakan_tidak_diperiksa(baris: int, kode: list[str]) -> None:
    """Hundreds of totals in one line of cells are no table of a report: it is said that nobody checks them."""
    isi = [x for i in range(baris // 2) for x in (f"T | A{i} | n | {i % 5 + 2} |", f"T | Jumlah | n | {900 + i % 3} |")]
    temuan = semua(data("U | A | n | 1 |", "U | B | n | 2 |", "U | Jumlah | n | 3 |", *isi), "DP-01", "DP-03", "DP-05")
    assert list(dict.fromkeys(k for k, _ in temuan)) == kode


INDIKATOR = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | Persentase pencari kerja ditempatkan | % | naik |
|           | S1.2 | sasaran | Cakupan lain | % | naik |

| Pengukuran | kode | target | pembilang | penyebut | pengali |
|            | S1.1 | 25     | 412       | 1500     | 100     |

"""


@pytest.mark.parametrize(
    ("tabel", "isi", "ada"),
    [
        ("Rincian S1.1", (200, 211, 411), True),
        ("Rincian S1.1", (200, 212, 412), False),
        ("Persentase pencari kerja ditempatkan menurut kecamatan", (220, 221, 441), False),  # too far to be the same
        ("Persentase pencari kerja ditempatkan menurut kecamatan", (200, 216, 416), True),
        ("Rincian S1.1", (21, 400, 421), True),  # two digits changed places
        ("Rincian S1.1 dan S1.2", (200, 211, 411), False),
        ("Rincian lain", (200, 211, 411), False),
        ("Rincian S1.1", (412, 5, 417), False),  # the component is one of its rows
    ],
)
def test_komponen_indikator(tabel: str, isi: tuple[int, int, int], ada: bool) -> None:
    a, b, jumlah = isi
    teks = INDIKATOR + data(
        f"{tabel} | A | n | {a} |", f"{tabel} | B | n | {b} |", f"{tabel} | Jumlah | n | {jumlah} |"
    )
    assert gawat(teks) == ([("DP-02", di("data_pendukung", "nilai", 10))] if ada else [])


BERKOMPONEN = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | Persentase pencari kerja ditempatkan | % | naik |

| Pengukuran | kode | target | pembilang | penyebut | pengali |
|            | S1.1 | 25     | 412       | 1500     | 100     |

| Data Pendukung | tabel        | uraian | kolom | nilai | satuan |
|                | Rincian S1.1 | A      | n     | 200   | orang  |
|                | Rincian S1.1 | B      | n     | 211   | orang  |
|                | Rincian S1.1 | Jumlah | n     | 411   | orang  |
"""


def test_satu_temuan_untuk_satu_sebab() -> None:
    assert gawat(BERKOMPONEN) == [("DP-02", di("data_pendukung", "nilai", 10))]
    # where the total itself is wrong, that is what is said
    assert gawat(BERKOMPONEN.replace("| 411 ", "| 421 ")) == [("DP-01", di("data_pendukung", "nilai", 10))]


@pytest.mark.parametrize(
    ("label", "satuan", "total", "kode"),
    [
        ("Jumlah", "%", "170", "DP-04"),
        ("Jumlah", "%", "85", None),
        ("Jumlah", "orang", "170", None),
        ("Rata-rata", "orang", "95", "DP-03"),
        ("Rata-rata", "orang", "85", None),
        ("Rata-rata", "%", "83,3", None),  # weighted
    ],
)
def test_rata_dan_persen(label: str, satuan: str, total: str, kode: str | None) -> None:
    baris = "".join(f"| | Hal | {u} | Cakupan | {x} | {satuan} |\n" for u, x in (("A", 90), ("B", 80), (label, total)))
    teks = f"| Data Pendukung | tabel | uraian | kolom | nilai | satuan |\n{baris}"
    assert semua(teks, "DP-03", "DP-04") == ([(kode, di("data_pendukung", "nilai", 10))] if kode else [])


NKA = """
| Data Pendukung | tabel | uraian      | kolom         | nilai |
|                | NKA   | Penyerapan  | Bobot (%)     | 9,70  |
|                | NKA   | Penyerapan  | Nilai         | 97,31 |
|                | NKA   | Penyerapan  | Bobot x Nilai | 9,44  |
|                | NKA   | Konsistensi | Bobot (%)     | 18,20 |
|                | NKA   | Konsistensi | Nilai         | 92,05 |
|                | NKA   | Konsistensi | Bobot x Nilai | 16,75 |
|                | NKA   | Capaian     | Bobot (%)     | 43,50 |
|                | NKA   | Capaian     | Nilai         | 99,18 |
|                | NKA   | Capaian     | Bobot x Nilai | 43,14 |
|                | NKA   | Efisiensi   | Bobot (%)     | 28,60 |
|                | NKA   | Efisiensi   | Nilai         | 74,55 |
|                | NKA   | Efisiensi   | Bobot x Nilai | 21,32 |
"""


@pytest.mark.parametrize(
    ("nilai", "harap"),
    [
        ("43,14", []),  # as the others
        ("43,1", []),
        ("41,34", [16]),  # two digits in each other's place
    ],
)
def test_kolom_yang_mengikuti_kolom_lain(nilai: str, harap: list[int]) -> None:
    assert gawat(NKA.replace("43,14", nilai)) == [("DP-06", di("data_pendukung", "nilai", b)) for b in harap]


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        (("1500", "421"), []),  # too few digits to be no other figure by chance
        (("81.376", "61.218"), ["DP-02"]),
        (("81.376", "62.118"), []),
        (("81.367", "61.218"), []),  # nothing of the indicator beside it
        (("81.376", "66.118"), []),  # another figure
    ],
)
def test_komponen_tertukar_di_tabel_kecil(isi: tuple[str, str], harap: list[str]) -> None:
    ukur = INDIKATOR.replace("412       | 1500 ", "62.118 | 81.376 ")
    teks = ukur + data(f"Sampah | Timbulan | Ton | {isi[0]} | ton", f"Sampah | Tertangani | Ton | {isi[1]} | ton")
    assert gawat(teks) == [(k, di("data_pendukung", "nilai", 9)) for k in harap]
    bebas = "| Tabel Bebas | judul | k1 | k2 |\n| | Sampah | Uraian | Ton |\n| | | Timbulan | {} |\n| | | Tertangani | {} |\n"
    ganti = {"DP-02": "TB-21"}
    assert gawat(ukur + bebas.format(*isi)) == [(ganti[k], di("tabel_bebas", "k2", 10)) for k in harap]

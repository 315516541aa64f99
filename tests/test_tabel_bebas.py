"""Free tables: rows recognised, totals checked without false alarms, printed in the section they name."""

from __future__ import annotations

import pytest
from buku_md import buku_md, di, semua

from lkjip_xl.tabel.tabel_bebas import baris_total, daftar_tabel_bebas
from lkjip_xl.validasi.aturan import rincian_jumlah
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.tabel_bebas import tabel_bebas

KEPALA = "| Tabel Bebas | judul | bagian | baris | k1 | k2 | k3 | k4 |\n"


def _tabel(*baris: str, judul: str = "Rekap kasus", bagian: str = "") -> str:
    awal, *lain = baris
    return KEPALA + f"| | {judul} | {bagian} | | {awal} |\n" + "".join(f"| | | | | {x} |\n" for x in lain)


def _temuan(*baris: str, **isi: str) -> list[tuple[str, str]]:
    return semua(_tabel(*baris, **isi), "TB-10", "TB-11")


@pytest.mark.parametrize(
    ("baris", "keliru"),
    [
        (("No | Jenis | Masuk | Selesai", "1 | A | 10 | 8", "2 | B | 12 | 9", "Jumlah | | 22 | 18"), ["k4"]),
        (("No | Jenis | Masuk | Selesai", "1 | A | 10 | 8", "2 | B | 12 | 9", "Jumlah | | 22 | 17"), []),
        (("Jenis | Masuk | |", "A | 1.200 | |", "B | 1.300 | |", "TOTAL | 2.600 | |"), ["k2"]),
        (("Jenis | Masuk | |", "A | 1,2 | |", "B | 1,3 | |", "TOTAL | 2,6 | |"), []),  # as far as the digits tell
        (("Jenis | Masuk | |", "A | 1,2 | |", "B | 1,3 | |", "Rata-rata | 9 | |"), []),  # no total
        # the last or the first rows alone, which nothing tells from the others
        (("Jenis | Orang | |", "A | 5 | |", "B | 7 | |", "C | 9 | |", "Jumlah | 16 | |"), ["k2"]),
        (("Jenis | Orang | |", "A | 5 | |", "B | 7 | |", "C | 9 | |", "Jumlah | 12 | |"), ["k2"]),
        # a group that is named, numbered or told apart; the same counted twice
        (("Jenis | Orang | |", "A | 5 | |", "B | 7 | |", "di antaranya C | 9 | |", "Jumlah | 12 | |"), []),
        (("Jenis | Orang | |", "PNS pria | 5 | |", "PNS wanita | 7 | |", "PPPK | 9 | |", "Jumlah | 12 | |"), []),
        (("Jenis | Orang | |", "1. A | 5 | |", "1. B | 7 | |", "2. C | 9 | |", "Jumlah | 16 | |"), []),
        (("Jenis | Orang | |", "A | 5 | |", "Lainnya | | |", "B | 7 | |", "C | 9 | |", "Jumlah | 16 | |"), []),
        (("Jenis | Orang | |", "L | 5 | |", "P | 7 | |", "S1 | 9 | |", "SMA | 3 | |", "Jumlah | 12 | |"), []),
        # a subtotal of subtotals, a level
        (("Jenis | Orang | |", "A | 5 | |", "B | 7 | |", "Jumlah | 12 | |", "C | 9 | |", "D | 1 | |", "Jumlah | 10 | |", "Total | 22 | |"), []),
        (("Uraian | Orang | |", "1. A | 12 | |", "1.1 a | 5 | |", "1.2 b | 7 | |", "2. B | 3 | |", "Jumlah | 15 | |"), []),
        # percentages, years, running numbers, measures
        (("Jenis | Orang | % |", "A | 5 | 50 |", "B | 5 | 40 |", "Jumlah | 10 | 100 |"), []),
        (("Jenis | Orang | Porsi |", "A | 5 | 50% |", "B | 5 | 40% |", "Jumlah | 10 | 100% |"), []),
        (("Jenis | Tahun | |", "A | 2023 | |", "B | 2024 | |", "Jumlah | 2 | |"), []),
        (("Urut | Jenis | |", "1 | A | |", "2 | B | |", "3 | C | |", "Jumlah | 3 | |"), []),
        (("Jenis | Indeks | |", "A | 3,4 | |", "B | 3,6 | |", "Total | 3,5 | |"), []),
        # nothing adds up: the row is a total of something else
        (("Jenis | Laki | Perempuan |", "A | 5 | 4 |", "B | 6 | 3 |", "Jumlah | 50 | 70 |"), []),
        # of the last rows, as the other columns prove
        (("Uraian | 2021 | 2022 | 2023", "Kejadian | 274 | 268 | 241", "Tewas | 48 | 45 | 24", "Luka | 96 | 88 | 79", "Jumlah | 144 | 133 | 121"), ["k4"]),
        (("Uraian | 2021 | 2022 | 2023", "Kejadian | 274 | 268 | 241", "Tewas | 48 | 45 | 42", "Luka | 96 | 88 | 79", "Jumlah | 144 | 133 | 121"), []),
        (("Uraian | 2021 | 2022 | 2023", "Kejadian | 274 | 268 | 241", "Tewas | 48 | 45 | 24", "Luka | 96 | 88 | 79", "Jumlah | 144 | 134 | 121"), []),
        # something unreadable between them
        (("Jenis | Orang | |", "A | 5 | |", "B | lima | |", "C | 2 | |", "Jumlah | 12 | |"), []),
        (("Jenis | Orang | |", "A | 5 | |", "B | - | |", "C | 2 | |", "Jumlah | 12 | |"), ["k2"]),
    ],
)  # fmt: skip
def test_jumlah(baris: tuple[str, ...], keliru: list[str]) -> None:
    letak = 8 + len(baris) - 1
    assert _temuan(*baris) == [("TB-10", di("tabel_bebas", k, letak)) for k in keliru]


@pytest.mark.parametrize(
    ("baris", "kode", "kolom"),
    [
        (("Jenis | Orang | Capaian (%) |", "A | 10 | 90 |", "B | 20 | 80 |", "Rata-rata | 15 | 95 |"), "TB-12", "k3"),
        (("Jenis | Orang | Capaian (%) |", "A | 10 | 90 |", "B | 20 | 80 |", "Rata-rata | 15 | 85 |"), None, ""),
        (("Jenis | Orang | Capaian (%) |", "A | 10 | 90 |", "B | 20 | 80 |", "Rata-rata | 15 | 83,33 |"), None, ""),  # weighted
        (("Jenis | Orang | Buku |", "A | 10 | 90 |", "B | 20 | 80 |", "Rata-rata | 15 | 88 |"), "TB-12", "k3"),
        (("Jenis | Orang | Buku |", "A | 10 | 91 |", "B | 20 | 80 |", "Rata-rata | 15 | 85 |"), None, ""),
        (("Jenis | Orang | Buku |", "A | 10 | 90 |", "B | 20 | 80 |", "Rata-rata | 18 | 88 |"), None, ""),  # by other weights
        (("Jenis | Nilai | |", "A | 3,4 | |", "B | 3,7 | |", "Rata-rata | 3,6 | |"), None, ""),  # 3,55
        (("Jenis | Orang | |", "A | 10 | |", "B | - | |", "C | 20 | |", "Rata-rata | 10 | |"), None, ""),  # blanks as nothing
        (("Jenis | Orang | |", "A | 1 | |", "B | 3 | |", "Jumlah | 4 | |", "Rata-rata | 2 | |"), None, ""),
        (("Jenis | T | R | %", "A | 100 | 90 | 90", "B | 200 | 160 | 80", "Jumlah | 300 | 250 | 170"), "TB-13", "k4"),
        (("Jenis | T | R | %", "A | 100 | 90 | 90", "B | 200 | 160 | 80", "Jumlah | 300 | 250 | 83,33"), None, ""),
        (("Jenis | T | R | %", "A | 100 | 90 | 90", "B | 200 | 160 | 80", "Jumlah | 300 | 250 | 85"), None, ""),
        (("Jenis | T | R | %", "A | 1 | 2 | 200", "B | 1 | 1 | 100", "Jumlah | 1 | 3 | 300"), None, ""),  # 3 of 1
        (("Jenis | T | R | %", "A | 10 | 9 | 90", "B | 20 | 16 | 80", "Jumlah | | | 170", "Rata-rata | | | 85"), None, ""),  # a step
        (("Jenis | Orang | % |", "A | 50 | 50,01 |", "B | 50 | 50,01 |", "Jumlah | 100 | 100,02 |"), None, ""),  # shares
        (("Jenis | Rp | |", "A | 430,000,000.00 | |", "B | 479,000,000.00 | |", "Jumlah | 914,000,000.00 | |"), "TB-10", "k2"),
        (("Jenis | Rp | |", "A | 430,000,000.00 | |", "B | 479,000.00 | |", "Jumlah | 430,479,000.00 | |"), None, ""),
    ],
)  # fmt: skip
def test_rata_dan_persen(baris: tuple[str, ...], kode: str | None, kolom: str) -> None:
    """A mean beyond its rows or unlike the others of its row, percentages added up, English thousands."""
    harap = [(kode, di("tabel_bebas", kolom, 8 + len(baris) - 1))] if kode else []
    assert semua(_tabel(*baris), "TB-10", "TB-12", "TB-13") == harap


@pytest.mark.lengkap
def test_ribuan_baris_dengan_satu_jumlah_diperiksa_sekali_jalan(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parts a total may be of are as many as rows; adding each of them up would never end."""
    dijumlah: list[int] = []
    asli = rincian_jumlah.fsum
    monkeypatch.setattr(rincian_jumlah, "fsum", lambda x: asli(dijumlah.append(len(y := list(x))) or y))
    isi = [f"Baris {i} | {i % 7 + 3} | |" for i in range(2_000)]
    nilai = [i % 7 + 3 for i in range(2_000)]
    isi[700] = isi[700].replace("Baris", "Termasuk baris")
    for jumlah, ada in ((sum(nilai[:700]), False), (sum(nilai[700:]), False), (sum(nilai[:699]), True)):
        dijumlah.clear()
        temuan = _temuan("Jenis | Orang | |", *isi, f"Jumlah | {jumlah} | |")
        assert bool(temuan) is ada and sum(dijumlah) < 20 * len(isi)


@pytest.mark.parametrize(("baris", "kode"), [(224, ["TB-10"]), (448, ["TB-14"])])
def test_jumlah_di_tiap_baris_dikatakan_tidak_diperiksa(baris: int, kode: list[str]) -> None:
    """Hundreds of totals in one table are no table of a report: it is said that nobody checks them."""
    isi = [x for i in range(baris // 2) for x in (f"A{i} | {i % 5 + 2} | |", f"Jumlah | {i % 3 + 900} | |")]
    temuan = semua(_tabel("Jenis | Orang | |", *isi), "TB-10", "TB-12", "TB-14")
    assert list(dict.fromkeys(k for k, _ in temuan)) == kode


BERBOBOT = "Indikator | Bobot | Capaian | Nilai tertimbang"


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        ((BERBOBOT, "A | 25 | 80 | 20", "B | 25 | 90 | 22,5", "C | 50 | 70 | 35", "Jumlah | 100 | | 77,5"), None),
        ((BERBOBOT, "A | 25 | 80 | 20", "B | 25 | 90 | 25,2", "C | 50 | 70 | 35", "Jumlah | 100 | | 77,5"), ("TB-20", "k4", 10)),
        ((BERBOBOT, "A | 25 | 80 | 20", "B | 25 | 90 | 22,5", "C | 50 | 70 | 35", "Jumlah | 100 | | 75,7"), ("TB-10", "k4", 12)),
        # weights that make up another whole: of a hundred, or of their own sum
        ((BERBOBOT, "A | 20 | 80 | 16", "B | 20 | 90 | 18", "C | 20 | 70 | 14", "Jumlah | 60 | | 48"), None),
        ((BERBOBOT, "A | 20 | 80 | 26,67", "B | 20 | 90 | 30", "C | 20 | 70 | 23,33", "Jumlah | 60 | | 80"), None),
        # a total of weights that is none, where they or their total are a hundred
        ((BERBOBOT, "A | 30 | 80 | 24", "B | 30 | 90 | 27", "C | 40 | 70 | 28", "Jumlah | 95 | | 79"), ("TB-10", "k2", 12)),
        ((BERBOBOT, "A | 30 | 80 | 24", "B | 30 | 90 | 27", "C | 30 | 70 | 21", "Jumlah | 100 | | 72"), ("TB-10", "k2", 12)),
        ((BERBOBOT, "A | 30 | 80 | 24", "B | 30 | 90 | 27", "C | 30 | 70 | 21", "Jumlah | 90 | | 72"), None),
        # a mean beside weights that are all the same: the plain one
        (("Uraian | Bobot | Capaian |", "A | 20 | 80 |", "B | 20 | 90 |", "C | 20 | 70 |", "Rata-rata | 20 | 84 |"), ("TB-12", "k3", 12)),
        (("Uraian | Bobot | Capaian |", "A | 20 | 80 |", "B | 20 | 90 |", "C | 20 | 70 |", "Rata-rata | 20 | 80 |"), None),
        (("Uraian | Bobot | Capaian |", "A | 20 | 80 |", "B | 20 | 90 |", "C | 20 | 70 |", "Rata-rata tertimbang | 60 | 48 |"), None),
        # points by weights under another name; a row of totals is no product
        (("Uraian | Bobot | Nilai | Skor", "A | 25 | 80 | 20", "B | 25 | 90 | 22,5", "C | 25 | 70 | 15,7", "D | 25 | 60 | 15"), ("TB-20", "k4", 11)),
        (("Uraian | Bobot | Nilai | Skor", "A | 25 | 80 | 20", "B | 25 | 90 | 22,5", "C | 25 | 70 | 17,5", "Jumlah | 75 | 240 | 60"), None),
    ],
)  # fmt: skip
def test_bobot(baris: tuple[str, ...], harap: tuple[str, str, int] | None) -> None:
    """Weights, the same in all rows or not, of a hundred or not: their sums, their products and the means by them."""
    ada = [] if harap is None else [(harap[0], di("tabel_bebas", harap[1], harap[2]))]
    assert semua(_tabel(*baris), "TB-10", "TB-12", "TB-20") == ada


def test_jenis_baris_yang_dipilih_menang() -> None:
    teks = (
        KEPALA
        + "| | X | | | Jenis | Orang | | |\n| | | | | A | 5 | | |\n| | | | | B | 5 | | |\n| | | | {} | Jumlah | 12 | | |"
    )
    assert semua(teks.format(""), "TB-10") == [("TB-10", di("tabel_bebas", "k2", 11))]
    assert semua(teks.format("isi"), "TB-10") == []


def test_tanpa_judul() -> None:
    assert _temuan("A | 1 | |", "B | 2 | |", judul="") == [("TB-11", di("tabel_bebas", "k1"))]
    assert _temuan("A | 1 | |", "B | 2 | |") == []


def test_baris_dikenali() -> None:
    buku = buku_md(
        _tabel("No | Isu | Sebab |", "(1) | (2) | (3) |", "1 | A | x |", "Sub Total | | 3 |", bagian="Isu strategis")
    )
    (t,) = daftar_tabel_bebas(buku)
    assert [(b, j) for b, j, _ in t.baris] == [(8, "kepala"), (9, "kepala"), (10, "isi"), (11, "jumlah")]
    assert (t.judul, t.bagian, t.kolom) == ("Rekap kasus", "Isu strategis", ["k1", "k2", "k3"])


@pytest.mark.parametrize(
    ("teks", "total"),
    [
        ("JUMLAH", True),
        ("Total I", True),
        ("Grand Total", True),
        ("J u m l a h", True),
        ("Jumlah pegawai", False),
        ("Totalan", False),
    ],
)
def test_label_jumlah(teks: str, total: bool) -> None:
    assert baris_total(teks) is total


def test_dicetak_di_bagiannya() -> None:
    buku = buku_md(
        KEPALA + "| | Isu | Isu strategis | | Isu | Akar | | |\n| | | | | banjir | drainase | | |\n\n".rstrip("\n") + "\n"
        + "| | Pelatihan | | | Jenis | Orang | | |\n| | | | | las | ~12.5 | | |\n| | | | | Jumlah | 1.200 | | |"
    )  # fmt: skip
    b = Bahan(buku)
    (isu,) = tabel_bebas(b, "Isu strategis")
    (lain,) = tabel_bebas(b, "Lampiran")
    assert not list(tabel_bebas(b, "Anggaran"))
    assert [k.judul for k in isu.tabel.kolom] == ["Isu", "Akar"]
    assert [r.nilai for r in isu.tabel.baris] == [{"k1": "banjir", "k2": "drainase"}]
    assert [r.gaya for r in lain.tabel.baris] == ["biasa", "jumlah"]
    assert [r.nilai["k2"] for r in lain.tabel.baris] == ["12,5", "1.200"]

"""What is typed over a formula: when it agrees, what the formula gives as shown, and when nothing can be said."""

from __future__ import annotations

import pytest
from buku_md import buku_md

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.validasi.aturan.banding import Hasil, Pembanding
from lkjip_xl.validasi.aturan.penelusur import Penelusur, Rujukan

DASAR = """
| Skala Kategori | batas | tanda | kategori |
|                | 100   | >=    | Sangat Berhasil |
|                | 75    | >=    | Berhasil |
|                |       |       | Kurang |

| Indikator | kode | jenjang | indikator | satuan | arah | sifat | desimal |
|           | P | sasaran | A | %     | naik        | akhir     |   |
|           | O | sasaran | B | orang | naik        | jumlah    |   |
|           | R | sasaran | C | %     | rentang     | akhir     |   |
|           | T | sasaran | D | %     | naik        | akhir     | 3 |
|           | M | sasaran | E | %     | naik        | rata-rata |   |
|           | I | sasaran | F | %     | turun-rasio | akhir     |   |

"""


def periksa(isi: str, lembar: str, kolom: str, baris: int = 8) -> tuple[bool, object] | None:
    hasil = Pembanding(Penelusur(buku_md(DASAR + isi))).periksa(Rujukan(lembar, baris, kolom))
    return hasil and (hasil.sesuai, hasil.harap)


def ukur(kolom: str, baris: str, atur: str = "") -> str:
    setelan = [x.split("=") for x in atur.split()]
    kepala = f"| Pengaturan | {' | '.join(k for k, _ in setelan)} |\n| | {' | '.join(n for _, n in setelan)} |\n\n"
    return (kepala if atur else "") + f"| Pengukuran | {kolom} |\n| | {baris} |"


C, K = "kode | target | realisasi | capaian", "kode | target | realisasi | capaian | kategori"
KOMPONEN = "kode | target | pembilang | penyebut | pengali | realisasi"


@pytest.mark.parametrize(
    ("baris", "atur", "harap"),
    [
        # the figure expected has the decimals of the sheet, more where more were typed
        ("P | 75 | 76,99 | 102,65", "", (True, 102.65)),
        ("P | 75 | 76,99 | 102,7", "", (True, 102.65)),
        ("P | 75 | 76,99 | 103", "", (True, 102.65)),
        ("P | 75 | 76,99 | ~103", "", (True, 102.65)),
        ("P | 75 | 76,99 | 102,6000", "", (False, 102.6533)),
        ("P | 75 | 76,99 | 102,67", "", (False, 102.65)),
        ("T | 75 | 76,99 | 102,67", "", (False, 102.653)),
        ("P | 75 | 76,99 | 102,67", "desimal_capaian=3", (False, 102.653)),
        ("P | 75 | 76,99 | 104", "desimal_capaian=0", (False, 103.0)),
        ("P | 75 | 76,99 | 104", "desimal_capaian=6", (False, 102.653333)),
        ("P | 75 | 76,99 | 104", "desimal_capaian=7", (False, 102.65)),
        ("P | 75 | 76,99 | 104", "desimal_capaian=-1", (False, 102.65)),
        # a target is exact, a measurement is as printed, a count is exact
        ("P | 80 | 75 | 93,2", "", (True, 93.75)),
        ("P | 80 | 75 | 93,0", "", (False, 93.75)),
        ("O | 7 | 6 | 85,7", "", (True, 85.71)),
        ("O | 7 | 6 | 85,8", "", (False, 85.71)),
        ("P | 75 | ~76.99 | 102,66", "", (False, 102.65)),
        ("R | 3–5 | 4 | 100", "", (True, 100.0)),
        ("R | 3–5 | 6,0 | 100", "", (False, 80.0)),
        # another arah gives it, its own does not
        ("I | 4 | 5,00 | 80", "", (True, 80.0)),
        ("I | 4 | 5,00 | 125", "", (False, 80.0)),
        # undefined for some of what the figures stand for: it may be
        ("I | 4 | 0,0 | 80", "", None),
        ("P | 0 | 5 | 100", "", None),
        ("P | 75 | - | 100", "", None),
        ("P | | 5 | 100", "", None),
        ("P | 75 | abc | 100", "", None),
        ("P | 75 | 7/6 | 100", "", None),
        ("P | 75 | #REF! | 100", "", None),
        ("P | 75 | 76,99 | #REF!", "", None),
        ("P | 75 | 76,99 | abc", "", None),
        ("P | 75 | 76,99 | (hapus)", "", None),
        ("P | 75 | 76,99 | ", "", None),
        ("P | 75 | 76,99 | =102.67", "", (False, 102.65)),
        ("P | 75 | 76,99 | =102.653333333333", "", (True, 102.65)),
    ],
)
def test_capaian(baris, atur, harap) -> None:
    assert periksa(ukur(C, baris, atur), "pengukuran", "capaian") == harap


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        # a word follows the figures as shown, these count as exact
        ("P | 75 | 76,99 | | Sangat Berhasil", (True, "Sangat Berhasil")),
        ("P | 75 | 76,99 | | sangat  berhasil", (True, "Sangat Berhasil")),
        ("P | 75 | 76,99 | | Berhasil", (False, "Sangat Berhasil")),
        ("P | 100 | 99,99 | | Sangat Berhasil", (False, "Berhasil")),
        ("P | 100 | 99,99 | 99,99 | Sangat Berhasil", (False, "Berhasil")),
        ("P | 75 | 76,99 | 99 | Berhasil", (True, "Berhasil")),
        ("P | 75 | 76,99 | 99 | Sangat Berhasil", (True, "Berhasil")),
        ("P | 75 | 76,99 | 99 | Kurang", (False, "Berhasil")),
        ("P | 75 | | | Berhasil", None),
    ],
)
def test_kategori(baris, harap) -> None:
    assert periksa(ukur(K, baris), "pengukuran", "kategori") == harap


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        ("P | 75 | 2.741 | 3.560 | 100 | 76,99", (True, 76.99)),
        ("P | 75 | 2.741 | 3.560 | 100 | 77", (True, 76.99)),
        ("P | 75 | 2.741 | 3.560 | 100 | 78", (False, 76.99)),
        ("P | 75 | 2.741 | 3.560 | 100 | 78,0000", (False, 76.9944)),
        # parts of a figure have a unit of their own: whole numbers of them are counts
        ("P | 75 | 533 | 6 | 1 | 88,80", (False, 88.83)),
        ("P | 75 | 533,5 | 6 | 1 | 88,91", (True, 88.92)),
        ("P | 75 | 533,5 | 6 | 1 | 88,90", (False, 88.92)),
        ("P | 75 | | 6 | 1 | 88,8", None),
        ("P | 75 | 5 | 0 | 1 | 88,8", None),
    ],
)
def test_realisasi_menurut_komponen(baris, harap) -> None:
    assert periksa(ukur(KOMPONEN, baris), "pengukuran", "realisasi") == harap


ANGGARAN = """
| Anggaran | level | nama | target | realisasi | satuan | capaian | pagu | realisasi_rp | serapan | sisa | efisiensi |
|          | program | X | {} |
"""


@pytest.mark.parametrize(
    ("kolom", "baris", "harap"),
    [
        ("serapan", "| | | | 575.000.000 | 538.642.907 | 93,68 | |", (True, 93.68)),
        ("serapan", "| | | | 575.000.000 | 538.642.907 | 93,69 | |", (False, 93.68)),
        ("sisa", "| | | | 575.000.000 | 538.642.907 | | 36.357.093 |", (True, 36_357_093.0)),
        ("sisa", "| | | | 575.000.000 | 538.642.907 | | 36.357.094 |", (False, 36_357_093.0)),
        ("sisa", "| | | | 0,3 | 0,1 | | 5 |", (False, 0.2)),
        # what a formula gives is used as it is and as it is shown …
        ("efisiensi", "75 | ~76.99 | % | | 575.000.000 | 538.642.907 | | | 8,98", (True, 8.98)),
        ("efisiensi", "75 | ~76.99 | % | | 575.000.000 | 538.642.907 | | | 8,99", (False, 8.98)),
        ("efisiensi", "75 | ~76.99 | % | | 575.000.000 | 538.642.907 | | | 8,97", (True, 8.98)),
        ("efisiensi", "75 | ~76.99 | % | | 575.000.000 | 538.642.907 | | | 8,95", (False, 8.98)),
        # … and one typed over it either as typed or as the formula gives it
        ("efisiensi", "75 | ~76.99 | % | 110 | 575.000.000 | 538.642.907 | | | 16,32", (True, 16.32)),
        ("efisiensi", "75 | ~76.99 | % | 110 | 575.000.000 | 538.642.907 | | | 8,98", (True, 16.32)),
        ("efisiensi", "75 | ~76.99 | % | 110 | 575.000.000 | 538.642.907 | | | 12", (False, 16.32)),
    ],
)
def test_anggaran(kolom, baris, harap) -> None:
    assert periksa(ANGGARAN.format(baris), "anggaran", kolom) == harap


PK = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024         | 2026          |

| Renstra | kode | target_1 | target_2 | target_3 |
|         | P    | 70,04    | 75       | 80       |
|         | R    | 3–5      | 75       | 80       |

| PK | versi | kode | target |
|    | murni | {} |
"""


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        ("P | 70,04", (True, 70.04)),
        ("P | 70,0", (False, 70.04)),
        ("P | 70", (False, 70.04)),
        ("R | 3 s.d. 5", (True, "3–5")),
        ("R | 3-5", (True, "3–5")),
        ("R | 3–6", (False, "3–5")),
        ("R | 2–5", (False, "3–5")),
    ],
)
def test_target_adalah_tepat(baris, harap) -> None:
    assert periksa(PK.format(baris), "pk", "target") == harap


@pytest.mark.parametrize(
    ("kode", "total", "harap"),
    [
        ("M", "3,3", (True, 10 / 3)),
        ("M", "3,4", (False, 10 / 3)),
        ("O", "10", (True, 10.0)),
        ("O", "10,4", (False, 10.0)),
    ],
)
def test_rata_rata_target_boleh_dibulatkan(kode, total, harap) -> None:
    isi = f"| Rencana Aksi | kode | tw1 | tw2 | tw3 | total |\n| | {kode} | 3 | 3 | 4 | {total} |"
    (sesuai, nilai) = periksa(isi, "rencana_aksi", "total") or (None, None)
    assert sesuai is harap[0] and nilai == pytest.approx(harap[1], rel=1e-14)


def test_yang_bukan_rumus_tidak_dibandingkan() -> None:
    isi = ukur(C, "P | 75 | 76,99 | 100")
    assert periksa(isi, "pengukuran", "kode") is None and periksa(isi, "pengukuran", "entah") is None


def test_beda_dan_ketikan() -> None:
    isi = f"| Pengukuran | {C} |\n| | P | 75 | 76,99 | 100 |\n| | O | 7 | 7 | |\n| | T | 75 | 75,00 | 100 |\n| | R | 3–5 | 6,0 | 99 |"
    p = Pembanding(Penelusur(buku_md(DASAR + isi)))
    sel = [Rujukan("pengukuran", b, "capaian") for b in (8, 9, 10, 11)]
    assert list(p.ketikan("pengukuran", "capaian")) == [sel[0], sel[2], sel[3]]
    assert list(p.beda("pengukuran", "capaian")) == [(sel[0], 102.65), (sel[3], 80.0)]
    assert p.periksa(sel[0]) is p.periksa(sel[0]) and p.periksa(sel[2]) == Hasil(True, 100.0)
    assert p.cocok_bila(sel[3], {"realisasi": 4.0, "target": "4–4"}) is False
    assert p.cocok_bila(sel[0], {"realisasi": 75.0}) and not p.cocok_bila(sel[0], {"target": 0.0})
    assert [p.tampil(s) for s in sel] == [100.0, 100.0, 100.0, 99.0]


@pytest.mark.parametrize(
    ("isi", "tampil"), [("102,6549", 102.65), ("102,655", 102.66), ("abc", None), ("#N/A", Galat.NA)]
)
def test_tampil(isi, tampil) -> None:
    p = Pembanding(Penelusur(buku_md(DASAR + ukur(C, f"P | 75 | 76,99 | {isi}"))))
    assert p.tampil(Rujukan("pengukuran", 8, "capaian")) == tampil


def test_desimal_riwayat_menurut_setelan() -> None:
    isi = "| Pengaturan | desimal_capaian |\n| | 3 |\n\n| Riwayat | kode | target_1 | realisasi_1 | capaian_1 |\n| | P | 75 | 76,99 | 100 |"
    assert periksa(isi, "riwayat", "capaian_1") == (False, 102.653)


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        ("O | 75 | 77 | 102,66", (False, 102.67, True)),
        ("O | 75 | 77 | ~102.66", (False, 102.67, True)),
        ("O | 75 | 77 | 102,6", (False, 102.67, True)),
        ("O | 75 | 77 | 102", (False, 102.67, True)),
        ("O | 75 | 77 | 102,67", (True, 102.67, False)),
        ("O | 75 | 77 | 102,65", (False, 102.67, False)),
        ("O | 75 | 77 | 102,68", (False, 102.67, False)),
        ("O | 80 | 77 | 96,24", (False, 96.25, False)),
    ],
)
def test_dipotong(baris, harap) -> None:
    hasil = Pembanding(Penelusur(buku_md(DASAR + ukur(C, baris)))).periksa(Rujukan("pengukuran", 8, "capaian"))
    assert (hasil.sesuai, hasil.harap, hasil.dipotong) == harap


def test_dipotong_di_satu_kolom() -> None:
    """Cut off is told apart from wrong; amounts and words are never cut off."""
    isi = ukur(C, "O | 75 | 77 | 102,66 |\n| | P | 75 | 76,99 | 102,66 |\n| | M | 75 | 76,99 | ")
    p = Pembanding(Penelusur(buku_md(DASAR + isi)))
    assert list(p.dipotong("pengukuran", "capaian")) == [(Rujukan("pengukuran", 8, "capaian"), 102.67)]
    assert Rujukan("pengukuran", 8, "capaian") not in dict(p.beda("pengukuran", "capaian"))
    uang = ANGGARAN.format("| | | | 10,75 | 5 | | 5 |")
    for lembar, kolom, tabel in (
        ("anggaran", "sisa", uang), ("pengukuran", "kategori", ukur(K, "O | 75 | 77 | | Kurang")),
    ):  # fmt: skip
        hasil = Pembanding(Penelusur(buku_md(DASAR + tabel))).periksa(Rujukan(lembar, 8, kolom))
        assert (hasil.sesuai, hasil.dipotong) == (False, False)


def test_angka_yang_dipotong() -> None:
    """A measured figure, too: two thirds are no 0,66."""
    isi = ukur("kode | target | pembilang | penyebut | pengali | realisasi", "O | 75 | 2 | 3 | 1 | 0,66")
    hasil = Pembanding(Penelusur(buku_md(DASAR + isi))).periksa(Rujukan("pengukuran", 8, "realisasi"))
    assert (hasil.sesuai, hasil.harap, hasil.dipotong) == (False, 0.67, True)


@pytest.mark.parametrize(
    ("capaian", "sesuai"),
    [
        ("88,89", True),
        ("88,893", True),
        ("88,93", True),
        ("89,33", True),
        ("88,8893", False),
        ("89", True),
        ("90", False),
    ],
)
def test_capaian_dari_realisasi_seperti_dicetak(capaian, sesuai) -> None:
    """66.666… may be printed, and gone on from, as 66,67, 66,7 or 67; nobody prints three decimals."""
    isi = ukur(
        "kode | target | pembilang | penyebut | pengali | realisasi | capaian", f"O | 75 | 2 | 3 | 100 | | {capaian}"
    )
    assert periksa(isi, "pengukuran", "capaian")[0] is sesuai


@pytest.mark.parametrize(("realisasi", "sesuai"), [("70,28", True), ("70,32", True), ("70,23", True), ("70,34", False)])
def test_realisasi_dari_triwulan_sejauh_angkanya(realisasi, sesuai) -> None:
    """Quarters stand in their own sheet with one decimal: what was averaged may have had more."""
    tw = "".join(
        f"| | M | {q} | {x} |\n"
        for q, x in zip(("I", "II", "III", "IV"), ("70,1", "70,2", "70,3", "70,5"), strict=True)
    )
    isi = f"| Triwulan dan Rencana Aksi | kode | tw | realisasi |\n{tw}\n" + ukur(
        "kode | target | realisasi", f"M | 75 | {realisasi}"
    )
    assert periksa(isi, "pengukuran", "realisasi")[0] is sesuai


def test_capaian_dari_realisasi_yang_dibulatkan_ke_bawah() -> None:
    isi = ukur(
        "kode | target | pembilang | penyebut | pengali | realisasi | capaian", "O | 75 | 1 | 3 | 100 | | 44,400"
    )
    assert periksa(isi, "pengukuran", "capaian")[0] is True


KATA = """
| Pengaturan | cara_capaian |
|            | rumus        |

| Indikator | kode | jenjang | indikator | arah |
|           | B    | sasaran | B         | naik |

"""


@pytest.mark.parametrize(("capaian", "harap"), [("75", (True, 75.0)), ("80", (False, 75.0))])
def test_capaian_terhadap_batas(capaian, harap) -> None:
    """A target that names a bound is no number of its cell, but counts where the agency says so."""
    p = Pembanding(Penelusur(buku_md(KATA + ukur(C, f"B | ≥ 80 | 60 | {capaian}"))))
    hasil = p.periksa(Rujukan("pengukuran", 8, "capaian"))
    assert hasil and (hasil.sesuai, hasil.harap) == harap


@pytest.mark.parametrize(
    ("tw2", "realisasi", "harap"), [("2", "14", (True, 14.0)), ("2", "15", (False, 14.0)), ("abc", "15", None)]
)
def test_yang_dihitung_tanpa_sumber_yang_terbaca_tidak_dibandingkan(tw2, realisasi, harap) -> None:
    """The other quarters give a sum of their own: it says nothing while one of them is unreadable."""
    tw = "".join(f"| | O | {q} | {x} |\n" for q, x in (("I", 5), ("II", tw2), ("III", 4), ("IV", 3)))
    isi = f"| Triwulan dan Rencana Aksi | kode | tw | realisasi |\n{tw}\n"
    assert periksa(isi + ukur("kode | target | realisasi", f"O | 15 | {realisasi}"), "pengukuran", "realisasi") == harap


@pytest.mark.parametrize(("target", "sesuai"), [("80", True), ("0", False)])
def test_kategori_tidak_menurut_capaian_yang_sebagian_tidak_terhitung(target, sesuai) -> None:
    """75 was typed over the target of the agreement, 80 over what the parts give: with a target of 0 only the figures shown count."""
    pk = f"| PK | versi | kode | target |\n| | murni | P | {target} |\n\n"
    isi = ukur(f"{KOMPONEN} | kategori", "P | 75 | 60 | 100 | 100 | 80 | Berhasil")
    assert periksa(pk + isi, "pengukuran", "kategori") == (sesuai, "Sangat Berhasil")


@pytest.mark.parametrize(("sisa", "harap"), [("5", (True, 5.0)), ("5,004", (False, 5.0))])
def test_rupiah_dari_rumus_adalah_tepat(sisa, harap) -> None:
    """A sum of money that a formula brings is not printed more coarsely than it is."""
    pk = "| PK Program | versi | level | nama | anggaran |\n| | murni | program | X | 10 |\n\n"
    isi = f"| Anggaran | level | nama | realisasi_rp | sisa |\n| | program | X | 5 | {sisa} |"
    assert periksa(pk + isi, "anggaran", "sisa") == harap


def test_yang_tidak_diketik_atau_galat_tidak_cocok_dengan_apa_pun() -> None:
    p = Pembanding(Penelusur(buku_md(DASAR + ukur(C, "P | 75 | 76,99 | #REF! |\n| | P | 75 | 76,99 | (hapus)"))))
    assert [p.cocok_bila(Rujukan("pengukuran", n, "capaian"), {}) for n in (8, 9)] == [False, False]
    assert [p.masukan(Rujukan("pengukuran", 8, k)) for k in ("entah", "kode")] == [(), ()]

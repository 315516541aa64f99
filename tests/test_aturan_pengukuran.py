"""Realisasi, capaian, kategori and last years' capaian: what is reported at which cell, and what is not."""

from __future__ import annotations

import pytest
from buku_md import buku_md, di, gawat, periksa_md, semua

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.ringkasan.indikator import capaian_terpakai, daftar_indikator

KEPALA = """
| Skala Kategori | batas | tanda | kategori |
|                | 100   | >=    | Sangat Berhasil |
|                | 75    | >=    | Berhasil |
|                |       |       | Kurang |

| Indikator | kode | jenjang | indikator | satuan | arah  |
|           | S1.1 | sasaran | A         | %      | naik  |
|           | S1.2 | sasaran | B         | orang  | turun |
|           | S1.3 | sasaran | C         | %      | rentang |

"""


def ukur(kolom: str, *baris: str) -> str:
    return KEPALA + f"| Pengukuran | {kolom} |\n" + "\n".join(f"| | {b} |" for b in baris)


CAPAIAN = "kode | target | realisasi | capaian"
KOMPONEN = "kode | target | pembilang | penyebut | pengali | realisasi"
TW = "kode | target | tw1 | tw2 | tw3 | tw4 | realisasi"


@pytest.mark.parametrize(
    ("kolom", "baris", "temuan"),
    [
        # as printed, 76,99 may be 76,985 or 76,994…
        (CAPAIAN, "S1.1 | 75 | 76,99 | 102,65", []),
        (CAPAIAN, "S1.1 | 75 | 76,99 | 102,66", []),
        (CAPAIAN, "S1.1 | 75 | 76,99 | 102,67", [("PG-01", "Pengukuran!P8")]),
        # … a target and a number in a General cell are exact
        (CAPAIAN, "S1.1 | 75,0 | ~76.99 | 102,66", [("PG-01", "Pengukuran!P8")]),
        (CAPAIAN, "S1.1 | 75 | ~76.99 | ~102.65", []),
        (CAPAIAN, "S1.1 | 75 | ~76.99 | ~102.7", []),
        (CAPAIAN, "S1.1 | 75 | ~76.99 | ~102.651", [("PG-01", "Pengukuran!P8")]),
        (CAPAIAN, "S1.1 | 75 | ~76.99 | =102.653333333333", []),
        (CAPAIAN, "S1.1 | 75 | ~76.99 | =102.66", [("PG-01", "Pengukuran!P8")]),
        # counts are exact, whole percentages are rounded ones
        (CAPAIAN, "S1.2 | 7 | 8 | 85,7", []),
        (CAPAIAN, "S1.2 | 7 | 8 | 85,8", [("PG-01", "Pengukuran!P8")]),
        (CAPAIAN, "S1.1 | 80 | 75 | 93,2", []),
        (CAPAIAN, "S1.1 | 80 | 75 | 93,0", [("PG-01", "Pengukuran!P8")]),
        # computed with another arah
        (CAPAIAN, "S1.2 | 4 | 5 | 125", [("PG-02", "Pengukuran!P8")]),
        (CAPAIAN, "S1.2 | 4 | 5 | 80", [("PG-02", "Pengukuran!P8")]),
        (CAPAIAN, "S1.2 | 4 | 5 | 75", []),
        (CAPAIAN, "S1.3 | 3–5 | 4 | 100", []),
        (CAPAIAN, "S1.3 | 3–5 | 6,0 | 100", [("PG-01", "Pengukuran!P8")]),
        # undefined
        (CAPAIAN, "S1.1 | 0 | 5 |", [("PG-07", "Pengukuran!P8")]),
        (CAPAIAN, "S1.1 | 0 | 5 | 100", [("PG-07", "Pengukuran!P8")]),
        (CAPAIAN, "S1.1 | 3–5 | 4 |", [("PG-07", "Pengukuran!P8")]),
        (CAPAIAN, "S1.1 | 0 | 0 |", []),
        (CAPAIAN, "S1.1 | 75 | - | 100", []),
        # components
        (KOMPONEN, "S1.1 | 75 | 2.741 | 3.560 | 100 | 76,99", []),
        (KOMPONEN, "S1.1 | 75 | 2.741 | 3.560 | 100 | 77,00", [("PG-03", "Pengukuran!N8")]),
        (KOMPONEN, "S1.1 | 75 | 2.741 | 3.560 | 100 | ~76.99", []),
        (KOMPONEN, "S1.1 | 75 | 533,35 | 6 | 1 | 88,89", []),
        (KOMPONEN, "S1.1 | 75 | 3.560 | 2.741 | 100 | 76,99", [("PG-08", "Pengukuran!N8")]),
        (KOMPONEN, "S1.1 | 75 | 2.741 | 3.560 | 1 | 76,99", [("PG-03", "Pengukuran!N8")]),
        (KOMPONEN, "S1.1 | 75 | 2.741 | 3.560 | | 76,99", [("PG-09", "Pengukuran!I8")]),
        (KOMPONEN, "S1.1 | 75 | 2.741 | 0 | 100 |", [("PG-09", "Pengukuran!H8")]),
        (KOMPONEN, "S1.1 | 75 | 2.741 | 3.560 | 0 | ", [("PG-04", "Pengukuran!I8")]),
        # a realisasi that differs from its quarters is a difference from its source
        (TW, "S1.1 | 75 | 10 | 20 | 30 | 76,99 | 76,99", []),
    ],
)
def test_angka_pengukuran(kolom: str, baris: str, temuan: list) -> None:
    assert gawat(ukur(kolom, baris)) == temuan


def test_capaian_dari_realisasi_keliru_tidak_dilaporkan_dua_kali() -> None:
    baris = "S1.1 | 75 | 2.741 | 3.560 | 100 | 80,00 | 106,67"
    assert gawat(ukur(KOMPONEN + " | capaian", baris)) == [("PG-03", "Pengukuran!N8")]
    dari_komponen = "S1.1 | 75 | 2.741 | 3.560 | 100 | 80,00 | 102,66"
    assert gawat(ukur(KOMPONEN + " | capaian", dari_komponen)) == [("PG-03", "Pengukuran!N8")]


@pytest.mark.parametrize("isi", ["7/6", "#REF!"])
def test_isian_tak_terbaca_hanya_dilaporkan_sekali(isi: str) -> None:
    kode = "AN-03" if isi.startswith("#") else "AN-01"
    teks = ukur(CAPAIAN + " | kategori", f"S1.1 | 75 | {isi} | 102,65 | Kurang")
    assert [(k, s) for k, s in gawat(teks) if s != "Pengukuran!Q8"] == [(kode, "Pengukuran!N8")]
    assert gawat(ukur(CAPAIAN, f"S1.1 | {isi} | 76,99 | ")) == [(kode, "Pengukuran!F8")]


def test_sebab_capaian_disebut_sebagai_sel_terkait() -> None:
    (t,) = [t for t in periksa_md(ukur(CAPAIAN, "S1.2 | 4 | 5 | 125")).temuan if t.kode == "PG-02"]
    assert set(t.sel_terkait) == {("Pengukuran", "F8"), ("Pengukuran", "N8")}
    assert (t.nilai, t.seharusnya) == (125, 75)


KATEGORI = CAPAIAN + " | kategori"


@pytest.mark.parametrize(
    ("baris", "temuan"),
    [
        ("S1.1 | 75 | 76,99 | | sangat  berhasil", []),
        ("S1.1 | 75 | 76,99 | | Berhasil", [("PG-05", "Pengukuran!Q8")]),
        ("S1.1 | 75 | 76,99 | | Sangat Baik", [("PG-06", "Pengukuran!Q8")]),
        ("S1.1 | 75 | | | Sangat Baik", []),
        # the category follows the value as shown: 99,995 is shown as 100,00
        ("S1.1 | 100 | ~99.995 | | Sangat Berhasil", []),
        ("S1.1 | 100 | ~99.994 | | Sangat Berhasil", [("PG-05", "Pengukuran!Q8")]),
        # … and a printed 100 is 100, whatever it was rounded from
        ("S1.1 | | | 100 | Berhasil", [("PG-05", "Pengukuran!Q8")]),
        # a stale capaian is the cause, its category follows
        ("S1.1 | 75 | 76,99 | 99,00 | Berhasil", [("PG-01", "Pengukuran!P8")]),
        ("S1.1 | 75 | 76,99 | 99,00 | Sangat Berhasil", [("PG-01", "Pengukuran!P8")]),
        ("S1.1 | 75 | 76,99 | 99,00 | Kurang", [("PG-01", "Pengukuran!P8"), ("PG-05", "Pengukuran!Q8")]),
    ],
)
def test_kategori(baris: str, temuan: list) -> None:
    assert gawat(ukur(KATEGORI, baris)) == temuan


def test_tanpa_skala_tidak_ada_kategori_yang_keliru() -> None:
    teks = ukur(KATEGORI, "S1.1 | 75 | 76,99 | | Hebat")
    assert semua(teks.split("\n\n", 1)[1], "PG-05", "PG-06") == []


RIWAYAT = "| Riwayat | kode | target_1 | realisasi_1 | capaian_1 | target_2 | realisasi_2 | capaian_2 |\n| | "


@pytest.mark.parametrize(
    ("baris", "temuan"),
    [
        ("S1.1 | 81 | 89,21 | 110,13 | | | 99,00", []),  # 89,205 / 81 = 110,13
        ("S1.1 | 81 | 89,21 | 110,12 | | | ", [("RW-01", "Riwayat!F8")]),
        ("S1.1 | 81 | 89,21 | | 4 | 5,00 | 120,00", [("RW-01", "Riwayat!I8")]),
        ("S1.2 | N/A | 5 | 80,00 | | | ", []),
        ("S1.1 | 0 | 5 | | | | ", [("PG-07", "Riwayat!F8")]),
    ],
)
def test_riwayat(baris: str, temuan: list) -> None:
    assert gawat(KEPALA + RIWAYAT + baris + " |") == temuan


@pytest.mark.parametrize(
    ("arah", "capaian", "tingkat"),
    [("", "80,00", "Catatan"), ("", "110,00", "Peringatan"), ("naik", "80,00", "Peringatan"), ("turun", "80,00", None)],
)
def test_riwayat_tanpa_arah(arah: str, capaian: str, tingkat: str | None) -> None:
    """A year gone by that is right for the other direction lacks the arah, nothing else: 5 / 6 against (2·5 − 6) / 5."""
    kepala = f"| Indikator | kode | jenjang | indikator | arah |\n| | S1.1 | sasaran | Kasus | {arah} |\n\n"
    ada = [
        t.tingkat.value
        for t in periksa_md(kepala + RIWAYAT + f"S1.1 | 5 | 6 | {capaian} | | | |").temuan
        if t.kode == "RW-01"
    ]
    assert ada == ([] if tingkat is None else [tingkat])


TANPA_ANGKA = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Sasaran | Kasus tertangani | {satuan} | naik |
|           | S1.2 | sasaran | | Layanan | % | naik |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | {target} | {realisasi} | {capaian} |
|            | S1.2 | 90 | 100 | |
"""


@pytest.mark.parametrize(
    ("satuan", "target", "realisasi", "capaian", "terpakai", "kode"),
    [
        ("%", "", "100", "100", 100.0, ["RM-06"]),
        ("%", "100", "", "90", 90.0, ["RM-06"]),
        ("opini", "WTP", "WTP", "100", 100.0, ["RM-06"]),
        ("rasio", "1:20", "1:17,9", "111,73", 111.73, ["RM-06"]),
        ("%", "50", "40", "80", 80.0, []),
        ("%", "", "100", "", None, []),
        ("%", "50", "40", "", 80.0, []),
    ],
)
def test_capaian_yang_diketik_dipakai_bila_tidak_dapat_dihitung(satuan, target, realisasi, capaian, terpakai, kode):
    """It goes into the summary and the mean as it is written, and that is said."""
    teks = TANPA_ANGKA.format(satuan=satuan, target=target, realisasi=realisasi, capaian=capaian)
    assert semua(teks, "RM-06") == [(k, di("pengukuran", "capaian")) for k in kode]
    assert next(x.capaian for x in daftar_indikator(buku_md(teks))) == terpakai
    assert gawat(teks) == []


def test_predikat_tercetak_apa_adanya_dan_tidak_menggagalkan_yang_lain():
    """The summary prints the words, leaves capaian blank, and the mean goes over the others."""
    teks = TANPA_ANGKA.format(satuan="opini", target="WTP", realisasi="WDP", capaian="")
    baris = RINGKASAN["Capaian Kinerja"](buku_md(teks)).baris
    isi = next(b.nilai for b in baris if b.nilai.get("kode") == "S1.1")
    assert (isi["target"], isi["realisasi"], isi["capaian"]) == ("WTP", "WDP", None)
    simpulan = RINGKASAN["Simpulan"](buku_md(teks)).baris
    assert all(not isinstance(x, Galat) for b in simpulan for x in b.nilai.values())


@pytest.mark.parametrize(
    ("pk", "target", "realisasi", "capaian", "tingkat"),
    [
        ("0", "", "2", "", Tingkat.KESALAHAN),  # nobody has said what counts
        ("0", "", "2", "0", Tingkat.CATATAN),
        ("0", "", "2", "-", Tingkat.CATATAN),
        ("-1,5", "", "-2,07", "62,00", Tingkat.CATATAN),
        ("0", "0", "2", "0", Tingkat.CATATAN),
        ("", "0", "2", "0", Tingkat.KESALAHAN),  # no document has it
        ("8", "0", "2", "0", Tingkat.KESALAHAN),  # not the target of the PK
        ("8", "", "2", "25", None),
    ],
)
def test_target_nol_menurut_dokumen(
    pk: str, target: str, realisasi: str, capaian: str, tingkat: Tingkat | None
) -> None:
    """A target of nought that the PK has blocks nothing once the capaian that counts is typed."""
    teks = (
        "| Indikator | kode | jenjang | indikator | satuan | arah |\n| | S1.1 | sasaran | Kasus | kasus | naik |\n\n"
        f"| PK | versi | kode | target |\n| | murni | S1.1 | {pk} |\n\n"
        f"| Pengukuran | kode | target | realisasi | capaian |\n| | S1.1 | {target} | {realisasi} | {capaian} |"
    )
    assert [t.tingkat for t in periksa_md(teks).temuan if t.kode == "PG-07"] == ([tingkat] if tingkat else [])
    buku = buku_md(teks)
    terpakai = capaian_terpakai(buku["pengukuran"], 8)
    if tingkat is Tingkat.CATATAN:
        assert terpakai == (None if capaian == "-" else float(capaian.replace(",", ".")))

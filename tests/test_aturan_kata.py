"""Targets that are words or bounds: their capaian by points, by the bound's number, or met and not met, as the agency says."""

from __future__ import annotations

import pytest
from buku_md import buku_md, periksa_md

from lkjip_xl.ringkasan.capaian import capaian_kinerja
from lkjip_xl.ringkasan.capaian_triwulan import capaian_triwulan
from lkjip_xl.ringkasan.kemajuan_renstra import kemajuan_renstra
from lkjip_xl.ringkasan.pembanding import pembanding_standar
from lkjip_xl.tabel.kata_terukur import banyak_tak_terbaca

ISI = """
| Skala Predikat | skala | kata | poin |
|  | Evaluasi | C  | 3 |
|  | Evaluasi | CC | 4 |
|  | Evaluasi | B  | 5 |
|  | Evaluasi | BB | 6 |
|  | Evaluasi | A  | 7 |
|  | Layanan  | Baik        | 3 |
|  | Layanan  | Sangat Baik | 4 |

| Indikator | kode | jenjang | pernyataan | indikator | arah  | skala_predikat | cara_capaian |
|           | S1.1 | sasaran | A          | a         | naik  | {skala}        | {cara}       |
|           | S1.2 | sasaran | A          | b         | turun |                |              |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | {t}    | {r}       | {c}     |
|            | S1.2 | 4      | 5         |         |
"""


def teks(t, r, *, skala="", cara="", umum="", c="", lain="") -> str:
    kepala = f"| Pengaturan | tahun | cara_capaian |\n|  | 2025 | {umum} |\n"
    return kepala + ISI.format(t=t, r=r, skala=skala, cara=cara, c=c) + lain


def capaian(*isi, **setelan):
    b = buku_md(teks(*isi, **setelan))
    hasil = capaian_kinerja(b).baris[0].nilai["capaian"]
    assert b["pengukuran"].harap(b["pengukuran"].baris[0], "capaian") == hasil
    return hasil


@pytest.mark.parametrize(
    ("t", "r", "setelan", "hasil"),
    [
        ("BB", "A", {}, None),
        ("BB", "A", {"skala": "Evaluasi"}, 7 / 6 * 100),
        ("A", "bb", {"skala": "evaluasi"}, 6 / 7 * 100),
        ("Sangat Baik", "Baik", {"skala": "Layanan"}, 75),
        ("A", "BB", {"skala": "Evaluasi", "cara": "terpenuhi"}, 0),
        ("BB", "A", {"skala": "Evaluasi", "cara": "terpenuhi"}, 100),
        ("BB", "AA", {"skala": "Evaluasi"}, None),
        ("BB", "A", {"skala": "Layanan"}, None),
        ("BB", "72,5", {"skala": "Evaluasi"}, None),
        ("70", "A", {"skala": "Evaluasi"}, None),
        ("70", "77", {"skala": "Evaluasi"}, 110),
        ("≥ 80", "60", {}, None),
        ("≥ 80", "60", {"umum": "rumus"}, 75),
        ("≥ 80", "60", {"umum": "batas-terpenuhi"}, 0),
        ("min. 80", "85", {"cara": "batas-terpenuhi"}, 100),
        ("≥ 80", "60", {"umum": "batas-terpenuhi", "cara": "rumus"}, 75),
        ("≥ 80", "60", {"umum": "rumus", "cara": "tidak-dihitung"}, None),
        ("≤ 80", "60", {"umum": "rumus"}, None),
        ("80", "60", {"cara": "terpenuhi"}, 0),
        ("80", "60", {"umum": "batas-terpenuhi"}, 75),
    ],
)
def test_capaian_dari_kata_dan_batas(t, r, setelan, hasil):
    assert capaian(t, r, **setelan) == (None if hasil is None else pytest.approx(hasil))


def kode(isi: str) -> set[tuple[str, str]]:
    dicari = ("AN-23", "AN-26", "SK-07", "PG-01", "PG-13", "PG-14")
    return {(x.kode, f"{x.lembar}!{x.sel}") for x in periksa_md(isi).temuan if x.kode in dicari}


@pytest.mark.parametrize(
    ("t", "r", "setelan", "temuan"),
    [
        ("BB", "A", {}, {("AN-23", "F8, N8")}),  # one indicator measured in words, told once
        ("BB", "A", {"skala": "Evaluasi"}, set()),
        ("BB", "A", {"skala": "Evaluasi", "c": "116,67"}, set()),
        ("BB", "A", {"skala": "Evaluasi", "c": "100"}, {("PG-01", "P8")}),
        ("BB", "AA", {"skala": "Evaluasi"}, {("AN-26", "N8")}),
        ("BB", "72,5", {"skala": "Evaluasi"}, {("PG-14", "F8")}),
        ("≥ 80", "60", {"umum": "rumus"}, set()),
        ("≥ 80", "60", {"umum": "rumus", "c": "75"}, set()),
        ("≥ 80", "60", {"umum": "rumus", "c": "100"}, {("PG-01", "P8")}),
        ("≥ 80", "> 85", {"umum": "rumus"}, {("AN-23", "N8")}),
        ("≤ 80", "60", {"umum": "rumus"}, {("PG-13", "F8")}),
        ("≤ 80", "60", {"umum": "batas-terpenuhi"}, set()),
        ("≤ 80", "60", {}, {("AN-23", "F8")}),
    ],
)
def test_temuan_kata_dan_batas(t, r, setelan, temuan):
    assert kode(teks(t, r, **setelan)) == {(k, f"Pengukuran!{s}") for k, s in temuan}


@pytest.mark.parametrize(("r", "usul"), [("A (83,25)", '"A"'), ("AA", ""), ("XX (83,25)", "")])
def test_kata_bersama_angkanya_diberi_usul(r: str, usul: str) -> None:
    (t,) = [x for x in periksa_md(teks("BB", r, skala="Evaluasi")).temuan if x.kode == "AN-26"]
    assert (usul in t.saran) is True and (usul != "" or '"' not in t.saran)


def test_skala_predikat_yang_tidak_ada():
    assert ("SK-07", "Indikator!N8") in kode(teks("BB", "A", skala="Evaluasia"))
    assert kode(teks("BB", "A", skala="evaluasi")) == set()


LAIN = """
| Riwayat | kode | target_1 | realisasi_1 | target_2 | realisasi_2 |
|         | S1.1 | B        | CC          | C        | 50          |

| Triwulan dan Rencana Aksi | kode | tw | target | realisasi |
|          | S1.1 | I  | B      | BB        |

| Renstra | kode | target_1 | target_akhir |
|         | S1.1 | BB       | A            |

| Pembanding | kode | jenis | nama | nilai |
|            | S1.1 | provinsi | Provinsi | B |
"""


def test_kata_di_lembar_lain():
    b = buku_md(teks("BB", "CC", skala="Evaluasi", lain=LAIN))
    (riwayat,) = b["riwayat"].baris
    assert [b["riwayat"].harap(riwayat, f"capaian_{k}") for k in (1, 2, 3)] == [80, None, None]
    (tw,) = b["triwulan"].baris
    assert b["triwulan"].harap(tw, "capaian") == 120
    r = capaian_triwulan(b).baris[0].nilai
    assert (r["target_tw1"], r["realisasi_tw1"], r["capaian_tw1"]) == ("B", "BB", 120)
    r = kemajuan_renstra(b).baris[0].nilai
    assert (r["target_akhir"], r["kemajuan"]) == ("A", pytest.approx(4 / 7 * 100))
    r = pembanding_standar(b).baris[0].nilai
    assert (r["nilai"], r["terhadap"]) == ("B", 80)
    assert {s for k, s in kode(teks("BB", "CC", skala="Evaluasi", lain=LAIN)) if k == "AN-23"} == set()


def test_batas_program_menurut_pengaturan():
    isi = "\n| Anggaran | level | nama | indikator | target | realisasi |\n|  | program | P | x | ≥ 80 | 60 |\n"
    for umum, hasil in (("", None), ("rumus", 75), ("batas-terpenuhi", 0)):
        b = buku_md(teks("80", "80", umum=umum, lain=isi))
        assert b["anggaran"].harap(b["anggaran"].baris[0], "capaian") == hasil


def test_tercetak_sebagaimana_diketik():
    (baris, _) = (r for r in capaian_kinerja(buku_md(teks("BB", "A", skala="Evaluasi"))).baris)
    assert (baris.nilai["target"], baris.nilai["realisasi"]) == ("BB", "A")


SEMUA_LEMBAR = """
| Skala Predikat | skala | kata | poin |
|  | Evaluasi | B  | 5 |
|  | Evaluasi | A  | 7 |

| Indikator | kode | jenjang | pernyataan | indikator | arah | skala_predikat | cara_capaian |
|           | S1.1 | sasaran | A          | a         | naik | Evaluasi       |              |
|           | S1.2 | sasaran | A          | b         | naik |                | rumus        |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | B      | 60        |
|            | S1.2 | ≤ 5    | 4         |

| Triwulan dan Rencana Aksi | kode | tw | target | realisasi |
|          | S1.1 | I  | B      | 60        |
|          | S1.2 | I  | ≤ 5    | 4         |

| Riwayat | kode | target_1 | realisasi_1 |
|         | S1.1 | B        | 60          |
|         | S1.2 | ≤ 5      | 4           |
"""


def test_di_setiap_lembar_dengan_capaian():
    temuan = [x for x in periksa_md(SEMUA_LEMBAR).temuan if x.kode in ("PG-13", "PG-14")]
    lembar = ("Pengukuran", "Riwayat", "Triwulan dan Rencana Aksi")
    assert sorted((x.kode, x.lembar) for x in temuan) == [(k, n) for k in ("PG-13", "PG-14") for n in lembar]
    assert {x.tingkat.value for x in temuan if x.lembar == "Riwayat"} == {"Catatan"}


@pytest.mark.parametrize(("t", "r", "banyak"), [("BB", "A", 0), ("BB", "12.000.0", 1), ("75", "12.000.0", 1)])
def test_kata_bukan_sel_yang_tak_terbaca(t, r, banyak):
    """After Perbarui Ringkasan a predicate was counted among cells that nobody can read."""
    assert banyak_tak_terbaca(buku_md(teks(t, r))) == banyak


def test_rentang_pembanding_indikator_rentang_dihitung():
    """A peer's range is the standard of an indicator that has to stay in one; for any other it is noted as before."""
    for arah, harap, catatan in (("rentang", 100.0, []), ("naik", None, ["AN-23"])):
        md = (
            "| Pengaturan | tahun |\n|  | 2025 |\n\n"
            f"| Indikator | kode | jenjang | pernyataan | indikator | arah |\n| | S1.1 | sasaran | A | BOR | {arah} |\n\n"
            "| Pengukuran | kode | target | realisasi |\n| | S1.1 | 70 | 72,4 |\n\n"
            "| Pembanding | kode | jenis | nama | nilai |\n| | S1.1 | nasional | SPM | 60-85 |\n"
        )
        (baris,) = [r for r in pembanding_standar(buku_md(md)).baris if r.nilai.get("kode") == "S1.1"]
        assert baris.nilai["terhadap"] == harap
        assert [t.kode for t in periksa_md(md).temuan if t.kode == "AN-23"] == catatan

"""Regional conventions as settings and columns: caps, floor, what the mean takes. Each cell says what docs/konvensi.md says of it."""

from __future__ import annotations

import pytest
from buku_md import buku_md, periksa_md

from lkjip_xl.ringkasan.capaian import capaian_kinerja
from lkjip_xl.ringkasan.capaian_triwulan import capaian_triwulan
from lkjip_xl.ringkasan.kemajuan_renstra import kemajuan_renstra
from lkjip_xl.ringkasan.simpulan import simpulan

ISI = """
| Skala Kategori | batas | tanda | kategori |
|       | 120   | >     | Istimewa |
|       | 100   | >=    | Baik     |
|       |       |       | Kurang   |

| Indikator | kode | jenjang | pernyataan | indikator | arah  | batas_capaian | iku   |
|           | S1.1 | sasaran | A          | a         | naik  |               | ya    |
|           | S1.2 | sasaran | A          | b         | naik  | 110           | tidak |
|           | S2.1 | sasaran | B          | c         | turun |               | ya    |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 100    | 130       |
|            | S1.2 | 100    | 130       |
|            | S2.1 | 4      | 14        |
"""


def buku(lain: str = "", **setelan: object):
    semua = {"tahun": 2025} | setelan
    kepala, nilai = (" | ".join(map(str, x)) for x in (semua, semua.values()))
    return buku_md(f"| Pengaturan | {kepala} |\n| | {nilai} |\n\n" + ISI + lain)


def capaian(b) -> list:
    return [r.nilai["capaian"] for r in capaian_kinerja(b).baris]


def kategori(b) -> list:
    return [r.nilai["kategori"] for r in capaian_kinerja(b).baris]


def rata(b) -> object:
    return simpulan(b).baris[-1].nilai["capaian"]


@pytest.mark.parametrize(
    ("setelan", "hasil", "kata", "mean"),
    [
        ({}, [130, 110, -150], ["Istimewa", "Baik", "Kurang"], 30),
        ({"batas_capaian": 120}, [120, 110, -150], ["Baik", "Baik", "Kurang"], 80 / 3),
        ({"batas_capaian": 120, "letak_batas": "capaian"}, [120, 110, -150], ["Baik", "Baik", "Kurang"], 80 / 3),
        ({"batas_capaian": 120, "letak_batas": "rata-rata"}, [130, 130, -150], ["Baik", "Baik", "Kurang"], 80 / 3),
        ({"letak_batas": "rata-rata"}, [130, 130, -150], ["Istimewa", "Baik", "Kurang"], 30),
        ({"batas_bawah_capaian": 0}, [130, 110, 0], ["Istimewa", "Baik", "Kurang"], 80),
        ({"cakupan_rata": "IKU"}, [130, 110, -150], ["Istimewa", "Baik", "Kurang"], -10),
    ],
)
def test_batas_dan_cakupan(setelan, hasil, kata, mean):
    b = buku(**setelan)
    assert capaian(b) == hasil and kategori(b) == kata
    assert [b["pengukuran"].harap(r, "kategori") for r in b["pengukuran"].baris] == kata
    assert rata(b) == pytest.approx(mean)


def test_rata_sasaran_dari_semua_indikatornya():
    assert [r.nilai["capaian"] for r in simpulan(buku(cakupan_rata="IKU")).baris] == [120, -150, -10]


TRIWULAN = """
| Triwulan dan Rencana Aksi | kode | tw | target | realisasi |
|          | S1.2 | I  | 10     | 20        |
|          | S2.1 | I  | 10     | 40        |

| Riwayat | kode | target_1 | realisasi_1 |
|         | S1.2 | 100      | 130         |
|         | S2.1 | 4        | 14          |
"""


def test_batas_di_triwulan_dan_riwayat():
    b = buku(TRIWULAN, batas_bawah_capaian=0)
    assert [b["triwulan"].harap(r, "capaian") for r in b["triwulan"].baris] == [110, 0]
    assert [b["riwayat"].harap(r, "capaian_1") for r in b["riwayat"].baris] == [110, 0]
    assert [r.nilai["capaian_tw1"] for r in capaian_triwulan(b).baris if "capaian_tw1" in r.nilai] == [110, 0]


JUMLAH = """
| Pengaturan | tahun | renstra_awal | renstra_akhir | kemajuan_jumlah |
|            | 2025  | 2024         | 2026          | sampai dengan tahun ini |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah | sifat  |
|           | S1.1 | sasaran | A          | a         | orang  | naik | jumlah |
|           | S1.2 | sasaran | A          | b         | %      | naik | akhir  |

| Renstra | kode | target_1 | target_2 | target_3 |
|         | S1.1 | 100      | 100      | 200      |
|         | S1.2 | 60       | 70       | 80       |

| Pengukuran | kode | realisasi |
|            | S1.1 | 120       |
|            | S1.2 | 60        |

| Riwayat | kode | realisasi_1 |
|         | S1.1 | 80          |
|         | S1.2 | 50          |
"""


@pytest.mark.parametrize(
    ("cara", "lalu", "hasil"),
    [
        ("tahun ini", "80", [(None, 200, 60), (None, 80, 75)]),
        ("sampai dengan tahun ini", "80", [(200, 400, 50), (None, 80, 75)]),
        ("sampai dengan tahun ini", "", [(None, 400, None), (None, 80, 75)]),
    ],
)
def test_kemajuan_jumlah(cara, lalu, hasil):
    t = kemajuan_renstra(
        buku_md(JUMLAH.replace("sampai dengan tahun ini", cara).replace("| 80          |", f"| {lalu} |"))
    )
    assert [tuple(r.nilai.get(k) for k in ("kumulatif", "target_akhir", "kemajuan")) for r in t.baris] == hasil
    assert ("kumulatif" in [k.nama for k in t.kolom]) == (hasil[0][0] is not None)


@pytest.mark.parametrize(
    ("batas", "letak", "ditulis", "kode", "dipakai"),
    [
        ("", "capaian", "200 %*", "PG-15", 200),
        ("", "capaian", "100*", "PG-15", 100),
        ("", "capaian", "200 %", "PG-01", 457),
        ("", "capaian", "203 %*", "PG-01", 457),
        ("", "capaian", "460*", "PG-01", 457),
        ("", "capaian", "457*", None, 457),
        ("", "capaian", "90*", "PG-01", 457),
        ("200", "capaian", "200 %*", None, 200),
        ("200", "capaian", "100*", "PG-15", 100),
        ("200", "rata-rata", "200 %*", "PG-15", 200),
    ],
)
def test_bintang_pada_capaian_yang_dipotong(batas, letak, ditulis, kode, dipakai):
    isi = f"""
| Pengaturan | tahun | batas_capaian | letak_batas |
|  | 2025 | {batas} | {letak} |

| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | a         | orang  | naik |

| Pengukuran | kode | target | realisasi | capaian   |
|            | S1.1 | 100    | 457       | {ditulis} |
"""
    temuan = {t.kode for t in periksa_md(isi).temuan if t.kode.startswith("PG-")}
    assert temuan == ({kode} if kode else set()) and capaian(buku_md(isi)) == [dipakai]

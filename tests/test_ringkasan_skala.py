"""Several category scales in one book: of indicators, of sasaran, of serapan, of single indicators."""

from __future__ import annotations

import pytest
from buku_md import buku_md, periksa_md
from tanpa_kolom import dengan_skema, skema_tanpa

from lkjip_xl.inti.skala import Pita, Skala
from lkjip_xl.perintah import skema
from lkjip_xl.ringkasan.capaian import capaian_kinerja
from lkjip_xl.ringkasan.realisasi_anggaran import realisasi_anggaran
from lkjip_xl.ringkasan.simpulan import simpulan

ISI = """
| Pengaturan | tahun | skala_sasaran | skala_serapan |
|            | 2025  | {sasaran}     | {serapan}     |

| Skala Kategori | batas | tanda | kategori | skala    |
|       | 100   | >=    | Berhasil      |          |
|       |       |       | Gagal         |          |
|       | 110   | >     | Buruk         | Negatif  |
|       |       |       | Baik          | Negatif  |
|       | 85    | >=    | Puncak        | Sasaran  |
|       |       |       | Dasar         | Sasaran  |
|       | 90    | >     | Terserap      | Anggaran |
|       |       |       | Belum         | Anggaran |

| Indikator | kode | jenjang | pernyataan | indikator | arah | skala_kategori |
|           | S1.1 | sasaran | A          | a         | naik |                |
|           | S1.2 | sasaran | A          | b         | naik | {satu}         |

| Pengukuran | kode | target | realisasi | kategori |
|            | S1.1 | 100    | 99        |          |
|            | S1.2 | 100    | 120       | {kata}   |

| Anggaran | level   | nama | pagu | realisasi_rp |
|          | program | P    | 1000 | 950          |
|          | program | Q    | 1000 | 100          |
"""


def isi(satu="", sasaran="", serapan="", kata="") -> str:
    return ISI.format(satu=satu, sasaran=sasaran, serapan=serapan, kata=kata)


@pytest.mark.parametrize(
    ("satu", "hasil"),
    [
        ("", ["Gagal", "Berhasil"]),
        ("Negatif", ["Gagal", "Buruk"]),
        (" negatif", ["Gagal", "Buruk"]),
        ("Lain", ["Gagal", None]),
    ],
)
def test_skala_satu_indikator(satu, hasil):
    b = buku_md(isi(satu))
    assert [r.nilai["kategori"] for r in capaian_kinerja(b).baris] == hasil
    assert [b["pengukuran"].harap(r, "kategori") for r in b["pengukuran"].baris] == hasil


@pytest.mark.parametrize(("sasaran", "hasil"), [("", "Berhasil"), ("Sasaran", "Puncak")])
def test_skala_sasaran(sasaran, hasil):
    baris = simpulan(buku_md(isi(sasaran=sasaran))).baris
    assert [r.nilai["kategori"] for r in baris if r.nilai.get("capaian") is not None] == [hasil, hasil]


def test_skala_serapan():
    tanpa, ada = (realisasi_anggaran(buku_md(isi(serapan=x))) for x in ("", "Anggaran"))
    assert "kategori" not in [k.nama for k in tanpa.kolom] and "kategori" in [k.nama for k in ada.kolom]
    assert [r.nilai["kategori"] for r in ada.baris] == ["Terserap", "Belum", "Belum"]


def temuan(teks: str) -> list[tuple[str, str]]:
    return [(x.kode, x.lembar) for x in periksa_md(teks).temuan if x.kode[:3] in ("SK-", "PG-")]


def test_skala_yang_tidak_ada():
    assert temuan(isi("Negatif", "Sasaran", "Anggaran")) == []
    assert temuan(isi("Negatip", "", "")) == [("SK-08", "Indikator")]
    assert temuan(isi("", "Sasar", "Serapan")) == [("SK-08", "Pengaturan")] * 2


def test_kategori_diketik_menurut_skalanya():
    assert temuan(isi("Negatif", kata="Buruk")) == []
    assert temuan(isi("Negatif", kata="Baik")) == [("PG-05", "Pengukuran")]
    assert temuan(isi("Negatif", kata="Berhasil")) == [("PG-06", "Pengukuran")]


def test_tiap_skala_diperiksa_sendiri():
    """The scales stand below one another: neither their order nor names they share are a mistake."""
    assert temuan(isi().replace("110   | >     | Buruk ", "110   | >     | Gagal ")) == []
    assert temuan(
        isi().replace(
            "| 85    | >=    | Puncak        | Sasaran  |",
            "| 85 | >= | Puncak | Sasaran |\n| | 95 | >= | Atas | Sasaran |",
        )
    ) == [("SK-01", "Skala Kategori")]


KATA = """
| Pengaturan | tahun | renstra_awal | skala_sasaran | skala_serapan |
|            | 2025  | 2025         | Sasaran       | Anggaran      |

| Skala Predikat | skala | kata | poin |
|  | Evaluasi | B  | 5 |
|  | Evaluasi | A  | 8 |

| Skala Kategori | batas | tanda | kategori | skala    |
|       | 100   | >=    | Berhasil      |          |
|       |       |       | Gagal         |          |
|       | 90    | >     | Terserap      | Anggaran |
|       |       |       | Belum         | Anggaran |

| Indikator | kode | jenjang | pernyataan | indikator | arah | skala_predikat |
|           | S1.1 | sasaran | A          | a         | naik | Evaluasi       |

| Renstra | kode | target_1 | target_akhir |
|         | S1.1 | B        | A            |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | A      | B         |

| Triwulan dan Rencana Aksi | kode | tw | target | realisasi |
|          | S1.1 | I  | A      | B         |

| Pembanding | kode | jenis | nama | nilai |
|            | S1.1 | provinsi | P | A |

| Anggaran | level   | nama | pagu | realisasi_rp |
|          | program | P    | 1000 | 950          |
"""


def test_kata_dan_skala_bersama():
    b = buku_md(KATA)
    assert [r.nilai["capaian"] for r in capaian_kinerja(b).baris] == [62.5]
    assert [r.nilai["kategori"] for r in realisasi_anggaran(b).baris] == ["Terserap", "Terserap"]


BAKU = """
| Pengaturan | tahun | skala_capaian | skala_sasaran |
|            | 2025  | {capaian}     | {sasaran}     |

| Skala Kategori | batas | tanda | kategori | skala   |
|                | 100   | >=    | Mencapai | {nama}  |
|                |       |       | Meleset  | {nama}  |

| Indikator | kode | jenjang | pernyataan | indikator | arah | skala_kategori |
|           | S1.1 | sasaran | A          | a         | naik |                |
|           | S1.2 | sasaran | A          | b         | naik | {satu}         |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 100    | 99        |
|            | S1.2 | 100    | 40        |
"""
EMPAT, LIMA = "4 kategori: ≥100 / ≥75 / ≥55", "5 kategori: ≥91 / ≥76 / ≥66 / ≥51"


def baku(capaian="", sasaran="", nama="Sendiri", satu="") -> str:
    return BAKU.format(capaian=capaian, sasaran=sasaran, nama=nama, satu=satu)


@pytest.mark.parametrize(
    ("isian", "hasil"),
    [
        ({"capaian": EMPAT}, ["Berhasil", "Kurang Berhasil"]),
        ({"capaian": LIMA}, ["Sangat Tinggi", "Sangat Rendah"]),
        ({"capaian": EMPAT, "satu": "Sendiri"}, ["Berhasil", "Meleset"]),
        ({"satu": LIMA, "nama": ""}, ["Meleset", "Sangat Rendah"]),
        ({"capaian": EMPAT, "nama": ""}, ["Berhasil", "Kurang Berhasil"]),
        ({"capaian": "6 kategori", "nama": ""}, ["Meleset", "Meleset"]),
        ({}, [None, None]),
    ],
)
def test_skala_yang_dikenal_dipilih(isian, hasil):
    """A scale is chosen, not typed; cells and summaries agree."""
    b = buku_md(baku(**isian))
    assert [b["pengukuran"].harap(r, "kategori") for r in b["pengukuran"].baris] == hasil
    assert [r.nilai["kategori"] for r in capaian_kinerja(b).baris] == hasil


def test_skala_dikenal_untuk_sasaran():
    baris = simpulan(buku_md(baku(EMPAT, LIMA))).baris
    assert {r.nilai["kategori"] for r in baris if r.nilai.get("capaian") is not None} == {"Sedang"}


def test_skala_dikenal_yang_tidak_dipilih_bukan_skala_buku():
    assert list(buku_md(baku()).semua_skala) == ["", "sendiri"]
    assert len(buku_md(baku(EMPAT, LIMA)).semua_skala) == 3


def test_skala_dikenal_tanpa_nama_bukan_skala_indikator():
    tanpa_nama, _ = skema_tanpa(skema(), "skala_baku", "skala")
    b = dengan_skema(buku_md(baku(nama="")), tanpa_nama)
    assert [b["pengukuran"].harap(r, "kategori") for r in b["pengukuran"].baris] == ["Meleset", "Meleset"]
    assert [(k, [p.kategori for p in s]) for k, s in b.semua_skala.items()] == [("", ["Mencapai", "Meleset"])]


def test_skala_sendiri_tak_dipakai():
    assert temuan(baku(EMPAT, nama="")) == [("SK-31", "Skala Kategori")]
    assert temuan(baku(EMPAT)) == temuan(baku(nama="")) == []
    assert ("SK-08", "Pengaturan") in temuan(baku("6 kategori"))


def test_pilihan_sama_dengan_skala_baku():
    lembar = skema().lembar
    nama = list(dict.fromkeys(b["skala"] for b in lembar["skala_baku"].baris_awal))
    assert list(lembar["pengaturan"].kolom["skala_capaian"].pilihan) == nama
    assert all(
        not Skala(
            Pita(b.get("batas"), b.get("tanda", ""), b["kategori"])
            for b in lembar["skala_baku"].baris_awal
            if b["skala"] == n
        ).masalah()
        for n in nama
    )

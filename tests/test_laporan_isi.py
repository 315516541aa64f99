"""What real reports print beside the seven comparisons: there where the workbook has it, and not a word where it has not."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from buku_md import buku_md
from matplotlib.text import Text

from lkjip_xl.perintah import skema
from lkjip_xl.ringkasan.indikator import daftar_indikator
from lkjip_xl.ringkasan.kaskade import kaskade, keterkaitan
from lkjip_xl.ringkasan.kepala import kepala_tabel
from lkjip_xl.ringkasan.pegawai_silang import pegawai_silang
from lkjip_xl.ringkasan.perjanjian import jumlah_anggaran, perubahan_pk
from lkjip_xl.ringkasan.program_kurang import program_terukur
from lkjip_xl.ringkasan.tahun_lalu import belanja_tahun, rata_dua_tahun, serapan_dua_tahun
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.nomor_templat import NOMOR_LAMA
from lkjip_xl.word import susun_naskah
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.gambar import gambar_lembar
from lkjip_xl.word.naskah import Butir, Gambar, Isian, Judul, Paragraf, Tabel
from lkjip_xl.word.sasaran import simpulan_sasaran
from lkjip_xl.word.tabel_word import isi_tercetak

POKOK = """
| Pengaturan | instansi | tahun | renstra_awal | renstra_akhir |
|            | Dinas    | 2024  | 2022         | 2026          |

| Indikator | kode | jenjang | induk | pernyataan | indikator | satuan | arah |
|           | T1.1 | tujuan  |       | Daerah maju | Indeks maju | indeks | naik |
|           | S1.1 | sasaran | {induk} | Mutu naik | Nilai mutu | poin | naik |
|           | S1.2 | sasaran |       |            | Angka keluhan | kasus | turun |
|           | S2.1 | sasaran | {induk} | Layanan luas | Desa terlayani | desa | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 80     | 84        |
|            | S1.2 | 10     | 12        |
|            | S2.1 | 10     | 10        |
"""
PENUH = """
| Riwayat | kode | target_1 | realisasi_1 |
|         | S1.1 | 80       | 72          |
|         | S1.2 | 10       | 10          |

| IKU | kode | definisi_operasional |
|     | S1.1 | Rata-rata nilai mutu semua layanan. |

| Anggaran | kode | level | nama | bidang | indikator | satuan | target | realisasi | pagu | realisasi_rp |
|          | 1    | program | PROGRAM MUTU | Bidang Mutu | Mutu | % | 100 | 100 | 1000 | 900 |
|          | 1.1  | kegiatan | Kegiatan Latih | Bidang Mutu | Peserta | orang | 50 | 40 | 600 | 500 |
|          | 1.1.1 | subkegiatan | Sub Latih | Seksi Latih | Kelas | kelas | 4 | 4 | 600 | 500 |
|          | 1.2  | kegiatan | Kegiatan Nilai | Bidang Mutu | Dokumen | dokumen | 2 | 1 | 400 | 400 |
|          | 2    | program | PROGRAM LUAS | Bidang Luas | Desa | desa | 10 | 10 | 500 | 450 |
|          | 2.1  | kegiatan | Kegiatan Desa | Bidang Luas | Kunjungan | kali | 5 | 6 | 500 | 450 |

| Penunjang | kode | level | nama |
|           | S1   | program | PROGRAM MUTU |
|           | S2.1 | program | PROGRAM LUAS |

| Belanja | tahun | jenis | anggaran | realisasi |
|         | 2023  | Belanja Operasi | 800 | 600 |
|         | 2023  | Belanja Modal | 200 | 100 |
|         | 2024  | Belanja Operasi | 1500 | 1350 |

| PK | versi | kode | target | keterangan | penanggung_jawab |
|    | RKT | S1.1 | 78 | | Kepala Bidang Mutu |
|    | murni | S1.1 | 78 | | |
|    | murni | S2.1 | 10 | | |
|    | perubahan | S1.1 | 80 | Hasil reviu | |
|    | perubahan | S1.2 | 10 | | |
|    | perubahan | S2.1 | 10 | | |

| PK Program | versi | kode | level | nama | anggaran |
|            | murni | 1 | program | PROGRAM MUTU | 900 |
|            | murni | 1.1 | kegiatan | Kegiatan Latih | 500 |
|            | murni | 2 | program | PROGRAM LUAS | 500 |
|            | perubahan | 1 | program | PROGRAM MUTU | 1000 |

| Pegawai | dimensi | uraian | pendidikan | jumlah |
|         | Jabatan | JFT | S1 | 5 |
|         | Jabatan | JFT | S2 | 2 |
|         | Jabatan | JFU | S1 | 3 |
|         | Jabatan | Jumlah | | 10 |
"""


@cache
def buku(isi: str = PENUH, induk: str = "T1.1") -> BukuKerja:
    return buku_md(POKOK.format(induk=induk) + isi)


@cache
def balok(isi: str = PENUH, induk: str = "T1.1"):
    return susun_naskah(buku(isi, induk)).balok


def tabel(nama: str, isi: str = PENUH) -> list[Tabel]:
    return [x for x in balok(isi) if isinstance(x, Tabel) and x.tabel.lembar == nama]


def paragraf(isi: str = PENUH, *, memuat: str) -> list[str]:
    return [x.teks.replace("\u00a0", " ") for x in balok(isi) if isinstance(x, Paragraf) and memuat in x.teks]


def test_kegiatan_yang_tidak_mencapai_target_disebut_per_program():
    mutu, luas = program_terukur(buku())
    nama = buku()["anggaran"]
    assert [(nama.nilai(b, "nama"), c) for b, c in mutu.kurang] == [
        ("Kegiatan Latih", (80,)),
        ("Kegiatan Nilai", (50,)),
    ]
    assert mutu.terukur == 3 and (luas.terukur, luas.kurang) == (1, ())
    (teks,) = paragraf(memuat="Kegiatan Nilai")
    assert "80,00" in teks and "50,00" in teks and "Sub Latih" not in teks and "3 (tiga)" in teks
    assert len(paragraf(memuat="kegiatan dan subkegiatan yang terukur mencapai")) == 1


def test_serapan_dan_rata_rata_capaian_dengan_tahun_lalu():
    assert serapan_dua_tahun(buku()) == (70, 90)
    rata = rata_dua_tahun(buku(), [x for x in daftar_indikator(buku()) if x.jenjang == "sasaran"])
    assert rata is not None and (rata.jumlah, rata.lalu, rata.kini) == (2, 95, 92.5)
    assert any("20,00" in t and "2023" in t for t in paragraf(memuat="serapan"))
    assert any("95,00" in t and "92,50" in t for t in paragraf(memuat="kedua tahun"))


@pytest.mark.parametrize(
    ("baris", "harap"),
    [
        ("| | 2023 | Belanja Operasi |  | 800 | 600 |\n| | 2023 | Jumlah |  | 900 | 700 |", (900, 700)),
        ("| | 2023 | Belanja Operasi |  | 800 | 600 |\n| | 2023 | Pegawai | Belanja Operasi | 300 | 200 |", (800, 600)),
        ("| | 2023 | Belanja Operasi |  | 800 | |", None),
        ("| | 2022 | Belanja Operasi |  | 800 | 600 |", None),
    ],
)  # fmt: skip
def test_belanja_seluruhnya(baris, harap):
    x = belanja_tahun(buku(f"\n| Belanja | tahun | jenis | induk | anggaran | realisasi |\n{baris}"), -1)
    assert (None if x is None else (x.pagu, x.realisasi)) == harap


def test_simpulan_tiap_sasaran_yang_beberapa_indikatornya():
    (teks,) = paragraf(memuat="Dengan demikian")
    assert "1 (satu) dari 2 (dua)" in teks and "Mutu naik" in teks and "92,50" in teks


def test_simpulan_sasaran_menyebut_bila_tidak_semua_terhitung() -> None:
    b = Bahan(buku())
    milik = [x for x in daftar_indikator(b.buku) if x.jenjang == "sasaran"]
    (semua,), (sebagian,) = (
        [p.teks for p in simpulan_sasaran(b, x) if isinstance(p, Paragraf)]
        for x in (milik, [*milik, replace(milik[0], kode="S9.9", capaian=None)])
    )
    assert semua != sebagian and all("2 (dua) dari 3 (tiga)" in x for x in (semua, sebagian))


def test_makna_indikator_dari_iku():
    (teks,) = paragraf(memuat="Rata-rata nilai mutu semua layanan.")
    assert "operasional" in teks and teks.count("Nilai mutu") == 1


def test_lampiran_pk_menurut_versi_dengan_perubahan_dan_anggaran():
    t = perubahan_pk(buku())
    assert t is not None
    assert [(b.nilai.get("semula"), b.nilai.get("menjadi"), b.nilai.get("keterangan")) for b in t.baris] == [
        (78, 80, "Hasil reviu"),
        (None, 10, None),
    ]
    judul = [x.teks for x in balok() if isinstance(x, Judul) and x.teks.startswith("LAMPIRAN")]
    assert ["KINERJA TAHUNAN" in judul[0], "PERUBAHAN" in judul[1], "PERUBAHAN" in judul[2]] == [True, False, True]
    assert [jumlah_anggaran(buku(), v) for v in ("murni", "perubahan", "rkt")] == [1400, 1000, None]
    anggaran = [x.tabel for x in tabel("PK Program") if x.kunci.startswith("anggaran")]
    assert [(len(x.baris), x.baris[-1].nilai["anggaran"]) for x in anggaran] == [(4, 1400), (2, 1000)]


def test_kaskade_dari_tujuan_sampai_subkegiatan():
    t = kaskade(buku())
    assert t is not None
    assert [(b.inden, b.nilai.get("nama"), b.nilai.get("target")) for b in t.baris] == [
        (0, "Daerah maju", None),
        (1, "Mutu naik", 80),
        (1, None, 10),
        (2, "PROGRAM MUTU", 100),
        (3, "Kegiatan Latih", 50),
        (4, "Sub Latih", 4),
        (3, "Kegiatan Nilai", 2),
        (1, "Layanan luas", 10),
        (2, "PROGRAM LUAS", 10),
        (3, "Kegiatan Desa", 5),
    ]
    assert [b.nilai["pengampu"] for b in t.baris[:4]] == [None, "Kepala Bidang Mutu", None, "Bidang Mutu"]


def test_keterkaitan_menurut_induk():
    t = keterkaitan(buku())
    assert t is not None and [k.nama for k in t.kolom] == ["tujuan", "sasaran", "indikator"]
    assert [(g.kolom, g.awal, g.akhir) for g in t.gabung] == [("tujuan", 0, 2), ("sasaran", 0, 1)]
    assert keterkaitan(buku(induk="")) is None


ANALISIS = """
| Analisis | kode | pendorong | penghambat | solusi |
|          | S1.1 | Tenaga cukup |         |        |
|          | S1.2 |           | Jarak jauh | Pos baru |
"""


@pytest.mark.parametrize(
    ("tampil", "ditulis"), [("ya", ["S1.2"]), ("tidak", ["S1.1", "S1.2"]), ("lampiran", ["S1.1", "S1.2"])]
)
def test_analisis_di_tabel_tidak_ditulis_lagi(tampil, ditulis):
    """What the table says is said again only of what missed its target."""
    n = susun_naskah(
        buku_md(POKOK.format(induk="") + ANALISIS + f"{DAFTAR}| | Analisis Kinerja | | Analisis | {tampil} |\n")
    )
    assert [x.kunci for x in n.balok if isinstance(x, Butir) and x.kunci.startswith("S")] == ditulis
    (kurang,) = (x.teks for x in n.balok if isinstance(x, Isian) and x.kunci == "penyebab keberhasilan")
    assert "Desa terlayani" in kurang and "Nilai mutu" not in kurang


def test_saran_di_bawah_judulnya_sendiri():
    n = susun_naskah(buku_md(POKOK.format(induk="") + "\n| Naskah | bagian | teks |\n| | Saran | Sesuatu. |\n"))
    letak = next(i for i, x in enumerate(n.balok) if isinstance(x, Paragraf) and x.kunci.startswith("Saran"))
    assert isinstance(n.balok[letak - 1], Judul)


def test_target_warisan_sedesimal_asalnya():
    """88,50 taken over from the year column is 88,50 in the column of the final target and in the agreement."""
    renstra = "\n| Renstra | kode | target_3 | target_5 |\n| | S1.1 | 88,50 | 90,00 |\n\n| PK | kode | versi |\n| | S1.1 | murni |\n"
    n = susun_naskah(buku_md(POKOK.format(induk="") + renstra))
    semua = {
        x.tabel.lembar: x.tabel.baris[0].desimal
        for x in n.balok
        if isinstance(x, Tabel) and x.tabel.lembar in ("Renstra", "PK")
    }
    assert {k: semua["Renstra"][k] for k in ("target_3", "target_5", "target_akhir")} == dict.fromkeys(
        ("target_3", "target_5", "target_akhir"), 2
    )
    assert semua["PK"]["target"] == 2


def test_target_warisan_di_kalimat_dan_jumlah_barisnya():
    """In what the revised agreement changed, and in totals that come from the row itself."""
    lain = "\n| Renstra | kode | target_3 |\n| | S1.1 | 80,00 |\n\n| PK | versi | kode | target |\n| | murni | S1.1 | 75 |\n| | perubahan | S1.1 | |\n"
    lain += "\n| T-C.27 | kode | level | nama | sifat | target_4 | target_5 |\n| | 1 | program | P | akhir | 84,00 | 85,00 |\n"
    n = susun_naskah(buku_md(POKOK.format(induk="") + lain))
    assert [x for x in n.balok if isinstance(x, Paragraf) and "dari 75 menjadi 80,00" in x.teks]
    (t,) = (x.tabel for x in n.balok if isinstance(x, Tabel) and x.tabel.lembar == "T-C.27")
    assert t.baris[0].desimal["target_akhir"] == 2 and t.judul.endswith("2022–2026")


def test_grafik_sedesimal_tabelnya_dan_tidak_dari_satu_angka():
    b = Bahan(buku_md(POKOK.format(induk="") + "\n| Riwayat | kode | realisasi_1 |\n| | S1.1 | 72,00 |\n"))
    (r,) = gambar_lembar(b, "Perbandingan Tahun")
    assert {"72,00", "84"} <= {x.get_text() for x in r.lukis().findobj(Text)}
    satu = "| Kemajuan | \n" and POKOK.format(induk="") + "\n| Renstra | kode | target_5 |\n| | S1.1 | 90 |\n"
    assert list(gambar_lembar(Bahan(buku_md(satu)), "Kemajuan Renstra")) == []


def test_capaian_sasaran_di_efisiensi_seperti_di_simpulannya():
    """The mean of capaian as shown: 98,09 of 100,93 and 95,24, although their exact mean is 98,0850 less a little."""
    isi = POKOK.format(induk="").replace("| S1.1 | 80     | 84        |", "| S1.1 | 92 | 92,857143 |").replace(
        "| S1.2 | 10     | 12        |", "| S1.2 | 90 | 94,285714 |"
    )  # fmt: skip
    uang = "\n| Anggaran | kode | level | nama | pagu | realisasi_rp |\n| | 1 | program | P | 1000 | 900 |\n\n| Penunjang | kode | level | nama |\n| | S1 | program | P |\n"
    n = susun_naskah(buku_md(isi + uang))
    semua = [x.teks for x in n.balok if isinstance(x, Paragraf) and "Mutu naik" in x.teks]
    rata = {m for t in semua for m in re.findall(r"(?:dengan capaian|capaiannya) (\d+,\d+)", t)}
    assert rata == {"98,09"}


@pytest.mark.parametrize(
    ("realisasi", "kunci"),
    [("84 | | S1.2 | 10 | |", "lainnya belum dapat dihitung"), ("84 | | S1.2 | 10 | 12 |", "mencapai atau melampaui")],
)
def test_ikhtisar_menyebut_yang_menunggu_data(realisasi, kunci):
    isi = (
        POKOK.format(induk="").split("| Pengukuran")[0] + "| Pengukuran | kode | target | realisasi |\n| | S1.1 | 80 | "
    )
    n = susun_naskah(buku_md(isi + realisasi.replace(" | | S", " |\n| | S") + "\n"))
    awal = next(i for i, x in enumerate(n.balok) if isinstance(x, Judul) and x.teks == "IKHTISAR EKSEKUTIF")
    assert kunci in n.balok[awal + 1].teks


def test_skala_tabel_bebas_dan_jumlah_program():
    """The lowest band says below what; figures of a free table stand right; programmes are closed by their sum, once."""
    lain = "\n| Skala Kategori | batas | kategori |\n| | 90 | Baik |\n| | | Kurang |\n"
    lain += "\n| Renja | kode | level | nama | indikator | pagu_setelah |\n| | 1 | program | P | A | 700 |\n| | 1 | program | P | B | |\n| | 2 | program | Q | C | 300 |\n"
    n = susun_naskah(buku_md(POKOK.format(induk="") + lain))
    menurut = {x.tabel.lembar: x.tabel for x in n.balok if isinstance(x, Tabel)}
    assert isi_tercetak(menurut["Skala Kategori"])[-1][1].startswith("<")
    assert [r.nilai.get("pagu_setelah") for r in menurut["Renja"].baris if r.gaya == "jumlah"] == [1000.0]


def test_grafik_menyebut_nama_bukan_kode():
    """Kodes sort the workbook; the report prints them nowhere."""
    n = susun_naskah(buku())
    alt = [x.alt for x in n.balok if isinstance(x, Gambar)]
    assert alt and not [x for x in alt if re.search(r"\b[ST]\d", x)]
    b = Bahan(buku())
    teks = {
        lembar: [x.get_text() for r in gambar_lembar(b, lembar) for x in r.lukis().findobj(Text)]
        for lembar in ("Capaian Kinerja", "Efisiensi Sasaran", "Realisasi Anggaran")
    }
    assert not [x for isi in teks.values() for x in isi if re.match(r"[ST]\d", x)]
    assert any("bergaris" in x for x in teks["Capaian Kinerja"]) and not any(
        "bergaris" in x for x in teks["Realisasi Anggaran"]
    )
    assert any("1. Mutu naik" in x for x in teks["Efisiensi Sasaran"])


@pytest.mark.parametrize(("program", "semua"), [(16, True), (17, False)])
def test_dari_banyak_indikator_hanya_sasaran_yang_diuraikan(program, semua):
    """Twenty indicators are told one by one; of more those of tujuan and sasaran, and the table has the others."""
    teks = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
{indikator}

| Pengukuran | kode | target | realisasi |
{ukur}
"""
    kode = [*(("sasaran", f"S{i}.1") for i in range(1, 5)), *(("program", f"P{i}.1") for i in range(1, program + 1))]
    indikator = "\n".join(f"| | {k} | {j} | Hal {k} | Ukuran {k} | poin | naik |" for j, k in kode)
    ukur = "\n".join(f"| | {k} | 10 | 9 |" for _, k in kode)
    n = susun_naskah(buku_md(teks.format(indikator=indikator, ukur=ukur)))
    alinea = [x.kunci for x in n.balok if isinstance(x, Paragraf)]
    assert [k for k in alinea if k in dict(map(reversed, kode))] == [k for j, k in kode if semua or j == "sasaran"]
    assert ("selebihnya" in alinea) != semua
    (capaian,) = {
        x.alt
        for x in n.balok
        if isinstance(x, Gambar) and x.judul.startswith("Capaian Kinerja") and "lanjutan" not in x.judul
    }
    assert ("Ukuran P1.1" in capaian) == semua
    (t,) = (x.tabel for x in n.balok if isinstance(x, Tabel) and x.tabel.lembar == "Capaian Kinerja")
    assert sum("kode" in b.nilai for b in t.baris) == len(kode)


STRATEGI = """
| Strategi dan Dukungan | kode | misi | strategi | kebijakan | pihak | dukungan |
|  | T1.1 | Misi satu |       |           |            |        |
|  | S1.2 |           | Latih | Bersama   | Dinas Lain | Data   |
|  | S1.1 |           |       | Berjenjang |           |        |
|  | S2   | Misi dua  | Desa  |           | Bidang Dua | Lokasi |
"""


def test_misi_strategi_dan_dukungan_per_sasaran():
    """By kode of an indicator or of the sasaran; a mission of the tujuan is that of its sasaran; a further policy has no strategy of its own."""
    b = buku_md(POKOK.format(induk="T1.1") + STRATEGI)
    t = keterkaitan(b)
    assert t is not None and [k.nama for k in t.kolom] == ["misi", "tujuan", "sasaran", "indikator"]
    assert [x.nilai["misi"] for x in t.baris] == ["Misi satu", "Misi satu", "Misi dua"]
    n = susun_naskah(b)
    strategi, dukungan = (x.tabel for x in n.balok if isinstance(x, Tabel) and x.kunci in ("strategi", "dukungan"))
    assert isi_tercetak(strategi) == [
        ["Mutu naik", "Latih", "Bersama"],
        ["", "", "Berjenjang"],
        ["Layanan luas", "Desa", ""],
    ]
    assert isi_tercetak(dukungan) == [["Mutu naik", "Dinas Lain", "Data"], ["Layanan luas", "Bidang Dua", "Lokasi"]]
    kurang = {x.kunci for x in n.balok if isinstance(x, Isian)}
    tanpa = {x.kunci for x in susun_naskah(buku_md(POKOK.format(induk="T1.1"))).balok if isinstance(x, Isian)}
    assert tanpa - kurang == {"Strategi dan kebijakan"}
    hanya = keterkaitan(buku_md(POKOK.format(induk="") + STRATEGI))
    assert hanya is not None and [k.nama for k in hanya.kolom] == ["misi", "sasaran", "indikator"]


SISA = "| Anggaran | kode | level | nama | pagu | realisasi_rp | penyebab_sisa |\n"


@pytest.mark.parametrize("banyak", [1, 12, 13])
def test_penyebab_sisa_di_teks_atau_di_tabel(banyak):
    """A few reasons are a list, many a column of the table."""
    baris = "".join(f"| | {i} | program | P{i} | 100 | 90 | {'sebab' if i <= banyak else ''} |\n" for i in range(1, 15))
    n = susun_naskah(buku_md(POKOK.format(induk="") + "\n" + SISA + baris))
    butir = [len(x.teks) for x in n.balok if isinstance(x, Butir) and x.kunci == "sisa"]
    (t,) = (x.tabel for x in n.balok if isinstance(x, Tabel) and x.tabel.lembar == "Realisasi Anggaran")
    assert (butir, "penyebab_sisa" in {k.nama for k in t.kolom}) == (([banyak], False) if banyak < 13 else ([], True))


JUDUL = {str(b["ringkasan"]): b["judul"] for b in skema().lembar["daftar_tabel"].baris_awal}
DAFTAR = "\n| Daftar Tabel | ringkasan | nomor | judul | tampil |\n"


@pytest.mark.parametrize(("tampil", "bab"), [("ya", "BAB III"), ("lampiran", "LAMPIRAN"), ("tidak", "")])
def test_ringkasan_dicetak_di_lampiran(tampil, bab):
    n = susun_naskah(buku_md(POKOK.format(induk="") + f"{DAFTAR}| | Capaian Kinerja | | Capaian | {tampil} |\n"))
    judul, letak = "", []
    for x in n.balok:
        judul = x.teks if isinstance(x, Judul) and x.tingkat == 1 else judul
        letak += [judul] if isinstance(x, Tabel) and x.tabel.lembar == "Capaian Kinerja" else []
    assert len(letak) == bool(bab) and all(j.startswith(bab) for j in letak)
    assert sum(isinstance(x, Paragraf) and x.kunci == "lampiran" for x in n.balok) == (tampil == "lampiran")


@pytest.mark.parametrize(("dipakai", "tetap"), [(10, False), (5, False), (4, True)])
def test_nomor_bawaan_templat_lama_mengikuti_urutan(dipakai, tetap):
    """A number the template brought was fixed by nobody; where most were given anew, one like it was."""
    nomor = {n: x if i < dipakai else f"Tabel 9.{i}" for i, (n, x) in enumerate(NOMOR_LAMA.items())}
    b = buku_md(
        POKOK.format(induk="") + DAFTAR + "".join(f"| | {n} | {x} | {JUDUL[n]} | ya |\n" for n, x in nomor.items())
    )
    assert kepala_tabel(b, "Capaian Kinerja").nomor == ("Tabel 3.2" if tetap else "")
    assert kepala_tabel(b, "Simpulan").nomor == ("" if dipakai == 10 else nomor["Simpulan"])
    sendiri = buku_md(
        POKOK.format(induk="") + DAFTAR + "".join(f"| | {n} | {x} | {n} X | ya |\n" for n, x in NOMOR_LAMA.items())
    )
    assert kepala_tabel(sendiri, "Simpulan").nomor == "Tabel 4.1"


def test_pegawai_menurut_dua_hal():
    (t,) = (x.tabel for x in tabel("Pegawai"))
    assert isi_tercetak(t) == [["JFT", "5", "2", "7"], ["JFU", "3", "", "3"], ["Jumlah", "8", "2", "10"]]
    rekaman = [r for _, r in buku()["pegawai"].rekaman()]
    assert pegawai_silang(buku(), rekaman[1:], "Jabatan") == []  # each once: there is nothing to cross


@pytest.mark.parametrize("isi", ["", PENUH])
def test_tidak_satu_kata_pun_tentang_yang_tidak_ada(isi):
    """Without the data there is neither a table nor a sentence of any of it."""
    ada = [bool(tabel(n, isi)) for n in ("PK", "PK Program", "Penunjang", "Pegawai")]
    kata = ("kedua tahun", "kegiatan dan subkegiatan", "Dibandingkan dengan Tahun", "operasionalnya")
    disebut = [bool(paragraf(isi, memuat=k)) for k in kata]
    assert set(ada) | set(disebut) == {bool(isi)}
    judul = [x.teks for x in balok(isi) if isinstance(x, Judul) and x.teks.startswith("LAMPIRAN")]
    assert len(judul) == (5 if isi else 1)


def test_bilangan_negatif_tidak_terpotong():
    """A line may break behind a hyphen: in sentences a minus is one."""
    teks = " ".join(x.teks for x in balok() if isinstance(x, Paragraf))
    assert "-1" not in teks and not any(f" -{n}" in teks for n in range(10))

"""Tables real reports print beside the summaries: spending by years, supporting data, the agreement as one table, the budget."""

from __future__ import annotations

from functools import cache

import pytest
from buku_md import buku_md

from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.ringkasan.belanja_tahunan import anggaran_belanja, belanja_tahunan
from lkjip_xl.ringkasan.efisiensi_tercapai import efisiensi_tercapai
from lkjip_xl.ringkasan.model import KolomRingkas
from lkjip_xl.ringkasan.pk_lengkap import pk_lengkap
from lkjip_xl.ringkasan.rincian_pendukung import rincian_pendukung
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.word import susun_naskah
from lkjip_xl.word.lampiran import JUDUL_ISIAN, daftar_isian, hitung_isian, id_daftar_isian
from lkjip_xl.word.naskah import Balok, Judul, Naskah, Paragraf, Tabel
from lkjip_xl.word.tabel_word import isi_tercetak
from lkjip_xl.word.tata_letak import rapatkan
from lkjip_xl.word.ukuran_tabel import Bahan

POKOK = """
| Pengaturan | instansi | tahun | renstra_awal | renstra_akhir |
|            | Dinas    | 2024  | 2022         | 2026          |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Mutu naik | Nilai mutu layanan | poin | naik |
|           | S1.2 | sasaran | Mutu naik | Keluhan selesai | % | naik |
|           | S2.1 | sasaran | Layanan luas | Desa terlayani semua | desa | naik |

| Pengukuran | kode | target | pembilang | penyebut | pengali | realisasi |
|            | S1.1 | 80     | | | | 84 |
|            | S1.2 | 90     | 45 | 50 | 100 | 90 |
|            | S2.1 | 10     | | | | 8 |
"""
UANG = """
| Anggaran | kode | level | nama | pagu | realisasi_rp |
|          | 1    | program | PROGRAM MUTU | 1000 | 900 |
|          | 2    | program | PROGRAM LUAS | 500 | 450 |

| Penunjang | kode | level | nama |
|           | S1   | program | PROGRAM MUTU |
|           | S2.1 | program | PROGRAM LUAS |
"""


@cache
def buku(isi: str) -> BukuKerja:
    return buku_md(f"{POKOK}\n{isi}")


@cache
def balok(isi: str) -> list[Balok]:
    return list(susun_naskah(buku(isi)).balok)


def tabel(isi: str, lembar: str) -> list[Tabel]:
    return [x for x in balok(isi) if isinstance(x, Tabel) and x.tabel.lembar == lembar]


def angka(isi: str, kunci: str) -> str:
    """The paragraphs of a key in one text, with plain spaces."""
    semua = [x.teks for x in balok(isi) if isinstance(x, Paragraf) and x.kunci == kunci]
    return " ".join(semua).replace("\u00a0", " ")


# --- spending, year by year

BELANJA = """
| Belanja | tahun | jenis | induk | anggaran | realisasi |
|         | 2023  | Belanja Pegawai | Belanja Operasi | 500 | 400 |
|         | 2023  | Belanja Operasi | | 800 | 600 |
|         | 2023  | Belanja Hibah | | 100 | 100 |
|         |       | Belanja Operasi | | 1200 | 1080 |
|         |       | Belanja Pegawai | Belanja Operasi | 700 | 630 |
|         |       | Belanja Modal | | 300 | 270 |
"""


def test_belanja_dengan_tahun_sebagai_kolom():
    t = belanja_tahunan(buku(BELANJA))
    assert t is not None
    assert [k.kelompok for k in t.kolom] == [None, *["Tahun 2023"] * 3, *["Tahun 2024"] * 3]
    assert [
        (r.nilai["jenis"], r.inden, r.nilai.get("anggaran_2023"), r.nilai.get("serapan_2024")) for r in t.baris
    ] == [
        ("Belanja Operasi", 0, 800, 90),
        ("Belanja Pegawai", 1, 500, 90),
        ("Belanja Modal", 0, None, 90),
        ("Belanja Hibah", 0, 100, None),
        ("Jumlah", 0, 900, 90),
    ]
    anggaran = anggaran_belanja(buku(BELANJA))
    assert anggaran is not None and [k.nama for k in anggaran.kolom] == ["jenis", "anggaran_2023", "anggaran_2024"]
    assert [x.tabel for x in tabel(BELANJA + UANG, "Belanja")] == [anggaran, t]


@pytest.mark.parametrize(
    ("baris", "beberapa", "anggaran"),
    [
        ("|  | 2024 | Belanja Modal |  | 300 | 270 |", True, True),
        ("|  | 2023 | Belanja Modal |  | 300 | 270 |", False, False),
        ("|  | 2025 | Belanja Modal |  | 300 | 270 |\n|  | 2024 | Belanja Modal |  | 300 | 270 |", True, True),
        # kinds that name each other, a total that was typed
        ("|  | 2024 | A | B | 3 | 2 |\n|  | 2023 | B | A | 3 | 2 |\n|  | 2024 | Jumlah |  | 3 | 2 |", True, True),
    ],
)
def test_belanja_satu_tahun_bersusun_dan_tidak_disandingkan(baris, beberapa, anggaran):
    b = buku("| Belanja | tahun | jenis | induk | anggaran | realisasi |\n" + baris)
    t = belanja_tahunan(b)
    assert (t is not None) == beberapa and (anggaran_belanja(b) is not None) == anggaran
    semua = [str(r.nilai["jenis"]) for r in t.baris] if t else []
    assert sorted(semua) in ([], ["Belanja Modal"], ["A", "B", "Jumlah"])


# --- supporting data

RINCIAN = """
| Data Pendukung | tabel | uraian | kolom | nilai | satuan |
|                | Rincian nilai mutu layanan | Loket | Nilai | 83,5 | poin |
|                | Rincian nilai mutu layanan | Daring | Nilai | 84,5 | poin |
|                | Keluhan menurut jenis | Biaya | Selesai | 20 | keluhan |
|                | Keluhan menurut jenis | Biaya | Masuk | 22 | keluhan |
|                | Keluhan menurut jenis | Waktu | Selesai | 25 | keluhan |
|                | Keluhan menurut jenis | Waktu | Selesai | 26 | keluhan |
|                | Keluhan menurut jenis | Jumlah | Selesai | 45 | keluhan |
|                | Keluhan menurut jenis | Jumlah | Masuk | 50 | keluhan |
|                | Aset desa | Tanah | Luas | 12 | ha |
|                | Aset desa | Mobil | Luas | 3 | unit |
|                | Belum diisi | Mobil | Luas |  | unit |
"""


def test_data_pendukung_tercetak_di_belakang_indikatornya():
    semua = rincian_pendukung(buku(RINCIAN))
    assert [(r.kode, r.tabel.judul) for r in semua] == [
        ("s1.1", "Rincian nilai mutu layanan"),  # named
        ("s1.2", "Keluhan menurut jenis"),  # holds its components
        ("", "Aset desa"),
    ]
    cetak = [x for x in balok(RINCIAN) if isinstance(x, (Paragraf, Tabel)) and (isinstance(x, Tabel) or x.kunci)]
    sebelum = {x.tabel.judul: cetak[i - 1].kunci for i, x in enumerate(cetak) if isinstance(x, Tabel)}
    assert (sebelum["Rincian nilai mutu layanan"], sebelum["Keluhan menurut jenis"]) == ("S1.1", "S1.2")
    judul = [x.tabel.judul for x in tabel(RINCIAN, "Data Pendukung")]
    assert sorted(judul) == sorted(r.tabel.judul for r in semua)  # each once


def test_sel_data_pendukung_tidak_ada_yang_hilang():
    mutu, keluhan, aset = (r.tabel for r in rincian_pendukung(buku(RINCIAN)))
    assert isi_tercetak(mutu) == [["Loket", "83,5"], ["Daring", "84,5"]]
    assert isi_tercetak(keluhan) == [
        ["Biaya", "20", "22"],
        ["Waktu", "25", ""],
        ["Waktu", "26", ""],
        ["Jumlah", "45", "50"],
    ]
    assert [k.judul for k in keluhan.kolom] == ["Uraian", "Selesai (keluhan)", "Masuk (keluhan)"]
    assert keluhan.baris[-1].gaya == "jumlah"
    assert isi_tercetak(aset) == [["Tanah", "ha", "12"], ["Mobil", "unit", "3"]]


# --- the agreement

PK = """
| PK | versi | kode | target | penanggung_jawab |
|    | murni | S1.1 | 70 | |
|    | perubahan | S1.1 | 80 | Kepala Bidang |
|    | perubahan | S1.2 | 90 | |
|    | perubahan | S2.1 | 10 | |

| PK Program | versi | kode | level | nama | anggaran |
|            | murni | 1 | program | PROGRAM MUTU | 900 |
|            | perubahan | 01. | program | PROGRAM MUTU BARU | 1000 |
|            | perubahan | | program | Program Luas | 500 |

| IKU | versi | kode | formulasi | penanggung_jawab |
|     | sesudah | S1.1 | Rata-rata nilai | Sekretaris |
|     | sebelum | S1.1 | Lama | |
|     | sesudah | S2.1 | Jumlah desa | Sekretaris |
"""


def test_pk_sebagai_satu_tabel():
    t = pk_lengkap(buku(PK + UANG), "perubahan", "PK")
    assert t is not None
    kolom = ("formulasi", "target", "program", "anggaran", "penanggung_jawab")
    assert [tuple(r.nilai.get(k) for k in kolom) for r in t.baris] == [
        ("Rata-rata nilai", 80, "PROGRAM MUTU", 1000, "Kepala Bidang"),
        (None, 90, "PROGRAM MUTU", 1000, None),
        ("Jumlah desa", 10, "PROGRAM LUAS", 500, "Sekretaris"),
        (None, None, None, 1500, None),
    ]
    assert {(g.kolom, g.awal, g.akhir) for g in t.gabung} == {(k, 0, 1) for k in ("sasaran", "program", "anggaran")}
    (_, kini, lampiran, *_) = [x.tabel for x in tabel(PK + UANG, "PK")]
    assert isi_tercetak(kini) == isi_tercetak(t) and "program" not in {k.nama for k in lampiran.kolom}


def test_pk_tanpa_program_dan_formulasi_seperti_lembarnya():
    isi = "| PK | versi | kode | target |\n| | murni | S1.1 | 70 |"
    assert pk_lengkap(buku(isi), "murni", "PK") is None
    t = pk_lengkap(buku(f"{isi}\n{UANG}"), "murni", "PK")  # no budget of that version: none is told
    assert t is not None and "anggaran" not in {k.nama for k in t.kolom} and len(t.baris) == 1


# --- efficiency, staff, budget


def test_efisiensi_yang_tercapai_di_samping_semua():
    x = efisiensi_tercapai(buku(UANG))
    assert x is not None and (x.jumlah, x.semua) == (1, 2)
    assert (x.nilai["capaian"], x.nilai["serapan"], x.nilai["efisiensi"]) == (102.5, 90, 12.5)
    teks = " ".join(t.teks for t in balok(UANG) if isinstance(t, Paragraf))
    assert "102,50" in teks and "12,50" in teks


@pytest.mark.parametrize(
    "lain",
    [
        "| Pengaturan | cakupan_efisiensi |\n| | tercapai |",
        "| Pengaturan | metode_efisiensi |\n| | tidak |",
        "| Pengukuran | kode | target | realisasi |\n| | S2.1 | 10 | 10 |",
        "| Pengukuran | kode | target | realisasi |\n| | S2.1 | 10 | 8 |",
    ],
)
def test_efisiensi_yang_tercapai_hanya_bila_sebagian(lain):
    dasar = POKOK
    if "Pengukuran" in lain:
        dasar = POKOK[: POKOK.index("| Pengukuran")]
    elif "Pengaturan" in lain:
        nama, nilai = (b.split("|")[-2].strip() for b in lain.split("\n"))
        dasar, lain = (
            POKOK.replace("renstra_akhir |", f"renstra_akhir | {nama} |").replace(
                "| 2026          |", f"| 2026 | {nilai} |"
            ),
            "",
        )
    assert efisiensi_tercapai(buku_md(dasar + lain + "\n" + UANG)) is None


@pytest.mark.parametrize(
    ("baris", "memuat", "tanpa"),
    [
        ("| Status | PNS | 20 |\n| | Status | PPPK | 8 |\n| | Status | Non-ASN | 2 |", ("30", "20 PNS", "8 PPPK"), ()),
        ("| Eselon | Eselon II | 1 |\n| | Eselon | Jumlah | 5 |", ("5",), ("1 Eselon II",)),
        ("| Status | PNS | 20 |\n| | Status | PPPK | |", (), ("20",)),
    ],
)  # fmt: skip
def test_pegawai_dirinci_menurut_status(baris, memuat, tanpa):
    isi = "| Pegawai | dimensi | uraian | jumlah |\n|  " + baris
    teks = angka(isi, baris.split("|")[1].strip())
    assert all(x in teks for x in memuat) and not any(x in teks for x in tanpa)


def test_anggaran_di_bab_satu():
    """Against last year's where Belanja agrees with Anggaran; near miss: another figure for this year compares nothing."""
    judul = [x.teks for x in balok(BELANJA + UANG) if isinstance(x, Judul) and x.tingkat == 2]
    assert "E. Anggaran" in judul and "F. Isu Strategis" in judul and "G. Sistematika Penyajian" in judul
    teks = [x.teks.replace("\u00a0", " ") for x in balok(BELANJA + UANG) if isinstance(x, Paragraf)]
    assert any("Rp 1.500," in t and "Rp 600" in t and "2023" in t for t in teks)
    lain = BELANJA.replace("| 300 | 270 |", "| 301 | 270 |")
    assert not any("Rp 600" in x.teks.replace("\u00a0", " ") for x in balok(lain + UANG) if isinstance(x, Paragraf))
    assert "E. Isu Strategis" in [x.teks for x in balok("") if isinstance(x, Judul)]


def test_pengukuran_ditutup_jumlah_anggaran():
    (t,) = [x.tabel for x in tabel(UANG, "Pengukuran")]
    assert ["1.500" in t.catatan[0], "1.350" in t.catatan[1]] == [True, True] and len(t.catatan) == 2
    (t,) = [x.tabel for x in tabel("", "Pengukuran")]
    assert t.catatan == ()


# --- peers side by side

LAIN = """
| Pembanding | kode | jenis | nama | tahun | nilai |
|            | S1.1 | nasional | Rata-rata nasional | 2022 | 70 |
|            | S1.1 | nasional | Rata-rata nasional | 2023 | 75 |
|            | S1.1 | daerah lain | Kota A | | 81,5 |
|            | S2.1 | provinsi | Provinsi X | | 9 |

| Daftar Tabel | ringkasan | kolom |
|              | Pembanding Standar | {kolom} |
"""


def test_pembanding_sebagai_kolom():
    b = buku(LAIN.format(kolom="Indikator Kinerja; Realisasi; Nasional; Provinsi; Kota A"))
    t = RINGKASAN["Pembanding Standar"](b)
    assert [k.judul for k in t.kolom][2:] == ["Nasional", "Provinsi", "Kota A"]
    assert isi_tercetak(t) == [
        ["Nilai mutu layanan", "84", "75", "", "81,5"],
        ["Keluhan selesai", "90", "", "", ""],
        ["Desa terlayani semua", "8", "", "9", ""],
    ]
    teks = [x.teks for x in susun_naskah(b).balok if isinstance(x, Paragraf)]
    assert any("Kota A" in x and "81,5" in x for x in teks)  # what is told does not hang on what is printed


def test_pembanding_seperti_biasa_satu_baris_tiap_pembanding():
    t = RINGKASAN["Pembanding Standar"](buku(LAIN.format(kolom="")))
    assert len(t.baris) == 5 and not any(k.tambahan for k in t.kolom)
    t = RINGKASAN["Pembanding Standar"](buku(LAIN.format(kolom="Indikator Kinerja; Pembanding Nama")))
    assert len(t.baris) == 5


def test_nomor_berurutan_di_capaian():
    b = buku("| Daftar Tabel | ringkasan | kolom |\n| | Capaian Kinerja | No; Indikator Kinerja |")
    assert [r[0] for r in isi_tercetak(RINGKASAN["Capaian Kinerja"](b))] == ["1", "2", "3"]


# --- pages


def test_laporan_tanpa_isian_tidak_memuat_daftarnya():
    assert list(daftar_isian(0)) == [] and len(list(daftar_isian(2))) == 4
    n = Naskah("L", [Judul("BAB"), *daftar_isian(3)])
    assert [x.teks for x in hitung_isian(n, 0).balok if isinstance(x, Judul)] == ["BAB"]
    assert JUDUL_ISIAN in [x.teks for x in hitung_isian(n, 1).balok if isinstance(x, Judul)]
    assert id_daftar_isian()


@pytest.mark.parametrize(("baris", "lebih_kecil"), [(50, True), (40, False), (90, False)])
def test_tabel_dirapatkan_bila_sisanya_sedikit(baris, lebih_kecil):
    """Fifty rows and a little: a smaller type brings them onto one page; near misses: one page as it is, half of a second."""
    kolom = [KolomRingkas("a", "Uraian"), KolomRingkas("b", "Nilai", "angka")]
    bahan = Bahan(kolom, [["Baris", "1"]] * baris, {})
    u = bahan.ukur(448.0)
    assert u is not None
    assert (rapatkan(bahan, u, (448.0, 717.0), 30.0).huruf < u.huruf) == lebih_kecil


def test_tabel_bebas_berkolom_kata_di_belakang_indikatornya():
    """One that names an indicator stands behind it, once, words to the left and figures to the right; others at the end."""
    kepala = "| Tabel Bebas | judul | bagian | baris | k1 | k2 | k3 |\n"
    satu = "| | Rincian nilai mutu layanan | Capaian kinerja | | Loket | Nilai | Catatan |\n| | | | | Satu | 1.250 | baik |\n| | | | | Dua | 75 | cukup |\n"
    lain = "| | Hal lain | Capaian kinerja | | Loket | Nilai | Catatan |\n| | | | | Satu | 83,5 | baik |\n"
    n = susun_naskah(buku(kepala + satu + lain))
    letak = [i for i, x in enumerate(n.balok) if isinstance(x, Tabel) and x.tabel.lembar == "Tabel Bebas"]
    assert len(letak) == 2
    t = n.balok[letak[0]]
    assert isinstance(t, Tabel) and [k.tipe for k in t.tabel.kolom] == ["teks", "angka", "teks"]
    atas = n.balok[letak[0] - 1]
    assert isinstance(atas, Paragraf) and "mutu" in atas.teks
    assert isinstance(n.balok[letak[1] - 1], Judul)

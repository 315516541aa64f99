"""Small things a reader of the report stumbles over: figures that differ from their table, words that fit the case badly."""

from __future__ import annotations

from functools import cache

import pytest
from buku_md import buku_md
from matplotlib.text import Text

from lkjip_xl.ringkasan.grafik import Seri
from lkjip_xl.ringkasan.kaskade import kaskade
from lkjip_xl.ringkasan.perjanjian import perubahan_pk
from lkjip_xl.word import susun_naskah
from lkjip_xl.word.bab_dua import kalimat_perubahan
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.gambar import BARIS_NAMA, gambar_lembar
from lkjip_xl.word.naskah import Butir, Judul, Paragraf, Tabel
from lkjip_xl.word.tabel_bebas import tabel_bebas
from lkjip_xl.word.tabel_word import isi_tercetak

POKOK = """
| Pengaturan | instansi | tahun | renstra_awal | renstra_akhir | desimal_capaian | desimal_serapan |
|            | Dinas    | 2024  | 2022         | 2026          | 0               | 0               |

| Indikator | kode | jenjang | induk | pernyataan | indikator | satuan | arah |
|           | T1.1 | tujuan  |       | Daerah maju | Indeks maju | indeks | naik |
|           | S1.1 | sasaran | T1.1  | Mutu naik | Nilai mutu | poin | naik |
|           | S1.2 | sasaran |       |            | Angka keluhan | kasus | turun |
"""
UKUR = """
| Pengukuran | kode | target | realisasi |
|            | S1.1 | 1000   | 997       |
|            | S1.2 | 10     | 12        |
"""
PROGRAM = """
| Anggaran | kode | level | nama | indikator | target | bidang | pagu | realisasi_rp |
|          | 1    | program | PROGRAM MUTU | Mutu | 100 | Bidang Mutu | 1000 | 877 |
|          | 2    | program | PROGRAM LUAS | Luas | 100 | Bidang Mutu | 1000 | 555 |

| Penunjang | kode | level | nama |
|           | S1   | program | PROGRAM MUTU |
|           | T1.1 | program | PROGRAM LUAS |
"""


@cache
def balok(isi: str):
    return susun_naskah(buku_md(isi)).balok


def teks(isi: str, *memuat: str) -> list[str]:
    return [x.teks for x in balok(isi) if isinstance(x, Paragraf) and all(k in x.teks for k in memuat)]


def tertulis(isi: str, lembar: str) -> set[str]:
    return {x.get_text() for r in gambar_lembar(Bahan(buku_md(isi)), lembar) for x in r.lukis().findobj(Text)}


def test_grafik_membulatkan_seperti_tabelnya():
    """99,7 with no decimals is 100: neither another figure nor a target missed."""
    capaian = tertulis(POKOK + UKUR, "Capaian Kinerja")
    assert {"100", "80"} <= capaian and not {"99,70", "80,00"} & capaian
    sama = tertulis(POKOK + UKUR.replace("12 ", "10 "), "Capaian Kinerja")
    assert not [x for x in sama if "bergaris" in x]
    assert {"88", "56"} <= tertulis(POKOK + UKUR + PROGRAM, "Realisasi Anggaran")


def test_titik_yang_tinggal_membawa_desimalnya():
    assert Seri("a", (1.0, 2.0, 3.0), (0, 1, 2)).tinggal([0, 2]) == Seri("a", (1.0, 3.0), (0, 2))
    assert Seri("a", (1.0, 2.0)).tinggal([1]) == Seri("a", (2.0,))


def test_pembanding_tetap_disebut_di_belakang_nama_panjang():
    panjang = "Nilai mutu " + "pelayanan di seluruh wilayah kerja " * 6
    isi = POKOK.replace("Nilai mutu", panjang) + UKUR
    isi += "\n| Pembanding | kode | jenis | nama | nilai |\n| | S1.1 | daerah lain | Kota Jauh | 900 |\n| | S1.1 | provinsi | Provinsi | 800 |\n"
    nama = [x for x in tertulis(isi, "Pembanding Standar") if x.startswith("Nilai mutu")]
    assert {x.splitlines()[-1] for x in nama} == {"– Kota Jauh", "– Provinsi"}
    assert {len(x.splitlines()) for x in nama} == {BARIS_NAMA}


@pytest.mark.parametrize(("lama", "baru", "berubah"), [("32 - 42", "32–42", False), ("32 - 42", "32–43", True)])
def test_target_yang_ditulis_lain_tidak_berubah(lama, baru, berubah):
    pk = f"\n| PK | versi | kode | target |\n| | murni | S1.1 | {lama} |\n| | perubahan | S1.1 | {baru} |\n"
    b = buku_md(POKOK + UKUR + pk)
    assert (perubahan_pk(b) is not None) == berubah
    assert any("32" in x for x in kalimat_perubahan(Bahan(b))) == berubah


@pytest.mark.parametrize(
    ("belanja", "disebut", "banyak"),
    [
        (("| 2024 | Belanja Daerah | | 100 | 90 |", "| 2024 | Belanja Operasi | Belanja Daerah | 60 | 57 |", "| 2024 | Belanja Modal | Belanja Daerah | 40 | 33 |"), "Belanja Modal", 2),
        (("| 2024 | Belanja Daerah | | 100 | 90 |", "| 2024 | Belanja Operasi | Belanja Daerah | 60 | 54 |", "| 2024 | Belanja Modal | Belanja Daerah | 40 | 36 |"), "Belanja Modal", 1),
        (("| 2024 | Belanja Operasi | | 100 | 90 |",), "Belanja Operasi", 1),
    ],
)  # fmt: skip
def test_belanja_di_bawah_satu_kepala(belanja, disebut, banyak):
    """What all spending stands under is no kind of it; a serapan they share is told once."""
    isi = "\n| Belanja | tahun | jenis | induk | anggaran | realisasi |\n" + "".join(f"| {x}\n" for x in belanja)
    (kalimat,) = teks(POKOK + UKUR + PROGRAM + isi, "Menurut jenis belanja")
    assert disebut in kalimat and "Belanja Daerah" not in kalimat and kalimat.count("persen") == banyak


def test_tujuan_bukan_sasaran():
    """Of what serves a tujuan itself the report says so."""
    isi = POKOK + UKUR.replace("| S1.1 | 1000", "| T1.1 | 50 | 50 |\n| | S1.1 | 1000") + PROGRAM
    for memuat in ("didukung oleh", "menyerap"):
        assert {x.split()[0] for x in teks(isi, memuat)} == {"Tujuan", "Sasaran"}


@pytest.mark.parametrize(
    ("status", "angka"), [(("selesai", "selesai"), 1), (("proses", "proses"), 1), (("selesai", "proses"), 2)]
)
def test_rekomendasi_semua_atau_belum_ada(status, angka):
    lhe = "\n| LHE Rekomendasi | tahun | komponen | rekomendasi | tindak_lanjut | status |\n"
    lhe += "".join(f"| | 2023 | Pelaporan | Isi {i} | Sudah | {s} |\n" for i, s in enumerate(status))
    (kalimat,) = teks(POKOK + UKUR + lhe, "rekomendasi,")
    assert kalimat.count("(") == angka


@pytest.mark.parametrize(("ada", "sebut"), [(("S1.1",), False), (("S1.1", "S1.2"), True)])
def test_ikhtisar_satu_indikator_tanpa_hitungan(ada, sebut):
    """One of one is no count."""
    angka = {"S1.1": "| 1000 | 990 |", "S1.2": "| 10 | |"}
    isi = POKOK + "\n| Pengukuran | kode | target | realisasi |\n" + "".join(f"| | {k} {angka[k]}\n" for k in ada)
    awal = next(i for i, x in enumerate(balok(isi)) if isinstance(x, Judul) and x.teks == "IKHTISAR EKSEKUTIF")
    kalimat = balok(isi)[awal + 1].teks
    assert "99" in kalimat and "dari 1" not in kalimat and ("Nilai mutu" in kalimat) == sebut


@pytest.mark.parametrize(("realisasi", "sebut"), [("", True), ("12", False)])
def test_ikhtisar_tanpa_hasil_mengatakannya(realisasi, sebut):
    ukur = f"\n| Pengukuran | kode | target | realisasi |\n| | S1.1 | 1000 | |\n| | S1.2 | 10 | {realisasi} |\n"
    awal = next(i for i, x in enumerate(balok(POKOK + ukur)) if isinstance(x, Judul) and x.teks == "IKHTISAR EKSEKUTIF")
    assert ("Capaiannya belum" in balok(POKOK + ukur)[awal + 1].teks) == sebut


def test_rumus_beberapa_arah_sebagai_butir():
    butir = [x for x in balok(POKOK + UKUR) if isinstance(x, Butir) and "/" in x.teks[0]]
    assert [len(x.teks) for x in butir] == [2]
    satu = POKOK.replace("turun", "naik") + UKUR
    assert not [x for x in balok(satu) if isinstance(x, Butir) and "/" in x.teks[0]]
    assert len(teks(satu, "realisasi / target × 100")) == 1


def test_lampiran_pengukuran_sedesimal_laporan_tanpa_pengali_sendiri():
    pengali = "\n| Pengukuran | kode | target | realisasi | pembilang | penyebut | pengali |\n"
    pengali += "| | S1.1 | 1000 | 997 | {} | {} | 100 |\n| | S1.2 | 10 | 12 | | | |\n"
    (t,) = (
        x.tabel
        for x in balok(POKOK + pengali.format("", ""))
        if isinstance(x, Tabel) and x.tabel.lembar == "Pengukuran"
    )
    nama = [k.nama for k in t.kolom]
    assert "pengali" not in nama and "capaian" in nama
    assert [b[nama.index("capaian")] for b in isi_tercetak(t)] == ["100", "80"]
    (t,) = (
        x.tabel
        for x in balok(POKOK + pengali.format("997", "100"))
        if isinstance(x, Tabel) and x.tabel.lembar == "Pengukuran"
    )
    assert "pengali" in [k.nama for k in t.kolom]


def test_kaskade_memuat_target_tujuan_yang_tidak_diukur():
    renstra = "\n| Renstra | kode | target_1 | target_3 |\n| | T1.1 | 70 | 72,50 |\n"
    t = kaskade(buku_md(POKOK + UKUR + PROGRAM + renstra))
    (r,) = (x for x in t.baris if x.nilai.get("indikator") == "Indeks maju")
    assert (r.nilai["target"], r.desimal["target"]) == (72.5, 2)


@pytest.mark.parametrize("tutup", ["Jumlah", "Rata-rata"])
def test_kolom_nomor_tabel_bebas_sempit(tutup):
    """A total named in the column that numbers the rows makes no column of words of it."""
    isi = "| Tabel Bebas | judul | bagian | baris | k1 | k2 | k3 |\n| | Sebaran | | | No | Uraian | Orang |\n"
    isi += f"| | | | | 1 | A | 5 |\n| | | | | 2 | B | 7 |\n| | | | | {tutup} | | 12 |\n"
    b = Bahan(buku_md(isi))
    (t,) = tabel_bebas(b, "", "Tabel Pendukung", "Lampiran") or ()
    assert [k.tipe for k in t.tabel.kolom] == ["pilihan", "teks", "angka"]


SENDIRI = POKOK.replace("| S1.2 | sasaran |       |            |", "| S2.1 | sasaran | T1.1 | Keluhan turun |").replace(
    "| desimal_capaian |", "| susunan_bab_tiga | desimal_capaian |"
).replace("| 2026          |", "| 2026 | sasaran |")  # fmt: skip


def test_catatan_menjelaskan_kolom_yang_dicetak():
    """No formula of a column that is not printed, and of a sasaran only those of its own indicators."""
    ukur = UKUR.replace("S1.2", "S2.1")
    rumus = [
        x.tabel.catatan for x in balok(SENDIRI + ukur) if isinstance(x, Tabel) and x.tabel.lembar == "Capaian Kinerja"
    ]
    assert [len(x) for x in rumus] == [1, 1] and rumus[0] != rumus[1]
    pilih = "\n| Daftar Tabel | ringkasan | judul | kolom |\n| | Capaian Kinerja | Hasil | Indikator Kinerja; Target; Realisasi |\n"
    (t,) = (
        x.tabel for x in balok(POKOK + UKUR + pilih) if isinstance(x, Tabel) and x.tabel.lembar == "Capaian Kinerja"
    )
    assert t.catatan == ()


def test_simpulan_sasaran_berindikator_tunggal_tanpa_hitungan():
    simpul = teks(SENDIRI + UKUR.replace("S1.2", "S2.1"), "Dengan demikian")
    assert len(simpul) == 2 and not any("(" in x for x in simpul)


def test_nomor_yang_ditetapkan_tetap_bila_tabelnya_dibagi_per_sasaran():
    """It is that of the first part; the others follow it."""
    nomor = "\n| Daftar Tabel | ringkasan | nomor | judul |\n| | Capaian Kinerja | Tabel 3.5 | Hasil |\n"
    isi = SENDIRI + UKUR.replace("S1.2", "S2.1") + nomor
    milik = [x.tabel.nomor for x in balok(isi) if isinstance(x, Tabel) and x.tabel.lembar == "Capaian Kinerja"]
    assert milik == ["Tabel 3.5", ""]


def test_dua_perbandingan_dalam_satu_tabel_tidak_mengulang_kalimat():
    isi = "\n| Daftar Tabel | ringkasan | judul | bersama |\n| | Capaian Kinerja | Hasil | |\n"
    isi += "| | Perbandingan Tahun | Tahun | Capaian Kinerja |\n| | Kemajuan Renstra | Renstra | Capaian Kinerja |\n"
    isi += "\n| Riwayat | kode | target_1 | realisasi_1 |\n| | S1.1 | 900 | 905 |\n"
    isi += "\n| Renstra | kode | target_5 |\n| | S1.1 | 1100 |\n"
    semua = teks(POKOK + UKUR + isi, "disajikan pada tabel Hasil")
    assert len(semua) == len(set(semua)) == 2

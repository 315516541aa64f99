"""Indicators without a result, or with that of an earlier year: states somebody has named, never neglect."""

from __future__ import annotations

import pytest
from buku_md import buku_md

from lkjip_xl.inti.keadaan import Keadaan, baca_keadaan
from lkjip_xl.perintah import skema
from lkjip_xl.ringkasan import buat_semua
from lkjip_xl.ringkasan.indikator import daftar_indikator
from lkjip_xl.ringkasan.perakit import SEBAB_KATA
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.tabel.ketik import ketik
from lkjip_xl.validasi.periksa import periksa
from lkjip_xl.word import buat_laporan, susun_naskah
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.naskah import Paragraf
from lkjip_xl.word.perbandingan import pembanding_indikator, renstra_indikator

ISI = ("70", "belum rilis", "N/A", "-", "tidak diukur tahun ini", "")


@pytest.fixture(scope="module")
def buku():
    kode = [f"S1.{n}" for n in range(1, 7)]
    baris = {
        "Indikator | kode | jenjang | pernyataan | indikator | satuan | arah": [
            f"{k} | sasaran | Sasaran | Indikator {k} | % | naik" for k in kode
        ],
        "PK | versi | kode | target": [f"murni | {k} | 75" for k in kode],
        "Pengukuran | kode | realisasi | tahun_data": [
            f"{k} | {isi} | {'2023' if isi == '70' else ''}" for k, isi in zip(kode, ISI, strict=True)
        ],
        "Pengaturan | tahun | instansi | kabupaten": ["2024 | Dinas | Kabupaten"],
    }
    return buku_md("\n\n".join("\n".join([f"| {k} |", *(f"| | {b} |" for b in isi)]) for k, isi in baris.items()))


def test_hanya_yang_kosong_yang_belum_diisi(buku):
    temuan = [t for t in periksa(buku).temuan if t.lembar == "Pengukuran" and t.kode in ("LB-04", "AN-23", "AN-01")]
    assert [(t.kode, t.sel) for t in temuan] == [("LB-04", buku["pengukuran"].alamat(13, "realisasi"))]


def test_skema_menawarkan_semua_keadaan():
    assert skema().lembar["pengukuran"].kolom["realisasi"].pilihan == tuple(Keadaan)


def test_keadaan_tiap_indikator(buku):
    x = daftar_indikator(buku)
    belum, berlaku, ukur = Keadaan.BELUM_RILIS, Keadaan.TIDAK_BERLAKU, Keadaan.TIDAK_DIUKUR
    assert [i.keadaan for i in x] == ["", belum, berlaku, berlaku, ukur, ""]
    assert [i.tahun_data for i in x] == [2023, None, None, None, None, None]
    assert [i.capaian is None for i in x] == [False, True, True, True, True, True]


def test_dihitung_terpisah_dan_tahun_disebut(buku):
    tabel = {t.lembar: t for t in buat_semua(buku)}
    baris = next(b for b in tabel["Simpulan"].baris if b.nilai.get("level") == "Sasaran")
    assert (baris.nilai["jumlah_indikator"], baris.nilai["tercapai"], baris.nilai["belum"]) == (6.0, 0.0, 1.0)
    for lembar in ("Capaian Kinerja", "Simpulan"):
        assert any("2023" in c for c in tabel[lembar].catatan)
        assert sum("tidak dihitung" in c for c in tabel[lembar].catatan) == 3


def test_laporan_tidak_menuntut_penyebab(buku):
    """What was not measured was neither reached nor missed: no cause is asked for."""
    naskah = buat_laporan(buku, draf=True, berkas="x.xlsm")
    assert naskah.data is not None
    import io

    import docx

    teks = [p.text for p in docx.Document(io.BytesIO(naskah.data)).paragraphs]
    assert not [t for t in teks if t.startswith("[Lengkapi") and any(f"Indikator S1.{n}" in t for n in (2, 3, 4, 5))]


@pytest.mark.parametrize(
    "teks", ["WTP", "BB", "belum", "tidak ada", "0", "70", "rilis", "tidak diukur oleh Dinas Kesehatan"]
)
def test_bukan_keadaan(teks):
    assert baca_keadaan(teks) is None


def test_program_penunjang_menurut_kode():
    b = buku_md("""
    | Anggaran | no | kode | level | nama |
    |          | 1  | 2.07.02 | program | Program Pelatihan |
    |          | 2  | 2.07.03 | program | Program Penempatan |

    | Penunjang | kode | kode_program | nama |
    |           | S1.1 | 2.07.03      |      |
    |           | S1.1 | 1            |      |
    |           | S1.1 | 2.07.02      | Program Lain |
    """)
    t = b["penunjang"]
    assert [t.nilai(r, "nama") for r in (8, 9, 10)] == ["Program Penempatan", "Program Pelatihan", "Program Lain"]
    assert t.nilai(8, "level") == "program"
    kode = {(x.kode, x.sel) for x in periksa(b).temuan if x.lembar == "Penunjang"}
    assert ("PN-02", t.alamat(10, "kode_program")) in kode and not any(k == "RM-05" for k, _ in kode)


@pytest.mark.parametrize(("lain", "kunci"), [("70", "sisa_kata"), ("WTP", "tanpa_kata")])
def test_predikat_tanpa_poin_dihitung_tersendiri(lain, kunci):
    """Results in words are counted apart, by the summaries and the report alike; nobody waits for data there."""
    b = buku_md(f"""
| Pengaturan | tahun | instansi | kabupaten |
|            | 2024  | Dinas    | Kabupaten |

| Indikator | kode | jenjang | pernyataan | indikator | satuan   | arah |
|           | S1.1 | sasaran | Sasaran    | Opini     | predikat | naik |
|           | S1.2 | sasaran | Sasaran    | Nilai     | predikat | naik |
|           | S1.3 | sasaran | Sasaran    | Lain      | %        | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | WTP    | WTP       |
|            | S1.2 | BB     | B         |
|            | S1.3 | {lain} | {lain}    |
""")
    banyak = sum(x.tanpa_poin for x in daftar_indikator(b))
    assert banyak == (3 if lain == "WTP" else 2)
    for t in buat_semua(b):
        if t.lembar in ("Simpulan", "Capaian Kinerja"):
            assert (
                [c for c in t.catatan if SEBAB_KATA in c]
                == [c for c in t.catatan if c.startswith(f"{banyak} indikator")]
                != []
            )
    teks = " ".join(x.teks for x in susun_naskah(b).balok if isinstance(x, Paragraf))
    jumlah = {2: "2 (dua)", 3: "3 (tiga)"}[banyak]
    assert kalimat(f"simpulan.{kunci}", jenjang="sasaran", jumlah=jumlah) in teks
    assert (kalimat("ikhtisar.kata", jumlah=jumlah) in teks) is (lain == "70")
    assert kalimat("ikhtisar.data", jumlah=jumlah) not in teks


def test_keadaan_tercetak_di_tabel(buku):
    """A result that does not exist is printed as what it is: N/A, not a blank as if somebody had forgotten it."""
    (tabel,) = (t for t in buat_semua(buku) if t.lembar == "Capaian Kinerja")
    hasil = [b.nilai.get("realisasi") for b in tabel.baris if b.nilai.get("indikator")]
    assert hasil == [70.0, "belum rilis", "N/A", "N/A", "tidak diukur tahun ini", None]


@pytest.mark.parametrize(
    ("isi", "angka", "tahun"), [("94,57 (angka tahun 2023)", "94,57", "2023"), ("memakai angka tahun 2023", "", "2023"), ("94,57 (2023)", "94,57", "2023")]
)  # fmt: skip
def test_angka_tahun_lain_disebut_tempatnya(isi, angka, tahun):
    """A result and its year in one cell: where each of them goes."""
    k = skema().lembar["pengukuran"].kolom["realisasi"]
    hasil = ketik(k, isi, jenis="teks", format="General")
    usulan = hasil.isi["usulan"]
    assert (
        hasil.kode == "AN-01"
        and angka in usulan
        and tahun in usulan
        and skema().lembar["pengukuran"].kolom["tahun_data"].judul in usulan
    )


def test_keadaan_tidak_disebut_sebagai_angka():
    """Beside comparators and the end of the Renstra a state is told as one: never "sebesar belum rilis"."""
    buku = buku_md(
        "| Pengaturan | tahun | renstra_awal | renstra_akhir |\n| | 2024 | 2024 | 2026 |\n\n"
        "| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |\n| | S1.1 | sasaran | A | B | % | naik |\n\n"
        "| Renstra | kode | target_1 | target_3 |\n| | S1.1 | 70 | 80 |\n\n"
        "| Pengukuran | kode | realisasi |\n| | S1.1 | belum rilis |\n\n"
        "| Pembanding | kode | jenis | nama | nilai |\n| | S1.1 | daerah lain | C | 75 |"
    )
    (x,), b = daftar_indikator(buku), Bahan(buku)
    for teks in (renstra_indikator(b, x), pembanding_indikator(b, x)):
        assert teks and str(Keadaan.BELUM_RILIS) not in teks

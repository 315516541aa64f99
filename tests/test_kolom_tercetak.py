"""Daftar Tabel says what is printed of a summary: columns, order, headers, means, and which comparisons share one table."""

from __future__ import annotations

import pytest
from buku_md import buku_md, di, semua

from lkjip_xl.lembar.buku_ringkasan import bangun_buku
from lkjip_xl.rekap.aturan_daerah import aturan_daerah
from lkjip_xl.ringkasan import RINGKASAN, buat_semua
from lkjip_xl.ringkasan.tercetak import nama_kolom
from lkjip_xl.word import susun_naskah
from lkjip_xl.word.naskah import Tabel

BUKU = """
| Pengaturan | instansi | tahun | renstra_awal | renstra_akhir |
|            | Dinas    | 2024  | 2022         | 2026          |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Mutu naik | Nilai mutu | poin | naik |
|           | S1.2 | sasaran | Mutu naik | Angka keluhan | kasus | turun |
|           | S2.1 | sasaran | Layanan luas | Desa terlayani | desa | naik |

| Renstra | kode | target_5 |
|         | S1.1 | 90 |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 80     | 81,25     |
|            | S1.2 | 10     | 12        |

| Riwayat | kode | target_1 | realisasi_1 | keterangan |
|         | S1.1 | 75       | 60          | Cara baru  |
|         | S1.2 | 10       | 15          |            |
|         | S2.1 | 5        | 5           |            |

| Daftar Tabel | ringkasan | kolom | bersama | rata | tampil |
{daftar}
"""


def buku(*baris: str):
    return buku_md(BUKU.format(daftar="\n".join(f"|  | {b} |" for b in baris)))


def kolom(lembar: str, *baris: str) -> list[tuple[str | None, str]]:
    return [(k.kelompok, k.judul) for k in RINGKASAN[lembar](buku(*baris)).kolom]


def test_kosong_berarti_seperti_biasa():
    biasa = RINGKASAN["Capaian Kinerja"](buku())
    assert biasa.kolom == RINGKASAN["Capaian Kinerja"](buku("Capaian Kinerja |  |  |  | ya")).kolom
    assert not any(k.tambahan for t in buat_semua(buku()) for k in t.kolom)


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        ("Indikator Kinerja; Realisasi; Target", ["Indikator Kinerja", "Realisasi", "Target"]),
        ("indikator kinerja ; realisasi = Hasil {tahun}", ["Indikator Kinerja", "Hasil 2024"]),
        ("tanpa Capaian (%); tanpa sasaran", ["Indikator Kinerja", "Satuan", "Target", "Realisasi"]),
        ("tambah Sumber Data; tanpa satuan; tanpa capaian; tanpa sasaran", ["Indikator Kinerja", "Target", "Realisasi", "Sumber Data"]),
        ("Indikator; Bukan Kolom; Target", ["Indikator Kinerja", "Target"]),
        ("Bukan Kolom", ["Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"]),
        ("Target; Target; Realisasi", ["Indikator Kinerja", "Target", "Realisasi"]),
    ],
)  # fmt: skip
def test_kolom_urutan_dan_kepala(isi, harap):
    assert [j for _, j in kolom("Capaian Kinerja", f"Capaian Kinerja | {isi} |  |  | ya")] == harap


def test_tahun_lain_disebut_menurut_jaraknya_atau_tahunnya():
    for nama in ("Realisasi n-1", "Realisasi 2023", "Tahun 2023 Realisasi"):
        isi = f"Perbandingan Tahun | Indikator; {nama} = Dua ribu > Lalu; naik turun; Keterangan |  |  | ya"
        assert kolom("Perbandingan Tahun", isi) == [
            (None, "Indikator Kinerja"),
            ("Dua ribu", "Lalu"),
            (None, "Naik / (Turun) Realisasi"),
            (None, "Keterangan"),
        ]
    t = RINGKASAN["Perbandingan Tahun"](buku(isi))
    assert [b.nilai.get("naik_turun") for b in t.baris] == [21.25, -3, None]
    assert t.baris[0].nilai["keterangan"] == "Cara baru"


@pytest.mark.parametrize("nama", ["Tahun 2023", "Tahun n-1", "Tahun n-1 = Lalu"])
def test_kepala_atas_berarti_semua_kolom_di_bawahnya(nama):
    ada = kolom("Perbandingan Tahun", f"Perbandingan Tahun | Indikator; {nama} |  |  | ya")
    atas = "Lalu" if "=" in nama else "Tahun 2023"
    assert ada == [(None, "Indikator Kinerja"), (atas, "Target"), (atas, "Realisasi"), (atas, "Capaian (%)")]


def test_kesenjangan_terhadap_akhir_renstra():
    t = RINGKASAN["Kemajuan Renstra"](buku("Kemajuan Renstra | tambah Kesenjangan |  |  | ya"))
    assert t.kolom[-1].nama == "kesenjangan" and t.baris[0].nilai["kesenjangan"] == -8.75


def test_beberapa_perbandingan_satu_tabel():
    b = buku(
        "Capaian Kinerja | Indikator; Realisasi n-1; Target; Realisasi; Target Akhir Renstra; Tingkat Kemajuan |  |  | ya",
        "Perbandingan Tahun |  | Capaian Kinerja |  | ya",
        "Kemajuan Renstra |  | Capaian Kinerja |  | ya",
    )
    t = RINGKASAN["Capaian Kinerja"](b)
    assert [k.nama for k in t.kolom] == ["indikator", "realisasi_1", "target", "realisasi", "target_akhir", "kemajuan"]
    satu, dua = t.baris
    assert [satu.nilai[k] for k in ("realisasi_1", "realisasi", "target_akhir")] == [60, 81.25, 90]
    assert dua.nilai["realisasi_1"] == 15 and "target_akhir" not in dua.nilai
    assert any("Desa terlayani" in c for c in t.catatan)  # in Riwayat only: said, not lost
    assert "Riwayat" in t.sumber and "Renstra" in t.sumber
    dibuat = [x.lembar for x in buat_semua(b)]
    assert "Perbandingan Tahun" not in dibuat and "Kemajuan Renstra" not in dibuat
    isi = [str(c.value) for r in bangun_buku(b)["Kemajuan Renstra"] for c in r if c.value]
    assert any("Capaian Kinerja" in x for x in isi) and len(isi) < 5
    tercetak = [x.tabel for x in susun_naskah(b).balok if isinstance(x, Tabel)]
    assert [x.kolom for x in tercetak if x.lembar == "Capaian Kinerja"] == [t.kolom]
    assert not any(x.lembar in ("Perbandingan Tahun", "Kemajuan Renstra") for x in tercetak)


def test_tanpa_daftar_kolom_tabel_bersama_memuat_semuanya():
    t = RINGKASAN["Perbandingan Tahun"](buku("Kemajuan Renstra |  | Perbandingan Tahun |  | ya"))
    nama = [k.nama for k in t.kolom]
    assert nama[-2:] == ["target_akhir", "kemajuan"] and len(nama) == len(set(nama)) and "realisasi_1" in nama


def test_baris_rata_rata_juga_tahun_lalu():
    t = RINGKASAN["Perbandingan Tahun"](buku("Perbandingan Tahun |  |  | ya | ya"))
    akhir = t.baris[-1]
    assert akhir.gaya == "jumlah" and sum(b.gaya == "jumlah" for b in t.baris) == 1
    assert akhir.nilai["capaian"] == pytest.approx((101.56 + 80) / 2)
    assert akhir.nilai["capaian_1"] == pytest.approx((80 + 50 + 100) / 3)
    assert all(b.nilai["indikator"] for b in t.baris) and t.gabung == RINGKASAN["Perbandingan Tahun"](buku()).gabung
    satu = RINGKASAN["Kemajuan Renstra"](buku("Kemajuan Renstra |  |  | ya | ya"))
    assert all(b.gaya != "jumlah" for b in satu.baris)  # of one figure there is no mean


@pytest.mark.parametrize(
    ("baris", "kode"),
    [
        ("Capaian Kinerja | Indikator; Targt |  |  | ya", "SU-20"),
        ("Capaian Kinerja | Indikator; Target; target |  |  | ya", "SU-21"),
        ("Capaian Kinerja | Indikator; Target = Angka; Realisasi = Angka |  |  | ya", "SU-21"),
        ("Capaian Kinerja | Indikator; Tahun 2019 |  |  | ya", "SU-20"),
        ("Capaian Kinerja | Target; Realisasi |  |  | ya", "SU-23"),
        ("Capaian Kinerja | Indikator; Target |  |  | ya", ""),
        ("Capaian Kinerja | Indikator; Targt |  |  | tidak", ""),
        ("Capaian Kinerja |  |  |  | ya", ""),
    ],
)
def test_kolom_yang_tidak_dapat_dicetak_disebut(baris, kode):
    ada = semua(BUKU.format(daftar=f"|  | {baris} |"), "SU-20", "SU-21", "SU-23")
    assert ada == ([(kode, di("daftar_tabel", "kolom"))] if kode else [])


@pytest.mark.parametrize(
    ("baris", "kode"),
    [
        (("Perbandingan Tahun |  | Perbandingan Tahun |  | ya",), ["SU-22"]),
        (("Analisis Kinerja |  | Capaian Kinerja |  | ya",), ["SU-22"]),
        (("Perbandingan Tahun |  | Capaian Kinerja |  | ya", "Capaian Kinerja |  |  |  | tidak"), ["SU-22"]),
        (("Perbandingan Tahun |  | Capaian Kinerja |  | tidak", "Capaian Kinerja |  |  |  | tidak"), []),
        (("Perbandingan Tahun |  | Capaian Kinerja |  | ya", "Capaian Kinerja |  | Kemajuan Renstra |  | ya"), ["SU-22"]),
        (("Perbandingan Tahun |  | Capaian Kinerja |  | ya", "Capaian Kinerja |  |  |  | ya"), []),
    ],
)  # fmt: skip
def test_tabel_yang_tidak_dapat_disatukan_disebut_dan_dicetak_sendiri(baris, kode):
    teks = BUKU.format(daftar="\n".join(f"|  | {b} |" for b in baris))
    assert semua(teks, "SU-22") == [(k, di("daftar_tabel", "bersama")) for k in kode]
    if kode:
        assert baris[0].partition(" |")[0] in [t.lembar for t in buat_semua(buku_md(teks))]


def test_setiap_kolom_dapat_disebut_dengan_namanya():
    b = buku()
    for lembar in RINGKASAN:
        nama = nama_kolom(b, lembar)
        t = RINGKASAN[lembar](buku(f"{lembar} | {'; '.join(nama)} |  |  | ya"))
        assert len(t.kolom) == len(nama) == len((t.tersedia or t).kolom), lembar


def test_daerah_menetapkannya_untuk_semua():
    isi = aturan_daerah(buku("Capaian Kinerja | tanpa Satuan | Perbandingan Tahun | ya | ya"))
    assert {"tanpa Satuan", "Perbandingan Tahun", "ya"} <= {v for k, v in isi.items() if "Capaian Kinerja" in k}

"""Tables of the Renstra by level, who carries out a strategy, the chapter of the evaluation, annexed documents, numbers of tables."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from buku_md import buku_md
from gambar_uji import png

from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.word import susun_naskah
from lkjip_xl.word.gambar_luar import baca_folder
from lkjip_xl.word.naskah import Balok, Butir, Gambar, Judul, Naskah, Paragraf, Tabel
from lkjip_xl.word.nomor import Penomor
from lkjip_xl.word.tabel_word import isi_tercetak, lekat_baris

POKOK = """
| Pengaturan | instansi | tahun | renstra_awal | renstra_akhir | letak_evaluasi |
|            | Dinas    | 2024  | 2024         | 2026          | {letak}        |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | T1.1 | tujuan  | Daerah maju | Indeks maju | indeks | naik |
|           | S1.1 | sasaran | Mutu naik | Nilai mutu | poin | naik |
|           | S1.2 | sasaran |           | Nilai lain | poin | naik |
|           | S2.1 | sasaran | Layanan luas | Desa terlayani | desa | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 80     | 84        |
|            | S2.1 | 10     | 10        |
"""
RENSTRA = "\n| Renstra | kode | target_1 | target_akhir |\n"
IKU = """
| IKU | versi | kode | formulasi | penanggung_jawab |
|     | sebelum | S1.1 | rata-rata lama | |
|     | sesudah | S1.1 | rata-rata nilai | Kepala Bidang Mutu |
|     | sesudah | S1.2 | nilai lain | Kepala Bidang Mutu |
|     | sesudah | S2.1 | | Kepala Bidang Luas |
"""


def naskah(*bagian: str, letak: str = "") -> Naskah:
    return susun_naskah(buku_md("\n".join([POKOK.format(letak=letak), *bagian])))


def renstra(n: Naskah) -> list[tuple[str, list[str], list[list[str]]]]:
    milik = [x for x in n.balok if isinstance(x, Tabel) and x.tabel.lembar == "Renstra"]
    return [(x.kunci, [k.nama for k in x.tabel.kolom], isi_tercetak(x.tabel)) for x in milik]


def test_tujuan_dan_sasaran_tabel_sendiri_dengan_formulasi_yang_berlaku():
    isi = RENSTRA + "| | T1.1 | 70 | 75 |\n| | S1.1 | 80 | 90 |\n| | S2.1 | 10 | 12 |\n"
    tujuan, sasaran = renstra(naskah(isi, IKU))
    assert tujuan == (
        "Tujuan",
        ["sasaran", "indikator", "satuan", "target_1", "target_akhir"],
        [["Daerah maju", "Indeks maju", "indeks", "70", "75"]],
    )
    assert sasaran[1] == ["sasaran", "indikator", "formulasi", "satuan", "target_1", "target_akhir"]
    assert [b[1:4] for b in sasaran[2]] == [["Nilai mutu", "rata-rata nilai", "poin"], ["Desa terlayani", "", "desa"]]


def test_renstra_satu_jenjang_satu_tabel():
    (satu,) = renstra(naskah(RENSTRA + "| | S1.1 | 80 | 90 |\n"))
    assert "formulasi" not in satu[1]


def test_strategi_dengan_program_dan_penanggung_jawabnya():
    """One cell of each per sasaran: the highest rows mapped to it, who answers for its indicators said once."""
    anggaran = "| Anggaran | kode | level | nama | pagu | realisasi_rp |\n| | 1 | program | P MUTU | 9 | 9 |\n| | 1.1 | kegiatan | K MUTU | 9 | 9 |\n"
    peta = "| Penunjang | kode | level | nama |\n| | S1.1 | program | P MUTU |\n| | S1.2 | kegiatan | K MUTU |\n"
    strategi = "| Strategi dan Dukungan | kode | strategi |\n| | S1.1 | Latih |\n| | S1 | Nilai |\n| | S2.1 | Desa |\n"
    (t,) = (
        x.tabel for x in naskah(IKU, anggaran, peta, strategi).balok if isinstance(x, Tabel) and x.kunci == "strategi"
    )
    assert [k.nama for k in t.kolom] == ["sasaran", "strategi", "program", "penanggung_jawab"]
    assert isi_tercetak(t) == [
        ["Mutu naik", "Latih", "P MUTU", "Kepala Bidang Mutu"],
        ["", "Nilai", "", ""],
        ["Layanan luas", "Desa", "", "Kepala Bidang Luas"],
    ]


LHE = "| LHE Nilai | tahun | komponen | bobot | nilai |\n| | 2024 | Nilai akuntabilitas kinerja | 100 | 71,5 |\n"
REKOMENDASI = "| LHE Rekomendasi | tahun | rekomendasi | status |\n| | 2024 | Perbaiki sasaran | selesai |\n"


@pytest.mark.parametrize(("letak", "bab"), [("", "BAB III"), ("Bab III", "BAB III"), ("Bab I", "BAB I")])
def test_evaluasi_di_bab_yang_diminta(letak, bab):
    n = naskah(LHE, REKOMENDASI, letak=letak)
    judul, milik = "", []
    for x in n.balok:
        judul = x.teks if isinstance(x, Judul) and x.tingkat == 1 else judul
        milik += [judul] if isinstance(x, Tabel) and x.tabel.lembar == "LHE Nilai" else []
    assert [m.rpartition(" ")[0].removesuffix(" AKUNTABILITAS") for m in milik] == [bab]
    huruf = [x.teks[0] for x in n.balok if isinstance(x, Judul) and x.tingkat == 2]
    for awal in (i for i, h in enumerate(huruf) if h == "A"):
        akhir = next((i for i in range(awal + 1, len(huruf)) if huruf[i] == "A"), len(huruf))
        assert huruf[awal:akhir] == [chr(65 + i) for i in range(akhir - awal)]


def test_dokumen_yang_dilampirkan(tmp_path: Path):
    """Named with their place, as files beside the report, as pictures of their pages; none without any of it."""
    isi = "\n| Naskah | bagian | bentuk | teks |\n| | Lampiran | butir | Keputusan IKU: https://contoh.go.id/iku |\n"
    (tmp_path / "lampiran-01 Keputusan.png").write_bytes(png())
    (tmp_path / "lampiran-02 Berita acara.pdf").write_bytes(b"%PDF-")
    (tmp_path / "catatan.pdf").write_bytes(b"%PDF-")
    gambar, lain = baca_folder(tmp_path)
    assert lain == ["catatan.pdf"]

    def milik(n: Naskah) -> list[Balok]:
        letak = [i for i, x in enumerate(n.balok) if isinstance(x, Judul) and x.tingkat == 1]
        awal = [i for i in letak if n.balok[i].teks.endswith("DOKUMEN PENDUKUNG")]
        return list(n.balok[awal[0] : next(i for i in letak if i > awal[0])]) if awal else []

    b = buku_md(POKOK.format(letak="") + isi)
    jenis = [type(x) for x in milik(susun_naskah(b, None, gambar))]
    assert jenis[:5] == [Judul, Butir, Paragraf, Butir, Gambar]
    assert [type(x) for x in milik(susun_naskah(b))][:2] == [Judul, Butir]
    assert not milik(naskah())


# --- numbers


def tabel(nomor: str) -> Tabel:
    return Tabel(TabelRingkas("X", nomor, "T", "s", "s", (), (KolomRingkas("a", "A"),), (BarisRingkas({"a": "x"}),)))


@pytest.mark.parametrize(
    ("diatur", "harap"),
    [
        (["", ""], ["Tabel 3.1", "Tabel 3.2"]),
        (["", "Tabel 3.1", "", ""], ["", "Tabel 3.1", "Tabel 3.2", "Tabel 3.3"]),
        (["", "Tabel 3.2", "", ""], ["Tabel 3.1", "Tabel 3.2", "Tabel 3.3", "Tabel 3.4"]),
        (["Tabel 3.1", "", "", "Tabel 3.2", ""], ["Tabel 3.1", "Tabel 3.1a", "Tabel 3.1b", "Tabel 3.2", "Tabel 3.3"]),
        (["Tabel 3.5", "Tabel 3.2", "", "Tabel 3.5"], ["Tabel 3.5", "Tabel 3.2", "Tabel 3.3", "Tabel 3.5"]),
        (["Tabel III.2", "", "Matriks A", ""], ["Tabel III.2", "Tabel III.3", "Matriks A", "Tabel III.4"]),
    ],
)
def test_nomor_di_antara_nomor_yang_ditetapkan(diatur, harap):
    """In the order of the document, whatever numbers are taken; none stands out of its order."""
    semua = [tabel(n) for n in diatur]
    p = Penomor.untuk(semua)
    p.judul("BAB III AKUNTABILITAS KINERJA")
    nomor = [p.tabel(x.tabel.nomor) for x in semua]
    assert [f"{n.awalan}{n.urutan or ''}" for n in nomor] == harap
    for lalu, kini in pairwise(nomor):  # a count goes on only from a number that was counted
        assert not (kini.lanjut and lalu.urutan is None)


# --- the last page of a table


@pytest.mark.parametrize(
    ("tinggi", "awal"),
    [([40.0] * 20, 17), ([10.0] * 40, 31), ([100.0] * 20, 17), ([10.0] * 8, 4), ([], 17)],
)
def test_akhir_tabel_panjang_tidak_ditinggal_beberapa_baris(tinggi, awal):
    n = len(tinggi) or 20
    assert lekat_baris(n, tinggi) == {0, *range(awal, n)}


@pytest.mark.parametrize(("tinggi", "lekat"), [([20.0] * 6, {0, 1, 2, 3, 4, 5}), ([60.0] * 6, {0, 3, 4, 5})])
def test_tabel_beberapa_baris_utuh_hanya_bila_rendah(tinggi, lekat):
    """Six rows of long texts fill half a page: kept whole they would leave half of the one before empty."""
    assert lekat_baris(len(tinggi), tinggi) == lekat

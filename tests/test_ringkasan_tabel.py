"""Rows, columns and merged cells of the summary tables."""

from __future__ import annotations

import pytest
from buku_md import buku_md, skema_uji

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.ringkasan import RINGKASAN, buat_semua
from lkjip_xl.ringkasan.model import BarisRingkas, Gabungan, KolomRingkas, TabelRingkas
from lkjip_xl.tabel.kosong import buku_kosong
from lkjip_xl.tabel.model import BukuKerja

INDIKATOR = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah    | desimal |
|           | S1.1 | sasaran | Satu       | a         | %      | naik    |         |
|           | S1.2 | sasaran |            | b         | orang  | naik    | 1       |
|           | S2.1 | sasaran | Dua        | c         | %      | turun   |         |
|           | T1.1 | tujuan  | Tuju       | d         | %      | rentang |         |

"""
SKALA = """
| Skala Kategori | batas | tanda | kategori |
|                | 100   | >=    | Baik     |
|                |       |       | Kurang   |

"""
UKUR = """
| Pengukuran | kode | target | realisasi | sementara | sumber_data |
|            | S2.1 | 4,00   | 5,0       |           | BPS         |
|            | S1.2 | 3      | 2         | ya        |             |
|            | S1.1 | 75     |           |           |             |

"""


def tabel(lembar: str, isi: str) -> TabelRingkas:
    return RINGKASAN[lembar](buku_md(isi))


def nama(t: TabelRingkas) -> list[str]:
    return [k.nama for k in t.kolom]


def kolom(t: TabelRingkas, *kunci: str) -> list[tuple]:
    return [tuple(b.nilai.get(k) for k in kunci) for b in t.baris]


def test_capaian_urutan_isian_dan_baris_belum_terukur() -> None:
    t = tabel("Capaian Kinerja", INDIKATOR + UKUR + SKALA)
    assert kolom(t, "indikator", "target", "realisasi", "capaian", "kategori") == [
        ("c", 4, 5, 75, "Kurang"), ("b", 3, 2, pytest.approx(200 / 3), "Kurang"), ("a", 75, None, None, None),
    ]  # fmt: skip
    assert t.gabung == (Gabungan("sasaran", 1, 2),)
    assert [b.sementara for b in t.baris] == [frozenset(), frozenset({"realisasi"}), frozenset()]
    assert any(c.startswith("*") for c in t.catatan)


def test_kolom_tanpa_data_ditinggalkan() -> None:
    dasar = ["sasaran", "indikator", "satuan", "target", "realisasi", "capaian"]
    assert nama(tabel("Capaian Kinerja", INDIKATOR + UKUR)) == [*dasar, "sumber_data"]
    assert nama(tabel("Capaian Kinerja", INDIKATOR + UKUR.replace("BPS", "") + SKALA)) == [*dasar, "kategori"]


def test_desimal_seperti_diketik_dan_milik_indikator() -> None:
    t = tabel("Capaian Kinerja", INDIKATOR + UKUR)
    assert dict(t.baris[0].desimal) == {"target": 2, "realisasi": 1, "capaian": 2}
    assert dict(t.baris[1].desimal) == {"target": 0, "realisasi": 0, "capaian": 1}


def test_target_warisan_memakai_nilai_dan_desimal_sumbernya() -> None:
    isi = (
        INDIKATOR
        + """
    | Pengaturan | tahun | renstra_awal | renstra_akhir |
    |            | 2025  | 2024         | 2026          |

    | Renstra | kode | target_2 | target_3 |
    |         | S1.1 | 90,10    | 91,00    |
    |         | S1.2 | 8        | 9        |

    | PK | versi | kode | target |
    |    | murni | S1.2 | 7,50   |

    | Pengukuran | kode | realisasi |
    |            | S1.1 | 90        |
    |            | S1.2 | 7         |

    """
    )
    t = tabel("Capaian Kinerja", isi)
    assert [(b.nilai["target"], b.desimal["target"]) for b in t.baris] == [(90.1, 2), (7.5, 2)]
    t = tabel("Kemajuan Renstra", isi)
    assert [(b.nilai["target_akhir"], b.desimal["target_akhir"]) for b in t.baris] == [(91, 2), (9, 0)]
    assert [b.nilai["kemajuan"] for b in t.baris] == [pytest.approx(90 / 91 * 100), pytest.approx(70 / 9 * 10)]
    assert "2026" in t.kolom[-2].judul


def test_jenjang_lain_di_bawah_baris_kelompok() -> None:
    isi = INDIKATOR + UKUR.rstrip() + "\n|            | T1.1 | 3–5    | 6         |           |             |"
    t = tabel("Capaian Kinerja", isi)
    assert [b.gaya for b in t.baris] == ["kelompok", "biasa", "biasa", "biasa", "kelompok", "biasa"]
    assert t.baris[-1].nilai["target"] == "3–5"
    assert t.baris[-1].nilai["capaian"] == pytest.approx(80)
    assert "kelompok" not in [b.gaya for b in tabel("Capaian Kinerja", INDIKATOR + UKUR).baris]


def test_galat_tetap_terlihat() -> None:
    t = tabel("Capaian Kinerja", INDIKATOR + "| Pengukuran | kode | target | realisasi |\n| | S1.1 | 0 | 5 |")
    assert t.baris[0].nilai["capaian"] is Galat.DIV0


RIWAYAT = """
| Riwayat | kode | target_1 | realisasi_1 | capaian_1 | realisasi_3 | capaian_3 |
|         | S1.1 | 50       | 40          | 99        | N/A         | 88        |
|         | T1.1 |          | 7           |           |             |           |
"""


def test_perbandingan_tahun_tanpa_tahun_yang_kosong() -> None:
    t = tabel("Perbandingan Tahun", INDIKATOR + UKUR + RIWAYAT)
    assert nama(t)[3:] == ["capaian_3", "target_1", "realisasi_1", "capaian_1", "target", "realisasi", "capaian"]
    assert [k.kelompok for k in t.kolom[3:]] == ["Tahun 2022"] + ["Tahun 2024"] * 3 + ["Tahun 2025"] * 3
    a = next(b.nilai for b in t.baris if b.nilai.get("indikator") == "a")
    assert (a["capaian_1"], a["capaian_3"]) == (80, 88)  # computed where it can be, else as typed
    assert t.baris[-1].nilai["indikator"] == "d"  # in Riwayat only


@pytest.mark.parametrize(("diketik", "hasil"), [("101,5", 101.5), ("-", None), ("", Galat.DIV0)])
def test_capaian_lalu_yang_diketik_menggantikan_yang_tidak_terhitung(diketik: str, hasil: object) -> None:
    isi = f"| Riwayat | kode | target_1 | realisasi_1 | capaian_1 |\n| | S1.1 | -5 | 8 | {diketik} |"
    t = tabel("Perbandingan Tahun", INDIKATOR + UKUR + isi)
    assert [b.nilai["capaian_1"] for b in t.baris if b.nilai.get("kode") == "S1.1"] == [hasil]


def test_kemajuan_yang_tidak_terhitung_kosong_dan_disebut() -> None:
    isi = "| Renstra | kode | target_5 |\n| | S1.2 | {} |\n| | S2.1 | 3 |"
    t, biasa = (tabel("Kemajuan Renstra", INDIKATOR + UKUR + isi.format(x)) for x in ("-7", "7"))
    assert [b.nilai["kemajuan"] for b in t.baris] == [pytest.approx(100 / 3), None]
    assert len(t.catatan) == len(biasa.catatan) + 1


def test_pembanding_beberapa_per_indikator_dan_yang_tanpa_pembanding_tetap_ada() -> None:
    t = tabel(
        "Pembanding Standar",
        INDIKATOR
        + UKUR
        + """
    | Pembanding | kode | jenis    | nama  | tahun | nilai |
    |            | S2.1 | nasional | RI    | 2023  | 4,00  |
    |            | S2.1 | provinsi | Jatim |       | 5     |
    """,
    )
    assert kolom(t, "indikator", "nama", "tahun", "terhadap") == [
        ("c", "RI", "2023", 75), ("c", "Jatim", None, 100), ("b", None, None, None), ("a", None, None, None),
    ]  # fmt: skip
    assert {(g.kolom, g.awal, g.akhir) for g in t.gabung if g.awal == 0} == {
        (k, 0, 1) for k in ("no", "sasaran", "indikator", "satuan", "target", "realisasi", "capaian")
    }


def test_analisis_beberapa_butir_per_indikator() -> None:
    t = tabel(
        "Analisis Kinerja",
        INDIKATOR
        + UKUR
        + """
    | Analisis | kode | pendorong | solusi |
    |          | S1.2 | satu      |        |
    |          | S1.2 |           | dua    |
    """,
    )
    assert kolom(t, "indikator", "pendorong", "solusi") == [
        ("c", None, None), ("b", "satu", None), ("b", None, "dua"), ("a", None, None),
    ]  # fmt: skip
    assert Gabungan("indikator", 1, 2) in t.gabung
    assert Gabungan("sasaran", 1, 3) in t.gabung
    assert "upaya" not in nama(t)


ANGGARAN = """
| Anggaran | level    | nama | indikator | target | realisasi | pagu | realisasi_rp |
|          | program  | P    | p         | 10     | 10        | 100  | 50           |
|          | kegiatan | K    | k         | 10     | 5         | 60   | 50           |
|          | kegiatan | L    |           |        |           | 40   |              |
|          | program  | Q    | q         | 10     |           |      |              |
|          | program  | Q    | r         | 10     | 20        | 10   | 10           |

"""


def test_realisasi_anggaran_bernomor_dan_berjumlah() -> None:
    t = tabel("Realisasi Anggaran", ANGGARAN)
    assert kolom(t, "no", "nama", "pagu", "realisasi_rp", "sisa") == [
        ("1", "P", 100, 50, 50), ("1.1", "K", 60, 50, 10), ("1.2", "L", 40, None, 40),
        ("2", "Q", None, None, None), (None, "Q", 10, 10, 0), (None, "Jumlah", 110, 60, 50),
    ]  # fmt: skip
    assert [b.gaya for b in t.baris] == ["tebal", "biasa", "biasa", "tebal", "tebal", "jumlah"]
    assert [b.inden for b in t.baris[:3]] == [0, 1, 1]
    assert t.baris[-1].nilai["serapan"] == pytest.approx(600 / 11)


def test_nomor_isian_tidak_diganti() -> None:
    t = tabel("Realisasi Anggaran", "| Anggaran | no | level | nama |\n| | A. | program | P |\n| | | kegiatan | K |")
    assert kolom(t, "no") == [("A.",), (None,), (None,)]


def test_program_penunjang_sasaran_di_sebelah_indikatornya() -> None:
    t = tabel(
        "Program Penunjang",
        INDIKATOR
        + UKUR
        + ANGGARAN
        + """
    | Penunjang | kode | level    | nama | menunjang |
    |           | S2.1 | program  | P    | ya        |
    |           | S1   | program  | Q    | tidak     |
    |           | S1   | kegiatan | K    |           |
    |           | S1   | kegiatan | X    |           |
    """,
    )
    assert kolom(t, "sasaran", "indikator", "nama", "capaian_program", "anggaran", "menunjang") == [
        ("Dua", "c", "P", 100, 100, "Menunjang"), ("Satu", "b", "Q", None, None, "Tidak menunjang"),
        ("Satu", "a", "Q", 200, 10, "Tidak menunjang"), ("Satu", "a", "K", 50, 60, None),
        ("Satu", "a", "X", None, None, None),
    ]  # fmt: skip
    assert {(g.kolom, g.awal, g.akhir) for g in t.gabung} == {("sasaran", 1, 4), ("indikator", 2, 4), ("capaian", 2, 4)}


def test_program_penunjang_lebih_banyak_indikator_daripada_program() -> None:
    t = tabel(
        "Program Penunjang", INDIKATOR + UKUR + ANGGARAN + "| Penunjang | kode | level | nama |\n| | S1 | program | P |"
    )
    assert kolom(t, "indikator", "nama") == [("b", "P"), ("a", None)]


def test_simpulan_per_sasaran_dan_tingkat() -> None:
    t = tabel(
        "Simpulan",
        INDIKATOR
        + UKUR
        + ANGGARAN
        + SKALA
        + """
    | Penunjang | kode | level   | nama |
    |           | S1.2 | program | P    |
    |           | S1   | program | Q    |
    """,
    )
    assert kolom(t, "no", "level", "jumlah", "jumlah_indikator", "tercapai", "belum", "capaian", "kategori") == [
        (1, "Sasaran", None, 1, 0, 1, 75, "Kurang"),
        (2, "Sasaran", None, 2, 0, 1, 66.7, "Kurang"),  # one unmeasured; 66,7 shown with its own decimals
        (2, "Program", 2, 3, 2, 0, 150, "Baik"),  # Q has two indicators, one of them unmeasured
        (2, "Kegiatan", 2, 1, 0, 1, 50, "Kurang"),
        (None, None, None, 3, 0, 2, pytest.approx(70.85), "Kurang"),
    ]  # fmt: skip


def test_daftar_tabel_menentukan_nomor_judul_label_dan_tampil() -> None:
    buku = buku_md(
        INDIKATOR
        + UKUR
        + SKALA
        + """
    | Pengaturan | instansi | tahun |
    |            | Dinas X  | 2025  |

    | Daftar Tabel | ringkasan          | nomor    | judul                  | label_kategori | tampil |
    |              | Capaian Kinerja    | Tabel 9a | Kinerja {instansi} {tahun} | Predikat   | ya     |
    |              | Perbandingan Tahun |          |                        |                | tidak  |
    """
    )
    t = RINGKASAN["Capaian Kinerja"](buku)
    assert (t.nomor, t.judul) == ("Tabel 9a", "Kinerja Dinas X 2025")
    assert next(k.judul for k in t.kolom if k.nama == "kategori") == "Predikat"
    ada = [t.lembar for t in buat_semua(buku)]
    assert "Perbandingan Tahun" not in ada
    assert "Simpulan" in ada


def test_semua_tabel_jadi_dari_buku_kosong_atau_lembar_hilang() -> None:
    kosong = buku_kosong(skema_uji())
    tahun = "| Pengaturan | tahun |\n| | 2025 |"
    hilang = buku_md(tahun, tanpa=tuple(i for i in skema_uji().lembar if i != "pengaturan"))
    hilang_semua = buku_md(tahun, tanpa=tuple(skema_uji().lembar))
    for buku in (kosong, hilang, hilang_semua):
        semua = buat_semua(buku)
        assert [t.lembar for t in semua] == list(RINGKASAN)
        assert all(t.baris == () and t.judul and t.sumber for t in semua)


@pytest.mark.parametrize(
    "satu",
    ["Pengukuran | realisasi", "Riwayat | realisasi_1", "Penunjang | nama", "Pembanding | nilai", "Anggaran | pagu",
     "Renstra | target_1", "Analisis | solusi"],
)  # fmt: skip
def test_baris_tanpa_kode_atau_level_tidak_menggagalkan(satu: str) -> None:
    lembar, k = satu.split(" | ")
    buku: BukuKerja = buku_md(INDIKATOR + f"| {lembar} | {k} |\n| | 5 |")
    assert len(buat_semua(buku)) == len(RINGKASAN)


@pytest.mark.parametrize("k", ["kode", "indikator", "target", "realisasi", "capaian"])
def test_sel_galat_tidak_menggagalkan(k: str) -> None:
    buku = buku_md(
        INDIKATOR
        + f"| Pengukuran | kode | {k if k != 'kode' else 'target'} |\n| | {'#REF!' if k == 'kode' else 'S1.1'} | #REF! |"
    )
    assert len(buat_semua(buku)) == len(RINGKASAN)


@pytest.mark.parametrize("hilang", ["lembar", "judul", "sumber", "satuan"])
def test_tabel_tidak_ada_tanpa_keterangannya(hilang: str) -> None:
    isi = dict(
        lembar="A", nomor="", judul="B", sumber="C", satuan="D", catatan=(), kolom=(KolomRingkas("x", "X"),), baris=()
    )
    TabelRingkas(**isi)
    with pytest.raises(ValueError):
        TabelRingkas(**isi | {hilang: " "})
    with pytest.raises(TypeError):
        TabelRingkas(**{k: v for k, v in isi.items() if k != hilang})


def test_gabungan_di_luar_tabel_ditolak() -> None:
    isi = dict(lembar="A", nomor="", judul="B", sumber="C", satuan="D", catatan=(), kolom=(KolomRingkas("x", "X"),))
    dua = (BarisRingkas({}), BarisRingkas({}))
    assert TabelRingkas(**isi, baris=dua, gabung=(Gabungan("x", 0, 1),)).nilai(1, "x") is None
    for g in (Gabungan("y", 0, 1), Gabungan("x", 1, 1), Gabungan("x", 0, 2)):
        with pytest.raises(ValueError):
            TabelRingkas(**isi, baris=dua, gabung=(g,))

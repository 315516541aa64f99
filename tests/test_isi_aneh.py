"""One cell never stops a command: every kind of content that once did, as a small case by name.

Found by tests/acak_isi.py; what cannot be used is a finding with its cell, or a blank.
"""

from __future__ import annotations

import math
from unittest.mock import patch

import openpyxl
import pytest
from buku_md import buku_md, di, skema_uji

from lkjip_xl.buku.baca import Lembar
from lkjip_xl.buku.format_angka import FormatAngka
from lkjip_xl.buku.urai_lembar import PenguraiLembar, Sel, lepas
from lkjip_xl.buku.xmlaman import UTAMA
from lkjip_xl.inti.angka import baca, baca_rentang, tulis
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.lembar.buku_ringkasan import bangun_buku
from lkjip_xl.perubahan.catatan import baca_riwayat, bangun_riwayat, terbaca
from lkjip_xl.ringkasan.indikator import kategori
from lkjip_xl.skema.pesan import KUTIPAN_TERPANJANG, buat_temuan
from lkjip_xl.tabel.ketik import ketik
from lkjip_xl.tabel.penilai import terwakili
from lkjip_xl.tabel.tembolok import baris_instansi
from lkjip_xl.validasi.periksa import periksa
from lkjip_xl.word import susun_naskah
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.bilangan import hitungan
from lkjip_xl.word.tabel_masukan import tabel_masukan

UMUM = FormatAngka("General", None, False)
UKUR = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | TPT       | %      | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 80     | 76        |
"""


def _selalu_selesai(teks: str):
    """The workbook; its check, its summaries and its report all come to an end without a rule of ours failing."""
    buku = buku_md(teks)
    laporan = periksa(buku)
    assert laporan.gagal == []
    bangun_buku(buku)
    with patch("matplotlib.figure.Figure.savefig"):  # the charts are made, only not painted
        susun_naskah(buku, laporan)
    return buku, laporan


# -- what a raw cell may hold --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mentah", "terbaca"),
    [
        ("a_x0007_b", "a␇b"), ("_x0000_", "␀"), ("x_xD83D_", "x�"), ("_xDE00_y", "�y"), ("_xD83D__xDE00_", "😀"), ("_xFFFE_", "�"),
        ("a_x000D_b", "a\rb"), ("_x005F_x0007_", "_x0007_"), ("_x000B_", "␋"),
    ],
)  # fmt: skip
def test_huruf_yang_tidak_dapat_ditulis_menjadi_tampak(mentah: str, terbaca: str) -> None:
    assert lepas(mentah) == terbaca
    terbaca.encode("utf-8")


@pytest.mark.parametrize(
    ("tipe", "v"),
    [
        ("n", "NaN"),
        ("n", "INF"),
        ("n", "-inf"),
        ("n", "1e400"),
        ("n", "abc"),
        ("n", "1_000"),
        ("n", "٣"),
        ("d", "2024-13-45"),
        ("d", "kemarin"),
        ("b", "2"),
    ],
)
def test_nilai_mentah_yang_bukan_angka_tetap_teks(tipe: str, v: str) -> None:
    p = PenguraiLembar([], [UMUM], False)
    p.urai(
        f'<worksheet xmlns="{UTAMA}"><sheetData><row r="1"><c r="A1" t="{tipe}"><v>{v}</v></c><c r="B1"><v>7</v></c></row></sheetData></worksheet>'.encode()
    )
    assert (p.sel[1, 1].nilai, p.sel[1, 1].jenis, p.sel[1, 2].nilai) == (v, "teks", 7.0)


@pytest.mark.parametrize("kolom", ["kode", "indikator", "satuan"])
def test_huruf_rusak_dibaca_tanpa_hurufnya_dan_dilaporkan(kolom: str) -> None:
    k = skema_uji().lembar["indikator"].kolom[kolom]
    hasil = ketik(k, "S1␇.1", jenis="teks")
    assert (hasil.nilai, hasil.kode) == ("S1.1", "AN-20")
    assert ketik(k, "😀�", jenis="teks").kode == "AN-20"
    assert ketik(k, "S1.1", jenis="teks").kode is None


@pytest.mark.parametrize(
    ("isi", "format", "kode"),
    [
        (1e308, "General", "AN-21"), (-1e100, "General", "AN-21"), (5e-324, "General", "AN-21"), (1e308, "0%", "AN-21"), (math.inf, "General", "AN-21"),
        (math.nan, "General", "AN-21"), ("9" * 200, "General", "AN-21"), ("1e400", "General", "AN-01"), ("9" * 400, "General", "AN-01"),
        ("12␇", "General", "AN-01"), (1e15, "General", None), (0.0, "General", None), (0.5, "0%", "AN-05"),
    ],
)  # fmt: skip
def test_bilangan_yang_tidak_dapat_dihitung(isi: object, format: str, kode: str | None) -> None:
    hasil = ketik(
        skema_uji().lembar["anggaran"].kolom["target"],
        isi,
        jenis="teks" if isinstance(isi, str) else "angka",
        format=format,
    )
    assert hasil.kode == kode
    assert kode not in ("AN-01", "AN-21") or (hasil.nilai is None and isinstance(hasil.sel, str))


def test_usulan_selalu_bilangan_dan_rentang_pendek() -> None:
    assert baca("9" * 310 + ".00").usulan is None
    assert baca("1." + "000." * 120 + "0").usulan is None
    assert baca_rentang("a-" * 16000) is None
    assert baca_rentang("90 juta rupiah per tenaga kerja s.d. 100 juta rupiah per tenaga kerja") == (90.0, 100.0)


# -- the scale -----------------------------------------------------------------------------------------------------

SKALA = """
| Skala Kategori | batas | tanda | kategori |
|                | {}    | >=    | Tinggi   |
|                |       |       | Rendah   |
"""


@pytest.mark.parametrize("batas", ["≥ 91 persen", "BB / 70", "91–100", "#REF!", "1E5"])
def test_batas_skala_yang_tidak_terbaca(batas: str) -> None:
    """One finding, that of the cell; no category is claimed and none is contradicted."""
    buku, laporan = _selalu_selesai(
        UKUR.replace("realisasi |", "realisasi | kategori |").replace("76        |", "76 | Tinggi |")
        + SKALA.format(batas)
    )
    assert buku.skala == ()
    assert kategori(buku, 95.0, 2) is None and buku["pengukuran"].harap(8, "kategori") is None
    lain = {"SK-01", "SK-02", "SK-03", "SK-04", "SK-05", "AN-01", "PG-05", "PG-06", "PG-07"}
    assert [(t.kode, f"{t.lembar}!{t.sel}") for t in laporan.temuan if t.kode in lain | {"SK-20", "AN-03"}] == [
        ("AN-03" if batas == "#REF!" else "SK-20", di("skala", "batas"))
    ]


def test_batas_skala_yang_terbaca() -> None:
    for batas in ("91", "91%", "91 persen"):
        buku, laporan = _selalu_selesai(UKUR + SKALA.format(batas))
        assert kategori(buku, 95.0, 2) == "Tinggi"
        assert "SK-20" not in {t.kode for t in laporan.temuan}


def test_batas_pada_baris_tanpa_kategori_tidak_menghapus_skala() -> None:
    buku, laporan = _selalu_selesai(UKUR + SKALA.format("91") + "|                | tes   |       |          |\n")
    assert kategori(buku, 95.0, 2) == "Tinggi"
    assert [t.kode for t in laporan.temuan if t.kode in ("AN-01", "SK-20")] == ["AN-01"]


# -- settings ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("isi", ["#REF!", "teks", "0", "99999", "2024,5", "-3"])
def test_tahun_yang_tidak_mungkin(isi: str) -> None:
    buku, _ = _selalu_selesai(
        UKUR + f"\n| Pengaturan | tahun | renstra_awal | renstra_akhir |\n| | {isi} | {isi} | {isi} |"
    )
    assert buku.setelan["TahunLaporan"] is None and "Tahun" in baris_instansi(buku)


@pytest.mark.parametrize(("awal", "akhir"), [(2025, 2025), (1990, 2090), (2030, 2020)])
def test_periode_renstra_nol_dan_seratus_tahun(awal: int, akhir: int) -> None:
    _selalu_selesai(UKUR + f"\n| Pengaturan | tahun | renstra_awal | renstra_akhir |\n| | 2025 | {awal} | {akhir} |")


@pytest.mark.parametrize("isi", ["99", "-3", "dua", "#N/A", "1,5"])
def test_desimal_di_luar_batas_memakai_bawaan(isi: str) -> None:
    baris = "| Pengaturan | desimal_capaian | desimal_serapan | desimal_efisiensi | desimal_rata | masukan_efisiensi |"
    buku, laporan = _selalu_selesai(UKUR + f"\n{baris}\n| | {isi} | {isi} | {isi} | {isi} | tampil |")
    assert buku.setelan["DesimalCapaian"] in (None, 2.0)
    assert di("pengaturan", "desimal_capaian") in {f"{t.lembar}!{s}" for t in laporan.temuan for s in t.sel_semua}
    assert bulat(1.25, 10**50) == 1.25 and bulat(1.25, -(10**50)) == 0


def test_galat_pada_teks_setelan_menjadi_kosong() -> None:
    buku, _ = _selalu_selesai(
        UKUR + "\n| Pengaturan | instansi | metode_efisiensi | batas_capaian |\n| | #NAME? | #REF! | #N/A |"
    )
    assert buku.setelan["Instansi"] is None


# -- tables and structure ------------------------------------------------------------------------------------------


def test_teks_nyasar_di_tc27() -> None:
    """Nothing but a stray text in a number column: it is printed as it stands, and the report is written."""
    buku, _ = _selalu_selesai(UKUR + "\n| T-C.27 | target_1 |\n| | lihat lampiran |")
    (baris,) = tabel_masukan(Bahan(buku), "tc27", "Rencana").baris
    assert [x for x in baris.nilai.values() if x is not None] == ["lihat lampiran"]


def test_label_jumlah_di_kolom_yang_tidak_tampil() -> None:
    _selalu_selesai(UKUR + "\n| PK | versi | kode | target |\n| | Jumlah | S1.1 | 5 |")


def test_pengukuran_tanpa_kode_dengan_anggaran() -> None:
    _selalu_selesai("""
| Pengukuran | kode | target |
|            |      | 5      |

| Anggaran | level   | nama | pagu |
|          | program | A    | 5    |

| Penunjang | kode | nama |
|           | S1   | A    |
""")


@pytest.mark.parametrize(
    "induk",
    [("S1", "S2"), ("S2", "S1"), ("S1", "S1")],
    ids=["diri sendiri", "berputar", "satu induk"],
)
def test_induk_yang_berputar(induk: tuple[str, str]) -> None:
    _selalu_selesai(f"""
| Indikator | kode | jenjang | induk | indikator |
|           | S1   | sasaran | {induk[0]} | A |
|           | S2   | sasaran | {induk[1]} | B |
|           | S2   | sasaran | {induk[1]} | B |
""")


@pytest.mark.parametrize("kode", ["A" * 300, ".".join(["1"] * 31), "..", "{tahun}", "%s", "İ", "#REF!"])
def test_kode_yang_aneh(kode: str) -> None:
    _selalu_selesai(f"""
| Indikator | kode | jenjang | indikator | satuan |
|           | {kode} | sasaran | {kode} | {kode} |

| Pengukuran | kode | target | realisasi |
|            | {kode} | 80   | 76        |

| Anggaran | kode | level | nama | pagu | realisasi_rp |
|          | {kode} | program | {kode} | 5 | 4 |
|          | {kode}.1 | {kode} | {kode} | 5 | 4 |

| Penunjang | kode | kode_program | nama |
|           | {kode} | {kode}     | {kode} |
""")


def test_bobot_lhe_yang_galat() -> None:
    _selalu_selesai(
        "| LHE Nilai | tahun | komponen | bobot | nilai |\n| | 2024 | A | #REF! | 20 |\n| | 2024 | B | 60 | 50 |\n| | 2024 | Jumlah | 100 | 70 |"
    )


def test_banyaknya_yang_tidak_punya_kata() -> None:
    _selalu_selesai(
        UKUR
        + "\n| Pegawai | dimensi | uraian | jumlah | kebutuhan |\n| | Golongan | Jumlah | 1000000000000000000 | -5 |"
    )
    assert hitungan(1e18) == tulis(1e18, 0)


def test_hasil_yang_meluap_adalah_galat() -> None:
    buku = buku_md(
        "| Pengukuran | kode | pembilang | penyebut | pengali |\n| | S1 | 1" + "0" * 59 + " | 1 | 1" + "0" * 59 + " |"
    )
    assert isinstance(buku["pengukuran"].nilai(8, "realisasi"), float)
    buku = buku_md(UKUR.replace("80     | 76", "0 | 5"))
    assert buku["pengukuran"].nilai(8, "capaian") is Galat.DIV0


def test_hasil_yang_lebih_panjang_dari_sel() -> None:
    """A key joined of a text as long as a cell: #VALUE!, as in Excel; the copy for sending is made all the same."""
    assert (
        terwakili("x" * 32767) == "x" * 32767
        and terwakili("x" * 32768) is Galat.VALUE
        and terwakili("😀" * 16384) is Galat.VALUE
    )
    buku = buku_md(f"| PK Program | versi | kode | level | nama |\n| | murni | {'9' * 32767} | program | A |")
    assert Galat.VALUE in {buku["pk_program"].nilai(8, k) for k in buku["pk_program"].skema.kolom}


# -- messages and our own lists ------------------------------------------------------------------------------------


def test_kutipan_panjang_dipotong_dan_bilangan_tak_hingga_ditulis() -> None:
    t = buat_temuan("AN-01", lembar="PK", nilai="x" * 32767, usulan="")
    assert len(t.pesan) < KUTIPAN_TERPANJANG + 100 and t.nilai == "x" * 32767
    assert buat_temuan("AN-08", lembar="PK", nilai=math.inf).pesan


def test_riwayat_perubahan_yang_ditimpa_tetap_tersimpan() -> None:
    """Whatever stands in its cells, every record is kept, and none is taken back that no longer says where and what."""
    utuh = (1.0, "2025", "Pengukuran", "F9", "76,99", 76.99, "teks", "diterapkan", "General")
    aneh = ("x", None, 5.0, "bukan sel", True, "y", "", "diterapkan", 3.0)
    sel = {
        (8 + i, k): Sel(x, None, "teks", None, "General", None, True)
        for i, baris in enumerate((utuh, aneh, utuh))
        for k, x in enumerate(baris, 1)
        if x is not None
    }
    daftar = baca_riwayat(Lembar("Riwayat Perubahan", "visible", sel, []))
    assert [(p.no, terbaca(p)) for p in daftar] == [(1, True), (2, False), (1, True)]
    bangun_riwayat(openpyxl.Workbook().active, daftar)

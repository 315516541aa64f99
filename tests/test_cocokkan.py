"""Reconciling outside tables: rows and columns found however they are written, every difference at its cell."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path

import docx
import openpyxl
import pytest
from banyak import banyak
from buku_md import buku_md, di
from hypothesis import given, settings
from hypothesis import strategies as st
from tabel_asing import sel_baris

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.cocokkan import baca_luar, cocokkan
from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.temuan import HasilPeriksa, Tingkat
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber
from lkjip_xl.validasi.halaman import halaman_temuan

ANGGARAN = """
| Anggaran | no | level | nama | pagu | realisasi_rp |
| | 1 | program | Program Pelatihan Kerja | 30000000 | 28500000 |
| | 1.1 | kegiatan | Pelatihan Unit Kompetensi | 20000000 | 19000000 |
| | 1.1.1 | subkegiatan | Proses Pelatihan | 12000000 | 11500000 |
| | 1.1.2 | subkegiatan | Pengadaan Sarana | 8000000 | 7500000 |
| | 1.2 | kegiatan | Pembinaan Lembaga | 10000000 | 9500000 |
"""
KEPALA = ["Uraian", "Anggaran", "Realisasi", "%"]
ISI = [
    ["Program Pelatihan Kerja", "30.000.000", "28.500.000", "95,00"],
    ["Pelatihan Unit Kompetensi", "20.000.000", "19.000.000", "95,00"],
    ["Proses Pelatihan", "Rp 12.000.000,-", "11.500.000", "95,83"],
    ["Pengadaan Sarana", "8.000.000", "7.500.000", "93,75"],
    ["Pembinaan Lembaga", "10.000.000", "9.500.000", "95,00"],
]


def luar(*baris: list[str]) -> Sumber:
    return Sumber("lra.csv", [Kisi("lra.csv", "", 1, sel_baris(*baris), beralamat=True)])


def hasil(t: Sumber, lembar: str = "Anggaran", teks: str = ANGGARAN, *, catatan: bool = False) -> list[tuple[str, str]]:
    semua = cocokkan(buku_md(teks), lembar, t).temuan
    return [(x.kode, f"{x.lembar}!{x.sel}") for x in semua if catatan or x.tingkat is not Tingkat.CATATAN]


def ubah(baris: int, kolom: int, teks: str) -> list[list[str]]:
    return [[teks if (b, k) == (baris, kolom) else x for k, x in enumerate(r)] for b, r in enumerate(ISI)]


UKUR = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Satu | Jumlah lulusan | orang | naik |
|           | S1.2 | sasaran | | Persentase jalan mantap | % | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 500 | 411 |
|            | S1.2 | 96 | 95,31 |
"""


@pytest.mark.parametrize(
    ("lulusan", "jalan", "beda"),
    [
        ("411", "95,31", []),
        ("411", "95,3", []),  # to the digits printed
        ("411", "95", []),
        ("412", "95,31", [8]),  # a count one off is another count
        ("411", "95,32", [9]),
        ("411", "95,4", [9]),
        ("411", "96", [9]),
    ],
)
def test_dua_cetakan_satu_angka(lulusan: str, jalan: str, beda: list[int]) -> None:
    """Printed equally fine, two figures are the same or not; nothing lies between."""
    t = luar(
        ["Indikator", "Target", "Realisasi"],
        ["Jumlah lulusan", "500", lulusan],
        ["Persentase jalan mantap", "96", jalan],
    )
    assert hasil(t, "Pengukuran", UKUR) == [("CK-01", di("pengukuran", "realisasi", b)) for b in beda]


def test_sama() -> None:
    assert hasil(luar(KEPALA, *ISI), catatan=True) == []


@pytest.mark.parametrize(
    ("baris", "temuan"),
    [
        (ubah(2, 1, "12.000.001"), [("CK-01", di("anggaran", "pagu", 10))]),
        (ubah(2, 3, "95,82"), [("CK-01", di("anggaran", "serapan", 10))]),
        (ubah(2, 3, "95,8"), []),  # to the digits printed
        (ubah(3, 1, "8.000.0000"), [("CK-07", di("anggaran", "pagu", 11))]),
        (ubah(3, 0, "Pengadaan Sarana."), []),
        (ubah(3, 0, "Pengadan Sarana"), []),  # spelling: a note
        (ubah(3, 0, "Perjalanan Dinas"), [("CK-06", di("anggaran", "nama", 11))]),  # found by its figures
        ([*ISI, ["Perjalanan Dinas", "1.000", "1.000", "100"]], [("CK-03", "lra.csv!A7")]),
        ([*ISI, ISI[2]], [("CK-04", "lra.csv!A7")]),
        ([*ISI, ["JUMLAH", "30.000.000", "28.500.000", "95"]], []),
        ([*ISI, ["JUMLAH", "30.000.000", "28.500.001", "95"]], [("CK-30", "lra.csv!C7")]),
        (
            [*ISI, ["JUMLAH", "30.000.000", "28.500.000", "59"]],
            [("CK-30", "lra.csv!D7")],
        ),  # 95, or the mean of the rows
        ([*ISI, ["JUMLAH", "30.000.000", "28.500.000", "95,0"]], []),
        ([r for r in ISI if r[0] != "Pengadaan Sarana"], [("CK-02", di("anggaran", "nama", 11))]),
        (ISI[:1], []),  # an extract: what it leaves out is a note
    ],
)
def test_satu_beda(baris: list, temuan: list) -> None:
    assert hasil(luar(KEPALA, *baris)) == temuan


@pytest.mark.parametrize(
    ("tercetak", "tingkat"), [("94,9", None), ("94,8", Tingkat.PERINGATAN), ("94,7", Tingkat.KESALAHAN)]
)
def test_dipotong_bukan_dibulatkan(tercetak: str, tingkat: Tingkat | None) -> None:
    """A result cut off behind its last decimal (94,875) is no wrong result."""
    baris = [[x.replace("7.500.000", "7.590.000") for x in r] for r in ubah(3, 3, tercetak)]
    semua = cocokkan(buku_md(ANGGARAN.replace("7500000", "7590000")), "Anggaran", luar(KEPALA, *baris)).temuan
    ada = [(x.sel, x.tingkat) for x in semua if x.kode == "CK-01"]
    assert ada == ([] if tingkat is None else [(di("anggaran", "serapan", 11).split("!")[1], tingkat)])


TINGKAT = """
| Indikator | kode | jenjang | pernyataan | indikator         | satuan | arah |
|           | S1.1 | sasaran | Satu       | Kapabilitas APIP  | level  | naik |
|           | S1.2 | sasaran |            | Nilai SAKIP       | nilai  | naik |

| Pengukuran | kode | target  | realisasi |
|            | S1.1 | {}      | {}        |
|            | S1.2 | 70      | 71,25     |
"""


@pytest.mark.parametrize(
    ("kita", "mereka", "beda"),
    [
        (("3", "3,12"), ("Level 3", "Level 3,12"), False),
        (("Level 3", "Level 3"), ("3", "3"), False),
        (("3", "3"), ("Level 3", "Level 2"), True),
        (("Level 3", "Level 3"), ("3", "2"), True),
        (("3", "3"), ("Level 3", "Tinggi"), True),
    ],
)
def test_tingkat_dan_angkanya_satu_hal(kita: tuple, mereka: tuple, beda: bool) -> None:
    t = luar(
        ["Indikator", "Target", "Realisasi"], ["Kapabilitas APIP", *mereka], ["Nilai SAKIP", "70 (B)", "71,25 (BB)"]
    )
    temuan = hasil(t, "Pengukuran", TINGKAT.format(*kita))
    assert [x for _, x in temuan] == ([di("pengukuran", "realisasi", 8)] if beda else [])


@pytest.mark.parametrize("kepala", ["Uraian", "Pendidikan", "Tingkat Pendidikan"])
def test_kolom_yang_kosong_di_lembar_tidak_menamai_baris(kepala: str) -> None:
    """Pegawai has a second key named like the first column of many a print."""
    isi = "| Pegawai | dimensi | uraian | jumlah |\n| | Pendidikan | S1 | 12 |\n| | Pendidikan | SMA | 7 |\n| | Pendidikan | Jumlah | 19 |"
    t = luar([kepala, "Jumlah"], ["S1", "12"], ["SMA", "8"], ["Jumlah", "19"])
    assert hasil(t, "Pegawai", isi) == [("CK-01", di("pegawai", "jumlah", 9))]


def test_kolom_yang_tidak_dibandingkan_disebut() -> None:
    t = luar([*KEPALA, "Paraf"], *([*b, "x"] for b in ISI))
    semua = cocokkan(buku_md(ANGGARAN), "Anggaran", t).temuan
    assert [(x.kode, "Paraf" in x.pesan) for x in semua] == [("CK-09", True)]


def test_dua_baris_tertukar_satu_temuan() -> None:
    tukar = [list(r) for r in ISI]
    tukar[2][1:], tukar[3][1:] = ISI[3][1:], ISI[2][1:]
    (t,) = cocokkan(buku_md(ANGGARAN), "Anggaran", luar(KEPALA, *tukar)).temuan
    assert (t.kode, t.sel) == ("CK-05", di("anggaran", "pagu", 10).split("!")[1])
    assert {("lra.csv", "B4"), ("lra.csv", "B5"), tuple(di("anggaran", "realisasi_rp", 11).split("!"))} <= set(
        t.sel_terkait
    )


def test_hitungan_mengikuti_sebabnya() -> None:
    """A percentage that differs because the amount does joins its finding."""
    baris = ubah(2, 2, "11.000.000")
    baris[2][3] = "91,67"
    (t,) = cocokkan(buku_md(ANGGARAN), "Anggaran", luar(KEPALA, *baris)).temuan
    assert f"Anggaran!{t.sel}" == di("anggaran", "realisasi_rp", 10) and ("lra.csv", "D4") in t.sel_terkait


def test_judul_satuan_nomor_di_atas_tabel_dan_kolom_bertingkat() -> None:
    """Title rows, a numbering row, levels in columns of their own with merged names, and no useful header for %."""
    t = luar(
        ["LAPORAN REALISASI ANGGARAN"],
        ["Program", "Kegiatan", "Sub Kegiatan", "Pagu (Rp)", "Realisasi Anggaran", "Tingkat"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        [ISI[0][0], ISI[1][0], ISI[2][0], *ISI[2][1:]],
        ["", "", ISI[3][0], *ISI[3][1:]],
        ["", ISI[4][0], "", *ISI[4][1:]],
    )
    assert hasil(t) == []
    t.kisi[0].sel[(5, 5)] = SelAsing("7.400.000")
    assert ("CK-01", di("anggaran", "realisasi_rp", 11)) in hasil(t)


def test_kolom_bertingkat_menamai_baris_yang_angkanya_lain() -> None:
    """Levels in columns of their own name the rows: by the deepest filled one, below the merged names above it."""
    kepala = ["Program", "Kegiatan", "Sub Kegiatan", "Pagu (Rp)", "Realisasi Anggaran"]
    t = luar(
        kepala,
        [ISI[0][0], ISI[1][0], ISI[2][0], "13.000.000", "12.500.000"],
        ["", "", ISI[3][0], *ISI[3][1:3]],
        ["", ISI[4][0], "", "11.000.000", "8.500.000"],
    )
    assert hasil(t) == [("CK-01", di("anggaran", k, b)) for b in (10, 12) for k in ("pagu", "realisasi_rp")]
    kembar = """
| Anggaran | no | level | nama | pagu | realisasi_rp |
| | 1 | program | Program Pelatihan Kerja | 30000000 | 28500000 |
| | 1.1 | kegiatan | Pelatihan Unit Kompetensi | 20000000 | 19000000 |
| | 1.1.1 | subkegiatan | Pengadaan Sarana | 20000000 | 19000000 |
| | 1.2 | kegiatan | Pembinaan Lembaga | 10000000 | 9500000 |
| | 1.2.1 | subkegiatan | Pengadaan Sarana | 10000000 | 9500000 |
"""
    t = luar(
        kepala,
        ["Program Pelatihan Kerja", "Pembinaan Lembaga", "Pengadaan Sarana", "11.000.000", "9.400.000"],
        ["", "Pelatihan Unit Kompetensi", "Pengadaan Sarana", "20.000.000", "19.000.000"],
    )
    assert hasil(t, teks=kembar) == [("CK-01", di("anggaran", k, 12)) for k in ("pagu", "realisasi_rp")]


def test_jumlah_yang_labelnya_di_kolom_lain() -> None:
    """The label of a total stands in a column of the table's own: it is held against its rows all the same."""
    kepala, isi = ["Bidang", *KEPALA], [["Pelatihan", *r] for r in ISI]
    assert hasil(luar(kepala, *isi, ["JUMLAH", "", "30.000.000", "28.500.000", "95"])) == []
    salah = luar(kepala, *isi, ["JUMLAH", "", "30.000.000", "28.500.001", "95"])
    assert hasil(salah) == [("CK-30", "lra.csv!D7")]


SKALA = """
| Skala Kategori | batas | tanda | kategori |
|                | 91    | >=    | Sangat Tinggi |
|                | 76    | >=    | Tinggi |
|                |       |       | Rendah |

| Indikator | kode | jenjang | pernyataan | indikator       | satuan | arah |
|           | S1.1 | sasaran | Satu       | Jumlah lulusan  | orang  | naik |
|           | S1.2 | sasaran |            | Jalan mantap    | %      | naik |
|           | S1.3 | sasaran |            | Indeks kepuasan | indeks | naik |
|           | S1.4 | sasaran |            | Jumlah izin     | izin   | naik |
|           | S1.5 | sasaran |            | Jumlah embung   | unit   | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 500    | 411   |
|            | S1.2 | 96     | 95,31 |
|            | S1.3 | 80     | 40    |
|            | S1.4 | 10     | 8     |
|            | S1.5 | 10     | 9     |
"""


@pytest.mark.parametrize("kepala", ["Status", "Hasil"])
@pytest.mark.parametrize(
    ("kata", "beda"),
    [
        (["Tinggi", "Sangat Tinggi", "Rendah", "Tinggi", "Tinggi"], []),
        (["Tinggi", "Sangat Tinggi", "Rendah", "Tinggi", "Rendah"], [12]),
        (["Tinggi", "Sangat Tinggi", "Rendah", "Rendah", "Rendah"], []),  # too few to prove anything
        (["Tinggi", "Sangat Tinggi", "Rendah", "Tinggi", "Selesai"], []),  # another word: another column
    ],
)
def test_kolom_kategori_dikenal_dari_isinya(kepala: str, kata: list[str], beda: list[int]) -> None:
    """A column that holds the words of our categories is theirs whatever its header says, as nearly all rows show."""
    baris = [["Jumlah lulusan", "500", "411"], ["Jalan mantap", "96", "95,31"], ["Indeks kepuasan", "80", "40"],
             ["Jumlah izin", "10", "8"], ["Jumlah embung", "10", "9"]]  # fmt: skip
    t = luar(["Indikator", "Target", "Realisasi", kepala], *([*b, k] for b, k in zip(baris, kata, strict=True)))
    assert hasil(t, "Pengukuran", SKALA) == [("CK-06", di("pengukuran", "kategori", b)) for b in beda]


@pytest.mark.parametrize(("kepala", "ada"), [("Realisasi", True), ("Realisasinya", False)])
def test_kepala_persis_cukup_tanpa_bukti(kepala: str, ada: bool) -> None:
    """Where the sheet has nothing to compare with, only the column's very name tells which column it is."""
    kosong = UKUR.replace("| 411 |", "| |").replace("| 95,31 |", "| |")
    t = luar(["Indikator", "Target", kepala], ["Jumlah lulusan", "500", "411"], ["Persentase jalan mantap", "96", "95"])
    kode = {k for k, _ in hasil(t, "Pengukuran", kosong, catatan=True)}
    assert kode == ({"CK-16"} if ada else {"CK-09"})


@given(st.randoms(use_true_random=False), st.integers(0, 4), st.sampled_from(["pagu", "realisasi"]))
@settings(max_examples=banyak(25), deadline=None)
def test_salinan_acak_dan_satu_tanaman(acak: random.Random, i: int, kolom: str) -> None:
    """Rows shuffled, amounts written in any Indonesian form: nothing; one digit changed: exactly that cell."""
    bentuk = [lambda x: tulis(x), lambda x: f"Rp. {tulis(x)},-", lambda x: f"Rp {tulis(x)},00", lambda x: f"{x:.0f}"]
    baris = [[n, *(acak.choice(bentuk)(float(x.replace("Rp", "").replace(".", "").rstrip(",- "))) for x in r)]
             for n, *r, _ in ISI]  # fmt: skip
    urutan = acak.sample(range(5), 5)
    kepala = [
        KEPALA[0],
        acak.choice(["Pagu", "ANGGARAN (Rp)", "DPA"]),
        acak.choice(["Realisasi", "Realisasi_Rp", "LRA"]),
    ]
    assert hasil(luar(kepala, *(baris[x] for x in urutan)), catatan=True) == []
    k = 1 if kolom == "pagu" else 2
    baris[i][k] = tulis(123456.0)
    tujuan = di("anggaran", "pagu" if k == 1 else "realisasi_rp", 8 + i)
    assert hasil(luar(kepala, *(baris[x] for x in urutan))) == [("CK-01", tujuan)]


def test_versi_yang_paling_cocok() -> None:
    teks = """
| PK Program | versi | level | nama | anggaran |
| | murni | program | Program A | 100 |
| | murni | program | Program B | 200 |
| | perubahan | program | Program A | 150 |
| | perubahan | program | Program B | 250 |
"""
    kepala = ["Program/Kegiatan", "Anggaran"]
    assert hasil(luar(kepala, ["Program A", "150"], ["Program B", "250"]), "PK Program", teks) == []
    assert hasil(luar(kepala, ["Program A", "150"], ["Program B", "251"]), "PK Program", teks) == [
        ("CK-01", di("pk_program", "anggaran", 11))
    ]


def test_beberapa_tabel_dalam_satu_berkas() -> None:
    assert [k for k, _ in hasil(luar(KEPALA, *ISI, *ISI))] == ["CK-10"]


def test_lembar_salah_dan_lembar_yang_mirip() -> None:
    with pytest.raises(GalatBerkas) as g:
        cocokkan(buku_md(ANGGARAN), "Angaran", luar(KEPALA, *ISI))
    assert g.value.kode == "BK-22"
    (t,) = cocokkan(buku_md(ANGGARAN), "Pegawai", luar(KEPALA, *ISI)).temuan
    assert t.kode == "CK-08" and "Anggaran" in t.pesan


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv(tmp_path: Path, pemisah: str, sandi: str) -> None:
    penampung = io.StringIO()
    csv.writer(penampung, delimiter=pemisah).writerows([KEPALA, *ISI, ["Café", "-", "", ""]])
    (berkas := tmp_path / "lra.csv").write_bytes(penampung.getvalue().encode(sandi))
    t = baca_luar(berkas)
    assert (t.kisi[0].sel[(4, 2)].teks, t.kisi[0].sel[(7, 1)].teks, t.kisi[0].sel[(7, 2)].teks) == (
        "Rp 12.000.000,-",
        "Café",
        "-",
    )
    assert hasil(t) == [("CK-03", "lra.csv!A7")]


def test_xlsx_dengan_format_persen(tmp_path: Path) -> None:
    wb = openpyxl.Workbook()
    wb.active.append(["catatan"])
    ws = wb.create_sheet("LRA")
    ws.append(KEPALA)
    for n, p, r, _ in ISI:
        pagu, realisasi = (float(x.replace("Rp ", "").replace(",-", "").replace(".", "")) for x in (p, r))
        ws.append([n, pagu, realisasi, realisasi / pagu])
        ws.cell(ws.max_row, 4).number_format = "0.00%"
    wb.save(berkas := tmp_path / "lra.xlsx")
    assert hasil(baca_luar(berkas), catatan=True) == hasil(baca_luar(berkas, "lra"), catatan=True) == []
    with pytest.raises(GalatBerkas):
        baca_luar(berkas, "tidak ada")


def test_berkas_tidak_ada(tmp_path: Path) -> None:
    for nama in ("x.csv", "x.xlsx"):
        with pytest.raises(GalatBerkas) as g:
            baca_luar(tmp_path / nama)
        assert g.value.kode == "BK-01"


# -- which row is which ---------------------------------------------------------------------------------------

PENGUKURAN = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Terwujudnya kota damai | Persentase konflik selesai | % | naik |
|           | S1.2 | sasaran | | Jumlah dokumen mediasi | Dokumen | naik |
|           | S2.1 | sasaran | Terwujudnya kota bersih | Persentase sampah terangkut | % | naik |
|           | S2.2 | sasaran | | Nilai kebersihan | Nilai | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 90 | 85 |
|            | S1.2 | 5 | 5 |
|            | S2.1 | 80 | 60 |
|            | S2.2 | BB | B |
"""
UKUR_LUAR = [
    ["1", "Sasaran 1: Terwujudnya kota damai", "1.1 Persentase konflik selesai", "Persen", "90", "85"],
    ["2", "", "1.2 Jumlah dokumen mediasi", "Dokumen", "5", "5"],
    ["3", "Sasaran 2: Terwujudnya kota bersih", "a. Persentase sampah terangkut", "Persen", "80", "60"],
    ["4", "", "b. Nilai Kebersihan", "Nilai", "bb", "B"],
]
KEPALA_UKUR = ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Realisasi"]


def test_nomor_satuan_dan_awalan_bukan_penanda() -> None:
    """Running numbers and units repeat or say nothing; prefixes of names, words as results, spelling of units do not count."""
    assert hasil(luar(KEPALA_UKUR, *UKUR_LUAR), "Pengukuran", PENGUKURAN, catatan=True) == []
    acak = [[f"No {4 - i}", *b[1:]] for i, b in enumerate(UKUR_LUAR)]
    assert hasil(luar(KEPALA_UKUR, *acak), "Pengukuran", PENGUKURAN) == []


def test_nama_berulang_dibedakan_kolom_lain() -> None:
    """A programme that carries several indicators identifies none of them."""
    teks = """
| PK Program | versi | level | nama | indikator | target | satuan |
| | murni | program | Program Damai | Jumlah mediasi | 4 | kali |
| | murni | program | Program Damai | Jumlah mediator | 9 | orang |
| | murni | program | Program Bersih | Jumlah truk | 7 | unit |
"""
    kepala = ["Program", "Indikator", "Target"]
    baris = [["Program Damai", "Jumlah mediator", "9"], ["Program Damai", "Jumlah mediasi", "4"]]
    assert hasil(luar(kepala, *baris, ["Program Bersih", "Jumlah truk", "7"]), "PK Program", teks, catatan=True) == []
    baris[1][2] = "5"
    lain = hasil(luar(kepala, *baris, ["Program Bersih", "Jumlah truk", "7"]), "PK Program", teks)
    assert lain == [("CK-01", di("pk_program", "target", 8))]


@pytest.mark.parametrize(
    ("kepala", "nama"),
    [
        ("Sub Kegiatan", "Sub Kegiatan : {}"),
        ("Program/Kegiatan", "{}"),
        ("Uraian", "1.1.1 {}"),
        ("Program", "PROGRAM {}"),
    ],
)
def test_kepala_dan_awalan_nama(kepala: str, nama: str) -> None:
    t = luar([kepala, "Pagu (Rp)", "Realisasi (Rp)"], *([nama.format(b[0]), *b[1:3]] for b in ISI[2:4]))
    assert hasil(t) == []
    t.kisi[0].sel[(2, 2)] = SelAsing("12.000.001")
    assert hasil(t) == [("CK-01", di("anggaran", "pagu", 10))]


def test_nama_yang_hanya_berbeda_angkanya_bukan_ejaan() -> None:
    teks = ANGGARAN.replace("Proses Pelatihan", "Pelatihan Tahap 1")
    t = luar(KEPALA, ["Pelatihan Tahap 2", "7.000.000", "6.500.000", "92,86"], *ISI[3:])
    assert ("CK-03", "lra.csv!A2") in hasil(t, teks=teks)


def test_nama_berulang_dalam_satu_tabel_bukan_beberapa_tabel() -> None:
    """One name again and again is named once, with all its rows; most names again in a block are another table."""
    t = luar(KEPALA, *ISI, *[ISI[2]] * 4)
    (x,) = [x for x in cocokkan(buku_md(ANGGARAN), "Anggaran", t).temuan if x.tingkat is not Tingkat.CATATAN]
    assert (x.kode, x.sel) == ("CK-04", "A7") and {("lra.csv", f"A{b}") for b in (4, 8, 9, 10)} <= set(x.sel_terkait)


SEPULUH = "| Anggaran | no | level | nama | pagu |\n| | 1 | program | Program Induk | 55 |\n" + "".join(
    f"| | 1.{i} | kegiatan | Kegiatan {n} | {i} |\n"
    for i, n in enumerate(
        ("Rapat", "Jalan", "Irigasi", "Taman", "Pasar", "Gedung", "Buku", "Benih", "Kapal", "Kolam"), 1
    )
)


def _kegiatan(*nomor: int) -> list[list[str]]:
    nama = ("Rapat", "Jalan", "Irigasi", "Taman", "Pasar", "Gedung", "Buku", "Benih", "Kapal", "Kolam")
    return [[str(i), f"Kegiatan {nama[i - 1]}", str(i)] for i in nomor]


@pytest.mark.parametrize(
    ("baris", "kode"),
    [
        (_kegiatan(1, 2), []),  # plainly an extract
        (_kegiatan(*range(1, 10)), ["CK-02"]),  # all but one of a parent
        (_kegiatan(1, 2, 10), ["CK-02"] * 7),  # its own numbering counts ten
        ([*_kegiatan(1, 2), ["", "Jumlah", "3"]], []),  # a total of what is printed
        ([*_kegiatan(1, 2), ["", "Jumlah", "55"]], ["CK-02"] * 8),  # a total of all
    ],
)
def test_baris_yang_ditinggalkan(baris: list, kode: list) -> None:
    t = luar(["No", "Uraian", "Pagu"], *baris)
    assert [k for k, _ in hasil(t, teks=SEPULUH)] == kode


def test_ringkasan_banyak_baris_hilang_satu_catatan() -> None:
    semua = cocokkan(buku_md(SEPULUH), "Anggaran", luar(["Uraian", "Pagu"], *(b[1:] for b in _kegiatan(1, 2)))).temuan
    assert [(x.kode, x.tingkat, len(x.sel_semua)) for x in semua] == [("CK-02", Tingkat.CATATAN, 8)]


# -- nothing in silence ---------------------------------------------------------------------------------------


def hitungan(t: Sumber, lembar: str = "Anggaran", teks: str = ANGGARAN) -> tuple[int, int, int]:
    h = cocokkan(buku_md(teks), lembar, t)
    lain = sum(h.hitungan["tidak_dipakai"].values())
    assert [x.kode for x in h.tambahan] == ["CK-11"] and lain + h.hitungan["dibandingkan"] <= len(t.kisi[0].sel)
    return h.hitungan["sama"], h.hitungan["berbeda"], lain


def test_tiap_sel_terhitung() -> None:
    assert hitungan(luar(KEPALA, *ISI)) == (20, 0, 0)
    assert hitungan(luar(KEPALA, *ubah(2, 1, "12.000.001"))) == (19, 1, 0)
    assert hitungan(luar([*KEPALA, "Paraf"], *([*b, "x"] for b in ISI))) == (20, 0, 5)
    asing = [
        ["Perjalanan", "1", "1", "100"],
        ["JUMLAH", "30.000.000", "28.500.000", "95"],
        ["(1)", "(2)", "(3)", "(4)"],
    ]
    assert hitungan(luar(KEPALA, *ISI, *asing)) == (20, 0, 12)


def test_tidak_ada_yang_dibandingkan_bukan_bersih() -> None:
    h = cocokkan(buku_md(ANGGARAN), "Anggaran", luar(["Uraian", "Paraf"], *([b[0], "x"] for b in ISI)))
    assert "CK-12" in [x.kode for x in h.temuan] and h.kode_keluar() == 1
    h = cocokkan(buku_md(ANGGARAN), "Anggaran", luar(["Uraian", "Pagu"], *(b[:2] for b in ISI)))
    assert h.temuan == [] and h.kode_keluar() == 0


@pytest.mark.parametrize(
    ("baris", "temuan"),
    [
        (ubah(2, 1, ""), [("CK-13", di("anggaran", "pagu", 10))]),
        (ubah(2, 1, "-"), [("CK-13", di("anggaran", "pagu", 10))]),
        (ubah(2, 1, "N/A"), [("CK-13", di("anggaran", "pagu", 10))]),
        ([[*b[:1], "", *b[2:]] if i else b for i, b in enumerate(ISI)], []),  # mostly left blank: a note
    ],
)
def test_kosong_di_tabel_lain(baris: list, temuan: list) -> None:
    assert [x for x in hasil(luar(KEPALA, *baris)) if x[0] != "CK-01"] == temuan


def test_hitungan_ringkasan_yang_tidak_tercetak() -> None:
    """A percentage only a summary computes, which the table leaves blank once, is a note; a figure of an input is a gap."""
    teks = UKUR.replace("\n\n", "\n| | S1.3 | sasaran | | Rasio dokter | % | naik |\n\n", 1)
    teks += "| | S1.3 | 50 | 40 |\n"
    baris = [["Jumlah lulusan", "500", "411", "82,20"], ["Persentase jalan mantap", "96", "95,31", "99,28"]]
    for lain, harap in ((["50", "40", ""], []), (["", "40", "80"], ["CK-13"])):
        t = luar(["Indikator Kinerja", "Target", "Realisasi", "Capaian (%)"], *baris, ["Rasio dokter", *lain])
        assert [k for k, _ in hasil(t, "Capaian Kinerja", teks)] == harap


@pytest.mark.parametrize(("tertulis", "kode"), [("N/A", ["CK-13"]), ("-", []), ("0", []), ("", ["CK-13"])])
def test_nol_dan_tidak_ada(tertulis: str, kode: list) -> None:
    """A dash is how tables print nought; N/A and a blank say something else."""
    teks = ANGGARAN.replace("| 8000000 | 7500000 |", "| 8000000 | 0 |")
    t = luar(KEPALA[:3], *(b[:3] for b in ubah(3, 2, tertulis)))
    assert [k for k, _ in hasil(t, teks=teks)] == kode


def test_kosong_di_lembar() -> None:
    teks = ANGGARAN.replace("| 8000000 | 7500000 |", "| 8000000 | |")
    t = luar(KEPALA[:3], *(b[:3] for b in ISI))
    assert hasil(t, teks=teks) == [("CK-16", di("anggaran", "realisasi_rp", 11))]
    t.kisi[0].sel[(5, 3)] = SelAsing("Rp 0")
    assert hasil(t, teks=teks, catatan=True) == []
    # a computed cell waits for the figure it follows from: nobody is to fill it in
    angka = ("1.500.000", "1.000.000", "500.000", "8.000.000", "500.000")
    sisa = luar(["Uraian", "Pagu", "Sisa"], *([b[0], b[1], x] for b, x in zip(ISI, angka, strict=True)))
    assert hasil(sisa, teks=teks, catatan=True) == []


@pytest.mark.parametrize(
    ("target", "realisasi", "kode"),
    [("5 Dokumen", "5 Dok.", []), ("5%", "5", ["CK-14"]), ("6 Dokumen", "5", ["CK-01"])],
)
def test_satuan_lain(target: str, realisasi: str, kode: list) -> None:
    baris = [[*b[:3], *b[4:]] for b in UKUR_LUAR]
    baris[1][3:] = [target, realisasi]
    kepala = [k for k in KEPALA_UKUR if k != "Satuan"]
    assert [k for k, _ in hasil(luar(kepala, *baris), "Pengukuran", PENGUKURAN)] == kode


def test_rumus_tanpa_nilai_tersimpan_disebut(tmp_path: Path) -> None:
    wb = openpyxl.Workbook()
    wb.active.append(KEPALA[:3])
    for b in ISI:
        wb.active.append([b[0], *(float(x.replace("Rp ", "").replace(",-", "").replace(".", "")) for x in b[1:3])])
    wb.active["C4"] = "=B4-500000"
    wb.save(berkas := tmp_path / "lra.xlsx")
    h = cocokkan(buku_md(ANGGARAN), "Anggaran", baca_luar(berkas))
    assert [(x.kode, x.sel) for x in h.temuan] == [("CK-15", di("anggaran", "realisasi_rp", 10).split("!")[1])]
    assert h.kode_keluar() == 1


@pytest.mark.parametrize(
    ("ditulis", "lembar", "sama"),
    [
        ("60 – 85 %", "60-85", True),
        ("60-80", "60-85", False),
        ("BB", "bb", True),
        ("B", "BB", False),
        ("1 : 20", "1:20", True),
        ("≥80", ">= 80 %", True),
        ("≤ 80", "≥ 80", False),
    ],
)
def test_predikat_rentang_rasio_dan_batas(ditulis: str, lembar: str, sama: bool) -> None:
    teks = PENGUKURAN.replace("| S2.2 | BB |", f"| S2.2 | {lembar} |")
    baris = [list(b) for b in UKUR_LUAR]
    baris[3][4] = ditulis
    lain = [] if sama else [("CK-01", di("pengukuran", "target", 11))]
    assert hasil(luar(KEPALA_UKUR, *baris), "Pengukuran", teks) == lain


KINERJA = """
| Anggaran | no | level | nama | target | realisasi | pagu | realisasi_rp |
| | 1 | program | Program A | 10 | 9 | 1000 | 800 |
| | 2 | program | Program B | 10 | 10 | 2000 | 1500 |
| | 3 | program | Program C | 10 | 8 | 3000 | 2700 |
"""


@pytest.mark.parametrize(
    ("serapan", "efisiensi", "kolom"),
    [
        ("80", "10", []),
        ("70", "20", ["serapan"]),  # 90 − 70: it follows
        ("70", "55", ["serapan", "efisiensi"]),  # both wrong, each by itself
    ],
)
def test_hitungan_yang_salah_sendiri_disebut_sendiri(serapan: str, efisiensi: str, kolom: list) -> None:
    kepala = ["Uraian", "Capaian (%)", "Pagu (Rp)", "Realisasi (Rp)", "Serapan (%)", "Efisiensi (%)"]
    baris = [
        ["Program A", "90", "1.000", "800", serapan, efisiensi],
        ["Program B", "100", "2.000", "1.500", "75", "25"],
        ["Program C", "80", "3.000", "2.700", "90", "-10"],
    ]
    assert hasil(luar(kepala, *baris), teks=KINERJA) == [("CK-01", di("anggaran", k, 8)) for k in kolom]


@pytest.mark.parametrize(
    ("kepala", "pagu", "beda"),
    [
        ("Pagu (Rp juta)", ["30", "20", "12", "8", "10"], False),
        ("Pagu (dalam ribu rupiah)", ["30.000", "20.000", "12.000", "8.000", "10.000"], False),
        ("Pagu (Rp juta)", ["30", "20", "12", "8,5", "10"], True),
        ("Pagu", ["30 juta", "20 juta", "Rp 12 juta", "8 juta", "10 juta"], False),
    ],
)
def test_ribu_dan_juta(kepala: str, pagu: list[str], beda: bool) -> None:
    t = luar(["Uraian", kepala], *([b[0], p] for b, p in zip(ISI, pagu, strict=True)))
    assert hasil(t) == ([("CK-01", di("anggaran", "pagu", 11))] if beda else [])


def test_kepala_dua_baris_membedakan_kolom_senama() -> None:
    t = luar(
        ["Uraian", "Kinerja", "", "Anggaran", ""],
        ["", "Target", "Realisasi", "Target", "Realisasi"],
        ["Program A", "10", "9", "1.000", "800"],
        ["Program B", "10", "10", "2.000", "1.500"],
        ["Program C", "10", "8", "3.000", "2.701"],
    )
    assert hasil(t, teks=KINERJA) == [("CK-01", di("anggaran", "realisasi_rp", 10))]


def test_terparah_di_depan_dan_semua_nilai_terbawa() -> None:
    """Notes of one column become one; the farthest apart speaks, and the report keeps what each cell says."""
    temuan = [
        buat_temuan("CK-13", lembar="A", sel=s, kolom="K", nilai=n, seharusnya=h, tingkat=Tingkat.CATATAN,
                    luar="x", tertulis=h)
        for s, n, h in (("D8", 91.41, "91,42"), ("D9", 700.0, "230,5"), ("D10", 5.0, "5,1"))
    ]  # fmt: skip
    laporan = HasilPeriksa(temuan).lipat()
    (t,) = laporan.temuan
    assert (t.sel, t.sel_pertama, len(t.rincian)) == ("D8–D10", "D9", 3) and "700" in t.pesan
    assert json.loads(laporan.ke_json())["temuan"][0]["rincian"][0] == ["D8", 91.41, "91,42"]
    assert all(x in halaman_temuan(laporan) for x in ("91,41", "230,5", "5,1"))


# -- files of every format ------------------------------------------------------------------------------------


def _docx(tabel: list[tuple[str, list[list[str]]]], path: Path) -> Path:
    d = docx.Document()
    for judul, isi in tabel:
        d.add_paragraph(judul)
        t = d.add_table(len(isi), len(isi[0]))
        for r, b in zip(t.rows, isi, strict=True):
            for c, x in zip(r.cells, b, strict=True):
                c.text = x
    d.save(path)
    return path


LAIN = [["No", "Jenis Aset", "Jumlah"], ["1", "Kursi", "20"], ["2", "Meja", "10"]]


def test_word_dengan_beberapa_tabel(tmp_path: Path) -> None:
    """The table that fits the sheet is compared, those of its form that go on with other rows, too; the others are named."""
    isi = ubah(2, 1, "12.000.001")
    tabel = [
        ("Tabel 1.1 Aset", LAIN),
        ("Tabel 3.1 Anggaran", [KEPALA, *isi[:2]]),
        ("Tabel 3.2 Lainnya", [KEPALA, *isi[2:]]),
    ]
    h = cocokkan(buku_md(ANGGARAN), "Anggaran", baca_luar(_docx(tabel, tmp_path / "lra.docx")))
    x, y = sorted(h.temuan, key=lambda t: t.kode)
    assert (x.kode, f"{x.lembar}!{x.sel}") == ("CK-01", di("anggaran", "pagu", 10))
    assert x.sel_terkait[0] == ("lra.docx", "tabel 3 baris 2 kolom 2")
    assert y.kode == "SB-16" and "Tabel 1.1 Aset" in y.pesan and "Tabel 3" not in y.pesan
    assert h.hitungan["tidak_dipakai"]["di tabel lain dalam berkas itu"] == 6
    h = cocokkan(
        buku_md(ANGGARAN), "Anggaran", baca_luar(_docx([("Tabel 1 LRA", [KEPALA, *ISI])], tmp_path / "a.docx"))
    )
    assert h.temuan == [] and h.hitungan["sama"] == 20


def test_baris_di_luar_lembar_dari_dokumen(tmp_path: Path) -> None:
    berkas = _docx(
        [("Tabel 1 LRA", [KEPALA, *ISI, ["Perjalanan Dinas", "1.000", "1.000", "100"]])], tmp_path / "lra.docx"
    )
    laporan = cocokkan(buku_md(ANGGARAN), "Anggaran", baca_luar(berkas))
    (x,) = laporan.temuan
    assert (x.kode, x.lembar, x.sel) == ("CK-03", "lra.docx", "tabel 1 baris 7 kolom 1") and halaman_temuan(laporan)


def test_buku_dengan_beberapa_lembar(tmp_path: Path) -> None:
    wb = openpyxl.Workbook()
    for nama, isi in (("Aset", LAIN), ("LRA", [KEPALA, *ubah(2, 1, "12.000.001")])):
        ws = wb.create_sheet(nama)
        for b in isi:
            ws.append(b)
    wb.create_sheet("Lama").append(["x", "y"])
    wb["Lama"].sheet_state = "hidden"
    wb.save(berkas := tmp_path / "lra.xlsx")
    x, *lain = sorted(cocokkan(buku_md(ANGGARAN), "Anggaran", baca_luar(berkas)).temuan, key=lambda t: t.kode)
    assert x.sel_terkait[0] == ("lra.xlsx!LRA", "B4") and [t.kode for t in lain] == ["SB-16", "SB-20"]
    (x,) = cocokkan(buku_md(ANGGARAN), "Anggaran", baca_luar(berkas, "lra")).temuan
    assert x.sel_terkait[0] == ("lra.xlsx", "B4")
    assert len(baca_luar(berkas, "Lama").kisi) == 1


def test_halaman_web_bernama_xls(tmp_path: Path) -> None:
    baris = "".join(f"<tr>{''.join(f'<td>{x}</td>' for x in b)}</tr>" for b in (KEPALA, *ISI))
    (berkas := tmp_path / "ekspor.xls").write_text(f"<table>{baris}</table>", encoding="utf-8")
    assert hasil(baca_luar(berkas), catatan=True) == []


@pytest.mark.parametrize("kepala", [[], [["Program"]]])
def test_tanpa_kepala_dan_daftar_satu_kolom(kepala: list) -> None:
    """Rows nobody gave a header are known by what they say."""
    isi = [b[:1] for b in ISI] if kepala else ISI
    h = cocokkan(buku_md(ANGGARAN), "Anggaran", luar(*kepala, *isi))
    assert (
        h.hitungan["sama"] == len(isi) * len(isi[0]) and [x for x in h.temuan if x.kode not in ("CK-09", "CK-12")] == []
    )


def test_kode_di_beberapa_kolom() -> None:
    teks = "| Anggaran | no | level | nama | pagu |\n| | 5.02.01 | program | Program A | 10 |\n| | 5.02.02 | program | Program B | 20 |\n"
    t = luar(
        ["Kode", "", "", "Uraian", "Pagu"], ["5", "02", "01", "Program A", "10"], ["5", "02", "02", "Program B", "21"]
    )
    assert hasil(t, teks=teks) == [("CK-01", di("anggaran", "pagu", 9))]


def test_baris_bernama_saja_bukan_kelompok() -> None:
    """A row of the sheet whose figures the table leaves blank is missing them; a heading over its kegiatan is not."""
    tanpa = [[ISI[2][0], "", "", ""] if b is ISI[2] else b for b in ISI]
    t = luar(["No", *KEPALA], *([str(i), *b] if b[1] else ["", *b] for i, b in enumerate(tanpa, 1)))
    assert [k for k, _ in hasil(t) if k == "CK-13"] == ["CK-13"] * 2
    judul = [[ISI[0][0], "", "", ""], *ISI[1:]]
    t = luar(["No", *KEPALA], *([str(i), *b] if b[1] else ["", *b] for i, b in enumerate(judul, 1)))
    assert hasil(t) == []


def test_tanda_di_atas_angka_disebut() -> None:
    """A raised mark beside a compared figure is named; marks in the file's other tables are not."""
    t = luar(KEPALA, *ISI)
    polos = [x for x in hasil(t, catatan=True) if x[0] == "CK-17"]
    t.kisi[0].sel[3, 2] = SelAsing("20.000.000", atas="*)")
    assert polos == [] and [x for x in hasil(t, catatan=True) if x[0] == "CK-17"] == [("CK-17", "lra.csv!B3")]
    assert not hasil(t)
    lain = Kisi(
        "lra.csv",
        "Lain",
        2,
        {
            (1, 1): SelAsing("Hari"),
            (1, 2): SelAsing("Acara"),
            (2, 1): SelAsing("Senin", atas="1"),
            (2, 2): SelAsing("Rapat"),
        },
    )
    assert len([x for x in hasil(Sumber("lra.csv", [*t.kisi, lain]), catatan=True) if x[0] == "CK-17"]) == 1


def test_sambungan_yang_meragukan_disebut() -> None:
    """A row of words at the top of a page read as the rest of the one above it."""

    def halaman(teks: str) -> Sumber:
        isi = [[KEPALA, *ISI[:3]], [[teks], *ISI[3:]]]
        kisi = [
            Kisi(
                "lra.pdf", f"hlm. {n}", n, {(b, k): SelAsing(x) for b, r in enumerate(p, 1) for k, x in enumerate(r, 1)}
            )
            for n, p in enumerate(isi, 1)
        ]
        return Sumber("lra.pdf", kisi)

    assert "SB-17" in [k for k, _ in hasil(halaman("Tahap Kedua"))]
    assert "SB-17" not in [k for k, _ in hasil(halaman("tahap kedua"))]


WARISAN = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
| | 2024 | 2024 | 2025 |

| Indikator | kode | jenjang | indikator | satuan | arah |
| | S1.1 | sasaran | Predikat SAKIP | predikat | naik |
| | S1.2 | sasaran | Angka kemiskinan | % | turun |

| Renstra | kode | target_1 | target_2 |
| | S1.1 | BB | A |
| | S1.2 | 9,5 | 9 |

| Pengukuran | kode | realisasi |
| | S1.1 | BB |
| | S1.2 | 9,4 |
"""


@pytest.mark.parametrize(("kata", "harap"), [("BB", []), ("CC", ["CK-01"])])
def test_kata_yang_diwarisi_dibandingkan(kata: str, harap: list[str]) -> None:
    """A word that a formula inherits is no blank: the same one in the copy is no finding, another one is."""
    t = luar(
        ["Indikator Kinerja", "Target", "Realisasi"], ["Predikat SAKIP", kata, "BB"], ["Angka kemiskinan", "9,5", "9,4"]
    )
    assert [k for k, _ in hasil(t, "Pengukuran", WARISAN)] == harap


@pytest.mark.parametrize(
    ("arah", "capaian", "harap"),
    [
        ("", "120,00", "CK-18"),  # as turun gives it: 2 × 10 − 8 over 10
        ("", "125,00", "CK-18"),  # as turun-rasio gives it
        ("", "80,00", ""),
        ("", "91,00", "CK-01"),  # no answer gives that
        ("naik", "120,00", "CK-01"),
    ],
)
@pytest.mark.parametrize("lembar", ["Pengukuran", "Capaian Kinerja"])
def test_pilihan_yang_belum_diisi_ditanyakan(lembar: str, arah: str, capaian: str, harap: str) -> None:
    teks = UKUR.replace("Persentase jalan mantap | % | naik", f"Angka kematian bayi | % | {arah}")
    teks = teks.replace("| 96 | 95,31 |", "| 10 | 8 |")
    t = luar(
        ["Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"],
        ["Jumlah lulusan", "orang", "500", "411", "82,20"],
        ["Angka kematian bayi", "%", "10", "8", capaian],
    )
    assert [k for k, _ in hasil(t, lembar, teks)] == ([harap] if harap else [])


@pytest.mark.parametrize(
    ("capaian", "lain", "harap"),
    [("100,00", "82,20", ["CK-18"]), ("120,00", "82,20", ["CK-18"]), ("110,00", "82,20", ["CK-01"]),
     ("100,00", "112,20", ["CK-01", "CK-01"])],  # one above it: there is no such limit
)  # fmt: skip
def test_capaian_yang_dibatasi_ditanyakan(capaian: str, lain: str, harap: list[str]) -> None:
    teks = UKUR.replace("| 96 | 95,31 |", "| 10 | 13 |")
    t = luar(
        ["Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"],
        ["Jumlah lulusan", "orang", "500", "411", lain],
        ["Persentase jalan mantap", "%", "10", "13", capaian],
    )
    assert [k for k, _ in hasil(t, "Pengukuran", teks)] == harap


@pytest.mark.parametrize(("realisasi", "harap"), [("4l1", []), ("1.3OO", []), ("41,1", ["CK-01"])])
def test_hitungan_dari_angka_yang_diragukan_tidak_dibandingkan(realisasi: str, harap: list[str]) -> None:
    t = luar(["Indikator Kinerja", "Target", "Realisasi", "Capaian (%)"], ["Jumlah lulusan", "500", realisasi, "82,20"])
    semua = cocokkan(buku_md(UKUR.replace("411", realisasi)), "Pengukuran", t).temuan
    capaian = di("pengukuran", "capaian", 8).split("!")[1]
    assert [x.kode for x in semua if x.sel == capaian] == harap


@pytest.mark.parametrize("kepala", ["Penyerapan", "Keuangan", "Dana Terpakai"])
@pytest.mark.parametrize(
    ("salah", "harap"),
    [({}, []), ({2: "11.400.000"}, ["CK-01"]), ({1: "11", 2: "12"}, [])],
)
def test_satu_angka_keliru_tidak_membuang_kolomnya(kepala: str, salah: dict[int, str], harap: list[str]) -> None:
    """A header that is none of ours, three rows: amounts that agree but for one say which column it is; two wrong ones do not."""
    baris = [[r[0], r[1], salah.get(i, r[2])] for i, r in enumerate(ISI[:3])]
    t = luar(["Program", "Anggaran", kepala], *baris)
    assert [k for k, _ in hasil(t) if k == "CK-01"] == harap
    dibandingkan = cocokkan(buku_md(ANGGARAN), "Anggaran", t).hitungan["dibandingkan"]
    assert dibandingkan == (6 if len(salah) == 2 else 9)


def test_jumlah_sel_hanya_tabelnya(tmp_path: Path) -> None:
    """The number told is that of the table that is compared; what stands elsewhere in the file is told beside it."""
    tabel = [("Tabel 1.1 Aset", LAIN), ("Tabel 3.1 Anggaran", [KEPALA, *ISI])]
    h = cocokkan(buku_md(ANGGARAN), "Anggaran", baca_luar(_docx(tabel, tmp_path / "lra.docx")))
    (t,) = h.tambahan
    assert h.hitungan["sama"] == 20 and "20 sel" in t.pesan and "26" not in t.pesan and " 6 sel" in t.pesan


def test_jumlah_tercetak_disebut_dengan_satuan_tabelnya() -> None:
    """Of amounts in millions the right total is told in millions."""
    ribu = [
        [r[0], *(f"{float(x.strip('Rp ,-').replace('.', '')) / 1e6:.1f}".replace(".", ",") for x in r[1:3])]
        for r in ISI
    ]
    t = luar(["Uraian", "Anggaran (Rp juta)", "Realisasi (Rp juta)"], *ribu, ["JUMLAH", "30,0", "28,9"])
    (x,) = [x for x in cocokkan(buku_md(ANGGARAN), "Anggaran", t).temuan if x.kode == "CK-30"]
    assert (x.nilai, x.seharusnya) == ("28,9", 28.5e6) and "28,5 " in x.pesan and "28.500.000" not in x.pesan


def test_jumlah_belanja_menurut_baris_terluar() -> None:
    """Rows that head others by their kode are counted once: the total is that of the outermost ones, wrong ones are found."""
    teks = """
| Belanja | jenis | induk | anggaran | realisasi |
| | Belanja Operasi | | 450000 | 440000 |
| | Belanja Pegawai | Belanja Operasi | 300000 | 295000 |
| | Belanja Barang | Belanja Operasi | 150000 | 145000 |
| | Belanja Modal | | 50000 | 49000 |
"""
    kepala = ["Kode Rekening", "Uraian", "Anggaran", "Realisasi"]
    baris = [
        ["5.1", "Belanja Operasi", "450.000", "440.000"],
        ["5.1.01", "Belanja Pegawai", "300.000", "295.000"],
        ["5.1.02", "Belanja Barang", "150.000", "145.000"],
        ["5.2", "Belanja Modal", "50.000", "49.000"],
    ]
    benar = luar(kepala, *baris, ["", "Jumlah", "500.000", "489.000"])
    assert hasil(benar, "Belanja", teks) == []
    for jumlah in ("488.000", "929.000"):  # 929 counts the heading with the rows below it
        salah = luar(kepala, *baris, ["", "Jumlah", "500.000", jumlah])
        assert [k for k, _ in hasil(salah, "Belanja", teks)] == ["CK-30"]


SASARAN = """
| Indikator | kode | jenjang | pernyataan | indikator        | satuan |
|           | S1.1 | sasaran | Akses      | Rumah layak huni | %      |
|           | S1.2 | sasaran | Akses      | Air minum layak  | %      |
|           | S1.3 | sasaran | Akses      | Sanitasi layak   | %      |
|           | S2.1 | sasaran | Budaya     | Cagar terawat    | Unit   |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 80     | 81        |
|            | S1.2 | 90     | 92,5      |
|            | S1.3 | 70     | {}        |
|            | S2.1 | 6      | 6         |
"""


@pytest.mark.parametrize(
    ("sanitasi", "nomor", "tingkat"),
    [("66", False, Tingkat.CATATAN), ("-", True, Tingkat.CATATAN), ("66", True, Tingkat.PERINGATAN)],
)
def test_indikator_yang_tidak_tercetak(sanitasi: str, nomor: bool, tingkat: Tingkat) -> None:
    """Indicators are left out without loss, unless the table's own numbering counts them; so are those without a result."""
    isi = [
        ["1", "Rumah layak huni", "80", "81"],
        ["2", "Air minum layak", "90", "92,5"],
        ["4", "Cagar terawat", "6", "6"],
    ]
    t = luar(["No", "Indikator", "Target", "Realisasi"][not nomor :], *(b[not nomor :] for b in isi))
    ada = [x for x in cocokkan(buku_md(SASARAN.format(sanitasi)), "Pengukuran", t).temuan if x.kode == "CK-02"]
    assert [x.tingkat for x in ada] == [tingkat]


BELANJA_DUA_TAHUN = """
| Pengaturan | tahun |
| | 2024 |

| Belanja | tahun | jenis | anggaran | realisasi |
| | 2024 | Belanja Pegawai | 620000000 | 610000000 |
| | | Belanja Modal Gedung | 0 | 0 |
| | 2023 | Belanja Pegawai | 600000000 | 590000000 |
| | 2023 | Belanja Modal Gedung | | 85000000 |
"""


@pytest.mark.parametrize(
    ("kepala", "lalu", "harap"),
    [
        (["Uraian", "Anggaran 2024", "Realisasi 2024", "Realisasi 2023"], True, []),
        (["Uraian", "Anggaran Tahun n", "Realisasi Tahun n", "Realisasi Tahun n-1"], True, []),
        (["Uraian", "Anggaran", "Realisasi", "Realisasi Tahun Lalu"], True, []),
        (["Uraian", "Anggaran 2025", "Realisasi 2025", "Realisasi 2024"], False, ["CK-01", "CK-01"]),
        (["Uraian", "Anggaran 2022", "Realisasi 2022", "Realisasi 2021"], False, ["CK-08"]),
    ],
)
def test_baris_tahun_lain_bukan_barisnya(kepala: list[str], lalu: bool, harap: list[str]) -> None:
    t = luar(
        kepala,
        ["Belanja Pegawai", "620.000.000", "610.000.000", "590.000.000"],
        ["Belanja Modal Gedung", "0", "0", "85.000.000"],
    )
    assert [k for k, _ in hasil(t, "Belanja", BELANJA_DUA_TAHUN)] == harap


TW = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
| | S1 | sasaran | Pangan cukup | Panen padi | ton | naik |

| Triwulan dan Rencana Aksi | kode | tw | target | realisasi |
| | S1 | I | 10 | 8 |
| | S1 | II | 20 | 25 |
"""


@pytest.mark.parametrize(
    ("tabel", "harap"),
    [
        # quarters side by side: each figure is of the row of its quarter
        ([["Indikator", "Target", "TW I Realisasi", "TW II Realisasi"], ["Panen padi", "30", "8", "25"]], []),
        ([["Indikator", "Target", "TW I Realisasi", "TW II Realisasi"], ["Panen padi", "30", "8", "24"]], ["CK-01"]),
        ([["Indikator", "TW", "Target", "Realisasi"], ["Panen padi", "TW I", "10", "8"]], []),
        ([["Indikator", "TW", "Target", "Realisasi"], ["Panen padi", "Triwulan II", "20", "24"]], ["CK-01"]),
    ],
)
def test_baris_triwulan_hanya_menurut_triwulannya(tabel: list[list[str]], harap: list[str]) -> None:
    assert [x for x, _ in hasil(luar(*tabel), "Triwulan dan Rencana Aksi", TW)] == harap


@pytest.mark.parametrize("tahun", ["2019", "Tahun 2019"])
def test_baris_tahun_lain_tidak_dibandingkan_dengan_tahun_ini(tahun: str) -> None:
    """A row of an earlier year is no other copy of the sheet's row of the same name."""
    lama = [[b[0], tahun, "1.000.000", "900.000"] for b in ISI]
    t = luar(["Uraian", "Tahun", "Anggaran", "Realisasi"], *lama)
    assert [k for k, _ in hasil(t)] == ["CK-08"]


def test_angka_satu_triwulan_tidak_dibandingkan_dengan_setahun() -> None:
    baris = [[b[2], f"TW {tw}", f"{i}", f"{i}"] for b in UKUR_LUAR for i, tw in enumerate(("I", "II"), 1)]
    t = luar(["Indikator Kinerja", "Triwulan", "Target", "Realisasi"], *baris)
    assert "CK-01" not in [k for k, _ in hasil(t, "Pengukuran", PENGUKURAN)]

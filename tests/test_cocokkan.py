"""Reconciling outside tables: rows and columns found however they are written, every difference at its cell."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import openpyxl
import pytest
from buku_md import buku_md, di
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.cocokkan import baca_tabel, cocokkan
from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.sumber.model import Kisi, SelAsing

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


def luar(*baris: list[str]) -> Kisi:
    isi = {(b, k): SelAsing(x) for b, r in enumerate(baris, 1) for k, x in enumerate(r, 1) if x}
    return Kisi("lra.csv", "", 1, isi, beralamat=True)


def hasil(t: Kisi, lembar: str = "Anggaran", teks: str = ANGGARAN, *, catatan: bool = False) -> list[tuple[str, str]]:
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
        ([r for r in ISI if r[0] != "Pengadaan Sarana"], [("CK-02", di("anggaran", "nama", 11))]),
        (ISI[:1], []),  # an extract: what it leaves out is a note
    ],
)
def test_satu_beda(baris: list, temuan: list) -> None:
    assert hasil(luar(KEPALA, *baris)) == temuan


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
    t.sel[(5, 5)] = SelAsing("7.400.000")
    assert ("CK-01", di("anggaran", "realisasi_rp", 11)) in hasil(t)


@given(st.randoms(use_true_random=False), st.integers(0, 4), st.sampled_from(["pagu", "realisasi"]))
@settings(max_examples=25, deadline=None)
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
    t = baca_tabel(berkas)
    assert (t.sel[(4, 2)].teks, t.sel[(7, 1)].teks, t.sel[(7, 2)].teks) == ("Rp 12.000.000,-", "Café", "-")
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
    assert hasil(baca_tabel(berkas), catatan=True) == hasil(baca_tabel(berkas, "lra"), catatan=True) == []
    with pytest.raises(GalatBerkas):
        baca_tabel(berkas, "tidak ada")


def test_berkas_tidak_ada(tmp_path: Path) -> None:
    for nama in ("x.csv", "x.xlsx"):
        with pytest.raises(GalatBerkas) as g:
            baca_tabel(tmp_path / nama)
        assert g.value.kode == "BK-01"

"""Total rows among programmes: kept apart, summed nowhere, checked against what they sum, wherever they stand."""

import pytest

from lkjip_xl.isi.isi import muat_csv
from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.tabel.hierarki import BarisLevel, cari_induk
from lkjip_xl.validasi.periksa import periksa

KEPALA = "level,nama,pagu,realisasi_rp"
A, B = ("program,A,100,80", "kegiatan,A1,60,50", "kegiatan,A2,40,30"), ("program,B,200,160",)


@pytest.fixture
def buku(tmp_path):
    def bangun(*baris, lembar="anggaran", kepala=KEPALA):
        (tmp_path / f"{lembar}.csv").write_text("\n".join([kepala, *baris]), encoding="utf-8")
        return muat_csv(tmp_path, skema())

    return bangun


def temuan(buku, *kode):
    return [(t.kode, t.sel, t.seharusnya) for t in periksa(buku).temuan if t.kode in kode]


@pytest.mark.parametrize("level", ["program", "", "perangkat daerah", "subkegiatan"])
@pytest.mark.parametrize("nama", ["JUMLAH", "Total", "J u m l a h", "Grand Total"])
def test_a_total_doubles_nothing(buku, level, nama):
    b = buku(*A, *B, f"{level},{nama},300,240")
    t = RINGKASAN["Realisasi Anggaran"](b)
    assert [r.nilai["nama"] for r in t.baris] == ["A", "A1", "A2", "B", "Jumlah"]
    assert (t.baris[-1].nilai["pagu"], t.baris[-1].nilai["realisasi_rp"]) == (300, 240)
    assert temuan(b, "AG-04", "AG-05", "AG-07", "AG-09", "LB-03") == []
    assert temuan(b, "LB-15") == ([] if level == "perangkat daerah" else [("LB-15", "C12", "perangkat daerah")])


@pytest.mark.parametrize("level", ["program", "", "perangkat daerah"])
def test_a_wrong_total_is_found_at_the_top_and_at_the_bottom(buku, level):
    assert temuan(buku(*A, *B, f"{level},JUMLAH,300,270"), "AG-05") == [("AG-05", "Q12", 240)]
    assert temuan(buku(f"{level},JUMLAH,300,270", *A, *B), "AG-05") == [("AG-05", "Q8", 240)]


def test_a_total_after_every_programme_and_one_at_the_end(buku):
    baris = (*A, ",Jumlah,100,80", *B, ",Jumlah,200,160")
    assert temuan(buku(*baris, ",TOTAL,300,240"), "AG-04", "AG-05", "AG-09") == []
    assert temuan(buku(*baris, ",TOTAL,300,241"), "AG-04", "AG-05") == [("AG-04", "Q14", 240)]
    salah = (*A, ",Jumlah,100,81", *B, ",Jumlah,200,160", ",TOTAL,300,241")
    assert temuan(buku(*salah), "AG-04", "AG-05") == [("AG-05", "Q11", 80)]


def test_a_programme_whose_name_is_a_total_keeps_its_kode(buku):
    b = buku("1.01,program,Jumlah,10,5", kepala="kode," + KEPALA)
    assert RINGKASAN["Realisasi Anggaran"](b).baris[0].nilai["nama"] == "Jumlah"
    assert temuan(b, "LB-15") == []


@pytest.mark.parametrize(
    ("lembar", "kepala", "kode"),
    [("pk_program", "level,nama,anggaran", "PP-01"), ("renja", "level,nama,pagu_setelah", "RJ-02")],
)
def test_the_other_sheets_of_programmes_too(buku, lembar, kepala, kode):
    assert (
        temuan(buku("program,A,100", "program,B,200", "program,JUMLAH,300", lembar=lembar, kepala=kepala), kode) == []
    )
    salah = temuan(buku("program,A,100", "program,B,200", "program,JUMLAH,301", lembar=lembar, kepala=kepala), kode)
    assert [(k, n) for k, _, n in salah] == [(kode, 300)]


def test_an_orphan_below_a_total_stays_one(buku):
    assert [k for k, *_ in temuan(buku("kegiatan,X,1,1", *B, ",Jumlah,201,161"), "AG-07")] == ["AG-07"]


def test_totals_close_what_stands_above_them():
    def induk(*baris):
        return cari_induk([BarisLevel(i, level, jumlah=level == "j") for i, level in enumerate(baris)])

    p, k = "program", "kegiatan"
    assert induk(p, k, "j", p, "j", "j") == {0: 2, 1: 0, 2: 5, 3: 4, 4: 5, 5: None}
    assert induk("j", p, p) == {0: None, 1: 0, 2: 0}
    assert induk("j", p, "j", p, "j") == {0: None, 1: 2, 2: 0, 3: 4, 4: 0}
    assert induk("j", "j") == {0: None, 1: None}

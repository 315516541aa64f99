"""Thousands behind commas are decided by their column, and for every way in: taking over, filling, reconciling."""

from __future__ import annotations

from pathlib import Path

from dinas_pangan import buku
from rencana_ambil import UKUR, isi
from tabel_asing import tabel_asing

from lkjip_xl.isi import muat_csv
from lkjip_xl.perintah import skema
from lkjip_xl.rencana import rencanakan
from lkjip_xl.sumber.gaya_inggris import pasti_inggris

ISI = "Indikator | Target | Realisasi\nProduksi | 24,000 | 23,500\nMutu | 95.00 | 96.25"


def test_ambil() -> None:
    r = rencanakan(buku(), [tabel_asing(UKUR, ISI)])
    assert isi(r, "pengukuran", "target", "realisasi") == [(24000.0, 23500.0), (95.0, 96.25)]


def test_gaya_indonesia_tetap() -> None:
    r = rencanakan(buku(), [tabel_asing(UKUR, "Indikator | Target | Realisasi\nA | 24,5 | 12,25\nB | 95,00 | 96,25")])
    assert isi(r, "pengukuran", "target", "realisasi") == [(24.5, 12.25), (95.0, 96.25)]


def test_isi(tmp_path: Path) -> None:
    (tmp_path / "indikator.csv").write_text("kode,jenjang,indikator\nS1.1,sasaran,A\nS1.2,sasaran,B\n")
    (tmp_path / "pengukuran.csv").write_text('kode,target,realisasi\nS1.1,"24,000","23,500"\nS1.2,95.00,96.25\n')
    b = muat_csv(tmp_path, skema())
    assert [(x["target"], x["realisasi"]) for _, x in b["pengukuran"].rekaman()] == [(24000.0, 23500.0), (95.0, 96.25)]
    assert [t.nilai for t in b.temuan if t.kode == "AN-22"] == ["24,000", "23,500"]


def test_isi_kolom_yang_diam_menurut_tabelnya(tmp_path: Path) -> None:
    (tmp_path / "indikator.csv").write_text("kode,jenjang,indikator\nS1.1,sasaran,A\nS1.2,sasaran,B\n")
    pk = 'versi,kode,target,tw1\nmurni,S1.1,"24,000","6,500"\nmurni,S1.2,{},90\n'
    for lain, tw in (("95.00", 6500.0), ('"95,00"', 6.5)):
        (tmp_path / "pk.csv").write_text(pk.format(lain))
        b = muat_csv(tmp_path, skema())
        assert next(x["tw1"] for _, x in b["pk"].rekaman()) == tw


def test_cocokkan_membaca_sama() -> None:
    (a, b) = pasti_inggris(tabel_asing(UKUR, ISI)).data()
    assert [a.sel[k].nilai for k in (2, 3)] == [24000.0, 23500.0] and b.sel[2].nilai is None


def test_isi_titik_desimal_di_seluruh_tabel(tmp_path: Path) -> None:
    """85.278 is less than a hundred where every decimal of its table stands behind a dot and its unit has no thousands."""
    (tmp_path / "indikator.csv").write_text(
        "kode,jenjang,indikator,satuan\nS1.1,sasaran,A,Nilai\nS1.2,sasaran,B,%\nS1.3,sasaran,C,orang\n"
    )
    ukur = "kode,target,realisasi\nS1.1,83.50,85.278\nS1.2,60%,{}\nS1.3,1.250,1.300\n"
    for lain, dapat, kode in (("61.27%", 85.278, ["AN-22"]), ('"61,27%"', 85278.0, [])):
        (tmp_path / "pengukuran.csv").write_text(ukur.format(lain))
        b = muat_csv(tmp_path, skema())
        isi = [(x["target"], x["realisasi"]) for _, x in b["pengukuran"].rekaman()]
        assert isi == [(83.5, dapat), (60.0, 61.27), (1250.0, 1300.0)]
        assert [t.kode for t in b.temuan if t.kode == "AN-22"] == kode


def test_isi_ribuan_inggris_menurut_kolom_lain(tmp_path: Path) -> None:
    """A column of nothing but "37,912" is English where dotted decimals stand in the others, and "1.912" says nothing against it."""
    (tmp_path / "indikator.csv").write_text(
        "kode,jenjang,indikator,satuan\nS1.1,sasaran,A,siswa\nS1.2,sasaran,B,poin\n"
    )
    ukur = 'kode,target,pembilang,penyebut,realisasi\nS1.1,12,38,"37,912",{}\nS1.2,1.85,,,1.912\n'
    for lain, dapat in (("10.02", (37912.0, 1.912)), ('"10,02"', (37.912, 1912.0))):
        (tmp_path / "pengukuran.csv").write_text(ukur.format(lain))
        a, b = (x for _, x in muat_csv(tmp_path, skema())["pengukuran"].rekaman())
        assert (a["penyebut"], b["realisasi"]) == dapat


def test_titik_ribuan_di_antara_koma_ribuan(tmp_path: Path) -> None:
    """A count with one dot is no thousands for certain where the others of its table have commas; it keeps its text."""
    (tmp_path / "indikator.csv").write_text("kode,jenjang,indikator,satuan\nS1.1,sasaran,A,ekor\nS1.2,sasaran,B,%\n")
    for target, kode in (('"2,400"', ["AN-13"]), ("2.400", [])):
        (tmp_path / "pengukuran.csv").write_text(f"kode,target,realisasi\nS1.1,{target},2.385\nS1.2,61.50,63.25\n")
        b = muat_csv(tmp_path, skema())
        isi = [(x["target"], x["realisasi"]) for _, x in b["pengukuran"].rekaman()]
        assert isi == [(2400.0, 2385.0), (61.5, 63.25)]
        assert [t.kode for t in b.temuan if t.kode == "AN-13"] == kode

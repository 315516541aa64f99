"""What `ambil` reads: nothing of a folder or of a table is passed over without a word."""

import os
import shutil
import time
from pathlib import Path

import openpyxl
import pytest
from banyak import satu_cepat, tiap

from lkjip_xl.ambil.sumber import baca_bahan
from lkjip_xl.bentuk.bentuk import per_bentuk
from lkjip_xl.buku.galat import GalatBerkas

TABEL = "<table><tr><td>Indikator</td><td>Realisasi</td></tr><tr><td>A</td><td>85,20{}</td></tr><tr><td>B</td><td>7</td></tr></table>"


def temuan(tmp_path: Path, buku: Path | None = None) -> list[tuple[str, str, str]]:
    return [(t.kode, t.lembar, t.sel) for t in baca_bahan([tmp_path], buku).temuan]


def test_tanda_di_atas_angka_disebut(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(TABEL.format("<sup>*)</sup>"), encoding="utf-8")
    assert temuan(tmp_path) == [("AB-16", "a.html", "tabel 1 baris 2 kolom 2")]
    (tmp_path / "a.html").write_text(TABEL.format(""), encoding="utf-8")
    assert temuan(tmp_path) == []


def test_berkas_lain_di_folder_disebut(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Indikator;Realisasi\nA;7\n", encoding="utf-8")
    assert temuan(tmp_path) == []
    (tmp_path / "lama.doc").write_bytes(b"x")
    assert temuan(tmp_path) == [("AB-17", "lama.doc", "")]


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are made otherwise there")
def test_isi_folder_lain_disebut_sekali(tmp_path: Path) -> None:
    """Folders, also by links that lead back, and hidden files: each kind once; a link to nothing and a pipe as what they are."""
    (tmp_path / "a.csv").write_text("Indikator;Realisasi\nA;7\n", encoding="utf-8")
    assert temuan(tmp_path) == []
    (tmp_path / "2023").mkdir()
    (tmp_path / "2023" / "b.csv").write_text("Indikator;Realisasi\nB;8\n", encoding="utf-8")
    (tmp_path / "balik.csv").symlink_to(tmp_path)
    assert [(k, x) for k, x, _ in temuan(tmp_path)] == [("AB-24", tmp_path.name)]
    for nama in ("~$buka.docx", ".~lock.a.csv#", "Thumbs.db", "desktop.ini", ".DS_Store", ".lkjip-x.kunci"):
        (tmp_path / nama).write_bytes(b"x")
    for n in range(13):
        (tmp_path / f"foto{n:02}.jpg").write_bytes(b"x")
    assert [k for k, *_ in temuan(tmp_path)] == ["AB-17"] * 10 + ["AB-24"] * 3
    hasil = baca_bahan([tmp_path])
    assert "5 " in hasil.temuan[11].pesan
    assert hasil.berkas == ["a.csv"] and "2023" in hasil.temuan[10].pesan and "balik.csv" in hasil.temuan[10].pesan
    (tmp_path / "putus.csv").symlink_to("tiada.csv")
    os.mkfifo(tmp_path / "pipa.csv")
    assert [(k, x) for k, x, _ in temuan(tmp_path)][:2] == [("BK-36", "pipa.csv"), ("BK-01", "putus.csv")]


@pytest.mark.parametrize(
    "ulang", tiap(4, ["a", " ", "a ", "tahun ", "xxx  (x  /  x)", "1", ".", "a = 1 / b ", "\t \t", "- ", "11", "\n"])
)
@pytest.mark.parametrize("akhiran", satu_cepat([".html", ".csv"]))
def test_sel_raksasa_tidak_dikuadratkan(tmp_path: Path, ulang: str, akhiran: str) -> None:
    """Twenty times the letters in a cell cost some twenty times as much: no pattern looks at all of it again and again."""
    detik = []
    for n in (5_000, 100_000):
        sel = f"S {(ulang * n)[:n]} x"
        if akhiran == ".csv":
            isi = f'No;Indikator;Satuan;Target\n1;"{sel}";%;80\n2;Aduan;%;"{sel}"\n'
        else:
            baris = (("No", "Indikator", "Satuan", "Target"), ("1", sel, "%", "80"), ("2", "Aduan", "%", sel))
            isi = "".join("<tr>" + "".join(f"<td>{x}</td>" for x in b) + "</tr>" for b in baris)
            isi = f"<html><p>{sel}</p><table>{isi}</table>"
        (tmp_path / f"a{akhiran}").write_text(isi, encoding="utf-8")
        awal = time.process_time()
        bahan = baca_bahan([tmp_path])
        for t in bahan.tabel:
            list(per_bentuk(t))
        detik.append(time.process_time() - awal)
        assert bahan.tabel
    assert detik[1] < 3 and detik[1] < max(60 * detik[0], 1)


def test_folder_yang_berkasnya_rusak_bukan_folder_kosong(tmp_path: Path) -> None:
    """Where nothing could be read the reason is that of the file, not that there is none."""
    (tmp_path / "a.xlsx").write_bytes(b"PK\3\4 rusak")
    with pytest.raises(GalatBerkas) as galat:
        baca_bahan([tmp_path])
    assert galat.value.kode != "AB-20" and galat.value.isi["berkas"] == "a.xlsx"


def test_buku_sendiri_dan_cadangannya_bukan_sumber(tmp_path: Path) -> None:
    """An older state of the workbook would put older figures back."""
    buku, cadangan = tmp_path / "A.xlsx", tmp_path / "A.cadangan-20250102-030405.xlsx"
    openpyxl.Workbook().save(buku)
    (tmp_path / "a.csv").write_text("Indikator;Realisasi\nA;7\n", encoding="utf-8")
    (tmp_path / "keras.xlsx").hardlink_to(buku)
    assert (temuan(tmp_path, buku), baca_bahan([tmp_path], buku).berkas) == ([], ["a.csv"])
    shutil.copy(buku, cadangan)
    assert temuan(tmp_path, buku) == [("AB-21", cadangan.name, "")]
    assert baca_bahan([cadangan], buku).berkas == [cadangan.name]
    # nor a form that was replaced in the folder of forms; a name that only looks like it is read
    for nama in ("Formulir.cadangan-20250102-030405.xlsx", "Formulir.cadangan.xlsx"):
        shutil.copy(tmp_path / "a.csv", tmp_path / nama.replace("xlsx", "csv"))
    assert [x for _, x, _ in temuan(tmp_path, buku)] == [cadangan.name, "Formulir.cadangan-20250102-030405.csv"]
    assert baca_bahan([tmp_path], buku).berkas == ["Formulir.cadangan.csv", "a.csv"]
    for sisa in tmp_path.glob("Formulir*"):
        sisa.unlink()
    for sumber in (buku, tmp_path / "keras.xlsx"):
        with pytest.raises(GalatBerkas) as galat:
            baca_bahan([sumber], buku)
        assert galat.value.kode == "AB-20"
        hasil = baca_bahan([sumber, tmp_path / "a.csv"], buku)
        assert (hasil.berkas, [(t.kode, t.lembar) for t in hasil.temuan]) == (["a.csv"], [("AB-21", sumber.name)])


def test_folder_gambar_laporan_bukan_tabel_yang_terlewat(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Indikator;Realisasi\nA;7\n", encoding="utf-8")
    (tmp_path / "Gambar").mkdir()
    (tmp_path / "Gambar" / "Lambang.PNG").write_bytes(b"x")
    assert temuan(tmp_path) == []
    (tmp_path / "Gambar" / "b.csv").write_text("Indikator;Realisasi\nB;8\n", encoding="utf-8")
    assert [k for k, *_ in temuan(tmp_path)] == ["AB-24"]

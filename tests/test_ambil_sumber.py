"""What `ambil` reads: nothing of a folder or of a table is passed over without a word."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from lkjip_xl.ambil.sumber import baca_bahan
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
    (tmp_path / "~$buka.docx").write_bytes(b"x")
    assert temuan(tmp_path) == [("AB-17", "lama.doc", "")]


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

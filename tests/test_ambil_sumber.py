"""What `ambil` reads: nothing of a folder or of a table is passed over without a word."""

from pathlib import Path

from lkjip_xl.ambil.sumber import baca_bahan

TABEL = "<table><tr><td>Indikator</td><td>Realisasi</td></tr><tr><td>A</td><td>85,20{}</td></tr><tr><td>B</td><td>7</td></tr></table>"


def temuan(tmp_path: Path) -> list[tuple[str, str, str]]:
    return [(t.kode, t.lembar, t.sel) for t in baca_bahan([tmp_path]).temuan]


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

"""The score of documents with a key: what is right, wrong, asked and silent is counted as such."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import skor_dokumen
from banyak import tiap

DOKUMEN = skor_dokumen.DATA

TABEL = """Tabel 3.1 Capaian Kinerja Tahun 2023;;;;;
No;Indikator Kinerja;Satuan;Target;Realisasi;Warna Map
1;Persentase jalan mantap;%;80,5;82,1;
2;Nilai SAKIP;Predikat;BB;B;
3;Jumlah kotak arsip;Kotak;12;40;merah tua
"""
KUNCI = """id,tempat,lembar,baris,kolom,nilai
1,Tabel 3.1,pengukuran,Persentase jalan mantap,realisasi,"82,1"
2,Tabel 3.1,pengukuran,Nilai SAKIP,target,BB
3,Tabel 3.1,indikator,Jumlah Kotak Arsip,satuan/formulasi,kotak
4,Tabel 3.1,pengukuran,Persentase jalan mantap,realisasi,"82,2"
5,Tabel 3.1,pengukuran,Jumlah kotak arsip,keterangan,merah tua
6,Tabel 3.1,pengukuran,Persentase jalan rusak,realisasi,"17,9"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One document of a folder."""
    (d := tmp_path / "dinas").mkdir()
    (d / "capaian.csv").write_text(TABEL, "utf-8")
    (d / "kunci.csv").write_text(KUNCI, "utf-8")
    (d / "tahun.txt").write_text("2023\n", "utf-8")
    return d


def test_every_line_is_counted_once_and_for_what_it_is(folder: Path) -> None:
    h = skor_dokumen.nilai_dokumen(folder)
    assert (h.benar, h.semua) == (3, 6)
    assert [x.split()[0] for x in h.salah] == ["4"]
    assert [x.split()[0] for x in h.beralasan] == ["5"]
    assert [x.split()[0] for x in h.diam] == ["6"]


def test_the_command_prints_documents_and_all(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    skor_dokumen.utama([str(folder.parent), "--ya"])
    assert [x.split(":")[0] for x in capsys.readouterr().out.splitlines()] == ["dinas", "semua"]


def _skor() -> list[tuple[str, int, int]]:
    with (DOKUMEN / "skor.csv").open(encoding="utf-8", newline="") as f:
        return [(x["dokumen"], int(x["benar"]), int(x["diam"])) for x in csv.DictReader(f)]


@pytest.mark.parametrize("nama, benar, diam", tiap(4, _skor()))
def test_dokumen_tidak_terbaca_lebih_buruk(nama: str, benar: int, diam: int) -> None:
    h = skor_dokumen.nilai_dokumen(DOKUMEN / nama)
    assert h.salah == []
    assert h.benar >= benar, h.beralasan
    assert len(h.diam) <= diam, h.diam


@pytest.mark.lengkap
@pytest.mark.parametrize("nama", [n for i, (n, *_) in enumerate(_skor()) if n[0] != "o" or i % 4 == 0])
def test_dijawab_ya_pun_tidak_salah(nama: str) -> None:
    assert skor_dokumen.nilai_dokumen(DOKUMEN / nama, ya=True).salah == []


def test_setiap_dokumen_punya_skor() -> None:
    assert [n for n, *_ in _skor()] == sorted(p.name for p in DOKUMEN.iterdir() if p.is_dir())

"""The counts of `make skor`: printed tables taken over into blank workbooks, cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from libreoffice import LibreOffice
from skor_ambil import DITULIS as SEMUA
from skor_ambil import JENIS, berkas, berkas_lo, skor
from temuan_ambil import beda

from lkjip_xl.perintah import CONTOH

SEDIKITNYA = {"lembar": 95.0, "terbit": 94.0}  # percent; published tables leave one out that may be of three sheets
NAMA_LAIN = 85.0  # Lamongan names indicators in one table otherwise than in the next: asked
# rows printed without a name are not taken (AB-07): nothing can be said of them, and Lamongan's sums above them lack their amounts;
# its row of the RPJMD stands in Pengukuran behind the others; an agreement it prints twice over is taken once; causes stand in paragraphs, which no table takes over
BEDA = {
    "magetan-2024": ({("LB-04", "renja"): 2}, {("SU-10", "pengukuran"): 4}),
    "lamongan-2023": (
        {("AG-09", "anggaran"): 1, ("LB-05", "pk"): 1},
        {("AG-04", "anggaran"): 1, ("SU-10", "pengukuran"): 3},
    ),
}
# every format with each report and each kind of table; all of all: `make skor`, `python tests/skor_ambil.py --lo`
DITULIS = {
    ("magetan-2024", "lembar"): ("docx", "html"),
    ("magetan-2024", "terbit"): ("csv", "xlsx"),
    ("lamongan-2023", "lembar"): ("csv", "xlsx"),
    ("lamongan-2023", "terbit"): ("docx", "html"),
}
DARI_LO = {
    ("magetan-2024", "lembar"): {"docx": ("docx", "html")},
    ("magetan-2024", "terbit"): {"docx": ("pdf",), "xlsx": ("xls", "ods", "html")},
    ("lamongan-2023", "lembar"): {"docx": ("pdf",), "xlsx": ("xls", "ods", "html")},
    ("lamongan-2023", "terbit"): {"docx": ("docx", "html")},
}


@pytest.mark.lengkap
@pytest.mark.parametrize("laporan", CONTOH)
def test_temuan_sama_dengan_isian_tangan(laporan: str, tmp_path: Path) -> None:
    """The taken-over book contradicts itself where the one filled by hand does, but for what is named here."""
    tangan, ambil, sama = beda(laporan, tmp_path)
    assert tuple(Counter((x[0], x[1]) for x in y) for y in (tangan, ambil)) == BEDA[laporan]
    assert sama > 45


def test_tiap_format_dengan_tiap_laporan_dan_jenis() -> None:
    for f in SEMUA:
        milik = [x for x, y in DITULIS.items() if f in y]
        assert {x for x, _ in milik} == {*CONTOH} and {y for _, y in milik} == {*JENIS}, f


def nilai(laporan: str, jenis: str, semua: Iterable[tuple[str, Path]]) -> None:
    """Of 100 printed cells that have a place 95 are right, none is wrong without a word."""
    nama_lain = jenis == "terbit" and "lamongan" in laporan
    for n, (format, path) in enumerate(semua):
        h, dijawab = skor(laporan, jenis, format, path, jawab=n == 0)  # an answer is the same in every format
        assert h.semua > 800 and not h.salah, (format, h.salah)
        assert h.bagian >= (NAMA_LAIN if nama_lain else SEDIKITNYA[jenis]), (format, h.didaftar)
        if n == 0:
            assert not dijawab.salah and dijawab.bagian >= SEDIKITNYA[jenis], (format, dijawab.didaftar)


@pytest.mark.lengkap
@pytest.mark.parametrize(("laporan", "jenis"), DITULIS)
def test_sel_tabel_tercetak_mendarat_di_tempatnya(laporan: str, jenis: str, tmp_path: Path) -> None:
    nilai(laporan, jenis, berkas(laporan, jenis, tmp_path, DITULIS[laporan, jenis]))


@pytest.mark.lengkap
@pytest.mark.lo
@pytest.mark.parametrize(("laporan", "jenis"), DARI_LO)
def test_sel_dari_libreoffice_mendarat_di_tempatnya(
    laporan: str, jenis: str, tmp_path: Path, libreoffice: LibreOffice
) -> None:
    """The documents of another program are read as our own; that each format is read whole is test_skor_sumber's."""
    nilai(laporan, jenis, berkas_lo(laporan, jenis, tmp_path, libreoffice, DARI_LO[laporan, jenis]))

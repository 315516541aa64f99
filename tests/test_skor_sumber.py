"""Printed tables of reports, read back: a small part quickly, all of them and LibreOffice's own files in the long run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from cetakan import PENULIS, PUTUS, Cetakan, laporan
from libreoffice import LibreOffice
from skor_sumber import ULANG_LO, skor, skor_lo

BATAS = {"pdf": 95.0}
BARIS_LO = 2 * PUTUS + 1  # LibreOffice needs time for every cell: of a long table what is broken off twice
PANJANG = 10  # tables of a report that has documents of its own


@pytest.mark.parametrize("format", PENULIS)
def test_tabel_cetak_terbaca_kembali(tmp_path: Path, format: str) -> None:
    (s,) = skor({"pupr-dumai-2020": laporan()["pupr-dumai-2020"]}, [format], tmp_path)
    assert s.semua > 30 and not s.salah


@pytest.mark.lengkap
def test_semua_laporan(tmp_path: Path) -> None:
    for s in skor(_sedikit(laporan()), list(PENULIS), tmp_path):
        assert s.semua > 6000 and s.bagian >= BATAS.get(s.format, 99.0), (s.format, s.salah)


@pytest.mark.lo
@pytest.mark.lengkap
def test_disimpan_ulang_libreoffice(tmp_path: Path, libreoffice: LibreOffice) -> None:
    for s in skor_lo(_pendek(_sedikit(laporan())), ULANG_LO, tmp_path, libreoffice):
        assert s.semua > 3000 and s.bagian >= (95.0 if "pdf" in s.format else 99.0), (s.format, s.salah)


def _sedikit(semua: dict[str, list[Cetakan]]) -> dict[str, list[Cetakan]]:
    """All tables in a few documents: what LibreOffice, or a process that reads a PDF, needs for one is mostly the same however short it is."""
    hasil: dict[str, list[Cetakan]] = {}
    for nama, milik in semua.items():
        hasil.setdefault(nama if len(milik) > PANJANG else "potongan", []).extend(milik)
    return hasil


def _pendek(semua: dict[str, list[Cetakan]]) -> dict[str, list[Cetakan]]:
    """All tables, of each no more rows than BARIS_LO; `python tests/skor_sumber.py --lo` takes them whole."""
    return {nama: [replace(c, baris=c.baris[:BARIS_LO]) for c in milik] for nama, milik in semua.items()}

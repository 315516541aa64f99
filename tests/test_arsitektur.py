"""Imports point one way, and only one file touches each risky library."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

AKAR = Path(__file__).parents[1] / "lkjip_xl"
# lower layers never import higher ones; modules of one layer may import each other
LAPIS = [
    {"versi", "rumus", "angka", "bacaan", "huruf", "argumen", "kemiripan", "pilihan", "skala", "fungsi", "teks_aman", "__init__"},
    {"temuan", "pesan", "ruang", "sumberdaya", "skema", "buku", "tabel"},
    {"aturan", "milik", "ringkasan", "templat", "isi", "excel", "edar", "pemasangan"},
    {"periksa", "cocokkan", "rapikan", "halaman_temuan", "laporan", "perbarui", "tahun_baru"},
    {"perintah", "layani", "makro", "buat_ulang"},
    {"cli"},
]
PERINGKAT = {nama: i for i, lapis in enumerate(LAPIS) for nama in lapis}
HANYA = {"pyopenvba": {"excel/pasang.py"}, "typer": {"cli/__init__.py", "cli/app.py", "cli/buku.py", "cli/komputer.py", "cli/laporan.py", "cli/perbarui.py", "cli/periksa.py", "cli/rapikan.py", "cli/tahun_baru.py"}, "python_calamine": {"buku/baca.py"}, "matplotlib": {"laporan/gambar.py"}, "docx": {"laporan/gaya_word.py", "laporan/word.py"}}


def _impor(berkas: Path):
    for n in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
        if isinstance(n, ast.Import):
            yield from (a.name for a in n.names)
        elif isinstance(n, ast.ImportFrom) and n.module:
            yield n.module
            if n.module == "lkjip_xl":
                yield from (f"lkjip_xl.{a.name}" for a in n.names if not a.name.startswith("__"))


BERKAS = sorted(AKAR.rglob("*.py"))


@pytest.mark.parametrize("berkas", BERKAS, ids=lambda p: str(p.relative_to(AKAR)))
def test_arah_impor(berkas):
    bagian = berkas.relative_to(AKAR).with_suffix("").parts[0]
    assert bagian in PERINGKAT, f"{bagian} belum punya lapis"
    for nama in _impor(berkas):
        if nama.startswith("lkjip_xl."):
            tujuan = nama.split(".")[1]
            assert PERINGKAT[tujuan] <= PERINGKAT[bagian], f"{bagian} mengimpor {nama}"


def test_pustaka_berisiko_di_satu_berkas():
    for berkas in BERKAS:
        for nama in _impor(berkas):
            boleh = HANYA.get(nama.split(".")[0])
            if boleh:
                assert str(berkas.relative_to(AKAR)) in boleh, (berkas, nama)


def test_inti_tidak_membuka_berkas():
    inti = [AKAR / f"{n}.py" for n in LAPIS[0] if n != "__init__"]
    for berkas in inti:
        assert not {n.split(".")[0] for n in _impor(berkas)} & {"pandas", "openpyxl", "lxml", "pathlib", "yaml"}, berkas


def test_panjang_modul():
    for berkas in BERKAS:
        assert len(berkas.read_text(encoding="utf-8").splitlines()) <= 320, berkas

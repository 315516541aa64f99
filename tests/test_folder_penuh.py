"""No room for temporary files: said as that (BK-38), never as our failure or as damage of the user's file."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

import openpyxl
import pytest
from banyak import satu_cepat
from buku_pendek import kosong

from lkjip_xl.buku.dari_openpyxl import byte_openpyxl
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.excel.pasang import nama_modul, pasang_vba, teks_modul
from lkjip_xl.lembar.gaya import Rupa
from lkjip_xl.lembar.sel import sel_lepas, tambah_baris

# openpyxl's writers fail once more when they are thrown away, which is while this file's tests run, not others
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
resource = pytest.importorskip("resource", reason="no limits of this kind on Windows")


@contextmanager
def diska_penuh(byte: int) -> Iterator[None]:
    """Files of this process end after so many bytes, as on a full disk."""
    semula = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (byte, semula[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, semula)
        gc.collect()


def buku(baris: int) -> openpyxl.Workbook:
    wb = openpyxl.Workbook()
    for b in range(baris):
        wb.worksheets[0].append([b, f"teks {b}"])
    return wb


@pytest.mark.parametrize("baris", [60, 120, 400, 3_000])
def test_lembar_yang_tidak_muat(baris: int) -> None:
    """Whether openpyxl says so or leaves half a sheet; near miss: what fits is whole."""
    with diska_penuh(3_000):
        with pytest.raises(GalatBerkas) as galat:
            byte_openpyxl(buku(baris))
        assert galat.value.kode == "BK-38"
        data = byte_openpyxl(buku(5))
    assert openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].max_row == 5


def test_baris_yang_tidak_muat() -> None:
    wb = openpyxl.Workbook(write_only=True)
    ws = wb.create_sheet()
    with diska_penuh(3_000), pytest.raises(GalatBerkas) as galat:
        for b in range(5_000):
            tambah_baris(ws, [sel_lepas(ws, f"baris {b}", Rupa())])
        byte_openpyxl(wb)
    assert galat.value.kode == "BK-38"


@pytest.mark.parametrize("baca", [nama_modul, teks_modul])
def test_makro_yang_tidak_muat_bukan_makro_rusak(baca) -> None:
    data = kosong(2024)
    with diska_penuh(3_000), pytest.raises(GalatBerkas) as galat:
        baca(data, "a.xlsm")
    assert galat.value.kode == "BK-38"


def test_kerangka_makro_yang_tidak_muat(monkeypatch) -> None:
    """The empty book a project is built on leaves no zip file behind that fails once more when it is thrown away."""
    susulan: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda x: susulan.append(x.object))
    with diska_penuh(2_000):
        try:
            pasang_vba(buku(3), {"Sendiri": "Sub Satu()\nEnd Sub\n"})
        except GalatBerkas as galat:
            susulan.append(galat.kode)  # and no more of it, so that all is thrown away while the disk is full
    assert "BK-38" in susulan and zipfile.ZipFile.__del__ not in susulan


@pytest.mark.parametrize("argumen", satu_cepat([["buat", "b.xlsm"], ["validasi", "A.xlsm", "--tulis"]]))
def test_tanpa_jejak(tmp_path, argumen) -> None:
    """In a process of its own, to its very end: one line, no traceback of what Python throws away."""
    (tmp_path / "A.xlsm").write_bytes(kosong(2024))
    batas = "import resource as r, sys; sys.dont_write_bytecode = True; r.setrlimit(r.RLIMIT_FSIZE, (3000, 3000)); from lkjip_xl.cli import main; main()"
    lingkungan = {
        k: x for k, x in os.environ.items() if not k.startswith("COVERAGE")
    }  # it, too, would write to that disk
    anak = subprocess.run(
        [sys.executable, "-c", batas, *argumen],
        cwd=tmp_path,
        env=lingkungan,
        capture_output=True,
        text=True,
        check=False,
    )
    assert anak.returncode == 4 and len(anak.stderr.splitlines()) == 1, anak.stderr

"""Formula engines that know nothing of us as judges: they compute a file anew, from formulas without stored values."""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lkjip_xl.buku.baca import baca_buku

Nilai = Callable[[str, int, int], object]  # sheet, row, column
_TERSIMPAN = re.compile(rb"(</f>|<f\b[^>]*/>)<v>[^<]*</v>")
# SUMPRODUCT over a function of one value, given a range: both compute it for one cell. Such a cell keeps its value, so that what
# reads it is judged all the same; LibreOffice computes it as we do (test_daftar_lembar)
PER_SEL = ("ISBLANK", "ISERROR", "ISNUMBER", "LEN")
_TAK_DIKENAL = re.compile(rb"<f\b[^>]*>[^<]*SUMPRODUCT\([^<]*\b(?:%s)\([^<]*</f>(?=<v>)" % "|".join(PER_SEL).encode())
_GALAT = {"Div": "#DIV/0!", "Value": "#VALUE!", "Na": "#N/A"}


def tanpa_nilai(berkas: bytes) -> bytes:
    """The same workbook with nothing stored beside its formulas; where the engines have a gap, the value without the formula."""
    arus = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(berkas)) as lama, zipfile.ZipFile(arus, "w") as baru:
        for bagian in lama.infolist():
            isi = lama.read(bagian)
            lembar = bagian.filename.startswith("xl/worksheets/sheet")
            baru.writestr(bagian, _TERSIMPAN.sub(rb"\1", _TAK_DIKENAL.sub(b"", isi)) if lembar else isi)
    return arus.getvalue()


def ironcalc(berkas: Path) -> Nilai:
    model = pytest.importorskip("ironcalc").load_from_xlsx(str(berkas))
    model.evaluate()
    urutan = {lembar["name"]: i for i, lembar in enumerate(model.get_worksheets_properties())}
    return lambda lembar, baris, kolom: model.get_cell_value(urutan[lembar], baris, kolom)


def formualizer(berkas: Path) -> Nilai:
    buku = pytest.importorskip("formualizer").load_workbook(str(berkas))
    buku.evaluate_all()

    def nilai(lembar: str, baris: int, kolom: int) -> object:
        isi = buku.get_value(lembar, baris, kolom)
        return _GALAT.get(isi["kind"], isi["kind"]) if isinstance(isi, dict) else isi

    return nilai


HAKIM = {"ironcalc": ironcalc, "formualizer": formualizer}


def sama(nilai: object, harap: object) -> bool:
    """Equal to 1e-9; a blank is an empty text."""
    if isinstance(nilai, int | float) and isinstance(harap, int | float):
        return math.isclose(nilai, harap, rel_tol=1e-9, abs_tol=1e-9)
    return ("" if nilai is None else nilai) == ("" if harap is None else harap)


def beda(hakim: str, berkas: bytes, folder: Path) -> tuple[int, list[tuple[str, int, int, object, object]]]:
    """How many formula cells a workbook has, and those for which a judge computes anything else than what is stored."""
    path = folder / f"{hakim}.xlsx"
    path.write_bytes(tanpa_nilai(berkas))
    nilai, n, lain = HAKIM[hakim](path), 0, []
    path.write_bytes(berkas)
    for nama, lembar in baca_buku(path).lembar.items():
        for (baris, kolom), sel in lembar.sel.items():
            if sel.rumus:
                n += 1
                dihitung = nilai(nama, baris, kolom)
                if not sama(dihitung, sel.nilai):
                    lain.append((nama, baris, kolom, dihitung, sel.nilai))
    return n, lain

"""CSV as strangers write it: read row by row, refused where it is larger than any table of a report."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from lkjip_xl.buku.galat import GalatBerkas

UKURAN_MAKS = 50 * 2**20
BARIS_MAKS = 20_000
KOLOM_MAKS = 1000


def periksa_ukuran(berkas: Path) -> None:
    """Refuse (CS-21) a file too large to be a table; one that does not exist is another's concern."""
    try:
        ukuran = berkas.stat().st_size
    except (OSError, ValueError):  # ValueError: a name no system has
        return
    if ukuran > UKURAN_MAKS:
        raise GalatBerkas("CS-21", berkas=berkas.name, ukuran=-(-ukuran // 2**20), batas=UKURAN_MAKS // 2**20)


def baris_csv(teks: str, pemisah: str, berkas: str) -> Iterator[list[str]]:
    """Rows of a CSV text, blank ones, too; raises GalatBerkas (CS-20, CS-22, CS-23) for more than a table holds."""
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)  # CR alone ends a row, too
    terisi = 0
    try:
        for baris in pembaca:
            if (
                len(baris) > KOLOM_MAKS
                and (kolom := max((i for i, x in enumerate(baris, 1) if x.strip()), default=0)) > KOLOM_MAKS
            ):
                raise GalatBerkas("CS-23", berkas=berkas, kolom=kolom, batas=KOLOM_MAKS)
            terisi += any(x.strip() for x in baris)
            if terisi > BARIS_MAKS + 1:  # the header is no row
                terisi += sum(any(x.strip() for x in b) for b in pembaca)
                raise GalatBerkas("CS-20", berkas=berkas, baris=terisi - 1, batas=BARIS_MAKS)
            yield baris
    except csv.Error:
        raise GalatBerkas("CS-22", berkas=berkas, baris=pembaca.line_num) from None

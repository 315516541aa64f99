"""The Word document that gives reports their looks: it lies beside the workbook, whose region may have said which it is.

A region's workbooks know its fingerprint by a hidden name: they are compared with it, the document itself is no part of them.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from lkjip_xl.buku.berkas import baca_biasa
from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.skema.versi import NAMA_TEMPLAT_WORD

BERKAS = "Templat LKjIP.docx"


def di_samping(buku: Path) -> Path | None:
    """The document beside a workbook; None where there is none."""
    ada = buku.parent / BERKAS
    return ada if ada.is_file() else None


def baca_templat(buku: Path) -> bytes | None:
    """Content of the document beside a workbook; raises GalatBerkas where it cannot be read."""
    ada = di_samping(buku)
    return None if ada is None else baca_biasa(ada)


def sidik_templat(data: bytes) -> str:
    """What tells one document from another, short enough to be shown.

    >>> sidik_templat(b"")
    'sidik e3b0c44298fc'
    """
    return f"sidik {hashlib.sha256(data).hexdigest()[:12]}"


def tandai(paket: Paket, sidik: str) -> None:
    """Let a workbook know which document is its region's."""
    buku = BukuXml(paket)
    buku.atur_nama({NAMA_TEMPLAT_WORD: f'"{sidik}"'}, tersembunyi=True)
    buku.simpan()

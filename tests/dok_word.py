"""A report as its reader sees it: python-docx passes over what content controls hold, so they are unwrapped."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn


def baca_dok(data: bytes | Path) -> Document:
    """The document without content controls around its blocks."""
    dok = docx.Document(io.BytesIO(data) if isinstance(data, bytes) else str(data))
    for sdt in list(dok.element.body.iter(qn("w:sdt"))):
        isi = sdt.find(qn("w:sdtContent"))
        for e in list(isi):
            sdt.addprevious(e)
        sdt.getparent().remove(sdt)
    return dok

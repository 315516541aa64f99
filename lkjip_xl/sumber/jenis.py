"""What a file is by its first bytes and its parts, never by its name: web systems call HTML .xls."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

Jenis = Literal["excel", "word", "lain", "pdf", "html", "teks"]
"""excel: .xlsx, .xlsm; lain: .xls, .xlsb, .ods; teks: everything that is none of the others."""
AKHIRAN = frozenset(
    {".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".html", ".htm", ".docx", ".pdf"}
)
"""How the names of files end that a folder is searched for."""
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|table|meta|style|div)\b", re.IGNORECASE)


def jenis_berkas(data: bytes) -> Jenis:
    """The kind of a file by its content.

    >>> jenis_berkas(b"%PDF-1.7"), jenis_berkas(b" <TABLE><tr>"), jenis_berkas(b"a;b")
    ('pdf', 'html', 'teks')
    """
    if data.startswith(b"PK"):
        return _zip(data)
    if data.startswith(_OLE):
        return "lain"
    awal = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if awal.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        return "pdf"
    return "html" if awal.startswith(b"<") and _HTML.search(awal) else "teks"


def _zip(data: bytes) -> Jenis:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as arsip:
            nama = {n.replace("\\", "/").casefold() for n in arsip.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "excel"  # whose reader says that it is damaged
    if any(n.startswith("word/") for n in nama):
        return "word"
    return "lain" if "xl/workbook.bin" in nama or "content.xml" in nama else "excel"

"""Workbooks of one cell, for tests of files."""

from __future__ import annotations

import io

import openpyxl


def buku_berisi(teks: str) -> bytes:
    wb, arus = openpyxl.Workbook(), io.BytesIO()
    wb.active["A1"] = teks
    wb.save(arus)
    return arus.getvalue()


LAMA = buku_berisi("lama")

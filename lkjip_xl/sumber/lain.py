"""Workbooks of other formats (.xls, .xlsb, .ods) through calamine, in a child process.

It gives values only: no formula, no number format, no error value, no hidden row. A date or a truth value is no
figure, so that it comes as the text an Indonesian Excel shows by itself (31/12/2025, 07.30, TRUE): its serial number
would be taken for a realisasi.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from lkjip_xl.buku.berkas import baca_biasa
from lkjip_xl.buku.curiga import periksa_arsip
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.inti.angka import tulis, wajar
from lkjip_xl.inti.periode import TAHUN
from lkjip_xl.sumber.anak import BatasAnak, baca_di_anak
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber
from lkjip_xl.sumber.rapi import rapi

BATAS = BatasAnak(detik=60)

_BUKU = {"content.xml", "xl/workbook.bin", "xl/workbook.xml"}
_MANIFES = "META-INF/manifest.xml"
_TAHUN = range(*TAHUN)


def baca_lain(path: Path, batas: BatasAnak = BATAS) -> Sumber:
    """Sheets of an .xls, .xlsb or .ods file as grids; raises GalatBerkas where it is none, locked or beyond the limits."""
    data = baca_biasa(path)
    if data.startswith(b"PK"):
        _periksa_zip(data, path.name)
    sumber = baca_di_anak(__name__, "urai_lain", data, path.name, batas)
    sumber.catatan.append(("SB-08", {"format": path.suffix.lower()}))
    return sumber


def _periksa_zip(data: bytes, berkas: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as arsip:
            periksa_arsip(arsip, berkas)
            nama = set(arsip.namelist())
            manifes = arsip.read(_MANIFES) if _MANIFES in nama else b""
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError) as galat:
        raise GalatBerkas("SB-05", berkas=berkas, jenis="buku kerja", bagian="") from galat
    if not nama & _BUKU:
        raise GalatBerkas("SB-05", berkas=berkas, jenis="buku kerja", bagian="")
    if b"encryption-data" in manifes:  # an .ods whose parts are encrypted each by itself
        raise GalatBerkas("SB-04", berkas=berkas)


def urai_lain(data: bytes) -> Sumber:
    """What the child does: every sheet with its filled cells where they stand."""
    import python_calamine as pc

    try:
        with pc.CalamineWorkbook.from_filelike(io.BytesIO(data)) as buku:
            lembar = [m for m in buku.sheets_metadata if m.typ == pc.SheetTypeEnum.WorkSheet]
            kisi = [_kisi(buku.get_sheet_by_name(m.name), n, m.visible) for n, m in enumerate(lembar, 1)]
    except pc.PasswordError as galat:
        raise GalatBerkas("SB-04", berkas="") from galat
    except pc.CalamineError as galat:
        if data.startswith(b"PK"):  # a sound archive of the kind, so mostly one cell far out: more than calamine holds
            raise GalatBerkas("SB-02", berkas="") from galat
        raise GalatBerkas("SB-05", berkas="", jenis="buku kerja", bagian="") from galat
    return Sumber("", kisi)


def _kisi(lembar: Any, nomor: int, tampak: Any) -> Kisi:
    from python_calamine import SheetVisibleEnum

    b0, k0 = lembar.start or (0, 0)
    sel = {
        (b, k): isi
        for b, baris in enumerate(lembar.to_python(skip_empty_area=True), b0 + 1)
        for k, x in enumerate(baris, k0 + 1)
        if (isi := sel_lain(x)) is not None
    }
    gabung = tuple((a[0] + 1, a[1] + 1, z[0] + 1, z[1] + 1) for a, z in lembar.merged_cell_ranges or ())
    semua = frozenset() if tampak == SheetVisibleEnum.Visible else frozenset(b for b, _ in sel)
    return Kisi("", lembar.name, nomor, sel, gabung, baris_tersembunyi=semua, beralamat=True)


def sel_lain(x: object) -> SelAsing | None:
    """What a cell of such a workbook is, as Indonesians would see it; None for a blank one."""
    if isinstance(x, (int, float)) and not isinstance(x, bool):
        if not wajar(x):
            return SelAsing(f"{x:.15g}", tak_tahu=True)
        # what may be a year is shown as one, since no format says what it is
        return SelAsing(f"{x:.0f}" if x in _TAHUN else tulis(x), float(x))
    teks = _teks(x)
    return SelAsing(teks) if teks else None


def _teks(x: object) -> str:
    if isinstance(x, bool):
        return "TRUE" if x else "FALSE"
    if isinstance(x, datetime) and x.time() != time():
        return f"{x:%d/%m/%Y %H.%M}"
    if isinstance(x, date):
        return f"{x:%d/%m/%Y}"
    if isinstance(x, time):
        return f"{x:%H.%M}"
    if isinstance(x, timedelta):
        menit = round(x.total_seconds() / 60)
        return f"{menit // 60:02d}.{menit % 60:02d}"
    return rapi(str(x))

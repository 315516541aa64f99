"""Saving without ever leaving half a file: temporary file, dated backup, atomic replacement."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import stat
import tempfile
from datetime import datetime
from pathlib import Path

from lkjip_xl.buku.berkas import galat_sistem, periksa_kunci
from lkjip_xl.buku.galat import GalatBerkas

CADANGAN_MAKS = 5


def simpan_aman(
    tujuan: Path, data: bytes, cadangan: bool = True, *, waktu: datetime | None = None
) -> Path | None:
    """Replace a file as a whole or not at all, and return the dated backup of what was there (None: nothing was).

    The backup nama.cadangan-YYYYMMDD-HHMMSS.xlsm stands in the same folder; the newest five stay.
    Raises GalatBerkas when the file is open elsewhere, read-only, a folder, or cannot be written.
    """
    tujuan = Path(tujuan)
    periksa_kunci(tujuan)
    tujuan = Path(os.path.realpath(tujuan))  # replace the file a link points to, not the link
    periksa_kunci(tujuan)
    _periksa_tujuan(tujuan)
    salinan = None
    baru = _tulis_sementara(tujuan, data)
    try:
        if tujuan.exists():
            shutil.copymode(tujuan, baru)
            if cadangan:
                salinan = _cadangkan(tujuan, waktu or datetime.now())
        os.replace(baru, tujuan)
    except BaseException as galat:
        for sisa in (baru, salinan):
            if sisa is not None:
                sisa.unlink(missing_ok=True)
        if isinstance(galat, OSError):
            raise galat_sistem(galat, tujuan) from galat
        raise
    _tuntaskan_folder(tujuan.parent)
    if salinan is not None:
        _pangkas(tujuan)
    return salinan


def _periksa_tujuan(tujuan: Path) -> None:
    if tujuan.is_dir():
        raise GalatBerkas("BK-11", berkas=tujuan.name)
    if not tujuan.parent.is_dir():
        raise GalatBerkas("BK-01", berkas=str(tujuan.parent))
    if tujuan.exists() and not tujuan.stat().st_mode & stat.S_IWUSR:
        raise GalatBerkas("BK-10", berkas=tujuan.name)


def _tulis_sementara(tujuan: Path, data: bytes) -> Path:
    try:
        nomor, nama = tempfile.mkstemp(dir=tujuan.parent, prefix=".lkjip-", suffix=".tmp")
    except PermissionError as galat:
        raise GalatBerkas("BK-08", berkas=tujuan.name, folder=str(tujuan.parent)) from galat
    except OSError as galat:
        raise galat_sistem(galat, tujuan) from galat
    try:
        with os.fdopen(nomor, "wb") as keluar:
            keluar.write(data)
            _tuntaskan(keluar)
        if not tujuan.exists():
            os.chmod(nama, 0o666 & ~_umask())  # mkstemp makes private files
    except BaseException as galat:
        Path(nama).unlink(missing_ok=True)
        if isinstance(galat, OSError):
            raise galat_sistem(galat, tujuan) from galat
        raise
    return Path(nama)


def _umask() -> int:
    nilai = os.umask(0)
    os.umask(nilai)
    return nilai


def _tuntaskan(keluar) -> None:
    keluar.flush()
    os.fsync(keluar.fileno())


def _cadangkan(tujuan: Path, waktu: datetime) -> Path:
    """Copy what stands there under a name of this second; a second copy in it gets a number."""
    dasar = f"{tujuan.stem}.cadangan-{waktu:%Y%m%d-%H%M%S}"
    salinan, n = tujuan.with_name(f"{dasar}{tujuan.suffix}"), 2
    while salinan.exists():
        salinan, n = tujuan.with_name(f"{dasar}-{n}{tujuan.suffix}"), n + 1
    with tujuan.open("rb") as masuk, salinan.open("xb") as keluar:
        try:
            shutil.copyfileobj(masuk, keluar)
            _tuntaskan(keluar)
        except BaseException:
            salinan.unlink(missing_ok=True)
            raise
    shutil.copystat(tujuan, salinan)
    return salinan


def _pangkas(tujuan: Path) -> None:
    pola = re.compile(
        re.escape(tujuan.stem) + r"\.cadangan-([0-9]{8}-[0-9]{6})(?:-([0-9]+))?" + re.escape(tujuan.suffix)
    )
    ada = [(m[1], int(m[2] or 1), p) for p in tujuan.parent.iterdir() if (m := pola.fullmatch(p.name))]
    for *_, lama in sorted(ada)[:-CADANGAN_MAKS]:
        with contextlib.suppress(OSError):  # the workbook is saved; a backup too many does no harm
            lama.unlink()


def _tuntaskan_folder(folder: Path) -> None:
    """Make the new name itself durable where the system can (not on Windows)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with contextlib.suppress(OSError):
        nomor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(nomor)
        finally:
            os.close(nomor)

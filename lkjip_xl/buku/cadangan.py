"""Dated backups beside a file, the newest five whole ones; and what killed processes left behind."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import time
import zipfile
import zlib
from datetime import datetime
from pathlib import Path

from lkjip_xl.buku.berkas import AKHIRAN
from lkjip_xl.buku.kunci import POLA_KUNCI, bersihkan_kunci

CADANGAN_MAKS = 5
AWALAN_SEMENTARA, AKHIRAN_SEMENTARA = ".lkjip-", ".tmp"
UMUR_SISA = 3600  # seconds: no command takes as long, so its owner is dead
_AKHIR_NAMA = r"\.cadangan-([0-9]{8}-[0-9]{6})(?:-([0-9]+))?"  # between stem and suffix
_SEBARANG = re.compile(rf".*{_AKHIR_NAMA}\.[a-z]+", re.IGNORECASE | re.DOTALL)
_POLA_SISA = re.compile(r"\.lkjip-[a-z0-9_]{8}\.tmp")  # as tempfile.mkstemp makes them


def pasang_cadangan(sementara: Path, tujuan: Path, waktu: datetime) -> Path:
    """Give a whole, flushed copy its official name nama.cadangan-YYYYMMDD-HHMMSS; a second one in a second gets a number."""
    dasar, n = f"{tujuan.stem}.cadangan-{waktu:%Y%m%d-%H%M%S}", 1
    while True:
        salinan = tujuan.with_name(f"{dasar}{'' if n == 1 else f'-{n}'}{tujuan.suffix}")
        try:
            pasang_baru(sementara, salinan)
        except FileExistsError:
            n += 1
        else:
            return salinan


def pasang_baru(sementara: Path, tujuan: Path) -> None:
    """Give a finished temporary file its name at once, or raise FileExistsError: nothing is ever replaced."""
    if os.name == "nt":
        os.rename(sementara, tujuan)  # there it never replaces
        return
    try:
        os.link(sementara, tujuan)
    except FileExistsError:
        raise
    except OSError:  # no hard links here (FAT, some network drives)
        if os.path.lexists(tujuan):
            raise FileExistsError(tujuan) from None
        os.rename(sementara, tujuan)
    else:
        with contextlib.suppress(
            OSError
        ):  # the file has its name, all that matters; the other one is cleared away later
            sementara.unlink()


def pangkas(tujuan: Path) -> None:
    """Delete the oldest backups of a file beyond the five newest whole ones.

    A damaged one counts for nothing and is left to its owner, who may still get something out of it.
    """
    pola = _pola(tujuan)
    ada = [(m[1], int(m[2] or 1), p) for p in tujuan.parent.iterdir() if (m := pola.fullmatch(p.name))]
    if len(ada) <= CADANGAN_MAKS:
        return
    utuh = [p for *_, p in sorted(ada, reverse=True) if cadangan_utuh(p)]
    for lama in utuh[CADANGAN_MAKS:]:
        with contextlib.suppress(OSError):  # the workbook is saved; a backup too many does no harm
            lama.unlink()


def nama_cadangan(nama: str) -> bool:
    """Is it the name of a backup?

    >>> nama_cadangan("B.cadangan-20250102-030405-2.XLSX"), nama_cadangan("B.cadangan.xlsx")
    (True, False)
    """
    return _SEBARANG.fullmatch(nama) is not None


def _pola(tujuan: Path) -> re.Pattern[str]:
    return re.compile(re.escape(tujuan.stem) + _AKHIR_NAMA + re.escape(tujuan.suffix))


def cadangan_utuh(path: Path) -> bool:
    """Is a backup a regular file that can be used? A workbook must be a zip whose parts are all sound."""
    try:
        ada = path.lstat()
        if not stat.S_ISREG(ada.st_mode) or not ada.st_size:
            return False
        if path.suffix.lower() not in AKHIRAN | {".docx"}:
            return True
        with zipfile.ZipFile(path) as arsip:
            return arsip.testzip() is None
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError):
        return False


def bersihkan_sisa(folder: Path) -> None:
    """Take away what killed commands left in a folder an hour ago or longer: our own names, our own regular files."""
    batas = time.time() - UMUR_SISA
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            sisa, milik_kunci = _POLA_SISA.fullmatch(path.name), POLA_KUNCI.fullmatch(path.name)
            if not (sisa or milik_kunci):
                continue
            with contextlib.suppress(OSError):
                ada = path.lstat()
                if not stat.S_ISREG(ada.st_mode) or ada.st_mtime > batas or not _milik_kita(ada):
                    continue
                if sisa:
                    path.unlink()
                else:
                    bersihkan_kunci(path)


def _milik_kita(ada: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or ada.st_uid == os.geteuid()

"""One `lkjip` at a time on one file: a lock of the operating system, which dies with the process that holds it.

The package `filelock` was considered: it neither says who holds a lock nor reliably takes the lock file away again.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import hashlib
import json
import os
import platform
import re
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from lkjip_xl.buku.berkas import galat_sistem
from lkjip_xl.buku.galat import GalatBerkas

POLA_KUNCI = re.compile(r"\.lkjip-[0-9a-f]{16}\.kunci")
_TAK_BOLEH = (errno.EACCES, errno.EPERM, errno.EROFS)
_DIPEGANG = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_LETAK_WINDOWS = 2**30  # a locked byte there leaves the text before it readable for others


@contextlib.contextmanager
def kunci(asli: Path, nama: str, kegiatan: str = "") -> Iterator[None]:
    """Hold the lock of a file (its own path, links resolved); raises GalatBerkas (BK-30) where another holds it.

    Where the folder takes no new file, nothing can be saved there either, so nothing needs the lock. Where the file
    system knows no locks, what is on disk is still compared before it is replaced.
    """
    path = asli.parent / nama_kunci(asli)
    nomor = _ambil(path, nama)
    if nomor is None:
        yield
        return
    try:
        _tulis_pemilik(nomor, kegiatan)
        yield
    finally:
        _lepas(nomor, path)


def nama_kunci(asli: Path) -> str:
    """Hidden name of a file's lock: short for every name, and one for all spellings that may mean the same file."""
    sama = unicodedata.normalize("NFC", asli.name).casefold()
    return f".lkjip-{hashlib.sha256(sama.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.kunci"


def bersihkan_kunci(path: Path) -> None:
    """Take away a lock file whose process was killed; one that is held stays."""
    with contextlib.suppress(OSError, GalatBerkas):
        if (nomor := _ambil(path, path.name)) is not None:
            _lepas(nomor, path)


def _ambil(path: Path, nama: str) -> int | None:
    """Open and lock; None where this place takes no locks."""
    while True:
        try:
            nomor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        except FileNotFoundError:  # no such folder: reading will say so
            return None
        except OSError as galat:
            if galat.errno in _TAK_BOLEH:
                if path.exists():  # of another user, who works on it or left it behind
                    raise GalatBerkas("BK-30", berkas=nama, pemilik=_pemilik(path)) from galat
                return None
            raise galat_sistem(galat, path.with_name(nama)) from galat
        try:
            if not coba_kunci(nomor):
                raise GalatBerkas("BK-30", berkas=nama, pemilik=_pemilik(path))
            if _masih_itu(nomor, path):
                return nomor
        except BaseException:
            os.close(nomor)
            raise
        os.close(nomor)  # taken away by its holder between our opening and locking: once more with a new one


def coba_kunci(nomor: int) -> bool:
    """Lock an open file; False where another process holds it."""
    try:
        if os.name == "nt":
            import msvcrt

            os.lseek(nomor, _LETAK_WINDOWS, os.SEEK_SET)
            msvcrt.locking(nomor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(nomor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as galat:
        return galat.errno not in _DIPEGANG  # anything else: locks are unknown here
    return True


def _masih_itu(nomor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(nomor), os.stat(path))
    except FileNotFoundError:
        return False


def _lepas(nomor: int, path: Path) -> None:
    """Unix: away with the name while the lock is held. Windows: an open file has to be closed first."""
    if os.name != "nt":
        with contextlib.suppress(OSError):
            path.unlink()
    os.close(nomor)
    if os.name == "nt":
        with contextlib.suppress(OSError):
            path.unlink()


def _tulis_pemilik(nomor: int, kegiatan: str) -> None:
    """Say who works here and on what; a courtesy, so never a reason to fail."""
    try:
        pengguna = getpass.getuser()
    except (KeyError, OSError, ImportError):
        pengguna = ""
    isi = {
        "pengguna": pengguna,
        "komputer": platform.node(),
        "kegiatan": kegiatan,
        "pid": os.getpid(),
        "sejak": time.strftime("%H.%M"),
    }
    with contextlib.suppress(OSError):
        os.ftruncate(nomor, 0)
        os.lseek(nomor, 0, os.SEEK_SET)
        os.write(nomor, json.dumps(isi).encode("ascii"))


def _pemilik(path: Path) -> str:
    """Who holds the lock, in words; "" where it does not say."""
    try:
        with path.open("rb") as masuk:
            isi = json.loads(masuk.read(2000))
        teks = f"{isi['pengguna']} di {isi['komputer']} (lkjip {isi['kegiatan']}, sejak {isi['sejak']}, proses {isi['pid']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return "".join(h for h in teks if h.isprintable())

"""The private folder that buttons and program share: where it is, whose it is, what program stands noted in it, and one request in it.

The macro starts only the program noted here, so nobody but the user may write here. Program.bas looks for the same
folders in the same order. Standard library only: every command looks here first.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path, PureWindowsPath

from lkjip_xl.buku.berkas import galat_sistem
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.excel.mulai import BUKAN
from lkjip_xl.inti.teks_aman import baca_lolos, lolos

BUKU, PERMINTAAN, MULAI, HASIL = "buku.xlsm", "permintaan.txt", "mulai.txt", "hasil.txt"
PROGRAM, KEPALA_PROGRAM = "program.txt", "lkjip-program 1"
PEMULAI = "mulai.py"  # a copy of our own file of this name, which the macro lets a Python run
PEMULAI_DINI = "mulai_dini.py"  # the same; it tells the macro that it may be run before the request is there
POLA = re.compile(r"minta-[0-9a-f]{24}")
POLA_LAMA = re.compile(r"lkjip-[0-9]{9}")  # what the macros of protocol 1 put into TEMP
BASI = 24 * 3600  # seconds after which nobody waits for an answer any more
PERMINTAAN_MAKS = 65_536
TIADA, ASING, TERBUKA = "belum ada", "bukan folder milik Anda sendiri", "dapat diisi pengguna lain"

_TITIK_ALIH = getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0)  # links of any kind on Windows
_TANPA_TAUTAN = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def letak(lingkungan: Mapping[str, str] | None = None, sistem: str = sys.platform) -> list[str]:
    """Where the folder may be on this system, the place where it is made first; [] where there is no place for it.

    >>> letak({"LOCALAPPDATA": "C:\\\\L"}, "win32"), letak({"HOME": "/h"}, "linux")[0]
    (['C:\\\\L\\\\LKjIP-XL\\\\tombol'], '/h/.local/share/lkjip-xl/tombol')
    """
    ling = os.environ if lingkungan is None else lingkungan
    if sistem == "win32":
        induk = ling.get("LOCALAPPDATA", "")
        return [str(PureWindowsPath(induk, "LKjIP-XL", "tombol"))] if PureWindowsPath(induk).is_absolute() else []
    data, rumah = ling.get("XDG_DATA_HOME", ""), ling.get("HOME", "")
    hasil = [f"{data}/lkjip-xl/tombol"] if data.startswith("/") else []
    if rumah.startswith("/"):
        hasil += [f"{rumah}/.local/share/lkjip-xl/tombol", f"{rumah}/Library/Application Support/LKjIP-XL/tombol"]
        if sistem == "darwin":
            hasil.insert(0, hasil.pop())
    return hasil


def saya() -> int | None:
    """Number of the user this runs for; None on Windows, where the folder lies in the user's own profile."""
    return os.geteuid() if hasattr(os, "geteuid") else None


def masalah(folder: Path) -> str:
    """Why the private folder cannot be trusted: TIADA, ASING or TERBUKA; "" if it can."""
    for path, terlarang in ((folder.parent, 0o022), (folder, 0o077)):
        try:
            s = os.lstat(path)
        except OSError:
            return TIADA
        if not _folder_sendiri(s):
            return ASING
        if saya() is not None and s.st_mode & terlarang:
            return TERBUKA
    return ""


def _folder_sendiri(s: os.stat_result) -> bool:
    return stat.S_ISDIR(s.st_mode) and not getattr(s, "st_file_attributes", 0) & _TITIK_ALIH and _milik(s)


def _milik(s: os.stat_result) -> bool:
    return saya() in (None, s.st_uid)


@dataclass(frozen=True, slots=True)
class Ruang:
    """What `lkjip periksa-pasang` tells of the private folder: place, why it cannot be used, program noted there."""

    folder: str
    sebab: str
    program: str


def keadaan() -> Ruang:
    """How the private folder of this user is."""
    semua = letak()
    if not semua:
        return Ruang("", TIADA, "")
    folder = Path(next((x for x in semua if os.path.lexists(x)), semua[0]))
    return Ruang(str(folder), masalah(folder), program_tercatat(folder))


def siapkan(*, catat: bool = False) -> Path:
    """Make the private folder where there is none, note this program in it, throw old requests away.

    A folder of ours that others could write to is closed, and what it holds is not used again. catat: note this program even if
    another one stands there. Raises GalatBerkas (BK-70) or OSError.
    """
    semua = letak()
    if not semua:
        raise GalatBerkas("BK-70", folder="LKjIP-XL", sebab=TIADA)
    folder = Path(semua[0])
    _buat(folder)
    if masalah(folder) == TERBUKA:
        for path in (folder.parent, folder):  # from above: what stands below may not be ours any more
            if masalah(folder) == TERBUKA:
                os.chmod(path, 0o700)
        if not masalah(folder):
            buang(folder / PROGRAM)
            catat = True
    if sebab := masalah(folder):
        raise GalatBerkas("BK-70", folder=str(folder), sebab=sebab)
    if catat or not os.path.exists(program_tercatat(folder)):
        _catat_program(folder)
    _taruh_pemulai(folder)
    _buang_basi(folder)
    return folder


def siapkan_diam(*, catat: bool = False) -> None:
    """The same without a word: a command does its work whether or not the buttons can."""
    with contextlib.suppress(OSError, ValueError, GalatBerkas):
        siapkan(catat=catat)


def _buat(folder: Path) -> None:
    ada = folder
    while not ada.exists() and ada != ada.parent:
        ada = ada.parent
    if saya() not in (None, os.stat(ada).st_uid):  # sudo keeps the HOME of somebody else
        raise GalatBerkas("BK-70", folder=str(folder), sebab=ASING)
    folder.parent.parent.mkdir(parents=True, exist_ok=True)
    for path in (folder.parent, folder):
        with contextlib.suppress(FileExistsError):
            os.mkdir(path, 0o700)


def _catat_program(folder: Path) -> None:
    """Note the interpreter that runs this; not from a mere checkout, where it finds us by the current folder only."""
    akar = str(Path(str(files("lkjip_xl"))).parent)
    di_jalur = [os.path.abspath(p) == akar for p in sys.path]
    if not sys.executable or (not sys.flags.safe_path and di_jalur[:1] == [True] and True not in di_jalur[1:]):
        return
    tulis(folder, PROGRAM, f"{KEPALA_PROGRAM}\r\nprogram={lolos(os.path.abspath(sys.executable))}\r\n".encode("ascii"))


def _taruh_pemulai(folder: Path) -> None:
    """What starts the program is today's, whoever put it there."""
    isi = (files("lkjip_xl.excel") / PEMULAI).read_bytes()
    for nama in (PEMULAI, PEMULAI_DINI):
        try:
            sama = baca(folder / nama, PERMINTAAN_MAKS) == isi
        except GalatBerkas:
            sama = False
        if not sama:
            tulis(folder, nama, isi)


def program_tercatat(folder: Path) -> str:
    """Path of the program noted in the private folder, "" without one."""
    try:
        kepala, isi, *_ = baca(folder / PROGRAM, PERMINTAAN_MAKS).decode("ascii").splitlines()
    except (GalatBerkas, ValueError):
        return ""
    return baca_lolos(isi.removeprefix("program=")) if kepala == KEPALA_PROGRAM else ""


def _buang_basi(folder: Path) -> None:
    """Requests of macros that crashed; only what bears our names."""
    with os.scandir(folder) as isi:
        lama = [
            Path(e.path)
            for e in isi
            if POLA.fullmatch(e.name) and e.stat(follow_symlinks=False).st_mtime < time.time() - BASI
        ]
    for path in lama:
        if _folder_sendiri(os.lstat(path)):
            for nama in (BUKU, PERMINTAAN, MULAI, BUKAN, HASIL, f"{HASIL}.baru"):
                buang(path / nama)
            with contextlib.suppress(OSError):  # what else may lie there is not ours
                path.rmdir()


def buang(path: Path) -> None:
    """Take a file of the private folder away, if it can be."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Tempat:
    """Folder of a request; lama: of a macro of protocol 1, below TEMP; tolak: code why it is only answered with a refusal."""

    folder: Path
    lama: bool = False
    tolak: str = ""


def cari(nama: str) -> Tempat:
    """The request a macro names: a name in the private folder or, by old macros, their folder below TEMP.

    Raises GalatBerkas: BK-74 for anything else, BK-01 where there is no such request, BK-70 where it is not the user's own.
    """
    if POLA.fullmatch(nama):
        for induk in map(Path, letak()):
            if os.path.lexists(induk / nama):
                if sebab := masalah(induk):
                    raise GalatBerkas("BK-70", folder=str(induk), sebab=sebab)
                if not _folder_sendiri(os.lstat(induk / nama)):
                    raise GalatBerkas("BK-70", folder=str(induk / nama), sebab=ASING)
                return Tempat(induk / nama)
        raise GalatBerkas("BK-01", apa="Folder", berkas=nama, usul="")
    folder = Path(nama)
    if not (folder.is_absolute() and POLA_LAMA.fullmatch(folder.name) and "\0" not in nama):
        raise GalatBerkas("BK-74", nama=nama)
    return _cari_lama(folder)


def _cari_lama(folder: Path) -> Tempat:
    """Protocol 1: the macro made the folder, so it is ours, but with the rights new folders get.

    Where nobody else could have written, it is closed to other readers and answered as ever; otherwise its files may be
    somebody else's, and the answer only says how to renew the macros.
    """
    try:
        s, induk = os.lstat(folder), os.stat(folder.parent)
    except OSError:
        raise GalatBerkas("BK-01", apa="Folder", berkas=str(folder), usul="") from None
    if not _folder_sendiri(s):
        raise GalatBerkas("BK-70", folder=str(folder), sebab=ASING)
    if saya() is None:
        return Tempat(folder, True, "" if di_profil(str(folder), os.environ) else "BK-71")
    if induk.st_mode & stat.S_IWOTH and not induk.st_mode & stat.S_ISVTX:  # others may put another folder in its place
        raise GalatBerkas("BK-70", folder=str(folder.parent), sebab=TERBUKA)
    os.chmod(folder, 0o700)
    dapat_diisi = s.st_mode & stat.S_IWOTH or (s.st_mode & stat.S_IWGRP and not grup_sendiri(s))
    return Tempat(folder, True, "BK-71" if dapat_diisi else "")


def di_profil(folder: str, lingkungan: Mapping[str, str]) -> bool:
    """Does a folder of Windows lie below TEMP, and TEMP in the user's own profile, which Windows closes to others?"""
    temp, *milik = (PureWindowsPath(lingkungan.get(n, "")) for n in ("TEMP", "USERPROFILE", "LOCALAPPDATA"))
    jelas = any(p.is_absolute() and p in temp.parents for p in milik)
    return jelas and PureWindowsPath(folder).parent == temp and ".." not in PureWindowsPath(folder).parts


def grup_sendiri(s: os.stat_result) -> bool:
    """Is the group of a file the private one of its owner, as Ubuntu gives everyone (umask 002)?"""
    import grp
    import pwd

    try:
        milik, pemilik = grp.getgrgid(s.st_gid), pwd.getpwuid(s.st_uid).pw_name
    except KeyError:
        return False
    return milik.gr_name == pemilik and not set(milik.gr_mem) - {pemilik}


def baca(path: Path, batas: int) -> bytes:
    """A file of a request: an ordinary one of the user, read without following links. Raises GalatBerkas (BK-01, BK-07, BK-72)."""
    try:
        if os.path.islink(path):
            raise GalatBerkas("BK-72", berkas=path.name)
        nomor = os.open(path, os.O_RDONLY | _TANPA_TAUTAN)
        with os.fdopen(nomor, "rb") as isi:
            s = os.fstat(nomor)
            if not (stat.S_ISREG(s.st_mode) and s.st_nlink == 1 and _milik(s)):
                raise GalatBerkas("BK-72", berkas=path.name)
            if s.st_size > batas:
                raise GalatBerkas("BK-07", berkas=path.name, bagian="", sebab="ukuran")
            return isi.read(batas)
    except FileNotFoundError:
        raise GalatBerkas("BK-01", apa="Berkas", berkas=path.name, usul="") from None
    except OSError:  # a link put there meanwhile, a folder, a device
        raise GalatBerkas("BK-72", berkas=path.name) from None


def tandai(folder: Path) -> None:
    """Say that the answer is on its way; a request is answered once. Raises GalatBerkas (BK-75)."""
    if os.path.lexists(folder / HASIL):
        raise GalatBerkas("BK-75", berkas=folder.name)
    try:
        os.close(os.open(folder / MULAI, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _TANPA_TAUTAN, 0o600))
    except FileExistsError:
        raise GalatBerkas("BK-75", berkas=folder.name) from None
    except OSError as e:
        raise galat_sistem(e, folder / MULAI) from None


def tulis(folder: Path, nama: str, isi: bytes) -> None:
    """Put a whole file into the folder, in the place of anything of that name, links included. Raises GalatBerkas."""
    sementara = folder / f"{nama}.baru"
    try:
        buang(sementara)
        with os.fdopen(os.open(sementara, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _TANPA_TAUTAN, 0o600), "wb") as keluar:
            keluar.write(isi)
        os.replace(sementara, folder / nama)
    except OSError as e:
        buang(sementara)
        raise galat_sistem(e, folder / nama) from None

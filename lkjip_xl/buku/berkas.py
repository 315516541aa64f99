"""Files as the operating system sees them: reading bytes, telling kinds apart, who has one open."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from lkjip_xl.buku.galat import GalatBerkas, tiada

AKHIRAN = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
UKURAN_MAKS = 300 * 2**20

_NAMA_TAK_SAH = 123  # Windows: ERROR_INVALID_NAME
TAUTAN_PUTUS = "tautan yang tidak menuju ke berkas mana pun"
_PANJANG_NAMA = 60  # of a name that cannot exist, this much is enough to recognise it
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_SANDI = "EncryptedPackage".encode("utf-16-le")


def baca_byte(path: Path) -> bytes:
    """Content of a file that may be a workbook, or the GalatBerkas that says why not."""
    ada = keadaan(path)
    if ada is not None and not stat.S_ISDIR(ada.st_mode) and path.suffix.lower() not in AKHIRAN | {".xls"}:
        raise GalatBerkas("BK-12", berkas=path.name, akhiran=path.suffix.lower())
    return baca_biasa(path)


def baca_biasa(path: Path, maks: int = UKURAN_MAKS) -> bytes:
    """Content of a regular file of any kind; a pipe, socket or device is refused before it could be waited for."""
    nomor = buka_biasa(path)
    with os.fdopen(nomor, "rb") as masuk:
        try:
            if os.fstat(nomor).st_size > maks:
                raise GalatBerkas("BK-07", berkas=path.name, bagian="", sebab="ukuran")
            return masuk.read()
        except OSError as galat:
            raise galat_sistem(galat, path) from galat


def buka_biasa(path: Path) -> int:
    """Descriptor to read a regular file; raises GalatBerkas for everything else that may stand under the name."""
    ada = keadaan(path)
    if ada is None:
        raise tiada(path)
    periksa_jenis(ada, path)  # before opening, which is an action of its own for some devices
    try:
        nomor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as galat:
        raise tiada(path) from galat
    except PermissionError as galat:
        periksa_kunci(path)
        raise GalatBerkas("BK-10", berkas=path.name) from galat
    except OSError as galat:
        raise galat_sistem(galat, path) from galat
    try:
        periksa_jenis(os.fstat(nomor), path)  # it may have been exchanged meanwhile
    except BaseException:
        os.close(nomor)
        raise
    return nomor


def keadaan(path: Path) -> os.stat_result | None:
    """What the system knows of a file, links followed; None: there is none. Raises GalatBerkas for an impossible name."""
    try:
        return os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ValueError as galat:  # a NUL, or letters the system has no code for
        raise GalatBerkas("BK-37", berkas=_nama_singkat(path), sebab="huruf yang tidak dikenal") from galat
    except OSError as galat:
        raise galat_sistem(galat, path) from galat


def nama_bebas(nama: Path, terpakai: str = "") -> Path:
    """That name, or the same with a number, which no file bears yet and which is not `terpakai`: nothing is ever overwritten."""
    hasil, n = nama, 2
    while os.path.lexists(hasil) or hasil.name.casefold() == terpakai.casefold():  # a link may point nowhere
        hasil = nama.with_name(f"{nama.stem} ({n}){nama.suffix}")
        n += 1
    return hasil


def berkas_asli(path: Path) -> Path:
    """The file itself where the path is a link to it; raises GalatBerkas for an impossible name."""
    keadaan(path)
    return Path(os.path.realpath(path))


def sama_berkas(path: Path, lain: Path | None) -> bool:
    """Are both names of one file that is there?"""
    return lain is not None and lain.exists() and path.exists() and path.samefile(lain)


def periksa_jenis(ada: os.stat_result, path: Path) -> None:
    """Refuse folders (BK-11) and whatever is no regular file (BK-36)."""
    if stat.S_ISDIR(ada.st_mode):
        raise GalatBerkas("BK-11", berkas=path.name or str(path))
    if not stat.S_ISREG(ada.st_mode):
        raise GalatBerkas("BK-36", berkas=path.name)


def kenali(data: bytes, berkas: str) -> None:
    """Refuse what is not a zip: encrypted (BK-04) and old (BK-03) workbooks, anything else (BK-02)."""
    if data.startswith(_OLE):
        raise GalatBerkas("BK-04" if _SANDI in data else "BK-03", berkas=berkas)
    if not data.startswith(b"PK"):
        raise GalatBerkas("BK-02", berkas=berkas)


def galat_sistem(galat: OSError, path: Path) -> GalatBerkas:
    """The GalatBerkas that says what the operating system refused while writing."""
    folder = str(path.parent)
    if galat.errno in (errno.ENOSPC, errno.EDQUOT):
        return GalatBerkas("BK-09", berkas=path.name, folder=folder)
    if isinstance(galat, PermissionError):
        return GalatBerkas("BK-10", berkas=path.name)
    if galat.errno == errno.ENAMETOOLONG or getattr(galat, "winerror", None) == _NAMA_TAK_SAH:
        sebab = "terlalu panjang" if galat.errno == errno.ENAMETOOLONG else "huruf yang tidak boleh dipakai"
        return GalatBerkas("BK-37", berkas=_nama_singkat(path), sebab=sebab)
    if galat.errno == errno.ELOOP:
        return GalatBerkas("BK-37", berkas=_nama_singkat(path), sebab=TAUTAN_PUTUS)
    if galat.errno in (errno.EEXIST, errno.ENOTDIR):
        return GalatBerkas("BK-37", berkas=_nama_singkat(path), sebab="di tempat foldernya ada berkas")
    return GalatBerkas("BK-13", berkas=path.name, sebab=galat.strerror or type(galat).__name__)


def _nama_singkat(path: Path) -> str:
    nama = "".join(h if h.isprintable() else "?" for h in path.name)
    return nama if len(nama) <= _PANJANG_NAMA else f"{nama[:_PANJANG_NAMA]}…"


def periksa_kunci(path: Path) -> None:
    """Raise BK-05 with the owner's name when Excel or LibreOffice has the workbook open."""
    if not path.name:
        return
    excel, libre = path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#")
    for kunci, pemilik in ((excel, _pemilik_excel), (libre, _pemilik_libreoffice)):
        if os.path.isfile(kunci):  # unlike Path.is_file this is no failure where the lock's name would be too long
            raise GalatBerkas("BK-05", berkas=path.name, pemilik=_nama_pemilik(kunci, pemilik))


def _nama_pemilik(kunci: Path, baca) -> str:
    try:
        nama = baca(kunci.read_bytes())
    except OSError:  # Excel keeps its lock file closed to others: the name is a courtesy only
        return ""
    return "".join(h for h in nama if h.isprintable()).strip()


def _pemilik_excel(data: bytes) -> str:
    """Length and ANSI name in the first 55 bytes, then length (two bytes) and UTF-16 name."""
    if len(data) > 57:
        n = int.from_bytes(data[55:57], "little")
        if 0 < n <= 54:
            return data[57 : 57 + 2 * n].decode("utf-16-le", "replace")
    return data[1 : 1 + data[0]].decode("cp1252", "replace") if data else ""


def _pemilik_libreoffice(data: bytes) -> str:
    """Comma separated: name in LibreOffice, login, computer, time, profile; commas escaped."""
    kolom = data.decode("utf-8", "replace").replace("\\,", "\0").split(",")
    return next((k.replace("\0", ",") for k in kolom[:3] if k.strip()), "")

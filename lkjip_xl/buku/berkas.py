"""Files as the operating system sees them: reading bytes, telling kinds apart, who has one open."""

from __future__ import annotations

import errno
from pathlib import Path

from lkjip_xl.buku.galat import GalatBerkas

AKHIRAN = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
UKURAN_MAKS = 300 * 2**20

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_SANDI = "EncryptedPackage".encode("utf-16-le")


def baca_byte(path: Path) -> bytes:
    """Content of a file that may be a workbook, or the GalatBerkas that says why not."""
    berkas = path.name
    try:
        if path.is_dir():
            raise GalatBerkas("BK-11", berkas=berkas)
        if path.suffix.lower() not in AKHIRAN | {".xls"} and path.exists():
            raise GalatBerkas("BK-12", berkas=berkas, akhiran=path.suffix.lower())
        if path.stat().st_size > UKURAN_MAKS:
            raise GalatBerkas("BK-07", berkas=berkas, bagian="", sebab="ukuran")
        return path.read_bytes()
    except FileNotFoundError as galat:
        raise GalatBerkas("BK-01", berkas=berkas) from galat
    except PermissionError as galat:
        periksa_kunci(path)
        raise GalatBerkas("BK-10", berkas=berkas) from galat
    except OSError as galat:
        raise galat_sistem(galat, path) from galat


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
    return GalatBerkas("BK-13", berkas=path.name, sebab=galat.strerror or type(galat).__name__)


def periksa_kunci(path: Path) -> None:
    """Raise BK-05 with the owner's name when Excel or LibreOffice has the workbook open."""
    excel, libre = path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#")
    for kunci, pemilik in ((excel, _pemilik_excel), (libre, _pemilik_libreoffice)):
        if kunci.is_file():
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

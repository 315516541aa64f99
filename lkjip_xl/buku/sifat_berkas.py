"""What a file is besides its bytes: owner, rights, access lists, extended attributes, mark of the web, other names."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path

ALIRAN_WEB = ":Zone.Identifier"  # where Windows marks a file that came from mail or the web
ACL = "system.posix_acl_access"
TANPA_ACL = "daftar hak akses (ACL)"
# these describe the bytes or belong to one inode: a copy of them would be wrong
_MILIK_ISI = frozenset({"security.ima", "security.evm", "security.capability"})
TAUTAN_KERAS = "nama lain berkas itu (tautan keras) tetap berisi versi lama"


def salin_sifat(asal: Path, ke: Path, *, waktu: bool = False) -> tuple[str, ...]:
    """Give a new file what the old one is besides its bytes, as far as the system allows; returns what it did not.

    waktu: its times, too, as a backup keeps them. A group that could not be kept gets no more rights than anybody.
    """
    lama = asal.stat()
    hilang = _salin_pemilik(lama, ke)
    hak = stat.S_IMODE(lama.st_mode)
    if "grup" in hilang:
        hak = _grup_seperti_lain(hak)
    try:
        os.chmod(ke, hak)
    except OSError:
        hilang.append("hak akses")
    hilang += _salin_atribut(asal, ke, acl="grup" not in hilang)
    if TANPA_ACL in hilang:  # the group bits of a file with a list are those of the whole list
        with contextlib.suppress(OSError):
            os.chmod(ke, _grup_seperti_lain(hak))
    if not salin_tanda_web(asal, ke):
        hilang.append("tanda berkas unduhan")
    if waktu:
        with contextlib.suppress(OSError):
            os.utime(ke, ns=(lama.st_atime_ns, lama.st_mtime_ns))
    return tuple(hilang)


def _grup_seperti_lain(hak: int) -> int:
    return hak & (~0o070 | (hak & 0o007) << 3)


def nama_lain(berkas: Path) -> tuple[str, ...]:
    """What to say of a file that has other names: a replacement reaches only one of them."""
    return (TAUTAN_KERAS,) if berkas.stat().st_nlink > 1 else ()


def _salin_pemilik(lama: os.stat_result, ke: Path) -> list[str]:
    if not hasattr(os, "chown"):
        return []
    hilang = []
    baru = ke.stat()
    for apa, uid, gid, sama in (
        ("grup", -1, lama.st_gid, lama.st_gid == baru.st_gid),  # first: who gives a file away cannot change it any more
        ("pemilik", lama.st_uid, -1, lama.st_uid == baru.st_uid),
    ):
        if not sama:
            try:
                os.chown(ke, uid, gid)
            except OSError:
                hilang.append(apa)
    return hilang


def _salin_atribut(asal: Path, ke: Path, *, acl: bool) -> list[str]:
    """Extended attributes, among them the access list and where a download came from."""
    lama, baru = _atribut(asal), _atribut(ke)
    if ACL in baru and ACL not in lama:  # inherited from the folder's default list
        with contextlib.suppress(OSError):
            os.removexattr(ke, ACL)
            os.chmod(ke, stat.S_IMODE(asal.stat().st_mode))
    hilang = []
    for nama, isi in lama.items():
        if nama in _MILIK_ISI or baru.get(nama) == isi:
            continue
        try:
            if nama == ACL and not acl:
                raise PermissionError(nama)
            os.setxattr(ke, nama, isi)
        except OSError:
            hilang.append(TANPA_ACL if nama == ACL else f"atribut {nama}")
    return hilang


def _atribut(berkas: Path) -> dict[str, bytes]:
    if not hasattr(os, "listxattr"):
        return {}
    try:
        return {nama: os.getxattr(berkas, nama) for nama in os.listxattr(berkas)}
    except OSError:  # a file system without attributes
        return {}


def salin_tanda_web(asal: Path, ke: Path, *, windows: bool = sys.platform == "win32") -> bool:
    """Windows: mark the new file as downloaded where the old one is; returns whether the mark is as before."""
    if not windows:
        return True  # there it is an extended attribute
    try:
        with open(f"{asal}{ALIRAN_WEB}", "rb") as masuk:
            tanda = masuk.read()
    except OSError:
        return True  # no mark
    try:
        with open(f"{ke}{ALIRAN_WEB}", "wb") as keluar:
            keluar.write(tanda)
    except OSError:
        return False
    return True

"""The few things asked of the operating system, behind one object, so that every check can be tried anywhere."""

from __future__ import annotations

import contextlib
import os
import platform
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PureWindowsPath
from typing import Any, Protocol

from lkjip_xl.buku.sifat_berkas import ALIRAN_WEB
from lkjip_xl.excel.ruang import Ruang, keadaan

ZONA_LUAR = re.compile(r"^\s*ZoneId\s*=\s*[34]\s*$", re.MULTILINE | re.IGNORECASE)  # internet, restricted sites

# a program of its own: neither a window nor the end of ours closes it
_SENDIRI: dict[str, Any] = (
    {"creationflags": subprocess.DETACHED_PROCESS | subprocess.CREATE_NO_WINDOW}
    if sys.platform == "win32"
    else {"start_new_session": True}
) | {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class Sistem(Protocol):
    """What the checks need; registry keys start with HKCU\\ or HKLM\\."""

    windows: bool
    lingkungan: Mapping[str, str]
    interpreter: str
    versi_python: str
    bit: int
    halaman_kode: str  # the encoding in which VBA passes file names on

    def baca_kunci(self, kunci: str, nama: str = "") -> str | int | None:
        """Value of a registry key, None where there is none."""
        ...

    def anak_kunci(self, kunci: str) -> list[str]:
        """Names of the keys below a registry key."""
        ...

    def tulis_kunci(self, kunci: str, nilai: Mapping[str, str | int]) -> None:
        """Create a registry key with these values."""
        ...

    def hapus_nilai(self, kunci: str, nama: str) -> None:
        """Take a value out of a registry key; nothing where there is none."""
        ...

    def pintasan(self, letak: str, program: str, argumen: str) -> None:
        """Put a shortcut that starts a program with these arguments."""
        ...

    def buang(self, berkas: str) -> None:
        """Take a file away; nothing where there is none."""
        ...

    def mulai(self, perintah: Sequence[str]) -> None:
        """Start a program that goes on by itself, without a window."""
        ...

    def ada(self, berkas: str) -> bool:
        """Does a file or folder exist?"""
        ...

    def tanda_web(self, berkas: str) -> bool:
        """Does a file carry the Mark of the Web?"""
        ...

    def hapus_tanda_web(self, berkas: str) -> None:
        """Take the Mark of the Web off a file."""
        ...

    def ruang(self) -> Ruang:
        """The private folder of buttons and program."""
        ...

    def versi(self, paket: str) -> str | None:
        """Version of an installed Python package."""
        ...


@dataclass
class _Umum:
    windows: bool = False
    lingkungan: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    interpreter: str = sys.executable
    versi_python: str = platform.python_version()
    bit: int = 64 if sys.maxsize > 2**32 else 32
    halaman_kode: str = "utf-8"

    def baca_kunci(self, kunci: str, nama: str = "") -> str | int | None:
        return None

    def anak_kunci(self, kunci: str) -> list[str]:
        return []

    def tulis_kunci(self, kunci: str, nilai: Mapping[str, str | int]) -> None:
        raise OSError("no registry")

    def hapus_nilai(self, kunci: str, nama: str) -> None:
        """Nothing to take out."""

    def pintasan(self, letak: str, program: str, argumen: str) -> None:
        raise OSError("no shortcuts")

    def buang(self, berkas: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            os.remove(berkas)

    def mulai(self, perintah: Sequence[str]) -> None:
        subprocess.Popen(perintah, **_SENDIRI)

    def ada(self, berkas: str) -> bool:
        return Path(berkas).exists()

    def tanda_web(self, berkas: str) -> bool:
        return False

    def hapus_tanda_web(self, berkas: str) -> None:
        """Nothing to take off."""

    def ruang(self) -> Ruang:
        return keadaan()

    def versi(self, paket: str) -> str | None:
        try:
            return version(paket)
        except PackageNotFoundError:
            return None


class _Windows(_Umum):
    """The registry and the alternate streams of Windows."""

    def __init__(self) -> None:
        super().__init__(windows=True, halaman_kode="mbcs")
        import winreg

        self._reg = winreg
        self._akar = {"HKCU": winreg.HKEY_CURRENT_USER, "HKLM": winreg.HKEY_LOCAL_MACHINE}

    def _buka(self, kunci: str):
        akar, _, sisa = kunci.partition("\\")
        return self._reg.OpenKey(self._akar[akar], sisa)

    def baca_kunci(self, kunci: str, nama: str = "") -> str | int | None:
        try:
            with self._buka(kunci) as k:
                return self._reg.QueryValueEx(k, nama)[0]
        except OSError:
            return None

    def anak_kunci(self, kunci: str) -> list[str]:
        try:
            with self._buka(kunci) as k:
                return [self._reg.EnumKey(k, i) for i in range(self._reg.QueryInfoKey(k)[0])]
        except OSError:
            return []

    def tulis_kunci(self, kunci: str, nilai: Mapping[str, str | int]) -> None:
        akar, _, sisa = kunci.partition("\\")
        with self._reg.CreateKey(self._akar[akar], sisa) as k:
            for nama, x in nilai.items():
                jenis = self._reg.REG_SZ if isinstance(x, str) else self._reg.REG_DWORD
                self._reg.SetValueEx(k, nama, 0, jenis, x)

    def hapus_nilai(self, kunci: str, nama: str) -> None:
        akar, _, sisa = kunci.partition("\\")
        with (
            contextlib.suppress(FileNotFoundError),
            self._reg.OpenKey(self._akar[akar], sisa, 0, self._reg.KEY_SET_VALUE) as k,
        ):
            self._reg.DeleteValue(k, nama)

    def pintasan(self, letak: str, program: str, argumen: str) -> None:
        try:
            from win32com.client import Dispatch  # comes with xlwings

            p = Dispatch("WScript.Shell").CreateShortcut(letak)
            p.TargetPath, p.Arguments = program, argumen
            p.Save()
        except Exception as e:  # what COM raises is of no class of ours
            raise OSError(str(e)) from e

    def tanda_web(self, berkas: str) -> bool:
        try:
            return ZONA_LUAR.search(Path(berkas + ALIRAN_WEB).read_text(encoding="utf-8", errors="replace")) is not None
        except OSError:
            return False

    def hapus_tanda_web(self, berkas: str) -> None:
        os.remove(berkas + ALIRAN_WEB)


def sistem_ini() -> Sistem:
    """The system this runs on."""
    return _Windows() if sys.platform == "win32" else _Umum()


def di_dalam(folder: str, induk: str, *, bawahan: bool = True) -> bool:
    """Does a Windows folder lie in another, or (bawahan False) is it that very one? Letter case does not count.

    >>> di_dalam("C:\\\\Data\\\\LKjIP", "c:\\\\data\\\\"), di_dalam("C:\\\\Data2", "C:\\\\Data")
    (True, False)
    """
    a, b = PureWindowsPath(folder), PureWindowsPath(induk)
    return a == b or (bawahan and b in a.parents)

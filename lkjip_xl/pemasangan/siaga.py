"""Let `lkjip tunggu` start when the user signs in, and from the Start menu: for PCs where Office may start no programs."""

from __future__ import annotations

from pathlib import PureWindowsPath

from lkjip_xl.pemasangan.sistem import Sistem

KUNCI_MASUK = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
NAMA = "LKjIP-XL"
ARGUMEN = ("-P", "-m", "lkjip_xl.cli", "tunggu")
MENU = ("Microsoft", "Windows", "Start Menu", "Programs", "LKjIP-XL menunggu tombol.lnk")  # below %APPDATA%


def pasang_siaga(s: Sistem) -> None:
    """Register it for every sign-in, put it into the Start menu and start it now; raises OSError where Windows refuses."""
    program = str(PureWindowsPath(s.interpreter).with_name("pythonw.exe"))
    s.tulis_kunci(KUNCI_MASUK, {NAMA: f'"{program}" {" ".join(ARGUMEN)}'})
    if menu := _menu(s):
        s.pintasan(menu, program, " ".join(ARGUMEN))
    s.mulai([program, *ARGUMEN])


def copot_siaga(s: Sistem) -> None:
    """Take back what `pasang_siaga` registered; raises OSError where Windows refuses."""
    s.hapus_nilai(KUNCI_MASUK, NAMA)
    if menu := _menu(s):
        s.buang(menu)


def siaga_terpasang(s: Sistem) -> bool:
    """Does it start when the user signs in?"""
    return bool(s.baca_kunci(KUNCI_MASUK, NAMA))


def _menu(s: Sistem) -> str:
    akar = s.lingkungan.get("APPDATA", "")
    return str(PureWindowsPath(akar, *MENU)) if akar else ""

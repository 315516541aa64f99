"""The wheels a PC with Windows needs, resolved for Windows on whatever machine this runs.

pip evaluates the markers of a package for the machine it runs on and would leave pywin32 out, so `uv` resolves and pip only
fetches what was pinned.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

VERSI_PYTHON = ("3.11", "3.12", "3.13")
SISTEM_UV, SISTEM_PIP = "x86_64-pc-windows-msvc", "win_amd64"
EKSTRA = ("pdf", "grafik")
PAKET = f"lkjip-xl[{','.join(EKSTRA)}]"  # pasang.py installs the same
_TANPA_RODA = re.compile(r"No matching distribution found for ([A-Za-z0-9._-]+==\S+)")
_MURNI = "-none-any.whl"


class GagalKemas(Exception):
    """A step that cannot be done, with what the program said."""


def kumpulkan(proyek: Path, folder: Path, versi: Iterable[str] = VERSI_PYTHON) -> list[Path]:
    """Fetch into `folder` our own wheel and those of every dependency for these versions of Python; returns all of them.

    Raises GagalKemas, also where the folder would not do for one of the versions.
    """
    versi = tuple(versi)
    _pip("wheel", "--no-deps", "--wheel-dir", folder, proyek)
    for v in versi:
        _unduh(kunci_versi(proyek, v), folder, v)
    for v in versi:
        periksa(folder, v)
    return sorted(folder.glob("*.whl"))


def kunci_versi(proyek: Path, versi: str) -> list[str]:
    """What has to be installed on Windows for a version of Python, as `name==version`."""
    ekstra = [x for e in EKSTRA for x in ("--extra", e)]
    teks = _uv(
        "compile", proyek / "pyproject.toml", *ekstra, "--no-header", "--no-annotate", "--no-progress", *_untuk(versi)
    )  # fmt: skip
    return [b for b in teks.splitlines() if b.strip() and not b.startswith("#")]


def periksa(folder: Path, versi: str, paket: str = PAKET) -> None:
    """Prove that the wheels of a folder alone are enough on Windows with this version of Python; raises GagalKemas."""
    with tempfile.TemporaryDirectory() as kosong:  # uv wants to know where to; nothing is written
        _uv("install", "--dry-run", "--no-index", "--find-links", folder, "--target", kosong, *_untuk(versi), paket)


def _untuk(versi: str) -> tuple[str, ...]:
    return "--python-platform", SISTEM_UV, "--python-version", versi


def _unduh(kunci: list[str], folder: Path, versi: str) -> None:
    """Wheels as they are; what exists as source only is built, if it is the same everywhere."""
    sisa, sumber = list(kunci), []
    while True:
        try:
            _pip(
                "download", "--no-deps", "--only-binary=:all:", "--platform", SISTEM_PIP, "--python-version", versi,
                "--dest", folder, *sisa,
            )  # fmt: skip
            break
        except GagalKemas as e:
            tanpa = _TANPA_RODA.search(str(e))
            if not tanpa or tanpa[1] not in sisa:
                raise
            sisa.remove(tanpa[1])
            sumber.append(tanpa[1])
    for nama in sumber:
        semula = set(folder.iterdir())
        _pip("wheel", "--no-deps", "--wheel-dir", folder, nama)
        if asing := [p.name for p in set(folder.iterdir()) - semula if not p.name.endswith(_MURNI)]:
            raise GagalKemas(f"{nama}: {asing} cannot be built for Windows here")


def _pip(*argumen: object) -> str:
    return _jalankan(sys.executable, "-m", "pip", "--disable-pip-version-check", *argumen)


def _uv(*argumen: object) -> str:
    return _jalankan(sys.executable, "-m", "uv", "--quiet", "pip", *argumen)


def _jalankan(*perintah: object) -> str:
    hasil = subprocess.run([str(p) for p in perintah], capture_output=True, text=True)
    if hasil.returncode:
        raise GagalKemas(f"{' '.join(map(str, perintah[:5]))} …\n{hasil.stdout}{hasil.stderr}")
    return hasil.stdout

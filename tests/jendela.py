"""Client of the LibreOffice in a window: opens a workbook there, clicks its buttons, reads its cells."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from libreoffice import SYSTEM_PYTHON, GalatLibreOffice, tersedia

from lkjip_xl.excel import ruang

SERVER = Path(__file__).with_name("lo_jendela.py")
AKAR = Path(__file__).parents[1]


def jendela_tersedia() -> bool:
    """Tell whether there is everything for a window and a mouse."""
    return tersedia() and all(shutil.which(p) for p in ("Xvfb", "xdotool"))


def pasang_lkjip(data: Path, program: Path, isi: str | None = None) -> None:
    """Put a program at a place and note it where the buttons look: this checkout's, or a shell script of one's own."""
    program.write_text(isi or f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    with pytest.MonkeyPatch.context() as m:
        m.setenv("XDG_DATA_HOME", str(data))
        m.setattr(sys, "executable", str(program))
        ruang.siapkan(catat=True)


class Jendela:
    """One LibreOffice on a screen of its own, with `kerja` as current folder; its buttons find their own below `data`.

    bahasa is the locale its user has chosen, as in id-ID.
    """

    def __init__(self, data: Path, kerja: Path, bahasa: str = "en-US") -> None:
        # no program of ours on the path; where LibreOffice stands, an attacker may have put some
        rumah = data.parent / "rumah"  # the folder of whoever runs the tests must not be found either
        rumah.mkdir(exist_ok=True)
        lingkungan = os.environ | {
            "PATH": os.pathsep.join(("/usr/bin", "/bin")), "HOME": str(rumah), "XDG_DATA_HOME": str(data), "PYTHONPATH": str(AKAR)
        }  # fmt: skip
        self._server = subprocess.Popen(
            [SYSTEM_PYTHON, str(SERVER), bahasa],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=lingkungan,
            cwd=kerja,
        )

    def minta(self, **apa: Any) -> dict[str, Any]:
        """Send a request of lo_jendela and return its answer; raises GalatLibreOffice."""
        assert self._server.stdin is not None and self._server.stdout is not None
        self._server.stdin.write(json.dumps(apa) + "\n")
        self._server.stdin.flush()
        baris = self._server.stdout.readline()
        jawaban = json.loads(baris) if baris else {"galat": "the server has stopped"}
        if "galat" in jawaban:
            raise GalatLibreOffice(jawaban["galat"])
        return jawaban

    def tutup(self) -> None:
        """Stop LibreOffice and the screen."""
        assert self._server.stdin is not None
        self._server.stdin.close()
        self._server.wait(30)

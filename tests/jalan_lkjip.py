"""The command line in this process, and the example most tests run it on."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from lkjip_xl import cli, perintah

AKAR = Path(__file__).parents[1]
CONTOH = AKAR / "workbooks" / "contoh" / perintah.CONTOH["magetan-2024"]


@dataclass
class Keluaran:
    returncode: int
    stdout: str
    stderr: str


def lkjip(*argumen: object) -> Keluaran:
    """Run the command in this process, the way its entry point does."""
    keluar, galat, kode = io.StringIO(), io.StringIO(), 0
    with pytest.MonkeyPatch.context() as m, redirect_stdout(keluar), redirect_stderr(galat):
        m.setattr(sys, "argv", ["lkjip", *map(str, argumen)])
        try:
            cli.main()
        except SystemExit as e:
            kode = e.code or 0
    return Keluaran(kode, keluar.getvalue(), galat.getvalue())

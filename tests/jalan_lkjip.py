"""The command line in this process, and the example most tests run it on."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import SimpleNamespace

import pytest
import typer

from lkjip_xl import cli, perintah

AKAR = Path(__file__).parents[1]
MUAT = cli.muat_aplikasi
CONTOH = AKAR / "workbooks" / "contoh" / perintah.CONTOH["magetan-2024"]


@dataclass
class Keluaran:
    returncode: int
    stdout: str
    stderr: str


@cache
def perintah_jadi() -> Callable[..., object]:
    """The application with its options worked out: that takes longer than many a command."""
    return typer.main.get_command(MUAT())


def lkjip(*argumen: object) -> Keluaran:
    """Run the command in this process, the way its entry point does; garbage that is older than the command stays."""
    keluar, galat, kode = io.StringIO(), io.StringIO(), 0
    with pytest.MonkeyPatch.context() as m, redirect_stdout(keluar), redirect_stderr(galat):
        m.setattr(sys, "argv", ["lkjip", *map(str, argumen)])
        if cli.muat_aplikasi is MUAT:  # no test has put anything in its place
            m.setattr(cli, "muat_aplikasi", perintah_jadi)
        m.setattr(cli, "gc", SimpleNamespace(collect=partial(gc.collect, 1)))
        try:
            cli.main()
        except SystemExit as e:
            kode = e.code or 0
    return Keluaran(kode, keluar.getvalue(), galat.getvalue())

"""The command `lkjip`: arguments in, messages and exit codes out; the work is done in `perintah/`."""

from __future__ import annotations

import os
import sys

import typer

from lkjip_xl.cli import buku, komputer, laporan, periksa, rapikan  # noqa: F401  register the commands
from lkjip_xl.cli.app import KELUAR_BERKAS, KELUAR_GAGAL_SENDIRI, app

__all__ = ["app", "main"]


def main() -> None:
    """Run the command; every failure ends with a sentence and an exit code, never with a traceback."""
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.pesan import pesan_berkas
    from lkjip_xl.skema.muat import GalatSkema

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
        sys.stderr.reconfigure(encoding="utf-8")
    try:
        app()
    except GalatBerkas as e:
        typer.echo(pesan_berkas(e.kode, **e.isi), err=True)
        sys.exit(KELUAR_BERKAS)
    except GalatSkema as e:
        typer.echo(str(e), err=True)
        sys.exit(KELUAR_BERKAS)
    except Exception as e:
        if os.environ.get("LKJIP_JEJAK"):
            raise
        typer.echo(pesan_berkas("KU-01", aturan=type(e).__name__, sebab=str(e)), err=True)
        sys.exit(KELUAR_GAGAL_SENDIRI)

"""The command `lkjip`: arguments in, messages and exit codes out; the work is done in `perintah/`."""

from __future__ import annotations

import os
import sys

import typer

from lkjip_xl.cli import buku, komputer, laporan, periksa, rapikan, tahun_baru  # noqa: F401  register the commands
from lkjip_xl.cli.app import KELUAR_BERKAS, KELUAR_GAGAL_SENDIRI, KELUAR_PEMAKAIAN, app

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
        hasil = app(standalone_mode=False)
        sys.exit(hasil if isinstance(hasil, int) else 0)
    except GalatBerkas as e:
        typer.echo(pesan_berkas(e.kode, **e.isi), err=True)
        sys.exit(KELUAR_BERKAS)
    except GalatSkema as e:
        typer.echo(str(e), err=True)
        sys.exit(KELUAR_BERKAS)
    except typer.Abort:
        sys.exit(KELUAR_PEMAKAIAN)
    except Exception as e:
        if hasattr(e, "format_message"):  # what the command line says of its own arguments
            typer.echo(_salah_pakai(e), err=True)
            sys.exit(KELUAR_PEMAKAIAN)
        if os.environ.get("LKJIP_JEJAK"):
            raise
        typer.echo(pesan_berkas("KU-01", aturan=type(e).__name__, sebab=str(e)), err=True)
        sys.exit(KELUAR_GAGAL_SENDIRI)


def _salah_pakai(e: Exception) -> str:
    """Sentence for arguments the command line does not understand, and where to read what it does."""
    konteks = getattr(e, "ctx", None)
    perintah = getattr(konteks, "command_path", "lkjip")
    param = getattr(e, "param", None)
    apa = next((x for x in (getattr(e, "option_name", None), getattr(param, "metavar", None), getattr(param, "name", None)) if x), "")
    sebab = {
        "MissingParameter": f"{apa} belum disebut",
        "NoSuchOption": f"pilihan {apa} tidak dikenal",
        "BadOptionUsage": f"pilihan {apa} memerlukan isi",
        "BadParameter": f"isi {apa} tidak sah",
    }.get(type(e).__name__, "perintah tidak dikenal atau kelebihan argumen")
    return f"{perintah}: {sebab}. Jalankan {perintah} --help untuk melihat cara memakainya."

"""What `--help` says, in Indonesian down to the words of the library that prints it; and lines as wide as the screen."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

import typer

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.cli.keluar import AliranTahan
from lkjip_xl.cli.lipat import lipat

_Konteks = typer.Context.__mro__[1]  # the library's own class, which typer builds every command upon
_Pembentuk = _Konteks.formatter_class
_KEPALA = {"Arguments": "Argumen", "Options": "Pilihan", "Commands": "Perintah"}
_KATA = (
    ("Show this message and exit.", "Tampilkan bantuan ini lalu berhenti."),
    ("[OPTIONS]", "[PILIHAN]"),
    ("COMMAND [ARGS]...", "PERINTAH [ARGUMEN]..."),
    ("[required]", "[wajib]"),
    ("; required]", "; wajib]"),
    ("[default: ", "[bawaan: "),
    ("; default: ", "; bawaan: "),
    ("(dynamic)", "(menurut keadaan)"),
    (" <path>", ""),
    ("<int range>", "<angka>"),
    ("<int>", "<angka>"),
    ("<str>", "<teks>"),
    ("INTEGER RANGE", "ANGKA"),
    ("INTEGER", "ANGKA"),
    ("TEXT", "TEKS"),
)
_BATAS = re.compile(r"\[(\d+)<=x<=(\d+)")
_JENIS_DAFTAR = re.compile(r" <list\[\w+\]>")
_BERULANG = re.compile(
    r"[\[{]\[?(\w+)(?:\.\.\.|…)\]?[\]}]\.\.\."
)  # our metavar says already that several may stand there


class FormatBantuan(_Pembentuk):
    """The help of a command, in the language of its users."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line with the command and its arguments."""
        super().write_usage(prog.replace("python -m lkjip_xl.cli", "lkjip"), indonesia(args), prefix or "Cara pakai: ")

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        super().write_heading(_KEPALA.get(heading, heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of names and what they mean."""
        super().write_dl([(indonesia(a), indonesia(b)) for a, b in rows], col_max, col_spacing)


_Konteks.formatter_class = FormatBantuan


def indonesia(teks: str) -> str:
    """A text of the library in Indonesian.

    >>> indonesia("Tahun laporan.  [2015<=x<=2100; required]"), indonesia("[OPTIONS] [[BUKU...]]..."), indonesia("F... <list[str]>")
    ('Tahun laporan.  [2015–2100; wajib]', '[PILIHAN] BUKU…', 'F...')
    """
    for asing, kita in _KATA:
        teks = teks.replace(asing, kita)
    teks = _BERULANG.sub(r"\1…", _JENIS_DAFTAR.sub("", teks))
    return _BATAS.sub(r"[\1–\2", teks)


def tulis_baris(teks: str, *, err: bool = False) -> None:
    """Print a line; on a terminal it breaks between words, elsewhere it stays one line."""
    typer.echo(lipat(teks, sys.stderr if err else sys.stdout), err=err)


def tulis_json(teks: str) -> None:
    """Print what other programs read; raises GalatBerkas BK-43 where it reaches nobody, whatever else was done."""
    typer.echo(teks)
    if isinstance(sys.stdout, AliranTahan) and sys.stdout.putus:
        raise GalatBerkas("BK-43", sebab="tidak ada yang membacanya")

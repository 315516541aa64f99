"""Lines on a screen: broken between words, at the width it has."""

from __future__ import annotations

import shutil
from textwrap import fill
from typing import TextIO

SELA = 2  # columns by which what a line goes on with is indented
TERSEMPIT = 40


def lipat(teks: str, aliran: TextIO) -> str:
    """The text as a terminal shows it whole words at a time; anywhere else it stays as it is."""
    if not getattr(aliran, "isatty", lambda: False)():
        return teks
    lebar = max(shutil.get_terminal_size().columns - 1, TERSEMPIT)
    return "\n".join(
        fill(b, lebar, subsequent_indent=" " * SELA, break_long_words=False, break_on_hyphens=False)
        for b in teks.split("\n")
    )

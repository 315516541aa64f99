"""Any text as printable ASCII and back, as TeksAman.bas does it: what macros and program hand each other."""

from __future__ import annotations

import re

_POLOS = re.compile(r"[\x20-\x5b\x5d-\x7e]*")


def lolos(teks: str) -> str:
    """Text without anything but printable ASCII.

    >>> lolos("a\\tb — ‘c’")
    'a\\\\u0009b \\\\u2014 \\\\u2018c\\\\u2019'
    """
    if _POLOS.fullmatch(teks):
        return teks
    satuan = memoryview(teks.encode("utf-16-le", "surrogatepass")).cast("H")
    return "".join(chr(u) if 32 <= u < 127 and u != 92 else f"\\u{u:04x}" for u in satuan)


def baca_lolos(teks: str) -> str:
    """The inverse of `lolos`.

    >>> baca_lolos(lolos("D:\\\\x — 😀")) == "D:\\\\x — 😀"
    True
    """
    mentah = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), teks)
    return mentah.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

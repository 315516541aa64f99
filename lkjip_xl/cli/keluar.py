"""How `lkjip` ends: exit codes, and streams that outlive their readers."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable

from lkjip_xl.inti.galat import KELUAR_BERKAS, KELUAR_GAGAL_SENDIRI

__all__ = [
    "KELUAR_BERKAS",
    "KELUAR_DIHENTIKAN",
    "KELUAR_GAGAL_SENDIRI",
    "KELUAR_PEMAKAIAN",
    "AliranTahan",
    "aliran_tahan",
    "tanpa_susulan",
]

KELUAR_PEMAKAIAN = 64  # arguments not understood: none of the codes of a check
KELUAR_DIHENTIKAN = 130  # Ctrl-C, as shells say it
_ARAH = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_PERINTAH_LAYAR = {
    c: f"\\u{c:04x}" for c in (*range(32), *range(0x7F, 0xA0), *_ARAH) if chr(c) not in "\n\t"
}  # what a terminal obeys instead of showing it, or what turns the reading order; so written it is JSON, too


class AliranTahan:
    """A stream whose reader may leave (`lkjip kamus | head`): what follows is dropped, the work and its exit code stay.

    Letters it has no code for, and those that would command a terminal, which names and cells may hold, are written as
    \\uXXXX; any other failure (a full disk) is raised, then and ever after.
    putus: nobody read from the start.
    """

    def __init__(self, asli, *, putus: bool = False) -> None:
        self._asli, self._putus = asli, putus
        self._gagal: OSError | None = None
        if hasattr(asli, "reconfigure"):
            asli.reconfigure(encoding="utf-8", errors="backslashreplace")

    def write(self, teks: str) -> int:
        """Write, or drop where nobody reads any more."""
        if teks != "":  # typer tries a stream with nothing, and swallows what it says
            self._coba(lambda: self._asli.write(teks.translate(_PERINTAH_LAYAR)))
        return len(teks)

    def flush(self) -> None:
        """Flush, or nothing where nobody reads any more."""
        self._coba(self._asli.flush)

    @property
    def asli(self):
        """The stream itself, for what is meant to move on the screen."""
        return self._asli

    @property
    def putus(self) -> bool:
        """Does nobody read any more, so that something may have been dropped?"""
        return self._putus

    def _coba(self, tulis: Callable[[], object]) -> None:
        if self._gagal is not None:
            raise self._gagal
        if self._putus:
            return
        try:
            tulis()
        except OSError as galat:
            self._buang_sisa()
            # Windows says EINVAL of a pipe that is gone
            self._putus = galat.errno == errno.EPIPE or (os.name == "nt" and galat.errno == errno.EINVAL)
            if not self._putus:
                self._gagal = galat
                raise

    def _buang_sisa(self) -> None:
        """Let what is still buffered go nowhere: else Python would fail over it when it ends."""
        with contextlib.suppress(OSError, ValueError):
            nomor = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nomor, self._asli.fileno())
            os.close(nomor)

    def __getattr__(self, nama: str):
        return getattr(self._asli, nama)


def _isi_nomor_standar() -> None:
    """Keep the numbers of closed standard streams taken: whatever writes to them must never reach a workbook."""
    while (nomor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(nomor)


@contextlib.contextmanager
def aliran_tahan():
    """Standard output and error that never end the program by themselves, also where they were closed from the start."""
    semula = sys.stdout, sys.stderr
    if None in (sys.stdin, *semula):
        _isi_nomor_standar()
    for nama in ("stdout", "stderr"):
        asli = getattr(sys, nama)
        putus = asli is None
        if putus:
            asli = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  it lives as long as the program
        setattr(sys, nama, AliranTahan(asli, putus=putus))
    try:
        yield
    finally:
        for aliran in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                aliran.flush()
        sys.stdout, sys.stderr = semula


@contextlib.contextmanager
def tanpa_susulan():
    """What half-written files of a failed command say once more when they are thrown away is not shown: it was said."""
    semula = sys.unraisablehook
    if not os.environ.get("LKJIP_JEJAK"):
        sys.unraisablehook = lambda _: None
    try:
        yield
    finally:
        sys.unraisablehook = semula

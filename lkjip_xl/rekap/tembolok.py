"""What was summed up before: one small file per workbook, found by its content, the schemas and the program's version.

It lies in the user's own cache folder; whoever deletes it loses nothing but time. What was not used for long goes, and the
longest unused where all of it is too large.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lkjip_xl.buku.berkas import baca_biasa, keadaan
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.keluaran import buat_folder
from lkjip_xl.buku.simpan import periksa_tujuan, simpan_aman
from lkjip_xl.rekap.model import VERSI_IKHTISAR, Ikhtisar
from lkjip_xl.skema.sumberdaya import folder_skema

AKHIRAN = ".ikhtisar"
MAKS = 64 * 2**20
UMUR_MAKS = (
    180 * 24 * 3600
)  # seconds: the summaries of a year are used again within it, those of an older program never
ISI_MAKS = 256 * 2**20  # some ten thousand workbooks
_PROGRAM = Path(__file__).parents[1]
_FOLDER = re.compile(r"[0-9a-f]{24}")


def folder_tembolok(lingkungan: Mapping[str, str] | None = None, sistem: str = sys.platform) -> Path | None:
    """The user's cache folder; None on a system that names none.

    >>> folder_tembolok({"HOME": "/h"}, "linux").as_posix()
    '/h/.cache/lkjip-xl/rekap'
    """
    ling = os.environ if lingkungan is None else lingkungan
    if sistem == "win32":
        induk, anak = ling.get("LOCALAPPDATA", ""), Path("LKjIP-XL", "rekap")
    elif sistem == "darwin":
        induk, anak = ling.get("HOME", ""), Path("Library", "Caches", "LKjIP-XL", "rekap")
    elif ling.get("XDG_CACHE_HOME", "").startswith("/"):
        induk, anak = ling["XDG_CACHE_HOME"], Path("lkjip-xl", "rekap")
    else:
        induk, anak = ling.get("HOME", ""), Path(".cache", "lkjip-xl", "rekap")
    return Path(induk) / anak if induk else None


def sidik_skema(tindih: Path | None = None) -> str:
    """Fingerprint of all schemas and messages in use, and of the program: another version of it writes other files."""
    h = hashlib.sha256(str(VERSI_IKHTISAR).encode())
    for modul in sorted(_PROGRAM.rglob("*.py")):
        ada = modul.stat()
        h.update(f"{modul.relative_to(_PROGRAM)} {ada.st_size} {ada.st_mtime_ns}\n".encode())
    for folder in (folder_skema(), tindih):
        for berkas in sorted(folder.glob("*.yaml")) if folder is not None else ():
            h.update(b"\0" + os.fsencode(berkas.name) + b"\0" + baca_biasa(berkas))
    return h.hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class Tembolok:
    """The files of one fingerprint of schemas; what cannot be read or written is done without."""

    folder: Path

    @classmethod
    def siapkan(cls, sidik: str, induk: Path | None = None) -> Tembolok:
        """Make its folder; raises GalatBerkas where nothing can be kept there."""
        induk = induk or folder_tembolok()
        if induk is None:
            raise GalatBerkas("BK-08", folder="~", berkas=AKHIRAN)
        pangkas(induk)
        folder = induk / sidik
        buat_folder(folder)
        periksa_tujuan(folder / f"x{AKHIRAN}")
        if not os.access(folder, os.W_OK):
            raise GalatBerkas("BK-08", folder=str(folder), berkas=AKHIRAN)
        return cls(folder)

    def ambil(self, sidik: str) -> bytes | None:
        """What was kept of a workbook of this fingerprint, if it is whole."""
        berkas = self.folder / f"{sidik}{AKHIRAN}"
        try:
            if keadaan(berkas) is None:
                return None
            data = baca_biasa(berkas, MAKS)
            buka(data)
        except (GalatBerkas, ValueError, TypeError, KeyError):
            return None
        with suppress(OSError):
            os.utime(berkas)  # used today: the last to go
        return data

    def simpan(self, sidik: str, data: bytes) -> None:
        """Keep it; where that fails the next run computes it again."""
        with suppress(GalatBerkas, OSError):
            simpan_aman(self.folder / f"{sidik}{AKHIRAN}", data, cadangan=False)


def pangkas(induk: Path, sekarang: float | None = None, isi: int = ISI_MAKS) -> int:
    """Take away what was not used for long, then the longest unused until no more than `isi` bytes are kept; returns how many."""
    batas, jumlah, pergi = (time.time() if sekarang is None else sekarang) - UMUR_MAKS, 0, 0
    for waktu, ukuran, berkas in sorted(_tersimpan(induk), reverse=True):
        jumlah += ukuran
        if waktu >= batas and jumlah <= isi:
            continue
        with suppress(OSError):
            os.unlink(berkas)
            pergi += 1
            os.rmdir(os.path.dirname(berkas))  # refused while it holds anything
    return pergi


def _tersimpan(induk: Path) -> Iterator[tuple[float, int, str]]:
    """Time of last use, size and path of every file of ours: links and whatever else lies there are none."""
    with suppress(OSError):
        for folder in os.scandir(induk):
            if _FOLDER.fullmatch(folder.name) and folder.is_dir(follow_symlinks=False):
                for berkas in os.scandir(folder.path):
                    if berkas.name.endswith(AKHIRAN) and berkas.is_file(follow_symlinks=False):
                        ada = berkas.stat(follow_symlinks=False)
                        yield ada.st_mtime, ada.st_size, berkas.path


def bungkus(x: Ikhtisar) -> bytes:
    """An Ikhtisar as it is kept and handed on: small, so that memory does not grow with the workbooks."""
    return zlib.compress(x.ke_json().encode("utf-8", "surrogatepass"), 6)


def buka(data: bytes) -> Ikhtisar:
    """The Ikhtisar it holds; raises ValueError, TypeError or KeyError for anything else."""
    try:
        return Ikhtisar.dari_json(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    except zlib.error as galat:
        raise ValueError(str(galat)) from galat

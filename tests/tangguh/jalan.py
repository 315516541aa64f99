"""One `lkjip` command in this process: exit code and everything it said, whatever goes wrong."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

from lkjip_xl.buku.paket import Paket
from lkjip_xl.skema import muat
from lkjip_xl.skema.model import Skema
from tangguh import dasar
from tangguh.hasil import Kelas

_MUAT = muat.muat_skema
_TEMPLAT: dict[tuple[int, ...], bytes] = {}  # by the rows of its sheets
KECIL = ("perbarui", "tahun-baru")

BERKAS, SENDIRI = 4, 3


@dataclass(frozen=True, slots=True)
class Keluaran:
    """Exit code and output of a command."""

    kode: int
    teks: str

    def nilai(self, *berkas: str | Path) -> tuple[Kelas, str]:
        """Class and reason; `berkas` = files of which a refusal has to name one."""
        if self.kode in (0, 1, 2):
            return (Kelas.OK if self.kode == 0 else Kelas.TEMUAN), ""
        if self.kode == BERKAS:
            sebut = not berkas or any(Path(b).name in self.teks for b in berkas)
            return (Kelas.DITOLAK, self.teks.strip()[:300]) if sebut else (Kelas.BISU, self.teks.strip()[:300])
        akhir = [b for b in self.teks.strip().splitlines() if b.strip()] or [""]
        ku = next((b for b in akhir if "KU-01" in b), akhir[-1])
        return Kelas.KELUAR3, f"code {self.kode}: {ku}"[:300]


def sebab_galat(e: BaseException) -> str:
    """Kind of an exception and the line of ours it came from: what tells two faults apart."""
    jejak = traceback.extract_tb(e.__traceback__)
    sini = next((f for f in reversed(jejak) if "lkjip_xl" in f.filename), jejak[-1] if jejak else None)
    tempat = f"{Path(sini.filename).name}:{sini.lineno} " if sini else ""
    return f"{tempat}{type(e).__name__}: {e}".partition("\n")[0][:200]


@cache
def _skema_bawaan(folder: Path) -> object:
    return _MUAT(folder)


def _muat_skema(folder: Path, tindih: Path | None = None) -> object:
    return _skema_bawaan(folder) if tindih is None else _MUAT(folder, tindih)


@contextmanager
def _kecil() -> Iterator[None]:
    """The schemas of the small workbook: these commands would bring it a template of whole size, at ten times the cost."""
    from lkjip_xl.perbarui import jalankan
    from lkjip_xl.tahun_baru import buku_baru

    asli, jadi = buku_baru.bangun, _TEMPLAT

    def bangun(sk: Skema) -> bytes:
        ukuran = tuple(s.baris for s in sk.lembar.values())
        if ukuran not in jadi:
            jadi[ukuran] = asli(sk)
        return jadi[ukuran]

    with (
        patch.object(muat, "muat_skema", lambda folder, tindih=None: dasar.skema_kecil()),
        patch.object(jalankan, "bangun_paket", lambda sk: Paket.dari_bytes(bangun(sk), "templat.xlsm")),
        patch.object(buku_baru, "bangun", bangun),
    ):
        yield


def lkjip(*argumen: object) -> Keluaran:
    """Run `lkjip` with these arguments as the shell would."""
    from lkjip_xl.cli import main

    keluar = io.StringIO()
    with (
        patch.object(sys, "argv", ["lkjip", *map(str, argumen)]),
        patch.object(muat, "muat_skema", _muat_skema),  # a second per command, and no command changes them
        _kecil() if argumen[:1] in [(x,) for x in KECIL] else nullcontext(),
        patch.dict(os.environ, LKJIP_JEJAK="1"),  # our own failures with their place
        redirect_stdout(keluar),
        redirect_stderr(keluar),
    ):
        try:
            main()
            kode = 0
        except SystemExit as e:
            kode = e.code if isinstance(e.code, int) else 0 if e.code is None else 1
        except Exception as e:
            keluar.write(sebab_galat(e))
            kode = SENDIRI
    return Keluaran(kode, keluar.getvalue())

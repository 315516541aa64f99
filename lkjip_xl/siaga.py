"""Waits for the requests of the buttons and answers them, so that Office need not start a program (`lkjip tunggu`).

One at a time for each user. A file beside the requests tells the macro that somebody waits; a macro that gets no sign within
seconds takes that file away and starts the program itself, so a killed one holds nobody up. What a request may be and whose
it must be, `layani` says, as for every other.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.kunci import kunci
from lkjip_xl.excel.ruang import HASIL, MULAI, PERMINTAAN, PERMINTAAN_MAKS, POLA, baca, buang, siapkan, tulis
from lkjip_xl.inti.galat import GalatLkjip
from lkjip_xl.layani import jawab, terima

if TYPE_CHECKING:
    from lkjip_xl.skema.model import Skema

SIAGA, BERHENTI = "siaga.txt", "berhenti.txt"  # Program.bas knows the first
KEPALA_SIAGA = "lkjip-siaga 1"
AKHIR = b"akhir=1"  # last line of a request: it is whole
JEDA = 0.2  # seconds between two looks
BASI = 60.0  # seconds after which no macro waits for a request nobody took on
BATAS_GANTI = 30.0  # seconds one of another version has to end


def versi_terpasang() -> str:
    """Version of the package as it is installed now; "" from a mere checkout."""
    try:
        return version("lkjip-xl")
    except PackageNotFoundError:
        return ""


def tunggu(*, mulai: Callable[[], object] = lambda: None, jeda: float = JEDA) -> bool:
    """Answer requests until told to stop or until another version is installed; False where one of this version waits already.

    One of another version is told to end first. mulai: called once requests are answered. Raises GalatBerkas: BK-70, and
    BK-30 where the other does not end.
    """
    folder, versi = siapkan(), versi_terpasang()
    if versi_siaga(folder) not in (None, versi):
        hentikan(folder)
    try:
        with kunci(folder / SIAGA, SIAGA, "tunggu"):
            buang(folder / BERHENTI)
            _layani_terus(folder, versi, mulai, jeda)
    except GalatBerkas as e:
        if e.kode == "BK-30" and versi_siaga(folder) == versi:
            return False
        raise
    return True


def hentikan(folder: Path | None = None, *, batas: float = BATAS_GANTI) -> bool:
    """Tell the one that waits to end and see it end; False where none waits. Raises GalatBerkas (BK-30) where it does not."""
    folder = folder or siapkan()
    if versi_siaga(folder) is None:
        return False
    tulis(folder, BERHENTI, b"")
    sampai = time.monotonic() + batas
    while True:
        try:
            with kunci(folder / SIAGA, SIAGA, "tunggu"):  # free: it has ended, or was killed and left its sign
                buang(folder / SIAGA)
                buang(folder / BERHENTI)
            return True
        except GalatBerkas as e:
            if e.kode != "BK-30" or time.monotonic() > sampai:
                raise
        time.sleep(JEDA)


def versi_siaga(folder: Path) -> str | None:
    """Version of the one that waits, by its sign; None without one."""
    try:
        kepala, isi, *_ = baca(folder / SIAGA, PERMINTAAN_MAKS).decode("ascii").splitlines()
    except (GalatBerkas, ValueError):
        return None
    return isi.removeprefix("versi=") if kepala == KEPALA_SIAGA else None


def _layani_terus(folder: Path, versi: str, mulai: Callable[[], object], jeda: float) -> None:
    """Look, take on, answer: one after the other, while further requests are taken on at once."""
    tanda = f"{KEPALA_SIAGA}\r\nversi={versi}\r\n".encode("ascii")
    ditolak: set[str] = set()
    skema = cache(_skema)
    with ThreadPoolExecutor(1) as pekerja:
        try:
            tulis(folder, SIAGA, tanda)
            mulai()
            while not (folder / BERHENTI).exists():
                for nama in _permintaan(folder):
                    if versi_terpasang() != versi:  # the modules loaded later would be of another program
                        return
                    if nama not in ditolak and not _mulai(nama, pekerja, skema):
                        ditolak.add(nama)
                if not (folder / SIAGA).exists():  # a macro did not wait for a long answer to another
                    tulis(folder, SIAGA, tanda)
                time.sleep(jeda)
        finally:
            buang(folder / SIAGA)
            buang(folder / BERHENTI)


def _mulai(nama: str, pekerja: ThreadPoolExecutor, skema: Callable[[], Skema | None]) -> bool:
    try:
        tempat = terima(nama)
    except GalatBerkas:  # not the user's own, or somebody else answers it; the macro was told or has gone
        return False
    pekerja.submit(lambda: jawab(tempat, skema()))
    return True


def _skema() -> Skema | None:
    """Loaded at the first request, for all; None where that fails: then the answer says why."""
    from lkjip_xl import perintah

    try:
        return perintah.skema()
    except GalatLkjip:
        return None


def _permintaan(folder: Path) -> Iterator[str]:
    """Names of whole requests nobody has taken on and somebody may still wait for."""
    with os.scandir(folder) as isi:
        semua = [e.name for e in isi if POLA.fullmatch(e.name)]
    for nama in semua:
        tempat = folder / nama
        if not any(os.path.lexists(tempat / x) for x in (MULAI, HASIL)) and _utuh(tempat / PERMINTAAN):
            yield nama


def _utuh(path: Path) -> bool:
    try:
        if abs(time.time() - os.lstat(path).st_mtime) > BASI:
            return False
        return baca(path, PERMINTAAN_MAKS).rstrip().endswith(AKHIR)
    except (GalatBerkas, OSError):  # not there yet, or still being written
        return False

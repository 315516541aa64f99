"""Which files of some folders are workbooks to be read, and which are passed over and why."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from lkjip_xl.buku.berkas import AKHIRAN, galat_sistem, keadaan, periksa_jenis
from lkjip_xl.buku.cadangan import nama_cadangan
from lkjip_xl.buku.galat import GalatBerkas, tiada

CADANGAN, SEMENTARA, TAUTAN = "cadangan", "berkas sementara", "tautan ke folder"
_SEMENTARA = ("~$", ".~", ".")


@dataclass(frozen=True, slots=True)
class Berkas:
    """A file to be read, or a folder that is closed to us: where it is, how the rekap names it, when it was last changed.

    alamat: in a store, "" on disk.
    """

    path: Path
    nama: str
    tanggal: datetime
    alamat: str = ""


@dataclass(slots=True)
class BerkasRekap:
    """What was found: workbooks in the order of their names, and what was passed over, by name, with the reason."""

    buku: list[Berkas] = field(default_factory=list)
    dilewati: list[tuple[str, str]] = field(default_factory=list)


def cari_buku(sumber: Iterable[Path], kecuali: Iterable[Path] = ()) -> BerkasRekap:
    """Workbooks in folders, their subfolders and among single files, each file once, however many ways lead to it.

    kecuali: files that are none, such as the rekap itself. Raises GalatBerkas for a name that leads to nothing, or to no
    regular file or folder, and RK-01 where there is no workbook at all.
    """
    hasil, pernah = BerkasRekap(), {_tanda(ada) for p in kecuali if (ada := keadaan(p)) is not None}
    semua = list(sumber)
    for induk in semua:
        ada = keadaan(induk)
        if ada is None:
            raise tiada(induk)
        if not stat.S_ISDIR(ada.st_mode):
            periksa_jenis(ada, induk)
            _timbang(induk, induk.name, hasil, pernah)
            continue
        ketemu, tautan = _jelajah(induk)
        awal = Path(induk.name if len(semua) > 1 else "")
        hasil.dilewati += [(str(awal / p.relative_to(induk)), TAUTAN) for p in tautan]
        for path in ketemu:
            _timbang(path, str(awal / path.relative_to(induk)), hasil, pernah)
    if not hasil.buku:
        raise GalatBerkas("RK-01", folder=", ".join(str(p) for p in semua))
    return hasil


def _jelajah(folder: Path) -> tuple[list[Path], list[Path]]:
    """Files that may be workbooks with the folders that are closed to us, which reading will say; and links to folders.

    Those are not followed: they may lead anywhere, and back. Raises GalatBerkas where the folder itself is closed.
    """
    ketemu: list[Path] = []
    tautan: list[Path] = []

    def tertutup(galat: OSError) -> None:
        if (path := Path(galat.filename)) == folder:
            raise galat_sistem(galat, folder)
        ketemu.append(path)

    for induk, anak, nama in os.walk(folder, onerror=tertutup):
        ketemu += [Path(induk, n) for n in nama if Path(n).suffix.lower() in AKHIRAN]
        tautan += [Path(induk, n) for n in anak if os.path.islink(os.path.join(induk, n))]
    return sorted(ketemu), sorted(tautan)


def _timbang(path: Path, nama: str, hasil: BerkasRekap, pernah: set[tuple[int, int]]) -> None:
    sebab = lewat(path.name)
    if sebab:
        hasil.dilewati.append((nama, sebab))
        return
    try:
        ada = path.stat()
    except (OSError, ValueError):  # a broken link: reading says so
        hasil.buku.append(Berkas(path, nama, datetime.fromtimestamp(0)))
        return
    if _tanda(ada) not in pernah:
        pernah.add(_tanda(ada))
        hasil.buku.append(Berkas(path, nama, datetime.fromtimestamp(int(ada.st_mtime))))


def lewat(nama: str) -> str:
    """Why a file of this name is no workbook of anybody; "" where it may be one.

    >>> lewat("Dinas.cadangan-20250102-030405.xlsm"), lewat("~$Dinas.xlsm"), lewat("Dinas.xlsm")
    ('cadangan', 'berkas sementara', '')
    """
    if nama.startswith(_SEMENTARA):
        return SEMENTARA
    return CADANGAN if nama_cadangan(nama) else ""


def _tanda(ada: os.stat_result) -> tuple[int, int]:
    return ada.st_dev, ada.st_ino

"""What lies in a folder of other people's files: those to be read, and everything else by kind, so that nothing is passed over unsaid."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from lkjip_xl.buku.berkas import galat_sistem
from lkjip_xl.buku.cadangan import AWALAN_SEMENTARA
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.sumber.jenis import AKHIRAN

SEBUT_MAKS = 10
GAMBAR = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".svg", ".webp")
_MILIK_SISTEM = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})


@dataclass(slots=True)
class IsiFolder:
    """Files by their names in order; lain: of kinds nobody reads; folder: what is itself one; tersembunyi: locks, hidden and system files."""

    berkas: list[Path] = field(default_factory=list)
    lain: list[Path] = field(default_factory=list)
    folder: list[str] = field(default_factory=list)
    tersembunyi: list[str] = field(default_factory=list)

    @property
    def tunggal(self) -> list[str]:
        """Names of the first files of other kinds, which are told one by one."""
        return [p.name for p in self.lain[:SEBUT_MAKS]]

    def lewat(self) -> list[tuple[str, int, str]]:
        """What nobody reads besides those told one by one: what it is, how many, their names."""
        semua = (
            ("folder di dalamnya", self.folder),
            ("berkas tersembunyi atau berkas kunci", self.tersembunyi),
            ("berkas jenis lain", [p.name for p in self.lain[SEBUT_MAKS:]]),
        )
        return [(apa, len(nama), _sebut(nama)) for apa, nama in semua if nama]


def isi_folder(folder: Path) -> IsiFolder:
    """Look through a folder, not through those in it; raises GalatBerkas where it is closed.

    A link that leads nowhere and a pipe are files here: reading says what they are.
    """
    try:
        semua = sorted(folder.iterdir())
    except OSError as galat:
        raise galat_sistem(galat, folder) from galat
    hasil = IsiFolder()
    for p in semua:
        if p.name.startswith(AWALAN_SEMENTARA):  # our own: the lock of the workbook beside, what a killed command left
            continue
        if p.name[0] in ".~" or kunci_excel(p.name) in _MILIK_SISTEM:
            hasil.tersembunyi.append(p.name)
        elif os.path.isdir(p):
            if not _bergambar(p):
                hasil.folder.append(p.name)
        else:
            (hasil.berkas if p.suffix.lower() in AKHIRAN else hasil.lain).append(p)
    return hasil


def _bergambar(folder: Path) -> bool:
    """Does a folder hold pictures alone, as the report takes them: nothing a table could stand in?"""
    try:
        nama = os.listdir(folder)
    except OSError:
        return False
    return bool(nama) and all(kunci_excel(x).endswith(GAMBAR) or kunci_excel(x) in _MILIK_SISTEM for x in nama)


def _sebut(nama: list[str]) -> str:
    sisa = len(nama) - SEBUT_MAKS
    return ", ".join(nama[:SEBUT_MAKS]) + (f" dan {sisa} lagi" if sisa > 0 else "")

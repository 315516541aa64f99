"""Two commands at once in one folder, on one workbook: each does all of its work or says why not, and nothing is lost.

Both are forked from a process that has everything imported, and begin together. Whatever they leave must be whole: inputs, outputs,
backups; at least one of two equal commands succeeds, nothing temporary stays.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tangguh import dasar, kolam
from tangguh.hasil import Hasil, Kelas
from tangguh.pembunuhan import BENIH, SEMUA, isi_folder, keadaan_folder, lkjip_kecil, siapkan, tunggu
from tangguh.perkakas import PERKAKAS, argumen

BAGIAN = "two commands at once"
SAH = frozenset({0, 1, 2, 4})


def pasangan(benih: int = BENIH) -> list[tuple[str, str]]:
    """Every writing command beside itself, and beside another one."""
    r = Random(f"{benih}:serentak")
    bebas = [n for n in SEMUA if not PERKAKAS[n].siap]
    return [(n, n) for n in SEMUA] + [(n, r.choice([x for x in bebas if x != n])) for n in SEMUA]


def jalankan(yang: list[tuple[str, str]] | None = None, proses: int = 2) -> Iterator[Hasil]:
    """Outcomes of all pairs, or of those named."""
    yang = pasangan() if yang is None else yang
    dasar.buku_kecil()
    for nama in dict.fromkeys(n for p in yang for n in p):  # warm: what is imported here, no child imports
        with tempfile.TemporaryDirectory() as f:
            siapkan(PERKAKAS[nama], Path(f))
            lkjip_kecil(*argumen(PERKAKAS[nama], Path(f)))
    yield from kolam.kerjakan(BAGIAN, range(len(yang)), lambda i: [_berdua(*yang[i])], proses, batas=60)


def _berdua(satu: str, dua: str) -> Hasil:
    kasus = f"{satu} + {dua}"
    folder = Path(os.path.realpath(tempfile.mkdtemp()))
    try:
        siapkan(PERKAKAS[satu], folder)
        lama = isi_folder(folder)
        kode = _serentak(folder, satu, dua)
        kelas, rinci = _periksa(folder, lama, (satu, dua), kode)
    finally:
        shutil.rmtree(folder)
    return Hasil(BAGIAN, kasus, kelas, f"{kasus}: {rinci}" if rinci else "")


def _serentak(folder: Path, *nama: str) -> list[int]:
    """Exit codes of commands that begin at the same moment."""
    mulai, siap = os.pipe()
    anak = []
    for n in nama:
        pid = os.fork()
        if pid == 0:
            kode = 70
            try:
                signal.setitimer(signal.ITIMER_PROF, 0)
                os.close(siap)
                os.read(mulai, 1)  # until the parent lets go of its end
                kode = lkjip_kecil(*argumen(PERKAKAS[n], folder)).kode
            finally:
                os._exit(kode)
        anak.append(pid)
    os.close(mulai)
    os.close(siap)
    return [os.waitstatus_to_exitcode(tunggu(pid)) for pid in anak]


def _periksa(folder: Path, lama: dict[str, bytes], nama: tuple[str, str], kode: list[int]) -> tuple[Kelas, str]:
    if not SAH.issuperset(kode):
        return Kelas.KELUAR3, f"exit codes {kode}"
    sasaran = {x for n in nama for x in ([dasar.BUKU] if PERKAKAS[n].menulis else []) + list(PERKAKAS[n].keluaran)}
    if buruk := keadaan_folder(folder, lama, isi_folder(folder), sasaran):
        return buruk
    if nama[0] == nama[1] and set(kode) == {4}:
        return Kelas.HILANG, "neither did its work"
    if sisa := [x.name for x in folder.rglob(".lkjip-*.tmp")]:
        return Kelas.RUSAK, f"still there: {sisa[0]}"
    return (Kelas.OK, "") if 4 not in kode else (Kelas.DITOLAK, f"exit codes {kode}")

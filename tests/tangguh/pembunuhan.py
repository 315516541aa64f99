"""Kills: every writing command ended by SIGKILL before each step that touches a file, and at random moments.

A child, forked from a process that has everything imported, counts what happens to files of its folder (Python's audit
events; from the first write on also write, flush, fsync and close) and kills itself at number n, for all n until it
finishes. Whatever is left must be the old file or the whole new one, inputs and backups whole, and the next try must work.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from unittest.mock import patch

from tangguh import dasar, kolam
from tangguh.hasil import Hasil, Kelas
from tangguh.jalan import Keluaran, lkjip
from tangguh.perkakas import PERKAKAS, Perkakas, argumen, sediakan, utuh

BAGIAN = "kills"
BENIH = 9
SEMUA = tuple(n for n, p in PERKAKAS.items() if p.menulis or p.keluaran)
BATAS = 120.0
LAMA = 2 * 3600  # leftovers of that age are cleared away by the next command
_CADANGAN = re.compile(r"(.+)\.cadangan-[0-9]{8}-[0-9]{6}(-[0-9]+)?(\.[a-z]+)")
_SISA = re.compile(r"\.lkjip-[0-9a-z_]+\.(tmp|kunci)")
_TULIS = frozenset({"write", "writelines", "flush", "fsync", "close", "truncate", "sendfile", "copy_file_range"})
_RUANG = ("/lkjip_xl/", "/shutil.py", "/pathlib", "/tempfile.py")


@dataclass(frozen=True, slots=True)
class Biasa:
    """A command that nobody killed: how many steps, exit code, processor time, files it left."""

    langkah: int
    kode: int
    detik: float
    isi: dict[str, bytes]


class _Penghitung:
    """Counts steps in the child and kills it before number n."""

    def __init__(self, folder: Path, n: int) -> None:
        self._folder, self._n, self.langkah = str(folder), n, 0
        self._tulis = False

    def pasang(self) -> None:
        sys.addaudithook(self._peristiwa)

    def _peristiwa(self, nama: str, isi: tuple) -> None:
        if nama == "open" or nama.startswith(("os.", "shutil.", "tempfile.", "fcntl.")):
            sini = nama.startswith("fcntl.") or any(
                isinstance(x, (str, bytes, os.PathLike)) and os.fsdecode(x).startswith(self._folder) for x in isi
            )
            if not sini:
                return
            self._langkah()
            menulis = nama != "open" or (isinstance(isi[2], int) and isi[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
            if menulis and not self._tulis:
                self._tulis = True
                sys.setprofile(self._panggilan)

    def _panggilan(self, bingkai, apa: str, f) -> None:
        if apa == "c_call" and f.__name__ in _TULIS and any(r in bingkai.f_code.co_filename for r in _RUANG):
            self._langkah()

    def _langkah(self) -> None:
        self.langkah += 1
        if self.langkah == self._n:
            os.kill(os.getpid(), signal.SIGKILL)


def _anak(p: Perkakas, folder: Path, n: int, detik: float | None = None) -> tuple[int | None, int, float]:
    """Run the command in a child killed at step n, or after some processor time; exit code (None: killed), steps, time."""
    baca, tulis = os.pipe()
    pid = os.fork()
    if pid == 0:
        kode = 70
        try:
            os.close(baca)
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, signal.SIG_DFL)  # ends the process as abruptly as SIGKILL does
            argumen_p = argumen(p, folder)
            hitung = _Penghitung(folder, n)
            hitung.pasang()
            mulai = time.process_time()
            if detik is not None:
                signal.setitimer(signal.ITIMER_PROF, detik)
            keluaran = lkjip_kecil(*argumen_p)
            signal.setitimer(signal.ITIMER_PROF, 0)
            sys.setprofile(None)
            os.write(tulis, f"{hitung.langkah} {time.process_time() - mulai}".encode())
            kode = keluaran.kode
        finally:
            os._exit(kode)
    os.close(tulis)
    try:
        status = tunggu(pid)
        teks = os.read(baca, 100).decode().split()
    finally:
        os.close(baca)
    if os.WIFSIGNALED(status):
        return None, 0, 0.0
    langkah, waktu = (int(teks[0]), float(teks[1])) if teks else (0, 0.0)
    return os.WEXITSTATUS(status), langkah, waktu


def lkjip_kecil(*argumen_p: object) -> Keluaran:
    """The command; building a blank workbook, which writes nothing, is not done anew for every kill."""
    from lkjip_xl.lembar import bangun

    dasar.templat_kecil()
    with patch.object(bangun, "bangun", lambda *_, **__: dasar.templat_kecil()):
        return lkjip(*argumen_p)


def tunggu(pid: int) -> int:
    """Status of a child that ended; one that does not is killed."""
    akhir = time.monotonic() + BATAS
    jeda = 0.001
    while time.monotonic() < akhir:
        selesai, status = os.waitpid(pid, os.WNOHANG)
        if selesai:
            return status
        time.sleep(jeda)
        jeda = min(0.05, jeda * 2)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    raise kolam.Macet


def siapkan(p: Perkakas, folder: Path) -> None:
    """Put the workbook, its neighbours and what the command needs to have been done before into a folder."""
    sediakan(folder, dasar.buku_kecil())
    if p.siap:
        lkjip(*argumen(p, folder, yang=p.siap))
        for sisa in folder.glob("*.cadangan-*"):
            sisa.unlink()


def isi_folder(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(x.relative_to(folder)): x.read_bytes() for x in sorted(folder.rglob("*")) if x.is_file()}


def biasa(nama: str) -> Biasa:
    """The command run once to its end."""
    p = PERKAKAS[nama]
    with tempfile.TemporaryDirectory() as f:
        folder = Path(os.path.realpath(f))
        siapkan(p, folder)
        kode, langkah, waktu = _anak(p, folder, 0)
        return Biasa(langkah, -1 if kode is None else kode, waktu, isi_folder(folder))


def jalankan(
    perintah: tuple[str, ...] = SEMUA, benih: int = BENIH, proses: int = 2, *, tiap: int = 1, acak: int = 4
) -> Iterator[Hasil]:
    """Outcomes of all kills: before every step (tiap = 1) or every so many, and `acak` random moments per command."""
    dasar.buku_kecil()
    for nama in perintah:  # warm: what is imported here, no child imports
        with tempfile.TemporaryDirectory() as f:
            siapkan(PERKAKAS[nama], Path(f))
            lkjip_kecil(*argumen(PERKAKAS[nama], Path(f)))
    tugas: list[tuple[str, Biasa, int, float | None]] = []
    for nama in perintah:
        b = biasa(nama)
        if b.kode not in (0, 1, 2):
            yield Hasil(BAGIAN, nama, Kelas.KELUAR3, f"{nama} ends with {b.kode} when nobody kills it")
            continue
        r = Random(f"{benih}:{nama}")
        awal = 1 + r.randrange(tiap)
        tugas += [(nama, b, n, None) for n in range(awal, b.langkah + 1, tiap)]
        tugas += [(nama, b, 0, r.uniform(0.0, b.detik)) for _ in range(acak)]
    yield from kolam.kerjakan(BAGIAN, range(len(tugas)), lambda i: [_bunuh(*tugas[i])], proses, batas=60)


def _bunuh(nama: str, b: Biasa, n: int, detik: float | None) -> Hasil:
    p = PERKAKAS[nama]
    kasus = f"{nama} at step {n} of {b.langkah}" if detik is None else f"{nama} after {detik:.3f} s"
    folder = Path(os.path.realpath(tempfile.mkdtemp()))
    try:
        siapkan(p, folder)
        lama = isi_folder(folder)
        kode, *_ = _anak(p, folder, n, detik)
        kelas, rinci = _periksa(p, b, folder, lama, kode)
    finally:
        shutil.rmtree(folder)
    return Hasil(BAGIAN, kasus, kelas, f"{nama}: {rinci}" if rinci else "")


def _periksa(p: Perkakas, b: Biasa, folder: Path, lama: dict[str, bytes], kode: int | None) -> tuple[Kelas, str]:
    kini = isi_folder(folder)
    sasaran = {*([dasar.BUKU] if p.menulis else []), *p.keluaran}
    if buruk := keadaan_folder(folder, lama, kini, sasaran):
        return buruk
    selesai = any(kini.get(x) != lama.get(x) for x in sasaran)
    for sisa in folder.rglob("*"):  # as if somebody came back after lunch
        if _SISA.fullmatch(sisa.name):
            os.utime(sisa, (time.time() - LAMA,) * 2)
    ulang = lkjip_kecil(*argumen(p, folder))
    boleh = {b.kode, 0, 1, 4} if selesai or kode is not None else {b.kode}
    if ulang.kode not in boleh:
        return Kelas.KELUAR3, f"the next try ends with {ulang.kode} instead of {b.kode}: {ulang.teks.strip()[:150]}"
    if buruk := keadaan_folder(folder, lama, isi_folder(folder), sasaran):
        return buruk[0], f"after the next try: {buruk[1]}"
    if ulang.kode == 4:  # a refusal changes nothing, so it clears nothing away
        return Kelas.OK, ""
    if tinggal := [x.name for x in folder.rglob("*") if _SISA.fullmatch(x.name)]:
        return Kelas.TEMUAN, f"still there after the next command: {tinggal[0]}"
    return Kelas.OK, ""


def keadaan_folder(
    folder: Path, lama: dict[str, bytes], kini: dict[str, bytes], sasaran: set[str]
) -> tuple[Kelas, str] | None:
    """What is wrong in the folder: inputs, target, backups, files nobody knows."""
    for x, data in lama.items():
        if x not in kini:
            return Kelas.HILANG, f"{x} is gone"
        if kini[x] != data and (x not in sasaran or utuh(folder / x)):
            return Kelas.RUSAK, f"{x} is neither the old nor the whole new file"
    for x in kini.keys() - lama.keys():
        if x in sasaran:
            if kurang := utuh(folder / x):
                return Kelas.RUSAK, f"{x}: {kurang}"
        elif m := _CADANGAN.fullmatch(x):
            asal = m[1] + m[3]
            if kini[x] != lama.get(asal) and utuh(folder / x):
                return Kelas.RUSAK, f"backup of {asal} is not whole"
        elif not _SISA.fullmatch(Path(x).name):
            return Kelas.RUSAK, f"unknown file {x}"
    return None

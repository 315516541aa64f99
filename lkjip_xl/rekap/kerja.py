"""The same function for every workbook, one after the other or in a pool of processes; one that fails stops nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from lkjip_xl.buku.berkas import baca_byte
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.simpan import sidik
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.inti.pemungut import jarangkan
from lkjip_xl.rekap.cari import Berkas
from lkjip_xl.rekap.ikhtisar import ikhtisar_buku
from lkjip_xl.rekap.model import Ikhtisar
from lkjip_xl.rekap.tembolok import Tembolok, buka, bungkus
from lkjip_xl.skema.kata import memakai
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.muat import muat_skema
from lkjip_xl.skema.pesan import temuan_dari
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.sumber.model import LEMBAR_FORMULIR

ANTREAN = 4  # workbooks handed to each process at a time: more would only fill the memory
AMAN = "PYTHONSAFEPATH"  # what -P says, for processes whose command line is not ours
ASING = "BK-21"  # no workbook of ours
LEMBAR_REKAP = "Ringkasan Perangkat Daerah"
FORMULIR, REKAP, KOSONG = "formulir bidang", "rekap", "buku kerja yang belum diisi"


@dataclass(frozen=True, slots=True)
class Hasil:
    """What became of a file: its Ikhtisar (wrapped), or why it is passed over, or the code and sentence of why it failed.

    sidik: fingerprint of its content; tembolok: was it known already?
    """

    data: bytes = b""
    lewat: str = ""
    kode: str = ""
    sebab: str = ""
    sidik: str = ""
    tembolok: bool = False


def kerjakan(path: Path, skema: Skema, tembolok: Tembolok | None = None) -> Hasil:
    """Sum up one file; whatever goes wrong with it is its result."""
    try:
        if os.path.isdir(path):  # found only where it is closed to us
            raise GalatBerkas("BK-10", berkas=path.name)
        isi = baca_byte(path)
    except GalatBerkas as galat:
        return Hasil(kode=galat.kode, sebab=temuan_dari(galat.kode, galat.isi).pesan)
    return kerjakan_bytes(isi, path.name, skema, tembolok)


def kerjakan_bytes(isi: bytes, nama: str, skema: Skema, tembolok: Tembolok | None = None) -> Hasil:
    """The same for the bytes of a file of that name."""
    try:
        with memakai(skema.kata):
            return _baca(isi, nama, skema, tembolok)
    except GalatBerkas as galat:
        return Hasil(kode=galat.kode, sebab=temuan_dari(galat.kode, galat.isi).pesan)
    except Exception as galat:  # ours, not the file's: it is said so
        return Hasil(kode="RK-03", sebab=f"{type(galat).__name__}: {galat}")


def _baca(isi: bytes, nama: str, skema: Skema, tembolok: Tembolok | None) -> Hasil:
    tanda = sidik(isi)
    if tembolok is not None and (lama := tembolok.ambil(tanda)) is not None:
        return _hasil(buka(lama), lama, tanda, tembolok=True)
    try:
        x = ikhtisar_buku(isi, skema, nama)
    except GalatBerkas as galat:
        lewat = _bukan_laporan(isi, nama) if galat.kode == ASING else ""
        if not lewat:
            raise
        return Hasil(lewat=lewat, sidik=tanda)
    data = bungkus(x)
    if tembolok is not None and not x.gagal:
        tembolok.simpan(tanda, data)
    return _hasil(x, data, tanda)


def _hasil(x: Ikhtisar, data: bytes, tanda: str, *, tembolok: bool = False) -> Hasil:
    """What was read counts, unless nobody has filled it in."""
    if not x.instansi and not x.indikator and not x.program:
        return Hasil(lewat=KOSONG, sidik=tanda, tembolok=tembolok)
    return Hasil(data, sidik=tanda, tembolok=tembolok)


def _bukan_laporan(isi: bytes, nama: str) -> str:
    """What a workbook of ours is that is no report: a form, an earlier rekap."""
    lembar = {kunci_excel(n) for n in Paket.dari_bytes(isi, nama).lembar()}
    ada = ((kunci_excel(LEMBAR_FORMULIR), FORMULIR), (kunci_excel(LEMBAR_REKAP), REKAP))
    return next((apa for n, apa in ada if n in lembar), "")


# -- processes ------------------------------------------------------------------------------------------------------


@cache
def skema_dari(tindih: Path | None) -> Skema:
    """The schemas of this process, read once; in a process that was forked they are there already."""
    return muat_skema(folder_skema(), tindih)


def kerjakan_di_proses(b: Berkas, tindih: Path | None, tembolok: Tembolok | None) -> Hasil:
    """`kerjakan` as a process of a pool or a cluster runs it: it finds its schemas itself."""
    if b.alamat:
        from lkjip_xl.rekap.klaster import kerjakan_jauh

        return kerjakan_jauh(b.alamat, b.path.name, tindih, tembolok)
    return kerjakan(b.path, skema_dari(tindih), tembolok)


def satu_proses(
    berkas: Iterable[Berkas], skema: Skema, tembolok: Tembolok | None = None
) -> Iterator[tuple[Berkas, Hasil]]:
    """Every file in this process."""
    for b in berkas:
        yield b, kerjakan(b.path, skema, tembolok)


def banyak_proses(
    berkas: Sequence[Berkas], tindih: Path | None, tembolok: Tembolok | None, pekerja: int
) -> Iterator[tuple[Berkas, Hasil]]:
    """Every file in one of so many processes, in the order in which they are done.

    A process that dies takes the others' work with it: what was not done is done again, one file at a time, and the one
    that kills its process is named (RK-04).
    """
    skema_dari(tindih)  # before processes are forked
    selesai: set[Berkas] = set()
    try:
        for b, h in _kolam(berkas, tindih, tembolok, pekerja):
            selesai.add(b)
            yield b, h
    except BrokenProcessPool:
        for b in [x for x in berkas if x not in selesai]:
            try:
                yield from list(_kolam([b], tindih, tembolok, 1))
            except BrokenProcessPool:
                yield b, Hasil(kode="RK-04", sebab="")


def _kolam(
    berkas: Sequence[Berkas], tindih: Path | None, tembolok: Tembolok | None, pekerja: int
) -> Iterator[tuple[Berkas, Hasil]]:
    sisa = iter(berkas)
    with _tanpa_folder_kini(), ProcessPoolExecutor(pekerja, initializer=jarangkan) as kolam:
        jalan: dict[Future[Hasil], Berkas] = {}
        try:
            while True:
                for b in islice(sisa, max(0, pekerja * ANTREAN - len(jalan))):
                    jalan[kolam.submit(kerjakan_di_proses, b, tindih, tembolok)] = b
                if not jalan:
                    return
                for f in wait(jalan, return_when=FIRST_COMPLETED).done:
                    yield jalan.pop(f), f.result()
        finally:
            kolam.shutdown(cancel_futures=True)


@contextmanager
def _tanpa_folder_kini() -> Iterator[None]:
    """Processes that start anew (Windows, macOS) take no module from the current folder, which may be that of a download."""
    dulu = os.environ.get(AMAN)
    os.environ[AMAN] = "1"
    try:
        yield
    finally:
        if dulu is None:
            del os.environ[AMAN]
        else:
            os.environ[AMAN] = dulu


Pelaksana = Callable[[Sequence[Berkas]], Iterator[tuple[Berkas, Hasil]]]
"""Who does the work: this process, a pool, a cluster."""

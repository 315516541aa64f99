"""Processes that work through a list: a task that hangs or dies costs itself only, and is told apart from a failure."""

from __future__ import annotations

import multiprocessing as mp
import os
import resource
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait

from tangguh.hasil import Hasil, Kelas

BATAS_CPU = 10.0  # seconds of our own time: a busy machine is no hang
BATAS_DINDING = 240.0  # for what waits instead of computing
MEMORI = 4 * 2**30

Kerja = Callable[[int], list[Hasil]]


class Macet(BaseException):
    """A task used more time than any answer may need; not an Exception, so that no handler takes it for its own."""


def berbatas(kerja: Kerja, i: int, bagian: str, batas: float = BATAS_CPU) -> list[Hasil]:
    """Outcome of one task, stopped after `batas` seconds of processor time."""

    def henti(*_: object) -> None:
        raise Macet

    lama = signal.signal(signal.SIGPROF, henti)
    signal.setitimer(signal.ITIMER_PROF, batas)
    try:
        return kerja(i)
    except Macet:
        return [Hasil(bagian, str(i), Kelas.MACET, f"more than {batas:g} s")]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, lama)


@dataclass
class _Pekerja:
    proses: mp.process.BaseProcess
    pipa: Connection
    tugas: int
    sejak: float


def kerjakan(
    bagian: str, nomor: Sequence[int], kerja: Kerja, proses: int = 2, *, batas: float = BATAS_CPU
) -> Iterator[Hasil]:
    """Outcomes of kerja(i) for all numbers, as they come; what the parent has imported and cached, the children have."""
    antre = list(reversed(nomor))
    if proses <= 1:
        while antre:
            yield from berbatas(kerja, antre.pop(), bagian, batas)
        return
    pekerja: list[_Pekerja] = []

    def suruh(p: _Pekerja) -> None:
        if antre:
            p.tugas, p.sejak = antre.pop(), time.monotonic()
            p.pipa.send(p.tugas)
        else:
            _akhiri(p)
            pekerja.remove(p)

    try:
        for _ in range(min(proses, len(antre))):
            pekerja.append(_baru(kerja, bagian, batas))
            suruh(pekerja[-1])
        while pekerja:
            siap = wait([p.pipa for p in pekerja], timeout=1.0)
            for p in list(pekerja):
                if p.pipa in siap:
                    hasil = _terima(p)
                    yield from (
                        hasil if hasil is not None else [Hasil(bagian, str(p.tugas), Kelas.KELUAR3, "the process died")]
                    )
                    rusak = hasil is None
                elif time.monotonic() - p.sejak > BATAS_DINDING:
                    yield Hasil(bagian, str(p.tugas), Kelas.MACET, f"no answer in {BATAS_DINDING:g} s")
                    rusak = True
                else:
                    continue
                if rusak:
                    _akhiri(p)
                    pekerja[pekerja.index(p)] = p = _baru(kerja, bagian, batas)
                suruh(p)
    finally:
        for p in pekerja:
            _akhiri(p)


def _baru(kerja: Kerja, bagian: str, batas: float) -> _Pekerja:
    sini, sana = mp.Pipe()
    proses = mp.get_context("fork").Process(target=_putar, args=(sana, kerja, bagian, batas), daemon=False)
    proses.start()
    sana.close()
    return _Pekerja(proses, sini, -1, time.monotonic())


def _putar(pipa: Connection, kerja: Kerja, bagian: str, batas: float) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORI, MEMORI))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            i = pipa.recv()
        except EOFError:
            os._exit(0)
        pipa.send(berbatas(kerja, i, bagian, batas))


def _terima(p: _Pekerja) -> list[Hasil] | None:
    try:
        return p.pipa.recv()
    except (EOFError, OSError):
        return None


def _akhiri(p: _Pekerja) -> None:
    p.pipa.close()
    p.proses.join(0.5)
    if p.proses.is_alive():
        p.proses.kill()
        p.proses.join()

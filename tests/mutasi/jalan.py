"""Mutants against their tests, in child processes: nothing is written, whoever else reads the files sees them as they are.

The tests of a file are loaded and run once in a child, which then forks for every mutant and exchanges the bodies of the
functions that differ. What cannot be done that way (constants, defaults, decorators), and every mutant that is still alive,
is run again in a child that imports everything anew and finds the changed source in place of the module's file.
"""

from __future__ import annotations

import gc
import importlib
import importlib.util
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test

from mutasi import tukar

AKAR = Path(__file__).parents[2]
PAKET = AKAR / "lkjip_xl"
# loaded before any child starts; nothing of the project itself
_BERAT = ("pandas", "pandera.pandas", "openpyxl", "lxml.etree", "yaml", "rapidfuzz", "defusedxml")
_TANPA = ("cacheprovider", "unraisableexception", "threadexception", "faulthandler", "logging")
_PILIHAN = ("-q", "-x", "--no-header", "--assert=plain", "--tb=no", "--capture=no", *(f"-pno:{x}" for x in _TANPA))
_INGATAN = 4 << 30  # bytes; a mutant may ask for 10**300 of something
_LULUS, _GAGAL, _TAK_TERUJI = 0, 1, 3
_TERJAUH = 250  # the place of a test that fits into an exit status
_MATI, _HIDUP, _ULANG = b"mhu"


class TakTeruji(RuntimeError):
    """The tests of a file fail, or there are none, without any mutant."""


@dataclass(frozen=True, slots=True, eq=False)  # pytest hashes its plugins
class Uji:
    """What is run for a file: test files or single tests, and test functions left out of them.

    ringan: tests of the core, which need neither the fixtures of all tests nor the libraries those load.
    """

    berkas: Sequence[str]
    kecuali: Sequence[str] = field(default=())
    ringan: bool = False

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Random tests say something else every time: the tables of examples have to kill the mutant."""
        items[:] = [x for x in items if not (is_hypothesis_test(getattr(x, "obj", None)) or _nama(x) in self.kecuali)]


@dataclass(frozen=True, slots=True)
class Pengganti:
    """Finder and loader of one module with another source text."""

    modul: str
    berkas: Path
    sumber: str

    def find_spec(self, nama: str, jalur: object = None, sasaran: object = None):
        """The spec of the module, nothing for any other."""
        return importlib.util.spec_from_file_location(nama, self.berkas, loader=self) if nama == self.modul else None

    def create_module(self, spec: object) -> None:
        """An ordinary module."""

    def exec_module(self, modul) -> None:
        """Run the changed text."""
        exec(compile(self.sumber, str(self.berkas), "exec", dont_inherit=True), modul.__dict__)


@dataclass(frozen=True, slots=True, eq=False)  # pytest hashes its plugins
class Putaran:
    """In place of pytest's own loop: all tests as they are, then all tests for each mutant; one letter each into a pipe."""

    modul: str
    asal: str
    mutan: Sequence[str]
    pipa: int

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Nothing is written where the tests fail without a mutant."""
        _jalankan(session)
        mulai = time.monotonic()
        if not session.items or _jalankan(session) is not None:
            return True
        batas = 5 + 10 * (time.monotonic() - mulai)
        gc.unfreeze()  # conftest freezes what is loaded, and what is frozen is not found
        lama, hidup = tukar.kompilasi(self.asal), tukar.fungsi_hidup(self.modul)
        assert lama is not None
        gc.freeze()  # what is loaded stays as it is: no child looks through it
        for sumber in self.mutan:
            baru = tukar.kompilasi(sumber)
            badan = [] if baru is None else tukar.badan_lain(lama, baru)
            if baru is None:
                huruf = _MATI
            elif badan is None or any(n not in hidup for n, _ in badan):
                huruf = _ULANG
            else:
                huruf = self._satu(session, [(f, kode) for n, kode in badan for f in hidup[n]], batas)
            os.write(self.pipa, bytes([huruf]))
        return True

    def _satu(self, session: pytest.Session, ganti: list, batas: float) -> int:
        pid = os.fork()
        if pid == 0:
            try:
                signal.setitimer(signal.ITIMER_REAL, batas)
                for fungsi, kode in ganti:
                    fungsi.__code__ = kode
                gagal = _jalankan(session)
                os._exit(_LULUS if gagal is None else _GAGAL + min(gagal, _TERJAUH))
            finally:
                os._exit(_GAGAL)
        hasil = _selesai(pid)
        if hasil > _GAGAL:  # the next mutant is mostly one of the same line: begin with the test that saw this one
            session.items.insert(0, session.items.pop(hasil - _GAGAL))
        return _HIDUP if hasil == _LULUS else _MATI


def siapkan() -> None:
    """What every child needs, once."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.path.insert(0, str(AKAR / "tests"))


def _muat(berkas: str) -> None:
    """Load the heavy libraries before the first child that needs them; the core needs none, and small processes fork fast."""
    if not berkas.startswith("inti/"):
        for nama in _BERAT:
            importlib.import_module(nama)
    gc.freeze()


def nasib(berkas: str, mutan: Sequence[str], uji: Uji) -> Iterator[bool]:
    """For each changed source of a file, in order: does a test fail, or take for ever?"""
    _muat(berkas)
    baca, tulis = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(baca)
            asal = (PAKET / berkas).read_text(encoding="utf-8")
            _pytest(uji, Putaran(_modul(berkas), asal, mutan, tulis))
        finally:
            os._exit(_GAGAL)
    os.close(tulis)
    with open(baca, "rb") as hasil:
        huruf = hasil.read()  # to the end: one process works at a time
    _selesai(pid)
    if len(huruf) < len(mutan):
        raise TakTeruji(f"the tests do not pass as they are, or none is left: {', '.join(uji.berkas)}")
    for satu, sumber in zip(huruf, mutan, strict=True):
        yield satu == _MATI or _dari_awal(berkas, sumber, uji)


def _dari_awal(berkas: str, sumber: str, uji: Uji) -> bool:
    """The same in a child that imports everything with the changed source."""
    pid = os.fork()
    if pid == 0:
        try:
            signal.setitimer(signal.ITIMER_REAL, 300)
            sys.meta_path.insert(0, Pengganti(_modul(berkas), PAKET / berkas, sumber))  # pyright: ignore[reportArgumentType]
            os._exit({0: _LULUS, 5: _TAK_TERUJI}.get(_pytest(uji), _GAGAL))
        finally:
            os._exit(_GAGAL)
    hasil = _selesai(pid)
    if hasil == _TAK_TERUJI:
        raise TakTeruji(f"no test is left: {', '.join(uji.berkas)}")
    return hasil != _LULUS


def _pytest(*tambahan: object) -> int:
    """Run pytest in this child: no output, an end to its memory, nothing cached on disk."""
    os.chdir(AKAR)
    kosong = os.open(os.devnull, os.O_RDWR)
    for arah in (0, 1, 2):
        os.dup2(kosong, arah)
    resource.setrlimit(resource.RLIMIT_AS, (_INGATAN, _INGATAN))
    sys.dont_write_bytecode = True
    uji = next(x for x in tambahan if isinstance(x, Uji))
    return int(pytest.main([*_PILIHAN, *(["--noconftest"] if uji.ringan else []), *uji.berkas], list(tambahan)))


def _jalankan(session: pytest.Session) -> int | None:
    """Run the tests of a session up to the first that fails: the place of that one."""
    for n, (item, lanjut) in enumerate(zip(session.items, [*session.items[1:], None], strict=True)):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=lanjut)
        if session.testsfailed:
            return n
    return None


def _selesai(pid: int) -> int:
    """Exit status of a child; negative where a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _modul(berkas: str) -> str:
    return ".".join(("lkjip_xl", *Path(berkas).with_suffix("").parts))


def _nama(item: pytest.Item) -> str:
    return getattr(item, "originalname", None) or item.name

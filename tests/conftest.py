"""Fixtures shared by all tests: LibreOffice, and what happens where it is missing."""

from __future__ import annotations

import atexit
import gc
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from importlib import import_module
from itertools import count
from pathlib import Path

# the folder of the buttons, so that no test touches that of whoever runs them
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="lkjip-uji-")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that a test starts is not compiled anew each time
os.environ.setdefault("XLWINGS_LICENSE_KEY", "noncommercial")  # xlwings' remote engine, used in tests only

import libreoffice as lo
import pytest
import satu_jalan
from banyak import LENGKAP

# matplotlib looks through the fonts of the machine once, not once per process of a run
os.environ.setdefault("MPLCONFIGDIR", os.path.expanduser(os.path.join("~", ".cache", "matplotlib")))

atexit.register(shutil.rmtree, os.environ["XDG_DATA_HOME"], ignore_errors=True)
os.environ["XDG_CACHE_HOME"] = os.path.join(os.environ["XDG_DATA_HOME"], "cache")  # what a rekap keeps

JALAN = "folder_jalan"
# files of the long run whose tests take minutes and share nothing, and what it begins with: the longest, so that no
# worker waits at the end; the clicks and what else needs LibreOffice come before them
DIBAGI = ("test_skor_ambil", "test_tanam", "test_skor_sumber", "test_hakim", "test_tangguh", "test_cli")
KLIK = "test_klik"  # has a window, and so a LibreOffice, of its own
# a file that says none of this has no test of the long run, which then need not load it
PANJANG = re.compile(r"lengkap|@given|sebagian|seperempat|satu_cepat|\btiap\(")
DAHULU = ("test_langkah", *DIBAGI, "test_sah", "test_perbarui", "test_pindah", "test_triwulan", "test_laporan_halaman")

sys.dont_write_bytecode = False  # nor are the tests, whose assertions are half of what collecting them costs
gc.disable()  # until everything is loaded (pytest_collection): a fifth of what that costs
gc.set_threshold(200_000, 20, 20)  # a worker holds many workbooks; the collector would look through them all the time


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make test-lengkap` runs what takes long; without the option those tests are left out."""
    parser.addoption("--lengkap", action="store_true", help="the tests marked lengkap, too")


def pytest_configure(config: pytest.Config) -> None:
    """Properties get all their examples in the long run (banyak.py); workers share what is made once (satu_jalan.py).

    Whoever runs tests makes what they share (sekali.py), before any module takes it by name; what only hands them out
    to workers, and keeps these waiting, need not load the package.
    """
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
        import_module("sekali").pasang()
        if LENGKAP not in os.environ:
            _tanpa_tetapan()
    if config.getoption("--lengkap"):
        os.environ[LENGKAP] = "1"
        config.option.loadscopereorder = False  # the order is DAHULU's
    if folder := getattr(config, "workerinput", {}).get(JALAN):
        satu_jalan.pakai_folder(folder)


def _tanpa_tetapan() -> None:
    """Properties draw no constants of our modules in the quick run: to look for them costs each worker of a fresh checkout seconds."""
    with suppress(ImportError):  # hypothesis has had this place since 6.131
        from hypothesis.internal.conjecture import providers

        providers.is_local_module_file = lambda path: False


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node) -> None:
    """Every worker of this run gets the same folder."""
    node.workerinput[JALAN] = _folder_jalan()


@cache
def _folder_jalan() -> str:
    if folder := os.environ.get(satu_jalan.FOLDER):
        return folder
    folder = tempfile.mkdtemp(prefix="lkjip-jalan-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _punya_panjang(berkas: Path) -> bool:
    return PANJANG.search(berkas.read_text(encoding="utf-8")) is not None


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A third of the files have nothing for the long run, whose workers load all that they collect."""
    uji = collection_path.suffix == ".py" and collection_path.name.startswith("test_")
    return True if uji and config.option.markexpr == "lengkap" and not _punya_panjang(collection_path) else None


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A file in a parameter is no name: a package holds the second it was made, and workers must agree on names."""
    return argname if isinstance(val, bytes) and len(val) > 60 else None


def pytest_itemcollected(item: pytest.Item) -> None:
    """Keep the tests of LibreOffice with the worker that owns the only one, and a file of rules with its near misses.

    Every other file stays with one worker, so that what its tests share is made once; in the long run those that take
    minutes and share nothing are divided. Here, not where items are chosen: xdist reads the groups before that.
    """
    if item.get_closest_marker("lo"):
        item.add_marker(pytest.mark.xdist_group(KLIK if item.path.stem == KLIK else "lo"))
    elif item.get_closest_marker("xdist_group") is None and not (
        item.path.stem in DIBAGI and item.config.getoption("--lengkap")
    ):
        item.add_marker(pytest.mark.xdist_group(item.path.stem))  # test_hampir looks at what these have seen


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests out unless asked for."""
    if not config.getoption("--lengkap"):
        lama = [item for item in items if item.get_closest_marker("lengkap")]
        items[:] = [item for item in items if not item.get_closest_marker("lengkap")]
        config.hook.pytest_deselected(items=lama)
        if diam := {p.name for p in {item.path for item in lama} if not _punya_panjang(p)}:
            raise pytest.UsageError(f"the long run would not load {', '.join(sorted(diam))}: name lengkap there")
    for item in items if config.getoption("--lengkap") else ():
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False) or item.get_closest_marker("sebagian"):
            item.add_marker("lengkap")  # both runs have them: a quarter of the examples in the quick one
    if config.getoption("--lengkap"):
        items.sort(key=_giliran)


def _giliran(item: pytest.Item) -> int:
    """Where a test of the long run stands: clicks, other tests of LibreOffice, what takes long, the rest."""
    if item.get_closest_marker("lo"):
        return -2 if item.path.stem == KLIK else -1
    return DAHULU.index(item.path.stem) if item.path.stem in DAHULU else len(DAHULU)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One worker more than processors in the long run: two of them mostly wait for LibreOffice."""
    return (os.cpu_count() or 1) + 1 if config.getoption("--lengkap") else None


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_collection(session: pytest.Session) -> Iterator[None]:
    """What is loaded by the end of it stays: the collector need not look through it meanwhile, nor again."""
    if int(getattr(session.config, "workerinput", {}).get("workerid", "gw0").removeprefix("gw")) % 2:
        _muat_dari_belakang(session.config)
    yield
    gc.collect()
    gc.freeze()
    gc.enable()


def _muat_dari_belakang(config: pytest.Config) -> None:
    """Of two workers in a fresh checkout each compiles half of the tests: the second begins with the last file."""
    for folder in (p for p in map(Path, config.args) if p.is_dir()):
        for berkas in sorted(folder.glob("test_*.py"), reverse=True):
            if pytest_ignore_collect(berkas, config):
                continue
            with suppress(Exception, pytest.skip.Exception):  # said when the file is collected
                import_module(berkas.stem)


_SELESAI, _SETIAP = count(1), 1_000


def pytest_runtest_logfinish() -> None:
    """What tests share stays, too: the collector need not look through it again and again."""
    if next(_SELESAI) % _SETIAP == 0:
        gc.collect()
        gc.freeze()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip LibreOffice tests where it is missing; with LKJIP_WAJIB_LO=1 (CI) that is a failure."""
    if item.get_closest_marker("lo") is None or lo.tersedia():
        return
    reason = "needs LibreOffice and python3-uno (Debian: libreoffice-calc python3-uno)"
    if os.environ.get("LKJIP_WAJIB_LO") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def libreoffice() -> Iterator[lo.LibreOffice]:
    """The LibreOffice of this worker."""
    office = lo.LibreOffice()
    yield office
    office.tutup()


@pytest.fixture(scope="session")
def writer() -> None:
    """LibreOffice Writer and pdftotext; in CI they must be there."""
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        sebab = "needs LibreOffice Writer and pdftotext (Debian: libreoffice-writer poppler-utils)"
        if os.environ.get("LKJIP_WAJIB_LO") == "1":
            pytest.fail(sebab, pytrace=False)
        pytest.skip(sebab)


@pytest.fixture(scope="session")
def libreoffice_di() -> Iterator[Callable[[str], lo.LibreOffice]]:
    """The LibreOffice of this worker in a locale (en-US, id-ID): one each, started at its first use."""
    milik: list[lo.LibreOffice] = []

    @cache
    def di(bahasa: str) -> lo.LibreOffice:
        milik.append(lo.LibreOffice(bahasa))
        return milik[-1]

    yield di
    for office in milik:
        office.tutup()

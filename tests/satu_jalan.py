"""What costs seconds to make and never changes is made once per run: the workers hand it to each other through a folder.

The folder is the run's own (conftest.py): nothing outlives it, and no other run, nor a program a test starts, sees it. CI, whose
two runs are of one checkout, names one for both.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from functools import cache, wraps
from hashlib import sha256
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
FOLDER = "LKJIP_UJI_FOLDER"  # the environment's name of it, where several runs share one
_folder: list[Path] = []


def pakai_folder(folder: Path | str) -> None:
    """Share results with the other processes of this run through that folder; without it each keeps its own."""
    _folder[:] = [Path(folder)]


def sekali_jalan(fungsi: Callable[P, T]) -> Callable[P, T]:
    """Keep what a function of plain arguments gives: in this process, and for the others of the run; nobody changes it."""

    @cache
    @wraps(fungsi)
    def ambil(*argumen: P.args, **kata: P.kwargs) -> T:
        kunci = repr((fungsi.__module__, fungsi.__qualname__, argumen, sorted(kata.items())))
        return bersama(kunci, lambda: fungsi(*argumen, **kata))

    return cast("Callable[P, T]", ambil)


def bersama(kunci: str, buat: Callable[[], T]) -> T:
    """What another process of this run has made under that key, else what `buat` makes, for the others, too."""
    if not _folder:
        return buat()
    berkas = _folder[0] / sha256(kunci.encode()).hexdigest()
    if berkas.exists():
        return pickle.loads(berkas.read_bytes())
    hasil = buat()
    sementara = berkas.with_suffix(f".{os.getpid()}")
    sementara.write_bytes(pickle.dumps(hasil))
    sementara.replace(berkas)  # whoever looks sees all of it or nothing; two at once make the same
    return hasil

"""The wording that belongs to a Skema: messages, sentences, direction words; which one is in use has a scope.

Nothing here is a matter of the whole process: a function that is given a Skema (or a workbook read with one) speaks
with its words while it runs (`dengan_kata`), a command inside its own with-block (`lingkup`); threads do not meet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from lkjip_xl.skema.sumberdaya import folder_skema

if TYPE_CHECKING:
    from lkjip_xl.skema.kalimat import Kalimat
    from lkjip_xl.skema.kata_arah import KataArah
    from lkjip_xl.skema.pesan import Pesan

P = ParamSpec("P")
T = TypeVar("T")


class Kata:
    """The words shipped with those of one folder laid over them; each kind is read when it is first needed."""

    def __init__(self, tindih: Path | None = None) -> None:
        self.tindih = tindih

    @cached_property
    def katalog(self) -> dict[str, Pesan]:
        """All messages by code; raises GalatSkema for an entry that is not whole."""
        from lkjip_xl.skema.jadi import katalog_jadi
        from lkjip_xl.skema.pesan import baca_katalog

        jadi = katalog_jadi(folder_skema()) if self.tindih is None else None
        return baca_katalog(folder_skema(), self.tindih) if jadi is None else jadi

    @cached_property
    def kalimat(self) -> Kalimat:
        """Every sentence of the report by (group, key)."""
        from lkjip_xl.skema.kalimat import baca_kalimat

        return baca_kalimat(folder_skema(), self.tindih)

    @cached_property
    def arah(self) -> KataArah:
        """The words that tell a direction."""
        from lkjip_xl.skema.kata_arah import BERKAS, baca_kata

        return baca_kata(folder_skema() / BERKAS, self.tindih)


_DIPAKAI: ContextVar[Kata | None] = ContextVar("kata", default=None)


@cache
def kata_bawaan() -> Kata:
    """The words as shipped."""
    return Kata()


def kata() -> Kata:
    """The words in use here and now; as shipped where no scope says otherwise."""
    return _DIPAKAI.get() or kata_bawaan()


@contextmanager
def memakai(k: Kata | None) -> Iterator[None]:
    """Speak with these words inside the block; None: with those in use already."""
    semula = _DIPAKAI.set(k or _DIPAKAI.get())
    try:
        yield
    finally:
        _DIPAKAI.reset(semula)


@contextmanager
def lingkup() -> Iterator[None]:
    """The scope of one command: it begins with the words shipped, and `pakai` inside changes them until its end."""
    semula = _DIPAKAI.set(None)
    try:
        yield
    finally:
        _DIPAKAI.reset(semula)


def pakai(k: Kata | None) -> None:
    """Speak with these words until the end of the command's scope."""
    _DIPAKAI.set(k)


def dengan_kata(fungsi: Callable[P, T]) -> Callable[P, T]:
    """Decorator: the words are those of the Skema, or of the workbook read with one, among the arguments."""

    @wraps(fungsi)
    def dengan(*argumen: P.args, **bernama: P.kwargs) -> T:
        with memakai(next(filter(None, map(_milik, (*argumen, *bernama.values()))), None)):
            return fungsi(*argumen, **bernama)

    return dengan


def _milik(x: object) -> Kata | None:
    for y in (x, getattr(x, "skema", None)):
        if isinstance(k := getattr(y, "kata", None), Kata):
            return k
    return None

"""LKjIP-XL: spreadsheet-native toolkit for the yearly performance report (LKjIP) of Indonesian agencies.

`import lkjip_xl as lk` gives the functions of `lkjip_xl.api`, imported when the first of them is asked for: the
worksheet functions and the command line start without them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspect import Signature

    from lkjip_xl.api import (
        Buku,
        GalatBerkas,
        GalatLkjip,
        GalatSkema,
        Hasil,
        HasilPeriksa,
        LaporanDitolak,
        LembarIsian,
        TabelRingkas,
        Temuan,
        Tingkat,
        ambil,
        buat,
        buka,
        cocokkan,
        edar,
        formulir,
        isi,
        kamus,
        laporan,
        perbarui,
        rapikan,
        rekap,
        ringkas,
        skema,
        tabel,
        tahun_baru,
        validasi,
    )

__version__ = "0.1.0"
__all__ = [
    "Buku",
    "GalatBerkas",
    "GalatLkjip",
    "GalatSkema",
    "Hasil",
    "HasilPeriksa",
    "LaporanDitolak",
    "LembarIsian",
    "TabelRingkas",
    "Temuan",
    "Tingkat",
    "ambil",
    "buat",
    "buka",
    "cocokkan",
    "edar",
    "formulir",
    "isi",
    "kamus",
    "laporan",
    "perbarui",
    "rapikan",
    "rekap",
    "ringkas",
    "skema",
    "tabel",
    "tahun_baru",
    "validasi",
]

_JUGA_PAKET = frozenset(
    {
        "ambil",
        "cocokkan",
        "edar",
        "formulir",
        "isi",
        "perbarui",
        "rapikan",
        "rekap",
        "skema",
        "tabel",
        "tahun_baru",
        "validasi",
    }
)


class _PaketPerintah(ModuleType):
    """A subpackage that bears the name of a command: called, it is the command; else it is the package it always was."""

    def __call__(self, *isi: object, **pilihan: object) -> object:
        return _fungsi(self.__name__)(*isi, **pilihan)

    @property
    def __signature__(self) -> Signature:
        import inspect

        return inspect.signature(_fungsi(self.__name__))


class _Akar(ModuleType):
    def __setattr__(self, nama: str, nilai: object) -> None:
        if nama in _JUGA_PAKET and isinstance(nilai, ModuleType):  # the import system hands a subpackage over
            nilai.__class__ = _PaketPerintah
        super().__setattr__(nama, nilai)


def _fungsi(nama: str):
    return getattr(import_module("lkjip_xl.api"), nama.rpartition(".")[2])


def __getattr__(nama: str) -> object:
    if nama in _JUGA_PAKET:
        return import_module(f"{__name__}.{nama}")
    if nama in __all__:
        return _fungsi(nama)
    raise AttributeError(f"module {__name__!r} has no attribute {nama!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _Akar

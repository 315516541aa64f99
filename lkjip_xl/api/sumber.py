"""What the functions take: a path, or the bytes of a file, which work on a private copy and come back as bytes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from math import isfinite
from pathlib import Path
from typing import BinaryIO, ParamSpec, TypeVar

import pandas as pd

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.sementara import folder_sementara
from lkjip_xl.buku.simpan import simpan_aman
from lkjip_xl.inti.angka import tulis
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.pesan import pesan_berkas
from lkjip_xl.sumber.jenis import jenis_berkas

Jalan = str | os.PathLike[str]
Sumber = Jalan | bytes | bytearray | memoryview | BinaryIO
PilihanSkema = Skema | Jalan | None
_AKHIRAN_ASING = {"teks": ".csv", "html": ".html", "pdf": ".pdf", "word": ".docx", "lain": ".xls"}
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Meja:
    """Where a function works: a path of the caller's, or a private copy of the bytes the caller gave."""

    path: Path
    milik: bool

    @property
    def berkas(self) -> Path | None:
        """The caller's file."""
        return self.path if self.milik else None

    def data(self) -> bytes | None:
        """What has become of the bytes the caller gave; None where it was a file."""
        return None if self.milik else self.path.read_bytes()


@contextmanager
def meja(sumber: Sumber, nama: str = "buku", *, asing: bool = False) -> Iterator[Meja]:
    """The place to work at for what the caller gave; nama: of the private copy, for messages; asing: it need be no workbook."""
    if isinstance(sumber, (str, os.PathLike)):
        yield Meja(Path(sumber), True)
        return
    isi = baca_sumber(sumber)
    with tujuan(None, nama if Path(nama).suffix else nama + (_akhiran_asing if asing else akhiran)(isi)) as m:
        simpan_aman(m.path, isi, cadangan=False)
        yield m


@contextmanager
def tujuan(path: Jalan | None, nama: str) -> Iterator[Meja]:
    """The place of a file to be made: the caller's path, or None for one whose bytes are wanted."""
    if path is not None:
        yield Meja(Path(path), True)
        return
    with folder_sementara() as folder:
        yield Meja(folder / nama, False)


@contextmanager
def folder_csv(dari: Jalan | Mapping[str, pd.DataFrame]) -> Iterator[Path]:
    """The folder of CSV files the caller names, or a private one with a file for each DataFrame by sheet."""
    if not isinstance(dari, Mapping):
        yield Path(dari)
        return
    with folder_sementara() as folder:
        for nama, df in dari.items():
            simpan_aman(folder / f"{nama}.csv", sebagai_csv(df), cadangan=False)
        yield folder


def sebagai_csv(df: pd.DataFrame) -> bytes:
    """A DataFrame as the CSV we read: decimal comma, so that no number can be taken for another."""
    return df.map(_teks_csv).to_csv(index=False, sep=";").encode()


def _teks_csv(x: object) -> object:
    return (
        tulis(float(x), ribuan=False) if isinstance(x, (int, float)) and isfinite(x) and not isinstance(x, bool) else x
    )


def baca_sumber(sumber: bytes | bytearray | memoryview | BinaryIO) -> bytes:
    """The bytes of what is no path."""
    if isinstance(sumber, (bytes, bytearray, memoryview)):
        return bytes(sumber)
    if sumber.seekable():  # read before, it stands at its end
        sumber.seek(0)
    if isinstance(isi := sumber.read(), bytes):
        return isi
    raise TypeError("a path, bytes or a binary file is expected")


def akhiran(isi: bytes) -> str:
    """The ending a workbook of these bytes should have; what is none is refused under the name of one."""
    return ".xlsm" if isi.startswith(b"PK") and b"xl/vbaProject.bin" in isi else ".xlsx"


def _akhiran_asing(isi: bytes) -> str:
    return _AKHIRAN_ASING.get(jenis_berkas(isi)) or akhiran(isi)


def paket(sumber: Sumber) -> Paket:
    """The workbook the caller gave, to be read only."""
    if isinstance(sumber, (str, os.PathLike)):
        return Paket.buka(Path(sumber))
    isi = baca_sumber(sumber)
    return Paket.dari_bytes(isi, f"buku{akhiran(isi)}")


def muat_skema(pilihan: PilihanSkema) -> Skema:
    """The schemas as shipped, or with those of a folder laid over them."""
    return pilihan if isinstance(pilihan, Skema) else perintah.skema(None if pilihan is None else Path(pilihan))


def berkalimat(fungsi: Callable[P, T]) -> Callable[P, T]:
    """GalatBerkas from `fungsi` carries its sentence as a note, which a traceback shows."""

    @wraps(fungsi)
    def bungkus(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return fungsi(*args, **kwargs)
        except GalatBerkas as galat:
            galat.add_note(pesan_berkas(galat.kode, **galat.isi))
            raise

    return bungkus

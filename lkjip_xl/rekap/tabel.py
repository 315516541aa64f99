"""What a table of a rekap is: plain values for the workbook, the page and the CSV alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from lkjip_xl.rekap.himpun import Entri
from lkjip_xl.ringkasan.model import KolomRingkas

LEBAR_RP = 20
Sel = float | int | str | datetime | None


@dataclass(frozen=True, slots=True)
class Taut:
    """A text that leads into a workbook: to a cell of a sheet, or to the file alone."""

    teks: str
    entri: Entri
    lembar: str = ""
    sel: str = ""


Baris = Sequence["Sel | Taut"]


@dataclass(frozen=True, slots=True)
class TabelRekap:
    """One table: name for other systems, sheet, title, what is to be known about it, columns, and its rows anew each time."""

    nama: str
    lembar: str
    judul: str
    keterangan: str
    kolom: tuple[KolomRingkas, ...]
    baris: Callable[[], Iterator[Baris]]


def kolom(nama: str, judul: str, tipe: str = "teks", lebar: float = 12, desimal: int | None = None) -> KolomRingkas:
    """A column; percentages show two decimals."""
    return KolomRingkas(nama, judul, tipe, lebar, desimal=2 if tipe == "persen" and desimal is None else desimal)


def cacah(nama: str, judul: str, lebar: float = 10) -> KolomRingkas:
    """A column of counts."""
    return kolom(nama, judul, "angka", lebar, 0)


TAHUN, OPD = kolom("tahun", "Tahun", "pilihan", 7), kolom("perangkat_daerah", "Perangkat Daerah", lebar=38)
BERKAS = kolom("berkas", "Berkas", lebar=34)


def sebagai_kamus(t: TabelRekap) -> Iterator[dict[str, Sel]]:
    """The rows of a table by the names of its columns."""
    for b in t.baris():
        yield {k.nama: polos(x) for k, x in zip(t.kolom, b, strict=True)}


def polos(x: Sel | Taut) -> Sel:
    """The value of a cell without where it leads."""
    return x.teks if isinstance(x, Taut) else x


def persen(bagian: float, semua: float) -> float | None:
    """A share in percent; None of nothing."""
    return 100.0 * bagian / semua if semua else None

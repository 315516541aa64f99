"""The report as data: a list of blocks that chapters write and `word` prints.

kunci: what a block is about (kode of an indicator, a version …), which stays when texts and order change; without it
blocks of one kind below a heading are told apart by what they print or by their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip_xl.ringkasan.model import TabelRingkas
from lkjip_xl.word.ukuran_gambar import ukuran_gambar

DAFTAR = ("isi", "tabel", "gambar", "isian")
TEGAK, MELINTANG, LEBAR = "tegak", "melintang", "lebar"  # lebar: landscape on A3
LEBAR_GAMBAR, TINGGI_GAMBAR = 15.5, 20.0  # cm: as wide as this, unless too high
POIN = 72 / 2.54  # points of a centimetre


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading: level 1 = chapter on a new page, 2–4 below it."""

    teks: str
    tingkat: int = 1
    kunci: str = ""


@dataclass(frozen=True, slots=True)
class Paragraf:
    """Running text; gaya: name of a paragraph style of `word`."""

    teks: str
    gaya: str = "Isi"
    kunci: str = ""


@dataclass(frozen=True, slots=True)
class Butir:
    """A list of points."""

    teks: tuple[str, ...]
    kunci: str = ""


@dataclass(frozen=True, slots=True)
class Isian:
    """What only people can write: marked in the text, listed at the end, counted."""

    teks: str
    kunci: str = ""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with its caption above and its source below; without a number of its own it is numbered on.

    lanjutan: a further part of the table before it, which has the caption.
    """

    tabel: TabelRingkas
    kunci: str = ""
    lanjutan: bool = False


@dataclass(frozen=True, slots=True)
class Gambar:
    """A chart or picture with its caption, if any, below; alt says in words what it shows; lebar_cm 0 = as wide as charts."""

    png: bytes
    judul: str
    alt: str
    kunci: str = ""
    lebar_cm: float = 0.0

    def tercetak(self, lebar_teks: float) -> tuple[float, float]:
        """Width and height in points, as it is printed between margins so far apart on an upright page."""
        x, y = ukuran_gambar(self.png) or (1, 1)
        lebar = min((self.lebar_cm or LEBAR_GAMBAR) * POIN, lebar_teks, TINGGI_GAMBAR * POIN * x / y)
        return lebar, lebar * y / x


@dataclass(frozen=True, slots=True)
class Bagian:
    """A new section: page orientation and how its pages are numbered ("" = not, i = roman, 1 = arabic, "lanjut")."""

    arah: str = TEGAK
    halaman: str = "lanjut"


@dataclass(frozen=True, slots=True)
class Daftar:
    """One of the lists made of the document itself: contents, tables, charts, or what is left to write."""

    isi: str

    def __post_init__(self) -> None:
        if self.isi not in DAFTAR:
            raise ValueError(f"daftar {self.isi!r}")


Balok = Judul | Paragraf | Butir | Isian | Tabel | Gambar | Bagian | Daftar


@dataclass(frozen=True, slots=True)
class Naskah:
    """The whole report: its title, which stands on every page, the blocks in their order, whose report of which year."""

    judul: str
    balok: Sequence[Balok]
    draf: bool = False
    instansi: str = ""
    tahun: str = ""

    @property
    def isian(self) -> tuple[str, ...]:
        """What people still have to write, in order."""
        return tuple(b.teks for b in self.balok if isinstance(b, Isian))

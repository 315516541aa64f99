"""What a source is made of: cells with their looks and place, grids as they stand, tables as they are understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lkjip_xl.buku.format_angka import kenali_format
from lkjip_xl.inti.alamat import sel as alamat_sel

JenisBaris = Literal["data", "jumlah", "subjumlah", "rata", "kelompok", "nomor", "ulang", "kaki", "sambung"]
TOTAL: tuple[JenisBaris, ...] = ("jumlah", "subjumlah", "rata")
"""Kinds of rows that sum or average others."""
BINGKAI: tuple[JenisBaris, ...] = ("nomor", "ulang", "kaki")
"""Kinds of rows around what a table lists: numbers of columns, the header once more, remarks below."""
"""What a row is; sambung: the rest of the row before it, cut by a page break (its texts are added there, too)."""
Letak = tuple[int, int, int]
"""Index of the grid in the table's `kisi`, row, column."""


LEMBAR_FORMULIR = "_lkjip_formulir"
"""Sheet by which a form of ours is known; it is hidden, and read all the same."""


@dataclass(frozen=True, slots=True)
class SelAsing:
    """One filled cell: text as shown without raised marks, stored number, its format, what only this source knows.

    nilai: the stored number (None = text only); format: number format code (None = the source has none); atas: raised
    text left out of `teks` (footnote marks); rumus: formula; tak_tahu: a formula or error without a usable value.
    """

    teks: str
    nilai: float | None = None
    format: str | None = None
    atas: str = ""
    rumus: str | None = None
    tak_tahu: bool = False

    @property
    def angka(self) -> float | None:
        """The number as it is shown: of a percent format a hundred times what is stored.

        >>> SelAsing("92,85%", 0.9285, "0.00%").angka
        92.85
        """
        if self.nilai is None or self.format is None or not kenali_format(self.format).persen:
            return self.nilai
        return float(f"{self.nilai * 100:.15g}")


@dataclass(frozen=True, slots=True)
class Kisi:
    """A grid as it stands in the source: filled cells by (row, column) from 1, merged areas, what is hidden.

    tempat: sheet ("Sheet1"), page ("hlm. 4") or "" where the source is one table; nomor: number of the grid in the
    source from 1; atas: texts standing directly above the grid outside of it (captions, paragraphs), nearest last;
    bagian: the headings of the document it stands under, outermost first;
    beralamat: cells have addresses of a worksheet (else row and column are named); bawah: the first texts right below it;
    paragraf: of a grid made of lines of text, which paragraph each of its rows is.
    """

    berkas: str
    tempat: str
    nomor: int
    sel: dict[tuple[int, int], SelAsing]
    gabung: tuple[tuple[int, int, int, int], ...] = ()
    atas: tuple[str, ...] = ()
    baris_tersembunyi: frozenset[int] = frozenset()
    kolom_tersembunyi: frozenset[int] = frozenset()
    beralamat: bool = False
    bagian: tuple[str, ...] = ()
    bawah: tuple[str, ...] = ()
    paragraf: tuple[int, ...] = ()

    def alamat(self, baris: int, kolom: int) -> tuple[str, str]:
        """File (with sheet or page) and cell, as findings name them."""
        berkas = f"{self.berkas}!{self.tempat}" if self.tempat else self.berkas
        if self.paragraf:
            return berkas, f"paragraf {self.paragraf[baris - 1]}"
        sel = alamat_sel(baris, kolom)
        return berkas, sel if self.beralamat else f"tabel {self.nomor} baris {baris} kolom {kolom}"


@dataclass(frozen=True, slots=True)
class KolomAsing:
    """A column of a foreign table: its number in the grid, header path from the top, unit and factor the header states.

    satuan: unit printed in the header ("Rp", "%", ""); pengali: factor for amounts, and for nothing else ("(Rp ribu)",
    or "dalam ribuan rupiah" above the table = 1000); gabung: further columns under the same header cell, such as the
    parts of a kode.
    """

    nomor: int
    jalur: tuple[str, ...]
    satuan: str = ""
    pengali: float = 1.0
    gabung: tuple[int, ...] = ()

    @property
    def semua(self) -> tuple[int, ...]:
        """All columns of the grid that make up this one."""
        return (self.nomor, *self.gabung)

    @property
    def judul(self) -> str:
        """The header path as one text ("Kinerja: Realisasi")."""
        return ": ".join(self.jalur)


@dataclass(frozen=True, slots=True)
class BarisAsing:
    """A row below the header: kind, cells by column, texts of the groups above it, whether it is hidden, its grid row.

    kisi: index of the grid in the table's `kisi` (a table continued on the next page has several); asal: columns of the
    grid in which cells stand that are another column's here; dari: where (row, column) cells of other rows stand; butir: which
    item of such a row it is, from 1, where each is a row.
    """

    nomor: int
    jenis: JenisBaris
    sel: dict[int, SelAsing]
    kelompok: tuple[str, ...] = ()
    tersembunyi: bool = False
    kisi: int = 0
    asal: Mapping[int, int] = field(default_factory=dict)
    dari: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    butir: int = 0


@dataclass(frozen=True, slots=True)
class TabelAsing:
    """A table understood: title, columns, every row below the header (none is left out; its kind says what it is).

    judul: the lines above the header, parted by line breaks; sel_judul, sel_kepala: the cells they stand in;
    kaki: what its rows of the kind "kaki" say. Of a table turned into one row: letak, where (row, column) the cells of its
    columns stand, the indicator that the lines above it name, and ikut: cells beside it that say more of that indicator, each
    with its place and column. terputar: its rows are columns of the source, and its columns rows; pembanding: the last headers
    of columns that are names of others, whose figures these are.
    """

    judul: str
    kolom: tuple[KolomAsing, ...]
    baris: tuple[BarisAsing, ...]
    kisi: tuple[Kisi, ...]
    kaki: tuple[str, ...] = ()
    sel_judul: tuple[Letak, ...] = ()
    sel_kepala: tuple[Letak, ...] = ()
    letak: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    indikator: str = ""
    ikut: tuple[tuple[tuple[int, int], KolomAsing, SelAsing], ...] = ()
    terputar: bool = False
    pembanding: tuple[str, ...] = ()

    @property
    def kolom_akhir(self) -> int:
        """Number of the last of its columns; columns that a form adds are numbered behind it."""
        return max(n for k in self.kolom for n in k.semua)

    def tempat(self, baris: BarisAsing, kolom: int) -> tuple[int, int]:
        """Row and column of the grid in which a cell stands."""
        if self.terputar:
            return kolom, baris.nomor
        return self.letak.get(kolom) or baris.dari.get(kolom) or (baris.nomor, baris.asal.get(kolom, kolom))

    def alamat(self, baris: BarisAsing, kolom: int) -> tuple[str, str]:
        """File and cell of a column of a row, as findings name them."""
        return self.kisi[baris.kisi].alamat(*self.tempat(baris, kolom))

    @staticmethod
    def isi(baris: BarisAsing, kolom: KolomAsing) -> SelAsing | None:
        """What a row holds in a column; parts of a kode are joined by dots, other cells under one header by spaces."""
        ada = [baris.sel[k] for k in kolom.semua if k in baris.sel]
        if len(ada) < 2:
            return ada[0] if ada else None
        pisah = "." if all(s.teks[:1].isdigit() for s in ada) else " "
        teks = [s.teks.replace(",", ".").strip(" .") if pisah == "." else s.teks for s in ada]
        return SelAsing(pisah.join(teks), tak_tahu=any(s.tak_tahu for s in ada))

    def dalam(self) -> list[BarisAsing]:
        """Rows without its frame (BINGKAI)."""
        return [b for b in self.baris if b.jenis not in BINGKAI]

    def data(self) -> list[BarisAsing]:
        """Rows that stand for something themselves."""
        return [b for b in self.baris if b.jenis == "data"]


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph outside of tables: where (page, or "" where the source is one; its number there), and what it says."""

    tempat: str
    sel: str
    teks: str

    def berkas(self, nama: str) -> str:
        """Its file, with the page, as findings name it."""
        return f"{nama}!{self.tempat}" if self.tempat else nama


@dataclass(slots=True)
class Sumber:
    """A file read: its grids in order, and what is said once about it (code of schemas/pesan.yaml, values).

    alinea: its text outside of tables; () where it has none, None where nobody reads it.
    """

    berkas: str
    kisi: list[Kisi] = field(default_factory=list)
    catatan: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    alinea: tuple[Alinea, ...] | None = ()

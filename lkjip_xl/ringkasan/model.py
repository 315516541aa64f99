"""A summary table as data: columns, rows, merged cells, and what must be said about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lkjip_xl.tabel.model import Nilai

TIPE = ("teks", "angka", "persen", "rupiah", "pilihan")
GAYA = ("biasa", "tebal", "kelompok", "jumlah")


@dataclass(frozen=True, slots=True)
class KolomRingkas:
    """One column: name, header, upper header shared with its neighbours, type, decimals shown, width.

    desimal None shows a number as it is. tetap: stays even where it holds no data; inden: follows the row's indent.
    tambahan: printed only where Daftar Tabel asks for it.
    """

    nama: str
    judul: str
    tipe: str = "teks"
    lebar: float = 12
    kelompok: str | None = None
    desimal: int | None = None
    tetap: bool = False
    inden: bool = False
    tambahan: bool = False

    def __post_init__(self) -> None:
        if self.tipe not in TIPE:
            raise ValueError(f"tipe {self.tipe!r}")


@dataclass(frozen=True, slots=True)
class BarisRingkas:
    """One row: full-precision values by column (missing = blank) and how it looks.

    gaya: biasa; tebal (a programme among its activities); kelompok (a heading over the rows below, its text in the
    first column); jumlah (total). desimal: decimals of single cells, over those of the column. sementara: columns
    whose number is provisional (shown with *). inden: depth of the row's indent. tautan: cell a column's text leads to,
    as 'Sheet'!A1.
    """

    nilai: Mapping[str, Nilai]
    gaya: str = "biasa"
    desimal: Mapping[str, int] = field(default_factory=dict)
    sementara: frozenset[str] = frozenset()
    inden: int = 0
    tautan: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.gaya not in GAYA:
            raise ValueError(f"gaya {self.gaya!r}")


@dataclass(frozen=True, slots=True)
class Gabungan:
    """Merged body cells of one column: positions of the first and last row."""

    kolom: str
    awal: int
    akhir: int


def berisi(baris: Iterable[BarisRingkas], kolom: str) -> bool:
    """Does any row hold something in a column?"""
    return any(b.nilai.get(kolom) is not None for b in baris)


@dataclass(frozen=True, slots=True)
class TabelRingkas:
    """A summary table; it cannot exist without title, source, units, and (possibly no) notes.

    tersedia: the same table with every column it can show, printed or not.
    """

    lembar: str
    nomor: str
    judul: str
    sumber: str
    satuan: str
    catatan: tuple[str, ...]
    kolom: tuple[KolomRingkas, ...]
    baris: tuple[BarisRingkas, ...]
    gabung: tuple[Gabungan, ...] = ()
    tersedia: TabelRingkas | None = None

    def __post_init__(self) -> None:
        for nama in ("lembar", "judul", "sumber", "satuan"):
            if not getattr(self, nama).strip():
                raise ValueError(f"tabel ringkasan tanpa {nama}")
        if not self.kolom:
            raise ValueError("tabel ringkasan tanpa kolom")
        ada = {k.nama for k in self.kolom}
        for g in self.gabung:
            if g.kolom not in ada or not 0 <= g.awal < g.akhir < len(self.baris):
                raise ValueError(f"gabungan di luar tabel: {g}")

    def nilai(self, baris: int, kolom: str) -> Nilai:
        """Value of a cell; a merged cell shows the value of its first row."""
        for g in self.gabung:
            if g.kolom == kolom and g.awal <= baris <= g.akhir:
                baris = g.awal
        return self.baris[baris].nilai.get(kolom)

    def terlihat(self) -> list[list[Nilai]]:
        """What the cells of the body hold: rows = rows of the table, columns = its columns.

        Only the first cell of merged ones holds anything: of a column its first row, of a heading or the label of a
        total its first column.
        """
        tertutup = {(i, g.kolom) for g in self.gabung for i in range(g.awal + 1, g.akhir + 1)}
        hasil: list[list[Nilai]] = []
        for i, b in enumerate(self.baris):
            isi = [None if (i, k.nama) in tertutup else b.nilai.get(k.nama) for k in self.kolom]
            if b.gaya == "kelompok":
                isi[0] = str(b.nilai.get("", ""))
            elif b.gaya == "jumlah":
                label = letak_label(isi)
                isi[0], isi[label] = isi[label], isi[0] if label == 0 else None
            hasil.append(isi)
        return hasil

    def dengan(self, kolom: Sequence[KolomRingkas]) -> TabelRingkas:
        """The same table with these columns, of those it can show."""
        penuh = self.tersedia or self
        nama = {k.nama for k in kolom}
        return replace(
            penuh, kolom=tuple(kolom), gabung=tuple(g for g in penuh.gabung if g.kolom in nama), tersedia=penuh
        )


def letak_label(isi: Sequence[Nilai]) -> int:
    """Position of the label of a total: its first text, the first column where its label is not shown."""
    return next((i for i, x in enumerate(isi) if isinstance(x, str)), 0)


def gabung_sama(baris: Sequence[BarisRingkas], kolom: Sequence[str], kunci: Sequence[object]) -> list[Gabungan]:
    """Merge the cells of `kolom` over consecutive rows with the same key; None merges nothing.

    >>> gabung_sama([BarisRingkas({})] * 3, ["sasaran"], ["S1", "S1", "S2"])
    [Gabungan(kolom='sasaran', awal=0, akhir=1)]
    """
    hasil: list[Gabungan] = []
    awal = 0
    for i in range(1, len(baris) + 1):
        if i < len(baris) and kunci[i] is not None and kunci[i] == kunci[awal]:
            continue
        if i - awal > 1:
            hasil.extend(Gabungan(k, awal, i - 1) for k in kolom)
        awal = i
    return hasil


def kolom_berisi(kolom: Sequence[KolomRingkas], baris: Sequence[BarisRingkas]) -> tuple[KolomRingkas, ...]:
    """The usual columns that hold any data in ordinary rows; all of them where there is no row at all, or none with data."""
    isi = [b for b in baris if b.gaya != "kelompok"]
    kolom = [k for k in kolom if not k.tambahan]
    if not isi:
        return tuple(kolom)
    terpakai = tuple(k for k in kolom if k.tetap or berisi(isi, k.nama))
    return terpakai or tuple(kolom)

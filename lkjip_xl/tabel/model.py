"""The typed workbook: one Tabel per sheet, values by Excel row and schema column, and the settings."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from lkjip_xl.buku.baca import Lembar
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.angka import Bacaan, baca, baca_rentang
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.skala import Skala
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.model import Skema, SkemaLembar
from lkjip_xl.skema.versi import VERSI_TEMPLAT
from lkjip_xl.tabel.indeks import Indeks
from lkjip_xl.tabel.penilai import Lajur, Penilai

if TYPE_CHECKING:
    import pandas as pd

BARIS_TAUTAN = 1  # the way back to the guide stands above what is printed
BARIS_JUDUL = 2
BARIS_INSTANSI = 3
BARIS_PETUNJUK = 4
BARIS_KELOMPOK = 5
BARIS_KEPALA = 6
BARIS_NOMOR = 7
BARIS_DATA = 8

SUSUNAN_RUSAK = frozenset({"LB-01", "LB-02", "LB-09"})  # findings of sheets, columns and headers that were not found

Nilai = float | str | Galat | None
BERSATUAN = frozenset({"angka", "target"})  # types of columns whose figures bear the unit of their row
TANPA_SATUAN = frozenset(
    {"pembilang", "penyebut", "pengali", "volume", "bobot"}
)  # columns of such figures with another unit
ANGKA = frozenset({"angka", "cacah", "rupiah", "persen", "target", "tahun"})  # column types that hold numbers


class Asal(StrEnum):
    """Where the value of a cell comes from."""

    ISIAN = "isian"  # typed into an input cell
    RUMUS = "rumus"  # the template's own formula: recomputed, never trusted from the file
    TIMPA = "timpa"  # a constant typed over a formula
    RUMUS_LAIN = "rumus lain"  # another formula written by the user; its stored value
    KOSONG = "kosong"  # a formula cell that was emptied


@dataclass(slots=True)
class SelKerja:
    """One typed cell: value, where it comes from, decimals as typed or printed (None = unknown), the reading.

    teks: the text as it stands in a cell whose number had to be read from text; akhiran: what is to be shown behind a
    number (a star, words) when it is written.
    """

    nilai: Nilai
    asal: Asal
    desimal: int | None = None
    bacaan: Bacaan | None = None
    mentah: Any = None
    rumus: str | None = None
    teks: str | None = None
    akhiran: str = ""

    @classmethod
    def isian(cls, nilai: Nilai, desimal: int | None = None) -> SelKerja:
        """A cell as if somebody had typed just that value."""
        return cls(nilai, Asal.ISIAN, desimal, mentah=nilai)


# one cell each for hundreds of thousands that say the same; never to be changed. The text of the template's own formula is the schema's
SEL_RUMUS = SelKerja(None, Asal.RUMUS, rumus="=")
SEL_KOSONG = SelKerja(None, Asal.KOSONG)


@dataclass(slots=True)
class Tabel:
    """A sheet in memory: typed cells, and columns computed from them.

    sel: what stands in the cells, by (Excel row, schema column). baris: Excel rows somebody uses.
    penuh: every column over all ready-made rows (position 0 = first data row), blanks None, as Excel's formulas see them.
    harapan: the formula columns over the same rows, as the formula itself gives them.
    belum_ada: columns that only a newer template than the workbook's has; kepala: Excel row of the headers.
    Columns of the shipped template that the schema in use dropped stand in both as blanks.
    tulisan: Excel rows that only tell of the others, not among `baris` (tabel/baris_tulisan.py): their column, what they are.
    Rows (`isi`, `rekaman`) and frames are views of the columns.
    """

    skema: SkemaLembar
    lembar: str
    letak: dict[str, int]
    sel: dict[tuple[int, str], SelKerja] = field(default_factory=dict)
    baris: list[int] = field(default_factory=list)
    tulisan: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    penuh: dict[str, Lajur] = field(default_factory=dict)
    harapan: dict[str, Lajur] = field(default_factory=dict)
    ada: bool = True
    belum_ada: frozenset[str] = frozenset()
    kepala: int = BARIS_KEPALA
    _isi: dict[int, dict[str, Nilai]] | None = field(default=None, init=False, repr=False, compare=False)

    def pasang(
        self,
        baris: list[int],
        penuh: dict[str, Lajur],
        harapan: dict[str, Lajur],
        tulisan: Mapping[int, tuple[str, str]],
    ) -> None:
        """Put the computed columns in; the rows seen so far are forgotten."""
        self.baris, self.tulisan, self.penuh, self.harapan, self._isi = baris, tulisan, penuh, harapan, None

    @property
    def terakhir(self) -> int:
        """The last Excel row anybody wrote in, words about the others included; the one above the first where there is none."""
        return max((*self.baris, *self.tulisan), default=BARIS_DATA - 1)

    def alamat(self, baris: int, kolom: str) -> str:
        """A1 address of a cell ("" where the column is missing); a settings sheet has a row per setting, column C."""
        if kolom not in self.letak:
            return ""
        if self.skema.susunan == "pasangan":
            return alamat_sel(self.letak[kolom], 3)
        return alamat_sel(baris, self.letak[kolom])

    def nilai(self, baris: int, kolom: str) -> Nilai:
        """Effective value of a cell of a used row (KeyError elsewhere): in a number column text is a range or nothing."""
        return self.isi(baris)[kolom]

    def harap(self, baris: int, kolom: str) -> Nilai:
        """What the formula of a column gives in a used row (KeyError where the column has none or the row is not used)."""
        return self.pandang(kolom, self.harapan[kolom][self._letak_baris(baris)])

    def berumus(self, baris: int, kolom: str) -> bool:
        """Is there a formula's own value for this cell?"""
        return kolom in self.harapan and self.terpakai(baris)

    def terpakai(self, baris: int) -> bool:
        """Does somebody use this row?"""
        return baris in self.per_baris()

    def pandang(self, kolom: str, x: Nilai) -> Nilai:
        """A cell's content as rules and summaries see it: text in a number column is a range (target) or nothing."""
        k = self.skema.kolom.get(kolom)
        if isinstance(x, str) and not isinstance(x, Galat) and k is not None and k.tipe in ANGKA:
            return _angka_dari_teks(k.tipe, x)
        return x

    def dengan_harapan(self, ganti: Mapping[tuple[int, str], Nilai]) -> Tabel:
        """The same sheet whose formulas give other values in some cells of used rows."""
        harapan = {k: list(lajur) for k, lajur in self.harapan.items()}
        for (baris, kolom), x in ganti.items():
            harapan[kolom][self._letak_baris(baris)] = x
        return replace(self, harapan=harapan)

    def _letak_baris(self, baris: int) -> int:
        if not self.terpakai(baris):
            raise KeyError(baris)
        return baris - BARIS_DATA

    def asal(self, baris: int, kolom: str) -> Asal | None:
        """Origin of a cell's value; None where the cell is blank input."""
        s = self.sel.get((baris, kolom))
        return s.asal if s else None

    def bukan_angka(self, baris: int, kolom: str) -> str:
        """The text of a cell nothing was read from; "" where there is none."""
        s = self.sel.get((baris, kolom))
        return s.mentah if s is not None and s.nilai is None and isinstance(s.mentah, str) else ""

    def kata(self, baris: int, kolom: str) -> str:
        """The text of a cell that holds no number, typed or given by its formula (a word that is inherited); "" where there is none."""
        s = self.sel.get((baris, kolom))
        if s is not None and s.asal is not Asal.RUMUS:
            return self.bukan_angka(baris, kolom)
        return self.kata_rumus(baris, kolom)

    def kata_rumus(self, baris: int, kolom: str) -> str:
        """The text that the formula of a number column gives, whatever is typed over it; "" for a number, a blank or no formula."""
        if not self.berumus(baris, kolom):
            return ""
        x = self.harapan[kolom][self._letak_baris(baris)]
        return x if isinstance(x, str) and not isinstance(x, Galat) and self.pandang(kolom, x) is None else ""

    def desimal(self, baris: int, kolom: str) -> int | None:
        """Decimals of a typed value, None for formulas and unknown."""
        s = self.sel.get((baris, kolom))
        return s.desimal if s else None

    def rekaman(self) -> Iterator[tuple[int, dict[str, Nilai]]]:
        """Used rows as (Excel row, {column: effective value}), from top to bottom."""
        return iter(self.per_baris().items())

    def isi(self, baris: int) -> dict[str, Nilai]:
        """Effective values of a used row by column (KeyError elsewhere)."""
        return self.per_baris()[baris]

    def per_baris(self) -> Mapping[int, dict[str, Nilai]]:
        """Used rows by Excel row: {column: effective value}; one view for all who ask, never to be changed."""
        if self._isi is None:
            letak = [b - BARIS_DATA for b in self.baris]
            lajur = {k: [self.pandang(k, isi[p]) for p in letak] for k, isi in self.penuh.items()}
            self._isi = {b: {k: x[n] for k, x in lajur.items()} for n, b in enumerate(self.baris)}
        return self._isi

    def bingkai(self, kolom: Collection[str] | None = None) -> pd.DataFrame:
        """The sheet, or some of its columns, as a frame: rows = used Excel rows (index = Excel's row number), blanks None."""
        import pandas as pd

        baris = self.per_baris().values()
        return pd.DataFrame(
            {k: [r[k] for r in baris] for k in self.penuh if kolom is None or k in kolom},
            index=self.baris,
            dtype=object,
        )


def _angka_dari_teks(tipe: str, teks: str) -> Nilai:
    b = baca(teks, persen=tipe == "persen")
    if b.nilai is not None:
        return b.nilai
    return teks if tipe == "target" and baca_rentang(teks) is not None else None


@dataclass(slots=True)
class BukuKerja:
    """The whole typed workbook: sheets by schema id, settings by defined name, findings of reading and typing.

    lain: the sheets of the file that are no input sheets (summaries, the user's own), read when asked for. tanda: the
    mark of a sheet (NAMA_TANDA) by the name of its tab. versi: of the template the workbook was made from. templat_word:
    fingerprint of the Word document its region set (`templat_word.py`). penilai:
    evaluates formulas over the columns of all sheets. indeks: rows by what they hold; hitungan: what was computed from it
    (tabel/per_buku.py). Both belong to this very workbook: cells that change make a new one (`hitung_buku`), and it starts
    without them.
    """

    skema: Skema
    tabel: dict[str, Tabel]
    setelan: dict[str, Nilai] = field(default_factory=dict)
    semua_skala: Mapping[str, Skala] = field(
        default_factory=dict
    )  # by the key of their name, "" = that of the indicators
    temuan: list[Temuan] = field(default_factory=list)
    dilewati: set[tuple[str, str]] = field(default_factory=set)  # (sheet name, cell) already reported as unreadable
    lain: Mapping[str, Lembar] = field(default_factory=dict)
    tanda: dict[str, str] = field(default_factory=dict)
    versi: int = VERSI_TEMPLAT
    templat_word: str = ""
    penilai: Penilai = field(default_factory=lambda: Penilai({}, {}, ()))
    indeks: Indeks = field(init=False, repr=False, compare=False)
    hitungan: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.indeks = Indeks(self.tabel)

    def __getitem__(self, id_lembar: str) -> Tabel:
        return self.tabel[id_lembar]

    def lupakan_hitungan(self) -> None:
        """Let go of everything that was computed from the cells, and of cells with the template's own formula: of a long sheet as much as
        what is typed takes."""
        for t in self.tabel.values():
            t.pasang([], {}, {}, {})
            t.sel = {k: s for k, s in t.sel.items() if s is not SEL_RUMUS}
        self.hitungan.clear()
        self.indeks, self.penilai = Indeks(self.tabel), Penilai({}, {}, ())

    @property
    def skala(self) -> Skala:
        """The category scale of the indicators; empty where there is none."""
        return self.menurut_skala(None)

    def menurut_skala(self, nama: object) -> Skala:
        """The category scale of a name; empty where there is none."""
        return self.semua_skala.get(kunci_teks(nama), Skala(()))

    def tak_terbaca(self, id_lembar: str, baris: int, kolom: str) -> bool:
        """Does the cell hold something that could not be read? It is no blank, and no sum may go on without it."""
        t = self.tabel[id_lembar]
        return (t.lembar, t.alamat(baris, kolom)) in self.dilewati

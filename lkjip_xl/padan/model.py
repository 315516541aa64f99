"""Our side of a matching, whatever it is: columns with the headers they may bear, rows with what their cells may be taken for."""

from __future__ import annotations

from dataclasses import dataclass, field

from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.tabel.model import Nilai

NAMA_UTAMA = ("nama", "indikator", "uraian", "jenis", "komponen", "pernyataan")
NOMOR = frozenset({"no", "nomor", "urutan"})
KODE = frozenset({"kode"})
TAHUN = "tahun"
TW = "tw"  # column of the sheet with a row for each quarter
_SATUAN = "satuan"


@dataclass(frozen=True, slots=True)
class KolomTuju:
    """A column: name, type, header, every header it may bear in another table (kepala_setara), its choices."""

    nama: str
    tipe: str
    judul: str
    sebutan: frozenset[str]
    pilihan: tuple[str, ...] = ()

    @property
    def teks(self) -> bool:
        """Does it hold text?"""
        return self.tipe in ("teks", "kode", "pilihan")

    @property
    def nomor(self) -> bool:
        """Does it only count the rows? Such a number identifies nothing and contradicts nothing."""
        return self.nama in NOMOR or kunci_nama(self.judul) in NOMOR

    @property
    def satuan(self) -> bool:
        """Does it hold units?"""
        return self.nama.startswith(_SATUAN)

    @property
    def penanda(self) -> bool:
        """May its text tell rows apart? No unit, level, number or choice does."""
        return self.tipe == "teks" and not self.nomor and not self.satuan


@dataclass(frozen=True, slots=True, eq=False)
class BarisTuju:
    """A row: what its cells may be taken for (first = as shown), where they are, decimals typed, rows above by name.

    kelompok: rows of other groups (level, jenjang) may be missing in another table without anything being wrong;
    jumlah: a total; nomor: row of the sheet; tahun: the year its figures are of, where the sheet has rows of several;
    asal: of a summary the cells its figures are typed in.
    """

    sel: dict[str, str]
    nilai: dict[str, tuple[Nilai, ...]]
    desimal: dict[str, int | None] = field(default_factory=dict)
    induk: tuple[str, ...] = ()
    level: str | None = None
    versi: str | None = None
    kelompok: str | None = None
    jumlah: bool = False
    nomor: int = 0
    tahun: int | None = None
    asal: dict[str, tuple[str, str]] = field(default_factory=dict)

    def isi(self, kolom: str) -> Nilai:
        """The value shown."""
        return self.nilai.get(kolom, (None,))[0]


@dataclass(frozen=True, slots=True)
class Tujuan:
    """The sheet rows and columns are looked for in; turunan: computed column → columns it follows from; tahun: of the report.

    waris: the same of columns that are computed until somebody types over them.
    """

    lembar: str
    kolom: dict[str, KolomTuju]
    baris: list[BarisTuju]
    turunan: dict[str, frozenset[str]] = field(default_factory=dict)
    tahun: int | None = None
    waris: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def bertahun(self) -> bool:
        """Are its rows those of several years, each with the year in a column?"""
        return TAHUN in self.kolom and self.kolom[TAHUN].tipe == TAHUN

    def nama_kolom(self) -> list[str]:
        """Text columns that may name a row, the likeliest first."""
        teks = [k.nama for k in self.kolom.values() if k.penanda]
        return [n for n in NAMA_UTAMA if n in teks] + [n for n in teks if n not in NAMA_UTAMA]

    @property
    def bertingkat(self) -> bool:
        """Do its rows stand in a hierarchy of programmes?"""
        return "level" in self.kolom and "nama" in self.kolom

"""What a schema says: columns, sheets, and all sheets together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lkjip_xl.skema.cek_pandera import SkemaPandera
from lkjip_xl.skema.kata import Kata

if TYPE_CHECKING:
    import pandera.pandas as pa

JENIS = ("isian", "rumus", "warisan")
TIPE = ("teks", "kode", "pilihan", "angka", "cacah", "rupiah", "persen", "target", "tahun")
KELOMPOK = ("pengaturan", "perencanaan", "pengukuran", "anggaran", "analisis", "pendukung")
RINGKAS, LENGKAP = TAMPILAN = ("ringkas", "lengkap")
WAJIB, BILA_ADA = KEBUTUHAN = ("wajib", "bila ada")
SUSUNAN = ("tabel", "pasangan")


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: header, kind (typed, computed, inherited), type, formula, choices, help and looks.

    pilihan: fixed choices; pilihan_acuan: (sheet id, column) that holds them; nama_setelan: defined name of a
    setting; bawaan: default value; wajib: expected in every used row (blank: LB-04), harus: a key that must be there
    (nullable: false; blank: LB-03); tersembunyi: helper column; kata: a bound, a ratio or a word may stand for the figure,
    as in targets and results;
    utama: typed by hand as a rule, though a formula stands ready for it; tawaran: the list only offers, other words are as good;
    sinonim: headers this column bears in other copies of the table.
    """

    nama: str
    judul: str
    jenis: str
    tipe: str
    kelompok: str | None = None
    rumus: str | None = None
    pilihan: tuple[str, ...] = ()
    pilihan_acuan: tuple[str, str] | None = None
    ketat: bool = False
    tawaran: bool = False
    nama_setelan: str | None = None
    desimal: int | None = None
    satuan: str | None = None
    sinonim: tuple[str, ...] = ()
    lebar: float = 12
    bantuan: str = ""
    tersembunyi: bool = False
    kata: bool = False
    bawaan: Any = None
    wajib: bool = False
    harus: bool = False
    utama: bool = False


@dataclass(frozen=True, slots=True)
class OpsiCek:
    """What a check says beyond its code: related columns; sesudah: it speaks last, and only where neither its cell nor
    these columns of the row have a finding; isian: placeholder of the message -> column; seharusnya: column."""

    kode: str
    peringatan: bool = False
    terkait: tuple[str, ...] = ()
    sesudah: tuple[str, ...] | None = None
    isian: dict[str, str] = field(default_factory=dict)
    seharusnya: str | None = None


@dataclass(frozen=True, slots=True)
class CekBaris:
    """A check across the columns of a row: its name in `cek_baris.CEK_BARIS`, its arguments, what it says."""

    nama: str
    argumen: dict[str, Any]
    opsi: OpsiCek


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SkemaLembar:
    """One sheet: its name and place, ready-made rows, key columns, print layout, columns, pandera schema.

    cek_kolom: what the checks of a column say, by (column, code); cek_baris: checks across columns, in the order of
    their numbers in the pandera schema; cek_mati: (code, column) of checks that went with a column the overlay dropped;
    kenal: words in the caption of somebody else's table by which it is taken for this sheet. tampilan: a sheet of the short view
    is always shown, one of the full view only where it holds something; kebutuhan: is it needed for every report?
    """

    id: str
    lembar: str
    judul: str
    cermin: str
    petunjuk: str
    urutan: int
    kelompok: str
    susunan: str
    baris: int
    kunci: tuple[str, ...]
    cetak: dict[str, Any]
    baris_awal: tuple[dict[str, Any], ...]
    kolom: dict[str, Kolom]
    cek_pandera: SkemaPandera
    cek_kolom: dict[tuple[str, str], OpsiCek] = field(default_factory=dict)
    cek_baris: tuple[CekBaris, ...] = ()
    cek_mati: tuple[tuple[str, str], ...] = ()
    kenal: tuple[str, ...] = ()
    tampilan: str = LENGKAP
    kebutuhan: str = BILA_ADA

    def __repr__(self) -> str:
        return f"<SkemaLembar {self.lembar}: {len(self.kolom)} kolom>"

    @property
    def pandera(self) -> pa.DataFrameSchema:
        """The sheet's pandera schema."""
        return self.cek_pandera.jadi()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Skema:
    """All sheets by id, in their order in the workbook, and the words findings and reports are written in.

    kata: None = those in use where the schema is used.
    """

    lembar: dict[str, SkemaLembar] = field(default_factory=dict)
    kata: Kata | None = None

    def __repr__(self) -> str:
        return f"<Skema: {len(self.lembar)} lembar>"

    def menurut_lembar(self, nama: str) -> SkemaLembar | None:
        """The schema of a sheet name."""
        return next((s for s in self.lembar.values() if s.lembar == nama), None)

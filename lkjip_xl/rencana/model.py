"""What a taking-over is made of: which table is which sheet, which column which, and what became of every cell of a source."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.sumber.model import BarisAsing, SelAsing, TabelAsing
from lkjip_xl.tabel.model import BukuKerja, SelKerja

Letak = tuple[str, int, str]  # id of a sheet, Excel row, schema column
Tempat = tuple[int, int, int]  # id of a grid, row, column


TAK_DIKENAL = "tabel tidak dikenali"  # why no cell of a table is used, where nothing else says it


class Yakin(StrEnum):
    """How sure it is that a table or column is what it is taken for."""

    PASTI = "pasti"
    RAGU = "ragu"
    TIDAK = "tidak dipakai"


class Nasib(StrEnum):
    """What became of a filled cell of a source."""

    DITULIS = "ditulis"
    SAMA = "sama"
    DIBANDINGKAN = "dibandingkan"
    BENTROK = "bertentangan"
    RAGU = "ragu"
    KEPALA = "kepala"
    TIDAK = "tidak dipakai"


class Peran(StrEnum):
    """What a column of a table stands for."""

    NILAI = "nilai"
    SASARAN = "sasaran"
    TUJUAN = "tujuan"
    LEVEL = "level"
    NOMOR = "nomor"
    KODE = "kode"


@dataclass(frozen=True, slots=True)
class PetaKolom:
    """A column of a table: its number and header, the schema column it is, how sure that is and why not.

    level: of a column that holds the programmes of one level; pengali: factor of amounts; kunci: what its row is found by
    beside the kode (tw); kumulatif: of a quarter, its figures are those of the year up to it.
    """

    nomor: int
    judul: str
    lembar: str = ""
    kolom: str = ""
    yakin: Yakin = Yakin.TIDAK
    alasan: str = ""
    peran: Peran = Peran.NILAI
    level: str = ""
    pengali: float = 1.0
    kunci: tuple[tuple[str, str], ...] = ()
    kumulatif: bool = False


@dataclass(slots=True)
class PetaTabel:
    """A table: its number among all (from 1), the sheet it is taken for ("" = none), its columns by number.

    bawaan: cells that no column says but the caption (versi); dekat: the sheet it resembles most where it is none; alasan: why
    all of it is asked, or why it is taken for none though it is like one.
    """

    nomor: int
    tabel: TabelAsing
    lembar: str = ""
    yakin: Yakin = Yakin.TIDAK
    kolom: dict[int, PetaKolom] = field(default_factory=dict)
    bawaan: dict[str, str] = field(default_factory=dict)
    dekat: str = ""
    skor: float = 0.0
    alasan: str = ""

    def nomor_kolom(self, lembar: str, kolom: str) -> int | None:
        """Number of the column that was taken for a schema column."""
        return next((k.nomor for k in self.kolom.values() if (k.lembar, k.kolom) == (lembar, kolom)), None)

    def berperan(self, peran: Peran) -> list[PetaKolom]:
        """The columns of a role, in their order."""
        return [k for k in self.kolom.values() if k.peran is peran and k.yakin is not Yakin.TIDAK]

    @property
    def judul(self) -> str:
        """Its caption, or where it stands."""
        return self.tabel.judul or self.tempat

    @property
    def tempat(self) -> str:
        """File, and sheet or page."""
        k = self.tabel.kisi[0]
        return f"{k.berkas}!{k.tempat}" if k.tempat else k.berkas


@dataclass(frozen=True, slots=True)
class Titik:
    """One cell of a source on its way: table, row, column, content."""

    peta: PetaTabel
    baris: BarisAsing
    kolom: PetaKolom
    sel: SelAsing

    @property
    def tempat(self) -> Tempat:
        """Where it stands."""
        tabel = self.peta.tabel
        return id(tabel.kisi[self.baris.kisi]), *tabel.tempat(self.baris, self.kolom.nomor)

    @property
    def alamat(self) -> tuple[str, str]:
        """File and cell."""
        return self.peta.tabel.alamat(self.baris, self.kolom.nomor)

    @property
    def tercetak(self) -> str:
        """What the cell of the source says, of which a row made of several cells may hold a part."""
        kisi = self.peta.tabel.kisi[self.baris.kisi]
        asli = kisi.sel.get(self.tempat[1:]) if self.kolom.nomor in self.baris.asal or self.baris.butir else None
        return asli.teks if asli is not None else self.sel.teks


@dataclass(frozen=True, slots=True)
class Tempatan:
    """A cell of a source with the place in the workbook that is its own, and its fate there; ragu: its reading or meaning is doubted."""

    titik: Titik
    letak: Letak
    nasib: Nasib
    alasan: str = ""
    ragu: bool = False


@dataclass(slots=True)
class SelAsal:
    """A filled cell of a source and what became of it; tabel: 0 = stands in none; lembar, sel: where it went in the workbook."""

    tabel: int
    berkas: str
    alamat: str
    teks: str
    nasib: Nasib
    alasan: str = ""
    lembar: str = ""
    sel: str = ""


@dataclass(frozen=True, slots=True)
class Pertanyaan:
    """Something the user may answer with ya or tidak: a table, a doubtful column or row, a conflict.

    id: the same for the same source and workbook; tetap: told only, nothing to answer.
    """

    id: str
    jenis: str
    sumber: str
    bagian: str
    tujuan: str
    isi: str
    keterangan: str
    bawaan: bool
    tetap: bool = False


@dataclass(slots=True)
class Rencana:
    """The whole plan: tables, the fate of every cell, the places of those that have one, questions, findings, cells to write, the workbook as it would be.

    perlu_dilihat: forms of bidang that were refused or came back without anything typed; tersisa: kode of new indicators
    whose column on the sheet Indikator is still to be chosen, by that column; dijawab: the answers it was made with.
    """

    buku: BukuKerja
    tabel: list[PetaTabel] = field(default_factory=list)
    sel: list[SelAsal] = field(default_factory=list)
    tempat: list[Tempatan] = field(default_factory=list)
    pertanyaan: list[Pertanyaan] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    tulis: dict[Letak, SelKerja] = field(default_factory=dict)
    alasan: dict[Letak, str] = field(default_factory=dict)
    berkas: list[str] = field(default_factory=list)
    baris_baru: int = 0
    baris_cocok: int = 0
    perlu_dilihat: int = 0
    tersisa: dict[str, list[str]] = field(default_factory=dict)
    dijawab: dict[str, bool] = field(default_factory=dict)

    def cacah(self) -> dict[str, int]:
        """How many cells of the sources met each fate."""
        n = Counter(s.nasib for s in self.sel)
        return {x.value: n[x] for x in Nasib}

    def kalimat_tulis(self, ditulis: int) -> str:
        """How many cells of the workbook were written: those that cells of the sources went to, and keys of their rows beside them."""
        berasal = {(s.lembar, s.sel) for s in self.sel if s.lembar}
        letak = ((self.buku[i].lembar, self.buku[i].alamat(b, k)) for i, b, k in self.tulis)
        sendiri = sum(x not in berasal for x in letak)
        ikut = f", {sendiri} di antaranya kode, level, dan isian lain yang mengikuti barisnya" if sendiri else ""
        return f"{ditulis} sel buku ditulis{ikut}"

    @property
    def terpakai(self) -> bool:
        """Was any cell written, equal, compared, doubtful or in conflict?"""
        dipakai = {Nasib.DITULIS, Nasib.SAMA, Nasib.DIBANDINGKAN, Nasib.BENTROK, Nasib.RAGU}
        return any(s.nasib in dipakai for s in self.sel)

    @property
    def terbuka(self) -> bool:
        """Is there something to decide or to look at: conflicts, doubts, tables or forms that were not taken?"""
        if self.perlu_dilihat:
            return True
        return any(s.nasib in (Nasib.BENTROK, Nasib.RAGU) for s in self.sel) or any(not t.lembar for t in self.tabel)

    @property
    def tuntas(self) -> bool:
        """Is there nothing left to write, to decide or to look at?"""
        return not self.tulis and not self.terbuka

"""How many cells of the outside table were compared, and why the others were not: no cell is left out in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from lkjip_xl.padan.padan import Padan
from lkjip_xl.sumber.model import BarisAsing


class Alasan(StrEnum):
    """Why a cell was not compared, as it is told."""

    KOLOM = "kolomnya tidak dikenali"
    BARIS = "barisnya tidak ada di lembar"
    GANDA = "barisnya tertulis lebih dari sekali"
    JUMLAH = "baris jumlah atau rata-rata"
    BUKAN_DATA = "bukan baris data"
    NOMOR = "nomor urut"
    INDUK = "nama baris di atasnya"
    KOSONG_LEMBAR = "kosong di lembar"
    GALAT_LEMBAR = "belum dapat dihitung di lembar"
    RUMUS = "rumus tanpa nilai"
    TABEL_LAIN = "di tabel lain dalam berkas itu"
    LUAR_TABEL = "di luar tabel"
    RAGU = "ragu dibaca atau ragu artinya"


BUKAN_TABELNYA = frozenset({Alasan.TABEL_LAIN, Alasan.LUAR_TABEL})


class Hitungan:
    """Cells below the header: equal, different, not used by reason; `isi` = compared cells beside the names of rows."""

    def __init__(self) -> None:
        self.sama = 0
        self.beda = 0
        self.isi = 0
        self.lain: Counter[str] = Counter()

    def banding(self, sama: bool, *, nama: bool = False) -> None:
        """One cell compared."""
        self.sama += sama
        self.beda += not sama
        self.isi += not nama

    def lewat(self, alasan: str, banyak: int = 1) -> None:
        """Cells not compared."""
        if banyak:
            self.lain[alasan] += banyak

    def baris(self, b: BarisAsing, alasan: Alasan) -> None:
        """A whole row not compared."""
        self.lewat(alasan, len(b.sel))

    def tambah(self, lain: Hitungan) -> None:
        """What was compared elsewhere, too."""
        self.sama, self.beda, self.isi = self.sama + lain.sama, self.beda + lain.beda, self.isi + lain.isi
        self.lain += lain.lain

    def tak_dipakai(self, p: Padan) -> None:
        """Rows that are no data, or totals the sheet has no row for."""
        terlihat = {id(o.asing) for o, _, _ in p.baris.pasangan}
        terlihat |= {id(o.asing) for o in (*p.baris.lebih, *(o for o, _ in p.baris.ganda))}
        jumlah = {id(o.asing) for o in p.baris.jumlah}
        for b in p.tabel.baris:
            if id(b) not in terlihat:
                self.baris(b, Alasan.JUMLAH if id(b) in jumlah else Alasan.BUKAN_DATA)

    @property
    def sisa(self) -> int:
        """Cells of the table that were not compared."""
        return sum(n for a, n in self.lain.items() if a not in BUKAN_TABELNYA)

    @property
    def semua(self) -> int:
        """All cells of the table below its header."""
        return self.sama + self.beda + self.sisa

    def rinci(self, *, luar: bool = False) -> str:
        """The reasons with their numbers, most first; luar: of cells elsewhere in the file."""
        return "; ".join(f"{n} sel {a}" for a, n in self.lain.most_common() if (a in BUKAN_TABELNYA) is luar)

    def ke_json(self) -> Mapping[str, object]:
        """As the report's JSON has it."""
        return {
            "dibandingkan": self.sama + self.beda,
            "sama": self.sama,
            "berbeda": self.beda,
            "tidak_dipakai": {str(a): n for a, n in self.lain.most_common()},
        }

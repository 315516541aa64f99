"""What a filling did: where each row went, and what became of every filled cell of the files."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from lkjip_xl.inti.banjir import Banjir
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.skema.pesan import buat_temuan, katalog

SEBUT_PALING_BANYAK = 5  # cells named in the closing line


@dataclass(frozen=True, slots=True)
class Penempatan:
    """Where one row went."""

    berkas: str
    nomor: int
    lembar: str
    baris: int
    cara: str


@dataclass(slots=True)
class HasilIsi:
    """What a filling did: placements, findings, and what became of every filled cell of the files.

    sel: cells written; diganti: those of them where something else was typed before; sama: cells that stood there already; tercetak: texts of columns that only repeat the sheet
    Indikator and were compared with it, by (sheet id, Excel row, column); dibuang: cells not used, by the code that
    says why; kepala: cells of titles, headers and names of settings; pindah: sheet and cell of figures that have another
    home than the column they were printed in, by (sheet id, Excel row, column).
    """

    penempatan: list[Penempatan] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    sel: int = 0
    diganti: list[str] = field(default_factory=list)
    sama: int = 0
    tercetak: dict[tuple[str, int, str], str] = field(default_factory=dict)
    pindah: dict[tuple[str, int, str], tuple[str, str]] = field(default_factory=dict)
    dibuang: Counter[str] = field(default_factory=Counter)
    kepala: int = 0
    _banjir: Banjir = field(default_factory=Banjir, init=False, repr=False, compare=False)

    def lapor(self, kode: str, lembar: str, sel: str, *, kolom: str = "", **isi: Any) -> None:
        """Say something of a cell; arguments as of buat_temuan. Of what fills a column `satukan_banjir` makes one finding."""
        if not self._banjir.tenggelam(kode, katalog()[kode].tingkat, lembar, kolom, sel):
            self.temuan.append(buat_temuan(kode, lembar=lembar, sel=sel, kolom=kolom, **isi))

    def satukan_banjir(self) -> None:
        """Give the findings that speak for many cells all of them, once every row has its place."""
        self.temuan = self._banjir.satukan(self.temuan)

    def kode_keluar(self) -> int:
        """0 where everything offered was taken or stood there already, 1 with an error or where nothing was of use."""
        galat = any(t.tingkat is Tingkat.KESALAHAN for t in self.temuan)
        return int(galat or not (self.sel or self.sama or self.tercetak))

    def kalimat(self) -> str:
        """How many cells were written, equal, compared, not used."""
        bagian = [f"{len(self.penempatan)} baris", f"{self.sel} sel ditulis", f"{self.sama} sel sudah sama"]
        if self.diganti:
            lagi = f" dan {n} lagi" if (n := len(self.diganti) - SEBUT_PALING_BANYAK) > 0 else ""
            daftar = ", ".join(self.diganti[:SEBUT_PALING_BANYAK])
            bagian.append(f"{len(self.diganti)} sel mengganti isi lama ({daftar}{lagi}; isi lama ada di cadangan)")
        if self.tercetak:
            bagian.append(f"{len(self.tercetak)} sel dibandingkan dengan lembar Indikator")
        if self.kepala:
            bagian.append(f"{self.kepala} sel judul dan kepala")
        if n := self.dibuang.total():
            sebab = "; ".join(f"{katalog()[k].judul} ({x})" for k, x in self.dibuang.most_common() if x)
            bagian.append(f"{n} sel tidak dipakai: {sebab}")
        return ", ".join(bagian)

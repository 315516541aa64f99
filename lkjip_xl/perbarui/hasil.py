"""What bringing a workbook to today's template changes, as a list to read before it is done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from lkjip_xl.inti.temuan import Temuan


class Jenis(StrEnum):
    """Kinds of change; the order is the order of the list."""

    LEMBAR_BARU = "lembar baru"
    NAMA_LEMBAR = "nama lembar"
    URUTAN = "urutan lembar"
    KOLOM_BARU = "kolom baru"
    KOLOM_LAMA = "kolom lama"
    KEPALA = "kepala kolom"
    BARIS = "baris siap pakai"
    ISI_BAWAAN = "isi bawaan"
    PINDAH = "isian dipindahkan"
    RUMUS = "rumus"
    RUMUS_PULIH = "rumus dipulihkan"
    KONSTANTA = "angka di atas rumus"
    RUMUS_SENDIRI = "rumus sendiri"
    PILIHAN = "daftar pilihan"
    LEBAR = "lebar kolom"
    NAMA = "nama rentang"
    KUNCI = "penguncian"
    PETUNJUK = "petunjuk"
    MAKRO = "makro"
    VERSI = "versi templat"
    TAK_IKUT = "tidak dapat mengikuti"


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One line of the list: kind, sheet, place (cells, column, name), what was there and what comes ("" = nothing)."""

    jenis: Jenis
    lembar: str
    tempat: str
    lama: str = ""
    baru: str = ""
    dilakukan: bool = True


@dataclass(slots=True)
class HasilPerbarui:
    """The list of changes, and whether the workbook's bytes change at all.

    sel: how many typed cells were carried (all of them: otherwise nothing is written). tambahan: what became of what the
    user had put on the guide.
    """

    perubahan: list[Perubahan] = field(default_factory=list)
    berubah: bool = False
    sel: int = 0
    dari_versi: int = 0
    ke_versi: int = 0
    tambahan: list[Temuan] = field(default_factory=list)

    @property
    def perlu(self) -> bool:
        """Does anything on the list get done? Excel and LibreOffice write the same workbook down in other bytes."""
        return any(p.dilakukan for p in self.perubahan)

    def catat(
        self, jenis: Jenis, lembar: str, tempat: str, lama: object = "", baru: object = "", *, dilakukan: bool = True
    ) -> None:
        """Add a line, each once."""
        p = Perubahan(jenis, lembar, tempat, str(lama), str(baru), dilakukan)
        if p not in self.perubahan:
            self.perubahan.append(p)

    def urut(self) -> list[Perubahan]:
        """The lines by kind, in the order they were found."""
        tempat = {j: i for i, j in enumerate(Jenis)}
        return sorted(self.perubahan, key=lambda p: tempat[p.jenis])

    def jumlah(self) -> dict[Jenis, int]:
        """Lines per kind."""
        n = Counter(p.jenis for p in self.perubahan)
        return {j: n[j] for j in Jenis if n[j]}

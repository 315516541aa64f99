"""What merged cells and group rows above a row say about it: its tujuan, its sasaran, the indicator that goes on."""

from __future__ import annotations

from lkjip_xl.ambil.register import Indikator
from lkjip_xl.padan.nama import tingkat_awalan
from lkjip_xl.sumber.model import BarisAsing, SelAsing


class Bawaan:
    """What merged cells and group rows above a row say."""

    def __init__(self) -> None:
        self.tujuan = self.sasaran = ""
        self.indikator: Indikator | str = "tanpa nama"

    def kelompok(self, teks: str) -> None:
        """A group row: a tujuan where it says so, else a sasaran."""
        if tingkat_awalan(teks) == "tujuan":
            self.tujuan, self.sasaran = _isi(teks), ""
        else:
            self.sasaran = _isi(teks)
        self.indikator = "tanpa nama"

    def baris(self, b: BarisAsing, sasaran: int, tujuan: int) -> None:
        """The statements of a row; blank ones go on."""
        t, s = (_teks(b.sel.get(k)) for k in (tujuan, sasaran))
        if t and t != self.tujuan:
            self.tujuan, self.sasaran = t, ""
        if s:
            self.sasaran = s
        if not sasaran and not tujuan and b.kelompok:
            self.sasaran = _isi(b.kelompok[-1])

    @property
    def pernyataan(self) -> tuple[str, str]:
        """The statement a new indicator belongs to, and its level."""
        if self.tujuan and not self.sasaran:
            return self.tujuan, "tujuan"
        return self.sasaran, "sasaran"


def _teks(s: SelAsing | None) -> str:
    return s.teks.strip() if s is not None else ""


def _isi(teks: str) -> str:
    """A group row without the word for its kind."""
    return teks.partition(":")[2].strip() if tingkat_awalan(teks) else teks.strip()

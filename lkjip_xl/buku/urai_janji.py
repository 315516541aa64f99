"""Reading a sheet part to see that it can be read and that some cells hold what was written: the others are not kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from lkjip_xl.buku.format_angka import FormatAngka
from lkjip_xl.buku.isi_mentah import Sel
from lkjip_xl.buku.urai_lembar import PenguraiLembar


class SelTerpilih(dict[tuple[int, int], Any]):
    """Cells by row and column; of those that nobody asks for no more than that they are there, but for the last row."""

    def __init__(self, pilih: Collection[tuple[int, int]]) -> None:
        super().__init__()
        self._pilih, self._nomor, self._baris = pilih, 0, dict[int, Sel]()

    def __setitem__(self, tempat: tuple[int, int], isi: Sel | None) -> None:
        if tempat[0] != self._nomor:
            self._nomor, self._baris = tempat[0], {}
        if isi is not None:
            self._baris[tempat[1]] = isi
        super().__setitem__(tempat, isi if tempat in self._pilih else None)

    def get(self, tempat: tuple[int, int], bawaan: Any = None) -> Any:
        """The cell: rows that repeat the last one are made from its cells."""
        if tempat[0] == self._nomor:
            return self._baris.get(tempat[1], bawaan)
        return super().get(tempat) or bawaan


class PenguraiJanji(PenguraiLembar):
    """Reads a part as PenguraiLembar does, with the same errors; `sel` holds what stands in the cells of `pilih` and in no other.

    Half a million cells would take as much memory again as all that was done to them.
    """

    def __init__(
        self, teks: Sequence[str], gaya: Sequence[FormatAngka], sejak1904: bool, pilih: Collection[tuple[int, int]]
    ) -> None:
        super().__init__(teks, gaya, sejak1904)
        self.sel = SelTerpilih(pilih)

    def urai(self, data: bytes) -> None:
        """Read the part; where it has array formulas over several cells all of its cells are kept."""
        self._urai(data)
        if self._larik:
            utuh = PenguraiLembar(self._teks, self._gaya, self._sejak1904)
            utuh.urai(data)
            self.sel = utuh.sel

"""Cells of sheets of very many rows: the same looks and contents as any other cell of ours, without a cell object for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.gulungan import Isi, LembarPanjang
from lkjip_xl.lembar.gaya import HURUF_TAUTAN, Rupa
from lkjip_xl.lembar.sel import bersih, isi_tanggal, lepaskan, polos, rupai
from lkjip_xl.lembar.ukuran import TINGGI_TERBESAR


@dataclass(frozen=True, slots=True)
class SelPanjang:
    """One cell; format: another than its look has; berkas, tempat: the file it opens, and a place in it as 'Sheet'!A1."""

    nilai: object
    rupa: Rupa
    format: str | None = None
    berkas: str | None = None
    tempat: str | None = None


class BarisPanjang:
    """Writes the rows of a sheet whose settings openpyxl writes; its own rows stay in that sheet's LembarPanjang."""

    def __init__(self, ws: Worksheet) -> None:
        self._ws, self.isi = ws, LembarPanjang()
        self._gaya: dict[tuple[Rupa, str | None, bool], int] = {}

    def tambah(self, sel: Sequence[SelPanjang], tinggi: float) -> None:
        """The next row."""
        self.isi.tambah(min(tinggi, TINGGI_TERBESAR), [(self._nomor_gaya(s), _isi(s.nilai)) for s in sel])
        for k, s in enumerate(sel, 1):
            if s.berkas is not None:
                self.isi.tautkan(k, s.berkas, s.tempat)

    def _nomor_gaya(self, s: SelPanjang) -> int:
        kunci = s.rupa, s.format, s.berkas is not None
        if kunci not in self._gaya:
            contoh = lepaskan(rupai(WriteOnlyCell(self._ws), s.rupa))
            if s.format is not None:
                contoh.number_format = s.format
            if s.berkas is not None:
                contoh.font = HURUF_TAUTAN
            self._gaya[kunci] = contoh.style_id
        return self._gaya[kunci]


def _isi(nilai: object) -> Isi:
    if isinstance(nilai, str):
        return bersih(nilai)
    if isinstance(nilai, date):
        return isi_tanggal(nilai)
    x = polos(nilai)
    return bersih(x) if isinstance(x, str) else x

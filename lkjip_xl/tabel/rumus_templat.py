"""Is a formula in a cell the template's own? Written once for each column, then compared row by row."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lkjip_xl.skema.model import Kolom
from lkjip_xl.tabel.ungkapan import KolomBaris, Sebelum, ke_excel, telusuri, urai


class _Baris:
    """Stands for the row number in a formula."""

    INI, ATAS = "\ue000", "\ue001"

    def __str__(self) -> str:
        return self.INI

    def __sub__(self, _: int) -> str:
        return self.ATAS


class RumusTemplat:
    """The formulas of a sheet's columns; huruf: letters of the columns that were found."""

    def __init__(self, huruf: Mapping[str, str]) -> None:
        self._huruf = huruf
        self._pola: dict[str, tuple[str, str] | None] = {}

    def cocok(self, k: Kolom, rumus: str, baris: int) -> bool:
        """Is it the formula of this row? Where a column it needs is missing, that is what is reported."""
        if k.nama not in self._pola:
            self._pola[k.nama] = self._tulis(k)
        pola = self._pola[k.nama]
        if pola is None:
            return True
        tulis, rapat = (x.replace(_Baris.INI, str(baris)).replace(_Baris.ATAS, str(baris - 1)) for x in pola)
        return rumus == tulis or rata(rumus) == rapat

    def _tulis(self, k: Kolom) -> tuple[str, str] | None:
        simpul = urai(k.rumus)
        if not all(s.nama in self._huruf for s in telusuri(simpul) if isinstance(s, (KolomBaris, Sebelum))):
            return None
        teks = ke_excel(simpul, self._huruf, _Baris())
        return f"={teks}", rata(teks)


def rata(rumus: str) -> str:
    """Formula text without what an application adds: "=", spaces, "_xll.", "@", letter case, "$"."""
    return re.sub(r"[\s@$]|^=|_xll\.|_xlfn\.", "", rumus).casefold()

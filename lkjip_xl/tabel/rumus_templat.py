"""Is a formula in a cell the template's own? Written once for each column, then compared row by row."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lkjip_xl.inti.alamat import huruf as huruf_kolom
from lkjip_xl.skema.model import Kolom
from lkjip_xl.skema.ungkapan import GalatUngkapan, KolomBaris, LambangBaris, Sebelum, ke_excel, telusuri, urai

_HIASAN = re.compile(r"[\s@$]|^=|_xll\.|_xlfn\.")


class RumusTemplat:
    """The formulas of a sheet's columns; huruf: letters of the columns that were found.

    lama: the formulas an older template wrote, by column; buangan: numbers of its columns that today's no longer has.
    """

    def __init__(
        self, huruf: Mapping[str, str], lama: Mapping[str, str] | None = None, buangan: Mapping[str, int] | None = None
    ) -> None:
        self._huruf, self._lama = huruf, dict(lama or {})
        self._huruf_lama = {**huruf, **{n: huruf_kolom(c) for n, c in (buangan or {}).items()}}
        self.kolom_lama = frozenset(c for n, c in (buangan or {}).items() if n in self._lama)
        self._pola: dict[str, tuple[str, str] | None] = {}
        self._pola_lama: dict[str, tuple[str, str] | None] = {}

    def cocok(self, k: Kolom, rumus: str, baris: int) -> bool:
        """Is it the formula of this row? Where a column it needs is missing, that is what is reported."""
        if k.nama not in self._pola:
            self._pola[k.nama] = self._tulis(k)
        pola = self._pola[k.nama]
        return pola is None or _sama(pola, rumus, baris) or self._cocok_lama(k.nama, rumus, baris)

    def _cocok_lama(self, kolom: str, rumus: str, baris: int) -> bool:
        """Is it what the older template wrote there?"""
        if kolom not in self._lama:
            return False
        if kolom not in self._pola_lama:
            try:
                self._pola_lama[kolom] = _pola(ke_excel(urai(self._lama[kolom]), self._huruf_lama, LambangBaris()))
            except (GalatUngkapan, KeyError):  # it names a function or column that is gone
                self._pola_lama[kolom] = None
        pola = self._pola_lama[kolom]
        return pola is not None and _sama(pola, rumus, baris)

    def _tulis(self, k: Kolom) -> tuple[str, str] | None:
        simpul = urai(k.rumus)
        if not all(s.nama in self._huruf for s in telusuri(simpul) if isinstance(s, (KolomBaris, Sebelum))):
            return None
        return _pola(ke_excel(simpul, self._huruf, LambangBaris()))


def _pola(teks: str) -> tuple[str, str]:
    return f"={teks}", rata(teks)


def _sama(pola: tuple[str, str], rumus: str, baris: int) -> bool:
    return rumus == LambangBaris.isi(pola[0], baris) or rata(rumus) == LambangBaris.isi(pola[1], baris)


def rata(rumus: str) -> str:
    """Formula text without what an application adds: "=", spaces, "_xll.", "@", letter case, "$"."""
    return _HIASAN.sub("", rumus).casefold()

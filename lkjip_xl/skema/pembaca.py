"""What the readers of YAML files that speak of sheets and columns share: how they refuse, where "lembar.kolom" is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.skema.yaml_ketat import GalatSkema, Peta, dekat

Tempat = tuple[str, str]  # id of an input sheet, schema column


class PembacaBerkas:
    """Reads one file; longgar: sheets and columns that are not there are left out."""

    def __init__(self, berkas: str, lembar: Mapping[str, SkemaLembar], *, longgar: bool) -> None:
        self._berkas, self._lembar, self._longgar = berkas, lembar, longgar

    def _tempat(self, peta: Peta, kunci: str, teks: str) -> Tempat | None:
        lembar, _, kolom = teks.partition(".")
        if lembar in self._lembar and kolom in self._lembar[lembar].kolom:
            return lembar, kolom
        if not self._longgar:
            ada = [f"{i}.{k}" for i, x in self._lembar.items() for k in x.kolom]
            self._tolak(peta, kunci, f'"{teks}" tidak ada', dekat(teks, ada))
        return None

    def _tolak(self, peta: Peta, kunci: str, pesan: str, usul: str = "") -> NoReturn:
        raise GalatSkema(self._berkas, peta.di(kunci), pesan, usul)

"""What is mutated and tested by what (`sasaran.yaml`), and the mutants that change nothing anybody could see (`setara.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

SINI = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Kunci:
    """A mutant by what it does to a line; ke counts equal ones in the file from the top."""

    berkas: str
    baris: str
    mutan: str
    ke: int = 1


@dataclass(frozen=True, slots=True)
class Sasaran:
    """A file of the package with its tests, and the test functions left out."""

    berkas: str
    uji: tuple[str, ...]
    kecuali: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bernama:
    """A mutant made by hand: a change some release went out with unseen by the tests."""

    nama: str
    berkas: str
    dari: str
    jadi: str
    uji: tuple[str, ...]

    def sumber(self, teks: str) -> str:
        """The file with the change; what is replaced must stand there once."""
        if teks.count(self.dari) != 1:
            raise ValueError(f"{self.nama}: “{self.dari}” stands {teks.count(self.dari)} times in {self.berkas}")
        return teks.replace(self.dari, self.jadi)


class Setara:
    """The list of equivalent mutants; what no mutant was found for is out of date."""

    def __init__(self, isi: Mapping) -> None:
        self._operator = [(a["operator"], re.compile(a["baris"])) for a in isi["operator"]]
        self._sisa = {Kunci(k["berkas"], k["baris"], m, ke) for k in isi["mutan"] for m, ke in _mutan(k)}

    def memuat(self, kunci: Kunci, operator: str) -> bool:
        """Is this mutant listed, alone or with all of its operator?"""
        if any(operator == o and pola.search(kunci.baris) for o, pola in self._operator):
            return True
        ada = kunci in self._sisa
        self._sisa.discard(kunci)
        return ada

    def usang(self, berkas: Iterable[str]) -> list[Kunci]:
        """Entries of these files that met no mutant."""
        return sorted((k for k in self._sisa if k.berkas in set(berkas)), key=lambda k: (k.berkas, k.baris, k.mutan))


def _mutan(k: Mapping) -> list[tuple[str, int]]:
    """The changed lines of an entry, with the places they are meant for."""
    jadi = k["mutan"] if isinstance(k["mutan"], list) else [k["mutan"]]
    return [(m, ke) for m in jadi for ke in k.get("ke", [1])]


def sasaran() -> tuple[list[Sasaran], list[Bernama]]:
    """The files and the mutants made by hand."""
    isi = yaml.safe_load((SINI / "sasaran.yaml").read_text(encoding="utf-8"))
    berkas = [Sasaran(b, tuple(x["uji"]), tuple(x.get("kecuali", ()))) for b, x in isi["berkas"].items()]
    return berkas, [Bernama(n, x["berkas"], x["dari"], x["jadi"], tuple(x["uji"])) for n, x in isi["bernama"].items()]


def setara() -> Setara:
    """The equivalent mutants."""
    return Setara(yaml.safe_load((SINI / "setara.yaml").read_text(encoding="utf-8")))

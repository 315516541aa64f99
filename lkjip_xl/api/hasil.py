"""What the functions return: findings, and what a command did, both ready for a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from enum import Enum
from pathlib import Path
from typing import Generic, TypeVar

import pandas as pd

from lkjip_xl.api.bingkai import bingkai, tabel_html
from lkjip_xl.inti import temuan as inti
from lkjip_xl.inti.galat import KELUAR_BERKAS, GalatLkjip
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.pesan import pesan_berkas

T = TypeVar("T")
_KEPALA = ("Tingkat", "Lembar", "Sel", "Isi", "Seharusnya", "Masalah", "Saran", "Kode")
_KOLOM = (
    "kode",
    "tingkat",
    "lembar",
    "sel",
    "kolom",
    "nilai",
    "seharusnya",
    "pesan",
    "saran",
    "rujukan",
    "sel_terkait",
)


class LaporanDitolak(GalatLkjip):
    """The workbook has errors and no draft was asked for: `kesalahan` says how many, `validasi` which."""

    kode = "LP-01"
    keluar = KELUAR_BERKAS

    def __init__(self, kesalahan: int) -> None:
        super().__init__(pesan_berkas(self.kode, jumlah=kesalahan))
        self.kesalahan = kesalahan
        self.isi = {"jumlah": kesalahan}


@dataclass(slots=True, repr=False)
class HasilPeriksa(inti.HasilPeriksa):
    """Findings: `temuan` (a list of Temuan), `jumlah()`, `kode_keluar()`, `ratakan("kode", "sel")`, `ke_json()`.

    data: the workbook with the findings written into it, where it was given as bytes and they were to be written.
    """

    data: bytes | None = None

    @classmethod
    def dari(cls, h: inti.HasilPeriksa, data: bytes | None = None) -> HasilPeriksa:
        """The same findings with what this class adds."""
        return cls(**{f.name: getattr(h, f.name) for f in fields(h)}, data=data)

    def ke_dataframe(self) -> pd.DataFrame:
        """One row per finding; `nilai` and `seharusnya` keep numbers as numbers, `sel_terkait` is text."""
        baris = [[*(_polos(getattr(t, k)) for k in _KOLOM[:-1]), _terkait(t)] for t in self.temuan]
        return pd.DataFrame(baris, columns=list(_KOLOM), dtype=object)

    def __len__(self) -> int:
        return len(self.temuan)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"<HasilPeriksa {self.berkas}: {self.kalimat()}>"

    def _repr_html_(self) -> str:
        baris = [
            [t.tingkat.value, t.lembar, t.sel, t.nilai, t.seharusnya, t.pesan, t.saran, t.kode] for t in self.temuan
        ]
        return tabel_html(f"{self.berkas}: {self.kalimat()}", _KEPALA, baris)


@dataclass(frozen=True, slots=True, repr=False)
class Hasil(Generic[T]):
    """What a command did.

    kalimat: that in a sentence; berkas: the file written, or data: its bytes, where no path was given; baris: what was
    done line by line; rincian: the command's own result; kabar: what the user should know; cadangan: older versions.
    """

    perintah: str
    kalimat: str
    rincian: T
    berkas: Path | None = None
    data: bytes | None = field(default=None, repr=False)
    baris: Sequence[object] = ()
    kabar: HasilPeriksa = field(default_factory=HasilPeriksa)
    cadangan: tuple[Path, ...] = ()

    def ke_dataframe(self) -> pd.DataFrame:
        """The lines of what was done as a DataFrame."""
        isi = [_rekaman(b) for b in self.baris]
        return bingkai(list(isi[0]) if isi else [], [list(x.values()) for x in isi])

    def __repr__(self) -> str:
        letak = (
            f" — {self.berkas}" if self.berkas is not None else f" — {len(self.data or b'')} byte" if self.data else ""
        )
        return f"<{self.perintah}: {self.kalimat}{letak}>"

    def _repr_html_(self) -> str:
        isi = [_rekaman(b) for b in self.baris]
        bawah = self.kabar._repr_html_() if self.kabar.temuan else ""
        return tabel_html(repr(self)[1:-1], list(isi[0]) if isi else [], [list(x.values()) for x in isi]) + bawah


def _rekaman(baris: object) -> dict[str, object]:
    """A line as {name: value}; a mere name is a line, too."""
    if isinstance(baris, str):
        return {"lembar": baris}
    if isinstance(baris, dict):
        return baris
    return {k: _polos(v) for k, v in asdict(baris).items()}  # pyright: ignore[reportArgumentType]  lines are dataclasses


def _polos(x: object) -> object:
    """A value a table can hold."""
    if isinstance(x, tuple):
        return ", ".join(map(str, x))
    return x.value if isinstance(x, Enum) else x


def _terkait(t: Temuan) -> str:
    return "; ".join(f"{lembar}!{sel}" for lembar, sel in t.sel_terkait)

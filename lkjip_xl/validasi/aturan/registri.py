"""The list of all rules: what each may report, which sheets and columns it needs, and running it on a workbook."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.perlu import KunciKolom, Perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.pelapor import Pelapor

Fungsi = Callable[[BukuKerja, Pelapor], None]


@dataclass(frozen=True, slots=True)
class Aturan:
    """A rule: codes it may report, sheet ids it cannot do without, and the function (named after what it checks).

    baca: the columns it reads by name; seluruh: it reads, too, whatever columns the schema in use has.
    """

    kode: tuple[str, ...]
    lembar: tuple[str, ...]
    fungsi: Fungsi
    baca: Perlu = field(default_factory=Perlu)
    seluruh: bool = False

    @property
    def nama(self) -> str:
        """Name in reports of our own failures."""
        return self.fungsi.__name__

    @property
    def uraian(self) -> str:
        """First line of the function's docstring, for the data dictionary."""
        return (self.fungsi.__doc__ or "").strip().split("\n", 1)[0]

    def dibuang(self, skema: Skema) -> list[KunciKolom]:
        """Columns the schema in use has dropped without which this rule is switched off."""
        return self.baca.dibuang(skema)

    def jalankan(self, buku: BukuKerja, lapor: Pelapor) -> None:
        """Run on a workbook; a rule whose sheet is missing, or whose column the schema dropped, has nothing to say."""
        if not self.dibuang(buku.skema) and all(i in buku.tabel and buku[i].ada for i in self.lembar):
            self.fungsi(buku, lapor)


_DAFTAR: list[Aturan] = []


def aturan(
    *, kode: Collection[str], lembar: Collection[str] = (), baca: Perlu | None = None, seluruh: bool = False
) -> Callable[[Fungsi], Fungsi]:
    """Register a rule function `f(buku, lapor)`; the function itself stays as it is."""

    def daftarkan(fungsi: Fungsi) -> Fungsi:
        _DAFTAR.append(Aturan(tuple(kode), tuple(lembar), fungsi, baca or Perlu(), seluruh))
        return fungsi

    return daftarkan


def daftar() -> tuple[Aturan, ...]:
    """All registered rules in the order they run."""
    return tuple(_DAFTAR)

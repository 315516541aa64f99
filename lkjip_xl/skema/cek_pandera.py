"""The pandera schema of a sheet, built when its first row is checked: most commands check few sheets or none."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandera.pandas as pa

    from lkjip_xl.skema.model import CekBaris, Kolom


class SkemaPandera:
    """What a sheet's pandera schema is made of: the keys that are pandera's, the columns, checks across columns."""

    __slots__ = ("_jadi", "baris", "kolom", "mentah")

    def __init__(self, mentah: dict[str, Any], kolom: dict[str, Kolom], baris: tuple[CekBaris, ...]) -> None:
        self.mentah, self.kolom, self.baris = mentah, kolom, baris
        self._jadi: pa.DataFrameSchema | None = None

    def jadi(self) -> pa.DataFrameSchema:
        """The schema; raises whatever pandera raises for an argument it does not take."""
        if self._jadi is None:
            self._jadi = self._susun()
        return self._jadi

    def _susun(self) -> pa.DataFrameSchema:
        import pandera.pandas as pa
        from pandera.io import pandas_io

        from lkjip_xl.skema import cek, cek_baris
        from lkjip_xl.skema.syarat import dtype_kolom

        cek.daftarkan()
        cek_baris.daftarkan()
        skema = pandas_io.deserialize_schema(deepcopy(self.mentah))  # it empties what it reads
        for nama, k in self.kolom.items():
            kolom = skema.columns[nama]
            if dtype_kolom(k.tipe) != "object":  # which says nothing, and pandera looks it up anew for every frame
                kolom.dtype = cek.dtype_angka()
            kolom.checks = [*kolom.checks, *bentukan(k)]
        skema.checks = [
            getattr(pa.Check, c.nama)(**c.argumen, error=str(n), ignore_na=False) for n, c in enumerate(self.baris)
        ]
        return skema


def bentukan(k: Kolom) -> list[pa.Check]:
    """Checks a column's own keys ask for: choices, whole numbers, filled."""
    import pandera.pandas as pa

    from lkjip_xl.skema import cek

    cek.daftarkan()
    hasil = []
    if k.tipe == "pilihan":
        hasil.append(pa.Check.isin(list(k.pilihan), error=cek.KODE_PILIHAN))
    if k.tipe in cek.UTUH:
        hasil.append(pa.Check.bilangan_bulat(error=cek.KODE_BULAT))
    if k.wajib:
        hasil.append(pa.Check.terisi(error=cek.KODE_WAJIB, ignore_na=False))
    return hasil

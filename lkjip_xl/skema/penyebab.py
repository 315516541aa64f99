"""Whose fault it is that a sheet nobody touched cannot be used: the line of the overlay that takes away what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lkjip_xl.skema.ungkapan import Hilang
from lkjip_xl.skema.yaml_ketat import Peta


@dataclass(frozen=True, slots=True)
class Tindihan:
    """The sheets an overlay lies over: each as shipped, and as it is with the overlay; and the names of its files."""

    dasar: Mapping[str, Peta]
    jadi: Mapping[str, Peta]
    berkas: Mapping[str, str]

    def penyebab(self, hilang: Hilang | None) -> tuple[str, int] | None:
        """File and line of the overlay that took a setting (name) or column (sheet, column) away; None where none did."""
        match hilang:
            case (nama,):
                for i, isi in self.dasar.items():
                    for kolom, satu in isi["columns"].items():
                        if satu["lkjip"].get("nama") == nama:
                            return self._di(i, "columns", kolom, "lkjip", "nama")
            case (lembar, kolom) if kolom in self.dasar.get(lembar, {}).get("columns", {}):
                return self._di(lembar, "columns", kolom)
        return None

    def _di(self, lembar: str, *jalur: str) -> tuple[str, int]:
        """The innermost of some keys that is still there."""
        isi: object = self.jadi[lembar]
        baris = 1
        for kunci in jalur:
            if not isinstance(isi, Peta) or kunci not in isi:
                break
            baris, isi = isi.di(kunci), isi[kunci]
        return self.berkas[lembar], baris

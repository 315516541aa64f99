"""A summary table that becomes a DataFrame, and shows itself in a notebook as the report prints it."""

from __future__ import annotations

from dataclasses import dataclass, fields

import pandas as pd

from lkjip_xl.api.bingkai import bingkai, tabel_html
from lkjip_xl.inti.angka import tulis
from lkjip_xl.ringkasan import model
from lkjip_xl.tabel.model import Nilai

TEKS = frozenset({"teks", "pilihan"})


@dataclass(frozen=True, slots=True, repr=False)
class TabelRingkas(model.TabelRingkas):
    """A summary table: number, title, source, units, notes, columns (`kolom`) and rows (`baris`)."""

    @classmethod
    def dari(cls, t: model.TabelRingkas) -> TabelRingkas:
        """The same table with what this class adds."""
        return cls(*(getattr(t, f.name) for f in fields(t)))

    def ke_dataframe(self, *, judul: bool = False) -> pd.DataFrame:
        """The rows with numbers as numbers and merged cells repeated; `gaya` tells totals ("jumlah") from rows.

        A heading over rows ("kelompok") becomes a column of theirs. judul: headers as printed in the place of names.
        Error values are NaN, listed in attrs["galat"]; attrs also has title, source and units.
        """
        nama = [k.nama for k in self.kolom]
        terlihat, kelompok, isi = self.terlihat(), "", []
        for i, b in enumerate(self.baris):
            if b.gaya == "kelompok":
                kelompok = str(b.nilai.get("", ""))
                continue
            sel = terlihat[i] if b.gaya == "jumlah" else [self.nilai(i, k) for k in nama]
            isi.append([kelompok or None, b.gaya, *sel])
        kepala = [_judul(k) for k in self.kolom] if judul else nama
        angka = [kepala[i] for i, k in enumerate(self.kolom) if k.tipe not in TEKS]
        df = bingkai(["kelompok", "gaya", *kepala], isi, angka=angka)
        if not any(b.gaya == "kelompok" for b in self.baris):
            df = df.drop(columns="kelompok")
        df.attrs |= {"nomor": self.nomor, "judul": self.judul, "sumber": self.sumber, "satuan": self.satuan}
        return df

    def __repr__(self) -> str:
        return f"<TabelRingkas {self.lembar}: {len(self.baris)} baris, {len(self.kolom)} kolom>"

    def _repr_html_(self) -> str:
        baris = [
            [self._teks(i, k, x) for k, x in zip(self.kolom, sel, strict=True)] for i, sel in enumerate(self.terlihat())
        ]
        judul = f"{self.nomor} {self.judul}".strip()
        return tabel_html(judul, [_judul(k) for k in self.kolom], baris, f"Sumber: {self.sumber}")

    def _teks(self, i: int, k: model.KolomRingkas, x: Nilai) -> object:
        """A number with the decimals the sheet shows it with."""
        desimal = self.baris[i].desimal.get(k.nama, k.desimal)
        return tulis(x, desimal) if isinstance(x, float) and desimal is not None else x


def _judul(k: model.KolomRingkas) -> str:
    return f"{k.kelompok}: {k.judul}" if k.kelompok else k.judul

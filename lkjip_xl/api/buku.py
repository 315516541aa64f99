"""A workbook that was read: its input sheets, settings, summary tables and findings. Nothing is written through it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from lkjip_xl.api.bingkai import bingkai, tabel_html
from lkjip_xl.api.hasil import HasilPeriksa
from lkjip_xl.api.tabel import TabelRingkas
from lkjip_xl.ringkasan import buat_semua, periksa_masukan
from lkjip_xl.skema import judul as tulis_judul
from lkjip_xl.tabel.model import ANGKA, BukuKerja, Nilai, Tabel
from lkjip_xl.validasi.periksa import periksa


@dataclass(frozen=True, slots=True, repr=False)
class LembarIsian:
    """An input sheet: `id` of its schema, `nama` of its tab, its typed rows as a DataFrame."""

    id: str
    nama: str
    tabel: Tabel
    setelan: Mapping[str, Nilai]

    def ke_dataframe(self, *, judul: bool = False) -> pd.DataFrame:
        """The used rows by Excel's row number, columns by their names in the schema; numbers are numbers.

        judul: headers as the sheet shows them in the place of names. Settings come as two columns, name and value. Error
        values are NaN, listed in attrs["galat"]; a target that is text ("10–12") stays text.
        """
        t = self.tabel
        kolom = list(t.skema.kolom.values())
        kepala = [self._judul(k.judul, k.kelompok) if judul else k.nama for k in kolom]
        if t.skema.susunan == "pasangan":
            isi = [next((r.get(k.nama) for _, r in t.rekaman()), None) for k in kolom]
            return pd.DataFrame({"pengaturan": kepala, "nilai": pd.Series(isi, dtype=object)})
        rekaman = list(t.rekaman())
        angka = [x for x, k in zip(kepala, kolom, strict=True) if k.tipe in ANGKA]
        return bingkai(kepala, [[r.get(k.nama) for k in kolom] for _, r in rekaman], [b for b, _ in rekaman], angka)

    def _judul(self, teks: str, kelompok: str | None) -> str:
        bagian = [tulis_judul.sebagai_teks(x, self.setelan) for x in (kelompok, teks) if x]
        return ": ".join(bagian)

    def __repr__(self) -> str:
        return f"<LembarIsian {self.nama}: {len(self.tabel.baris)} baris, {len(self.tabel.skema.kolom)} kolom>"

    def _repr_html_(self) -> str:
        df = self.ke_dataframe(judul=True).astype(object)
        baris = df.where(df.notna(), None).to_numpy().tolist()
        return tabel_html(self.nama, list(df.columns), baris)


class Buku(Mapping[str, LembarIsian]):
    """A workbook in memory: `buku["Pengukuran"]` is an input sheet, by the name of its tab or the id of its schema."""

    def __init__(self, kerja: BukuKerja, nama: str) -> None:
        self._kerja, self.nama = kerja, nama
        self._lembar = {t.lembar: LembarIsian(i, t.lembar, t, kerja.setelan) for i, t in kerja.tabel.items()}

    def __getitem__(self, nama: str) -> LembarIsian:
        ada = self._lembar.get(nama) or next((x for x in self._lembar.values() if x.id == nama), None)
        if ada is None:
            raise KeyError(nama)
        return ada

    def __iter__(self) -> Iterator[str]:
        return iter(self._lembar)

    def __len__(self) -> int:
        return len(self._lembar)

    @property
    def setelan(self) -> dict[str, Nilai]:
        """Settings by their defined names, as the cells hold them."""
        return dict(self._kerja.setelan)

    def tabel(self) -> dict[str, TabelRingkas]:
        """The summary tables by sheet, computed from the inputs; raises GalatBerkas (BK-24) where inputs are missing."""
        periksa_masukan(self._kerja, self.nama)
        return {t.lembar: TabelRingkas.dari(t) for t in buat_semua(self._kerja)}

    def validasi(self) -> HasilPeriksa:
        """The findings of the workbook as it was read."""
        return HasilPeriksa.dari(replace(periksa(self._kerja), berkas=self.nama))

    def __repr__(self) -> str:
        tahun, instansi = self.setelan.get("TahunLaporan"), self.setelan.get("Instansi")
        isi = " ".join(f"{x:g}" if isinstance(x, float) else str(x) for x in (tahun, instansi) if x)
        return f"<Buku {': '.join(filter(None, (self.nama, isi)))}>"

    def _repr_html_(self) -> str:
        baris = [[x.nama, x.id, len(x.tabel.baris)] for x in self._lembar.values()]
        return tabel_html(repr(self)[1:-1], ("Lembar", "id", "Baris"), baris)

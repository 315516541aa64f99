"""Read an outside table, CSV or workbook, as it is: cells with their own addresses, header still to be found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lkjip_xl.buku.baca import Buku, Lembar, Sel, baca_buku
from lkjip_xl.buku.batas import Batas
from lkjip_xl.buku.berkas import baca_biasa
from lkjip_xl.buku.csv_aman import baris_csv, periksa_ukuran
from lkjip_xl.buku.format_angka import kenali_format
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.bacaan import Bacaan, Status, baca
from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kunci import kunci_excel


@dataclass(frozen=True, slots=True)
class Isi:
    """Content of one cell: text or number, decimals a number format shows (None = unknown)."""

    nilai: str | float
    desimal: int | None = None

    @property
    def teks(self) -> str:
        """The content as text."""
        return self.nilai if isinstance(self.nilai, str) else f"{self.nilai:.15g}"

    def baca(self, tipe: str = "angka") -> Bacaan:
        """The content read as a number for a column of that type."""
        if not isinstance(self.nilai, str):
            return Bacaan(self.nilai, desimal=self.desimal)
        return baca_kolom(re.sub(r"^[×x*]\s*(?=\d)", "", self.nilai), tipe)  # a factor printed as "× 100"


@dataclass(frozen=True, slots=True)
class TabelLuar:
    """An outside table: file name and filled cells by (row, column), both counted from 1."""

    nama: str
    sel: dict[tuple[int, int], Isi]

    @property
    def lebar(self) -> int:
        """Number of the last column."""
        return max((k for _, k in self.sel), default=0)

    def per_baris(self) -> dict[int, dict[int, Isi]]:
        """Filled cells by row, from the top, then by column."""
        hasil: dict[int, dict[int, Isi]] = {}
        for (b, k), isi in self.sel.items():
            hasil.setdefault(b, {})[k] = isi
        return dict(sorted(hasil.items()))

    def baris(self) -> list[int]:
        """Rows that hold anything, from the top."""
        return list(self.per_baris())

    def alamat(self, baris: int, kolom: int) -> tuple[str, str]:
        """File and cell, as findings name them."""
        return self.nama, alamat_sel(baris, kolom)


def baca_tabel(berkas: Path, lembar: str | None = None) -> TabelLuar:
    """Read a table file; `lembar` = sheet of a workbook, else the one with most cells. Raises GalatBerkas."""
    akhiran = berkas.suffix.lower()
    if akhiran in (".csv", ".txt", ".tsv"):
        return TabelLuar(berkas.name, _csv(berkas))
    buku = baca_buku(Paket.buka(berkas), batas=Batas())
    return TabelLuar(berkas.name, {k: i for k, s in _lembar(buku, lembar, berkas).sel.items() if (i := _isi(s))})


def _csv(berkas: Path) -> dict[tuple[int, int], Isi]:
    periksa_ukuran(berkas)
    data = baca_biasa(berkas)
    try:
        teks = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        teks = data.decode("cp1252", errors="replace")
    awal = teks.split("\n", 15)[:15]
    pemisah = max(",;\t", key=lambda p: sum(b.count(p) for b in awal))
    barisan = baris_csv(teks, pemisah, berkas.name)
    return {
        (b, k): Isi(x.strip())
        for b, baris in enumerate(barisan, 1)
        for k, x in enumerate(baris, 1)
        if x.strip() and baca(x).status is not Status.KOSONG
    }


def _lembar(buku: Buku, nama: str | None, berkas: Path) -> Lembar:
    if nama is not None:
        cocok = {kunci_excel(n): x for n, x in buku.lembar.items()}
        if kunci_excel(nama) not in cocok:
            raise GalatBerkas("BK-15", berkas=berkas.name, lembar=nama)
        return cocok[kunci_excel(nama)]
    if not buku.lembar:  # charts alone
        raise GalatBerkas("BK-02", berkas=berkas.name)
    tampak = [x for x in buku.lembar.values() if x.keadaan == "visible"] or list(buku.lembar.values())
    return max(tampak, key=lambda x: len(x.sel))


def _isi(s: Sel) -> Isi | None:
    if isinstance(s.nilai, bool) or s.nilai is None:
        return Isi(s.galat) if s.galat else None
    if isinstance(s.nilai, (int, float)):
        persen = kenali_format(s.format).persen
        nilai = float(f"{s.nilai * 100:.15g}") if persen else float(s.nilai)
        return Isi(nilai, s.desimal)
    teks = str(s.nilai).strip()
    return Isi(teks) if teks and baca(teks).status is not Status.KOSONG else None

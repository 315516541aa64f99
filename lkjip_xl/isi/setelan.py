"""The settings among what a workbook is filled from: in each row the name of one and, right of it, its value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.isi.masukan import KEPALA_PASANGAN, BarisMasukan, LembarMasukan, Penunjuk, kolom_kepala
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber.model import SelAsing
from lkjip_xl.sumber.rupa import urut


@dataclass(frozen=True, slots=True)
class BarisSetelan:
    """A row with its filled cells by column: its number, and what findings call each cell."""

    nomor: int
    sel: Mapping[int, SelAsing]
    alamat: Mapping[int, str]


class PembacaSetelan:
    """Reads the rows of one source; every cell is a name, a value, or counted as not used."""

    def __init__(self, penunjuk: Penunjuk, hasil: LembarMasukan, temuan: list[Temuan]) -> None:
        self._penunjuk, self._hasil, self._temuan = penunjuk, hasil, temuan
        self._kolom_nilai = 0  # the column of values where a header names it
        self._isi: dict[str, list[tuple[int, str, str]]] = {}  # row, cell, value of each setting
        self._luar: list[tuple[str, str]] = []  # cells beside names and values

    def baca(self, barisan: Sequence[BarisSetelan]) -> LembarMasukan:
        """All rows, in their order."""
        for b in barisan:
            self._baris(b)
        if self._luar:
            sel, nilai = self._luar[0]
            self._lapor("CS-30", sel, jumlah=len(self._luar), nilai=nilai)
            self._hasil.dibuang["CS-30"] += len(self._luar)
        isi = {k: x[0][2] for k, x in self._isi.items() if not self._bertentangan(k, x)}
        if isi:
            self._hasil.baris.append(BarisMasukan(1, isi))
        return self._hasil

    def _baris(self, b: BarisSetelan) -> None:
        kolom = list(b.sel)
        nama = next((n for n in kolom if _bernama(self._penunjuk, b.sel[n], self._hasil.skema)), kolom[0])
        if kunci_nama(b.sel[nama].teks) == KEPALA_PASANGAN[0]:  # the header, on each page
            self._kolom_nilai = next((n for n in kolom if kunci_nama(b.sel[n].teks) == KEPALA_PASANGAN[1]), 0)
            self._hasil.kepala += len(kolom)
            return
        kanan = [n for n in kolom if n > nama]
        tempat = self._kolom_nilai if self._kolom_nilai > nama else next(iter(kanan), 0)
        for n in kolom:
            if n < nama and urut(b.sel[n]):
                self._hasil.kepala += 1  # a running number
            elif n not in (nama, tempat):
                self._luar.append((b.alamat[n], b.sel[n].teks))
        if tempat in b.sel:
            self._hasil.kepala += 1
            self._pasangan(b, b.sel[nama].teks, tempat)
        elif self._penunjuk.kolom([b.sel[nama].teks], self._hasil.skema):
            self._hasil.kepala += 1  # a setting without a value
        else:
            self._hasil.dibuang["CS-26"] += 1
            self._lapor("CS-26", b.alamat[nama], nilai=b.sel[nama].teks)

    def _pasangan(self, b: BarisSetelan, kepala: str, tempat: int) -> None:
        hasil = self._hasil
        k = kolom_kepala(self._penunjuk, [kepala], hasil.skema, hasil.berkas, self._temuan)
        if k is None:
            hasil.dibuang["CS-04"] += 1
            return
        self._isi.setdefault(k, []).append((b.nomor, b.alamat[tempat], _nilai(b.sel[tempat])))

    def _bertentangan(self, k: str, daftar: Sequence[tuple[int, str, str]]) -> bool:
        """Has a setting two values? Then neither counts."""
        nomor, _, nilai = daftar[0]
        lain = next((x for x in daftar if x[2] != nilai), None)
        if lain is None:
            self._hasil.rangkap += len(daftar) - 1
            return False
        self._hasil.dibuang["CS-31"] += len(daftar)
        ket: dict[str, Any] = {"isi_satu": nilai, "baris_satu": nomor, "isi_dua": lain[2], "baris_dua": lain[0]}
        judul = self._penunjuk.teks(self._hasil.skema.kolom[k].judul)
        self._lapor("CS-31", lain[1], kolom=k, kolom_judul=judul, **ket)
        return True

    def _lapor(self, kode: str, sel: str, **isi: Any) -> None:
        self._temuan.append(buat_temuan(kode, lembar=self._hasil.berkas, sel=sel, **isi))


def _bernama(penunjuk: Penunjuk, x: SelAsing, s: SkemaLembar) -> bool:
    return kunci_nama(x.teks) == KEPALA_PASANGAN[0] or bool(penunjuk.kolom([x.teks], s))


def _nilai(x: SelAsing) -> str:
    """The value as text; a whole number without the signs of its format (a year is no thousand)."""
    return x.teks if x.nilai is None or x.nilai != int(x.nilai) else f"{x.nilai:.15g}"

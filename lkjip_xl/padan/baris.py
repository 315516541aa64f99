"""Rows of a foreign table as they are matched: name, kode, level, the rows they stand under."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lkjip_xl.inti.angka import cacah
from lkjip_xl.inti.jumlah import mungkin_jumlah
from lkjip_xl.inti.kunci import kunci_judul, kunci_teks, ruas
from lkjip_xl.padan.model import TAHUN
from lkjip_xl.padan.nama import tingkat_awalan
from lkjip_xl.padan.tahun import tahun_utama
from lkjip_xl.sumber.model import TOTAL, BarisAsing, SelAsing, TabelAsing
from lkjip_xl.tabel.hierarki import LEVEL

_KODE = ("kode", "no")
_KODE_BARIS = re.compile(r"\d{1,3}(?:\.\d{1,4})*\.?")
_UKURAN = ("target", "realisasi", "capaian", "satuan", "bobot", "nilai", "jumlah")


@dataclass(frozen=True, slots=True, eq=False)
class BarisLuar:
    """A row of the foreign table: its cells, its name and where that stands; level, rows above and year where the table says so."""

    asing: BarisAsing
    nama: str = ""
    kolom_nama: int = 0
    level: str | None = None
    induk: tuple[str, ...] = ()
    versi: str | None = None
    tahun: int | None = None

    @property
    def nomor(self) -> int:
        """Row of the grid."""
        return self.asing.nomor

    @property
    def letak(self) -> tuple[int, int]:
        """Its place in the table: grid and row."""
        return self.asing.kisi, self.asing.nomor

    @property
    def isi(self) -> dict[int, SelAsing]:
        """Cells by column."""
        return self.asing.sel

    @property
    def jumlah(self) -> bool:
        """Is it a total or a mean of other rows?"""
        return self.asing.jenis in TOTAL


def macam_nomor(teks: str) -> str:
    """The kind of number at the head of a row: "I", "A", "1" or "a"; "" for any other.

    >>> [macam_nomor(x) for x in ("II.", "B", "3", "b)", "1.1", "C.", "PD", "kota", "-")]
    ['I', 'A', '1', 'a', '', 'A', '', '', '']
    """
    rapi = teks.strip().strip(".()")
    if rapi.isdigit():
        return "1"
    if re.fullmatch(r"[IVX]+", rapi):
        return "I"
    return "A" if len(rapi) == 1 and rapi.isupper() else "a" if len(rapi) == 1 and rapi.islower() else ""


def kedalaman(tabel: TabelAsing) -> dict[tuple[int, int], int]:
    """How deep each row stands by the column of its kode ("5.1", "5.1.02") or of its numbers ("A", "1"), by grid and row; {} where
    no column tells."""
    data = tabel.data()
    for k in tabel.kolom:
        isi = {(b.kisi, b.nomor): s.teks for b in data if (s := b.sel.get(k.nomor)) is not None}
        lain = [b for b in data if k.nomor not in b.sel and not mungkin_jumlah(_label(b))]
        if lain or kunci_judul(k.judul).startswith(_UKURAN):
            continue  # only a sum among the rows may go without
        dalam = {letak: len(ruas(x)) for letak, x in isi.items() if _KODE_BARIS.fullmatch(x)}
        if len(dalam) == len(isi) and len(set(dalam.values())) > 1:
            return dalam
        macam = [macam_nomor(x) for x in isi.values()]
        if all(macam) and len(set(macam)) > 1:
            urut = list(dict.fromkeys(macam))
            return {letak: urut.index(m) for letak, m in zip(isi, macam, strict=True)}
    return {}


def _label(b: BarisAsing) -> str:
    """The first text of a row."""
    return next((s.teks for s in b.sel.values() if s.nilai is None), "")


def baris_luar(
    tabel: TabelAsing, teks: Mapping[int, str], level: Mapping[int, str], nama: str | None
) -> list[BarisLuar]:
    """Rows that stand for something; of columns that hold a level each, the deepest filled one names the row."""
    letak = {n: k for k, n in teks.items()}
    if level:
        return _bertingkat(tabel, level, letak)
    kolom_nama = letak.get(nama or "", 0)
    hasil = []
    for b in tabel.baris:
        if b.jenis not in ("data", *TOTAL):
            continue
        sebut = b.sel[kolom_nama].teks if kolom_nama in b.sel else ""
        if not sebut and b.jenis in TOTAL:  # its label may stand in another column
            sebut = next((s.teks for s in b.sel.values() if s.nilai is None), "")
        if sebut or any(teks.get(k) in _KODE for k in b.sel):
            tingkat = _kecil(b, letak.get("level")) or _level(tingkat_awalan(sebut))
            hasil.append(
                BarisLuar(b, sebut, kolom_nama, tingkat, tuple(reversed(b.kelompok)), _kecil(b, letak.get("versi")))
            )
    return hasil


def bertahun(luar: list[BarisLuar], tabel: TabelAsing, laporan: int | None) -> list[BarisLuar]:
    """The rows with the year they are of: of a column of years, else the one the table is read for."""
    kolom = next((k.nomor for k in tabel.kolom if k.jalur and kunci_judul(k.jalur[-1]) == TAHUN), None)
    umum = tahun_utama(tabel, laporan)
    sel = {id(o): cacah(o.isi[kolom].teks) for o in luar if kolom in o.isi} if kolom is not None else {}
    return [replace(o, tahun=sel.get(id(o)) or umum) for o in luar]


def _bertingkat(tabel: TabelAsing, level: Mapping[int, str], letak: Mapping[str, int]) -> list[BarisLuar]:
    """Merged names are carried down; a new name of a level closes those below it."""
    urut = sorted(level, key=lambda k: LEVEL.index(level[k]))
    bawa: dict[int, str] = {}
    hasil = []
    for b in tabel.baris:
        terisi = [k for k in urut if k in b.sel]
        if b.jenis not in ("data", *TOTAL) or not terisi:
            continue
        for i, k in enumerate(urut):
            if k in b.sel:
                if bawa.get(k) != b.sel[k].teks:
                    bawa = {x: bawa[x] for x in urut[:i] if x in bawa}
                bawa[k] = b.sel[k].teks
        dalam = terisi[-1]
        atas = tuple(bawa[x] for x in reversed(urut[: urut.index(dalam)]) if x in bawa)
        hasil.append(BarisLuar(b, b.sel[dalam].teks, dalam, level[dalam], atas, _kecil(b, letak.get("versi"))))
    return hasil


def _level(kata: str) -> str | None:
    return kata if kata in LEVEL else None


def _kecil(b: BarisAsing, kolom: int | None) -> str | None:
    return None if kolom is None or kolom not in b.sel else kunci_teks(b.sel[kolom].teks)

"""One expat pass over a sheet part: values, formulas, types and formats of all cells that hold something.

Values are read here and not by calamine, which builds a dense table: one stray value in XFD1048576 makes it end
the whole process, and it shows error cells as empty text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple
from xml.parsers import expat

from lkjip_xl.buku.alamat import kawasan, nomor
from lkjip_xl.buku.format_angka import FormatAngka, ke_tanggal
from lkjip_xl.buku.larik import isi_larik
from lkjip_xl.buku.rumus_bersama import RumusBersama

Jenis = Literal["angka", "teks", "galat", "logika", "tanggal", "kosong"]
NilaiSel = float | str | bool | date | datetime | time | timedelta | None

_LOLOS = re.compile("_x([0-9A-Fa-f]{4})_")
_ANGKA_AKHIR = "0123456789"
_susun = tuple.__new__  # a third of the time of Sel(...), which counts for 100,000 cells


RUMUS_MAKS = 8192  # letters Excel lets a formula have
BERSAMA_MAKS = 100_000_000  # letters of all shared formulas of a sheet, written out


class RumusTerlaluPanjang(Exception):
    """Row, column and length of a shared formula that no program wrote and that would fill the memory."""


class Sel(NamedTuple):
    """What one cell holds: value (None when blank or an error), formula with "=", kind, error text, number format.

    desimal is what a plain number format shows; punya_tembolok is False for a formula never computed.
    """

    nilai: NilaiSel
    rumus: str | None
    jenis: Jenis
    galat: str | None
    format: str
    desimal: int | None
    punya_tembolok: bool


def lepas(teks: str) -> str:
    """Text with Excel's _xHHHH_ escapes resolved.

    >>> lepas("a_x000D_b"), lepas("_x005F_x000D_")
    ('a\\rb', '_x000D_')
    """
    return _LOLOS.sub(lambda m: chr(int(m[1], 16)), teks) if "_x" in teks else teks


class PenguraiLembar:
    """Reader of one sheet part; after `urai`, `sel` and `gabung` hold what was found."""

    def __init__(self, teks: Sequence[str], gaya: Sequence[FormatAngka], sejak1904: bool) -> None:
        self._teks, self._gaya, self._sejak1904 = teks, gaya, sejak1904
        self.sel: dict[tuple[int, int], Sel] = {}
        self.gabung: list[str] = []
        self._kolom: dict[str, int] = {}
        self._bersama: dict[str, RumusBersama] = {}
        self._tertulis = 0  # letters of shared formulas written out so far
        self._larik: list[tuple[str, str]] = []  # array formulas over several cells: range, text
        self._baris = self._k = 0
        self._atribut: dict[str, str] = {}
        self._f_atribut: dict[str, str] | None = None
        self._f = self._v = None
        self._fonetik = False
        self._isi: list[str] = []

    def urai(self, data: bytes) -> None:
        """Read the part, which must have no document type; raises ExpatError, ValueError or IndexError where it is damaged."""
        pengurai = expat.ParserCreate()
        pengurai.buffer_text = True

        def akar(nama: str, _: dict[str, str]) -> None:
            awalan = nama[: nama.index(":") + 1] if ":" in nama else ""
            pengurai.StartElementHandler = self._pembuka(awalan)
            pengurai.EndElementHandler = self._penutup(awalan)
            pengurai.CharacterDataHandler = self._isi.append

        pengurai.StartElementHandler = akar
        pengurai.Parse(data, True)
        isi_larik(self.sel, self._larik)

    def _pembuka(self, awalan: str) -> Callable[[str, dict[str, str]], None]:
        c, v, t, f, baris, fonetik, gabung = (
            awalan + x for x in ("c", "v", "t", "f", "row", "rPh", "mergeCell")
        )
        isi, isian = self._isi, (v, t)

        def mulai(nama: str, atribut: dict[str, str]) -> None:
            if nama == c:
                self._atribut = atribut
            elif nama in isian:
                isi.clear()
            elif nama == f:
                isi.clear()
                self._f_atribut = atribut
            elif nama == baris:
                self._baris = int(atribut["r"]) if "r" in atribut else self._baris + 1
                self._k = 0
            elif nama == fonetik:
                self._fonetik = True
            elif nama == gabung:
                kawasan(atribut["ref"])
                self.gabung.append(atribut["ref"])

        return mulai

    def _penutup(self, awalan: str) -> Callable[[str], None]:
        c, v, t, f, fonetik = (awalan + x for x in ("c", "v", "t", "f", "rPh"))
        isi = self._isi

        def tutup(nama: str) -> None:
            if nama == v:
                self._v = "".join(isi)
            elif nama == c:
                self._tutup_sel()
            elif nama == f:
                self._f = "".join(isi)
            elif nama == t:
                if not self._fonetik:
                    self._v = (self._v or "") + "".join(isi)
            elif nama == fonetik:
                self._fonetik = False

        return tutup

    def _tutup_sel(self) -> None:
        atribut, v = self._atribut, self._v
        acuan = atribut.get("r")
        if acuan is None:
            k = self._k + 1
        else:
            huruf = acuan.rstrip(_ANGKA_AKHIR)
            k = self._kolom.get(huruf) or self._kolom.setdefault(huruf, nomor(huruf))
        self._k = k
        if v is None and self._f_atribut is None:
            return
        rumus = None if self._f_atribut is None else self._rumus(self._f_atribut, self._f or "", k)
        self._f = self._v = self._f_atribut = None
        tipe = atribut.get("t", "n")
        gaya = self._gaya[int(atribut.get("s", 0))]
        nilai, jenis, galat = self._nilai(tipe, v, gaya)
        ada = bool(v) or (v is not None and tipe == "str")
        if rumus is None and jenis == "kosong":
            return
        isi = (nilai, rumus, jenis, galat, gaya.kode, gaya.desimal, ada or rumus is None)
        self.sel[self._baris, k] = _susun(Sel, isi)

    def _nilai(self, tipe: str, v: str | None, gaya: FormatAngka) -> tuple[NilaiSel, Jenis, str | None]:
        if not v:
            return None, "kosong", None
        if tipe == "s":
            teks = self._teks[int(v)]
            return (teks, "teks", None) if teks else (None, "kosong", None)
        if tipe == "n":
            angka = float(v)
            if gaya.tanggal and (hari := ke_tanggal(angka, gaya.kode, sejak1904=self._sejak1904)) is not None:
                return hari, "tanggal", None
            return angka, "angka", None
        if tipe == "e":
            return None, "galat", v
        if tipe == "b":
            return v.strip() == "1", "logika", None
        if tipe == "d":
            return datetime.fromisoformat(v), "tanggal", None
        return lepas(v), "teks", None

    def _ukur(self, panjang: int, batas: int) -> None:
        if panjang > batas:
            raise RumusTerlaluPanjang(self._baris, self._k, panjang)

    def _rumus(self, atribut: dict[str, str], teks: str, k: int) -> str:
        macam = atribut.get("t")
        if macam == "shared":
            nomor_bersama = atribut.get("si", "")
            if teks:
                self._ukur(len(teks), RUMUS_MAKS)
                self._bersama[nomor_bersama] = RumusBersama(teks, self._baris, k)
            elif nomor_bersama in self._bersama:
                teks = self._bersama[nomor_bersama].di(self._baris, k)
                self._tertulis += len(teks)
                self._ukur(self._tertulis, BERSAMA_MAKS)
        elif macam == "array" and ":" in atribut.get("ref", ""):
            self._larik.append((atribut["ref"], "=" + teks))
        elif macam == "dataTable":
            teks = "TABLE()"  # Excel's own name for what-if tables; they carry no text
        return "=" + teks

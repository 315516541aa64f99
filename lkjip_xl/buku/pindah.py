"""Where the columns and rows of a sheet go, and what a reference to them becomes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lkjip_xl.buku.alamat import BARIS_MAKS, KOLOM_MAKS, huruf, kutip, nomor

HILANG = "#REF!"
_POLOS = re.compile(r"[A-Za-z_][\w.]*")
_MIRIP_SEL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc][0-9]*")


@dataclass(frozen=True, slots=True)
class Pindah:
    """A sheet whose columns, rows or name change.

    susunan: the new order of columns, each the number it had before, None for a new one; it covers the first `lama`
    columns, those of them it does not name are removed, the ones behind follow. sisip: (row, count), rows put in
    before a row, counted as before. nama: the sheet's new name.
    """

    lembar: str
    susunan: tuple[int | None, ...] = ()
    lama: int = 0
    sisip: tuple[tuple[int, int], ...] = ()
    nama: str | None = None
    _peta: dict[int, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        sebut = [k for k in self.susunan if k is not None]
        if len(set(sebut)) != len(sebut) or not all(1 <= k <= self.lama for k in sebut):
            raise ValueError(f"{self.lembar}: {self.susunan} is no order of the first {self.lama} columns")
        object.__setattr__(self, "_peta", {k: i for i, k in enumerate(self.susunan, 1) if k is not None})

    @property
    def menggeser(self) -> bool:
        """Does any column or row change its place?"""
        return bool(self.sisip) or self.susunan != tuple(range(1, self.lama + 1))

    def kolom(self, k: int) -> int | None:
        """New number of a column, None where it is removed."""
        if k <= self.lama:
            return self._peta.get(k)
        return min(k + len(self.susunan) - self.lama, KOLOM_MAKS)

    def baris(self, b: int) -> int:
        """New number of a row."""
        return min(b + sum(n for awal, n in self.sisip if awal <= b), BARIS_MAKS)

    def rentang_kolom(self, awal: int, akhir: int) -> tuple[int, int, bool] | None:
        """New first and last column of a range, and whether it holds the same columns as before; None: all removed.

        A column put in between two of the range belongs to it, as in Excel.
        """
        if (awal, akhir) == (1, KOLOM_MAKS):
            return awal, akhir, True
        ujung = [k for k in (self.lama + 1, akhir) if akhir > self.lama and k >= awal]
        baru = [x for k in (*range(awal, min(akhir, self.lama) + 1), *ujung) if (x := self.kolom(k)) is not None]
        if not baru:
            return None
        a, z = min(baru), max(baru)
        luar = (self.kolom(k) for k in range(1, self.lama + 2) if not awal <= k <= akhir)
        return a, z, not any(x is not None and a <= x <= z for x in luar)

    def kawasan(self, b1: int, k1: int, b2: int, k2: int) -> tuple[int, int, int, int, bool] | None:
        """New rows and columns of a rectangle (row, column, row, column, whether exactly), None where it is gone."""
        kolom = self.rentang_kolom(k1, k2)
        return None if kolom is None else (self.baris(b1), kolom[0], self.baris(b2), kolom[1], kolom[2])


class PetaPindah:
    """All sheets that change, found by name as formulas find them: without regard to case."""

    def __init__(self, pindah: Iterable[Pindah]) -> None:
        self._menurut = {p.lembar.casefold(): p for p in pindah}

    def __iter__(self) -> Iterator[Pindah]:
        return iter(self._menurut.values())

    def ambil(self, lembar: str) -> Pindah | None:
        """The change of a sheet, None where it stays as it is."""
        return self._menurut.get(lembar.casefold())

    def menyebut(self, teks: str) -> bool:
        """May a text refer to a sheet that changes? (Cheap; certain only when it says no.)"""
        t = teks.casefold()
        return any(n.replace("'", "''") in t for n in self._menurut)


# text in quotes, other workbooks, names in brackets, then references with or without a sheet
_REF = (
    r"(?:(?P<sel1>\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6})(?::(?P<sel2>\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}))?(?![\w.(!\\])"
    r"|(?P<kol1>\$?[A-Za-z]{1,3}):(?P<kol2>\$?[A-Za-z]{1,3})(?![\w.(!\\$])"
    r"|(?P<bar1>\$?[1-9][0-9]{0,6}):(?P<bar2>\$?[1-9][0-9]{0,6})(?![\w.(!\\$]))"
)
_SEL = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]+)")
_BAGIAN = re.compile(
    r'(?P<teks>"(?:[^"]|"")*")'
    r"|(?P<luar>(?:'[^'\[\]]*\[[^\]']*\](?:[^']|'')*'|\[[^\]]*\][\w.]*)!\$?[A-Za-z0-9$:]+)"
    rf"|(?P<lembar>'(?:[^']|'')+'|(?<![\w.\]])[^\W\d][\w.]*(?::[^\W\d][\w.]*)?)!(?P<ref>{_REF}|#REF!|[^\W\d][\w.]*)"
    r"|(?P<kurung>\[(?:[^\[\]]|\[[^\]]*\])*\])"
    rf"|(?<![\w.$\\:\]!'])(?P<sini>{_REF.replace('?P<sel', '?P<s').replace('?P<kol', '?P<k').replace('?P<bar', '?P<b')})"
)


@dataclass(slots=True)
class HasilRumus:
    """A formula after the move; masalah: what in it could not follow (removed, torn apart, named inside a text)."""

    teks: str
    masalah: list[str] = field(default_factory=list)


def geser_rumus(teks: str, di: str | None, peta: PetaPindah, *, hanya_tetap: bool = False) -> HasilRumus:
    """Formula text after columns, rows and names have moved; `di` is the sheet it stands on (None: on no sheet).

    hanya_tetap: only the parts fixed with $ move, as in defined names, where the rest is relative to the user's cell.

    >>> peta = PetaPindah([Pindah("Data", (1, None, 2), 2, nama="Isi")])
    >>> geser_rumus("SUM(Data!A1:B9)&\\"Data!B1\\"+B2", "Lain", peta).teks
    'SUM(Isi!A1:C9)&"Data!B1"+B2'
    """
    sini = peta.ambil(di) if di is not None else None
    masalah: list[str] = []

    def ganti(m: re.Match[str]) -> str:
        if m["lembar"]:
            return _dengan_lembar(m, peta, masalah, hanya_tetap)
        if m["sini"] and sini is not None:
            ujung = _ujung(m["s1"], m["s2"], m["k1"], m["k2"], m["b1"], m["b2"])
            return _geser_rujukan(m["sini"], *ujung, sini, masalah, hanya_tetap)
        if m["teks"] and "!" in m["teks"] and any(f"{n}!" in m["teks"].replace("'", "") for n in _berubah(peta)):
            masalah.append(m["teks"])
        return m[0]

    return HasilRumus(_BAGIAN.sub(ganti, teks), masalah)


def _berubah(peta: PetaPindah) -> list[str]:
    return [p.lembar for p in peta if p.menggeser or p.nama]


def _ujung(s1, s2, k1, k2, b1, b2) -> tuple[str, str]:
    """The two ends of a reference; equal for one cell."""
    awal = s1 or k1 or b1
    return awal, s2 or k2 or b2 or awal


def _dengan_lembar(m: re.Match[str], peta: PetaPindah, masalah: list[str], hanya_tetap: bool) -> str:
    lembar = m["lembar"]
    polos = lembar[1:-1].replace("''", "'") if lembar.startswith("'") else lembar
    p = peta.ambil(polos)
    if p is None:
        if ":" in polos and any(peta.ambil(x) for x in polos.split(":")):
            masalah.append(m[0])  # over several sheets at once: no single move fits
        return m[0]
    depan = lembar if p.nama is None else _sebut(p.nama)
    if not (m["sel1"] or m["kol1"] or m["bar1"]):
        return f"{depan}!{m['ref']}"
    ujung = _ujung(m["sel1"], m["sel2"], m["kol1"], m["kol2"], m["bar1"], m["bar2"])
    return f"{depan}!{_geser_rujukan(m['ref'], *ujung, p, masalah, hanya_tetap)}"


def _sebut(nama: str) -> str:
    """Sheet name as a formula writes it: quoted only where it must be."""
    return nama if _POLOS.fullmatch(nama) and not _MIRIP_SEL.fullmatch(nama) else kutip(nama)


def _geser_rujukan(teks: str, awal: str, akhir: str, p: Pindah, masalah: list[str], hanya_tetap: bool) -> str:
    a, z = _titik(awal), _titik(akhir)
    if a is None or z is None:
        return teks  # a name such as TAX2024, no cell
    kolom = None
    if a.kolom is not None and z.kolom is not None and (a.kolom_tetap or not hanya_tetap):
        kolom = p.rentang_kolom(min(a.kolom, z.kolom), max(a.kolom, z.kolom))
        if kolom is None:
            masalah.append(teks)
            return HILANG
        if not kolom[2]:
            masalah.append(teks)
    k1, k2 = (kolom[0], kolom[1]) if kolom else (a.kolom, z.kolom)
    if kolom and a.kolom is not None and z.kolom is not None and a.kolom > z.kolom:
        k1, k2 = k2, k1
    baris = [t.baris if t.baris is None or (hanya_tetap and not t.baris_tetap) else p.baris(t.baris) for t in (a, z)]
    hasil = [t.tulis(k, b) for t, k, b in zip((a, z), (k1, k2), baris, strict=True)]
    return hasil[0] if ":" not in teks else ":".join(hasil)


@dataclass(frozen=True, slots=True)
class _Titik:
    """One end of a reference; kolom or baris None where it has none."""

    kolom: int | None
    baris: int | None
    kolom_tetap: bool
    baris_tetap: bool

    def tulis(self, kolom: int | None, baris: int | None) -> str:
        teks = "" if kolom is None else f"{'$' if self.kolom_tetap else ''}{huruf(kolom)}"
        return teks if baris is None else f"{teks}{'$' if self.baris_tetap else ''}{baris}"


def _titik(teks: str) -> _Titik | None:
    m = _SEL.fullmatch(teks)
    polos = teks.lstrip("$")
    try:
        if m:
            return _Titik(nomor(m[2]), int(m[4]), bool(m[1]), bool(m[3]))
        if polos.isdigit():
            return _Titik(None, int(polos), False, teks.startswith("$"))
        return _Titik(nomor(polos), None, teks.startswith("$"), False)
    except ValueError:
        return None


def susun_kolom(lama: Mapping[str, int], baru: Sequence[str], banyak: int) -> tuple[int | None, ...]:
    """New order of columns: those of `baru` by name, foreign ones behind the neighbour they stood behind.

    lama: column numbers by name as the sheet has them; baru: names in their new order; banyak: how many columns of
    the sheet there are to place. A column of `lama` that `baru` does not know stays as a foreign one.

    >>> susun_kolom({"a": 1, "b": 3}, ["a", "x", "b"], 4)
    (1, 2, None, 3, 4)
    """
    milik = {k: n for n, k in lama.items() if n in set(baru)}
    ikut: dict[str | None, list[int]] = {}
    tetangga: str | None = None
    for k in range(1, banyak + 1):
        if k in milik:
            tetangga = milik[k]
        else:
            ikut.setdefault(tetangga, []).append(k)
    hasil: list[int | None] = [*ikut.get(None, [])]
    for nama in baru:
        hasil += [lama.get(nama), *ikut.get(nama, [])]
    return tuple(hasil)

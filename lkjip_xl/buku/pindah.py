"""Where the columns and rows of a sheet go, and what a reference to them becomes."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lkjip_xl.buku.rumus_bersama import Titik
from lkjip_xl.inti.alamat import BARIS_MAKS, KOLOM_MAKS, kutip, nomor
from lkjip_xl.inti.angka import cacah

HILANG = "#REF!"
_POLOS = re.compile(r"[A-Za-z_][\w.]*")
_MIRIP_SEL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc][0-9]*")


@dataclass(frozen=True, slots=True)
class Sumbu:
    """Columns or rows of a sheet in a new order.

    urutan: the new order, each the number it had before, None for a new one; it covers the first `lama`, those of
    them it does not name are removed, the ones behind follow up to `batas`. bertukar: some change places with each other.
    """

    urutan: tuple[int | None, ...]
    lama: int
    batas: int
    bertukar: bool = field(init=False, repr=False, compare=False)
    _peta: dict[int, int] = field(init=False, repr=False, compare=False)
    _ujung: dict[tuple[int, int], tuple[int, int, bool] | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        sebut = [k for k in self.urutan if k is not None]
        if len(set(sebut)) != len(sebut) or not all(1 <= k <= self.lama for k in sebut):
            raise ValueError(f"{self.urutan} is no order of the first {self.lama}")
        object.__setattr__(self, "bertukar", sebut != sorted(sebut))
        object.__setattr__(self, "_peta", {k: i for i, k in enumerate(self.urutan, 1) if k is not None})

    @property
    def tetap(self) -> bool:
        """Does everything stay where it is?"""
        return self.urutan == tuple(range(1, self.lama + 1))

    def baru(self, n: int) -> int | None:
        """New number of a column or row, None where it is removed."""
        return self._peta.get(n) if n <= self.lama else min(n + len(self.urutan) - self.lama, self.batas)

    def rentang(self, awal: int, akhir: int) -> tuple[int, int, bool] | None:
        """New ends of a range, and whether it holds the same ones as before; None: all removed.

        One that is put in between two of the range belongs to it, as in Excel.
        """
        if (awal, akhir) not in self._ujung:  # the formulas of a sheet name the same columns in every row
            self._ujung[awal, akhir] = self._rentang(awal, akhir)
        return self._ujung[awal, akhir]

    def _rentang(self, awal: int, akhir: int) -> tuple[int, int, bool] | None:
        if self.tetap or (awal, akhir) == (1, self.batas):
            return awal, akhir, True
        ujung = (max(awal, self.lama + 1), akhir) if akhir > self.lama else ()
        hasil = [x for n in (*range(awal, min(akhir, self.lama) + 1), *ujung) if (x := self.baru(n)) is not None]
        if not hasil:
            return None
        a, z = min(hasil), max(hasil)
        luar = (self.baru(n) for n in range(1, self.lama + 2) if not awal <= n <= akhir)
        return a, z, not any(x is not None and a <= x <= z for x in luar)


def _sisipan(sisip: Iterable[tuple[int, int]]) -> Sumbu:
    """Rows put in before others."""
    urut = sorted(sisip)
    lama = max((b for b, _ in urut), default=0)
    urutan: list[int | None] = []
    for b in range(1, lama + 1):
        urutan += [None] * sum(n for awal, n in urut if awal == b)
        urutan.append(b)
    return Sumbu(tuple(urutan), lama, BARIS_MAKS)


@dataclass(frozen=True, slots=True)
class Pindah:
    """A sheet whose columns, rows or name change.

    urutan, lama: the new order of its first `lama` columns, as in Sumbu; urutan_baris, lama_baris: the same for
    rows, or sisip: (row, count), rows put in before a row, counted as before. nama: the sheet's new name.
    """

    lembar: str
    urutan: tuple[int | None, ...] = ()
    lama: int = 0
    sisip: tuple[tuple[int, int], ...] = ()
    nama: str | None = None
    urutan_baris: tuple[int | None, ...] = ()
    lama_baris: int = 0
    sumbu_kolom: Sumbu = field(init=False, repr=False, compare=False)
    sumbu_baris: Sumbu = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sumbu_kolom", Sumbu(self.urutan, self.lama, KOLOM_MAKS))
        baris = _sisipan(self.sisip) if self.sisip else Sumbu(self.urutan_baris, self.lama_baris, BARIS_MAKS)
        object.__setattr__(self, "sumbu_baris", baris)

    @property
    def menggeser(self) -> bool:
        """Does any column or row change its place?"""
        return not (self.sumbu_kolom.tetap and self.sumbu_baris.tetap)

    def kolom(self, k: int) -> int | None:
        """New number of a column, None where it is removed."""
        return self.sumbu_kolom.baru(k)

    def baris(self, b: int) -> int | None:
        """New number of a row, None where it is removed."""
        return self.sumbu_baris.baru(b)

    def kawasan(self, b1: int, k1: int, b2: int, k2: int) -> tuple[int, int, int, int, bool] | None:
        """New rows and columns of a rectangle (row, column, row, column, whether exactly), None where it is gone."""
        kolom, baris = self.sumbu_kolom.rentang(k1, k2), self.sumbu_baris.rentang(b1, b2)
        return (baris[0], kolom[0], baris[1], kolom[1], kolom[2] and baris[2]) if kolom and baris else None


class PetaPindah:
    """All sheets that change, found by name as formulas find them: without regard to case."""

    def __init__(self, pindah: Iterable[Pindah]) -> None:
        self._menurut = {p.lembar.casefold(): p for p in pindah}
        self._sumbu = list(dict.fromkeys(p.sumbu_baris for p in self if not p.sumbu_baris.tetap))

    def __iter__(self) -> Iterator[Pindah]:
        return iter(self._menurut.values())

    def langkah(self, b: int) -> Hashable:
        """How far rows of a number go on the sheets that move: where it is the same, references to them change alike.

        Among rows that change places nothing is alike: a range that ends there then ends at other rows than its own last one.
        Behind them a range's last row is its last one again.
        """
        return tuple(
            [(b, b) if s.bertukar and b <= s.lama else None if (x := s.baru(b)) is None else x - b for s in self._sumbu]
        )

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
    kolom = _ujung_baru(a.kolom, z.kolom, a.kolom_tetap or not hanya_tetap, p.sumbu_kolom)
    baris = _ujung_baru(a.baris, z.baris, a.baris_tetap or not hanya_tetap, p.sumbu_baris)
    if kolom is None or baris is None:
        masalah.append(teks)
        return HILANG
    if not (kolom[2] and baris[2]):
        masalah.append(teks)
    hasil = [a.tulis(kolom[0], baris[0]), z.tulis(kolom[1], baris[1])]
    return hasil[0] if ":" not in teks else ":".join(hasil)


def _ujung_baru(a: int | None, z: int | None, ikut: bool, sumbu: Sumbu) -> tuple[int | None, int | None, bool] | None:
    """Both ends of a reference on one axis after the move, in the order they were written."""
    if a is None or z is None or not ikut:
        return a, z, True
    baru = sumbu.rentang(min(a, z), max(a, z))
    return (baru[1], baru[0], baru[2]) if baru and a > z else baru


def _titik(teks: str) -> Titik | None:
    m = _SEL.fullmatch(teks)
    polos = teks.lstrip("$")
    try:
        if m:
            return Titik(nomor(m[2]), int(m[4]), bool(m[1]), bool(m[3]))
        if (baris := cacah(polos)) is not None:
            return Titik(None, baris, False, teks.startswith("$"))
        return Titik(nomor(polos), None, teks.startswith("$"), False)
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

"""Where the boxes of a tree of conditions stand: levels from left to right, over as many pictures as it needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lkjip_xl.ringkasan.pohon_kinerja import Simpul

LEBAR, TINGGI = 453.0, 540.0  # points a picture has for the tree
SELA, SELA_TEGAK = 16.0, 6.0  # between two levels, between two boxes of one
PINGGIR, PINGGIR_TEGAK, BARIS = 4.0, 3.5, 8.8  # within a box; a line of text
LONGGAR = 0.97  # of the room in a box: drawn text is a little wider than measured
TERDANGKAL, TERDALAM = 2, 6  # levels that can be drawn: one is a list, of more the boxes are too narrow
TERBANYAK = 6  # pictures: more are looked up in a table
SEHALAMAN = int(
    (TINGGI + SELA_TEGAK) / (BARIS + 2 * PINGGIR_TEGAK + SELA_TEGAK)
)  # ends of one line that fill a picture
BARIS_TERBANYAK = int(TINGGI / BARIS) + 1  # lines that no picture holds; more of a text need not be measured

Ukur = Callable[[str], float]
"""Width of a text in points."""


@dataclass(frozen=True, slots=True)
class Kotak:
    """A box in points from the upper left corner of the picture: its level from the top, the lines of the condition and of what belongs to it."""

    tingkat: int
    x: float
    y: float
    lebar: float
    tinggi: float
    kondisi: tuple[str, ...]
    keterangan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bidang:
    """One picture: its boxes, the lines between them as (x, y) to (x, y), how high it is."""

    kotak: tuple[Kotak, ...]
    garis: tuple[tuple[float, float, float, float], ...]
    tinggi: float


@dataclass(slots=True)
class _Cabang:
    """A condition with those below it that stand in the same picture, by their rows."""

    simpul: Simpul
    anak: dict[int, _Cabang] = field(default_factory=dict)


def tata_pohon(akar: Sequence[Simpul], ukur: Ukur) -> list[Bidang]:
    """The pictures of a tree; none where it is better read as a table.

    That is a tree of one level or more than six, one with a word wider than its box, and one that fills more than six pictures.
    A condition whose ends stand in several pictures is repeated in each.
    """
    jalur = [j for x in akar for j in x.jalur()]
    tingkat = max(map(len, jalur), default=0)
    if not TERDANGKAL <= tingkat <= TERDALAM or len(jalur) > TERBANYAK * SEHALAMAN:
        return []
    penata = _Penata((LEBAR - SELA * (tingkat - 1)) / tingkat, ukur)
    if not all(map(penata.muat, {x.baris: x for j in jalur for x in j}.values())):
        return []
    hasil: list[list[tuple[Simpul, ...]]] = [[]]
    for j in jalur:
        if hasil[-1] and penata.tinggi_semua(_cabang([*hasil[-1], j])) > TINGGI:
            hasil.append([])
            if len(hasil) > TERBANYAK:
                return []
        hasil[-1].append(j)
    bidang = [penata.bidang(_cabang(x)) for x in hasil]
    return bidang if all(x.tinggi <= TINGGI for x in bidang) else []


def _cabang(jalur: Sequence[tuple[Simpul, ...]]) -> dict[int, _Cabang]:
    """The part of the tree that these ways pass through."""
    hasil: dict[int, _Cabang] = {}
    for j in jalur:
        kini = hasil
        for x in j:
            kini = kini.setdefault(x.baris, _Cabang(x)).anak
    return hasil


@dataclass(slots=True)
class _Penata:
    lebar: float
    ukur: Ukur
    _teks: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)

    @property
    def ruang(self) -> float:
        """What a line of text may take."""
        return (self.lebar - 2 * PINGGIR) * LONGGAR

    def muat(self, x: Simpul) -> bool:
        """Is no word of a condition wider than its box, and the box no taller than a picture?"""
        isi = self.teks(x)
        return self._kotak(isi) <= TINGGI and all(self.ukur(b) <= self.ruang for baris in isi for b in baris)

    def teks(self, x: Simpul) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines of the condition and of what belongs to it."""
        if x.baris not in self._teks:
            lain = (self._lipat(t) for t in (x.indikator, x.pengampu) if t)
            self._teks[x.baris] = tuple(self._lipat(x.kondisi)), tuple(b for isi in lain for b in isi)
        return self._teks[x.baris]

    def _lipat(self, teks: str) -> list[str]:
        hasil: list[str] = []
        for kata in teks.split():
            if hasil and self.ukur(f"{hasil[-1]} {kata}") <= self.ruang:
                hasil[-1] += f" {kata}"
            else:
                hasil.append(kata)
                if len(hasil) > BARIS_TERBANYAK:
                    break
        return hasil

    @staticmethod
    def _kotak(teks: tuple[tuple[str, ...], tuple[str, ...]]) -> float:
        return sum(map(len, teks)) * BARIS + 2 * PINGGIR_TEGAK

    def tinggi_sendiri(self, c: _Cabang) -> float:
        """Height of its box."""
        return self._kotak(self.teks(c.simpul))

    def tinggi(self, c: _Cabang) -> float:
        """What a condition takes with all below it."""
        return max(self.tinggi_sendiri(c), self.tinggi_semua(c.anak))

    def tinggi_semua(self, cabang: dict[int, _Cabang]) -> float:
        """What these take below each other."""
        return sum(map(self.tinggi, cabang.values())) + SELA_TEGAK * max(len(cabang) - 1, 0)

    def bidang(self, akar: dict[int, _Cabang]) -> Bidang:
        """Boxes and lines of one picture, one point from its edges."""
        kotak: list[Kotak] = []
        garis: list[tuple[float, float, float, float]] = []
        self._letakkan(akar, 0, 1.0, kotak, garis)
        return Bidang(tuple(kotak), tuple(garis), self.tinggi_semua(akar) + 2)

    def _letakkan(
        self, cabang: dict[int, _Cabang], tingkat: int, y: float,
        kotak: list[Kotak], garis: list[tuple[float, float, float, float]],
    ) -> list[float]:  # fmt: skip
        """Place these below each other, what is below each to its right; returns the middle of each."""
        x, hasil = tingkat * (self.lebar + SELA), []
        for c in cabang.values():
            tinggi, sendiri = self.tinggi(c), self.tinggi_sendiri(c)
            tengah = y + tinggi / 2
            kondisi, keterangan = self.teks(c.simpul)
            kotak.append(Kotak(tingkat, x, tengah - sendiri / 2, self.lebar, sendiri, kondisi, keterangan))
            awal = y + (tinggi - self.tinggi_semua(c.anak)) / 2
            anak = self._letakkan(c.anak, tingkat + 1, awal, kotak, garis)
            if anak:
                kanan, simpang = x + self.lebar, x + self.lebar + SELA / 2
                garis.append((kanan, tengah, simpang, tengah))
                garis.append((simpang, min(anak[0], tengah), simpang, max(anak[-1], tengah)))
                garis += [(simpang, t, simpang + SELA / 2, t) for t in anak]
            hasil.append(tengah)
            y += tinggi + SELA_TEGAK
        return hasil

"""Where the running pages of a report break, as far as their heights can be estimated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

JARAK = 6.0  # points below running text, which may hang over the end of its page
TUNGGAL = 2  # lines of a paragraph that a page keeps together


@dataclass
class Alir:
    """The page that is being filled: how far down, and with which block it begins, be it the end of that one.

    pasti: not behind a list of unknown length. halaman: pages begun since it was made.
    """

    penuh: float
    y: float = 0.0
    mulai: int = 0
    pasti: bool = True
    halaman: int = 0

    def baru(self, letak: int) -> None:
        """Block number `letak` begins a page."""
        self.y, self.mulai, self.pasti = 0.0, letak, True

    def lupa(self) -> None:
        """What follows is as long as nobody knows until the document is opened."""
        self.pasti = False

    def taruh(self, letak: int, tinggi: float, *, baris: float = 0.0, atas: Sequence[float] = ()) -> None:
        """A block of this height; atas: the headings right above it, which no page parts from it.

        baris: height of a line of running text, which is divided between lines but never by a single one; 0 where it stays whole.
        """
        ruang, banyak = self.penuh - self.y, round(tinggi / baris) if baris else 0
        if tinggi - JARAK <= ruang:
            self.y += tinggi
            return
        muat = min(int(ruang / baris), banyak - TUNGGAL) if baris else 0
        if muat >= TUNGGAL:
            self.y, self.mulai = tinggi - muat * baris, letak
        else:
            self.y, self.mulai = sum(atas) + tinggi, letak - len(atas)
        self.halaman += 1
        if baris:
            self.y %= self.penuh

    def tabel(self, letak: int, kepala: float, blok: Sequence[float], atas: Sequence[float] = ()) -> None:
        """The rows of a table in blocks that stay whole, its header on every page; atas: what stands above it and goes with it."""
        if self.y + kepala + sum(blok[:1]) > self.penuh:
            self.y, self.mulai, self.halaman = sum(atas), letak - len(atas), self.halaman + 1
        self.y += kepala
        for x in blok:
            if self.y + x > self.penuh:
                self.y, self.mulai, self.halaman = kepala, letak, self.halaman + 1
            self.y += x

"""Where the running pages of a report break, as far as their heights can be estimated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass
class Alir:
    """The page that is being filled: how far down, and with which block it begins, be it the end of that one.

    pasti: not behind a list of unknown length.
    """

    penuh: float
    y: float = 0.0
    mulai: int = 0
    pasti: bool = True

    def baru(self, letak: int) -> None:
        """Block number `letak` begins a page."""
        self.y, self.mulai, self.pasti = 0.0, letak, True

    def lupa(self) -> None:
        """What follows is as long as nobody knows until the document is opened."""
        self.pasti = False

    def taruh(self, letak: int, tinggi: float, *, utuh: bool) -> None:
        """A block of this height; utuh: it moves to the next page whole, where text is divided."""
        self.y += tinggi
        if self.y > self.penuh:
            self.y = tinggi if utuh else self.y % self.penuh
            self.mulai = letak

    def tabel(self, letak: int, kepala: float, blok: Sequence[float], atas: Sequence[float] = ()) -> None:
        """The rows of a table in blocks that stay whole, its header on every page; atas: what stands above it and goes with it."""
        if self.y + kepala + sum(blok[:1]) > self.penuh:
            self.y, self.mulai = sum(atas), letak - len(atas)
        self.y += kepala
        for x in blok:
            if self.y + x > self.penuh:
                self.y, self.mulai = kepala, letak
            self.y += x

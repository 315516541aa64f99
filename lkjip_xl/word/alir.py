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

    def tabel(self, letak: int, kepala: float, tinggi: Sequence[float]) -> None:
        """The rows of a table, none of them divided, its header on every page."""
        if self.y + kepala + sum(tinggi[:1]) > self.penuh:
            self.y, self.mulai = 0.0, letak
        self.y += kepala
        for x in tinggi:
            if self.y + x > self.penuh:
                self.y, self.mulai = kepala, letak
            self.y += x

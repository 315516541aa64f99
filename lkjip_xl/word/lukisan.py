"""Pictures before and after they are drawn: what charts and trees share, and matplotlib kept to itself."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lkjip_xl.word.naskah import Gambar

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LEBAR = 6.3  # inch
DPI = 150
GELAP, TERANG, GARIS = "#1f4e79", "#9dc3e6", "#7f7f7f"


@dataclass(frozen=True, slots=True)
class Rancangan:
    """A picture before it is drawn."""

    lukis: Callable[[], Figure]
    judul: str
    alt: str


def lukis_semua(rancangan: Sequence[Rancangan]) -> list[Gambar] | None:
    """Draw them; None without matplotlib.

    A matplotlibrc in the current folder, which matplotlib reads first, has no say: it could start LaTeX.
    """
    if not rancangan:
        return []
    try:
        import matplotlib
    except ImportError:
        return None
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        return [lukis(r) for r in rancangan]


def lanjutan(i: int, banyak: int) -> str:
    """What the title of a picture adds that is one (from 0) of so many.

    >>> lanjutan(0, 3), lanjutan(1, 2), lanjutan(1, 3)
    ('', ' (lanjutan)', ' (lanjutan 1)')
    """
    return "" if not i else " (lanjutan)" if banyak == 2 else f" (lanjutan {i})"


def polos(teks: str) -> str:
    """Text as it is: a dollar sign starts a formula in matplotlib."""
    return teks.replace("$", r"\$")


def lukis(r: Rancangan) -> Gambar:
    """Draw one; needs matplotlib."""
    arus = io.BytesIO()
    r.lukis().savefig(arus, format="png", metadata={"Software": None})
    return Gambar(arus.getvalue(), r.judul, r.alt)

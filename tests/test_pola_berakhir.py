"""No pattern of ours tries to read a text in ever more ways: a few dozen letters would never end."""

from __future__ import annotations

import pkgutil
import re
import signal
from importlib import import_module
from types import FrameType

import pytest

import lkjip_xl

LEWAT = (
    "lkjip_xl.cli.__main__",
    "lkjip_xl.excel.mulai",
    "lkjip_xl.lite.pengganti",
)  # run at once, or are no part of the program
POTONGAN = (
    "1",
    "a",
    "I",
    "²",
    " ",
    "-",
    ".",
    ",",
    "(",
    "1 ",
    "a ",
    "x ",
    "1.",
    "a1",
    "1,",
    "Rp 1 ",
    "dan ",
    "tahun ",
    "''",
    '""',
    "</",
)
BANYAK, DETIK = 40, 20.0


def _pola() -> set[re.Pattern[str]]:
    hasil: set[re.Pattern[str]] = set()
    for m in pkgutil.walk_packages(lkjip_xl.__path__, "lkjip_xl."):
        if not m.name.startswith(LEWAT):
            for x in vars(import_module(m.name)).values():
                isi = x.values() if isinstance(x, dict) else x if isinstance(x, (list, tuple)) else [x]
                rata = [z for y in isi for z in (y if isinstance(y, (list, tuple)) else [y])]
                hasil |= {z for z in rata if isinstance(z, re.Pattern) and isinstance(z.pattern, str)}
    return hasil


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer of the processor")
def test_setiap_pola_berakhir() -> None:
    kini = ""

    def henti(nomor: int, bingkai: FrameType | None) -> None:
        raise AssertionError(f"takes forever: {kini}")

    pola = _pola()
    assert len(pola) > 300
    dulu = signal.signal(signal.SIGVTALRM, henti)
    signal.setitimer(signal.ITIMER_VIRTUAL, DETIK)
    try:
        for p in pola:
            for ulang in POTONGAN:
                for awal in ("", "1", "a", "("):
                    teks = awal + ulang * BANYAK + "!"
                    kini = f"{p.pattern[:200]} on {teks[:12]}"
                    p.search(teks)
                    p.fullmatch(teks)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, dulu)

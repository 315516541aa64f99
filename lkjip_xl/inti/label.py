"""Labels that say what a row is: a total of other rows."""

from __future__ import annotations

from lkjip_xl.inti.kunci import kunci_rapat

_TOTAL = ("jumlah", "total", "grandtotal")
_SELURUH = ("total", "seluruhnya", "keseluruhan", "semua")


def baris_jumlah(teks: object) -> bool:
    """Does this label name a total row?

    >>> baris_jumlah("J U M L A H"), baris_jumlah("Jumlah seluruhnya"), baris_jumlah("Jumlah pegawai laki-laki")
    (True, True, False)
    """
    rapat = kunci_rapat(teks)
    return rapat in _TOTAL or any(rapat == a + b for a in _TOTAL for b in _SELURUH)

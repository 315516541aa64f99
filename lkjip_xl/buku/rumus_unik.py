"""The formulas of a sheet part without their digits: those of a long sheet differ in little else than the number of their row."""

from __future__ import annotations

import re
from collections.abc import Iterable

_RUMUS = re.compile(rb"<(?:\w+:)?f\b[^>]*>([^<]+)<")
_ANGKA = b"0123456789"
PANJANG, DIINGAT = 200_000, 24  # from how many bytes on what was seen of a part is kept, and of how many parts
TERBANYAK = 1_000_000  # letters of all different formulas; more are no repeats of each other

# by length and hash: the bytes themselves are somebody else's to keep
_DILIHAT: dict[tuple[int, int], str | None] = {}


def mungkin_memuat(data: bytes, kata: Iterable[str], tanpa_besar_kecil: Iterable[str]) -> bool:
    """May a formula of a part hold one of these texts, as XML writes them? Cheap, and certain only when it says no.

    tanpa_besar_kecil: texts in small letters that are meant however they are written.

    >>> data = b"<c><f>Isi!A1</f></c><c><f>Isi!A2+Nama3</f></c>"
    >>> [mungkin_memuat(data, *x) for x in ((["Isi!"], []), (["isi!"], []), ([], ["nama3"]), ([], ["lain"]))]
    [True, False, True, False]
    """
    rumus = _unik(data)
    if rumus is None:
        return True
    kecil = rumus.casefold()
    return any(map(rumus.__contains__, map(_tanpa_angka, kata))) or any(
        map(kecil.__contains__, map(_tanpa_angka, tanpa_besar_kecil))
    )


def _tanpa_angka(teks: str) -> str:
    return "".join(x for x in teks if x not in _ANGKA.decode())


def _unik(data: bytes) -> str | None:
    """The different formulas, line by line; None where they are too many. Several ask of the same bytes in turn."""
    if len(data) < PANJANG:
        return _kumpulkan(data)
    kunci = len(data), hash(data)
    if kunci not in _DILIHAT:
        while len(_DILIHAT) >= DIINGAT:
            del _DILIHAT[next(iter(_DILIHAT))]
        _DILIHAT[kunci] = _kumpulkan(data)
    return _DILIHAT[kunci]


def _kumpulkan(data: bytes) -> str | None:
    unik, panjang = set[bytes](), 0
    for m in _RUMUS.finditer(data):
        if (rumus := m[1].translate(None, _ANGKA)) not in unik:
            unik.add(rumus)
            panjang += len(rumus)
            if panjang > TERBANYAK:
                return None
    return b"\n".join(unik).decode("utf-8", "replace")

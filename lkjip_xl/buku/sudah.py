"""Which computed values already stand beside their formulas: of a plainly written sheet part its bytes tell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lkjip_xl.buku.urai_polos import buka_entitas

# in a plain part a tag, its attributes in this order and nothing else; any other form is left to the tree
_BERUMUS = re.compile(
    rb'<c r="([A-Z]{1,3}[0-9]+)"(?: s="[0-9]+")?(?: t="([a-z]+)")?><f>[^<]*</f><v(?:/>|>([^<]*)</v>)</c>'
)


def sudah(tipe: str | None, teks: str | None, nilai: tuple[str, str]) -> bool:
    """Is what a cell holds beside its formula, its type (None: none said) and text, this value (type and text as stored)?

    >>> sudah(None, "2", ("n", "2")), sudah("str", None, ("", "")), sudah("str", "2", ("n", "2"))
    (True, True, False)
    """
    return (tipe or "n", teks or "") == (nilai[0] or "str", nilai[1])


def belum_tersimpan(data: bytes, nilai: Mapping[str, tuple[str, str]]) -> set[str]:
    """Addresses of `nilai` (cell type and text as stored) whose cell is not plainly seen to hold just that beside a formula.

    data: a part that is written plainly.

    >>> a, z = b"<worksheet><sheetData>", b"</sheetData></worksheet>"
    >>> lembar = a + b'<row r="8"><c r="A8"><f>1+1</f><v>2</v></c><c r="B8" t="str"><f>C8</f><v/></c></row>' + z
    >>> sorted(belum_tersimpan(lembar, {"A8": ("n", "2"), "B8": ("str", "x"), "C8": ("str", "")}))
    ['B8', 'C8']
    """
    belum = set(nilai)
    for alamat, tipe, teks in _BERUMUS.findall(data):
        ada = nilai.get(sel := alamat.decode())
        if ada is not None and sudah(tipe.decode(), buka_entitas(teks.decode()), ada):
            belum.discard(sel)
    return belum

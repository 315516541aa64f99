"""Which computed values already stand beside their formulas, told from the bytes of a plainly written sheet part."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lkjip_xl.buku.urai_polos import buka_entitas, lembar_polos

# in a plain part a tag, its attributes in this order and nothing else; any other form is left to the tree
_BERUMUS = re.compile(
    rb'<c r="([A-Z]{1,3}[0-9]+)"(?: s="[0-9]+")?(?: t="([a-z]+)")?><f>[^<]*</f><v(?:/>|>([^<]*)</v>)</c>'
)


def belum_tersimpan(data: bytes, nilai: Mapping[str, tuple[str, str]]) -> set[str]:
    """Addresses of `nilai` (cell type and text as stored) whose cell is not plainly seen to hold just that beside a formula.

    >>> a, z = b"<worksheet><sheetData>", b"</sheetData></worksheet>"
    >>> lembar = a + b'<row r="8"><c r="A8"><f>1+1</f><v>2</v></c><c r="B8" t="str"><f>C8</f><v/></c></row>' + z
    >>> sorted(belum_tersimpan(lembar, {"A8": ("n", "2"), "B8": ("str", "x"), "C8": ("str", "")}))
    ['B8', 'C8']
    """
    belum = set(nilai)
    if lembar_polos(data) is None:
        return belum
    for alamat, tipe, teks in _BERUMUS.findall(data):
        ada = nilai.get(sel := alamat.decode())
        if ada is not None and (tipe or b"n").decode() == (ada[0] or "str") and buka_entitas(teks.decode()) == ada[1]:
            belum.discard(sel)
    return belum

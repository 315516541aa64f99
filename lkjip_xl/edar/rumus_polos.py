"""The formulas of plainly written rows, changed in their bytes: a tree of hundreds of thousands of cells costs most of a copy."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal
from xml.sax.saxutils import escape

from lkjip_xl.buku.urai_polos import buka_entitas
from lkjip_xl.edar.rumus_sel import RumusAsli

# a cell with a formula as a plain part writes it; a formula with attributes and one beside an inline text are left to the tree
_SEL = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"((?: s="[0-9]+")?)((?: t="[A-Za-z]+")?)><f>([^<]*)</f>'
    rb'((?:<v((?: xml:space="preserve")?)(?:/>|>([^<]*)</v>))?)</c>'
)
_LAIN = (b"<f ", b"<f/", b"</f><is>")
_TIPE_TEKS = b' t="str"'

Ubah = Callable[[str, str, bool], RumusAsli | Literal[False] | None]


def ubah_polos(baris: bytes, ubah: Ubah) -> bytes | None:
    """Rows of a plain part with their formulas changed; None where they hold a form that is left to the tree.

    ubah is given formula, address and whether there is a value, and answers with the formula to stand there, None (as it is) or
    False (the value alone).

    >>> baris = b'<row r="8"><c r="A8"><f>1&gt;2</f><v>0</v></c><c r="B8" t="str"><f>C8</f><v>x</v></c></row>'
    >>> ubah_polos(baris, lambda f, sel, ada: False if sel == "B8" else RumusAsli(f + "<3", True)).decode()
    '<row r="8"><c r="A8"><f t="array" ref="A8">1&gt;2&lt;3</f><v>0</v></c><c r="B8" t="inlineStr"><is><t>x</t></is></c></row>'
    """
    if any(x in baris for x in _LAIN):
        return None

    def ganti(m: re.Match[bytes]) -> bytes:
        sel, rumus = m[1].decode(), buka_entitas(m[4].decode())
        jadi = ubah(rumus, sel, bool(m[7]) or (bool(m[5]) and m[3] == _TIPE_TEKS))
        if jadi is None:
            return m[0]
        if jadi is False:
            return _nilai_saja(m)
        if jadi.teks == rumus and not jadi.larik:
            return m[0]
        larik = f' t="array" ref="{sel}"' if jadi.larik else ""
        return b'<c r="%b"%b%b><f%b>%b</f>%b</c>' % (
            m[1], m[2], m[3], larik.encode(), escape(jadi.teks).encode(), m[5]
        )  # fmt: skip

    return _SEL.sub(ganti, baris)


def _nilai_saja(m: re.Match[bytes]) -> bytes:
    """The cell with its value as a constant: the text of a formula becomes an inline text."""
    if m[3] != _TIPE_TEKS:
        isi = m[3] + (b">" + m[5] + b"</c>" if m[5] else b"/>")
    else:
        isi = b' t="inlineStr"><is><t%b>%b</t></is></c>' % (m[6], m[7]) if m[7] else b"/>"
    return b'<c r="%b"%b%b' % (m[1], m[2], isi)

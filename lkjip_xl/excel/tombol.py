"""Buttons on a sheet: form controls in a VML part, which Excel and LibreOffice both click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_AWAL = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{nomor}"/></o:shapelayout>'
    '<v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path shadowok="f" o:extrusionok="f" strokeok="f" fillok="f" o:connecttype="rect"/>'
    '<o:lock v:ext="edit" shapetype="t"/></v:shapetype>'
)
_BENTUK = (
    '<v:shape id="_x0000_s{id}" type="#_x0000_t201" style="position:absolute;z-index:{urut};mso-wrap-style:tight" '
    'o:button="t" fillcolor="buttonFace [67]" strokecolor="windowText [64]" o:insetmode="auto">'
    '<v:fill color2="buttonFace [67]" o:detectmouseclick="t"/><o:lock v:ext="edit" rotation="t"/>'
    '<v:textbox style="mso-direction-alt:auto" o:singleclick="f"><div style="text-align:center">'
    '<font face="Calibri" size="220" color="#000000">{teks}</font></div></v:textbox>'
    '<x:ClientData ObjectType="Button"><x:Anchor>{kiri}, {tepi}, {atas}, {tepi}, {kanan}, 0, {bawah}, 0</x:Anchor>'
    "<x:PrintObject>False</x:PrintObject><x:AutoFill>False</x:AutoFill><x:FmlaMacro>[0]!{makro}</x:FmlaMacro>"
    "<x:TextHAlign>Center</x:TextHAlign><x:TextVAlign>Center</x:TextVAlign></x:ClientData></v:shape>"
)
_TEPI = 3  # pixels between a button and the left and upper borders of its cells


@dataclass(frozen=True, slots=True)
class Tombol:
    """A button that fills a row from one column to another: its text, the macro it runs, row and columns from 1."""

    teks: str
    makro: str
    baris: int
    kolom: int
    sampai: int


def bagian_tombol(tombol: Sequence[Tombol], nomor: int) -> bytes:
    """The VML part of the buttons of one sheet; `nomor` (from 1) keeps the shape ids of sheets apart."""
    bentuk = [
        _BENTUK.format(
            id=1024 * nomor + i,
            urut=i,
            teks=escape(t.teks),
            makro=t.makro,
            kiri=t.kolom - 1,
            atas=t.baris - 1,
            tepi=_TEPI,
            kanan=t.sampai,
            bawah=t.baris,
        )
        for i, t in enumerate(tombol, 1)
    ]
    return (_AWAL.format(nomor=nomor) + "".join(bentuk) + "</xml>").encode()

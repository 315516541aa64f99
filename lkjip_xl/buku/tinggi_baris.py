"""Heights of the rows of a sheet part: by its bytes where these are plain, for the tree of a long one takes twenty times as much."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.urai_polos import kerangka_polos
from lkjip_xl.buku.xmlaman import Elemen, anak, bilangan, q, rangkai

_SIFAT = rb' [\w:]+="[^"]*"'
_BARIS = re.compile(rb'(<row r="([0-9]+)"(?:(?! ht=)%b)*)(?: ht="([^"]*)")?((?:%b)*)' % (_SIFAT, _SIFAT))
_SENDIRI = re.compile(rb' customHeight="(?:1|true)"')


def beri_tinggi(paket: Paket, bagian: str, tinggi: Mapping[int, float]) -> None:
    """Give rows these heights in points; those the user set himself stay, and so does a part in which every row has its own.

    It is not made theirs: Excel goes on fitting such a row when its text changes.
    """
    data = paket.baca(bagian)
    if kerangka_polos(data) is None:
        akar = paket.xml(bagian)
        if _pada_pohon(akar, tinggi):
            paket.ganti(bagian, rangkai(akar))
    elif (baru := _pada_byte(data, tinggi)) != data:
        paket.ganti(bagian, baru)


def _pada_pohon(akar: Elemen, tinggi: Mapping[int, float]) -> bool:
    berubah = False
    for baris in anak(akar.find(q("sheetData")), "row"):
        n = tinggi.get(bilangan(baris, "r", 0))
        if n is not None and baris.get("customHeight") not in ("1", "true") and baris.get("ht") != f"{n:g}":
            baris.set("ht", f"{n:g}")
            berubah = True
    return berubah


def _pada_byte(data: bytes, tinggi: Mapping[int, float]) -> bytes:
    """In a plain part a row begins so, and nothing else does."""

    def ganti(m: re.Match[bytes]) -> bytes:
        n = tinggi.get(int(m[2]))
        if n is None or _SENDIRI.search(m[1]) or _SENDIRI.search(m[4]):
            return m[0]
        ht = b' ht="%b"' % f"{n:g}".encode()
        return m[1] + ht + m[4] if m[3] is not None else m[1] + m[4] + ht

    return _BARIS.sub(ganti, data)

"""How numbers look in the locales that LibreOffice is tested in."""

from __future__ import annotations

import re

from lkjip_xl.buku.format_angka import kenali_format
from lkjip_xl.inti.angka import tulis

# decimal sign, thousands separator
TANDA = {
    "en-US": (".", ","),
    "id-ID": (",", "."),
    "de-DE": (",", "."),
    "fr-FR": (",", "\u00a0"),
    "ar-SA": ("\u066b", "\u066c"),
}
# signs that LibreOffice stores as plain letters: what the buttons paint keeps those of the US there
TETAP_AMERIKA = {"ar-SA"}
_AMERIKA = "[$-409]"
_HARFIAH = re.compile(r'"([^"]*)"|\\(.)')


def tampilan(x: float, kode: str, bahasa: str) -> str:
    """What a cell with this number and this plain US number format (#,##0.00"*", say) must show in a locale."""
    desimal, ribuan = TANDA[bahasa]
    teks = tulis(abs(x), kenali_format(kode).desimal or 0, ribuan="," in _HARFIAH.sub("", kode))
    teks = teks.translate(str.maketrans(".,", ribuan + desimal))
    return "-" * (x < 0) + re.sub(rf"{_HARFIAH.pattern}|[#0][#0,.]*", lambda m: m[1] or m[2] or teks, kode)


def seragam(kode: str) -> str:
    """A number format with every literal letter escaped, capital colours, not said to be American: programs differ in those."""
    kode = re.sub(r"\[[^\]]*\]", lambda m: m[0].upper(), kode.replace(_AMERIKA, ""))
    return re.sub(rf"{_HARFIAH.pattern}|([ -])", lambda m: "".join(f"\\{c}" for c in m[1] or m[2] or m[3]), kode)


def tanpa_sempit(teks: str) -> str:
    """Text with plain no-break spaces: newer locale data separate thousands with narrow ones."""
    return teks.replace("\u202f", "\u00a0")

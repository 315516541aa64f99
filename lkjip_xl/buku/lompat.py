"""Names in an expat pass, and passing over what belongs to other namespaces with all it holds."""

from __future__ import annotations

from xml.parsers import expat

from lkjip_xl.buku.xmlaman import KESERASIAN, UTAMA

PISAH = "}"  # expat puts it between namespace and name
PILIHAN = f"{KESERASIAN}{PISAH}AlternateContent"


class PilihanProgram(Exception):
    """Alternatives for other programs (mc:AlternateContent) among the cells: which are meant is not ours to say."""


def qn(nama: str) -> str:
    """Name of a SpreadsheetML element as expat gives it: that of xmlaman.q without "{"."""
    return f"{UTAMA}{PISAH}{nama}"


def lompati(pengurai: expat.XMLParserType) -> None:
    """Pass over the element just opened with all it holds, then go on as before."""
    mulai, tutup, huruf = pengurai.StartElementHandler, pengurai.EndElementHandler, pengurai.CharacterDataHandler
    dalam = 1

    def masuk(nama: str, _: dict[str, str]) -> None:
        nonlocal dalam
        dalam += 1
        if nama == qn("sheetData"):
            raise PilihanProgram

    def keluar(_: str) -> None:
        nonlocal dalam
        dalam -= 1
        if not dalam:
            pengurai.StartElementHandler, pengurai.EndElementHandler = mulai, tutup
            pengurai.CharacterDataHandler = huruf

    pengurai.StartElementHandler, pengurai.EndElementHandler = masuk, keluar
    pengurai.CharacterDataHandler = None

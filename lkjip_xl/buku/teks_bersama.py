"""The shared texts of a workbook: one pass that keeps the texts alone, for there may be a million of them."""

from __future__ import annotations

from xml.parsers import expat


def urai_teks_bersama(data: bytes) -> list[str]:
    """Texts by number, as they are written; a rich text is its runs, phonetic hints (rPh) are not part of it.

    Raises ExpatError where the part is damaged.
    """
    hasil: list[str] = []
    isi: list[str] = []
    jalur: list[str] = []

    def mulai(nama: str, _: dict[str, str]) -> None:
        jalur.append(nama.rpartition(":")[2])
        if len(jalur) == 2:
            isi.clear()
        teks = jalur[1:] in (["si", "t"], ["si", "r", "t"])
        pengurai.CharacterDataHandler = isi.append if teks else None

    def tutup(_: str) -> None:
        if len(jalur) == 2 and jalur[1] == "si":
            hasil.append("".join(isi))
        jalur.pop()
        pengurai.CharacterDataHandler = None

    pengurai = expat.ParserCreate()
    pengurai.buffer_text = True
    pengurai.StartElementHandler = mulai
    pengurai.EndElementHandler = tutup
    pengurai.Parse(data, True)
    return hasil

"""The shared texts of a workbook: one pass that keeps the texts alone, for there may be a million of them."""

from __future__ import annotations

from xml.parsers import expat

from lkjip_xl.buku.lompat import PILIHAN, PISAH, PilihanProgram, qn

_SI, _T, _R = qn("si"), qn("t"), qn("r")


def urai_teks_bersama(data: bytes) -> list[str]:
    """Texts by number, as they are written; a rich text is its runs, phonetic hints (rPh) are not part of it.

    Foreign elements between them count for nothing. Raises ExpatError where the part is damaged, PilihanProgram where
    it holds alternatives, so that nobody can tell which text has which number.
    """
    hasil: list[str] = []
    isi: list[str] = []
    jalur: list[str] = []

    def mulai(nama: str, _: dict[str, str]) -> None:
        jalur.append(nama)
        if len(jalur) == 2:
            if nama == PILIHAN:
                raise PilihanProgram
            isi.clear()
        teks = jalur[1:] in ([_SI, _T], [_SI, _R, _T])
        pengurai.CharacterDataHandler = isi.append if teks else None

    def tutup(_: str) -> None:
        if len(jalur) == 2 and jalur[1] == _SI:
            hasil.append("".join(isi))
        jalur.pop()
        pengurai.CharacterDataHandler = None

    pengurai = expat.ParserCreate(None, PISAH)
    pengurai.buffer_text = True
    pengurai.StartElementHandler = mulai
    pengurai.EndElementHandler = tutup
    pengurai.Parse(data, True)
    return hasil

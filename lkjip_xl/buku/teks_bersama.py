"""The shared texts of a workbook: one pass that keeps the texts alone, for there may be a million of them."""

from __future__ import annotations

from xml.parsers import expat

from lkjip_xl.buku.lompat import PILIHAN, PISAH, PilihanProgram, qn
from lkjip_xl.buku.teks_berpangkat import TeksBerpangkat
from lkjip_xl.buku.urai_lembar import lepas

_SI, _T, _R, _RPR, _LETAK = qn("si"), qn("t"), qn("r"), qn("rPr"), qn("vertAlign")


def urai_teks_bersama(data: bytes, *, pangkat: bool = False) -> list[str]:
    """Texts by number; a rich text is its runs, phonetic hints (rPh) are not part of it.

    pangkat: a text with raised runs is a TeksBerpangkat. Foreign elements between them count for nothing. Raises
    ExpatError where the part is damaged, PilihanProgram where it holds alternatives, so that nobody can tell which text
    has which number.
    """
    hasil: list[str] = []
    isi: list[str] = []
    jalur: list[str] = []
    penggal: list[tuple[str, bool]] = []
    atas = False

    def mulai(nama: str, atribut: dict[str, str]) -> None:
        nonlocal atas
        jalur.append(nama)
        if len(jalur) == 2:
            if nama == PILIHAN:
                raise PilihanProgram
            isi.clear()
            penggal.clear()
        elif nama == _R:
            atas = False
        elif jalur[1:] == [_SI, _R, _RPR, _LETAK]:
            atas = atribut.get("val") == "superscript"
        teks = jalur[1:] in ([_SI, _T], [_SI, _R, _T])
        pengurai.CharacterDataHandler = isi.append if teks else None

    def tutup(_: str) -> None:
        if pangkat and jalur[1:] == [_SI, _R, _T]:
            penggal.append(("".join(isi), atas))
            isi.clear()
        elif len(jalur) == 2 and jalur[1] == _SI:
            hasil.append(_jadi([*penggal, ("".join(isi), False)]))
        jalur.pop()
        pengurai.CharacterDataHandler = None

    pengurai = expat.ParserCreate(None, PISAH)
    pengurai.buffer_text = True
    pengurai.StartElementHandler = mulai
    pengurai.EndElementHandler = tutup
    pengurai.Parse(data, True)
    return hasil


def _jadi(penggal: list[tuple[str, bool]]) -> str:
    if any(raised for _, raised in penggal):
        return TeksBerpangkat.dari((lepas(t), raised) for t, raised in penggal)
    return lepas("".join(t for t, _ in penggal))

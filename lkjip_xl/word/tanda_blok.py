"""The marks of generated blocks: a content control around each, and in every paragraph or table of it a bookmark.

Word keeps both. LibreOffice drops the tag and shrinks the control, but keeps bookmarks; so the bookmark's name says
which block it is, which part of it, and the fingerprint of what was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from lkjip_xl.buku.xmlaman import KESERASIAN, Elemen
from lkjip_xl.word.bidang import bersih
from lkjip_xl.word.jati_diri import JatiDiri
from lkjip_xl.word.sidik_blok import Media, sidik_unsur, w

AWALAN_TAG, GALERI = "lkjip:", "LKjIP"
ANGKA = "0123456789abcdefghijklmnopqrstuvwxyz"
BASIS = len(ANGKA)
BAGIAN_MAKS = BASIS**2 - 1
_NAMA = re.compile(r"_lk([a-z2-7]{10})([0-9a-z]{2})([0-9a-z]{2})_([a-z2-7]{16})")
_ALIAS_MAKS = 60
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


@dataclass(frozen=True, slots=True)
class Tanda:
    """A bookmark of ours: block, which of how many parts of it, fingerprint of the part as it was written."""

    id: str
    ke: int
    dari: int
    sidik: str

    @property
    def nama(self) -> str:
        """Name of the bookmark; Word allows 40 letters."""
        return f"_lk{self.id}{_dua(self.ke)}{_dua(self.dari)}_{self.sidik}"


def _dua(n: int) -> str:
    return ANGKA[n // BASIS] + ANGKA[n % BASIS]


def baca_tanda(nama: str) -> Tanda | None:
    """The mark a bookmark's name holds, None for any other bookmark."""
    m = _NAMA.fullmatch(nama)
    return Tanda(m[1], int(m[2], BASIS), int(m[3], BASIS), m[4]) if m else None


def tanda_unsur(e: Elemen) -> list[Tanda]:
    """Marks within a paragraph or table."""
    semua = (baca_tanda(x.get(w("name"), "")) for x in e.iter(w("bookmarkStart")))
    return [t for t in semua if t is not None]


def tag_blok(sdt: Elemen) -> str:
    """Id of the block a content control of ours holds, "" for any other."""
    tag = sdt.find(f"{w('sdtPr')}/{w('tag')}")
    nilai = tag.get(w("val"), "") if tag is not None else ""
    return nilai.removeprefix(AWALAN_TAG) if nilai.startswith(AWALAN_TAG) else ""


def tandai(unsur: Sequence[Elemen], diri: JatiDiri, nomor: int, media: Media) -> int:
    """Mark the elements of one block, which stand side by side; nomor: highest bookmark id in use, returns the new one."""
    nomor = tandai_unsur(unsur, diri.id, nomor, media)
    _bungkus(unsur, diri)
    return nomor


def tandai_unsur(unsur: Sequence[Elemen], id_: str, nomor: int, media: Media) -> int:
    """The same without a content control; a list with more lines than a mark can count has them up to there."""
    dari = min(len(unsur), BAGIAN_MAKS)
    for ke, e in enumerate(unsur[:dari]):
        nomor += 1
        _sisip(e, Tanda(id_, ke, dari, sidik_unsur(e, media)), nomor)
    return nomor


def _sisip(e: Elemen, tanda: Tanda, nomor: int) -> None:
    """The bookmark around the content of the first paragraph."""
    p = e if e.tag == w("p") else next(e.iter(w("p")))
    awal = etree.Element(w("bookmarkStart"), {w("id"): str(nomor), w("name"): tanda.nama})
    akhir = etree.Element(w("bookmarkEnd"), {w("id"): str(nomor)})
    p.insert(1 if len(p) and p[0].tag == w("pPr") else 0, awal)
    p.append(akhir)


def _bungkus(unsur: Sequence[Elemen], diri: JatiDiri) -> None:
    """A content control that shows no frame (Word 2013 on; older ones draw theirs)."""
    sdt = etree.Element(w("sdt"))
    sifat = etree.SubElement(sdt, w("sdtPr"), nsmap={"mc": KESERASIAN, "w15": W15})
    sifat.set(f"{{{KESERASIAN}}}Ignorable", "w15")
    alias = bersih(diri.nama)
    pendek = alias if len(alias) <= _ALIAS_MAKS else f"{alias[: _ALIAS_MAKS - 1]}…"
    etree.SubElement(sifat, w("alias"), {w("val"): pendek})
    etree.SubElement(sifat, w("tag"), {w("val"): AWALAN_TAG + diri.id})
    etree.SubElement(sifat, f"{{{W15}}}appearance", {f"{{{W15}}}val": "hidden"})
    # of a control of plain or rich text LibreOffice makes one within the line, which turns fields into words
    galeri = etree.SubElement(sifat, w("docPartObj"))
    etree.SubElement(galeri, w("docPartGallery"), {w("val"): GALERI})
    unsur[0].addprevious(sdt)
    etree.SubElement(sdt, w("sdtContent")).extend(unsur)


def nomor_tertinggi(unsur: Iterable[Elemen]) -> int:
    """Highest bookmark id within elements."""
    nomor = (x.get(w("id"), "") for e in unsur for x in e.iter(w("bookmarkStart")))
    return max((int(x) for x in nomor if x.isdecimal()), default=0)

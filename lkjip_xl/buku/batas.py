"""How much of a sheet is read: counted before anything is kept, so that a sheet filled to its end costs nothing but a look."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from lkjip_xl.buku.galat import GalatBerkas

BARIS_TERISI_MAKS = 20_000  # all programmes of a region are some 6,000
SEL_TERISI_MAKS = 1_500_000  # 75 cells in each of so many rows
SEL_JUMLAH_MAKS = 500_000  # of all input sheets: twenty full columns of one, and all that is ready-made

_SEL_TERISI = re.compile(rb"<(?:[\w.-]+:)?c(?:\s[^<>]*)?>\s*<(?:[\w.-]+:)?(?:v|f|is)[\s/>]")
# a prefix, a space between tags, an attribute in single quotes, a cell without attributes: each writes cells another way
_LAIN = re.compile(rb"<[\w.-]+:c[\s/>]|>\s+<|'><|<c>|\s><")
_NOMOR_BARIS = re.compile(rb'<row r="([0-9]{1,7})"')
_TERSEMBUNYI = re.compile(rb"<!")  # comments and CDATA: what looks like a cell there is none


class TeksTerlaluBanyak(Exception):
    """Cells of a sheet hold more text than can be looked at: one long text, over and over."""


class RumusTerlaluPanjang(Exception):
    """Row, column and length of a shared formula that no program wrote and that would fill the memory."""


@dataclass(frozen=True, slots=True)
class Batas:
    """Most filled rows of a sheet, counted from row `dari`, and most filled cells."""

    baris: int = BARIS_TERISI_MAKS
    sel: int = SEL_TERISI_MAKS
    dari: int = 1


def periksa_batas(data: bytes, batas: Batas, lembar: str, berkas: str) -> None:
    """Refuse (BK-50, BK-51) a sheet part that holds more; rows and cells that only have a look do not count.

    Raises ExpatError or ValueError where the part is damaged.
    """
    # what is not even written need not be counted
    isi = _isi_terbanyak(data)
    if isi <= batas.sel and (isi <= batas.baris or _baris_terbanyak(data, batas.dari) <= batas.baris):
        return
    baris, sel = hitung_terisi(data, batas.dari)
    if baris > batas.baris:
        raise GalatBerkas("BK-50", berkas=berkas, lembar=lembar, baris=baris, batas=batas.baris)
    if sel > batas.sel:
        raise GalatBerkas("BK-51", berkas=berkas, lembar=lembar, sel=sel, batas=batas.sel)


def periksa_jumlah(isi: Mapping[str, bytes], berkas: str, batas: int = SEL_JUMLAH_MAKS) -> None:
    """Refuse (BK-53) sheets, by name, that hold more filled cells together, before any of them is read.

    Raises ExpatError or ValueError where one is damaged.
    """
    if sum(_isi_terbanyak(data) for data in isi.values()) <= batas:
        return
    terisi = {nama: _sel_terisi(data) for nama, data in isi.items()}
    if (jumlah := sum(terisi.values())) > batas:
        lembar = max(terisi, key=lambda n: terisi[n])
        raise GalatBerkas("BK-53", berkas=berkas, sel=jumlah, lembar=lembar, terbanyak=terisi[lembar], batas=batas)


def _sel_terisi(data: bytes) -> int:
    """Number of cells that hold anything, by a look at the text; what a comment may hide, the parser counts."""
    if _TERSEMBUNYI.search(data):
        return hitung_terisi(data)[1]
    if not _LAIN.search(data):
        return sum(data.count(b'"><' + nama + tutup) for nama in (b"v", b"f", b"is") for tutup in (b">", b"/", b" "))
    return sum(1 for _ in _SEL_TERISI.finditer(data))


def _paling_besar(data: bytes, nama: bytes) -> int:
    """At least as many as there are elements of this name, with whatever prefix."""
    return data.count(b"<" + nama) + data.count(b":" + nama)


def _isi_terbanyak(data: bytes) -> int:
    """At least as many as there are cells that hold anything: each of them has an end tag, with whatever prefix."""
    return data.count(b"</c") + data.count(b":c")


def _baris_terbanyak(data: bytes, dari: int) -> int:
    """At least as many as there are rows from `dari` on: all but those that stand first with a lower number."""
    banyak = _paling_besar(data, b"row")
    for m in _NOMOR_BARIS.finditer(data):
        if int(m[1]) >= dari:
            break
        banyak -= 1
    return banyak


def hitung_terisi(data: bytes, dari: int = 1) -> tuple[int, int]:
    """Number of rows that hold anything, from row `dari` on, and of cells that do."""
    baris = sel = nomor = 0
    terisi = False

    def akar(nama: str, _: dict[str, str]) -> None:
        awalan = nama[: nama.index(":") + 1] if ":" in nama else ""
        row, c, isi = awalan + "row", awalan + "c", (awalan + "v", awalan + "f", awalan + "is")
        kosong = True

        def mulai(nama: str, atribut: dict[str, str]) -> None:
            nonlocal baris, sel, nomor, terisi, kosong
            if nama == c:
                kosong = True
            elif nama in isi:
                if kosong:
                    kosong = False
                    sel += 1
                    if not terisi:
                        terisi = True
                        baris += nomor >= dari
            elif nama == row:
                nomor = int(atribut["r"]) if "r" in atribut else nomor + 1
                terisi = False

        pengurai.StartElementHandler = mulai

    pengurai = expat.ParserCreate()
    pengurai.StartElementHandler = akar
    pengurai.Parse(data, True)
    return baris, sel

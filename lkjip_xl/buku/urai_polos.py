"""The cells of a sheet part that is written plainly, without an event of the parser for each of its tags.

Excel, LibreOffice, openpyxl and we write rows and cells in one narrow form, and two cells in three of a template hold
nothing. A part of exactly that form is taken apart by two patterns; whatever else it is, sound or not, is expat's to judge.
"""

from __future__ import annotations

import re
from array import array
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lkjip_xl.inti.alamat import BARIS_MAKS

_BUKA, _TUTUP = b"<sheetData>", b"</sheetData>"
_ENTITAS = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))  # that of "&" last
# of these XML takes only the line end \r, and changes it
_TAK_SAH = bytes([*range(9), *range(11, 32)])
_AWAL_BUKAN_HURUF, _BUKAN_HURUF = b"\xef\xbf", (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_TEKS = r"(?:[^<&]++|&(?:amp|lt|gt|quot|apos);)*+"
_ATRIBUT = r'(?: (?!xmlns){}[A-Za-z]++="[^"<>&\t\n]*+")*+'
_RUMUS = rf"(?:<f{_ATRIBUT.format('')}(?:/>|>{_TEKS}</f>))?+"
_SPASI = '(?: xml:space="preserve")?+'
_NILAI = rf"(?:<v{_SPASI}>{_TEKS}</v>|<v/>|<is><t{_SPASI}>{_TEKS}</t></is>)?+"
# columns up to WZZ: those at the end of the sheet need a look of their own
_SEL_BARIS = (
    rf'<c r="(?:[A-Z]{{1,2}}|[A-W][A-Z]{{2}})\1"(?: s="[0-9]++")?+(?: t="[A-Za-z]++")?+(?:/>|>{_RUMUS}{_NILAI}</c>)'
)
_BARIS = re.compile(
    rf'<row r="([1-9][0-9]*+)"({_ATRIBUT.format("(?:x14ac:)?")})(?:/>|>(?:{_SEL_BARIS})*+</row>)'.encode()
)
_SEL = (
    r'<c r="({})[0-9]+"(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?>(?:<(f)((?: [^<>]*?)?)(?:/>|>([^<]*)</f>))?'
    r"(?:<(v|is><t)[^<>]*?(?:/>|>([^<]*)</(?:v|t></is)>))?</c>"
)
_NAMA = re.compile(r' ([A-Za-z0-9:]+)="([^"]*)"')
_AWALAN = b'xmlns:x14ac="'
_BUKA_BARIS, _TUTUP_BARIS = b'<row r="', b"</row>"
PANJANG, DIINGAT = 200_000, 24  # from how many bytes on what was seen of a part is kept, and of how many parts
_SEKALI = 2**20
_AWALAN_POLA = 200  # bytes of a row that tell most rows from the one before, whose formulas take kilobytes
_NOMOR = b"\0"  # stands for the number of a row; no XML holds it


# letters of the column, style, type, "f" where there is a formula, its attributes, its text, "v" or "is" where there is a
# value, the raw value; "" for what is not there
SelPolos = tuple[str, str, str, str, str, str, str, str]


# number of a row, its other attributes, first and last byte of its cells, and whether it is the row before it but for the number,
# wherever that occurs: ready-made rows, four in five of a workbook
BarisSatu = tuple[str, dict[str, str], int, int, bool]


class BarisPolos:
    """Where rows stand that say anything, in so many bytes that the rows of all long parts of a workbook may be kept."""

    def __init__(self) -> None:
        self._nomor, self._sifat = array("i"), array("i")
        self._awal, self._akhir, self._tiru = array("q"), array("q"), bytearray()
        self._atribut: list[dict[str, str]] = []
        self._dikenal: dict[bytes, int] = {}

    def atribut(self, teks: bytes) -> tuple[int, dict[str, str]]:
        """Attributes as they stand in the tag of a row, and their number here; nearly all rows have the same."""
        if teks not in self._dikenal:
            self._dikenal[teks] = len(self._atribut)
            self._atribut.append(sifat_polos(teks.decode()))
        i = self._dikenal[teks]
        return i, self._atribut[i]

    def tambah(self, nomor: int, sifat: int, awal: int, akhir: int) -> None:
        """Add a row; sifat: number of its attributes."""
        self._nomor.append(nomor)
        self._sifat.append(sifat)
        self._awal.append(awal)
        self._akhir.append(akhir)
        self._tiru.append(0)

    def tiru(self, nomor: int, awal: int, akhir: int) -> None:
        """Add a row that is the last one but for its number."""
        self.tambah(nomor, self._sifat[-1], awal, akhir)
        self._tiru[-1] = 1

    def __iter__(self) -> Iterator[BarisSatu]:
        sifat = map(self._atribut.__getitem__, self._sifat)
        return zip(map(str, self._nomor), sifat, self._awal, self._akhir, map(bool, self._tiru), strict=True)


@dataclass(frozen=True, slots=True)
class LembarPolos:
    """A plain sheet part: everything but its rows, still to be parsed, and where those rows stand that say anything."""

    kerangka: bytes
    data: bytes
    letak: BarisPolos

    def sel(self, awal: int, akhir: int, pola: re.Pattern[str]) -> list[SelPolos]:
        """The cells of a row that hold something; all of it as text would fill the memory. pola: as pola_sel gives it."""
        return pola.findall(self.data[awal:akhir].decode())


@cache
def pola_sel(kolom: frozenset[str] | None = None) -> re.Pattern[str]:
    """What finds cells of a plain row that hold something, all of them or those of some columns, by their letters."""
    return re.compile(_SEL.format("[A-Z]+" if kolom is None else "|".join(sorted(kolom))))


# by length and hash: the bytes themselves are somebody else's to keep
_TETAP: dict[tuple[int, int], None] = {}  # parts that were made from plain ones in ways that keep them plain
_DILIHAT: dict[tuple[int, int], tuple[bytes, BarisPolos] | None] = {}


def lembar_polos(data: bytes) -> LembarPolos | None:
    """The part taken apart; None where it is written in any other way, damaged, or not in UTF-8.

    One command asks several times of the same bytes, whether they can be cut, filled in, read: what was seen of a long part is kept.
    """
    if len(data) < PANJANG:
        return _pisahkan(data)
    kunci = _kunci(data)
    if kunci not in _DILIHAT:
        while len(_DILIHAT) >= DIINGAT:
            del _DILIHAT[next(iter(_DILIHAT))]
        polos = _pisahkan(data)
        _DILIHAT[kunci] = None if polos is None else (polos.kerangka, polos.letak)
    dilihat = _DILIHAT[kunci]
    return None if dilihat is None else LembarPolos(dilihat[0], data, dilihat[1])


def kerangka_polos(data: bytes) -> bytes | None:
    """Everything but the rows of a plain part, for who only cuts it and leaves the reading to others; else None."""
    if _kunci(data) not in _TETAP:
        polos = lembar_polos(data)
        return None if polos is None else polos.kerangka
    awal, akhir = tempat_baris(data)
    return data[:awal] + data[akhir:]


def tetap_polos(data: bytes) -> bytes:
    """The same, remembered as plain because it was made from a plain part in a way that keeps it so: who cuts it next need not look at
    all of it. Who reads it does."""
    if len(data) >= PANJANG:
        while len(_TETAP) >= DIINGAT:
            del _TETAP[next(iter(_TETAP))]
        _TETAP[_kunci(data)] = None
    return data


def tempat_baris(data: bytes) -> tuple[int, int]:
    """Where the rows of a plain part begin and end."""
    return data.index(_BUKA) + len(_BUKA), data.rindex(_TUTUP)


def _kunci(data: bytes) -> tuple[int, int]:
    return len(data), hash(data)


def _pisahkan(data: bytes) -> LembarPolos | None:
    awal, akhir = data.find(_BUKA), data.rfind(_TUTUP)
    if awal < 0 or akhir < awal:
        return None
    # what lies between is rows of the narrow form or nothing: there a look at head and tail says all of it
    kepala, ekor = data[:awal], data[akhir + len(_TUTUP) :]
    if any(x in kepala or x in ekor for x in (b"sheetData", b"<!")) or b"<?" in ekor or b"]]>" in data:
        return None
    if b"encoding" in kepala and b"utf-8" not in kepala[:80].lower():
        return None
    if not _huruf_sah(data):
        return None
    akar = kepala[max(0, kepala.find(b"<worksheet")) :].partition(b">")[0]
    letak = BarisPolos()
    i, nomor, pola, awalan, berisi = awal + len(_BUKA), 0, b"", b"", False
    while i < akhir:
        # nearly always the next number follows: one comparison then says all
        if (
            pola
            and nomor < BARIS_MAKS
            and data.startswith(awalan.replace(_NOMOR, lanjut := b"%d" % (nomor + 1)), i)
            and data.startswith(tiru := pola.replace(_NOMOR, lanjut), i)
        ):
            nomor += 1
            if berisi:
                letak.tiru(nomor, i, i + len(tiru))
            i += len(tiru)
            continue
        teks, ujung = _nomor_dan_ujung(data, i, akhir)
        if (
            pola
            and teks
            and nomor < int(teks) <= BARIS_MAKS
            and data.startswith(awalan.replace(_NOMOR, teks), i)
            and data[i:ujung].replace(teks, _NOMOR) == pola
        ):
            nomor = int(teks)
            if berisi:
                letak.tiru(nomor, i, ujung)
            i = ujung
            continue
        m = _BARIS.match(data, i, akhir)
        if m is None or not nomor < int(m[1]) <= BARIS_MAKS:
            return None
        nomor = int(m[1])
        sifat, atribut = letak.atribut(m[2])
        if len(atribut) != m[2].count(b'="') or "r" in atribut or (b"x14ac:" in m[2] and _AWALAN not in akar):
            return None
        awal_baris, mulai, i = i, m.end(2), m.end()
        berisi = "hidden" in atribut or data.find(b"</c>", mulai, i) >= 0
        if berisi:
            letak.tambah(nomor, sifat, mulai, i)
        pola = data[awal_baris:i].replace(m[1], _NOMOR) if i == ujung and m[1] not in m[2] else b""
        awalan = pola[:_AWALAN_POLA]
    return LembarPolos(kepala + _BUKA + data[akhir:], data, letak)


def _nomor_dan_ujung(data: bytes, i: int, akhir: int) -> tuple[bytes, int]:
    """Number of the row that begins at i, and where the first row to be closed from there ends; an empty number where there is no such row."""
    if not data.startswith(_BUKA_BARIS, i):
        return b"", i
    awal = i + len(_BUKA_BARIS)
    teks, ujung = data[awal : data.find(b'"', awal, akhir)], data.find(_TUTUP_BARIS, awal, akhir)
    sah = ujung >= 0 and teks.isdigit() and not teks.startswith(b"0") and len(teks) <= len(str(BARIS_MAKS))
    return (teks, ujung + len(_TUTUP_BARIS)) if sah else (b"", i)


def _huruf_sah(data: bytes) -> bool:
    """Is this UTF-8 of letters XML knows? Looked at piece by piece: a copy of all would be the largest thing in memory."""
    if _AWAL_BUKAN_HURUF in data and any(x in data for x in _BUKAN_HURUF):
        return False
    teks = None if data.isascii() else getincrementaldecoder("utf-8")()
    try:
        for i in range(0, len(data), _SEKALI):
            potong = data[i : i + _SEKALI]
            if len(potong.translate(None, _TAK_SAH)) != len(potong):
                return False
            if teks is not None:
                teks.decode(potong, i + _SEKALI >= len(data))
    except UnicodeDecodeError:
        return False
    return True


def sifat_polos(teks: str) -> dict[str, str]:
    """Attributes as they stand in a plain tag."""
    return dict(_NAMA.findall(teks))


def buka_entitas(teks: str) -> str:
    """Text of a plain part as it is meant.

    >>> buka_entitas("A1&amp;&quot;&amp;lt;&quot;")
    'A1&"&lt;"'
    """
    if "&" in teks:
        for tulis, huruf in _ENTITAS:
            teks = teks.replace(tulis, huruf)
    return teks

"""Where in the bytes of a document each paragraph and table stands, so that all others can stay byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from lkjip_xl.buku.sandi import utf8
from lkjip_xl.buku.xmlaman import Elemen, urai
from lkjip_xl.word.sidik_blok import w
from lkjip_xl.word.tanda_blok import Tanda, tag_blok, tanda_unsur

Ubahan = tuple[int, int, bytes]  # first byte, the one behind the last, what comes instead
_DALAM_BADAN, _DALAM_KENDALI = 2, 4  # depth of a child of the body, and of the content of a control there
_NETRAL = frozenset(
    w(n)
    for n in (
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "permStart",
        "permEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
    )
)  # fmt: skip  marks between blocks


@dataclass(slots=True)
class Petak:
    """A slice of the bytes: an element of the body, and those within it where it is a content control."""

    awal: int
    akhir: int
    e: Elemen
    isi: list[Petak] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Unsur:
    """A paragraph, table or other content of the body, the content control around it, and the marks in it."""

    petak: Petak
    kendali: Petak | None
    tanda: tuple[Tanda, ...]

    @property
    def e(self) -> Elemen:
        """The element."""
        return self.petak.e


@dataclass(frozen=True, slots=True)
class Peta:
    """A document's main part: its bytes (UTF-8) and what its body holds, in order."""

    data: bytes
    petak: Sequence[Petak]
    unsur: Sequence[Unsur]

    def kendali(self) -> dict[str, Petak]:
        """Content controls of ours by the id of their block."""
        return {t: p for p in self.petak if p.e.tag == w("sdt") and (t := tag_blok(p.e))}


def petakan(data: bytes, bagian: str, berkas: str) -> Peta:
    """Map the main part of a document; raises GalatBerkas where it is no XML."""
    data = utf8(data, bagian, berkas)
    akar = urai(data, bagian, berkas)
    letak = _letak(data)
    petak: list[Petak] = []
    for i, anak in enumerate(akar):
        if anak.tag == w("body"):
            petak = [_petak(e, (i, j), letak) for j, e in enumerate(anak)]
    return Peta(data, petak, list(_unsur(petak)))


def _petak(e: Elemen, jalur: tuple[int, ...], letak: dict[tuple[int, ...], tuple[int, int]]) -> Petak:
    hasil = Petak(*letak[jalur], e)
    if e.tag == w("sdt"):
        for k, isi in enumerate(e):
            if isi.tag == w("sdtContent"):
                hasil.isi = [Petak(*letak[(*jalur, k, m)], x) for m, x in enumerate(isi)]
    return hasil


def _letak(data: bytes) -> dict[tuple[int, ...], tuple[int, int]]:
    """First byte and the one behind the last of elements at the two depths, by their path of child numbers."""
    hasil: dict[tuple[int, ...], tuple[int, int]] = {}
    jalur: list[int] = []
    hitung = [0]
    awal: list[int] = []
    terbuka = 0
    pengurai = expat.ParserCreate()

    def buka(*_: object) -> None:
        nonlocal terbuka
        terbuka += 1
        if terbuka <= _DALAM_KENDALI + 1:
            jalur.append(hitung[-1])
            hitung[-1] += 1
            hitung.append(0)
            awal.append(pengurai.CurrentByteIndex)

    def tutup(*_: object) -> None:
        nonlocal terbuka
        terbuka -= 1
        if terbuka > _DALAM_KENDALI:
            return
        hitung.pop()
        mulai = awal.pop()
        if terbuka in (_DALAM_BADAN, _DALAM_KENDALI):
            sini = pengurai.CurrentByteIndex
            akhir = data.index(b">", sini) + 1 if data.startswith(b"</", sini) else sini  # <w:p/> ends where it is
            hasil[tuple(jalur[1:])] = (mulai, akhir)
        jalur.pop()

    pengurai.StartElementHandler, pengurai.EndElementHandler = buka, tutup
    pengurai.Parse(data, True)
    return hasil


def _unsur(petak: Sequence[Petak]) -> Iterator[Unsur]:
    for p in petak:
        if p.isi and p.e.tag == w("sdt"):
            yield from (Unsur(x, p, tuple(tanda_unsur(x.e))) for x in p.isi if x.e.tag not in _NETRAL)
        elif p.e.tag not in _NETRAL:
            yield Unsur(p, None, tuple(tanda_unsur(p.e)))


def terapkan(data: bytes, ubahan: Iterable[Ubahan]) -> bytes:
    """The bytes after edits that do not overlap; those at one place in the order given, insertions first."""
    hasil, letak = [], 0
    for awal, akhir, isi in sorted(ubahan, key=lambda u: (u[0], u[1] > u[0])):
        if awal < letak:
            raise AssertionError("two edits of the same bytes")
        hasil += [data[letak:awal], isi]
        letak = akhir
    return b"".join([*hasil, data[letak:]])

"""The user's sheet and the template's side by side: whole, or, where they are long, a few hundred rows of both at a time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from lkjip_xl.buku.lembar_xml import LembarXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.potongan import BARIS, SEKALI, LembarBerpotong
from lkjip_xl.buku.urai_polos import kerangka_polos
from lkjip_xl.buku.xmlaman import Elemen, q, rangkai, wajib
from lkjip_xl.inti.alamat import huruf, nomor, pecah
from lkjip_xl.inti.kemajuan import kabari
from lkjip_xl.perbarui.badan_byte import BadanByte

_SEL = re.compile(rb'<c r="([A-Z]+)[0-9]+"(?: s="([0-9]+)")?')  # in a plain part cells begin so, and nothing else does
_KOLOM = re.compile(rb'<c r="([A-Z]+)')

Kerja = Callable[[Elemen, Elemen, bool], None]


class Berdampingan:
    """Both parts of the sheet `nama`; siapkan: puts a tree of the template's into the terms of the user's workbook."""

    def __init__(
        self, nama: str, milik: tuple[Paket, str], templat: tuple[Paket, str], siapkan: Callable[[Elemen], None]
    ) -> None:
        self._nama, (self._paket, self._bagian) = nama, milik
        self._siapkan, self._templat = siapkan, templat
        self._pasang = self._potong(*templat)
        self._akar = None if self._pasang else self._paket.xml(self._bagian)
        self._cetakan = None if self._pasang else templat[0].xml(templat[1])

    def _potong(self, templat: Paket, asal: str) -> tuple[LembarBerpotong, LembarBerpotong] | None:
        """Both in pieces that belong together; None where they are short or cannot be cut."""
        data, cetakan = self._paket.baca(self._bagian), templat.baca(asal)
        if max(x.count(b"<row ") for x in (data, cetakan)) <= 2 * SEKALI or b't="shared"' in data:
            return None  # a shared formula is written out all over the sheet
        akhir = max((int(m[1]) for x in (data, cetakan) for m in BARIS.finditer(x)), default=1)
        batas = range(1, akhir + 1, SEKALI)
        kita = LembarBerpotong.di(data, batas, self._bagian, self._paket.nama)
        milik = LembarBerpotong.di(cetakan, batas, asal, templat.nama) if kita is not None else None
        return None if kita is None or milik is None else (kita, milik)

    def gaya(self, awal: int) -> Iterator[tuple[str, str, int]]:
        """Letters of the column and style of the user's cells from row `awal` on, and how many there are of it."""
        if self._akar is not None:
            for c in self._akar.iter(q("c")):
                b, k = pecah(wajib(c, "r"))
                if b >= awal:
                    yield huruf(k), c.get("s", "0"), 1
        if self._pasang is None:
            return
        milik = self._pasang[0]
        for i in range(len(milik)):
            isi = milik.isi(i)
            mulai = next((m.start() for m in BARIS.finditer(isi) if int(m[1]) >= awal), len(isi))
            for (kolom, s), n in Counter(_SEL.findall(isi, mulai)).items():
                yield kolom.decode(), (s or b"0").decode(), n

    def lapis(self, kerja: Kerja, badan: BadanByte) -> None:
        """Let `kerja` change the user's sheet by the template's, once or piece by piece; it is told which time is the first.

        The first time it has what stands around the rows, too; later it has rows and nothing else, and `badan` does what it can
        of them in their bytes.
        """
        if self._akar is not None and self._cetakan is not None:
            self._siapkan(self._cetakan)
            kerja(self._akar, self._cetakan, True)
            self._paket.ganti(self._bagian, rangkai(self._akar))
        if self._pasang is not None:
            milik = self._berpotong(self._pasang, kerja, badan)
            # the template's rows are wanted no more, and as large as the user's
            self._pasang = None
            self._templat[0].ganti(self._templat[1], b"")
            self._paket.ganti(self._bagian, milik.rangkai())

    def _berpotong(
        self, dua: tuple[LembarBerpotong, LembarBerpotong], kerja: Kerja, badan: BadanByte
    ) -> LembarBerpotong:
        """The same for sheets in pieces; gives those of the user's sheet, changed."""
        milik, templat = dua
        for i in range(len(milik)):
            kabari(f"Memperbarui {self._nama}", i * SEKALI, len(milik) * SEKALI)
            if i and milik.ubah_byte(i, lambda isi, i=i: badan.lapis(isi, templat.potongan(i))) is not None:
                continue
            cetakan = templat.pohon(i, utuh=i == 0)
            self._siapkan(cetakan)

            def ubah(xml: LembarXml, cetakan: Elemen = cetakan, pertama: bool = i == 0) -> bool:
                kerja(xml.akar, cetakan, pertama)
                return next(xml.akar.iter(q("row")), None) is not None

            milik.ubah(i, ubah, utuh=i == 0)
        if badan.tambah:
            milik.ubah(0, partial(_perluas, sel=badan.tambah))
        return milik


def _perluas(xml: LembarXml, sel: Iterable[tuple[int, int]]) -> bool:
    for b, k in sel:
        xml.perluas(b, k)
    return True


def kolom_terakhir(paket: Paket, bagian: str) -> int:
    """The last column of a sheet part in which a cell is written; of a long one without a tree of its cells."""
    data = paket.baca(bagian)
    if kerangka_polos(data) is not None:
        kolom = {*_KOLOM.findall(data)}
    else:
        kolom = {r.rstrip("0123456789").encode() for c in paket.xml(bagian).iter(q("c")) if (r := c.get("r"))}
    return max((nomor(h.decode()) for h in kolom), default=1)

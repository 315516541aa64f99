"""The rows of a plain sheet part moved in their bytes, as `geser_lembar` moves them in the tree of all cells."""

from __future__ import annotations

import io
import re
from collections import deque
from collections.abc import Callable, Hashable, Iterator
from xml.sax.saxutils import escape

from lkjip_xl.buku.pindah import Pindah
from lkjip_xl.buku.urai_polos import buka_entitas, tempat_baris
from lkjip_xl.inti.alamat import huruf, nomor

_BARIS = re.compile(rb'<row r="([0-9]+)"([^<>]*?)(/?)>')
_SEL = re.compile(rb'<c r="([A-Z]+)[0-9]+"([^<>]*?)(/>|>(?:[^<]++|<(?!/c>))*</c>)')
_SPANS = re.compile(rb' spans="[^"]*"')
_F, _TUTUP_F, _F_BERSIFAT, _TUTUP = b"<f>", b"</f>", b"<f ", b"</row>"
_SEKALI = 2**20
_NOMOR = b"\0"  # stands for the number of a row; no XML holds it
# where it may be part of a longer number or of a name, that of a sheet above all
_BUKAN_BARIS = re.compile(rb"[0-9\0]\0|\0[\w.!\[]|\0:[\w.\0]+!|'[^']*\0[^']*'")


_Kunci = tuple[bytes, int, Hashable]


class BarisByte:
    """Rows on their way to another place; rumus: a formula and the address it stood at, to the formula as it must be.

    langkah: tells of a row's number how far the rows of that number go on all sheets that move. pindah: what moves on this sheet (None: only formulas follow). daerah: first row and column, last row and column that then hold cells; berubah: whether any row is another now.
    """

    def __init__(
        self, rumus: Callable[[str, str], tuple[str, bool]], langkah: Callable[[int], Hashable], pindah: Pindah | None
    ) -> None:
        self._rumus, self._langkah, self._pindah = rumus, langkah, pindah
        self._kolom: dict[bytes, tuple[int, bytes] | None] = {}
        self._calon: dict[_Kunci, tuple[bytes, bytes]] = {}  # and the row it is of
        self._pola: dict[_Kunci, bytes] = {}
        self.daerah: tuple[int, int, int, int] | None = None
        self.berubah = False

    @staticmethod
    def dapat(data: bytes) -> bool:
        """Can the rows of a part be moved so? Formulas of several cells, and shared ones, are left to the tree."""
        awal, akhir = tempat_baris(data)
        return data.find(_F_BERSIFAT, awal, akhir) < 0

    def geser(self, data: bytes) -> deque[bytes] | None:
        """The rows of a part as they are then, in pieces, for there are tens of megabytes; None where they do not stay in their order."""
        hasil, kini = deque[bytes](), io.BytesIO()
        for baris in self._semua(data):
            if baris is None:
                return None
            if kini.write(baris) and kini.tell() > _SEKALI:
                hasil.append(kini.getvalue())
                kini = io.BytesIO()
        hasil.append(kini.getvalue())
        return hasil

    def _semua(self, baris: bytes) -> Iterator[bytes | None]:
        """The rows one by one; None where one comes out of order."""
        terakhir = 0
        for m in _BARIS.finditer(baris, *tempat_baris(baris)):
            lama = int(m[1])
            baru = lama if self._pindah is None else self._pindah.baris(lama)
            ujung = m.end() if m[3] else baris.index(_TUTUP, m.end())
            sel = self._sel(_SEL.findall(baris, m.end(), ujung), m[1], lama if baru is None else baru)
            if baru is None:
                self.berubah = True
                continue
            if baru <= terakhir:
                yield None
            terakhir = baru
            sifat = m[2] if self._pindah is None else _SPANS.sub(b"", m[2])
            if sel:
                self._perluas(baru, sel[0][0], sel[-1][0])
                jadi = b'<row r="%d"%b>%b</row>' % (baru, sifat, b"".join([isi for _, isi in sel]))
            else:
                jadi = b'<row r="%d"%b/>' % (baru, sifat)
            self.berubah = self.berubah or not baris.startswith(jadi, m.start())
            yield jadi

    def _sel(self, sel: list[tuple[bytes, bytes, bytes]], lama: bytes, baru: int) -> list[tuple[int, bytes]]:
        """Column and cell of a row, in order."""
        teks, hasil = b"%d" % baru, dict[int, bytes]()
        jauh = baru - int(lama), self._langkah(int(lama))
        for kolom, sifat, isi in sel:
            if (awal := isi.find(_F)) >= 0:
                awal, akhir = awal + len(_F), isi.index(_TUTUP_F, awal)
                isi = isi[:awal] + self._ikut(isi[awal:akhir], kolom, lama, teks, jauh) + isi[akhir:]
            if kolom not in self._kolom:
                self._kolom[kolom] = self._ke(kolom)
            if (ke := self._kolom[kolom]) is not None:
                hasil[ke[0]] = b'<c r="%b%b"%b%b' % (ke[1], teks, sifat, isi)
        return sorted(hasil.items())

    def _ke(self, kolom: bytes) -> tuple[int, bytes] | None:
        k = nomor(kolom.decode())
        baru = k if self._pindah is None else self._pindah.kolom(k)
        return None if baru is None else (baru, huruf(baru).encode())

    def _ikut(self, rumus: bytes, kolom: bytes, lama: bytes, baru: bytes, jauh: tuple[int, Hashable]) -> bytes:
        """A formula as it must be. Most differ from that of the row before in the number of the row alone.

        What two rows agree on holds for all rows like them that go as far, on this sheet and on others. Numbers of as many
        digits: one that is no reference stays as it was, and is then no longer the number of the row.
        """
        kunci = rumus.replace(lama, _NOMOR), *jauh
        if (pola := self._pola.get(kunci)) is not None:
            return pola.replace(_NOMOR, baru)
        teks, utuh = self._rumus(buka_entitas(rumus.decode()), (kolom + lama).decode())
        hasil = rumus if teks == buka_entitas(rumus.decode()) else escape(teks).encode()
        if utuh and len(lama) == len(baru) and not _BUKAN_BARIS.search(kunci[0]):
            calon = hasil.replace(baru, _NOMOR)
            dulu, dari = self._calon.get(kunci, (None, lama))
            if dulu == calon and dari != lama:
                self._pola[kunci] = calon
            self._calon[kunci] = calon, lama
        return hasil

    def _perluas(self, baris: int, awal: int, akhir: int) -> None:
        b1, k1, _, k2 = self.daerah or (baris, awal, baris, akhir)
        self.daerah = b1, min(k1, awal), baris, max(k2, akhir)

"""A long sheet part, changed a few hundred rows at a time: the tree of all its cells would take twenty times its bytes."""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from lkjip_xl.buku.lembar_xml import LembarXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.urai_polos import kerangka_polos, tempat_baris
from lkjip_xl.buku.xmlaman import Elemen, rangkai, urai

SEKALI = 400  # rows of a piece
_TUTUP = b"</sheetData>"
BARIS = re.compile(rb'<row r="([0-9]+)"')  # in a plain part a tag and nothing else


class LembarBerpotong:
    """The rows of a plainly written sheet in pieces, each parsed only while it is changed.

    What stands before the rows belongs to every piece and what stands behind them to the last, so that a piece is a sheet of
    its own to whoever changes it.
    """

    def __init__(self, data: bytes, batas: list[int], dari: list[int], tempat: tuple[str, str]) -> None:
        self._data, self._batas, self._dari = data, batas, dari
        self._kepala, self._ekor = data[: batas[0]], data[batas[-1] :]
        # what became of pieces, in one block that goes back to the system as a whole: bytes from, bytes to; the others are not copied
        self._baru: dict[int, tuple[int, int]] = {}
        self._gudang = io.BytesIO()
        self._bagian, self._berkas = tempat

    @classmethod
    def dari(
        cls, data: bytes, bagian: str, berkas: str, polos: Callable[[], bool] | None = None
    ) -> LembarBerpotong | None:
        """The pieces of a part; None where it is short, or written in a way that cannot be cut.

        polos: tells whether it is written plainly, where somebody else may have to know that, too.
        """
        if data.count(b"<row ") <= 2 * SEKALI or not (kerangka_polos(data) is not None if polos is None else polos()):
            return None
        awal, akhir = tempat_baris(data)
        nomor = [int(m[1]) for n, m in enumerate(BARIS.finditer(data, awal, akhir)) if n % SEKALI == 0]
        return cls._potong(data, nomor, (bagian, berkas))

    @classmethod
    def di(cls, data: bytes, baris: Sequence[int], bagian: str, berkas: str) -> LembarBerpotong | None:
        """Pieces that begin with these rows, in order, written or not, of which the first is row 1; None where a part cannot be cut."""
        return None if kerangka_polos(data) is None else cls._potong(data, baris, (bagian, berkas))

    @classmethod
    def _potong(cls, data: bytes, baris: Sequence[int], tempat: tuple[str, str]) -> LembarBerpotong:
        awal, akhir = tempat_baris(data)
        batas: list[int] = []
        for m in BARIS.finditer(data, awal, akhir):
            while len(batas) < len(baris) and int(m[1]) >= baris[len(batas)]:
                batas.append(m.start())
        batas += [akhir] * (len(baris) + 1 - len(batas))
        batas[0] = awal
        return cls(data, batas, list(baris), tempat)

    def __len__(self) -> int:
        return len(self._batas) - 1

    def letak(self, baris: int) -> int:
        """The piece a row belongs to, written or not."""
        return max(0, bisect_right(self._dari, baris) - 1)

    def isi(self, i: int) -> bytes:
        """The rows of a piece, and what stands behind all rows with the last."""
        return self.potongan(i) + (self._ekor if i == len(self) - 1 else b"")

    def potongan(self, i: int) -> bytes:
        """The rows of a piece."""
        if i not in self._baru:
            return self._data[self._batas[i] : self._batas[i + 1]]
        awal, akhir = self._baru[i]
        with self._gudang.getbuffer() as isi:
            return bytes(isi[awal:akhir])

    def _simpan(self, i: int, data: bytes) -> None:
        awal = self._gudang.seek(0, io.SEEK_END)
        self._baru[i] = awal, awal + self._gudang.write(data)

    def pohon(self, i: int, *, utuh: bool = False) -> Elemen:
        """A piece as the sheet it is; utuh: with what stands behind all rows, whichever piece it is."""
        ekor = self._ekor if utuh or i == len(self) - 1 else _TUTUP + b"</worksheet>"
        return urai(self._kepala + self.potongan(i) + ekor, self._bagian, self._berkas)

    def ubah(self, i: int, kerja: Callable[[LembarXml], bool], *, utuh: bool = False) -> bool:
        """Let `kerja` change a piece; it says whether it did, and so is the answer."""
        xml = LembarXml(self.pohon(i, utuh=utuh))
        if not kerja(xml):
            return False
        data = rangkai(xml.akar)
        awal, akhir = tempat_baris(data)
        self._kepala = data[:awal]
        self._simpan(i, data[awal:akhir])
        if utuh or i == len(self) - 1:
            self._ekor = data[akhir:]
        return True

    def ubah_byte(self, i: int, kerja: Callable[[bytes], bytes | None]) -> bool | None:
        """Let `kerja` change the rows of a piece without a tree; None where it says None, else whether they are others now."""
        semula = self.potongan(i)
        data = kerja(semula)
        if data is None:
            return None
        if berubah := data != semula:
            self._simpan(i, data)
        return berubah

    def rangkai(self) -> bytes:
        """The whole part."""
        keluar = io.BytesIO()
        keluar.write(self._kepala)
        with memoryview(self._data) as semula, self._gudang.getbuffer() as baru:
            for i, (a, b) in enumerate(pairwise(self._batas)):
                awal, akhir = self._baru.get(i, (0, 0))
                keluar.write(baru[awal:akhir] if i in self._baru else semula[a:b])
        keluar.write(self._ekor)
        return keluar.getvalue()


def sekitar(paket: Paket, bagian: str) -> Elemen:
    """A sheet part to be looked at: its root without its rows; with them where they cannot be told from what stands around them."""
    kerangka = kerangka_polos(paket.baca(bagian))
    return paket.xml(bagian) if kerangka is None else urai(kerangka, bagian, paket.nama)


def ubah_sekitar(paket: Paket, bagian: str, kerja: Callable[[Elemen], bool]) -> None:
    """Let `kerja` change what stands around the rows of a sheet part; it gets its root, with some or all of the rows, and
    says whether it changed anything."""
    potongan = LembarBerpotong.dari(paket.baca(bagian), bagian, paket.nama)
    if potongan is None:
        akar = paket.xml(bagian)
        if kerja(akar):
            paket.ganti(bagian, rangkai(akar))
        return
    if potongan.ubah(len(potongan) - 1, lambda xml: kerja(xml.akar)):
        paket.ganti(bagian, potongan.rangkai())

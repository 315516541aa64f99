"""A sheet part as a tree of what stands around its rows, and the rows as bytes: the tree of all cells takes twenty times those."""

from __future__ import annotations

import io
import re
from collections import deque
from dataclasses import dataclass

from lxml import etree

from lkjip_xl.buku.gaya import PetaGaya, alihkan_gaya
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.urai_polos import kerangka_polos, tempat_baris, tetap_polos
from lkjip_xl.buku.xmlaman import SPASI, Elemen, q, rangkai, satu, urai, wajib
from lkjip_xl.inti.alamat import nomor

_BUKA, _TUTUP, _KOSONG = b"<sheetData>", b"</sheetData>", b"<sheetData/>"
_SEL = re.compile(rb'(<c r="[A-Z]+[0-9]+")(?: s="([0-9]+)"|((?: t="[A-Za-z]+")?))')
_KOLOM = re.compile(rb'<c r="([A-Z]+)')
_BARIS_BERGAYA = re.compile(rb'<row [^<>]* s="')
_BERSAMA = b' t="s"'
_AKHIR_BARIS, _SEKALI = b"</row>", 2**20


@dataclass(slots=True)
class LembarTerpisah:
    """A sheet to be grafted: its root, and its rows where they are not in that tree."""

    akar: Elemen
    baris: bytes | None = None

    @classmethod
    def dari(cls, paket: Paket, bagian: str, *, utuh: bool) -> LembarTerpisah:
        """A part of a package; utuh: the rows are wanted in the tree, where they also are if their bytes cannot be changed."""
        data = paket.baca(bagian)
        terpisah = None if utuh or _BERSAMA in data or _BARIS_BERGAYA.search(data) else cls.polos(paket, bagian)
        return cls(paket.xml(bagian)) if terpisah is None else terpisah

    @classmethod
    def polos(cls, paket: Paket, bagian: str) -> LembarTerpisah | None:
        """The part in two where it is written plainly."""
        data = paket.baca(bagian)
        kerangka = kerangka_polos(data)
        if kerangka is None:
            return None
        awal, akhir = tempat_baris(data)
        return cls(urai(kerangka, bagian, paket.nama), data[awal:akhir])

    def kolom(self) -> set[int]:
        """Numbers of the columns that have cells."""
        if self.baris is not None:
            return {nomor(h.decode()) for h in set(_KOLOM.findall(self.baris))}
        return {nomor(h) for h in {wajib(c, "r").rstrip("0123456789") for c in self.akar.iter(q("c"))}}

    def alihkan_gaya(self, peta: PetaGaya) -> None:
        """Translate every style number in the sheet."""
        if self.baris is not None:
            jadi: dict[bytes, bytes] = {}

            def ganti(m: re.Match[bytes]) -> bytes:
                s = m[2] or b"0"
                if s not in jadi:
                    jadi[s] = b' s="%d"' % peta.xf(int(s))
                return m[1] + jadi[s] if m[2] else m[1] + m[3] + jadi[s]

            keluar, awal = io.BytesIO(), 0
            while awal < len(
                self.baris
            ):  # in pieces: every cell of all rows as an object of its own takes several times the rows
                akhir = self.baris.find(_AKHIR_BARIS, awal + _SEKALI) % (len(self.baris) + 1)
                keluar.write(_SEL.sub(ganti, self.baris[awal:akhir]))
                awal = akhir
            self.baris = keluar.getvalue()
        alihkan_gaya(self.akar, peta)

    def rangkai(self) -> bytes:
        """The whole part again."""
        return dengan_baris(self.akar, deque([self.baris or b""]))


def dengan_baris(akar: Elemen, baris: deque[bytes]) -> bytes:
    """A sheet part of what stands around its rows, and plain rows in pieces, which are used up: all of them twice is what a long sheet cannot
    afford."""
    data = rangkai(akar)
    if not any(baris):
        return data
    kepala, _, ekor = data.partition(_KOSONG)
    keluar = io.BytesIO()
    keluar.write(kepala + _BUKA)
    while baris:
        keluar.write(baris.popleft())
    keluar.write(_TUTUP + ekor)
    return tetap_polos(keluar.getvalue())


def sebaris(akar: Elemen, teks: list[str]) -> None:
    """Turn shared texts into texts of the cell itself: the package's shared strings stay untouched."""
    for c in akar.iter(q("c")):
        if c.get("t") != "s":
            continue
        v = satu(c, q("v"))
        c.set("t", "inlineStr")
        t = etree.SubElement(etree.SubElement(c, q("is")), q("t"))
        t.text = teks[int(v.text or "")]
        t.set(SPASI, "preserve")
        c.remove(v)

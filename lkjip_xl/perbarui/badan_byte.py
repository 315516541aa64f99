"""The template's rows laid over the user's in the bytes of a plain part, as `Rangka.badan` does it in trees of their cells.

A long sheet is tens of megabytes of formulas nearly all of which stand already as they should; a tree of them costs five times as much.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from lkjip_xl.buku.urai_polos import buka_entitas
from lkjip_xl.inti.alamat import nomor

_BARIS = re.compile(rb'<row r="([0-9]+)"([^<>]*?)(/?)>')
_SEL = (
    rb'<c r="([A-Z]+)%b"(?: s="([0-9]+)")?((?: t="[A-Za-z]+")?(?:/>|>(?:[^<]++|<(?!/c>))*</c>))'  # letters, style, rest
)
_SEL_BERNOMOR, _SEL_BERPOLA = re.compile(_SEL % b"[0-9]+"), re.compile(_SEL % b"\0")
_RUMUS = re.compile(rb"<f([^<>]*?)(?:/>|>([^<]*)</f>)")
_TUTUP, _NOMOR = b"</row>", b"\0"  # the latter stands for the number of a row; no XML holds it
_SPANS = re.compile(rb' spans="[^"]*"')
_TEKS_BERSAMA, _BARIS_BERGAYA = b' t="s"', re.compile(rb'<row [^<>]* s="')

SelKita = tuple[bytes, bytes, bytes]  # letters of the column, style, what follows


class TakBerurut(Exception):
    """Cells of a row that do not stand in the order of their columns."""


@dataclass(frozen=True, slots=True)
class _Cetakan:
    """A cell of the template: column, style here, what follows it, its formula with the tags (b"": none).

    In rows that are alike \\0 stands for the number of the row.
    """

    k: int
    huruf: bytes
    gaya: bytes
    isi: bytes
    rumus: bytes


class BadanByte:
    """What `Rangka` and its `badan` are told, for pieces of sheets; gaya translates style numbers of the template.

    dapat: addresses of the cells that got a formula; tambah: rows and columns of the first and last cell that was not there.
    """

    def __init__(
        self, kolom: Collection[int], baru: Collection[int], rumus: Mapping[int, object], dibiarkan: Collection[str],
        lazim: Mapping[int, str], awal: int, gaya: Callable[[str], str],
    ) -> None:  # fmt: skip
        self._kolom, self._baru, self._rumus = frozenset(kolom), frozenset(baru), frozenset(rumus)
        self._dibiarkan = frozenset(dibiarkan)
        self._lazim = {k: s.encode() for k, s in lazim.items()}
        self._awal = awal
        self._gaya, self._jadi = gaya, dict[bytes, bytes]()
        self._nomor: dict[bytes, int] = {}
        self.dapat: list[str] = []
        self.tambah: list[tuple[int, int]] = []

    def lapis(self, milik: bytes, templat: bytes) -> bytes | None:
        """The user's rows with the template's over them; None where they are written in a way that only a tree shows."""
        pertama = _BARIS.search(templat)
        if _TEKS_BERSAMA in templat or _BARIS_BERGAYA.search(templat) or (pertama and int(pertama[1]) < self._awal):
            return None
        dapat, tambah = len(self.dapat), list(self.tambah)
        try:
            return b"".join(self._semua(milik, templat))
        except TakBerurut:
            del self.dapat[dapat:]
            self.tambah = tambah
            return None

    def _semua(self, milik: bytes, templat: bytes) -> Iterator[bytes]:
        kita = _BARIS.finditer(milik)
        m = next(kita, None)
        for b, atribut, cetakan in self._cetakan(templat):
            while m is not None and int(m[1]) < b:
                yield milik[m.start() : _ujung(milik, m)]
                m = next(kita, None)
            if m is not None and int(m[1]) == b:
                yield self._baris(milik, m, atribut, cetakan)
                m = next(kita, None)
            elif isi := self._isi(b"%d" % b, [], cetakan):
                yield b'<row r="%d"%b>%b</row>' % (b, _tinggi(b"", atribut), isi)
        while m is not None:
            yield milik[m.start() : _ujung(milik, m)]
            m = next(kita, None)

    # -- the template -----------------------------------------------------------------------------------------

    def _cetakan(self, templat: bytes) -> Iterator[tuple[int, bytes, list[_Cetakan]]]:
        """Number, attributes and cells of its rows; those that are alike but for their number are taken apart once."""
        pola, berpola = b"", list[_Cetakan]()
        for m in _BARIS.finditer(templat):
            nomor_baris = m[1]
            if pola and templat.startswith(pola.replace(_NOMOR, nomor_baris), m.start()):
                yield int(nomor_baris), m[2], berpola
                continue
            ujung = _ujung(templat, m)
            sel = _SEL_BERNOMOR.findall(templat, m.end(), ujung)
            yield int(nomor_baris), m[2], self._terjemah(sel)
            pola = templat[m.start() : ujung].replace(nomor_baris, _NOMOR)
            sel_berpola = _SEL_BERPOLA.findall(pola)
            if len(sel_berpola) == len(sel) and nomor_baris not in m[2]:
                berpola = self._terjemah(sel_berpola)
            else:
                pola = b""

    def _terjemah(self, sel: Collection[SelKita]) -> list[_Cetakan]:
        hasil = []
        for huruf, s, isi in sel:
            if (s := s or b"0") not in self._jadi:
                self._jadi[s] = self._gaya(s.decode()).encode()
            if (k := self._ke(huruf)) in self._kolom:
                f = _RUMUS.search(isi)
                hasil.append(_Cetakan(k, huruf, self._jadi[s], isi, b"" if f is None else f[0]))
        return hasil

    def _ke(self, huruf: bytes) -> int:
        return self._nomor.get(huruf) or self._nomor.setdefault(huruf, nomor(huruf.decode()))

    # -- a row ------------------------------------------------------------------------------------------------

    def _baris(self, milik: bytes, m: re.Match[bytes], atribut: bytes, cetakan: list[_Cetakan]) -> bytes:
        ujung, dulu = _ujung(milik, m), len(self.tambah)
        isi = self._isi(m[1], _SEL_BERNOMOR.findall(milik, m.end(), ujung), cetakan)
        sifat = _tinggi(m[2] if len(self.tambah) == dulu else _SPANS.sub(b"", m[2]), atribut)
        return b'<row r="%b"%b>%b</row>' % (m[1], sifat, isi) if isi else b'<row r="%b"%b/>' % (m[1], sifat)

    def _isi(self, baris: bytes, sel: list[SelKita], cetakan: list[_Cetakan]) -> bytes:
        """The cells of a row with the template's over them."""
        hasil: list[bytes] = []
        datang = iter(cetakan)
        c = next(datang, None)
        terakhir = 0
        for huruf, s, isi in sel:
            k = self._ke(huruf)
            if k <= terakhir:
                raise TakBerurut
            terakhir = k
            while c is not None and c.k < k:
                hasil.append(self._baru_di(c, baris))
                c = next(datang, None)
            if c is not None and c.k == k:
                s, isi = self._sel(c, baris, s, isi)
                c = next(datang, None)
            hasil.append(
                b'<c r="%b%b" s="%b"%b' % (huruf, baris, s, isi) if s else b'<c r="%b%b"%b' % (huruf, baris, isi)
            )
        while c is not None:
            hasil.append(self._baru_di(c, baris))
            c = next(datang, None)
        return b"".join(hasil)

    def _baru_di(self, c: _Cetakan, baris: bytes) -> bytes:
        """A cell that was not there: a formula, or the look alone."""
        self.tambah = [*self.tambah[:1], (int(baris), c.k)] if self.tambah else [(int(baris), c.k)]
        if c.k not in self._rumus:
            return b'<c r="%b%b" s="%b"/>' % (c.huruf, baris, c.gaya)
        if c.rumus:
            self.dapat.append((c.huruf + baris).decode())
        return b'<c r="%b%b" s="%b"%b' % (c.huruf, baris, c.gaya, c.isi.replace(_NOMOR, baris))

    def _sel(self, c: _Cetakan, baris: bytes, s: bytes, isi: bytes) -> tuple[bytes, bytes]:
        """Style and rest of the user's cell with the template's over it."""
        if c.k in self._baru:
            isi = c.isi.replace(_NOMOR, baris) if c.k in self._rumus else isi
            if b"<f" in isi:
                self.dapat.append((c.huruf + baris).decode())
            return c.gaya, isi
        if (s or b"0") == self._lazim.get(c.k):
            s = c.gaya
        if c.k not in self._rumus:
            return s, isi
        rumus = c.rumus.replace(_NOMOR, baris)
        if rumus and isi.startswith(rumus, isi.find(b">") + 1):
            return s, isi
        alamat = (c.huruf + baris).decode()
        if alamat in self._dibiarkan or _sama(isi, rumus):
            return s, isi
        self.dapat.append(alamat)
        return s or b"0", c.isi.replace(_NOMOR, baris)


def _ujung(data: bytes, m: re.Match[bytes]) -> int:
    """Where a row ends."""
    return m.end() if m[3] else data.index(_TUTUP, m.end()) + len(_TUTUP)


def _tinggi(sifat: bytes, cetakan: bytes) -> bytes:
    """Attributes of a row, with the template's height where it has none."""
    if b' ht="' in sifat or (ht := re.search(rb' ht="[^"]*"', cetakan)) is None:
        return sifat
    return sifat + ht[0]


def _sama(isi: bytes, rumus: bytes) -> bool:
    """Does a cell hold this formula, however it is written down?"""
    lama, baru = _RUMUS.search(isi), _RUMUS.search(rumus)
    if lama is None or baru is None or b' t="' in lama[1]:
        return False
    return buka_entitas((lama[2] or b"").decode()) == buka_entitas((baru[2] or b"").decode())

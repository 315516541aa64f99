"""Sums over levels: every parent row against the rows below it, one finding per cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

from lkjip_xl.inti.kunci import ruas
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.tabel.hierarki import BarisLevel, cari_induk, total_program
from lkjip_xl.tabel.kode_program import kode_baris
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.per_buku import per_buku
from lkjip_xl.validasi.aturan.butir_rupiah import SETENGAH_RUPIAH, kelonggaran
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Penelusur, Rujukan

SEN = 2  # decimals of an amount in rupiah


@dataclass(frozen=True, slots=True)
class Pohon:
    """Rows of one table (or one version of it): parent and depth of each, children of each.

    ragu: rows whose parent is only a guess that the order of the rows does not bear out.
    """

    induk: dict[int, int | None]
    tingkat: dict[int, int | None]
    ragu: frozenset[int] = frozenset()

    def anak(self) -> dict[int, list[int]]:
        """Direct children of every row that has some, only those of the highest level among them."""
        semua: dict[int, list[int]] = {}
        for b, atas in self.induk.items():
            if atas is not None:
                semua.setdefault(atas, []).append(b)
        kabur = {self.tingkat[b] for b in self.ragu}  # any parent of these levels may have rows that are not known
        semua = {a: anak for a, anak in semua.items() if not kabur.intersection(self.tingkat[b] for b in anak)}
        return {atas: self._terdekat(anak) for atas, anak in semua.items()}

    def _terdekat(self, anak: list[int]) -> list[int]:
        ada = [t for b in anak if (t := self.tingkat[b]) is not None]
        return [b for b in anak if not ada or self.tingkat[b] == min(ada)]


def pohon(jejak: Penelusur, lembar: str, baris: Sequence[int] | None = None) -> Pohon:
    """The tree of a programme sheet, or of some of its rows; a sheet that prints no kode takes those of the others."""
    return _pohon(jejak.buku, lembar, tuple(jejak.baris(lembar) if baris is None else baris))


@per_buku
def _pohon(buku: BukuKerja, lembar: str, baris: tuple[int, ...]) -> Pohon:
    isi = buku[lembar].per_baris()
    daftar = [
        BarisLevel(
            b,
            _teks(isi[b].get("level")),
            _teks(kode_baris(buku, isi[b])),
            _teks(isi[b].get("no")),
            total_program(isi[b]),
        )
        for b in baris
    ]
    return Pohon(dict(cari_induk(daftar)), {b.kunci: b.tingkat for b in daftar}, frozenset(_ragu(daftar)))


def _ragu(daftar: Sequence[BarisLevel]) -> Iterator[int]:
    """Rows without kode and number in a table that lists each level by itself: the last row above is no parent of all."""
    letak: dict[int, list[int]] = defaultdict(list)
    for i, b in enumerate(daftar):
        if b.tingkat is not None:
            letak[b.tingkat].append(i)
    for t, sini in letak.items():
        atas = letak[max(x for x in letak if x < t)] if any(x < t for x in letak) else []
        if len(atas) > 1 and atas[-1] < sini[0]:
            yield from (daftar[i].kunci for i in sini if not ruas(daftar[i].kode) and not ruas(daftar[i].nomor))


def _teks(x: object) -> str | None:
    return x if isinstance(x, str) else None


@dataclass(frozen=True, slots=True)
class Selisih:
    """A parent cell that is not the sum of its children; `ikut` = cells above it that are only right without it.

    longgar: how far the two may lie apart for the rounding of their figures.
    """

    induk: Rujukan
    nilai: float
    jumlah: float
    anak: tuple[Rujukan, ...]
    ikut: tuple[Rujukan, ...] = ()
    longgar: float = SETENGAH_RUPIAH

    def usul(self, lapor: Pelapor) -> dict[Rujukan, float]:
        """What each of the rows would have to hold alone for the sum to be right."""
        isi = {r: lapor.jejak.nilai(r) for r in self.anak}
        return {r: x + self.nilai - self.jumlah for r, x in isi.items() if isinstance(x, float)}


Ambil = Callable[[int], float | None]


def selisih_jumlah(lapor: Pelapor, lembar: str, kolom: str, anak: Mapping[int, Sequence[int]]) -> Iterator[Selisih]:
    """Parents whose cell differs from the sum of the rows below, blanks counting as nothing.

    Not judged: a blank parent, children without any figure, anything unreadable, and a cell already reported.
    A row that is right once the rows below it are put right is no finding of its own: it joins theirs.
    """
    beda: dict[int, Selisih] = {}
    for atas, bawah in anak.items():
        s = _hitung(lapor, lembar, kolom, atas, bawah)
        if s is not None:
            beda[atas] = s
    ikut: dict[int, list[Rujukan]] = defaultdict(list)
    mandiri = []
    for atas, s in beda.items():
        keliru = [b for b in anak[atas] if b in beda]
        betul = s.jumlah + fsum(beda[b].jumlah - beda[b].nilai for b in keliru)
        if keliru and abs(s.nilai - betul) <= s.longgar + fsum(beda[b].longgar for b in keliru):
            for b in keliru:
                ikut[b].append(s.induk)
        else:
            mandiri.append(atas)
    for atas in mandiri:
        s = beda[atas]
        yield replace(s, ikut=tuple(ikut[atas]))


def _hitung(lapor: Pelapor, lembar: str, kolom: str, atas: int, bawah: Sequence[int]) -> Selisih | None:
    j, induk = lapor.jejak, Rujukan(lembar, atas, kolom)
    anak = tuple(Rujukan(lembar, b, kolom) for b in bawah)
    nilai, rincian = j.nilai(induk), [j.nilai(a) for a in anak]
    angka = [x for x in rincian if isinstance(x, (int, float))]
    if not isinstance(nilai, (int, float)) or not angka or len(angka) < sum(x is not None for x in rincian):
        return None
    if lapor.pernah(induk) or any(j.ternoda(r) for r in (induk, *anak)):
        return None
    t = lapor.buku[lembar]
    jumlah = fsum(angka)
    longgar = kelonggaran(lapor.buku, ((j.nilai(r), t.desimal(r.baris, kolom)) for r in (induk, *anak)))
    if abs(nilai - jumlah) <= longgar or _salinan(lapor, (induk, *anak)):
        return None
    desimal = max(SEN, *(t.desimal(r.baris, kolom) or 0 for r in (induk, *anak)))
    return Selisih(induk, nilai, bulat(jumlah, desimal), anak, longgar=longgar)


def _salinan(lapor: Pelapor, sel: Sequence[Rujukan]) -> bool:
    """Are all these inherited, the first of them from a cell where the same contradiction was already reported?"""
    return all(_sumber_lembar_lain(lapor, r) for r in sel) and _dilaporkan_di_sumber(lapor, sel[0])


def _sumber_lembar_lain(lapor: Pelapor, r: Rujukan) -> list[Rujukan]:
    return [] if lapor.jejak.diketik(r) else [s for s in lapor.jejak.sumber(r) if s.lembar != r.lembar]


def _dilaporkan_di_sumber(lapor: Pelapor, r: Rujukan) -> bool:
    return any(lapor.pernah(s) or _dilaporkan_di_sumber(lapor, s) for s in _sumber_lembar_lain(lapor, r))

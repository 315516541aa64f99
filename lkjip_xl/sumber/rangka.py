"""A table while it is being read: its grids, its header, its rows so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lkjip_xl.inti.kunci import rapikan_spasi
from lkjip_xl.sumber.baris import BarisMentah, jeniskan
from lkjip_xl.sumber.kepala import BARIS_MAKS, Barisan, akhir_kepala, kunci_kepala, susun_kolom
from lkjip_xl.sumber.model import JenisBaris, Kisi, KolomAsing, Letak, SelAsing, TabelAsing
from lkjip_xl.sumber.satuan_kepala import faktor_judul
from lkjip_xl.sumber.wilayah import Gabung

CONTOH = 40  # rows that tell which columns a region uses


@dataclass(slots=True)
class Rangka:
    """A table being read: its grids, title lines, header, rows so far."""

    kisi: list[Kisi]
    gabung: list[Gabung]
    judul: list[str]
    sel_judul: list[Letak]
    kepala: list[tuple[int, dict[int, SelAsing]]]
    baris: list[BarisMentah] = field(default_factory=list)
    lanjutan: list[Letak] = field(default_factory=list)  # cells of its header on the page after the first
    kolom: set[int] = field(default_factory=set)
    tetap: tuple[KolomAsing, ...] = ()  # columns of a table without a header, known by what stands in them

    def tambah(self, baris: Barisan, jenis: JenisBaris | None = None) -> None:
        """More rows of its last grid; jenis: what they are known to be."""
        n = len(self.kisi) - 1
        for b, isi in baris:
            self.kolom.update(isi)
            self.baris.append(BarisMentah(n, b, isi, b in self.kisi[n].baris_tersembunyi, jenis))

    def lanjutkan_kepala(self, baris: Barisan, gabung: Gabung) -> int:
        """Rows at the top of the second page that name columns under the header that ends the first; returns how many."""
        if self.baris or not {k for _, isi in baris[:CONTOH] for k in isi} <= self.kolom:
            return 0
        geser = max(self.gabung[0].bawah(b, k) for b, isi in self.kepala for k in isi)
        semua = [*self.kepala, *((b + geser, isi) for b, isi in baris[:BARIS_MAKS])]
        utuh = Gabung(
            self.gabung[0].akhir | {(b + geser, k): (z + geser, n) for (b, k), (z, n) in gabung.akhir.items()}
        )
        n = akhir_kepala(semua, 0, utuh) - len(self.kepala)
        if n > 0 and len(baris) > n:
            self.kepala += semua[len(self.kepala) : len(self.kepala) + n]
            self.gabung[0] = utuh
            self.lanjutan = [(1, b, k) for b, isi in baris[:n] for k in isi]
            return n
        return 0

    def jadi(self) -> TabelAsing:
        """The table, when nothing more belongs to it."""
        kolom = self.tetap or susun_kolom(self.kepala, self.gabung[0], sorted(self.kolom), faktor_judul(self.judul))
        kolom = _satu_kepala(kolom, self.baris)
        halaman = bool(self.kisi[0].tempat) and not self.kisi[0].beralamat
        baris = jeniskan(self.baris, kolom, kunci_kepala(self.kepala), self.gabung, berhalaman=halaman)
        kaki = tuple(rapikan_spasi(" ".join(s.teks for s in b.sel.values())) for b in baris if b.jenis == "kaki")
        kepala = [(0, b, k) for b, isi in self.kepala for k in isi]
        kepala[len(kepala) - len(self.lanjutan) :] = self.lanjutan
        return TabelAsing(
            "\n".join(self.judul), kolom, tuple(baris), tuple(self.kisi), kaki, tuple(self.sel_judul), tuple(kepala)
        )


def _satu_kepala(kolom: Sequence[KolomAsing], baris: Sequence[BarisMentah]) -> tuple[KolomAsing, ...]:
    """The columns of which one header stands for each: word processors shift the grid of some rows.

    A column no row fills, whose header another one has with rows below it, is none; neighbours under equal headers of which no
    row fills both are one.
    """
    terisi = {k.nomor: {i for i, x in enumerate(baris) if x.isi.keys() & set(k.semua)} for k in kolom}
    berisi = {k.jalur for k in kolom if terisi[k.nomor]}
    hasil: list[KolomAsing] = []
    for k in kolom:
        if not terisi[k.nomor] and k.jalur in berisi:
            continue
        a = hasil[-1] if hasil else None
        if a is not None and k.jalur and k.jalur == a.jalur and baris and not terisi[a.nomor] & terisi[k.nomor]:
            hasil[-1] = replace(a, gabung=(*a.gabung, *k.semua))
            terisi[a.nomor] |= terisi[k.nomor]
        else:
            hasil.append(k)
    return tuple(hasil)

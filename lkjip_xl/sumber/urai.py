"""Grids understood as tables: where each begins, its header, its rows, and what belongs to none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from lkjip_xl.inti.kaki import KAKI
from lkjip_xl.inti.kunci import rapikan_spasi
from lkjip_xl.sumber.baris import LANJUTAN
from lkjip_xl.sumber.batas_tabel import (
    berkata_sama,
    berprogram,
    daftar_baru,
    kepala_lagi,
    kolom_lain,
    serupa,
    tabel_baru,
    teks_pertama,
)
from lkjip_xl.sumber.daftar_program import deret_program
from lkjip_xl.sumber.judul_luar import JUDUL_TABEL, berjudul_sendiri, judul_luar
from lkjip_xl.sumber.kepala import (
    Barisan,
    Kenal,
    Kepala,
    baris_nomor,
    cari_kepala,
    kepala_berjudul,
)
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber, TabelAsing
from lkjip_xl.sumber.rangka import CONTOH, Rangka
from lkjip_xl.sumber.rupa import berangka
from lkjip_xl.sumber.wilayah import Gabung, gabung_kisi, petak

JUDUL_MAKS = 8  # lines above a header that may be its title

_BARU = re.compile(
    rf"{JUDUL_TABEL.pattern}|(?:(?:\d{{1,2}}(?:\.\d{{1,2}})*|[a-z])[.)]? )?(?:sasaran|tujuan|misi|indikator)\b[^:]{{0,30}}:",
    re.IGNORECASE,
)
"""A line between two tables after which another one begins."""


class _Pengurai:
    """Goes through the grids of a source from the top and keeps the tables that may still go on."""

    def __init__(self, kenal: Kenal | None = None, berulang: frozenset[str] = frozenset()) -> None:
        self._kenal, self._berulang = kenal, berulang  # texts that stand above several grids head pages, not tables
        self.tabel: list[Rangka] = []
        self._terbuka: list[Rangka] = []
        self._tunda: list[tuple[int, dict[int, SelAsing]]] = []

    def kisi(self, kisi: Kisi) -> None:
        gabung = gabung_kisi(kisi)
        self._tunda = []
        sebelum = self._terbuka[-1] if self._terbuka and _bersambung(self._terbuka[-1].kisi[-1], kisi) else None
        self._terbuka = []
        bagian = [p for p in petak(kisi, gabung) if not p.catatan]
        lanjut, awal = False, 0
        if sebelum is not None and bagian:
            isi = bagian[0].baris
            awal = sebelum.lanjutkan_kepala(isi, gabung) if kisi.tempat and not kisi.atas else 0
            lanjut = awal > 0 or self._lanjut(sebelum, isi, kisi, gabung)
        if sebelum is not None and lanjut:
            sebelum.kisi.append(kisi)
            sebelum.gabung.append(gabung)
            self._terbuka = [sebelum]
        for i, p in enumerate(bagian):
            sisa: Barisan = p.baris
            if sebelum is not None and lanjut and i == 0:
                sisa = self._isi(sebelum, gabung, sisa, awal)
            while sisa:
                sisa = self._petak(kisi, gabung, sisa)

    def _petak(self, kisi: Kisi, gabung: Gabung, baris: Barisan) -> Barisan:
        """Take the rows of a region up to where another table begins; returns the rest."""
        tabel = self._milik(baris)
        if (tabel is None or not berprogram(tabel)) and (n := self._daftar(kisi, gabung, baris)):
            return baris[n:]
        kepala = cari_kepala(baris, gabung, self._kenal)
        if kepala is None and self._berjudul(kisi):
            kepala = kepala_berjudul(baris, gabung)
        if tabel is not None and self._terusan(tabel, baris, kepala):
            tabel.tambah(self._tunda)
            self._tunda = []
            return self._isi(tabel, gabung, baris, 0)
        if kepala is None:
            kaki = self._kaki(tabel, baris)
            self._tunda.extend(baris[kaki:])
            return []
        atas = [*self._tunda, *baris[: kepala.awal]][-JUDUL_MAKS:]
        self._tunda = []
        judul = [
            *judul_luar(kisi, bool(atas)),
            *(rapikan_spasi(_semua(x)) for _, x in atas),
        ]
        tabel = Rangka(
            [kisi], [gabung], judul, [(0, b, k) for b, x in atas for k in x], list(baris[kepala.awal : kepala.akhir])
        )
        for b, isi in tabel.kepala:
            for k in isi:
                tabel.kolom.update(range(k, min(gabung.kanan(b, k), k + 200) + 1))
        self._terbuka = [t for t in self._terbuka if not t.kolom & tabel.kolom] + [tabel]
        self.tabel.append(tabel)
        awal = kepala.akhir
        if awal < len(baris) and any(kolom_lain(t, baris[awal:]) for t in self.tabel[-2:-1]):
            tabel.tambah(baris[awal : awal + 1], "nomor")
            awal += 1
        return self._isi(tabel, gabung, baris, awal)

    def _daftar(self, kisi: Kisi, gabung: Gabung, baris: Barisan) -> int:
        """Take a list of programmes without a header from the top of a region; returns how many rows it has."""
        n, kolom = deret_program(baris, [*kisi.atas, *(_semua(x) for _, x in self._tunda)])
        if n:
            atas, self._tunda = self._tunda[-JUDUL_MAKS:], []
            judul = [*judul_luar(kisi, bool(atas)), *(rapikan_spasi(_semua(x)) for _, x in atas)]
            tabel = Rangka([kisi], [gabung], judul, [(0, b, k) for b, x in atas for k in x], [], tetap=kolom)
            tabel.tambah(baris[:n])
            self.tabel.append(tabel)
        return n

    def _berjudul(self, kisi: Kisi) -> bool:
        """Is what stands right above the title of a table?"""
        atas = [*kisi.atas, *(teks_pertama(isi) for _, isi in self._tunda)]
        return bool(atas) and JUDUL_TABEL.match(atas[-1].strip()) is not None

    def _isi(self, tabel: Rangka, gabung: Gabung, baris: Barisan, awal: int) -> Barisan:
        """Rows below a header as far as no other table begins among them."""
        ada = False
        for i in range(awal, len(baris)):
            if ada and tabel_baru(tabel, baris, i, gabung):
                tabel.tambah(baris[awal:i])
                return baris[i:]
            ada = ada or len(baris[i][1]) > 1
        tabel.tambah(baris[awal:])
        return []

    def _milik(self, baris: Barisan) -> Rangka | None:
        kolom = {k for _, isi in baris[:CONTOH] for k in isi}
        return next(
            (t for t in reversed(self._terbuka) if min(t.kolom) <= min(kolom) <= max(kolom) <= max(t.kolom)), None
        )

    def _terusan(self, tabel: Rangka, baris: Barisan, kepala: Kepala | None) -> bool:
        """Does a region behind a blank row go on with the table above it?"""
        isi = next((isi for _, isi in baris if len(isi) > 1), None)
        if isi is None:
            return False
        if kepala is None:
            if not (any(map(berangka, isi.values())) or serupa(tabel, isi)):
                return False  # words alone in other columns: signatures, not rows
            return not any(JUDUL_TABEL.match(teks_pertama(isi)) for _, isi in self._tunda)
        judul = [*self._tunda, *baris[: kepala.awal]]
        if any(len(isi) > 2 and any(map(berangka, isi.values())) for _, isi in baris[: kepala.awal]):
            return True  # figures first: what looks like a header further down is another's
        if kepala_lagi(tabel, baris, kepala):
            return all(LANJUTAN.search(teks_pertama(isi)) for _, isi in judul) and not kolom_lain(
                tabel, baris[kepala.akhir :]
            )
        return not kepala.kuat and not judul and serupa(tabel, baris[kepala.awal][1])

    def _kaki(self, tabel: Rangka | None, baris: Barisan) -> int:
        """Footnotes right behind a table are its own; returns how many rows they are."""
        n = 0
        if tabel is not None and not self._tunda:
            while n < len(baris) and (
                KAKI.match(teks_pertama(baris[n][1])) or (n and not JUDUL_TABEL.match(teks_pertama(baris[n][1])))
            ):
                n += 1
            tabel.tambah(baris[:n], "kaki")
        return n

    def _lanjut(self, tabel: Rangka, baris: Barisan, kisi: Kisi, gabung: Gabung) -> bool:
        """Is the first region of the next page or grid more of the table before it?"""
        if any(_BARU.match(t) and not LANJUTAN.search(t) for t in kisi.atas[-2:]) or daftar_baru(tabel, baris, kisi):
            return False
        kepala = cari_kepala(baris, gabung, self._kenal)
        kolom = {k for _, isi in baris[:CONTOH] for k in isi}
        if not kolom <= tabel.kolom:
            return False
        if kolom_lain(tabel, baris):
            return False
        if kepala is not None and kepala_lagi(tabel, baris, kepala):
            if not kisi.tempat and any(x not in self._berulang and berjudul_sendiri(x) for x in kisi.atas[-1:]):
                return False
            lanjutan = all(LANJUTAN.search(teks_pertama(isi)) for _, isi in baris[: kepala.awal])
            return lanjutan and not kolom_lain(tabel, baris[kepala.akhir :])
        if any(t for t in kisi.atas) and not kisi.tempat:
            return False  # text between two tables of a document parts them
        isi = baris[0][1]
        berhalaman = bool(kisi.tempat) and not kisi.atas  # a page that begins in the midst of a table
        if kepala is not None and kepala.kuat and kepala.awal == 0:
            # rows of programmes and indicators begin with words of headers, too
            return berhalaman and berkata_sama(tabel, isi) and not any(baris_nomor(x) for _, x in baris[1:3])
        if any(s.teks[:1].islower() for s in isi.values()) or baris_nomor(isi) or any(map(berangka, isi.values())):
            return True
        if not berhalaman and not serupa(tabel, isi):
            return False  # words alone in other columns: signatures, not rows
        baru = kepala is not None and kepala.awal == 0 and not berhalaman
        return not baru and JUDUL_TABEL.match(teks_pertama(isi)) is None


def urai(kisi: Kisi) -> list[TabelAsing]:
    """The tables of one grid, from the top; cells of none are told by `sisa`. Cost grows linearly with the cells."""
    return urai_sumber(Sumber(kisi.berkas, [kisi]))


def urai_sumber(sumber: Sumber, *, kenal: Kenal | None = None) -> list[TabelAsing]:
    """The tables of a whole source in order; one that goes on in the next grid is one table of several grids.

    kenal: does a text name a column that the caller expects? It finds headers whose own looks prove nothing.
    """
    atas = Counter(x for k in sumber.kisi for x in {*k.atas})
    pengurai = _Pengurai(kenal, frozenset(x for x, n in atas.items() if n > 1))
    for kisi in sumber.kisi:
        pengurai.kisi(kisi)
    return [t.jadi() for t in pengurai.tabel]


def sebaran(kisi: Kisi, tabel: Iterable[TabelAsing]) -> Counter[tuple[int, int]]:
    """How often each cell of a grid stands in a title, header or row of the tables: never more than once."""
    hasil: Counter[tuple[int, int]] = Counter()
    for t in tabel:
        milik = {i for i, x in enumerate(t.kisi) if x is kisi}
        hasil.update((b, k) for i, b, k in (*t.sel_judul, *t.sel_kepala) if i in milik)
        hasil.update((b.nomor, k) for b in t.baris if b.kisi in milik for k in b.sel)
    return hasil


def sisa(kisi: Kisi, tabel: Iterable[TabelAsing]) -> dict[tuple[int, int], SelAsing]:
    """The filled cells of a grid that are part of no table."""
    dipakai = sebaran(kisi, tabel)
    return {t: s for t, s in kisi.sel.items() if t not in dipakai}


def _semua(isi: dict[int, SelAsing]) -> str:
    return " ".join(s.teks for s in isi.values())


def _bersambung(dulu: Kisi, kini: Kisi) -> bool:
    """May a table go on from one grid in the next: pages and tables of a document, never sheets of a workbook."""
    return not (dulu.beralamat or kini.beralamat or dulu.paragraf or kini.paragraf) and dulu.berkas == kini.berkas

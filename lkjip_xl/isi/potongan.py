"""Grids of any file in pieces of one table each, and where in a piece the header stands that bears our column names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lkjip_xl.isi.masukan import Penunjuk
from lkjip_xl.skema.model import Skema, SkemaLembar
from lkjip_xl.sumber.baris import LANJUTAN
from lkjip_xl.sumber.kepala import cari_kepala, kunci_kepala, susun_kolom
from lkjip_xl.sumber.model import Kisi, KolomAsing
from lkjip_xl.sumber.satuan_kepala import faktor_judul
from lkjip_xl.sumber.urai import JUDUL_TABEL
from lkjip_xl.sumber.wilayah import Isi, gabung_kisi

Baris = tuple[int, Isi]
KEPALA_DICARI, KEPALA_TINGGI = 20, 3  # rows that may be the header, rows it may have


@dataclass(slots=True)
class Potongan:
    """Rows of a grid that are one table with what stands above it; lembar: the sheet that its tab or title names; pertama: of its grid.

    judul_sel: cells of the grid that its title is taken from.
    """

    kisi: Kisi
    baris: list[Baris]
    judul: list[str] = field(default_factory=list)
    lembar: str | None = None
    pertama: bool = False
    judul_sel: int = 0

    @property
    def berkas(self) -> str:
        """File, with sheet or page."""
        return f"{self.kisi.berkas}!{self.kisi.tempat}" if self.kisi.tempat else self.kisi.berkas

    @property
    def sebutan(self) -> str:
        """Its title, else where it stands."""
        return self.judul[-1] if self.judul else self.berkas

    @property
    def banyak(self) -> int:
        """Its filled cells, the title included."""
        return self.judul_sel + sum(len(isi) for _, isi in self.baris)


@dataclass(frozen=True, slots=True)
class KepalaKita:
    """A header that bears our names: its rows by their places in a piece (akhir: the first below it), columns, how many are ours."""

    awal: int
    akhir: int
    kolom: tuple[KolomAsing, ...]
    kena: int


def potong(p: Penunjuk, kisi: Kisi, skema: Skema) -> list[Potongan]:
    """The pieces of a grid: one, and one more below every line that is the title of a sheet with a header of it beneath."""
    per_baris: dict[int, Isi] = {}
    for (b, k), s in sorted(kisi.sel.items()):
        per_baris.setdefault(b, {})[k] = s
    barisan = list(per_baris.items())
    hasil: list[Potongan] = []
    for i, (b, isi) in enumerate(barisan):
        lembar = _judul_tabel(p, barisan, i, skema)
        if lembar is not None and (i > 0 or not kisi.atas):
            atas = hasil.pop() if hasil and not hasil[-1].baris else Potongan(kisi, [])  # a title above this title
            judul = [*atas.judul, next(iter(isi.values())).teks]
            hasil.append(Potongan(kisi, [], judul, lembar, not hasil, atas.judul_sel + len(isi)))
            continue
        if not hasil:
            atas = [t for t in kisi.atas if t.strip()]
            milik = _judul_luar(p, atas)
            hasil.append(Potongan(kisi, [], atas, milik, True))
        hasil[-1].baris.append((b, isi))
    return [x for x in hasil if x.baris]


def _judul_luar(p: Penunjuk, atas: Sequence[str]) -> str | None:
    """The sheet that the lines above a grid name, nearest first; the caption of another table ends the search."""
    for teks in reversed(atas):
        if (lembar := p.lembar_judul(teks)) is not None:
            return lembar
        if JUDUL_TABEL.match(teks.strip()):
            return None
    return None


def _judul_tabel(p: Penunjuk, barisan: Sequence[Baris], i: int, skema: Skema) -> str | None:
    """The sheet whose title a row is; a header of that sheet has to follow, else it is a word of the table."""
    isi = barisan[i][1]
    if len(isi) != 1 or i + 1 >= len(barisan):
        return None
    lembar = p.lembar_judul(next(iter(isi.values())).teks)
    if lembar is None:
        return None
    s = skema.lembar[lembar]
    if s.susunan == "pasangan":
        return lembar if i == 0 else None
    perlu = min(2, len(s.kolom))
    return lembar if any(_kena(p, isi, s) >= perlu for _, isi in barisan[i + 1 : i + 6]) else None


def _kena(p: Penunjuk, isi: Isi, s: SkemaLembar) -> int:
    """How many cells of a row name a column of the sheet."""
    return sum(bool(p.kolom([x.teks], s)) for x in isi.values())


def kepala_kita(penunjuk: Penunjuk, p: Potongan, s: SkemaLembar) -> KepalaKita | None:
    """The header of a piece for a sheet: the rows that name most of its columns, the fewest of them; None where none does."""
    kena = [_kena(penunjuk, isi, s) for _, isi in p.baris[:KEPALA_DICARI]]
    tengah = max(range(len(kena)), key=lambda i: (kena[i], -i), default=None)
    if tengah is None or not kena[tengah]:
        return None
    batas = [
        (awal, akhir)
        for awal in range(tengah, max(-1, tengah - KEPALA_TINGGI), -1)
        for akhir in range(tengah + 1, min(awal + KEPALA_TINGGI, len(p.baris)) + 1)
    ]
    return max(susun_kepala(penunjuk, p, batas, s), key=lambda h: h.kena)


def susun_kepala(penunjuk: Penunjuk, p: Potongan, batas: Sequence[tuple[int, int]], s: SkemaLembar) -> list[KepalaKita]:
    """Rows of a piece (first, first below) as its header, for each of several guesses."""
    gabung, terpakai = gabung_kisi(p.kisi), sorted({k for _, isi in p.baris for k in isi})
    hasil = []
    for awal, akhir in batas:
        faktor = faktor_judul([*p.judul, *(x.teks for _, isi in p.baris[:awal] for x in isi.values())])
        kolom = susun_kolom(p.baris[awal:akhir], gabung, terpakai, faktor)
        ada = {x[0].nama for k in kolom if len(x := penunjuk.kolom(k.jalur, s)) == 1}
        hasil.append(KepalaKita(awal, akhir, kolom, len(ada)))
    return hasil


def bersambung(penunjuk: Penunjuk, p: Potongan, q: Potongan, skema: Skema) -> bool:
    """Does piece q go on with the table p in a document: nothing between them, its columns, no header but p's own again?"""
    if (
        q.lembar is not None
        or p.lembar is None
        or p.kisi.beralamat
        or q.kisi.beralamat
        or p.kisi.berkas != q.kisi.berkas
    ):
        return False
    if any(t.strip() and not LANJUTAN.search(t) for t in q.kisi.atas):
        return False
    s = skema.lembar[p.lembar]
    if s.susunan == "pasangan":
        return all(len(isi) < 4 for _, isi in q.baris) and any(_kena(penunjuk, isi, s) for _, isi in q.baris)
    kepala = kepala_kita(penunjuk, p, s)
    if kepala is None or not {k for _, isi in q.baris for k in isi} <= {n for k in kepala.kolom for n in k.semua}:
        return False
    ulang = kunci_kepala(p.baris[kepala.awal : kepala.akhir])
    return kunci_kepala(q.baris[: len(ulang)]) == ulang or not _berkepala(penunjuk, q, skema)


def _berkepala(penunjuk: Penunjuk, q: Potongan, skema: Skema) -> bool:
    """Has a piece a header of its own: by its looks, or because its first row names columns of some sheet?"""
    kepala = cari_kepala(q.baris, gabung_kisi(q.kisi))
    if kepala is not None and kepala.kuat and kepala.awal == 0:
        return True
    isi = q.baris[0][1]
    return any(max(2, len(isi) / 2) <= _kena(penunjuk, isi, s) for s in skema.lembar.values())

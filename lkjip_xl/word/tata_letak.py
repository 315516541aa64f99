"""Which page every table stands on: upright where it fits, else folded, landscape, on A3; text flows on around it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from lkjip_xl.ringkasan.model import TabelRingkas
from lkjip_xl.word.alir import JARAK, Alir
from lkjip_xl.word.bentuk_tabel import JUDUL_TABEL, KAKI_TABEL, bahan_tabel, halaman_tabel, pilih
from lkjip_xl.word.ekor import Ekor, Langkah
from lkjip_xl.word.naskah import (
    TEGAK,
    Bagian,
    Balok,
    Butir,
    Daftar,
    Gambar,
    Isian,
    Judul,
    Paragraf,
    Tabel,
)
from lkjip_xl.word.tabel_word import lekat_baris
from lkjip_xl.word.ukuran_tabel import HURUF, Bahan, UkuranTabel, tinggi_teks

HURUF_ISI, SPASI = 11.0, 1.494  # running text: points, lines
HURUF_JUDUL, SPASI_JUDUL, JARAK_JUDUL = (
    {1: 14.0, 2: 12.0},
    1.32,
    12.0,
)  # headings; of the space above the text's own is part
SEDIKIT = 0.35  # of a page: so little of a table is no reason for another
AMAN = 0.95  # of a page is filled where its heights are only estimated
PENUH = 0.98  # of an upright page is full: its heights are those of the paper, but for the last line
AWAL = "\u00a0" * 9  # as wide as the first line of a paragraph is set in
JARANG = 0.42  # of a page: so little before a turned one goes along, should even less of it be left in the end
SETENGAH = 0.55  # of a page: less of it before a turned one is worth sparing
RAGU = 0.12  # of a page: so far may the estimate of its fill be off after a dozen pages
TEKS = (Paragraf, Butir, Isian, Judul)
Letak = tuple[Balok, UkuranTabel | None]
Bentuk = tuple[list[TabelRingkas], str, list[UkuranTabel]]


def tata(balok: Iterable[Balok], halaman: Mapping[str, tuple[float, float]]) -> list[Letak]:
    """The blocks with the sizes of their tables; halaman: width and height of the text in points by orientation.

    A table that no shape brings onto an upright page gets a landscape section together with the headings right above
    it; what follows stays on that page while it fits, so that it is not left half empty. Charts below such a table come
    before it where the page before has room for them.
    """
    t = Tata(halaman)
    antre = deque(balok)
    while antre:
        x = antre.popleft()
        gambar = list(takewhile(lambda b: isinstance(b, Gambar), antre))
        if isinstance(x, Tabel) and gambar and t.gambar_dahulu(x, gambar):
            for _ in gambar:
                t.terima(antre.popleft())
        t.terima(x)
    return _tanpa_bagian_kosong(t.jadi())


@dataclass
class Tata:
    """The pages in the making."""

    halaman: Mapping[str, tuple[float, float]]
    hasil: list[Letak] = field(default_factory=list)
    judul: list[Judul] = field(default_factory=list)  # headings that wait for what stands below them
    dasar: str = TEGAK  # as the chapters ask for
    arah: str = TEGAK  # as it is here
    sisa: float = 0.0  # height left on the page, where that was turned for a table
    alir: Alir = field(init=False)  # the page that is being filled, where it is not turned
    ekor: Ekor = field(init=False)  # the blocks before this one that flow on upright pages
    terpilih: tuple[TabelRingkas, str, Bentuk] | None = None  # the table last asked about, on which page, and its shape

    def __post_init__(self) -> None:
        self.alir = Alir(self.halaman[TEGAK][1])
        self.ekor = Ekor(_blok)

    def terima(self, x: Balok) -> None:
        if isinstance(x, Judul):
            if _bab(x):
                self._rapatkan_akhir()
            self.judul.append(x)
        elif isinstance(x, Tabel):
            self._tabel(x)
        elif isinstance(x, Bagian):
            self._judul()
            self.dasar = self.arah = x.arah
            self.hasil.append((x, None))
            self.alir = Alir(self.halaman[x.arah][1], mulai=len(self.hasil))
            self.ekor.isi.clear()
        else:
            tinggi = None if isinstance(x, Daftar) else self._tinggi(x)
            if tinggi is None or not self._muat(tinggi):
                self._ke(self.dasar)
            judul = [self._tinggi(j) for j in self.judul]
            self._judul()
            self._catat(x, tinggi, judul)
            self.hasil.append((x, None))

    def gambar_dahulu(self, x: Tabel, gambar: Sequence[Balok]) -> bool:
        """Does the page hold these, and does the table above them turn it?"""
        if self.arah != self.dasar or not self.alir.pasti or any(map(_bab, self.judul)):
            return False
        isi = sum(map(self._tinggi, [*self.judul, *gambar]))
        return self.alir.y + isi <= AMAN * self.alir.penuh and self._pilih(x.tabel)[1] != self.dasar

    def _pilih(self, t: TabelRingkas) -> Bentuk:
        """The shape of a table, tried on all pages: once, also where charts ask for it before the table comes."""
        if self.terpilih is None or self.terpilih[0] is not t or self.terpilih[1] != self.dasar:
            self.terpilih = t, self.dasar, pilih(t, self.dasar, self.halaman, self._kosong())
        return self.terpilih[2]

    def _kosong(self) -> float:
        """Share of the page that stays empty where a table turns the next one."""
        a = self.alir
        if self.arah != self.dasar or not a.pasti or not a.y or any(map(_bab, self.judul)):
            return 0.0
        return max(1 - a.y / a.penuh, 0.0)

    def jadi(self) -> list[Letak]:
        if not self.judul:
            self._rapatkan_akhir()
        self._judul()
        return self.hasil

    def _tabel(self, x: Tabel) -> None:
        bentuk, arah, ukuran = self._pilih(x.tabel)
        if self.arah not in (self.dasar, arah) and arah == self.dasar:
            u = bahan_tabel(x.tabel).ukur(self.halaman[self.arah][0])
            if u is not None and self._cukup(_tinggi_tabel(u)):
                bentuk, arah, ukuran = [x.tabel], self.arah, [u]
        baru = arah != self.arah
        atas = sum(self._tinggi(j) for j in self.judul)
        bahan = bahan_tabel(bentuk[0])
        tarik = self._tarik(arah, bahan, ukuran[0], atas) if baru else 0.0
        if len(ukuran) == 1 and (baru or any(map(_bab, self.judul))):
            ukuran = [rapatkan(bahan, ukuran[0], self.halaman[arah], atas + tarik)]
        if baru:
            self._ke(arah)
        penuh = self.halaman[arah][1]
        awal = 0.0 if baru or any(map(_bab, self.judul)) else AMAN * penuh - self.sisa
        a = Alir(penuh, y=awal + tarik + atas)
        for t, u in zip(bentuk, ukuran, strict=True):
            a.tabel(0, u.kepala, _blok(t, u))
        self.sisa = AMAN * penuh - a.y
        judul = [self._tinggi(j) for j in self.judul]
        self._judul()
        if self.arah != self.dasar or not self.alir.pasti or len(ukuran) > 1:
            self.ekor.isi.clear()
        else:
            self.ekor.isi.append(Langkah(len(self.hasil), self.alir.y, judul, tabel=(bentuk[0], ukuran[0])))
        for i, (t, u) in enumerate(zip(bentuk, ukuran, strict=True)):
            if self.arah == self.dasar:
                self.alir.tabel(len(self.hasil), u.kepala, _blok(t, u), () if i else judul)
            self.hasil.append((replace(x, tabel=t, lanjutan=i > 0), u))

    def _rapatkan_akhir(self) -> None:
        """Smaller type for the tables that end a chapter, where that spares a last page with little on it."""
        if self.arah != self.dasar or not self.alir.pasti or self.alir.y > SEDIKIT * self.alir.penuh:
            return
        for letak, u in self.ekor.rapatkan(*self.halaman[self.arah], (PENUH, AMAN)).items():
            self.hasil[letak] = self.hasil[letak][0], u

    def _muat(self, tinggi: float) -> bool:
        """Take room on a page turned for a table, where there is enough. Upright pages flow on by themselves."""
        if self.arah == self.dasar:
            return True
        muat = self._cukup(tinggi)
        if muat:
            self.sisa -= tinggi + sum(map(self._tinggi, self.judul))
        return muat

    def _cukup(self, tinggi: float) -> bool:
        """Is there room for this and the headings that wait on the page turned for a table?"""
        return not any(map(_bab, self.judul)) and tinggi + sum(map(self._tinggi, self.judul)) <= self.sisa

    def _tarik(self, arah: str, bahan: Bahan, u: UkuranTabel, atas: float) -> float:
        """Text or a chart nearly alone before a page turned for a table goes onto that, above it; the height there.

        So much of it that the page before is spared though its fill is only estimated, where the table gets no page more with little on it.
        """
        a = self.alir
        lebih = a.y - a.penuh if a.y > PENUH * a.penuh else a.y  # a full page may as well run over by a line
        if self.arah != self.dasar or not a.pasti or lebih > JARANG * a.penuh or any(map(_bab, self.judul)):
            return 0.0
        penuh, lebar = self.halaman[arah][1], self.halaman[arah][0]
        # a page that a chapter or a section begins is only spared whole
        tetap = not a.mulai or isinstance(self.hasil[a.mulai - 1][0], Bagian) or _bab(self.hasil[a.mulai][0])
        banyak = halaman_tabel(u, AMAN * penuh, atas)[0]
        terbaik = 0, 0.0
        for awal, cukup in self._teks_terakhir():
            tinggi = sum(self._tinggi(b, lebar) for b, _ in self.hasil[awal:])
            rapat = rapatkan(bahan, u, self.halaman[arah], atas + tinggi)
            panjang, akhir = halaman_tabel(rapat, AMAN * penuh, atas + tinggi)
            mubazir = panjang > banyak and akhir < SEDIKIT * penuh
            if tinggi > SETENGAH * penuh or mubazir or (awal < a.mulai and tetap):
                break
            if cukup >= lebih and (not tetap or awal == a.mulai):
                terbaik = awal, tinggi
            if cukup >= lebih + RAGU * a.penuh:
                break
        if terbaik[0]:
            self.hasil.insert(terbaik[0], (Bagian(arah), None))
            self.arah = arah
        return terbaik[1]

    def _teks_terakhir(self) -> Iterator[tuple[int, float]]:
        """Where text and charts above the next block may be parted, each with the height from there on; never below a heading."""
        tinggi = 0.0
        for i in range(len(self.hasil) - 1, 0, -1):
            x, atas = self.hasil[i][0], self.hasil[i - 1][0]
            if not isinstance(x, (*TEKS, Gambar)) or _bab(x):
                return
            tinggi += self._tinggi(x)
            if not isinstance(atas, Judul):
                yield i, tinggi

    def _catat(self, x: Balok, tinggi: float | None, atas: Sequence[float] = ()) -> None:
        """How far the page is filled with the block that comes next."""
        if self.arah != self.dasar:
            return
        if tinggi is None:
            self.alir.lupa()
            self.ekor.isi.clear()
        elif _bab(x):
            self.alir.baru(len(self.hasil))
            self.alir.y = tinggi
            self.ekor.isi.clear()
        else:
            baris = HURUF_ISI * SPASI if isinstance(x, (Paragraf, Butir)) else 0.0
            self.ekor.isi.append(Langkah(len(self.hasil), self.alir.y, atas, tinggi, baris))
            self.alir.taruh(len(self.hasil), tinggi, baris=baris, atas=atas)

    def _ke(self, arah: str) -> None:
        if arah != self.arah:
            self.hasil.append((Bagian(arah), None))
            self.arah = arah
            self.alir.baru(len(self.hasil))
            self.ekor.isi.clear()

    def _judul(self) -> None:
        for j in self.judul:
            self._catat(j, self._tinggi(j))
            self.hasil.append((j, None))
        self.judul = []

    def _tinggi(self, x: Balok, lebar: float = 0.0) -> float:
        lebar = lebar or self.halaman[self.arah][0]
        match x:
            case Judul(teks=teks, tingkat=tingkat):
                return tinggi_teks(teks, HURUF_JUDUL.get(tingkat, HURUF_ISI), lebar, SPASI_JUDUL) + JARAK_JUDUL
            case Paragraf(teks=teks):
                return tinggi_teks(AWAL + teks, HURUF_ISI, lebar, SPASI) + JARAK
            case Isian(teks=teks):
                return tinggi_teks(f"[Lengkapi: {teks}]", HURUF_ISI, lebar) + JARAK
            case Butir(teks=semua):
                return sum(tinggi_teks(t, HURUF_ISI, lebar - 20) + 3 for t in semua)
            case Gambar():
                return x.tercetak(self.halaman[TEGAK][0])[1] + 3 * HURUF_ISI
        return 0.0


def _bab(x: Balok) -> bool:
    """Is it the heading of a chapter, which begins a page?"""
    return isinstance(x, Judul) and x.tingkat == 1


def rapatkan(bahan: Bahan, u: UkuranTabel, halaman: tuple[float, float], atas: float) -> UkuranTabel:
    """Smaller type for a table that begins on a new page, below `atas` points of heading, where that saves a last page with
    little on it."""
    lebar, penuh = halaman
    banyak, terakhir = halaman_tabel(u, penuh, atas)
    if banyak == 1 or terakhir > SEDIKIT * penuh:
        return u
    for huruf in (h for h in HURUF if h < u.huruf):
        coba = bahan.ukur(lebar, huruf, terbesar=huruf)
        if coba is not None and halaman_tabel(coba, AMAN * penuh, atas)[0] < banyak:
            return coba
    return u


def _blok(t: TabelRingkas, u: UkuranTabel) -> list[float]:
    """Heights of what no page parts: the caption with the first rows, the source with the last."""
    lekat = lekat_baris(len(t.baris), u.tinggi) | {i for i, b in enumerate(t.baris) if b.gaya == "kelompok"}
    hasil, terbuka = [tinggi_teks(t.judul, 10, sum(u.lebar)) + 13], True
    for i, tinggi in enumerate(u.tinggi):
        hasil = [*hasil[:-1], hasil[-1] + tinggi] if terbuka else [*hasil, tinggi]
        terbuka = i in lekat
    return [*hasil[:-1], hasil[-1] + 8 + 10 * (1 + len(t.catatan))]


def _tinggi_tabel(u: UkuranTabel) -> float:
    return JUDUL_TABEL + u.kepala + sum(u.tinggi) + KAKI_TABEL


def _tanpa_bagian_kosong(hasil: list[Letak]) -> list[Letak]:
    """A section followed at once by another would be an empty page."""
    berikut = [b for b, _ in hasil[1:]] + [None]
    return [
        (b, u)
        for (b, u), lanjut in zip(hasil, berikut, strict=True)
        if not (isinstance(b, Bagian) and b.halaman == "lanjut" and (lanjut is None or isinstance(lanjut, Bagian)))
    ]

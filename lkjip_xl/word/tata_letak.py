"""Which page every table stands on: upright where it fits, else folded, landscape, on A3; text flows on around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lkjip_xl.ringkasan.model import TabelRingkas
from lkjip_xl.word.alir import Alir
from lkjip_xl.word.lipat import belah, lipat, tumpuk
from lkjip_xl.word.naskah import (
    LEBAR,
    MELINTANG,
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
from lkjip_xl.word.tabel_word import isi_tercetak
from lkjip_xl.word.ukuran_tabel import HURUF, TERKECIL, Bahan, UkuranTabel, tinggi_teks

HURUF_ISI, SPASI, JARAK = 11.0, 1.5, 9.0  # running text: points, lines, space after
JUDUL_TABEL, KAKI_TABEL = 30.0, 30.0  # caption above; source and notes below
SEDIKIT = 0.35  # of a page: so little of a table is no reason for another
AMAN = 0.95  # of a page is filled where its heights are only estimated
SETENGAH = 0.5  # of a page: less of it before a turned one is worth sparing
RAGU = 0.3  # of a page: so far may the estimate of its fill be off after a dozen pages
KOLOM_SEDIKIT = 4  # so few columns of long text are no better on a wider page
PANJANG, HEMAT = 3, 0.75  # pages of a long table; the share of them for which it turns the page
TEKS = (Paragraf, Butir, Isian, Judul)
Letak = tuple[Balok, UkuranTabel | None]


def tata(balok: Iterable[Balok], halaman: Mapping[str, tuple[float, float]]) -> list[Letak]:
    """The blocks with the sizes of their tables; halaman: width and height of the text in points by orientation.

    A table that no shape brings onto an upright page gets a landscape section together with the headings right above
    it; what follows stays on that page while it fits, so that it is not left half empty.
    """
    t = _Tata(halaman)
    for x in balok:
        t.terima(x)
    return _tanpa_bagian_kosong(t.jadi())


@dataclass
class _Tata:
    """The pages in the making."""

    halaman: Mapping[str, tuple[float, float]]
    hasil: list[Letak] = field(default_factory=list)
    judul: list[Judul] = field(default_factory=list)  # headings that wait for what stands below them
    dasar: str = TEGAK  # as the chapters ask for
    arah: str = TEGAK  # as it is here
    sisa: float = 0.0  # height left on the page, where that was turned for a table
    alir: Alir = field(init=False)  # the page that is being filled, where it is not turned

    def __post_init__(self) -> None:
        self.alir = Alir(self.halaman[TEGAK][1])

    def terima(self, x: Balok) -> None:
        if isinstance(x, Judul):
            self.judul.append(x)
        elif isinstance(x, Tabel):
            self._tabel(x)
        elif isinstance(x, Bagian):
            self._judul()
            self.dasar = self.arah = x.arah
            self.hasil.append((x, None))
            self.alir = Alir(self.halaman[x.arah][1], mulai=len(self.hasil))
        else:
            tinggi = None if isinstance(x, Daftar) else self._tinggi(x)
            if tinggi is None or not self._muat(tinggi):
                self._ke(self.dasar)
            self._judul()
            self._catat(x, tinggi)
            self.hasil.append((x, None))

    def jadi(self) -> list[Letak]:
        self._judul()
        return self.hasil

    def _tabel(self, x: Tabel) -> None:
        bentuk, arah, ukuran = pilih(x.tabel, self.dasar, self.halaman)
        if self.arah not in (self.dasar, arah) and arah == self.dasar:
            u = _bahan(x.tabel).ukur(self.halaman[self.arah][0])
            if u is not None and self._muat(_tinggi_tabel(u)):
                bentuk, arah, ukuran = [x.tabel], self.arah, [u]
        baru = arah != self.arah
        atas = sum(self._tinggi(j) for j in self.judul)
        if len(ukuran) == 1 and (baru or any(map(_bab, self.judul))):
            ukuran = [rapatkan(_bahan(bentuk[0]), ukuran[0], self.halaman[arah], atas)]
        tinggi = sum(map(_tinggi_tabel, ukuran)) + atas
        if baru:
            atas += self._tarik(arah, ukuran, atas)
            self._ke(arah)
        penuh = self.halaman[arah][1]
        if baru or any(map(_bab, self.judul)) or tinggi > self.sisa:
            y = atas
            for u in ukuran:  # its header stands on every page, and no row is cut
                y = _halaman_tabel(u, penuh, y)[1]
            self.sisa = AMAN * penuh - y
        else:
            self.sisa -= tinggi
        self._judul()
        for i, (t, u) in enumerate(zip(bentuk, ukuran, strict=True)):
            if self.arah == self.dasar:
                self.alir.tabel(len(self.hasil), u.kepala, (JUDUL_TABEL, *u.tinggi, KAKI_TABEL))
            self.hasil.append((replace(x, tabel=t, lanjutan=i > 0), u))

    def _muat(self, tinggi: float) -> bool:
        """On a page turned for a table: is there room for this below it? Upright pages flow on by themselves."""
        if self.arah == self.dasar:
            return True
        if any(map(_bab, self.judul)):
            return False
        semua = tinggi + sum(self._tinggi(j) for j in self.judul)
        if semua > self.sisa:
            return False
        self.sisa -= semua
        return True

    def _tarik(self, arah: str, ukuran: list[UkuranTabel], atas: float) -> float:
        """Text that would stand nearly alone before a page turned for a table goes onto that, above it; its height there.

        So much of it that the page before is spared though its fill is only estimated, where the table gets none the longer.
        """
        a = self.alir
        lebih = a.y - a.penuh if a.y > AMAN * a.penuh else a.y  # a full page may as well run over by a line
        if self.arah != self.dasar or not a.pasti or lebih > SEDIKIT * a.penuh or any(map(_bab, self.judul)):
            return 0.0
        semua = list(self._teks_terakhir())
        awal = next((i for i, h in semua if h >= lebih + RAGU * a.penuh), semua[-1][0] if semua else len(self.hasil))
        # a page that a chapter or a section begins is only spared whole
        tetap = not a.mulai or isinstance(self.hasil[a.mulai - 1][0], Bagian) or _bab(self.hasil[a.mulai][0])
        penuh, lebar = self.halaman[arah][1], self.halaman[arah][0]
        tinggi = sum(self._tinggi(b, lebar) for b, _ in self.hasil[awal:])
        banyak = [sum(_halaman_tabel(u, AMAN * penuh, y)[0] for u in ukuran) for y in (atas, atas + tinggi)]
        if not semua or (tetap and awal != a.mulai) or tinggi > SETENGAH * penuh or banyak[1] > banyak[0]:
            return 0.0
        self.hasil.insert(awal, (Bagian(arah), None))
        self.arah = arah
        return tinggi

    def _teks_terakhir(self) -> Iterator[tuple[int, float]]:
        """Where running text above the next block may be parted, each with the height from there on; never below a heading."""
        tinggi = 0.0
        for i in range(len(self.hasil) - 1, 0, -1):
            x, atas = self.hasil[i][0], self.hasil[i - 1][0]
            if not isinstance(x, TEKS) or _bab(x):
                return
            tinggi += self._tinggi(x)
            if not isinstance(atas, Judul):
                yield i, tinggi

    def _catat(self, x: Balok, tinggi: float | None) -> None:
        """How far the page is filled with the block that comes next."""
        if self.arah != self.dasar:
            return
        if tinggi is None:
            self.alir.lupa()
        elif _bab(x):
            self.alir.baru(len(self.hasil))
            self.alir.y = tinggi
        else:
            self.alir.taruh(len(self.hasil), tinggi, utuh=isinstance(x, (Gambar, Judul)))

    def _ke(self, arah: str) -> None:
        if arah != self.arah:
            self.hasil.append((Bagian(arah), None))
            self.arah = arah
            self.alir.baru(len(self.hasil))

    def _judul(self) -> None:
        for j in self.judul:
            self._catat(j, self._tinggi(j))
            self.hasil.append((j, None))
        self.judul = []

    def _tinggi(self, x: Balok, lebar: float = 0.0) -> float:
        lebar = lebar or self.halaman[self.arah][0]
        match x:
            case Judul(teks=teks):
                return tinggi_teks(teks, 12, lebar) + 18
            case Paragraf(teks=teks):
                return tinggi_teks(teks, HURUF_ISI, lebar, SPASI) + JARAK
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
    banyak, terakhir = _halaman_tabel(u, penuh, atas)
    if banyak == 1 or terakhir > SEDIKIT * penuh:
        return u
    for huruf in (h for h in HURUF if h < u.huruf):
        coba = bahan.ukur(lebar, huruf, terbesar=huruf)
        if coba is not None and _halaman_tabel(coba, AMAN * penuh, atas)[0] < banyak:
            return coba
    return u


def _halaman_tabel(u: UkuranTabel, penuh: float, atas: float) -> tuple[int, float]:
    """Pages of a table below `atas` points of heading, and how far down the last of them it reaches."""
    banyak, y = 1, atas + JUDUL_TABEL + u.kepala
    for tinggi in (*u.tinggi, KAKI_TABEL):
        if y + tinggi > penuh:
            banyak, y = banyak + 1, u.kepala
        y += tinggi
    return banyak, y


def _banyak(u: UkuranTabel, halaman: Mapping[str, tuple[float, float]], arah: str) -> int:
    return _halaman_tabel(u, halaman[arah][1], 0.0)[0]


def _tinggi_tabel(u: UkuranTabel) -> float:
    return JUDUL_TABEL + u.kepala + sum(u.tinggi) + KAKI_TABEL


def _bahan(t: TabelRingkas) -> Bahan:
    letak = {k.nama: j for j, k in enumerate(t.kolom)}
    bentang = {(g.awal, letak[g.kolom]): g.akhir - g.awal + 1 for g in t.gabung}
    utuh = frozenset(i for i, b in enumerate(t.baris) if b.gaya == "kelompok")
    return Bahan(t.kolom, isi_tercetak(t), bentang, utuh, [b.inden for b in t.baris])


def pilih(
    t: TabelRingkas, dasar: str, halaman: Mapping[str, tuple[float, float]]
) -> tuple[list[TabelRingkas], str, list[UkuranTabel]]:
    """Shape, orientation and sizes of a table: the first that keeps figures and words whole and its rows low.

    One that is long because its columns are narrow takes the wider page where that saves a good part of them. Where
    nothing does, it is told in parts on the widest page.
    """
    tegak: tuple[TabelRingkas, UkuranTabel] | None = None
    for bentuk, arah, rapi in _calon(t, dasar):
        if tegak is not None and (arah == TEGAK or not rapi):
            continue
        u = _bahan(bentuk).ukur(halaman[arah][0], rapi=rapi)
        if u is None:
            continue
        if tegak is None and arah == TEGAK == dasar and _banyak(u, halaman, arah) >= PANJANG:
            tegak = bentuk, u
        elif tegak is None or _banyak(u, halaman, arah) <= HEMAT * _banyak(tegak[1], halaman, TEGAK):
            return [bentuk], arah, [u]
    if tegak is not None:
        return [tegak[0]], TEGAK, [tegak[1]]
    lebar = halaman[LEBAR][0]
    bentuk = tumpuk(lipat(t))
    for muat in range(len(bentuk.kolom), 1, -1):
        bagian = belah(bentuk, muat)
        ukuran = [_bahan(b).ukur(lebar, TERKECIL, rapi=False) for b in bagian]
        if all(ukuran):
            return bagian, LEBAR, [u for u in ukuran if u is not None]
    bagian = belah(bentuk, 2)
    return bagian, LEBAR, [_bahan(b).paksa(lebar) for b in bagian]


def _calon(t: TabelRingkas, dasar: str) -> Iterator[tuple[TabelRingkas, str, bool]]:
    """Shapes and pages in the order in which they are tried, each with whether high rows rule it out."""
    terlipat = lipat(t)
    bertumpuk = tumpuk(terlipat)
    bentuk = [t] + [terlipat] * (terlipat is not t)
    if dasar == TEGAK:
        yield from ((b, TEGAK, True) for b in bentuk)
    yield from ((b, MELINTANG, True) for b in bentuk)
    if bertumpuk is not terlipat:
        yield bertumpuk, MELINTANG, True
    if dasar == TEGAK and len(t.kolom) <= KOLOM_SEDIKIT:
        yield from ((b, TEGAK, False) for b in bentuk)
    yield from ((b, MELINTANG, False) for b in [*bentuk, bertumpuk][-1:])
    yield from ((b, LEBAR, False) for b in (terlipat, bertumpuk))


def _tanpa_bagian_kosong(hasil: list[Letak]) -> list[Letak]:
    """A section followed at once by another would be an empty page."""
    berikut = [b for b, _ in hasil[1:]] + [None]
    return [
        (b, u)
        for (b, u), lanjut in zip(hasil, berikut, strict=True)
        if not (isinstance(b, Bagian) and b.halaman == "lanjut" and (lanjut is None or isinstance(lanjut, Bagian)))
    ]

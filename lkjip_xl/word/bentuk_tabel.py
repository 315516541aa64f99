"""The shape of a table and the page it needs: upright where it fits, else folded, landscape, on A3."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkjip_xl.ringkasan.model import TabelRingkas
from lkjip_xl.word.lipat import belah, lipat, tumpuk, tumpuk_kelompok
from lkjip_xl.word.naskah import LEBAR, MELINTANG, TEGAK
from lkjip_xl.word.tabel_word import isi_tercetak
from lkjip_xl.word.ukuran_tabel import TERKECIL, Bahan, UkuranTabel

JUDUL_TABEL, KAKI_TABEL = 30.0, 30.0  # caption above; source and notes below
KOLOM_SEDIKIT = 4  # so few columns of long text are no better on a wider page
BARIS_RINGKAS = 15  # so few rows are not worth a page of another orientation where plans can stand above each other
PANJANG, HEMAT = 3, 0.75  # pages of a long table; the share of them for which it turns the page


def halaman_tabel(u: UkuranTabel, penuh: float, atas: float) -> tuple[int, float]:
    """Pages of a table below `atas` points of heading, and how far down the last of them it reaches."""
    banyak, y = 1, atas + JUDUL_TABEL + u.kepala
    for tinggi in (*u.tinggi, KAKI_TABEL):
        if y + tinggi > penuh:
            banyak, y = banyak + 1, u.kepala
        y += tinggi
    return banyak, y


def _banyak(u: UkuranTabel, halaman: Mapping[str, tuple[float, float]], arah: str) -> int:
    return halaman_tabel(u, halaman[arah][1], 0.0)[0]


def bahan_tabel(t: TabelRingkas) -> Bahan:
    """What this table asks of a page."""
    letak = {k.nama: j for j, k in enumerate(t.kolom)}
    bentang = {(g.awal, letak[g.kolom]): g.akhir - g.awal + 1 for g in t.gabung}
    utuh = frozenset(i for i, b in enumerate(t.baris) if b.gaya == "kelompok")
    return Bahan(t.kolom, isi_tercetak(t), bentang, utuh, [b.inden for b in t.baris])


def pilih(
    t: TabelRingkas, dasar: str, halaman: Mapping[str, tuple[float, float]], kosong: float = 0.0
) -> tuple[list[TabelRingkas], str, list[UkuranTabel]]:
    """Shape, orientation and sizes of a table: the first that keeps figures and words whole and its rows low.

    One that is long because its columns are narrow takes the wider page where that saves a good part of them; kosong: the
    share of a page that turning it leaves empty. Where nothing fits, it is told in parts on the widest page.
    """
    tegak: tuple[TabelRingkas, UkuranTabel] | None = None
    for bentuk, arah, rapi in _calon(t, dasar):
        if tegak is not None and (arah == TEGAK or not rapi):
            continue
        u = bahan_tabel(bentuk).ukur(halaman[arah][0], rapi=rapi)
        if u is None:
            continue
        if tegak is None and arah == TEGAK == dasar and _banyak(u, halaman, arah) >= PANJANG:
            tegak = bentuk, u
        elif tegak is None or _banyak(u, halaman, arah) + kosong <= HEMAT * _banyak(tegak[1], halaman, TEGAK):
            return [bentuk], arah, [u]
    if tegak is not None:
        return [tegak[0]], TEGAK, [tegak[1]]
    lebar = halaman[LEBAR][0]
    bentuk = tumpuk(lipat(t))
    for muat in range(len(bentuk.kolom), 1, -1):
        bagian = belah(bentuk, muat)
        ukuran = [bahan_tabel(b).ukur(lebar, TERKECIL, rapi=False) for b in bagian]
        if all(ukuran):
            return bagian, LEBAR, [u for u in ukuran if u is not None]
    bagian = belah(bentuk, 2)
    return bagian, LEBAR, [bahan_tabel(b).paksa(lebar) for b in bagian]


def _calon(t: TabelRingkas, dasar: str) -> Iterator[tuple[TabelRingkas, str, bool]]:
    """Shapes and pages in the order in which they are tried, each with whether high rows rule it out."""
    terlipat = lipat(t)
    bertumpuk = tumpuk(terlipat)
    bentuk = [t] + [terlipat] * (terlipat is not t)
    if dasar == TEGAK:
        yield from ((b, TEGAK, True) for b in bentuk)
        if len(t.baris) <= BARIS_RINGKAS and (ringkas := tumpuk_kelompok(terlipat)) is not terlipat:
            yield from ((ringkas, TEGAK, rapi) for rapi in (True, False))
    yield from ((b, MELINTANG, True) for b in bentuk)
    if bertumpuk is not terlipat:
        yield bertumpuk, MELINTANG, True
    if dasar == TEGAK and len(t.kolom) <= KOLOM_SEDIKIT:
        yield from ((b, TEGAK, False) for b in bentuk)
    yield from ((b, MELINTANG, False) for b in [*bentuk, bertumpuk][-1:])
    yield from ((b, LEBAR, False) for b in (terlipat, bertumpuk))

"""Tables on a page of a PDF: the cells its lines draw."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from lkjip_xl.sumber.model import SelAsing
from lkjip_xl.sumber.pdf_baris import Huruf, susun_baris, tanpa_kembar, teks_huruf, teks_tegak
from lkjip_xl.sumber.pdf_kata import tandai

Kotak = tuple[float, float, float, float]

DEKAT = 3.0  # points within which two lines are one
_TEBAL = 2.0  # points: a thicker line is no underline
_DI_ATAS = 12  # points between an underline and the bottom of its letters at most
_SEBARIS = 0.5  # points between the bottoms of letters on one line at most
_SEKATA = 0.1  # of the size of a letter: a narrower gap is inside of a word


@dataclass(frozen=True, slots=True)
class Lajur:
    """Columns without lines: from where to where their texts reach, which of them hold figures."""

    jalur: tuple[tuple[float, float], ...]
    angka: frozenset[int]


@dataclass(slots=True)
class KisiHalaman:
    """A grid on a page: the box it fills (left, top, right, bottom), cells, merged areas, whether a line cuts a word.

    tepi: where the edges of its columns stand; none where no lines draw them; lajur: the columns of one without lines;
    paragraf: which line of the page each row of a list is.
    """

    kotak: Kotak
    sel: dict[tuple[int, int], SelAsing]
    gabung: tuple[tuple[int, int, int, int], ...] = ()
    terpotong: bool = False
    tepi: tuple[float, ...] = ()
    lajur: Lajur | None = None
    paragraf: tuple[int, ...] = ()

    def sekolom(self, tepi: tuple[float, ...]) -> None:
        """Count its columns by these edges, which hold its own: what spans several of them is merged."""
        ke = [_ke(tepi, x) for x in self.tepi]
        luas = {(b1, k1): (b2, k2) for b1, k1, b2, k2 in self.gabung}
        luas = {t: luas.get(t, t) for t in {*self.sel, *luas}}
        self.sel = {(b, ke[k - 1] + 1): s for (b, k), s in self.sel.items()}
        area = ((b1, ke[k1 - 1] + 1, b2, ke[k2]) for (b1, k1), (b2, k2) in luas.items())
        self.gabung = tuple(sorted(a for a in area if a[:2] != a[2:]))
        self.tepi = tepi


def bergaris(halaman: Any) -> tuple[list[KisiHalaman], list[Huruf], bool]:
    """Tables drawn with lines, the letters outside of them, and whether letters beside their cells belong to no cell.

    Where the outer lines are missing, the outermost columns are such letters.
    """
    hasil: list[KisiHalaman] = []
    sisa = tanpa_kembar(halaman.chars)
    di_bawah: dict[int, list[Huruf]] = {}
    for h in sisa:
        di_bawah.setdefault(int(h["bottom"]), []).append(h)
    polos = halaman.filter(lambda o: not _garis_bawah(o, di_bawah))
    for t in sorted(polos.find_tables(), key=lambda t: (t.bbox[1], t.bbox[0])):
        kisi, dipakai = _dari_sel(t.cells, sisa)
        if kisi is not None:
            hasil.append(kisi)
            sisa = [h for h in sisa if id(h) not in dipakai]
    di_luar = susun_baris(h for h in sisa if h["text"].strip())
    samping = {id(k): sum(k.kotak[1] < b.tengah < k.kotak[3] for b in di_luar) for k in hasil}
    # a table without its outermost columns is no table: half of its rows have letters beside their cells
    utuh = [k for k in hasil if samping[id(k)] * 2 < len({b for b, _ in k.sel})]
    return utuh, sisa, any(samping.values())


def _garis_bawah(o: dict[str, Any], di_bawah: dict[int, list[Huruf]]) -> bool:
    """Whether a line underlines text (links): it begins with the text and runs close under it along most of its length.

    Lines of a table begin at the edge of a cell, left of its text.
    """
    if o["object_type"] not in ("line", "rect") or o["height"] > _TEBAL or o["width"] < DEKAT:
        return False
    y = (o["top"] + o["bottom"]) / 2
    kena = [
        h
        for k in range(int(y) - _DI_ATAS, int(y) + _DI_ATAS)
        for h in di_bawah.get(k, ())
        if -0.3 * h["size"] <= y - h["bottom"] <= 0.25 * h["size"] and h["x0"] < o["x1"] and h["x1"] > o["x0"]
    ]
    panjang = sum(min(h["x1"], o["x1"]) - max(h["x0"], o["x0"]) for h in kena)
    return panjang >= 0.7 * o["width"] and abs(min(h["x0"] for h in kena) - o["x0"]) <= 1


def _dari_sel(sel: list[Kotak], huruf: list[Huruf]) -> tuple[KisiHalaman | None, set[int]]:
    """A grid from the boxes of its cells; boxes below each other only are frames around text, no table."""
    sel = _tak_bertindih(sel)
    tepi_x, tepi_y = _tepi([x for s in sel for x in (s[0], s[2])]), _tepi([y for s in sel for y in (s[1], s[3])])
    if len(tepi_x) <= 2:  # one column: shaded paragraphs, frames
        return None, set()
    letak = {
        (_ke(tepi_y, s[1]) + 1, _ke(tepi_x, s[0]) + 1, _ke(tepi_y, s[3]), _ke(tepi_x, s[2])): s for s in sel
    }  # fmt: skip
    isi: dict[tuple[int, int], list[Huruf]] = {}
    milik: dict[int, tuple[int, int]] = {}
    for h in huruf:
        x, y = (h["x0"] + h["x1"]) / 2, (h["top"] + h["bottom"]) / 2
        tempat = next((k for k, s in letak.items() if s[0] <= x < s[2] and s[1] <= y < s[3]), None)
        if tempat is not None:
            isi.setdefault(tempat[:2], []).append(h)
            milik[id(h)] = tempat[:2]
    _ke_kepala(huruf, milik, isi, {k[:2] for k in letak if k[1] < k[3]})
    tepi = min((max(0.0, h["x0"] - s[0]) for k, s in letak.items() for h in isi.get(k[:2], ())), default=0.0)
    lebar = {k[:2]: s[2] - s[0] for k, s in letak.items()}
    hasil = {k: c for k, x in sorted(isi.items()) if (c := sel_huruf(x, lebar[k], tepi)) is not None}
    if not hasil:
        return None, set()
    kotak = (tepi_x[0], tepi_y[0], tepi_x[-1], tepi_y[-1])
    gabung = tuple(sorted(k for k in letak if k[:2] != k[2:]))
    return KisiHalaman(kotak, hasil, gabung, _terpotong(huruf, milik), tuple(tepi_x)), set(milik)


def _tak_bertindih(sel: list[Kotak]) -> list[Kotak]:
    """Boxes without the part that others fill, where these stand side by side from the left edge of one down to its bottom.

    So is a header over columns that go on on the next page: no line closes it to the right of those of this page.
    """
    sudut: dict[tuple[float, float], list[Kotak]] = {}
    for s in sel:
        sudut.setdefault((round(s[0]), round(s[3])), []).append(s)
    besar = {max(x, key=_luas) for x in sudut.values() if len(x) > 1}
    return [_di_atas_lain(s, sel) if s in besar else s for s in sel]


def _di_atas_lain(s: Kotak, semua: Sequence[Kotak]) -> Kotak:
    kiri, atas, kanan, bawah = s
    dalam = (x[1] for x in semua if x[0] >= kiri - 1 and x[2] <= kanan + 1 and x[1] > atas + 1 and x[3] <= bawah + 1)
    return kiri, atas, kanan, min(dalam, default=bawah)


def _luas(s: Kotak) -> float:
    return (s[2] - s[0]) * (s[3] - s[1])


def _ke_kepala(
    huruf: list[Huruf], milik: dict[int, tuple[int, int]], isi: dict[tuple[int, int], list[Huruf]],
    lebar: Collection[tuple[int, int]],
) -> None:  # fmt: skip
    """Give a line that runs over the edge of a cell with lines of its own to the header over several columns beside it.

    A header that began on the page before is printed around its middle, which reaches over the columns repeated here.
    """
    for a, b in _terbelah(huruf, milik):
        for x, y in ((a, b), (b, a)):
            dari, ke = milik[id(x)], milik[id(y)]
            sebaris = [h for h in isi[dari] if abs(h["bottom"] - x["bottom"]) < _SEBARIS]
            tunggal = all(abs(h["bottom"] - y["bottom"]) < _SEBARIS for h in isi[ke])
            if ke in lebar and dari not in lebar and dari[0] == ke[0] and tunggal and len(sebaris) < len(isi[dari]):
                milik.update((id(h), ke) for h in sebaris)
                isi[dari] = [h for h in isi[dari] if milik[id(h)] == dari]
                isi[ke] += sebaris


def _terpotong(huruf: list[Huruf], milik: dict[int, tuple[int, int]]) -> bool:
    """Do two letters of one word stand in two cells, since the word is wider than its cell?"""
    return any(True for _ in _terbelah(huruf, milik))


def _terbelah(huruf: list[Huruf], milik: dict[int, tuple[int, int]]) -> Iterator[tuple[Huruf, Huruf]]:
    """Two letters of one word that stand in two cells."""
    for a, b in pairwise(h for h in huruf if id(h) in milik and h["upright"]):  # in the order they are printed
        rapat = abs(b["x0"] - a["x1"]) < _SEKATA * a["size"] and abs(a["bottom"] - b["bottom"]) < _SEBARIS
        if rapat and milik[id(a)] != milik[id(b)] and a["text"].isalnum() and b["text"].isalnum():
            yield a, b


def sel_huruf(huruf: list[Huruf], lebar: float = float("inf"), tepi: float = 0.0) -> SelAsing | None:
    baris = susun_baris(h for h in huruf if h["upright"])
    tandai(baris, lebar, tepi)
    teks, atas = teks_huruf(b.huruf for b in baris)
    tegak = teks_tegak([h for h in huruf if not h["upright"]])
    teks = "\n".join(t for t in (teks, tegak) if t)
    return SelAsing(teks, atas=atas) if teks or atas else None


def _tepi(nilai: list[float]) -> list[float]:
    """Places of lines, those that are one taken together."""
    hasil: list[float] = []
    for x in sorted(nilai):
        if not hasil or x - hasil[-1] > DEKAT:
            hasil.append(x)
    return hasil


def _ke(tepi: Sequence[float], x: float) -> int:
    return min(range(len(tepi)), key=lambda i: abs(tepi[i] - x))


def sekolomkan(kisi: Sequence[KisiHalaman]) -> None:
    """Grids that follow each other over pages, as one table may, counted by the same columns.

    A page shows an edge only where a cell of it ends there: the columns under a header at its foot may begin on the next one.
    """
    rantai: list[KisiHalaman] = []
    for k in kisi:
        if rantai and not (_memuat(k.tepi, rantai[-1].tepi) or _memuat(rantai[-1].tepi, k.tepi)):
            rantai = []
        rantai.append(k)
        tepi = max((x.tepi for x in rantai), key=len)
        for x in rantai:
            if len(x.tepi) < len(tepi):
                x.sekolom(tepi)


def _memuat(tepi: Sequence[float], bagian: Sequence[float]) -> bool:
    """Are these edges among those, the outermost the same?"""
    if not bagian or not tepi or any(abs(tepi[i] - bagian[i]) > DEKAT for i in (0, -1)):
        return False
    return all(abs(tepi[_ke(tepi, x)] - x) <= DEKAT for x in bagian)

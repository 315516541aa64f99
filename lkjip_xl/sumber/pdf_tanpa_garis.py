"""Tables without lines on a page of a PDF: columns of text that no reader could doubt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from lkjip_xl.sumber.model import SelAsing
from lkjip_xl.sumber.pdf_baris import Baris, Huruf, Potong, teks_huruf, tidak_muat
from lkjip_xl.sumber.pdf_tabel import DEKAT, KisiHalaman, Lajur, sel_huruf
from lkjip_xl.sumber.rupa import berangka

_BARIS_MIN = 3  # lines of text that make a table without lines
_KOLOM_MIN = 3
_RAPAT = 2.5  # of the size of letters: lines of one table are not further apart
Jalur = list[tuple[float, float]]


def tanpa_garis(baris: list[Baris], terusan: Lajur | None = None) -> tuple[list[KisiHalaman], list[Baris], bool]:
    """Tables without lines, the other lines, and whether some table was left out because its columns are not certain.

    Certain: at least three lines with a text in every one of three or more columns, which a gutter parts all the way.
    A line with fewer texts is a row where one of them is a figure, and the rest of the row above where its words had no
    room there; any other may be a row with blanks or the rest of a wrapped cell, and nobody can tell. terusan: the columns
    of the table the page before ends with, which may go on with fewer lines.
    """
    hasil: list[KisiHalaman] = []
    lain: list[Baris] = []
    ragu = False
    for kelompok in _kelompok(baris):
        banyak = max(len(b.potong) for b in kelompok)
        padat = sum(len(b.potong) >= _KOLOM_MIN for b in kelompok)
        if _borang(kelompok):
            lain += kelompok
            continue
        lanjut = terusan if not hasil and terusan is not None and not _melintang(lain) else None
        kisi = _kisi(kelompok, lanjut) if lanjut is not None else None
        if kisi is None and padat >= _BARIS_MIN:
            kisi = _kisi(kelompok)
        if kisi is not None:
            hasil.append(kisi)
            continue
        lain += kelompok
        ragu |= padat >= _BARIS_MIN and banyak >= _KOLOM_MIN and _berkolom(kelompok)
    return hasil, lain, ragu


def _melintang(baris: list[Baris]) -> bool:
    """Does text other than a page number stand above?"""
    return any(not b.teks.isdigit() for b in baris)


def _kelompok(baris: list[Baris]) -> list[list[Baris]]:
    """Lines that follow each other closely; a single text is one of a table only where it stands inside of a column of it."""
    hasil: list[list[Baris]] = []
    for b in baris:
        if hasil and _rapat(hasil[-1][-1], b) and _sekelompok(hasil[-1], b):
            hasil[-1].append(b)
        else:
            hasil.append([b])
    return hasil


def _rapat(atas: Baris, bawah: Baris) -> bool:
    return bawah.tengah - atas.tengah <= _RAPAT * max(atas.ukuran, bawah.ukuran)


def _sekelompok(kelompok: list[Baris], b: Baris) -> bool:
    bertabel = len(kelompok[0].potong) > 1
    if len(b.potong) > 1 or not bertabel:
        return bertabel == (len(b.potong) > 1)
    jalur = _jalur(kelompok)
    return len(jalur) >= _KOLOM_MIN and _lajur(jalur, b.potong[0]) is not None


def _jalur(baris: Iterable[Baris], lain: Sequence[tuple[float, float]] = ()) -> Jalur:
    """Where the columns stand: what pieces of text cover from the left to the right, gutters between them."""
    hasil: Jalur = []
    for kiri, kanan in sorted([*lain, *((p.kiri, p.kanan) for b in baris for p in b.potong)]):
        if hasil and kiri < hasil[-1][1]:
            hasil[-1] = (hasil[-1][0], max(hasil[-1][1], kanan))
        else:
            hasil.append((kiri, kanan))
    return hasil


def _lajur(jalur: Jalur, p: Potong) -> int | None:
    """The column a piece stands in; None where it reaches into several, or into none."""
    kena = [i for i, (kiri, kanan) in enumerate(jalur) if p.kiri < kanan and p.kanan > kiri]
    if len(kena) != 1:
        return None
    batas = jalur[kena[0] + 1][0] if kena[0] + 1 < len(jalur) else float("inf")
    return kena[0] if p.kanan < batas and p.kiri >= jalur[kena[0]][0] - DEKAT else None


def _borang(baris: list[Baris]) -> bool:
    """Whether lines are a form (Nama : …): most have a piece that is a colon, or begins with one."""
    return sum(any(p.huruf[0]["text"] == ":" for p in b.potong) for b in baris) * 2 > len(baris)


def _kisi(baris: list[Baris], terusan: Lajur | None = None) -> KisiHalaman | None:
    """The grid of lines in columns, or of what goes on with those of the page before; None where some line may belong elsewhere."""
    atas = terusan.jalur if terusan is not None else ()
    jalur = _jalur(baris, atas)
    n = len(jalur)
    if n < _KOLOM_MIN or max(len(b.potong) for b in baris) != n or (atas and len(atas) != n):
        return None
    isi = [_per_lajur(jalur, b) for b in baris]
    sel = [{k: s for k, h in x.items() if (s := sel_huruf(h)) is not None} for x in isi]
    angka = terusan.angka if terusan is not None else _angka(sel, n)
    susun = _susun(baris, isi, sel, jalur, angka, berkepala=terusan is None)
    if susun is None:
        return None
    penuh = {}
    for r, kumpul in enumerate(susun, 1):
        for k in range(n):
            if huruf := [x[k] for i in kumpul if k in (x := isi[i])]:
                teks, atas = teks_huruf(huruf)
                if teks or atas:
                    penuh[r, k + 1] = SelAsing(teks, atas=atas)
    kotak = (
        jalur[0][0], min(h["top"] for b in baris for h in b.huruf),
        jalur[-1][1], max(h["bottom"] for b in baris for h in b.huruf),
    )  # fmt: skip
    return KisiHalaman(kotak, penuh, lajur=Lajur(tuple(jalur), frozenset(angka)))


def _per_lajur(jalur: Jalur, b: Baris) -> dict[int, list[Huruf]]:
    """The letters of a line by column: pieces of one column are one text."""
    hasil: dict[int, list[Huruf]] = {}
    for p in b.potong:
        k = next(i for i, (kiri, kanan) in enumerate(jalur) if kiri <= p.kiri and p.kanan <= kanan)
        hasil.setdefault(k, []).extend(p.huruf)
    return hasil


def _angka(sel: list[dict[int, SelAsing]], n: int) -> frozenset[int]:
    """The columns behind the first that hold figures in every full line below the header; none where the header itself does."""
    penuh = [x for x in sel if len(x) == n]
    angka = {k for k in range(1, n) if len(penuh) > 1 and all(berangka(x[k]) for x in penuh[1:])}
    return frozenset() if angka and berangka(sel[0].get(max(angka), SelAsing(""))) else frozenset(angka)


def _susun(
    baris: list[Baris],
    isi: list[dict[int, list[Huruf]]],
    sel: list[dict[int, SelAsing]],
    jalur: Jalur,
    angka: frozenset[int],
    *,
    berkepala: bool,
) -> list[list[int]] | None:
    """The lines of every row of the grid, a header first; None where a line is neither a row nor the rest of one."""
    n = len(jalur)
    if berkepala and all(len(x) == n for x in isi):
        return [[i] for i in range(len(isi))]
    if not angka:
        return None
    hasil: list[list[int]] = []
    for i, x in enumerate(sel):
        di_kepala = berkepala and len(hasil) == 1
        if len(x) == n or any(berangka(s) for k, s in x.items() if k in angka):
            hasil.append([i])
        elif not hasil or (angka & x.keys() and not di_kepala):
            return None
        elif _sesak(baris[hasil[-1][-1]], baris[i], isi[hasil[-1][-1]], isi[i], jalur):
            hasil[-1].append(i)
        else:
            return None
    return hasil if len(hasil) >= (_BARIS_MIN if berkepala else 1) else None


def _sesak(
    atas: Baris, bawah: Baris, isi_atas: dict[int, list[Huruf]], isi: dict[int, list[Huruf]], jalur: Jalur
) -> bool:
    """Had the first word of every text of a line no room beside the text above it in its column?"""
    if bawah.tengah - atas.tengah > _RAPAT * bawah.ukuran or not isi.keys() <= isi_atas.keys():
        return False
    return all(tidak_muat(isi_atas[k], huruf, huruf[0]["size"], jalur[k][1] - jalur[k][0]) for k, huruf in isi.items())


def _berkolom(baris: Sequence[Baris]) -> bool:
    """Whether lines look like a table at all: texts of different lines begin or end at the same places."""
    for sisi in (0, 1):
        letak = sorted((p.kiri, p.kanan)[sisi] for b in baris for p in b.potong)
        rata = sum(z - a <= DEKAT for a, z in pairwise(letak))
        if rata * 2 >= len(letak):
            return True
    return False

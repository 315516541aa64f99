"""Type size and column widths with which a table fits a page: figures and words never break, rows stay low."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

import numpy as np

from lkjip_xl.ringkasan.model import KolomRingkas

HURUF = (9.0, 8.5, 8.0, 7.5, 7.0)  # points
TERKECIL = 6.0  # only where a table fits no other way
TEPI = 7.0  # points left and right of a cell together, with a little air
TEBAL = 1.1  # any cell may be bold
TERPANJANG = 14  # em; a longer word may break
BARIS_HURUF = 1.17  # height of a line, in type sizes
JARAK_BARIS = 2.5  # points above and below the text of a row together
PATAH = 1.08  # lines are not filled to their end
LANGKAH = 48  # steps in which the spare width is given away
CONTOH = 150  # rows by which the widths of a long table are chosen
BARIS_LEGA = 4  # a row of so many lines is never too high
KETAT, LONGGAR = 1.5, 2.2  # so many times the lines that its text needs are: still good, still bearable
_SEMPIT = frozenset(".,:;'|!iljtf()[]/ -")
_LEBAR = frozenset("mwMW%@")


@dataclass(frozen=True, slots=True)
class UkuranTabel:
    """Type size, the width of every column, and the estimated heights of the header and of every row, in points."""

    huruf: float
    lebar: tuple[float, ...]
    tinggi: tuple[float, ...] = ()
    kepala: float = 0.0


def lebar_teks(teks: str) -> float:
    """Width of a line of text in em, estimated for a face like Arial.

    >>> round(lebar_teks("1.234"), 3)
    2.504
    """
    return sum(
        0.28 if h in _SEMPIT else 0.86 if h in _LEBAR else 0.556 if h.isdigit() else 0.7 if h.isupper() else 0.54
        for h in teks
    )


@dataclass(frozen=True, slots=True)
class Bahan:
    """What a table asks of its page: its columns, its body as printed, and over how many rows a cell stretches.

    isi: rows = body rows, columns = the columns. bentang: by (row, column), where it is more than one.
    """

    kolom: Sequence[KolomRingkas]
    isi: Sequence[Sequence[str]]
    bentang: Mapping[tuple[int, int], int]
    utuh: frozenset[int] = frozenset()  # rows whose text runs over all columns

    def ukur(
        self, lebar: float, terkecil: float = HURUF[-1], *, rapi: bool = True, terbesar: float = HURUF[0]
    ) -> UkuranTabel | None:
        """Sizes for a page of `lebar` points; None where it would need a smaller type, or, with `rapi`, too high rows.

        The largest type with low rows; else the smallest, which leaves the text the most room.
        """
        sempit = self._tersempit()
        luas = self._luas()
        hasil = None
        for huruf in (*HURUF, TERKECIL):
            milik = [s * huruf + TEPI for s in sempit]
            if not terkecil <= huruf <= terbesar or sum(milik) > lebar:
                continue
            kolom = self._bagi(milik, luas * huruf, lebar)
            baris = _baris(luas * huruf, kolom)
            lebih = self._lebih(baris, luas * huruf, milik, lebar)
            if lebih <= KETAT:
                return self._jadi(huruf, kolom, baris)
            hasil = self._jadi(huruf, kolom, baris) if not rapi or lebih <= LONGGAR else None
        return hasil

    def paksa(self, lebar: float) -> UkuranTabel:
        """The smallest type; words may break where their column cannot be wide enough."""
        sempit = [s * TERKECIL + TEPI for s in self._tersempit()]
        luas = self._luas() * TERKECIL
        lebih = sum(sempit) / lebar
        kolom = [s / lebih for s in sempit] if lebih > 1 else self._bagi(sempit, luas, lebar)
        return self._jadi(TERKECIL, kolom, _baris(luas, kolom))

    def _jadi(self, huruf: float, kolom: Sequence[float], baris: np.ndarray) -> UkuranTabel:
        tinggi = [float(b) * huruf * BARIS_HURUF + JARAK_BARIS for b in baris]
        atas = 1 + any(k.kelompok for k in self.kolom)  # upper headers, and the row (1) (2) …
        return UkuranTabel(
            huruf, tuple(kolom), tuple(tinggi[1:]), tinggi[0] + atas * (huruf * BARIS_HURUF + JARAK_BARIS)
        )

    def _tersempit(self) -> list[float]:
        """Width of text in em below which a column would break its longest figure, or longest word of text and header."""
        hasil = []
        for i, k in enumerate(self.kolom):
            milik = [b[i] for n, b in enumerate(self.isi) if n not in self.utuh]
            kata = _kata([k.judul]) + (_kata(milik) if k.tipe in ("teks", "pilihan") else _baris_teks(milik))
            hasil.append(min(max(map(lebar_teks, kata), default=0.0), TERPANJANG) * TEBAL)
        awal = 0
        for kelompok, anggota in groupby(self.kolom, key=lambda k: k.kelompok):
            akhir = awal + len(list(anggota))
            kata = max(map(lebar_teks, _kata([kelompok or ""])), default=0.0)
            kurang = min(kata, TERPANJANG) * TEBAL - sum(hasil[awal:akhir])
            hasil[awal:akhir] = [x + max(kurang, 0.0) / (akhir - awal) for x in hasil[awal:akhir]]
            awal = akhir
        return hasil

    def _luas(self) -> np.ndarray:
        """Length of the text of every cell in em, of the headers first; shared out over the rows a cell stretches over."""
        semua = [[lebar_teks(k.judul) * TEBAL for k in self.kolom]]
        for n, b in enumerate(self.isi):
            baris = [lebar_teks(x) * PATAH if x and n not in self.utuh else 0.0 for x in b]
            semua.append(baris)
        for (n, j), banyak in self.bentang.items():
            for i in range(banyak):
                semua[n + 1 + i][j] = lebar_teks(self.isi[n][j]) * PATAH / banyak
        return np.array(semua, dtype=float).reshape(len(semua), len(self.kolom))

    def _bagi(self, sempit: Sequence[float], luas: np.ndarray, lebar: float) -> list[float]:
        """Give what is left, bit by bit, to the column whose width lowers the rows most."""
        hasil = np.array(sempit)
        sisa = lebar - sum(sempit)
        terberat = np.argsort(-luas[1:].sum(axis=1), kind="stable")[:CONTOH] + 1
        contoh = luas[np.sort(np.concatenate(([0], terberat)))]
        calon = [i for i, k in enumerate(self.kolom) if k.tipe in ("teks", "pilihan")] or list(range(len(sempit)))
        baris = np.ceil(contoh / (hasil - TEPI)).clip(1)
        for _ in range(LANGKAH):
            harga = []
            for j in calon:
                coba = baris.copy()
                coba[:, j] = np.ceil(contoh[:, j] / (hasil[j] + sisa / LANGKAH - TEPI)).clip(1)
                # the sum over all cells and the unrounded need tell columns apart that lower no row yet
                halus = contoh[:, j].sum() / (hasil[j] + sisa / LANGKAH - TEPI) - contoh[:, j].sum() / (hasil[j] - TEPI)
                harga.append(coba.max(axis=1).sum() + 0.1 * coba.sum() + 0.2 * halus)
            j = calon[int(np.argmin(harga))]
            hasil[j] += sisa / LANGKAH
            baris[:, j] = np.ceil(contoh[:, j] / (hasil[j] - TEPI)).clip(1)
        return [float(x) for x in hasil]

    def _lebih(self, baris: np.ndarray, luas: np.ndarray, sempit: Sequence[float], lebar: float) -> float:
        """How many times the lines its text needs, spread over all text columns, the worst row has; low rows never count."""
        teks = [i for i, k in enumerate(self.kolom) if k.tipe in ("teks", "pilihan")]
        angka = sum(s for i, s in enumerate(sempit) if i not in teks)
        perlu = luas[:, teks].sum(axis=1) / max(lebar - angka - TEPI * len(teks), 1.0)
        return float(np.max(np.where(baris <= BARIS_LEGA, 0.0, baris / np.maximum(perlu + 1, 1.0))))


def _baris(luas: np.ndarray, lebar: Sequence[float]) -> np.ndarray:
    """Lines of every row."""
    return np.ceil(luas / (np.array(lebar) - TEPI)).clip(1).max(axis=1)


def tinggi_teks(teks: str, huruf: float, lebar: float, spasi: float = BARIS_HURUF) -> float:
    """Estimated height in points of running text over `lebar` points.

    >>> tinggi_teks("a" * 100, 10, 540 + 1, 1.0)
    20.0
    """
    return sum(max(1, ceil(lebar_teks(b) * huruf * PATAH / lebar)) for b in teks.split("\n")) * huruf * spasi


def _kata(teks: Iterable[str]) -> list[str]:
    """Words as lines may break; Word and LibreOffice do not break after a slash."""
    return [w for t in teks for w in t.split()]


def _baris_teks(teks: Iterable[str]) -> list[str]:
    return [b for t in teks for b in t.split("\n")]

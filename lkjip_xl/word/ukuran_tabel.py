"""Type size and column widths with which a table fits a page: figures and words never break, rows stay low."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from lkjip_xl.inti.lebar_huruf import ARIAL, ARIAL_LONGGAR
from lkjip_xl.ringkasan.model import KolomRingkas

_SELA = re.compile("[ \t\n]")
HURUF = (9.0, 8.5, 8.0, 7.5, 7.0)  # points
TERKECIL = 6.0  # only where a table fits no other way
TEPI = 7.0  # points left and right of a cell together, with a little air, at the largest type
INDEN = 4.0  # points by which a level is set in
BARIS_KEPALA = (3, 2, 1)  # lines a header over figures gets room for, while there is width to spare
KATA_KEPALA = 60  # words of a header; the ways to break more are too many to try
TEBAL = 1.1  # any cell may be bold
TEBAL_RATA = 1.05  # by which bold lines are longer on the whole
TERPANJANG = 14  # em; a longer word may break
BARIS_HURUF = 1.15  # height of a line, in type sizes
JARAK_BARIS = 2.5  # points above and below the text of a row together
PATAH = 1.08  # lines are not filled to their end
AMAN = 1.05  # of its estimated length is sure to hold a line
LANGKAH = 48  # steps in which the spare width is given away
CONTOH = 150  # rows by which the widths of a long table are chosen
BARIS_LEGA = 4  # a row of so many lines is never too high
KETAT, LONGGAR = 1.5, 2.2  # so many times the lines that its text needs are: still good, still bearable


@dataclass(frozen=True, slots=True)
class UkuranTabel:
    """Type size, the width of every column, and the estimated heights of the header and of every row, in points."""

    huruf: float
    lebar: tuple[float, ...]
    tinggi: tuple[float, ...] = ()
    kepala: float = 0.0


def tepi_sel(huruf: float) -> float:
    """Points left and right of a cell together: small type needs less of them.

    >>> tepi_sel(9.0), round(tepi_sel(7.0), 2)
    (7.0, 5.44)
    """
    return TEPI * min(huruf / HURUF[0], 1.0)


@dataclass(frozen=True, slots=True)
class Bahan:
    """What a table asks of its page: its columns, its body as printed, and over how many rows a cell stretches.

    isi: rows = body rows, columns = the columns. bentang: by (row, column), where it is more than one.
    """

    kolom: Sequence[KolomRingkas]
    isi: Sequence[Sequence[str]]
    bentang: Mapping[tuple[int, int], int]
    utuh: frozenset[int] = frozenset()  # rows whose text runs over all columns
    inden: Sequence[int] = ()  # levels by which rows are set in, in the columns that show it

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
            tepi = self._tepi(huruf)
            milik = [s * huruf + t for s, t in zip(sempit, tepi, strict=True)]
            if not terkecil <= huruf <= terbesar or sum(milik) > lebar:
                continue
            kolom = self._bagi(self._lega(milik, luas * huruf, huruf, lebar), luas * huruf, tepi, lebar)
            baris = _baris(luas * huruf, np.array(kolom) - tepi)
            lebih = self._lebih(baris, luas * huruf, milik, lebar, tepi_sel(huruf))
            if lebih <= KETAT:
                return self._jadi(huruf, kolom)
            hasil = self._jadi(huruf, kolom) if not rapi or lebih <= LONGGAR else None
        return hasil

    def paksa(self, lebar: float) -> UkuranTabel:
        """The smallest type; words may break where their column cannot be wide enough."""
        tepi = self._tepi(TERKECIL)
        sempit = [s * TERKECIL + t for s, t in zip(self._tersempit(), tepi, strict=True)]
        luas = self._luas() * TERKECIL
        lebih = sum(sempit) / lebar
        kolom = [s / lebih for s in sempit] if lebih > 1 else self._bagi(sempit, luas, tepi, lebar)
        return self._jadi(TERKECIL, kolom)

    def _jadi(self, huruf: float, kolom: Sequence[float]) -> UkuranTabel:
        kepala, *baris = [b * huruf * BARIS_HURUF + JARAK_BARIS for b in self._garis(huruf, kolom)]
        nomor = huruf * BARIS_HURUF + JARAK_BARIS  # the row (1) (2) …
        atas = JARAK_BARIS if any(k.kelompok for k in self.kolom) else 0.0
        return UkuranTabel(huruf, tuple(kolom), tuple(baris), kepala + atas + nomor)

    def _garis(self, huruf: float, kolom: Sequence[float]) -> list[int]:
        """Lines of the header and of every row in columns of these widths; what a cell over several rows lacks, the last has."""
        tepi = tepi_sel(huruf)
        lebar = [max(x - tepi, 1.0) / huruf for x in kolom]
        hasil = [self._garis_kepala(lebar, tepi / huruf)]
        for n, b in enumerate(self.isi):
            if n in self.utuh:
                hasil.append(max(ARIAL.baris(x, (sum(kolom) - tepi) / huruf / TEBAL_RATA) for x in b))
                continue
            dalam = INDEN * self.inden[n] / huruf if self.inden else 0.0
            hasil.append(
                max(
                    ARIAL.baris(x, y - (dalam if k.inden else 0.0))
                    for j, (x, y, k) in enumerate(zip(b, lebar, self.kolom, strict=True))
                    if (n, j) not in self.bentang
                )
            )
        for (n, j), banyak in self.bentang.items():
            kurang = ARIAL.baris(self.isi[n][j], lebar[j]) - sum(hasil[n + 1 : n + 1 + banyak])
            hasil[n + banyak] += max(kurang, 0)
        return hasil

    def _garis_kepala(self, lebar: Sequence[float], tepi: float) -> int:
        """Lines of the header: those of a column by itself run beside its neighbours' and the line that groups them."""
        hasil, awal = 1, 0
        for kelompok, anggota in groupby(self.kolom, key=lambda k: k.kelompok):
            kolom = list(anggota)
            milik = lebar[awal : awal + len(kolom)]
            baris = max(ARIAL.baris(k.judul, x / TEBAL_RATA) for k, x in zip(kolom, milik, strict=True))
            if kelompok:
                baris += ARIAL.baris(kelompok, (sum(milik) + tepi * (len(kolom) - 1)) / TEBAL_RATA)
            hasil, awal = max(hasil, baris), awal + len(kolom)
        return hasil

    def _tepi(self, huruf: float) -> np.ndarray:
        """Points of every column that no text can use: its margins, and how far its rows are set in."""
        terdalam = max((d for n, d in enumerate(self.inden) if n not in self.utuh), default=0)
        return np.array([tepi_sel(huruf) + (INDEN * terdalam if k.inden else 0.0) for k in self.kolom])

    def _lega(self, sempit: Sequence[float], luas: np.ndarray, huruf: float, lebar: float) -> list[float]:
        """Room for the headers over figures and choices, so that they need few lines.

        Half of what is spare stays for text; for a single line all that its cells need to be single lines, too.
        """
        hasil, sisa = list(sempit), lebar - sum(sempit)
        terpanjang = luas.max(axis=0) * AMAN + self._tepi(huruf)
        perlu = sum(max(terpanjang[i] - sempit[i], 0.0) for i, k in enumerate(self.kolom) if k.tipe == "teks")
        for baris in BARIS_KEPALA:
            coba = [
                max(x, lebar_kepala(k.judul, baris) * TEBAL * huruf + tepi_sel(huruf)) if k.tipe != "teks" else x
                for x, k in zip(hasil, self.kolom, strict=True)
            ]
            if sum(coba) - sum(sempit) > (sisa / 2 if baris > 1 else sisa - perlu):
                break
            hasil = coba
        return hasil

    def _tersempit(self) -> list[float]:
        """Width of text in em below which a column would break its longest figure, or longest word of text and header."""
        hasil = []
        for i, k in enumerate(self.kolom):
            milik = [b[i] for n, b in enumerate(self.isi) if n not in self.utuh]
            kata = _kata([k.judul]) + (_kata(milik) if k.tipe in ("teks", "pilihan") else _baris_teks(milik))
            hasil.append(min(max(map(ARIAL_LONGGAR.panjang, kata), default=0.0), TERPANJANG) * TEBAL)
        awal = 0
        for kelompok, anggota in groupby(self.kolom, key=lambda k: k.kelompok):
            akhir = awal + len(list(anggota))
            kata = max(map(ARIAL_LONGGAR.panjang, _kata([kelompok or ""])), default=0.0)
            kurang = min(kata, TERPANJANG) * TEBAL - sum(hasil[awal:akhir])
            hasil[awal:akhir] = [x + max(kurang, 0.0) / (akhir - awal) for x in hasil[awal:akhir]]
            awal = akhir
        return hasil

    def _luas(self) -> np.ndarray:
        """Length of the text of every cell in em, of the headers first; shared out over the rows a cell stretches over."""
        semua = [[ARIAL_LONGGAR.panjang(k.judul) * TEBAL for k in self.kolom]]
        for n, b in enumerate(self.isi):
            baris = [ARIAL_LONGGAR.panjang(x) * PATAH if x and n not in self.utuh else 0.0 for x in b]
            semua.append(baris)
        for (n, j), banyak in self.bentang.items():
            for i in range(banyak):
                semua[n + 1 + i][j] = ARIAL_LONGGAR.panjang(self.isi[n][j]) * PATAH / banyak
        return np.array(semua, dtype=float).reshape(len(semua), len(self.kolom))

    def _bagi(self, sempit: Sequence[float], luas: np.ndarray, tepi: np.ndarray, lebar: float) -> list[float]:
        """Give what is left, bit by bit, to the column whose width lowers the rows most; none gets more than its longest line.

        What no column needs goes to the longest text.
        """
        hasil = np.array(sempit)
        langkah = (lebar - sum(sempit)) / LANGKAH
        terberat = np.argsort(-luas[1:].sum(axis=1), kind="stable")[:CONTOH] + 1
        contoh = luas[np.sort(np.concatenate(([0], terberat)))]
        teks = [i for i, k in enumerate(self.kolom) if k.tipe in ("teks", "pilihan")] or list(range(len(sempit)))
        cukup = luas.max(axis=0) * AMAN + tepi
        terpanjang = max((i for i in teks if self.kolom[i].tipe == "teks"), key=lambda i: cukup[i], default=teks[-1])
        baris = np.ceil(contoh / (hasil - tepi)).clip(1)
        for _ in range(LANGKAH):
            harga = {}
            for j in (i for i in teks if hasil[i] < cukup[i]):
                coba = baris.copy()
                coba[:, j] = np.ceil(contoh[:, j] / (hasil[j] + langkah - tepi[j])).clip(1)
                # the sum over all cells and the unrounded need tell columns apart that lower no row yet
                halus = contoh[:, j].sum() * (1 / (hasil[j] + langkah - tepi[j]) - 1 / (hasil[j] - tepi[j]))
                harga[j] = coba.max(axis=1).sum() + 0.1 * coba.sum() + 0.2 * halus
            j = min(harga, key=lambda i: harga[i], default=terpanjang)
            hasil[j] += langkah
            baris[:, j] = np.ceil(contoh[:, j] / (hasil[j] - tepi[j])).clip(1)
        return [float(x) for x in hasil]

    def _lebih(self, baris: np.ndarray, luas: np.ndarray, sempit: Sequence[float], lebar: float, tepi: float) -> float:
        """How many times the lines its text needs, spread over all text columns, the worst row has; low rows never count."""
        teks = [i for i, k in enumerate(self.kolom) if k.tipe in ("teks", "pilihan")]
        angka = sum(s for i, s in enumerate(sempit) if i not in teks)
        perlu = luas[:, teks].sum(axis=1) / max(lebar - angka - tepi * len(teks), 1.0)
        return float(np.max(np.where(baris <= BARIS_LEGA, 0.0, baris / np.maximum(perlu + 1, 1.0))))


def _baris(luas: np.ndarray, lebar: np.ndarray) -> np.ndarray:
    """Lines of every row in columns with so much room for text."""
    return np.ceil(luas / lebar).clip(1).max(axis=1)


def lebar_kepala(teks: str, baris: int) -> float:
    """The least width in em over which a header has at most so many lines; of what is no header, too long for that, about so much.

    >>> round(lebar_kepala("TW III", 1), 2) == round(ARIAL_LONGGAR.panjang("TW III"), 2)
    True
    """
    kata = _kata([teks])
    if len(kata) > KATA_KEPALA:
        return ARIAL_LONGGAR.panjang(" ".join(kata)) / baris
    calon = {ARIAL_LONGGAR.panjang(" ".join(kata[i:j])) for i in range(len(kata)) for j in range(i + 1, len(kata) + 1)}
    return next((x for x in sorted(calon) if ARIAL_LONGGAR.baris(teks, x + 1e-9) <= baris), 0.0)


def tinggi_teks(teks: str, huruf: float, lebar: float, spasi: float = BARIS_HURUF) -> float:
    """Height in points of running text over `lebar` points.

    >>> tinggi_teks("aaaa " * 20, 10, 501, 1.0), tinggi_teks("aaaa " * 21, 10, 501, 1.0)
    (10.0, 20.0)
    """
    return ARIAL.baris(teks, lebar / huruf) * huruf * spasi


def _kata(teks: Iterable[str]) -> list[str]:
    """Words as lines may break; Word and LibreOffice do not break after a slash, nor at a space that is to hold."""
    return [w for t in teks for w in _SELA.split(t) if w]


def _baris_teks(teks: Iterable[str]) -> list[str]:
    return [b for t in teks for b in t.split("\n")]

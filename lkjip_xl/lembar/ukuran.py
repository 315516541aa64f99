"""Column widths and row heights of every sheet of ours: merged cells never grow by themselves, so heights are estimated."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from openpyxl.utils import get_column_letter as huruf
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.lebar_huruf import baris_kolom, lebar_kata
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.tabel.model import Nilai

TINGGI_BARIS = 13.5
TINGGI_TERBESAR = 409.0  # Excel's limit
TEPI = 1.5  # points that borders take
LAYAR = 1.03  # letters on a screen are rounded to whole pixels
LEBAR_TEBAL = 1.06  # a bold letter against a plain one
ANGKA = ("angka", "persen", "rupiah")
HAMPIR_MUAT = 1.1
TEKS = ("teks", "pilihan")
KATA_TERLEBAR = 22.0
TERSEMPIT = 20.0  # characters of a column of names


def baris_teks(teks: str, lebar: float, *, tebal: bool = False) -> int:
    """Lines a text takes in a column of so many units; bold letters are wider, and a screen rounds letters to whole pixels.

    >>> baris_teks("Meningkatnya Akses Ke Peluang Kerja", 20), baris_teks("", 20)
    (2, 1)
    """
    return baris_kolom(teks, lebar / (LEBAR_TEBAL if tebal else 1.0) / LAYAR)


def tinggi(*teks: tuple[str, float], tebal: bool = False, tepi: float = TEPI) -> float:
    """Height in points of a row that shows each of its texts whole, given with the width it has.

    >>> tinggi(("Meningkatnya Akses Ke Peluang Kerja", 20), ("", 5))
    28.5
    """
    garis = max((baris_teks(t, lebar, tebal=tebal) for t, lebar in teks), default=1)
    return min(TINGGI_BARIS * garis + tepi, TINGGI_TERBESAR)


def atur_tinggi(ws: Worksheet, baris: int, tinggi: float, *, tampak: bool = True) -> None:
    """Give a row its height, and say whether it is shown."""
    ws.row_dimensions[baris].height, ws.row_dimensions[baris].hidden = min(tinggi, TINGGI_TERBESAR), not tampak


def sembunyikan_baris(ws: Worksheet, baris: int, tersembunyi: bool) -> None:
    """Hide a row or show it, at the height it has."""
    ws.row_dimensions[baris].hidden = tersembunyi


def atur_lebar(ws: Worksheet, lebar: Sequence[float], tersembunyi: Sequence[int] = ()) -> None:
    """Widths of the columns from the first, and which columns are hidden."""
    for i, x in enumerate(lebar, 1):
        ws.column_dimensions[huruf(i)].width = x
    for i in tersembunyi:
        sembunyikan_kolom(ws, i)


def sembunyikan_kolom(ws: Worksheet, kolom: int) -> None:
    """Hide a column."""
    ws.column_dimensions[huruf(kolom)].hidden = True


def lebar_kolom(tabel: TabelRingkas) -> list[float]:
    """Width of every column: as designed, wider where a figure, a word of the header or a long word of its texts would not fit."""
    hasil = []
    for k in tabel.kolom:
        isi = [_panjang_kata(b, k) if k.tipe in TEKS else _panjang_angka(b, k) for b in tabel.baris]
        kata = max((len(w) for w in k.judul.split()), default=0) * 1.15 + 1
        hasil.append(max([k.lebar, kata, *isi]))
    return hasil


def sempitkan(kolom: Sequence[KolomRingkas], lebar: Sequence[float], muat: float) -> list[float]:
    """Widths with which the texts that name a row fit into `muat` where they almost do: these stay in view."""
    hasil = list(lebar)
    nama = takewhile(lambda i: kolom[i].tipe in ("teks", "pilihan"), range(len(kolom)))
    beku = [i for i in nama if sum(lebar[: i + 1]) <= muat * HAMPIR_MUAT]
    teks = [i for i in beku if kolom[i].tipe == "teks"]
    while teks and sum(hasil[: teks[-1] + 1]) > muat and max(hasil[i] for i in teks) > TERSEMPIT:
        terlebar = max(teks, key=hasil.__getitem__)
        hasil[terlebar] = max(hasil[terlebar] - 1, TERSEMPIT)
    return hasil


def _panjang_angka(b: BarisRingkas, k: KolomRingkas) -> float:
    nilai = b.nilai.get(k.nama)
    if k.tipe not in ANGKA or isinstance(nilai, str) or nilai is None:
        return 0.0
    tebal = 1.08 if b.gaya in ("tebal", "jumlah") else 1.0
    return len(tulis(nilai, b.desimal.get(k.nama, k.desimal))) * tebal + 2.0


def tinggi_baris(tabel: TabelRingkas, lebar: Sequence[float]) -> list[float]:
    """Height of every row in points, so that wrapped text fits; merged cells share what they need among their rows."""
    terbuka = {(i, g.kolom) for g in tabel.gabung for i in range(g.awal, g.akhir + 1)}
    hasil = []
    for i, b in enumerate(tabel.baris):
        kolom = zip(tabel.kolom, lebar, strict=True) if b.gaya in ("biasa", "tebal") else ()
        isi = [_baris_sel(b, k, x) for k, x in kolom if (i, k.nama) not in terbuka]
        hasil.append(TINGGI_BARIS * max([1, *isi]) + TEPI)
    letak = {k.nama: (k, x) for k, x in zip(tabel.kolom, lebar, strict=True)}
    for g in tabel.gabung:
        perlu = TINGGI_BARIS * _baris_sel(tabel.baris[g.awal], *letak[g.kolom]) + TEPI
        kurang = perlu - sum(hasil[g.awal : g.akhir + 1])
        for i in range(g.awal, g.akhir + 1):
            hasil[i] += max(0.0, kurang) / (g.akhir - g.awal + 1)
    return [min(t, TINGGI_TERBESAR) for t in hasil]


def _panjang_kata(b: BarisRingkas, k: KolomRingkas) -> float:
    """Width of the longest word of a text, as far as a column goes for one word."""
    nilai = b.nilai.get(k.nama)
    if not isinstance(nilai, str) or b.gaya in ("kelompok", "jumlah"):
        return 0.0
    kata = max(nilai.split(), key=len, default="")
    return min(lebar_kata(kata) * (LEBAR_TEBAL if b.gaya == "tebal" else 1.0), KATA_TERLEBAR)


def _baris_sel(b: BarisRingkas, k: KolomRingkas, lebar: float) -> int:
    nilai: Nilai = b.nilai.get(k.nama)
    if not isinstance(nilai, str):
        return 1
    return baris_teks(nilai, lebar - (b.inden if k.inden else 0), tebal=b.gaya == "tebal")

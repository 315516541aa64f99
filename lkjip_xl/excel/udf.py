"""Worksheet functions for the xlwings engine: lkjip_xl.inti.fungsi behind xlwings, for one cell or a whole range.

A range in the place of a single value gives as many results (a column in, a column out), so one call serves a
whole table. What xlwings puts into the cell: None and NaN become the empty text "", not a true blank; the text of
an exception, so none is let out of here; an error name such as "#DIV/0!" stays text. The VBA stubs of
mesin_xlwings turn error names into true Excel errors; after xlwings' own "Import Functions" they are text.
"""

from collections.abc import Callable

import xlwings as xw

from lkjip_xl.excel.larik import per_sel
from lkjip_xl.inti.fungsi import FUNGSI
from lkjip_xl.inti.tabel_fungsi import TABEL

KELOMPOK = "LKjIP-XL"


def _daftar(f: Callable) -> Callable:
    """Register a wrapper under its name, with the help and the ranges of the table of functions."""
    t = TABEL[f.__name__]
    f.__doc__ = t.arti
    for a in reversed(t.argumen):
        f = xw.arg(a.nama, doc=a.bantuan, err_to_str=True, ndim=2)(f)
    return xw.func(category=KELOMPOK)(f)


def _isi(nama: str, *argumen: object) -> list[list[object]]:
    return per_sel(FUNGSI[nama], *argumen, utuh=TABEL[nama].utuh)


@_daftar
def CAPAIAN(target, realisasi, arah=None, batas=None, batas_bawah=None, cara=None):
    return _isi("CAPAIAN", target, realisasi, arah, batas, batas_bawah, cara)


@_daftar
def KATEGORI(capaian, skala_kategori, desimal=None, nama=None):
    return _isi("KATEGORI", capaian, skala_kategori, desimal, nama)


@_daftar
def SERAPAN(pagu, realisasi):
    return _isi("SERAPAN", pagu, realisasi)


@_daftar
def EFISIENSI(capaian, serapan, metode=None):
    return _isi("EFISIENSI", capaian, serapan, metode)


@_daftar
def EFISIENSI_TOTAL(capaian, pagu, realisasi, metode=None):
    return _isi("EFISIENSI_TOTAL", capaian, pagu, realisasi, metode)


@_daftar
def KEMAJUAN(realisasi, target_akhir, arah=None):
    return _isi("KEMAJUAN", realisasi, target_akhir, arah)


@_daftar
def RATA_CAPAIAN(rentang, desimal=None, batas=None):
    return _isi("RATA_CAPAIAN", rentang, desimal, batas)


@_daftar
def PREDIKAT_SAKIP(nilai):
    return _isi("PREDIKAT_SAKIP", nilai)


@_daftar
def ANGKA(teks):
    return _isi("ANGKA", teks)


@_daftar
def TERBILANG(n):
    return _isi("TERBILANG", n)


@_daftar
def RUPIAH(n):
    return _isi("RUPIAH", n)

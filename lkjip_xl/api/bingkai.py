"""Values of a workbook as a pandas DataFrame, and as an HTML table for a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from math import isfinite

import pandas as pd

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.fungsi import Galat

BARIS_TAMPIL = 100  # of a table in a notebook; the DataFrame has all


def bingkai(
    kolom: Sequence[str],
    baris: Sequence[Sequence[object]],
    indeks: Sequence[int] | None = None,
    angka: Iterable[str] = (),
) -> pd.DataFrame:
    """A DataFrame of rows; a column of numbers is one of numbers, and error values are NaN, listed in attrs["galat"].

    angka: columns that are numbers even where they are empty. A column that also holds text keeps both as they are.
    """
    galat = {
        (indeks[i] if indeks is not None else i, k): str(x)
        for i, isi in enumerate(baris)
        for k, x in zip(kolom, isi, strict=True)
        if isinstance(x, Galat)
    }
    df = pd.DataFrame(
        [[None if isinstance(x, Galat) else x for x in isi] for isi in baris],
        columns=list(kolom), index=None if indeks is None else pd.Index(indeks), dtype=object,
    )  # fmt: skip
    berangka = set(angka)
    for i, k in enumerate(kolom):
        isi = [x for x in df.iloc[:, i] if x is not None]
        if all(isinstance(x, (int, float)) and not isinstance(x, bool) for x in isi) and (isi or k in berangka):
            df.isetitem(i, df.iloc[:, i].astype(float).to_numpy())
    df.attrs["galat"] = galat
    return df


def tabel_html(judul: str, kepala: Sequence[str], baris: Sequence[Sequence[object]], catatan: str = "") -> str:
    """An HTML table with a caption, numbers in Indonesian writing; of a long one the beginning."""
    isi = "".join(f"<tr>{''.join(_sel(x) for x in sel)}</tr>" for sel in baris[:BARIS_TAMPIL])
    lebih = len(baris) - BARIS_TAMPIL
    sisa = f"<p>… dan {tulis(lebih)} baris lagi</p>" if lebih > 0 else ""
    kolom = "".join(f"<th>{escape(k)}</th>" for k in kepala)
    bawah = f"<p>{escape(catatan)}</p>" if catatan else ""
    return (
        f"<table><caption>{escape(judul)}</caption><thead><tr>{kolom}</tr></thead>"
        f"<tbody>{isi}</tbody></table>{sisa}{bawah}"
    )


def _sel(x: object) -> str:
    if isinstance(x, (int, float)) and not isinstance(x, bool):
        return f'<td style="text-align:right">{tulis(x) if isfinite(x) else ""}</td>'
    return f'<td style="text-align:left">{"" if x is None else escape(str(x))}</td>'

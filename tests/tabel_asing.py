"""Foreign tables for tests, as the reader of sources gives them: a caption, a header and rows as markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_xl.sumber.model import BarisAsing, JenisBaris, Kisi, KolomAsing, SelAsing, TabelAsing

_SATUAN = re.compile(r"\((Rp|%)(?: (ribu|juta))?\)")
_KALI = {"ribu": 1e3, "juta": 1e6}
_TANDA: dict[str, JenisBaris] = {
    "#": "nomor",
    "=": "jumlah",
    "+": "subjumlah",
    "~": "rata",
    ">": "kelompok",
    "*": "kaki",
}


def sel_baris(*baris: Sequence[str]) -> dict[tuple[int, int], SelAsing]:
    """Cells of rows of texts from the first row and column on; a blank text is no cell."""
    return {(b, k): SelAsing(x) for b, r in enumerate(baris, 1) for k, x in enumerate(r, 1) if x}


def teks_sel(kisi: Kisi) -> dict[tuple[int, int], str]:
    """The texts of a grid by row and column."""
    return {letak: s.teks for letak, s in kisi.sel.items()}


def tabel_asing(judul: str, teks: str, *, berkas: str = "LALU.docx", nomor: int = 1) -> TabelAsing:
    """First line: headers, "A: B" = B below A. A row whose first cell begins with a mark is no data row:
    # numbers, = total, + subtotal, ~ mean, > group, * footnote."""
    kepala, *barisan = [[x.strip() for x in b.split("|")] for b in teks.strip().splitlines()]
    sel: dict[tuple[int, int], SelAsing] = {(1, 1): SelAsing(judul)} if judul else {}
    kolom = []
    for k, h in enumerate(kepala, 1):
        m = _SATUAN.search(h)
        jalur = tuple(x.strip() for x in h.split(": ")) if h else ()
        kolom.append(KolomAsing(k, jalur, m[1] if m else "", _KALI.get(m[2] or "", 1.0) if m else 1.0))
        if h:
            sel[(2, k)] = SelAsing(h)
    baris = []
    for b, isi in enumerate(barisan, 3):
        jenis = _TANDA.get(isi[0][:1], "data") if isi[0] else "data"
        if jenis != "data":
            isi[0] = isi[0][1:].strip()
        milik = {k: SelAsing(x) for k, x in enumerate(isi, 1) if x}
        sel |= {(b, k): s for k, s in milik.items()}
        baris.append(BarisAsing(b, jenis, milik))
    kisi = Kisi(berkas, "", nomor, sel)
    return TabelAsing(judul, tuple(kolom), tuple(baris), (kisi,))

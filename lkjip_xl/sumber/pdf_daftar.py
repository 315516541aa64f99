"""Lists of programmes with their money among the lines of a PDF page, whose names may run on in the next line."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_xl.inti.kunci import rapikan_spasi
from lkjip_xl.sumber.daftar_program import DaftarTeks, awal_butir, butir_utuh, keterangan_butir
from lkjip_xl.sumber.pdf_baris import Baris
from lkjip_xl.sumber.pdf_tabel import KisiHalaman

_RAPAT = 2.0  # of the size of letters: the rest of a text is no further below
_ATAS = 3  # lines above a list that may say what its amounts are


def daftar_halaman(baris: Sequence[Baris]) -> tuple[list[KisiHalaman], list[Baris], bool]:
    """Lists among the lines of a page, the other lines, and whether one was left out: names of which nobody can tell the end, or
    amounts that may be what was spent."""
    hasil: list[KisiHalaman] = []
    lain: list[Baris] = []
    ragu = False
    i = 0
    while i < len(baris):
        if not awal_butir(baris[i].teks):
            lain.append(baris[i])
            i += 1
            continue
        daftar = DaftarTeks(tuple(rapikan_spasi(b.teks) for b in baris[max(0, i - _ATAS) : i]), ())
        akhir, tentu = _isi(daftar, baris, i)
        milik = baris[i : max(akhir, i + 1)]
        kisi = daftar.kisi("", "", 0) if tentu else None
        if kisi is not None:
            kotak = (min(b.huruf[0]["x0"] for b in milik), milik[0].huruf[0]["top"],
                     max(b.huruf[-1]["x1"] for b in milik), max(h["bottom"] for h in milik[-1].huruf))  # fmt: skip
            hasil.append(KisiHalaman(kotak, kisi.sel, paragraf=kisi.paragraf))
        else:
            lain += milik
            ragu |= not tentu or len(daftar.isi) > 1
        i += len(milik)
    return hasil, lain, ragu


def _isi(daftar: DaftarTeks, baris: Sequence[Baris], i: int) -> tuple[int, bool]:
    """Put the lines from the i-th on into a list; returns where it ends, and whether every line has its place for certain."""
    while i < len(baris):
        awal, teks = i, rapikan_spasi(baris[i].teks)
        if not awal_butir(teks):
            return i, True
        i += 1
        while not butir_utuh(teks) and i < len(baris) and _lanjut(baris, i):
            teks = f"{teks} {rapikan_spasi(baris[i].teks)}"
            i += 1
        if i < len(baris) and _lanjut(baris, i) and keterangan_butir(baris[i].teks):
            teks, i = f"{teks} {rapikan_spasi(baris[i].teks)}", i + 1
        elif i < len(baris) and _lanjut(baris, i) and butir_utuh(teks) == "butir" and len(baris[i - 1].potong) > 1:
            return i, False  # beside an amount in a column of its own a name goes on below
        if not daftar.tambah(awal + 1, teks):
            return i, not daftar.isi
    return i, True


def _lanjut(baris: Sequence[Baris], i: int) -> bool:
    atas, bawah = baris[i - 1], baris[i]
    dekat = bawah.tengah - atas.tengah <= _RAPAT * max(atas.ukuran, bawah.ukuran)
    return dekat and not awal_butir(bawah.teks)

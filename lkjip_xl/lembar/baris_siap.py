"""The ready-made rows of a sheet: all alike but for their number, so one is built and the others are written after it.

What differs in a row is its number in addresses and formulas; the values its formulas give are compared row by row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from lkjip_xl.buku.paket import Janji, Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.alamat import huruf
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.skema.ungkapan import LambangBaris, ke_excel, urai
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja, Tabel
from lkjip_xl.tabel.tembolok import nilai_tersimpan

_SEL = re.compile(r'<c r="([A-Z]+)[0-9]+"([^<>]*?)(/>|>.*?</c>)', re.DOTALL)
_RUMUS = re.compile(r"<f>[^<]*</f>")
_AKHIR = "</sheetData>"


def baris_contoh(s: SkemaLembar) -> int:
    """The last row of a sheet that is built by itself: the first one without anything the schema fills in."""
    return BARIS_DATA + min(len(s.baris_awal), s.baris - 1)


def lengkapi_baris(paket: Paket, buku: BukuKerja) -> None:
    """Write the ready-made rows behind the one that was built, on every sheet; buku: what all of them compute."""
    lain: dict[str, dict[str, Tulis]] = {}
    for t in buku.tabel.values():
        contoh, akhir = baris_contoh(t.skema), BARIS_DATA + t.skema.baris - 1
        if t.skema.susunan != "pasangan" and contoh < akhir:
            _lengkapi(paket, t.skema, contoh, akhir)
            if berbeda := dict(_berbeda(t, contoh, akhir)):
                lain[t.lembar] = berbeda
    if lain:
        tulis_sel(paket, lain, hitung_ulang=False)


def _lengkapi(paket: Paket, s: SkemaLembar, contoh: int, akhir: int) -> None:
    part = paket.lembar()[s.lembar].part
    data = paket.baca(part)
    kepala, buka, sisa = data.decode().partition(f'<row r="{contoh}"')
    baris, tutup, ekor = sisa.partition(_AKHIR)
    pola = buka.replace(f'"{contoh}"', f'"{LambangBaris.INI}"') + _pola(s, baris)
    ujung = f"{huruf(len(s.kolom))}{contoh}"
    kepala = kepala.replace(f'<dimension ref="A1:{ujung}"/>', f'<dimension ref="A1:{huruf(len(s.kolom))}{akhir}"/>', 1)
    semua = (LambangBaris.isi(pola, b) for b in range(contoh + 1, akhir + 1))
    baru = b"".join(x.encode() for x in (kepala, buka, baris, *semua, tutup, ekor))
    if (janji := paket.janji.get(part)) is not None and janji.data is data:
        paket.janji[part] = Janji(baru, janji.sel)
    paket.ganti(part, baru)


def _pola(s: SkemaLembar, baris: str) -> str:
    """The rest of a row with signs in the place of its number and of that of the row above."""
    letak = {n: huruf(i) for i, n in enumerate(s.kolom, 1)}
    rumus = {letak[k.nama]: escape(ke_excel(urai(k.rumus), letak, LambangBaris())) for k in s.kolom.values() if k.rumus}

    def sel(m: re.Match[str]) -> str:
        isi = _RUMUS.sub(lambda _: f"<f>{rumus[m[1]]}</f>", m[3])
        return f'<c r="{m[1]}{LambangBaris.INI}"{m[2]}{isi}'

    return _SEL.sub(sel, baris)


def _berbeda(t: Tabel, contoh: int, akhir: int) -> Iterator[tuple[str, Tulis]]:
    """Formula cells of the rows behind that give something else than in the row that was built."""
    for k in t.skema.kolom.values():
        isi = t.penuh[k.nama] if k.rumus and k.nama in t.letak else ()
        for b in range(contoh + 1, akhir + 1) if isi else ():
            if isi[b - BARIS_DATA] != isi[contoh - BARIS_DATA]:
                yield alamat_sel(b, t.letak[k.nama]), nilai_tersimpan(isi[b - BARIS_DATA])

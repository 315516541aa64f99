"""What stands below a header, as far as it tells which column that may be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, median_low

from lkjip_xl.inti.bacaan import Status
from lkjip_xl.inti.bacaan_kolom import baca_kolom, tanpa_kali
from lkjip_xl.inti.bentuk_lain import bentuk_lain
from lkjip_xl.inti.kunci import kunci_satuan
from lkjip_xl.rencana.tetap import kata_tetap
from lkjip_xl.sumber.model import TabelAsing

CONTOH = 300
KATA_SATUAN = 3  # words of a figure with its unit, at most
_BERUPIAH = re.compile(r"\s*rp\b", re.IGNORECASE)  # what says so itself may say its magnitude, too: "Rp 1,5 miliar"
_NOMOR_KATA = re.compile(r"\d{1,3}(?:\.\d{1,2})*[.)]?\s+[^\W\d_]{3,}")
_NOMOR_NAMA = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)[.)]?\s+[^\W\d]")


@dataclass(frozen=True, slots=True)
class Profil:
    """What stands below a header: filled cells, share of figures, share of other shapes of figures, their usual size.

    huruf: share of cells with a letter in them; panjang: usual length of a cell.
    """

    n: int
    angka: float
    bentuk: float
    besar: float
    persen: float
    huruf: float = 1.0
    panjang: float = 0.0


def profil(tabel: TabelAsing, nomor: int) -> Profil:
    """A look at the data cells of a column."""
    isi = [s for b in tabel.data() if (s := b.sel.get(nomor)) is not None][:CONTOH]
    nilai, bentuk, persen, terbaca = [], 0, 0, 0
    for s in isi:
        b = baca_kolom(tanpa_kali(s.teks), "rupiah" if _BERUPIAH.match(s.teks) else "angka")
        if s.nilai is not None:
            nilai.append(abs(s.nilai))
            terbaca += 1
        elif b.status is Status.KOSONG:
            terbaca += 1
        elif b.nilai is not None:
            nilai.append(abs(b.nilai))
            terbaca += 1
        elif b.usulan is not None or bentuk_lain(s.teks) is not None or kata_tetap(s.teks):
            bentuk += 1
        persen += kunci_satuan(b.satuan) == "%" if b.satuan else 0
    nilai = [x for x in nilai if x] or nilai  # nothing says nothing of how large the rest is
    n = len(isi)
    if _bernomor([s.teks for s in isi]):
        terbaca, nilai = 0, []
    huruf = sum(any(h.isalpha() for h in s.teks) for s in isi) / n if n else 1.0
    panjang = median(len(s.teks) for s in isi) if n else 0
    return Profil(n, terbaca / n if n else 0, bentuk / n if n else 0, median_low(nilai) if nilai else 0, persen / (n or 1), huruf, panjang)  # fmt: skip


def _bernomor(teks: Sequence[str]) -> bool:
    """Are these names with running numbers, "1.1 Indeks A" and "1.2 Indeks B" or longer ones, and no figures with units?"""
    cocok = [m for t in teks if (m := _NOMOR_NAMA.match(t))]
    nomor = [tuple(map(int, m[1].split("."))) for m in cocok]
    if len({*teks}) == len(teks) > 1 and all(len(x.split()) > KATA_SATUAN and _NOMOR_KATA.match(x) for x in teks):
        return True
    lanjut = all(b[-1] == 1 or (b[:-1] == a[:-1] and b[-1] == a[-1] + 1) for a, b in pairwise(nomor))
    return bool(nomor) and len(nomor) == len(teks) and nomor[0][-1] == 1 and lanjut

"""Means and percentages at the foot of a table: a mean beyond its rows, a percentage got by adding percentages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from math import fsum

from lkjip_xl.inti.bacaan import desimal_terpendek
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.validasi.aturan.rincian_jumlah import SEDIKITNYA, Tercetak, kepala_kelas
from lkjip_xl.validasi.aturan.selang import Selang, titik

SERATUS = 100.0
DIGIT = 3
SEPERSEJUTA = 1e-6
_RATA = re.compile(r"(?:nilai |angka |jumlah )?(?:rata[- ]?rata|rerata|mean)\b")
_PERSEN = re.compile(r"%|\bpersen\w*|\bcapaian\b|\bserapan\b", re.IGNORECASE)


def baris_rata(teks: object) -> bool:
    """Does a label name a mean of the rows above?

    >>> baris_rata("Rata-rata capaian"), baris_rata("Rata – rata lama sekolah (tahun)"), baris_rata("Jumlah")
    (True, False, False)
    """
    return _RATA.match(kunci_teks(teks)) is not None


def kepala_persen(kepala: str) -> bool:
    """Are the figures below this header percentages, and not things counted by one?"""
    return _PERSEN.search(kepala) is not None and not kepala_kelas(kepala)


def persen_dijumlah(rincian: Sequence[Tercetak], total: Tercetak, lain: Sequence[float] = ()) -> bool:
    """Is a percentage at the foot nothing but the sum of those above, which are no shares of one whole?

    lain: the other figures of its row, of which it may be the ratio.

    >>> p = lambda *x: [Tercetak(y, titik(y)) for y in x]
    >>> persen_dijumlah(p(90, 80), *p(170)), persen_dijumlah(p(60, 40), *p(100)), persen_dijumlah(p(90, 80), *p(85))
    (True, False, False)
    """
    jumlah = _jumlah(rincian)
    if len(rincian) < SEDIKITNYA or jumlah.bawah <= SERATUS + 1 or not jumlah.bertemu(total.selang):
        return False
    nisbah = (a / b * SERATUS for a in lain for b in lain if b and a is not b)
    return not any(titik(x).bertemu(total.selang) for x in nisbah)


def rata_mungkin(rincian: Sequence[Tercetak], rata: Tercetak, banyak: int) -> bool:
    """Is a figure the plain mean of the rows above: of those that have one, or of so many, blanks as nothing?

    Rounded either way: a mean of people or rupiah has its fractions cut off, or counts as one more.
    """
    jumlah, s = _jumlah(rincian), rata.selang
    luas = max((s.atas - s.bawah) / 2 or 1.0, SEPERSEJUTA * abs(rata.nilai))  # 532.333.333,00 of rupiah
    boleh = Selang(s.bawah - luas, s.atas + luas)
    return any(Selang(jumlah.bawah / n, jumlah.atas / n).bertemu(boleh) for n in {len(rincian), banyak} if n)


def rata_berbobot(rincian: Sequence[Tercetak], bobot: Sequence[Tercetak]) -> Selang | None:
    """What the mean of rows is by their weights, as far as their printed digits can tell; None without weights.

    >>> p = lambda *x: [Tercetak(y, titik(y)) for y in x]
    >>> rata_berbobot(p(82, 75), p(60, 40)), rata_berbobot(p(82, 75), p(0, 0))
    (Selang(bawah=79.2, atas=79.2), None)
    """
    semua = fsum(w.nilai for w in bobot)
    if semua <= 0 or min(w.nilai for w in bobot) < 0:
        return None
    bawah, atas = (
        fsum(w.nilai * y for w, y in zip(bobot, tepi, strict=True)) / semua
        for tepi in ([x.selang.bawah for x in rincian], [x.selang.atas for x in rincian])
    )
    return Selang(bawah, atas)


def rata_dikonversi(
    kolom: Mapping[int, Tercetak], lain: Mapping[int, Tercetak], rincian: Sequence[int], rata: int
) -> bool:
    """Is a column another one times a whole number, row by row, and its mean so many times the printed mean of that one?

    >>> p = lambda *x: {i: Tercetak(y, titik(y)) for i, y in enumerate(x)}
    >>> rata_dikonversi(p(76.5, 79, 77.75), p(3.06, 3.16, 3.11), [0, 1], 2), rata_dikonversi(p(76.5, 79, 78), p(3.06, 3.16, 3.11), [0, 1], 2)
    (True, False)
    """
    if not lain.keys() >= {*rincian, rata} or not lain[rata].nilai:
        return False
    kali = round(kolom[rata].nilai / lain[rata].nilai)
    return kali > 1 and all(
        Selang(lain[b].selang.bawah * kali, lain[b].selang.atas * kali).bertemu(kolom[b].selang)
        for b in (*rincian, rata)
    )


def rata_bertukar(rincian: Sequence[Tercetak], rata: Tercetak, banyak: int) -> bool:
    """Is a mean the plain one with its digits in another order? Of figures with three digits or more.

    >>> p = lambda *x: [Tercetak(y, titik(y)) for y in x]
    >>> rata_bertukar(p(83.1, 79.42, 88.75, 90.16, 80.87), *p(86.44), 5), rata_bertukar(p(83.1, 79.42), *p(82.44), 2)
    (True, False)
    """
    desimal = desimal_terpendek(rata.nilai)
    jumlah = fsum(x.nilai for x in rincian)
    milik = _digit(rata.nilai, desimal)
    return len(milik) >= DIGIT and any(
        sorted(_digit(jumlah / n, desimal)) == sorted(milik) for n in {len(rincian), banyak} if n
    )


def _digit(x: float, desimal: int) -> str:
    return f"{bulat(x, desimal):.{desimal}f}".replace(".", "")


def rata_mustahil(rincian: Sequence[Tercetak], rata: Tercetak) -> bool:
    """Does a mean lie beyond all its rows, so that it is one by no weights?"""
    bawah, atas = min(x.selang.bawah for x in rincian), max(x.selang.atas for x in rincian)
    return rata.selang.atas < bawah or rata.selang.bawah > atas


def nilai_rata(rincian: Sequence[Tercetak]) -> float:
    """The plain mean."""
    return fsum(x.nilai for x in rincian) / len(rincian)


def sejak_pemisah(baris: Sequence[int], pemisah: Sequence[int], sampai: int) -> Iterator[list[int]]:
    """Rows a mean at `sampai` may be of: all above it, and those since the last total or mean."""
    atas = [b for b in baris if b < sampai]
    awal = max((p for p in pemisah if p < max(atas, default=0)), default=0)
    yield atas
    yield [b for b in atas if b > awal]


def _jumlah(semua: Sequence[Tercetak]) -> Selang:
    return Selang(fsum(x.selang.bawah for x in semua), fsum(x.selang.atas for x in semua))

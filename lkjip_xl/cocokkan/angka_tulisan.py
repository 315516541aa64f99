"""Figures in the text of a document that the workbook does not have: no contradiction by themselves, but named, likely slips first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.salah_ketik import bacaan_lain
from lkjip_xl.inti.satuan import BESARAN
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.ringkasan.masukan import PERLU, tak_tersusun
from lkjip_xl.sumber.model import Alinea
from lkjip_xl.tabel.hilang import kurang
from lkjip_xl.tabel.model import ANGKA as TIPE_ANGKA
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_kalimat import angka
from lkjip_xl.validasi.aturan.angka_naskah import angka_milik, disebut, nama_indikator

SERATUS = 100.0
TEPAT = 1e-9
BANYAK = 40  # figures that are put into sums with each other
_BESARAN = "(?:ribu|juta|miliar|milyar|triliun)"  # those a sentence writes out
_TULISAN = re.compile(
    rf"(?<![\w.,/-])(?P<rp>Rp\.? ?)?(?P<angka>\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d+,\d+|\d+(?=\s*(?:%|persen\b|{_BESARAN}\b)))(?![\w/]|[.,-]\d)"
    rf"(?:\s+(?P<besaran>{_BESARAN})\b)?",
    re.IGNORECASE,
)
"""A measure: with decimals, thousands, or a percent sign; bare whole numbers count, number or name something else."""


@dataclass(frozen=True, slots=True)
class AngkaAsing:
    """A figure of a paragraph that is none of the workbook's; mirip: the figure of the indicator it may be a slip of."""

    alinea: Alinea
    teks: str
    mirip: float | None


@dataclass(frozen=True, slots=True)
class _Angka:
    """A figure as printed, and the closed interval it stands for."""

    teks: str
    nilai: float
    desimal: int
    bawah: float
    atas: float


def angka_asing(buku: BukuKerja, semua: Iterable[Alinea]) -> list[AngkaAsing]:
    """The figures that neither stand in the workbook nor follow from two beside them or of the one indicator named, slips first."""
    punya, nama, milik = sorted(_angka_buku(buku)), nama_indikator(buku), angka_milik(buku)
    hasil = []
    for a in semua:
        ada = list(_dibaca(a.teks))
        kenal = {x for x in ada if _ada(punya, x)}
        sendiri = [y for _, y in milik.get(disebut(a.teks, nama), ())]
        bahan = list(dict.fromkeys([*(x.nilai for x in ada if x in kenal), *sendiri]))[:BANYAK]
        turunan, pecahan = _turunan(bahan)
        hasil += [
            AngkaAsing(a, x.teks, _mirip(x, sendiri))
            for x in ada
            if x not in kenal and not _ada(turunan, x) and not (x.desimal and _ada(pecahan, x))
        ]
    return sorted(hasil, key=lambda x: x.mirip is None)


def _dibaca(teks: str) -> Iterator[_Angka]:
    for m in _TULISAN.finditer(teks):
        b = angka(m["angka"])
        if b is None or b.nilai is None:
            continue
        kali = BESARAN[kunci_teks(m["besaran"])] if m["rp"] and m["besaran"] else 1.0
        d = b.desimal or 0
        ulp = 10.0**-d * kali
        x = b.nilai * kali
        yield _Angka(m[0].strip(), x, d, x - 0.5 * ulp - TEPAT * x, x + ulp)  # rounded, or cut off


def _angka_buku(buku: BukuKerja) -> Iterator[float]:
    """Every figure of the workbook and of its summaries as its absolute value; of each column sum and mean, also of the rows of a level."""
    for nama, susun in RINGKASAN.items():
        if tak_tersusun(buku.skema, nama) or (hilang := kurang(buku, PERLU[nama])).wajib or hilang.lain:
            continue
        ringkas = susun(buku)
        for b in (ringkas.tersedia or ringkas).baris:
            yield from (abs(x) for x in b.nilai.values() if isinstance(x, float))
    for t in buku.tabel.values():
        if not t.ada:
            continue
        baris = list(t.per_baris().values())
        for k in t.skema.kolom.values():
            if k.tipe not in TIPE_ANGKA:
                continue
            kelompok: dict[object, list[float]] = {}
            for b in baris:
                if isinstance(x := b.get(k.nama), float):
                    kelompok.setdefault(b.get("level"), []).append(x)
                    yield abs(x)
            for isi in (*kelompok.values(), [x for y in kelompok.values() for x in y]):
                if isi:
                    yield abs(sum(isi))
                    yield abs(sum(isi) / len(isi))


def _ada(punya: Sequence[float], x: _Angka) -> bool:
    i = bisect_left(punya, x.bawah)
    return i < len(punya) and punya[i] <= x.atas


def _turunan(bahan: Sequence[float]) -> tuple[list[float], list[float]]:
    """Differences and sums of two of these and what one lacks of a hundred; and shares and changes, for figures with decimals.

    A whole number is near some share of two figures by chance.
    """
    berdua = list(combinations(bahan, 2))
    jumlah = [h for a, b in berdua for h in (abs(a - b), a + b)]
    bagian = [abs(p / q * SERATUS - r) for a, b in berdua for p, q in ((a, b), (b, a)) if q for r in (0.0, SERATUS)]
    return sorted([*jumlah, *(SERATUS - y for y in bahan)]), sorted(bagian)


def _mirip(x: _Angka, milik: Iterable[float]) -> float | None:
    """The figure of the indicator that one slip of the keyboard turns into this one, where there is exactly one."""
    slip = {round(y, x.desimal) for _, y in bacaan_lain(x.nilai, x.desimal)} if x.nilai > 0 else set()
    ada = {round(y, x.desimal) for y in milik} & slip
    return ada.pop() if len(ada) == 1 else None

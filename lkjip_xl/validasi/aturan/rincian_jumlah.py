"""One total against every way in which the rows above it may make it up: all of them, its part, the subtotals, a mean."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import fsum
from sys import float_info

from lkjip_xl.inti.periode import TAHUN
from lkjip_xl.validasi.aturan.selang import HILANG, Selang, cetak

SEDIKITNYA = 2  # rows that make a sum
PASANGAN_MAKS = 50_000  # totals of a table times its rows: fifty totals in a thousand rows
_BUKAN_JUMLAH = re.compile(
    r"%|persen|\b(?:no|nomor|kode|tahun|thn|rata|indeks|nilai|skor|rasio|peringkat|ranking|capaian|bobot|kategori|kepadatan|laju|pertumbuhan|proporsi|prevalensi|umur|usia|harga|tarif|per)\b",
    re.IGNORECASE,
)

_KELAS = re.compile(
    r"\b(?:umur|usia)\s*(?:di atas |di bawah )?[\d\s<>≥≤+–—-]*\d[\s+]*(?:tahun|thn)?(?=\W|$)"  # people of an age
    r"|^\s*(?:(?:[<>≥≤]=?|di atas|di bawah|kurang dari|lebih dari)\s*\d{1,3}(?:[.,]\d+)?|\d{1,3}(?:[.,]\d+)?\s*(?:[–—≤<-]|s\.?\s?d\.?|sampai)+\s*(?:x\s*[≤<]\s*)?\d{1,3}(?:[.,]\d+)?)\s*(?:%|persen)?\s*$",
    re.IGNORECASE,
)
_RUPIAH = re.compile(r"\b(?:rp|rupiah)\b", re.IGNORECASE)
_NILAI_UANG = re.compile(r"\bnilai\b", re.IGNORECASE)  # of money it is an amount


@dataclass(frozen=True, slots=True)
class Tercetak:
    """A figure and what it stands for as it is printed."""

    nilai: float
    selang: Selang


@dataclass(frozen=True, slots=True)
class HasilJumlah:
    """One total: does it follow from the rows in any way; if not, what all rows above it give and which these are."""

    cocok: bool
    jumlah: float
    baris: tuple[int, ...]


def tercetak(nilai: float, desimal: int | None) -> Tercetak:
    """A figure of a table; a whole one is exact."""
    return Tercetak(nilai, cetak(nilai, desimal or None))


def kepala_dijumlah(kepala: str) -> bool:
    """Can the figures below this header be added up: no percentages, years, running numbers or measures?

    >>> kepala_dijumlah("Laki-laki"), kepala_dijumlah("Capaian (%)"), kepala_dijumlah("Tahun 2024"), kepala_dijumlah("2024")
    (True, False, False, True)
    >>> kepala_dijumlah("Nilai"), kepala_dijumlah("Nilai (Rp)"), kepala_dijumlah("Harga satuan (Rp)")
    (False, True, False)
    >>> kepala_dijumlah("Siswa usia 7-12 tahun"), kepala_dijumlah("90 – 100 %"), kepala_dijumlah("Usia (tahun)")
    (True, True, False)
    """
    kepala = _KELAS.sub("", kepala)
    return not _BUKAN_JUMLAH.search(_NILAI_UANG.sub("", kepala) if _RUPIAH.search(kepala) else kepala)


def kepala_kelas(kepala: str) -> bool:
    """Does a header name one class of things that are counted below it?

    >>> kepala_kelas("> 100 %"), kepala_kelas("91 ≤ 100"), kepala_kelas("Capaian (%)"), kepala_kelas("2019-2023")
    (True, True, False, False)
    """
    return _KELAS.fullmatch(kepala) is not None


def cacah_biasa(nilai: Sequence[float]) -> bool:
    """Are these amounts, not a running number and no years?

    >>> cacah_biasa([5.0, 7.0]), cacah_biasa([1.0, 2.0, 3.0]), cacah_biasa([2023.0, 2024.0])
    (True, False, False)
    """
    berurut = list(nilai) == [float(n) for n in range(1, len(nilai) + 1)]
    tahun = all(x == int(x) and TAHUN[0] <= x <= TAHUN[1] for x in nilai)
    return not berurut and not tahun


def periksa_jumlah(
    angka: Mapping[int, Tercetak],
    total: Tercetak,
    rincian: Sequence[int],
    sub: Sequence[int],
    teratas: Sequence[int] = (),
    batas: Collection[int] = (),
) -> HasilJumlah | None:
    """A total against the rows above it, by their numbers; sub: totals among them; teratas: rows of the highest rank.

    batas: rows that begin another group, of which alone it may be the total.

    None where too few rows have figures.
    """
    if len(rincian) < SEDIKITNYA:
        return None
    bagian = [b for b in rincian if b > max(sub, default=0)]
    calon = [rincian, bagian, sub, [*sub, *bagian], teratas]
    semua = selang_jumlah([angka[b] for b in rincian])
    rata = Selang(semua.bawah / len(rincian) - 0.5, semua.atas / len(rincian) + 0.5)
    cocok = (
        any(selang_jumlah([angka[b] for b in c]).bertemu(total.selang) for c in calon if c)
        or rata.bertemu(total.selang)
        or _sepotong([angka[b] for b in rincian], total.selang, [b in batas for b in rincian])
    )
    dipakai = bagian if len(bagian) >= SEDIKITNYA else rincian
    return HasilJumlah(cocok, float(f"{fsum(angka[b].nilai for b in dipakai):.15g}"), tuple(dipakai))


def selang_jumlah(isi: Sequence[Tercetak]) -> Selang:
    """The sum of some rows with what rounding leaves open."""
    return Selang(fsum(x.selang.bawah for x in isi), fsum(x.selang.atas for x in isi))


def _sepotong(rincian: Sequence[Tercetak], total: Selang, awal: Sequence[bool]) -> bool:
    """Do the rows before or from one that begins a group (awal) make up the total, or both parts of any cut, twice the same?

    Any other part is one by chance, or a total that was not renewed. By running sums: there are as many ways as rows.
    """
    bawah, atas = (list(accumulate(getattr(x.selang, ujung) for x in rincian)) for ujung in ("bawah", "atas"))
    hilang = HILANG * max(1.0, abs(total.bawah), abs(total.atas))
    hilang += len(rincian) * float_info.epsilon * fsum(abs(x.nilai) for x in rincian)  # by adding one to the other
    kurang, lebih = total.bawah - hilang, total.atas + hilang
    for b, a, baru in zip(bawah[:-1], atas[:-1], awal[1:], strict=True):
        depan, belakang = a >= kurang and b <= lebih, atas[-1] - a >= kurang and bawah[-1] - b <= lebih
        if (depan or belakang) if baru else (depan and belakang):
            return True
    return False
